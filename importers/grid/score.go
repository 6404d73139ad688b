package grid

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// ScoreValue reads a risk value without a vocabulary; see [LevelWords.Score].
func ScoreValue(c *Cell) model.Value[int] { return plainWords.Score(c) }

// Score reads a risk value. Only a whole number is understood, alone, beside a
// word about it or after the sum that gives it: "12", "12,0", "12 p", "12 (hög)",
// "Hög 12", "12 av 25", "RV: 12", "12*" and "3 x 4 = 12" are 12. A range
// ("12–16"), two levels ("3/4", "3x4"), what counts something ("12 månader") and
// the number of a risk ("R12") are no values.
func (w *LevelWords) Score(c *Cell) model.Value[int] {
	v := number[int](c)
	if v.V, v.OK = c.Whole(); v.OK {
		return v
	}
	text := c.Clean()
	if c.Kind == Number {
		text = c.Stored() // 7.5 is no value though the format shows 8
	}
	if strings.ContainsAny(text, "0123456789") {
		v.V, v.OK = w.score(text)
	}
	return v
}

func (w *LevelWords) score(text string) (int, bool) {
	s := unmarked(text)
	if in, ok := enclosed(s); ok {
		s = in
	}
	if before, after, ok := strings.Cut(s, "="); ok && computes(before) {
		s = strings.TrimLeft(after, " ") // the value stands behind the sum
	}
	if rest, ok := w.afterScoreName(s); ok {
		s = rest
	}
	if n, ok := w.scoreFirst(s); ok {
		return n, true
	}
	return w.scoreLast(s)
}

// LetteredValue reads a risk value that is written with a letter before it, "R12",
// which only a column of values tells from the number of a risk.
func LetteredValue(text string) (letter string, value int, ok bool) {
	s := model.Clean(text)
	r, n := utf8.DecodeRuneInString(s)
	digits := s[n:]
	if !unicode.IsUpper(r) || digits == "" || len(digits) > maxScoreDigits || strings.Trim(digits, "0123456789") != "" {
		return "", 0, false
	}
	value, _ = strconv.Atoi(digits)
	return s[:n], value, true
}

// maxScoreDigits is how many digits the greatest risk value has.
const maxScoreDigits = 4

// scoreFirst reads a value with nothing or words behind it.
func (w *LevelWords) scoreFirst(s string) (int, bool) {
	end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(s)
	}
	n, ok := ParseWhole(s[:end])
	if !ok || end > maxScoreDigits {
		return 0, false
	}
	rest := w.afterPoints(s[end:])
	if of, after, ok := w.outOf(rest); ok && !strings.HasPrefix(rest, "/") && n <= of {
		rest = after
	}
	if strings.Trim(rest, " .)?") == "" {
		return n, true
	}
	return n, w.tellsOf(rest)
}

// tellsOf reports whether what stands behind a number is words about it, or in
// parentheses the sum that gives it.
func (w *LevelWords) tellsOf(rest string) bool {
	body := strings.TrimLeft(rest, " \n")
	if in, ok := strings.CutPrefix(body, "("); ok {
		body = strings.TrimLeft(in, " ")
		sum, after, closed := strings.Cut(body, ")")
		if closed && computes(sum) && strings.TrimSpace(after) == "" {
			return true
		}
	} else if trimmed := strings.TrimLeft(body, "-–—:;,/= \n"); len(trimmed) < len(body) {
		dash, _ := utf8.DecodeRuneInString(body)
		if strings.ContainsRune("-–—", dash) && rest[0] != ' ' && beginsWithLetter(body[utf8.RuneLen(dash):]) {
			return false // "12-punktslista"
		}
		if strings.HasPrefix(body, "=") && computes(trimmed) {
			return true
		}
		body = trimmed
	} else if len(body) == len(rest) {
		return false // "12e"
	}
	sum := computes("1 " + body) // "12 x 4"
	return beginsWithLetter(body) && !sum && !w.units[firstWord(body)] && !w.joins[firstWord(body)]
}

// scoreLast reads a value behind a known degree: "Hög 12", "Röd (12)".
func (w *LevelWords) scoreLast(s string) (int, bool) {
	head := strings.TrimRight(s, ")")
	tail := strings.TrimRight(head, "0123456789")
	if len(head)-len(tail) > maxScoreDigits || strings.ContainsAny(tail, "0123456789") {
		return 0, false
	}
	if last, _ := utf8.DecodeLastRuneInString(tail); !strings.ContainsRune(" (:=–-,/\n", last) || !w.knows(s) {
		return 0, false // asked last: it is held against every degree
	}
	return ParseWhole(head[len(tail):])
}

// computes reports whether a text is a sum of two or more numbers, or nothing:
// "3 x 4", "S 3 * K 4".
func computes(s string) bool {
	numbers, signs := 0, 0
	digit := false
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			if !digit {
				numbers++
			}
		case strings.ContainsRune("xX×*·+", r):
			signs++
		case r != ' ' && !unicode.IsUpper(r):
			return false
		}
		digit = unicode.IsDigit(r)
	}
	return numbers == 0 && signs == 0 && strings.TrimSpace(s) == "" || numbers > 1 && signs == numbers-1
}

// afterScoreName gives what follows the name of the value: "RV: 12", "Riskvärde
// 12".
func (w *LevelWords) afterScoreName(s string) (string, bool) {
	at := strings.IndexAny(s, "0123456789")
	if at <= 0 || !w.values[HeadingKey(strings.TrimRight(s[:at], " :=\n"))] {
		return s, false
	}
	return s[at:], !isLetterBefore(s, at)
}

// isLetterBefore reports whether a letter stands right before a place in a
// text, as in "RV12".
func isLetterBefore(s string, at int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:at])
	return unicode.IsLetter(r)
}
