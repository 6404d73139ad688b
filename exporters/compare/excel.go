package compare

import (
	"cmp"
	"strings"

	"riskbok/exporters/findinglist"
	"riskbok/exporters/findinglist/listbook"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// Excel writes a comparison as a workbook: a row for each change, and on a
// second sheet a row for each risk that tells how it was matched. Both can be
// filtered and are printed on A4.
func Excel(c *compare.Comparison, r *rules.Report, opts output.Options) ([]model.File, error) {
	w := wording{opts.Lang, r}
	cat := opts.Lang
	changes := listbook.Sheet{
		Name: cat.T("compare.sheet.changes"), Table: cat.T("compare.table.changes"), Empty: cat.T("compare.none"),
		Columns: w.columns([]wide{{"board", 17}, {"part", 13}, {"old-number", 8}, {"new-number", 8}, {"risk", 28}, {"kind", 15}, {"field", 15},
			{"old", 32}, {"new", 32}, {"note", 22}, {"old-cell", 21}, {"new-cell", 21}}),
	}
	risks := listbook.Sheet{
		Name: cat.T("compare.sheet.risks"), Table: cat.T("compare.table.risks"), Empty: cat.T("compare.none"),
		Columns: w.columns([]wide{{"board", 20}, {"part", 14}, {"old-number", 8}, {"new-number", 8}, {"risk", 44}, {"match", 34}, {"score", 10},
			{"changes", 34}, {"old-cell", 21}, {"new-cell", 21}}),
	}
	var titles []string
	for i := range c.Pairs {
		p := &c.Pairs[i]
		board := w.cat.T("compare.pair", "old", w.edition(p.Old), "new", w.edition(p.New))
		titles = append(titles, board)
		for _, part := range []struct {
			name  string
			items []compare.Item
		}{{cat.T("compare.registers"), p.Items}, {cat.T("compare.followup"), p.Rows}} {
			for j := range part.items {
				it := &part.items[j]
				risks.Rows = append(risks.Rows, w.riskRow(board, part.name, it))
				for k := range it.Changes {
					changes.Rows = append(changes.Rows, w.changeRow(board, part.name, it, &it.Changes[k]))
				}
			}
		}
	}
	for _, s := range []*listbook.Sheet{&changes, &risks} {
		if len(c.Pairs) < 2 {
			withoutFirst(s) // the note names the board
		}
		s.Title = cat.T("compare.title")
		s.Note = cat.T("compare.note", "pairs", cmp.Or(strings.Join(titles, "; "), cat.T("compare.nothing")))
		if n := len(w.unchecked()); n > 0 {
			s.Note += " " + cat.N("compare.not-checked.count", n)
		}
	}
	data, err := listbook.Write(listbook.Book{
		Title: cat.T("compare.title"), Subject: cat.T("compare.subject"), Language: cat.Tag,
		Page: cat.T("compare.footer", "page", "&P", "pages", "&N"), Sheets: []listbook.Sheet{changes, risks},
	})
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: data}}, nil
}

// withoutFirst takes the first column of a list away.
func withoutFirst(s *listbook.Sheet) {
	s.Columns = s.Columns[1:]
	for i := range s.Rows {
		s.Rows[i] = s.Rows[i][1:]
	}
}

// wide is a column by the key of its heading.
type wide struct {
	key   string
	width float64
}

func (w wording) columns(all []wide) []listbook.Column {
	out := make([]listbook.Column, 0, len(all))
	for _, c := range all {
		center := c.key == "old-number" || c.key == "new-number" || c.key == "score"
		out = append(out, listbook.Column{Heading: w.cat.T("compare.head." + c.key), Width: c.width, Center: center})
	}
	return out
}

func (w wording) changeRow(board, part string, it *compare.Item, c *compare.Change) []listbook.Cell {
	kind := listbook.Cell{Text: w.cat.T("compare.kind." + string(c.Kind)), Tone: tones[c.Kind]}
	field := ""
	if c.Field != "" {
		field = w.field(c)
	}
	note := w.note(c)
	return []listbook.Cell{
		listbook.Text(board), listbook.Text(part), riskNumberCell(it.Old), riskNumberCell(it.New), listbook.Text(event(it)), kind, listbook.Text(field),
		listbook.Text(c.Old), listbook.Text(c.New), listbook.Text(note), w.linked(c.OldAt), w.linked(c.NewAt),
	}
}

// tones are the grounds of the kinds that a reader looks for first.
var tones = map[compare.Kind]listbook.Tone{
	compare.Added: listbook.Green, compare.Dropped: listbook.Grey, compare.Raised: listbook.Red, compare.Lowered: listbook.Blue,
	compare.YearDrift: listbook.Yellow, compare.Rescaled: listbook.Yellow,
}

// note says what does not stand in the two values: levels, and what they are
// worth; which measure it is.
func (w wording) note(c *compare.Change) string {
	var parts []string
	if c.LevelsOld != "" || c.LevelsNew != "" {
		if c.LevelsOld == c.LevelsNew {
			parts = append(parts, c.LevelsNew)
		} else {
			parts = append(parts, w.change(c.LevelsOld, c.LevelsNew))
		}
		if text := w.gives(c); text != "" {
			parts = append(parts, text)
		}
	}
	if c.Valuation != "" {
		parts = append(parts, output.OneLine(c.Valuation))
	}
	if c.Measure != "" {
		parts = append(parts, c.Measure)
	}
	return strings.Join(parts, "; ")
}

func (w wording) riskRow(board, part string, it *compare.Item) []listbook.Cell {
	why, score := listbook.Cell{}, listbook.Cell{}
	if it.Match != nil {
		why.Text = w.why(it.Match)
		score = listbook.Cell{Number: percent(it.Match.Score), IsNumber: true}
		if it.Match.Ambiguous() {
			why.Tone = listbook.Yellow
		}
	}
	var kinds []string
	seen := map[string]bool{}
	for _, c := range it.Changes {
		name := w.cat.T("compare.kind." + string(c.Kind))
		if !seen[name] {
			seen[name] = true
			kinds = append(kinds, name)
		}
	}
	var old, new listbook.Cell
	if it.Old != nil {
		old = w.linked(it.Old.At)
	}
	if it.New != nil {
		new = w.linked(it.New.At)
	}
	return []listbook.Cell{
		listbook.Text(board), listbook.Text(part), riskNumberCell(it.Old), riskNumberCell(it.New), listbook.Text(event(it)), why, score,
		listbook.Text(strings.Join(kinds, ", ")), old, new,
	}
}

func riskNumberCell(r *compare.Risk) listbook.Cell {
	if r == nil {
		return listbook.Cell{}
	}
	return listbook.Text(output.OneLine(r.Number.V))
}

func event(it *compare.Item) string {
	if it.New != nil {
		return output.OneLine(it.New.About())
	}
	return output.OneLine(it.Old.About())
}

// linked names a place and leads to it.
func (w wording) linked(at model.Source) listbook.Cell {
	if at.IsZero() {
		return listbook.Cell{}
	}
	file, place, cell := findinglist.Where(w.r, w.cat, at)
	c := listbook.Text(w.place(at))
	if file != "" && file != "-" {
		c.Link = listbook.Link{File: findinglist.LinkTo(file)}
		if cell != "" {
			c.Link.Sheet, c.Link.Cell = place, cell
		}
	}
	return c
}
