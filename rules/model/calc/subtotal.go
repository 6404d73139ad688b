package calc

import "math"

// Visibility is what is known of a row's being hidden.
type Visibility uint8

// What rows may be. A row that a filter may have hidden is Filtered: whether it
// was the filter or a person a file does not tell.
const (
	Visible Visibility = iota
	Hidden
	Filtered
	Unseen // not known
)

// Rows is what SUBTOTAL must know of cells beside their values. [Cells] that do
// not tell are refused.
type Rows interface {
	Row(sheet, row int) Visibility
	// Subtotal reports whether a cell is itself a subtotal, which others pass
	// over. It is not ok where its formula has one and is more than that.
	Subtotal(sheet, row, col int) (is, ok bool)
}

// subtotals are the functions of SUBTOTAL by number.
var subtotals = map[int]func([]float64) Value{
	1: average, 4: largest, 5: smallest, 6: product, 9: sum,
	7: deviation(true, math.Sqrt), 8: deviation(false, math.Sqrt), 10: deviation(true, nil), 11: deviation(false, nil),
}

// subtotal is SUBTOTAL(number, areas…): 1 to 11 pass over rows that a filter
// hides, 101 to 111 over all hidden rows, both over other subtotals.
func subtotal(e *eval, args []operand) operand {
	n := e.asNumber(e.scalar(args[0]))
	if n.Kind == Error {
		return of(n)
	}
	rows, known := e.cells.(Rows)
	which := int(n.Num)
	visibleOnly := which > 100
	which %= 100
	if !known || n.Num != math.Trunc(n.Num) || n.Num < 1 || n.Num > 111 || which < 1 || which > 11 {
		e.refuse()
		return operand{}
	}
	var numbers []float64
	filled := 0
	var bad Value
	for _, a := range args[1:] {
		if !a.isArea {
			e.refuse()
			return operand{}
		}
		e.eachSubtotalled(a.area, rows, visibleOnly, func(v Value) {
			switch v.Kind {
			case Error:
				bad = v
			case Number:
				numbers = append(numbers, v.Num)
			}
			if v.Kind != Empty {
				filled++
			}
		})
	}
	switch {
	case which == 3:
		return of(number(float64(filled)))
	case which == 2:
		return of(number(float64(len(numbers))))
	case bad.Kind == Error:
		return of(bad)
	}
	return of(subtotals[which](numbers))
}

// eachSubtotalled visits the cells of an area that SUBTOTAL counts.
func (e *eval) eachSubtotalled(area Area, rows Rows, visibleOnly bool, visit func(Value)) {
	a := e.used(area)
	for row := a.Top; row <= a.Bottom; row++ {
		switch seen := rows.Row(a.Sheet, row); {
		case seen == Unseen, seen == Filtered && !visibleOnly:
			e.refuse()
			return
		case seen != Visible && visibleOnly:
			continue
		}
		for col := a.Left; col <= a.Right; col++ {
			is, ok := rows.Subtotal(a.Sheet, row, col)
			if !ok {
				e.refuse()
			}
			if !is {
				visit(e.read(a.Sheet, row, col))
			}
			if e.refused {
				return
			}
		}
	}
}

// deviation gives the variance of numbers, of a sample or of all there are, or
// what is made of it.
func deviation(sample bool, of func(float64) float64) func([]float64) Value {
	return func(numbers []float64) Value {
		n := float64(len(numbers))
		by := n
		if sample {
			by--
		}
		if by < 1 {
			return fault("#DIV/0!")
		}
		mean, total := sum(numbers).Num/n, 0.0
		for _, x := range numbers {
			total += (x - mean) * (x - mean)
		}
		if of == nil {
			return number(total / by)
		}
		return number(of(total / by))
	}
}
