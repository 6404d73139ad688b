package ocr

import "math/bits"

// letters says which letters from a to z a text has: for each, in a bit of its
// own, that it stands there once and that it stands there twice or more.
type letters uint64

const (
	firstTimes  letters = 1<<26 - 1
	secondTimes letters = firstTimes << 26
)

func lettersOf(text []rune) letters {
	var l letters
	for _, r := range text {
		l = l.with(r)
	}
	return l
}

func (l letters) with(r rune) letters {
	if r < 'a' || r > 'z' {
		return l
	}
	bit := letters(1) << (r - 'a')
	return l | bit | (l&bit)<<26
}

// both gives the letters of a set with its second times.
func both(set string) letters {
	l := lettersOf([]rune(set))
	return l | l<<26
}

// Letters that stand for themselves alone, by the table of [confused]: printed,
// they are read as nothing else, and read, they were printed as nothing else.
// Where the other text lacks one, that costs [costOther].
var (
	plainPrinted = (firstTimes | secondTimes) &^ both(printedConfused)
	plainRead    = (firstTimes | secondTimes) &^ both(readConfused)
)

const (
	printedConfused = "lios" // letters for which confused gives any
	readConfused    = "aiode" + "l"
)

// atLeast is a distance that a text has from a phrase at least: that of the
// letters which one of them lacks.
func atLeast(phrase, text letters) float64 {
	return tolerances.costOther * float64(apart(phrase, text))
}

// apart is how many letters, at least, one of a phrase and a text lacks.
func apart(phrase, text letters) int {
	missing := bits.OnesCount64(uint64(phrase &^ text & plainPrinted))
	extra := bits.OnesCount64(uint64(text &^ phrase & plainRead))
	return max(missing, extra)
}

// lacking is atLeast of any part of a text: what the whole text lacks, a part
// lacks too.
func lacking(phrase, text letters) float64 {
	return tolerances.costOther * float64(bits.OnesCount64(uint64(phrase&^text&plainPrinted)))
}
