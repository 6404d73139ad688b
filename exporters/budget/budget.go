// Package budget writes a board's money as a workbook: a sheet for each budget
// with its alternatives side by side, one for the follow-ups of the economy,
// one for cost shares. Start with [Render].
//
// Totals, nets, deviations, changes and shares are formulas with their results
// stored, so that a program that does not calculate shows them too. Where the
// source printed something else, its amount stands beside.
package budget

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Render writes one workbook for each book that has budgets or cost shares:
// "<board>-<year>-budget.xlsx", letters a–z only; two books of one name are
// told apart by a number. An error means that a workbook could not be made.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	all, err := Pending(r, opts)
	if err != nil {
		return nil, err
	}
	files, _, err := output.Finish(all)
	return files, err
}

// Pending gives the workbooks that [Render] would make, each to be made when it
// is asked for.
func Pending(r *rules.Report, opts output.Options) ([]output.Pending, error) {
	cat := opts.Lang
	if cat == nil {
		var err error
		if cat, err = lang.Get(lang.Default); err != nil {
			return nil, err
		}
	}
	var all []output.Pending
	taken := workbook.Names{}
	for _, b := range r.Books {
		if len(b.Budgets)+len(b.Allocations) == 0 {
			continue
		}
		all = append(all, output.Pending{Name: fileName(r, b, cat, taken), Make: func() ([]byte, []rules.Finding, error) {
			data, err := render(r, b, opts.Version, cat)
			if err != nil {
				return nil, nil, fmt.Errorf("budget of %q %d: %w", b.Board, b.Year, err)
			}
			return data, nil, nil
		}})
	}
	return all, nil
}

// builder makes one workbook.
type builder struct {
	file    *excelize.File
	styles  *workbook.Styles
	cat     *lang.Catalog
	report  *rules.Report
	book    *model.Book
	version string
	sheets  []*sheet
}

func render(r *rules.Report, book *model.Book, version string, cat *lang.Catalog) ([]byte, error) {
	f := excelize.NewFile().SetZipWriter(workbook.NewOrdered)
	defer f.Close()
	b := &builder{file: f, styles: workbook.NewStyles(f), cat: cat, report: r, book: book, version: version}
	for _, group := range groups(book.Budgets) {
		b.sheets = append(b.sheets, b.budgetSheet(group))
	}
	if s := b.followSheet(); s != nil {
		b.sheets = append(b.sheets, s)
	}
	if s := b.sharesSheet(); s != nil {
		b.sheets = append(b.sheets, s)
	}
	var names []string
	for _, s := range b.sheets {
		names = append(names, s.Name)
	}
	if err := workbook.Tabs(f, names...); err != nil {
		return nil, err
	}
	for _, s := range b.sheets {
		if err := b.write(s); err != nil {
			return nil, err
		}
	}
	if err := b.properties(); err != nil {
		return nil, err
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// groups puts alternatives of one budget together, in the order they were
// read; follow-ups have a sheet of their own. A table that stands twice in the
// documents is taken once.
func groups(budgets []*model.Budget) [][]*model.Budget {
	var out [][]*model.Budget
	for _, b := range budgets {
		if b.FollowsOwnYear() || !amounts(b) || repeated(out, b) {
			continue
		}
		n := len(out)
		if n > 0 && b.Alternative > 1 && out[n-1][0].Alternative == 1 && alike(out[n-1][0], b) {
			out[n-1] = append(out[n-1], b)
			continue
		}
		out = append(out, []*model.Budget{b})
	}
	return out
}

// amounts reports whether a table has a column of amounts.
func amounts(b *model.Budget) bool {
	return slices.ContainsFunc(b.Columns, func(c model.BudgetColumn) bool {
		return c.Role != model.RoleChange && c.Role != model.RolePercent && c.Role != model.RolePlain
	})
}

func repeated(groups [][]*model.Budget, b *model.Budget) bool {
	for _, g := range groups {
		for _, o := range g {
			if same(o, b) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two tables have the same lines and columns.
func alike(a, b *model.Budget) bool {
	if len(a.Lines) != len(b.Lines) || len(a.Columns) != len(b.Columns) {
		return false
	}
	for i := range a.Columns {
		if model.Key(a.Columns[i].Heading) != model.Key(b.Columns[i].Heading) {
			return false
		}
	}
	for i := range a.Lines {
		if model.Key(a.Lines[i].Name.V) != model.Key(b.Lines[i].Name.V) {
			return false
		}
	}
	return true
}

// same reports whether two tables say the same to the last amount.
func same(a, b *model.Budget) bool {
	if !alike(a, b) || a.Unit != b.Unit || a.Caption != b.Caption {
		return false
	}
	for i := range a.Lines {
		for j := range a.Lines[i].Amounts {
			x, y := a.Lines[i].Amounts[j], b.Lines[i].Amounts[j]
			if x.OK != y.OK || !x.V.Equal(y.V) {
				return false
			}
		}
	}
	return true
}

// properties tells what the workbook is, for file lists and screen readers.
func (b *builder) properties() error {
	title := b.cat.T("budget.title")
	if b.book.Year != 0 {
		title = b.cat.T("budget.sheet.budget.year", "year", b.book.Year)
	}
	if b.book.Board != "" {
		title += " – " + b.book.Board
	}
	return workbook.Describe(b.file, workbook.About{
		Title: title, Subject: b.book.Board,
		Description: b.cat.T("budget.description", "version", b.version), Language: b.cat.T("budget.language"),
	})
}
