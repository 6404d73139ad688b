package content

import (
	"context"
	"fmt"
	"testing"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

const (
	dark   = "BT /F1 10 Tf 0 g 50 742 Td (a) Tj ET "
	inkA   = "/ColorSpace<</CS0[/Separation/Black/DeviceCMYK 7 0 R]/CS1[/ICCBased 8 0 R]>>/ExtGState<</G0<</ca 0>>/G1<</ca 1>>>>"
	square = "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI "
)

func TestOnlyWhatIsSeen(t *testing.T) {
	text := func(op string) string { return "BT /F1 10 Tf " + op + " 150 742 Td (b) Tj ET " }
	for _, c := range []struct{ name, content, want string }{
		{"white on paper", dark + text("1 g"), "a"},
		{"white by RGB", dark + text("1 1 1 rg"), "a"},
		{"white by CMYK", dark + text("0 0 0 0 k"), "a"},
		{"white by a profile", dark + text("/CS1 cs 1 1 1 scn"), "a"},
		{"a tint of black", dark + text("/CS0 cs 1 scn"), "ab"},
		{"black after a tint", dark + text("/CS0 cs 1 scn 0 g"), "ab"},
		{"grey", dark + text("0.9 g"), "ab"},
		{"white on a filled box", "0.2 g 140 730 50 30 re f " + dark + text("1 g"), "ab"},
		{"white on a round box", "0.2 g 140 730 m 190 730 l 190 760 165 770 140 760 c h f " + dark + text("1 g"), "ab"},
		{"white in a white box on a filled page", "0.2 g 0 0 595 842 re f 1 g 140 730 50 30 re f " + text("1 g") + "BT /F1 10 Tf 1 g 50 742 Td (a) Tj ET", "a"},
		{"white on an image", "q 50 0 0 30 140 730 cm " + square + "Q " + dark + text("1 g"), "ab"},
		{"white outline", dark + text("1 g 1 Tr"), "ab"},
		{"all is white", text("1 g"), "b"},
		{"invisible beside text", dark + text("3 Tr"), "a"},
		{"transparent beside text", dark + text("/G0 gs"), "a"},
		{"opaque again", dark + text("/G0 gs /G1 gs"), "ab"},
		{"invisible over a scanned page", "q 595 0 0 842 0 0 cm " + square + "Q " + text("3 Tr"), "b"},
		{"the same with a stamp on it", "q 595 0 0 842 0 0 cm " + square + "Q " + text("3 Tr") + dark, "ba"},
		{"invisible alone", text("3 Tr"), "b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := run(t, c.content, inkA, pdftest.Stream("/FunctionType 4/Domain[0 1]/Range[0 1 0 1 0 1 0 1]", []byte("{0 exch 0 exch 0 exch}")), pdftest.Stream("/N 3", nil))
			if p.text() != c.want {
				t.Errorf("got %q, want %q", p.text(), c.want)
			}
		})
	}
}

// layered makes a file with two layers, 7 and 8, and this configuration.
func layered(config, content, resources string, more ...string) []byte {
	return pdftest.File(append([]string{
		"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[7 0 R 8 0 R]/D<<" + config + ">>>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>" + resources + ">>>>",
		pdftest.Stream("", []byte(content)),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
		"null",
		"<</Type/OCG/Name(Ett)>>",
		"<</Type/OCG/Name(Tva)/Usage<</View<</ViewState/OFF>>>>>>"}, more...)...)
}

func TestLayers(t *testing.T) {
	const both = "BT /F1 10 Tf 50 742 Td /OC /A BDC (a) Tj q Q EMC /OC /B BDC (b) Tj /Span BMC (c) Tj EMC EMC (d) Tj ET"
	const names = "/Properties<</A 7 0 R/B 8 0 R>>"
	member := func(policy, groups string) string {
		return "<</Type/OCMD/P/" + policy + "/OCGs" + groups + ">>"
	}
	for _, c := range []struct {
		name, config, content, resources, want string
		more                                   []string
	}{
		{"all on", "", both, names, "abcd", nil},
		{"one off", "/OFF[8 0 R]", both, names, "ad", nil},
		{"base off", "/BaseState/OFF/ON[8 0 R]", both, names, "bcd", nil},
		{"for print alone", "/AS[<</Event/View/Category[/View]/OCGs[7 0 R 8 0 R]>>]", both, names, "ad", nil},
		{"any on", "/OFF[8 0 R]", both, "/Properties<</A 9 0 R/B 8 0 R>>", "ad", []string{member("AnyOn", "[7 0 R 8 0 R]")}},
		{"all on", "/OFF[8 0 R]", both, "/Properties<</A 9 0 R/B 7 0 R>>", "bcd", []string{member("AllOn", "[7 0 R 8 0 R]")}},
		{"any off", "/OFF[8 0 R]", both, "/Properties<</A 9 0 R/B 8 0 R>>", "ad", []string{member("AnyOff", "[7 0 R 8 0 R]")}},
		{"all off", "/OFF[8 0 R]", both, "/Properties<</A 9 0 R/B 8 0 R>>", "d", []string{member("AllOff", "[7 0 R 8 0 R]")}},
		{"one group", "/OFF[8 0 R]", both, "/Properties<</A 9 0 R/B 7 0 R>>", "bcd", []string{member("AnyOn", " 8 0 R")}},
		{"a form", "/OFF[8 0 R]", "/X1 Do BT /F1 10 Tf 50 700 Td (d) Tj ET", "/XObject<</X1 9 0 R>>", "d", []string{form("/OC 8 0 R", "BT /F1 10 Tf 50 742 Td (a) Tj ET")}},
		{"lines too", "/OFF[8 0 R]", "/OC /B BDC 10 100 m 60 100 l S 10 100 50 20 re f EMC " + dark, names, "a", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := runFile(layered(c.config, c.content, c.resources, c.more...), DefaultLimits)
			if err != nil || p.text() != c.want || len(p.Lines)+len(p.Fills) > 0 {
				t.Errorf("got %q, %v, %v, want %q", p.text(), p.Lines, err, c.want)
			}
		})
	}
}

// annotated makes a page with these annotations, object numbers from 5 on.
func annotated(form string, annots ...string) []byte {
	refs := ""
	for i := range annots {
		refs += fmt.Sprintf("%d 0 R ", 5+i)
	}
	return pdftest.File(append([]string{
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>" + form + ">>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Annots[" + refs + "]>>",
		pdftest.Stream("", []byte("q 2 0 0 2 0 0 cm 5 Ts"))}, annots...)...)
}

func TestAnnotations(t *testing.T) {
	const look = "<</Type/XObject/Subtype/Form/BBox[0 0 50 10]/Length 36>>\nstream\nBT /Helv 8 Tf 2 2 Td (ab) Tj ET      \nendstream"
	for _, c := range []struct {
		name, form string
		annots     []string
		want       string
		x, y       float64
	}{
		{"appearance", "", []string{"<</Subtype/Widget/FT/Tx/V(old)/Rect[100 700 150 710]/AP<</N 6 0 R>>>>", look}, "ab", 102, 140},
		{"appearance enlarged", "", []string{"<</Subtype/Widget/FT/Tx/Rect[100 700 200 720]/AP<</N 6 0 R>>>>", look}, "ab", 104, 138},
		{"appearance of a state", "", []string{"<</Subtype/Widget/FT/Btn/AS/On/Rect[100 700 150 710]/AP<</N<</On 6 0 R>>>>>>", look}, "ab", 102, 140},
		{"of another state", "", []string{"<</Subtype/Widget/FT/Btn/AS/Off/Rect[100 700 150 710]/AP<</N<</On 6 0 R>>>>>>", look}, "", 0, 0},
		{"text box", "", []string{"<</Subtype/FreeText/Contents(x)/Rect[100 700 150 710]/AP<</N 6 0 R>>>>", look}, "ab", 102, 140},
		{"hidden", "", []string{"<</Subtype/Widget/F 2/Rect[100 700 150 710]/AP<</N 6 0 R>>>>", look}, "", 0, 0},
		{"a link", "", []string{"<</Subtype/Link/Rect[100 700 150 710]/AP<</N 6 0 R>>>>", look}, "", 0, 0},
		{"value", "", []string{"<</Subtype/Widget/FT/Tx/V(12)/DA(/Helv 8 Tf 0 g)/Rect[100 700 150 710]>>"}, "12", 102, 139.8},
		{"value on the right", "", []string{"<</Subtype/Widget/FT/Tx/V(12)/Q 2/DA(/Helv 10 Tf)/Rect[100 700 150 710]>>"}, "12", 136.88, 140.5},
		{"value of the parent", "", []string{"<</Subtype/Widget/Parent 6 0 R/Rect[100 700 150 710]>>", "<</FT/Tx/T(a)/V(12)/DA(/Helv 8 Tf)>>"}, "12", 102, 139.8},
		{"value newer than its appearance", "/NeedAppearances true", []string{"<</Subtype/Widget/FT/Tx/V(12)/DA(/Helv 8 Tf)/Rect[100 700 150 710]/AP<</N 6 0 R>>>>", look}, "12", 102, 139.8},
		{"choice", "", []string{"<</Subtype/Widget/FT/Ch/V[(12)]/DA(/Helv 8 Tf)/Rect[100 700 150 710]>>"}, "12", 102, 139.8},
		{"text box in lines", "", []string{"<</Subtype/FreeText/Contents(ab ab)/DA(/Helv 10 Tf)/Rect[100 700 120 730]>>"}, "abab", 102, 121.5},
		{"password", "", []string{"<</Subtype/Widget/FT/Tx/Ff 8192/V(12)/Rect[100 700 150 710]>>"}, "", 0, 0},
		{"encrypted", "", []string{"<</Subtype/Widget/FT/Tx/V(1\x02)/Rect[100 700 150 710]>>"}, "", 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := runFile(annotated(c.form, c.annots...), DefaultLimits)
			if err != nil || p.text() != c.want || p.BadFont || p.LostForm {
				t.Fatalf("got %q, %v, want %q; %v %v", p.text(), err, c.want, p.BadFont, p.LostForm)
			}
			if c.want != "" && (!near(p.Glyphs[0].X, c.x) || !near(p.Glyphs[0].Y, c.y)) {
				t.Errorf("at %v, %v, want %v, %v", p.Glyphs[0].X, p.Glyphs[0].Y, c.x, c.y)
			}
		})
	}
}

func TestNoLayersNoForm(t *testing.T) {
	f, err := objects.Open(pdftest.Page(dark, ""), objects.DefaultLimits)
	if err != nil || f.Pages[0].Layers != nil {
		t.Fatal(f, err)
	}
	if p, err := Run(context.Background(), f.Pages[0], &Fonts{}, DefaultLimits); err != nil || p.text() != "a" {
		t.Error(p, err)
	}
}
