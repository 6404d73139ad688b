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

func TestShortened(t *testing.T) {
	for _, tt := range []struct{ In, Want string }{
		{"kort\r\n", "kort\n"},
		{strings.Repeat("å", CellLimit), strings.Repeat("å", CellLimit)},
		{strings.Repeat("å", CellLimit+1), strings.Repeat("å", CellLimit-1) + "…"},
		{strings.Repeat("🚢", CellLimit), strings.Repeat("🚢", CellLimit/2-1) + "…"},
	} {
		if got := Shortened(tt.In); got != tt.Want {
			t.Errorf("%.20q became %.20q of %d bytes", tt.In, got, len(got))
		}
	}
}

func TestCoded(t *testing.T) {
	for in, want := range map[string]string{"_x000D_": "_x005F_x000D_", "_x005F_x000D_": "_x005F_x005F_x005F_x000D_", "å_x000d_": "å_x005F_x000d_", "_xyz_ _x00": "_xyz_ _x00", "plan": "plan"} {
		if got := Coded(in); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}
