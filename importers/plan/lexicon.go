package plan

import (
	"slices"
	"strings"
	"sync"

	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/importers/plan/scale"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// meanings is what the words of one document may mean: the vocabulary, and the
// levels and thresholds that the document itself states.
type meanings struct {
	w          *words.Index
	axes       []evidence.Axis
	thresholds []map[string]evidence.Span
	written    *evidence.Written
	context    func() bool // whether the document speaks of risk at all
}

func newMeanings(w *words.Index, tables []grid.Table, defs *scale.Definitions) *meanings {
	m := &meanings{w: w, written: evidence.NewWritten(w.LevelWords())}
	for i := range defs.Axes {
		a := &defs.Axes[i]
		field, printed := model.FieldLikelihood, true
		if a.Consequence {
			field = model.FieldConsequence
		}
		levels := slices.Clone(a.Axis.Levels)
		for j, l := range a.Axis.Levels {
			printed = printed && l.Numbered
			if whole := a.Whole(); whole != nil && whole[j] != l.Label {
				levels = append(levels, model.ScaleLevel{Value: l.Value, Label: whole[j]})
			}
		}
		m.axes = append(m.axes, evidence.NewAxis(levels, field, printed, false))
	}
	m.axes = append(m.axes, usualAxes(w)...)
	for i := range defs.Treatments {
		spans := map[string]evidence.Span{}
		for _, t := range defs.Treatments[i].Treatments {
			spans[model.Key(t.Label)] = evidence.Span{Low: t.Min, High: t.Max}
		}
		for j, text := range defs.Treatments[i].Others() {
			t := &defs.Treatments[i].Treatments[j]
			spans[model.Key(text)] = evidence.Span{Low: t.Min, High: t.Max}
		}
		m.thresholds = append(m.thresholds, spans)
	}
	m.context = sync.OnceValue(func() bool { return speaksOfRisk(w, tables) })
	return m
}

// usualAxes gives the usual levels of a vocabulary, made once.
func usualAxes(w *words.Index) []evidence.Axis {
	made, ok := usual.Load(w)
	if !ok {
		made, _ = usual.LoadOrStore(w, evidence.UsualAxes(w.UsualLevels()))
	}
	return made.([]evidence.Axis)
}

// usual are the axes made so far, by index.
var usual sync.Map

func speaksOfRisk(w *words.Index, tables []grid.Table) bool {
	n, remarks := 0, map[string]int{}
	for i := range tables {
		t := &tables[i]
		if w.Context(t.Name) {
			return true
		}
		for _, list := range append([][]grid.Cell{t.Above}, t.Rows...) {
			for j := range list {
				c := &list[j]
				if c.Kind != grid.Text || len(c.Text) > tolerances.contextText {
					continue
				}
				if n++; n > tolerances.contextCells {
					return saysOnce(remarks)
				}
				if w.Context(c.Text) && tellsContext(c, remarks) {
					return true
				}
			}
		}
	}
	return saysOnce(remarks)
}

// tellsContext reports whether a text with a word of risk tells what a workbook is
// about: it is short, or another remark than those so far, to which it is added.
func tellsContext(c *grid.Cell, remarks map[string]int) bool {
	key := c.Key()
	if len(strings.Fields(key)) < tolerances.remarkWords {
		return true
	}
	remarks[key]++
	return len(remarks) > 1
}

// saysOnce reports whether a text with a word of risk stands there a time or two.
func saysOnce(remarks map[string]int) bool {
	for _, n := range remarks {
		if n < 3 {
			return true
		}
	}
	return false
}

// levels gives what the document's words mean as levels.
func (m *meanings) levels() *evidence.Lexicon {
	return &evidence.Lexicon{Degree: m.w.Degree, Written: m.written, Axes: m.axes}
}

// lexicon gives what the words of one grid may mean. Defined are the parts of
// it that define a scale; mapped are the user's own bindings.
func (b *binder) lexicon() *evidence.Lexicon {
	return &evidence.Lexicon{
		Heading:    b.strengths,
		Degree:     b.w.Degree,
		After:      func(text string) bool { return b.w.Second(text) != "" },
		Before:     func(text string) bool { return b.w.First(text) != "" },
		Period:     b.period,
		Role:       b.w.Role,
		Unnamed:    b.w.Unnamed,
		Quantity:   b.w.Quantity,
		Written:    b.means.written,
		Blank:      b.w.Blank,
		Axes:       b.means.axes,
		Step:       b.cost.Step,
		Thresholds: b.means.thresholds,
		Defining:   func(row, col int) bool { return grid.Within(b.defined, row, col) },
	}
}

// nounShares are what a head noun is worth: alone, at the end, among others.
var nounShares = struct{ whole, last, among float64 }{whole: 1.1, last: 1, among: .5}

// strengths says how surely a heading is that of each field.
func (b *binder) strengths(h evidence.Heading) []evidence.Strength {
	clean := model.Clean(h.Text)
	if field, ok := b.mappedTo(grid.HeadingKey(clean), h.At); ok {
		if field == "" {
			return nil
		}
		return []evidence.Strength{{Field: field, Kind: model.EvidenceHeading, Share: tolerances.mappedShare}}
	}
	var out []evidence.Strength
	add := func(list []words.Meaning, kind model.EvidenceKind) {
		for _, m := range list {
			out = append(out, evidence.Strength{Field: m.Field, Kind: kind, Share: 1 - tolerances.rankShare*float64(min(m.Rank, tolerances.maxRank))/float64(tolerances.maxRank)})
		}
	}
	exact := b.w.Exact(clean)
	add(exact, model.EvidenceHeading)
	if exact == nil {
		begins := b.w.Begins(clean)
		add(begins, model.EvidenceBegins)
		if len(begins) == 0 {
			add(ofValuation(b.w.Exact(b.w.Apart(clean))), model.EvidenceBegins)
		}
	}
	if inside := grid.Parenthesis(clean); inside != "" {
		for _, m := range b.w.Exact(inside) {
			if m.Field == model.FieldScore {
				add([]words.Meaning{m}, model.EvidenceHeading)
			}
		}
	}
	if exact == nil {
		for _, n := range b.w.Nouns(clean) {
			share := nounShares.among
			switch {
			case n.Whole:
				share = nounShares.whole
			case n.Last:
				share = nounShares.last
			}
			out = append(out, evidence.Strength{Field: n.Field, Kind: model.EvidenceNear, Share: share})
		}
	}
	return out
}

// ofValuation gives the meanings of a heading that are part of a valuation.
func ofValuation(meanings []words.Meaning) []words.Meaning {
	return slices.DeleteFunc(slices.Clone(meanings), func(m words.Meaning) bool {
		return m.Field != model.FieldLikelihood && m.Field != model.FieldConsequence && m.Field != model.FieldScore
	})
}

// period reports whether a text names a period of reporting, be it first in a
// list of them.
func (b *binder) period(text string) bool {
	first, _, _ := strings.Cut(listMarks.Replace(text), ",")
	return b.w.Heads(first, model.FieldPeriod) || len(text) <= words.MaxHeading && b.w.Occasion(text)
}

var listMarks = strings.NewReplacer(" och ", ",", " and ", ",", "/", ",", ";", ",")
