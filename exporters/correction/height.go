package correction

import (
	"strings"
	"unicode"
)

// textHeight estimates how high a row must be for a wrapped text, in points.
// Excel fits rows to their text when they have no height, LibreOffice does not
// when it only prints.
func textHeight(text string, width int) int {
	const lineHeight, most = 15, 409 // of 11 points; the highest that a row can be
	return min(lines(text, float64(width))*lineHeight, most)
}

// lines estimates over how many lines a text is broken in a column of a width.
func lines(text string, width float64) int {
	const margins, slack = 0.7, 1.04 // programs break lines a little otherwise
	room, n := (width-margins)/slack, 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		n++
		used := 0.0
		for word := range strings.SplitSeq(paragraph, " ") {
			w := wordWidth(word)
			if used > 0 && used+w > room {
				n, used = n+1, 0
			}
			for w > room {
				n, w = n+1, w-room
			}
			used += w + spaceWidth
		}
	}
	return n
}

// The widths of characters, in those of a digit, which is what the widths of
// columns are counted in. They are Calibri's, a little rounded up; other fonts
// of workbooks differ less among each other than their digits do.
const (
	spaceWidth   = 0.45
	narrowWidth  = 0.5
	thinWidth    = 0.7
	slimWidth    = 0.88
	vowelWidth   = 0.97
	commonWidth  = 1.04
	capitalWidth = 1.15
	wideWidth    = 1.6
	widestWidth  = 2 // pictures and scripts of square characters
)

func wordWidth(word string) float64 {
	w := 0.0
	for _, r := range word {
		switch {
		case strings.ContainsRune("ijlI.,:;'|!", r):
			w += narrowWidth
		case strings.ContainsRune(`frt()[]-"`, r):
			w += thinWidth
		case strings.ContainsRune("cksvxyz", r):
			w += slimWidth
		case strings.ContainsRune("aegåäàáéè", r):
			w += vowelWidth
		case strings.ContainsRune("mwMW@%", r):
			w += wideWidth
		case r >= 0x3000:
			w += widestWidth
		case unicode.IsUpper(r):
			w += capitalWidth
		default:
			w += commonWidth
		}
	}
	return w
}
