package calc

import (
	"math"
	"slices"
)

// rowsOf gives the rows of a table of values that are all known for certain to
// come out alike in every program: empty cells do not.
func (e *eval) rowsOf(o operand) [][]Value {
	a := e.arrayOf(o)
	if e.refused || !a.whole() {
		e.refuse()
		return nil
	}
	var out [][]Value
	for r := range a.rows {
		out = append(out, a.values[r*a.cols:(r+1)*a.cols])
	}
	for _, v := range a.values {
		if v.Kind == Empty {
			e.refuse()
		}
	}
	return out
}

func tableOf(rows [][]Value) operand {
	a := newArray(len(rows), len(rows[0]))
	a.values = slices.Concat(rows...)
	return operand{array: a}
}

// sortRows is SORT of rows by a column of numbers; the order of texts is the
// locale's.
func sortRows(e *eval, args []operand) operand {
	rows := e.rowsOf(args[0])
	by, rising := 1, true
	if len(args) > 1 && !args[1].missing {
		v := e.asNumber(e.scalar(args[1]))
		if v.Kind == Error || v.Num != math.Trunc(v.Num) {
			e.refuse()
		}
		by = int(v.Num)
	}
	if len(args) > 2 && !args[2].missing {
		v := e.asNumber(e.scalar(args[2]))
		if v.Kind == Error || v.Num != 1 && v.Num != -1 {
			e.refuse()
		}
		rising = v.Num == 1
	}
	if e.refused || by < 1 || by > len(rows[0]) {
		e.refuse()
		return operand{}
	}
	for _, r := range rows {
		if r[by-1].Kind != Number {
			e.refuse()
			return operand{}
		}
	}
	slices.SortStableFunc(rows, func(a, b []Value) int {
		x, y := a[by-1].Num, b[by-1].Num
		switch {
		case Same(x, y):
			return 0
		case x < y == rising:
			return -1
		}
		return 1
	})
	return tableOf(rows)
}

// unique is UNIQUE of rows: the first of those that are equal.
func unique(e *eval, args []operand) operand {
	for _, a := range args[1:] {
		if yes, bad := e.asBool(e.scalar(a)); yes || bad.Kind == Error {
			e.refuse() // by columns, or those that occur once
		}
	}
	var out [][]Value
	for _, row := range e.rowsOf(args[0]) {
		if !slices.ContainsFunc(out, func(o []Value) bool { return e.sameRow(o, row) }) {
			out = append(out, row)
		}
		if *e.reads -= len(out); *e.reads < 0 {
			e.refuse()
		}
	}
	if e.refused {
		return operand{}
	}
	return tableOf(out)
}

func (e *eval) sameRow(a, b []Value) bool {
	for i := range a {
		if a[i].Kind == Error || b[i].Kind == Error {
			e.refuse()
			return false
		}
		if a[i].Kind != b[i].Kind || !e.equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// filter is FILTER of rows by a column of conditions.
func filter(e *eval, args []operand) operand {
	keep := e.arrayOf(args[1])
	rows := e.rowsOf(args[0])
	if e.refused || keep.cols != 1 || keep.rows != len(rows) || len(rows) == 1 {
		e.refuse()
		return operand{}
	}
	var out [][]Value
	for i, row := range rows {
		yes, bad := e.asBool(keep.at(i, 0))
		if bad.Kind == Error {
			return of(bad)
		}
		if yes {
			out = append(out, row)
		}
	}
	switch {
	case len(out) > 0:
		return tableOf(out)
	case len(args) == 3 && !args[2].missing:
		return args[2]
	}
	return of(fault("#CALC!"))
}
