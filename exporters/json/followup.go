package json

import (
	"bytes"
	"encoding/json"

	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

type followUp struct {
	Name      string   `json:"name"`
	Board     string   `json:"board"`
	Year      int      `json:"year"`
	Collected bool     `json:"collected,omitempty"`
	Columns   []column `json:"columns"`
	Refused   []column `json:"refused"`
	Rows      []row    `json:"rows"`
	Source    where    `json:"source"`
}

type row struct {
	Number  string  `json:"number"`
	Event   string  `json:"event"`
	Action  string  `json:"action"`
	Owner   string  `json:"owner"`
	Earlier string  `json:"earlier,omitempty"`
	Periods periods `json:"periods"`
	Source  where   `json:"source"`
}

// periods is an object whose keys stand in the order of the table's columns.
type periods []period

type period struct{ key, text string }

// MarshalJSON writes the object.
func (ps periods) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, s := range []string{p.key, p.text} {
			if err := e.Encode(s); err != nil {
				return nil, err
			}
			if j == 0 {
				b.WriteByte(':')
			}
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func describeFollowUp(r *rules.Report, t *model.FollowUpTable, cat *lang.Catalog) followUp {
	out := followUp{
		Name: t.Name, Board: t.Board, Year: t.Year, Collected: t.Collected, Columns: describeColumns(r, t.Columns, cat), Refused: describeColumns(r, summary.Refused(&t.Table), cat),
		Rows: make([]row, 0, len(t.Rows)), Source: at(r, t.At),
	}
	for i := range t.Rows {
		w := &t.Rows[i]
		one := row{Number: w.Number.Raw, Event: output.AsRead(w.Event), Action: output.AsRead(w.Action), Owner: output.AsRead(w.Owner), Earlier: output.AsRead(w.Earlier), Source: at(r, w.At)}
		seen := map[string]int{}
		for j, c := range t.Periods {
			report := ""
			if j < len(w.Reports) {
				report = output.AsRead(w.Reports[j])
			}
			// two columns of one period: both texts, neither is dropped
			if k, twice := seen[c.Key]; twice {
				if report != "" {
					one.Periods[k].text = join(one.Periods[k].text, report)
				}
				continue
			}
			seen[c.Key] = len(one.Periods)
			one.Periods = append(one.Periods, period{c.Key, report})
		}
		out.Rows = append(out.Rows, one)
	}
	return out
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "\n" + b
}
