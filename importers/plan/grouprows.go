package plan

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/plan/evidence"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Rows that name a group of risks, be it with a figure over these, and lists of
// levels among the risks.

// groupRow reports whether a row names the group of risks below it.
func (s *scan) groupRow(x row) bool { return s.groupHead(x) || s.groupFigure(x) || s.groupAlone(x) }

// groupHead reports whether a row names the group of risks below it: a text
// without levels, value, measure or owner in a table that values its risks, in
// the row right above a valued one, and without a number of its own kind.
func (s *scan) groupHead(x row) bool {
	if !s.h.has(model.FieldLikelihood) || !s.h.has(model.FieldConsequence) || x.valued() || x.says(model.FieldScore) ||
		x.says(model.FieldAction) || x.says(model.FieldOwner) || x.reports() {
		return false
	}
	n, _ := x.filled()
	below := s.row(x.r + 1)
	if n > 2 || x.r+1 >= s.to || !below.says(model.FieldLikelihood) || !below.says(model.FieldConsequence) || !below.numbered() {
		return false
	}
	if !x.numbered() {
		c := x.own(model.FieldNumber)
		return n == 2 && c != nil && !c.Blank()
	}
	own, next := model.NumberKey(x.text(model.FieldNumber).V), model.NumberKey(below.text(model.FieldNumber).V)
	return n == 2 && len(next) > len(own) && next[:len(own)] == own && !unicode.IsDigit(rune(next[len(own)]))
}

// groupFigure reports whether a row has a figure over the risks below it instead
// of a valuation of its own: their sum, mean, greatest, least or number, up to
// the next row without a number.
func (s *scan) groupFigure(x row) bool {
	c := x.own(model.FieldScore)
	if c == nil || c.Blank() || !s.levelled() || x.numbered() || x.valued() || !x.says(model.FieldEvent) || x.measured() {
		return false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(model.Clean(c.Stored()), ",", "."), 64)
	if err != nil {
		return false
	}
	var below figures
	for r := x.r + 1; r < s.to; r++ {
		y := s.row(r)
		score := y.w.LevelWords().Score(y.cell(model.FieldScore))
		if s.numberColumn() && !y.numbered() || !y.valued() || !score.OK {
			break
		}
		below.add(score.V)
	}
	switch {
	case below.n == 0:
		return false
	case x.overRows(), evidence.Decimal(model.Clean(c.Text)):
		return true
	}
	return s.numberColumn() && (below.gives(v) || below.rounds(v))
}

// rounds reports whether a whole number is the mean of figures without its
// decimals.
func (f *figures) rounds(v float64) bool {
	mean := float64(f.sum) / float64(f.n)
	return f.n > 1 && v == float64(int(v)) && v-mean <= .5 && mean-v <= .5
}

// groupAlone reports whether a text alone on its row heads the risks below in a
// table that does not number them: in capitals where these are not, or as one of
// several of which the first stands right below the headings, all much shorter
// than the risks' texts.
func (s *scan) groupAlone(x row) bool {
	if !s.levelled() || s.numberColumn() || !s.lone(x.r) || !s.row(x.r+1).valued() || !s.row(x.r+1).says(model.FieldEvent) {
		return false
	}
	return capitals(x.text(model.FieldEvent).V) && !capitals(s.row(x.r+1).text(model.FieldEvent).V) || s.grouped()
}

// lone reports whether a row has nothing but the text of a risk.
func (s *scan) lone(r int) bool {
	x := s.row(r)
	n, only := x.filled()
	return r < s.to && n == 1 && only == x.own(model.FieldEvent) && x.says(model.FieldEvent)
}

// grouped reports whether the rows of the block with a text alone are heads of
// groups.
func (s *scan) grouped() bool {
	if s.loneGroups.known != s.h {
		s.loneGroups.known, s.loneGroups.yes = s.h, s.findGrouped()
	}
	return s.loneGroups.yes
}

// loneGroups is whether texts alone on their rows head groups, under headings.
type loneGroups struct {
	known *header
	yes   bool
}

func (s *scan) findGrouped() bool {
	if !s.lone(s.h.bottom + 1) {
		return false
	}
	var texts figures
	heads, longest := 0, 0
	for r := s.h.bottom + 1; r < min(s.to, s.h.bottom+1+tolerances.sampleRows); r++ {
		x := s.row(r)
		n := utf8.RuneCountInString(x.text(model.FieldEvent).V)
		switch {
		case s.lone(r):
			if !s.row(r + 1).valued() {
				return false
			}
			heads++
			longest = max(longest, n)
		case x.valued() && n > 0:
			texts.add(n)
		}
	}
	return heads > 1 && texts.n >= 2*heads && longest*2*texts.n <= texts.sum
}

// capitals reports whether a text is written in capitals.
func capitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters >= tolerances.leastCapitals && text == strings.ToUpper(text)
}

// levelled reports whether the table values its risks.
func (s *scan) levelled() bool {
	return s.h.has(model.FieldLikelihood) && s.h.has(model.FieldConsequence)
}

// measured reports whether the row says something of a measure.
func (x row) measured() bool {
	return x.says(model.FieldAction) || x.says(model.FieldOwner) || x.reports()
}

// valuedBelow reports whether a risk that is valued stands below a row.
func (s *scan) valuedBelow(r int) bool {
	for k := r + 1; k < min(s.to, r+1+tolerances.sampleRows); k++ {
		if s.row(k).valued() {
			return true
		}
	}
	return false
}

// legend reports whether a row is one of a list of levels among valued risks:
// numbers that count from 1 as those of risks above have done, and beside them
// nothing but words of degree.
func (s *scan) legend(x row) bool {
	if x.r < s.legendEnd {
		return true
	}
	if !s.levelled() || !s.mostly(s.seen.valued) || !s.mostly(s.numbered) {
		return false
	}
	n, known := 0, 0
	for r := x.r; r < s.to; r++ {
		y := s.row(r)
		filled, _ := y.filled()
		if v, ok := y.ownWhole(model.FieldNumber); filled != 2 || !ok || v != n+1 || !y.says(model.FieldEvent) ||
			!s.seen.numbers[model.NumberKey(y.text(model.FieldNumber).V)] {
			break
		}
		n++
		if s.levelWords(y.text(model.FieldEvent).V) {
			known++
		}
	}
	if n < tolerances.leastLegend || known*2 < n {
		return false
	}
	s.legendEnd = x.r + n
	return true
}

// ownWhole gives the whole number that stands in a field of the row.
func (x row) ownWhole(f model.Field) (int, bool) {
	c := x.own(f)
	if c == nil {
		return 0, false
	}
	return c.Whole()
}

// levelWords reports whether a part of a text between dashes, commas or slashes
// is a label of the document's levels or a word of degree.
func (s *scan) levelWords(text string) bool {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/,;–(=", r) }) {
		key := model.Key(strings.Trim(part, " )"))
		_, degree := s.w.Degree(key)
		if key != "" && (degree || s.seen.levels[key] || s.h.labels[model.FieldLikelihood][key] || s.h.labels[model.FieldConsequence][key]) {
			return true
		}
	}
	return false
}

// example reports whether a row shows how to fill in the table: a word for it
// stands where its number does, or before a colon in its text.
func (x row) example() bool {
	for _, f := range []model.Field{model.FieldNumber, model.FieldEvent} {
		c := x.own(f)
		if c == nil || c.Blank() {
			continue
		}
		rest, ok := x.w.After(words.ExampleLabel, strings.TrimLeft(model.Clean(c.Text), "(["))
		rest = strings.TrimLeft(rest, " .")
		if ok && (f == model.FieldNumber && strings.Trim(rest, " .:0123456789") == "" || strings.HasPrefix(rest, ":")) {
			return true
		}
	}
	return false
}
