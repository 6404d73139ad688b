// Package text writes reports for people at a terminal: [Check] the findings,
// grouped by file and sheet, [Inspect] an outline of what was read. Colour is
// an addition: nothing is said by colour alone.
package text

import (
	"strings"

	"riskbok/exporters/causes"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// narrow is the number of characters a line has where nothing is known of what
// shows it, and the least it is ever wrapped at.
const narrow = 80

// page is a text under construction.
type page struct {
	strings.Builder
	cat   *lang.Catalog
	paint paint
	r     *rules.Report

	teller *causes.Teller
	width  int // of a line, in characters
}

func newPage(r *rules.Report, opts output.Options) *page {
	return &page{cat: opts.Lang, paint: paint(opts.Color), r: r, teller: causes.New(r, opts.Lang), width: max(opts.Width, narrow)}
}

// line writes its parts and a line break.
func (p *page) line(parts ...string) {
	for _, part := range parts {
		p.WriteString(part)
	}
	p.WriteByte('\n')
}

// block writes a text over as many lines as it takes, each indented.
func (p *page) block(indent int, text string, style func(string) string) {
	for _, l := range output.Wrap(output.Plain(text), p.width-indent) {
		p.line(strings.Repeat(" ", indent), style(l))
	}
}

// item writes a point of a list, its further lines beneath the text of its first.
func (p *page) item(indent int, text string) {
	mark := "– "
	for _, l := range output.Wrap(output.Plain(text), p.width-indent-2) {
		p.line(strings.Repeat(" ", indent), mark, l)
		mark = "  "
	}
}

func (p *page) file() []model.File { return []model.File{{Data: []byte(p.String())}} }
