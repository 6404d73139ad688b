package text

import (
	"strings"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// brief writes the closing lines, and before them a line for each file with
// findings and each rule, where that is asked for. What could not be read is named
// always.
func (p *page) brief(told int, detail output.Detail) []model.File {
	if detail == output.Lines && len(p.r.Findings) > 0 {
		p.counted(func(f *rules.Finding) string { return p.r.FileOf(f.At) })
		p.line()
		p.counted(func(f *rules.Finding) string { return p.teller.Rule(f) })
		p.line()
	}
	p.unreadable()
	p.passedOver()
	p.footer(told)
	return p.file()
}

// counted writes a line for each of what findings have in common, in the order in
// which it comes up first: how many there are of each severity.
func (p *page) counted(of func(*rules.Finding) string) {
	var names []string
	counts := map[string]map[rules.Severity]int{}
	for i := range p.r.Findings {
		f := &p.r.Findings[i]
		name := of(f)
		if counts[name] == nil {
			names, counts[name] = append(names, name), map[rules.Severity]int{}
		}
		counts[name][f.Severity]++
	}
	for _, name := range names {
		var parts []string
		for _, s := range []struct {
			severity rules.Severity
			key      string
		}{{rules.Error, "text.errors"}, {rules.Warning, "text.warnings"}, {rules.Info, "text.infos"}} {
			if n := counts[name][s.severity]; n > 0 {
				parts = append(parts, p.cat.N(s.key, n))
			}
		}
		p.block(0, name+": "+strings.Join(parts, ", "), p.paint.none)
	}
}
