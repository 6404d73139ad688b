package rewrite

import (
	"fmt"
	"strings"

	"riskbok/config"
	"riskbok/exporters/budget"
	"riskbok/exporters/compare"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/correction"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/rules"
	years "riskbok/rules/compare"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Every writes a report as every kind of workbook that riskbok makes of it,
// named after the kind: control plans in each shipped template on the report's
// own scale and on the template's, plans of next year, sheets to collect the
// first period's reports with, budgets, the list of findings, the comparison
// of the report with itself rolled over, and corrected copies. inputs are the
// files that the report's documents were read from, by their IDs.
func Every(r *rules.Report, inputs map[int32]model.File, tag string) ([]model.File, error) {
	cat, err := lang.Get(tag)
	if err != nil {
		return nil, err
	}
	templates, err := config.Templates()
	if err != nil {
		return nil, err
	}
	w := &writer{report: r, opts: output.Options{Lang: cat, Version: "1", Input: func(doc int32) (model.File, error) {
		f, ok := inputs[doc]
		if !ok {
			return f, fmt.Errorf("no input %d", doc)
		}
		return f, nil
	}}}
	for i := range templates {
		if err := w.plans(&templates[i]); err != nil {
			return nil, err
		}
	}
	w.opts.Template = &templates[0]
	if err := w.compared(); err != nil {
		return nil, err
	}
	for _, e := range []struct {
		kind   string
		render output.Render
	}{{"budget", budget.Render}, {"findings", findinglist.Render}, {"fixed", w.corrected}} {
		if err := w.add(e.kind)(e.render(r, w.opts)); err != nil {
			return nil, err
		}
	}
	return w.files, nil
}

type writer struct {
	report *rules.Report
	opts   output.Options
	files  []model.File
}

// add keeps workbooks under names that say what they are.
func (w *writer) add(kind string) func([]model.File, error) error {
	return func(files []model.File, err error) error {
		if err != nil {
			return fmt.Errorf("%s: %w", kind, err)
		}
		for _, f := range files {
			name := strings.ReplaceAll(strings.TrimSuffix(f.Name, ".xlsx"), "/", "-")
			w.files = append(w.files, model.File{Name: strings.TrimSuffix(kind+"-"+name, "-") + ".xlsx", Data: f.Data})
		}
		return nil
	}
}

func (w *writer) plans(t *model.Template) error {
	w.opts.Template = t
	if err := w.add("plan-" + t.Name)(controlplan.Render(w.report, w.opts)); err != nil {
		return err
	}
	files, _, err := controlplan.Convert(w.report, w.opts)
	if err := w.add("converted-"+t.Name)(files, err); err != nil {
		return err
	}
	next, _, err := controlplan.Rollover(w.report, w.opts, controlplan.Next{
		Judge: func(f model.File) (*rules.Report, error) { return Read(f) },
	})
	if err != nil {
		return err
	}
	files, _, err = output.Finish(next)
	if err := w.add("next-"+t.Name)(files, err); err != nil {
		return err
	}
	for _, b := range w.report.Books {
		one := *w.report
		one.Books = []*model.Book{b}
		sheets, err := controlplan.Collect(&one, w.opts, controlplan.Collection{Period: firstPeriod(b, t)})
		if err != nil {
			return err
		}
		files, _, err := output.Finish(sheets[:min(len(sheets), 2)]) // one owner's sheet is like another's
		if err := w.add("collect-"+t.Name)(files, err); err != nil {
			return err
		}
	}
	return nil
}

// firstPeriod is the first one of a book's follow-up, or of one begun in the
// template.
func firstPeriod(b *model.Book, t *model.Template) string {
	for _, f := range b.FollowUps {
		if len(f.Rows) > 0 && len(f.Periods) > 0 {
			return f.Periods[0].Key
		}
	}
	return t.Layout.FollowUp.Periods[0]
}

func (w *writer) compared() error {
	all, _, err := controlplan.Rollover(w.report, w.opts, controlplan.Next{
		Convert: true, Judge: func(f model.File) (*rules.Report, error) { return Read(f) },
	})
	if err != nil {
		return err
	}
	files, _, err := output.Finish(all)
	if err != nil {
		return err
	}
	next, err := Read(files...)
	if err != nil {
		return err
	}
	told := *w.report
	told.Documents = append(append([]*model.Document(nil), told.Documents...), next.Documents...)
	return w.add("compared")(compare.Excel(years.Compare(w.report.Books, next.Books, nil), &told, w.opts))
}

func (w *writer) corrected(*rules.Report, output.Options) ([]model.File, error) {
	if len(w.report.Documents) == 0 {
		return nil, nil
	}
	return correction.Render(w.report, w.opts)
}
