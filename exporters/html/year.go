package html

import (
	"cmp"
	"strconv"

	"riskbok/rules/model"
)

// year is how the year has gone: what was reported, the money, and how it was in
// the years before.
type year struct {
	FollowUps []followUp
	Money     []money
	Trends    []trend
}

// Any reports whether there is anything to tell.
func (y year) Any() bool { return len(y.FollowUps)+len(y.Money)+len(y.Trends) > 0 }

// followUp is one follow-up table by period.
type followUp struct {
	Title   string
	Periods []period
	Rows    []reported
}

// period is how much of a period was reported: Width is of a bar of 100.
type period struct {
	Key, Text string
	Width     string
}

// reported is one measure and what was reported on it, by period.
type reported struct {
	Number  text
	About   text
	Reports []text
}

func (w *writer) year() year {
	var y year
	seen := map[string]bool{}
	for _, b := range w.r.Books {
		title := w.boardName(b.Board, b.Year)
		for _, t := range b.FollowUps {
			if len(t.Periods) > 0 && len(t.Rows) > 0 {
				y.FollowUps = append(y.FollowUps, w.followUp(title, t))
			}
		}
		for _, t := range b.Budgets {
			if m := w.money(title, t); m != nil && !seen[m.key()] {
				seen[m.key()] = true
				y.Money = append(y.Money, *m)
			}
		}
	}
	y.Trends = w.trends()
	return y
}

func (w *writer) followUp(title string, t *model.FollowUpTable) followUp {
	out := followUp{Title: w.cat.T("html.in-place", "title", title, "place", w.sheetTitle(t.At))}
	filled := make([]int, len(t.Periods))
	for i := range t.Rows {
		k := &t.Rows[i]
		one := reported{Number: cut(oneLine(k.Number.Raw)), About: cut(cmp.Or(k.Action.Raw, k.Event.Raw))}
		for j := range t.Periods {
			raw := ""
			if j < len(k.Reports) {
				raw = k.Reports[j].Raw
			}
			if raw != "" {
				filled[j]++
			}
			one.Reports = append(one.Reports, cut(raw))
		}
		out.Rows = append(out.Rows, one)
	}
	for j, c := range t.Periods {
		key := cmp.Or(c.Key, oneLine(c.Heading))
		out.Periods = append(out.Periods, period{
			Key: key, Text: w.cat.T("html.period", "n", filled[j], "of", len(t.Rows)), Width: strconv.Itoa(100 * filled[j] / len(t.Rows)),
		})
	}
	return out
}
