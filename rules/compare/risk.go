package compare

import (
	"cmp"
	"slices"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// Risk is one risk of an edition, gathered from all tables that have it: each
// field from the first table that says something of it, the valuation from the
// analysis where there is one, the measures from a plan. Of a follow-up it is
// one measure that is followed up, with what was reported by period.
type Risk struct {
	Number, Area, Event     model.Value[string]
	Likelihood, Consequence model.Value[model.Level]
	Score                   model.Value[int]
	Treatment               model.Value[string]
	Scale                   *model.Scale
	Further                 []Further
	Measures                []model.Measure
	Reports                 []Report
	At                      model.Source

	unit   string       // of the board's, see unitOf
	name   string       // key of what the unit is called
	order  int          // in its edition
	about  *Risk        // of a follow-up: the risk of the registers
	table  *model.Table // the last table that it was found in
	number string       // key of Number
	text   string       // key of Event; see textOf
	grams  grams        // of text, made when first asked for
}

// Further is a valuation of a risk beside the first, as of what remains after the
// measures, with the key and the name of its head; see [model.Valuation].
type Further struct {
	Key, Name string
	Risk
}

// Report is what a follow-up says of one measure for one period.
type Report struct {
	Period  string // the period's key, "T1"
	Heading string
	Text    model.Value[string]
}

// About says what the risk is: its text, else its first action.
func (r *Risk) About() string {
	for i := 0; r.Event.V == "" && i < len(r.Measures); i++ {
		if a := r.Measures[i].Action.V; a != "" {
			return a
		}
	}
	return r.Event.V
}

// Value gives what the levels are worth on the scale, 0 where they are not
// both on it or it is not known how values come about.
func (r *Risk) Value() int {
	l, c := r.levels()
	if l == nil || c == nil || r.Scale.Rule == model.RuleOther {
		return 0
	}
	return r.Scale.Score(l.Value, c.Value)
}

func (r *Risk) levels() (likelihood, consequence *model.ScaleLevel) {
	if r.Scale == nil {
		return nil, nil
	}
	if r.Likelihood.OK {
		likelihood = r.Scale.Likelihood.Find(r.Likelihood.V)
	}
	if r.Consequence.OK {
		consequence = r.Scale.Consequence.Find(r.Consequence.V)
	}
	return likelihood, consequence
}

// gathering puts the risks of several tables together.
type gathering struct {
	files    bool // of units
	risks    []*Risk
	byText   map[string][]*Risk
	byNumber map[string][]*Risk
}

// risksOf gathers the risks of an edition, those of its analysis first.
func risksOf(e Edition) []*Risk {
	var entries []*model.Entry
	book := map[*model.Entry]int{}
	for at, b := range e.Books {
		for i := range b.Registers {
			entries = append(entries, &b.Registers[i])
			book[&b.Registers[i]] = at
		}
	}
	files := slices.ContainsFunc(entries, func(e *model.Entry) bool { return e.UnitFile > 0 })
	slices.SortStableFunc(entries, func(a, b *model.Entry) int {
		return cmp.Or(cmp.Compare(boardRank(a, files), boardRank(b, files)), cmp.Compare(planRank(a), planRank(b)))
	})
	g := gathering{files: files, byText: map[string][]*Risk{}, byNumber: map[string][]*Risk{}}
	for _, e := range entries {
		for i := range e.Risks {
			g.add(e, &e.Risks[i], book[e])
		}
	}
	return g.risks
}

// planRank puts tables that are only a plan behind the others.
func planRank(e *model.Entry) int {
	if e.Plan && (!e.Analysis || !e.Has(model.FieldPlanNumber) && e.Has(model.FieldAction)) {
		return 1
	}
	return 0
}

// boardRank puts tables of the whole board behind those of units' files, which number and
// value the risks.
func boardRank(e *model.Entry, files bool) int {
	if files && e.UnitFile == 0 {
		return 1
	}
	return 0
}

// add enters a risk, or adds to the one that an earlier table has.
func (g *gathering) add(e *model.Entry, k *model.Risk, book int) {
	number := k.Number
	if !number.OK {
		number = k.PlanNumber
	}
	keys := riskKeys{number: model.NumberKey(number.V), event: model.Key(k.Event.V)}
	unit, name := unitOf(e, k, book)
	if g.files && e.UnitFile == 0 {
		unit, name = "", "" // of the whole board
	}
	r := g.find(e, k, keys.number, textOf(k, number, keys.event), unit)
	if r == nil {
		r = &Risk{order: len(g.risks), At: k.At}
		g.risks = append(g.risks, r)
	}
	if g.files && e.UnitFile == 0 && r.unit != "" {
		number, keys.number = model.Value[string]{}, "" // the board numbers in a way of its own
	}
	r.unit, r.name = cmp.Or(r.unit, unit), cmp.Or(r.name, name)
	r.table = &e.Table
	hadNumber, hadText := r.number != "", r.text != ""
	r.fill(e, k, number, keys)
	if r.number != "" && !hadNumber {
		g.byNumber[r.number] = append(g.byNumber[r.number], r)
	}
	if r.text != "" && !hadText {
		g.byText[r.text] = append(g.byText[r.text], r)
	}
}

// riskKeys are those of what a row says of its risk.
type riskKeys struct{ number, event string }

// find gives the risk of an earlier table that a row means: the same text, of
// several with that text the one with the number; else the same number with a
// text that is alike or missing. Units' risks are their own, see [inUnit].
func (g *gathering) find(e *model.Entry, k *model.Risk, number, text, unit string) *Risk {
	var found *Risk
	t := &e.Table
	if text != "" {
		for _, r := range inUnit(some(g.byText[text]), unit, k) {
			if r.table == t && !(g.files && e.UnitFile == 0 && r.takes(k)) {
				continue
			}
			if r.number == number {
				return r
			}
			if found == nil {
				found = r
			}
		}
	}
	if found != nil || number == "" {
		return found
	}
	for _, r := range inUnit(some(g.byNumber[number]), unit, k) {
		if r.table != t && (r.text == "" || text == "" || alike(r.gramsOf(), gramsOf(text)) >= sameNumberAlike) {
			return r
		}
	}
	return nil
}

// textOf gives what a row is known by beside its number: its text, or in the old
// plans that name neither risks nor numbers its actions.
func textOf(k *model.Risk, number model.Value[string], event string) string {
	if event != "" || number.V != "" {
		return event
	}
	one := Risk{Measures: k.Measures}
	return one.actions()
}

// some gives as many risks as are looked through.
func some(risks []*Risk) []*Risk { return risks[:min(len(risks), mostOfWord)] }

func (r *Risk) fill(e *model.Entry, k *model.Risk, number model.Value[string], keys riskKeys) {
	if first(&r.Number, number) {
		r.number = keys.number
	}
	first(&r.Area, k.Area)
	if first(&r.Event, k.Event) {
		r.text = keys.event
	}
	if !r.Likelihood.OK && !r.Consequence.OK && !r.Score.OK {
		first := &k.Assessment
		r.Likelihood, r.Consequence, r.Score, r.Scale = k.Likelihood, scales.Counting(e.Scale, first), k.Score, e.Scale
	}
	first(&r.Treatment, k.Treatment)
	if len(r.Further) == 0 {
		r.Further = furtherOf(e, k)
	}
	if len(r.Measures) == 0 {
		r.Measures = telling(k.Measures)
	}
	if r.number == "" && r.text == "" {
		r.text = r.actions()
	}
}

// furtherOf gives the valuations beside a risk's first that say something.
func furtherOf(e *model.Entry, k *model.Risk) []Further {
	var out []Further
	for i := range k.Valuations {
		a := &k.Valuations[i]
		if i >= len(e.Valuations) || !a.Likelihood.OK && !a.Consequence.OK && !a.Score.OK && !a.Treatment.OK {
			continue
		}
		one := Risk{Likelihood: a.Likelihood, Consequence: scales.Counting(e.Scale, a), Score: a.Score, Treatment: a.Treatment, Scale: e.Scale}
		out = append(out, Further{e.Valuations[i].Key, e.Valuations[i].Name, one})
	}
	return out
}

// first takes a value unless there is one that says something, and reports whether
// it did.
func first(to *model.Value[string], from model.Value[string]) bool {
	if to.OK {
		return false
	}
	*to = from
	return true
}

// telling gives the measures that say something. They are not to be changed.
func telling(all []model.Measure) []model.Measure {
	silent := func(m model.Measure) bool { return !saysSomething(&m) }
	if !slices.ContainsFunc(all, silent) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), silent)
}

func saysSomething(m *model.Measure) bool {
	return m.Direction.OK || m.Action.OK || m.Owner.OK || m.Reporting.OK || m.Cost.OK
}

// gramsOf gives what the risk's text is compared by.
func (r *Risk) gramsOf() grams {
	if r.grams == nil && r.text != "" {
		r.grams = gramsOf(r.text)
	}
	return r.grams
}

// scalesDiffer reports whether two editions value risks by different scales.
func scalesDiffer(a, b Edition) bool {
	x, y := scaleOf(a), scaleOf(b)
	if x == nil || y == nil || x == y {
		return false
	}
	if len(x.Likelihood.Levels) != len(y.Likelihood.Levels) || len(x.Consequence.Levels) != len(y.Consequence.Levels) || len(x.Treatments) != len(y.Treatments) {
		return true
	}
	for _, l := range x.Likelihood.Levels {
		for _, c := range x.Consequence.Levels {
			if y.Likelihood.ByValue(l.Value) == nil || y.Consequence.ByValue(c.Value) == nil {
				return true
			}
			v := x.Score(l.Value, c.Value)
			if v != y.Score(l.Value, c.Value) || !sameTreatment(x.Treatment(v), y.Treatment(v)) {
				return true
			}
		}
	}
	return false
}

func sameTreatment(a, b *model.Treatment) bool {
	if a == nil || b == nil {
		return a == b
	}
	return sameChoice(a.Label, b.Label)
}

// scaleOf gives the scale of the first table of an edition that values risks.
func scaleOf(e Edition) *model.Scale {
	for _, b := range e.Books {
		for _, r := range b.Registers {
			if r.Scale != nil && (r.Has(model.FieldLikelihood) || r.Has(model.FieldScore)) {
				return r.Scale
			}
		}
	}
	return nil
}
