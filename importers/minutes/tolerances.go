package minutes

import "riskbok/importers/ratio"

// tolerances are how far the parts of an item stand from each other in rows, how long its
// headings are, and how often a form must be met to be that of a document. They, [places],
// [naming] and [points] hold for the forms of cmd/internal/proceedings and for minutes,
// extracts, summonses and meeting books of municipalities, printed by case systems and
// word processors and recognized by OCR, with room on both sides where nothing else is
// said.
var tolerances = struct {
	// fewEntries is how many numbers, from 1 on, make an agenda that no heading
	// names.
	fewEntries int
	// columnAside is how far, in points, a line may begin beside the one above it
	// in the same column.
	columnAside float32
	// datedWords is how many words the line of a head has at most that says when the
	// meeting is.
	datedWords int
	// yearRows is how far up, in rows, the year of a date is looked for.
	yearRows int
	// sentenceRows is over how many more rows a sentence is followed.
	sentenceRows int
	// frontPages is on how many of the first pages the front of minutes is looked for.
	frontPages int
	// spanRows is within how many rows of its number an item shows what is
	// decided: a page or two.
	spanRows int
	// fewGuessed is how many numbers whose sign was not recognized settle each
	// other.
	fewGuessed int
	// aboveRows is how many rows of a head may stand above the number.
	aboveRows int
	// fewFormal is how many formalities make a series of bare numbers that of the items
	// of a meeting: it is opened, and the minutes are gone through, say.
	fewFormal int
	// formalRows is within how many rows of its title a formality has a sentence.
	formalRows int
	// fewRepeats is on how many pages a line in the margin must stand to be a
	// header or footer. Two will not do: a signed copy has every line twice.
	fewRepeats int
	// headRows is the most rows that a head has.
	headRows int
	// maxHeading is the longest heading, in letters.
	maxHeading int
	// headShare is in how many of the places where a known heading stands alone it
	// must be bold, or large, for that to make a heading: in two of three.
	headShare float64
	// runInShare is how many more paragraphs begin with a heading on their line than
	// headings stand alone, where that is how the document has them.
	runInShare int
	// fewRunIn is how many headings on the line of their text a document has at least.
	fewRunIn int
	// leaderDots is how many dots at the end of a title lead on to its page.
	leaderDots int
	// leastDotLetters is how many letters a leader has that dots were misread as, and
	// leastDotRuns how often two of its "r" stand together or about an "e" where no dots
	// are left.
	leastDotLetters, leastDotRuns int
	// alikeSize is how much larger one line of a title may be than another, as
	// recognition makes them.
	alikeSize float64
	// maxTogether is how many paragraphs one heading may be of: "§§ 3–5".
	maxTogether int
	// headLine is the longest line of the head of a paper, in letters.
	headLine int
	// shortHead is how many rows number and title of an item take at most.
	shortHead int
	// longestPrefix is how many letters and marks, blanks aside, may stand before
	// the number or sign that a text begins with: a name of 71, and two letters that
	// signs were read as.
	longestPrefix int
	// longLine is how many letters a line of running text has at least.
	longLine int
	// headReach is within how many rows of its number the head of an item ends.
	headReach int
	// spanWords is how many words a heading has at most that names several paragraphs.
	spanWords int
	// fewStacked is how many items have the numbers of several bodies over each other
	// for that to be how the document has them, wherever they stand.
	fewStacked int
	// formRows is how far down a page, in rows, its form is looked for.
	formRows int
	// frontLabels is how many labels of the first page of minutes stand on it at
	// least.
	frontLabels int
	// dateWords is how many words a date has at most.
	dateWords int
	// emptyShare is how much of a page, from its foot, is left empty where a text
	// ends on it; one that goes on fills its page.
	emptyShare float64
	// leastWeekday and longWeekday are how many letters a word has that may be a weekday,
	// as it is written in calls to meetings; what is shorter before a date leads on to it.
	leastWeekday, longWeekday int
	// dateJoint is the longest word, in letters, between the dates of a list: "samt".
	dateJoint int
	// dateLetters is how many letters a date has at most that stands alone, and
	// placeWords how many words a line with the place before its date.
	dateLetters, placeWords int
	// shortCase is how many characters a case number has at least.
	shortCase int
	// caseWords is how many words the line of a case number has at most with its label,
	// and caseRows within how many rows of the number of an item it stands, behind the
	// lines of the title.
	caseWords, caseRows int
	// stackedRows is within how many rows of the number of an item the head of the next
	// body begins below it, and otherRows how far below the first row of a head the
	// numbers of other bodies stand.
	stackedRows, otherRows int
	// fewBare is how many bare numbers make a series of items where no meeting is named,
	// behind bareResolved of which, a share, something is decided; resolved is that share
	// where the numbers have signs. Of a named meeting bareBacked is the share of bare
	// numbers that a decision or a case number backs, backed of those with signs.
	fewBare                                    int
	bareResolved, resolved, bareBacked, backed ratio.Ratio
	// decided is the share of the items with a proposal or a decision that are decided in
	// minutes; a summons tells of single decisions of others.
	decided ratio.Ratio
	// runInLine is the longest line, in letters, that begins with a heading.
	runInLine int
	// headingWords is how many words a line has at most that only its distance shows to
	// be a heading.
	headingWords int
	// pageDigits is how many figures the number of a page has at most.
	pageDigits int
	// fullLine is the share of the usual line from which on one is full that an item's
	// number cannot stand below unless a sentence ends there.
	fullLine float64
	// longRow is the longest row, in bytes, that a number of an item may begin.
	longRow int
	// chairsLine is the longest heading row, in bytes, of a list of who takes the chair.
	chairsLine int
	// formTitle is how many of the first rows of a page may be its title whatever their
	// size, formWords how many words a line has that ends in the name of a form, formLine
	// the longest line, in bytes, that names one, and formDate the longest rest behind it
	// that is a date.
	formTitle, formWords, formLine, formDate int
}{
	fewEntries:      3,
	columnAside:     8,
	datedWords:      14,
	yearRows:        8,
	sentenceRows:    3,
	frontPages:      2,
	spanRows:        120,
	fewGuessed:      3,
	aboveRows:       4,
	fewFormal:       2,
	formalRows:      8,
	fewRepeats:      3,
	headRows:        24,
	maxHeading:      70,
	headShare:       2.0 / 3,
	runInShare:      4,
	fewRunIn:        4,
	leaderDots:      4,
	leastDotLetters: 8,
	leastDotRuns:    3,
	alikeSize:       1.15,
	maxTogether:     30,
	headLine:        70,
	shortHead:       3,
	longestPrefix:   73,
	longLine:        45,
	headReach:       7,
	spanWords:       7,
	fewStacked:      2,
	formRows:        10,
	frontLabels:     3,
	dateWords:       3,
	emptyShare:      0.4,
	leastWeekday:    4,
	longWeekday:     12,
	dateJoint:       4,
	dateLetters:     20,
	placeWords:      6,
	shortCase:       3,
	caseWords:       5,
	caseRows:        4,
	stackedRows:     3,
	otherRows:       3,
	fewBare:         3,
	bareResolved:    ratio.Of(3, 4),
	resolved:        ratio.Of(1, 2),
	bareBacked:      ratio.Of(2, 3),
	decided:         ratio.Of(1, 2),
	backed:          ratio.Of(1, 3),
	runInLine:       200,
	headingWords:    5,
	pageDigits:      4,
	fullLine:        0.9,
	longRow:         300,
	chairsLine:      80,
	formTitle:       3,
	formWords:       6,
	formLine:        120,
	formDate:        40,
}
