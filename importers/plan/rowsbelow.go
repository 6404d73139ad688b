package plan

import (
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// What stands among the rows of a table or below them and is none: heads of
// groups, and other tables without headings that are known.

// seen is what the rows of a table have been like so far.
type seen struct {
	worded  int             // rows that name their risk in words
	valued  int             // risks with both levels
	levels  map[string]bool // keys of their texts
	numbers map[string]bool // of risks
}

func (s *seen) noteLikeness(x row) {
	if s.levels == nil {
		s.levels, s.numbers = map[string]bool{}, map[string]bool{}
	}
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if len(s.levels) < tolerances.maxKnownLevels && x.level(f).OK {
			s.levels[x.levelKey(f)] = true
		}
	}
	if x.says(model.FieldLikelihood) && x.says(model.FieldConsequence) {
		s.valued++
	}
	if x.worded() {
		s.worded++
	}
	if x.numbered() && len(s.numbers) < tolerances.maxKnownNumbers {
		s.numbers[model.NumberKey(x.text(model.FieldNumber).V)] = true
	}
}

// mostly reports whether nearly all risks so far are so, of enough.
func (s *scan) mostly(n int) bool {
	return s.risks >= tolerances.leastRows && float64(n) >= tolerances.mostlyShare*float64(s.risks)
}

// ends reports whether another table begins in a row: with headings of its own,
// or after blank rows with cells where the levels stand that are none, or a
// number that a risk above has.
func (s *scan) ends(x row) bool {
	if s.figuresBelow(x) {
		return true
	}
	if !s.h.has(model.FieldLikelihood) || !s.h.has(model.FieldConsequence) || !s.mostly(s.seen.valued) {
		return false
	}
	levels, others := 0, 0
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if c := x.own(f); c != nil && x.cellSays(c) {
			if s.levelLike(x, f) {
				levels++
			} else {
				others++
			}
		}
	}
	if levels == 0 && s.otherHeadings(x) && !s.headed(x) { // not its own once more
		return true
	}
	if s.gap == 0 {
		return false
	}
	again := x.numbered() && s.seen.numbers[model.NumberKey(x.text(model.FieldNumber).V)]
	return others == 2 && !x.numbered() || again && levels < 2 && !(levels+others == 2 && s.startsOver(x, levels > 0))
}

// startsOver reports whether a row that has the number of a risk above and a text for each
// level, not both of them known, is the first of the next group of risks: it names its
// risk in words as those above do and has a level that is known, or a risk value.
func (s *scan) startsOver(x row, known bool) bool {
	return x.worded() && s.likeAbove(x) && (known || s.w.LevelWords().Score(x.cell(model.FieldScore)).OK)
}

// worded reports whether a row names its risk in words.
func (x row) worded() bool {
	return x.says(model.FieldEvent) && strings.ContainsFunc(x.text(model.FieldEvent).V, unicode.IsLetter)
}

// figuresBelow reports whether, after blank rows, a grid of figures or marks
// begins below risks that are named in words, as a map of them is: the next rows,
// after one that may head it, name none and have no action or owner.
func (s *scan) figuresBelow(x row) bool {
	if s.gap == 0 || !s.h.has(model.FieldEvent) || !s.mostly(s.seen.worded) || x.says(model.FieldAction) || x.says(model.FieldOwner) {
		return false
	}
	from, rows := x.r, 0
	if x.worded() {
		from++
	}
	for r := from; r < s.to && rows < tolerances.leastFigures; r++ {
		below := s.row(r)
		if n, _ := below.filled(); n == 0 || below.worded() || below.says(model.FieldAction) || below.says(model.FieldOwner) {
			return false
		}
		rows++
	}
	return rows == tolerances.leastFigures && (from == x.r || s.gap > 1) && !s.numberedAs(s.row(from))
}

// numberedAs reports whether a row has a number of the form that those above
// have: a risk that is prepared and not yet named.
func (s *scan) numberedAs(x row) bool {
	if !x.numbered() {
		return false
	}
	letters := func(key string) string { return strings.TrimRight(key, "0123456789.") }
	own := letters(model.NumberKey(x.text(model.FieldNumber).V))
	for number := range s.seen.numbers {
		if letters(number) == own {
			return true
		}
	}
	return false
}

// levelLike reports whether the cell of a level holds a number or what stands in
// such cells above.
func (s *scan) levelLike(x row, f model.Field) bool {
	if v := x.level(f).V; v.HasNumber && !v.Loose {
		return true
	}
	key := x.levelKey(f)
	return s.seen.levels[key] || s.h.labels[f][key]
}

// otherHeadings reports whether a row has headings to the letter and no figures:
// at least two, one of them where the numbers of risks stand or first.
func (s *scan) otherHeadings(x row) bool {
	hits, first := 0, true
	leads := false
	for col := s.h.left; col <= s.h.right; col++ {
		c := s.t.Cell(x.r, col)
		if c.Covered || c.Blank() {
			continue
		}
		if c.Kind != grid.Text {
			return false
		}
		if known := len(s.w.Exact(c.Text)) > 0; known {
			hits++
			leads = leads || first
		}
		first = false
	}
	return hits >= 2 && leads
}

// average reports whether a row has a mean where the rows above have levels: a
// decimal number in a column of whole ones.
func (s *scan) average(x row) bool {
	if x.numbered() {
		return false
	}
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		c := x.own(f)
		if c == nil || c.Blank() || !evidence.Decimal(model.Clean(c.Text)) {
			continue
		}
		if s.wholeColumn(f) {
			return true
		}
	}
	return false
}

// wholeColumn reports whether nearly all numbers of a level's column are whole, on
// the rows that have a number where rows have one.
func (s *scan) wholeColumn(f model.Field) bool {
	col := s.h.columns[f]
	whole, decimals := 0, 0
	for r := s.h.bottom + 1; r < min(s.to, s.h.bottom+1+tolerances.sampleRows); r++ {
		c := s.t.Cell(r, col)
		if c.Covered || c.Blank() || s.h.has(model.FieldNumber) && !s.row(r).numbered() {
			continue
		}
		switch _, ok := c.Whole(); {
		case ok:
			whole++
		case evidence.Decimal(c.Clean()):
			decimals++
		}
	}
	return whole >= tolerances.leastRows && float64(whole) >= tolerances.mostlyShare*float64(whole+decimals)
}
