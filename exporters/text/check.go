package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/exporters/causes"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Check writes the findings of a report, what one thing made wrong told once
// with all its places: by file, then by sheet or page, each cause with its cell,
// severity, risk and message. It ends with what could not be read, what was
// skipped and what was checked, and counts it all. Options.Detail makes it shorter.
func Check(r *rules.Report, opts output.Options) ([]model.File, error) {
	p := newPage(r, opts)
	all := p.teller.All()
	if opts.Detail != output.Whole {
		return p.brief(len(all), opts.Detail), nil
	}
	for _, group := range byPlace(all, func(a, b model.Source) bool { return a.Doc == b.Doc }) {
		p.line(p.paint.bold(output.Plain(p.r.FileOf(group[0].Head().At))))
		for _, section := range byPlace(group, func(a, b model.Source) bool { return a.Place == b.Place }) {
			p.line()
			p.section(section)
		}
		p.line()
	}
	p.unreadable()
	p.passedOver()
	p.footer(len(all))
	return p.file(), nil
}

// Problems writes only what could not be read, with what to do, and how many
// files were skipped: for commands whose result is something else.
func Problems(r *rules.Report, opts output.Options) ([]model.File, error) {
	p := newPage(r, opts)
	for _, d := range r.Documents {
		if len(d.Damage) > 0 {
			p.line(p.paint.bold(output.Plain(p.r.FileName(d.File))))
			p.damage(d)
			p.line()
		}
	}
	p.unreadable()
	p.passedOver()
	return p.file(), nil
}

// byPlace splits causes into runs whose heads' places are alike, without
// changing the order within a place.
func byPlace(all []causes.Cause, alike func(a, b model.Source) bool) [][]causes.Cause {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b causes.Cause) int {
		x, y := a.Head().At, b.Head().At
		if x.Doc != y.Doc {
			return int(x.Doc - y.Doc)
		}
		return int(x.Place - y.Place)
	})
	var groups [][]causes.Cause
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && alike(sorted[0].Head().At, sorted[n].Head().At) {
			n++
		}
		groups, sorted = append(groups, sorted[:n]), sorted[n:]
	}
	return groups
}

// section writes the causes that are told on one sheet or page.
func (p *page) section(all []causes.Cause) {
	if name := p.placeName(all[0].Head().At); name != "" {
		p.line("  ", p.paint.bold(name))
	}
	cell, severity := 0, 0
	for i := range all {
		cell = max(cell, len(p.cell(all[i].Head().At)))
		severity = max(severity, utf8.RuneCountInString(p.severity(all[i].Severity())))
	}
	indent := 4
	if cell > 0 {
		indent += cell + 2
	}
	for i := range all {
		p.cause(&all[i], indent, severity)
	}
}

// cause writes one cause: a line with its cell, severity and risk, what is
// wrong there and elsewhere, what has the same cause, and last its rule. Indent
// and severity are the widths of what stands before the severity and of it.
func (p *page) cause(c *causes.Cause, indent, severity int) {
	f := c.Head()
	p.WriteString(pad("    "+p.cell(f.At), indent))
	head := p.severity(c.Severity())
	gap := strings.Repeat(" ", severity-utf8.RuneCountInString(head)+2)
	risk := oneLine(f.Risk+" "+f.Event, p.width-indent-severity-2)
	p.line(strings.TrimRight(p.paint.severity(c.Severity(), head)+gap+p.paint.bold(risk), " "))
	indent = max(indent, 6)
	p.block(indent, p.teller.Message(c), p.paint.none)
	if also := p.teller.Also(c); also != "" {
		p.block(indent, also, p.paint.none)
	}
	if follows := p.teller.Follows(c); len(follows) > 0 {
		p.block(indent, p.cat.T("cause.therefore"), p.paint.none)
		for _, text := range follows {
			p.item(indent, text)
		}
	}
	p.block(indent, p.tail(c), p.paint.dim)
}

// tail names the rule, whether fix settles the cause, and the places that its
// head refers to and nothing names.
func (p *page) tail(c *causes.Cause) string {
	f := c.Head()
	parts := []string{p.teller.Rule(f)}
	if !f.Open() {
		parts = append(parts, findinglist.Status(p.cat, f))
	} else if can := p.teller.Fixable(c); can != "" {
		parts = append(parts, can)
	}
	if places := p.related(c); places != "" {
		parts = append(parts, p.cat.T("text.related", "places", places))
	}
	return strings.Join(parts, " · ")
}

func (p *page) severity(s rules.Severity) string { return p.cat.T("severity." + string(s)) }
