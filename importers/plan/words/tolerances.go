package words

// How long the texts are that package plan asks of, too.
const (
	// MaxHeading is the longest text, in bytes, that is taken for a heading;
	// longer ones are sentences.
	MaxHeading = 120
	// MaxTitle is the longest title of a table, in letters.
	MaxTitle = 80
)

// tolerances are how long texts may be, and how much of a word tells: the least and
// the most that the golden registers and the tables that are none leave room for.
var tolerances = struct {
	// minPhrase is the shortest heading, in bytes without spaces, by which one
	// that goes on after it is known; shorter ones begin too many other words.
	minPhrase int
	// longName is the length in bytes from which an axis's name is told by the
	// beginning of a word ("sannolikhetsbedömning").
	longName int
	// maxAxisHeading is the longest heading, in bytes, that has an axis's name
	// among its words.
	maxAxisHeading int
	// maxBinding is the longest word, in letters, that may only bind others
	// ("för", "av").
	maxBinding int
	// maxRange is the longest text, in bytes, that is taken for a range alone.
	maxRange int
	// maxBand is the longest text, in bytes, that is taken for a range with words
	// beside it.
	maxBand int
	// maxLegend is the longest text, in bytes, that is taken for a legend.
	maxLegend int
	// shortLegend is the shortest: "A 1, B 2".
	shortLegend int
	// mostRangeWords is the most words on a side of a range that say how it is
	// meant: "12 eller högre", "lika med eller högre än 3".
	mostRangeWords int
	// shortMonth is the shortest beginning of a month's name, in bytes.
	shortMonth int
	// maxDay is the longest text, in bytes, of a day that may have been a range:
	// "3 september 2025".
	maxDay int
	// maxValue is the greatest risk value that a range may name: four digits.
	maxValue int
	// mostDegreeWords is how many words a degree is written in at most: "mycket låg
	// sannolikhet" is three.
	mostDegreeWords int
	// middleDegree is the degree that stronger words push away from.
	middleDegree float64
	// longNoun is the length in letters from which a noun is known as the end of a
	// compound: shorter ones end other words too ("nr", "id").
	longNoun int
	// maxSumText is the longest text, in letters, that is taken for the label of a
	// sum.
	maxSumText int
	// mostRoleWords is how many words the name of one who answers for something has
	// at most: "Chef för lek- och parkenheten" has five.
	mostRoleWords int
	// shortQuantity is the longest word of a quantity, in bytes, that is not looked
	// for at the end of another word.
	shortQuantity int
}{
	minPhrase:       5,
	longName:        8,
	maxAxisHeading:  MaxHeading / 2,
	maxBinding:      3,
	maxRange:        60,
	maxBand:         400,
	maxLegend:       500,
	shortLegend:     8,
	mostRangeWords:  5,
	shortMonth:      3,
	maxDay:          20,
	maxValue:        9999,
	mostDegreeWords: 4,
	middleDegree:    3,
	longNoun:        4,
	maxSumText:      40,
	mostRoleWords:   6,
	shortQuantity:   3,
}
