package minutes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// rotation reads the rows below the headings of a rotation of chairs.
func (r *reader) rotation(s *sheet) { r.leavePage(&later{sheet: s}) }

// chairsOf gives what stands there.
func (r *reader) chairsOf(s *sheet) (out []model.ChairYear) {
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
			out = append(out, c)
		}
	}
	return out
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
	if len(text) > tolerances.chairsLine {
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
