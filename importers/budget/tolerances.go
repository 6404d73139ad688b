package budget

// tolerances are how long the texts of a budget are, how many of its lines show
// something, and how much is tried before a sheet is left. They hold for the forms of
// cmd/internal/budgetforms, for budgets, follow-ups and shares in municipalities'
// meeting books and workbooks, and for tables of measures, levels and addresses, which
// are none.
var tolerances = struct {
	// significant is how many digits a workbook's numbers are good for: those
	// after them are what binary fractions leave behind.
	significant int
	// maxTries bounds how many rows of one grid are looked at as headings in vain,
	// so that a sheet made of headings costs no more than others.
	maxTries int
	// mostLooked is how many rows are read below headings that turn out to head no
	// budget, on one sheet: 2 seconds. 200,000 rows of levels took minutes without it.
	mostLooked int
	// maxShort is the longest text, in bytes, that is held against the shortest words
	// for amounts.
	maxShort int
	// maxSide is how many words a heading has that says no more than which side of a
	// budget it is of: "Kostnader netto tkr".
	maxSide int
	// leastMonth is how many letters of a month's name say which it is.
	leastMonth int
	// maxPeriod is the longest name of a period, in bytes.
	maxPeriod int
	// leastHeadless is how many lines of amounts a table without headings must have.
	leastHeadless int
	// gapRows is how many blank rows say nothing: after more of them a table goes on
	// only with rows that look like its own.
	gapRows int
	// headingRows is how many rows of headings, blank ones among them, may stand
	// before the first line of a part of a table.
	headingRows int
	// introLines is over how many lines a sentence may go on between a total and
	// the list of its shares.
	introLines int
	// maxLine is the longest line, in bytes, that is looked through for shares, and
	// maxTotals how many of its amounts are tried as totals.
	maxLine, maxTotals int
	// maxPartyWords is how many words a name has at most that stands after its amount, and
	// maxJoin how many letters the word that leads on to the next share.
	maxPartyWords, maxJoin int
	// leastCommas is how many amounts with three digits after a comma, beside whole
	// ones below a thousand, show that the comma divides thousands.
	leastCommas int
	// unitLetters is how many letters the unit behind such an amount has at most.
	unitLetters int
	// sampleRows is how far under a heading its columns are looked at.
	sampleRows int
	// leastYears is how many years in a column make them the names of lines.
	leastYears int
	// maxHeading is the longest text, in bytes, that is taken for a heading, and
	// maxName the longest that is taken for a line's name.
	maxHeading, maxName int
	// maxUnitText is how many words a text has that says of one table what its
	// amounts are counted in; longer ones may speak of several amounts.
	maxUnitText int
	// captionGap is how far below a table its caption stands, in heights of its line.
	captionGap float32
	// boxTexts is how many lines of text boxes are read for what stands over a table.
	boxTexts int
}{
	boxTexts:      60,
	significant:   15,
	maxTries:      2000,
	mostLooked:    100_000,
	maxShort:      6,
	maxSide:       3,
	leastMonth:    3,
	maxPeriod:     24,
	leastHeadless: 3,
	gapRows:       1,
	headingRows:   4,
	introLines:    5,
	maxLine:       2000,
	maxTotals:     6,
	maxPartyWords: 5,
	maxJoin:       4,
	leastCommas:   2,
	unitLetters:   5,
	sampleRows:    40,
	leastYears:    3,
	maxHeading:    120,
	maxName:       160,
	maxUnitText:   8,
	captionGap:    2.5,
}
