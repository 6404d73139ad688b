package rules

import (
	"time"

	"riskbok/rules/model"
)

var weekday = Rule{Name: "weekday", Severity: Warning, Fix: Judgement, Check: checkWeekday}

func checkWeekday(c *Case) []Finding { return weekdays(c.Meetings) }

// weekdays finds the dates beside which the wrong weekday is printed. The
// right one is a field of the catalogue ("weekday.2"), since its name is that
// of the reader's language.
func weekdays(meetings []*model.Meeting) []Finding {
	var out []Finding
	for _, m := range meetings {
		for i := range m.Days {
			d := &m.Days[i]
			if !d.Weekday.OK || !d.Date.OK {
				continue
			}
			right := weekdayOf(d.Date.V)
			if right == d.Weekday.V {
				continue
			}
			f := meetingFinding(m, "wrong", "days/"+d.Date.V.String())
			f.At = d.At
			f.Found = d.Weekday.Raw + " " + d.Date.Raw
			f.Args["date"] = d.Date.V.String()
			f.Args["weekday"] = model.Field(weekdayKeys[right])
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

// weekdayKeys are the names of the weekdays in the catalogue, Monday at 1.
var weekdayKeys = [...]string{1: "weekday.1", 2: "weekday.2", 3: "weekday.3", 4: "weekday.4", 5: "weekday.5", 6: "weekday.6", 7: "weekday.7"}

// weekdayOf gives the weekday of a date, Monday 1.
func weekdayOf(d model.Date) int {
	n := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday())
	return (n+6)%7 + 1
}

// meetingFinding starts a finding about a meeting. The identity follows board
// and year in its path.
func meetingFinding(m *model.Meeting, variant, identity string) Finding {
	f := Finding{Variant: variant, At: m.At, Board: m.Board.V, Year: m.Date.V.Year, Args: map[string]any{}}
	f.Path = meetingPath(f.Board, f.Year) + "/" + identity
	return f
}
