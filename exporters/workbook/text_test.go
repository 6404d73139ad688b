package workbook

import (
	"strings"
	"testing"
)

func TestCellText(t *testing.T) {
	for _, tt := range []struct {
		In, Want string
		Cut      bool
	}{
		{"a\r\nb\rc\vd", "a\nb\nc\nd", false},
		{"a\x00b\x1fc\td", "abc\td", false},
		{"\xff\xfe", "�", false},
		{"\ufffe\uffff", "", false},
		{strings.Repeat("🚢", CellLimit/2) + "a", strings.Repeat("🚢", CellLimit/2) + "a", false},
		{strings.Repeat("🚢", CellLimit/2+1), strings.Repeat("🚢", CellLimit/2), true},
	} {
		if got, cut := CellText(tt.In); got != tt.Want || cut != tt.Cut {
			t.Errorf("%.20q became %.20q, %v", tt.In, got, cut)
		}
	}
}
