package grid

// Region is a part of a table, rows and columns counted from 0, both ends
// included.
type Region struct{ Top, Bottom, Left, Right int }

// Crosses reports whether two regions share a cell.
func (g Region) Crosses(o Region) bool {
	return g.Top <= o.Bottom && o.Top <= g.Bottom && g.Left <= o.Right && o.Left <= g.Right
}

// Has reports whether a cell lies in the region.
func (g Region) Has(row, col int) bool {
	return row >= g.Top && row <= g.Bottom && col >= g.Left && col <= g.Right
}

// Within reports whether a cell lies in one of the regions.
func Within(regions []Region, row, col int) bool {
	for _, g := range regions {
		if g.Has(row, col) {
			return true
		}
	}
	return false
}
