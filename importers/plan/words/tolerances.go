package words

// How long texts may be, and how much of a word tells.
const (
	// MaxHeading is the longest text, in bytes, that is taken for a heading;
	// longer ones are sentences.
	MaxHeading = 120
	// MaxTitle is the longest title of a table, in letters.
	MaxTitle = 80
	// minPhrase is the shortest heading, in bytes without spaces, by which one
	// that goes on after it is known; shorter ones begin too many other words.
	minPhrase = 5
	// longName is the length in bytes from which an axis's name is told by the
	// beginning of a word ("sannolikhetsbedömning").
	longName = 8
	// maxAxisHeading is the longest heading, in bytes, that has an axis's name
	// among its words.
	maxAxisHeading = MaxHeading / 2
	// maxBoardWords is the most words that a board's name has, and
	// maxEndedWords where only its last word tells that it is one.
	maxBoardWords, maxEndedWords = 8, 4
	// maxBinding is the longest word, in letters, that may only bind the words
	// of a title ("för", "av").
	maxBinding = 3
	// maxRange is the longest text, in bytes, that is taken for a range alone.
	maxRange = 60
	// maxBand is the longest text, in bytes, that is taken for a range with words
	// beside it.
	maxBand = 400
	// maxLegend is the longest text, in bytes, that is taken for a legend.
	maxLegend = 500
	// shortLegend is the shortest: "A 1, B 2".
	shortLegend = 8
	// mostRangeWords is the most words on a side of a range that say how it is
	// meant: "12 eller högre", "t o m 3".
	mostRangeWords = 4
	// shortMonth is the shortest beginning of a month's name, in bytes.
	shortMonth = 3
	// maxDay is the longest text, in bytes, of a day that may have been a range:
	// "3 september 2025".
	maxDay = 20
	// maxValue is the greatest risk value that a range may name: four digits.
	maxValue = 9999
)
