package fonts

import (
	"math"
	"testing"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

// Whatever a font's dictionary and program say, every code takes at least a byte and
// has a width that is a number.
func FuzzLoad(f *testing.F) {
	f.Fuzz(func(t *testing.T, dict string, program, shown []byte) {
		if len(dict)+len(program)+len(shown) > 16<<10 {
			return
		}
		file, err := objects.Open(pdftest.Page("", "/XObject<</Font 7 0 R>>", "<<"+dict+">>", pdftest.Stream("", program)), objects.DefaultLimits)
		if err != nil {
			return
		}
		font := Load(file.Pages[0].Resources.Key("XObject").Key("Font"))
		if font == nil {
			return
		}
		for rest := shown; len(rest) > 0; {
			c := font.Next(rest)
			if c.Bytes < 1 || c.Bytes > len(rest) || math.IsNaN(c.Width) || math.IsInf(c.Width, 0) {
				t.Fatalf("%+v of %q", c, rest)
			}
			rest = rest[c.Bytes:]
		}
	})
}
