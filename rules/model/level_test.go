package model

import "testing"

func labels(texts ...string) *Axis {
	a := &Axis{}
	for i, text := range texts {
		a.Levels = append(a.Levels, ScaleLevel{Value: i + 1, Label: text})
	}
	return a
}

func TestAxisFind(t *testing.T) {
	degrees := labels("Mycket låg", "Låg", "Medel", "Hög", "Mycket hög")
	for _, c := range []struct {
		name  string
		axis  *Axis
		level Level
		want  int // 0: none
	}{
		{"label", degrees, Level{Label: "hög"}, 4},
		{"longest label", degrees, Level{Label: "Mycket hög (akut)"}, 5},
		{"rest of the text", degrees, Level{Label: "Hög – akut"}, 4},
		{"compound", degrees, Level{Label: "Medel-hög"}, 0},
		{"two words", degrees, Level{Label: "Medel hög"}, 0},
		{"two levels", degrees, Level{Label: "Låg till medel"}, 0},
		{"two levels, slash", degrees, Level{Label: "Låg/Hög"}, 0},
		{"longer word", degrees, Level{Label: "Högsta"}, 0},
		{"another word before", degrees, Level{Label: "Ganska hög"}, 0},
		{"a word that is not there", labels("Låg", "Medel", "Hög"), Level{Label: "Mycket hög"}, 0},
		{"misspelt", degrees, Level{Label: "Högg"}, 0},
		{"label decides", degrees, Level{Label: "Hög", Number: 2, HasNumber: true}, 4},
		{"unknown label decides", degrees, Level{Label: "Trolig", Number: 2, HasNumber: true}, 0},
		{"number", degrees, Level{Number: 2, HasNumber: true}, 2},
		{"number not on the axis", degrees, Level{Number: 6, HasNumber: true}, 0},
		{"loose number", degrees, Level{Number: 2, HasNumber: true, Loose: true}, 0},
		{"of the greatest", degrees, Level{Number: 2, HasNumber: true, Of: 5}, 2},
		{"of another greatest", degrees, Level{Number: 2, HasNumber: true, Of: 4}, 0},
		{"whole text is a label", labels("Nivå 3", "Nivå 2", "Nivå 1"), Level{Number: 3, HasNumber: true, Whole: "Nivå 3"}, 1},
		{"Roman label", labels("IV", "III", "II", "I"), Level{Number: 4, HasNumber: true, Whole: "IV"}, 1},
		{"frequency label", labels("2 ggr/år", "1 gång per år"), Level{Label: "gång per år", Number: 1, HasNumber: true, Loose: true, Whole: "1 gång per år"}, 2},
		{"label of the axis goes on", labels("Låg (0–1)", "Hög (över 10 tkr)"), Level{Label: "Hög"}, 2},
		{"both go on", labels("Låg (0–1)", "Hög (över 10 tkr)"), Level{Label: "Hög, akut"}, 2},
		{"both go on, two levels", labels("Låg (0–1)", "Hög (över 10 tkr)"), Level{Label: "Låg, hög i juli"}, 0},
		{"two go on", labels("Hög (pengar)", "Hög (hälsa)"), Level{Label: "Hög"}, 0},
		{"1-3-9", &Axis{Levels: []ScaleLevel{{Value: 1}, {Value: 3}, {Value: 9}}}, Level{Number: 3, HasNumber: true}, 3},
		{"1-3-9, a gap", &Axis{Levels: []ScaleLevel{{Value: 1}, {Value: 3}, {Value: 9}}}, Level{Number: 2, HasNumber: true}, 0},
		{"numbers, any label", labels("", "", ""), Level{Label: "Trolig", Number: 2, HasNumber: true}, 2},
		{"numbers, loose", labels("", "", ""), Level{Label: "månader", Number: 2, HasNumber: true, Loose: true}, 0},
	} {
		got := 0
		if l := c.axis.Find(c.level); l != nil {
			got = l.Value
		}
		if got != c.want {
			t.Errorf("%s: Find(%+v) is %d, want %d", c.name, c.level, got, c.want)
		}
	}
}
