package rewrite_test

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"riskbok/cmd/internal/rewrite"
	"riskbok/config"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// said is one thing that a plan says: where, in which field, and what.
type said struct {
	place string
	field model.Field
	text  string
}

// teller lists what a model says, field by field, as it is after safe fixes.
type teller struct {
	words *model.Vocabulary
	fixed bool // value and treatment as they follow from the levels
	typed bool // but words that stand for a value stay, and what begins with the treatment: to replace them is for people
	out   []said
}

func newTeller(fixed bool) *teller { return &teller{words: config.Vocabulary(), fixed: fixed} }

func (t *teller) say(place string, f model.Field, text string) {
	t.out = append(t.out, said{place, f, text})
}

func (t *teller) text(place string, f model.Field, v model.Value[string]) {
	t.say(place, f, rewrite.Kept(v, t.words))
}

// register lists a register's risks on a scale.
func (t *teller) register(r *model.Register, s *model.Scale) {
	for i := range r.Risks {
		k := &r.Risks[i]
		place := "risk " + strconv.Itoa(i)
		t.text(place, model.FieldNumber, k.Number)
		t.text(place, model.FieldArea, k.Area)
		t.text(place, model.FieldEvent, k.Event)
		l, c := s.Likelihood.Find(k.Likelihood.V), s.Consequence.Find(k.Consequence.V)
		t.say(place, model.FieldLikelihood, level(l, k.Likelihood))
		t.say(place, model.FieldConsequence, level(c, k.Consequence))
		t.value(place, k, s, l, c)
		for j := range k.Measures {
			t.measure(fmt.Sprintf("risk %d, measure %d", i, j), &k.Measures[j])
		}
	}
}

// level gives a level by the scale's label, else as it is written.
func level(on *model.ScaleLevel, v model.Value[model.Level]) string {
	if v.OK && on != nil {
		return "level " + strconv.Itoa(on.Value)
	}
	return rewrite.KeptRaw(v.Raw)
}

func (t *teller) value(place string, k *model.Risk, s *model.Scale, l, c *model.ScaleLevel) {
	score, treatment := rewrite.KeptRaw(k.Score.Raw), rewrite.Kept(k.Treatment, t.words)
	if k.Score.OK {
		score = strconv.Itoa(k.Score.V)
	}
	judged := t.fixed && k.Likelihood.OK && k.Consequence.OK && l != nil && c != nil
	if t.typed && judged && (scales.Contradicts(k.Likelihood.V, l) || scales.Contradicts(k.Consequence.V, c)) {
		first := &k.Assessment
		v := scales.Judge(s, first)
		judged, l, c = !v.Disputed, v.Likelihood, v.Consequence
	}
	if judged {
		v := s.Score(l.Value, c.Value)
		if !t.typed || k.Score.OK || !strings.ContainsFunc(score, unicode.IsLetter) {
			score = strconv.Itoa(v)
		}
		if to := s.Treatment(v); to != nil && !(t.typed && model.LeadingWord(treatment) == model.LeadingWord(to.Label)) {
			treatment = to.Label
		}
	}
	t.say(place, model.FieldScore, score)
	t.say(place, model.FieldTreatment, treatment)
}

func (t *teller) measure(place string, m *model.Measure) {
	t.text(place, model.FieldPlanNumber, m.Number)
	t.text(place, model.FieldDirection, m.Direction)
	t.text(place, model.FieldAction, m.Action)
	cost := rewrite.KeptRaw(m.Cost.Raw)
	if m.Cost.OK {
		cost = m.Cost.V.String()
	}
	t.say(place, model.FieldCost, cost)
	t.text(place, model.FieldOwner, m.Owner)
	t.say(place, model.FieldReporting, t.list(m.Reporting))
}

func (t *teller) list(v model.Value[[]string]) string {
	if !v.OK {
		return rewrite.Kept(model.Value[string]{Raw: v.Raw}, t.words)
	}
	var parts []string
	for _, p := range v.V {
		if p = rewrite.Kept(model.Text(p, model.Source{}), t.words); p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, " / ")
}

func (t *teller) followUp(f *model.FollowUpTable) {
	for i := range f.Rows {
		r := &f.Rows[i]
		place := "follow-up " + strconv.Itoa(i)
		t.text(place, model.FieldNumber, r.Number)
		t.text(place, model.FieldDirection, r.Direction)
		t.text(place, model.FieldAction, r.Action)
		t.text(place, model.FieldOwner, r.Owner)
		t.say(place, model.FieldReporting, t.list(r.Reporting))
		for j, v := range r.Reports {
			t.text(place+" "+f.Periods[j].Key, model.FieldPeriod, v)
		}
	}
}

// differences compares what was said over the fields that both have.
func differences(want, got []said, has func(model.Field) bool) []string {
	var out []string
	w, g := fields(want, has), fields(got, has)
	for i := range max(len(w), len(g)) {
		switch {
		case i >= len(g):
			out = append(out, fmt.Sprintf("%d values, want %d; the first missing is %s %s %.80q", len(g), len(w), w[i].place, w[i].field, w[i].text))
			return out
		case i >= len(w):
			out = append(out, fmt.Sprintf("%d values, want %d; the first more is %s %s %.80q", len(g), len(w), g[i].place, g[i].field, g[i].text))
			return out
		case w[i] != g[i]:
			out = append(out, fmt.Sprintf("%s %s is %s %s, want %s", w[i].place, w[i].field, g[i].place, around(g[i].text, w[i].text), around(w[i].text, g[i].text)))
			if w[i].place != g[i].place || len(out) > 3 {
				return out
			}
		}
	}
	return out
}

func fields(all []said, has func(model.Field) bool) []said {
	var out []said
	for _, s := range all {
		if has(s.field) {
			out = append(out, s)
		}
	}
	return out
}

// around quotes a text from where it differs from another.
func around(s, other string) string {
	n := 0
	for n < len(s) && n < len(other) && s[n] == other[n] {
		n++
	}
	return fmt.Sprintf("%d bytes, from %d: %.60q", len(s), n, s[max(0, n-20):])
}
