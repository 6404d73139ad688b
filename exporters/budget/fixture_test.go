package budget

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/model"
)

// table makes a budget from text: a line of headings "role year period", then
// lines "name:kind: amount amount". "=" before the name makes a total; an
// amount "?text" was not understood, "-" is empty.
func table(place int32, title string, decimals int, unit model.Unit, columns, lines string) *model.Budget {
	b := &model.Budget{Title: title, Unit: unit, Decimals: decimals, At: model.Source{Place: place, Row: 1, Col: 1}}
	for i, c := range strings.Split(columns, "|") {
		part := strings.Split(strings.TrimSpace(c), "/")
		col := model.BudgetColumn{Heading: part[0], Role: model.ColumnRole(part[1]), At: model.Source{Place: place, Row: 1, Col: int32(i + 2)}}
		for _, y := range []int{2025, 2026, 2027} {
			if strings.Contains(part[0], yearText(y)) {
				col.Year = y
			}
		}
		switch {
		case strings.Contains(part[0], "jan–aug"):
			col.Period = model.Period{From: 1, To: 8}
		case strings.Contains(part[0], "helår"):
			col.Period = model.FullYear
		}
		b.Columns = append(b.Columns, col)
	}
	for i, text := range strings.Split(strings.Trim(lines, "\n"), "\n") {
		part := strings.SplitN(text, ":", 3)
		row := int32(i + 2)
		name, total := strings.CutPrefix(part[0], "=")
		l := model.BudgetLine{Name: model.Text(name, model.Source{Place: place, Row: row, Col: 1}), Kind: model.LineKind(part[1]), Total: total, At: model.Source{Place: place, Row: row, Col: 1}}
		for j, f := range strings.Fields(part[2]) {
			v := model.Value[decimal.Decimal]{Raw: f, At: model.Source{Place: place, Row: row, Col: int32(j + 2)}}
			switch {
			case f == "-":
				v.Raw = ""
			case f[0] == '?':
				v.Raw = f[1:]
			default:
				v.V, v.OK = decimal.RequireFromString(f), true
			}
			l.Amounts = append(l.Amounts, v)
		}
		b.Lines = append(b.Lines, l)
	}
	return b
}

// harbour is an invented board's money: a budget in two alternatives of which
// one has a wrong total, follow-ups with wrong deviations, cost shares stated
// twice, and shares that do not add up.
func harbour() (*rules.Report, *model.Book) {
	doc := &model.Document{File: "handlingar/kallelse.pdf", Kind: model.KindPDF, Places: []model.Place{
		{File: "handlingar/kallelse.pdf", Page: 4}, {File: "handlingar/kallelse.pdf", Page: 9}, {File: "handlingar/kallelse.pdf", Page: 12}}}
	book := &model.Document{ID: 1, File: "ekonomi.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "ekonomi.xlsx", Sheet: "Fördelning"}}}
	const years = "2026/year | 2027/year"
	first := table(0, "Driftbudget", 1, model.UnitTkr, years, `
Norrviks kommun:party: 4120.0 4380.5
Österås kommun:party: 2310.0 2415.0
Sunnanå kommun:party: 0.0 310.5
=Total:: 6430.0 7106.0`)
	first.Year, first.Alternative, first.Caption = 2027, 1, "Med ny kran i yttre hamnen. Ökningen tas ur investeringsramen."
	second := table(0, "Driftbudget", 1, model.UnitTkr, years, `
Norrviks kommun:party: 4120.0 4200.5
Österås kommun:party: 2310.0 2355.0
Sunnanå kommun:party: 0.0 -
=Total:: 6430.0 6655.5`)
	second.Year, second.Alternative, second.Caption = 2027, 2, "Utan ny kran"
	follow := table(1, "Budgetavvikelse och årsprognos", 1, model.UnitMnkr,
		"Budget jan–aug 2027/budget | Utfall jan–aug 2027/outcome | Avvikelse jan–aug 2027/deviation | Avvikelse jan–aug 2026/deviation | Budget helår 2027/budget | Prognos helår 2027/forecast | Prognosavvikelse 2027/forecastDeviation", `
Verksamhetens intäkter:income: 5.9 6.2 0 0.1 8.8 9.4 0.6
Verksamhetens kostnader:cost: -5.9 -6.2 0 -0.1 -8.8 -9.4 -0.6
Verksamhetens nettokostnad:net: 0 0 0 0 0 0 0.1`)
	follow.Year = 2027
	posts := table(2, "Ekonomi per post", 0, model.UnitTkr, "Budget 2027/budget | Utfall 2027/outcome | Avvikelse/deviation | Andel %/percent", `
Intäkter:group: - - - -
Avgifter:: 1200 1180 -20 80.5
Bidrag:: 300 ?oklart - 19.5
=Summa intäkter:income: 1500 1480 -20 100
Summa kostnader:cost: -1450 -1500 -50 -
Netto:net: 50 -20 -70 -`)
	posts.Year = 2027
	shares := func(place int32, total string, list ...string) *model.Allocation {
		a := &model.Allocation{Text: "Licensen kostar totalt " + total + " tkr, som fördelas så här:", Unit: model.UnitTkr, Year: 2027, At: model.Source{Place: place, Row: 7, Col: 1}}
		a.Total = model.Value[decimal.Decimal]{V: decimal.RequireFromString(total), OK: true, At: a.At}
		for i := 0; i < len(list); i += 2 {
			at := model.Source{Place: place, Row: int32(8 + i), Col: 1}
			a.Shares = append(a.Shares, model.Share{Party: model.Text(list[i], at), Unit: model.UnitTkr,
				Amount: model.Value[decimal.Decimal]{V: decimal.RequireFromString(list[i+1]), OK: true, At: at}})
		}
		return a
	}
	wrong := shares(0, "412", "Norrvik", "230", "Österås", "142")
	wrong.At.Doc, wrong.Total.At.Doc = 1, 1
	for i := range wrong.Shares {
		wrong.Shares[i].Amount.At.Doc = 1
	}
	b := &model.Book{Board: "Miljö- och hamnnämnden", Year: 2027, Budgets: []*model.Budget{first, second, follow, posts},
		Allocations: []*model.Allocation{shares(1, "569", "Norrvik", "284", "Österås", "257", "Sunnanå", "28"), shares(2, "569", "Norrvik", "284", "Österås", "257", "Sunnanå", "28"), wrong}}
	return &rules.Report{Documents: []*model.Document{doc, book}}, b
}

// rendered gives the workbook of a book, opened and as bytes.
func rendered(t *testing.T, r *rules.Report, b *model.Book) (*excelize.File, []byte) {
	t.Helper()
	r.Books = []*model.Book{b}
	files, err := Render(r, output.Options{Version: "1.0"})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Fatalf("%d workbooks", len(files))
	}
	return booktest.Open(t, files[0].Data), files[0].Data
}
