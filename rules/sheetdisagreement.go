package rules

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

var sheetDisagreement = Rule{Name: "sheet-disagreement", Severity: Warning, Fix: Judgement, Check: checkSheetDisagreement}

func checkSheetDisagreement(c *Case) []Finding {
	c.listings()
	out := c.headDisagreements()
	c.findFirsts()
	for i, r := range c.risks {
		if first := c.firsts[i]; first != nil && first != r {
			out = append(out, c.riskDisagreements(first, r)...)
		}
	}
	for _, fu := range c.FollowUps {
		if fu.Collected || c.isRegister(&fu.Table) {
			continue
		}
		for j := range fu.Rows {
			out = append(out, c.planDisagreements(fu, &fu.Rows[j])...)
		}
	}
	return slices.Concat(out, c.reportDisagreements(), c.otherUnits())
}

// otherUnits tells of files that were not held against each other, though most of their
// risks are the same: each once, of the first other.
func (c *Case) otherUnits() []Finding {
	u := c.beside
	if u == nil {
		u = c.unitFiles
	}
	var out []Finding
	told := map[int32]bool{}
	for _, pair := range u.apart {
		here := c.unitFiles.valued[pair[1]]
		if here == nil || told[pair[1]] || c.beside == nil && !(u.whole[pair[0]] && u.whole[pair[1]]) {
			continue // the last: they were held against each other
		}
		told[pair[1]] = true
		f, other := c.tableFinding(&here.all[0].entry.Table, "other-unit"), u.valued[pair[0]].all[0].entry
		f.Path += "/other-unit"
		f.Severity = Info
		f.Args["other"] = other.At
		f.Related = []model.Source{other.At}
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}

// findFirsts finds for each risk the same one in an earlier table, once for all rules
// that ask.
func (c *Case) findFirsts() {
	if c.firsts != nil {
		return
	}
	known := newNumberings(len(c.Registers))
	c.firsts = make([]*riskRef, len(c.risks))
	for i, r := range c.risks {
		c.firsts[i] = c.firstOf(r, &known)
	}
	c.notHeld = known.left
}

// firstOf gives the risk of the first other table before this one that has the
// same: the same number, and of several with that number the one with the same
// text; without a number the same text. A table that numbers its risks for
// itself has none of them.
func (c *Case) firstOf(r *riskRef, known *numberings) *riskRef {
	candidates := c.byNumber[r.numberKey()]
	if r.numberKey() == "" {
		candidates = c.byEvent[model.Key(r.Event.V)]
	}
	own := c.board[r.At.Doc] // the numbers are the whole board's own, and the texts tell
	if own {
		candidates = c.sameInUnits(candidates, r.Event.V)
	}
	var first *riskRef
	unheld := 0
	for _, o := range candidates {
		if o.entry == r.entry || unheld > known.most {
			break
		}
		switch {
		case (!own || c.board[o.At.Doc]) && c.apart(known, o.entry, r.entry):
			if known.full(r.entry) {
				unheld++ // of 20,000 tables the others are not gone through for each risk
			}
			continue
		case model.Key(o.Event.V) == model.Key(r.Event.V):
			return o
		case first == nil:
			first = o
		case first.entry == o.entry:
			return nil // the number means two risks there, neither this one
		}
	}
	return first
}

// differs adds a finding at the later of two places that say different things.
func (c *Case) differs(f Finding, other model.Source, found, otherText string) Finding {
	f.Found, f.Expected = found, otherText
	f.Args["otherText"] = otherText
	f.Args["other"] = other
	f.Related = []model.Source{other}
	f.Fix = &Fix{Class: Judgement}
	return f
}

// riskDisagreements compares a risk with the same one in an earlier table.
// Where the texts have nothing in common the number means two risks, which is
// one fault and not one in every column.
func (c *Case) riskDisagreements(a, b *riskRef) []Finding {
	var out []Finding
	text := func(field model.Field, x, y model.Value[string]) {
		if x.OK && y.OK && model.Key(x.V) != model.Key(y.V) {
			out = append(out, c.differs(c.riskFinding(b, field, y.At, "differs"), x.At, y.V, x.V))
		}
	}
	text(model.FieldEvent, a.Event, b.Event)
	if len(out) > 0 && !alike(a.Event.V, b.Event.V) {
		return out
	}
	text(model.FieldArea, a.Area, b.Area)
	level := func(field model.Field, x, y *model.ScaleLevel, vx, vy model.Value[model.Level]) {
		if x != nil && y != nil && x.Value != y.Value {
			out = append(out, c.differs(c.riskFinding(b, field, vy.At, "differs"), vx.At, model.Clean(vy.Raw), model.Clean(vx.Raw)))
		}
	}
	if c.afterMeasures(&a.entry.Table) == c.afterMeasures(&b.entry.Table) {
		level(model.FieldLikelihood, a.verdict.Likelihood, b.verdict.Likelihood, a.Likelihood, b.Likelihood)
		level(model.FieldConsequence, a.verdict.Consequence, b.verdict.Consequence, a.Consequence, b.Consequence)
	}
	actions := c.crowds.actionsOf(b.Measures)
	for i := range b.Measures {
		m := &b.Measures[i]
		if other := c.crowds.matchMeasure(a.Measures, m.Action, actions); other != nil {
			out = append(out, c.measureDisagreements(other, m, func(field model.Field, at model.Source) Finding {
				return c.riskFinding(b, field, at, "differs")
			})...)
		}
	}
	return out
}

// afterMeasures reports whether the name or the title of a table says that it
// values the risks as they are after the measures.
func (c *Case) afterMeasures(t *model.Table) bool {
	if c.Settings.Vocabulary == nil {
		return false
	}
	text := t.Name
	for _, h := range t.Heads {
		text += " " + h.Title
	}
	words := " " + strings.Join(strings.FieldsFunc(model.Key(text), func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	return slices.ContainsFunc(c.Settings.Vocabulary.Second, func(phrase string) bool {
		return strings.Contains(words, " "+model.Key(phrase)+" ")
	})
}

// planDisagreements compares a row of a follow-up with the measure of the plan
// that it follows up.
func (c *Case) planDisagreements(fu *model.FollowUpTable, row *model.FollowUpRow) []Finding {
	r := c.planned(row)
	if r == nil {
		return nil
	}
	var out []Finding
	if row.Event.OK && r.Event.OK && model.Key(row.Event.V) != model.Key(r.Event.V) {
		f := c.followUpFinding(fu, row, model.FieldEvent, row.Event.At, "differs")
		out = append(out, c.differs(f, r.Event.At, row.Event.V, r.Event.V))
		if !alike(row.Event.V, r.Event.V) {
			return out
		}
	}
	m := c.crowds.matchMeasure(r.Measures, row.Action, c.actionsOfRows(fu, row))
	if m == nil {
		return out
	}
	own := &model.Measure{Action: row.Action, Owner: row.Owner, Reporting: row.Reporting}
	return append(out, c.measureDisagreements(m, own, func(field model.Field, at model.Source) Finding {
		return c.followUpFinding(fu, row, field, at, "differs")
	})...)
}

// planned gives the risk of a plan that a row of a follow-up means, nil for none: of
// those with its number, or without one its text, the first that says the same; else
// the first that the number may mean.
func (c *Case) planned(row *model.FollowUpRow) *riskRef {
	which := crowd{key: c.rowNumber(row)}
	candidates := c.byNumber[which.key]
	if which.key == "" {
		which = crowd{model.Key(row.Event.V), true}
		candidates = c.byEvent[which.key]
	}
	if c.board != nil && row.Event.OK {
		candidates = c.sameInUnits(candidates, row.Event.V)
	}
	var meant *riskRef
	if c.units && !row.Event.OK && !row.Unit.OK {
		meant = c.byMeasure(row)
	}
	if meant != nil {
		candidates = []*riskRef{meant}
	} else if len(candidates) > c.crowds.few {
		return c.crowds.plans.of(which, func() *plannedRisks { return c.newPlannedRisks(candidates) }).of(row)
	}
	same := slices.ContainsFunc(candidates, func(r *riskRef) bool { return r.entry.Plan && sameEvent(r, row) })
	for _, r := range candidates {
		if r.entry.Plan && !c.ambiguous(r, row) && (!same || sameEvent(r, row)) {
			return r
		}
	}
	return nil
}

// sameEvent reports whether a row of a follow-up names the risk's text.
func sameEvent(r *riskRef, row *model.FollowUpRow) bool {
	return row.Event.OK && r.Event.OK && model.Key(row.Event.V) == model.Key(r.Event.V)
}

// ambiguous reports whether the row's number means several risks of the
// register and its text, where it has one, says that this is not the one.
func (c *Case) ambiguous(r *riskRef, row *model.FollowUpRow) bool {
	if c.sameNumbers(r) < 2 {
		return false
	}
	if row.Event.OK {
		return model.Key(row.Event.V) != model.Key(r.Event.V)
	}
	for i := range r.Measures {
		if model.Key(r.Measures[i].Action.V) == model.Key(row.Action.V) {
			return false
		}
	}
	return true
}

func (c *Case) measureDisagreements(a, b *model.Measure, finding func(model.Field, model.Source) Finding) []Finding {
	var out []Finding
	text := func(field model.Field, x, y model.Value[string]) {
		if x.OK && y.OK && model.Key(x.V) != model.Key(y.V) {
			out = append(out, c.differs(finding(field, y.At), x.At, y.V, x.V))
		}
	}
	text(model.FieldAction, a.Action, b.Action)
	text(model.FieldOwner, a.Owner, b.Owner)
	if a.Reporting.OK && b.Reporting.OK && !sameList(a.Reporting.V, b.Reporting.V) {
		out = append(out, c.differs(finding(model.FieldReporting, b.Reporting.At), a.Reporting.At, model.Clean(b.Reporting.Raw), model.Clean(a.Reporting.Raw)))
	}
	return out
}

func sameList(a, b []string) bool {
	keys := func(list []string) []string {
		out := make([]string, len(list))
		for i, s := range list {
			out[i] = model.Key(s)
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	return slices.Equal(keys(a), keys(b))
}

// reported is what a follow-up says on one measure for one period.
type reported struct {
	row   *model.FollowUpRow
	value model.Value[string]
}

// reportDisagreements compares what each follow-up reports on a measure for a
// period with what the first one does.
func (c *Case) reportDisagreements() []Finding {
	var out []Finding
	first := map[string][]reported{}
	for _, fu := range c.FollowUps {
		if fu.Collected { // followup-collected compares them
			continue
		}
		var own []func()
		for i := range fu.Rows {
			row := &fu.Rows[i]
			for p, column := range fu.Periods {
				y := row.Reports[p]
				if !y.OK {
					continue
				}
				key := column.Key + " " + c.rowKey(row)
				at := slices.IndexFunc(first[key], func(o reported) bool { return sameRow(o.row, row) })
				if at < 0 {
					// Entered when the table is done: its own rows are not compared.
					own = append(own, func() { first[key] = append(first[key], reported{row, y}) })
					continue
				}
				if x := first[key][at].value; model.Key(x.V) != model.Key(y.V) {
					f := c.followUpFinding(fu, row, model.FieldPeriod, y.At, "report")
					f.Path += ":" + column.Key
					f.Args["period"] = column.Heading
					out = append(out, c.differs(f, x.At, y.V, x.V))
				}
			}
		}
		for _, enter := range own {
			enter()
		}
	}
	return out
}

// sameRow reports whether two rows of one risk follow up one measure.
func sameRow(a, b *model.FollowUpRow) bool {
	return !a.Action.OK || !b.Action.OK || alike(a.Action.V, b.Action.V)
}
