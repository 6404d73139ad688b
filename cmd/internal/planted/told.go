package planted

// stillTold reports whether the rows without errors tell the scale to one who
// is not told it, when risk k gets an error as well: each level of every risk
// with an error stands twice beside it, and its treatment twice at values that
// are no higher and twice at values that are no lower. What nothing tells
// cannot be called wrong.
func (d *Draft) stillTold(k int) bool {
	if !d.Layout.Untold {
		return true
	}
	for i := range d.Plan.Risks {
		if (i == k || d.claimed[riskKey(i)]) && !d.told(i, k) {
			return false
		}
	}
	return true
}

// told reports whether risks without errors, of which k is none, tell the
// levels and the treatment of risk i.
func (d *Draft) told(i, k int) bool {
	risk := &d.Plan.Risks[i]
	treatment := d.Plan.Scale.Range(risk.Value())
	var likelihood, consequence, lower, upper int
	for j := range d.Plan.Risks {
		o := &d.Plan.Risks[j]
		if j == i || j == k || d.claimed[riskKey(j)] {
			continue
		}
		if o.Likelihood == risk.Likelihood {
			likelihood++
		}
		if o.Consequence == risk.Consequence {
			consequence++
		}
		if d.Plan.Scale.Range(o.Value()) == treatment {
			if o.Value() <= risk.Value() {
				lower++
			}
			if o.Value() >= risk.Value() {
				upper++
			}
		}
	}
	return min(likelihood, consequence, lower, upper) >= 2
}
