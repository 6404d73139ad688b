package words

import (
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Role is what a column of a table of definitions holds, or several of these.
type Role uint16

// The roles of columns. Likelihood and Consequence are the names of the axes.
const (
	Likelihood Role = 1 << iota
	Consequence
	Label
	Number
	Definition
	Range
	Treatment
	MeaningOf // what a treatment means
)

func rolesOf(d *model.DefinitionWords) map[string]Role {
	out := map[string]Role{}
	for _, list := range []struct {
		role  Role
		words []string
	}{
		{Likelihood, d.Likelihood}, {Consequence, d.Consequence}, {Label, d.Label}, {Number, d.Number},
		{Definition, d.Definition}, {Range, d.Range}, {Treatment, d.Treatment}, {MeaningOf, d.Meaning},
	} {
		for _, word := range list.words {
			out[grid.HeadingKey(word)] |= list.role
		}
	}
	return out
}

// Roles gives all roles that a text is a heading of, to the letter.
func (x *Index) Roles(text string) Role {
	if len(text) > MaxHeading {
		return 0
	}
	return x.heard.roles.Of(text, x.rolesOf)
}

func (x *Index) rolesOf(text string) Role {
	var room [grid.MostKey]byte
	return x.roles[string(grid.AppendHeadingKey(room[:0], text))]
}

// Is reports whether a text is a heading of one of the roles.
func (x *Index) Is(roles Role, text string) bool { return x.Roles(text)&roles != 0 }

// Axis says which axis of a scale is meant.
type Axis int

// The axes.
const (
	NoAxis Axis = iota
	LikelihoodAxis
	ConsequenceAxis
)

// Axis gives the axis that a role is the name of.
func (r Role) Axis() Axis {
	switch {
	case r&Likelihood != 0:
		return LikelihoodAxis
	case r&Consequence != 0:
		return ConsequenceAxis
	}
	return NoAxis
}

// AxisOf gives the axis that a text is the name of, to the letter.
func (x *Index) AxisOf(text string) Axis { return x.Roles(text).Axis() }

// axisKey is a name of an axis, by heading key.
type axisKey struct {
	axis Axis
	key  string
}

func axisKeys(d *model.DefinitionWords) []axisKey {
	var out []axisKey
	for axis, list := range map[Axis][]string{LikelihoodAxis: d.Likelihood, ConsequenceAxis: d.Consequence} {
		for _, word := range list {
			out = append(out, axisKey{axis, grid.HeadingKey(word)})
		}
	}
	return out
}

// AxisNamed gives the axis that a heading names, and whether it does so to the
// letter. Sure is false where it only has the name among its words, or as the
// beginning of one ("Bedömning av sannolikhet").
func (x *Index) AxisNamed(text string) (name Axis, sure bool) {
	if a := x.AxisOf(text); a != NoAxis {
		return a, true
	}
	if len(text) > tolerances.maxAxisHeading {
		return NoAxis, false
	}
	a := x.heard.axes.Of(text, x.axisIn)
	return a.name, a.sure
}

// axisIn gives the one axis whose name is among the words of a heading.
func (x *Index) axisIn(text string) namedAxis {
	name := NoAxis
	for _, word := range grid.HeadingWords(text) {
		both := slices.ContainsFunc(x.axes, func(k axisKey) bool {
			if word != k.key && (len(k.key) < tolerances.longName || !strings.HasPrefix(word, k.key)) {
				return false
			}
			if name != NoAxis && name != k.axis {
				return true // "Sannolikhet × konsekvens"
			}
			name = k.axis
			return false
		})
		if both {
			return namedAxis{}
		}
	}
	return namedAxis{name: name}
}

// planKeys tell whether a treatment needs a place in the plan, and what that is called, and
// in which words a limit of it is said.
type planKeys struct{ not, in, accept, called, limit []string }

// Place sets whether a treatment requires a place in the plan: its meaning
// says that it does or does not, or where nothing is said its name does.
func (x *Index) Place(t *model.Treatment) {
	whole, meaning := model.Key(t.Label+" "+t.Meaning), model.Key(t.Meaning)
	switch {
	case slices.ContainsFunc(x.plan.not, func(phrase string) bool { return strings.Contains(whole, phrase) }):
		t.InPlan, t.PlanSaid = false, true
	case slices.ContainsFunc(x.plan.in, func(word string) bool { return strings.Contains(meaning, word) }):
		t.InPlan, t.PlanSaid = true, true
	default:
		t.InPlan, t.PlanSaid = !slices.Contains(x.plan.accept, model.LeadingWord(t.Label)), false
	}
}
