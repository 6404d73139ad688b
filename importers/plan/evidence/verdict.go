package evidence

import (
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Verdict is what a body is taken for.
type Verdict int

// The verdicts: nothing that is judged here; what looks like a register and is
// not sure enough to be judged; a register.
const (
	Nothing Verdict = iota
	LooksLike
	Register
)

// Judge says whether a reading is one of a register. Context tells whether the
// document speaks of risk elsewhere, turned that risks stand in columns. Levels
// and a name for the risk are needed; they are told by headings or labels, or
// else by a product in six rows in a document that speaks of risk: quantity ×
// price, days × hours and benefit × urgency are products, too, and grades and
// priorities step with them.
func (r *Reading) Judge(context, turned bool) Verdict {
	if len(r.Valuations) == 0 || !r.named() {
		return Nothing
	}
	best := r.best()
	told := best.told
	switch {
	case best.total < gates.shown && !best.wordsRated() || turned && told < gates.told:
		return Nothing
	case best.Likelihood.sorted || !slices.ContainsFunc(best.Consequences, func(c *Column) bool { return !c.sorted }):
		return Nothing
	case r.defines(best):
		return Nothing
	}
	rows := len(r.Body.Rows)
	few := rows < tolerances.smallBody
	proved, all := r.proved(best)
	switch {
	case told >= gates.told && best.total >= gates.register && (!few || best.headed()):
		return Register
	case proved && context && !few, all && context:
		return Register
	case proved && (context || r.unnamed()) && r.plain(best):
		return Register
	case context && !few && best.wordsRated():
		return LooksLike
	case told >= gates.told && (best.said(model.FieldLikelihood, false) || best.said(model.FieldConsequence, false)) || context && best.multiplies():
		return LooksLike
	}
	return Nothing
}

// proved reports whether the value of a valuation is the product of its levels in
// enough telling rows, and whether it is so in all, be they few, on levels that
// the document states.
func (r *Reading) proved(v *Valuation) (proved, all bool) {
	if v.Relation.Kind != model.EvidenceProduct && v.Relation.Kind != model.EvidenceFormula {
		return false, false
	}
	rows, telling := len(r.Body.Rows), v.Relation.Telling
	all = rows >= tolerances.allRows && v.Relation.Hits == rows && telling >= tolerances.telling-1 && r.Body.states(v)
	if v.Relation.Hits < tolerances.smallBody {
		return false, all
	}
	return telling >= tolerances.telling || telling >= tolerances.telling-1 && (v.Value.headed(model.FieldScore) || r.Body.states(v) || v.worded()) ||
		v.Steps && v.labelled() && r.Body.states(v), all
}

// multiplies reports whether a valuation looks like a product of levels.
func (v *Valuation) multiplies() bool {
	return !v.strange() && v.Relation.Kind == model.EvidenceProduct && (v.Relation.Telling >= 2 || v.Relation.Hits >= tolerances.smallBody && v.labelled())
}

// plain reports whether a product of levels is as plain as one can be, in enough
// rows that each name something in words of its own, and no heading of the
// valuation tells of a quantity or of another field: then it is one of risks,
// whatever words the document uses.
func (r *Reading) plain(v *Valuation) bool {
	event := r.Names[model.FieldEvent]
	if len(r.Body.Rows) < plainly.rows || len(v.Consequences) != 1 || v.Value == nil || v.Relation.Telling < plainly.telling || event == nil ||
		event.Column.share.unique < plainly.unique || event.Column.letters < plainly.letters || v.strange() {
		return false
	}
	for _, c := range v.Columns() {
		if r.Body.lex.Quantity(c.Heading.Text) || r.Body.lex.Quantity(c.Heading.Band) {
			return false
		}
	}
	for _, c := range []*Column{v.Likelihood, v.Consequences[0]} {
		for _, l := range c.levels {
			if l != unread && (l < 1 || l > plainly.top) {
				return false
			}
		}
	}
	return true
}

// plainly are the conditions of [Reading.plain]. Measured on registers with
// headings of their own making or none, and on lists of quantities and points.
var plainly = struct {
	rows    int     // at least
	telling int     // of them without a factor 1, at least
	unique  float64 // of the texts that differ
	letters float64 // of a text on average, at least
	top     int     // the greatest level
}{rows: 8, telling: 4, unique: .95, letters: 16, top: 6}

// unnamed reports whether no heading of the table says anything.
func (r *Reading) unnamed() bool {
	return !slices.ContainsFunc(r.Body.Columns, func(c *Column) bool { return !r.Body.lex.Unnamed(c.Heading.Text) })
}

// best gives the stronger of a reading's valuations: what it shows the other
// need not.
func (r *Reading) best() *Valuation {
	best := r.Valuations[0]
	for _, v := range r.Valuations[1:] {
		if v.total > best.total {
			best = v
		}
	}
	return best
}

// headed reports whether the headings or labels of both levels say what they
// are: what a table of a few rows needs.
func (v *Valuation) headed() bool {
	both := v.said(model.FieldLikelihood, true) && v.said(model.FieldConsequence, true)
	return both && (v.Value == nil || v.Relation.proves() || v.Value.headed(model.FieldScore))
}

// said reports whether a heading or labels tell that a column is a field, or
// words of degree where these count.
func (v *Valuation) said(f model.Field, degrees bool) bool {
	return slices.ContainsFunc(v.Evidence[f], func(e model.Evidence) bool {
		return e.Weight > 0 && (e.Kind == model.EvidenceHeading || e.Kind == model.EvidenceBegins || e.Kind == model.EvidenceLabels || degrees && e.Kind == model.EvidenceDegrees)
	})
}

// named reports whether something names the risks.
func (r *Reading) named() bool {
	for _, f := range []model.Field{model.FieldEvent, model.FieldArea, model.FieldNumber} {
		if r.Names[f] != nil {
			return true
		}
	}
	return false
}

// defines reports whether the valuation stands in what defines the scale: a
// definition, turned, looks like a register.
func (r *Reading) defines(v *Valuation) bool {
	if r.Body.lex.Defining == nil {
		return false
	}
	in, all := 0, 0
	for _, c := range v.Columns() {
		for _, row := range r.Body.Rows {
			all++
			if r.Body.lex.Defining(row, c.Index) {
				in++
			}
		}
	}
	return float64(in) > tolerances.definition*float64(all)
}

// Misplaced counts what shows that a heading ends elsewhere: levels of the first
// row that do not read, beside a value that does not either, and headings that
// read as a level or a value themselves.
func (v *Valuation) Misplaced(degree func(string) (float64, bool)) int {
	n := 0
	valued := v.Value != nil && len(v.Value.values) > 0 && v.Value.values[0] != unread
	for _, c := range append([]*Column{v.Likelihood}, v.Consequences...) {
		if !valued && len(c.levels) > 0 && c.keys[0] != "" && c.levels[0] == unread {
			n++
		}
		text := model.Key(c.Heading.Text)
		_, label, level := cellLevel(keyed(grid.ParseLevel(text)), c.axis)
		if _, word := degree(text); text != "" && (level && (label || c.formedAs(text)) || word) {
			n++
		}
	}
	if c := v.Value; c != nil && len(c.values) > 0 {
		if c.keys[0] != "" && !valued {
			n++
		}
		if c.formedAs(model.Key(c.Heading.Text)) {
			n++
		}
	}
	return n
}

// formedAs reports whether a text with a number has the form of one of a column's
// cells: the same but for the digits.
func (c *Column) formedAs(text string) bool {
	form := func(key string) string {
		return strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' {
				return -1
			}
			return r
		}, key)
	}
	letters := form(text)
	return len(letters) < len(text) && slices.ContainsFunc(c.keys, func(key string) bool { return key != "" && form(key) == letters })
}

// states reports whether the document states levels that both columns of levels
// of a valuation keep to, all cells but one.
func (b *Body) states(v *Valuation) bool {
	keeps := func(c *Column) bool {
		return slices.ContainsFunc(b.lex.Axes, func(a Axis) bool {
			if a.Usual {
				return false
			}
			strange := 0
			for _, l := range c.levels {
				if l != unread && (l < 1 || l > len(a.axis.Levels)) {
					strange++
				}
			}
			return strange <= 1
		})
	}
	return keeps(v.Likelihood) && !slices.ContainsFunc(v.Consequences, func(c *Column) bool { return !keeps(c) })
}

// strange reports whether a heading calls one of the levels something else, as
// that of a priority does.
func (v *Valuation) strange() bool {
	return slices.ContainsFunc(append([]*Column{v.Likelihood}, v.Consequences...), func(c *Column) bool {
		_, likelihood := c.strength(model.FieldLikelihood)
		_, consequence := c.strength(model.FieldConsequence)
		return len(c.Strengths) > 0 && !likelihood && !consequence
	})
}

// worded reports whether the levels are written as labels that are known: no
// quantity or price is, and a product of such words shows what they are.
func (v *Valuation) worded() bool {
	known := func(c *Column) bool { return c.axis != nil && c.labelled >= tolerances.levelShare }
	return known(v.Likelihood) && !slices.ContainsFunc(v.Consequences, func(c *Column) bool { return !known(c) })
}

// wordsRated reports whether words that are known as levels stand beside a rating
// and no value: a matrix of words may say how they hang together.
func (v *Valuation) wordsRated() bool { return v.Value == nil && v.Rating != nil && v.worded() }

// labelled reports whether the rating's words are those of printed thresholds.
func (v *Valuation) labelled() bool {
	return slices.ContainsFunc(v.Evidence[model.FieldTreatment], func(e model.Evidence) bool { return e.Kind == model.EvidenceLabels && e.Weight > 0 })
}
