package calc

import "strings"

// isSorted reads the argument that asks for a search in sorted cells, which is
// the default where it is left out.
func (e *eval) isSorted(args []operand, i int) (bool, Value) {
	if len(args) <= i {
		return true, Value{}
	}
	if args[i].missing {
		return false, Value{}
	}
	return e.asBool(e.scalar(args[i]))
}

func vlookup(e *eval, args []operand) operand { return e.table(args, true) }
func hlookup(e *eval, args []operand) operand { return e.table(args, false) }

// table is VLOOKUP, which searches the first column, and HLOOKUP.
func (e *eval) table(args []operand, down bool) operand {
	want := e.scalar(args[0])
	nth := e.asNumber(e.scalar(args[2]))
	sorted, bad := e.isSorted(args, 3)
	switch {
	case !args[1].isArea:
		e.refuse()
		return operand{}
	case want.Kind == Error:
		return of(want)
	case nth.Kind == Error:
		return of(nth)
	case bad.Kind == Error:
		return of(bad)
	case nth.Num < 1:
		return of(fault("#VALUE!"))
	}
	a := args[1].area
	first, size := a, a.Right-a.Left+1
	if down {
		first.Right = first.Left
	} else {
		first.Bottom, size = first.Top, a.Bottom-a.Top+1
	}
	if int(min(nth.Num, 1e6)) > size {
		return of(fault("#REF!"))
	}
	l, _ := e.lineOf(operand{area: first, isArea: true})
	l.down = down
	if first.Top == first.Bottom && first.Left == first.Right {
		l.n = 1
	}
	i := e.find(want, l, sorted)
	if i < 0 {
		return of(fault("#N/A"))
	}
	at := l.at(i)
	if down {
		at.Left += int(nth.Num) - 1
		at.Right = at.Left
	} else {
		at.Top += int(nth.Num) - 1
		at.Bottom = at.Top
	}
	return operand{area: at, isArea: true}
}

func match(e *eval, args []operand) operand {
	want := e.scalar(args[0])
	if want.Kind == Error {
		return of(want)
	}
	sorted := true
	if len(args) == 3 {
		kind := e.asNumber(e.scalar(args[2]))
		if kind.Kind == Error {
			return of(kind)
		}
		if kind.Num < 0 {
			e.refuse()
			return operand{}
		}
		sorted = kind.Num > 0
	}
	l, ok := e.lineOf(args[1])
	if !ok {
		return operand{}
	}
	if i := e.find(want, l, sorted); i >= 0 {
		return of(number(float64(i + 1)))
	}
	return of(fault("#N/A"))
}

// index gives one element of an area or array, or a whole row or column of an
// area (number 0).
func index(e *eval, args []operand) operand {
	rows, cols := e.dimensions(args[0])
	var n [2]int
	for i, arg := range args[1:] {
		v := e.asNumber(e.scalar(arg))
		if v.Kind == Error {
			return of(v)
		}
		if v.Num < 0 || arg.missing {
			e.refuse()
			return operand{}
		}
		n[i] = int(min(v.Num, 1<<21))
	}
	row, col := n[0], n[1]
	if len(args) == 2 {
		switch {
		case cols == 1:
			col = 1
		case rows == 1:
			row, col = 1, n[0]
		default:
			e.refuse()
			return operand{}
		}
	}
	if e.refused {
		return operand{}
	}
	if row > rows || col > cols {
		return of(fault("#REF!"))
	}
	if args[0].isArea {
		return operand{area: part(args[0].area, row, col), isArea: true}
	}
	if row == 0 || col == 0 {
		e.refuse()
		return operand{}
	}
	return of(args[0].array.at(row-1, col-1))
}

// part gives a cell of an area, counted from 1, or where a number is 0 all of
// that direction.
func part(a Area, row, col int) Area {
	if row > 0 {
		a.Top += row - 1
		a.Bottom = a.Top
	}
	if col > 0 {
		a.Left += col - 1
		a.Right = a.Left
	}
	return a
}

// dimensions gives the size of an area or array; nothing else has one.
func (e *eval) dimensions(o operand) (rows, cols int) {
	switch {
	case o.array != nil:
		return o.array.rows, o.array.cols
	case o.isArea:
		return o.area.Bottom - o.area.Top + 1, o.area.Right - o.area.Left + 1
	}
	e.refuse()
	return 1, 1
}

// lookup is LOOKUP with a row or column to search and one to take from.
func lookup(e *eval, args []operand) operand { return e.parallel(args[0], args[1], args[2], true, nil) }

func xlookup(e *eval, args []operand) operand {
	var other *operand
	if len(args) == 4 && !args[3].missing {
		other = &args[3]
	}
	return e.parallel(args[0], args[1], args[2], false, other)
}

func (e *eval) parallel(wanted, in, from operand, sorted bool, other *operand) operand {
	want := e.scalar(wanted)
	if want.Kind == Error {
		return of(want)
	}
	if !sorted && want.Kind == Text && strings.ContainsAny(want.Text, "*?~") {
		e.refuse() // XLOOKUP takes them as they are unless told otherwise
	}
	search, ok := e.lineOf(in)
	result, ok2 := e.lineOf(from)
	if !ok || !ok2 || in.length() != from.length() {
		e.refuse()
		return operand{}
	}
	i := e.find(want, search, sorted)
	switch {
	case i >= 0:
		return result.operand(i)
	case other != nil:
		return *other
	}
	return of(fault("#N/A"))
}

// length is how many values an operand has.
func (o operand) length() int {
	if o.array != nil {
		return o.array.rows * o.array.cols
	}
	return size(o.area)
}

func size(a Area) int { return (a.Bottom - a.Top + 1) * (a.Right - a.Left + 1) }
