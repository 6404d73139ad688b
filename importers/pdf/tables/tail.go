package tables

// end gives how many lines of a region are its rows: running text below them,
// which begins where the first column does, is further away than any two of them.
func (r *region) end() int {
	single := len(r.rows)
	for single > 0 && len(r.rows[single-1].chunks) == 1 && r.cols.of(r.rows[single-1].chunks[0]) == 0 {
		single--
	}
	if len(r.cols) < tolerances.leastHeading {
		return len(r.rows)
	}
	widest := 0.0
	for i := 1; i < len(r.rows); i++ {
		step := r.rows[i].Base - r.rows[i-1].Base
		if i >= single && i >= tolerances.leastBefore && step > tolerances.setOffStep*widest {
			return i
		}
		widest = max(widest, step)
	}
	return len(r.rows)
}
