package rawtable

import (
	"testing"

	"riskbok/cmd/internal/run"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

func tables() []run.Raw {
	at := func(row, col int32) model.Source { return model.Source{Row: row, Col: col} }
	return []run.Raw{
		{File: "a.xlsx", Table: grid.Table{Name: "Blad", Confidence: 1, Rows: [][]grid.Cell{
			{{Text: "Risk-\nvärde", At: at(1, 1)}, {Text: "a;b \"c\"", At: at(1, 2)}},
			nil,
			{{Text: "4", Formula: "2*2", At: at(3, 1)}},
		}}},
		{File: "b.pdf", Page: 7, Table: grid.Table{Name: "Titel", Place: 3, Confidence: 0.75, Rows: [][]grid.Cell{{
			{Text: "R1", At: model.Source{Place: 3, Row: 1, Col: 1, Box: model.Rect{X0: 10, Y0: 20, X1: 30, Y1: 40}}},
			{Text: "Is", At: model.Source{Place: 3, Row: 1, Col: 2, Box: model.Rect{X0: 30, Y0: 15, X1: 60, Y1: 40}}},
			// a row on the next page says nothing of the box on the first
			{Text: "9", At: model.Source{Place: 4, Row: 1, Col: 3, Box: model.Rect{X0: 1, Y0: 1, X1: 900, Y1: 900}}},
		}}}},
	}
}

func TestRender(t *testing.T) {
	for _, tc := range []struct{ format, want string }{
		{"json", `{"version":1,"tables":[{"file":"a.xlsx","name":"Blad","page":0,"box":null,"confidence":1,"rows":[["Risk- värde","a;b \"c\""],["",""],["4",""]]},{"file":"b.pdf","name":"Titel","page":7,"box":[10,15,60,40],"confidence":0.75,"rows":[["R1","Is","9"]]}]}` + "\n"},
		{"csv", "\ufeffa.xlsx;Blad\r\nRisk- värde;\"a;b \"\"c\"\"\"\r\n;\r\n4;\r\n\r\nb.pdf;Titel;7\r\nR1;Is;9\r\n"},
		{"text", "a.xlsx Blad\n  A1    Risk- värde\n  B1    a;b \"c\"\n  A3    4  [=2*2]\n\nb.pdf (7) Titel\n  A1    R1\n  B1    Is\n  C1    9\n"},
	} {
		got, err := Render(tc.format, tables())
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: %v\n got %q\nwant %q", tc.format, err, got, tc.want)
		}
	}
	if got, err := Render("csv", tables()[:1]); err != nil || string(got) != "\ufeffRisk- värde;\"a;b \"\"c\"\"\"\r\n;\r\n4;\r\n" {
		t.Errorf("one table as csv: %q, %v", got, err)
	}
	if got, err := Render("json", nil); err != nil || string(got) != `{"version":1,"tables":[]}`+"\n" {
		t.Errorf("no table: %q, %v", got, err)
	}
	if _, err := Render("yaml", nil); err == nil {
		t.Error("an unknown format was taken")
	}
}

// A lone cell far to the right does not make every row as wide.
func TestSparse(t *testing.T) {
	far := grid.Table{Rows: make([][]grid.Cell, 1000)}
	far.Rows[999] = make([]grid.Cell, 16384)
	got := rows(&far)
	if len(got) != 1000 || len(got[0]) != 0 || got[0] == nil || len(got[999]) != 16384 {
		t.Errorf("%d rows, first %d wide, last %d", len(got), len(got[0]), len(got[999]))
	}
}

// A formula that a document brought along is no formula in the table.
func TestFormulas(t *testing.T) {
	one := run.Raw{File: "a.xlsx", Table: grid.Table{Name: "=1", Rows: [][]grid.Cell{{{Text: "=cmd|' /c calc'!A1"}, {Text: "-1 200,50"}}}}}
	got, err := Render("csv", []run.Raw{one, one})
	const want = "a.xlsx;\" =1\"\r\n\" =cmd|' /c calc'!A1\";-1 200,50\r\n"
	if err != nil || string(got) != "\ufeff"+want+"\r\n"+want {
		t.Errorf("got %q, %v", got, err)
	}
}
