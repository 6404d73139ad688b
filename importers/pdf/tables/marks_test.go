package tables

import (
	"fmt"
	"testing"
)

func TestMarksOfNotes(t *testing.T) {
	raised := func(x, y float64, size float64, s string) string {
		return fmt.Sprintf("BT /F1 %g Tf %g %g Td (%s) Tj ET\n", size, x, y, s)
	}
	for _, c := range []struct{ name, content, want string }{
		{"a value", plain(92, 666, "6") + raised(97.6, 669, 6, "1"), "6"},
		{"a value with two", plain(92, 666, "12") + raised(103.2, 670, 6, "1,2"), "12"},
		{"high above", plain(92, 666, "6") + raised(97.6, 671.5, 6, "1"), "6"},
		{"a level", plain(92, 666, "Mindre sannolik") + raised(162.7, 669.5, 6, "2\\)"), "Mindre sannolik²"},
		{"after a gap", plain(92, 666, "Sannolik") + raised(133, 669.5, 6, "2"), "Sannolik ²"},
		{"by a rise", "BT /F1 10 Tf 92 666 Td (6) Tj /F1 6 Tf 4 Ts (1) Tj ET ", "6"},
		{"square metres", plain(92, 666, "10 m") + raised(114.3, 669, 6, "2"), "10 m²"},
		{"one row", plain(92, 666, "6"), "6"},
		{"lower digits", plain(92, 666, "CO") + raised(107, 664, 6, "2"), "CO2"},
		{"small print", raised(92, 666, 6, "R12 och"), "R12 och"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := gridOf([]float64{50, 90, 300}, []float64{700, 680, 640}) + plain(52, 686, "A") + plain(92, 686, "B") + plain(52, 666, "R1") + raised(63.1, 669, 6, "1")
			if _, got := find(t, s+c.content); got != "A|B / R1|"+c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
