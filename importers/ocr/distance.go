package ocr

import (
	"math"
	"regexp"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// Confused gives what recognition makes of a printed letter. The letters for
// å, ä and ö are from scans recognized by an engine without Swedish; the
// others are the pairs that look alike in most typefaces.
func Confused(p rune) string {
	switch p {
	case 'å':
		return "a4&áàâã"
	case 'ä':
		return "ai4é&áàâ"
	case 'ö':
		return "o6éd3óòô0"
	case 'é':
		return "e"
	case 'l':
		return "1i"
	case 'i':
		return "1l"
	case 'o':
		return "0"
	case 's':
		return "5"
	}
	return ""
}

// Pattern gives a regular expression for a phrase in which each letter may be one
// that recognition confuses with it.
func Pattern(phrase string) string {
	var b strings.Builder
	for _, r := range phrase {
		quoted := regexp.QuoteMeta(string(r))
		if other := Confused(model.LowerLetter(r)); other != "" {
			quoted = "[" + quoted + other + "]"
		}
		b.WriteString(quoted)
	}
	return b.String()
}

// Key gives the form in which phrases and texts are compared: letters, digits
// and "&" in lower case, words divided by one space. Hyphens join.
func Key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		switch {
		case lettered(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(model.LowerLetter(r))
		case joining(r):
		default:
			space = true
		}
	}
	return b.String()
}

// lettered reports whether a key keeps a letter.
func lettered(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '&'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// joining reports whether a mark stands inside words.
func joining(r rune) bool {
	return r == '-' || r == '‐' || r == '\u00ad' || r == '\'' || r == '’'
}

// Distance says how far a text is from a printed phrase, 0 for the same. Both
// are in the form that [Key] gives. It is not symmetric: the phrase is what
// was printed, the text what was recognized.
func Distance(phrase, text string) float64 {
	return distance([]rune(phrase), []rune(text), math.Inf(1))
}

// Near reports whether the [Distance] of a text from a printed phrase is at most
// so much.
func Near(phrase, text []rune, most float64) bool {
	return atLeast(lettersOf(phrase), lettersOf(text)) <= most && distance(phrase, text, most) <= most
}

// distance is the cheapest way to turn a phrase into a text. It gives up, with
// a value above limit, where no way is within limit.
func distance(phrase, text []rune, limit float64) float64 {
	n := len(text)
	var room [2 * 64]float64
	both := room[:]
	if 2*(n+1) > len(both) {
		both = make([]float64, 2*(n+1))
	}
	// rows[0] is the current row, rows[1] the one before.
	rows := [2][]float64{both[:n+1], both[n+1 : 2*(n+1)]}
	for j := 1; j <= n; j++ {
		rows[1][j] = rows[1][j-1] + added(text[j-1])
	}
	for _, p := range phrase {
		current, before := rows[0], rows[1]
		current[0] = before[0] + lost(p)
		best := current[0]
		for j := 1; j <= n; j++ {
			c := min(before[j]+lost(p), current[j-1]+added(text[j-1]), before[j-1]+changed(p, text[j-1]))
			if j >= 2 && doubled(p, text[j-2], text[j-1]) {
				c = min(c, before[j-2]+tolerances.costDoubled)
			}
			current[j] = c
			best = min(best, c)
		}
		if best > limit {
			return best
		}
		rows[0], rows[1] = rows[1], rows[0]
	}
	return rows[1][n]
}

func lost(p rune) float64 {
	switch p {
	case ' ':
		return tolerances.costSpace
	case 'å', 'ä', 'ö':
		return tolerances.costLostMark
	}
	return tolerances.costOther
}

func added(t rune) float64 {
	if t == ' ' {
		return tolerances.costSpace
	}
	return tolerances.costOther
}

func changed(p, t rune) float64 {
	switch {
	case p == t:
		return 0
	case faithful(p):
		return tolerances.costOther
	case strings.ContainsRune(Confused(p), t):
		return tolerances.costConfused
	}
	return tolerances.costOther
}

// faithful reports whether a printed letter is one for which [confused] gives
// none, for the letters from space to z.
func faithful(p rune) bool {
	return p <= 'z' && p != 'l' && p != 'i' && p != 'o' && p != 's'
}

// doubled reports whether two letters stand for one of å, ä, ö.
func doubled(p, a, b rune) bool {
	if p != 'å' && p != 'ä' && p != 'ö' {
		return false
	}
	like := func(r rune) bool { return r == p || strings.ContainsRune(Confused(p), r) }
	return like(a) && like(b)
}
