package tables

import (
	"slices"
	"strings"
	"testing"
)

// TestCards: risks on cards, each with its headings beside what they say.
func TestCards(t *testing.T) {
	known := func(s string) bool {
		return slices.Contains([]string{"Nr", "Risk", "Niva", "Foljd", "Varde", "Nr:", "Risk:", "Niva:", "Foljd:", "Varde:"}, s)
	}
	xs := []float64{50, 150}
	lines2 := ""
	for i, r := range []string{"Brand", "Stold", "Fukt"} {
		lines2 += rowsAt(100+80*float64(i), 12, xs, []string{"Nr:", string(rune('1' + i))}, []string{"Risk:", r}, []string{"Niva:", "2"}, []string{"Foljd:", "3"}, []string{"Varde:", "6"})
	}
	ruled := func(names ...string) string {
		s := ""
		for i, r := range names {
			y := 100 + 70*float64(i)
			s += lines([]float64{50, 100, 150, 200, 300}, []float64{y, y + 20, y + 40}) +
				at(52, y+14, "Nr") + at(102, y+14, string(rune('1'+i))) + at(152, y+14, "Risk") + at(202, y+14, r) +
				at(52, y+34, "Niva") + at(102, y+34, "2") + at(152, y+34, "Foljd") + at(202, y+34, "3")
		}
		return s
	}
	head := func(y float64) string {
		return lines([]float64{50, 100, 150, 200}, []float64{y, y + 20, y + 40}) + at(52, y+14, "Nr") + at(102, y+14, "Risk") + at(152, y+14, "Niva") +
			at(52, y+34, "1") + at(102, y+34, "Brand") + at(152, y+34, "2")
	}
	for _, c := range []struct{ name, content, want string }{
		{"lines", lines2, "Nr:|1 / Risk:|Brand / Niva:|2 / Foljd:|3 / Varde:|6 / Nr:|2 / Risk:|Stold / Niva:|2 / Foljd:|3 / Varde:|6 / Nr:|3 / Risk:|Fukt / Niva:|2 / Foljd:|3 / Varde:|6"},
		{"small tables", ruled("Brand", "Stold"), "Nr|1|Risk|Brand / Niva|2|Foljd|3 / Nr|2|Risk|Stold / Niva|2|Foljd|3"},
		{"two tables with their headings", head(100) + head(170), "Nr|Risk|Niva / 1|Brand|2 ## Nr|Risk|Niva / 1|Brand|2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := pageInput(t, c.content, nil)
			in.Headings = known
			k := NewKnown()
			k.Add(in.Words)
			found, _ := Find(in)
			for _, tb := range found {
				tb.FillText(k)
			}
			var got []string
			for _, j := range Join([]Sheet{{Tables: found, Width: 595}}) {
				got = append(got, dump(&j.Table))
			}
			if s := strings.Join(got, " ## "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

// TestListHalves: halves of a list side by side, and what only looks like them.
func TestListHalves(t *testing.T) {
	years := []float64{50, 150, 200, 250, 320, 370, 420}
	bands := at(210, 88, "2024") + at(380, 88, "2025")
	xs := []float64{50, 80, 180, 220, 300, 330, 430, 470}
	for _, c := range []struct{ name, content, want string }{
		{"the headings of two years", bands + at(50, 88, "Post") + rowsAt(100, 14, years, []string{"", "Budget", "Utfall", "Avvikelse", "Budget", "Utfall", "Avvikelse"},
			[]string{"Kajer", "500", "520", "20", "510", "505", "5"}, []string{"Bojar", "300", "290", "10", "310", "330", "20"}, []string{"Summa", "800", "810", "10", "820", "835", "15"}),
			"Post|2024>>|2025>> / |Budget|Utfall|Avvikelse|Budget|Utfall|Avvikelse / Kajer|500|520|20|510|505|5 / Bojar|300|290|10|310|330|20 / Summa|800|810|10|820|835|15"},
		{"two tables that name other things", rowsAt(100, 16, xs, []string{"Land", "Budget", "Utfall", "Rest", "Hamn", "Budget", "Utfall", "Rest"},
			[]string{"Kajer", "20", "21", "1", "Bojar", "30", "33", "3"}, []string{"Summa", "20", "21", "1", "Summa", "30", "33", "3"}, []string{"Till", "2", "1", "1", "Till", "3", "3", "0"}),
			"Land|Budget|Utfall|Rest / Kajer|20|21|1 / Summa|20|21|1 / Till|2|1|1 ## Hamn|Budget|Utfall|Rest / Bojar|30|33|3 / Summa|30|33|3 / Till|3|3|0"},
		{"a second half without headings", rowsAt(100, 16, xs, []string{"Nr", "Risk", "Niva", "Foljd", "R4", "Drag", "1", "2"},
			[]string{"R1", "Brand", "2", "3", "R5", "Damm", "3", "3"}, []string{"R2", "Stold", "1", "1", "R6", "Halka", "4", "2"}, []string{"R3", "Fukt", "2", "2"}),
			"Nr|Risk|Niva|Foljd / R4|Drag|1|2 / R5|Damm|3|3 / R6|Halka|4|2 ## Nr|Risk|Niva|Foljd / R1|Brand|2|3 / R2|Stold|1|1 / R3|Fukt|2|2"},
		{"numbers that go on with nothing", rowsAt(100, 16, xs, []string{"Nr", "Risk", "Niva", "Foljd", "R9", "Drag", "1", "2"},
			[]string{"R1", "Brand", "2", "3", "R5", "Damm", "3", "3"}, []string{"R2", "Stold", "1", "1", "R6", "Halka", "4", "2"}, []string{"R3", "Fukt", "2", "2"}),
			"Nr|Risk|Niva|Foljd|R9|Drag|1|2 / R1|Brand|2|3|R5|Damm|3|3 / R2|Stold|1|1|R6|Halka|4|2 / R3|Fukt|2|2||||"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
