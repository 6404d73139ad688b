package rules

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

var followUpCollected = Rule{Name: "followup-collected", Severity: Info, Fix: Safe, Check: checkFollowUpCollected}

// followCell is where the follow-up has one measure's report of one period.
type followCell struct {
	table  *model.FollowUpTable
	row    *model.FollowUpRow
	period int
}

// delivered is a report that an owner wrote on her sheet: where it stands, and
// the cell of the follow-up that it belongs in. Of that one only the table is
// known where it has no row for the measure, and only table and row where it
// lacks the period.
type delivered struct {
	value  model.Value[string]
	sheet  *model.FollowUpTable
	row    *model.FollowUpRow
	period int // of the sheet
	to     followCell
	doubt  bool               // the row contradicts itself, see [Contradiction]
	text   *model.FollowUpRow // the row of the follow-up that its texts say; nil: none
}

// deliveries matches the reports of the sheets with the follow-up, and where
// that lies in several tables with the first that has the measure, the one that
// is followed before the others. Without a follow-up there are none.
func (c *Case) deliveries() []delivered {
	lead := LeadFollowUp(c.FollowUps)
	if lead == nil || !slices.ContainsFunc(c.FollowUps, func(fu *model.FollowUpTable) bool { return fu.Collected }) {
		return nil
	}
	var cells []followCell
	var have []Followed
	add := func(fu *model.FollowUpTable) {
		for i := range fu.Rows {
			cells = append(cells, followCell{fu, &fu.Rows[i], -1})
			have = append(have, c.followed(&fu.Rows[i]))
		}
	}
	add(lead)
	for _, fu := range c.FollowUps {
		if fu != lead && !fu.Collected {
			add(fu)
		}
	}
	var out []delivered
	for _, fu := range c.FollowUps {
		if fu.Collected {
			out = append(out, c.deliveredOn(fu, have, cells, lead)...)
		}
	}
	return out
}

func (c *Case) deliveredOn(sheet *model.FollowUpTable, have []Followed, cells []followCell, lead *model.FollowUpTable) []delivered {
	var out []delivered
	rows := make([]Followed, len(sheet.Rows))
	for i := range sheet.Rows {
		rows[i] = c.followed(&sheet.Rows[i])
	}
	for i, at := range MatchMeasures(have, rows) {
		for p, v := range sheet.Rows[i].Reports {
			if !v.OK {
				continue
			}
			d := delivered{value: v, sheet: sheet, row: &sheet.Rows[i], period: p, to: followCell{table: lead, period: -1}}
			if at >= 0 {
				d.to = cells[at]
				text, is := Contradiction(have, rows[i], at)
				if d.doubt = is; is && text >= 0 {
					d.text = cells[text].row
				}
				d.to.period = slices.IndexFunc(d.to.table.Periods, func(o model.Column) bool { return samePeriod(o, sheet.Periods[p]) })
			}
			out = append(out, d)
		}
	}
	return out
}

// followed gives what a row says of its measure; a risk's text that stands only
// in the plan is taken from there.
func (c *Case) followed(row *model.FollowUpRow) Followed {
	f := Followed{Number: row.Number.V, Event: row.Event.V, Action: row.Action.V, Owner: row.Owner.V}
	if f.Event == "" {
		if r := c.twin(c.rowNumber(row), "", nil); r != nil {
			f.Event = r.Event.V
		} else if r := c.byMeasure(row); r != nil {
			f.Event = r.Event.V
		}
	}
	return f
}

// byMeasure gives the one risk of those with a row's number that has its action with
// its owner, where units number for themselves and the row does not say which it is
// of; nil where there is none or several.
func (c *Case) byMeasure(row *model.FollowUpRow) *riskRef {
	var found *riskRef
	for _, r := range c.byNumber[c.rowNumber(row)] {
		if !slices.ContainsFunc(r.Measures, func(m model.Measure) bool {
			return m.Action.OK && m.Owner.OK && model.Key(m.Action.V) == model.Key(row.Action.V) && model.Key(m.Owner.V) == model.Key(row.Owner.V)
		}) {
			continue
		}
		if found != nil && model.Key(found.Event.V) != model.Key(r.Event.V) {
			return nil
		}
		found = r
	}
	return found
}

func samePeriod(a, b model.Column) bool { return periodKey(a) == periodKey(b) }

func periodKey(c model.Column) string {
	if c.Key != "" {
		return c.Key
	}
	return model.Key(c.Heading)
}

// awaited gives the cells of the follow-up whose report an owner has delivered,
// though it does not stand there yet.
func (c *Case) awaited() map[model.Source]bool {
	out := map[model.Source]bool{}
	for _, d := range c.deliveries() {
		if d.to.period >= 0 {
			out[d.to.report().At] = true
		}
	}
	return out
}

func (t followCell) report() model.Value[string] { return t.row.Reports[t.period] }

func checkFollowUpCollected(c *Case) []Finding {
	out := c.unreached()
	byCell := map[model.Source]int{} // → its finding
	for _, d := range c.deliveries() {
		if d.to.period < 0 {
			out = append(out, c.homeless(d))
			continue
		}
		there := d.to.report()
		if there.OK && model.Key(there.V) == model.Key(d.value.V) {
			continue
		}
		if i, ok := byCell[there.At]; ok {
			secondDelivery(&out[i], d)
			continue
		}
		f := c.followUpFinding(d.to.table, d.to.row, model.FieldPeriod, there.At, "collected")
		f.Path += ":" + periodKey(d.to.table.Periods[d.to.period])
		f.Args["period"], f.Args["other"] = d.to.table.Periods[d.to.period].Heading, d.value.At
		f.Found, f.Expected = there.V, d.value.V // a mark of nothing, "–", is nothing
		f.Related = []model.Source{d.value.At}
		f.Fix = &Fix{Class: Safe, Edits: []Edit{{At: there.At, Kind: SetText, Old: there.Raw, New: d.value.V, Result: d.value.V}}}
		if there.Says() || there.Formula != "" {
			f.Variant, f.Severity, f.Fix = "differs", Warning, &Fix{Class: Judgement}
		}
		if d.doubt {
			contradict(&f, d)
		}
		byCell[there.At] = len(out)
		out = append(out, f)
	}
	return out
}

// contradict says that the row of a report names one measure by its number and
// another by its texts.
func contradict(f *Finding, d delivered) {
	f.Variant, f.Severity, f.Fix = "contradicts", Warning, &Fix{Class: Judgement}
	f.Args["number"] = d.row.Number.V
	if d.text != nil {
		f.Args["here"] = firstSaid(d.text.Number, d.text.Event, d.text.Action)
		return
	}
	f.Variant, f.Args["text"] = "other-text", d.row.Event.V
}

func firstSaid(values ...model.Value[string]) string {
	for _, v := range values {
		if v.OK && v.V != "" {
			return v.V
		}
	}
	return ""
}

// unreached finds the sheets whose reports nothing that was read has a follow-up
// for: one for each sheet and period.
func (c *Case) unreached() []Finding {
	if LeadFollowUp(c.FollowUps) != nil || len(c.Registers) == 0 && !c.plans {
		return nil
	}
	var out []Finding
	for _, fu := range c.FollowUps {
		for p := range fu.Periods {
			f := c.tableFinding(&fu.Table, "no-follow-up")
			f.Path += "/" + periodKey(fu.Periods[p])
			f.Severity, f.Fix = Warning, &Fix{Class: Judgement}
			f.Args["period"] = fu.Periods[p].Heading
			for i := range fu.Rows {
				if v := fu.Rows[i].Reports[p]; v.OK {
					f.Related = append(f.Related, v.At)
				}
			}
			if len(c.Registers) > 0 {
				f.Args["plan"] = c.Registers[0].At
			} else {
				f.Variant, f.Args["whose"] = "no-plan", whose(c.Board, c.Year)
			}
			if fu.Collected && len(f.Related) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// whose names a board's year; what is not known of it is left out.
func whose(board string, year int) string {
	if year == 0 {
		return board
	}
	return strings.TrimSpace(board + " " + strconv.Itoa(year))
}

// secondDelivery notes that a further sheet has a report for the same cell:
// where it is another one, people must choose.
func secondDelivery(f *Finding, d delivered) {
	f.Related = append(f.Related, d.value.At)
	if f.Variant == "collected" && model.Key(f.Expected) != model.Key(d.value.V) {
		f.Variant, f.Severity, f.Fix = "several", Warning, &Fix{Class: Judgement}
		f.Args["second"], f.Args["secondAt"] = d.value.V, d.value.At
	}
}

// homeless finds a report that the follow-up has no cell for.
func (c *Case) homeless(d delivered) Finding {
	variant := "no-row"
	if d.to.row != nil {
		variant = "no-period"
	}
	f := c.followUpFinding(d.sheet, d.row, model.FieldPeriod, d.value.At, variant)
	f.Path += ":" + periodKey(d.sheet.Periods[d.period])
	f.Severity = Warning
	f.Found = d.value.V
	f.Args["period"], f.Args["followUp"] = d.sheet.Periods[d.period].Heading, d.to.table.Name
	f.Related = []model.Source{d.to.table.At}
	f.Fix = &Fix{Class: Judgement}
	return f
}
