package html

import (
	"riskbok/exporters/causes"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// verdict is what stands first: how many faults in how much, who can settle them,
// and beside it what was not checked.
type verdict struct {
	Tone     string // "good", "warn" or "bad"
	Lead     string
	Rest     string
	Told     string
	Accepted string
	Gaps     []link
	Files    []link
	Idle     string // sheets in which nothing is known, "": none
	Unread   link   // columns and texts that belong to nothing known, "": none
	NoUnit   string
	All      string // what is said where nothing is left
	Nothing  bool   // nothing was checked
}

// mostInGap is how many letters of a gap are shown beside the verdict: what it
// leads to tells all.
const mostInGap = 200

// link is a text that leads to where it is told in full; Href is "" where it
// leads nowhere.
type link struct{ Text, Href string }

// decider says who settles a cause.
type decider string

// The deciders.
const (
	automatic decider = "safe"      // the program, wholly
	partly    decider = "partly"    // the program, some of its places
	suggested decider = "suggested" // the program, where somebody agrees
	judgement decider = "judgement" // the board
	paper     decider = "paper"     // known, but a PDF cannot be mended
	unread    decider = "unchecked" // nobody knows: it was not checked
	byHand    decider = "hand"
)

// deciderOf says who settles a cause.
func deciderOf(r *rules.Report, c *causes.Cause) decider {
	can, open := 0, 0
	for _, f := range c.Findings() {
		if f.Open() {
			open++
			if r.Fixable(f) {
				can++
			}
		}
	}
	head := c.Head()
	switch {
	case can > 0 && can == open:
		return automatic
	case can > 0:
		return partly
	case head.Rule == rules.NotChecked || head.Rule == "unreadable-part":
		return unread
	case head.FixClass() == rules.Safe:
		return paper
	case head.FixClass() == rules.Suggested:
		if d := r.Document(head.At.Doc); d == nil || d.Kind != model.KindWorkbook {
			return paper
		}
		return suggested
	case head.FixClass() == rules.Judgement:
		return judgement
	}
	return byHand
}

// Verdict says in one or two sentences what a check has found, each cause counted
// once, as the report does.
func Verdict(r *rules.Report, cat *lang.Catalog) string {
	w := &writer{r: r, cat: cat, teller: causes.New(r, cat)}
	w.all = w.teller.All()
	v := w.verdict()
	if v.Rest == "" {
		return v.Lead
	}
	return v.Lead + " " + v.Rest
}

func (w *writer) verdict() verdict {
	v := verdict{Tone: "good"}
	counts, by, accepted := w.count()
	what := summary.What(w.r, w.cat)
	for _, g := range summary.Gaps(w.r, w.cat) {
		v.Gaps = append(v.Gaps, link{shorten(g.Text, mostInGap), "#" + w.id[g.Finding]})
	}
	v.Files = w.filesLeft()
	v.Unread = w.unread()
	v.Idle = w.idleSheets()
	v.All, v.Nothing = w.cat.T("html.all-checked"), what == ""
	switch {
	case len(w.r.Documents) == 0:
		v.All = w.cat.T("html.nothing-read")
	case v.Nothing:
		v.All = w.cat.T("html.nothing-held")
	}
	v.NoUnit = summary.AccountOf(w.r, w.cat).NoUnit
	v.Lead, v.Rest = w.lead(counts, what, len(v.Gaps)+len(w.r.Unreadable) > 0), w.decided(by)
	switch {
	case what == "" || counts[rules.Error] > 0:
		v.Tone = "bad"
	case counts[rules.Warning]+len(v.Gaps)+len(w.r.Unreadable) > 0:
		v.Tone = "warn"
	}
	if n := len(w.r.Findings); n > len(w.all) {
		v.Told = w.cat.T("text.told", "n", n, "causes", w.cat.N("text.causes", len(w.all)))
	}
	if accepted > 0 {
		v.Accepted = w.cat.N("html.verdict.accepted", accepted)
	}
	return v
}

// unread counts the columns and texts that were not checked, since they belong to
// nothing that is known, accepted or not.
func (w *writer) unread() link {
	n, first := 0, ""
	for i := range w.r.Findings {
		f := &w.r.Findings[i]
		if f.Rule != unreadRule || readAllTheSame[f.Variant] {
			continue
		}
		if n == 0 {
			first = "#" + w.id[f]
		}
		n++
	}
	if n == 0 {
		return link{}
	}
	return link{w.cat.N("html.gap.unread", n), first}
}

// idleSheets counts the sheets in which nothing is known, of files in which something
// is.
func (w *writer) idleSheets() string {
	n := 0
	for _, d := range w.r.Documents {
		for i := range d.Places {
			if d.Places[i].Idle {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return w.cat.N("html.gap.idle", n)
}

// unreadRule is the rule whose findings say that something was not checked, but for
// the variants that only say how it was read.
const unreadRule = "unread"

var readAllTheSame = map[string]bool{"dated": true, "unsure": true}

// count counts open causes by severity, and who settles those that are more than
// a note.
func (w *writer) count() (counts map[rules.Severity]int, by map[decider]int, accepted int) {
	counts, by = map[rules.Severity]int{}, map[decider]int{}
	for i := range w.all {
		c := &w.all[i]
		if !c.Head().Open() {
			accepted++
			continue
		}
		counts[c.Severity()]++
		if c.Severity() != rules.Info {
			by[deciderOf(w.r, c)]++
		}
	}
	return counts, by, accepted
}

// lead is the first sentence. It never says that there is no fault where nothing
// was checked.
func (w *writer) lead(counts map[rules.Severity]int, what string, gaps bool) string {
	found := w.found(counts)
	switch {
	case what == "" && found == "":
		return w.cat.T("html.verdict.nothing")
	case what == "":
		return w.cat.T("html.verdict.nothing-but", "found", found)
	case counts[rules.Error]+counts[rules.Warning] > 0:
		return w.cat.T("html.verdict.found", "found", found, "what", what)
	case gaps && found != "":
		return w.cat.T("html.verdict.none-in-checked-but", "found", found, "what", what)
	case gaps:
		return w.cat.T("html.verdict.none-in-checked", "what", what)
	case found != "":
		return w.cat.T("html.verdict.none-but", "found", found, "what", what)
	}
	return w.cat.T("html.verdict.none", "what", what)
}

// found says how many errors, warnings and notes there are.
func (w *writer) found(counts map[rules.Severity]int) string {
	var parts []string
	for _, s := range []struct {
		severity rules.Severity
		key      string
	}{{rules.Error, "text.errors"}, {rules.Warning, "text.warnings"}, {rules.Info, "text.infos"}} {
		if n := counts[s.severity]; n > 0 {
			parts = append(parts, w.cat.N(s.key, n))
		}
	}
	return w.listed(parts)
}

// decided says who settles what was found.
func (w *writer) decided(by map[decider]int) string {
	var parts []string
	for _, d := range []decider{automatic, partly, suggested, paper, judgement, byHand, unread} {
		if by[d] > 0 {
			parts = append(parts, w.cat.N("html.verdict."+string(d), by[d]))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.cat.T("html.verdict.rest", "list", w.listed(parts))
}

// filesLeft names the files of which nothing was checked.
func (w *writer) filesLeft() []link {
	var out []link
	for _, u := range w.r.Unreadable {
		out = append(out, link{w.cat.T("html.file."+notRead(u), "file", w.fileName(u.File)), "#not-read"})
	}
	for _, u := range w.r.PassedOver {
		out = append(out, link{w.cat.T("html.file.passed-over", "file", w.fileName(u.File)), "#passed-over"})
	}
	return out
}

// notRead tells a file that could not be read from one in which nothing is known.
func notRead(u rules.Unreadable) string {
	if u.Code == noTable {
		return noTable
	}
	return "unreadable"
}

// noTable is the code of a file that was read and holds nothing that is known.
const noTable = "no-table"
