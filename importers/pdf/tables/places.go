package tables

// places are how exactly places on paper agree that belong together: what printing
// programs round, what the bearings of letters take, how far programs draw and paint
// past an edge. They are measured over the pages that [tolerances] are, whose rows and
// columns all come out with these; most have room on both sides, for what does not
// belong together stands a padding or a space apart, and more.
var places = struct {
	// sameEdge is within how much, points, two edges are one, and how far texts and
	// boxes that only touch may overlap. Less than
	// any padding, and more than the bearings of letters that begin one column.
	sameEdge float64
	// pageEdge and pageStep are the same of columns without and with rulings on two
	// pages of one table, points: each page is laid out for itself.
	pageEdge, pageStep float64
	// edgePad is how far outside its text, points, the border is set that nothing draws
	// on an open side.
	edgePad float64
	// clipOver is how far, points, the opening through which a cell's text is painted
	// may reach over the middle of its rulings, which have a thickness.
	clipOver float64
	// cellApart is how far before the next cell, points, a text ends that is painted
	// over its beginning.
	cellApart float64
	// rounding is what sums of places differ by, points, and atGap how far beyond a gap,
	// points, a line may be drawn and still lie in it.
	rounding, atGap float64
	// equalStart and beginNear are within how much, em, texts of two rows begin at one
	// place: a word that may be parted there, and a text as it was placed.
	equalStart, beginNear float64
	// flushEnd is within how much, em, numbers that are set to the right end together.
	flushEnd float64
	// inColumn is how far, em, a text begins, ends or has its middle from where its
	// column does.
	inColumn float64
	// cutNear is how far from a ruling, em, two runs may meet that it divides: one
	// digit.
	cutNear float64
	// touch is how far lines may overlap, em, between which there is a gap of no height,
	// and overlap how far a word may reach back over the one it goes on with.
	touch, overlap float64
	// space is the least gap between two words of a cell that were painted without a
	// space, em, and backSpace how far a word that is another begins before the end of
	// the one before it.
	space, backSpace float64
	// turnedOver is how far, em, text that is turned may reach over its cell.
	turnedOver float64
	// equalGap and sameStep are within how much, em, two gaps, and two steps between
	// lines, are as wide as each other.
	equalGap, sameStep float64
	// gapNear is how far beside a heading of a group, em, the gap above or below it may
	// have its middle.
	gapNear float64
}{
	sameEdge:   1,
	pageEdge:   2,
	pageStep:   3,
	edgePad:    2,
	clipOver:   2,
	cellApart:  0.5,
	rounding:   0.01,
	atGap:      0.1,
	equalStart: 0.05,
	beginNear:  0.1,
	flushEnd:   0.1,
	inColumn:   0.6,
	cutNear:    0.6,
	touch:      0.02,
	overlap:    0.1,
	space:      0.1,
	backSpace:  0.3,
	turnedOver: 0.3,
	equalGap:   0.05,
	sameStep:   0.1,
	gapNear:    0.1,
}
