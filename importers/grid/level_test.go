package grid_test

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

func words() *grid.LevelWords { return grid.NewLevelWords(config.Vocabulary()) }

func axis(labels ...string) *model.Axis {
	a := &model.Axis{}
	for i, l := range labels {
		a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l})
	}
	return a
}

// axes are a scale of labels and one of bare numbers, on which a label beside a
// number says nothing.
func axes() (labels, numbers *model.Axis) {
	return axis("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"), axis("", "", "", "")
}

func TestLevelWritten(t *testing.T) {
	labels, numbers := axes()
	for _, text := range []string{
		// With a number: the third level of either axis.
		"3", "3*)", "3 *)", "3 **)", "3†", "3†)", "3[1]", "3 [12]", "tre", "Tre", "three", "THREE", "tre*", "nr 3", "Nr 3", "3,0", "3.", "3)", "(3)", "[3]", "3*", "3 ¹", "3 1)", "3?", "≈3", "~ 3", "ca 3", "c:a 3", "Ca. 3", "about 3",
		"Nivå 3", "Steg 3", "Trinn 3", "nivå: 3", "NIVÅ 3", "Nivå 3.", "Level 3", "Grad 3", "Klass 3", "Niveau 3", "Trin 3", "Sannolikhet 3", "Likelihood = 3",
		"S3", "S 3", "S: 3", "S=3", "K 3", "P3", "L3", "III", "III.", "Nivå III", "(III)",
		"#3", "# 3", "- 3", "• 3", "3 -", "3 – ", "3:", "3;", "3,", "3 .", "3 |", "(3).", "#3 -", "nivå 3 -",
		"3 poäng", "3 p", "3p", "3 p.", "3 poeng", "3 pts", "(3 p)", "3/4", "3 / 4", "3 av 4", "3 of 4", "Nivå 3 av 4", "3p/4p",
		// With both.
		"3\n(Möjlig)", "3 (Möjlig)", "3 Möjlig", "3 möjlig", "Möjlig\n3", "Möjlig 3", "3/Möjlig", "3: Möjlig", "3 – Möjlig", "3-Möjlig", "3 | Möjlig",
		"[3] Möjlig", "(3) Möjlig", "Möjlig [3]", "Möjlig (3)", "Möjlig - 3", "Möjlig/3", "Möjlig, 3", "Möjlig = 3", "3. Möjlig", "3) Möjlig",
		"3 [Möjlig]", "Möjlig (3 p)", "Möjlig, 3 poäng", "Möjlig 3 p", "Möjlig (nivå 3)", "Möjlig – nivå 3", "Nivå 3 – Möjlig", "Nivå 3: Möjlig",
		"Nivå 3 (Möjlig)", "S3 – Möjlig", "S3 Möjlig", "S3: Möjlig", "III – Möjlig", "III. Möjlig", "III Möjlig", "Möjlig (III)", "Möjlig 3/4",
		"Möjlig 3 av 4", "Möjlig ca 3", "Sannolikhet: 3 - Möjlig", "Sannolikhet: Möjlig (3)", "3 → Möjlig", "3\nMöjlig*", "3 (Möjlig) som förra året",
		"3 - Möjlig (1 ggr/år)", "3 – Möjlig, 1 gång per år", "3 p – Möjlig", "#3 Möjlig", "• 3 – Möjlig",
	} {
		l := words().Level(model.Clean(text))
		for _, a := range []*model.Axis{labels, numbers} {
			if found := a.Find(l); found == nil || found.Value != 3 {
				t.Errorf("%q, read as %+v, is %+v on an axis of %d, want its third level", text, l, found, len(a.Levels))
			}
		}
	}
	for _, text := range []string{
		// By label alone.
		"Möjlig", "möjlig", "MÖJLIG", " Möjlig ", "- Möjlig", "– Möjlig", "• Möjlig", "·Möjlig", "(Möjlig)", "”Möjlig”", "[Möjlig]", "Möjlig*", "Möjlig **", "Möjlig¹", "Möjlig 1)", "Möjlig2)",
		"Möjlig.", "Möjlig?", "Möjlig (1 ggr/år)", "Möjlig (kan inträffa)", "Möjlig, 1 gång per år", "Möjlig – inträffar varje år", "Möjlig: varje år",
		"Möjlig\n(1 ggr/år)", "Möj-\nlig", "Möj-\nlig (varje\når)", "Möjlig; se bilaga", "Möjlig nivå", "Nivå: Möjlig", "Nivå Möjlig", "Sannolikhet: Möjlig", "Sannolikhet – möjlig", "Möjlig (1–2 år)",
	} {
		l := words().Level(model.Clean(text))
		if found := labels.Find(l); found == nil || found.Value != 3 {
			t.Errorf("%q, read as %+v, is %+v, want the third level", text, l, found)
		}
	}
}

func TestLevelNotWritten(t *testing.T) {
	labels, numbers := axes()
	for _, text := range []string{
		"1-4", "1–4", "3 - 4", "2/3/4", "3 eller 4", "3 till 4", "2, 3", "3;4", "1 - 4 gånger", "2,5", "2.5", "3.1", "3½", "3/5", "5/3", "1/12",
		"2025", "2025-03-01", "25-03-01", "3/4 2025", "3 mars", "3 mars 2025", "mars 3", "12:30", "3:e kvartalet", "3:30", "kl 3", "1.10",
		"3 månader", "3 mån", "3 gånger", "1 gång per år", "2 ggr/år", "3 dagar", "ca 3 år", "3 st", "3 personer", "3 brukare", "3 times a year",
		"3 %", "3%", "33 procent", "3 kr", "3 tkr", "3 000 kr", "1 250,50", "3+", ">3", "< 3", "≥ 3", "3 x 4 = 12", "3x4", "3 * 4", "3 av våra system",
		"3[2025]", "3[1", "tre månader", "två eller tre", "en till två", "tre fjärdedelar", "tretton", "2 av 3 system är nere", "3 av 4 enheter svarar inte", "R3", "R 3", "T3", "Q3", "Bilaga 3", "Avd. 3", "Se risk 3", "Tertial 3", "Rutin nr 3", "A3", "K3-regelverket",
		"V. Ek", "I. Holm", "V Ek", "I dag", "I samband med bokslut", "IV-behandling", "I/O-fel", "VI", "X", "Ivar", "Karl III:s torg 5",
		"Ej sannolik", "Inte möjlig", "Ganska möjlig", "Möjligt", "Möjligen", "Mycket sannolik", "Sannolikt", "Osannolik/Möjlig", "Möjlig till sannolik",
		"Möjlig-sannolik", "Möjlig eller mindre sannolik", "Sannolik – möjlig", "Rutinen saknas vid 3 enheter.", "Personal slutar", "Vet ej", "x", "?", "44",
		"Nivå", "Poäng", "Det är möjlig", "3-", "-3", "Bilaga #3", "##", "V. High", "V. Låg arm", "I. Holmen", "3 - Ganska möjlig",
	} {
		l := words().Level(model.Clean(text))
		if found := labels.Find(l); found != nil {
			t.Errorf("%q, read as %+v, is %+v, want none", text, l, found)
		}
		if text == "3 - Ganska möjlig" {
			continue // a label beside a number says nothing on an axis of numbers
		}
		if found := numbers.Find(l); found != nil {
			t.Errorf("%q, read as %+v, is %d on an axis of numbers, want none", text, l, found.Value)
		}
	}
}

func TestLevelParts(t *testing.T) {
	for text, want := range map[string]model.Level{
		"Möjlig":             {Label: "Möjlig"},
		"3":                  {Number: 3, HasNumber: true},
		"3\n(Möjlig)":        {Label: "Möjlig", Number: 3, HasNumber: true, Whole: "3 (Möjlig)"},
		"Mindre sanno-\nlik": {Label: "Mindre sannolik", Whole: "Mindre sanno- lik"},
		"Möjlig*":            {Label: "Möjlig", Whole: "Möjlig*"},
		"Möjlig (1 ggr/år)":  {Label: "Möjlig (1 ggr/år)"},
		"3 av 4":             {Number: 3, HasNumber: true, Of: 4, Whole: "3 av 4"},
		"3 månader":          {Label: "månader", Number: 3, HasNumber: true, Loose: true, Whole: "3 månader"},
		"Bilaga 3":           {Label: "Bilaga", Number: 3, HasNumber: true, Loose: true, Whole: "Bilaga 3"},
		"2 Kan hända":        {Label: "Kan hända", Number: 2, HasNumber: true, Whole: "2 Kan hända"},
		"Mkt låg":            {Label: "Mycket låg", Whole: "Mkt låg"},
		"mkt. hög":           {Label: "mycket hög", Whole: "mkt. hög"},
		"4 – Mkt hög":        {Label: "Mycket hög", Number: 4, HasNumber: true, Whole: "4 – Mkt hög"},
		"två":                {Number: 2, HasNumber: true, Whole: "två"},
		"IV":                 {Number: 4, HasNumber: true, Whole: "IV"},
		"I. Osannolik":       {Label: "Osannolik", Number: 1, HasNumber: true, Whole: "I. Osannolik"},
		"I Försumbar":        {Label: "Försumbar", Number: 1, HasNumber: true, Whole: "I Försumbar"},
		"V. Mycket hög":      {Label: "Mycket hög", Number: 5, HasNumber: true, Whole: "V. Mycket hög"},
		"V. High":            {Label: "V. High"},
		"V Låg":              {Label: "Låg", Number: 5, HasNumber: true, Whole: "V Låg"},
		"I. Holm":            {Label: "I. Holm"},
	} {
		if got := words().Level(text); got != want {
			t.Errorf("Level(%q) = %+v, want %+v", text, got, want)
		}
	}
	var none *grid.LevelWords
	if l := none.Level("3 – Möjlig"); l.Label != "Möjlig" || l.Number != 3 {
		t.Errorf("without words %+v", l)
	}
}

func TestScore(t *testing.T) {
	for text, want := range map[string]int{
		"12": 12, "12,0": 12, "12.00": 12, "12 (hög)": 12, "12 Minimera risk": 12, "12\nHög": 12, "12 – Hög": 12, "12: hög": 12, "12/Hög": 12, "12, hög": 12,
		"3 x 4 = 12": 12, "3×4=15": 15, "3x4=12": 12, "3 * 4 = 12": 12, "3 + 4 = 7": 7, "S3 x K4 = 12": 12, "3 x 4 = 12 (Hög)": 12, "=12": 12, "= 12": 12, "12 (3 x 4)": 12, "12 = 3 x 4": 12,
		"12 p": 12, "12p": 12, "12 poäng": 12, "12 p (Hög)": 12, "Hög 12": 12, "Hög (12)": 12, "Hög – 12": 12, "Hög: 12": 12, "Mycket hög 16": 16, "Röd 12": 12, "12 Röd": 12, "Hög risk (12)": 12,
		"12*": 12, "12 ¹": 12, "12 1)": 12, "(12)": 12, "[12]": 12, "12.": 12, "12 av 25": 12, "12 of 25": 12, "12 av 25 poäng": 12, "RV: 12": 12, "Riskvärde 12": 12, "Riskvärde = 12": 12, "R = 12": 12,
		"12-16": -1, "12–16": -1, "4-11": -1, "12 - 16": -1, "12 eller 16": -1, "3x4": -1, "3 x 4": -1, "3/4": -1, "12/25": -1, "hög": -1, "7,5": -1, "": -1, "R12": -1,
		"12 månader": -1, "12 mars": -1, "12 kr": -1, "12 %": -1, "12%": -1, "12 av våra system": -1, "2025-12-01": -1, "12:30": -1, "12e": -1, "12-punktslista": -1, "Bilaga 12": -1, "Tertial 2": -1, "12345 hög": -1,
		"Hög 2025-12-01": -1, "12 000": -1, "> 12": -1, "26 av 25": -1,
	} {
		v := words().Score(&grid.Cell{Text: text})
		if v.OK != (want >= 0) || v.OK && v.V != want {
			t.Errorf("Score(%q) = %d, %v, want %d", text, v.V, v.OK, want)
		}
	}
}
