package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// giveBoardAndYear gives each table its board and year: its own, else what a table
// beside it with the same board or dates says, else the document's only one,
// else what a cover sheet, a sheet's name or the file's name says.
func giveBoardAndYear(doc *model.Document, w *words.Index, cover []*grid.Cell, sheets []grid.Table) {
	tables := doc.Tables()
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
	fromBoxes(doc, w, sheets)
	if y, ok := grid.FileYear(doc.File); ok {
		for _, t := range tables {
			if t.Year == 0 {
				t.Year, t.YearOfFile = y, true
			}
		}
	}
	fromEdges(doc, w, sheets)
	chooseScales(doc)
}

// yearFromNeighbour gives a table without a year that of a table which shares
// its board or its dates, if all such tables agree.
func yearFromNeighbour(tables []*model.Table) {
	years := make([]int, len(tables))
	for i, t := range tables {
		if t.Year != 0 {
			continue
		}
		if years[i] = yearOf(tables, func(o *model.Table) bool { return sharesDate(t, o) }); years[i] == 0 {
			years[i] = yearOf(tables, func(o *model.Table) bool { return t.Board != "" && model.Key(t.Board) == model.Key(o.Board) })
		}
	}
	for i, y := range years {
		if y != 0 {
			tables[i].Year = y
		}
	}
}

// yearOf gives the year of the tables that are like one, 0 where none has one or
// they differ.
func yearOf(tables []*model.Table, like func(o *model.Table) bool) int {
	year := 0
	for _, o := range tables {
		if o.Year == 0 || !like(o) {
			continue
		}
		if year != 0 && year != o.Year {
			return 0
		}
		year = o.Year
	}
	return year
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

// chooseScales gives each register the scale that is defined at its own place, of
// several the one with both axes there, else the document's first.
func chooseScales(doc *model.Document) {
	for i := range doc.Registers {
		r := &doc.Registers[i]
		r.Scale = -1
		here := 0
		for j := range doc.Scales {
			s, n := &doc.Scales[j], 0
			if s.At.Place == r.At.Place {
				if n = 1; s.Consequence.At.Place == r.At.Place {
					n = 2
				}
			}
			if r.Scale < 0 || n > here {
				r.Scale, here = j, n
			}
		}
	}
}
