package html

import (
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// valued is a register with a second valuation, of which the value of R2 is wrong;
// the risk without a number has only the first.
func valued() *rules.Report {
	d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}, {Sheet: "Skala"}}}
	d.Scales = []model.Scale{usual(1, 1)}
	reg := register(1, 0, "Hamnnämnden", 2026, "|Vakten somnar|Ibland|Liten|2|Acceptera|Acceptera|||", "R2|Isen brister|Ofta|Stor|9|Minimera|Minimera|Skylta|Chef|T1", "|Rep saknas|Ibland|Stor|6|Minimera|Minimera|Köp|Chef|T1")
	reg.Valuations = []model.Valuation{{Key: "after", Name: "efter åtgärd"}}
	level := func(s string, row, col int32) model.Value[model.Level] {
		return model.Value[model.Level]{V: model.Level{Label: s}, OK: true, Raw: s, At: src(1, 0, row, col)}
	}
	after := func(row int32, likelihood, consequence, raw string, v int) []model.Assessment {
		return []model.Assessment{{
			Likelihood: level(likelihood, row, 12), Consequence: level(consequence, row, 13), Score: model.Value[int]{V: v, OK: true, Raw: raw, At: src(1, 0, row, 14)},
		}}
	}
	reg.Risks[0].Valuations = []model.Assessment{{}}
	reg.Risks[1].Valuations = after(6, "Sällan", "Stor", "4", 4)
	reg.Risks[2].Valuations = after(7, "Sällan", "Liten", "1", 1)
	d.Registers = []model.Register{reg}
	r := &rules.Report{Documents: []*model.Document{d}, Findings: []rules.Finding{{Rule: riskValue, Variant: "wrong", Severity: rules.Error, At: src(1, 0, 6, 14)}}}
	r.Books = []*model.Book{{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{{Register: &d.Registers[0], Scale: &d.Scales[0]}}}}
	return r
}

// TestValuations: each valuation has a map of its own, with what is wrong in it and
// nothing else, and a risk is called the same in all of them.
func TestValuations(t *testing.T) {
	v := newView(input(t, valued(), "sv"))
	if len(v.Matrices) != 2 || v.Matrices[0].Title != "Hamnnämnden 2026 – första värderingen" || v.Matrices[1].Title != "Hamnnämnden 2026 – efter åtgärd" {
		t.Fatalf("%+v", v.Matrices)
	}
	first, after := v.Matrices[0], v.Matrices[1]
	if len(first.Risks) != 3 || first.Moved != 0 || first.Risks[1].at != [2]int{2, 2} || first.Risks[2].Label != "b" {
		t.Errorf("first: %+v", first.Risks)
	}
	if len(after.Risks) != 2 || after.Moved != 1 || after.Risks[0].at != [2]int{0, 2} || after.Risks[0].Written != "4" || after.Risks[1].Label != "b" {
		t.Errorf("after: %+v", after.Risks)
	}
	if r := sample(); newView(input(t, r, "sv")).Matrices[0].Title != "Hamnnämnden 2025" {
		t.Error("a single valuation is named")
	}
}

// TestUnplaced: a map without risks is not drawn; the table tells of them.
func TestUnplaced(t *testing.T) {
	r := valued()
	risks := r.Documents[0].Registers[0].Risks
	for i := range risks {
		risks[i].Assessment, risks[i].Valuations = model.Assessment{At: risks[i].At}, nil
	}
	p := page(t, input(t, r, "sv"))
	if strings.Contains(p, "<svg class=\"map\"") || !strings.Contains(p, "Isen brister") || !strings.Contains(p, "kan inte placeras") {
		t.Error("a map is drawn of risks that have no place in it")
	}
}

// TestUnreadIsNotChecked: a report does not say that all was checked beside columns
// that nobody read, nor where there was no file.
func TestUnreadIsNotChecked(t *testing.T) {
	r := valued()
	r.Findings = []rules.Finding{
		{Rule: unreadRule, Variant: "column", Severity: rules.Info, Path: "a", At: src(1, 0, 4, 20), Args: map[string]any{"column": model.Column{Heading: "Kuriosa", At: src(1, 0, 4, 20)}, "n": 3}},
		{Rule: unreadRule, Variant: "unsure", Severity: rules.Info, Path: "b", At: src(1, 0, 4, 1), Args: map[string]any{"percent": 70}},
	}
	in := input(t, r, "sv")
	v := newView(in).Verdict
	if v.Unread.Text != "1 kolumn eller text som inte känns igen" || !strings.HasPrefix(v.Unread.Href, "#o") || v.Tone != "good" {
		t.Errorf("%+v", v)
	}
	if p := page(t, in); strings.Contains(p, "Allt som lästes har granskats") {
		t.Error("all is said to be checked")
	}
	r.Findings[0].Accepted = &rules.Acceptance{Reason: "känt"}
	if p := page(t, in); strings.Contains(p, "Allt som lästes har granskats") {
		t.Error("all is said to be checked where somebody accepted that it was not")
	}
	if p := page(t, input(t, &rules.Report{}, "sv")); strings.Contains(p, "Allt som lästes") || !strings.Contains(p, "Där fanns ingen fil att granska") {
		t.Error("all of nothing is said to be checked")
	}
}

// TestIdleSheets: sheets in which nothing is known are counted beside the verdict and
// named in the account.
func TestIdleSheets(t *testing.T) {
	r := valued()
	r.Documents[0].Places = append(r.Documents[0].Places, model.Place{Sheet: "Process <b>", Idle: true}, model.Place{Sheet: "Telefon", Idle: true})
	p := page(t, input(t, r, "sv"))
	for _, want := range []string{`<li><a href="#read">2 blad där ingen tabell känns igen</a></li>`, "har granskats: Process &lt;b&gt; och Telefon."} {
		if !strings.Contains(p, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(p, "Allt som lästes har granskats") {
		t.Error("all is said to be checked")
	}
	for range mostIdle {
		r.Documents[0].Places = append(r.Documents[0].Places, model.Place{Sheet: "Blad", Idle: true})
	}
	if p = page(t, input(t, r, "sv")); !strings.Contains(p, "Blad och 2 till.") {
		t.Error("so many sheets are named")
	}
}

// TestNothingHeld: of a file that holds only headings it is neither said that all was
// checked nor that nothing is wrong.
func TestNothingHeld(t *testing.T) {
	d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}}}
	d.Registers = []model.Register{register(1, 0, "Hamnnämnden", 2026)}
	r := &rules.Report{Documents: []*model.Document{d}}
	r.Books, _ = rules.Check(r.Documents, rules.Settings{})
	p := page(t, input(t, r, "sv"))
	for _, no := range []string{"Allt som lästes", "Inget att rätta", "Inget fel"} {
		if strings.Contains(p, no) {
			t.Errorf("%q of nothing", no)
		}
	}
	for _, want := range []string{"Ingenting har granskats.", "I filerna finns inga risker", "Välj filen där risker"} {
		if !strings.Contains(p, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestNoFlags: on the page, where a list stands beside the text, and in the report
// of who has no terminal, a column is not settled by a flag alone.
func TestNoFlags(t *testing.T) {
	r := sample()
	in := input(t, r, "sv")
	if p := page(t, in); !strings.Contains(p, "riskboks sida: dubbelklicka") {
		t.Error("the report says nothing of the page")
	}
	in.Controls = &Controls{}
	for _, b := range newView(in).Boards {
		for _, s := range b.Sheets {
			for _, c := range s.Causes {
				if strings.Contains(c.Message, "--map") {
					t.Errorf("the page shows a flag: %s", c.Message)
				}
			}
		}
	}
}
