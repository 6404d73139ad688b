package compare

import (
	"strconv"
	"strings"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

// width is the number of characters a line may have, as in the other texts.
const width = 80

// Text writes a comparison for people at a terminal.
func Text(c *compare.Comparison, r *rules.Report, opts output.Options) ([]model.File, error) {
	w := wording{opts.Lang, r}
	p := &page{color: opts.Color}
	v := newView(w, c)
	for i := range v.Pairs {
		p.pair(w, &v.Pairs[i])
	}
	if len(v.Pairs) == 0 {
		p.line(0, w.cat.T("compare.nothing"))
	}
	if len(v.Alone) > 0 {
		p.bold(0, w.cat.T("compare.alone"))
		for _, a := range v.Alone {
			p.line(2, a)
		}
		p.WriteByte('\n')
	}
	if len(v.NotChecked) > 0 {
		p.bold(0, w.cat.T("compare.not-checked"))
		for _, n := range v.NotChecked {
			p.line(2, n)
		}
	}
	return []model.File{{Data: []byte(strings.TrimRight(p.String(), "\n") + "\n")}}, nil
}

// page is a text under construction.
type page struct {
	strings.Builder
	color bool
}

func (p *page) pair(w wording, v *pairView) {
	p.bold(0, v.Title)
	for _, n := range v.Notes {
		p.line(2, n)
	}
	p.WriteByte('\n')
	p.line(2, w.cat.T("compare.registers")+": "+v.Counts)
	p.WriteByte('\n')
	if len(v.Sections) == 0 {
		p.line(2, w.cat.T("compare.no-change"))
		p.WriteByte('\n')
	}
	p.sections(w, v.Sections)
	if len(v.FollowUp) > 0 {
		p.line(2, w.cat.T("compare.followup"))
		p.WriteByte('\n')
		p.sections(w, v.FollowUp)
	}
	if v.After != "" {
		p.line(2, v.After)
		p.WriteByte('\n')
	}
}

func (p *page) sections(w wording, all []section) {
	for _, s := range all {
		p.bold(2, s.Heading+" ("+strconv.Itoa(s.Count)+")")
		for _, e := range s.Entries {
			p.entry(w, e)
		}
		p.WriteByte('\n')
	}
}

// entry writes who and, indented below, what. A place ends a change's last
// line.
func (p *page) entry(w wording, e riskChanges) {
	indent := 4
	if e.Who != "" {
		p.line(4, e.Who)
		indent = 6
	}
	for _, l := range e.Lines {
		what := l.What
		if l.Texts {
			what = w.change(rules.Shorten(l.Old, 160), rules.Shorten(l.New, 160))
		}
		if l.Label != "" {
			what = w.cat.T("compare.named", "field", l.Label, "change", what)
		}
		if l.Place != "" {
			what = strings.TrimSpace(what + " [" + l.Place + "]")
		}
		p.line(indent, what)
	}
}

func (p *page) bold(indent int, text string) {
	if !p.color {
		p.line(indent, text)
		return
	}
	for _, l := range output.Wrap(output.OneLine(text), width-indent) {
		p.WriteString(strings.Repeat(" ", indent) + "\x1b[1m" + l + "\x1b[0m\n")
	}
}

// line writes a text over as many lines as it takes, each indented.
func (p *page) line(indent int, text string) {
	for _, l := range output.Wrap(output.OneLine(text), width-indent) {
		p.WriteString(strings.Repeat(" ", indent) + l + "\n")
	}
}
