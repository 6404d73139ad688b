package planted

import (
	"fmt"
	"strconv"
)

// Form says how a definitions sheet prints the levels.
type Form int

// The forms of definitions.
const (
	NumberColumn  Form = iota // label, definition, number below each other
	NumberFirst               // number, label, definition
	NumberInLabel             // "3 - Möjlig", definition
	SideBySide                // the axes beside each other
	PrintedOrder              // no numbers at all
)

// RangeForm says how ranges of the risk value are printed.
type RangeForm int

// The forms of ranges. RangeFrom prints the highest as "≥12".
const (
	RangeHyphen RangeForm = iota
	RangeDash
	RangeSpaced
	RangeFrom
)

// DefinitionsSpec is the sheet that states the scale.
type DefinitionsSpec struct {
	Sheet, Title                    string
	First                           bool // stands before the other sheets
	Form                            Form
	Ranges                          RangeForm
	Descending                      bool // the highest range first
	HideNumbers                     bool
	Likelihood, Consequence         string
	Definition, Number              string
	RangeHead, TreatmentHead, Means string
	Row, Col                        int
	Beside                          Beside
	Matrix                          bool                                 // the products as a grid, with the labels on its sides
	Section                         string                               // a line above the ranges
	Limit                           func(i int, k Range, last bool) Cell // a range as it is printed; nil: as Ranges has it
}

// Beside says where the definitions stand.
type Beside int

// The places of definitions: on a sheet of their own, or on the first sheet
// below or to the right of its table.
const (
	Apart Beside = iota
	Below
	ToTheRight
)

// axisRefs are the cells of an axis for a lookup formula.
type axisRefs struct{ labels, numbers, table string }

func (r RangeForm) text(k Range, last bool) string {
	switch {
	case k.Min == k.Max:
		return strconv.Itoa(k.Min)
	case r == RangeDash:
		return fmt.Sprintf("%d–%d", k.Min, k.Max)
	case r == RangeSpaced:
		return fmt.Sprintf("%d - %d", k.Min, k.Max)
	case r == RangeFrom && last:
		return fmt.Sprintf("≥%d", k.Min)
	}
	return fmt.Sprintf("%d-%d", k.Min, k.Max)
}

// draw puts the scale on a canvas and says where its levels and ranges stand.
func (ds *DefinitionsSpec) draw(c *canvas, s *Scale) (likelihood, consequence axisRefs, ranges []spot) {
	row, col := max(ds.Row, 1), max(ds.Col, 1)
	c.head(row, col, ds.Title)
	row += 2
	likelihood, end := ds.axis(c, row, col, ds.Likelihood, s.Likelihood)
	if ds.Form == SideBySide {
		var other int
		consequence, other = ds.axis(c, row, col+4, ds.Consequence, s.Consequence)
		row = max(end, other) + 1
	} else {
		consequence, row = ds.axis(c, end+1, col, ds.Consequence, s.Consequence)
		row++
	}
	if ds.Section != "" {
		c.head(row, col, ds.Section)
		row++
	}
	ranges = ds.ranges(c, row, col, s)
	if ds.Matrix {
		ds.matrix(c, row+len(s.Treatments)+3, col, s)
	}
	return likelihood, consequence, ranges
}

// axis prints one axis and gives the row after it.
func (ds *DefinitionsSpec) axis(c *canvas, row, col int, heading string, levels []Step) (axisRefs, int) {
	label, meaning, number := col, col+1, col+2
	switch ds.Form {
	case NumberFirst:
		number, label, meaning = col, col+1, col+2
	case NumberInLabel, PrintedOrder:
		number = 0
	}
	c.head(row, label, heading)
	c.head(row, meaning, ds.Definition)
	if number > 0 {
		c.head(row, number, ds.Number)
		if ds.HideNumbers {
			c.hidden = append(c.hidden, number)
		}
	}
	c.widths[label], c.widths[meaning] = 22, 60
	for i, l := range levels {
		text := l.Label
		if ds.Form == NumberInLabel {
			text = fmt.Sprintf("%d - %s", i+1, l.Label)
		}
		c.text(row+1+i, label, text)
		c.text(row+1+i, meaning, l.Meaning)
		if number > 0 {
			c.setNumber(row+1+i, number, i+1)
		}
	}
	span := func(from, to int) string {
		a, b := spot{row + 1, from}, spot{row + len(levels), to}
		return "'" + c.name + "'!" + a.absolute() + ":" + b.absolute()
	}
	refs := axisRefs{labels: span(label, label)}
	if number > 0 {
		refs.numbers = span(number, number)
		if number == label+2 {
			refs.table = span(label, number)
		}
	}
	return refs, row + 1 + len(levels)
}

// ranges prints the ranges and gives where each stands, lowest first.
func (ds *DefinitionsSpec) ranges(c *canvas, row, col int, s *Scale) []spot {
	c.head(row, col, ds.RangeHead)
	c.head(row, col+1, ds.TreatmentHead)
	if ds.Means != "" {
		c.head(row, col+2, ds.Means)
	}
	n := len(s.Treatments)
	at := make([]spot, n)
	for i := range s.Treatments {
		k := i
		if ds.Descending {
			k = n - 1 - i
		}
		t := s.Treatments[k]
		at[k] = spot{row + 1 + i, col}
		limit := Cell{Text: ds.Ranges.text(t, k == n-1)}
		if ds.Limit != nil {
			limit = ds.Limit(k, t, k == n-1)
		}
		if limit.Text != "" || !limit.Date.IsZero() {
			c.cells[at[k]] = limit
		}
		c.text(row+1+i, col+1, t.Label)
		if ds.Means != "" {
			c.text(row+1+i, col+2, t.Meaning)
		}
	}
	return at
}

func (s spot) absolute() string {
	ref := s.ref()
	for i, r := range ref {
		if r >= '0' && r <= '9' {
			return "$" + ref[:i] + "$" + ref[i:]
		}
	}
	return ref
}

// matrix prints the value of every pair of levels, the highest likelihood at
// the top.
func (ds *DefinitionsSpec) matrix(c *canvas, row, col int, s *Scale) {
	c.head(row, col, "Riskmatris")
	c.head(row+1, col, ds.Likelihood+" / "+ds.Consequence)
	for j, l := range s.Consequence {
		c.head(row+1, col+1+j, l.Label)
	}
	n := len(s.Likelihood)
	for i := range n {
		c.head(row+2+i, col, s.Likelihood[n-1-i].Label)
		for j := range s.Consequence {
			c.setNumber(row+2+i, col+1+j, (n-i)*(j+1))
		}
	}
}
