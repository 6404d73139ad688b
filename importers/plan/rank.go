package plan

import "riskbok/importers/plan/evidence"

func (b *binder) rank(c *candidate) float64 {
	n := tolerances.rankRow * float64(min(tolerances.rankRows, len(c.extent.Rows)))
	for i, v := range c.reading.Valuations {
		if i == 0 {
			n += v.Total()
		} else {
			n += tolerances.rankSecond * v.Total()
		}
		n -= tolerances.rankMisplace * float64(v.Misplaced(b.w.Degree))
	}
	for _, x := range c.reading.Names {
		for _, e := range x.Evidence {
			n += e.Weight
		}
	}
	if c.extent.HeadRows > 0 && c.reading.Body.Headless() {
		n -= tolerances.rankHeadless
	}
	return n - tolerances.rankHeading*float64(c.extent.HeadRows)
}

// wholes ranks what is the lower part of another candidate, with the same columns
// as levels and value, below it: its rows may prove more only because the errors
// stand in the others.
func (b *binder) wholes(all []candidate) {
	for i := range all {
		whole := &all[i]
		if whole.verdict != evidence.Register || whole.extent.HeadRows == 0 || len(whole.reading.Valuations) == 0 ||
			whole.reading.Valuations[0].Misplaced(b.w.Degree) > 0 || whole.reading.Body.Headless() {
			continue
		}
		for k := range all {
			if part := &all[k]; part.partOf(whole) {
				part.rank = min(part.rank, whole.rank-tolerances.rankHeading)
			}
		}
	}
}

func (c *candidate) partOf(whole *candidate) bool {
	if c.extent.Top <= whole.extent.Top || c.extent.Last != whole.extent.Last || len(c.extent.Rows) >= len(whole.extent.Rows) || len(c.reading.Valuations) == 0 {
		return false
	}
	return c.reading.Valuations[0].SameColumns(whole.reading.Valuations[0])
}
