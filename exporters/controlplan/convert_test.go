package controlplan

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules/model"
)

func labelsOf(m map[*model.ScaleLevel]*model.ScaleLevel) string {
	var out []string
	for from, to := range m {
		out = append(out, levelLabel(from)+"→"+levelLabel(to))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Levels are mapped by label, else by place where nothing speaks against it.
func TestAxisMap(t *testing.T) {
	falling := levels("Låg", "Hög")
	falling.Levels[0].Value, falling.Levels[1].Value = 2, 1
	for name, tt := range map[string]struct {
		from, to model.Axis
		want     string
	}{
		"labels":                          {levels("Låg", "Hög"), levels("LÅG", "Hög"), "Hög→Hög Låg→LÅG"},
		"labels in a longer axis":         {levels("Låg", "Hög"), levels("Låg", "Medel", "Hög"), "Hög→Hög Låg→Låg"},
		"labels in a shorter axis":        {levels("Låg", "Medel", "Hög"), levels("Låg", "Hög"), "Hög→Hög Låg→Låg"},
		"places":                          {levels("Liten", "Stor"), levels("Låg", "Hög"), "Liten→Låg Stor→Hög"},
		"places, one label alike":         {levels("Låg", "Viss", "Stor"), levels("Låg", "Medel", "Hög"), "Låg→Låg Stor→Hög Viss→Medel"},
		"places from the lowest":          {levels("Liten", "Stor"), falling, "Liten→Hög Stor→Låg"},
		"numbers":                         {levels("", ""), levels("Låg", "Hög"), "1→Låg 2→Hög"},
		"a label at another place":        {levels("Liten", "Måttlig", "Stor"), levels("Obetydlig", "Liten", "Måttlig"), "Liten→Liten Måttlig→Måttlig"},
		"nothing alike, another length":   {levels("Liten", "Stor"), levels("Låg", "Medel", "Hög"), ""},
		"numbers of another length":       {levels("", "", ""), levels("Låg", "Hög"), ""},
		"a longer axis with label gaps":   {levels("A", "B", "C"), levels("A", "C", "D", "E"), "A→A C→C"},
		"an axis that is the other's end": {levels("Medel", "Hög"), levels("Låg", "Medel", "Hög"), "Hög→Hög Medel→Medel"},
	} {
		if got := labelsOf(axisMap(&tt.from, &tt.to)); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// own gives a template with a scale of two levels by three.
func own(t *testing.T) *model.Template {
	tpl := template(t, "process-5x5")
	tpl.Scale = model.Scale{
		Name: "own", Origin: model.OriginTemplate, Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Svår"),
		Treatments: []model.Treatment{{Min: 1, Max: 2, Label: "Godta"}, {Min: 3, Max: 6, Label: "Åtgärda", InPlan: true}},
	}
	return tpl
}

// A converted workbook has the template's levels, values and treatments; a level
// without counterpart stands as it stood, with value and treatment by its own
// scale, is in the log and is reported.
func TestConvert(t *testing.T) {
	from := model.Scale{
		Origin: model.OriginDefinitions, Likelihood: levels("Sällan", "Ofta"), Consequence: levels("Liten", "Stor"),
		Treatments: []model.Treatment{{Min: 1, Max: 1, Label: "Acceptera"}, {Min: 2, Max: 4, Label: "Reducera", InPlan: true}},
	}
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, &from,
		riskRow{number: "R1", event: "a", likelihood: "Ofta", consequence: "Stor", score: 4, treatment: "Reducera", direction: "Reducera", action: "x"},
		riskRow{number: "R2", event: "b", likelihood: "Sällan", consequence: "Stor", score: 3, treatment: "Reducera", direction: "Reducera", action: "y"},
		riskRow{number: "R3", event: "c", likelihood: "Vet ej", consequence: "Liten", score: 1, treatment: "Acceptera", direction: "Acceptera", action: "z"},
	)
	tpl := own(t)
	tpl.Scale.Likelihood = levels("Låg", "Ofta", "Alltid")
	tpl.Scale.Treatments[1].Max = 9
	files, lost, err := Convert(f.report(), output.Options{Lang: swedish(t), Template: tpl, Version: "1.0"})
	if err != nil || len(files) != 1 {
		t.Fatal(len(files), err)
	}
	x := opened(t, files[0].Data)
	checkFormulas(t, x)
	sheet := x.GetSheetList()[0]
	for cell, want := range map[string]string{
		"D7": "Ofta", "E7": "Stor", "F7": "4", "G7": "Åtgärda", "H7": "Reducera",
		"D8": "Sällan", "E8": "Stor", "F8": "2", "G8": "Reducera", "D9": "Vet ej", "F9": "1", "G9": "Acceptera",
	} {
		if got := value(t, x, sheet, cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if len(lost) != 1 || lost[0].Risk != "R2" || lost[0].Found != "Sällan" || lost[0].Variant != NoCounterpart ||
		lost[0].Args["field"] != model.FieldLikelihood || lost[0].Args["levels"] != "Låg (1), Ofta (2), Alltid (3)" {
		t.Errorf("lost %+v", lost)
	}
	rows, err := x.GetRows("Ändringslogg")
	if err != nil {
		t.Fatal(err)
	}
	var log []string
	for _, r := range rows {
		if len(r) > 5 && r[1] != "" && r[0] != "Vad" {
			log = append(log, strings.Join([]string{r[0], r[1], r[2], r[4], r[5]}, "|"))
		}
	}
	want := []string{"Saknas på skalan|R2|Sannolikhet|Sällan|Sällan", "Rättat|R2|Risktal|3|2", "Översatt|R1|Risknivå|Reducera|Åtgärda"}
	if !slices.Equal(log, want) {
		t.Errorf("the log says %q, want %q", log, want)
	}
}

// Where values differ because the sampleScales do, the log says so and does not
// speak of a correction.
func TestConvertedValue(t *testing.T) {
	from := model.Scale{Origin: model.OriginDefinitions, Likelihood: levels("Låg", "Hög"), Consequence: levels("Liten", "Stor", "Svår"),
		Overrides: map[[2]int]int{{2, 3}: 9}, Treatments: []model.Treatment{{Min: 1, Max: 9, Label: "Åtgärda", InPlan: true}}}
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, &from,
		riskRow{number: "R1", event: "a", likelihood: "Hög", consequence: "Svår", score: 9, treatment: "Åtgärda"},
		riskRow{number: "R2", event: "b", likelihood: "Hög", consequence: "Svår", score: 5, treatment: "Åtgärda"},
	)
	p := merge(f.report(), f.book, &own(t).Scale, true)
	var got []string
	for _, e := range p.log {
		got = append(got, fmt.Sprint(e.risk, " ", e.field, " ", e.kind, " ", e.before, "→", e.after))
	}
	if want := []string{"R1 value mapped 9→6", "R2 value changed 5→6"}; !slices.Equal(got, want) {
		t.Errorf("log %q, want %q", got, want)
	}
}

// Levels of a scale that nobody knows are mapped by their label only.
func TestConvertUnknown(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, nil,
		riskRow{number: "R1", event: "a", likelihood: "Hög", consequence: "Katastrofal", score: 9, treatment: "Åtgärda"},
		riskRow{number: "R2", event: "b", likelihood: "Låg", consequence: "", score: 9, treatment: "Åtgärda"},
	)
	_, lost, err := Convert(f.report(), output.Options{Lang: swedish(t), Template: own(t), Version: "1.0"})
	if err != nil || len(lost) != 1 || lost[0].Risk != "R1" || lost[0].Found != "Katastrofal" {
		t.Errorf("lost %+v, %v", lost, err)
	}
	if files, err := Render(f.report(), output.Options{Lang: swedish(t), Template: own(t), Version: "1.0"}); err != nil || len(files) != 1 {
		t.Error(len(files), err)
	}
}

// A template with the book's own scale, or with none, changes nothing.
func TestConvertSame(t *testing.T) {
	for name, spoil := range map[string]func(*model.Template){
		"equal": func(*model.Template) {},
		"none":  func(tpl *model.Template) { tpl.Scale = model.Scale{} },
	} {
		f := newFixture("Nämnden", 2026)
		s := usual(t)
		slices.Reverse(s.Treatments)
		f.register("Plan", true, true, s, riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk", action: "x"})
		tpl := template(t, "fyra-steg-2024")
		spoil(tpl)
		opts := output.Options{Lang: swedish(t), Template: tpl, Version: "1.0"}
		plain, err := Render(f.report(), opts)
		if err != nil {
			t.Fatal(err)
		}
		converted, lost, err := Convert(f.report(), opts)
		if err != nil || len(lost) != 0 || !bytes.Equal(plain[0].Data, converted[0].Data) {
			t.Errorf("%s: %v, %d lost, %d and %d bytes", name, err, len(lost), len(plain[0].Data), len(converted[0].Data))
		}
	}
}

// A level without counterpart is written so that its number is not read as one
// of the template's levels.
func TestConvertedNumbersMeanNothingElse(t *testing.T) {
	numbers, labels := levels("", "", "", ""), levels("Låg", "Viss", "Hög", "Svår")
	five, bare := levels("A", "B", "C", "D", "E"), levels("", "", "", "", "")
	for name, tt := range map[string]struct {
		raw      string
		level    model.Level
		from, to model.Axis
		want     string
	}{
		"a number":                  {"4", model.Level{Number: 4, HasNumber: true}, numbers, five, "4/4"},
		"a number of a label":       {"4", model.Level{Number: 4, HasNumber: true}, labels, five, "Svår"},
		"a number and a label":      {"4 Svår", model.Level{Number: 4, HasNumber: true, Label: "Svår"}, labels, bare, "Svår"},
		"a label":                   {"svår", model.Level{Label: "svår"}, labels, five, "svår"},
		"a number on neither":       {"9", model.Level{Number: 9, HasNumber: true}, numbers, five, "9"},
		"a number on the other one": {"5", model.Level{Number: 5, HasNumber: true}, numbers, five, "5?"},
	} {
		v := model.Value[model.Level]{V: tt.level, OK: true, Raw: tt.raw}
		if l := converted(v, &tt.from, &tt.to, axisMap(&tt.from, &tt.to)); l.text != tt.want || l.on != nil {
			t.Errorf("%s: %q, on the scale %v, want %q", name, l.text, l.on != nil, tt.want)
		}
	}
}

// What another scale makes of levels and values is told once for each level and each
// pair of levels, with all risks and places, and in the first lines by what became
// of it.
func TestConvertLogGroups(t *testing.T) {
	from := model.Scale{
		Origin: model.OriginDefinitions, Likelihood: levels("Sällan", "Ofta"), Consequence: levels("Liten", "Stor"),
		Treatments: []model.Treatment{{Min: 1, Max: 1, Label: "Acceptera"}, {Min: 2, Max: 4, Label: "Reducera", InPlan: true}},
	}
	risk := func(number, likelihood, consequence string, score int) riskRow {
		return riskRow{number: number, event: "risk " + number, likelihood: likelihood, consequence: consequence, score: score, treatment: "Reducera"}
	}
	for name, tt := range map[string]struct {
		likelihood []string
		scale      string
		want       []string
	}{
		"all": {[]string{"Låg", "Hög"}, "all", []string{
			"Översatt|R1, R3|Sannolikhet|Ofta|Hög", "Översatt|R1, R3|Risknivå|Reducera|Åtgärda", "Översatt|R2|Sannolikhet|Sällan|Låg", "Översatt|R2|Risknivå|Reducera|Godta"}},
		"some": {[]string{"Låg", "Ofta", "Alltid"}, "some", []string{
			"Saknas på skalan|R2|Sannolikhet|Sällan|Sällan", "Källans värde|R2|Risktal||", "Översatt|R1, R3|Risknivå|Reducera|Åtgärda"}},
		"none": {[]string{"A", "B", "C"}, "none", []string{
			"Saknas på skalan|R1, R3|Sannolikhet|Ofta|Ofta", "Saknas på skalan|R1, R2, R3|Konsekvens|Stor|Stor", "Saknas på skalan|R2|Sannolikhet|Sällan|Sällan",
			"Källans värde|R1, R2, R3|Risktal||"}},
	} {
		f := newFixture("Nämnden", 2026)
		f.register("Plan", true, true, &from, risk("R1", "Ofta", "Stor", 4), risk("R2", "Sällan", "Stor", 2), risk("R3", "Ofta", "Stor", 4))
		tpl := own(t)
		tpl.Scale.Likelihood = levels(tt.likelihood...)
		if tt.scale == "none" {
			tpl.Scale.Consequence = levels("D", "E", "F")
		}
		tpl.Scale.Treatments[1].Max = 9
		cat := swedish(t)
		files, lost, err := Convert(f.report(), output.Options{Lang: cat, Template: tpl, Version: "1.0"})
		if err != nil {
			t.Fatal(err)
		}
		rows, err := opened(t, files[0].Data).GetRows("Ändringslogg")
		if err != nil {
			t.Fatal(err)
		}
		if got, want := rows[2][0], cat.T("controlplan.log.scale.converted."+tt.scale); got != want {
			t.Errorf("%s: the log says %q, want %q", name, got, want)
		}
		var log []string
		for _, r := range rows {
			if len(r) > 5 && r[1] != "" && r[0] != "Vad" {
				log = append(log, strings.Join([]string{r[0], r[1], r[2], r[4], r[5]}, "|"))
			}
		}
		if !slices.Equal(log, tt.want) {
			t.Errorf("%s: the log says\n%s\nwant\n%s", name, strings.Join(log, "\n"), strings.Join(tt.want, "\n"))
		}
		causes := map[string]bool{}
		for _, l := range lost {
			causes[l.Cause] = true
		}
		if want := strings.Count(strings.Join(tt.want, " "), "Saknas"); len(causes) != want {
			t.Errorf("%s: %d causes, want one for each of %d levels", name, len(causes), want)
		}
	}
}
