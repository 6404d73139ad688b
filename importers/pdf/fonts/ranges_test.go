package fonts

import (
	"strings"
	"testing"
	"time"

	"riskbok/importers/pdf/pdftest"
)

func TestRanges(t *testing.T) {
	var r ranges
	r.add(0, 255, 1000)
	r.add(100, 110, 5)
	r.add(100, 120, 9)
	r.add(300, 310, 7)
	r.sort()
	for _, c := range []struct {
		code, want uint32
		ok         bool
	}{{0, 1000, true}, {99, 1099, true}, {100, 5, true}, {110, 15, true}, {111, 1111, true}, {256, 0, false}, {305, 12, true}, {311, 0, false}} {
		if got, ok := r.at(c.code); got != c.want || ok != c.ok {
			t.Errorf("%d: got %d, %v", c.code, got, ok)
		}
	}
}

// Fonts that set the same codes again and again, or have as many ranges as fit, are
// read within a moment: half a second, a minute at most where the race detector looks.
func TestFontsOfManySteps(t *testing.T) {
	begun := time.Now()
	f := load(t, "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 8 0 R/ToUnicode 10 0 R/DescendantFonts[9 0 R]>>",
		pdftest.Stream("", []byte("begincodespacerange "+strings.Repeat("<0000> <0000> ", 100_000)+"endcodespacerange begincidrange "+strings.Repeat("<0000> <0000> 1 ", 300_000)+"endcidrange")),
		"<</Type/Font/Subtype/CIDFontType2/W["+strings.Repeat("0 65535 500 ", 10_000)+"]>>",
		pdftest.Stream("", []byte("beginbfrange "+strings.Repeat("<0000> <1000> <0041> ", 100_000)+"endbfrange")))
	decode(f, strings.Repeat("\x02\x01", 1_000_000))
	if took := time.Since(begun); took > time.Minute {
		t.Errorf("took %v", took)
	}
}
