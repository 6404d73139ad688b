package rules

import (
	"regexp"
	"sync"
	"unicode/utf8"

	"riskbok/rules/model"
)

var followUpMissing = Rule{Name: "followup-missing", Severity: Warning, Fix: Judgement, Check: checkFollowUpMissing}

func checkFollowUpMissing(c *Case) []Finding {
	var out []Finding
	awaited := c.awaited()
	for _, fu := range c.FollowUps {
		if fu.Collected || plannedPeriods(fu) {
			continue
		}
		for p := range fu.Periods {
			out = append(out, c.missingPeriod(fu, p, awaited)...)
		}
	}
	return out
}

// plannedPeriods reports whether the periods of a table say when something is to be
// done, as a plan's quarters do, and not what was reported: nothing but crosses or
// dates stands in them, and many risks with one in a later period have none in one
// before it, in which others have. Reports would come one period after the other.
func plannedPeriods(fu *model.FollowUpTable) bool {
	used := make([]bool, len(fu.Periods))
	for i := range fu.Rows {
		for p, v := range fu.Rows[i].Reports {
			if !v.Says() {
				continue
			}
			if used[p] = true; utf8.RuneCountInString(model.Clean(v.V)) > 1 && !plainDate().MatchString(model.Clean(v.V)) {
				return false
			}
		}
	}
	marked, skipping := 0, 0
	for i := range fu.Rows {
		last, skips, skipped := -1, false, false
		for p, v := range fu.Rows[i].Reports {
			switch {
			case v.Says():
				last, skips = p, skips || skipped
			case used[p]:
				skipped = true
			}
		}
		if last >= 0 {
			marked++
		}
		if skips {
			skipping++
		}
	}
	return skipping >= plannedRows && float64(skipping) >= plannedShare*float64(marked)
}

// The risks that skip a period from which its marks are a plan, the fewest and their
// share of those that have a mark: forgotten reports are fewer.
const (
	plannedRows  = 3
	plannedShare = 1. / 3
)

var plainDate = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\d{4}-\d\d(-\d\d)?$`)
})

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
