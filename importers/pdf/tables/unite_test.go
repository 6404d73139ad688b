package tables

import "testing"

func TestUnite(t *testing.T) {
	xs := []float64{54, 154, 254, 354}
	edges := []float64{50, 150, 250, 350, 450}
	box := func(ys ...float64) string { return lines(edges, ys) }
	head := []string{"Post", "Budget", "Utfall", "Rest"}
	kajer, bojar, kranar, summa := []string{"Kajer", "100", "90", "10"}, []string{"Bojar", "40", "44", "-4"}, []string{"Kranar", "7", "6", "1"}, []string{"Summa", "147", "140", "7"}
	all := rowsAt(112, 20, xs, head, kajer, bojar, kranar, summa)
	const whole = "Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 / Kranar|7|6|1 / Summa|147|140|7"
	const prose = "Avvikelsen kommer av en mild vinter och av att kajen byggdes om senare."
	for _, c := range []struct{ name, content, want string }{
		{"a boxed heading", box(100, 120) + all, whole},
		{"every other row boxed", box(120, 140) + box(160, 180) + all, whole},
		{"the last rows boxed", box(160, 180, 200) + all, whole},
		{"heading and total boxed", box(100, 120) + box(180, 200) + all, whole},
		{"rows below a grid of rows", box(100, 120, 140, 160) + all, whole},
		{"boxes drawn one by one", box(100, 119) + box(121, 139.5) + all + box(143, 158), whole},
		{"wrapped rows below a boxed heading", box(100, 120) + rowsAt(112, 0, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}) +
			rowsAt(136, 12, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"}) + rowsAt(166, 12, xs, []string{"R2", "Stold", "Stor", "Vakten"}) + rowsAt(184, 12, xs, []string{"R3", "Fukt", "Stor", "Chefen och"}, []string{"", "", "", "vakten"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen och~vakten"},
		{"boxed rows, cells set at their lower edge", box(100, 120) + rowsAt(112, 0, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}) +
			at(154, 136, "Brand i") + rowsAt(148, 0, xs, []string{"R1", "kallaren", "Liten", "Chefen"}) + box(154, 190) + at(154, 164, "Stold") + at(154, 174, "fran") + rowsAt(186, 0, xs, []string{"R2", "boden", "Stor", "Vakten"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold~fran~boden|Stor|Vakten"},
		{"prose and titles stay outside", at(54, 80, "Namnden") + box(100, 120) + all + at(54, 212, prose) + at(54, 224, prose), whole},
		{"text beside stays outside", box(100, 120) + all + at(470, 132, "Se bilaga") + at(470, 152, "tre och fyra"), whole},

		{"names on the left of a grid", lines(edges[1:], []float64{100, 120, 140, 160, 180, 200}) + all, whole},
		{"other text on the left of a grid", lines(edges[1:], []float64{100, 120, 140, 160}) + rowsAt(112, 20, xs[1:], head[1:], kajer[1:], bojar[1:]) + at(54, 106, "Se bilaga") + at(54, 118, "tre och fyra") + at(54, 130, "om kajer"),
			"Budget|Utfall|Rest / 100|90|10 / 40|44|-4"},

		{"two tables with one heading each", box(100, 120) + rowsAt(112, 20, xs, head, kajer, bojar) + box(170, 190) + rowsAt(182, 20, xs, head, kranar, summa),
			"Post|Budget|Utfall|Rest / Kajer|100|90|10 / Bojar|40|44|-4 ## Post|Budget|Utfall|Rest / Kranar|7|6|1 / Summa|147|140|7"},
		{"two grids with the same columns", box(100, 120, 140) + rowsAt(112, 20, xs, head, kajer) + box(152, 172, 192) + rowsAt(164, 20, xs, bojar, kranar),
			"Post|Budget|Utfall|Rest / Kajer|100|90|10 ## Bojar|40|44|-4 / Kranar|7|6|1"},
		{"a title between", box(100, 120) + rowsAt(112, 20, xs, head, kajer) + at(54, 152, "Hamnar") + box(160, 180) + rowsAt(172, 20, xs, bojar, kranar),
			"Post|Budget|Utfall|Rest / Kajer|100|90|10 ## Bojar|40|44|-4 / Kranar|7|6|1"},
		{"a signature below a grid", box(100, 120, 140) + rowsAt(112, 20, xs, head, kajer) + at(70, 170, "Ordforande") + at(270, 170, "Sekreterare"),
			"Post|Budget|Utfall|Rest / Kajer|100|90|10"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestUniteGoesOn: rows at the top of a page belong to the table before whose
// rulings show only the columns.
func TestUniteGoesOn(t *testing.T) {
	xs := []float64{54, 154, 254, 354}
	edges := []float64{50, 150, 250, 350, 450}
	head := rowsAt(112, 20, xs, []string{"Post", "Budget", "Utfall", "Rest"}, []string{"Kajer", "100", "90", "10"}, []string{"Bojar", "40", "44", "-4"})
	before := func(content string) *Table {
		found, _ := Find(pageInput(t, content+head, nil))
		return found[0]
	}
	loose, full, one := before(lines(edges, []float64{100, 120})), before(lines(edges, []float64{100, 120, 140, 160})), before(lines([]float64{50, 150, 450}, []float64{100, 120, 160}))
	next := rowsAt(30, 20, xs, []string{"Kranar", "7", "", "1"}, []string{"Summa", "147", "140", "7"})
	for _, c := range []struct {
		name, content string
		previous      *Table
		want          string
	}{
		{"rows", next, loose, "Kranar|7||1 / Summa|147|140|7"},
		{"a full grid before", next, full, ""},
		{"a title above", at(54, 15, "Hamnar") + next, loose, ""},
		{"the rest of a row above a grid", at(154, 25, "och mer") + lines(edges, []float64{30, 50, 70}) + rowsAt(42, 20, xs, []string{"Kranar", "7", "", "1"}, []string{"Summa", "147", "140", "7"}), loose, "|och mer|| / Kranar|7||1 / Summa|147|140|7"},
		{"a title above a grid", at(54, 25, "Hamnar") + lines(edges, []float64{30, 50, 70}) + rowsAt(42, 20, xs, []string{"Kranar", "7", "", "1"}, []string{"Summa", "147", "140", "7"}), loose, "Kranar|7||1 / Summa|147|140|7"},
		{"the same line beside the names", lines([]float64{50, 150, 450}, []float64{10, 60}) + next, one, "Kranar|7||1 / Summa|147|140|7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, _ := Find(pageInput(t, c.content, c.previous))
			got := ""
			for _, tb := range found {
				tb.FillText(NewKnown())
				got += dump(tb)
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
