package excel

import (
	"iter"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model/calc"
)

// Bounds of what is computed in one workbook: formulas without a stored result,
// and cells that they read, once to find their order and once to run them. Excel and LibreOffice always store results; only
// workbooks written by other programs lack them, and those are small.
const (
	maxComputed   = 20_000
	maxReads      = 4_000_000
	maxText       = 2 << 20 // bytes of the formulas
	samplesOfKind = 8
	maxSamples    = 64
)

// evaluate computes the formulas whose result is not stored. A result is taken
// only where package calc is certain of it, and where calc also reproduces the
// stored results of like formulas in the same workbook. All others stay
// uncalculated. Formulas are run one by one in the order of what they need, so
// that no chain of them can exhaust the stack.
func (r *reader) evaluate() error {
	if len(r.pending) == 0 || len(r.pending) > maxComputed {
		return nil
	}
	reads, looks := maxReads, maxReads
	env := newCells(r)
	plans := r.plans(env, &looks)
	order := inOrder(plans)
	if len(order) == 0 {
		return nil
	}
	trusted := r.trusted(env, plans, &reads)
	circles := &fresh{cells: env, reads: maxReads}
	for n, i := range order {
		if n%256 == 0 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
		}
		p := &plans[i]
		// The order tells the circles of formulas without a stored result; through one
		// that has a result there may be others.
		if !trusted(p.program) || p.mixed && circles.circular(p.at) {
			continue
		}
		// A cell that this one reads and that stayed uncalculated refuses it.
		if v, ok := p.program.Run(env, &reads); ok {
			cell := r.cellAt(p.at)
			cell.Uncalculated = false
			cell.Kind, cell.Text = r.shown(v, p.style)
			r.show(cell, p.style)
		}
	}
	return nil
}

// shown gives a computed value as the cell's style shows it.
func (r *reader) shown(v calc.Value, style int) (grid.Kind, string) {
	switch v.Kind {
	case calc.Number:
		if r.isDate(style) {
			if text, ok := dateText(v.Num, r.book.date1904); ok {
				return grid.Date, text
			}
		}
		return grid.Number, calc.Shown(v.Num)
	case calc.Text:
		if v.Text == "" {
			return grid.Empty, ""
		}
		return grid.Text, v.Text
	case calc.Bool:
		if v.Num != 0 {
			return grid.Bool, "TRUE"
		}
		return grid.Bool, "FALSE"
	}
	return grid.Error, v.Text
}

// tally counts samples and those of them that came out wrong.
type tally struct{ tried, wrong int }

// passes allows one in ten to differ: a stored result may itself be out of
// date, and that is for a rule to find.
func (t *tally) passes() bool { return t == nil || t.wrong*10 <= t.tried }

// trusted tries calc on formulas whose results are stored, and gives the test
// that a formula must pass: on the samples of its own kind, or where there are
// none on those that share a function with it.
func (r *reader) trusted(env *cells, plans []plan, reads *int) func(*calc.Program) bool {
	kinds, single := map[string]*tally{}, map[string]*tally{}
	note := func(m map[string]*tally, key string, wrong int) {
		if m[key] == nil {
			m[key] = &tally{}
		}
		m[key].tried++
		m[key].wrong += wrong
	}
	for _, s := range r.samples(env, plans) {
		v, ok := s.program.Run(env, reads)
		if !ok {
			continue // not certain: says nothing
		}
		wrong := 1
		if sameResult(r.cellAt(s.at), v, r.book.date1904) {
			wrong = 0
		}
		note(kinds, s.program.Kind, wrong)
		for _, f := range s.program.Functions {
			note(single, f, wrong)
		}
	}
	return func(p *calc.Program) bool {
		if t := kinds[p.Kind]; t != nil {
			return t.passes()
		}
		for _, f := range p.Functions {
			if !single[f].passes() {
				return false
			}
		}
		return true
	}
}

// samples picks formulas with stored results that are like those to compute.
func (r *reader) samples(env *cells, plans []plan) []plan {
	wanted := map[string]bool{}
	for i := range plans {
		if p := plans[i].program; p != nil {
			wanted[p.Kind] = true
			for _, f := range p.Functions {
				wanted[f] = true
			}
		}
	}
	var out []plan
	perKind, outlines, looked := map[string]int{}, map[uint64]int{}, 0
	for at, cell := range r.stored() {
		if looked++; looked > maxComputed || len(out) >= maxSamples {
			break
		}
		shape := outline(cell.Formula)
		if outlines[shape]++; outlines[shape] > samplesOfKind {
			continue
		}
		p, ok := env.compile(cell.Formula, at)
		if !ok || perKind[p.Kind] >= samplesOfKind || !shares(p, wanted) {
			continue
		}
		perKind[p.Kind]++
		out = append(out, plan{at: at, program: p})
	}
	return out
}

// stored gives the cells with a formula whose result stands in the file, in order.
func (r *reader) stored() iter.Seq2[position, *grid.Cell] {
	return func(yield func(position, *grid.Cell) bool) {
		for ti := range r.wb.Tables {
			for ri, row := range r.wb.Tables[ti].Rows {
				for ci := range row {
					cell := &row[ci]
					if cell.Formula == "" || cell.Uncalculated || cell.Kind == grid.Error {
						continue
					}
					if !yield(position{ti, ri, ci}, cell) {
						return
					}
				}
			}
		}
	}
}

// outline gives a number that is the same for formulas that differ only in
// digits, as those of a column do.
func outline(text string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(text) {
		if c := text[i]; c < '0' || c > '9' {
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	return h
}

func shares(p *calc.Program, wanted map[string]bool) bool {
	for _, f := range p.Functions {
		if wanted[f] {
			return true
		}
	}
	return wanted[p.Kind]
}

// sameResult compares a stored result with a computed one.
func sameResult(want *grid.Cell, got calc.Value, date1904 bool) bool {
	switch want.Kind {
	case grid.Empty:
		return got.Kind == calc.Text && got.Text == ""
	case grid.Date:
		text, ok := dateText(got.Num, date1904)
		return got.Kind == calc.Number && ok && text == want.Stored()
	case grid.Number:
		f, ok := parseFloat([]byte(want.Stored()))
		return got.Kind == calc.Number && ok && (calc.Same(f, got.Num) || near(f, got.Num))
	case grid.Bool:
		return got.Kind == calc.Bool && (want.Text == "TRUE") == (got.Num != 0)
	}
	return got.Kind == calc.Text && strings.EqualFold(got.Text, want.Stored())
}

// near allows the last digits to differ by the order of summing.
func near(a, b float64) bool {
	diff, size := a-b, max(a, b, -a, -b)
	return diff < 1e-12*size && -diff < 1e-12*size
}
