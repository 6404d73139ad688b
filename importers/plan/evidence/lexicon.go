package evidence

import (
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
	Written *grid.LevelWords

	// Period reports whether a text names a period of reporting, or several.
	Period func(text string) bool

	// Blank reports whether a text only marks an empty cell.
	Blank func(text string) bool

	Axes       []Axis
	Thresholds []map[string]Span // rating's key → the values that the document gives it
	Defining   func(row, col int) bool
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
	model.Axis
	Field   model.Field
	Printed bool
	Usual   bool // not the document's own
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
	return ok && e.Weight >= weights.near*.9
}

// Heading is what stands over a column: its own heading, the text over several
// columns above it, and where. Mapped says that the user has bound it, be it
// that it has no text; Left that she has left it out.
type Heading struct {
	Text, Band   string
	Mapped, Left bool
	At           model.Source
}

// cellLevel reads a level: the number that its axis gives it, else its own. Label
// says that a label of the axis tells it.
func cellLevel(l model.Level, axis *Axis) (n int, label bool, ok bool) {
	if axis != nil && (l.Label != "" || l.Whole != "") {
		if found := axis.Find(l); found != nil {
			return found.Value, true, true
		}
	}
	if l.HasNumber && !l.Loose && l.Number >= 0 && l.Number <= tolerances.topLevel {
		return l.Number, false, true
	}
	return 0, false, false
}
