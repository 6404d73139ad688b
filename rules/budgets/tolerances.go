package budgets

// tolerances are how many lines and how much proof, in powers of ten of what chance
// would give, a conclusion about a budget's structure needs, and how much is tried.
// They were measured on the forms of cmd/internal/budgetforms, sound ones and ones with
// a planted error, where a line is the sum of some before it by chance once in 4,000,
// and on the budgets of municipalities' meeting books: none is called wrong that adds up.
var tolerances = struct {
	// provenSums is how many totals before it must fit for one that does not to be
	// wrong rather than something else.
	provenSums int
	// provenLines is how much fewer lines must prove together, in powers of ten of
	// what chance would give.
	provenLines float64
	// leastLines is how many lines must fit for the figures alone to say what a column is;
	// where there are no more than fewLines a column is what it is called though few fit.
	leastLines, fewLines int
	// leastAmounts is how many lines with other amounts than nothing a difference
	// must fit to be known by its figures.
	leastAmounts int
	// mostStored is the most decimals that a stored amount proves something by.
	mostStored int
	// noteNumber is the highest number that a column of notes or of ranks has.
	noteNumber float64
	// maxBeside is how many lines beside the totals of income and costs a net that fits
	// nothing may be of: a grant, say, and what financing makes.
	maxBeside int
	// maxNet is how many of the last lines are tried as those of a net.
	maxNet int
	// sureProof makes a total of a line that is not called one: two columns of three
	// digits, or one of four; someProof of one that is called a total,
	// or begins where a part of the table does.
	sureProof, someProof float64
	// looseEnds is the proof that is lost where the lines do not begin at a natural place.
	looseEnds float64
	// maxEndings is how many of the last lines are tried as those of a total, and maxPosts
	// how many in all.
	maxEndings, maxPosts int
	// firmProof is what the columns that fit need where the lines begin anywhere and not
	// every column fits.
	firmProof float64
	// maxLines is how long a table is in which lines without the word are tried as totals.
	maxLines int
	// severalTotals is how many totals of a column that all are no sums make it one
	// that is not added up.
	severalTotals int
	// leftOver is the proof that an explanation loses for each line before the last total
	// that nothing adds up, for mostLeft of them.
	leftOver float64
	mostLeft int
	// nearAverage is how far beyond its lines, as a share of the greatest, a weighted
	// average of numbers that are alike may lie: an index, say.
	nearAverage float64
}{
	provenSums:    2,
	provenLines:   6.0,
	leastLines:    3,
	fewLines:      4,
	leastAmounts:  2,
	mostStored:    4,
	noteNumber:    60,
	maxBeside:     2,
	maxNet:        12,
	sureProof:     3.0,
	someProof:     1.5,
	looseEnds:     1.2,
	maxEndings:    40,
	maxPosts:      150,
	firmProof:     4.5,
	maxLines:      600,
	severalTotals: 2,
	leftOver:      0.6,
	mostLeft:      3,
	nearAverage:   0.05,
}
