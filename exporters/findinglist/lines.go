// Package findinglist lists findings: [Lines] as texts one a finding, for
// programs, and [Render] as a workbook that can be mailed, one a cause.
package findinglist

import (
	"strconv"
	"strings"

	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Line is one finding in the user's words. A file that could not be read is a
// line too, with the severity of an error and no rule, and one that was passed
// over, with that of an info.
type Line struct {
	File     string
	Place    string // the sheet, or the page's number
	Cell     string // "" in documents with pages
	Severity rules.Severity
	Rule     string
	Board    string
	Year     int
	Risk     string // the number as written
	Event    string
	Message  string
	Found    string
	Expected string
	Fix      rules.FixClass
	Accepted bool
	Status   string
	Path     string
	Cause    string // the path of the first finding that shares its cause; "": none does
}

// Lines gives the findings of a report in their order, and after them the
// files that could not be read and those that were passed over.
func Lines(r *rules.Report, cat *lang.Catalog) []Line {
	out := make([]Line, 0, len(r.Findings)+len(r.Unreadable))
	for i := range r.Findings {
		out = append(out, lineOf(r, cat, &r.Findings[i]))
	}
	return append(out, files(r, cat)...)
}

func lineOf(r *rules.Report, cat *lang.Catalog, f *rules.Finding) Line {
	l := Line{
		Severity: f.Severity, Rule: f.Rule, Board: f.Board, Year: f.Year, Risk: f.Risk, Event: f.Event,
		Message: rules.Message(cat, r, f), Found: f.Found, Expected: f.Expected, Fix: f.FixClass(),
		Accepted: !f.Open(), Status: Status(cat, f), Path: f.Path, Cause: f.Cause,
	}
	l.File, l.Place, l.Cell = Where(r, cat, f.At)
	return l
}

// files gives a line for each file of which nothing was checked.
func files(r *rules.Report, cat *lang.Catalog) []Line {
	var out []Line
	for _, u := range r.Unreadable {
		out = append(out, fileLine(cat, u, rules.Error, "findings.unreadable"))
	}
	for _, u := range r.PassedOver {
		out = append(out, fileLine(cat, u, rules.Info, "findings.passed-over"))
	}
	return out
}

func fileLine(cat *lang.Catalog, u rules.Unreadable, severity rules.Severity, key string) Line {
	reason, hint := summary.Problem(cat, u.Code, u.Args)
	return Line{File: u.File, Severity: severity, Status: cat.T("findings.status.open"), Message: cat.T(key, "reason", reason, "hint", hint)}
}

// Where names a place in three parts: the file, the sheet or the page, and the
// cell, which only workbooks have.
func Where(r *rules.Report, cat *lang.Catalog, at model.Source) (file, place, cell string) {
	p := r.Place(at)
	file, place = p.File, p.Sheet
	if file == "" {
		if d := r.Document(at.Doc); d != nil {
			file = d.File
		}
	}
	switch {
	case p.Page > 0:
		place = strconv.Itoa(p.Page)
	case p.Sheet != "":
		cell = at.Cell()
	case at.Row > 0 && file != "":
		place = cat.T("findings.at.line", "n", at.Row)
	}
	return file, place, cell
}

// LinkTo gives where a link in a list leads for a file that was read by a path:
// to the path, or to a file beside the list where the path is absolute and would
// tell whose machine it was.
func LinkTo(file string) string {
	rooted := strings.HasPrefix(file, "/") || strings.HasPrefix(file, `\`)
	if drive := len(file) > 1 && file[1] == ':'; rooted || drive {
		return rules.LastPart(file)
	}
	return file
}

// Status says whether a finding is open or accepted, and then why, by whom,
// when and by which decision.
func Status(cat *lang.Catalog, f *rules.Finding) string {
	if f.Open() {
		return cat.T("findings.status.open")
	}
	return cat.T("findings.status.reason", "reason", Justification(cat, f.Accepted))
}

// Justification gives an acceptance in one text.
func Justification(cat *lang.Catalog, a *rules.Acceptance) string {
	parts := []string{a.Reason}
	if a.Reason == "" {
		parts[0] = cat.T("findings.accepted.no-reason")
	}
	if a.By != "" {
		parts = append(parts, a.By)
	}
	if a.Date != (model.Date{}) {
		parts = append(parts, a.Date.String())
	}
	if a.Decision != "" {
		parts = append(parts, a.Decision)
	}
	return strings.Join(parts, ", ")
}

// Expected gives what should stand where a finding is, or what to compare with.
func Expected(cat *lang.Catalog, f *rules.Finding) string {
	if f.Compared() {
		return cat.T("findings.compared", "text", f.Expected)
	}
	return f.Expected
}

// FixText says who may settle a finding, "" where nobody can.
func FixText(cat *lang.Catalog, c rules.FixClass) string {
	if c == rules.NoFix {
		return ""
	}
	return cat.T("findings.fix." + string(c))
}
