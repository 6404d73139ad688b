package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// settle gives each table its board and year: its own, else what a table
// beside it with the same board or dates says, else the document's only one,
// else what a cover sheet, a sheet's name or the file's name says.
func settle(doc *model.Document, w *words, cover []*grid.Cell) {
	tables := doc.Tables()
	settleRemains(doc, tables)
	for _, t := range tables {
		for i := range t.Heads {
			h := &t.Heads[i]
			if t.Board == "" && h.Board.OK {
				t.Board = h.Board.V
			}
			if t.Year == 0 && h.Year.OK {
				t.Year = h.Year.V
			}
		}
		if t.Year == 0 {
			t.Year, _ = grid.FindYear(t.Name)
		}
	}
	yearFromNeighbour(tables)
	head := headCells{w, cover}
	only(tables, func(t *model.Table) *int { return &t.Year })
	only(tables, func(t *model.Table) *string { return &t.Board })
	if y := head.year(); y.OK {
		fill(tables, func(t *model.Table) *int { return &t.Year }, y.V)
	}
	if b := head.board(); b.OK {
		fill(tables, func(t *model.Table) *string { return &t.Board }, b.V)
	}
	if y, ok := grid.FindYear(baseName(doc.File)); ok {
		fill(tables, func(t *model.Table) *int { return &t.Year }, y)
	}
	chooseScales(doc)
}

// settleRemains makes unread what stands for a definition and was not
// understood: without it a scale that nobody stated would be taken. It matters
// only beside a register, and the headings of tables are no definitions.
func settleRemains(doc *model.Document, tables []*model.Table) {
	heads := map[model.Source]bool{}
	for _, t := range tables {
		for _, c := range t.Columns {
			for _, row := range []int32{c.At.Row - 1, c.At.Row, c.At.Row + 1} {
				heads[model.Source{Doc: c.At.Doc, Place: c.At.Place, Row: row}] = true
			}
		}
	}
	doc.Scales = slices.DeleteFunc(doc.Scales, func(s model.Scale) bool {
		if len(s.Likelihood.Levels) > 0 {
			return false
		}
		if len(doc.Registers) > 0 && !heads[model.Source{Doc: s.At.Doc, Place: s.At.Place, Row: s.At.Row}] {
			doc.Unread = append(doc.Unread, model.Value[string]{V: s.Name, OK: true, Raw: s.Name, At: s.At})
		}
		return true
	})
}

// yearFromNeighbour gives a table without a year that of a table which shares
// its board or its dates, if all such tables agree.
func yearFromNeighbour(tables []*model.Table) {
	years := make([]int, len(tables))
	for i, t := range tables {
		if t.Year != 0 {
			continue
		}
		for _, byDate := range []bool{true, false} {
			year, clash := 0, false
			for _, o := range tables {
				if o.Year == 0 || byDate && !sharesDate(t, o) || !byDate && (t.Board == "" || model.Key(t.Board) != model.Key(o.Board)) {
					continue
				}
				clash = clash || year != 0 && year != o.Year
				year = o.Year
			}
			if year != 0 && !clash {
				years[i] = year
				break
			}
		}
	}
	for i, y := range years {
		if y != 0 {
			tables[i].Year = y
		}
	}
}

func sharesDate(a, b *model.Table) bool {
	for _, x := range a.Heads {
		for _, y := range b.Heads {
			if x.Established.OK && y.Established.OK && x.Established.V == y.Established.V ||
				x.Decided.OK && y.Decided.OK && x.Decided.V == y.Decided.V {
				return true
			}
		}
	}
	return false
}

// only gives the tables that lack a property the one value that the others
// share, if they share one.
func only[T comparable](tables []*model.Table, of func(*model.Table) *T) {
	var zero, value T
	for _, t := range tables {
		v := *of(t)
		if v == zero {
			continue
		}
		if value != zero && v != value {
			return
		}
		value = v
	}
	if value != zero {
		fill(tables, of, value)
	}
}

func fill[T comparable](tables []*model.Table, of func(*model.Table) *T, value T) {
	var zero T
	for _, t := range tables {
		if p := of(t); *p == zero {
			*p = value
		}
	}
}

// chooseScales gives each register the scale of its own place, else the
// document's first.
func chooseScales(doc *model.Document) {
	for i := range doc.Registers {
		r := &doc.Registers[i]
		r.Scale = -1
		for j := range doc.Scales {
			if r.Scale < 0 || doc.Scales[j].At.Place == r.At.Place && doc.Scales[r.Scale].At.Place != r.At.Place {
				r.Scale = j
			}
		}
	}
}

// baseName gives the last part of a path in either system's writing.
func baseName(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' || path[i] == '\\' {
			return path[i+1:]
		}
	}
	return path
}
