package minutes

import "riskbok/importers/ratio"

// tolerances are how far the parts of an item stand from each other, how long its
// names and headings are, and what speaks for a number to be that of an item. They hold
// for the forms of cmd/internal/proceedings and for minutes, extracts, summonses and
// meeting books of municipalities, printed by case systems and word processors and
// recognized by OCR, with room on both sides where nothing else is said.
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
	// longName is how many words the name of a board has before they must hang
	// together: "Barn- och utbildningsnämnden".
	longName int
	// nameRows is over how many more rows the name of a board may go on.
	nameRows int
	// jointLetters is the longest word that may stand before the name of a board in
	// a title: "från".
	jointLetters int
	// entryStep is how far apart, in em, the rows of a table's entries are at least;
	// the lines of one title are closer.
	entryStep float32
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
	// labelStep is how far apart, em, the rows of a head above its number are at most.
	labelStep float32
	// fewFormal is how many formalities make a series of bare numbers that of the items
	// of a meeting: it is opened, and the minutes are gone through, say.
	fewFormal int
	// formalRows is within how many rows of its title a formality has a sentence.
	formalRows int
	// fewRepeats is on how many pages a line in the margin must stand to be a
	// header or footer. Two will not do: a signed copy has every line twice.
	fewRepeats int
	// footGap is how far below the text, em of it, what stands at the foot of a page
	// does, and footWords how many words it has on a line at most.
	footGap   float64
	footWords int
	// headRows is the most rows that a head has.
	headRows int
	// maxHeading is the longest heading, in letters.
	maxHeading int
	// setOff is how far below the row above, in em, a heading stands. Sizes alone
	// will not do: recognition makes some short lines larger than they are.
	setOff float32
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
	// longestName is how many words the name of a board has at most.
	longestName int
	// belowRows and belowEm are within how many rows and how many em below a label its
	// value stands, if not in the next column of its row, and asideEm how far to the side
	// of it, em.
	belowRows        int
	belowEm, asideEm float32
	// alikeSize is how much larger one line of a title may be than another, as
	// recognition makes them.
	alikeSize float64
	// titleStep is how far apart, in em, the lines of one title are at most.
	titleStep float32
	// maxTogether is how many paragraphs one heading may be of: "§§ 3–5".
	maxTogether int
	// headLine is the longest line of the head of a paper, in letters.
	headLine int
	// shortHead is how many rows number and title of an item take at most.
	shortHead int
	// wideShare is how much further down than usual, as a share, a row stands that begins
	// a paragraph, and wideStep how far, em, where nothing is known of the usual step.
	wideShare, wideStep float32
	// signStep is how far below the text, in em, those who sign stand at least.
	signStep float32
	// longestPrefix is how many letters and marks, blanks aside, may stand before
	// the number or sign that a text begins with: a name of 71, and two letters that
	// signs were read as.
	longestPrefix int
	// topMargin and footMargin are the shares of a page's height that are its margins,
	// where page numbers and repeated lines stand.
	topMargin, footMargin float64
	// waverShare is in how large a share of the places where a line goes on over the
	// next their sizes must be alike for any to be trusted.
	waverShare float64
	// longLine is how many letters a line of running text has at least.
	longLine int
	// What speaks for a mark to be an item's number, and against it, in points; mostly
	// the sequence decides. pointCase: a case number stands in its head.
	pointCase float64
	// pointHeading: a heading follows its title.
	pointHeading float64
	// pointWeight: it is printed heavier than the text.
	pointWeight float64
	// pointApart: it stands apart from what is above.
	pointApart float64
	// pointTop: it is first on its page.
	pointTop float64
	// pointRunning: it goes on from a line above that is full.
	pointRunning float64
	// pointListed: the next number follows at once, as in a list.
	pointListed float64
	// pointTable: it stands in a table.
	pointTable float64
	// pointClause: it stands below a heading as its first clause.
	pointClause float64
	// pointGuessed: its sign was not recognized.
	pointGuessed float64
	// pointAside: it does not begin its row.
	pointAside float64
	// pointNext: the number before it has gone before.
	pointNext float64
	// pointGap: a number is lacking between.
	pointGap float64
	// pointRestart: the numbers begin anew.
	pointRestart float64
	// pointNever: its sign was not recognized, and its neighbours must settle it.
	pointNever float64
	// leastSequence is how many points a sequence has at least.
	leastSequence float64
	// headReach is within how many rows of its number the head of an item ends.
	headReach int
	// reach is how far back, in marks, a sequence goes on.
	reach int
	// widestGap is how many numbers may be lacking in a sequence; over a wider gap
	// another begins.
	widestGap int
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
	// wrappedRows is over how many rows a heading in a column may go.
	wrappedRows int
	// nameWords is how many words a text has at most in which the name of a board is
	// looked for, sortWords how many a name has that ends in the sort of the board alone
	// ("Tekniska nämnden"), and beforePlace within how many words that sort stands before
	// what the board is for ("Räddningsnämnden i Norrvik").
	nameWords, sortWords, beforePlace int
	// nameSize is how many times the size of the text the name of a board in a head is at
	// most, where the title may not be it.
	nameSize float64
	// nameStep is how far apart, em, the lines of one name are, and a name and the post
	// below it: nearer.
	nameStep float32
	// leastWeekday and longWeekday are how many letters a word has that may be a weekday,
	// as it is written in calls to meetings; what is shorter before a date leads on to it.
	leastWeekday, longWeekday int
	// dateJoint is the longest word, in letters, between the dates of a list: "samt".
	dateJoint int
	// dateLetters is how many letters a date has at most that stands alone, and
	// placeWords how many words a line with the place before its date.
	dateLetters, placeWords int
	// longWord is how many letters a word for boards has for recognition to have read one
	// of them as another besides, longDistance, where it may otherwise only have taken
	// one for its like, wordDistance: a letter costs 1, its like less.
	longWord                   int
	longDistance, wordDistance float64
	// leastAlmost is how many letters the sort of a board has at least to be known with
	// one letter misread, almostDistance, behind a heading.
	leastAlmost    int
	almostDistance float64
	// twiceApart is what recognition makes of one word twice, and one letter more of each
	// twiceLetters of them.
	twiceApart, twiceLetters float64
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
	// headHeight is above what share of a page's height a letterhead comes again.
	headHeight float64
	// fewBare is how many bare numbers make a series of items where no meeting is named,
	// behind bareResolved of which, a share, something is decided; resolved is that share
	// where the numbers have signs. Of a named meeting bareBacked is the share of bare
	// numbers that a decision or a case number backs, backed of those with signs.
	fewBare                                    int
	bareResolved, resolved, bareBacked, backed ratio.Ratio
	// spotHeight is how high a band of the margin is, in points, in which a line is on
	// the same spot on all pages.
	spotHeight float32
	// signedName is how many bytes the name has at most that is printed on a line for
	// signatures.
	signedName int
	// runInLine is the longest line, in letters, that begins with a heading.
	runInLine int
	// headingWords is how many words a line has at most that only its distance shows to
	// be a heading.
	headingWords int
	// pageDigits is how many figures the number of a page has at most.
	pageDigits int
	// onwardWords is how many words lead on from one board to the next at most: "via",
	// "och vidare till".
	onwardWords int
	// leastSize is the least size of type that steps are measured by, points: some text
	// has none.
	leastSize float64
	// sameLeft is within how much, points, two lines begin at one left edge, and
	// besideOver how far two that stand beside each other may overlap.
	sameLeft, besideOver float32
	// columnGap is how far before the column beside it, em, a line of a title ends, and
	// lineEnd how near to the right edge, points, a line ends that is full.
	columnGap, lineEnd float32
	// fullLine is the share of the usual line from which on one is full that an item's
	// number cannot stand below unless a sentence ends there.
	fullLine float64
	// longRow is the longest row, in bytes, that a number of an item may begin.
	longRow int
	// personWords is how many words the name of somebody who signs has at most.
	personWords int
	// chairsLine is the longest heading row, in bytes, of a list of who takes the chair.
	chairsLine int
	// largeSize is how many times the size of the text that of a heading is at least.
	largeSize float64
	// sizeFrom and sizeTo are between which times the usual size others are the same:
	// programs that scale a page round them.
	sizeFrom, sizeTo float64
	// trusted is the share of the long lines that are of the usual size for sizes to be
	// trusted.
	trusted ratio.Ratio
	// rightAt is where among the right ends of long lines, sorted, that of the text is:
	// a few stand out.
	rightAt ratio.Ratio
	// mostPitch is how far apart, em, two lines of a paragraph are at most, and pitchAt
	// where among those distances, sorted, the usual one is.
	mostPitch float32
	pitchAt   ratio.Ratio
	// pointPart: a part of a paper follows that is none of an item's resolution.
	pointPart float64
	// mostGaps is how many lacking numbers are weighed at most.
	mostGaps int
	// formTitle is how many of the first rows of a page may be its title whatever their
	// size, formWords how many words a line has that ends in the name of a form, formLine
	// the longest line, in bytes, that names one, and formDate the longest rest behind it
	// that is a date.
	formTitle, formWords, formLine, formDate int
}{
	fewEntries:      3,
	columnAside:     8,
	datedWords:      14,
	longName:        4,
	nameRows:        3,
	jointLetters:    4,
	entryStep:       1.45,
	yearRows:        8,
	sentenceRows:    3,
	frontPages:      2,
	spanRows:        120,
	fewGuessed:      3,
	aboveRows:       4,
	labelStep:       2.5,
	fewFormal:       2,
	formalRows:      8,
	fewRepeats:      3,
	footGap:         2.5,
	footWords:       6,
	headRows:        24,
	maxHeading:      70,
	setOff:          1.7,
	headShare:       2.0 / 3,
	runInShare:      4,
	fewRunIn:        4,
	leaderDots:      4,
	leastDotLetters: 8,
	leastDotRuns:    3,
	longestName:     7,
	belowRows:       3,
	belowEm:         4.5,
	asideEm:         2.5,
	alikeSize:       1.15,
	titleStep:       1.9,
	maxTogether:     30,
	headLine:        70,
	shortHead:       3,
	wideShare:       1.35,
	wideStep:        1.9,
	signStep:        2.6,
	longestPrefix:   73,
	topMargin:       0.16,
	footMargin:      0.12,
	waverShare:      0.9,
	longLine:        45,
	pointCase:       2.0,
	pointHeading:    2.0,
	pointWeight:     1.5,
	pointApart:      1.0,
	pointTop:        1.0,
	pointRunning:    -3.0,
	pointListed:     -3.0,
	pointTable:      -1.5,
	pointClause:     -3.0,
	pointGuessed:    -1.0,
	pointAside:      -0.5,
	pointNext:       2.0,
	pointGap:        -1.0,
	pointRestart:    -2.0,
	pointNever:      -100,
	leastSequence:   2.0,
	headReach:       7,
	reach:           80,
	widestGap:       12,
	spanWords:       7,
	fewStacked:      2,
	formRows:        10,
	frontLabels:     3,
	dateWords:       3,
	emptyShare:      0.4,
	wrappedRows:     4,
	nameWords:       8,
	sortWords:       5,
	beforePlace:     3,
	nameSize:        1.2,
	nameStep:        2,
	leastWeekday:    4,
	longWeekday:     12,
	dateJoint:       4,
	dateLetters:     20,
	placeWords:      6,
	longWord:        10,
	longDistance:    1.3,
	wordDistance:    0.3,
	leastAlmost:     6,
	almostDistance:  1,
	twiceApart:      0.3,
	twiceLetters:    8,
	shortCase:       3,
	caseWords:       5,
	caseRows:        4,
	stackedRows:     3,
	otherRows:       3,
	headHeight:      0.6,
	fewBare:         3,
	bareResolved:    ratio.Of(3, 4),
	resolved:        ratio.Of(1, 2),
	bareBacked:      ratio.Of(2, 3),
	backed:          ratio.Of(1, 3),
	spotHeight:      4,
	signedName:      60,
	runInLine:       200,
	headingWords:    5,
	pageDigits:      4,
	onwardWords:     3,
	leastSize:       1,
	sameLeft:        3,
	besideOver:      1,
	columnGap:       2,
	lineEnd:         2,
	fullLine:        0.9,
	longRow:         300,
	personWords:     6,
	chairsLine:      80,
	largeSize:       1.1,
	sizeFrom:        0.97,
	sizeTo:          1.03,
	trusted:         ratio.Of(7, 10),
	rightAt:         ratio.Of(19, 20),
	mostPitch:       3,
	pitchAt:         ratio.Of(1, 4),
	pointPart:       -1.0,
	mostGaps:        4,
	formTitle:       3,
	formWords:       6,
	formLine:        120,
	formDate:        40,
}
