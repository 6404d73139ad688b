package config

import (
	"strconv"

	"github.com/goccy/go-yaml/ast"

	"riskbok/rules/model"
)

// scale reads the user's own scale, written with the words of `riskbok
// inspect --format json`.
func (r reader) scale(e keyValue) (*model.Scale, error) {
	parts, err := r.mapping(e.value, "scale", []string{"name", "likelihood", "consequence", "treatments", "overrides"})
	if err != nil {
		return nil, err
	}
	s := &model.Scale{Origin: model.OriginConfig}
	for _, p := range parts {
		switch p.key {
		case "name":
			s.Name, err = r.text(p)
		case "likelihood":
			s.Likelihood, err = r.axis(p)
		case "consequence":
			s.Consequence, err = r.axis(p)
		case "treatments":
			s.Treatments, err = r.treatments(p)
		case "overrides":
			s.Overrides, err = r.overrides(p)
		}
		if err != nil {
			return nil, err
		}
	}
	switch {
	case len(s.Likelihood.Levels) == 0:
		return nil, r.fault(e.line, "required", "key", "scale/likelihood")
	case len(s.Consequence.Levels) == 0:
		return nil, r.fault(e.line, "required", "key", "scale/consequence")
	case len(s.Treatments) == 0:
		return nil, r.fault(e.line, "required", "key", "scale/treatments")
	}
	return s, r.covers(e, s)
}

// covers demands a treatment for every value the scale can give, and only one.
func (r reader) covers(e keyValue, s *model.Scale) error {
	for _, l := range s.Likelihood.Levels {
		for _, c := range s.Consequence.Levels {
			score, found := s.Score(l.Value, c.Value), 0
			for _, t := range s.Treatments {
				if t.Min <= score && score <= t.Max {
					found++
				}
			}
			if found != 1 {
				return r.fault(e.line, "covers", "value", strconv.Itoa(score), "count", strconv.Itoa(found))
			}
		}
	}
	return nil
}

// axis reads levels: mappings with value, label and definition, or plain
// labels that are numbered in their order.
func (r reader) axis(e keyValue) (model.Axis, error) {
	var axis model.Axis
	err := r.each(e, func(i int, item keyValue) error {
		level := model.ScaleLevel{Value: i + 1}
		if _, plain := item.value.(ast.ScalarNode); plain {
			var err error
			level.Label, err = r.text(item)
			axis.Levels = append(axis.Levels, level)
			return err
		}
		parts, err := r.mapping(item.value, e.key, []string{"value", "label", "definition"})
		if err != nil {
			return err
		}
		for _, p := range parts {
			switch p.key {
			case "value":
				level.Value, err = r.wholeNumber(p)
				level.Numbered = true
			case "label":
				level.Label, err = r.text(p)
			case "definition":
				level.Definition, err = r.text(p)
			}
			if err != nil {
				return err
			}
		}
		if level.Label == "" {
			return r.fault(item.line, "required", "key", "label")
		}
		if axis.ByValue(level.Value) != nil {
			return r.fault(item.line, "twice", "key", strconv.Itoa(level.Value))
		}
		axis.Levels = append(axis.Levels, level)
		return nil
	})
	return axis, err
}

func (r reader) treatments(e keyValue) ([]model.Treatment, error) {
	var all []model.Treatment
	err := r.each(e, func(_ int, item keyValue) error {
		parts, err := r.mapping(item.value, e.key, []string{"min", "max", "label", "meaning", "inPlan"})
		if err != nil {
			return err
		}
		var t model.Treatment
		given := map[string]bool{}
		for _, p := range parts {
			given[p.key] = true
			switch p.key {
			case "min":
				t.Min, err = r.wholeNumber(p)
			case "max":
				t.Max, err = r.wholeNumber(p)
			case "label":
				t.Label, err = r.text(p)
			case "meaning":
				t.Meaning, err = r.text(p)
			case "inPlan":
				b, ok := p.value.(*ast.BoolNode)
				if !ok {
					return r.fault(p.line, "bool", "key", p.key)
				}
				t.InPlan = b.Value
			}
			if err != nil {
				return err
			}
		}
		for _, key := range []string{"min", "max", "label", "inPlan"} {
			if !given[key] {
				return r.fault(item.line, "required", "key", key)
			}
		}
		all = append(all, t)
		return nil
	})
	return all, err
}

func (r reader) overrides(e keyValue) (map[[2]int]int, error) {
	all := map[[2]int]int{}
	err := r.each(e, func(_ int, item keyValue) error {
		parts, err := r.mapping(item.value, e.key, []string{"likelihood", "consequence", "value"})
		if err != nil {
			return err
		}
		got := map[string]int{}
		for _, p := range parts {
			if got[p.key], err = r.wholeNumber(p); err != nil {
				return err
			}
		}
		if len(got) != 3 {
			return r.fault(item.line, "required", "key", "likelihood, consequence, value")
		}
		all[[2]int{got["likelihood"], got["consequence"]}] = got["value"]
		return nil
	})
	return all, err
}

// each runs f on every item of a list.
func (r reader) each(e keyValue, f func(int, keyValue) error) error {
	seq, ok := e.value.(*ast.SequenceNode)
	if !ok {
		return r.fault(line(e.value), "list", "key", e.key)
	}
	for i, n := range seq.Values {
		if err := f(i, keyValue{key: e.key, line: line(n), value: n}); err != nil {
			return err
		}
	}
	return nil
}
