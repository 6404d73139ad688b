package ocr

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

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
	var room [128]byte // for most texts
	return string(appendKey(room[:0], s))
}

// appendKey is [Key], behind what stands in out.
func appendKey(out []byte, s string) []byte {
	from, space := len(out), false
	for _, r := range s {
		switch {
		case lettered(r):
			if space && len(out) > from {
				out = append(out, ' ')
			}
			space = false
			if r < utf8.RuneSelf {
				if 'A' <= r && r <= 'Z' {
					r += 'a' - 'A'
				}
				out = append(out, byte(r))
			} else {
				out = utf8.AppendRune(out, model.LowerLetter(r))
			}
		case joining(r):
		default:
			space = true
		}
	}
	return out
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
	current, before := both[:n+1], both[n+1:2*(n+1)]
	// Ways only grow dearer, so that of each row only what is within limit matters:
	// from and to are the first and the last such place of the row before.
	from, to := 0, 0
	before[0] = 0
	for to < n {
		d := before[to] + added(text[to])
		if d > limit {
			break
		}
		to++
		before[to] = d
	}
	for _, p := range phrase {
		if from, to = nextRow(p, text, current, before, from, to, limit); to < 0 {
			return beyond(limit)
		}
		current, before = before, current
	}
	if to < n {
		return beyond(limit)
	}
	return before[n]
}

// beyond is a distance above a limit.
func beyond(limit float64) float64 { return limit + 1 }

// nextRow goes on from the row before to that of one letter more of the phrase. It
// gives the first and the last place of it that is within limit, -1 where none is.
func nextRow(p rune, text []rune, current, before []float64, from, to int, limit float64) (first, last int) {
	n := len(text)
	double := p == 'å' || p == 'ä' || p == 'ö'
	dropped := lost(p)
	first, last = -1, -1
	left := math.Inf(1) // of the place before on this row
	for j := from; j <= n; j++ {
		c := math.Inf(1)
		if j <= to {
			c = before[j] + dropped
		}
		if j > from {
			t := text[j-1]
			c = min(c, left+added(t))
			if j-1 <= to {
				c = min(c, before[j-1]+changed(p, t))
			}
			if double && j-2 >= from && j-2 <= to && doubled(p, text[j-2], t) {
				c = min(c, before[j-2]+tolerances.costDoubled)
			}
		}
		left = c
		if c <= limit {
			if first < 0 {
				first = j
			}
			last = j
		} else if j > to+1 {
			break
		}
		current[j] = c
	}
	return first, last
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
