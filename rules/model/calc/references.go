package calc

import (
	"math"

	"riskbok/rules/model/formula"
)

// place is ROW and COLUMN: the numbers of the rows or columns of a reference,
// or of the formula itself.
func place(rows bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		if len(args) == 0 || args[0].missing {
			n := e.how.Col
			if rows {
				n = e.how.Row
			}
			if n == 0 || e.how.Array {
				e.refuse()
			}
			return of(number(float64(n)))
		}
		if !args[0].isArea {
			e.refuse()
			return operand{}
		}
		a := args[0].area
		from, n := a.Left, a.Right-a.Left+1
		if rows {
			from, n = a.Top, a.Bottom-a.Top+1
		}
		if n == 1 {
			return of(number(float64(from)))
		}
		if n > maxArray {
			e.refuse()
			return operand{}
		}
		out := newArray(1, n)
		if rows {
			out = newArray(n, 1)
		}
		for i := range out.values {
			out.values[i] = number(float64(from + i))
		}
		return operand{array: out}
	}
}

// extent is ROWS and COLUMNS.
func extent(rows bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		r, c := e.dimensions(args[0])
		if rows {
			return of(number(float64(r)))
		}
		return of(number(float64(c)))
	}
}

// reach notes cells that no argument names.
func (e *eval) reach(a Area) operand {
	e.reached = append(e.reached, a)
	return operand{area: a, isArea: true}
}

// offset is OFFSET(reference, rows, columns, height, width).
func offset(e *eval, args []operand) operand {
	if !args[0].isArea {
		e.refuse()
		return operand{}
	}
	a := args[0].area
	n := [4]int{0, 0, a.Bottom - a.Top + 1, a.Right - a.Left + 1}
	for i, arg := range args[1:] {
		if arg.missing {
			continue // height and width are those of the reference then
		}
		v := e.asNumber(e.scalar(arg))
		switch {
		case v.Kind == Error:
			return of(v)
		case v.Num != math.Trunc(v.Num) || math.Abs(v.Num) > formula.MaxRows, i > 1 && v.Num < 0:
			e.refuse()
			return operand{}
		}
		n[i] = int(v.Num)
	}
	a.Top, a.Left = a.Top+n[0], a.Left+n[1]
	a.Bottom, a.Right = a.Top+n[2]-1, a.Left+n[3]-1
	if a.Top < 1 || a.Left < 1 || a.Bottom > formula.MaxRows || a.Right > formula.MaxCols || n[2] == 0 || n[3] == 0 {
		return of(fault("#REF!"))
	}
	return e.reach(a)
}

// indirect is INDIRECT of a text that names cells or a defined name.
func indirect(e *eval, args []operand) operand {
	if len(args) == 2 && !args[1].missing {
		a1, bad := e.asBool(e.scalar(args[1]))
		if bad.Kind == Error {
			return of(bad)
		}
		if !a1 {
			e.refuse()
			return operand{}
		}
	}
	v := e.scalar(args[0])
	if v.Kind == Error {
		return of(v)
	}
	a, ok := e.named(e.asText(v).Text)
	if !ok {
		e.refuse()
		return operand{}
	}
	return e.reach(a)
}

// named gives the cells that a text names where a formula could say the same.
func (e *eval) named(text string) (Area, bool) {
	c := &compiler{cells: e.cells, home: e.home, table: e.functions}
	if e.refused || !c.add(formula.Parse(text), 0) || len(c.out) != 1 || c.out[0].kind != tokArea {
		return Area{}, false
	}
	return c.out[0].area(0), true
}
