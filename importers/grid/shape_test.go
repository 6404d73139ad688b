package grid

import (
	"slices"
	"testing"
)

// lines makes a table of texts; "<" is covered by the cell to its left.
func lines(rows ...[]string) *Table {
	t := &Table{}
	for r, texts := range rows {
		row := make([]Cell, len(texts))
		for c, text := range texts {
			switch text {
			case "":
			case "<":
				row[c] = Cell{Covered: true, OriginRow: int32(r), OriginCol: int32(c - 1)}
			default:
				row[c] = Cell{Text: text, Kind: Text}
				if text[0] >= '0' && text[0] <= '9' {
					row[c].Kind = Number
				}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func TestShape(t *testing.T) {
	g := lines(
		[]string{"Nr", "Risk", "<", "", "Värde"},
		[]string{"1", " ", "Driftstopp"},
		nil,
	)
	if got := []int{g.Width(0, 0), g.Width(1, 2), g.Width(0, 9), g.Width(7, 9)}; !slices.Equal(got, []int{5, 3, 5, 0}) {
		t.Errorf("widths %v", got)
	}
	if got := []int{g.Filled(0), g.Filled(1), g.Filled(2), g.Filled(7)}; !slices.Equal(got, []int{3, 2, 0, 0}) {
		t.Errorf("filled %v", got)
	}
	for _, tt := range []struct {
		row, left, right int
		want             bool
	}{{0, 3, 3, true}, {0, 2, 3, false}, {1, 1, 1, true}, {1, 0, 1, false}, {2, 0, 9, true}, {9, 0, 1, true}} {
		if got := g.RowBlank(tt.row, tt.left, tt.right); got != tt.want {
			t.Errorf("RowBlank(%d, %d, %d) = %v", tt.row, tt.left, tt.right, got)
		}
	}
	for _, tt := range []struct{ row, col, last, want int }{{0, 0, 4, 1}, {0, 1, 4, 4}, {0, 1, 3, -1}, {1, -1, 4, 2}, {2, -1, 4, -1}} {
		if got := g.TextColumn(tt.row, tt.col, tt.last); got != tt.want {
			t.Errorf("TextColumn(%d, %d, %d) = %d, want %d", tt.row, tt.col, tt.last, got, tt.want)
		}
	}
	for _, tt := range []struct{ row, col, left, right int }{{0, 1, 0, 2}, {0, 2, 0, 2}, {0, 4, 4, 4}, {0, 3, 0, 4}, {2, 0, 0, 0}} {
		if left, right := g.Run(tt.row, tt.col); left != tt.left || right != tt.right {
			t.Errorf("Run(%d, %d) = %d, %d, want %d, %d", tt.row, tt.col, left, right, tt.left, tt.right)
		}
	}
}

func TestErrorText(t *testing.T) {
	for text, want := range map[string]bool{"#REF!": true, "#N/A": true, "#DIV/0!": true, "#": false, "#1": false, "# Risk": false, "Risk": false} {
		if got := ErrorText(text); got != want {
			t.Errorf("ErrorText(%q) = %v", text, got)
		}
	}
}
