package text

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

// related is how many related places are listed with a finding.
const related = 3

// Check writes the findings of a report: by file, then by sheet or page, each
// with its cell, severity, risk and message. It ends with what could not be
// read, what was skipped and one line that counts it all.
func Check(r *rules.Report, opts output.Options) ([]model.File, error) {
	p := newPage(r, opts)
	for _, group := range byPlace(r.Findings, func(a, b model.Source) bool { return a.Doc == b.Doc }) {
		p.line(p.paint.bold(plain(p.fileName(group[0].At))))
		for _, section := range byPlace(group, func(a, b model.Source) bool { return a.Place == b.Place }) {
			p.line()
			p.section(section)
		}
		p.line()
	}
	p.unreadable()
	p.passedOver()
	p.footer()
	return p.file(), nil
}

// Problems writes only what could not be read, with what to do, and how many
// files were skipped: for commands whose result is something else.
func Problems(r *rules.Report, opts output.Options) ([]model.File, error) {
	p := newPage(r, opts)
	for _, d := range r.Documents {
		if len(d.Damage) > 0 {
			p.line(p.paint.bold(plain(d.File)))
			p.damage(d)
			p.line()
		}
	}
	p.unreadable()
	p.passedOver()
	return p.file(), nil
}

// byPlace splits findings into runs whose places are alike, without changing
// the order within a place.
func byPlace(findings []rules.Finding, alike func(a, b model.Source) bool) [][]rules.Finding {
	sorted := slices.Clone(findings)
	slices.SortStableFunc(sorted, func(a, b rules.Finding) int {
		if a.At.Doc != b.At.Doc {
			return int(a.At.Doc - b.At.Doc)
		}
		return int(a.At.Place - b.At.Place)
	})
	var groups [][]rules.Finding
	for len(sorted) > 0 {
		n := 1
		for n < len(sorted) && alike(sorted[0].At, sorted[n].At) {
			n++
		}
		groups, sorted = append(groups, sorted[:n]), sorted[n:]
	}
	return groups
}

// section writes the findings of one sheet or page.
func (p *page) section(findings []rules.Finding) {
	if name := p.placeName(findings[0].At); name != "" {
		p.line("  ", p.paint.bold(name))
	}
	cell, severity := 0, 0
	for i := range findings {
		cell = max(cell, len(p.cell(findings[i].At)))
		severity = max(severity, utf8.RuneCountInString(p.severity(findings[i].Severity)))
	}
	indent := 4
	if cell > 0 {
		indent += cell + 2
	}
	for i := range findings {
		f := &findings[i]
		p.WriteString(pad("    "+p.cell(f.At), indent))
		head := p.severity(f.Severity)
		gap := strings.Repeat(" ", severity-utf8.RuneCountInString(head)+2)
		risk := oneLine(f.Risk+" "+f.Event, width-indent-severity-2)
		p.line(strings.TrimRight(p.paint.severity(f.Severity, head)+gap+p.paint.bold(risk), " "))
		message := rules.Message(p.cat, p.r, f)
		p.block(max(indent, 6), message, p.paint.none)
		p.block(max(indent, 6), p.tail(f, message), p.paint.dim)
	}
}

// tail names the rule, whether fix settles the finding, and the related places
// that the message does not name.
func (p *page) tail(f *rules.Finding, message string) string {
	parts := []string{f.Rule}
	if !f.Open() {
		parts = append(parts, findinglist.Status(p.cat, f))
	} else if p.r.Fixable(f) {
		parts = append(parts, p.cat.T("text.fixable"))
	}
	if places := p.related(f, message); places != "" {
		parts = append(parts, p.cat.T("text.related", "places", places))
	}
	return strings.Join(parts, " · ")
}

// unreadable lists the files that could not be read, with what to do.
func (p *page) unreadable() {
	if len(p.r.Unreadable) == 0 {
		return
	}
	p.line(p.paint.bold(p.cat.T("text.unreadable")))
	p.line()
	for _, u := range p.r.Unreadable {
		reason, hint := summary.Problem(p.cat, u.Code, u.Args)
		p.line("  ", p.paint.bold(plain(u.File)))
		p.block(4, reason, func(s string) string { return p.paint.severity(rules.Error, s) })
		p.block(4, p.cat.T("text.hint", "hint", hint), p.paint.none)
	}
	p.line()
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
			p.line("  ", p.paint.bold(plain(u.File)))
			p.block(4, reason, p.paint.none)
			if !said[hint] {
				p.block(4, p.cat.T("text.hint", "hint", hint), p.paint.none)
			}
			said[hint] = true
		}
		p.line()
	}
	if n := len(p.r.Skipped) - len(p.r.PassedOver); n > 0 {
		p.block(0, p.cat.N("text.skipped", n), p.paint.none)
	}
}

// footer writes what was checked and what was not, and the counts.
func (p *page) footer() {
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

func (p *page) severity(s rules.Severity) string { return p.cat.T("severity." + string(s)) }

func (p *page) fileName(at model.Source) string {
	if d := p.r.Document(at.Doc); d != nil {
		return d.File
	}
	return "?"
}

// cell gives the reference of a cell; in documents with pages there is none
// that a reader could follow.
func (p *page) cell(at model.Source) string {
	if p.r.Place(at).Page > 0 {
		return ""
	}
	return at.Cell()
}

// placeName names a sheet, or a page and the title of its table.
func (p *page) placeName(at model.Source) string {
	place := p.r.Place(at)
	if place.Page == 0 {
		return oneLine(place.Sheet, width)
	}
	name := p.cat.T("text.page", "page", strconv.Itoa(place.Page))
	if title := oneLine(place.Title, 60); title != "" {
		name += ": " + title
	}
	return name
}

// related names the related places that a message does not name, a sheet once
// for all of its cells.
func (p *page) related(f *rules.Finding, message string) string {
	var names []string
	seen := map[string]bool{}
	last := f.At
	for _, at := range f.Related {
		name := p.reference(f.At, at)
		// A page is named once, whichever of its tables the places stand in.
		key := name
		if page := p.r.Place(at).Page; page > 0 {
			key = p.fileName(at) + " " + strconv.Itoa(page)
		}
		if name == "" || seen[key] || named(message, name) {
			continue
		}
		seen[key] = true
		names = append(names, p.reference(last, at))
		last = at
	}
	if n := len(names) - related; n > 0 {
		return p.cat.T("text.related.more", "places", strings.Join(names[:related], ", "), "n", n)
	}
	return strings.Join(names, ", ")
}

// named reports whether a text names a place: "B1" is not in "B12".
func named(text, place string) bool {
	for {
		_, after, found := strings.Cut(text, place)
		if !found {
			return false
		}
		if next, _ := utf8.DecodeRuneInString(after); !unicode.IsDigit(next) {
			return true
		}
		text = after
	}
}

// reference names a place as seen from another.
func (p *page) reference(from, to model.Source) string {
	var parts []string
	if to.Doc != from.Doc {
		parts = append(parts, plain(p.fileName(to)))
	}
	if to.Doc != from.Doc || to.Place != from.Place {
		if name := p.placeName(to); name != "" {
			parts = append(parts, name)
		}
	}
	if cell := p.cell(to); cell != "" {
		parts = append(parts, cell)
	}
	return strings.Join(parts, " ")
}
