package plan

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// boxPlaces are the places that the texts over the cells of each sheet have while they
// are read: there they stand in rows of their own. Afterwards each stands at the cell
// that its box is moved with.
type boxPlaces struct {
	first int32            // of them; before it are the document's own
	rows  [][]model.Source // of each, where its rows stand
	texts []grid.Table
}

// has reports whether a source stands in a box.
func (b *boxPlaces) has(s model.Source) bool { return s.Place >= b.first }

// over gives the sheet that the boxes of a place are drawn over, and reports whether it
// is theirs.
func (b *boxPlaces) over(place int32) (sheet int32, ok bool) {
	if place < b.first {
		return 0, false
	}
	return b.rows[place-b.first][0].Place, true
}

// explains reports whether a cell is a line of a box over a sentence: it heads an
// explanation.
func (b *boxPlaces) explains(c *grid.Cell) bool {
	return b.has(c.At) && words.Sentence(b.texts[c.At.Place-b.first].Cell(int(c.At.Row), 0).Clean())
}

// withBoxes adds to the tables of a document one for each sheet that shows texts over
// its cells: their boxes in order, a blank row between them, what tabs or wide gaps
// divide in columns.
func withBoxes(doc *model.Document, tables []grid.Table) ([]grid.Table, *boxPlaces) {
	b := &boxPlaces{first: int32(len(doc.Places))}
	out := tables
	for i := range tables {
		t := &tables[i]
		if len(t.Boxes) == 0 || int(t.Place) >= len(doc.Places) {
			continue
		}
		if len(out) == len(tables) {
			out = slices.Clip(out)
		}
		place := int32(len(doc.Places))
		own := grid.Table{Name: t.Name, Doc: t.Doc, Place: place, Confidence: t.Confidence}
		var at []model.Source
		add := func(line string, box *grid.Box) {
			at = append(at, box.At)
			var row []grid.Cell
			for k, text := range grid.DivideBoxLine(line) {
				c := grid.Cell{Text: text, At: model.Source{Doc: t.Doc, Place: place, Row: int32(len(at)), Col: int32(k + 1)}}
				if !c.Blank() {
					c.Kind = grid.Text
					own.Prose = append(own.Prose, grid.Cell{Text: c.Clean(), Kind: grid.Text, At: c.At})
				}
				row = append(row, c)
			}
			own.Rows = append(own.Rows, row)
		}
		for k := range t.Boxes {
			box := &t.Boxes[k]
			if k > 0 {
				add("", box)
			}
			for _, line := range box.Lines {
				add(line, box)
			}
		}
		doc.Places = append(doc.Places, doc.Places[t.Place])
		b.rows = append(b.rows, at)
		out = append(out, own)
	}
	b.texts = out[len(tables):]
	return out, b
}

// leave gives what was read of boxes its place on the sheet, and the document its own
// places alone.
func (b *boxPlaces) leave(doc *model.Document, cost *source.Budget) {
	if len(b.rows) == 0 {
		return
	}
	doc.Places = doc.Places[:b.first]
	for i, rows := range b.rows {
		cost.Moved(b.first+int32(i), rows[0].Place)
	}
	doc.Sources(func(s *model.Source) {
		if s.Place < b.first {
			return
		}
		rows := b.rows[s.Place-b.first]
		*s = rows[min(max(int(s.Row)-1, 0), len(rows)-1)]
	})
}

// likeTables tells of what looks like a table of risks in the boxes of a sheet: it is
// drawn, and not read. One whose heading sets it aside, as an example, is none.
func likeTables(b *binder) []model.NotChecked {
	if !slices.ContainsFunc(b.t.Rows, func(row []grid.Cell) bool { return len(row) >= tolerances.boxColumns }) {
		return nil
	}
	found := b.tables(false)
	out := found.like
	for _, k := range found.blocks {
		out = append(out, model.NotChecked{What: k.subject(), Why: model.NotUnderstood, Table: b.t.Name, At: b.t.Cell(k.top, k.left).At})
	}
	return slices.DeleteFunc(out, func(n model.NotChecked) bool { return b.w.SetsAside(headOver(b.t, int(n.At.Row)-1)) })
}

// headOver gives the text that heads what stands on a row of boxes: the first line above
// it, as far as lines go on.
func headOver(t *grid.Table, r int) string {
	for r > 0 && !t.Cell(r-1, 0).Blank() {
		r--
	}
	return t.Cell(r, 0).Clean()
}

// subject says what a table is.
func (h *header) subject() model.Subject {
	switch {
	case h.register():
		return model.SubjectRegister
	case h.followUp():
		return model.SubjectFollowUp
	}
	return model.SubjectPlan
}

// boxHeads gives the lines of boxes that may head a table, each at the cell of its
// box: those whose box begins in the rows from one to another.
func boxHeads(t *grid.Table, from, to int) []*grid.Cell {
	var out []*grid.Cell
	for i := range t.Boxes {
		box := &t.Boxes[i]
		if r := int(box.At.Row) - 1; r < from || r > to {
			continue
		}
		for _, line := range box.Lines {
			c := &grid.Cell{Text: model.Clean(line), Kind: grid.Text, At: box.At}
			if c.Text == "" || utf8.RuneCountInString(c.Text) > tolerances.maxLabelled {
				continue
			}
			if out = append(out, c); len(out) >= tolerances.boxHeads {
				return out
			}
		}
	}
	return out
}

// headsOfBoxes completes the heads of a table by what boxes over it say, and none of
// its cells does: a date only if it belongs to the year of the plan, since a box often
// says when the template was established. Above is the first row that belongs to the
// table.
func (d *reader) headsOfBoxes(heads []model.Head, above int, h *header) {
	if len(d.t.Boxes) == 0 {
		return
	}
	lines := boxHeads(d.t, above, h.bottom)
	if len(lines) == 0 {
		return
	}
	said := saidOutside(d.w, lines)
	if !slices.ContainsFunc(heads, func(h model.Head) bool { return h.Title != "" }) {
		heads[0].Title = said.Title
		if heads[0].At.IsZero() {
			heads[0].At = said.At
		}
	}
	if year := yearSaid(heads, said); year > 0 {
		said.Established, said.Decided = ofYear(said.Established, year), ofYear(said.Decided, year)
	}
	complete(heads, said)
}

// yearSaid gives the year that heads say, else what is said outside the cells; 0 where
// neither does.
func yearSaid(heads []model.Head, said model.Head) int {
	for i := range heads {
		if heads[i].Year.OK {
			return heads[i].Year.V
		}
	}
	return said.Year.V
}

// saidOutside reads lines that stand in no cell: a title, and what is sure of the
// others. A text of instructions has years and boards, too ("Mallen fastställd av
// kommunstyrelsen 2022"), so that these count only in a title, or where a line is a
// board's name with no more than a year beside it, or the name of one behind a label.
func saidOutside(w *words.Index, lines []*grid.Cell) model.Head {
	out := headCells{w, lines}.read(false)
	var sure []*grid.Cell
	for _, c := range lines {
		_, labelled := w.After(words.BoardLabel, c.Text)
		if labelled || w.Title(c.Text) || namesBoard(w, withoutYear(c.Text)) {
			sure = append(sure, c)
		}
	}
	of := headCells{w, sure}
	out.Board, out.Year, out.NoDays = of.board(), of.year(), nil
	if out.Board.OK && !namesBoard(w, out.Board.V) {
		out.Board = model.Value[string]{}
	}
	return out
}

// namesBoard reports whether a text is a board's name for sure, and not a phrase that
// ends with one: it is short, or its words belong together ("Kultur- och
// hamnnämnden"), or it begins as names do ("Nämnden för lek").
func namesBoard(w *words.Index, text string) bool {
	fields := strings.Fields(text)
	if !w.Boards().Is(text) {
		return false
	}
	last, _ := utf8.DecodeRuneInString(fields[len(fields)-1])
	return len(fields) == 1 || strings.HasSuffix(fields[0], "-") || !w.Boards().Ends(model.Key(text)) || len(fields) == 2 && unicode.IsLower(last)
}

// withoutYear cuts a year from the end of a text.
func withoutYear(text string) string {
	if y, ok := grid.FindYear(text); ok {
		if name, cut := strings.CutSuffix(text, strconv.Itoa(y)); cut {
			return strings.TrimRight(name, " ,–-")
		}
	}
	return text
}

// complete gives the first of some heads what none of them says.
func complete(heads []model.Head, said model.Head) {
	lack(heads, said.Board, func(h *model.Head) *model.Value[string] { return &h.Board })
	lack(heads, said.Year, func(h *model.Head) *model.Value[int] { return &h.Year })
	lack(heads, said.Established, func(h *model.Head) *model.Value[model.Date] { return &h.Established })
	lack(heads, said.Decided, func(h *model.Head) *model.Value[model.Date] { return &h.Decided })
}

// lack gives the first head a value that was understood, where no head has one or a
// label of it.
func lack[T any](heads []model.Head, said model.Value[T], of func(h *model.Head) *model.Value[T]) {
	if !said.OK {
		return
	}
	for i := range heads {
		if v := of(&heads[i]); v.OK || !v.At.IsZero() {
			return
		}
	}
	*of(&heads[0]) = said
}

// fromBoxes gives the tables that lack board or year what the boxes of sheets without a
// table say of them.
func fromBoxes(doc *model.Document, w *words.Index, sheets []grid.Table) {
	var lines []*grid.Cell
	tables := doc.Tables()
	for i := range sheets {
		t := &sheets[i]
		if len(t.Boxes) > 0 && !slices.ContainsFunc(tables, func(o *model.Table) bool { return o.At.Place == t.Place }) {
			lines = append(lines, boxHeads(t, 0, len(t.Rows)+tolerances.coverRows)...)
		}
	}
	if len(lines) == 0 {
		return
	}
	said := saidOutside(w, lines)
	if said.Year.OK {
		fill(tables, func(t *model.Table) *int { return &t.Year }, said.Year.V)
	}
	if said.Board.OK {
		fill(tables, func(t *model.Table) *string { return &t.Board }, said.Board.V)
	}
}

// fromEdges gives the tables that lack board, year or dates what the page headers and
// footers of their sheets say. These are copied from year to year and seen only in
// print, so that a date in them counts for the year that it belongs to alone.
func fromEdges(doc *model.Document, w *words.Index, sheets []grid.Table) {
	tables := doc.Tables()
	for i := range sheets {
		t := &sheets[i]
		if len(t.Edges) == 0 {
			continue
		}
		lines := make([]*grid.Cell, len(t.Edges))
		for k := range t.Edges {
			lines[k] = &t.Edges[k]
		}
		said := saidOutside(w, lines)
		for _, o := range tables {
			if o.At.Place != t.Place || len(o.Heads) == 0 {
				continue
			}
			if o.Board == "" && said.Board.OK {
				o.Board = said.Board.V
			}
			if o.Year == 0 && said.Year.OK {
				o.Year = said.Year.V
			}
			head := model.Head{Established: ofYear(said.Established, o.Year), Decided: ofYear(said.Decided, o.Year)}
			complete(o.Heads, head)
		}
	}
}

// ofYear gives a date on which a plan of a year may have been decided: in that year, or
// in the one before it.
func ofYear(v model.Value[model.Date], year int) model.Value[model.Date] {
	if v.OK && year > 0 && (v.V.Year == year || v.V.Year == year-1) {
		return v
	}
	return model.Value[model.Date]{}
}
