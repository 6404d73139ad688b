package evidence

// weights are what each kind of evidence is worth. Those of the prototype,
// measured as package evidence says; only their order matters.
var weights = struct {
	heading, begins, near                 float64 // a heading to the letter, beginning with a known one, having a word of one
	labels, otherLabels, degrees, numbers float64 // what cells hold that are levels
	product, sum, maximum, rises, formula float64 // how the value follows from the levels
	steps, thresholds, few                float64 // what a rating is
	running, texts, recurring             float64 // numbers, risks and short words
	place                                 float64 // beside its usual neighbour
	recommended                           float64 // labels of thresholds right behind the value: more than steps, which the board's choice shows, too
	against                               float64 // the cells cannot be the field
	unlike, doubt, manyWords              float64 // they hardly are, fill too few rows for it, have more words than a rating
	unique                                float64 // no text twice, as numbers of risks are
	beyondTop                             float64 // numbers beyond what the levels can give
	beyond                                float64 // levels that its field does not have, and the other one has
	againstRunning                        float64 // it counts up: a table in the order of the field, or of another's numbers
	mixed                                 float64 // one valuation out of columns before and after measures
	apart                                 float64 // one out of columns whose headings belong to two: more than what only rises
}{
	heading: 3, begins: 2.4, near: 1.6,
	labels: 3, otherLabels: 1, degrees: 2, numbers: 1.2,
	product: 5, sum: 3.5, maximum: 3, rises: 2.5, formula: 3,
	steps: 3, thresholds: 3, few: 1,
	running: 2.5, texts: 2, recurring: .8,
	place: .7, recommended: 4, against: -4,
	unlike: -3, doubt: -2, manyWords: -1.6, unique: .3, beyondTop: .49, beyond: -2, againstRunning: -1, mixed: -1.5, apart: -3,
}

// tolerances are the conditions under which evidence counts. Measured on the
// prototype's documents unless said otherwise.
var tolerances = struct {
	rows          int     // most rows that are looked at: relations do not become surer with more
	levelShare    float64 // of a column's cells that read as levels
	levelFill     float64 // of the rows that have one
	levelText     int     // letters of a level with all that stands beside it
	topLevel      int     // the greatest number that is a level
	distinct      int     // most different levels, or words of a rating
	holds         float64 // of the rows in which a relation must hold
	allRows       int     // up to so many rows it must hold in all: in five, two errors break 80 %
	smallBody     int     // below so many rows only headings and labels make a register
	telling       int     // different rows without a factor 0 or 1 for the full weight of a product
	steps         float64 // of the rows that a step function of the value may leave out
	running       float64 // of a column's numbers that count up
	slips         float64 // numbers that stand twice or out of their order among those that count by one, in ten
	fewLetters    int     // the longest of few short words, on average
	longLetters   float64 // texts of so many letters on average name the risk as surely as any
	shortText     int     // texts below it are no risks
	eventFill     float64 // of the rows that name their risk
	definition    float64 // of a valuation's cells that lie in definitions: then it is those, turned
	maxValue      int     // greater numbers are money
	mostLevels    int     // columns that are tried as levels; of more the best headed
	consequences  int     // most columns of consequences that are weighed together
	decimals      int     // decimal levels, at least, that make a column of them
	decimalShare  float64 // of a column's levels that are decimal
	unheadedPlace float64 // times its weight, that the place before the levels has for a text that no heading calls the risk
	best          int     // valuations that are weighed to the end
	freeAxes      int     // axes that cost no steps: four times what the document with the most scales defines
	findsOfStep   int     // texts that are looked for among an axis's labels in the time of a step

	textShare   float64 // of a column's cells that are texts where it names something; of its levels below which words are tried
	fewTexts    float64 // of a rating's cells that are words
	fewCells    int     // the fewest cells by which short words that recur are told
	unique      float64 // of a column's texts that stand once where each names a risk of its own
	allUnique   float64 // the same of numbers, of which hardly one stands twice
	recurring   float64 // below it texts recur
	countShare  float64 // of a column's cells that are short numbers where it counts up
	allLabelled float64 // of a column's cells that labels of one axis explain: no other is tried
	moreLabels  float64 // so much more of a column an axis's labels must be to be chosen for it alone
	sameLabels  float64 // and so much less may be those of one that suits the heading better
	nearly      float64 // times its weight, that a heading's word has where letters of it are read otherwise
	surely      float64 // times its weight, that a heading's beginning has where it is surely another field's
	byRows      float64 // times its weight, that a relation has whose order the rows themselves gave
	constant    float64 // and one beside a level that never changes it

	formulaShare     float64 // of a value's cells that are formulas of the same two columns
	numberLetters    float64 // letters of a risk's number, on average, that does not count up
	numberText       int     // letters of one that does
	numberDigits     int     // of them digits: more are a date or a case
	recurringLetters float64 // letters of an area or an owner, on average
}{
	rows: 240, levelShare: .7, levelFill: .3, levelText: 60, topLevel: 10, distinct: 8, holds: .8, allRows: 4, smallBody: 6, telling: 4,
	steps: .2, running: .9, slips: 1, fewLetters: 28, longLetters: 40, shortText: 6, eventFill: .7, definition: .25, maxValue: 1000,
	mostLevels: 14, consequences: 6, decimals: 3, decimalShare: .2, unheadedPlace: 3, best: 40,
	freeAxes: 64, findsOfStep: 6,
	textShare: .6, fewTexts: .8, fewCells: 4, unique: .9, allUnique: .95, recurring: .8, countShare: .8, allLabelled: .9, moreLabels: .05, sameLabels: .01,
	nearly: .9, surely: .8, byRows: .7, constant: .8,
	formulaShare: .4, numberLetters: 10, numberText: 12, numberDigits: 6, recurringLetters: 45,
}

// half is the share of a column's cells beyond which most of them are so.
const half = .5

// Margins are how far a reading must be ahead of the next to be chosen: of
// levels and value, of the rating, and of the risk's name, on which nothing
// that is computed depends.
var Margins = struct{ Levels, Rating, Event float64 }{Levels: 2, Rating: 1, Event: 1}

// gates are what a table must show to be a register. Told is what headings,
// labels and words of degree say of the two levels.
var gates = struct{ register, shown, told float64 }{register: 7, shown: 5.5, told: 3}
