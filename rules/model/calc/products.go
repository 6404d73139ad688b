package calc

// sumProduct multiplies arrays of one size element by element and adds the
// products. What is no number counts as 0, truth values too.
func sumProduct(e *eval, args []operand) operand {
	rows, cols := 0, 0
	for i, a := range args {
		if a.missing || !a.isArea && a.array == nil && a.value.Kind != Number && a.value.Kind != Error {
			e.refuse()
			return operand{}
		}
		r, c := 1, 1
		if a.isArea || a.array != nil {
			r, c = e.dimensions(a)
		}
		if i > 0 && (r != rows || c != cols) {
			return of(fault("#VALUE!"))
		}
		rows, cols = r, c
	}
	products := e.zip(args, func(values []Value) Value {
		p := number(1)
		for _, v := range values {
			if v.Kind == Error {
				return v
			}
			if v.Kind != Number {
				v = number(0)
			}
			p = number(p.Num * v.Num)
		}
		return p
	})
	if !products.whole() && (products.rest.Kind != Number || products.rest.Num != 0) {
		e.refuse()
		return operand{}
	}
	total := 0.0
	for _, v := range products.values {
		if v.Kind == Error {
			return of(v)
		}
		total += v.Num
	}
	return of(number(total))
}
