package html

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func src(doc, place, row, col int32) model.Source {
	return model.Source{Doc: doc, Place: place, Row: row, Col: col}
}

func axis(doc, place int32, labels ...string) model.Axis {
	var a model.Axis
	for i, l := range labels {
		a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l, Numbered: true, At: src(doc, place, int32(i+3), 1)})
	}
	return a
}

func usual(doc, place int32) model.Scale {
	return model.Scale{
		Likelihood: axis(doc, place, "Sällan", "Ibland", "Ofta"), Consequence: axis(doc, place, "Liten", "Måttlig", "Stor"),
		Treatments: []model.Treatment{
			{Min: 1, Max: 2, Label: "Acceptera", At: src(doc, place, 10, 1)}, {Min: 3, Max: 5, Label: "Reducera", InPlan: true, At: src(doc, place, 11, 1)},
			{Min: 6, Max: 9, Label: "Minimera", InPlan: true, At: src(doc, place, 12, 1)},
		},
		Origin: model.OriginDefinitions, At: src(doc, place, 2, 1),
	}
}

// register makes a register of rows "number|risk|likelihood|consequence|value|
// treatment|direction|action|owner|reporting".
func register(doc, place int32, board string, year int, rows ...string) model.Register {
	r := model.Register{Table: model.Table{Name: "Riskanalys", Board: board, Year: year, At: src(doc, place, 4, 1), Confidence: 1}, Analysis: true, Plan: true}
	r.Heads = []model.Head{{At: src(doc, place, 1, 1), Decided: model.Value[model.Date]{V: model.Date{Year: year - 1, Month: 12, Day: 3}, OK: true, At: src(doc, place, 2, 1)}}}
	fields := []model.Field{
		model.FieldNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore, model.FieldTreatment,
		model.FieldDirection, model.FieldAction, model.FieldOwner, model.FieldReporting,
	}
	for i, h := range strings.Split("Nr|Identifierad risk|Sannolikhet|Konsekvens|Riskvärde|Riskhantering|Inriktning|Åtgärd|Ansvarig|Återrapporteras", "|") {
		r.Columns = append(r.Columns, model.Column{Field: fields[i], Heading: h, Score: 100, Reason: model.ReasonHeading, At: src(doc, place, 4, int32(i+1))})
	}
	for i, line := range rows {
		f := strings.Split(line, "|")
		at := func(col int32) model.Source { return src(doc, place, int32(i+5), col) }
		level := func(s string, col int32) model.Value[model.Level] {
			return model.Value[model.Level]{V: model.Level{Label: s}, OK: s != "", Raw: s, At: at(col)}
		}
		n, err := strconv.Atoi(f[4])
		r.Risks = append(r.Risks, model.Risk{
			Number: model.Text(f[0], at(1)), Event: model.Text(f[1], at(2)), Assessment: model.Assessment{Likelihood: level(f[2], 3), Consequence: level(f[3], 4), Score: model.Value[int]{V: n, OK: err == nil, Raw: f[4], At: at(5)}, Treatment: model.Text(f[5], at(6)), At: at(1)},

			Measures: []model.Measure{{
				Number: model.Text(f[0], at(1)), Direction: model.Text(f[6], at(7)), Action: model.Text(f[7], at(8)), Owner: model.Text(f[8], at(9)),
				Reporting: model.Value[[]string]{V: []string{f[9]}, OK: f[9] != "", Raw: f[9], At: at(10)}, At: at(7),
			}},
		})
	}
	return r
}

func followUpOf(doc, place int32, board string, year int, rows ...string) model.FollowUpTable {
	t := model.FollowUpTable{Table: model.Table{Name: "Uppföljning", Board: board, Year: year, At: src(doc, place, 4, 1)}}
	for i, key := range []string{"T1", "T2"} {
		t.Periods = append(t.Periods, model.Column{Field: model.FieldPeriod, Key: key, Heading: key, Reason: model.ReasonHeading, At: src(doc, place, 4, int32(i+4))})
	}
	t.Columns = append([]model.Column{
		{Field: model.FieldNumber, Heading: "Nr", At: src(doc, place, 4, 1)}, {Field: model.FieldAction, Heading: "Åtgärd", At: src(doc, place, 4, 2)},
		{Field: model.FieldOwner, Heading: "Ansvarig", At: src(doc, place, 4, 3)},
	}, t.Periods...)
	for i, line := range rows {
		f := strings.Split(line, "|")
		at := func(col int32) model.Source { return src(doc, place, int32(i+5), col) }
		t.Rows = append(t.Rows, model.FollowUpRow{
			Number: model.Text(f[0], at(1)), Action: model.Text(f[1], at(2)), Owner: model.Text(f[2], at(3)),
			Reports: []model.Value[string]{model.Text(f[3], at(4)), model.Text(f[4], at(5))}, At: at(1),
		})
	}
	return t
}

func budgetOf(doc, place int32, board string, year int) model.Budget {
	b := model.Budget{Title: "Ekonomi", Board: board, Year: year, Unit: model.UnitTkr, Decimals: 1, At: src(doc, place, 3, 1)}
	for i, c := range []model.BudgetColumn{{Heading: "Budget", Role: model.RoleBudget}, {Heading: "Utfall", Role: model.RoleOutcome}, {Heading: "Avvikelse", Role: model.RoleDeviation}} {
		c.At = src(doc, place, 3, int32(i+2))
		b.Columns = append(b.Columns, c)
	}
	for i, line := range []string{"Hamnavgifter|4120.5|4000.0|-120.5", "Personal|-3000.0|-3100.0|-90.0"} {
		f := strings.Split(line, "|")
		l := model.BudgetLine{Name: model.Text(f[0], src(doc, place, int32(i+4), 1)), At: src(doc, place, int32(i+4), 1), Kind: model.LineIncome}
		if i > 0 {
			l.Kind = model.LineCost
		}
		for j, text := range f[1:] {
			l.Amounts = append(l.Amounts, model.Value[decimal.Decimal]{V: decimal.RequireFromString(text), OK: true, Raw: strings.Replace(text, ".", ",", 1), At: src(doc, place, int32(i+4), int32(j+2))})
		}
		b.Lines = append(b.Lines, l)
	}
	return b
}

// sample is two years of one board's workbooks, a meeting book of another board,
// a file of accepted findings, and files that could not be read.
func sample() *rules.Report {
	old := &model.Document{ID: 1, File: "/home/annas-mapp/möten/hamn-2025.xlsx", Kind: model.KindWorkbook}
	old.Places = []model.Place{{File: old.File, Sheet: "Riskanalys"}, {File: old.File, Sheet: "Skala"}}
	old.Scales = []model.Scale{usual(1, 1)}
	old.Registers = []model.Register{register(1, 0, "Hamnnämnden", 2025,
		"R1|Kajen rasar vid storm|Ibland|Stor|6|Minimera|Minimera|Dykbesiktning varje vår|Hamnchefen|T1",
		"R2|Olja läcker ut|Sällan|Stor|3|Reducera|Reducera|Länsor läggs ut|Hamnchefen|T1")}
	book := &model.Document{ID: 2, File: "/home/annas-mapp/möten/hamn-2026.xlsx", Kind: model.KindWorkbook}
	book.Places = []model.Place{{File: book.File, Sheet: "Riskanalys"}, {File: book.File, Sheet: "Skala"}, {File: book.File, Sheet: "Uppföljning"}, {File: book.File, Sheet: "Ekonomi"}}
	book.Scales = []model.Scale{usual(2, 1)}
	book.Registers = []model.Register{register(2, 0, "Hamnnämnden", 2026,
		"R1|Kajen rasar vid storm|Ofta|Stor|6|Minimera|Minimera|Dykbesiktning varje vår|Hamnchefen|T1",
		"R2|Olja läcker ut|Sällan|Stor|2|Acceptera|Acceptera|Länsor läggs ut|Hamnchefen|T1",
		"R3|Avgifter <faktureras> fel|Iblnd|Stor|6|Minimera|Minimera|Stickprov & kontroll|Hamnchefen|T1",
		"|Vakten saknar båtförarbevis|Ibland|Liten|2|Acceptera|Acceptera|||",
		"R5|Isen bär inte|Ofta|Måttlig|6|Minimera|Minimera|Skylta|  |T1",
	)}
	book.FollowUps = []model.FollowUpTable{followUpOf(2, 2, "Hamnnämnden", 2026, "R1|Dykbesiktning varje vår|Hamnchefen|Klart i april|", "R5|Skylta|Vaktchefen|Pågår|Klart")}
	book.Budgets = []model.Budget{budgetOf(2, 3, "Hamnnämnden", 2026)}
	book.Damage = []model.Damage{{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad9"}, At: src(2, 3, 0, 0)}}
	book.NotChecked = []model.NotChecked{{What: model.SubjectFollowUp, Why: model.NotUnderstood, Table: "Uppföljning", At: src(2, 2, 20, 1),
		Columns: []model.Column{{Field: model.FieldOwner, Heading: "Vem", At: src(2, 2, 20, 2)}}}}
	pdf := &model.Document{ID: 3, File: `C:\Users\annas-mapp\bok.pdf`, Kind: model.KindPDF}
	pdf.Places = []model.Place{{File: pdf.File, Page: 7, Title: "Riskanalys 2026"}, {File: pdf.File, Page: 8}}
	pdf.Scales = []model.Scale{usual(3, 1)}
	pdf.Registers = []model.Register{register(3, 0, "Parknämnden", 2026, "1|Träd faller|Ofta|Stor|8|Minimera|Minimera|Besikta träden|Parkchefen|T1")}
	for i := range pdf.Registers {
		pdf.Registers[i].Scale = 0
	}
	docs := []*model.Document{old, book, pdf}
	r := &rules.Report{Documents: append(docs, baseline.Document(4, "/home/annas-mapp/godtagna.yaml"))}
	r.Books, r.Findings = rules.Check(docs, rules.Settings{})
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule == "missing-owner" {
			f.Accepted = &rules.Acceptance{Reason: "Tillsätts i mars", By: "Nämnden", Date: model.Date{Year: 2026, Month: 2, Day: 17}, Decision: "§ 12"}
		}
	}
	r.Unreadable = []rules.Unreadable{{File: "/home/annas-mapp/gammal.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}}
	r.PassedOver = []rules.Unreadable{{File: "/home/annas-mapp/brev.docx", Code: "no-table"}}
	r.Skipped = []string{"/home/annas-mapp/brev.docx", "/home/annas-mapp/bild.png"}
	return r
}

func input(t testing.TB, r *rules.Report, tag string) Input {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	return Input{
		Report: r, Lang: cat, Version: "1.2.3", Time: time.Date(2026, 3, 2, 9, 30, 5, 0, time.FixedZone("CET", 3600)),
		Hash: func(file string) string { return strings.Repeat("0a", 31) + strconv.Itoa(10+len(rules.LastPart(file))) },
	}
}

func page(t testing.TB, in Input) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, in); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
