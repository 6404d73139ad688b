package planted

import (
	"fmt"
	"math/rand/v2"
	"time"

	"riskbok/rules/model"
)

// Plan is a faultless control plan: every value follows from its levels, and
// what needs a place in plan and follow-up has one.
type Plan struct {
	Board                string
	Year                 int
	Established, Decided time.Time
	Scale                Scale
	Risks                []Risk
	Periods              int // how many periods the follow-up has
	Reported             int // how many of them are filled, from the first
}

// Risk is one risk. Likelihood and Consequence are places on the scale's axes,
// from 1.
type Risk struct {
	Group, Place            int // place within the area, for numbers like "2.1"
	Area, Event             string
	Likelihood, Consequence int
	Measures                []Measure
}

// Measure is one action of a risk, with what was reported on it.
type Measure struct {
	Action, Owner, Reporting string
	Reports                  []string
}

// Value gives the risk's value, the product of its levels.
func (k *Risk) Value() int { return k.Likelihood * k.Consequence }

func (k *Risk) level(f model.Field) int {
	if f == model.FieldLikelihood {
		return k.Likelihood
	}
	return k.Consequence
}

// Required reports whether the risk must stand in plan and follow-up.
func (p *Plan) Required(k *Risk) bool { return p.Scale.Range(k.Value()).InPlan }

// Clean invents a plan on a scale: 7 to 14 risks more than least in some areas,
// at least four that need a place in the plan and two that do not.
func Clean(r *rand.Rand, scale Scale, periods, least int) *Plan {
	p := &Plan{Board: boardName(r), Year: 2024 + r.IntN(4), Scale: scale, Periods: periods, Reported: 1 + r.IntN(periods)}
	p.Established = time.Date(p.Year-1, time.Month(8+r.IntN(3)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC)
	p.Decided = p.Established.AddDate(0, 1, r.IntN(20))
	event := texts(r, func() string { return eventText(r) })
	action := texts(r, func() string { return measureText(r) })
	order := r.Perm(len(areas))
	want := least + 7 + r.IntN(8)
	for group := 0; len(p.Risks) < want; group++ {
		for place := 0; place < 1+r.IntN(4) && len(p.Risks) < want; place++ {
			required := r.IntN(3) > 0
			if n := len(p.Risks); n < 6 {
				required = n%3 != 2
			}
			k := Risk{Group: group + 1, Place: place + 1, Area: areas[order[group%len(areas)]], Event: event()}
			k.Likelihood, k.Consequence = p.levels(r, required)
			for range 1 + r.IntN(4)/3 {
				k.Measures = append(k.Measures, p.measure(r, action()))
			}
			p.Risks = append(p.Risks, k)
		}
	}
	return p
}

// move makes the plan one of another year.
func (p *Plan) move(year int) {
	p.Established = p.Established.AddDate(year-p.Year, 0, 0)
	p.Decided = p.Decided.AddDate(year-p.Year, 0, 0)
	p.Year = year
}

func (p *Plan) measure(r *rand.Rand, action string) Measure {
	m := Measure{Action: action, Owner: pick(r, owners), Reporting: pick(r, reportings)}
	for i := range p.Periods {
		text := ""
		if i < p.Reported {
			text = pick(r, reports)
		}
		m.Reports = append(m.Reports, text)
	}
	return m
}

// levels draws two levels whose value does or does not require the plan.
func (p *Plan) levels(r *rand.Rand, required bool) (likelihood, consequence int) {
	for {
		l, c := 1+r.IntN(len(p.Scale.Likelihood)), 1+r.IntN(len(p.Scale.Consequence))
		if p.Scale.Range(l*c).InPlan == required {
			return l, c
		}
	}
}

// Numbering says how risks are numbered.
type Numbering int

// The numberings. Grouped is "2.1", the first risk of the second area.
const (
	Lettered Numbering = iota // "R1"
	Counted                   // 1, as a number
	CountedText
	Grouped
	Unnumbered
)

func (n Numbering) text(k *Risk, place int) string {
	switch n {
	case Lettered:
		return fmt.Sprintf("R%d", place)
	case Counted, CountedText:
		return fmt.Sprint(place)
	case Grouped:
		return fmt.Sprintf("%d.%d", k.Group, k.Place)
	}
	return ""
}

// fresh gives a number that no risk of a plan has; n tells them apart.
func (n Numbering) fresh(count int) string {
	switch n {
	case Lettered:
		return fmt.Sprintf("R%d", 80+count)
	case Grouped:
		return fmt.Sprintf("%d.%d", 90+count, 1)
	}
	return fmt.Sprint(80 + count)
}
