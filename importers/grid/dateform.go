package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// run is where digits stand in a text, as many as there are.
type run struct{ from, to int }

// appendRuns appends the runs of digits of a text.
func appendRuns(runs []run, text string) []run {
	from := -1
	for i := range len(text) {
		switch digit := text[i]-'0' <= 9; {
		case digit && from < 0:
			from = i
		case !digit && from >= 0:
			runs, from = append(runs, run{from, i}), -1
		}
	}
	if from >= 0 {
		runs = append(runs, run{from, len(text)})
	}
	return runs
}

// dated is a text in which dates are looked for, by its runs of digits: expressions take
// a fortieth of the reading of minutes, and as much to be made ready for a small workbook.
type dated struct {
	text string
	runs []run
}

// A dateForm reads what begins with a run as a date of one form. There is no less than
// the run, and digits of what is read are all that stand together.
type dateForm func(t *dated, i int) (year, month, day string, ok bool)

// first reads the first date of a form.
func (t *dated) first(form dateForm) (year, month, day string, ok bool) {
	for i := range t.runs {
		if year, month, day, ok = form(t, i); ok {
			return year, month, day, true
		}
	}
	return "", "", "", false
}

func (t *dated) digits(i int) string { return t.text[t.runs[i].from:t.runs[i].to] }

// between gives what stands behind a run, up to the next.
func (t *dated) between(i int) string { return t.text[t.runs[i].to:t.runs[i+1].from] }

// year reports whether a run is a year: no other number is.
func (t *dated) year(i int) bool { return len(t.digits(i)) == 4 && ofCentury(t.digits(i)) }

// short reports whether a run may be a day or a month.
func (t *dated) short(i int) bool { return len(t.digits(i)) <= 2 }

func ofCentury(digits string) bool {
	return strings.HasPrefix(digits, "19") || strings.HasPrefix(digits, "20")
}

// isoDate reads "2025-10-31", "2025. 10. 31".
func isoDate(t *dated, i int) (year, month, day string, ok bool) {
	if i+2 >= len(t.runs) || !t.year(i) || !t.short(i+1) || !t.short(i+2) || !divides(t.between(i)) || !divides(t.between(i+1)) {
		return "", "", "", false
	}
	return t.digits(i), t.digits(i + 1), t.digits(i + 2), true
}

// divides reports whether a text is a sign that divides the numbers of a date.
func divides(text string) bool {
	text = strings.TrimSuffix(strings.TrimPrefix(text, " "), " ")
	return text == "-" || text == "/" || text == "."
}

// wordDate reads "31 oktober 2025", "31:a okt., 2025"; the month is a name.
func wordDate(t *dated, i int) (year, month, day string, ok bool) {
	if i+1 >= len(t.runs) || !t.short(i) || !t.year(i+1) {
		return "", "", "", false
	}
	rest := t.between(i)
	if ordinal, is := strings.CutPrefix(rest, ":"); is {
		ending := letters(ordinal)
		if n := utf8.RuneCountInString(ending); n == 0 || n > 2 {
			return "", "", "", false
		}
		rest = ordinal[len(ending):]
	} else {
		rest = strings.TrimPrefix(rest, ".")
	}
	name, is := cutBlanks(rest)
	if !is {
		return "", "", "", false
	}
	month = letters(name)
	if n := utf8.RuneCountInString(month); n < 3 || n > 9 {
		return "", "", "", false
	}
	rest = strings.TrimPrefix(strings.TrimPrefix(name[len(month):], "."), ",")
	if rest, is = cutBlanks(rest); !is || rest != "" {
		return "", "", "", false
	}
	return t.digits(i + 1), month, t.digits(i), true
}

// letters gives the letters that a text begins with.
func letters(text string) string {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		return text
	}
	return text[:end]
}

const blanks = " \t\n\f\r"

// cutBlanks gives what follows the blanks that a text begins with, if it does.
func cutBlanks(text string) (rest string, ok bool) {
	rest = strings.TrimLeft(text, blanks)
	return rest, len(rest) < len(text)
}

// shortForm reads "31/10 2025", "31.10.2025".
func shortForm(t *dated, i int) (year, month, day string, ok bool) {
	if i+2 >= len(t.runs) || !t.short(i) || !t.short(i+1) || !t.year(i+2) {
		return "", "", "", false
	}
	if mark, rest := t.between(i), t.between(i+1); mark != "/" && mark != "." || strings.Trim(rest, blanks+"/.-") != "" {
		return "", "", "", false
	}
	return t.digits(i + 2), t.digits(i + 1), t.digits(i), true
}

// backwardDate reads "31-10-2025" where no further hyphen makes it a number of another
// kind.
func backwardDate(t *dated, i int) (year, month, day string, ok bool) {
	if i+2 >= len(t.runs) || !t.short(i) || !t.short(i+1) || !t.year(i+2) || t.between(i) != "-" || t.between(i+1) != "-" {
		return "", "", "", false
	}
	if strings.HasSuffix(t.text[:t.runs[i].from], "-") || strings.HasPrefix(t.text[t.runs[i+2].to:], "-") {
		return "", "", "", false
	}
	return t.digits(i + 2), t.digits(i + 1), t.digits(i), true
}

// compactDate reads "20251031".
func compactDate(t *dated, i int) (year, month, day string, ok bool) {
	d := t.digits(i)
	if len(d) != 8 || !ofCentury(d) {
		return "", "", "", false
	}
	return d[:4], d[4:6], d[6:], true
}

// spacedDate reads "2025 10 31".
func spacedDate(t *dated, i int) (year, month, day string, ok bool) {
	if i+2 >= len(t.runs) || !t.year(i) || len(t.digits(i+1)) != 2 || len(t.digits(i+2)) != 2 || t.between(i) != " " || t.between(i+1) != " " {
		return "", "", "", false
	}
	return t.digits(i), t.digits(i + 1), t.digits(i + 2), true
}
