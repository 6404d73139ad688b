package rules_test

import (
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// notReadReport judges a workbook and a page in which an importer saw
// something that it could not read.
func notReadReport(all ...model.NotChecked) *rules.Report {
	doc := &model.Document{
		ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, NotChecked: all,
		Places: []model.Place{{File: "a.xlsx", Sheet: "Blad 1"}, {File: "a.xlsx", Page: 3}},
	}
	r := &rules.Report{Documents: []*model.Document{doc}}
	r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{})
	return r
}

func TestNotRead(t *testing.T) {
	at := func(place, row, col int32) model.Source {
		return model.Source{Doc: 1, Place: place, Row: row, Col: col}
	}
	columns := []model.Column{
		{Heading: "Riskrubrik", Field: model.FieldEvent, At: at(0, 4, 2)},
		{Heading: "S", Field: model.FieldLikelihood, At: at(0, 4, 3)},
		{Heading: "", At: at(0, 4, 4)},
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name     string
		in       model.NotChecked
		severity rules.Severity
		want     string
	}{
		{"whole table", model.NotChecked{What: model.SubjectRegister, Why: model.NotUnderstood, Columns: columns, Suggest: []string{"'Blad 1'!B4=event", "'Blad 1'!C4=likelihood"}},
			rules.Error, "Det här ser ut som en riskanalys, men det framgår inte vilka kolumner som är vad. Ingenting här har granskats. Kolumner: ”Riskrubrik” (B), ”S” (C) och kolumn D. Troligen är ”Riskrubrik” (B) risken och ”S” (C) sannolikheten. Välj kolumn så här: `--map \"'Blad 1'!B4=event\" --map \"'Blad 1'!C4=likelihood\"`"},
		{"no suggestion but guesses", model.NotChecked{What: model.SubjectRegister, Why: model.NotUnderstood, Columns: columns},
			rules.Error, "Välj kolumn så här: `--map \"'Blad 1'!B4=event\" --map \"'Blad 1'!C4=likelihood\"`"},
		{"a part", model.NotChecked{What: model.SubjectFollowUp, Why: model.NotUnderstood, Part: true}, rules.Warning, "En del av en uppföljning kunde inte läsas och har inte granskats."},
		{"alternatives", model.NotChecked{What: model.SubjectPlan, Why: model.UnclearColumns, Suggest: []string{"Plan!B4=event", "Plan!C4=event"}},
			rules.Error, "Det här ser ut som en internkontrollplan, men flera kolumner kan vara samma sak. Ingenting här har granskats. Välj kolumn så här: `--map \"Plan!B4=event\"` eller `--map \"Plan!C4=event\"`"},
		{"alternatives of a part", model.NotChecked{Why: model.UnclearColumns, Part: true}, rules.Warning, "Flera kolumner kan vara samma sak"},
		{"form", model.NotChecked{What: model.SubjectRegister, Why: model.UnknownForm}, rules.Error, "tre faktorer"},
		{"form of a part", model.NotChecked{What: model.SubjectRegister, Why: model.UnknownForm, Part: true}, rules.Warning, "Riskvärdena räknas på ett sätt"},
		{"a period", model.NotChecked{What: model.SubjectFollowUp, Why: model.UnknownPeriod, Part: true, Columns: columns}, rules.Warning, "kan vara uppföljningen av en period"},
		{"rows", model.NotChecked{What: model.SubjectBudget, Why: model.Unjoined, Part: true}, rules.Error, "höra till en budget"},
		{"cells", model.NotChecked{What: model.SubjectRegister, Why: model.UnusedCells, Part: true}, rules.Error, "nivåer, riskhantering eller belopp"},
		{"scale", model.NotChecked{What: model.SubjectScale, Why: model.UnreadScale, Part: true}, rules.Warning, "Skalan kunde inte läsas helt"},
		{"threshold", model.NotChecked{What: model.SubjectScale, Why: model.UnreadScale, Part: true, Args: map[string]string{"text": "2026-03-01"}}, rules.Warning, "”2026-03-01” hör till skalan men gick inte att tolka"},
		{"minutes", model.NotChecked{What: model.SubjectMeeting, Why: model.NoItems}, rules.Error, "ett protokoll eller en kallelse, men inga ärenden kunde urskiljas"},
		{"minutes beside tables", model.NotChecked{What: model.SubjectMeeting, Why: model.NoItems, Part: true}, rules.Warning, "inga ärenden kunde urskiljas"},
		{"agenda", model.NotChecked{What: model.SubjectMeeting, Why: model.AgendaOnly, Part: true}, rules.Info, "bara ärendelistan kunde läsas"},
		{"no decision", model.NotChecked{What: model.SubjectMeeting, Why: model.NoDecision, Part: true, Table: "§ 4 Taxa", Args: map[string]string{"item": "§ 4 Taxa"}}, rules.Warning, "Inget beslut i ”§ 4 Taxa” gick att urskilja"},
		{"page", model.NotChecked{What: model.SubjectMeeting, Why: model.NotUnderstood, Columns: []model.Column{{Heading: "Risk", At: at(1, 1, 2)}}}, rules.Error, "ett protokoll eller en kallelse, men det framgår inte vilka kolumner som är vad. Ingenting här har granskats. Kolumner: ”Risk” (2)."},
	} {
		tc.in.At = at(0, 4, 1)
		r := notReadReport(tc.in)
		if len(r.Findings) != 1 {
			t.Errorf("%s: %d findings", tc.name, len(r.Findings))
			continue
		}
		f := &r.Findings[0]
		if text := rules.Message(cat, r, f); f.Severity != tc.severity || !strings.Contains(text, tc.want) || strings.ContainsAny(text, "{}") {
			t.Errorf("%s: %s %s\nwant %s %s", tc.name, f.Severity, text, tc.severity, tc.want)
		}
		checkMessage(t, r, f, "en")
	}
}

// A column of a page is bound by its number.
func TestUnclearOnPage(t *testing.T) {
	at := func(col int32) model.Source { return model.Source{Doc: 1, Row: 1, Col: col} }
	doc := &model.Document{ID: 1, File: "a.pdf", Kind: model.KindPDF, Places: []model.Place{{File: "a.pdf", Page: 3}}}
	unclear := []model.Unclear{{Field: model.FieldScore, Columns: []model.Column{{Heading: "Risk", At: at(5)}, {Heading: "Värde", At: at(6)}}}}
	doc.Registers = []model.Register{{Table: model.Table{Name: "Riskanalys", Heads: []model.Head{{}}, Unclear: unclear, At: at(1)}, Analysis: true, Scale: -1, Risks: []model.Risk{{Assessment: model.Assessment{At: at(1)}}}}}
	// the importer tells the same of what it could not read
	doc.NotChecked = []model.NotChecked{{What: model.SubjectRegister, Why: model.UnclearColumns, Part: true, Columns: unclear[0].Columns, At: at(1)}}
	r := &rules.Report{Documents: []*model.Document{doc}}
	r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{})
	var got []string
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	for i := range r.Findings {
		if r.Findings[i].Rule == "not-checked" {
			got = append(got, rules.Message(cat, r, &r.Findings[i]))
		}
	}
	want := "Riskvärdet kan stå i flera kolumner, ”Risk” (5) och ”Värde” (6), och ingen av dem har använts. Riskvärdena har därför inte granskats. Välj kolumn så här: `--map \"s3!5=value\"` eller `--map \"s3!6=value\"`"
	if len(got) != 1 || got[0] != want {
		t.Errorf("got %q", got)
	}
}

// The value that remains after the measures, without levels, is said not to be
// judged; one whose levels stand beside it is not spoken of here.
func TestValuationWithoutLevels(t *testing.T) {
	at := func(col int32) model.Source { return model.Source{Doc: 1, Row: 1, Col: col} }
	column := func(f model.Field, col int32) model.Column {
		return model.Column{Field: f, Heading: "Restrisk", At: at(col)}
	}
	for name, want := range map[string]int{"value": 1, "levels too": 0, "empty": 0} {
		v := model.Valuation{Key: "after", Name: "efter åtgärd", Columns: []model.Column{column(model.FieldScore, 9)}}
		rest := model.Assessment{Score: model.Value[int]{V: 4, OK: true, Raw: "4", At: at(9)}}
		switch name {
		case "levels too":
			v.Columns = append(v.Columns, column(model.FieldLikelihood, 7), column(model.FieldConsequence, 8))
		case "empty":
			rest = model.Assessment{}
		}
		doc := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "a.xlsx", Sheet: "Plan"}}}
		doc.Registers = []model.Register{{Table: model.Table{Name: "Plan", Heads: []model.Head{{}}, At: at(1)}, Plan: true, Scale: -1,
			Valuations: []model.Valuation{v}, Risks: []model.Risk{{Assessment: model.Assessment{At: at(1)}, Valuations: []model.Assessment{rest}}}}}
		_, found := rules.Check([]*model.Document{doc}, rules.Settings{})
		got := 0
		for i := range found {
			if found[i].Rule == rules.NotChecked {
				got++
				checkMessage(t, &rules.Report{Documents: []*model.Document{doc}}, &found[i], "sv")
			}
		}
		if got != want {
			t.Errorf("%s: %d findings, want %d", name, got, want)
		}
	}
}
