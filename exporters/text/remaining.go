package text

import (
	"strings"

	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Remaining tells what a correction leaves (indexes of the report's findings), a
// cause each with its places and what must be decided about it.
func Remaining(r *rules.Report, left []int, decide func(f *rules.Finding, index int) string, opts output.Options) []byte {
	p := newPage(r, opts)
	several := summary.Several(r)
	index := map[*rules.Finding]int{}
	found := make([]*rules.Finding, len(left))
	for i, n := range left {
		found[i] = &r.Findings[n]
		index[found[i]] = n
	}
	for _, c := range p.teller.Of(found) {
		f := c.Head()
		risk := ""
		if f.Risk != "" {
			risk = " (" + oneLine(f.Risk, 20) + ")"
		}
		lines := strings.Split(p.teller.TextWith(&c, p.whole(f.At, several)+risk+": "+decide(f, index[f])), "\n")
		for i, text := range lines {
			if bare, item := strings.CutPrefix(text, "– "); item && i > 0 {
				p.item(4, bare)
				continue
			}
			p.block(min(2+2*i, 4), text, p.paint.none)
		}
	}
	return []byte(p.String())
}

// whole names a place in full: the file where there are several, the sheet or
// page, and the cell.
func (p *page) whole(at model.Source, several bool) string {
	name := ""
	for _, part := range []string{p.placeName(at), p.cell(at)} {
		if part != "" && name != "" {
			name += " "
		}
		name += part
	}
	if file := p.r.FileOf(at); several && file != "" {
		if name == "" {
			return file
		}
		return file + ", " + name
	}
	return name
}
