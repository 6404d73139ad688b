package budget

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// sheet makes a grid from text: a line a row, cells divided by "|". "<" merges
// a cell into the one to its left; "#12.5" is a stored number, "=12.5" a
// formula that gives it.
func sheet(name, text string) grid.Table {
	t := grid.Table{Name: name, Confidence: 1}
	for row, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		t.Rows = append(t.Rows, nil)
		if strings.TrimSpace(line) == "" {
			continue
		}
		for col, text := range strings.Split(line, "|") {
			text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
			c := grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Row: int32(row + 1), Col: int32(col + 1)}}
			switch {
			case text == "":
				c.Kind = grid.Empty
			case text == "<":
				origin := t.Rows[row][col-1]
				c.Text, c.Kind, c.Covered, c.OriginRow, c.OriginCol = "", grid.Empty, true, int32(row), int32(col-1)
				if origin.Covered {
					c.OriginCol = origin.OriginCol
				}
				t.Rows[row][c.OriginCol].ColSpan = int32(col) - c.OriginCol + 1
			case text[0] == '#':
				c.Text, c.Kind = text[1:], grid.Number
			case text[0] == '=':
				c.Text, c.Kind, c.Formula = text[1:], grid.Number, "SUM(B1:B9)"
			}
			t.Rows[row] = append(t.Rows[row], c)
		}
	}
	return t
}

// read reads sheets as those of one workbook.
func read(sheets ...grid.Table) (*model.Document, []model.Budget, []model.Allocation) {
	return readFrom("ekonomi.xlsx", sheets...)
}

// readFrom reads sheets as those of the workbook that a path names.
func readFrom(file string, sheets ...grid.Table) (*model.Document, []model.Budget, []model.Allocation) {
	doc := &model.Document{File: file, Kind: model.KindWorkbook}
	for i := range sheets {
		doc.Places = append(doc.Places, model.Place{File: doc.File, Sheet: sheets[i].Name})
		sheets[i].Place = int32(i)
		for r := range sheets[i].Rows {
			for c := range sheets[i].Rows[r] {
				sheets[i].Rows[r][c].At.Place = int32(i)
			}
		}
	}
	budgets, allocations := Read(doc, sheets, nil, config.BudgetWords(), nil)
	return doc, budgets, allocations
}

// shown writes a budget as text: what it is, its columns, its lines.
func shown(b *model.Budget) string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s/%s/%d %s %d %s %d %v\n", b.Title, b.Caption, b.Alternative, b.Unit, b.Decimals, b.Board, b.Year, b.Period)
	for _, c := range b.Columns {
		fmt.Fprintf(&s, "%s:%s:%d:%d-%d\n", c.Heading, c.Role, c.Year, c.Period.From, c.Period.To)
	}
	for _, l := range b.Lines {
		s.WriteString(l.Name.V + ":" + string(l.Kind))
		if l.Total {
			s.WriteString(":total")
		}
		for _, v := range l.Amounts {
			text := "(" + v.Raw + ")"
			if v.OK {
				text = v.V.StringFixed(int32(model.Decimals(v.V)))
			}
			s.WriteString(" " + text)
		}
		s.WriteString("\n")
	}
	return s.String()
}

func compare(t *testing.T, name, got, want string) {
	t.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
	}
}

func TestSheets(t *testing.T) {
	for _, tt := range []struct{ name, sheet, text, want string }{
		{"parties by years", "Budget 2027", `
Hamnnämnden
Budget 2027
Belopp i tkr

 | 2026 | 2027
Norrviks kommun | #4120 | #4380.5
Österås kommun | #2310 | #2415
Summa | =6430 | =6795.5
`, `
Budget 2027//0 tkr 1 Hamnnämnden 2027 {0 0}
2026:year:2026:0-0
2027:year:2027:0-0
Norrviks kommun:party 4120 4380.5
Österås kommun:party 2310 2415
Summa::total 6430 6795.5`},
		{"follow-up with broken headings", "Uppföljning", `
Ekonomisk uppföljning januari–augusti 2026
(mnkr\nmed en\ndecimal) | Budget\njan-aug\n2026 | Utfall\njan-\naug 2026 | Budget-\navvikelse\njan–aug\n2026 | Prognos\nhelår 2026 | Årsprognos\nbudget-\navvikelse
Verksamhetens\nintäkter | 5,9 | 6,2 | 0,3 | – | 
Verksamhetens\nkostnader | −5,9 | - 6,2 | (0,3) | 9,4 | 0,6
Verksamhetens\nnettokostnad | 0 | 0 | 0 | oklart | 
`, `
Ekonomisk uppföljning januari–augusti 2026//0 mnkr 1  2026 {1 8}
Budget jan-aug 2026:budget:2026:1-8
Utfall jan-aug 2026:outcome:2026:1-8
Budgetavvikelse jan–aug 2026:deviation:2026:1-8
Prognos helår 2026:forecast:2026:1-12
Årsprognos budgetavvikelse:forecastDeviation:0:1-12
Verksamhetens intäkter:income 5.9 6.2 0.3 (–) ()
Verksamhetens kostnader:cost -5.9 -6.2 -0.3 9.4 0.6
Verksamhetens nettokostnad:net 0 0 0 (oklart) ()`},
		{"two rows of headings", "Blad1", `
Ekonomi, tkr
 | Jan–apr 2026 | < | < | Helår 2026 | < | <
Post | Budget | Utfall | Avvikelse | Budget | Prognos | Avvikelse
Intäkter | 100 | 90 | -10 | 300 | 290 | -10
`, `
Ekonomi, tkr//0 tkr 0  2026 {0 0}
Jan–apr 2026 Budget:budget:2026:1-4
Jan–apr 2026 Utfall:outcome:2026:1-4
Jan–apr 2026 Avvikelse:deviation:2026:1-4
Helår 2026 Budget:budget:2026:1-12
Helår 2026 Prognos:forecast:2026:1-12
Helår 2026 Avvikelse:deviation:2026:1-12
Intäkter:income 100 90 -10 300 290 -10`},
		{"groups, codes and shares", "Budget", `
Budget tkr
Konto | Benämning | Budget 2026 | Andel % | Kommentar
 | Intäkter
3000 | Avgifter | 1 200 | 80 % | enligt taxa
3100 | Bidrag | 300 | 20 %
 | Summa intäkter | 1 500 | 100 %
`, `
Budget tkr//0 tkr 0  2026 {0 0}
Budget 2026:budget:2026:0-0
Andel %:percent:0:0-0
Intäkter:group () ()
3000 Avgifter: 1200 80
3100 Bidrag: 300 20
Summa intäkter:income:total 1500 100`},
		{"amounts with their unit", "Fördelning", `
Kostnad per part | 2026
Norrvik | 284 tkr
Österås | 1 257 tkr
Totalt | 1 541 tkr
`, `
Fördelning//0 tkr 0  2026 {0 0}
2026:year:2026:0-0
Norrvik:party 284
Österås:party 1257
Totalt::total 1541`},
	} {
		_, budgets, _ := read(sheet(tt.sheet, tt.text))
		var got string
		for i := range budgets {
			got += shown(&budgets[i])
		}
		compare(t, tt.name, got, tt.want)
	}
}

// TestNotBudgets: tables of years or costs that are no budgets.
func TestNotBudgets(t *testing.T) {
	for name, text := range map[string]string{
		"statistics":        "Antal ärenden | 2024 | 2025\nBygglov | 120 | 131\nTillsyn | 40 | 38\nTotalt | 160 | 169",
		"rotation":          "År | Ordförande | Vice ordförande\n2025 | Norrvik | Österås\n2026 | Österås | Norrvik",
		"register":          "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd | Kostnad\nR1 | Kajen stängs | 3 | 4 | 12 | Se över | 2000\nR2 | Avbrott | 2 | 2 | 4 | Öva | 1000",
		"follow-up":         "Nr | Åtgärd | Ansvarig | T1 | T2 | T3\nR1 | Öva | Chef | Klart | Klart | \nR2 | Mäta | Chef | | Pågår | ",
		"action plan":       "Åtgärd | Ansvarig | Budget | Klart\nÖva | Chef | 20 | 2026\nMäta | Chef | 30 | 2027",
		"definitions":       "Riskvärde | Rekommendation\n1-3 | Acceptera\n4-11 | Reducera",
		"bare figures":      "2025 | 2026\n1 | 2\n3 | 4",
		"per cent":          "Andel nöjda (%) | 2025 | 2026\nNorrvik | 71 | 74\nÖsterås | 80 | 79",
		"dates":             "Sammanträde | 2026\nVår | 9 februari\nHöst | 9 november",
		"costs of measures": "Budget, tkr\nÅtgärd | Budget 2026 | Ansvarig | Läge | Kommentar\nÖva | 20 | Chef | Klart | Bra\nMäta | 30 | Chef | Pågår | Bra",
		"empty budget":      "tkr | Budget 2026 | Utfall 2026\nIntäkter | | \nKostnader | | ",
	} {
		if _, budgets, _ := read(sheet("Blad1", text)); len(budgets) > 0 {
			t.Errorf("%s was read as a budget:\n%s", name, shown(&budgets[0]))
		}
	}
}

// TestYearOfFile: a table without a year has that of the file's name, and never that of
// a folder, which may be called after anything.
func TestYearOfFile(t *testing.T) {
	for file, want := range map[string]int{"arkiv 2024/budget.xlsx": 0, "arkiv 2024/budget 2026.xlsx": 2026} {
		_, budgets, _ := readFrom(file, sheet("Budget", "Driftbudget, tkr\nVerksamhet | Budget | Utfall\nKaj | 10 | 9\nKran | 5 | 6\nSumma | 15 | 15"))
		if len(budgets) != 1 || budgets[0].Year != want || budgets[0].YearOfFile != (want != 0) {
			t.Errorf("%s: %+v", file, budgets)
		}
	}
}

func TestUnreadAndSources(t *testing.T) {
	doc, budgets, _ := read(sheet("Budget", `
Budget, tkr
Post | Budget 2026 | Utfall 2026 | Kommentar
Avgifter | 12 | se not | enligt taxa
Hyror | 9 | 9 |
`))
	if len(budgets) != 1 {
		t.Fatalf("read %d budgets", len(budgets))
	}
	var unread []string
	for _, u := range doc.Unread {
		unread = append(unread, u.At.Cell()+" "+u.V)
	}
	if got := strings.Join(unread, ", "); got != "C3 se not, D3 enligt taxa" {
		t.Errorf("unread: %s", got)
	}
	b := &budgets[0]
	if b.At.Cell() != "A2" || b.Lines[1].At.Cell() != "A4" || b.Lines[1].Amounts[1].At.Cell() != "C4" || b.Columns[1].At.Cell() != "C2" {
		t.Errorf("sources: %s %s %s %s", b.At.Cell(), b.Lines[1].At.Cell(), b.Lines[1].Amounts[1].At.Cell(), b.Columns[1].At.Cell())
	}
	if b.UnitAt.Cell() != "A1" {
		t.Errorf("the unit stands in %q", b.UnitAt.Cell())
	}
}

func TestAlternatives(t *testing.T) {
	_, budgets, _ := read(sheet("Budget", `
Budget 2027, tkr
Med ny kran i yttre hamnen
 | 2026 | 2027
Norrvik | 10 | 14
Österås | 5 | 7
Total | 15 | 21


Utan ny kran i yttre hamnen
 | 2026 | 2027
Norrvik | 10 | 11
Österås | 5 | 6
Total | 15 | 17
`))
	if len(budgets) != 2 {
		t.Fatalf("read %d budgets", len(budgets))
	}
	for i, want := range []string{"Med ny kran i yttre hamnen", "Utan ny kran i yttre hamnen"} {
		b := &budgets[i]
		if b.Alternative != i+1 || b.Unit != model.UnitTkr || b.Year != 2027 || b.Caption != want && b.Title != want {
			t.Errorf("alternative %d: %s", i+1, shown(b))
		}
	}
}
