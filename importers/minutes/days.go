package minutes

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// dayPattern is what follows a weekday that is part of a date: a short word
// ("den") at most, then day and month or an ISO date.
var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	return grid.Expression(`^[\s,|]*(?:\pL{1,3}\s+)?(?:((?:19|20)\d\d-\d{2}-\d{2})|(\d{1,2})(?::e)?\s+(\pL{3,9})\.?(?:\s+((?:19|20)\d\d))?(?:\P{L}|$))`)
})

// days reads the dates with a weekday on rows that belong to no item, as on a
// cover or in the head of minutes.
func (r *reader) days(rows []row) {
	if len(rows) > 0 {
		r.leavePage(&later{rows: rows})
	}
}

// itemDays reads those of an item, in its head, its text and its tables. A date without
// year has the year that its sentence states, else that of the text above it,
// else that of the title.
func (r *reader) itemDays(d *draft) (out []model.MeetingDay) {
	lists := [][]row{d.head, d.aside}
	for _, p := range d.parts {
		lists = append(lists, p.rows)
	}
	title, _ := grid.FindYear(d.item.Title.V)
	for _, rows := range lists {
		for i := range rows {
			out = append(out, r.daysOf(rows, i, title)...)
		}
	}
	return out
}

// yearAbove gives the year that the nearest row above states.
func yearAbove(rows []row) int {
	for i := len(rows) - 1; i >= 0 && i >= len(rows)-tolerances.yearRows; i-- {
		if y, ok := grid.FindYear(rows[i].text); ok {
			return y
		}
	}
	return 0
}

// daysOf gives the dates of a row that have a weekday in front. They may go on
// over the next rows.
func (r *reader) daysOf(rows []row, at, title int) []model.MeetingDay {
	var out []model.MeetingDay
	row := &rows[at]
	text := sentence(rows, at)
	for from := 0; from < len(row.text); {
		word := text[from:]
		if i := strings.IndexAny(word, " ,|("); i >= 0 {
			word = word[:i]
		}
		end := from + len(word)
		if n := utf8.RuneCountInString(word); n >= tolerances.leastWeekday && n <= tolerances.longWeekday {
			if weekday := r.w.weekdayOf(word); weekday != 0 {
				if d, ok := r.day(text[:from], text[end:], func() int {
					if y := yearAbove(rows[:at]); y != 0 {
						return y
					}
					return title
				}); ok {
					d.At = row.at()
					d.Date.At = d.At
					d.Weekday = model.Value[int]{V: weekday, OK: true, Raw: word, At: d.At}
					out = append(out, d)
				}
			}
		}
		from = end + 1
	}
	return out
}

// weekdayOf gives the weekday that a word is, Monday 1, and 0 for none.
func (w *vocabulary) weekdayOf(word string) int {
	return w.weekday.of(word, func(word string) int {
		if m, outcome := w.weekdays.Line(word); outcome == ocr.Found {
			return m.ID%7 + 1
		}
		return 0
	})
}

// sentence gives a row with the rows that go on with its sentence.
func sentence(rows []row, at int) string {
	text := rows[at].text
	for i := at + 1; i < len(rows) && i <= at+tolerances.sentenceRows; i++ {
		if next := []rune(rows[i].text); strings.HasSuffix(text, ".") || rows[i].step > places.setOff && rows[i].step < firstStep || len(next) == 0 || unicode.IsUpper(next[0]) {
			break
		}
		text += " " + rows[i].text
	}
	return text
}

// day reads the date that the text after a weekday begins with. Before is what
// stands before the weekday, above gives the year that the text above states.
func (r *reader) day(before, text string, above func() int) (d model.MeetingDay, ok bool) {
	m := dayPattern().FindStringSubmatch(text)
	if m == nil {
		return d, false
	}
	if m[1] != "" {
		d.Date.Raw = m[1]
		d.Date.V, d.Date.OK = grid.FindDate(m[1], r.w.Months)
		return d, true
	}
	d.Date.Raw = m[2] + " " + m[3]
	// A leap year has every day there is.
	if _, ok := grid.FindDate(d.Date.Raw+" 2024", r.w.Months); !ok {
		return d, false
	}
	y := m[4]
	switch n, certain := r.yearBeside(before, text[len(strings.TrimRightFunc(m[0], isMark)):]); {
	case y != "":
		d.Date.Raw += " " + y
	case !certain:
	case n != 0:
		y = strconv.Itoa(n)
	default:
		if n := above(); n != 0 {
			y = strconv.Itoa(n)
		}
	}
	d.Date.V, d.Date.OK = grid.FindDate(m[2]+" "+m[3]+" "+y, r.w.Months)
	return d, true
}

func isMark(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }

// yearBeside gives the year that the sentence of a date states: that of the
// date which ends the list of dates ("den 15 januari och den 13 mars 2024"), or
// the one that stands before. Two that differ leave it uncertain; 0 is none.
func (r *reader) yearBeside(before, after string) (year int, certain bool) {
	year = r.yearOfList(after)
	if i := strings.LastIndex(before, ". "); i >= 0 {
		before = before[i:]
	}
	earlier, ok := lastYear(before)
	switch {
	case !ok:
		return year, true
	case year == 0:
		return earlier, true
	}
	return year, year == earlier
}

var yearPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(?:\D|$)`) })

func lastYear(text string) (int, bool) {
	all := yearPattern().FindAllStringSubmatch(text, -1)
	if len(all) == 0 {
		return 0, false
	}
	n, err := strconv.Atoi(all[len(all)-1][1])
	return n, err == nil
}

// yearOfList gives the year behind the next date that has one, where nothing
// but dates stands between; 0 where there is none.
func (r *reader) yearOfList(text string) int {
	month := false
	for _, word := range strings.Fields(text) {
		word, last := strings.CutSuffix(word, ".")
		word = strings.Trim(word, ",;()")
		if y, ok := grid.FindYear(word); ok && len(word) == 4 && month {
			return y
		}
		if last && month {
			return 0
		}
		if _, ok := grid.FindDate("1 "+word+" 2024", r.w.Months); ok {
			month = true
			continue
		}
		if r.w.weekdayOf(word) != 0 {
			continue
		}
		if utf8.RuneCountInString(strings.TrimRight(word, "0123456789.:–-")) > tolerances.dateJoint {
			return 0
		}
	}
	return 0
}
