package objects

import (
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
)

// What looking up an object costs is told each time, with its size; where that may not
// go on, nothing more is looked up.
func TestMeter(t *testing.T) {
	const size, most = 100_000, 5
	lim, looked := DefaultLimits, 0
	lim.Look = func(bytes int) bool {
		if bytes >= size {
			looked++
		}
		return looked <= most
	}
	f, err := Open(pdftest.Page("", "/XObject<</Font 7 0 R>>", "<</A 1/X["+strings.Repeat("/a ", size/3)+"]>>"), lim)
	if err != nil {
		t.Fatal(err)
	}
	r := f.Pages[0].Resources.Key("XObject")
	for i := range 2 * most {
		if got := r.Key("Font").Key("A").Int() == 1; got != (i < most) {
			t.Errorf("look %d: found %v", i+1, got)
		}
	}
	if looked != most+1 {
		t.Errorf("%d looks were told", looked)
	}
}
