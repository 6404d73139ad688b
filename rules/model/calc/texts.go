package calc

import (
	"strings"
)

// one gives the text of an argument, and its letters. Characters outside the
// Basic Multilingual Plane count as two in Excel, and are refused.
func (e *eval) one(o operand) ([]rune, Value) {
	v := e.scalar(o)
	if v.Kind == Error {
		return nil, v
	}
	letters := []rune(e.asText(v).Text)
	for _, r := range letters {
		if r > 0xFFFF {
			e.refuse()
		}
	}
	return letters, Value{}
}

// places gives a count or position, at least least.
func (e *eval) places(o operand, least float64) (int, Value) {
	v := e.asNumber(e.scalar(o))
	if v.Kind == Error {
		return 0, v
	}
	if v.Num < least {
		return 0, fault("#VALUE!")
	}
	return int(min(v.Num, maxText)), Value{}
}

// cut gives the function that takes some of a text's letters.
func (e *eval) cut(args []operand, take func(letters []rune, n int) []rune) operand {
	letters, bad := e.one(args[0])
	n := 1
	if bad.Kind != Error && len(args) > 1 {
		n, bad = e.places(args[1], 0)
	}
	if bad.Kind == Error {
		return of(bad)
	}
	return of(text(string(take(letters, min(n, len(letters))))))
}

func left(e *eval, args []operand) operand {
	return e.cut(args, func(l []rune, n int) []rune { return l[:n] })
}

func right(e *eval, args []operand) operand {
	return e.cut(args, func(l []rune, n int) []rune { return l[len(l)-n:] })
}

func middle(e *eval, args []operand) operand {
	letters, bad := e.one(args[0])
	if bad.Kind == Error {
		return of(bad)
	}
	from, bad := e.places(args[1], 1)
	if bad.Kind == Error {
		return of(bad)
	}
	n, bad := e.places(args[2], 0)
	if bad.Kind == Error {
		return of(bad)
	}
	from = min(from-1, len(letters))
	return of(text(string(letters[from:min(from+n, len(letters))])))
}

func length(e *eval, args []operand) operand {
	letters, bad := e.one(args[0])
	if bad.Kind == Error {
		return of(bad)
	}
	return of(number(float64(len(letters))))
}

func (e *eval) mapped(args []operand, f func(string) string) operand {
	letters, bad := e.one(args[0])
	if bad.Kind == Error {
		return of(bad)
	}
	return of(text(f(string(letters))))
}

func upper(e *eval, args []operand) operand { return e.mapped(args, strings.ToUpper) }
func lower(e *eval, args []operand) operand { return e.mapped(args, strings.ToLower) }

// trim cuts plain spaces from both ends and leaves one between words.
func trim(e *eval, args []operand) operand {
	return e.mapped(args, func(s string) string {
		words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })
		return strings.Join(words, " ")
	})
}

func value(e *eval, args []operand) operand {
	v := e.scalar(args[0])
	if v.Kind == Bool {
		return of(fault("#VALUE!"))
	}
	return of(e.asNumber(v))
}

func exact(e *eval, args []operand) operand {
	a, bad := e.one(args[0])
	if bad.Kind == Error {
		return of(bad)
	}
	b, bad := e.one(args[1])
	if bad.Kind == Error {
		return of(bad)
	}
	return of(boolean(string(a) == string(b)))
}

// join is CONCAT and CONCATENATE. Only CONCAT takes ranges; a range of several
// cells in the other is refused by scalar.
func join(e *eval, args []operand) operand {
	out := Value{Kind: Text}
	for _, a := range args {
		v := e.scalar(a)
		if out = e.binary("&", out, v); out.Kind == Error {
			return of(out)
		}
	}
	return of(out)
}
