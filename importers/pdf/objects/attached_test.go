package objects

import (
	"slices"
	"testing"

	"riskbok/importers/pdf/pdftest"
)

// TestAttached: workbooks within a file are named, other files only where it is a cover
// for them.
func TestAttached(t *testing.T) {
	const (
		sheet  = "(a)<</Type/Filespec/F(a.xlsx)/EF<</F 5 0 R>>>>"
		proof  = "(b)<</Type/Filespec/F(b.pdf)/UF(b.PDF)/EF<</F 5 0 R>>>>"
		ledger = "(c)<</Type/Filespec/F(c.bin)/UF(c.XLS)/EF<</F 5 0 R>>>>"
		link   = "(d)<</Type/Filespec/F(d.xlsx)>>"
	)
	for _, c := range []struct {
		name, catalog string
		want          []string
	}{
		{"nothing", "", nil},
		{"workbooks", "/Names<</EmbeddedFiles<</Names[" + sheet + proof + ledger + link + "]>>>>", []string{"a.xlsx", "c.XLS"}},
		{"a cover", "/Collection<<>>/Names<</EmbeddedFiles<</Names[" + sheet + proof + "]>>>>", []string{"a.xlsx", "b.PDF"}},
		{"in a tree", "/Names<</EmbeddedFiles<</Kids[<</Names[" + sheet + "]>><</Kids[<</Names[" + ledger + "]>>]>>]>>>>", []string{"a.xlsx", "c.XLS"}},
		{"a tree of itself", "/Names<</EmbeddedFiles 6 0 R>>", []string{"a.xlsx"}},
		{"no tree", "/Names<</EmbeddedFiles[1 2]>>", nil},
	} {
		f, err := Open(pdftest.File("<</Type/Catalog/Pages 2 0 R"+c.catalog+">>", "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 99 99]>>",
			"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>", pdftest.Stream("", nil), pdftest.Stream("/Type/EmbeddedFile", []byte("PK")),
			"<</Kids[6 0 R<</Names["+sheet+"]>>]>>"), DefaultLimits)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if got := slices.Compact(f.Attached); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
