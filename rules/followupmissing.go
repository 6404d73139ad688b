package rules

import "riskbok/rules/model"

var followUpMissing = Rule{Name: "followup-missing", Severity: Warning, Fix: Judgement, Check: checkFollowUpMissing}

func checkFollowUpMissing(c *Case) []Finding {
	var out []Finding
	awaited := c.awaited()
	for _, fu := range c.FollowUps {
		if fu.Collected {
			continue
		}
		for p := range fu.Periods {
			out = append(out, c.missingPeriod(fu, p, awaited)...)
		}
	}
	return out
}

// missingPeriod finds the risks on which nothing is reported for a period that
// others report on, or that is due. A risk with several measures is reported
// on where one of them is, or where its owner's report only awaits to be put
// in, which followup-collected tells of.
func (c *Case) missingPeriod(fu *model.FollowUpTable, p int, awaited map[model.Source]bool) []Finding {
	filled := map[string]bool{}
	any := false
	for i := range fu.Rows {
		if v := fu.Rows[i].Reports[p]; v.Says() {
			filled[c.rowKey(&fu.Rows[i])] = true
			any = true
		} else if awaited[v.At] {
			filled[c.rowKey(&fu.Rows[i])] = true
		}
	}
	variant := "others"
	end, due := c.due(fu.Periods[p].Key)
	if !any {
		if !due {
			return nil
		}
		variant = "due"
	}
	var out []Finding
	for i := range fu.Rows {
		row := &fu.Rows[i]
		if filled[c.rowKey(row)] {
			continue
		}
		filled[c.rowKey(row)] = true
		if c.accepted(row) {
			continue
		}
		f := c.followUpFinding(fu, row, model.FieldPeriod, row.Reports[p].At, variant)
		f.Path += ":" + fu.Periods[p].Key
		f.Args["period"] = fu.Periods[p].Heading
		f.Args["date"] = end.String()
		f.Fix = &Fix{Class: Judgement}
		out = append(out, f)
	}
	return out
}

// accepted reports whether a row is about a risk that needs no place in the
// plan, on which nothing need be reported.
func (c *Case) accepted(row *model.FollowUpRow) bool {
	r := c.twin(c.rowNumber(row), row.Event.V, nil)
	if r == nil {
		return false
	}
	t := c.governing(r)
	return t != nil && !t.InPlan
}

// due gives the last day of a period, the end of its month in the book's year,
// if that has passed on the day the user named.
func (c *Case) due(period string) (model.Date, bool) {
	asOf := c.Settings.AsOf
	if asOf == (model.Date{}) || c.Year == 0 || c.Settings.Vocabulary == nil {
		return model.Date{}, false
	}
	for _, p := range c.Settings.Vocabulary.Periods {
		if p.Key == period {
			end := model.Date{Year: c.Year, Month: p.Month, Day: lastDay(c.Year, p.Month)}
			return end, !asOf.Before(end)
		}
	}
	return model.Date{}, false
}

func lastDay(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
