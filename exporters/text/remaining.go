package text

import (
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Remaining gives the findings that a correction leaves (indexes of the
// report's), each with its place and what must be decided about it.
func Remaining(r *rules.Report, left []int, decide func(f *rules.Finding, index int) string, opts output.Options) []byte {
	p := newPage(r, opts)
	several := len(r.Documents) > 1
	for _, i := range left {
		f := &r.Findings[i]
		risk := ""
		if f.Risk != "" {
			risk = " (" + oneLine(f.Risk, 20) + ")"
		}
		p.block(2, p.whole(f.At, several)+risk+": "+decide(f, i), p.paint.none)
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
