package scale

// tolerances are how large a definition is, how long its texts are, and how many rows
// speak for or against it: the least and the most that the golden registers and the
// tables that are none leave room for, where nothing else is said.
var tolerances = struct {
	// mostLooks is how many cells are looked at beside the headings of axes on one
	// sheet. A workbook of 5,000 registers on a sheet takes a tenth; a row of
	// 16,384 headings would take 268 million, 30 seconds.
	mostLooks int
	// rangeLook and partLook are the steps that a text costs that may be a range or
	// a legend, 18 µs and as much again for every lookBytes of it, and each part of a
	// scale that is found: these are held against each other. 100,000 sentences that
	// tell of a scale took 23 seconds.
	rangeLook, partLook int
	lookBytes           int
	// shapeLook is what a part costs that has the shape of a matrix, as many tables of
	// amounts have: 30 µs to read it and its neighbours, and one more step for each
	// shapesOfStep axes and matrices that it is held against. 30,000 rows of small
	// matrices, each with axes, took 20 seconds; of 200 items of minutes with a table of
	// amounts each, 2,500 such parts and no axis, this took 40 ms.
	shapeLook, shapesOfStep int
	// paragraph is how long, in bytes, the lines are that are put together where each
	// goes on with the one before.
	paragraph int
	// headLook is what a heading costs that may be one of ranges or treatments: the
	// columns around it are looked at.
	headLook int
	// maxLevels is the longest axis that is taken for one.
	maxLevels int
	// maxRepeated is how many levels may have the number of another by mistake;
	// where more do they are rows of something else.
	maxRepeated int
	// maxLabel is the longest label of a level, in letters.
	maxLabel int
	// commonLabel is how long, in letters, the labels of levels usually are at most.
	commonLabel int
	// maxDimensions is how many columns of definitions may stand beside labels:
	// economy, people, trust …
	maxDimensions int
	// maxClause is what a label may have with a definition in the same cell.
	maxClause int
	// maxKey is the longest text, in letters, of a level or a treatment in a
	// matrix.
	maxKey int
	// maxMarks is the longest text, in bytes, of the numbers of risks in one cell
	// of a matrix, and maxPrefix how many letters stand before one ("IT-7").
	maxMarks, maxPrefix int
	// fallsOf: under a heading of risk values one step of so many may fall where
	// a level rises.
	fallsOf int
	// maxWhole is the greatest number in a column of levels or limits.
	maxWhole int
	// maxTreatment is the longest name of a treatment, in letters.
	maxTreatment int
	// leastValue is the greatest that the least risk value of a scale may be: a sum
	// of two levels is at least 2.
	leastValue int
	// maxTreatments is how many treatments a matrix may tell apart.
	maxTreatments int
	// aroundMatrix is how many rows beside those of a matrix may be like them:
	// its head, a total, and remarks.
	aroundMatrix int
	// minSpread is the least difference between the strongest and the weakest of
	// red, green and blue, of 255, by which a colour is no grey.
	minSpread int
	// minRates is how many words of a matrix must stand elsewhere for it to be that
	// by which a table is rated.
	minRates int
	// formLetters is how many letters more one form of a word has than another:
	// "accepteras" for "acceptera".
	formLetters int
	// minWritten is how many treatments of a legend a register must write for it to
	// be that of the register.
	minWritten int
}{
	mostLooks:     1_000_000,
	rangeLook:     1,
	lookBytes:     16,
	paragraph:     4 << 10,
	headLook:      4,
	partLook:      100,
	shapeLook:     3,
	shapesOfStep:  100,
	maxLevels:     12,
	maxRepeated:   1,
	maxLabel:      60,
	commonLabel:   25,
	maxDimensions: 5,
	maxClause:     400,
	maxKey:        60,
	maxMarks:      120,
	maxPrefix:     4,
	fallsOf:       4,
	maxWhole:      1000,
	maxTreatment:  80,
	leastValue:    2,
	maxTreatments: 6,
	aroundMatrix:  4,
	minSpread:     24,
	minRates:      2,
	formLetters:   2,
	minWritten:    2,
}
