package controlplan

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/workbook"
	"riskbok/rules/fulltest"

	"riskbok/config"
	"riskbok/rules/model"
)

func levels(labels ...string) model.Axis {
	var a model.Axis
	for i, l := range labels {
		a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l, Numbered: true})
	}
	return a
}

// sampleScales are those that a plain table of labels does not cover.
func sampleScales() map[string]*model.Scale {
	accept := []model.Treatment{{Min: 0, Max: 2, Label: "Godta"}, {Min: 3, Max: 1 << 62, Label: "Åtgärda", InPlan: true}}
	return map[string]*model.Scale{
		"axes of different length": {Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Mycket stor"), Treatments: accept},
		"labels inside labels":     {Likelihood: levels("Osannolik", "Sannolik", "Mycket sannolik"), Consequence: levels("stor", "Inte stor", "STORT"), Treatments: accept},
		"wildcards in labels":      {Likelihood: levels("Hög*", "Hög**", "Hög?"), Consequence: levels("~", "*", "?"), Treatments: accept},
		"numbers alone":            {Likelihood: levels("", "", ""), Consequence: levels("", "", ""), Treatments: accept},
		"a level that is 0": {
			Likelihood:  model.Axis{Levels: []model.ScaleLevel{{Value: 0}, {Value: 1}, {Value: 2}}},
			Consequence: levels("Liten", "Stor"), Treatments: accept,
		},
		"a grid of its own": {
			Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Mycket stor"), Treatments: accept,
			Overrides: map[[2]int]int{{1, 3}: 9, {2, 1}: 0},
		},
		"sums":    {Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Mycket stor"), Treatments: accept, Rule: model.RuleSum},
		"greater": {Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Mycket stor"), Treatments: accept, Rule: model.RuleMaximum},
		"gaps between treatments": {
			Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Mycket stor"),
			Treatments: []model.Treatment{{Min: 1, Max: 1, Label: "Godta"}, {Min: 6, Max: 6, Label: "Åtgärda", InPlan: true}},
		},
		"no treatments":          {Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor")},
		"quotes and line breaks": {Likelihood: levels(`"Låg"`, "Hög\n(ofta)"), Consequence: levels("'Liten'", "Stor & svår"), Treatments: accept},
	}
}

// Every pair of levels of every scale gives the scale's own value and
// treatment, as stored and as calculated.
func TestScales(t *testing.T) {
	scales := sampleScales()
	for _, name := range fulltest.Part(slices.Sorted(maps.Keys(scales)), 5) {
		s := scales[name]
		t.Run(name, func(t *testing.T) {
			s.Origin = model.OriginDefinitions
			var rows []riskRow
			var want []*model.Treatment
			for i := range s.Likelihood.Levels {
				for j := range s.Consequence.Levels {
					l, c := &s.Likelihood.Levels[i], &s.Consequence.Levels[j]
					rows = append(rows, riskRow{
						number: strconv.Itoa(len(rows) + 1), event: "Risk " + strconv.Itoa(len(rows)+1),
						likelihood: levelLabel(l), consequence: levelLabel(c), treatment: "Som förut", action: "Gör något",
					})
					want = append(want, s.Treatment(s.Score(l.Value, c.Value)))
				}
			}
			f := newFixture("Nämnden", 2026)
			f.register("Plan", true, true, s, rows...)
			x, data := rendered(t, f.report(), template(t, config.DefaultTemplate))
			kept(t, "scale-"+name, data)
			sheet := x.GetSheetList()[0]
			checkFormulas(t, x)
			n := 0
			for i := range s.Likelihood.Levels {
				for j := range s.Consequence.Levels {
					row := strconv.Itoa(rowFirst + 1 + n)
					score := s.Score(s.Likelihood.Levels[i].Value, s.Consequence.Levels[j].Value)
					if got := value(t, x, sheet, "F"+row); got != strconv.Itoa(score) {
						t.Errorf("%s × %s is %q, want %d", rows[n].likelihood, rows[n].consequence, got, score)
					}
					treatment := "Som förut" // stays where the scale has none
					if want[n] != nil {
						treatment = want[n].Label
					}
					if got := value(t, x, sheet, "G"+row); got != treatment {
						t.Errorf("value %d: treatment %q, want %q", score, got, treatment)
					}
					n++
				}
			}
		})
	}
}

// The matrix has every risk in the one cell that its levels meet in.
func TestMatrix(t *testing.T) {
	for name, s := range sampleScales() {
		t.Run(name, func(t *testing.T) {
			s.Origin = model.OriginDefinitions
			var rows []riskRow
			for i := range s.Likelihood.Levels {
				for j := range s.Consequence.Levels {
					rows = append(rows, riskRow{number: "R" + strconv.Itoa(i) + strconv.Itoa(j), event: "x", likelihood: levelLabel(&s.Likelihood.Levels[i]), consequence: levelLabel(&s.Consequence.Levels[j])})
				}
			}
			f := newFixture("Nämnden", 2026)
			f.register("Plan", true, true, s, append(rows, rows[0])...)
			x, _ := rendered(t, f.report(), template(t, config.DefaultTemplate))
			for i := range s.Likelihood.Levels {
				row := rowMatrixFirst + 2*(len(s.Likelihood.Levels)-1-i) + 1
				for j := range s.Consequence.Levels {
					want := "R" + strconv.Itoa(i) + strconv.Itoa(j)
					if i+j == 0 {
						want = "R00, R00"
					}
					if got := value(t, x, "Riskmatris", workbook.Ref(row, colMatrixFirst+j)); got != want {
						t.Errorf("%s has %q, want %q", workbook.Ref(row, colMatrixFirst+j), got, want)
					}
				}
			}
		})
	}
}

// More risks than a cell could list are counted.
func TestMatrixCounts(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	rows := make([]riskRow, mostListed+50)
	for i := range rows {
		rows[i] = riskRow{number: "R" + strconv.Itoa(i+1), event: "a", likelihood: "Möjlig", consequence: "Lindrig"}
	}
	rows[7].consequence = "Allvarlig"
	f.register("Plan", true, true, usual(t), rows...)
	x, _ := rendered(t, f.report(), template(t, config.DefaultTemplate))
	for cell, want := range map[string]string{"C8": strconv.Itoa(len(rows) - 1), "E8": "1", "B12": "0"} {
		if got := value(t, x, "Riskmatris", cell); got != want || !strings.HasPrefix(formula(t, x, "Riskmatris", cell), "COUNTIF(") {
			t.Errorf("%s is %q by %s, want %s", cell, got, formula(t, x, "Riskmatris", cell), want)
		}
	}
}

// A level that is not on the scale leaves value and treatment as written, by
// formulas that calculate as soon as the level is put right.
func TestUnknownLevel(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, usual(t),
		riskRow{number: "R1", event: "a", likelihood: "Troligen", consequence: "Lindrig", score: 6, treatment: `Reducera "risk"`},
		riskRow{number: "R2", event: "b", likelihood: "", consequence: "Lindrig", score: "#N/A", treatment: "Acceptera risk"},
		riskRow{number: "R3", event: "c", likelihood: "Möjlig", consequence: "", score: nil, treatment: ""},
		riskRow{number: "R4", event: "d", likelihood: "Troligen", consequence: "Lindrig", score: "hög\nrisk", treatment: strings.Repeat("lång ", 80)},
	)
	x, _ := rendered(t, f.report(), template(t, config.DefaultTemplate))
	checkFormulas(t, x)
	sheet := x.GetSheetList()[0]
	for _, tt := range []struct{ cell, want string }{
		{"D7", "Troligen"}, {"F7", "6"}, {"G7", `Reducera "risk"`},
		{"D8", ""}, {"F8", "#N/A"}, {"G8", "Acceptera risk"},
		{"E9", ""}, {"F9", ""}, {"G9", ""},
		{"F10", "hög\nrisk"}, {"G10", strings.Repeat("lång ", 80)},
	} {
		if got := value(t, x, sheet, tt.cell); got != tt.want {
			t.Errorf("%s is %q, want %q", tt.cell, got, tt.want)
		}
	}
	for _, cell := range []string{"F10", "G10"} {
		if fx := formula(t, x, sheet, cell); fx != "" {
			t.Errorf("%s has the formula %s, too long or broken for a literal", cell, fx)
		}
	}
	if err := x.SetCellValue(sheet, "D7", "Sannolik"); err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{"F7": "8", "G7": "Reducera risk"} {
		if got, err := x.CalcCellValue(sheet, cell); err != nil || got != want {
			t.Errorf("with the level put right %s is %q (%v), want %q", cell, got, err, want)
		}
	}
}

func TestDescribedScale(t *testing.T) {
	tpl := template(t, config.DefaultTemplate)
	bare := model.Scale{Origin: model.OriginDefault, Likelihood: levels("Osannolik", "Annat"), Consequence: levels("Försumbar", "Lindrig"), Treatments: []model.Treatment{{Min: 1, Max: 4, Label: "acceptera risk"}}}
	got := described(&bare, &tpl.Scale)
	if got.Likelihood.Levels[0].Definition == "" || got.Likelihood.Levels[1].Definition != "" || got.Treatments[0].Meaning == "" {
		t.Errorf("described as %+v", got)
	}
	if bare.Likelihood.Levels[0].Definition != "" {
		t.Error("the scale itself was changed")
	}
	bare.Origin = model.OriginDefinitions
	if described(&bare, &tpl.Scale).Likelihood.Levels[0].Definition != "" {
		t.Error("a scale that was read got words of the template")
	}
}
