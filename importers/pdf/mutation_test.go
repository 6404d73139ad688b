package pdf

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"riskbok/importers/bytetest"
	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// TestMutations reads several hundred damaged files. A file may be refused,
// but what is read is read whole or with a word about it.
func TestMutations(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2027))
	refused, told, whole := 0, 0, 0
	for _, name := range []string{"libreoffice.pdf", "objstm.pdf", "linearized.pdf", "aes256.pdf", "rc4-40.pdf", "ghostscript.pdf", "reportlab-grid.pdf", "long-reportlab.pdf", "small-bare.pdf"} {
		data := readSample(t, name)
		good := scanSample(t, name)
		for n := range fulltest.Cases(12, 60) {
			bad := bytetest.Mutate(r, data, bytetest.Digits)
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
			p, err := Scan(ctx, model.File{Name: name, Data: bad}, source.Options{})
			hung := ctx.Err() != nil
			cancel()
			switch {
			case hung:
				t.Fatalf("%s, mutant %d: takes too long", name, n)
			case err != nil:
				refused++
				continue
			case len(p.Damage) > 0:
				told++
				continue
			}
			whole++
			if len(p.Pages) < len(good.Pages) {
				t.Errorf("%s, mutant %d: %d of %d pages and no word about it", name, n, len(p.Pages), len(good.Pages))
				continue
			}
			for i, g := range good.Pages {
				if len(p.Pages[i].Words) < len(g.Words)/2 {
					t.Errorf("%s, mutant %d: page %d has %d of %d words and no word about it", name, n, i+1, len(p.Pages[i].Words), len(g.Words))
				}
			}
		}
	}
	t.Logf("%d read whole, %d with a word about what is lost, %d refused", whole, told, refused)
	if whole+told < fulltest.Cases(60, 300) {
		t.Errorf("only %d of %d damaged files could be read", whole+told, whole+told+refused)
	}
}

func FuzzScan(f *testing.F) {
	// Small seeds: the fuzzer shortens what it finds byte by byte.
	f.Add(readSample(f, "reportlab-sideways.pdf"))
	f.Add(pdftest.Pages([]string{plan(700, [2]string{"Nr", "Risk"}, [2]string{"R1", "Brand"}), "q /X Do Q " + at(50, 700, "text")},
		"/XObject<</X 9 0 R>>", pdftest.Stream("/Subtype/Form/BBox[0 0 9 9]", []byte("/X Do"))))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		p, err := Scan(ctx, model.File{Data: data}, source.Options{Limits: source.Limits{TotalBytes: 64 << 20, Cells: 1 << 18}})
		if ctx.Err() != nil {
			t.Fatal("takes too long")
		}
		if err != nil {
			return
		}
		for _, tb := range p.Tables {
			for _, row := range tb.Rows {
				for _, c := range row {
					if int(c.At.Place) >= len(p.Places) {
						t.Fatalf("cell without a place: %+v", c)
					}
				}
			}
		}
	})
}
