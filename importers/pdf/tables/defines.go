package tables

import (
	"math"
	"slices"
	"unicode"
)

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
		heads := in.short(rows[i].chunks) && in.Defines(texts(rows[i].chunks))
		rows[i].named = len(rows[i].chunks) == 1 && heads
		rows[i].defines = len(rows[i].chunks) >= 2 && heads && !goesOnOver(rows, i, 0)
	}
}

// short reports whether pieces have no more letters than what Defines knows, each.
func (in *Input) short(chunks []chunk) bool {
	if in.Longest == 0 {
		return true
	}
	for i := range chunks {
		n := 0
		for k := range chunks[i].words {
			for _, r := range chunks[i].words[k].Text {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					n++
				}
			}
			if n > in.Longest {
				return false
			}
		}
	}
	return true
}

// goesOnOver reports whether a line, from a piece on, is the lower one of headings:
// it stands close below a line of the same type without numbers, each piece of which
// there are two or more below another: "värde" below "Risk-", "hantering" below "Rekommenderad".
// A line of headings set in the middle may stand between.
func goesOnOver(rows []row, at, from int) bool {
	line := &rows[at]
	if len(line.chunks)-from < 2 {
		return false
	}
	for i := at - 1; i >= max(at-2, 0) && line.Base-rows[i].Base <= tolerances.headGap*line.Size; i-- {
		numbers := slices.ContainsFunc(rows[i].chunks, func(c chunk) bool { return countText.MatchString(c.text()) })
		if !numbers && rows[i].Bold == line.Bold && !slices.ContainsFunc(line.chunks[from:], func(c chunk) bool { return !rows[i].stands(c) }) {
			return true
		}
	}
	return false
}

// stands reports whether a piece of a line begins, ends or is centred where another does.
func (r *row) stands(c chunk) bool {
	return slices.ContainsFunc(r.chunks, func(o chunk) bool {
		return math.Abs(o.x0-c.x0) < places.sameEdge || math.Abs(o.x1-c.x1) < places.sameEdge || math.Abs(o.x0+o.x1-c.x0-c.x1) < 2*places.sameEdge
	})
}

// beforeTitle gives how many of the lines above a heading of definitions are no
// title of it: a title is one piece, set off or set in other type.
func beforeTitle(rows []row, at int) int {
	for at > 1 && len(rows[at-1].chunks) == 1 {
		a, b := &rows[at-2], &rows[at-1]
		if b.Base-a.Base < tolerances.textGap*b.Size && b.Bold == a.Bold && math.Abs(b.Size-a.Size) < tolerances.equalSize*a.Size {
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

// nameAbove reports whether the name of an axis stands right above the first of a
// region's numbered levels.
func (r *region) nameAbove(lines []row, at int) bool {
	if at == 0 || !lines[at-1].named || len(r.cols) != 2 {
		return false
	}
	name, first := &lines[at-1], &lines[at]
	k, _ := r.countOf(0)
	return k >= 0 && math.Abs(name.chunks[0].x0-r.cols[0].x0) < name.Size && first.Base-name.Base < 2*tolerances.textGap*first.Size
}

// cutOff reports whether a line heads definitions that a page break cuts off: no
// line follows it, or only one of the foot of the page.
func cutOff(rows []row, at int) bool {
	return rows[at].defines && (at+1 == len(rows) || rows[at+1].Base-rows[at].Base > tolerances.maxRowGap*rows[at].Size)
}

// countText is the number of a level or a range of risk values.
var countText = newPattern(`^\d{1,3}(?:\s?[-–—−]\s?\d{1,3}|\s?\+)?[.:)]?$`, func(s string) bool { return s != "" && isDigit(s[0]) })

// counted gives the edges between all lines of a region of two columns where
// numbers or ranges stand below each other in one of them, each with text beside
// it, and nothing else but headings: lines without a number, each above one with.
func (r *region) counted() []float64 {
	if len(r.cols) != 2 || len(r.rows) < 2 {
		return nil
	}
	side, counts, headed := -1, 0, false
	var seen map[string]bool
	for i := range r.rows {
		k, text := r.countOf(i)
		switch {
		case k < 0 && (headed || i+1 == len(r.rows) || len(r.rows[i].chunks) == 1 && r.cols.of(r.rows[i].chunks[0]) > 0):
			return nil
		case k < 0:
			headed, seen = true, nil
			continue
		case side >= 0 && k != side || seen[text]:
			return nil
		}
		if seen == nil {
			seen = map[string]bool{}
		}
		side, headed, seen[text] = k, false, true
		counts++
	}
	if counts < 2 && !r.defines() {
		return nil
	}
	var out []float64
	for i := 1; i < len(r.rows); i++ {
		out = append(out, (r.rows[i-1].Box.Y1+r.rows[i].Box.Y0)/2)
	}
	return out
}

// countOf gives the column in which a line of two pieces has a number or a range,
// and this; -1 where it has none.
func (r *region) countOf(i int) (col int, text string) {
	chunks := r.rows[i].chunks
	if len(chunks) != 2 || r.cols.of(chunks[0]) == r.cols.of(chunks[1]) {
		return -1, ""
	}
	for k, c := range chunks {
		if s := c.text(); countText.MatchString(s) && !yearText.MatchString(s) {
			return k, s
		}
	}
	return -1, ""
}
