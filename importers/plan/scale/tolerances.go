package scale

// How large a definition is, how long its texts are, and how many rows speak for
// or against it.
const (
	// maxLevels is the longest axis that is taken for one.
	maxLevels = 12
	// maxLabel is the longest label of a level, in letters.
	maxLabel = 60
	// maxClause is what a label may have with a definition in the same cell.
	maxClause = 400
	// maxKey is the longest text, in letters, of a level or a treatment in a
	// matrix.
	maxKey = 60
	// maxWhole is the greatest number in a column of levels or limits.
	maxWhole = 1000
	// maxTreatment is the longest name of a treatment, in letters.
	maxTreatment = 80
	// maxTreatments is how many treatments a matrix may tell apart.
	maxTreatments = 6
	// aroundMatrix is how many rows beside those of a matrix may be like them:
	// its head, a total, and remarks.
	aroundMatrix = 4
	// minSpread is the least difference between the strongest and the weakest of
	// red, green and blue, of 255, by which a colour is no grey.
	minSpread = 24
)
