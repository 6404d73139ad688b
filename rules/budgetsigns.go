package rules

import "riskbok/rules/model"

// signs chooses how a column of deviations counts: so that most lines fit, and as
// it should where no other way fits more.
func signs(b *model.Budget, col int, d Difference) []int64 {
	income, cost, net := kindIs(model.LineIncome), kindIs(model.LineCost), kindIs(model.LineNet)
	reversed := []func(model.LineKind) bool{
		func(model.LineKind) bool { return false },
		func(model.LineKind) bool { return true },
	}
	if costsUnsigned(b, d.Budget) {
		reversed = append(reversed, cost, func(k model.LineKind) bool { return cost(k) || net(k) })
	}
	if incomeAmongPosts(b, d.Budget) {
		reversed = append(reversed,
			func(k model.LineKind) bool { return !income(k) },
			func(k model.LineKind) bool { return !income(k) && !net(k) })
	}
	var best []int64
	most := -1
	for _, is := range reversed {
		sign := make([]int64, len(b.Lines))
		fit := 0
		for i := range b.Lines {
			sign[i] = 1
			if is(b.Lines[i].Kind) {
				sign[i] = -1
			}
			want, ok := d.value(b, i, sign[i])
			if v := b.Lines[i].Amounts[col]; ok && v.OK && amountFits(b, v.V, want, 2) {
				fit++
			}
		}
		if fit > most {
			best, most = sign, fit
		}
	}
	return best
}

func kindIs(kind model.LineKind) func(model.LineKind) bool {
	return func(k model.LineKind) bool { return k == kind }
}

// costsUnsigned reports whether a column prints costs without a minus.
func costsUnsigned(b *model.Budget, col int) bool {
	positive := false
	for i := range b.Lines {
		if v := b.Lines[i].Amounts[col]; b.Lines[i].Kind == model.LineCost && v.OK {
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
func incomeAmongPosts(b *model.Budget, col int) bool {
	income, others := false, false
	for i := range b.Lines {
		v := b.Lines[i].Amounts[col]
		switch kind := b.Lines[i].Kind; {
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
