package rules

import (
	"fmt"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

var scaleDefinition = Rule{Name: "scale-definition", Severity: Error, Fix: Judgement, Check: checkScaleDefinition}

func checkScaleDefinition(c *Case) []Finding {
	var out []Finding
	seen := map[*model.Scale]bool{}
	departed, told := map[model.Source]bool{}, map[model.Source]bool{}
	alone := thresholdsAlone{}
	for i := range c.Registers {
		s := c.Registers[i].Scale
		if d := c.Registers[i].Departs; d != nil && (s.At.IsZero() || !departed[s.At]) {
			departed[s.At] = true
			out = append(out, c.departs(&c.Registers[i], d))
		}
		if s == nil || seen[s] {
			continue
		}
		seen[s] = true
		out = append(out, c.readOtherwise(s, told)...)
		alone.add(c, &c.Registers[i])
		out = append(out, c.disputed(s, told)...)
		if s.Origin != model.OriginDefinitions {
			continue
		}
		out = append(out, c.axisFaults(s, &s.Likelihood, model.FieldLikelihood)...)
		out = append(out, c.axisFaults(s, &s.Consequence, model.FieldConsequence)...)
		if s.TreatmentsOrigin == "" {
			out = append(out, c.rangeFaults(s, possible(s))...)
		}
		if configured := c.Settings.Scale; configured != nil {
			out = append(out, c.contradictions(s, configured)...)
		}
	}
	return append(out, alone.faults(c)...)
}

// scaleFinding starts a finding about a document's scale.
func (c *Case) scaleFinding(s *model.Scale, variant, what string, at model.Source) Finding {
	return Finding{
		Variant: variant, At: at, Board: c.Board, Year: c.Year, Table: s.Name,
		Path: fmt.Sprintf("%s/%d/%s/%s/%s", model.Key(c.Board), c.Year, s.Name, variant, what),
		Args: map[string]any{}, Fix: &Fix{Class: Judgement},
	}
}

// departs tells, once for a scale, that the values of a register come about
// otherwise than it states.
func (c *Case) departs(e *model.Entry, d *model.Departure) Finding {
	f := c.tableFinding(&e.Table, "departs")
	switch {
	case d.Rule == model.RuleOther:
		f.Variant = "departs-unknown"
	case !e.Scale.RuleAt.IsZero():
		f.Variant = "departs-printed"
		f.Args["printed"] = e.Scale.RuleAt
	case !e.Scale.TreatmentsUnsure:
		f.Variant = "unusual"
	}
	f.Severity = Warning
	f.Path += "/" + f.Variant
	if column := e.Column(model.FieldScore); column != nil {
		f.At = column.At
	}
	f.Args["stated"], f.Args["rule"] = d.Stated, d.Rule
	f.Args["hits"], f.Args["of"] = d.Hits, d.Of
	for i := range e.Scale.Treatments {
		if at := e.Scale.Treatments[i].At; !at.IsZero() {
			f.Related = append(f.Related, at)
			break
		}
	}
	f.Fix = &Fix{Class: Judgement}
	return f
}

// axisFaults finds labels with two numbers and numbers with two labels.
func (c *Case) axisFaults(s *model.Scale, a *model.Axis, field model.Field) []Finding {
	var out []Finding
	labels := map[string]model.ScaleLevel{}
	numbers := map[int]model.ScaleLevel{}
	for _, l := range a.Levels {
		other, sameLabel := labels[model.Key(l.Label)]
		variant := "two-numbers"
		if !sameLabel || l.Label == "" || other.Value == l.Value {
			if other, sameLabel = numbers[l.Value]; !sameLabel {
				labels[model.Key(l.Label)], numbers[l.Value] = l, l
				continue
			}
			variant = "two-labels"
		}
		f := c.scaleFinding(s, variant, string(field)+":"+l.Label, l.At)
		f.Found = levelText(&l)
		f.Expected = levelText(&other)
		f.Args["field"], f.Args["label"], f.Args["number"] = field, l.Label, l.Value
		f.Args["other"] = other.At
		f.Related = []model.Source{other.At}
		out = append(out, f)
	}
	return out
}

// restored is an argument of a message: texts that are no ranges, each with the
// range as it was read.
type restored string

// readOtherwise tells that ranges do not look like any, once for a list of them:
// those that a spreadsheet has made days were read as what they must have been,
// and fractions likewise. Told are the lists of which it was said.
func (c *Case) readOtherwise(s *model.Scale, told map[model.Source]bool) []Finding {
	var texts []string
	var first *model.Treatment
	day := false
	for i := range s.Treatments {
		t := &s.Treatments[i]
		if t.ReadFrom == "" {
			continue
		}
		if first == nil {
			first = t
		}
		day = day || t.Day
		texts = append(texts, fmt.Sprintf("%s (%d–%d)", t.ReadFrom, t.Min, t.Max))
	}
	if first == nil || told[first.At] {
		return nil
	}
	told[first.At] = true
	f := c.scaleFinding(s, "days", "", first.At)
	if !day {
		f.Variant, f.Severity = "fractions", Warning
	}
	f.Found, f.Expected = first.ReadFrom, fmt.Sprintf("%d–%d", first.Min, first.Max)
	f.Args["ranges"] = restored(strings.Join(texts, ", "))
	return []Finding{f}
}

// disputed tells that two statements of treatments contradict each other, once.
func (c *Case) disputed(s *model.Scale, told map[model.Source]bool) []Finding {
	first, second := s.Disputed[0], s.Disputed[1]
	if first.IsZero() || told[first] {
		return nil
	}
	told[first] = true
	f := c.scaleFinding(s, "disputed", "", first)
	f.Args["other"] = second
	f.Related = []model.Source{second}
	return []Finding{f}
}

// contradictions compares a document's scale with the one that the user has
// configured: the first level that differs on each axis, and the first value
// whose treatment does.
func (c *Case) contradictions(s, configured *model.Scale) []Finding {
	var out []Finding
	axis := func(a, b *model.Axis, field model.Field) {
		for _, l := range a.Levels {
			other := b.ByValue(l.Value)
			if other != nil && (l.Label == "" || other.Label == "" || model.Key(l.Label) == model.Key(other.Label)) {
				continue
			}
			f := c.scaleFinding(s, "configured-level", string(field), l.At)
			f.Severity = Warning
			f.Found = levelText(&l)
			f.Args["field"], f.Args["levels"] = field, axisText(b)
			out = append(out, f)
			return
		}
	}
	axis(&s.Likelihood, &configured.Likelihood, model.FieldLikelihood)
	axis(&s.Consequence, &configured.Consequence, model.FieldConsequence)
	if s.TreatmentsUnsure {
		return out
	}
	low, high := s.Bounds()
	for v := low; v <= high; v++ {
		a, b := s.Treatment(v), configured.Treatment(v)
		if !s.Possible(v) || a == nil || b == nil || model.LeadingWord(a.Label) == model.LeadingWord(b.Label) {
			continue
		}
		f := c.scaleFinding(s, "configured-treatment", strconv.Itoa(v), a.At)
		f.Severity = Warning
		f.Found, f.Expected = a.Label, b.Label
		f.Args["number"] = v
		return append(out, f)
	}
	return out
}
