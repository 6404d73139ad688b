package budgetforms

import "math/rand/v2"

// Plant puts one wrong amount into a form and notes it in the key: a total or a
// net, or an amount that follows from others on its line. false where the form
// has none of the kind.
func (f *Form) Plant(seed uint64) bool {
	rng := rand.New(rand.NewPCG(seed, 7))
	if len(f.Totals) == 0 {
		return false
	}
	s := f.Totals[rng.IntN(len(f.Totals))]
	c := &f.Rows[s.row][s.col]
	c.Amount = wrong(rng, c.Amount)
	c.Stored = 10 * c.Amount
	f.Faults = append(f.Faults, Fault{s.rule, s.cell()})
	return true
}

// wrong mistypes an amount: two digits changed places, a digit more or less, or
// another sum.
func wrong(rng *rand.Rand, v int64) int64 {
	switch rng.IntN(4) {
	case 0:
		a, b := v/100, v%100
		if swapped := a*100 + b%10*10 + b/10; swapped > v+20 || swapped < v-20 {
			return swapped
		}
	case 1:
		if v > 1000 || v < -1000 {
			return v * 10
		}
	case 2:
		return v + 100*(1+rng.Int64N(9))
	}
	return v - 50 - rng.Int64N(400)
}
