package json

import (
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

type meeting struct {
	Board  string        `json:"board"`
	Date   *string       `json:"date"`
	Place  string        `json:"place"`
	Agenda []agendaEntry `json:"agenda"`
	Items  []item        `json:"items"`
	Chairs []chairYear   `json:"chairs"`
	Days   []meetingDay  `json:"days"`
	Source where         `json:"source"`
}

type agendaEntry struct {
	Number     string `json:"number"`
	Title      string `json:"title"`
	CaseNumber string `json:"caseNumber"`
	Page       int    `json:"page"`
	Source     where  `json:"source"`
}

type item struct {
	Kind         string    `json:"kind"`
	Number       string    `json:"number"`
	Title        string    `json:"title"`
	CaseNumber   string    `json:"caseNumber"`
	Date         *string   `json:"date"`
	ProposalLead string    `json:"proposalLead"`
	Proposal     []string  `json:"proposal"`
	DecisionLead string    `json:"decisionLead"`
	Decision     []string  `json:"decision"`
	Background   []string  `json:"background"`
	Documents    []string  `json:"documents"`
	Preparers    []string  `json:"preparers"`
	Recipients   []string  `json:"recipients"`
	More         []section `json:"more"`
	Source       where     `json:"source"`
}

type section struct {
	Heading string   `json:"heading"`
	Text    []string `json:"text"`
}

type chairYear struct {
	Year   int    `json:"year"`
	Chair  string `json:"chair"`
	Vice   string `json:"vice"`
	Source where  `json:"source"`
}

// meetingDay is a date beside which a weekday is printed; weekday counts from
// Monday, 1.
type meetingDay struct {
	Weekday int     `json:"weekday"`
	Date    *string `json:"date"`
	Raw     string  `json:"raw"`
	Source  where   `json:"source"`
}

func describeMeeting(r *rules.Report, m *model.Meeting) meeting {
	out := meeting{
		Board: output.AsRead(m.Board), Date: day(m.Date), Place: output.AsRead(m.Place), Agenda: []agendaEntry{}, Items: []item{},
		Chairs: []chairYear{}, Days: []meetingDay{}, Source: at(r, m.At),
	}
	for _, a := range m.Agenda {
		out.Agenda = append(out.Agenda, agendaEntry{output.AsRead(a.Number), output.AsRead(a.Title), output.AsRead(a.CaseNumber), a.Page.V, at(r, a.At)})
	}
	for i := range m.Items {
		out.Items = append(out.Items, describeItem(r, &m.Items[i]))
	}
	for _, c := range m.Chairs {
		out.Chairs = append(out.Chairs, chairYear{c.Year.V, output.AsRead(c.Chair), output.AsRead(c.Vice), at(r, c.At)})
	}
	for _, d := range m.Days {
		out.Days = append(out.Days, meetingDay{d.Weekday.V, day(d.Date), d.Date.Raw, at(r, d.At)})
	}
	return out
}

func describeItem(r *rules.Report, k *model.Item) item {
	out := item{
		Kind: string(k.Kind), Number: output.AsRead(k.Number), Title: output.AsRead(k.Title), CaseNumber: output.AsRead(k.CaseNumber), Date: day(k.Date),
		ProposalLead: output.AsRead(k.Proposal.Lead), Proposal: texts(k.Proposal.Parts),
		DecisionLead: output.AsRead(k.Decision.Lead), Decision: texts(k.Decision.Parts), Background: texts(k.Background),
		Documents: texts(k.Documents), Preparers: texts(k.Preparers), Recipients: texts(k.Recipients),
		More: []section{}, Source: at(r, k.At),
	}
	for _, s := range k.More {
		out.More = append(out.More, section{output.AsRead(s.Heading), texts(s.Text)})
	}
	return out
}

func texts(values []model.Value[string]) []string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, output.AsRead(v))
	}
	return out
}
