package evidence

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Lexicon is what the words of a document may mean. Package plan makes it from
// the vocabulary and from what the document defines.
type Lexicon struct {
	// Heading says how surely a heading is that of each field: a known one to
	// the letter, one that begins so, or one that has a word of it.
	Heading func(h Heading) []Strength

	// Degree gives the degree that a word or two stand for, from 1, in every
	// language that is read; halves lie between.
	Degree func(text string) (float64, bool)

	// After and Before report whether a heading tells of a valuation after or
	// before measures.
	After, Before func(text string) bool

	// Written divides the texts of levels and values.
	Written *Written

	// Period reports whether a text names a period of reporting, or several.
	Period func(text string) bool

	// Role reports whether a text names one who answers for something.
	Role func(text string) bool

	// Unnamed reports whether a heading says nothing: there is none, or one that a
	// program has put there. Quantity reports whether one tells that its column
	// counts, prices or measures something.
	Unnamed, Quantity func(text string) bool

	// Blank reports whether a text only marks an empty cell.
	Blank func(text string) bool

	// Axes are the lists of levels that cells are read by, the document's own
	// before the usual ones; Thresholds what values the document gives the key of
	// each rating, a map for each of its tables of treatments.
	Axes       []Axis
	Thresholds []map[string]Span

	// Step spends steps of the document's budget, as a source.Budget does, for axes
	// beyond those that any document has; nil where all may be tried.
	Step func(n int) bool

	// Defining reports whether a cell, by its row and column in the table, is one
	// of those that define the scale; nil where none does.
	Defining func(row, col int) bool
}

// Strength is how surely a heading is that of a field: the kind of its match
// and a share of that kind's weight.
type Strength struct {
	Field model.Field
	Kind  model.EvidenceKind // heading, begins or near
	Share float64
}

// Span is a range of values, both ends included.
type Span struct{ Low, High int }

// Axis is a list of levels that the document states, or one of the usual ones.
// Field is likelihood or consequence where its heading says so, else "".
// Printed says that the numbers stand there.
type Axis struct {
	Field   model.Field
	Printed bool
	Usual   bool // not the document's own

	axis   model.Axis
	values map[string]int // by the label's key
	family *family        // of the usual ones; nil: not known
}

// family holds the keys of all labels of axes that were made together.
type family struct{ labels map[string]bool }

// UsualAxes makes the usual axes of lists of keys, each in its usual order, the
// lowest first.
func UsualAxes(lists [][]string) []Axis {
	f := &family{map[string]bool{}}
	out := make([]Axis, len(lists))
	for i, keys := range lists {
		levels := make([]model.ScaleLevel, len(keys))
		for j, key := range keys {
			levels[j] = model.ScaleLevel{Value: j + 1, Label: key}
		}
		out[i] = NewAxis(levels, "", false, true)
		out[i].family = f
		for key := range out[i].values {
			f.labels[key] = true
		}
	}
	return out
}

// names reports whether one of the levels may be a label of an axis of the
// family.
func (f *family) names(written map[string]level) bool {
	if f == nil {
		return true
	}
	for _, l := range written {
		if f.labels[l.whole] || f.labels[l.label] {
			return true
		}
	}
	return false
}

// NewAxis makes an axis of levels. Of a usual one labels are known to the letter
// only.
func NewAxis(levels []model.ScaleLevel, f model.Field, printed, usual bool) Axis {
	a := Axis{Field: f, Printed: printed, Usual: usual, axis: model.Axis{Levels: levels}, values: make(map[string]int, len(levels))}
	for _, l := range levels {
		if key := model.Key(l.Label); key != "" {
			a.values[key] = l.Value
		}
	}
	return a
}

// Written divides the texts of one document's levels and values, each different
// text once: the same stand in many rows, and every column is weighed several
// times. It is for one goroutine.
type Written struct {
	*grid.LevelWords
	divided map[[2]string]level
}

// NewWritten divides by the words of a vocabulary.
func NewWritten(w *grid.LevelWords) *Written {
	return &Written{w, map[[2]string]level{}}
}

// level divides a text that has this key. Where the key tells no number the text
// is asked: "S3" and "III" are numbers in capitals only.
func (w *Written) level(key, text string) level {
	both := [2]string{key, text}
	l, known := w.divided[both]
	if !known {
		divided := w.Level(key)
		if !divided.HasNumber {
			divided = w.Level(text)
		}
		l = keyed(divided)
		w.divided[both] = l
	}
	return l
}

// level is a divided text with the keys of the texts by which an axis may know
// it.
type level struct {
	model.Level
	whole, label string
}

func keyed(l model.Level) level { return level{l, model.Key(l.Whole), model.Key(l.Label)} }

// find gives the number of the level that a text names.
func (a *Axis) find(l level) (int, bool) {
	if v, ok := a.values[l.whole]; ok {
		return v, true
	}
	if v, ok := a.values[l.label]; ok {
		return v, true
	}
	if a.Usual {
		return 0, false
	}
	if found := a.axis.Find(l.Level); found != nil {
		return found.Value, true
	}
	return 0, false
}

// strength gives the evidence that a column's heading is for a field.
func (c *Column) strength(f model.Field) (model.Evidence, bool) {
	best, ok := model.Evidence{}, false
	for _, s := range c.Strengths {
		if s.Field != f {
			continue
		}
		w := weights.near
		switch s.Kind {
		case model.EvidenceHeading:
			w = weights.heading
		case model.EvidenceBegins:
			w = weights.begins
		}
		if w *= s.Share; w > best.Weight {
			best, ok = model.Evidence{Kind: s.Kind, Weight: w}, true
		}
	}
	return best, ok
}

// headed reports whether a column's heading is that of a field as surely as a
// beginning of it.
func (c *Column) headed(f model.Field) bool {
	e, ok := c.strength(f)
	return ok && e.Weight >= weights.near*tolerances.nearly
}

// Heading is what stands over a column: its own heading, the text over several
// columns above it, and where. Mapped says that the user has bound it, be it
// that it has no text; Left that she has left it out.
type Heading struct {
	Text, Band   string
	Mapped, Left bool
	At           model.Source
}

// MayLevel reports whether a cell could be one of a column of levels: it is a
// number, with decimals too, or holds one that is not above the greatest level, or
// is a label of one of the axes or a word of degree.
func (lex *Lexicon) MayLevel(c *grid.Cell) bool {
	key := c.Key()
	if key == "" || utf8.RuneCountInString(key) > tolerances.levelText {
		return false
	}
	if strings.Trim(key, "0123456789.,") == "" {
		return true
	}
	l := lex.Written.level(key, c.Clean())
	if l.HasNumber && l.Number <= tolerances.topLevel {
		return true
	}
	if _, ok := lex.Degree(key); ok {
		return true
	}
	return slices.ContainsFunc(lex.Axes, func(a Axis) bool {
		_, ok := a.find(l)
		return ok
	})
}

// cellLevel reads a level: the number that its axis gives it, else its own. Label
// says that a label of the axis tells it.
func cellLevel(l level, axis *Axis) (n int, label bool, ok bool) {
	if axis != nil && (l.Label != "" || l.Whole != "") {
		if v, ok := axis.find(l); ok {
			return v, true, true
		}
	}
	if l.HasNumber && !l.Loose && l.Number >= 0 && l.Number <= tolerances.topLevel {
		return l.Number, false, true
	}
	return 0, false, false
}
