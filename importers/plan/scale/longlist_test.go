package scale

import (
	"fmt"
	"strings"
	"testing"
)

// Where each of many rows names an axis, the list that begins at each is read as far as
// an axis goes, and its end looked for once: a further row costs as much as those before.
func TestLongLists(t *testing.T) {
	cost := func(rows int) float64 {
		var text strings.Builder
		for i := range rows {
			fmt.Fprintf(&text, "Sannolikhet: %d | Konsekvens %d | Brygga %d\n", i%4+1, i%3+1, i)
		}
		table := sheet(1, strings.TrimSpace(text.String()))
		return testing.AllocsPerRun(1, func() {
			if d := find(risky{}, table); len(d.Axes) > 1 || len(d.failed) > 0 {
				t.Errorf("%d rows have %d axes, %d failed", rows, len(d.Axes), len(d.failed))
			}
		})
	}
	if few, many := cost(200), cost(800); many > 1.2*4*few {
		t.Errorf("800 rows cost %.0f allocations, 200 of them %.0f", many, few)
	}
}

// TestLongListUnlike: a long list of which only some have a number is told of, also
// where it has been read once from a heading further up.
func TestLongListUnlike(t *testing.T) {
	for _, heads := range []int{1, 2} {
		text := strings.Repeat("Sannolikhet | Värde\n", heads)
		for i := range 3 * tolerances.maxLevels {
			text += fmt.Sprintf("Läge %d | %d\n", i, i+1)
		}
		text += "Okänt läge | –\nSista läget | 90"
		if d := find(risky{}, sheet(1, text)); len(d.failed) != 1 || len(d.Axes) > 0 {
			t.Errorf("%d headings: %d failed, %d axes", heads, len(d.failed), len(d.Axes))
		}
	}
}
