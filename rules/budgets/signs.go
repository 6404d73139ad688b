package budgets

import (
	"slices"

	"riskbok/rules/model"
)

// signs chooses how a column of differences counts: so that most lines fit, and
// as it should where no other way fits more. A table may count the other way
// round on every line, and one that prints costs without a minus may do so on
// all lines but those of income.
func (f *columnFinder) signs(col int, c Column) (best []int64, fit, judged int) {
	income, cost, net := kindIs(model.LineIncome), kindIs(model.LineCost), kindIs(model.LineNet)
	reversed := []func(model.LineKind) bool{
		func(model.LineKind) bool { return false },
		func(model.LineKind) bool { return true },
	}
	if f.costsUnsigned(c.Budget) {
		reversed = append(reversed, cost, func(k model.LineKind) bool { return cost(k) || net(k) })
	}
	if f.incomeAmongPosts(c.Budget) {
		reversed = append(reversed,
			func(k model.LineKind) bool { return !income(k) },
			func(k model.LineKind) bool { return !income(k) && !net(k) })
	}
	most := -1
	for _, is := range reversed {
		sign := make([]int64, len(f.b.Lines))
		off := 0
		fit, judged = 0, 0
		for i := range f.b.Lines {
			sign[i] = 1
			if is(f.kinds(i)) {
				sign[i] = -1
			}
			want, ok := c.difference(f.b, i, sign[i])
			if v := f.b.Lines[i].Amounts[col]; ok && v.OK {
				switch {
				case AmountFits(f.b, v.V, want, 2):
					judged++
					fit++
				case f.total(i):
					off++ // it repeats what its lines say
				default:
					judged++
				}
			}
		}
		if judged == 0 {
			judged = off
		}
		if fit > most {
			best, most = sign, fit
		}
	}
	return best, most, judged
}

func kindIs(kind model.LineKind) func(model.LineKind) bool {
	return func(k model.LineKind) bool { return k == kind }
}

// costsUnsigned reports whether a column prints costs without a minus.
func (f *columnFinder) costsUnsigned(col int) bool {
	positive := false
	for i := range f.b.Lines {
		if v := f.b.Lines[i].Amounts[col]; f.kinds(i) == model.LineCost && v.OK {
			if v.V.IsNegative() {
				return false
			}
			positive = positive || v.V.IsPositive()
		}
	}
	return positive
}

// incomeAmongPosts reports whether a column prints both income and other posts,
// none of them with a minus: then the others are costs.
func (f *columnFinder) incomeAmongPosts(col int) bool {
	income, others := false, false
	for i := range f.b.Lines {
		v := f.b.Lines[i].Amounts[col]
		switch kind := f.kinds(i); {
		case !v.OK || kind == model.LineNet:
		case v.V.IsNegative():
			return false
		case kind == model.LineIncome:
			income = true
		default:
			others = true
		}
	}
	return income && others
}

// headedKinds gives each line its own kind, else that of the heading over it.
func headedKinds(b *model.Budget) []model.LineKind {
	kinds := make([]model.LineKind, len(b.Lines))
	heading := model.LineOther
	for i := range b.Lines {
		l := &b.Lines[i]
		kinds[i] = l.Kind
		switch {
		case l.Kind == model.LineGroup:
			heading = l.Heads
		case l.Total || l.Kind == model.LineNet:
			heading = model.LineOther
		case l.Kind == model.LineOther && (heading == model.LineIncome || heading == model.LineCost):
			kinds[i] = heading
		}
	}
	return kinds
}

// kindsWithin gives each line its own kind, else that of the total that adds it
// up.
func kindsWithin(m *matrix, w *walk) kindOf {
	kinds := slices.Clone(m.kinds)
	for changed := true; changed; {
		changed = false
		for head, lines := range w.sums {
			if k := kinds[head]; k == model.LineIncome || k == model.LineCost {
				for _, i := range lines {
					if kinds[i] == model.LineOther {
						kinds[i], changed = k, true
					}
				}
			}
		}
	}
	return func(i int) model.LineKind { return kinds[i] }
}
