package tables

import (
	"strings"
	"testing"
)

// rowsAt writes rows of texts at columns, from y on with a pitch.
func rowsAt(y, pitch float64, xs []float64, rows ...[]string) string {
	s := ""
	for i, r := range rows {
		for k, cell := range r {
			if cell != "" {
				s += at(xs[k], y+pitch*float64(i), cell)
			}
		}
	}
	return s
}

func TestUnruledTables(t *testing.T) {
	xs := []float64{50, 90, 250, 330}
	head := []string{"Nr", "Risk", "Niva", "Ansvarig"}
	const above = "Namnden har gatt igenom riskerna tillsammans med forvaltningens chefer i september."
	for _, c := range []struct{ name, content, want string }{
		{"one line to a row", rowsAt(100, 20, xs, head, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold||Vakten / R3|Fukt|Stor|Chefen"},
		{"wrapped text", rowsAt(100, 20, xs, head) +
			rowsAt(120, 12, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"}) +
			rowsAt(152, 12, xs, []string{"R2", "Stold", "Stor", "Vakten och"}, []string{"", "", "", "chefen"}) +
			rowsAt(184, 12, xs, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten och~chefen / R3|Fukt|Stor|Chefen"},
		{"long text in a narrow column", rowsAt(100, 20, xs, head) +
			rowsAt(120, 12, xs, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"", "som"}, []string{"", "uppstar"}, []string{"", "en natt i"}, []string{"", "kallaren"}) +
			rowsAt(188, 12, xs, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"", "fran"}, []string{"", "forradet"}, []string{"", "efter"}, []string{"", "stangning"}) +
			rowsAt(256, 12, xs, []string{"R3", "Fukt", "Stor", "Chefen"}, []string{"", "i alla"}, []string{"", "vaggar"}, []string{"", "mot"}, []string{"", "norr"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand~som~uppstar~en natt i~kallaren|Liten|Chefen / R2|Stold~fran~forradet~efter~stangning|Stor|Vakten / R3|Fukt~i alla~vaggar~mot~norr|Stor|Chefen"},
		{"lines far apart", rowsAt(100, 12, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}, []string{"", "", "", "for risken"}) +
			rowsAt(130, 15, xs, []string{"R1", "Brand", "Mindre", "Chefen"}, []string{"", "som", "trolig"}, []string{"", "uppstar"}) +
			rowsAt(178, 15, xs, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"", "fran"}, []string{"", "forradet"}) +
			rowsAt(226, 15, xs, []string{"R3", "Fukt", "Stor", "Chefen"}, []string{"", "i alla"}, []string{"", "vaggar"}),
			"Nr|Risk|Niva|Ansvarig~for risken / R1|Brand~som~uppstar|Mindre~trolig|Chefen / R2|Stold~fran~forradet|Stor|Vakten / R3|Fukt~i alla~vaggar|Stor|Chefen"},
		{"only the heading has two lines", at(50, 106, "Post") + rowsAt(100, 12, xs[2:], []string{"Budget", "Utfall"}, []string{"(tkr)", "(tkr)"}) +
			rowsAt(127.2, 14.5, []float64{50, 255, 340}, []string{"Kajer", "120,5", "118,0"}, []string{"Bojar", "40,0", "44,1"}, []string{"Kranar", "900,0", "870,2"}) + rowsAt(170.7, 0, []float64{50, 255, 340}, []string{"Summa", "1060,5", "1032,3"}),
			"Post|Budget~(tkr)|Utfall~(tkr) / Kajer|120,5|118,0 / Bojar|40,0|44,1 / Kranar|900,0|870,2 / Summa|1060,5|1032,3"},
		{"amounts line by line", rowsAt(100, 12.8, []float64{50, 200, 300}, []string{"Post", "Budget", "Utfall"},
			[]string{"Kajer", "-1 200", "-1 180"}, []string{"Bojar", "400", "441"}, []string{"Summa", "-800", "-739"}),
			"Post|Budget|Utfall / Kajer|-1 200|-1 180 / Bojar|400|441 / Summa|-800|-739"},
		{"amounts below headings of two lines, years the second", rowsAt(100, 12.8, []float64{50, 200, 300}, []string{"Post", "Budget", "Utfall"}, []string{"", "2026", "2026"},
			[]string{"Kajer", "-1 200", "-1 180"}, []string{"Bojar", "400", "441"}, []string{"Summa", "-800", "-739"}),
			"Post|Budget~2026|Utfall~2026 / Kajer|-1 200|-1 180 / Bojar|400|441 / Summa|-800|-739"},
		{"names of two lines above their amounts", rowsAt(100, 12.8, []float64{50, 200, 300}, []string{"Post", "Budget", "Utfall"},
			[]string{"Kajer och", "-1 200", "-1 180"}, []string{"kranar", "", ""}, []string{"Bojar", "400", "441"}, []string{"Summa", "-800", "-739"}),
			"Post|Budget|Utfall / Kajer och~kranar|-1 200|-1 180 / Bojar|400|441 / Summa|-800|-739"},
		{"wrapped without room between rows", rowsAt(100, 12, xs, head,
			[]string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"},
			[]string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"three rows, lines of a cell far apart", rowsAt(100, 18, xs, head) +
			rowsAt(118, 15, xs, []string{"R1", "Brand i", "Liten", "Chefen"}, []string{"", "kallaren"}) +
			rowsAt(151, 15, xs, []string{"R2", "Stold", "Stor", "Vakten och"}, []string{"", "", "", "chefen"}) +
			rowsAt(184, 15, xs, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten och~chefen / R3|Fukt|Stor|Chefen"},
		{"three rows set at their lower edge", rowsAt(100, 18, xs, head) +
			rowsAt(118, 15, xs, []string{"", "Brand i"}, []string{"R1", "kallaren", "Liten", "Chefen"}) +
			rowsAt(151, 18, xs, []string{"R2", "Stold", "Stor", "Vakten"}) +
			rowsAt(169, 15, xs, []string{"", "Fukt i", "", "Vakten och"}, []string{"R3", "vaggar", "Stor", "chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt i~vaggar|Stor|Vakten och~chefen"},
		{"cells set in the middle, most of their lines alone", rowsAt(100, 0, xs, head) +
			rowsAt(120, 16, xs[3:], []string{"Chefen"}, []string{"och hela"}, []string{"gruppen"}) + rowsAt(128, 16, xs[1:], []string{"Brand i"}, []string{"kallaren"}) + rowsAt(136, 0, xs, []string{"R1", "", "Liten", ""}) +
			rowsAt(176, 16, xs[3:], []string{"Vakten"}, []string{"och hela"}, []string{"gruppen"}) + rowsAt(184, 16, xs[1:], []string{"Stold i"}, []string{"boden"}) + rowsAt(192, 0, xs, []string{"R2", "", "Stor", ""}) +
			rowsAt(232, 16, xs[3:], []string{"Chefen"}, []string{"och hela"}, []string{"gruppen"}) + rowsAt(240, 16, xs[1:], []string{"Fukt i"}, []string{"taket"}) + rowsAt(248, 0, xs, []string{"R3", "", "Stor", ""}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen~och hela~gruppen / R2|Stold i~boden|Stor|Vakten~och hela~gruppen / R3|Fukt i~taket|Stor|Chefen~och hela~gruppen"},
		{"three rows without numbers", rowsAt(100, 21, xs[1:], head[1:]) +
			rowsAt(121, 15, xs[1:], []string{"Brand i", "Liten", "Chefen"}, []string{"kallaren"}) +
			rowsAt(157, 21, xs[1:], []string{"Stold", "Stor", "Vakten"}) +
			rowsAt(178, 15, xs[1:], []string{"Fukt", "Stor", "Chefen"}, []string{"i alla"}, []string{"vaggar"}),
			"Risk|Niva|Ansvarig / Brand i~kallaren|Liten|Chefen / Stold|Stor|Vakten / Fukt~i alla~vaggar|Stor|Chefen"},
		{"a band over a column that was merged", at(130, 80, "Januari") + at(220, 80, "Helar") + rowsAt(100, 20, []float64{50, 130, 220, 300}, []string{"Post", "", "Budget", "Utfall"},
			[]string{"Kajer", "", "100", "118"}, []string{"", "varav el", "10", "12"}, []string{"Bojar", "", "400", "441"}, []string{"Kranar", "", "20", "21"}, []string{"Farleder", "", "30", "33"}, []string{"Summa", "", "550", "613"}),
			"Januari|Helar> / Post|Budget|Utfall / Kajer|100|118 / varav el|10|12 / Bojar|400|441 / Kranar|20|21 / Farleder|30|33 / Summa|550|613"},
		{"centred in the row", rowsAt(100, 20, xs, head) +
			at(90, 120, "Brand i") + rowsAt(126, 0, xs, []string{"R1", "", "Liten", "Chefen"}) + at(90, 132, "kallaren") +
			rowsAt(152, 20, xs, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"stripes without numbers", "0.9 g 50 640 400 24 re f 0 g " + rowsAt(100, 20, []float64{50, 150, 300}, []string{"Niva", "Betyder", "Kallas"}) +
			rowsAt(120, 12, []float64{50, 150, 300}, []string{"Liten", "Hander", "lag"}, []string{"", "sallan", ""},
				[]string{"Storre", "Hander", "mellan"}, []string{"", "ibland", ""}, []string{"Stor", "Hander ofta", "hog"}),
			"Niva|Betyder|Kallas / Liten|Hander~sallan|lag / Storre|Hander~ibland|mellan / Stor|Hander ofta|hog"},
		{"a stray number", rowsAt(100, 20, xs, head, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}) + at(75, 180, "0"),
			"Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold||Vakten / R3|Fukt|Stor|Chefen / 0|||"},
		{"hidden by its clip", rowsAt(100, 20, xs, head, []string{"R1", "", "Liten", "Chefen"}) + "q 85 675 150 14 re W n " + at(90, 120, "Brand i") + at(90, 132, "kallaren") + "Q " +
			rowsAt(138, 20, xs, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk|Niva|Ansvarig / R1|Brand i~kallaren|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"bands", rowsAt(80, 0, []float64{50, 250}, []string{"Steg 1 - alla ska vara med", "Steg 2 - namnden varderar"}) + rowsAt(100, 20, xs, head, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Steg 1 - alla ska vara med>|Steg 2 - namnden varderar> / Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"heading centred over two lines", at(90, 94, "Risk som") + rowsAt(100, 0, xs, []string{"Nr", "", "Niva", "Ansvarig"}) + at(90, 106, "finns") +
			rowsAt(126, 20, xs, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}),
			"Nr|Risk som~finns|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"the first heading set in the middle, of two lines", at(50, 94, "Lop-") + rowsAt(100, 0, xs[1:], head[1:]) + at(50, 106, "nr 1") +
			rowsAt(126, 20, xs, []string{"Ett", "Brand", "Liten", "Chefen"}, []string{"Tva", "Stold", "Stor", "Vakten"}, []string{"Tre", "Fukt", "Stor", "Chefen"}),
			"Lop-~nr 1|Risk|Niva|Ansvarig / Ett|Brand|Liten|Chefen / Tva|Stold|Stor|Vakten / Tre|Fukt|Stor|Chefen"},
		{"numbers right of their heading", rowsAt(100, 20, []float64{50, 120, 200}, []string{"Nr", "Varde", "Ansvarig"}) +
			rowsAt(120, 20, []float64{50, 160, 200}, []string{"R1", "12", "Chefen"}, []string{"R2", "8", "Vakten"}, []string{"R3", "4", "Chefen"}),
			"Nr|Varde|Ansvarig / R1|12|Chefen / R2|8|Vakten / R3|4|Chefen"},
		{"headings on the left over numbers on the right, none over the names", rowsAt(80, 0, []float64{160}, []string{"Helar"}) + rowsAt(100, 0, []float64{160, 230, 300}, []string{"Budget", "Utfall", "Rest"}) +
			rowsAt(114, 14, []float64{50, 212, 282, 345}, []string{"Kajer", "100", "118", "18"}, []string{"Bojar", "400", "441", "41"}, []string{"Summa", "500", "559", "59"}),
			"|Budget|Utfall|Rest / Kajer|100|118|18 / Bojar|400|441|41 / Summa|500|559|59"},
		{"numbers right of their heading, the longest below it", rowsAt(100, 20, []float64{50, 120, 200}, []string{"Post", "Budget", "Utfall"}) +
			rowsAt(120, 20, []float64{50, 158, 240}, []string{"Kajer", "400", "380"}, []string{"Bojar", "200", "210"}, []string{"Fyrar", "100", "120"}) +
			rowsAt(180, 0, []float64{50, 144.1, 226.1}, []string{"Summa", "10 700", "10 710"}),
			"Post|Budget|Utfall / Kajer|400|380 / Bojar|200|210 / Fyrar|100|120 / Summa|10 700|10 710"},
		{"headings that touch", at(50, 100, "Risk") + at(130, 100, "Konsekvens") + at(183.92, 100, "Niva") + at(230, 100, "Chef") + rowsAt(120, 20, []float64{50, 130, 183.92, 230},
			[]string{"Brand", "Liten", "1", "Anna"}, []string{"Stold", "Stor", "2", "Bo"}, []string{"Fukt", "Stor", "3", "Anna"}),
			"Risk|Konsekvens|Niva|Chef / Brand|Liten|1|Anna / Stold|Stor|2|Bo / Fukt|Stor|3|Anna"},
		{"between paragraphs", at(50, 60, above) + at(50, 72, above) + rowsAt(100, 20, xs, head, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}) + at(50, 190, above),
			"Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"},
		{"running text", at(50, 60, above) + at(50, 72, above) + at(50, 84, above) + at(50, 96, above), ""},
		{"a letter's head", at(50, 60, "Tjansteskrivelse") + at(300, 60, "2025-02-04") + at(50, 80, "Namnden") + at(50, 100, "Diarienr: 12"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, got := find(t, c.content)
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			for _, tb := range found {
				if tb.Ruled || tb.Confidence >= 1 || tb.Confidence < 0.5 {
					t.Errorf("confidence %v", tb.Confidence)
				}
			}
		})
	}
}

// TestTwins: a list in two halves side by side makes two tables, whose rows
// stand at heights of their own.
func TestTwins(t *testing.T) {
	head := []string{"Nr", "Risk", "Niva"}
	left, right := []float64{50, 80, 180}, []float64{300, 330, 430}
	page := rowsAt(100, 20, left, head, []string{"R1", "Brand", "Liten"}, []string{"R2", "Stold", "Stor"}, []string{"R3", "Fukt", "Stor"}) +
		rowsAt(100, 23, right, head, []string{"R4", "Drag", "Stor"}, []string{"R5", "Damm", "Liten"}, []string{"R6", "Buller", "Stor"}) + at(50, 230, "Definitioner")
	const want = "Nr|Risk|Niva / R1|Brand|Liten / R2|Stold|Stor / R3|Fukt|Stor ## Nr|Risk|Niva / R4|Drag|Stor / R5|Damm|Liten / R6|Buller|Stor"
	if _, got := find(t, page); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	// Two pages on one sheet, the second without a title.
	page = at(50, 60, "Plan") + rowsAt(100, 20, left, head, []string{"R1", "Brand", "Liten"}, []string{"R2", "Stold", "Stor"}, []string{"R3", "Fukt", "Stor"}) +
		rowsAt(66, 23, right, head, []string{"R4", "Drag", "Stor"}, []string{"R5", "Damm", "Liten"}, []string{"R6", "Buller", "Stor"})
	found, got := find(t, page)
	if len(found) != 2 || !strings.Contains(got, "R3|Fukt|Stor") || !strings.Contains(got, "Nr|Risk|Niva / R4|Drag|Stor / R5") {
		t.Errorf("two pages on a sheet: got %s", got)
	}
}

// TestAnother: a second table below a title does not take on the columns of
// the first, nor does the first lose its own.
func TestAnother(t *testing.T) {
	xs := []float64{50, 90, 250, 330}
	rows := rowsAt(100, 20, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"})
	const first = "Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen"
	for _, c := range []struct{ name, below, want string }{
		{"other columns", at(50, 190, "Nivaer") + rowsAt(206, 16, []float64{50, 120, 180, 240}, []string{"Ord", "Tal", "Ord", "Tal"}, []string{"Liten", "1", "Lag", "1"}, []string{"Stor", "2", "Hog", "2"}, []string{"Storst", "3", "Hogst", "3"}),
			first + " ## Ord|Tal|Ord|Tal / Liten|1|Lag|1 / Stor|2|Hog|2 / Storst|3|Hogst|3"},
		{"every second of the columns", at(50, 196, "Nivaer") + rowsAt(212, 16, []float64{50, 250}, []string{"Ord", "Tal"}, []string{"Liten", "1"}, []string{"Stor", "2"}, []string{"Storst", "3"}),
			first + " ## Ord|Tal / Liten|1 / Stor|2 / Storst|3"},
		{"a group", at(50, 180, "Lokaler") + rowsAt(200, 20, xs, []string{"R4", "Drag", "Stor", "Chefen"}, []string{"R5", "Damm", "Liten", "Vakten"}),
			first + " / Lokaler||| / R4|Drag|Stor|Chefen / R5|Damm|Liten|Vakten"},
	} {
		if _, got := find(t, rows+c.below); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestBeside: running text beside a table is none of its columns; a column of
// long text is.
func TestBeside(t *testing.T) {
	xs := []float64{50, 90, 190, 260}
	rows := rowsAt(100, 26, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}, []string{"R4", "Drag", "Stor", "Chefen"})
	column := func(x, y, pitch float64, n int) string {
		s := ""
		for i := range n {
			s += at(x, y+pitch*float64(i), "Planen galler hela aret")
		}
		return s
	}
	const want = "Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen / R4|Drag|Stor|Chefen"
	if _, got := find(t, rows+column(360, 97, 12.1, 10)); got != want {
		t.Errorf("right: got %s", got)
	}
	if _, got := find(t, strings.ReplaceAll(rows, " 10 Tf ", " 10 Tf 120 0 Td ")+column(30, 97, 12.1, 10)); got != want {
		t.Errorf("left: got %s", got)
	}
	long := ""
	for i, r := range []string{"R1", "R2", "R3"} {
		y := 120 + 36*float64(i)
		long += rowsAt(y, 12, xs, []string{r, "Brand", "Liten", "Chefen"}) + column(360, y, 12, 3)
	}
	if _, got := find(t, rowsAt(100, 12, append(xs, 360), []string{"Nr", "Risk", "Niva", "Ansvarig", "Atgard"})+long); !strings.HasPrefix(got, "Nr|Risk|Niva|Ansvarig|Atgard / R1|Brand|Liten|Chefen|Planen galler hela aret~Planen galler hela aret~Planen galler hela aret / R2") {
		t.Errorf("a column: got %s", got)
	}
}

// Two rows at the top of a page show too little to find their columns; the
// page before knows them.
func TestGoesOn(t *testing.T) {
	xs := []float64{50, 90, 250, 330}
	first, _ := find(t, rowsAt(100, 20, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}))
	next := rowsAt(20, 20, xs, []string{"R4", "", "Stor", ""}, []string{"R5", "Drag", "", "Chefen"})
	for _, c := range []struct {
		content  string
		previous *Table
		want     string
	}{
		{next, first[0], "R4||Stor| / R5|Drag||Chefen"},
		{next, nil, ""},
		{at(90, 30, "kallaren") + rowsAt(50, 20, xs, []string{"R4", "", "Stor", ""}, []string{"R5", "Drag", "", "Chefen"}), first[0], "|kallaren|| / R4||Stor| / R5|Drag||Chefen"},
		{at(300, 5, "Sida 2") + rowsAt(60, 20, xs, []string{"R4", "", "Stor", ""}, []string{"R5", "Drag", "", "Chefen"}), first[0], "R4||Stor| / R5|Drag||Chefen"},
		{next + at(50, 60, "Definitioner i planen"), first[0], "R4||Stor| / R5|Drag||Chefen"},
		{at(50, 30, "Kallare") + rowsAt(50, 20, xs, []string{"R4", "", "Stor", ""}, []string{"R5", "Drag", "", "Chefen"}), first[0], ""},
		{at(60, 10, "En mening som hor till nagot annat") + next, first[0], ""},
	} {
		found, _ := Find(pageInput(t, c.content, c.previous))
		got := ""
		for _, tb := range found {
			tb.FillText(NewKnown())
			got += dump(tb)
		}
		if got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.content, got, c.want)
		}
	}
}

// TestUnhead: the rest of a divided row that stands close below a repeated
// heading is not taken for a part of it.
func TestUnhead(t *testing.T) {
	first := func() *Table {
		return table(100, []string{"Nr", "Risk", "Niva"}, []string{"R1", "Brand", "Liten"}, []string{"R2", "Stold i", "Stor"})
	}
	for _, c := range []struct {
		row  []string
		want string
	}{
		{[]string{"Nr", "Risk\nforradet", "Niva"}, "Nr|Risk|Niva / R1|Brand|Liten / R2|Stold i~forradet|Stor / R3|Fukt|Stor"},
		{[]string{"Nr", "Riskerna", "Niva"}, "Nr|Risk|Niva / R1|Brand|Liten / R2|Stold i|Stor / Nr|Riskerna|Niva / R3|Fukt|Stor"},
		{[]string{"Nr", "Risk\nforradet", "Annat"}, "Nr|Risk|Niva / R1|Brand|Liten / R2|Stold i|Stor / Nr|Risk~forradet|Annat / R3|Fukt|Stor"},
	} {
		next := table(50, c.row, []string{"R3", "Fukt", "Stor"})
		if got := dump(&Join([]Sheet{{Tables: []*Table{first()}}, {Tables: []*Table{next}}})[0].Table); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}

func table(y float64, texts ...[]string) *Table {
	t := &Table{Ruled: true, NumRows: len(texts), NumCols: len(texts[0]), X: []float64{50, 90, 200}, Confidence: 1}
	for i, r := range texts {
		for k, s := range r {
			t.Cells = append(t.Cells, Cell{Row: i, Col: k, Rows: 1, Cols: 1, Text: s})
		}
		t.Y = append(t.Y, y+20*float64(i))
	}
	return t
}

func TestJoin(t *testing.T) {
	first := func() *Table {
		return table(100, []string{"Nr", "Risk"}, []string{"R1", "Brand"}, []string{"R2", "Stold i"})
	}
	for _, c := range []struct {
		name        string
		next        *Table
		above, last bool
		want        string
	}{
		{"repeated heading", table(50, []string{"Nr", "Risk"}, []string{"R3", "Fukt"}), false, false, "Nr|Risk / R1|Brand / R2|Stold i / R3|Fukt"},
		{"no heading", table(50, []string{"R3", "Fukt"}), false, false, "Nr|Risk / R1|Brand / R2|Stold i / R3|Fukt"},
		{"divided row", table(50, []string{"", "forradet"}, []string{"R3", "Fukt"}), false, false, "Nr|Risk / R1|Brand / R2|Stold i~forradet / R3|Fukt"},
		{"a row without number", table(50, []string{"", "0"}), false, false, "Nr|Risk / R1|Brand / R2|Stold i / |0"},
		{"text above", table(50, []string{"R3", "Fukt"}), true, false, "Nr|Risk / R1|Brand / R2|Stold i ## R3|Fukt"},
		{"text below", table(50, []string{"R3", "Fukt"}), false, true, "Nr|Risk / R1|Brand / R2|Stold i ## R3|Fukt"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := ""
			for i, j := range Join([]Sheet{{Tables: []*Table{first()}, Below: c.last}, {Tables: []*Table{c.next}, Above: c.above}}) {
				if i > 0 {
					got += " ## "
				}
				got += dump(&j.Table)
				if last := j.Parts[len(j.Parts)-1]; last.To != j.NumRows {
					t.Errorf("last part ends at row %d of %d", last.To, j.NumRows)
				}
			}
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
