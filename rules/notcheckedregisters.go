package rules

import (
	"slices"
	"strconv"

	"riskbok/rules/model"
)

// notJudged tells which part of the judgement of a register is lost: no column
// of values, no levels, no scale, no thresholds, a column that was mostly not
// understood. A table that values nothing, as a plan beside its analysis, has
// nothing to lose.
func (c *Case) notJudged(e *model.Entry) []Finding {
	if len(e.Risks) == 0 {
		return nil
	}
	out := append(c.valuationsWithoutLevels(e), c.formulasWithoutResult(e)...)
	if f := c.columnsMissing(e); f != nil {
		return append(out, *f)
	}
	if f := c.scaleMissing(e); f != nil {
		return append(out, *f)
	}
	return append(out, c.columnsNotUnderstood(e)...)
}

// valuationsWithoutLevels tells of further valuations, as of what risk remains
// after the measures, whose values stand without levels.
func (c *Case) valuationsWithoutLevels(e *model.Entry) []Finding {
	var out []Finding
	for i := range e.Valuations {
		v := &e.Valuations[i]
		score := v.Column(model.FieldScore)
		if score == nil || v.Has(model.FieldLikelihood) || v.Has(model.FieldConsequence) || len(v.Consequences) > 0 {
			continue
		}
		written := slices.ContainsFunc(e.Risks, func(r model.Risk) bool { return i < len(r.Valuations) && r.Valuations[i].Score.OK })
		if !written {
			continue
		}
		f := c.tableFinding(&e.Table, "no-levels-valuation")
		f.Path += "/no-levels/" + v.Key
		f.At = score.At
		f.Args["valuation"], f.Args["columns"] = v.Name, []model.Column{*score}
		out = append(out, f)
	}
	return out
}

// columnsMissing tells of a register that is valued in part: levels without
// values, or values or treatments without levels. It is silent where another
// table of the book values the same risks, and where the cause has been told.
func (c *Case) columnsMissing(e *model.Entry) *Finding {
	if !e.Analysis {
		return nil // a plan that repeats a value is not where risks are valued
	}
	likelihood, consequence := c.written(e, model.FieldLikelihood), c.written(e, model.FieldConsequence)
	value, treatment := c.written(e, model.FieldScore), c.written(e, model.FieldTreatment)
	var f Finding
	switch {
	case likelihood && consequence && !e.Has(model.FieldScore):
		guess := c.valueGuess(e)
		if guess == nil && treatment && (e.Scale == nil || len(e.Scale.Treatments) > 0) {
			return nil // the levels are judged by the treatment, or for want of a scale neither is; nothing else can be the value
		}
		f = c.tableFinding(&e.Table, "no-value")
		if guess != nil {
			likely := *guess
			likely.Field = model.FieldScore
			f.Args["guess"], f.Args["map"] = []model.Column{likely}, []binding{{guess.At, model.FieldScore}}
		}
	case (value || treatment) && !e.Has(model.FieldLikelihood) && !e.Has(model.FieldConsequence):
		f = c.tableFinding(&e.Table, "no-levels")
		if !value {
			f.Variant = "no-levels-treatment"
		}
	case value && !e.Has(model.FieldLikelihood):
		f = c.tableFinding(&e.Table, "no-level")
		f.Args["field"] = model.FieldLikelihood
	case value && !e.Has(model.FieldConsequence):
		f = c.tableFinding(&e.Table, "no-level")
		f.Args["field"] = model.FieldConsequence
	default:
		return nil
	}
	if c.valuingToldUnclear(e) || c.valuedElsewhere(e) {
		return nil
	}
	f.Path += "/" + f.Variant
	return &f
}

// scaleMissing tells of levels without a scale, and of treatments without
// thresholds, unless the scale was stated and could not be read, which says it.
func (c *Case) scaleMissing(e *model.Entry) *Finding {
	variant := ""
	switch {
	case !c.written(e, model.FieldLikelihood) && !c.written(e, model.FieldConsequence):
	case e.Scale == nil:
		variant = "no-scale"
	case len(e.Scale.Treatments) == 0 && (c.written(e, model.FieldTreatment) || e.Scale.Origin == model.OriginDefault && e.Scale.TreatmentsUnsure):
		if variant = "no-thresholds"; !e.Scale.Disputed[0].IsZero() {
			variant = "disputed-thresholds"
		}
	}
	if variant == "" {
		return nil
	}
	for i := range c.NotChecked {
		if n := &c.NotChecked[i]; n.Why == model.UnreadScale && n.At.Doc == e.At.Doc {
			return nil
		}
	}
	f := c.tableFinding(&e.Table, variant)
	f.Path += "/" + variant
	return &f
}

// columnsNotUnderstood tells of the columns of a register whose cells were
// mostly not understood.
func (c *Case) columnsNotUnderstood(e *model.Entry) []Finding {
	var out []Finding
	for _, field := range []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore} {
		share := c.share(e, field)
		column := e.Column(field)
		if column == nil || !share.mostlyLost() {
			continue
		}
		f := c.tableFinding(&e.Table, "levels-column")
		if field == model.FieldScore {
			f.Variant = "values-column"
		} else {
			axis := &e.Scale.Likelihood
			if field == model.FieldConsequence {
				axis = &e.Scale.Consequence
			}
			f.Args["levels"] = axisText(axis)
			f.scaleOrigin(e.Scale)
		}
		f.Path += "/" + string(field)
		f.At, f.Found = share.first.At, model.Clean(share.first.V)
		f.Args["field"], f.Args["columns"], f.Args["n"], f.Args["of"] = field, []model.Column{*column}, share.lost, share.of
		out = append(out, f)
	}
	return out
}

// written reports whether a register has a column for a field and a risk with
// something in it.
func (c *Case) written(e *model.Entry, field model.Field) bool {
	if !e.Has(field) {
		return false
	}
	for i := range e.Risks {
		r := &e.Risks[i]
		says := false
		switch field {
		case model.FieldLikelihood:
			says = r.Likelihood.Says()
		case model.FieldConsequence:
			says = r.Consequence.Says()
		case model.FieldScore:
			says = r.Score.Says() || r.Score.Raw != ""
		case model.FieldTreatment:
			says = r.Treatment.Says()
		}
		if says {
			return true
		}
	}
	return false
}

// valuingToldUnclear reports whether a finding of its own says already that
// columns of the register's valuation could not be told apart.
func (c *Case) valuingToldUnclear(e *model.Entry) bool {
	for _, u := range e.Unclear {
		switch u.Field {
		case model.FieldLikelihood, model.FieldConsequence, model.FieldScore:
			return true
		}
	}
	for i := range c.NotChecked {
		n := &c.NotChecked[i]
		ofTable := n.At.Doc == e.At.Doc && n.At.Place == e.At.Place && n.Table == e.Name
		if ofTable && n.Part && (n.Why == model.UnclearColumns || n.Why == model.UnknownForm || n.Why == model.NotUnderstood) {
			return true
		}
	}
	return false
}

// valuedElsewhere reports whether other tables of the book value most of the
// register's risks on two valid levels. One that repeats values is judged by these
// itself, see [Case.borrow], or holds values that nobody has judged.
func (c *Case) valuedElsewhere(e *model.Entry) bool {
	n := 0
	for _, r := range c.byEntry[e] {
		if r.lender != nil || !e.Has(model.FieldScore) && c.valuedTwin(r) {
			n++
		}
	}
	return share{lost: n, of: len(e.Risks)}.isMost()
}

func (c *Case) valuedTwin(r *riskRef) bool {
	var twins []*riskRef
	if k := r.numberKey(); k != "" {
		twins = c.byNumber[k]
	} else if r.Event.OK {
		twins = c.byEvent[model.Key(r.Event.V)]
	}
	for _, twin := range twins[:min(len(twins), maxTwins)] {
		if twin.entry != r.entry && twin.verdict.Valued && twin.entry.Has(model.FieldScore) {
			return true
		}
	}
	return false
}

// valueGuess gives the column that is likeliest the register's value where
// none was bound to it: the first that an importer weighed for it, else that of
// the left-over numbers which fits the scale in most rows; nil for none.
func (c *Case) valueGuess(e *model.Entry) *model.Column {
	for i := range e.Refused {
		if e.Refused[i].Field == model.FieldScore {
			return &e.Refused[i]
		}
	}
	if e.Scale == nil {
		return nil
	}
	rows := map[int32]bool{}
	for i := range e.Risks {
		rows[e.Risks[i].At.Row] = true
	}
	fits, best := map[int32]int{}, int32(0)
	for _, u := range c.Unread {
		if u.At.Doc != e.At.Doc || u.At.Place != e.At.Place || !rows[u.At.Row] {
			continue
		}
		if n, err := strconv.Atoi(u.V); err != nil || !e.Scale.Possible(n) {
			continue
		}
		if fits[u.At.Col]++; best == 0 || fits[u.At.Col] > fits[best] {
			best = u.At.Col
		}
	}
	if !(share{lost: fits[best], of: len(e.Risks)}).isMost() {
		return nil
	}
	return &model.Column{Field: model.FieldScore, At: model.Source{Doc: e.At.Doc, Place: e.At.Place, Row: e.At.Row, Col: best}}
}
