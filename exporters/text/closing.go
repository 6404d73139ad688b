package text

import (
	"strings"

	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// notFound is the code of what there is no file of: it is named as it was asked
// for, because the folder may be what is wrong.
const notFound = "not-found"

// unreadable lists the files that could not be read, with what to do.
func (p *page) unreadable() {
	if len(p.r.Unreadable) == 0 {
		return
	}
	p.line(p.paint.bold(p.cat.T("text.unreadable")))
	p.line()
	for _, u := range p.r.Unreadable {
		reason, hint := summary.Problem(p.cat, u.Code, u.Args)
		name := p.r.FileName(u.File)
		if u.Code == notFound {
			name = lang.Line(u.File)
		}
		p.line("  ", p.paint.bold(output.Plain(name)))
		p.block(4, reason, func(s string) string { return p.paint.severity(rules.Error, s) })
		p.hint(4, u.Code, hint)
	}
	p.line()
}

// hint says what to do about a file or a part that could not be read, with the
// command that shows more where there is one: who reads this has a terminal.
func (p *page) hint(indent int, code, hint string) {
	if key := "text.command." + code; p.cat.Has(key) {
		hint += " " + p.cat.T(key)
	}
	p.block(indent, p.cat.T("text.hint", "hint", hint), p.paint.none)
}

// passedOver names the workbooks, PDFs and text documents in which nothing was
// found, with why, and counts the other files. What to do is said once for a
// reason.
func (p *page) passedOver() {
	if len(p.r.PassedOver) > 0 {
		p.line(p.paint.bold(p.cat.T("text.passed-over")))
		p.line()
		said := map[string]bool{}
		for _, u := range p.r.PassedOver {
			reason, hint := summary.Problem(p.cat, u.Code, u.Args)
			p.line("  ", p.paint.bold(output.Plain(p.r.FileName(u.File))))
			p.block(4, reason, p.paint.none)
			if !said[hint] {
				p.hint(4, u.Code, hint)
			}
			said[hint] = true
		}
		p.line()
	}
	if n := len(p.r.Skipped) - len(p.r.PassedOver); n > 0 {
		p.block(0, p.cat.N("text.skipped", n), p.paint.none)
	}
}

// footer writes what was checked and what was not, and the counts. Told is how
// many causes the findings were told as.
func (p *page) footer(told int) {
	s := summary.Of(p.r)
	account := summary.AccountOf(p.r, p.cat)
	switch {
	case s.Documents == 0:
		p.line(p.cat.T("text.none-read"))
	case !s.Checked.Anything():
		p.block(0, p.cat.T("text.none-checked"), p.paint.none)
	case len(p.r.Findings) == 0 && account.NotChecked != "":
		p.line(p.cat.T("text.nothing-in-checked"))
	case len(p.r.Findings) == 0:
		p.line(p.cat.T("text.nothing"))
	}
	for _, line := range account.Lines() {
		p.block(0, line, p.paint.none)
	}
	if n := len(p.r.Findings); told < n {
		p.line(p.cat.T("text.told", "n", n, "causes", p.cat.N("text.causes", told)))
	}
	if s.Safe > 0 {
		p.line(p.cat.N("text.safe", s.Safe))
	}
	parts := []string{
		p.cat.N("text.documents", s.Documents), p.cat.N("text.risks", s.Risks), p.cat.N("text.errors", s.Errors),
		p.cat.N("text.warnings", s.Warnings), p.cat.N("text.infos", s.Infos),
	}
	if s.Accepted > 0 {
		parts = append(parts, p.cat.N("findings.accepted", s.Accepted))
	}
	if n := len(p.r.Unreadable); n > 0 {
		parts = append(parts, p.cat.N("text.unread", n))
	}
	p.line(p.paint.bold(strings.Join(parts, ", ")))
}
