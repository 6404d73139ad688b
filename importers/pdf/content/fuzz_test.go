package content

import (
	"math"
	"testing"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

// Whatever a page draws, within the limits, every glyph and line has a place that is
// a number.
func FuzzRun(f *testing.F) {
	lim := DefaultLimits
	f.Fuzz(func(t *testing.T, content, form string) {
		if len(content)+len(form) > 16<<10 {
			return
		}
		data := pdftest.Page(content, "/XObject<</X 7 0 R>>/ExtGState<</G<</ca 0/Font[3 0 R 9]>>>>", pdftest.Stream("/Subtype/Form/BBox[0 0 300 300]/Resources<</XObject<</X 7 0 R>>>>", []byte(form)))
		file, err := objects.Open(data, objects.DefaultLimits)
		if err != nil {
			return // what was given ended the file
		}
		p, err := Run(t.Context(), file.Pages[0], &Fonts{}, lim)
		if err != nil {
			return
		}
		for _, g := range p.Glyphs {
			for _, v := range []float64{g.X, g.Y, g.Size} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("%+v", g)
				}
			}
		}
	})
}
