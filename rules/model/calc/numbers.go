package calc

import (
	"math"

	"github.com/shopspring/decimal"
)

func numeric(f func(float64) float64) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		v := e.asNumber(e.scalar(args[0]))
		if v.Kind == Error {
			return of(v)
		}
		return of(number(f(v.Num)))
	}
}

func abs(f float64) float64   { return math.Abs(f) }
func floor(f float64) float64 { return math.Floor(f) }

func modulo(e *eval, args []operand) operand {
	x, y := e.asNumber(e.scalar(args[0])), e.asNumber(e.scalar(args[1]))
	switch {
	case x.Kind == Error:
		return of(x)
	case y.Kind == Error:
		return of(y)
	case y.Num == 0:
		return of(fault("#DIV/0!"))
	}
	return of(number(x.Num - y.Num*math.Floor(x.Num/y.Num)))
}

// Ways of rounding a decimal to so many places.
func nearest(d decimal.Decimal, places int32) decimal.Decimal      { return d.Round(places) }
func towardsZero(d decimal.Decimal, places int32) decimal.Decimal  { return d.RoundDown(places) }
func awayFromZero(d decimal.Decimal, places int32) decimal.Decimal { return d.RoundUp(places) }

// round rounds the number that is shown, of 15 digits, not the binary one:
// 2.675 to two places is 2.68.
func round(how func(decimal.Decimal, int32) decimal.Decimal) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		x, n := e.asNumber(e.scalar(args[0])), e.asNumber(e.scalar(args[1]))
		switch {
		case x.Kind == Error:
			return of(x)
		case n.Kind == Error:
			return of(n)
		case math.Abs(n.Num) > 15 || math.Abs(x.Num) > 1e15:
			e.refuse()
			return operand{}
		}
		d, err := decimal.NewFromString(Shown(x.Num))
		if err != nil {
			e.refuse()
			return operand{}
		}
		return of(number(how(d, int32(n.Num)).InexactFloat64()))
	}
}

// numbersOf gathers the numbers of arguments as SUM does: in ranges only real
// numbers, in the formula itself what can be read as one.
func (e *eval) numbersOf(args []operand) ([]float64, Value) {
	var out []float64
	var bad Value
	for _, a := range args {
		if a.missing {
			out = append(out, 0)
			continue
		}
		e.each(a, func(v Value, direct bool) bool {
			if direct {
				v = e.asNumber(v)
			}
			switch v.Kind {
			case Error:
				bad = v
				return false
			case Number:
				out = append(out, v.Num)
			}
			return true
		})
		if bad.Kind == Error {
			break
		}
	}
	return out, bad
}

func aggregate(f func([]float64) Value) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		numbers, bad := e.numbersOf(args)
		if bad.Kind == Error {
			return of(bad)
		}
		return of(f(numbers))
	}
}

func sum(numbers []float64) Value {
	total := 0.0
	for _, n := range numbers {
		total += n
	}
	return number(total)
}

func product(numbers []float64) Value {
	if len(numbers) == 0 {
		return number(0)
	}
	p := 1.0
	for _, n := range numbers {
		p *= n
	}
	return number(p)
}

func average(numbers []float64) Value {
	if len(numbers) == 0 {
		return fault("#DIV/0!")
	}
	return number(sum(numbers).Num / float64(len(numbers)))
}

func largest(numbers []float64) Value  { return extreme(numbers, math.Max) }
func smallest(numbers []float64) Value { return extreme(numbers, math.Min) }

func extreme(numbers []float64, pick func(a, b float64) float64) Value {
	if len(numbers) == 0 {
		return number(0)
	}
	m := numbers[0]
	for _, n := range numbers[1:] {
		m = pick(m, n)
	}
	return number(m)
}

func count(e *eval, args []operand) operand {
	n := 0
	for _, a := range args {
		e.each(a, func(v Value, direct bool) bool {
			if direct && v.Kind == Text {
				e.refuse() // a number written as text counts here, a date too
			}
			if v.Kind == Number || direct && v.Kind == Bool {
				n++
			}
			return true
		})
	}
	return of(number(float64(n)))
}

func countAll(e *eval, args []operand) operand {
	n := 0
	for _, a := range args {
		if a.missing {
			n++
		}
		e.each(a, func(v Value, _ bool) bool {
			if v.Kind != Empty {
				n++
			}
			return true
		})
	}
	return of(number(float64(n)))
}
