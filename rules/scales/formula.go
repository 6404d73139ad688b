package scales

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"riskbok/rules/model"
	"riskbok/rules/model/calc"
)

// formulaRule gives the rule by which the formulas of registers compute their
// values, if most say the same, and how many of how many rows do. ok is false
// where there are too few, or most look up what stands elsewhere: those are
// judged by their results.
func formulaRule(registers []*model.Register) (rule model.ValueRule, hits, of int, ok bool) {
	votes, told := map[model.ValueRule]int{}, 0
	for _, r := range registers {
		if !r.Has(model.FieldScore) {
			continue
		}
		step := 1 + len(r.Risks)/tolerances.formulaSample
		for i := 0; i < len(r.Risks); i += step {
			for a := range r.Risks[i].Assessments() {
				if a.Score.Formula == "" && !a.Score.OK {
					continue
				}
				of++
				if rule, ok := computes(r, a); ok {
					votes[rule]++
					told++
				}
			}
		}
	}
	for candidate, n := range votes {
		if n > hits {
			rule, hits = candidate, n
		}
	}
	return rule, hits, of, hits >= tolerances.fewFormulas && tolerances.explained.met(hits, told) && hits*2 > of
}

// probes are the levels that a formula is tried with: together they tell the
// product, the sum and the greater of two apart, and each from all else that was
// met. A second consequence is given the probe's lesser number.
var probes = [][2]int{{2, 3}, {3, 2}, {4, 1}, {1, 4}, {3, 4}}

// computes tells by which rule a formula computes the value of its row, found by
// trying it: the row's level cells are given numbers, and any other cell that it
// reads makes it one that cannot be told.
func computes(r *model.Register, a *model.Assessment) (model.ValueRule, bool) {
	if a.Score.Formula == "" || a.Score.At.IsZero() || a.Likelihood.At.IsZero() {
		return "", false
	}
	consequences := a.Weighed()
	row := probeRow{sheet: r.Name, cells: map[[2]int]float64{}}
	text := thisRow(a.Score.Formula, r, int(a.Score.At.Row))
	program, ok := calc.Compile(text, 0, &row)
	if !ok {
		return "", false
	}
	left := map[model.ValueRule]bool{model.RuleProduct: true, model.RuleSum: true, model.RuleMaximum: true}
	reads := 1000
	for i, p := range probes {
		row.cells[cellOf(a.Likelihood.At)] = float64(p[0])
		for k, c := range consequences {
			if c.At.IsZero() {
				return "", false
			}
			row.cells[cellOf(c.At)] = float64(min(p[0], p[1], 2))
			if k == i%len(consequences) {
				row.cells[cellOf(c.At)] = float64(p[1])
			}
		}
		v, ok := program.Run(&row, &reads)
		if !ok {
			return "", false
		}
		greatest := 0
		for _, c := range consequences {
			greatest = max(greatest, int(row.cells[cellOf(c.At)]))
		}
		for rule := range left {
			if v.Kind != calc.Number || !calc.Same(v.Num, float64(rule.Of(p[0], greatest))) {
				delete(left, rule)
			}
		}
	}
	for rule := range left {
		return rule, true
	}
	// A choice among cases is a look-up in the formula's own list.
	return model.RuleOther, bareNumbers(a) && !slices.ContainsFunc(program.Functions, func(f string) bool { return !slices.Contains(arithmetic, f) })
}

// arithmetic are the functions that compute, and choose nothing.
var arithmetic = []string{"AVERAGE", "INT", "MAX", "MIN", "POWER", "PRODUCT", "ROUND", "ROUNDDOWN", "ROUNDUP", "SQRT", "SUM"}

// bareNumbers reports whether the levels of a row are numbers and nothing else,
// as the probes are.
func bareNumbers(a *model.Assessment) bool {
	for _, v := range append([]model.Value[model.Level]{a.Likelihood, a.Consequence}, a.Consequences...) {
		if v.OK && (!v.V.HasNumber || v.V.Label != "") {
			return false
		}
	}
	return a.Likelihood.OK
}

func cellOf(at model.Source) [2]int { return [2]int{int(at.Row), int(at.Col)} }

// probeRow is a sheet of which the levels of one row are known.
type probeRow struct {
	sheet string
	cells map[[2]int]float64
}

func (p *probeRow) Sheet(name string) int {
	if strings.EqualFold(name, p.sheet) {
		return 0
	}
	return -1
}

func (p *probeRow) Used(int) (rows, cols int) { return 1 << 20, 1 << 14 }

func (p *probeRow) Cell(_, row, col int) (calc.Value, bool) {
	n, ok := p.cells[[2]int{row, col}]
	return calc.Value{Kind: calc.Number, Num: n}, ok
}

func (p *probeRow) Name(string) (string, bool) { return "", false }

var columnOfTable = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[\p{L}\d_.]*\[\[#This Row\],\s*\[([^\]]+)\]\]`) })

// thisRow puts cells in place of what names a column of Excel's own table in
// the formula's row.
func thisRow(text string, r *model.Register, row int) string {
	if !strings.Contains(text, "#This Row") {
		return text
	}
	return columnOfTable().ReplaceAllStringFunc(text, func(s string) string {
		name := model.Letters(columnOfTable().FindStringSubmatch(s)[1])
		for _, list := range [][]model.Column{r.Columns, r.Consequences} {
			for _, c := range list {
				if model.Letters(c.Heading) == name {
					return model.Source{Row: int32(row), Col: c.At.Col}.Cell()
				}
			}
		}
		return s
	})
}
