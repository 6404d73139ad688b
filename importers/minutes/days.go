package minutes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// dayPattern is what follows a weekday that is part of a date: a short word
// ("den") at most, then day and month or an ISO date.
var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[\s,|]*(?:\pL{1,3}\s+)?(?:((?:19|20)\d\d-\d{2}-\d{2})|(\d{1,2})(?::e)?\s+(\pL{3,9})\.?(?:\s+((?:19|20)\d\d))?(?:\P{L}|$))`)
})

// days reads the dates with a weekday on rows that belong to no item, as on a
// cover.
func (r *reader) days(rows []row) {
	for i := range rows {
		for _, d := range r.daysOf(&rows[i], func() int { return yearAbove(rows[:i]) }) {
			m := r.meeting(d.At)
			m.Days = append(m.Days, d)
		}
	}
}

// itemDays reads those of an item, in its text and its tables. A date without
// year has the year of the text above it, else that of the title.
func (r *reader) itemDays(m *model.Meeting, d *draft) {
	lists := [][]row{d.aside}
	for _, p := range d.parts {
		lists = append(lists, p.rows)
	}
	for _, rows := range lists {
		for i := range rows {
			m.Days = append(m.Days, r.daysOf(&rows[i], func() int {
				if y := yearAbove(rows[:i]); y != 0 {
					return y
				}
				y, _ := grid.FindYear(d.item.Title.V)
				return y
			})...)
		}
	}
}

// yearRows is how far up, in rows, the year of a date is looked for.
const yearRows = 8

// yearAbove gives the year that the nearest row above states.
func yearAbove(rows []row) int {
	for i := len(rows) - 1; i >= 0 && i >= len(rows)-yearRows; i-- {
		if y, ok := grid.FindYear(rows[i].text); ok {
			return y
		}
	}
	return 0
}

// daysOf gives the dates of a row that have a weekday in front.
func (r *reader) daysOf(row *row, year func() int) []model.MeetingDay {
	var out []model.MeetingDay
	text := row.text
	for from := 0; from < len(text); {
		word := text[from:]
		if i := strings.IndexAny(word, " ,|("); i >= 0 {
			word = word[:i]
		}
		end := from + len(word)
		if n := utf8.RuneCountInString(word); n >= 4 && n <= 12 {
			if m, outcome := r.w.weekdays.Line(word); outcome == ocr.Found {
				if d, ok := r.day(text[end:], year); ok {
					d.At = row.at()
					d.Date.At = d.At
					d.Weekday = model.Value[int]{V: m.ID%7 + 1, OK: true, Raw: word, At: d.At}
					out = append(out, d)
				}
			}
		}
		from = end + 1
	}
	return out
}

// day reads the date that a text begins with.
func (r *reader) day(text string, year func() int) (d model.MeetingDay, ok bool) {
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
	if y != "" {
		d.Date.Raw += " " + y
	} else if n := year(); n != 0 {
		y = strconv.Itoa(n)
	}
	d.Date.V, d.Date.OK = grid.FindDate(m[2]+" "+m[3]+" "+y, r.w.Months)
	return d, true
}

// rotation reads the rows below the headings of a rotation of chairs.
func (r *reader) rotation(s *sheet) {
	for i := range s.rows {
		columns := r.chairColumns(s.rows[i].text)
		if columns == nil {
			continue
		}
		for j := i + 1; j < len(s.rows); j++ {
			c, ok := chairYear(&s.rows[j], columns)
			if !ok {
				break
			}
			m := r.meeting(c.At)
			m.Chairs = append(m.Chairs, c)
		}
	}
}

// The columns of a rotation, as the matcher numbers them.
const (
	columnYear = iota
	columnChair
	columnVice
)

// chairColumns gives the columns that a heading row names, the year first; nil
// where it is no such row.
func (r *reader) chairColumns(text string) []int {
	if len(text) > 80 {
		return nil
	}
	var columns []int
	for text != "" {
		m, rest, outcome := r.w.chairs.Prefix(text)
		if outcome != ocr.Found || slices.Contains(columns, m.ID) {
			return nil
		}
		columns = append(columns, m.ID)
		text = rest
	}
	if len(columns) < 2 || columns[0] != columnYear || !slices.Contains(columns, columnChair) {
		return nil
	}
	return columns
}

var chairPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^((?:19|20)\d\d)(?:$|\s+(.*)$)`) })

// chairYear reads a row of a rotation.
func chairYear(r *row, columns []int) (model.ChairYear, bool) {
	m := chairPattern().FindStringSubmatch(model.Clean(r.segs[0].Text))
	if m == nil {
		return model.ChairYear{}, false
	}
	at := r.at()
	out := model.ChairYear{At: at}
	year, _ := strconv.Atoi(m[1])
	out.Year = model.Value[int]{V: year, OK: true, Raw: m[1], At: r.segs[0].At}
	var names []model.Value[string]
	if m[2] != "" {
		names = append(names, model.Text(m[2], r.segs[0].At))
	}
	for _, l := range r.segs[1:] {
		names = append(names, model.Text(model.Clean(l.Text), l.At))
	}
	for i := range names {
		// Recognition makes dashes of the lines between columns.
		names[i].V = strings.Trim(names[i].V, " |—–-_.")
		names[i].OK = names[i].V != ""
	}
	if len(names) == 1 && len(columns) == 3 {
		names = halves(names[0])
	}
	for i, v := range names {
		if i+1 >= len(columns) {
			break
		}
		if columns[i+1] == columnChair {
			out.Chair = v
		} else {
			out.Vice = v
		}
	}
	return out, len(names) > 0
}

// halves divides a text that stands for two columns without a gap between
// them: two words, or two names of as many words that end alike ("Ekköpings
// kommun Alby kommun"). Any other division would be a guess, and the text is
// kept as not understood.
func halves(v model.Value[string]) []model.Value[string] {
	fields := strings.Fields(v.V)
	n := len(fields) / 2
	if len(fields)%2 != 0 || n == 0 || n > 1 && fields[n-1] != fields[len(fields)-1] {
		return []model.Value[string]{{Raw: v.Raw, At: v.At}}
	}
	return []model.Value[string]{model.Text(strings.Join(fields[:n], " "), v.At), model.Text(strings.Join(fields[n:], " "), v.At)}
}
