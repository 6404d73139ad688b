package plan

// How far a table's parts are looked for, how long its texts are, and what a
// claim of a column to a field is worth.
const (
	// coverRows is how much of a sheet without tables is read for the board and
	// the year, as on a cover sheet.
	coverRows = 40
	// rowHits is how many headings to the letter a row needs to head a table,
	// pairHits how many two rows need together, or one that heads a table of
	// which the periods are not known.
	rowHits, pairHits = 2, 3
	// titleRows is how far above a heading row its title is looked for.
	titleRows = 8
	// maxHeadingRows is the most rows that headings of one table take.
	maxHeadingRows = 3
	// sideRows is how many rows below headings a column must be empty in to
	// divide two tables.
	sideRows = 20
	// sampleRows is how many rows under a heading are looked at to see what a
	// column holds.
	sampleRows = 60
	// fewCells is the fewest cells of a column by which it is judged.
	fewCells = 3
	// mostTenths is the share of a column's cells, in tenths, that must be short
	// where it holds levels, and sureTenths the share that must be labels of one
	// axis, or names of boards, where its heading does not say so.
	mostTenths, sureTenths = 7, 9
	// maxShort is the longest text of a level, in letters.
	maxShort = 40
	// minCounted is the fewest columns that a row numbers from 1.
	minCounted = 4
	// maxLabelled is the longest text, in letters, that begins with the label of
	// a board or a date and holds it; maxBareDate that of one with a date alone.
	maxLabelled, maxBareDate = 100, 20
	// besideLabel is how many columns to the right of a label its value stands.
	besideLabel = 3
	// shallowRows is how many rows at the ends of a table of risks are looked at
	// for definitions beside or among them: more than the longest axis has.
	shallowRows = 20
	// restRows is how many rows among those that tell of risks may not.
	restRows = 4
	// maxNumber is the longest number of a risk, in letters.
	maxNumber = 12
	// maxArea is the longest name of an area, in letters.
	maxArea = 60

	// scoreMapped is what the user's own word is worth, before all others.
	scoreMapped = 1000
	// scoreHeading is what a heading to the letter is worth, less its place in
	// the vocabulary's list, so that the usual word is surest.
	scoreHeading = 100
	// maxRank is the most that a word's place takes off.
	maxRank = 40
	// minLead is how much surer one of two columns of values must be than the
	// other, where the surest has not the usual heading.
	minLead = 20
	// scoreBegins is what a heading is worth that goes on after a known one.
	scoreBegins = 50
	// scoreContent is what the cells alone are worth.
	scoreContent = 30
	// scoreLabels comes besides where the cells are labels of the axis.
	scoreLabels = 45
)
