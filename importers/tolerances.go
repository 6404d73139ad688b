package importers

// tolerances are how a page's lines are divided into parts before any of them is
// understood, how wide a sheet is looked at, and how much damage is told of in one
// place. Gaps were measured over the forms of minutes and summonses of
// cmd/internal/proceedings and municipalities' meeting books and budgets, set by word
// processors and recognized by OCR.
var tolerances = struct {
	// widest is how many columns of a sheet are understood. The widest sheets that people
	// make have a column for each day of a year; what a row heads is held against all
	// else on it, and 16,384 headings would take minutes.
	widest int
	// columnGap is the space, in em, that divides a line into columns, as in a
	// letterhead whose labels stand side by side. Justified text stays below it.
	columnGap float32
	// weightGap is the space, in em, that divides a line where its weight changes, as
	// between a bold heading in the margin and the text beside it. A space between
	// words is a third of an em, a justified one seldom more than a whole.
	weightGap float32
	// cellWeightGap is the same in a table, where no more than the margins of two cells
	// stands between one that is full and the next.
	cellWeightGap float32
	// cellGap is the lesser gap, em, that divides a line of a table where what follows
	// begins where columns of cellLines other lines do, at most cellAside points beside.
	cellGap, cellAside float32
	cellLines          int
	// tolerated is how many places of a document each kind of damage is told of one by
	// one; above it they become one. A meeting book has at most three pages that are
	// pictures in each of its memos, and those are told as one already; a workbook
	// with 4,900 damaged sheets was told of 4,900 times.
	tolerated int
	// namedPlaces is how many places are named where they are told of together.
	namedPlaces int
}{
	widest:        1024,
	columnGap:     2,
	weightGap:     1.2,
	cellWeightGap: 0.8,
	cellGap:       0.6,
	cellAside:     1.5,
	cellLines:     2,
	tolerated:     10,
	namedPlaces:   12,
}
