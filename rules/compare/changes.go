package compare

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// riskChanges tells what became of a risk.
func (m *matching) riskChanges(o, n *Risk) []Change {
	var out []Change
	if m.renumbered(o, n) {
		out = append(out, change(Renumbered, model.FieldNumber, o.Number, n.Number))
	}
	if c := valuation(o, n); c != nil {
		out = append(out, *c)
	}
	if o.text != n.text && (o.Event.OK || n.Event.OK) {
		out = append(out, change(Reworded, model.FieldEvent, o.Event, n.Event))
	}
	if !sameText(o.Area, n.Area) {
		out = append(out, change(Changed, model.FieldArea, o.Area, n.Area))
	}
	if !sameChoice(o.Treatment.V, n.Treatment.V) && (o.Treatment.OK || n.Treatment.OK) {
		out = append(out, change(Changed, model.FieldTreatment, o.Treatment, n.Treatment))
	}
	out = append(out, furtherChanges(o.Further, n.Further)...)
	return append(out, measureChanges(o.Measures, n.Measures)...)
}

// furtherChanges tells what became of the valuations beside the first that both risks
// have. Raised and lowered is a risk by its first, so that these are only changed.
func furtherChanges(old, new []Further) []Change {
	var out []Change
	for i := range new {
		n := &new[i]
		at := slices.IndexFunc(old, func(o Further) bool {
			return o.Key == n.Key && (n.Key == afterMeasures || model.Key(o.Name) == model.Key(n.Name))
		})
		if at < 0 {
			continue
		}
		o := &old[at]
		var found []Change
		if c := valuation(&o.Risk, &n.Risk); c != nil {
			c.Kind = Changed
			found = append(found, *c)
		}
		if !sameChoice(o.Treatment.V, n.Treatment.V) && (o.Treatment.OK || n.Treatment.OK) {
			found = append(found, change(Changed, model.FieldTreatment, o.Treatment, n.Treatment))
		}
		for _, c := range found {
			c.Valuation = n.Name
			out = append(out, c)
		}
	}
	return out
}

// afterMeasures is the key of the valuation of what remains, whatever a document calls
// it; the keys of others tell only their places.
const afterMeasures = "after"

// change tells of two texts.
func change(kind Kind, field model.Field, o, n model.Value[string]) Change {
	return Change{Kind: kind, Field: field, Old: shown(o.Raw, o.V), New: shown(n.Raw, n.V), OldAt: o.At, NewAt: n.At}
}

// shown gives a value as it stood, on one line.
func shown(raw, understood string) string {
	if strings.TrimSpace(raw) == "" {
		raw = understood
	}
	return strings.Join(strings.Fields(model.Clean(raw)), " ")
}

func sameText(a, b model.Value[string]) bool {
	return a.Raw == b.Raw && a.V == b.V || model.Key(shown(a.Raw, a.V)) == model.Key(shown(b.Raw, b.V))
}

// sameChoice compares treatments and directions: "Reducera" is "Reducera
// risk".
func sameChoice(a, b string) bool {
	if a == b {
		return true
	}
	x, y := model.Key(a), model.Key(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if x == "" {
		return y == ""
	}
	return x == y || strings.HasPrefix(y, x+" ")
}

// valuation tells how levels and value changed, nil if they did not. Where the
// levels of both are on their scales, what they are worth says whether the
// risk was raised; the written values may be wrong, and are shown.
func valuation(o, n *Risk) *Change {
	same := sameLevels(o, n)
	if same && o.Score.Raw == n.Score.Raw && o.Score.V == n.Score.V && o.Score.OK == n.Score.OK {
		if old, new := o.Value(), n.Value(); old == new || old == 0 || new == 0 {
			return nil
		}
	}
	c := Change{
		Field: model.FieldScore, Old: shown(o.Score.Raw, intText(o.Score)), New: shown(n.Score.Raw, intText(n.Score)), OldAt: o.Score.At, NewAt: n.Score.At,
		LevelsOld: levelsText(o), LevelsNew: levelsText(n), ValueOld: o.Value(), ValueNew: n.Value(),
	}
	if same {
		switch {
		case c.ValueOld != 0 && c.ValueNew != 0 && c.ValueOld != c.ValueNew:
			c.Kind = Rescaled
		case c.Old != c.New && (c.Old == "" || c.New == ""):
			c.Kind = Changed
		case c.Old != c.New && o.Score.V != n.Score.V:
			c.Kind = YearDrift
		default:
			return nil
		}
		return &c
	}
	c.Kind = direction(&c, o, n)
	return &c
}

// direction says whether other levels raised the risk or lowered it.
func direction(c *Change, o, n *Risk) Kind {
	old, new := c.ValueOld, c.ValueNew
	if old == 0 || new == 0 {
		old, new = o.Score.V, n.Score.V
	}
	switch known := old != 0 && new != 0; {
	case known && new > old:
		return Raised
	case known && new < old:
		return Lowered
	case c.LevelsOld == "" || c.LevelsNew == "":
		return Changed
	}
	return Revalued
}

// intText gives a value as text, "" where there is none.
func intText(v model.Value[int]) string {
	if !v.OK {
		return ""
	}
	return strconv.Itoa(v.V)
}

// levelsText gives both levels as written, "Möjlig × Allvarlig".
func levelsText(r *Risk) string {
	l, c := shown(r.Likelihood.Raw, r.Likelihood.V.Label), shown(r.Consequence.Raw, r.Consequence.V.Label)
	if l == "" && c == "" {
		return ""
	}
	return cmp.Or(l, "–") + " × " + cmp.Or(c, "–")
}

func sameLevels(o, n *Risk) bool {
	ol, oc := o.levels()
	nl, nc := n.levels()
	return sameLevel(o.Likelihood, n.Likelihood, ol, nl, axis(o, true)) && sameLevel(o.Consequence, n.Consequence, oc, nc, axis(o, false))
}

func axis(r *Risk, likelihood bool) *model.Axis {
	switch {
	case r.Scale == nil:
		return nil
	case likelihood:
		return &r.Scale.Likelihood
	}
	return &r.Scale.Consequence
}

// sameLevel compares a level by what is written, by its label, and where the
// old scale does not know the new label by its value: the scale was renamed.
func sameLevel(o, n model.Value[model.Level], ol, nl *model.ScaleLevel, old *model.Axis) bool {
	if o.Raw == n.Raw || model.Key(o.Raw) == model.Key(n.Raw) {
		return true
	}
	switch {
	case ol == nil || nl == nil:
		return false
	case ol.Label == "" || nl.Label == "":
		return ol.Value == nl.Value
	case model.Key(ol.Label) == model.Key(nl.Label):
		return true
	}
	return ol.Value == nl.Value && old.Find(model.Level{Label: nl.Label}) == nil
}

// measureChanges tells what became of the measures of a risk.
func measureChanges(old, new []model.Measure) []Change {
	if len(old) == 1 && len(new) == 1 {
		return oneMeasure(&old[0], &new[0], "")
	}
	var out []Change
	pairs := matchMeasures(old, new)
	taken := map[int]bool{}
	for j := range new {
		i, ok := pairs[j]
		n := &new[j]
		name := ""
		if len(new) > 1 {
			name = shown(n.Action.Raw, n.Action.V)
		}
		if !ok {
			out = append(out, Change{Kind: MeasureAdded, Field: model.FieldAction, New: shown(n.Action.Raw, n.Action.V), NewAt: n.At, Measure: name})
			continue
		}
		taken[i] = true
		out = append(out, oneMeasure(&old[i], n, name)...)
	}
	for i := range old {
		if !taken[i] {
			o := &old[i]
			out = append(out, Change{Kind: MeasureDropped, Field: model.FieldAction, Old: shown(o.Action.Raw, o.Action.V), OldAt: o.At})
		}
	}
	return out
}

func oneMeasure(o, n *model.Measure, name string) []Change {
	var out []Change
	add := func(field model.Field, a, b model.Value[string], same bool) {
		if !same {
			c := change(Changed, field, a, b)
			c.Measure = name
			out = append(out, c)
		}
	}
	direction := sameText(o.Direction, n.Direction) || o.Direction.OK && n.Direction.OK && sameChoice(o.Direction.V, n.Direction.V)
	add(model.FieldDirection, o.Direction, n.Direction, direction)
	add(model.FieldAction, o.Action, n.Action, sameText(o.Action, n.Action))
	add(model.FieldCost, asText(o.Cost), asText(n.Cost), sameCost(o.Cost, n.Cost))
	add(model.FieldOwner, o.Owner, n.Owner, sameText(o.Owner, n.Owner))
	add(model.FieldReporting, asText(o.Reporting), asText(n.Reporting), sameReporting(o.Reporting, n.Reporting))
	return out
}

func asText[T any](v model.Value[T]) model.Value[string] {
	return model.Value[string]{Raw: v.Raw, At: v.At}
}

func sameCost(a, b model.Value[decimal.Decimal]) bool {
	if a.OK && b.OK {
		return a.V.Equal(b.V)
	}
	return a.Raw == b.Raw || model.Key(a.Raw) == model.Key(b.Raw)
}

// sameReporting compares the periods, however they are set apart.
func sameReporting(a, b model.Value[[]string]) bool {
	if a.OK && b.OK {
		return slices.Equal(a.V, b.V) || model.Key(strings.Join(a.V, "\n")) == model.Key(strings.Join(b.V, "\n"))
	}
	return a.Raw == b.Raw || model.Key(a.Raw) == model.Key(b.Raw)
}

// matchMeasures gives for each new measure the old one that it was: the same
// action, else the most alike. The only one on both sides needs no match.
func matchMeasures(old, new []model.Measure) map[int]int {
	pairs, taken := map[int]int{}, map[int]bool{}
	byAction := map[string][]int{}
	for i := range old {
		k := model.Key(old[i].Action.V)
		byAction[k] = append(byAction[k], i)
	}
	for j := range new {
		k := model.Key(new[j].Action.V)
		for _, i := range byAction[k] {
			if !taken[i] {
				pairs[j], taken[i] = i, true
				break
			}
		}
	}
	for j := range new {
		if _, ok := pairs[j]; ok {
			continue
		}
		best, least := -1, anyAlike
		for i := range old {
			if s := alike(actionGrams(&old[i]), actionGrams(&new[j])); !taken[i] && s >= least {
				best, least = i, s
			}
		}
		if best >= 0 {
			pairs[j], taken[best] = best, true
		}
	}
	return pairs
}

func actionGrams(m *model.Measure) grams { return gramsOf(model.Key(m.Action.V)) }
