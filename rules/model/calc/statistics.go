package calc

import (
	"math"
	"slices"
)

// spread is STDEV and its kin, as [deviation] gives it.
func spread(sample bool) func(*eval, []operand) operand {
	return aggregate(deviation(sample, math.Sqrt))
}

// variance is VAR and its kin, the square of it.
func variance(sample bool) func(*eval, []operand) operand { return aggregate(deviation(sample, nil)) }

// percentile is PERCENTILE and, with four parts, QUARTILE: the number below which
// such a part of the numbers lies, between two of them in proportion.
func percentile(parts float64) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		numbers, bad := e.numbersOf(args[:1])
		k := e.asNumber(e.scalar(args[1]))
		switch {
		case bad.Kind == Error:
			return of(bad)
		case k.Kind == Error:
			return of(k)
		}
		if parts > 1 {
			k.Num = math.Trunc(k.Num)
		}
		if len(numbers) == 0 || k.Num < 0 || k.Num > parts {
			return of(fault("#NUM!"))
		}
		slices.Sort(numbers)
		at := k.Num / parts * float64(len(numbers)-1)
		low := int(at)
		if low+1 >= len(numbers) {
			return of(number(numbers[low]))
		}
		return of(number(numbers[low] + (at-float64(low))*(numbers[low+1]-numbers[low])))
	}
}
