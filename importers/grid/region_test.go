package grid

import "testing"

func TestRegion(t *testing.T) {
	g := Region{Top: 2, Bottom: 4, Left: 1, Right: 3}
	for _, tt := range []struct {
		row, col int
		want     bool
	}{{2, 1, true}, {4, 3, true}, {3, 2, true}, {1, 1, false}, {5, 1, false}, {2, 0, false}, {2, 4, false}} {
		if got := g.Has(tt.row, tt.col); got != tt.want {
			t.Errorf("Has(%d, %d) = %v", tt.row, tt.col, got)
		}
		if got := Within([]Region{{Top: 9, Bottom: 9, Left: 9, Right: 9}, g}, tt.row, tt.col); got != tt.want {
			t.Errorf("Within(%d, %d) = %v", tt.row, tt.col, got)
		}
	}
	for _, tt := range []struct {
		o    Region
		want bool
	}{
		{Region{4, 9, 3, 9}, true}, {Region{0, 2, 0, 1}, true}, {Region{3, 3, 2, 2}, true}, {Region{0, 9, 0, 9}, true},
		{Region{5, 9, 0, 9}, false}, {Region{0, 1, 0, 9}, false}, {Region{0, 9, 4, 9}, false}, {Region{0, 9, 0, 0}, false},
	} {
		if got := g.Crosses(tt.o); got != tt.want || tt.o.Crosses(g) != tt.want {
			t.Errorf("%v crosses %v: %v", g, tt.o, got)
		}
	}
}
