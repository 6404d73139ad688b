package planted_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// phrases are texts that a cell may hold, also awkward ones.
var phrases = []string{
	"Avgifter faktureras fel", "Bemanning saknas på natten", "Rad ett\nrad två", `"citat" & <tecken>`, "=1+1", "Å, ä och ö", "100 %",
	"Attestlistan ses över", "Stickprov på tio ärenden", "T1", "Ekonomichefen", "Förvaltningsledningen", "3", "2026-01-01", "+46",
}

// invent makes a book on a template's scale, with levels that are missing or
// not on it among the others.
func invent(rng *rand.Rand, s *model.Scale) *rules.Report {
	at := func(row, col int) model.Source { return model.Source{Row: int32(row), Col: int32(col)} }
	phrase := func() string { return phrases[rng.IntN(len(phrases))] }
	year := 2024 + rng.IntN(4)
	r := &model.Register{Analysis: true, Plan: true}
	r.Name, r.Board, r.Year, r.At = "Plan", "Hamnnämnden", year, at(1, 1)
	date := model.Value[model.Date]{V: model.Date{Year: year - 1, Month: 1 + rng.IntN(12), Day: 1 + rng.IntN(28)}, OK: true}
	r.Heads = []model.Head{{Board: model.Text(r.Board, at(1, 1)), Established: date, Decided: date}}
	for i, f := range model.Bindable() {
		r.Columns = append(r.Columns, model.Column{Field: f, At: at(1, i+1)})
	}
	level := func(a *model.Axis, at model.Source) model.Value[model.Level] {
		switch rng.IntN(10) {
		case 0:
			return model.Value[model.Level]{At: at}
		case 1:
			return model.Value[model.Level]{V: model.Level{Label: "Vet ej"}, OK: true, Raw: "Vet ej", At: at}
		}
		label := a.Levels[rng.IntN(len(a.Levels))].Label
		return model.Value[model.Level]{V: model.Level{Label: label}, OK: true, Raw: label, At: at}
	}
	for i := range 2 + rng.IntN(20) {
		row := i + 2
		k := model.Risk{
			Number: model.Text("R"+strconv.Itoa(i+1), at(row, 1)), Area: model.Text(phrase(), at(row, 2)),
			Event:      model.Text(fmt.Sprintf("%s, fall %d", phrase(), i), at(row, 3)),
			Assessment: model.Assessment{Likelihood: level(&s.Likelihood, at(row, 4)), Consequence: level(&s.Consequence, at(row, 5)), At: at(row, 1)},
		}
		for j := range 1 + rng.IntN(3)/2 {
			m := model.Measure{
				Number: k.Number, Direction: model.Text(phrase(), at(row, 8)), Action: model.Text(fmt.Sprintf("%s, steg %d", phrase(), j), at(row, 9)),
				Owner: model.Text(phrase(), at(row, 11)), Reporting: model.Value[[]string]{V: []string{"T1", "Årsbokslut"}[:1+rng.IntN(2)], OK: true}, At: at(row, 1),
			}
			if rng.IntN(2) == 0 {
				m.Cost = model.Value[decimal.Decimal]{V: decimal.New(rng.Int64N(1e7), -2), OK: true}
			}
			k.Measures = append(k.Measures, m)
		}
		r.Risks = append(r.Risks, k)
	}
	return &rules.Report{
		Documents: []*model.Document{{File: "plan.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Plan"}}}},
		Books:     []*model.Book{{Board: r.Board, Year: year, Registers: []model.Entry{{Register: r, Scale: s}}}},
	}
}

// written writes a report's only book in a template and reads the workbook.
func written(t *testing.T, r *rules.Report, tpl *model.Template) (*rules.Report, []rules.Finding) {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	files, lost, err := controlplan.Convert(r, output.Options{Template: tpl, Lang: cat, Version: "1"})
	if err != nil || len(files) != 1 {
		t.Fatalf("%d workbooks, %v", len(files), err)
	}
	words := config.Vocabulary()
	doc, err := importers.Read(context.Background(), files[0], source.Options{Vocabulary: words})
	if err != nil {
		t.Fatal(err)
	}
	docs := []*model.Document{doc}
	books, findings := rules.Check(docs, rules.Settings{Vocabulary: words, Templates: config.Shipped})
	return &rules.Report{Documents: docs, Books: books, Findings: findings}, lost
}

// fields that every shipped template has.
var shared = []model.Field{model.FieldNumber, model.FieldArea, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore}

// describe lists what a book says, levels by their places. Treatments follow
// from the scale; costs stand only where both templates have a column.
func describe(t *testing.T, r *rules.Report, costs bool) []string {
	t.Helper()
	if len(r.Books) != 1 {
		t.Fatalf("%d books", len(r.Books))
	}
	b := r.Books[0]
	out := []string{fmt.Sprint(b.Board, b.Year)}
	place := func(a *model.Axis, v model.Value[model.Level]) string {
		if l := a.Find(v.V); v.OK && l != nil {
			return strconv.Itoa(l.Value)
		}
		return v.Raw
	}
	for _, e := range b.Registers {
		if !e.Plan {
			continue
		}
		for _, f := range shared {
			if !e.Has(f) {
				t.Errorf("%s has no %s", e.Name, f)
			}
		}
		h := e.Heads[len(e.Heads)-1]
		out = append(out, fmt.Sprint(h.Established.V, h.Decided.V))
		for i := range e.Risks {
			k := &e.Risks[i]
			out = append(out, strings.Join([]string{k.Number.V, k.Area.V, k.Event.V, place(&e.Scale.Likelihood, k.Likelihood),
				place(&e.Scale.Consequence, k.Consequence), k.Score.Raw}, " | "))
			for j := range k.Measures {
				m := &k.Measures[j]
				cost := ""
				if costs {
					cost = m.Cost.V.String()
				}
				out = append(out, strings.Join([]string{"", m.Direction.V, m.Action.V, cost, m.Owner.V, strings.Join(m.Reporting.V, "/")}, " | "))
			}
		}
	}
	for _, f := range b.FollowUps {
		for i := range f.Rows {
			out = append(out, strings.Join([]string{"follow", f.Rows[i].Number.V, f.Rows[i].Action.V, f.Rows[i].Owner.V}, " | "))
		}
	}
	return out
}

func hasCost(t *model.Template) bool {
	for i := range t.Layout.Registers {
		if t.Layout.Registers[i].Column(model.FieldCost) >= 0 {
			return true
		}
	}
	return false
}

func sameSize(a, b *model.Scale) bool {
	return len(a.Likelihood.Levels) == len(b.Likelihood.Levels) && len(a.Consequence.Levels) == len(b.Consequence.Levels)
}

// TestRoundTrip writes invented books in every shipped template and from there
// in every other one whose scale has the same size, and back: each says the
// same over the fields that both templates have.
func TestRoundTrip(t *testing.T) {
	templates, err := config.Templates()
	if err != nil {
		t.Fatal(err)
	}
	pairs := 0
	for i := range templates {
		for j := range templates {
			a, b := &templates[i], &templates[j]
			if !sameSize(&a.Scale, &b.Scale) {
				continue
			}
			pairs++
			t.Run(a.Name+" "+b.Name, func(t *testing.T) {
				t.Parallel()
				costs := hasCost(a) && hasCost(b)
				for seed := range uint64(fulltest.Cases(1, 6)) {
					report := invent(rand.New(rand.NewPCG(seed, uint64(i))), &a.Scale)
					first, lost := written(t, report, a)
					if len(lost) > 0 {
						t.Errorf("seed %d: on its own scale the book loses %v", seed, lost)
					}
					want := describe(t, first, costs)
					if n := len(report.Books[0].Registers[0].Risks); len(want) < 2*n {
						t.Fatalf("seed %d: %d risks, %d lines", seed, n, len(want))
					}
					second, lost := written(t, first, b)
					if len(lost) > 0 {
						t.Errorf("seed %d: lost %v", seed, lost)
					}
					compareLines(t, seed, "there", want, describe(t, second, costs))
					third, _ := written(t, second, a)
					compareLines(t, seed, "back", want, describe(t, third, costs))
				}
			})
		}
	}
	if pairs < 8 {
		t.Errorf("%d pairs", pairs)
	}
}

func compareLines(t *testing.T, seed uint64, where string, want, got []string) {
	t.Helper()
	for i := range max(len(want), len(got)) {
		var w, g string
		if i < len(want) {
			w = want[i]
		}
		if i < len(got) {
			g = got[i]
		}
		if w != g {
			t.Errorf("seed %d, %s, line %d:\n got %q\nwant %q", seed, where, i, g, w)
			return
		}
	}
}

// TestUnequalTrip writes books in templates whose scales have other sizes:
// every level without counterpart stands as it stood and is reported.
func TestUnequalTrip(t *testing.T) {
	templates, err := config.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for i := range templates {
		for j := range templates {
			a, b := &templates[i], &templates[j]
			if sameSize(&a.Scale, &b.Scale) {
				continue
			}
			for seed := range uint64(fulltest.Cases(1, 3)) {
				report := invent(rand.New(rand.NewPCG(seed, uint64(i))), &a.Scale)
				first, _ := written(t, report, a)
				second, lost := written(t, first, b)
				raw := map[string][2]string{}
				want := 0
				for _, e := range first.Books[0].Registers {
					for k := range e.Risks {
						risk := &e.Risks[k]
						raw[risk.Number.V] = [2]string{risk.Likelihood.Raw, risk.Consequence.Raw}
						if !e.Plan {
							continue
						}
						for axis, v := range []model.Value[model.Level]{risk.Likelihood, risk.Consequence} {
							from, to := &e.Scale.Likelihood, &b.Scale.Likelihood
							if axis == 1 {
								from, to = &e.Scale.Consequence, &b.Scale.Consequence
							}
							if v.OK && from.Find(v.V) != nil && to.Find(v.V) == nil {
								want++
							}
						}
					}
				}
				if len(lost) != want || want == 0 {
					t.Errorf("%s to %s, seed %d: %d levels reported, want %d", a.Name, b.Name, seed, len(lost), want)
				}
				for _, e := range second.Books[0].Registers {
					for k := range e.Risks {
						risk := &e.Risks[k]
						if got := [2]string{risk.Likelihood.Raw, risk.Consequence.Raw}; got != raw[risk.Number.V] {
							t.Errorf("%s to %s, seed %d: %s has the levels %v, want %v", a.Name, b.Name, seed, risk.Number.V, got, raw[risk.Number.V])
						}
					}
				}
			}
		}
	}
}

// TestGridTrip reads back the values of scales that are no plain products.
func TestGridTrip(t *testing.T) {
	tpl, err := config.Template(config.DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(9, 9))
	for n := range fulltest.Cases(2, 20) {
		axis := func(name string, levels int) model.Axis {
			var a model.Axis
			for v := range levels {
				a.Levels = append(a.Levels, model.ScaleLevel{Value: v + 1, Label: fmt.Sprintf("%s %c", name, 'A'+v), Numbered: true})
			}
			return a
		}
		s := &model.Scale{Likelihood: axis("ofta", 2+rng.IntN(4)), Consequence: axis("svårt", 2+rng.IntN(4)), Overrides: map[[2]int]int{},
			Treatments: []model.Treatment{{Min: 0, Max: 4, Label: "Godta"}, {Min: 5, Max: 40, Label: "Åtgärda", InPlan: true}}, Origin: model.OriginDefinitions}
		for _, l := range s.Likelihood.Levels {
			for _, k := range s.Consequence.Levels {
				if v := rng.IntN(41); rng.IntN(3) == 0 && v != l.Value*k.Value {
					s.Overrides[[2]int{l.Value, k.Value}] = v
				}
			}
		}
		own := *tpl
		own.Scale = model.Scale{}
		got, lost := written(t, invent(rng, s), &own)
		if len(lost) > 0 {
			t.Errorf("%d: a template without a scale loses %v", n, lost)
		}
		for _, e := range got.Books[0].Registers {
			if fmt.Sprint(e.Scale.Overrides) != fmt.Sprint(s.Overrides) && len(e.Scale.Overrides)+len(s.Overrides) > 0 {
				t.Errorf("%d: read %v, want %v", n, e.Scale.Overrides, s.Overrides)
			}
		}
		for _, f := range got.Findings {
			if f.Rule == "risk-value" || f.Rule == "treatment" || f.Rule == "scale-definition" && f.Variant != "gap" {
				t.Errorf("%d: %s %s at %s: %s, expected %s", n, f.Rule, f.Variant, f.At.Cell(), f.Found, f.Expected)
			}
		}
	}
}
