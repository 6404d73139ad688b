package tables

import (
	"fmt"
	"testing"
)

// strokes writes words at places, all in one text object.
func strokes(y float64, words ...any) string {
	s := "BT /F1 10 Tf "
	before := 0.0
	for i := 0; i < len(words); i += 2 {
		x := words[i].(float64)
		if i == 0 {
			s += fmt.Sprintf("%g %g Td ", x, 800-y)
		} else {
			s += fmt.Sprintf("%g 0 Td ", x-before)
		}
		before = x
		s += fmt.Sprintf("(%s) Tj ", words[i+1])
	}
	return s + "ET\n"
}

// TestRunsOver: text that is wider than its cell stays in it, across the ruling and
// beyond the table; what was painted for itself, or begins where the other texts
// of its column do, belongs to the next cell.
func TestRunsOver(t *testing.T) {
	grid := lines([]float64{50, 80, 130, 180}, []float64{100, 120, 140})
	for _, c := range []struct{ name, content, want string }{
		{"over an empty cell", grid + at(52, 112, "1") + at(82, 112, "Mindre sannolik") + at(52, 132, "2") + at(82, 132, "Ofta"), "1|Mindre sannolik| / 2|Ofta|"},
		{"out of the table", lines([]float64{50, 80, 120}, []float64{100, 120, 140}) + at(52, 112, "1") + at(82, 112, "Mindre sannolik") + at(52, 132, "2") + at(82, 132, "Ofta"), "1|Mindre sannolik / 2|Ofta"},
		{"painted for itself", grid + at(52, 112, "1") + at(82, 112, "Mindre san") + at(132, 112, "nu") + at(52, 132, "2") + at(82, 132, "Ofta"), "1|Mindre san|nu / 2|Ofta|"},
		{"cells in one stroke", grid + strokes(112, 82.0, "Trumma", 132.0, "nu") + at(52, 112, "1") + at(52, 132, "2") + at(82, 132, "Ofta") + at(132, 132, "sen"), "1|Trumma|nu / 2|Ofta|sen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestColumnLines: lines between the columns alone make the table, and what stands
// above them is not in it.
func TestColumnLines(t *testing.T) {
	columns := "50 700 m 50 600 l S 90 700 m 90 600 l S 200 700 m 200 600 l S "
	s := at(55, 80, "Namnd: Hamnen") + at(150, 80, "Upprattad 2025") +
		columns + rowsAt(112, 28, []float64{55, 95, 205}, []string{"Nr", "Risk", "Ansvarig"}, []string{"R1", "Brand", "Chefen"}, []string{"R2", "Stold", "Vakten"}, []string{"R3", "Fukt", "Chefen"})
	if _, got := find(t, s); got != "Nr|Risk|Ansvarig / R1|Brand|Chefen / R2|Stold|Vakten / R3|Fukt|Chefen" {
		t.Errorf("got %s", got)
	}
}

// TestGroups: the heading of a group of rows stands in a row of its own.
func TestGroups(t *testing.T) {
	xs := []float64{50, 80, 200, 280}
	s := rowsAt(100, 16, xs, []string{"Nr", "Risk", "Niva", "Ansvarig"}) + at(50, 116, "Farleder och kajer") +
		rowsAt(132, 16, xs, []string{"R1", "Brand", "Liten", "Chefen"}, []string{"R2", "Stold", "Stor", "Vakten"}) + at(50, 164, "Personal och ekonomi") +
		rowsAt(180, 16, xs, []string{"R3", "Fukt", "Stor", "Chefen"}, []string{"R4", "Drag", "Stor", "Vakten"})
	if _, got := find(t, s); got != "Nr|Risk|Niva|Ansvarig / Farleder och kajer||| / R1|Brand|Liten|Chefen / R2|Stold|Stor|Vakten / Personal och ekonomi||| / R3|Fukt|Stor|Chefen / R4|Drag|Stor|Vakten" {
		t.Errorf("got %s", got)
	}
}

// TestCountsOn: a second part above which nothing stands goes on with the table
// above it on the page where its first number is the next; else it is another.
func TestCountsOn(t *testing.T) {
	head := []string{"Nr", "Risk", "Niva"}
	first := func() *Table {
		return grid(100, head, []string{"R1", "Brand", "Stor"}, []string{"R2", "Stold", "Liten"})
	}
	for _, c := range []struct {
		name, first string
		want        int
	}{{"the next", "R3", 1}, {"another", "R1", 2}, {"of another kind", "M3", 2}, {"one left out", "R4", 2}} {
		second := grid(100, []string{c.first, "Fukt", "Stor"}, []string{"R9", "Drag", "Stor"})
		if got := len(Join([]Sheet{{Tables: []*Table{first(), second}, Width: 842}})); got != c.want {
			t.Errorf("%s: %d tables, want %d", c.name, got, c.want)
		}
	}
}

// TestRepeatsInner: a page that begins with the heading of the part before it goes on
// below that heading.
func TestRepeatsInner(t *testing.T) {
	first := grid(100, []string{"Sannolikhet", "Namn"}, []string{"1", "Udda"}, []string{"Konsekvens", "Namn"}, []string{"1", "Ringa"})
	second := grid(100, []string{"Konsekvens", "Namn"}, []string{"2", "Svar"})
	j := Join([]Sheet{{Tables: []*Table{first}}, {Tables: []*Table{second}}})
	if len(j) != 1 || dump(&j[0].Table) != "Sannolikhet|Namn / 1|Udda / Konsekvens|Namn / 1|Ringa / 2|Svar" {
		t.Errorf("got %d, %s", len(j), dump(&j[0].Table))
	}
}
