package json

import (
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
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
	Refused     []column `json:"refused"`

	// of the further valuations and of several consequences; none where the
	// register has one of each
	Valuations   []valuationHead `json:"valuations,omitempty"`
	Consequences []column        `json:"consequences,omitempty"`

	Risks  []risk `json:"risks"`
	Source where  `json:"source"`
}

type risk struct {
	Number      string    `json:"number"`
	Area        string    `json:"area"`
	Event       string    `json:"event"`
	Unit        string    `json:"unit,omitempty"`
	Likelihood  level     `json:"likelihood"`
	Consequence level     `json:"consequence"`
	Score       *int      `json:"score"`
	Previous    *int      `json:"previous,omitempty"`
	Change      string    `json:"change,omitempty"`
	Treatment   string    `json:"treatment"`
	Measures    []measure `json:"measures"`
	Source      where     `json:"source"`

	Consequences []consequence `json:"consequences,omitempty"`
	Valuations   []valuation   `json:"valuations,omitempty"`
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

// valuationHead names a further valuation of a register and its columns.
type valuationHead struct {
	Key     string   `json:"key"`
	Name    string   `json:"name"`
	Columns []column `json:"columns"`
}

// valuation is a further valuation of a risk, as of what remains after the
// measures. Its fields say the same as the flat ones of the first.
type valuation struct {
	Key          string        `json:"key"`
	Name         string        `json:"name"`
	Likelihood   level         `json:"likelihood"`
	Consequence  level         `json:"consequence"`
	Score        *int          `json:"score"`
	Treatment    string        `json:"treatment"`
	Consequences []consequence `json:"consequences,omitempty"`
}

// consequence is one of several consequences that are weighed; name is its
// heading.
type consequence struct {
	Name string `json:"name"`
	level
}

func describeRegister(r *rules.Report, reg *model.Register, s *model.Scale, scale int, cat *lang.Catalog) register {
	out := register{
		Name: reg.Name, Board: reg.Board, Year: reg.Year, Scale: scale, Analysis: reg.Analysis, Plan: reg.Plan,
		Columns: describeColumns(r, reg.Columns, cat), Refused: describeColumns(r, summary.Refused(&reg.Table), cat), Risks: make([]risk, 0, len(reg.Risks)), Source: at(r, reg.At),
	}
	for i := range reg.Valuations {
		v := &reg.Valuations[i]
		columns := describeColumns(r, append(append([]model.Column{}, v.Columns...), v.Consequences...), cat)
		out.Valuations = append(out.Valuations, valuationHead{v.Key, v.Name, columns})
	}
	if len(reg.Consequences) > 0 {
		out.Consequences = describeColumns(r, reg.Consequences, cat)
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
		first := &k.Assessment
		one := risk{
			Number: k.Number.Raw, Area: output.AsRead(k.Area), Event: output.AsRead(k.Event), Unit: output.AsRead(k.Unit),
			Likelihood: describeLevel(k.Likelihood, s, likelihoods), Consequence: describeLevel(scales.Counting(s, first), s, consequences),
			Treatment: output.AsRead(k.Treatment), Measures: make([]measure, 0, len(k.Measures)), Source: at(r, k.At),
		}
		one.Change = output.AsRead(k.Change)
		if k.Score.OK {
			one.Score = &k.Score.V
		}
		if k.Previous.OK {
			one.Previous = &k.Previous.V
		}
		one.Consequences = describeConsequences(reg.Consequences, k.Consequences, s)
		for j := range min(len(k.Valuations), len(reg.Valuations)) {
			one.Valuations = append(one.Valuations, describeValuation(&reg.Valuations[j], &k.Valuations[j], s))
		}
		for j := range k.Measures {
			one.Measures = append(one.Measures, describeMeasure(r, &k.Measures[j]))
		}
		out.Risks = append(out.Risks, one)
	}
	return out
}

func describeValuation(v *model.Valuation, a *model.Assessment, s *model.Scale) valuation {
	out := valuation{
		Key: v.Key, Name: v.Name, Likelihood: describeLevel(a.Likelihood, s, likelihoods),
		Consequence:  describeLevel(scales.Counting(s, a), s, consequences),
		Consequences: describeConsequences(v.Consequences, a.Consequences, s), Treatment: output.AsRead(a.Treatment),
	}
	if a.Score.OK {
		out.Score = &a.Score.V
	}
	return out
}

// describeConsequences names each of several consequences by its column.
func describeConsequences(columns []model.Column, values []model.Value[model.Level], s *model.Scale) []consequence {
	var out []consequence
	for i := range min(len(columns), len(values)) {
		out = append(out, consequence{columns[i].Heading, describeLevel(values[i], s, consequences)})
	}
	return out
}

func describeMeasure(r *rules.Report, m *model.Measure) measure {
	out := measure{
		Number: m.Number.Raw, Direction: output.AsRead(m.Direction), Action: output.AsRead(m.Action), Owner: output.AsRead(m.Owner),
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
