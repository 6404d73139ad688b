package scale

// How large a definition is, how long its texts are, and how many rows speak for
// or against it.
const (
	// mostLooks is how many cells are looked at beside the headings of axes on one
	// sheet. A workbook of 5,000 registers on a sheet takes a tenth; a row of
	// 16,384 headings would take 268 million, 30 seconds.
	mostLooks = 1_000_000
	// rangeLook and partLook are the steps that a text costs that may be a range or
	// a legend, 18 µs, and each part of a scale that is found: these are held
	// against each other. 30,000 rows of small matrices took 20 seconds.
	rangeLook, partLook = 1, 100
	// maxLevels is the longest axis that is taken for one.
	maxLevels = 12
	// maxRepeated is how many levels may have the number of another by mistake;
	// where more do they are rows of something else.
	maxRepeated = 1
	// maxLabel is the longest label of a level, in letters.
	maxLabel = 60
	// commonLabel is how long, in letters, the labels of levels usually are at most.
	commonLabel = 25
	// maxDimensions is how many columns of definitions may stand beside labels:
	// economy, people, trust …
	maxDimensions = 5
	// maxClause is what a label may have with a definition in the same cell.
	maxClause = 400
	// maxKey is the longest text, in letters, of a level or a treatment in a
	// matrix.
	maxKey = 60
	// maxMarks is the longest text, in bytes, of the numbers of risks in one cell
	// of a matrix, and maxPrefix how many letters stand before one ("IT-7").
	maxMarks, maxPrefix = 120, 4
	// fallsOf: under a heading of risk values one step of so many may fall where
	// a level rises.
	fallsOf = 4
	// maxWhole is the greatest number in a column of levels or limits.
	maxWhole = 1000
	// maxTreatment is the longest name of a treatment, in letters.
	maxTreatment = 80
	// leastValue is the greatest that the least risk value of a scale may be: a sum
	// of two levels is at least 2.
	leastValue = 2
	// maxTreatments is how many treatments a matrix may tell apart.
	maxTreatments = 6
	// aroundMatrix is how many rows beside those of a matrix may be like them:
	// its head, a total, and remarks.
	aroundMatrix = 4
	// minSpread is the least difference between the strongest and the weakest of
	// red, green and blue, of 255, by which a colour is no grey.
	minSpread = 24
)
