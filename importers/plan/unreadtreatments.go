package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/scale"
	"riskbok/rules/model"
)

// unread are the conditions under which texts state which treatment a risk value
// calls for, though nothing was read of them. Measured on workbooks whose limits
// stand in sentences, footnotes and lines in many forms.
var unread = struct {
	words   int // of treatments that the registers write and that have numbers, at least
	letters int // of such a text, at most
	stem    int // letters that two forms of a word share, at least
}{words: 2, letters: 160, stem: 5}

// tellUnread tells of texts outside the tables that name the treatments of the
// registers beside numbers, where no thresholds were read: they state some, and
// neither the usual ones nor such as the rows show may take their place.
func tellUnread(doc *model.Document, layouts []*layout) {
	known := func(s model.Scale) bool { return len(s.Treatments) > 0 || s.TreatmentsUnsure }
	words := scale.WrittenWords(doc.Registers)
	if slices.ContainsFunc(doc.Scales, known) || len(words) < unread.words {
		return
	}
	c := unreadTreatments(layouts, words)
	if c == nil {
		return
	}
	doc.NotChecked = append(doc.NotChecked, model.NotChecked{
		What: model.SubjectScale, Why: model.UnreadScale, Part: true, At: c.At, Args: map[string]string{"text": model.Clean(c.Text)},
	})
	if len(doc.Scales) == 0 {
		doc.Scales = []model.Scale{{Origin: model.OriginDefinitions, At: c.At}}
	}
	for i := range doc.Scales {
		doc.Scales[i].TreatmentsUnsure = true
	}
}

// unreadTreatments gives the first cell outside the tables with a word and a
// number, if enough words have numbers; nil: none. Words have how many risks have
// each: such a number may be just that.
func unreadTreatments(layouts []*layout, words map[string]int) *grid.Cell {
	var first *grid.Cell
	named := map[string]bool{}
	for _, l := range layouts {
		for r := range l.t.Rows {
			if l.taken(r) {
				continue
			}
			for col := range l.t.Rows[r] {
				c := &l.t.Rows[r][col]
				found := wordsIn(c, words)
				if len(found) == 0 || !limits(l.t, r, col, found, words) {
					continue
				}
				if first == nil {
					first = c
				}
				for _, word := range found {
					named[word] = true
				}
			}
		}
	}
	if len(named) < unread.words {
		return nil
	}
	return first
}

// wordsIn gives the words that a short text holds, in a form of theirs.
func wordsIn(c *grid.Cell, words map[string]int) []string {
	if c.Covered || c.Kind != grid.Text || utf8.RuneCountInString(c.Text) > unread.letters {
		return nil
	}
	var out []string
	for _, part := range strings.FieldsFunc(model.Key(c.Text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		for word := range words {
			if sameStem(part, word) && !slices.Contains(out, word) {
				out = append(out, word)
			}
		}
	}
	return out
}

func sameStem(a, b string) bool {
	if a == b {
		return true
	}
	return min(len(a), len(b)) >= unread.stem && (strings.HasPrefix(a, b) || strings.HasPrefix(b, a))
}

// limits reports whether a text with words says which values they are for: it
// has numbers, or it is followed or preceded by a cell with more than one
// number. A number of its own in a cell beside the word counts something, and so
// do shares and the number of the risks that have the word.
func limits(t *grid.Table, row, col int, found []string, words map[string]int) bool {
	text := t.Cell(row, col).Text
	if numbers := numbersIn(text); len(numbers) > 0 {
		counts := len(found) == 1 && len(numbers) == 1 && (numbers[0] == words[found[0]] || strings.Contains(text, "%"))
		return len(numbers) >= len(found)-1 && !counts
	}
	for _, c := range []*grid.Cell{t.Cell(row, col-1), t.Cell(row, col+1)} {
		if c.Kind == grid.Text && len(c.Text) <= tolerances.maxLimits && !strings.ContainsAny(c.Text, "%") && len(numbersIn(c.Text)) > 0 {
			if _, whole := grid.ParseWhole(c.Text); !whole {
				return true
			}
		}
	}
	return false
}

// numbersIn gives the whole numbers in a text, up to four digits each.
func numbersIn(text string) []int {
	var out []int
	n, digits := 0, 0
	for _, r := range text + " " {
		if r >= '0' && r <= '9' {
			n, digits = n*10+int(r-'0'), digits+1
			continue
		}
		if digits > 0 && digits <= 4 {
			out = append(out, n)
		}
		n, digits = 0, 0
	}
	return out
}
