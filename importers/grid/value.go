package grid

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// TextValue reads a cell whose text stands for itself. A text that only marks
// an empty cell ("–") is kept as raw but not understood.
func TextValue(c *Cell, blank func(string) bool) model.Value[string] {
	v := value[string](c)
	text := c.Clean()
	if text != "" && !blank(text) {
		v.V, v.OK = text, true
	}
	return v
}

// ListValue reads names divided by commas, semicolons, slashes, line breaks or
// "och": "T1, T2 och Årsbokslut" is three.
func ListValue(c *Cell, blank func(string) bool) model.Value[[]string] {
	v := value[[]string](c)
	text := c.Clean()
	if text == "" || blank(text) {
		return v
	}
	v.V, v.OK = listParts(text), true
	return v
}

// DecimalValue reads an amount: a stored number as its format shows it, or a
// text as [ParseAmount] reads it.
func DecimalValue(c *Cell) model.Value[decimal.Decimal] {
	v := number[decimal.Decimal](c)
	if c.Kind == Number {
		if d, err := decimal.NewFromString(c.Stored()); err == nil {
			v.V, v.OK = d.Shift(c.Scale()), true
		}
		return v
	}
	v.V, v.OK = ParseAmount(strings.ReplaceAll(c.Clean(), "\n", " "))
	return v
}

// number is value for a cell that is read as a number or level: Raw is what is
// stored, what edits and formulas see.
func number[T any](c *Cell) model.Value[T] {
	v := value[T](c)
	if c.Kind == Number {
		v.Raw = c.Stored()
	}
	return v
}

// value starts a Value with what every reading of a cell keeps.
func value[T any](c *Cell) model.Value[T] {
	return model.Value[T]{Raw: c.Text, Formula: c.Formula, Uncalculated: c.Uncalculated, At: c.At}
}

var patterns = sync.OnceValue(func() (p struct{ front, back, listed *regexp.Regexp }) {
	p.front = Expression(`^\(?(\d{1,2})\)?\s*[-–—.:=,)]*\s*(\pL.*)$`)
	p.back = Expression(`^(\pL.*?)\s*(?:[-–—:=]\s*(\d{1,2})|\((\d{1,2})\))$`)
	p.listed = regexp.MustCompile(`\s*(?:[,;/\n•]|\s&\s|\soch\s|\sand\s)\s*`)
	return p
})

// ParseLevel divides a level into number and label as a definition or the side
// of a matrix prints it, where every text counts: "2 - Mindre sannolik", "2.
// Mindre sannolik", "Mindre sannolik (2)". What people write in the cells of a
// register is read by [LevelWords.Level].
func ParseLevel(text string) model.Level {
	text = model.Unmarked(text)
	if n, ok := ParseWhole(text); ok {
		return model.Level{Number: n, HasNumber: true}
	}
	if text == "" {
		return model.Level{}
	}
	// Most cells have no number at either end; expressions are dear.
	if strings.IndexByte(edges, text[0]) >= 0 {
		if m := patterns().front.FindStringSubmatch(text); m != nil {
			n, _ := strconv.Atoi(m[1])
			return model.Level{Number: n, HasNumber: true, Label: strings.TrimSpace(m[2])}
		}
	}
	if strings.IndexByte(edges, text[len(text)-1]) < 0 {
		return model.Level{Label: text}
	}
	if m := patterns().back.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[2] + m[3])
		return model.Level{Number: n, HasNumber: true, Label: strings.TrimSpace(m[1])}
	}
	return model.Level{Label: text}
}

// edges are what a number at the beginning or end of a level begins or ends
// with.
const edges = "0123456789()"

// ParseWhole reads a whole number, also with a decimal part of zeros.
func ParseWhole(text string) (int, bool) {
	if text != "" && text[0] > '9' && text[0] < utf8.RuneSelf {
		return 0, false // most texts, which need not be cleaned for it
	}
	return parseWhole(model.Clean(text))
}

// parseWhole reads a clean text.
func parseWhole(s string) (int, bool) {
	// Most texts are words, and an error of strconv is dear.
	if s == "" || s[0] > '9' {
		return 0, false
	}
	if i := strings.IndexAny(s, ".,"); i > 0 && strings.Trim(s[i+1:], "0") == "" && i+1 < len(s) {
		s = s[:i]
	}
	if len(s) > 9 || strings.IndexFunc(s[1:], func(r rune) bool { return r < '0' || r > '9' }) >= 0 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func listParts(text string) []string {
	var parts []string
	for _, p := range patterns().listed.Split(text, -1) {
		if p = strings.TrimSpace(strings.TrimSuffix(model.Unmarked(strings.TrimSpace(p)), ".")); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}
