package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// definitions is where the parts of the definitions sheet stand, rows from 0.
// Labels and texts are in columns A and B, numbers in C.
type definitions struct {
	sheet                   string
	likelihood, consequence rows
	treatments              rows
	grid                    rows // the values of a scale with overrides; columns from B
	reporting, directions   rows
	scale                   *model.Scale
	refs                    map[[2]int]string // what [definitions.at] has given
	choices                 map[choice]string // formulas of [definitions.choose], cellMark for the cell
}

// choice is which formula of [definitions.choose] is meant.
type choice struct {
	first     int // row of the first level
	numbers   bool
	otherwise string
}

// cellMark stands for a cell's reference in a formula that many rows have.
const cellMark = "\x00"

// rows is a run of rows, the last one included; count 0 is none.
type rows struct{ first, count int }

func (r rows) last() int { return r.first + r.count - 1 }

// Columns of the definitions sheet.
const (
	colLabel = iota
	colText
	colNumber // also the lower limit of a treatment
	colUpper
	colMeaning
)

// placeDefinitions says where each part goes: one under the other, an empty
// row between.
func placeDefinitions(sheet string, s *model.Scale, directions, reporting int) *definitions {
	d := &definitions{sheet: sheet, scale: s, refs: map[[2]int]string{}, choices: map[choice]string{}}
	next := 4 // below title, subtitle, an empty row and the first heading
	take := func(count, gap int) rows {
		r := rows{next, count}
		next += count + gap
		return r
	}
	d.likelihood = take(len(s.Likelihood.Levels), 2)
	d.consequence = take(len(s.Consequence.Levels), 3)
	d.treatments = take(len(s.Treatments), 3)
	if !s.Products() {
		d.grid = take(len(s.Likelihood.Levels), 2)
	} else {
		next--
	}
	if reporting > 0 {
		d.reporting = take(reporting, 2)
	}
	if directions > 0 {
		d.directions = take(directions, 2)
	}
	return d
}

// area gives a fixed reference to a part of a column, with the sheet's name.
func (d *definitions) area(r rows, from, to int) string {
	return workbook.Quoted(d.sheet) + "!" + workbook.Absolute(r.first, from) + ":" + workbook.Absolute(r.last(), to)
}

// at gives a fixed reference to one cell, with the sheet's name.
func (d *definitions) at(row, col int) string {
	ref, ok := d.refs[[2]int{row, col}]
	if !ok {
		ref = workbook.Quoted(d.sheet) + "!" + workbook.Absolute(row, col)
		d.refs[[2]int{row, col}] = ref
	}
	return ref
}

// worth gives the formula for the number of the level that stands in a cell.
// An unknown level gives an error, which the callers catch.
func (d *definitions) worth(at string, a *model.Axis, r rows) string {
	return d.chosen(at, a, r, choice{r.first, true, notALevel})
}

// position gives the formula for the place, from 1, of the level in a cell, or
// otherwise for a level that is not on the scale.
func (d *definitions) position(at string, a *model.Axis, r rows, otherwise string) string {
	return d.chosen(at, a, r, choice{r.first, false, otherwise})
}

// chosen gives the formula for the level in a cell. All but the cell is made once.
func (d *definitions) chosen(at string, a *model.Axis, r rows, c choice) string {
	formula, ok := d.choices[c]
	if !ok {
		result := func(row int) string { return strconv.Itoa(row - r.first + 1) }
		if c.numbers {
			result = func(row int) string { return d.at(row, colNumber) }
		}
		formula = d.choose(cellMark, a, r, c.otherwise, result)
		d.choices[c] = formula
	}
	return strings.ReplaceAll(formula, cellMark, at)
}

// choose compares with one label after the other. VLOOKUP and MATCH would be
// shorter, but take "?" and "*" in a label for other characters, and excelize,
// which may be asked to recalculate, finds "Sannolik" in "Osannolik" (v2.11.0,
// its matchPattern).
func (d *definitions) choose(at string, a *model.Axis, r rows, otherwise string, result func(row int) string) string {
	var b strings.Builder
	nested := r.count
	if slices.ContainsFunc(a.Levels, func(l model.ScaleLevel) bool { return l.Label == "" && l.Value == 0 }) {
		// An empty cell equals a level that is a bare 0.
		b.WriteString("IF(LEN(" + at + ")=0," + otherwise + ",")
		nested++
	}
	for row := r.first; row <= r.last(); row++ {
		b.WriteString("IF(" + at + "=" + d.at(row, colLabel) + "," + result(row) + ",")
	}
	return b.String() + otherwise + strings.Repeat(")", nested)
}

// notALevel is what a formula has for a level that is not on the scale: a text,
// so that multiplying it is an error. NA() would say it better, but excelize
// works out every branch of IF, and an error in one is the result of all.
const notALevel = `"?"`

// value gives the formula of a risk value from the cells of its two levels, as
// an error where a level is not on the scale.
func (d *definitions) value(likelihood, consequence string) string {
	if d.grid.count > 0 {
		last := colText + len(d.scale.Consequence.Levels) - 1
		return "INDEX(" + d.area(d.grid, colText, last) + "," +
			d.position(likelihood, &d.scale.Likelihood, d.likelihood, notALevel) + "," +
			d.position(consequence, &d.scale.Consequence, d.consequence, notALevel) + ")"
	}
	return d.worth(likelihood, &d.scale.Likelihood, d.likelihood) + "*" +
		d.worth(consequence, &d.scale.Consequence, d.consequence)
}

// known gives the condition that both levels are on the scale.
func (d *definitions) known(likelihood, consequence string) string {
	return d.position(likelihood, &d.scale.Likelihood, d.likelihood, "0") + "*" +
		d.position(consequence, &d.scale.Consequence, d.consequence, "0") + ">0"
}

// treatment gives the formula of the treatment of the value in a cell, or
// otherwise where no range holds it.
func (d *definitions) treatment(at, otherwise string) string {
	var b strings.Builder
	for row := d.treatments.first; row <= d.treatments.last(); row++ {
		b.WriteString("IF(AND(" + at + ">=" + d.at(row, colNumber) + "," + at + "<=" + d.at(row, colUpper) + ")," + d.at(row, colText) + ",")
	}
	return b.String() + otherwise + strings.Repeat(")", d.treatments.count)
}

// limits gives the range of a treatment as the sheet states it: an end that
// lies beyond all values, as in "12 and above", is brought back to the last.
func (d *definitions) limits(t *model.Treatment) (lower, upper int) {
	least, most := extremes(d.scale)
	lower, upper = t.Min, t.Max
	if lower <= most && upper > most {
		upper = most
	}
	if least = min(least, 0); upper >= least && lower < least {
		lower = least
	}
	return lower, upper
}

// extremes gives the least and the greatest risk value of a scale.
func extremes(s *model.Scale) (least, most int) {
	first := true
	for _, l := range s.Likelihood.Levels {
		for _, c := range s.Consequence.Levels {
			v := s.Score(l.Value, c.Value)
			if first {
				least, most, first = v, v, false
			}
			least, most = min(least, v), max(most, v)
		}
	}
	return least, most
}

// rangeText gives a range as documents write it, "4-11".
func rangeText(least, most int) string {
	if least == most {
		return strconv.Itoa(least)
	}
	return strconv.Itoa(least) + "-" + strconv.Itoa(most)
}
