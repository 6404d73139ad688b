// Package scales concludes on which scale a register's risks are valued, and
// what follows from two levels on it. It is the only place that does: start with
// [Govern], which fills the scale of every register of a book, and [Judge].
// Everything here is a pure function of what was read.
package scales

import (
	"slices"

	"riskbok/rules/model"
)

// Settings are what the user has decided about scales.
type Settings struct {
	Configured *model.Scale            // the user's own; nil: none
	Templates  func() []model.Template // those whose headings tell a scale, first ones first; nil: none
	Levels     [][]string              // labels in their usual orders, lowest first: [model.Vocabulary].Levels
}

// Govern gives each register of books its scale: the document's own
// definitions; else that of a template whose headings are the register's; else
// the user's configured scale; else one that explains the register's rows; else
// the usual 4×4, unless the rows are plainly on another that they do not tell.
// A scale that is stated is given the rule by which the rows come to their
// values, where that is another. Docs are the documents by their IDs.
func Govern(books []*model.Book, docs map[int32]*model.Document, settings Settings) {
	g := governor{docs: docs, settings: settings, stated: map[scaleKey]*stated{}}
	for _, b := range books {
		for i := range b.Registers {
			g.govern(&b.Registers[i], b)
		}
	}
}

type governor struct {
	docs     map[int32]*model.Document
	settings Settings
	stated   map[scaleKey]*stated
}

// scaleKey is a scale of a document.
type scaleKey struct {
	doc   int32
	index int
}

// stated is a scale as a document defines it, settled by all its registers: nil
// where it defines nothing after all.
type stated struct {
	scale     *model.Scale
	registers []*model.Register
	ruled     *model.Scale // with the rule that all of them show
	departs   *model.Departure
}

func (g *governor) govern(e *model.Entry, b *model.Book) {
	if s := g.definitions(e.Register); s != nil {
		e.Scale, e.Departs = s.of(e.Register)
		e.Scale = g.complete(e.Scale, g.docs[e.At.Doc], s.registers, b)
		return
	}
	g.conclude(e, b)
	s := g.written(e.Register)
	if s != nil && s.LevelsUnsure && usualLevels(e.Scale) {
		e.Scale, e.Departs = nil, nil // levels are stated, and these are others
		return
	}
	if s != nil && (!s.HasAxes() || unnamed(s)) && e.Scale != nil && (s.TreatmentsUnsure || len(s.Treatments) > 0 && writes(e.Register, s)) {
		e.Scale = e.Scale.TreatedAs(s)
	}
}

// conclude gives a register whose document states no levels a scale.
func (g *governor) conclude(e *model.Entry, b *model.Book) {
	if g.settings.Templates != nil {
		e.Scale = templateScale(e.Register, g.settings.Templates(), g.settings.Configured)
	}
	if e.Scale == nil {
		e.Scale = g.settings.Configured
	}
	if e.Scale != nil {
		e.Scale, e.Departs = valued(e.Scale, []*model.Register{e.Register})
		return
	}
	if s := g.written(e.Register); s != nil && !s.RuleAt.IsZero() {
		e.Scale, e.Departs = inferRuled(e.Register, b, g.settings.Levels, s)
		return
	}
	e.Scale, e.Departs = infer(e.Register, b, g.settings.Levels)
}

// definitions gives the scale that a register's document defines for it, nil
// where it defines none.
func (g *governor) definitions(r *model.Register) *stated {
	d := g.docs[r.At.Doc]
	if s := g.written(r); s == nil || !s.HasAxes() {
		return nil
	}
	key := scaleKey{d.ID, r.Scale}
	s := g.stated[key]
	if s == nil {
		s = &stated{}
		for i := range d.Registers {
			if d.Registers[i].Scale == r.Scale {
				s.registers = append(s.registers, &d.Registers[i])
			}
		}
		if s.scale = settleOrder(&d.Scales[r.Scale], s.registers); s.scale != nil && (unnamed(s.scale) && inWords(s.registers) || numberedOtherwise(s.scale, s.registers)) {
			s.scale = nil
		}
		if s.scale != nil {
			s.ruled, s.departs = valued(s.scale, s.registers)
		}
		g.stated[key] = s
	}
	if s.scale == nil {
		return nil
	}
	return s
}

// of gives the scale for one of the registers: with the rule that all show, or
// where that does not explain half of this one's rows with its own.
func (s *stated) of(r *model.Register) (*model.Scale, *model.Departure) {
	if len(s.registers) == 1 {
		return s.ruled, s.departs
	}
	if s.ruled != s.scale {
		rows := readRows(s.ruled, []*model.Register{r})
		if s.ruled.Rule == model.RuleOther || unlike(s.ruled, rows)*2 <= len(rows) {
			return s.ruled, s.departs
		}
	}
	return valued(s.scale, []*model.Register{r})
}

// complete gives a definition that states no treatments those of its registers'
// rows: the usual ones where its values are the usual ones and the rows do not
// speak against them, else what the rows show. The scale read is not changed.
// Where some were stated and not understood none take their place.
func (g *governor) complete(s *model.Scale, d *model.Document, registers []*model.Register, b *model.Book) *model.Scale {
	if len(s.Treatments) > 0 || s.TreatmentsUnsure || s.Rule != model.RuleProduct {
		return s
	}
	whole := *s
	if slices.ContainsFunc(d.NotChecked, func(n model.NotChecked) bool { return n.Why == model.UnreadScale }) {
		whole.TreatmentsUnsure = true
		return &whole
	}
	var all []treated
	for _, r := range registers {
		all = append(all, treatedRows(r, s)...)
	}
	rows, mixed := byValue(all)
	found := shown(rows)
	if sameBounds(s, &usualScale) && shaded(s, usualScale.Treatments) && (len(all) == 0 || len(mixed) == 0 && usualTreatments(found, rows)) {
		whole.Treatments, whole.TreatmentsOrigin = usualScale.Treatments, model.OriginDefault
		return &whole
	}
	if len(registers) == 0 || found == nil || !shaded(s, found) {
		return s
	}
	whole.Treatments, whole.TreatmentsOrigin = without(found, mixed), model.OriginInferred
	placeInPlan(whole.Treatments, rows, registers[0], b)
	return &whole
}

func sameBounds(a, b *model.Scale) bool {
	low, high := a.Bounds()
	otherLow, otherHigh := b.Bounds()
	return low == otherLow && high == otherHigh
}

// written gives what a register's document states of its scale, be it treatments
// without levels; nil: nothing.
func (g *governor) written(r *model.Register) *model.Scale {
	d := g.docs[r.At.Doc]
	if d == nil || r.Scale < 0 || r.Scale >= len(d.Scales) {
		return nil
	}
	return &d.Scales[r.Scale]
}

// writes reports whether a register writes any treatment of a scale, or none at
// all: else its treatments are other things than the scale's.
func writes(r *model.Register, s *model.Scale) bool {
	some := false
	for i := range r.Risks {
		for a := range r.Risks[i].Assessments() {
			if a.Treatment.OK && Named(s, a.Treatment.V) != nil {
				return true
			}
			some = some || a.Treatment.OK
		}
	}
	return !some
}
