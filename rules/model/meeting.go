package model

// Meeting is one meeting of a board as a meeting book, a summons or minutes
// tell of it: its agenda, and each matter with what was proposed or decided.
// What a document does not state is not OK: a summons may lack the date. PlanYear is
// the year of the control plan that it adopts, where somebody has found that out: it
// then goes with the books of that year, and not of its own.
type Meeting struct {
	Board  Value[string]
	Date   Value[Date]
	Place  Value[string]
	Agenda []AgendaEntry
	Items  []Item
	Chairs []ChairYear  // chair and vice chair by year, where a rotation is listed
	Days   []MeetingDay // days with a printed weekday
	At     Source

	PlanYear int
}

// AgendaEntry is one line of an agenda. Number is as printed ("2/25"), Page
// the printed page on which the matter begins in the whole meeting book.
type AgendaEntry struct {
	Number     Value[string]
	Title      Value[string]
	CaseNumber Value[string]
	Page       Value[int]
	At         Source
}

// ItemKind is the sort of text in which a matter stands.
type ItemKind string

// The kinds of items.
const (
	ItemMemo      ItemKind = "memo"      // tjänsteskrivelse, tjänsteutlåtande
	ItemDelegated ItemKind = "delegated" // delegationsbeslut
	ItemParagraph ItemKind = "paragraph" // § of minutes
	ItemMatter    ItemKind = "matter"    // numbered otherwise, in a summons or in minutes
)

// Item is one matter. Number is that of the agenda ("2/25") or of the
// paragraph ("§ 3"). A delegated decision without a title of its own is called
// what the printed form is called. Background is the description or summary of
// the matter; More holds what stands under other headings, and what stands
// under none.
type Item struct {
	Kind       ItemKind
	Number     Value[string]
	Title      Value[string]
	CaseNumber Value[string]
	Date       Value[Date]
	Proposal   Resolution
	Decision   Resolution
	Background []Value[string]
	Documents  []Value[string]
	Preparers  []Value[string]
	Recipients []Value[string]
	More       []ItemSection
	Formal     bool // its title is that of a formality: the roll call, say, or the agenda
	At         Source
}

// Resolution is what is proposed or decided. Parts are its clauses, each of
// its own: those that begin with "att", those that are numbered or listed, or
// else its paragraphs. Lead is what stands before clauses that cannot do
// without it ("Nämnden beslutar").
type Resolution struct {
	Lead  Value[string]
	Parts []Value[string]
}

// Texts gives the whole resolution as it is read: the clauses, behind the lead where one
// stands before them.
func (r *Resolution) Texts() []Value[string] {
	if r.Lead.Raw == "" {
		return r.Parts
	}
	return append([]Value[string]{r.Lead}, r.Parts...)
}

// ItemSection is a headed part of an item, in paragraphs.
type ItemSection struct {
	Heading Value[string]
	Text    []Value[string]
}

// ChairYear is one row of a rotation of chairs.
type ChairYear struct {
	Year        Value[int]
	Chair, Vice Value[string]
	At          Source
}

// MeetingDay is a date beside which its weekday is printed. Weekday counts
// from Monday, 1. A date printed without year has the year that the text
// before it states, and is not OK where none does.
type MeetingDay struct {
	Weekday Value[int]
	Date    Value[Date]
	At      Source
}

func (m *Meeting) sources(visit func(*Source)) {
	for _, s := range []*Source{&m.Board.At, &m.Date.At, &m.Place.At, &m.At} {
		visit(s)
	}
	for i := range m.Agenda {
		a := &m.Agenda[i]
		for _, s := range []*Source{&a.Number.At, &a.Title.At, &a.CaseNumber.At, &a.Page.At, &a.At} {
			visit(s)
		}
	}
	for i := range m.Items {
		m.Items[i].sources(visit)
	}
	for i := range m.Chairs {
		c := &m.Chairs[i]
		for _, s := range []*Source{&c.Year.At, &c.Chair.At, &c.Vice.At, &c.At} {
			visit(s)
		}
	}
	for i := range m.Days {
		d := &m.Days[i]
		for _, s := range []*Source{&d.Weekday.At, &d.Date.At, &d.At} {
			visit(s)
		}
	}
}

func (it *Item) sources(visit func(*Source)) {
	for _, s := range []*Source{&it.Number.At, &it.Title.At, &it.CaseNumber.At, &it.Date.At, &it.Proposal.Lead.At, &it.Decision.Lead.At, &it.At} {
		visit(s)
	}
	for _, list := range [][]Value[string]{it.Proposal.Parts, it.Decision.Parts, it.Background, it.Documents, it.Preparers, it.Recipients} {
		textSources(list, visit)
	}
	for i := range it.More {
		visit(&it.More[i].Heading.At)
		textSources(it.More[i].Text, visit)
	}
}

func textSources(list []Value[string], visit func(*Source)) {
	for i := range list {
		visit(&list[i].At)
	}
}
