package plan

// tolerances are how far the parts of a table are looked for, how long its texts are,
// how many rows show something, and what a claim of a column to a field is worth: the
// least and the most that the golden registers and the tables that are none leave room
// for, where nothing else is said.
var tolerances = struct {
	// coverRows is how much of a sheet without tables is read for the board and
	// the year, as on a cover sheet.
	coverRows int
	// boxColumns is how many columns a line of a text box has that may be part of a
	// table of risks, and boxHeads how many lines of boxes are read for what heads a
	// table.
	boxColumns, boxHeads int
	// rowHits is how many headings to the letter a row needs to head a table,
	// pairHits how many two rows need together, or one that heads a table of
	// which the periods are not known.
	rowHits, pairHits int
	// titleRows is how far above a heading row its title is looked for.
	titleRows int
	// maxHeadingRows is the most rows that headings of one table take.
	maxHeadingRows int
	// sideRows is how many rows below headings a column must be empty in to
	// divide two tables.
	sideRows int
	// sampleRows is how many rows under a heading are looked at to see what a
	// column holds.
	sampleRows int
	// fewCells is the fewest cells of a column by which it is judged.
	fewCells int
	// mostTenths is the share of a column's cells, in tenths, that must be short
	// where it holds levels, and sureTenths the share that must be labels of one
	// axis, or names of boards, where its heading does not say so.
	mostTenths, sureTenths int
	// maxShort is the longest text of a level, in letters.
	maxShort int
	// minCounted is the fewest columns that a row numbers from 1.
	minCounted int
	// maxLabelled is the longest text, in letters, that begins with the label of
	// a board or a date and holds it; maxBareDate that of one with a date alone.
	maxLabelled, maxBareDate int
	// besideLabel is how many columns to the right of a label its value stands.
	besideLabel int32
	// shallowRows is how many rows at the ends of a table of risks are looked at
	// for definitions beside or among them: more than the longest axis has.
	shallowRows int
	// restRows is how many rows among those that tell of risks may not.
	restRows int
	// maxNumber is the longest number of a risk, in letters.
	maxNumber int
	// bandWord is how many letters a text alone on a row has at least, to name the
	// rows below it and not to be the number of an empty row.
	bandWord int
	// maxArea is the longest name of an area, in letters.
	maxArea int
	// scoreMapped is what the user's own word is worth, before all others.
	scoreMapped int
	// scoreHeading is what a heading to the letter is worth, less its place in
	// the vocabulary's list, so that the usual word is surest.
	scoreHeading int
	// maxRank is the most that a word's place takes off.
	maxRank int
	// minLead is how much surer one of two columns of values must be than the
	// other, where the surest has not the usual heading.
	minLead int
	// scoreBegins is what a heading is worth that goes on after a known one.
	scoreBegins int
	// scoreContent is what the cells alone are worth.
	scoreContent int
	// scoreLabels comes besides where the cells are labels of the axis.
	scoreLabels int
	// fullScore turns the weight of evidence into the hundredths of [model.Column]:
	// ten are as sure as a heading to the letter.
	fullScore float64
	// minRepeated is how many headings a row must have to repeat them.
	minRepeated int
	// shortEvent is how many times shorter than the others a text may be and still
	// name a risk after blank rows.
	shortEvent int
	// mostSummary is how many cells a row fills that only sums up: what, over what,
	// and two figures.
	mostSummary int
	// roundedMean is how far a printed mean may be from the mean.
	roundedMean float64
	// leastFactored is how many rows must show that three columns without known
	// headings are the factors of a fourth: a product of sizes looks the same.
	leastFactored int
	// leastCards is how many cards make a sheet one of cards: a form of one risk is
	// no register, and a legend names each axis once.
	leastCards int
	// leastCapitals is how many letters a text must have for its capitals to say
	// something: "IT" is written so, too.
	leastCapitals int
	// leastLegend is how many rows a list of levels among risks has at least.
	leastLegend int
	// leastGroup is the fewest risks of a group that begins where a row or an area
	// says so, and leastUnsaid that of one that only its numbers show: so many in a
	// row are no slip.
	leastGroup  int
	leastUnsaid int
	// leastValued is how many risks two units that have them both must value otherwise.
	leastValued int
	// headCost, widthCost and rivalPart tell what a row that may head a table costs:
	// as many looks as it is wide, and its headings are held against each other. That
	// of a register of eight columns takes about 0.3 ms where every row is one, one of
	// 16,384 headings took 28 seconds.
	headCost  int
	widthCost int
	rivalPart int
	// contextCells is how many short texts of a document are looked at for words of
	// risk, and contextText how long, in bytes, such a text is.
	contextCells int
	contextText  int
	// remarkWords is how many words a remark has at least: the same one again and
	// again ("Låg risk att skjuta upp") tells nothing of what a workbook is about.
	remarkWords int
	// mappedShare is how many times the user's own word outweighs a heading to the
	// letter: nothing the cells say comes near it.
	mappedShare float64
	// rankShare is what the last words of a vocabulary's list lose of their weight
	// against the first, which are the usual ones.
	rankShare float64
	// leastPlan is how many parts of a plan must be found, and leastTold how many of these a
	// heading must tell where no title does.
	leastPlan int
	leastTold int
	// leastLevels is how many columns of levels make a valuation.
	leastLevels int
	// leastPrepared is how many rows prepared for risks must follow each other at the
	// end of a table, all with the same levels: one or two could be risks without a text.
	leastPrepared int
	// A candidate's rank is made of its evidence and the following: of two that
	// overlap the one with more rows and fewer rows of headings stands, and where a
	// heading ends is told by the kinds of cells under it. rankSecond is the share of a
	// second valuation's evidence.
	rankSecond float64
	// rankRow is what each row adds, up to rankRows of them.
	rankRow  float64
	rankRows int
	// rankHeading is what each row of headings takes off.
	rankHeading float64
	// rankMisplace is what a first row takes off that cannot be read, or a heading
	// that reads as a level.
	rankMisplace float64
	// rankHeadless is what headings take off that are one more row of the table.
	rankHeadless float64
	// nearValues is how many filled cells on each side of a value tell how the values
	// of its column are written.
	nearValues int
	// mostlyShare is what part of the rows so far must be alike for one that is not
	// to be something else; leastRows is how many there must be.
	mostlyShare float64
	leastRows   int
	// maxKnownLevels and maxKnownNumbers bound what is remembered of a long table.
	maxKnownLevels  int
	maxKnownNumbers int
	// leastFigures is how many rows without words show that figures below a table
	// are no risks of it.
	leastFigures int
	// leastSpelled is how many cells of a column spell a product, at least, and
	// spelledShare of those that hold text below its heading.
	leastSpelled int
	spelledShare float64
	// mostTurned is the most rows of a grid that is tried with its risks in
	// columns: one such table has a row for each field, and a sheet with more rows
	// lists something.
	mostTurned int
	// listed is how many cells a row has that only lists a risk again: its place, its
	// text and a figure.
	listed int
	// maxLimits is the longest text, in bytes, of the limits beside a word.
	maxLimits int
	// bandsAbove is how many rows above its headings a table is looked through for
	// texts over several columns.
	bandsAbove int
	// bandReach is how many columns a text over several reaches to its right where
	// it is not merged over them.
	bandReach int
}{
	coverRows:       40,
	boxColumns:      3,
	boxHeads:        60,
	rowHits:         2,
	pairHits:        3,
	titleRows:       8,
	maxHeadingRows:  3,
	sideRows:        20,
	sampleRows:      60,
	fewCells:        3,
	mostTenths:      7,
	sureTenths:      9,
	maxShort:        40,
	minCounted:      4,
	maxLabelled:     100,
	maxBareDate:     20,
	besideLabel:     3,
	shallowRows:     20,
	restRows:        4,
	maxNumber:       12,
	bandWord:        3,
	maxArea:         60,
	scoreMapped:     1000,
	scoreHeading:    100,
	maxRank:         40,
	minLead:         20,
	scoreBegins:     50,
	scoreContent:    30,
	scoreLabels:     45,
	fullScore:       10,
	minRepeated:     3,
	shortEvent:      4,
	mostSummary:     4,
	roundedMean:     .051,
	leastFactored:   6,
	leastCards:      2,
	leastCapitals:   3,
	leastLegend:     3,
	leastGroup:      2,
	leastUnsaid:     3,
	leastValued:     3,
	headCost:        40,
	widthCost:       10,
	rivalPart:       16,
	contextCells:    4000,
	contextText:     120,
	remarkWords:     4,
	mappedShare:     10,
	rankShare:       .15,
	leastPlan:       3,
	leastTold:       2,
	leastLevels:     2,
	leastPrepared:   3,
	rankSecond:      .5,
	rankRow:         .15,
	rankRows:        20,
	rankHeading:     .2,
	rankMisplace:    2,
	rankHeadless:    8,
	nearValues:      3,
	mostlyShare:     .8,
	leastRows:       3,
	maxKnownLevels:  64,
	maxKnownNumbers: 2000,
	leastFigures:    2,
	leastSpelled:    2,
	spelledShare:    0.8,
	mostTurned:      60,
	listed:          3,
	maxLimits:       24,
	bandsAbove:      2,
	bandReach:       4,
}
