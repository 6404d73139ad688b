package tables

import "math"

// Tables of levels and of treatments are small, stand close to each other and
// often have no rulings. Their headings tell where one begins, and that its
// lines are rows.

// mark tells lines whether they head a table of levels or of treatments, or a
// group of rows.
func (in *Input) mark(rows []row) {
	markGroups(rows)
	if in.Defines == nil {
		return
	}
	for i := range rows {
		rows[i].defines = len(rows[i].chunks) >= 2 && rows[i].wides() >= 2 && in.Defines(texts(rows[i].chunks))
	}
}

// beforeTitle gives how many of the lines above a heading of definitions are no
// title of it: a title is one piece, set off or set in other type.
func beforeTitle(rows []row, at int) int {
	for at > 1 && len(rows[at-1].chunks) == 1 {
		a, b := &rows[at-2], &rows[at-1]
		if b.Base-a.Base < textGap*b.Size && b.Bold == a.Bold && math.Abs(b.Size-a.Size) < 0.05*a.Size {
			break
		}
		at--
	}
	return at
}

func texts(chunks []chunk) []string {
	out := make([]string, len(chunks))
	for i := range chunks {
		out[i] = chunks[i].text()
	}
	return out
}

// defines reports whether a region begins with the heading of levels or
// treatments, and a line with a number or a range follows it.
func (r *region) defines() bool {
	if len(r.rows) < 2 || !r.rows[0].defines {
		return false
	}
	for _, c := range r.rows[1].chunks {
		if countText.MatchString(c.text()) {
			return len(r.rows[1].chunks) > 1
		}
	}
	return false
}

// cutOff reports whether a line heads definitions that a page break cuts off: no
// line follows it, or only one of the foot of the page.
func cutOff(rows []row, at int) bool {
	return rows[at].defines && (at+1 == len(rows) || rows[at+1].Base-rows[at].Base > maxRowGap*rows[at].Size)
}

// countText is the number of a level or a range of risk values.
var countText = lazily(`^\d{1,3}(?:\s?[-–—−]\s?\d{1,3}|\s?\+)?[.:)]?$`)

// counted gives the edges between all lines of a region of two columns where
// each line has text in both and numbers or ranges stand below each other in one of
// them: at least two, each another. A heading may stand above them.
func (r *region) counted() []float64 {
	if len(r.cols) != 2 || len(r.rows) < 2 {
		return nil
	}
	var counts [2]int
	seen := [2]map[string]bool{{}, {}}
	for i := range r.rows {
		chunks := r.rows[i].chunks
		if len(chunks) != 2 || r.cols.of(chunks[0]) == r.cols.of(chunks[1]) {
			return nil
		}
		for k, c := range chunks {
			if s := c.text(); countText.MatchString(s) && !yearText.MatchString(s) && !seen[k][s] {
				counts[k]++
				seen[k][s] = true
			}
		}
	}
	least := len(r.rows)
	if !countText.MatchString(r.rows[0].chunks[0].text()) && !countText.MatchString(r.rows[0].chunks[1].text()) {
		least--
	}
	if most := max(counts[0], counts[1]); most < least || most < 2 && !r.defines() {
		return nil
	}
	var out []float64
	for i := 1; i < len(r.rows); i++ {
		out = append(out, (r.rows[i-1].Box.Y1+r.rows[i].Box.Y0)/2)
	}
	return out
}
