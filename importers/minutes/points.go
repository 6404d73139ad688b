package minutes

// points are what speaks for a mark to be the number of an item, and against it, and how
// far a sequence of such marks reaches; mostly the sequence decides. Measured over what
// [tolerances] are.
var points = struct {
	// caseNumber: a case number stands in the head of the item.
	caseNumber float64
	// heading: a heading follows its title.
	heading float64
	// weight: it is printed heavier than the text.
	weight float64
	// apart: it stands apart from what is above.
	apart float64
	// top: it is first on its page.
	top float64
	// running: it goes on from a line above that is full.
	running float64
	// listed: the next number follows at once, as in a list.
	listed float64
	// table: it stands in a table.
	table float64
	// clause: it stands below a heading as its first clause.
	clause float64
	// part: a part of a paper follows that is none of an item's resolution.
	part float64
	// guessed: its sign was not recognized.
	guessed float64
	// aside: it does not begin its row.
	aside float64
	// next: the number before it has gone before.
	next float64
	// gap: a number is lacking between.
	gap float64
	// restart: the numbers begin anew.
	restart float64
	// never: its sign was not recognized, and its neighbours must settle it.
	never float64
	// leastSequence is how many points a sequence has at least.
	leastSequence float64
	// reach is how far back, in marks, a sequence goes on.
	reach int
	// widestGap is how many numbers may be lacking in a sequence; over a wider gap
	// another begins.
	widestGap int
	// mostGaps is how many lacking numbers are weighed at most.
	mostGaps int
}{
	caseNumber:    2.0,
	heading:       2.0,
	weight:        1.5,
	apart:         1.0,
	top:           1.0,
	running:       -3.0,
	listed:        -3.0,
	table:         -1.5,
	clause:        -3.0,
	guessed:       -1.0,
	aside:         -0.5,
	next:          2.0,
	gap:           -1.0,
	restart:       -2.0,
	never:         -100,
	leastSequence: 2.0,
	reach:         80,
	widestGap:     12,
	part:          -1.0,
	mostGaps:      4,
}
