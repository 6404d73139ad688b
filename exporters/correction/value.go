package correction

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"time"

	"riskbok/rules/model"
	"riskbok/rules/model/calc"
)

// value is what a cell holds: its kind as in the file, shared strings and
// inline texts both being "str", and its text.
type value struct{ kind, text string }

// value reads a cell's stored value; a number is as written in the file.
func (w *workbook) value(data []byte, c *cell) value {
	if c == nil {
		return value{}
	}
	switch c.kind {
	case "s":
		i, err := strconv.Atoi(strings.TrimSpace(string(c.value.Inner(data))))
		texts := w.texts()
		if err != nil || i < 0 || i >= len(texts) {
			return value{}
		}
		return value{"str", texts[i]}
	case "inlineStr":
		text, _ := richText(c.inline.Of(data))
		return value{"str", text}
	case "str":
		return value{"str", decode(plainText(c.value.Inner(data)))}
	}
	text := strings.TrimSpace(plainText(c.value.Inner(data)))
	kind := c.kind
	if kind == "n" {
		kind = ""
	}
	return value{kind, text}
}

// seen reads what a reader sees of a cell's text, of which some may be struck
// through.
func (w *workbook) seen(data []byte, c *cell) string {
	if c != nil && c.kind == "inlineStr" {
		_, seen := richText(c.inline.Of(data))
		return seen
	}
	text := w.value(data, c).text
	if c != nil && c.kind == "s" {
		if i, err := strconv.Atoi(strings.TrimSpace(string(c.value.Inner(data)))); err == nil {
			return cmp.Or(w.unstruck[i], text)
		}
	}
	return text
}

// same reports whether two results show the same. Numbers may differ in the
// last of the fifteen digits that spreadsheets keep.
func (v value) same(o value) bool {
	if v.kind != o.kind {
		return false
	}
	if v.kind == "" {
		return sameNumber(v.text, o.text)
	}
	return v.text == o.text
}

func sameNumber(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil {
		return false
	}
	return x == y || math.Abs(x-y) <= 1e-13*math.Max(math.Abs(x), math.Abs(y))
}

// shows reports whether a cell's value is what a text says: numbers
// numerically, texts as a reader sees them.
func (v value) shows(text string) bool {
	text = model.Clean(text)
	if v.kind == "b" {
		return strings.EqualFold(text, map[bool]string{true: "true", false: "false"}[v.text == "1"]) || text == v.text
	}
	own := model.Clean(v.text)
	if own == text {
		return true
	}
	return sameNumber(strings.Replace(own, ",", ".", 1), strings.Replace(text, ",", ".", 1))
}

// showsDay reports whether a number is a day of 1900's or 1904's calendar, as a
// date format shows it.
func (v value) showsDay(text string) bool {
	day, err := time.Parse(time.DateOnly, text)
	n, ok := parseNumber(v.text)
	if err != nil || !ok || v.kind != "" {
		return false
	}
	days := day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
	if days < 61 { // a 29 February 1900 that never was is counted
		days--
	}
	return n == days || n == day.Sub(time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)).Hours()/24
}

// operand gives a stored value as formulas see it. It is not ok for what they
// may see otherwise than riskbok: what no spreadsheet program writes.
func (w *workbook) operand(v value) (calc.Value, bool) {
	switch v.kind {
	case "":
		if v.text == "" {
			return calc.Value{}, true
		}
		n, ok := parseNumber(v.text)
		return calc.Value{Kind: calc.Number, Num: n}, ok
	case "str":
		return calc.Value{Kind: calc.Text, Text: v.text}, true
	case "b":
		if v.text == "1" || v.text == "true" {
			return calc.Value{Kind: calc.Bool, Num: 1}, true
		}
		return calc.Value{Kind: calc.Bool}, v.text == "0" || v.text == "false"
	case "e":
		return calc.Value{Kind: calc.Error, Text: v.text}, v.text != ""
	case "d":
		n, ok := serial(v.text, w.since04)
		return calc.Value{Kind: calc.Number, Num: n}, ok
	}
	return calc.Value{}, false
}

// parseNumber reads a number as files have it (ECMA-376 part 1, 18.18.11),
// without the forms that only Go reads.
func parseNumber(s string) (float64, bool) {
	if strings.Trim(s, "+-.0123456789eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(s, 64)
	return n, err == nil
}

// serial gives the number that formulas see in a date of ISO 8601 (ECMA-376
// part 1, 18.17.4.1). It is not ok for days before March 1900, which Excel
// counts otherwise than the calendar.
func serial(text string, date1904 bool) (float64, bool) {
	origin := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		origin = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04:05", "2006-01-02T15:04:05Z", "2006-01-02T15:04"} {
		if t, err := time.Parse(layout, text); err == nil {
			days := t.Sub(origin).Hours() / 24
			return days, days >= 61 || date1904 && days >= 0
		}
	}
	return 0, false
}

// resultOf gives a formula's result as a file has it.
func resultOf(v calc.Value) value {
	switch v.Kind {
	case calc.Text:
		return value{"str", v.Text}
	case calc.Error:
		return value{"e", v.Text}
	case calc.Bool:
		return value{"b", strconv.FormatFloat(v.Num, 'f', -1, 64)}
	}
	return value{"", numberText(v.Num)}
}

// numberText writes a number in full, in fifteen digits where they say it all.
func numberText(n float64) string {
	short := calc.Shown(n)
	if back, err := strconv.ParseFloat(short, 64); err == nil && back == n {
		return short
	}
	if size := math.Abs(n); size < 1e-15 || size >= 1e21 {
		return strconv.FormatFloat(n, 'E', -1, 64)
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}
