package calc

import (
	"math"
	"slices"
)

// median is the middle number, or the mean of the two in the middle.
func median(numbers []float64) Value {
	if len(numbers) == 0 {
		return fault("#NUM!")
	}
	sorted := slices.Sorted(slices.Values(numbers))
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return number(sorted[mid])
	}
	return number((sorted[mid-1] + sorted[mid]) / 2)
}

// ranked is SMALL, which counts from the least, and LARGE.
func ranked(rising bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		numbers, bad := e.numbersOf(args[:1])
		k := e.asNumber(e.scalar(args[1]))
		switch {
		case bad.Kind == Error:
			return of(bad)
		case k.Kind == Error:
			return of(k)
		case k.Num != math.Trunc(k.Num):
			e.refuse() // programs round it differently
			return operand{}
		case k.Num < 1 || k.Num > float64(len(numbers)):
			return of(fault("#NUM!"))
		}
		slices.Sort(numbers)
		i := int(k.Num) - 1
		if !rising {
			i = len(numbers) - int(k.Num)
		}
		return of(number(numbers[i]))
	}
}

// rank is RANK and RANK.EQ: the place of a number among those of an area, from
// the greatest, or from the least where the last argument is not 0. Equal
// numbers have the same place; one that is not there has none.
func rank(e *eval, args []operand) operand {
	want := e.asNumber(e.scalar(args[0]))
	rising := false
	if len(args) == 3 && !args[2].missing {
		order := e.asNumber(e.scalar(args[2]))
		if order.Kind == Error {
			return of(order)
		}
		rising = order.Num != 0
	}
	if want.Kind == Error {
		return of(want)
	}
	if !args[1].isArea {
		e.refuse()
		return operand{}
	}
	numbers, bad := e.numbersOf(args[1:2])
	if bad.Kind == Error {
		return of(bad)
	}
	place, there := 1, false
	for _, n := range numbers {
		switch {
		case Same(n, want.Num):
			there = true
		case rising && n < want.Num, !rising && n > want.Num:
			place++
		}
	}
	if !there {
		return of(fault("#N/A"))
	}
	return of(number(float64(place)))
}

func power(e *eval, args []operand) operand {
	return of(e.binary("^", e.scalar(args[0]), e.scalar(args[1])))
}
