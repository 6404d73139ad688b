package controlplan

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// openMeasure is a measure that the follow-up tells nothing of, and how that
// is said: a key of the catalogue and its args. Without a number or an action
// it stands for the whole follow-up.
type openMeasure struct {
	number, event, action string
	why                   string
	args                  []any
}

// openMeasures lists the measures of the follow-up that nothing was reported
// on, or only that there is nothing to report: ever, or in a period that was due
// for them. Periods that nobody has reported in are not begun. A follow-up
// without any report is one entry.
func (p *plan) openMeasures(cat *lang.Catalog) []openMeasure {
	if p.follow == nil || p.follow.fresh {
		return nil
	}
	begun := slices.DeleteFunc(slices.Clone(p.follow.periods), func(period string) bool {
		return !slices.ContainsFunc(p.follow.rows, func(r *followRow) bool { return r.reports[period] != "" })
	})
	if len(begun) == 0 {
		return []openMeasure{{why: "controlplan.open.nobody"}}
	}
	none := nothings(cat)
	var out []openMeasure
	for _, r := range p.follow.rows {
		due := dueIn(begun, p.reportingOf(r))
		told := "" // the last period that something was reported in
		var gaps []string
		for _, period := range begun {
			switch text := r.reports[period]; {
			case !none[nothingKey(text)]:
				told = period
			case text != "":
				gaps = append(gaps, cat.T("controlplan.open.period", "period", period, "text", text))
			case due[period]:
				gaps = append(gaps, period)
			}
		}
		m := openMeasure{number: r.number, event: r.event, action: r.action}
		switch only := firstFilled(r.reports, begun); {
		case told == "" && only == "":
			m.why = "controlplan.open.never"
		case told == "":
			m.why, m.args = "controlplan.open.only", []any{"text", only}
		case len(gaps) > 0:
			m.why, m.args = "controlplan.open.gaps", []any{"periods", strings.Join(gaps, ", "), "last", told, "text", abridged(r.reports[told])}
		default:
			continue
		}
		out = append(out, m)
	}
	return out
}

// nothings are the keys of the texts that report nothing, the empty one among
// them.
func nothings(cat *lang.Catalog) map[string]bool {
	out := map[string]bool{"": true}
	for _, text := range strings.Split(cat.T("controlplan.open.nothings"), ";") {
		out[nothingKey(text)] = true
	}
	return out
}

func nothingKey(s string) string { return model.Key(strings.Trim(s, " .-–—\u00a0\n\t")) }

// dueIn gives the periods in which a measure is to be reported: those that its
// reporting names, all where it names none of them.
func dueIn(periods []string, reporting string) map[string]bool {
	due := map[string]bool{}
	for _, period := range periods {
		for part := range strings.SplitSeq(reporting, ",") {
			if model.Key(part) == model.Key(period) {
				due[period] = true
			}
		}
	}
	if len(due) == 0 {
		for _, period := range periods {
			due[period] = true
		}
	}
	return due
}

// reportingOf is when a row of the follow-up is to be reported: as it says
// itself, else as the plan's measure says.
func (p *plan) reportingOf(r *followRow) string {
	return cmp.Or(r.reporting, p.measureOf(r).reporting)
}

// measureOf gives the plan's measure that a row of the follow-up is about: the
// one of its number with its action, else the first of its number.
func (p *plan) measureOf(r *followRow) measure {
	if p.numbered == nil {
		p.numbered = map[string][]*measure{}
		for _, risk := range p.risks {
			for i := range risk.measures {
				m := &risk.measures[i]
				key := model.NumberKey(cmp.Or(m.number, risk.number))
				p.numbered[key] = append(p.numbered[key], m)
			}
		}
	}
	mine := p.numbered[model.NumberKey(r.number)]
	for _, m := range mine {
		if model.Key(m.action) == model.Key(r.action) {
			return *m
		}
	}
	if len(mine) == 0 {
		return measure{}
	}
	return *mine[0]
}

func firstFilled(reports map[string]string, periods []string) string {
	for _, period := range periods {
		if reports[period] != "" {
			return reports[period]
		}
	}
	return ""
}
