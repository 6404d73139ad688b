package csv

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var amountColumns = []string{"file", "place", "cell", "board", "year", "unit", "line", "column", "role", "amount"}

// amounts gives a row for each amount of the budgets and of the shares in running text.
func amounts(r *rules.Report, cat *lang.Catalog) [][]string {
	var rows [][]string
	for _, d := range r.Documents {
		for i := range d.Budgets {
			b := &d.Budgets[i]
			for j := range b.Lines {
				rows = append(rows, budgetLine(r, cat, d, b, &b.Lines[j])...)
			}
		}
		for i := range d.Allocations {
			a := &d.Allocations[i]
			for _, s := range a.Shares {
				row := append(origin(r, d, a.At), a.Board, yearOf(a.Year), string(s.Unit), output.AsRead(s.Party), "", "", amount(cat, s.Amount))
				rows = append(rows, row)
			}
		}
	}
	return rows
}

func budgetLine(r *rules.Report, cat *lang.Catalog, d *model.Document, b *model.Budget, l *model.BudgetLine) [][]string {
	var rows [][]string
	for k, v := range l.Amounts {
		if v.Raw == "" || k >= len(b.Columns) {
			continue
		}
		c := &b.Columns[k]
		at := v.At
		if at == (model.Source{}) {
			at = l.At
		}
		rows = append(rows, append(origin(r, d, at), b.Board, yearOf(b.Year), string(b.Unit), output.AsRead(l.Name), output.OneLine(c.Heading), output.RoleName(cat, c.Role), amount(cat, v)))
	}
	return rows
}

// amount is written without spaces between thousands, which not every spreadsheet takes
// for a number; what is no amount stays as it stands.
func amount(cat *lang.Catalog, v model.Value[decimal.Decimal]) string {
	if !v.OK {
		return v.Raw
	}
	return strings.Replace(v.V.StringFixed(int32(model.Decimals(v.V))), ".", cat.T("text.decimals"), 1)
}

// origin gives the cells that say where something stands.
func origin(r *rules.Report, d *model.Document, at model.Source) []string {
	p := r.Place(at)
	if p.Page > 0 {
		return []string{d.File, strconv.Itoa(p.Page), ""}
	}
	return []string{d.File, p.Sheet, at.Cell()}
}

func yearOf(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
