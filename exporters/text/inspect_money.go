package text

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules/model"
)

// budget writes a table of amounts: what its columns were taken for, and its lines.
func (p *page) budget(b *model.Budget) {
	facts := append(p.owned(b.Board, b.Year), p.cat.N("text.rows", len(b.Lines)))
	if b.Unit != model.NoUnit {
		facts = append(facts, string(b.Unit))
	}
	p.titled(b.At, "text.budget", facts)
	var columns []string
	for i := range b.Columns {
		c := &b.Columns[i]
		name := oneLine(c.Heading, 40)
		if p.r.Place(c.At).Page == 0 {
			name = strings.TrimSpace(model.ColumnName(int(c.At.Col)) + " " + name)
		}
		columns = append(columns, name+" → "+output.RoleName(p.cat, c.Role))
	}
	if len(columns) > 0 {
		p.block(4, p.cat.T("text.columns", "columns", strings.Join(columns, "; ")), p.paint.dim)
	}
	for i := range b.Lines {
		p.budgetLine(&b.Lines[i])
	}
}

func (p *page) budgetLine(l *model.BudgetLine) {
	name := cmp.Or(oneLine(l.Name.Raw, p.width), p.cat.T("text.empty"))
	if l.Total {
		name = "Σ " + name
	}
	var amounts []string
	any := false
	for _, v := range l.Amounts {
		amounts = append(amounts, p.amount(v))
		any = any || v.Raw != ""
	}
	if any {
		name += ": " + strings.Join(amounts, " · ")
	}
	p.block(4, name, p.paint.none)
}

// amount is what was read; what stands there and is no amount is shown as it is.
func (p *page) amount(v model.Value[decimal.Decimal]) string {
	if v.OK {
		return output.Amount(p.cat, v.V)
	}
	return cmp.Or(oneLine(v.Raw, 40), p.cat.T("text.empty"))
}

// allocation writes how running text shares a cost.
func (p *page) allocation(a *model.Allocation) {
	p.titled(a.At, "text.allocation", p.owned(a.Board, a.Year))
	for i := range a.Shares {
		s := &a.Shares[i]
		p.block(4, oneLine(s.Party.Raw, p.width)+": "+strings.TrimSpace(p.amount(s.Amount)+" "+string(s.Unit)), p.paint.none)
	}
}

// owned names the board and the year of a table.
func (p *page) owned(board string, year int) []string {
	when := p.cat.T("text.no-year")
	if year != 0 {
		when = strconv.Itoa(year)
	}
	return []string{cmp.Or(oneLine(board, p.width), p.cat.T("text.no-board")), when}
}

// titled writes where something stands, what it is, and its facts.
func (p *page) titled(at model.Source, kind string, facts []string) {
	p.line("  ", p.paint.bold(strings.TrimSpace(p.placeName(at)+" "+p.cell(at))), " – ", p.cat.T(kind))
	p.block(4, strings.Join(facts, ", "), p.paint.none)
}
