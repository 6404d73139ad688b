package budget

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// TestHeadings: what a column's heading says.
func TestHeadings(t *testing.T) {
	w := newWords(config.BudgetWords())
	for text, want := range map[string]string{
		"2026": "2026|year|2026|0-0|true", "År 2026 (tkr)": "År 2026 (tkr)|year|2026|0-0|true",
		"Budget\njan−aug\n2025": "Budget jan−aug 2025|budget|2025|1-8|true", "Budget 31 aug": "Budget 31 aug|budget|0|1-8|true",
		"Utfall 31\naug 2025": "Utfall 31 aug 2025|outcome|2025|1-8|true", "Utfall\n2508": "Utfall 2508|outcome|2025|1-8|true", "Konto 2513": "Konto 2513||0|0-0|false",
		"Budsjett 2026": "Budsjett 2026|budget|2026|0-0|true", "Regnskab 2024": "Regnskab 2024|outcome|2024|0-0|true", "Afvigelse": "Afvigelse|deviation|0|0-0|true",
		"Utfall 2025-08-31":   "Utfall 2025-08-31|outcome|2025|1-8|true",
		"Utfall t.o.m. april": "Utfall t.o.m. april|outcome|0|1-4|true", "Utfall augusti": "Utfall augusti|outcome|0|8-8|true",
		"Årsprogno\ns budget-\navvikelse 2025": "Årsprogno s budgetavvikelse 2025|forecastDeviation|2025|0-0|true",
		"Årsprognos budgetavv\nikelse":         "Årsprognos budgetavv ikelse|forecastDeviation|0|1-12|true",
		"Prognos vid\nrapport jan-\naug 2024":  "Prognos vid rapport jan-aug 2024|forecast|2024|1-8|true",
		"Avvikelse mot budget":                 "Avvikelse mot budget|deviation|0|0-0|true", "Bokslut 2024": "Bokslut 2024|outcome|2024|1-12|true",
		"Förändring 2025–2026": "Förändring 2025–2026|change|0|0-0|true", "Förändring %": "Förändring %|percent|0|0-0|true",
		"Utfall ack": "Utfall ack|outcome|0|1-0|true", "Plan 2028": "Plan 2028|budget|2028|0-0|true", "Belopp": "Belopp||0|0-0|true",
		"Kostnad 2026": "Kostnad 2026|year|2026|0-0|true", "Kostnadsställe 2026": "Kostnadsställe 2026||2026|0-0|false", "Maj": "Maj||0|5-5|true",
		"Budget tertial 2": "Budget tertial 2|budget|0|5-8|true", "Kommentar": "Kommentar||0|0-0|false", "Planering": "Planering||0|0-0|false", "": "||0|0-0|false",
	} {
		c, known := w.heading(text)
		if got := fmt.Sprintf("%s|%s|%d|%d-%d|%v", c.Heading, c.Role, c.Year, c.Period.From, c.Period.To, known); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// A minus behind the digits is a minus in front of a unit too.
func TestAmountsWithUnits(t *testing.T) {
	w := newWords(config.BudgetWords())
	for text, want := range map[string]string{"1 250- tkr": "-1250 tkr", "1 250− tkr": "-1250 tkr", "1 250 tkr": "1250 tkr", "(3 200) tkr": "-3200 tkr", "5 269:-": "5269 kr", "50 000 kr": "50000 kr"} {
		d, unit, ok := w.amountText(text)
		if got := fmt.Sprintf("%s %s", d, unit); !ok || got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// Years over Budget, Utfall, Avvikelse: both rows are the heading.
func TestYearsOverRoles(t *testing.T) {
	w := newWords(config.BudgetWords())
	table := sheet("Budget", "Verksamhet | 2025 | 2025 | 2025 | 2026\n | Budget | Utfall | Avvikelse | Budget\nIntäkter | 5000 | 5100 | 100 | 5200\nPersonal | -3000 | -3100 | -100 | -3200")
	h := w.headerAt(&table, 0)
	if h == nil || h.bottom != 1 || h.columns[2].Role != model.RoleDeviation || h.columns[2].Year != 2025 || h.columns[3].Role != model.RoleBudget || h.columns[3].Year != 2026 {
		t.Errorf("%+v", h)
	}
}

// Numbers of months under Utfall are of the heading where a year or another heading
// stands beside them, and an amount is one all the same.
func TestMonthsUnderRoles(t *testing.T) {
	w := newWords(config.BudgetWords())
	table := sheet("Budget", " | Utfall | Utfall | Budget | Prognos | \nMkr | 2508 | 2408 | 2025 | 2025 | Avvikelse\nIntäkter | 278 | 265 | 398 | 412 | 14\nPersonal | -1092 | -1048 | -1655 | -1668 | -13")
	h := w.headerAt(&table, 0)
	if h == nil || h.bottom != 1 || h.columns[0].Period != (model.Period{From: 1, To: 8}) || h.columns[1].Year != 2024 || h.columns[4].Role != model.RoleDeviation {
		t.Errorf("%+v", h)
	}
	for _, first := range []string{"Hyror | 2508 | 2411", "Resultat | 2508 | 2411", "Bidrag | 2508 | 2025"} {
		table = sheet("Budget", "Tkr | Budget | Utfall\n"+first+"\nLöner | 2603 | 2702")
		if h := w.headerAt(&table, 0); h == nil || h.bottom != 0 {
			t.Errorf("%s heads the table: %+v", first, h)
		}
	}
}

func TestUnitsAndDecimals(t *testing.T) {
	w := newWords(config.BudgetWords())
	for text, want := range map[string]string{
		"(mnkr\nmed en\ndecimal)": "mnkr 1", "Belopp i tkr, utan decimaler": "tkr 0", "Tusentals kronor": "tkr -1", "miljoner kronor, 2 decimaler": "mnkr 2",
		"5 269:-": "kr -1", "Kostnad per invånare, kr": "kr -1", "569tkr": "tkr -1", "Kronan": " -1", "MSEK": "mnkr -1", "tkrona": " -1", "1 000-tals kr": "tkr -1", "k SEK": "tkr -1", "belopp i 1 000-tal": "tkr -1", "miljarder kronor": " -1",
	} {
		if got := fmt.Sprintf("%s %d", w.unit(text), w.decimals(text)); got != want {
			t.Errorf("%q says %q, want %q", text, got, want)
		}
	}
}

// TestTaken: rows that a register holds are not read again.
func TestTaken(t *testing.T) {
	tables := []grid.Table{sheet("Budget", "Budget, tkr | Budget 2026 | Utfall 2026\nÖva | 20 | 21\nMäta | 30 | 29")}
	doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Budget"}}}
	register := model.Register{Table: model.Table{At: model.Source{Row: 1, Col: 1}}}
	for _, row := range []int32{2, 3} {
		register.Risks = append(register.Risks, model.Risk{Assessment: model.Assessment{At: model.Source{Row: row, Col: 1}}})
	}
	if budgets, _ := Read(doc, tables, nil, config.BudgetWords(), nil); len(budgets) != 1 {
		t.Fatalf("read %d budgets", len(budgets))
	}
	doc.Registers = append(doc.Registers, register)
	if budgets, _ := Read(doc, tables, nil, config.BudgetWords(), nil); len(budgets) != 0 {
		t.Errorf("read %d budgets", len(budgets))
	}
}

// TestSettled: that a table looks like a follow-up and was not read is taken back
// where it is a budget that was.
func TestSettled(t *testing.T) {
	tables := []grid.Table{sheet("Budget", "Konto, tkr | Budget 2026 | Utfall 2026\nLöner | 20 | 21\nHyror | 30 | 29\n\nÅtgärd | Vem | När\nÖva | Chef | Maj")}
	doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Budget"}}}
	for _, row := range []int32{2, 5} {
		doc.NotChecked = append(doc.NotChecked, model.NotChecked{What: model.SubjectFollowUp, Why: model.NotUnderstood, At: model.Source{Row: row, Col: 1}})
	}
	if Read(doc, tables, nil, config.BudgetWords(), nil); len(doc.NotChecked) != 1 || doc.NotChecked[0].At.Row != 5 {
		t.Errorf("still not checked: %+v", doc.NotChecked)
	}
}

// TestTakenBelow: the line over a register's headings is no heading row of
// amounts, though it names a plan.
func TestTakenBelow(t *testing.T) {
	tables := []grid.Table{sheet("Plan", "Risk | Steg 2, plan | Steg 3, budget\nRisk | Riskvärde | Kostnad\nPollare lossnar | 12 | 30\nKajen rämnar | 8 | 20")}
	doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Plan"}}}
	if budgets, _ := Read(doc, tables, nil, config.BudgetWords(), nil); len(budgets) != 1 {
		t.Fatalf("read %d budgets", len(budgets))
	}
	register := model.Register{Table: model.Table{At: model.Source{Row: 2, Col: 1}}}
	for _, row := range []int32{3, 4} {
		register.Risks = append(register.Risks, model.Risk{Assessment: model.Assessment{At: model.Source{Row: row, Col: 1}}})
	}
	doc.Registers = append(doc.Registers, register)
	if budgets, _ := Read(doc, tables, nil, config.BudgetWords(), nil); len(budgets) != 0 {
		t.Errorf("read %d budgets", len(budgets))
	}
}

// TestTwice: the same table once more is no alternative.
func TestTwice(t *testing.T) {
	const text = " | 2026 | 2027\nNorrvik | 10 | 14\nTotal | 10 | 14"
	_, budgets, _ := read(sheet("Budget A", "Budget 2027, tkr\n"+text), sheet("Budget B", "Budget 2027, tkr\n"+text))
	if len(budgets) != 2 || budgets[0].Alternative != 0 || budgets[1].Alternative != 0 {
		t.Errorf("read %+v", budgets)
	}
}

// TestSideBySide: alternatives beside each other under captions of their own,
// as riskbok writes them.
func TestSideBySide(t *testing.T) {
	_, budgets, _ := read(sheet("Budget 2027", `
Budget 2027
Hamnnämnden

 | Alternativ 1: med ny kran | < | < | Alternativ 2: utan ny kran | < | <
Part | 2026 (tkr) | 2027 (tkr) | Förändring 2026–2027 (tkr) | 2026 (tkr) | 2027 (tkr) | Förändring 2026–2027 (tkr)
Norrvik | #10 | #14 | =4 | #10 | #11 | =1
Total | =10 | =14 | =4 | =10 | =11 | =1
`))
	var got string
	for i := range budgets {
		got += shown(&budgets[i])
	}
	const columns = `
2026 (tkr):year:2026:0-0
2027 (tkr):year:2027:0-0
Förändring 2026–2027 (tkr):change:0:0-0
`
	compare(t, "side by side", got, `
Budget 2027/Alternativ 1: med ny kran/1 tkr 0 Hamnnämnden 2027 {0 0}`+columns+`Norrvik:party 10 14 4
Total::total 10 14 4
Budget 2027/Alternativ 2: utan ny kran/2 tkr 0 Hamnnämnden 2027 {0 0}`+columns+`Norrvik:party 10 11 1
Total::total 10 11 1`)
}

// TestHostile: tables that are nothing but headings, and ragged ones, end in
// good time and without a panic.
func TestHostile(t *testing.T) {
	heads := strings.Repeat("Budget 2026 | Utfall 2026 | Avvikelse 2026 | Prognos 2026 | Budget 2027\n", fulltest.Cases(2000, 20000))
	long := strings.Repeat("totalt 5 tkr fördelas Norrvik 3 tkr, ", 800)
	read(sheet("Heads", heads), sheet("Long", long), sheet("Long list", strings.Repeat(long[:1900]+"\n", 200)),
		sheet("Ragged", "tkr | Budget 2026 | Utfall 2026\nIntäkter | 5\nKostnader | 5 | 6 | 7 | 8\n | \nNetto"),
		sheet("Empty", ""), grid.Table{Rows: [][]grid.Cell{nil, {}, nil}})
}

// TestByMonth: months alone over the columns make a budget where money is
// spoken of, and only there.
func TestByMonth(t *testing.T) {
	const amounts = " | Jan | Feb | Mars | Kv 1 | Helår\nIntäkter | 10 | 10 | 12 | 32 | 130\nKostnader | 9 | 9 | 9 | 27 | 108"
	_, budgets, _ := read(sheet("Blad1", "Periodiserad budget 2026\nTkr"+amounts))
	if len(budgets) != 1 {
		t.Fatalf("read %d budgets", len(budgets))
	}
	var got []string
	for _, c := range budgets[0].Columns {
		got = append(got, fmt.Sprintf("%s %d-%d", c.Heading, c.Period.From, c.Period.To))
	}
	if want := "Jan 1-1, Feb 2-2, Mars 3-3, Kv 1 1-3, Helår 1-12"; strings.Join(got, ", ") != want {
		t.Errorf("columns %s, want %s", strings.Join(got, ", "), want)
	}
	if _, budgets, _ = read(sheet("Blad1", "Besök 2026\nAntal"+amounts)); len(budgets) > 0 {
		t.Errorf("numbers of visits were read as a budget:\n%s", shown(&budgets[0]))
	}
}

// A text that is merged over names and amounts above the headings heads no column.
func TestCaptionOverTable(t *testing.T) {
	const rows = "Intäkter | 10 | 9\nKostnader | -8 | -7\nNetto | 2 | 2"
	for text, want := range map[string]int{
		"Budget och utfall i år | < | <\nPost | Budget 2026 (tkr) | Utfall 2026 (tkr)\n" + rows: 2,
		"Budget och utfall i år | < |\nPost | Budget 2026 (tkr) | Utfall 2026 (tkr)\n" + rows:   2,
		"Post | 2026 | <\n | Budget tkr | Utfall tkr\n" + rows:                                  2,
	} {
		_, doc, _ := read(sheet("Budget", text))
		if len(doc) != 1 || len(doc[0].Columns) != want || len(doc[0].Lines) != 3 {
			t.Errorf("%q: %+v", text, doc)
		}
	}
}
