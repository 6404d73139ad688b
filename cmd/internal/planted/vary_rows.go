package planted

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// Line is a row of a table that is no risk. At is the place of its text among
// the columns; the text of a merged line stands over all of them.
type Line struct {
	Text   string
	At     int
	Merged bool
	Cells  map[int]Cell
	sum    string // function over the rows, for the columns of Cells
}

// Aggregate is a row that sums up the values of a table. An empty word leaves
// the row without one.
type Aggregate struct {
	Word, Function string
}

// Aggregates are those that stand below public registers.
var Aggregates = []Aggregate{{"Medelvärde", "AVERAGE"}, {"Snitt", "AVERAGE"}, {"Antal", "COUNT"}, {"Högsta", "MAX"}, {"Summa", "SUM"}, {"", "SUM"}}

var functions = map[string]func(values []int) float64{
	"COUNT": func(values []int) float64 { return float64(len(values)) },
	"MAX":   func(values []int) float64 { return float64(slices.Max(values)) },
	"SUM": func(values []int) (sum float64) {
		for _, v := range values {
			sum += float64(v)
		}
		return sum
	},
}

// Summed ends every register with one aggregate of its values, and of its
// levels where those are numbers, as a formula or typed.
func Summed(a Aggregate, formula bool) Variation {
	return Variation{Draft: func(r *rand.Rand, d *Draft) bool {
		sheets := d.registers(model.FieldScore)
		for _, s := range sheets {
			l := s.total(r, a)
			if formula {
				l.sum = a.Function
			}
			if r.IntN(3) == 0 {
				s.Totals = append(s.Totals, Line{})
			}
			s.Totals = append(s.Totals, l)
		}
		return len(sheets) > 0
	}}
}

// total makes the row of an aggregate. Its word stands in the first column,
// beside the value or below the risks.
func (s *Sheet) total(r *rand.Rand, a Aggregate) Line {
	columns := s.Spec.Columns
	score := s.Spec.index(Column{Field: model.FieldScore})
	at := pick(r, []int{0, score - 1, s.Spec.index(Column{Field: model.FieldEvent})})
	for at < 0 || at == score {
		at = (at + len(columns) + 1) % len(columns)
	}
	l := Line{Text: a.Word, At: at, Cells: map[int]Cell{}}
	for j, k := range columns {
		if j == at && a.Word != "" || !s.counted(k.Field) {
			continue
		}
		if text := s.aggregate(a.Function, k.Column); text != "" {
			l.Cells[j] = Cell{Text: text, Number: true}
		}
	}
	return l
}

// counted reports whether a column holds numbers that are summed up.
func (s *Sheet) counted(f model.Field) bool {
	isLevel := f == model.FieldLikelihood || f == model.FieldConsequence
	return f == model.FieldScore || isLevel && s.draft.Layout.Levels == ByNumber
}

// aggregate computes a function over the numbers of a column.
func (s *Sheet) aggregate(function string, k Column) string {
	var values []int
	for _, row := range s.Rows {
		if v, err := strconv.Atoi(strings.TrimSpace(row.Cells[k].Text)); err == nil && row.First {
			values = append(values, v)
		}
	}
	switch {
	case len(values) == 0:
		return ""
	case function == "AVERAGE":
		return fmt.Sprintf("%.1f", functions["SUM"](values)/float64(len(values)))
	}
	return fmt.Sprint(functions[function](values))
}

// Between is what stands between the risks of a table.
type Between int

// What may stand there.
const (
	GroupHeads Between = iota
	Remarks
)

var (
	groups  = []string{"Ekonomi", "Personal", "Område: Drift", "2. Verksamhet", "Gemensamma risker", "C Myndighetsutövning"}
	remarks = []string{"OBS! Bedöms på nytt efter sommaren.", "Riskerna nedan är nya för året.", "* Reviderad efter nämndens möte i mars",
		"Se även förvaltningens handlingsplan.", "Kommentar: bedömningen gjordes av ledningsgruppen"}
)

// Interrupted puts rows of text between the risks of every register: merged
// over the table, or in its first column where that holds a number or an area.
func Interrupted(by Between) Variation {
	texts := groups
	if by == Remarks {
		texts = remarks
	}
	return Variation{Draft: func(r *rand.Rand, d *Draft) bool {
		found := false
		for _, s := range d.registers() {
			s.Lines = map[int]Line{}
			first := s.Spec.Columns[0].Field
			merged := first != model.FieldNumber && first != model.FieldArea || r.IntN(2) == 0
			for _, i := range r.Perm(len(s.Rows)) {
				if s.joined(i) || len(s.Lines) == 3 {
					continue
				}
				s.Lines[i] = Line{Text: texts[(i+len(s.Lines))%len(texts)], Merged: merged}
				found = true
			}
		}
		return found
	}}
}

// joined reports whether row i shares a cell with the one above it.
func (s *Sheet) joined(i int) bool {
	for _, k := range s.Spec.Columns {
		if s.above(i, k.Field, s.draft.Layout.Areas) != nil {
			return true
		}
	}
	return false
}

// drawLine writes a row that is no risk.
func (s *Sheet) drawLine(c *canvas, l Line, row int) {
	at := spot{row, s.Spec.Col + l.At}
	if l.Text != "" {
		c.head(at.row, at.col, l.Text)
	}
	if l.Merged {
		c.merge(at, spot{row, s.Spec.Col + len(s.Spec.Columns) - 1})
	}
	for j, cell := range l.Cells {
		col := s.Spec.Col + j
		if l.sum != "" && len(s.Rows) > 0 {
			cell.Formula = fmt.Sprintf("%s(%s:%s)", l.sum, spot{s.Rows[0].line, col}.ref(), spot{s.Rows[len(s.Rows)-1].line, col}.ref())
			cell.Auto = s.draft.Layout.Values == Uncached
		}
		c.cells[spot{row, col}] = cell
	}
}
