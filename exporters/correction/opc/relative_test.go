package opc

import "testing"

func TestRelative(t *testing.T) {
	for _, tt := range []struct{ dir, part, want string }{
		{"xl/worksheets", "xl/comments1.xml", "../comments1.xml"},
		{"xl/worksheets", "xl/drawings/vmlDrawing1.vml", "../drawings/vmlDrawing1.vml"},
		{"xl", "xl/worksheets/sheet4.xml", "worksheets/sheet4.xml"},
		{"xl/worksheets", "comments1.xml", "../../comments1.xml"},
		{".", "xl/workbook.xml", "xl/workbook.xml"},
	} {
		if got := relative(tt.dir, tt.part); got != tt.want {
			t.Errorf("from %s to %s: %s, want %s", tt.dir, tt.part, got, tt.want)
		}
	}
}
