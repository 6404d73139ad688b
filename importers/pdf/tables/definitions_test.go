package tables

import (
	"slices"
	"strings"
	"testing"
)

// levelHeads is what the tests take for headings of levels and treatments.
func levelHeads(heads []string) bool {
	names, others := []string{"Sannolikhet", "Konsekvens", "Varde"}, []string{"Namn", "Hantering"}
	return slices.Contains(names, heads[0]) && (len(heads) == 1 || len(heads) == 2 && slices.Contains(others, heads[1]))
}

// findDefined is find where such headings are known.
func findDefined(t *testing.T, stream string) string {
	t.Helper()
	in := pageInput(t, stream, nil)
	in.Defines = levelHeads
	in.Headings = func(s string) bool { return slices.Contains([]string{"Nr", "Risk", "Niva", "Ansvarig", "Varde"}, s) }
	k := NewKnown()
	found, _ := Find(in)
	var out []string
	for _, tb := range found {
		tb.FillText(k)
		out = append(out, dump(tb))
	}
	return strings.Join(out, " ## ")
}

// TestDefinitions: small tables of levels without rulings are divided where their
// headings stand, and line by line where their numbers do.
func TestDefinitions(t *testing.T) {
	xs := []float64{50, 130}
	risks := rowsAt(100, 20, []float64{50, 90, 250, 330}, []string{"Nr", "Risk", "Niva", "Ansvarig"},
		[]string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}, []string{"R3", "Fukt", "Stor", "Chefen"}, []string{"R4", "Drag", "Stor", "Chefen"})
	const risksRead = "Nr|Risk|Niva|Ansvarig / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / R3|Fukt|Stor|Chefen / R4|Drag|Stor|Chefen"
	for _, c := range []struct{ name, content, want string }{
		{"below each other", rowsAt(100, 12, xs, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"2", "Jamn"}) + rowsAt(150, 12, xs, []string{"Konsekvens", "Namn"}, []string{"1", "Ringa"}, []string{"2", "Svar"}),
			"Sannolikhet|Namn / 1|Udda / 2|Jamn ## Konsekvens|Namn / 1|Ringa / 2|Svar"},
		{"without a gap", rowsAt(100, 12, xs, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"2", "Jamn"}, []string{"Varde", "Hantering"}, []string{"1-2", "Godta"}, []string{"3-4", "Mota"}),
			"Sannolikhet|Namn / 1|Udda / 2|Jamn ## Varde|Hantering / 1-2|Godta / 3-4|Mota"},
		{"the last line of a page", rowsAt(100, 12, xs, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"2", "Jamn"}) + rowsAt(150, 12, xs, []string{"Konsekvens", "Namn"}),
			"Sannolikhet|Namn / 1|Udda / 2|Jamn ## Konsekvens|Namn"},
		{"below names alone", at(50, 100, "Sannolikhet") + rowsAt(112, 12, xs, []string{"1", "Udda"}, []string{"2", "Mellan"}, []string{"3", "Jamn"}, []string{"4", "Ofta"}, []string{"Konsekvens", ""}, []string{"1", "Ringa"}, []string{"2", "Svar"}),
			"Sannolikhet| / 1|Udda / 2|Mellan / 3|Jamn / 4|Ofta / Konsekvens| / 1|Ringa / 2|Svar"},
		{"below risks", risks + at(50, 200, "Definitioner") + rowsAt(215, 12, xs, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"2", "Jamn"}),
			risksRead + " ## Sannolikhet|Namn / 1|Udda / 2|Jamn"},
		{"beside risks", risks + rowsAt(108, 14, []float64{450, 530}, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"2", "Jamn"}, []string{"3", "Ofta"}),
			risksRead + " ## Sannolikhet|Namn / 1|Udda / 2|Jamn / 3|Ofta"},
		{"the last headings of risks are none", rowsAt(100, 20, []float64{50, 90, 250, 330}, []string{"Nr", "Risk", "Varde", "Hantering"}, []string{"R1", "Brand", "4", "Mota"}, []string{"R2", "Stold", "2", "Godta"}, []string{"R3", "Fukt", "6", "Mota"}),
			"Nr|Risk|Varde|Hantering / R1|Brand|4|Mota / R2|Stold|2|Godta / R3|Fukt|6|Mota"},
		{"nor are their lower lines", rowsAt(100, 12, []float64{50, 90, 190, 250, 330}, []string{"Nr", "Risk", "Chans", "Risk-", "Foreslagen"}, []string{"", "", "", "Varde", "Hantering"}) +
			rowsAt(132, 20, []float64{50, 90, 190, 250, 330}, []string{"R1", "Brand", "2", "4", "Mota"}, []string{"R2", "Stold", "3", "3", "Godta"}, []string{"R3", "Fukt", "2", "6", "Mota"}),
			"Nr|Risk|Chans|Risk-~Varde|Foreslagen~Hantering / R1|Brand|2|4|Mota / R2|Stold|3|3|Godta / R3|Fukt|2|6|Mota"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := findDefined(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestCountedInBox: a box without lines between its rows holds a row to each
// number.
func TestCountedInBox(t *testing.T) {
	s := lines([]float64{50, 120, 300}, []float64{100, 150}) + rowsAt(112, 12, []float64{55, 125}, []string{"1-2", "Godta"}, []string{"3-4", "Mota"}, []string{"6-9", "Stang"})
	if _, got := find(t, s); got != "1-2|Godta / 3-4|Mota / 6-9|Stang" {
		t.Errorf("got %s", got)
	}
	s = lines([]float64{50, 120, 300}, []float64{100, 150}) + rowsAt(112, 12, []float64{55, 125}, []string{"Nar 3", "Kallaren"}, []string{"bojar", "under"}, []string{"slits", "huset"})
	if _, got := find(t, s); got != "Nar 3~bojar~slits|Kallaren~under~huset" {
		t.Errorf("text: got %s", got)
	}
}
