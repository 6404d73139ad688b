package evidence

import (
	"slices"
	"sort"
	"strings"

	"riskbok/rules/model/formula"
)

// form is a formula as most of a column's cells have it: what it computes and
// the columns of its own row that it reads. Only known forms prove a relation;
// one that merely refers to two columns does not.
type form struct {
	kind formKind
	cols []int // from 0, ascending
}

type formKind int

const (
	noForm     formKind = iota
	otherForm           // something else than those below
	productOf           // A*B, PRODUCT(A,B), also with a test for empty cells around it
	sumOf               // A+B
	maximumOf           // MAX(A,B)
	greatestOf          // A*MAX(B,C,…)
	lookup              // INDEX, MATCH, VLOOKUP … over two cells of the row
)

// usualForm gives the form that most of a column's formulas have, and which
// share of its filled cells has it.
func usualForm(c *Column) (form, float64) {
	type counted struct {
		form
		n int
	}
	var seen []counted
	forms := 0
	for _, cell := range c.cells {
		if cell == nil || cell.Formula == "" {
			continue
		}
		forms++
		f := formOf(cell.Formula, int(cell.At.Row))
		found := false
		for i := range seen {
			if seen[i].kind == f.kind && slices.Equal(seen[i].cols, f.cols) {
				seen[i].n++
				found = true
			}
		}
		if !found && len(seen) < tolerances.distinct {
			seen = append(seen, counted{f, 1})
		}
	}
	if len(seen) == 0 {
		return form{}, 0
	}
	sort.SliceStable(seen, func(i, j int) bool { return seen[i].n > seen[j].n })
	return seen[0].form, float64(seen[0].n) / float64(max(c.filled, forms))
}

// formOf reads what a formula on a row computes.
func formOf(text string, row int) form {
	p := formula.Parse(text)
	reads := p.Reads()
	f := form{kind: otherForm}
	if reads.Opaque || reads.External {
		return f
	}
	fixed := len(reads.Names)+len(reads.Tables) > 0
	for _, r := range reads.Ranges {
		if r.Sheet != "" || r.Top != row || r.Bottom != row || !r.Relative {
			fixed = true
			continue
		}
		for col := r.Left; col <= min(r.Right, r.Left+tolerances.consequences); col++ {
			f.cols = include(f.cols, col-1)
		}
	}
	f.kind = kindOf(text, reads.Functions, fixed, len(f.cols))
	return f
}

func include(cols []int, col int) []int {
	i := sort.SearchInts(cols, col)
	if i < len(cols) && cols[i] == col {
		return cols
	}
	cols = append(cols, 0)
	copy(cols[i+1:], cols[i:])
	cols[i] = col
	return cols
}

// wrappers are functions that only test a cell before something is computed.
var wrappers = map[string]bool{"IF": true, "IFERROR": true, "ISBLANK": true, "OR": true, "AND": true, "COUNT": true, "COUNTA": true, "ISNUMBER": true, "VALUE": true, "LEFT": true, "ISERROR": true, "NOT": true, "ROUND": true, "INT": true}

var lookups = map[string]bool{"INDEX": true, "MATCH": true, "VLOOKUP": true, "HLOOKUP": true, "XLOOKUP": true, "LOOKUP": true, "CHOOSE": true}

func kindOf(text string, functions []string, fixed bool, cols int) formKind {
	has := map[string]bool{}
	for _, f := range functions {
		has[f] = true
	}
	looks, other := false, false
	for f := range has {
		looks = looks || lookups[f]
		other = other || !lookups[f] && !wrappers[f] && f != "MAX" && f != "PRODUCT" && f != "SUM"
	}
	times := strings.Contains(text, "*") || has["PRODUCT"]
	plus := strings.Contains(text, "+") || has["SUM"]
	minus := strings.ContainsAny(strings.Trim(text, "-"), "-/^%")
	switch {
	case cols < 2 || other || minus:
		return otherForm
	case looks:
		return lookup
	case fixed:
		return otherForm
	case times && has["MAX"] && !plus:
		return greatestOf
	case times && !plus && !has["MAX"]:
		return productOf
	case plus && !times && !has["MAX"]:
		return sumOf
	case has["MAX"] && !times && !plus:
		return maximumOf
	}
	return otherForm
}
