package calc

import "strings"

// line is a row or column that is searched: of cells, or of an array.
type line struct {
	sheet, row, col int
	down            bool
	n               int
	array           *array
}

// value gives an element, from 0.
func (e *eval) value(l line, i int) Value {
	if l.array == nil {
		at := l.at(i)
		return e.read(at.Sheet, at.Top, at.Left)
	}
	if l.down {
		return l.array.at(i, 0)
	}
	return l.array.at(0, i)
}

// operand gives an element as what it is: a cell where it is one.
func (l line) operand(i int) operand {
	if l.array == nil {
		return operand{area: l.at(i), isArea: true}
	}
	if l.down {
		return of(l.array.at(i, 0))
	}
	return of(l.array.at(0, i))
}

func (l line) at(i int) Area {
	row, col := l.row, l.col
	if l.down {
		row += i
	} else {
		col += i
	}
	return Area{l.sheet, row, col, row, col}
}

// lineOf takes an operand that is one row or column, cells as far as they are used.
func (e *eval) lineOf(o operand) (line, bool) {
	if o.array != nil && (o.array.rows == 1 || o.array.cols == 1) && o.array.whole() {
		return line{array: o.array, down: o.array.cols == 1, n: o.array.rows * o.array.cols}, true
	}
	a := o.area
	if !o.isArea || a.Top != a.Bottom && a.Left != a.Right {
		e.refuse()
		return line{}, false
	}
	u := e.used(a)
	if a.Left == a.Right {
		return line{sheet: a.Sheet, row: a.Top, col: a.Left, down: true, n: max(0, u.Bottom-a.Top+1)}, true
	}
	return line{sheet: a.Sheet, row: a.Top, col: a.Left, n: max(0, u.Right-a.Left+1)}, true
}

// find gives the index of a value in a line: the first equal one, or in sorted
// search the last that is not above it. −1 is none.
func (e *eval) find(want Value, l line, sorted bool) int {
	if want.Kind == Empty {
		want = number(0)
	}
	if sorted {
		return e.findSorted(want, l)
	}
	wild := want.Kind == Text && strings.ContainsAny(want.Text, "*?~")
	for i := range l.n {
		v := e.value(l, i)
		if e.refused {
			return -1
		}
		if v.Kind != want.Kind {
			continue
		}
		if wild && wildcard(want.Text, v.Text) || !wild && e.equal(v, want) {
			return i
		}
	}
	return -1
}

// findSorted searches numbers in rising order; a search among texts depends on
// the locale, and one in an unsorted line on the program.
func (e *eval) findSorted(want Value, l line) int {
	if want.Kind != Number {
		e.refuse()
		return -1
	}
	found, last, any := -1, 0.0, false
	for i := range l.n {
		v := e.value(l, i)
		if e.refused {
			return -1
		}
		if v.Kind != Number {
			continue
		}
		if any && v.Num < last {
			e.refuse()
			return -1
		}
		last, any = v.Num, true
		if v.Num < want.Num || Same(v.Num, want.Num) {
			found = i
		}
	}
	return found
}

// wildcard matches a pattern of "*", "?" and "~" (which takes the next of them
// as it is) against a whole text, without case.
func wildcard(pattern, s string) bool {
	p, t := []rune(strings.ToLower(pattern)), []rune(strings.ToLower(s))
	pi, ti, star, mark := 0, 0, -1, 0
	for ti < len(t) {
		if pi < len(p) {
			c, size, literal := p[pi], 1, true
			switch {
			case c == '~' && pi+1 < len(p) && strings.ContainsRune("*?~", p[pi+1]):
				c, size = p[pi+1], 2
			case c == '*':
				star, mark = pi, ti
				pi++
				continue
			case c == '?':
				literal = false
			}
			if !literal || c == t[ti] {
				pi += size
				ti++
				continue
			}
		}
		if star < 0 {
			return false
		}
		mark++
		pi, ti = star+1, mark
	}
	for pi < len(p) && p[pi] == '*' {
		pi++
	}
	return pi == len(p)
}
