package json

import (
	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

type budget struct {
	Title       string         `json:"title"`
	Caption     string         `json:"caption"`
	Alternative int            `json:"alternative"`
	Board       string         `json:"board"`
	Year        int            `json:"year"`
	Unit        string         `json:"unit"`
	Columns     []string       `json:"columns"`
	Roles       []budgetColumn `json:"roles"`
	Lines       []budgetLine   `json:"lines"`
	Source      where          `json:"source"`
}

// budgetColumn says what the amounts of a column are; From and To are the
// months of its period, 0 where it states none.
type budgetColumn struct {
	Role string `json:"role"`
	Year int    `json:"year"`
	From int    `json:"from"`
	To   int    `json:"to"`
}

// budgetLine has an amount for each column, with the decimals it was printed
// with; null where nothing is printed.
type budgetLine struct {
	Name    string    `json:"name"`
	Amounts []*string `json:"amounts"`
	Total   bool      `json:"total"`
	Kind    string    `json:"kind"`
	Source  where     `json:"source"`
}

type allocation struct {
	Text   string  `json:"text"`
	Board  string  `json:"board"`
	Year   int     `json:"year"`
	Unit   string  `json:"unit"`
	Total  *string `json:"total"`
	Shares []share `json:"shares"`
	Source where   `json:"source"`
}

type share struct {
	Party  string  `json:"party"`
	Amount *string `json:"amount"`
	Unit   string  `json:"unit"`
}

func describeBudget(r *rules.Report, b *model.Budget) budget {
	out := budget{
		Title: b.Title, Caption: b.Caption, Alternative: b.Alternative, Board: b.Board, Year: b.Year, Unit: string(b.Unit),
		Columns: []string{}, Roles: []budgetColumn{}, Lines: []budgetLine{}, Source: at(r, b.At),
	}
	for _, c := range b.Columns {
		out.Columns = append(out.Columns, c.Heading)
		out.Roles = append(out.Roles, budgetColumn{string(c.Role), c.Year, c.Period.From, c.Period.To})
	}
	for _, l := range b.Lines {
		line := budgetLine{Name: output.AsRead(l.Name), Amounts: []*string{}, Total: l.Total, Kind: string(l.Kind), Source: at(r, l.At)}
		for _, a := range l.Amounts {
			line.Amounts = append(line.Amounts, amount(a))
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

func describeAllocation(r *rules.Report, a *model.Allocation) allocation {
	out := allocation{Text: a.Text, Board: a.Board, Year: a.Year, Unit: string(a.Unit), Total: amount(a.Total), Shares: []share{}, Source: at(r, a.At)}
	for _, s := range a.Shares {
		out.Shares = append(out.Shares, share{output.AsRead(s.Party), amount(s.Amount), string(s.Unit)})
	}
	return out
}

// amount gives a number with the decimals it was printed with.
func amount(v model.Value[decimal.Decimal]) *string {
	if !v.OK {
		return nil
	}
	s := v.V.StringFixed(int32(model.Decimals(v.V)))
	return &s
}
