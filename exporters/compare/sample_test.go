package compare

import (
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// document makes one year of an invented board from rows "number|text|
// likelihood|consequence|value|treatment|action|owner", on a sheet or a page.
func document(id int32, name, board string, year int, page int, rows ...string) (*model.Document, *model.Book) {
	place := model.Place{File: name, Sheet: "Riskanalys"}
	if page > 0 {
		place = model.Place{File: name, Page: page, Title: "Riskanalys"}
	}
	axis := func(labels ...string) model.Axis {
		var a model.Axis
		for i, l := range labels {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l})
		}
		return a
	}
	scale := &model.Scale{Likelihood: axis("Sällan", "Ibland", "Ofta"), Consequence: axis("Liten", "Måttlig", "Stor"),
		Treatments: []model.Treatment{{Min: 1, Max: 9, Label: "Reducera"}}}
	r := &model.Register{Table: model.Table{Name: "Riskanalys", Board: board, Year: year, At: model.Source{Doc: id, Row: 4, Col: 1},
		Columns: []model.Column{{Field: model.FieldLikelihood}, {Field: model.FieldScore}}}, Analysis: true, Plan: true}
	for i, row := range rows {
		f := strings.Split(row, "|")
		at := func(col int32) model.Source { return model.Source{Doc: id, Row: int32(i + 5), Col: col} }
		level := func(s string, col int32) model.Value[model.Level] {
			return model.Value[model.Level]{V: model.Level{Label: s}, OK: s != "", Raw: s, At: at(col)}
		}
		n, err := strconv.Atoi(f[4])
		r.Risks = append(r.Risks, model.Risk{
			Number: model.Text(f[0], at(1)), Event: model.Text(f[1], at(2)), Assessment: model.Assessment{Likelihood: level(f[2], 3), Consequence: level(f[3], 4), At: at(1), Score: model.Value[int]{V: n, OK: err == nil, Raw: f[4], At: at(5)}, Treatment: model.Text(f[5], at(6))},

			Measures: []model.Measure{{Action: model.Text(f[6], at(7)), Owner: model.Text(f[7], at(8)), At: at(7)}},
		})
	}
	return &model.Document{ID: id, File: name, Places: []model.Place{place}},
		&model.Book{Board: board, Year: year, Registers: []model.Entry{{Register: r, Scale: scale}}}
}

func followUp(doc, row int32, rows ...string) *model.FollowUpTable {
	t := &model.FollowUpTable{Table: model.Table{At: model.Source{Doc: doc, Row: row, Col: 1}}, Periods: []model.Column{{Key: "T1", Heading: "T1"}}}
	for i, text := range rows {
		f := strings.Split(text, "|")
		at := func(col int32) model.Source { return model.Source{Doc: doc, Row: row + 1 + int32(i), Col: col} }
		t.Rows = append(t.Rows, model.FollowUpRow{Number: model.Text(f[0], at(1)), Owner: model.Text(f[1], at(2)), Reports: []model.Value[string]{model.Text(f[2], at(3))}, At: at(1)})
	}
	return t
}

// sample has a change of every kind, and texts that a terminal, a browser or a
// spreadsheet might take for something else.
func sample() (*compare.Comparison, *rules.Report) {
	oldDoc, old := document(1, "hamn-2025.xlsx", "Hamnnämnden", 2025, 0,
		"R1|Kajen rasar vid storm|Sällan|Stor|2|Reducera|Dykbesiktning varje vår|Hamnchefen",
		"R2|Avgifter <faktureras> fel|Ibland|Stor|6|Reducera|Stickprov|Hamnchefen",
		"R3|Olja läcker ut|Ibland|Måttlig|4|Reducera|Länsor|Hamnchefen",
		"R4|Is på kajen|Ofta|Stor|9|Reducera|Sanda|Hamnchefen",
		"R5|Reservkraften startar inte vid elavbrott|Ibland|Liten|2|Reducera|Provkör|Hamnchefen",
		"R6|Gästbåt grundstöter|Ofta|Liten|3|Reducera|Sjökort|Hamnchefen",
		"R7|Obehöriga tar sig in i norra magasinet|Ibland|Liten|2|Reducera|Lås|Hamnchefen",
		"R8|Obehöriga tar sig in i södra magasinet|Ibland|Liten|2|Reducera|Lås|Hamnchefen",
	)
	old.FollowUps = []*model.FollowUpTable{followUp(1, 30, "R1|Hamnchefen|Klart", "R6|Hamnchefen|Inget gjort")}
	newDoc, new := document(2, "hamn 2026.xlsx", "Hamnnämnden", 2026, 0,
		"R1|Kajen rasar vid storm|Ibland|Stor|6|Minimera|Dykbesiktning varje höst|Hamnchefen",
		"R2|Olja läcker ut|Ibland|Måttlig|4|Reducera|Länsor|Vaktchefen",
		"R3|Is på kajen|Ofta|Måttlig|6|Reducera|Sanda|Vaktchefen",
		"R4|Reservkraften startar inte vid långa elavbrott|Ibland|Liten|3|Reducera|Provkör|Vaktchefen",
		"R5|Gästbåt grundstöter|Sällan|Stor|3|Reducera||Hamnchefen",
		"R6|Obehöriga tar sig in i ett magasin|Ibland|Liten|2|Reducera|Lås|Hamnchefen",
		"R7|=HYPERLINK(\"x\")\x1b[31m faror|Sällan|Liten|1|Acceptera||",
	)
	new.FollowUps = []*model.FollowUpTable{followUp(2, 30, "R1|Hamnchefen|Pågår", "R2|Vaktchefen|Klart")}
	pdf, page := document(3, "skolan.pdf", "Skolnämnden", 2026, 7, "1|Skolskjuts uteblir|Sällan|Liten|1|Reducera|Avtal|Skolchefen")
	pdf2, page2 := document(4, "skola26.pdf", "Skol- och fritidsnämnden", 2026, 3, "1|Skolskjuts uteblir|Sällan|Liten|1|Reducera|Avtal|Skolchefen")
	alone, gone := document(5, "gammal.xlsx", "Hamnnämnden", 2024, 0, "R1|Kajen rasar vid storm|Sällan|Stor|2|Reducera|Dyk|Hamnchefen")
	page2.Registers[0].Scale.Overrides = map[[2]int]int{{3, 3}: 12}
	return compare.Compare([]*model.Book{gone, old, page}, []*model.Book{new, page2}, nil),
		&rules.Report{Documents: []*model.Document{oldDoc, newDoc, pdf, pdf2, alone}}
}

func options(t *testing.T, tag string) output.Options {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat}
}
