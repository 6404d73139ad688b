package summary

import (
	"slices"
	"strings"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// most is how many things a line of the account lists.
const most = 6

// Account says what a run covered. Checked and NotChecked are sentences, ""
// where there is nothing to say. Bound has one for each column that was read as
// something without its heading saying so. NoUnit says of which budgets no unit is
// known.
type Account struct {
	Checked, NotChecked string
	NoUnit              string
	Bound               []string
}

// AccountOf gives the account of a report in the words of a language.
func AccountOf(r *rules.Report, cat *lang.Catalog) Account {
	a := accountant{r, cat}
	return Account{Checked: a.checked(Of(r).Checked), NotChecked: a.notChecked(), NoUnit: a.noUnit(), Bound: a.bound()}
}

// Lines gives the account as the lines that close a list of findings.
func (a Account) Lines() []string {
	var out []string
	for _, line := range append([]string{a.Checked, a.NotChecked, a.NoUnit}, a.Bound...) {
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

type accountant struct {
	r   *rules.Report
	cat *lang.Catalog
}

// What says in a part of a sentence what a report covers, "" for nothing: "11
// risker i 3 tabeller".
func What(r *rules.Report, cat *lang.Catalog) string {
	return accountant{r, cat}.what(Of(r).Checked)
}

// Gap is one thing that was not checked: Text says what in a part of a sentence,
// Finding is the first that tells of it.
type Gap struct {
	Text    string
	Finding *rules.Finding
}

// Gaps gives what the findings of a report say was not checked, each once.
func Gaps(r *rules.Report, cat *lang.Catalog) []Gap { return accountant{r, cat}.gaps() }

func (a accountant) checked(c Checked) string {
	what := a.what(c)
	if what == "" {
		return ""
	}
	return a.cat.T("account.checked", "what", what)
}

func (a accountant) what(c Checked) string {
	var parts []string
	switch {
	case c.Risks > 0 && c.Tables > 0:
		parts = append(parts, a.cat.T("account.risks-in-tables", "risks", a.cat.N("text.risks", c.Risks), "tables", a.cat.N("account.tables", c.Tables)))
	case c.Tables > 0:
		parts = append(parts, a.cat.N("account.tables", c.Tables))
	}
	if c.Budgets > 0 {
		parts = append(parts, a.cat.N("account.budgets", c.Budgets))
	}
	if c.Meetings > 0 {
		parts = append(parts, a.cat.N("account.meetings", c.Meetings))
	}
	return join(a.cat, parts)
}

// gaps lists, in the order of the findings, what they say was not checked. That
// somebody has accepted it does not make it checked.
func (a accountant) gaps() []Gap {
	var out []Gap
	seen := map[string]bool{}
	var f *rules.Finding
	add := func(text string) {
		if !seen[text] {
			seen[text] = true
			out = append(out, Gap{text, f})
		}
	}
	for i := range a.r.Findings {
		f = &a.r.Findings[i]
		switch {
		case f.Rule == rules.NotChecked:
			subject, _ := f.Args["subject"].(model.Subject)
			add(a.cat.T("account."+f.Variant, "place", a.place(f.At), "subject", a.cat.T("subject."+string(subject))))
		case departs(f):
			add(a.cat.T("account."+f.Variant, "place", a.place(f.At)))
		case f.Rule == "unreadable-part":
			add(a.cat.T("account.damaged", "place", a.place(f.At)))
		case f.Rule == "unread" && f.Variant == "aside":
			add(a.cat.T("account.aside", "place", a.place(f.At), "title", rules.Shorten(f.Found, 40)))
		}
	}
	return out
}

// departs reports whether a finding is a fault of a scale by which something was not
// judged: values that come about otherwise than it states.
func departs(f *rules.Finding) bool {
	return f.Rule == "scale-definition" && slices.Contains([]string{"departs", "departs-printed", "departs-unknown"}, f.Variant)
}

// notChecked tells of the gaps, then of the files of which nothing was checked.
func (a accountant) notChecked() string {
	var parts []string
	for _, g := range a.gaps() {
		parts = append(parts, g.Text)
	}
	if n := len(parts) - most; n > 0 {
		parts = append(parts[:most], a.cat.N("account.more", n))
	}
	if n := len(a.r.Unreadable); n > 0 {
		parts = append(parts, a.cat.N("account.unreadable", n))
	}
	if n := len(a.r.PassedOver); n > 0 {
		parts = append(parts, a.cat.N("account.passed-over", n))
	}
	if len(parts) == 0 {
		return ""
	}
	return a.cat.T("account.not-checked", "what", strings.Join(parts, "; "))
}

// noUnit tells where budgets stand that do not say what their amounts are counted
// in.
func (a accountant) noUnit() string {
	var places []string
	for _, d := range a.r.Documents {
		for i := range d.Budgets {
			b := &d.Budgets[i]
			if place := a.place(b.At); b.Unit == model.NoUnit && !slices.Contains(places, place) {
				places = append(places, place)
			}
		}
	}
	if len(places) == 0 {
		return ""
	}
	if n := len(places) - most; n > 0 {
		places = append(places[:most], a.cat.N("account.more", n))
	}
	return a.cat.T("account.no-unit", "what", strings.Join(places, "; "))
}

// bound tells which columns were read as what they hold, where their heading
// does not say it. Levels that are labels of the scale say it themselves.
func (a accountant) bound() []string {
	var out []string
	seen := map[model.Source]bool{}
	for _, d := range a.r.Documents {
		for _, t := range d.Tables() {
			for i := range t.Columns {
				c := &t.Columns[i]
				if seen[c.At] || !unsaid(c) {
					continue
				}
				seen[c.At] = true
				key := "account.bound"
				why := ""
				if e := Strongest(c); e != nil {
					why = Evidence(a.cat, *e)
				} else {
					key += ".bare"
				}
				out = append(out, a.cat.T(key, "column", rules.ColumnName(a.cat, a.r, *c), "place", a.place(c.At), "field", a.cat.T("field."+string(c.Field)), "why", why))
			}
		}
	}
	if n := len(out) - most; n > 0 {
		out = append(out[:most], a.cat.N("account.bound.more", n))
	}
	return out
}

// unsaid reports whether a column was bound without its heading.
func unsaid(c *model.Column) bool {
	if c.Reason != model.ReasonNear && c.Reason != model.ReasonContent {
		return false
	}
	if c.Field != model.FieldLikelihood && c.Field != model.FieldConsequence {
		return true
	}
	labels := func(e model.Evidence) bool { return e.Kind == model.EvidenceLabels && e.Weight > 0 }
	return len(c.Evidence) > 0 && !slices.ContainsFunc(c.Evidence, labels)
}

// place says on which sheet or page, and in which file where there are several.
func (a accountant) place(at model.Source) string {
	p := a.r.Place(at)
	file := a.r.FileOf(at)
	name := a.cat.T("account.on-sheet", "sheet", p.Sheet)
	switch {
	case p.Page > 0:
		name = a.cat.T("account.on-page", "page", p.Page)
	case p.Sheet == "":
		return a.cat.T("account.of-file", "file", file)
	}
	if Several(a.r) {
		return a.cat.T("account.in-file", "place", name, "file", file)
	}
	return name
}
