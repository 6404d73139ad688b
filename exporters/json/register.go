package json

import (
	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

type register struct {
	Name        string   `json:"name"`
	Board       string   `json:"board"`
	Year        int      `json:"year"`
	Established *string  `json:"established"`
	Decided     *string  `json:"decided"`
	Scale       int      `json:"scale"`
	Analysis    bool     `json:"analysis"`
	Plan        bool     `json:"plan"`
	Columns     []column `json:"columns"`
	Risks       []risk   `json:"risks"`
	Source      where    `json:"source"`
}

type risk struct {
	Number      string    `json:"number"`
	Area        string    `json:"area"`
	Event       string    `json:"event"`
	Likelihood  level     `json:"likelihood"`
	Consequence level     `json:"consequence"`
	Score       *int      `json:"score"`
	Previous    *int      `json:"previous,omitempty"`
	Change      string    `json:"change,omitempty"`
	Treatment   string    `json:"treatment"`
	Measures    []measure `json:"measures"`
	Source      where     `json:"source"`

	Consequences []weighed   `json:"consequences,omitempty"`
	Valuations   []valuation `json:"valuations,omitempty"`
}

// weighed is one of several consequences: Value is null where it is not on the
// governing scale.
type weighed struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Value *int   `json:"value"`
}

// valuation is a further valuation of a risk, as after the measures.
type valuation struct {
	Name         string    `json:"name"`
	Likelihood   level     `json:"likelihood"`
	Consequence  level     `json:"consequence"`
	Consequences []weighed `json:"consequences,omitempty"`
	Score        *int      `json:"score"`
	Treatment    string    `json:"treatment"`
}

// level is a likelihood or consequence: as written in raw, and with the value
// and label that the governing scale gives it, null where it has none.
type level struct {
	Label string `json:"label"`
	Value *int   `json:"value"`
	Raw   string `json:"raw"`
}

type measure struct {
	Number    string   `json:"number"`
	Direction string   `json:"direction"`
	Action    string   `json:"action"`
	Cost      *string  `json:"cost"`
	Owner     string   `json:"owner"`
	Reporting []string `json:"reporting"`
	Source    where    `json:"source"`
}

func describeRegister(r *rules.Report, reg *model.Register, s *model.Scale, scale int) register {
	out := register{
		Name: reg.Name, Board: reg.Board, Year: reg.Year, Scale: scale, Analysis: reg.Analysis, Plan: reg.Plan,
		Columns: describeColumns(r, &reg.Table), Risks: make([]risk, 0, len(reg.Risks)), Source: at(r, reg.At),
	}
	for _, h := range reg.Heads {
		if out.Established == nil {
			out.Established = day(h.Established)
		}
		if out.Decided == nil {
			out.Decided = day(h.Decided)
		}
	}
	for i := range reg.Risks {
		k := &reg.Risks[i]
		first := k.First()
		one := risk{
			Number: k.Number.Raw, Area: text(k.Area), Event: text(k.Event),
			Likelihood: describeLevel(k.Likelihood, s, likelihoods), Consequence: describeLevel(scales.Counting(s, &first), s, consequences),
			Treatment: text(k.Treatment), Measures: make([]measure, 0, len(k.Measures)), Source: at(r, k.At),
		}
		one.Change = text(k.Change)
		if k.Score.OK {
			one.Score = &k.Score.V
		}
		if k.Previous.OK {
			one.Previous = &k.Previous.V
		}
		for j := range k.Measures {
			one.Measures = append(one.Measures, describeMeasure(r, &k.Measures[j]))
		}
		one.Consequences = describeWeighed(reg.Consequences, k.Consequences, s)
		for j := range reg.Valuations {
			if j < len(k.Valuations) {
				one.Valuations = append(one.Valuations, describeValuation(&reg.Valuations[j], &k.Valuations[j], s))
			}
		}
		out.Risks = append(out.Risks, one)
	}
	return out
}

func describeValuation(v *model.Valuation, a *model.Assessment, s *model.Scale) valuation {
	out := valuation{
		Name: v.Name, Likelihood: describeLevel(a.Likelihood, s, likelihoods),
		Consequence:  describeLevel(scales.Counting(s, a), s, consequences),
		Consequences: describeWeighed(v.Consequences, a.Consequences, s), Treatment: text(a.Treatment),
	}
	if a.Score.OK {
		out.Score = &a.Score.V
	}
	return out
}

func describeWeighed(columns []model.Column, levels []model.Value[model.Level], s *model.Scale) []weighed {
	var out []weighed
	for i := range min(len(columns), len(levels)) {
		l := describeLevel(levels[i], s, consequences)
		out = append(out, weighed{columns[i].Heading, l.Label, l.Value})
	}
	return out
}

func describeMeasure(r *rules.Report, m *model.Measure) measure {
	out := measure{
		Number: m.Number.Raw, Direction: text(m.Direction), Action: text(m.Action), Owner: text(m.Owner),
		Reporting: list(m.Reporting.V), Source: at(r, m.At),
	}
	if m.Cost.OK {
		cost := m.Cost.V.String()
		out.Cost = &cost
	}
	return out
}

func likelihoods(s *model.Scale) *model.Axis  { return &s.Likelihood }
func consequences(s *model.Scale) *model.Axis { return &s.Consequence }

func describeLevel(v model.Value[model.Level], s *model.Scale, axis func(*model.Scale) *model.Axis) level {
	out := level{Label: v.V.Label, Raw: v.Raw}
	if !v.OK || s == nil {
		return out
	}
	if l := axis(s).Find(v.V); l != nil {
		out.Label, out.Value = l.Label, &l.Value
	}
	return out
}

func day(v model.Value[model.Date]) *string {
	if !v.OK {
		return nil
	}
	s := v.V.String()
	return &s
}

// text gives what was understood, else what stands there.
func text(v model.Value[string]) string {
	if v.OK {
		return v.V
	}
	return v.Raw
}
