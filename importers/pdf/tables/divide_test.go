package tables

import "testing"

func TestDivide(t *testing.T) {
	xs := []float64{54, 104, 254, 334}
	edges := []float64{50, 100, 250, 330, 450}
	head := rowsAt(112, 0, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"})
	columns := lines(edges, []float64{100, 120, 240})
	budget := rowsAt(112, 0, xs, []string{"Post", "Budget", "Utfall", "Rest"}) + rowsAt(132, 14, xs, []string{"Kajer", "100", "90", "10"}, []string{"Bojar", "40", "44", "-4"}, []string{"Kranar", "7", "6", "1"})
	for _, c := range []struct{ name, content, want string }{
		{"column lines and keys", columns + head +
			rowsAt(132, 12, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"}) + rowsAt(160, 12, xs, []string{"R2", "Stold", "Stor", "Vakten"}) +
			rowsAt(176, 12, xs, []string{"R3", "Fukt", "Stor", "Chefen och"}, []string{"", "", "", "vakten"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen och~vakten"},
		{"two rows, the first from the page before", columns + head +
			at(104, 132, "kallaren") + rowsAt(148, 12, xs, []string{"R2", "Stold i", "Stor", "Vakten"}, []string{"", "forradet"}) + rowsAt(176, 12, xs, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / |kallaren|| / R2|Stold i~forradet|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"amounts", columns + budget, "Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 / Kranar|7|6|1"},
		{"amounts in a grid of many rows", lines(edges, []float64{100, 120, 180, 200, 220, 240}) + budget + rowsAt(192, 20, xs, []string{"Summa", "147", "140", "7"}, []string{"Lan", "9", "9", "0"}, []string{"Allt", "156", "149", "7"}),
			"Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 / Kranar|7|6|1 / Summa|147|140|7 / Lan|9|9|0 / Allt|156|149|7"},
		{"full lines without numbers", columns + head + rowsAt(132, 12, xs, []string{"Ett", "Brand", "Liten", "Chefen"}, []string{"Tva", "Stold", "Stor", "Vakten"}, []string{"Tre", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / Ett|Brand|Liten|Chefen / Tva|Stold|Stor|Vakten / Tre|Fukt|Stor|Chefen"},
		{"stripes", "0.9 g 50 654 400 26 re f 50 614 400 14 re f 0 g " + columns + head + rowsAt(132, 12, xs[1:], []string{"Brand i", "Liten", "Chefen"}, []string{"kallaren"}, []string{"Stold i", "Stor", "Vakten"}, []string{"forradet"}, []string{"Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / |Brand i~kallaren|Liten|Chefen / |Stold i~forradet|Stor|Vakten / |Fukt|Stor|Chefen"},
		{"every other row boxed", lines(edges, []float64{100, 120}) + lines([]float64{50, 450}, []float64{120, 150, 180}) + lines(edges, []float64{150, 180}) + head +
			rowsAt(132, 12, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"}) + rowsAt(162, 12, xs, []string{"R2", "Stold", "Stor", "Vakten"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten"},

		{"one line sets the names off", lines([]float64{50, 100, 450}, []float64{100, 120, 240}) + budget, "Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 / Kranar|7|6|1"},
		{"no frame, one line below the headings", lines(edges[1:4], []float64{100, 240})[:3*len("100 700 m 100 560 l S\n")] + "50 680 m 450 680 l S\n" + budget, "Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 / Kranar|7|6|1"},
		{"numbered lines in cells stay whole", lines([]float64{50, 150, 450}, []float64{100, 120, 180, 240}) + rowsAt(112, 0, []float64{54, 154}, []string{"Risk", "Atgard"}) +
			rowsAt(132, 12, []float64{54, 154, 200}, []string{"Brand", "1.", "Larm"}, []string{"", "2.", "Prov"}) + rowsAt(192, 12, []float64{54, 154, 200}, []string{"Fukt", "1.", "Dranera"}, []string{"", "2.", "Vadra"}),
			"Risk|Atgard / Brand|1. Larm~2. Prov / Fukt|1. Dranera~2. Vadra"},

		{"wrapped cells stay whole", lines(edges, []float64{100, 120, 240}) + head +
			rowsAt(132, 12, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren", "", "och"}, []string{"", "som uppstar", "", "vakten"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren~som uppstar|Liten|Chefen~och~vakten"},
		{"paragraphs of one row stay together", lines(edges, []float64{100, 120, 240}) + head +
			rowsAt(132, 12, xs, []string{"R1", "Brand", "Liten", "Prov"}) + rowsAt(168, 12, xs, []string{"", "Stold", "", "Larm"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand~Stold|Liten|Prov~Larm"},
		{"a sentence over columns stays whole", lines(edges, []float64{100, 120}) + lines([]float64{50, 450}, []float64{120, 160}) + head + at(54, 132, "Namnden har sett over alla risker under aret och funnit") + at(54, 144, "att de flesta finns kvar"),
			"Nr|Risk|Niva|Ansvarig / Namnden har sett over alla risker under aret och funnit~att de flesta finns kvar>>>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
