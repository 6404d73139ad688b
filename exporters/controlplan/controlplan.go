// Package controlplan writes a board's year as a workbook in the layout of a
// template: risk analysis and plan, follow-up, risk matrix, definitions and a
// change log. Start with [Render]; [Rollover] makes next year's workbook, and
// [Collect] the sheets that owners report on.
//
// Risk value and treatment are formulas over the definitions sheet with their
// results stored, so that a program that does not calculate shows them too.
// The sheets that riskbok adds of its own, matrix, change log and the list of
// what remains, carry the mark [workbook.OwnName]; the others are made to be read
// back.
package controlplan

import (
	"errors"
	"fmt"
	"slices"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Render writes one workbook for each book that has risks or a follow-up:
// "<board>-<year>-internkontrollplan.xlsx", letters a–z only; two books of one
// name are told apart by a number. Values are as they are after safe fixes. An
// error means that opts has no template, or that a workbook could not be made.
// Levels stay on the book's own scale; see [Convert].
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	all, err := Pending(r, opts, false)
	if err != nil {
		return nil, err
	}
	files, _, err := output.Finish(all)
	return files, err
}

// Pending gives the workbooks that [Render] or, with convert, [Convert] would
// make, each to be made when it is asked for.
func Pending(r *rules.Report, opts output.Options, convert bool) ([]output.Pending, error) {
	cat, err := ready(opts)
	if err != nil {
		return nil, err
	}
	var all []output.Pending
	taken := workbook.Names{}
	for _, b := range r.Books {
		if !hasContent(b) {
			continue
		}
		all = append(all, output.Pending{Name: fileName(r, b, cat, taken), Make: func() ([]byte, []rules.Finding, error) {
			p := merge(r, b, &opts.Template.Scale, convert)
			p.complete()
			p.logFindings(b, func(*rules.Finding) bool { return true })
			data, err := renderPlan(p, opts, cat)
			if err != nil {
				return nil, nil, fmt.Errorf("control plan of %q %d: %w", b.Board, b.Year, err)
			}
			return data, p.lost(), nil
		}})
	}
	return all, nil
}

// ready gives the language to write in. There must be a template.
func ready(opts output.Options) (*lang.Catalog, error) {
	if opts.Template == nil {
		return nil, errors.New("control plan: no template to write it in")
	}
	if opts.Lang != nil {
		return opts.Lang, nil
	}
	return lang.Get(lang.Default)
}

func hasRisks(b *model.Book) bool {
	return slices.ContainsFunc(b.Registers, func(e model.Entry) bool { return len(e.Risks) > 0 })
}

func hasContent(b *model.Book) bool {
	if hasRisks(b) {
		return true
	}
	for _, f := range b.FollowUps {
		if len(f.Rows) > 0 {
			return true
		}
	}
	return false
}

// Ending ends the names of control plans, before ".xlsx".
const Ending = "-internkontrollplan"

// fileName names a book's workbook. A book without a board is named after the
// first file it was read from.
func fileName(r *rules.Report, b *model.Book, cat *lang.Catalog, taken workbook.Names) string {
	file := ""
	if in := inputs(r, b); len(in) > 0 {
		file = in[0]
	}
	return taken.Take(workbook.Stem(b.Board, file, cat.T("controlplan.file.board"), b.Year) + Ending)
}

// builder makes one workbook.
type builder struct {
	book      *workbook.Book
	cat       *lang.Catalog
	tpl       *model.Template
	plan      *plan
	defs      *definitions
	reporting []string
	version   string
	registers []*registerSheet
	follow    *workbook.Sheet
	tables    int
}

func renderPlan(p *plan, opts output.Options, cat *lang.Catalog) ([]byte, error) {
	w := &builder{cat: cat, tpl: opts.Template, version: opts.Version, plan: p}
	if p.showPrevious {
		w.tpl = withPrevious(w.tpl, cat)
	}
	if len(p.kept) > 0 {
		w.tpl = withKept(w.tpl, p.kept, w.cat.T("controlplan.heading.unit"))
	}
	periods := p.periods
	if len(periods) == 0 {
		periods = w.tpl.Layout.FollowUp.Periods
	}
	w.plan.freshFollowUp(periods)
	w.reporting = reportingChoices(w.plan, w.tpl.Layout.Reporting)
	w.defs = placeDefinitions(w.sheetName(w.tpl.Layout.Definitions.Sheet), w.plan.scale, len(w.tpl.Layout.Directions), len(w.reporting))
	w.write()
	return w.book.Bytes()
}

// write makes the sheets, in the order they are to stand.
func (b *builder) write() {
	if len(b.plan.risks) > 0 {
		for i := range b.tpl.Layout.Registers {
			s := b.buildRegister(&b.tpl.Layout.Registers[i])
			if len(s.lines) > 0 {
				b.registers = append(b.registers, s)
			}
		}
	}
	if b.plan.follow != nil {
		b.follow = b.buildFollowUp()
	}
	b.book = workbook.NewBook(b.about(), b.tabs()...)
	b.defineNames()
	if b.plan.todo != nil {
		b.writeTodo()
	}
	for _, s := range b.registers {
		b.writeRegister(s)
	}
	if b.follow != nil {
		b.writeFollowUp(b.follow)
	}
	if len(b.registers) > 0 {
		b.writeMatrix()
	}
	b.writeDefinitions(b.buildDefinitions())
	b.writeLog()
}

// tabs names the workbook's sheets.
func (b *builder) tabs() []string {
	var names []string
	if b.plan.todo != nil {
		names = append(names, b.cat.T("controlplan.todo"))
	}
	for _, s := range b.registers {
		names = append(names, s.Name)
	}
	if b.follow != nil {
		names = append(names, b.follow.Name)
	}
	if len(b.registers) > 0 {
		names = append(names, b.cat.T("controlplan.matrix"))
	}
	return append(names, b.defs.sheet, b.cat.T("controlplan.log"))
}

// sheetName fills in a sheet's name from the template.
func (b *builder) sheetName(name string) string {
	return fill(name, "", b.plan.yearText())
}

// about tells what the workbook is, for file lists and screen readers.
func (b *builder) about() workbook.About {
	title := b.cat.T("controlplan.title")
	if b.plan.year != 0 {
		title += " " + b.plan.yearText()
	}
	if b.plan.board != "" {
		title += " – " + b.plan.board
	}
	return workbook.About{
		Title: title, Subject: b.plan.board,
		Description: b.cat.T("controlplan.description", "version", b.version), Language: b.cat.T("controlplan.language"),
	}
}
