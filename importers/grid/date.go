package grid

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"riskbok/rules/model"
)

// sinceDate is a date with a year of two digits, which few papers have.
var sinceDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|\D)(\d{1,2})(?::\pL{1,2}|\.)?\s+(\pL{3,9})\.?,?\s*[-'’](\d\d)(?:$|\D)`)
})

// dashes are what people write for the hyphens of a date.
var dashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-", "﹣", "-", "－", "-")

// hyphened gives a text with hyphens for the dashes. Their first bytes keep most texts
// from being gone through.
func hyphened(text string) string {
	if strings.IndexByte(text, 0xe2) < 0 && strings.IndexByte(text, 0xef) < 0 {
		return text
	}
	return dashes.Replace(text)
}

// FindDate gives the first date in a text: "2025-10-31" with any dash,
// "20251031", "31 oktober 2025", "31:a oktober, 2025", "31/10 2025", "31-10-2025". Months are
// the names in the vocabulary, January first, and may repeat by language; three
// letters or more of a name will do. A day that the calendar does not have is no
// date; [NoDay] tells of it.
func FindDate(text string, months []string) (model.Date, bool) {
	d, found := findDate(text, months)
	return d, found && d != (model.Date{})
}

// NoDay reports whether a text has a date that the calendar does not:
// "2025-02-30".
func NoDay(text string, months []string) bool {
	d, found := findDate(text, months)
	return found && d == (model.Date{})
}

// findDate gives the first thing that is written as a date; the zero Date where
// the calendar does not have it.
func findDate(text string, months []string) (d model.Date, found bool) {
	digits := countDigits(text)
	if digits < leastDigits {
		return model.Date{}, false
	}
	text = hyphened(model.Clean(text))
	if yearCut(text) {
		if m := sinceDate().FindStringSubmatch(text); m != nil {
			if month := monthNumber(m[2], months); month > 0 {
				return date("20"+m[3], strconv.Itoa(month), m[1]), true
			}
		}
	}
	if digits < leastWithYear || !strings.Contains(text, "19") && !strings.Contains(text, "20") {
		return model.Date{}, false // every other date has a year; expressions are dear
	}
	var room [mostRuns]run
	t := &dated{text, appendRuns(room[:0], text)}
	if year, month, day, ok := t.first(isoDate); ok {
		return date(year, month, day), true
	}
	if year, name, day, ok := t.first(wordDate); ok {
		if month := monthNumber(name, months); month > 0 {
			return date(year, strconv.Itoa(month), day), true
		}
	}
	for _, form := range []dateForm{shortForm, backwardDate, compactDate, spacedDate} {
		if year, month, day, ok := t.first(form); ok {
			return date(year, month, day), true
		}
	}
	return model.Date{}, false
}

// mostRuns is how many runs of digits a line usually has at most; there may be more.
const mostRuns = 16

// How many figures the shortest dates have: "1 jan -25" and "1 jan 2025". What has fewer
// is kept from the expressions: most lines with a year alone or the number of a matter.
const (
	leastDigits   = 3
	leastWithYear = 5
)

func countDigits(text string) int {
	n := 0
	for i := range len(text) {
		if text[i]-'0' <= 9 {
			n++
		}
	}
	return n
}

// yearCut reports whether a text may have a year of two digits behind a sign for
// the century, "nov -25", "november ’25".
func yearCut(text string) bool {
	for i := 0; i < len(text); i++ {
		n := 0
		switch {
		case text[i] == '-' || text[i] == '\'':
			n = 1
		case strings.HasPrefix(text[i:], "’"):
			n = len("’")
		default:
			continue
		}
		before := strings.TrimRight(text[:i], " .")
		if before == "" || allDigits(before[len(before)-1:]) {
			continue
		}
		if end := i + n + 2; end <= len(text) && allDigits(text[i+n:end]) && (end == len(text) || !allDigits(text[end:end+1])) {
			return true
		}
	}
	return false
}

var shortDate = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(\d\d)(-?)(\d\d)(-?)(\d\d)$`) })

// ShortDate reads a text that is nothing but a date without its century, as
// papers write it where a label says that it is one: "251120", "25-11-20".
func ShortDate(text string) (model.Date, bool) {
	m := shortDate().FindStringSubmatch(hyphened(model.Clean(text)))
	if m == nil || m[2] != m[4] {
		return model.Date{}, false
	}
	d := date("20"+m[1], m[3], m[5])
	return d, d != (model.Date{})
}

// date gives the zero Date for a day that the calendar does not have.
func date(year, month, day string) model.Date {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return model.Date{}
	}
	return model.Date{Year: y, Month: m, Day: d}
}

func monthNumber(name string, months []string) int {
	name = strings.ToLower(name)
	for i, m := range months {
		if strings.HasPrefix(m, name) {
			return i%12 + 1
		}
	}
	return 0
}

// FindYear gives the year that a title states: the only year from 2000 to 2099
// in the text. A number that a hyphen or dash joins to another is part of a
// date or of a span and no year; "2025/2026" states none.
func FindYear(text string) (int, bool) {
	text = model.Clean(text)
	if !strings.Contains(text, "20") {
		return 0, false
	}
	year := 0
	var room [mostRuns]run
	for _, r := range appendRuns(room[:0], text) {
		digits := text[r.from:r.to]
		if len(digits) != 4 || !strings.HasPrefix(digits, "20") || joined(text[:r.from], text[r.to:]) {
			continue
		}
		y, _ := strconv.Atoi(digits)
		if year != 0 && y != year {
			return 0, false
		}
		year = y
	}
	return year, year != 0
}

// FileYear gives the year that the name of a file states, whatever folders it lies in
// and in whichever system's writing: those may be called after anything.
func FileYear(path string) (int, bool) {
	return FindYear(path[strings.LastIndexAny(path, `/\`)+1:])
}

// joined reports whether a dash stands right before or after a number.
func joined(before, after string) bool {
	for _, dash := range []string{"-", "–", "−"} {
		if strings.HasSuffix(before, dash) || strings.HasPrefix(after, dash) {
			return true
		}
	}
	return false
}
