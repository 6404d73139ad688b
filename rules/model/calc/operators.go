package calc

import (
	"math"
	"strings"
)

// binary applies an operator to two values.
func (e *eval) binary(op string, a, b Value) Value {
	if a.Kind == Error {
		return a
	}
	if b.Kind == Error {
		return b
	}
	switch op {
	case "&":
		s, t := e.asText(a), e.asText(b)
		if len(s.Text)+len(t.Text) > maxText {
			e.refuse()
			return Value{}
		}
		return text(s.Text + t.Text)
	case "=":
		return boolean(e.equal(a, b))
	case "<>":
		return boolean(!e.equal(a, b))
	case "<", ">", "<=", ">=":
		return e.ordered(op, a, b)
	}
	x, y := e.asNumber(a), e.asNumber(b)
	if x.Kind == Error {
		return x
	}
	if y.Kind == Error {
		return y
	}
	return arithmetic(op, x.Num, y.Num)
}

func arithmetic(op string, x, y float64) Value {
	switch op {
	case "+", "-":
		if op == "-" {
			y = -y
		}
		sum := x + y
		// A difference that only rounding leaves is none.
		if sum != 0 && math.Abs(sum) < 1e-15*math.Abs(x) {
			sum = 0
		}
		return number(sum)
	case "*":
		return number(x * y)
	case "/":
		if y == 0 {
			return fault("#DIV/0!")
		}
		return number(x / y)
	}
	if x == 0 && y == 0 {
		return fault("#NUM!")
	}
	if x == 0 && y < 0 {
		return fault("#DIV/0!")
	}
	return number(math.Pow(x, y))
}

// equal compares as "=" does: texts without case, an empty cell equal to "", 0
// and FALSE, different types never.
func (e *eval) equal(a, b Value) bool {
	if a.Kind == Empty {
		a = zeroOf(b.Kind)
	}
	if b.Kind == Empty {
		b = zeroOf(a.Kind)
	}
	if a.Kind != b.Kind {
		return false
	}
	switch a.Kind {
	case Number:
		return Same(a.Num, b.Num)
	case Text:
		return sameText(a.Text, b.Text)
	}
	return a.Num == b.Num
}

func sameText(a, b string) bool {
	return strings.EqualFold(a, b)
}

// zeroOf gives what an empty cell is beside a value of some kind.
func zeroOf(k Kind) Value {
	switch k {
	case Text:
		return text("")
	case Bool:
		return boolean(false)
	}
	return number(0)
}

// ordered compares numbers with numbers, and values of different types, of
// which numbers come before texts and texts before truth values. The order of
// two texts is the locale's.
func (e *eval) ordered(op string, a, b Value) Value {
	if a.Kind == Empty {
		a = zeroOf(b.Kind)
	}
	if b.Kind == Empty {
		b = zeroOf(a.Kind)
	}
	x, y := float64(a.Kind), float64(b.Kind)
	if a.Kind == b.Kind {
		switch {
		case a.Kind == Text && sameText(a.Text, b.Text):
		case a.Kind == Text:
			e.refuse()
		case Same(a.Num, b.Num):
		default:
			x, y = a.Num, b.Num
		}
	}
	switch op {
	case "<":
		return boolean(x < y)
	case ">":
		return boolean(x > y)
	case "<=":
		return boolean(x <= y)
	}
	return boolean(x >= y)
}
