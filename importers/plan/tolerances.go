package plan

// How far a table's parts are looked for, how long its texts are, and what a
// claim of a column to a field is worth.
const (
	// coverRows is how much of a sheet without tables is read for the board and
	// the year, as on a cover sheet.
	coverRows = 40
	// titleRows is how far above a heading row its title is looked for.
	titleRows = 8
	// maxHeadingRows is the most rows that headings of one table take.
	maxHeadingRows = 3
	// sampleRows is how many rows under a heading are looked at to see what a
	// column holds.
	sampleRows = 60
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
	// scoreBegins is what a heading is worth that goes on after a known one.
	scoreBegins = 50
	// scoreContent is what the cells alone are worth.
	scoreContent = 30
	// scoreLabels comes besides where the cells are labels of the axis.
	scoreLabels = 45
)
