package rules

import (
	"slices"

	"riskbok/rules/model"
)

// actions are the keys of what the measures of a risk are in one table.
type actions struct {
	keys []string
	set  map[string]bool // of many
}

func (a actions) has(key string) bool {
	if a.set != nil {
		return a.set[key]
	}
	return slices.Contains(a.keys, key)
}

// indexed makes many actions quick to look up.
func (c *crowds) indexed(keys []string) actions {
	a := actions{keys: keys}
	if len(keys) > c.few {
		a.set = make(map[string]bool, len(keys))
		for _, k := range keys {
			a.set[k] = true
		}
	}
	return a
}

func (c *crowds) actionsOf(measures []model.Measure) actions {
	keys := make([]string, len(measures))
	for i := range measures {
		keys[i] = model.Key(measures[i].Action.V)
	}
	return c.indexed(keys)
}

// matchMeasure finds the measure that another table means by an action: the
// one that says the same; else the most alike that no sibling says to the
// letter; the only one of both is the same however it is worded. siblings are
// all actions of the risk in the other table.
func (c *crowds) matchMeasure(measures []model.Measure, action model.Value[string], siblings actions) *model.Measure {
	if len(measures) == 1 && len(siblings.keys) == 1 {
		return &measures[0]
	}
	if !action.OK {
		return nil
	}
	text := model.Key(action.V)
	many := len(measures) > c.few
	if many {
		if i, is := c.measuresOf(measures)[text]; is {
			return &measures[i]
		}
	}
	var best *model.Measure
	for i := range measures {
		m := &measures[i]
		if !m.Action.OK {
			continue
		}
		key := model.Key(m.Action.V)
		if key == text {
			return m
		}
		if best == nil && !siblings.has(key) && alike(m.Action.V, action.V) {
			if best = m; many {
				break // none says the same
			}
		}
	}
	return best
}

// measuresOf gives where the first measure with each action stands among many.
func (c *crowds) measuresOf(measures []model.Measure) map[string]int {
	return c.measures.of(&measures[0], func() map[string]int {
		at := make(map[string]int, len(measures))
		for i := range measures {
			if action := &measures[i].Action; action.OK {
				first(at, model.Key(action.V), i)
			}
		}
		return at
	})
}
