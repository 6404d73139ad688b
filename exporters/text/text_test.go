package text

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func src(doc, place, row, col int32) model.Source {
	return model.Source{Doc: doc, Place: place, Row: row, Col: col}
}

func ok[T any](v T, raw string) model.Value[T] { return model.Value[T]{V: v, OK: true, Raw: raw} }

func cell(s string) model.Value[string] { return model.Text(s, model.Source{}) }

// sample uses rule names without a page, so that no message template is tested
// here. It is a workbook and a meeting book of an invented board.
func sample() *rules.Report {
	book := &model.Document{
		ID: 1, File: "hamn-2026.xlsx", Kind: model.KindWorkbook,
		Places: []model.Place{{File: "hamn-2026.xlsx", Sheet: "Riskanalys"}, {File: "hamn-2026.xlsx", Sheet: "Definitioner"}},
		Scales: []model.Scale{{
			Likelihood:  model.Axis{Levels: []model.ScaleLevel{{Value: 1, Label: "Sällan"}, {Value: 2, Label: "Ofta"}}},
			Consequence: model.Axis{Levels: []model.ScaleLevel{{Value: 1, Label: "Liten"}, {Value: 2, Label: "Stor"}}},
			Treatments:  []model.Treatment{{Min: 1, Max: 1, Label: "Acceptera"}, {Min: 2, Max: 4, Label: "Reducera", InPlan: true}},
			Origin:      model.OriginDefinitions, At: src(1, 1, 3, 1),
		}},
		Unread: []model.Value[string]{model.Text("Gäller t.o.m. våren", src(1, 0, 30, 2))},
		NotChecked: []model.NotChecked{{What: model.SubjectRegister, Why: model.NotUnderstood, At: src(1, 0, 50, 1), Columns: []model.Column{
			{Field: model.FieldScore, Heading: "Zonk", At: src(1, 0, 50, 3), Evidence: []model.Evidence{{Kind: model.EvidenceNumbers, Weight: 1, Hits: 7, Of: 8}}}}}},
		Damage: []model.Damage{{Code: "sheet-damaged", Args: map[string]string{"sheet": "Blad4"}}},
	}
	event := "Kajens fundament är så slitet att trafiken måste stängas av under lång tid medan det lagas"
	book.Registers = []model.Register{{
		Table: model.Table{
			Name: "Riskanalys", Board: "Hamnnämnden", Year: 2026, At: src(1, 0, 5, 1),
			Heads: []model.Head{{Established: ok(model.Date{Year: 2025, Month: 10, Day: 3}, "2025-10-03")}},
			Columns: []model.Column{{Field: model.FieldNumber, Heading: "Nr", At: src(1, 0, 5, 1)}, {Field: model.FieldScore, Heading: "Risk-\nvärde", At: src(1, 0, 5, 6)},
				{Field: model.FieldEvent, Heading: "Rubrik", Reason: model.ReasonContent, At: src(1, 0, 5, 2), Evidence: []model.Evidence{
					{Kind: model.EvidenceNear, Weight: 1}, {Kind: model.EvidenceTexts, Weight: 2}, {Kind: model.EvidenceAgainst, Weight: -1, Hits: 1, Of: 9}}}},
			Refused: []model.Column{{Field: model.FieldScore, Heading: "Poäng", At: src(1, 0, 5, 8), Evidence: []model.Evidence{{Kind: model.EvidenceProduct, Weight: 5, Hits: 2, Of: 9, With: []string{"S", "K"}}}}},
			Unclear: []model.Unclear{{Field: model.FieldOwner, Columns: []model.Column{{Field: model.FieldOwner, Heading: "Vem", At: src(1, 0, 5, 10), Evidence: []model.Evidence{{Kind: model.EvidenceFewWords, Weight: 1}}}}}},
		},
		Analysis: true, Plan: true, Leftover: make([]model.Source, 2),
		Valuations: []model.Valuation{{Key: "after", Name: "efter åtgärd", Columns: []model.Column{{Field: model.FieldScore, Heading: "Rest", At: src(1, 0, 5, 9)}}}},
		Risks: []model.Risk{{
			Number: cell("R1"), Event: cell(event), Assessment: model.Assessment{Likelihood: ok(model.Level{Label: "Ofta"}, "Ofta"), Consequence: ok(model.Level{Label: "Stor"}, "Stor"), Score: ok(3, "3"), At: src(1, 0, 6, 1)},

			Valuations: []model.Assessment{{Likelihood: ok(model.Level{Label: "Sällan"}, "Sällan"), Consequence: ok(model.Level{Label: "Stor"}, "Stor"), Score: ok(2, "2")}},
			Measures:   []model.Measure{{Direction: cell("Reducera"), Action: cell("Dykbesiktning varje\nvår"), Owner: cell("Hamnchefen")}},
		}},
	}}
	book.FollowUps = []model.FollowUpTable{{
		Table: model.Table{Name: "Uppföljning", At: src(1, 0, 40, 1)}, Periods: []model.Column{{Key: "T1"}, {Key: "T2"}},
		Rows: []model.FollowUpRow{{Number: cell("R1"), Action: cell("Dykbesiktning"), Reports: []model.Value[string]{cell("Klart"), {}}}},
	}}
	amount := func(text string) model.Value[decimal.Decimal] {
		return model.Value[decimal.Decimal]{V: decimal.RequireFromString(text), OK: true, Raw: text}
	}
	book.Budgets = []model.Budget{{
		Unit: model.UnitTkr, Board: "Hamnnämnden", Year: 2026, At: src(1, 0, 60, 1),
		Columns: []model.BudgetColumn{{Heading: "Budget\n2026", Role: model.RoleBudget, At: src(1, 0, 60, 2)}, {Heading: "Andel", At: src(1, 0, 60, 3)}},
		Lines: []model.BudgetLine{
			{Name: cell("Kostnader"), Kind: model.LineGroup},
			{Name: cell("Muddring"), Amounts: []model.Value[decimal.Decimal]{amount("-12345.5"), {Raw: "oklart"}}},
			{Name: cell("Summa"), Total: true, Amounts: []model.Value[decimal.Decimal]{amount("-12345.5"), {}}},
		},
	}}
	book.Allocations = []model.Allocation{{At: src(1, 0, 70, 1), Shares: []model.Share{{Party: cell("Skärgården"), Amount: amount("2100"), Unit: model.UnitTkr}}}}
	pdf := &model.Document{ID: 3, File: "motesbok.pdf", Kind: model.KindPDF, Places: []model.Place{{File: "motesbok.pdf", Page: 7, Title: "Riskanalys"}}}
	pdf.Meetings = []model.Meeting{{
		Board: cell("Hamnnämnden"), Date: model.Value[model.Date]{V: model.Date{Year: 2026, Month: 3, Day: 4}, OK: true}, Place: cell("Stora salen"), At: src(3, 0, 1, 1),
		Agenda: []model.AgendaEntry{{Number: cell("1"), Title: cell("Val av justerare")}},
		Chairs: []model.ChairYear{{Year: model.Value[int]{V: 2026, OK: true}, Chair: cell("Udden"), Vice: cell("Viken")}, {Year: model.Value[int]{V: 2027, OK: true}, Chair: cell("Viken")}},
		Items: []model.Item{
			{
				Number: model.Value[string]{V: "§ 12", OK: true, Raw: "8 12"}, Title: cell("Internkontroll\x1b[31mplan"), CaseNumber: cell("HN 2026/4"),
				Decision:  model.Resolution{Lead: cell("Nämnden beslutar"), Parts: []model.Value[string]{cell("att anta planen"), cell("att följa upp den")}},
				Documents: []model.Value[string]{cell("Tjänsteskrivelse")}, Recipients: []model.Value[string]{cell("Revisorerna")},
				More: []model.ItemSection{{Heading: cell("Yrkanden")}, {Text: []model.Value[string]{cell("utan rubrik")}}},
			},
			{Proposal: model.Resolution{Parts: []model.Value[string]{cell("Ärendet läggs till handlingarna")}}},
		},
	}}
	return &rules.Report{
		Documents: []*model.Document{book, pdf},
		Books:     []*model.Book{{Registers: []model.Entry{{Register: &book.Registers[0], Scale: &book.Scales[0]}}}},
		Findings: []rules.Finding{
			{Rule: "test-value", Variant: "wrong", Severity: rules.Error, At: src(3, 0, 4, 6), Risk: "R1", Event: event, Found: "3", Expected: "4"},
			{Rule: "test-value", Variant: "wrong", Severity: rules.Error, At: src(1, 0, 6, 6), Risk: "R1", Event: event, Found: "3", Expected: "4",
				Fix:     &rules.Fix{Class: rules.Safe},
				Related: []model.Source{src(1, 1, 3, 1), src(1, 0, 6, 4), src(3, 0, 4, 6), src(1, 0, 7, 7), src(1, 0, 6, 4)}},
			{Rule: "test-direction", Variant: "other", Severity: rules.Warning, At: src(1, 0, 16, 17), Risk: "R2", Event: "Is\x1b[31m på\nkajen", Fix: &rules.Fix{Class: rules.Judgement}},
			{Rule: "test-dates", Variant: "none", Severity: rules.Info, At: src(1, 1, 0, 0)},
			{Rule: rules.NotChecked, Variant: string(model.NotUnderstood), Severity: rules.Error, At: src(1, 0, 50, 1), Args: map[string]any{"subject": model.SubjectRegister}},
		},
		Unreadable: []rules.Unreadable{{File: "gammal.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}, {File: "brev.docx", Code: "docx", Args: map[string]string{"format": ".docx"}}},
		PassedOver: []rules.Unreadable{{File: "a.xlsx", Code: "no-table"}, {File: "c.pdf", Code: "no-table"}},
		Skipped:    []string{"a.xlsx", "b.txt", "c.pdf"},
	}
}

func options(t *testing.T, tag string, color bool) output.Options {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat, Color: color}
}

func render(t *testing.T, f output.Render, r *rules.Report, opts output.Options) string {
	t.Helper()
	files, err := f(r, opts)
	if err != nil || len(files) != 1 || files[0].Name != "" {
		t.Fatalf("%v, %v", files, err)
	}
	return string(files[0].Data)
}

func TestGolden(t *testing.T) {
	for name, f := range map[string]output.Render{"check": Check, "inspect": Inspect} {
		for _, tag := range lang.Tags() {
			got := render(t, f, sample(), options(t, tag, false))
			golden := "testdata/" + name + "." + tag + ".txt"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs from its golden file:\n%s", golden, got)
			}
			if again := render(t, f, sample(), options(t, tag, false)); again != got {
				t.Errorf("%s: two runs differ", golden)
			}
			for _, line := range strings.Split(got, "\n") {
				if utf8.RuneCountInString(line) > narrow {
					t.Errorf("%s: a line of %d characters: %s", golden, utf8.RuneCountInString(line), line)
				}
			}
		}
	}
}

// Colour adds codes and changes nothing else; without it no code is printed,
// not even one that stands in a document.
func TestColor(t *testing.T) {
	without := render(t, Check, sample(), options(t, "sv", false))
	with := render(t, Check, sample(), options(t, "sv", true))
	if strings.Contains(without, "\x1b") {
		t.Error("an escape code was printed without colour")
	}
	stripped := with
	for _, code := range []string{"1;31", "33", "36", "1", "2", "0"} {
		stripped = strings.ReplaceAll(stripped, "\x1b["+code+"m", "")
	}
	if with == without || stripped != without {
		t.Errorf("colour changes the text:\n%s", with)
	}
}

func TestNothingRead(t *testing.T) {
	got := render(t, Check, &rules.Report{Skipped: []string{"x"}}, options(t, "en", false))
	want := "1 file of the folder was skipped: it is no workbook, PDF or Word document.\n" +
		"No file with a risk analysis, plan or follow-up was read.\n" +
		"0 documents, 0 risks, 0 errors, 0 warnings, 0 notes\n"
	if got != want {
		t.Errorf("got %q", got)
	}
}

// That nothing was found is said only of what was checked.
func TestNothingFound(t *testing.T) {
	empty := &model.Document{ID: 1, File: "a.xlsx"}
	register := &model.Register{Risks: make([]model.Risk, 2)}
	read := []*model.Book{{Registers: []model.Entry{{Register: register}}}}
	for _, tc := range []struct {
		name   string
		report rules.Report
		want   string
	}{
		{"all was checked", rules.Report{Books: read}, "No findings.\nChecked: 1 risk in 1 table.\n"},
		{"a file was not", rules.Report{Books: read, PassedOver: []rules.Unreadable{{File: "b.pdf", Code: "no-table"}}, Skipped: []string{"b.pdf"}},
			"No findings in what was checked.\nChecked: 1 risk in 1 table.\nNot checked: 1 file that was passed over.\n"},
		{"a form without rows", rules.Report{Books: []*model.Book{{Registers: []model.Entry{{Register: &model.Register{}}}}}},
			"Nothing was checked: the files hold no risks, follow-ups, budgets or minutes\nthat riskbok knows.\n"},
	} {
		tc.report.Documents = []*model.Document{empty}
		got := render(t, Check, &tc.report, options(t, "en", false))
		if !strings.Contains(got, tc.want) || strings.Contains(got, "No findings.") != strings.Contains(tc.want, "No findings.") {
			t.Errorf("%s:\n%s", tc.name, got)
		}
	}
}

func TestOneLine(t *testing.T) {
	for _, tc := range []struct {
		in   string
		n    int
		want string
	}{
		{"a\n b\tc", 9, "a b c"}, {"åäöåäö", 4, "åäö…"}, {"ord, ord", 5, "ord…"}, {"\x07\x1b[1mx\u202e", 9, "[1mx"},
	} {
		if got := oneLine(tc.in, tc.n); got != tc.want {
			t.Errorf("oneLine(%q, %d) = %q, want %q", tc.in, tc.n, got, tc.want)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, tc := range []struct {
		text, place string
		want        bool
	}{
		{"står i Plan B12.", "Plan B1", false}, {"står i Plan B1.", "Plan B1", true}, {"Plan B12 och Plan B1", "Plan B1", true}, {"", "B1", false},
	} {
		if got := named(tc.text, tc.place); got != tc.want {
			t.Errorf("named(%q, %q) = %v", tc.text, tc.place, got)
		}
	}
}

// TestFileNames: folders are told only of what was not found, and of files that
// share a name.
func TestFileNames(t *testing.T) {
	r := sample()
	r.Documents[0].File = "/home/anna/hamn-2026.xlsx"
	r.Documents[1].File = "/home/anna/b/hamn-2026.xlsx"
	r.Unreadable = []rules.Unreadable{{File: "/home/anna/x.xls", Code: "xls"}, {File: "fel/mapp.xlsx", Code: notFound}}
	for _, f := range []output.Render{Check, Inspect, Problems} {
		got := render(t, f, r, options(t, "sv", false))
		if strings.Contains(got, "anna") {
			t.Errorf("a folder is told:\n%s", got)
		}
	}
	got := render(t, Check, r, options(t, "sv", false))
	for _, want := range []string{"\nb/hamn-2026.xlsx\n", "hamn-2026.xlsx\n", "  x.xls\n", "  fel/mapp.xlsx\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// On a wider terminal lines are longer, and no longer than it; a narrower one gets
// what is wrapped for the usual.
func TestWidth(t *testing.T) {
	for _, tt := range []struct{ width, least, most int }{{0, 60, narrow}, {40, 60, narrow}, {110, narrow + 1, 110}} {
		o := options(t, "sv", false)
		o.Width = tt.width
		longest := 0
		for line := range strings.Lines(render(t, Check, sample(), o)) {
			longest = max(longest, utf8.RuneCountInString(strings.TrimRight(line, "\n")))
		}
		if longest < tt.least || longest > tt.most {
			t.Errorf("width %d: the longest line has %d characters, want %d to %d", tt.width, longest, tt.least, tt.most)
		}
	}
}
