package tables

import "riskbok/importers/ratio"

// How far letters reach above and below their baseline, and a height between, em.
// Helvetica's reach 0.72 and 0.21 (Adobe's font metrics).
const (
	ascent    = 0.75
	descent   = 0.25
	midLetter = 0.5
)

// tolerances are the distances, counts and shares by which text and rulings on a page
// become rows and columns. Distances are in em, the size of the text, where they are
// between texts, and in points where they are between lines that were drawn.
//
// They are measured over three kinds of pages: the prints of cmd/internal/prints, one
// plan and one budget as spreadsheets, word processors, browsers and report generators
// print them; plans, follow-ups and budgets in municipalities' meeting books; and pages
// of running text, agendas and drawings, which hold no table. Each is the least or the
// most that all of these leave room for, in the middle of that room where it is wide;
// where a field says what makes it so, that is the kind of page that bounds it.
var tolerances = struct {
	// leastBefore is how many lines a table has at least before another can be told to
	// begin.
	leastBefore int
	// leastUnkeyed is how many lines without a key make another table.
	leastUnkeyed int
	// leastRowsBeside is between how many rows of a table the definitions beside it
	// stand at least, in as many pieces; asideReach is how far above them, em, a title
	// may stand, and the next list below.
	leastRowsBeside int
	asideReach      float64
	// asideInset is how much further to the left such a title may begin, em.
	asideInset float64
	// cellInset is how far from the edge of its cell a text begins at most, em.
	cellInset float64
	// bandNear is how far from its column, in em, a band may begin.
	bandNear float64
	// leastBeside is how many lines one below the other at one pitch make running text
	// beside a table.
	leastBeside int
	// leastRows is beside how many rows of the table such text stands at least.
	leastRows int
	// leastOthers is how many pieces such a row has.
	leastOthers int
	// besideShared is the share of the rows whose baselines such text shares by chance:
	// cells share all.
	besideShared float64
	// sharedBase is within how much, em, two baselines are one.
	sharedBase float64
	// leastParagraph and mostParagraph are how much more, em, such text leaves between
	// its paragraphs than between its lines: at least what no rounding does, and no
	// empty line.
	leastParagraph, mostParagraph float64
	// paragraphs is how many paragraphs such text has for each cell of a column of the
	// table: fewer.
	paragraphs float64
	// headReach is how far above the first text of a column its heading may stand, em:
	// headings of three lines, and a first row whose cells are set in the middle of five.
	headReach float64
	// leastLabels is how many headings a card of one risk has, each beside what it says:
	// as lines of two columns, or a small ruled table for each.
	leastLabels int
	// mostCardRows is how many rows a card has at most: that of one risk has no more.
	mostCardRows int
	// turnedPad is the padding above and below turned text, points.
	turnedPad float64
	// wideGap is the gap, em, that no space between words of one cell is as wide as.
	wideGap float64
	// runGap is the gap, em, after which text painted anew may be another cell.
	runGap float64
	// leastColumnLines is how many lines between columns alone, from one height to
	// another, make a table; leastLinesBeside over how many lines of text.
	leastColumnLines, leastLinesBeside int
	// partlyRuled is what the confidence in a table is multiplied by that rulings show
	// only in part, against a grid.
	partlyRuled float64
	// fewRows is how many rows, heading and total among them, rulings show at most that
	// show no rows at all where the text stands in more.
	fewRows int
	// sameLine is within how much, em, two baselines are of one line.
	sameLine float64
	// otherLine is beyond how much, em, they are of different lines of one cell.
	otherLine float64
	// equalSize, sameSize and nearSize are within what share two sizes of type are one:
	// but for the rounding of programs; where the cells of a row were scaled to fit; and
	// where a heading or a band may be set a little larger than what it belongs to.
	equalSize, sameSize, nearSize float64
	// sameStart is within how much, em, two texts begin at one left edge: a capital and
	// a bracket have other bearings.
	sameStart float64
	// maxTables is how many tables a page has at most: what looks like more is a
	// drawing.
	maxTables int
	// headerMargin is how near to the upper edge of a page, as a share of its height, a
	// page header stands, and headerGap how far it is from the next line, em.
	headerMargin, headerGap float64
	// footShare is within what share of the text on the right a table on the left ends
	// that may go on there.
	footShare float64
	// innerGutter is the least gutter, em, between columns of text inside one ruled
	// column. Numbers set to the right and words set to the left stand only their
	// padding apart on every line, paddedGutter.
	innerGutter, paddedGutter float64
	// fewKeys are so few bare numbers that levels may all differ as they do: they
	// number rows only where they count upwards.
	fewKeys int
	// longWord is the length, in letters, of the longest Swedish word of such papers; two
	// that follow each other are longer.
	longWord int
	// shortWord is how many letters two words have together at most ("i" and "år") that
	// may well look like one.
	shortWord int
	// numberStart is within how many bytes a number's first digit stands: a sign and a
	// space may be before it.
	numberStart int
	// leastOpen is how many rows a grid has at least whose first column is names beside
	// it, which share their baselines with openRows of the rows, a share.
	leastOpen int
	openRows  float64
	// overflow is how far, points, text of the last row may run over the lower edge of a
	// table: five lines.
	overflow float64
	// leastParted is on how many other lines text begins where a word was painted anew,
	// after a gap or as the first of the line, or ends where its part does, for the word
	// to be parted there; leastClear how many lines below all leave a gap there: headings
	// of narrow columns touch each other. A word of more than fewRuns runs was painted
	// letter by letter.
	leastParted, leastClear, fewRuns int
	// partedNear is how far, em, such a text may begin beside the part.
	partedNear float64
	// maxRowGap is the most between the baselines of two rows of one table, em of the
	// text as those that follow, bandGap between a band and the headings below it,
	// headGap between the lines of one heading, textGap between those of a cell of long
	// text. Nearer lines than interleaved are of cells side by side.
	maxRowGap, bandGap, headGap, textGap, interleaved float64
	// mostHeadLines is how many lines headings have at most that stand as close as words,
	// or alone in a column of their own.
	mostHeadLines int
	// maxLines and maxPageLines are how many lines a region and a page have at most: no
	// printed page has more.
	maxLines, maxPageLines int
	// maxGrid is how many cells a grid has at most: a larger one is a drawing.
	maxGrid int
	// hair is how near to each other, points, edges make one border: programs that draw
	// each cell's box for itself leave a gap between them, and no text is as small.
	hair float64
	// nextWord is the widest space between two words of one text, in em.
	nextWord float64
	// keyedStep and bareStep are how far apart, em, the gaps between rows and those
	// between the lines of one row are for the spacing to tell them apart: the least that
	// word processors put between rows, where keys vouch for the rows, and twice that
	// where nothing else does.
	keyedStep, bareStep float64
	// mostSmall is the share of the lines of a column that begin with a small letter
	// at most, where such a line goes on with the one above.
	mostSmall float64
	// leastAmounts is in how many columns numbers make a line a row of amounts: texts of
	// risks have one now and then.
	leastAmounts int
	// setOffStep is how many times the widest step between the lines of a table the
	// step to running text below it is, at least.
	setOffStep float64
	// nearStep is how many times the narrowest step between the lines of a table the
	// step to text below it that begins anew is, at most: what is as far away is a row.
	nearStep float64
	// overNear is how far, in em, a heading, or text that no rulings part, stands from
	// where it would be in line with the text of its column.
	overNear float64
	// headNear is how near to a table, em of the text, turned text above it begins that is
	// its heading, over headShare of its columns, a share.
	headNear, headShare float64
	// leastTwin is how many headings two halves of a list that stand side by side
	// have in common at least.
	leastTwin int
	// rowsAsked is how many rows below headings tell whether they begin with names.
	rowsAsked int
	// leastHeading is how many columns a heading must have for text below it to be
	// divided from it.
	leastHeading int
	// uniteGap is how far, em, the first line of text without rulings stands from a ruled
	// piece that is one table with it, and boxGap how far, points, the next piece where
	// nothing stands between: boxes that are drawn row by row leave no more.
	uniteGap, boxGap float64
	// rowStep is how far the rows of two pages may lie apart, in points, and still
	// be the same rows of one sheet.
	rowStep float64
	// leastCompleted is how many rows below the headings a table has at least that
	// another completes.
	leastCompleted int
	// textRoom is how much of the room on paper text fills at least where its
	// columns do, which are wider than it.
	textRoom float64
	// leastLines is how many lines a table has at least, leastMulti on how many of them
	// columns stand side by side, leastFilled in how many of its columns more than one
	// line has text. Of two columns alone leastPairs lines must have both.
	leastLines, leastMulti, leastFilled, leastPairs int
	// mostLines is in how large a share of its lines a table of two columns has both, and
	// someLines the same of more columns, whose cells have more lines.
	mostLines, someLines ratio.Ratio
	// titleSize is how many times the size of its first line another is that begins
	// something else.
	titleSize float64
	// stray is the share of the lines, not reached, on which a column without heading has
	// text that is no column: numbers to the right of some texts.
	stray ratio.Ratio
	// leastFull is how many lines and columns, all filled, show that no text is wrapped.
	leastFull int
	// leastInner is how many lines the cells of a ruled column have at least for those of
	// one cell alone to tell of columns in it.
	leastInner int
	// asidePieces is how many pieces a heading of definitions beside a table has at most,
	// with the last of the table's own.
	asidePieces int
	// leastKeys is how many numbers of rows make the column that numbers them, and among
	// how many of them there is one that is not in order, as where a page breaks.
	leastKeys, strayKeys int
	// mostRepeated is how many rows at the top of a page repeat the heading at most.
	mostRepeated int
	// leastSpaced is how many lines of cells end in a space at least, and spacedTimes how
	// many times more than without, where a program paints the space that it breaks at.
	leastSpaced, spacedTimes int
	// letterRoom and roundedRoom are what the next letter takes, of its own width and em
	// of the line: with less room a word was broken before it.
	letterRoom, roundedRoom float64
	// rightMargin is how wide the right margin of a page is, of the left one, for what
	// does not fit before it to stand on another page.
	rightMargin float64
	// overrun is how far, em, a text that is too long for its cell reaches into the next.
	overrun float64
	// leastSize is the least size of type that gaps are measured by, points: some text
	// has none.
	leastSize float64
	// lineFoot is how far below its baseline, em, a line of text ends, with room for
	// what is drawn below it.
	lineFoot float64
	// cellLine is within how much, em, two baselines in one cell are of one line: marks
	// of notes and parts in other type stand there.
	cellLine float64
	// leastStep is how far apart, em, two lines of one text are at least, and tightStep
	// how near two are that cannot be; cellStep is beyond how much the closest lines of a
	// page are no lines of one cell, where no numbers of rows tell of cells.
	leastStep, tightStep, cellStep float64
	// innerStep is how much wider, em, than the least one a gap between two lines of one
	// cell is at most.
	innerStep float64
	// leastDrawn is how many lines across at least are those between rows: two are those
	// about the headings.
	leastDrawn int
	// ruleShare is over how large a share of a table's width a line or a shade between
	// rows goes. A shade is darker than white, which some programs paint as the ground,
	// of gray 1; it is not as high as mostStripe of the table, a share, for then it is
	// the ground, and at least leastStripe points high, for else it is a line.
	ruleShare, white, mostStripe, leastStripe float64
}{
	leastBefore:      3,
	leastUnkeyed:     3,
	leastRowsBeside:  2,
	asideReach:       8,
	asideInset:       0.6,
	cellInset:        1.2,
	bandNear:         0.8,
	leastBeside:      6,
	leastRows:        3,
	leastOthers:      2,
	besideShared:     0.4,
	sharedBase:       0.1,
	leastParagraph:   0.15,
	mostParagraph:    1.0,
	paragraphs:       0.8,
	headReach:        7.5,
	leastLabels:      3,
	mostCardRows:     15,
	turnedPad:        2,
	wideGap:          0.8,
	runGap:           0.08,
	leastColumnLines: 3,
	leastLinesBeside: 3,
	partlyRuled:      0.9,
	fewRows:          3,
	sameLine:         0.3,
	otherLine:        0.5,
	equalSize:        0.05,
	sameSize:         0.1,
	nearSize:         0.15,
	sameStart:        0.3,
	maxTables:        200,
	headerMargin:     0.07,
	headerGap:        2.5,
	footShare:        0.8,
	innerGutter:      0.3,
	paddedGutter:     0.12,
	fewKeys:          4,
	longWord:         24,
	shortWord:        4,
	numberStart:      6,
	leastOpen:        3,
	openRows:         0.8,
	overflow:         60,
	leastParted:      2,
	leastClear:       3,
	fewRuns:          5,
	partedNear:       0.1,
	maxRowGap:        4.5,
	bandGap:          4.5,
	headGap:          1.35,
	textGap:          1.7,
	interleaved:      0.9,
	mostHeadLines:    3,
	maxLines:         400,
	maxPageLines:     2000,
	maxGrid:          1 << 18,
	hair:             3.0,
	nextWord:         0.5,
	keyedStep:        0.12,
	bareStep:         0.25,
	mostSmall:        0.9,
	leastAmounts:     2,
	setOffStep:       1.3,
	nearStep:         0.95,
	overNear:         0.3,
	headNear:         4,
	headShare:        0.5,
	leastTwin:        3,
	rowsAsked:        6,
	leastHeading:     3,
	uniteGap:         2.8,
	boxGap:           6,
	rowStep:          1.0,
	leastCompleted:   4,
	textRoom:         0.8,
	leastLines:       3,
	leastMulti:       3,
	leastFilled:      3,
	leastPairs:       4,
	mostLines:        ratio.Of(2, 3),
	someLines:        ratio.Of(1, 3),
	titleSize:        1.3,
	stray:            ratio.Of(1, 4),
	leastFull:        3,
	leastInner:       3,
	asidePieces:      3,
	leastKeys:        3,
	strayKeys:        8,
	mostRepeated:     4,
	leastSpaced:      3,
	spacedTimes:      10,
	letterRoom:       1.05,
	roundedRoom:      0.02,
	rightMargin:      1.5,
	overrun:          2,
	leastSize:        0.1,
	lineFoot:         0.3,
	cellLine:         0.4,
	leastStep:        0.8,
	tightStep:        0.75,
	cellStep:         1.45,
	innerStep:        0.3,
	leastDrawn:       3,
	ruleShare:        0.6,
	white:            0.99,
	mostStripe:       0.7,
	leastStripe:      4,
}
