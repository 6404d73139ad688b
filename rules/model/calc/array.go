package calc

// maxArray bounds the elements of an array that are computed one by one. Whole
// columns are longer, but beyond the used rows all of their elements are alike.
const maxArray = 200_000

// array is a table of values. Only the first h rows and w columns are held: all
// other elements are rest.
type array struct {
	rows, cols int
	h, w       int
	values     []Value
	rest       Value
}

func newArray(rows, cols int) *array {
	return &array{rows: rows, cols: cols, h: rows, w: cols, values: make([]Value, rows*cols)}
}

// at gives an element, from 0. An array of one row or column goes on in the
// direction that it lacks; beyond the others there is nothing (#N/A), as in
// Excel.
func (a *array) at(row, col int) Value {
	if a.rows == 1 {
		row = 0
	}
	if a.cols == 1 {
		col = 0
	}
	switch {
	case row >= a.rows || col >= a.cols:
		return fault("#N/A")
	case row < a.h && col < a.w:
		return a.values[row*a.w+col]
	}
	return a.rest
}

// whole reports whether every element is held.
func (a *array) whole() bool { return a.h == a.rows && a.w == a.cols }

// several reports whether an operand is more than one value to an operator or a
// function that takes one.
func (e *eval) several(o operand) bool {
	return o.array != nil || o.isArea && e.mode != single && (o.area.Top != o.area.Bottom || o.area.Left != o.area.Right)
}

// arrayOf gives an operand as an array.
func (e *eval) arrayOf(o operand) *array {
	switch {
	case o.array != nil:
		return o.array
	case o.isArea:
		return e.arrayAt(o.area)
	}
	a := newArray(1, 1)
	if a.values[0] = o.value; o.missing {
		a.values[0] = number(0)
	}
	return a
}

// arrayAt reads the cells of an area.
func (e *eval) arrayAt(area Area) *array {
	u := e.used(area)
	a := &array{rows: area.Bottom - area.Top + 1, cols: area.Right - area.Left + 1, h: max(0, u.Bottom-u.Top+1), w: max(0, u.Right-u.Left+1)}
	if a.h*a.w > maxArray {
		e.refuse()
		return newArray(1, 1)
	}
	a.values = make([]Value, 0, a.h*a.w)
	for row := range a.h {
		for col := range a.w {
			a.values = append(a.values, e.read(area.Sheet, area.Top+row, area.Left+col))
			if e.refused {
				return newArray(1, 1)
			}
		}
	}
	return a
}

// combine applies an operation on values to operands: to arrays element by
// element.
func (e *eval) combine(operands []operand, f func([]Value) Value) operand {
	arrays := false
	for _, o := range operands {
		arrays = arrays || e.several(o)
	}
	if e.refused {
		return operand{}
	}
	if arrays {
		e.noOwn(operands)
		return operand{array: e.zip(operands, f)}
	}
	values := make([]Value, len(operands))
	for i, o := range operands {
		values[i] = e.scalar(o)
	}
	return operand{value: f(values)}
}

// noOwn refuses cells beside an array where they would mean the one in the
// formula's own row.
func (e *eval) noOwn(operands []operand) {
	for _, o := range operands {
		if o.isArea && e.mode == single && size(o.area) > 1 {
			e.refuse()
		}
	}
}

// zip applies an operation to the elements of arrays, which are made as large
// as the largest of them.
func (e *eval) zip(operands []operand, f func([]Value) Value) *array {
	list := make([]*array, len(operands))
	out := &array{rows: 1, cols: 1}
	for i, o := range operands {
		list[i] = e.arrayOf(o)
		out.rows, out.cols = max(out.rows, list[i].rows), max(out.cols, list[i].cols)
	}
	values := make([]Value, len(list))
	out.h, out.w = out.rows, out.cols
	if out.rows*out.cols > maxArray {
		out.h, out.w = e.held(list, out)
		for i, a := range list {
			if values[i] = a.rest; a.rows == 1 && a.cols == 1 {
				values[i] = a.at(0, 0)
			}
		}
		out.rest = f(values)
	}
	if *e.reads -= out.h * out.w; *e.reads < 0 || e.refused {
		e.refuse()
		return newArray(1, 1)
	}
	out.values = make([]Value, 0, out.h*out.w)
	for row := range out.h {
		for col := range out.w {
			for i, a := range list {
				values[i] = a.at(row, col)
			}
			out.values = append(out.values, f(values))
			if e.refused {
				return newArray(1, 1)
			}
		}
	}
	return out
}

// held gives how much of a result must be held where it is too large to hold in
// full: all of its parts must be alike beyond that.
func (e *eval) held(list []*array, out *array) (h, w int) {
	for _, a := range list {
		switch {
		case a.rows == 1 && a.cols == 1:
		case a.rows == out.rows && a.cols == out.cols:
			h, w = max(h, a.h), max(w, a.w)
		default:
			e.refuse()
		}
	}
	if h*w > maxArray {
		e.refuse()
	}
	return h, w
}

// eachOf visits the elements of an array, row by row. Those that are not held
// count only where they are passed over by every function.
func (e *eval) eachOf(a *array, visit func(v Value, direct bool) bool) {
	if !a.whole() && a.rest.Kind != Empty && (a.rest.Kind != Number || a.rest.Num != 0) {
		e.refuse()
		return
	}
	if !a.whole() && a.rest.Kind == Number {
		e.refuse() // zeros count in an average
		return
	}
	for _, v := range a.values {
		if e.refused || !visit(v, false) {
			return
		}
	}
}

// asTable gives a result as rows of values.
func (e *eval) asTable(o operand) [][]Value {
	if o.isArea && (o.area.Bottom-o.area.Top+1)*(o.area.Right-o.area.Left+1) > maxArray {
		e.refuse()
		return nil
	}
	a := e.arrayOf(o)
	if a.rows*a.cols > maxArray {
		e.refuse()
		return nil
	}
	var out [][]Value
	for row := range a.rows {
		line := make([]Value, a.cols)
		for col := range line {
			v, fits := settled(a.at(row, col))
			if line[col] = v; !fits {
				e.refuse()
			}
		}
		out = append(out, line)
	}
	return out
}

// apply runs a function. Arrays where it takes one value give an array of its
// results.
func (e *eval) apply(f function, args []operand) operand {
	lifted := false
	for i := range args {
		lifted = lifted || f.takesOne(i) && e.several(args[i])
	}
	if !lifted {
		return f.run(e, args)
	}
	if f.choice && e.mode != inArray {
		e.refuse() // IF and its kin take arrays in array formulas alone
		return operand{}
	}
	for i, a := range args {
		if f.takesOne(i) {
			e.noOwn([]operand{a})
		}
	}
	var places []int
	var parts []operand
	for i, a := range args {
		if e.several(a) && (f.choice || f.takesOne(i)) {
			places, parts = append(places, i), append(parts, a)
		}
	}
	one := append([]operand{}, args...)
	return operand{array: e.zip(parts, func(v []Value) Value {
		for k, i := range places {
			one[i] = of(v[k])
		}
		r := e.scalar(f.run(e, one))
		if r.Kind == Empty {
			r = number(0)
		}
		return r
	})}
}
