package pdf

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

func TestPictures(t *testing.T) {
	image := pdftest.Stream("/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray", make([]byte, 81))
	full, part, small := "q 595 0 0 842 0 0 cm /Im Do Q ", "q 450 0 0 330 70 300 cm /Im Do Q ", "q 100 0 0 80 50 740 cm /Im Do Q "
	words := strings.Repeat("ord ", 20)
	body := ""
	for i := range 20 {
		body += at(50, 700-14*float64(i), words)
	}
	title := "BT /F2 24 Tf 100 500 Td (Plan 2027) Tj ET "
	for _, c := range []struct {
		name  string
		pages []string
		want  bool // the last page is a picture
	}{
		{"page number", []string{full + at(280, 20, "2 \\(3\\)")}, true},
		{"signed", []string{full + at(50, 10, "Signerat dokument 2027-03-01 09.12.44, Anna Ek och Bo Alm, transaktion 09 11 22")}, true},
		{"in strips", []string{"q 595 0 0 421 0 0 cm /Im Do Q q 595 0 0 421 0 421 cm /Im2 Do Q " + at(280, 20, "3")}, true},
		{"table as a picture under a heading", []string{at(50, 700, "text"), "BT /F2 14 Tf 70 700 Td (Riskanalys 2027) Tj ET " + part}, true},
		{"running text", []string{part + body}, false},
		{"recognized", []string{full + "3 Tr " + body}, false},
		{"logo", []string{small + at(50, 700, "En rad")}, false},
		{"cover", []string{full + title}, false},
		{"title on a later page", []string{body, full + title}, true},
		{"letterhead", []string{full + body, full + at(50, 700, "Slut")}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			resources := "/XObject<</Im " + ref(5+2*len(c.pages)) + "/Im2 " + ref(6+2*len(c.pages)) + ">>"
			p, err := scanBytes(t, pdftest.Pages(c.pages, resources, image, image), source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := len(p.Damage) == 1 && p.Damage[0].Code == CodePicture && p.Places[p.Damage[0].At.Place].Page == len(c.pages)
			if got != c.want || !c.want && len(p.Damage) > 0 {
				t.Errorf("got %v", p.Damage)
			}
		})
	}
}

// TestPasted: a table pasted as a picture beside text is told, one drawn as a
// diagram is not; a large picture that cannot be unpacked is.
func TestPasted(t *testing.T) {
	shapes := func(columns bool) []byte {
		dots := bytes.Repeat([]byte{255}, 300*120)
		for n := range 6 {
			for k := range 3 {
				x := 10 + 90*k
				if !columns {
					x += 37 * n * (k + 1) % 61
				}
				for i := range 4 * 7 {
					dots[(10+18*n+i/4)*300+x+i%4] = 0
				}
			}
		}
		return dots
	}
	const kind = "/Type/XObject/Subtype/Image/Width 300/Height 120/BitsPerComponent 8/ColorSpace/DeviceGray"
	body := ""
	for i := range 30 {
		body += at(50, 800-14*float64(i), strings.Repeat("ord ", 20))
	}
	for _, c := range []struct {
		name, image, size, want string
	}{
		{"table", pdftest.Stream(kind, shapes(true)), "300 0 0 120", CodePasted},
		{"turned", pdftest.Stream(kind, shapes(true)), "0 300 -120 0", CodePasted},
		{"drawing", pdftest.Stream(kind, shapes(false)), "300 0 0 120", ""},
		{"logo", pdftest.Stream(kind, shapes(true)), "60 0 0 24", ""},
		{"packed", pdftest.Stream(kind+"/Filter/JBIG2Decode", shapes(true)), "500 0 0 330", CodePacked},
		{"packed and small", pdftest.Stream(kind+"/Filter/JBIG2Decode", shapes(true)), "100 0 0 33", ""},
		{"fax", fax(), "300 0 0 120", CodePasted},
	} {
		p, err := scanBytes(t, pdftest.Page(body+"q "+c.size+" 170 40 cm /Im Do Q", "/XObject<</Im 7 0 R>>", c.image), source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		code := ""
		for _, d := range p.Damage {
			code += d.Code
		}
		if code != c.want {
			t.Errorf("%s: damage %q", c.name, code)
		}
	}
}

// fax is a picture of 304 by 120 dots as a fax of group 4: six lines of three
// words, each a box.
func fax() string {
	data, _ := base64.StdEncoding.DecodeString(faxDots)
	return pdftest.Stream("/Type/XObject/Subtype/Image/Width 304/Height 120/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 304/Rows 120>>", data)
}

const faxDots = "JqC2DJ///ISyB4N7IHg3v////////ER///8hLIHg3sgeDe////////8RH///yEsgeDeyB4N7////////xEf///ISyB4N7IHg3v////////ER///8hLIHg3sgeDe////////8RH///yEsgeDeyB4N7////////xEf///4AIAI"

// TestPictureRuns: pictures that follow each other make one finding, and
// photographs none.
func TestPictureRuns(t *testing.T) {
	const kind = "/Type/XObject/Subtype/Image/Width 100/Height 100/BitsPerComponent 8/ColorSpace/DeviceGray"
	drawing, photo := bytes.Repeat([]byte{255}, 1e4), bytes.Repeat([]byte{120}, 1e4)
	for i := range 1000 {
		drawing[7*i] = 0
	}
	show := func(name string) string { return "q 595 0 0 842 0 0 cm /" + name + " Do Q " + at(280, 20, "3") }
	pages := []string{show("A"), show("B"), at(50, 700, "text"), show("P"), show("C")}
	p, err := scanBytes(t, pdftest.Pages(pages, "/XObject<</A 15 0 R/B 16 0 R/C 17 0 R/P 18 0 R>>",
		pdftest.Stream(kind, drawing), pdftest.Stream(kind, drawing), pdftest.Stream(kind, drawing), pdftest.Stream(kind, photo)), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Damage) != 2 || p.Damage[0].Code != CodePictures || p.Damage[0].Args["from"] != "1" || p.Damage[0].Args["to"] != "2" ||
		p.Damage[1].Code != CodePicture || p.Damage[1].Args["page"] != "5" {
		t.Errorf("got %v", p.Damage)
	}
}

// TestScans: a table on a recognized scan whose picture cannot be unpacked is
// told, one whose lines can be seen is read by them.
func TestScans(t *testing.T) {
	words := &model.Vocabulary{Headings: map[model.Field][]string{model.FieldEvent: {"Risk"}, model.FieldOwner: {"Ansvarig"}}}
	row := func(y float64, a, b string) string { return at(60, y, a) + at(260, y, b+" | har") }
	text := "q 595 0 0 842 0 0 cm /Im Do Q 3 Tr " + row(700, "Risk", "Ansvarig") + row(680, "Brand i", "Chefen") + row(660, "Stold av", "Vakten") + at(60, 640, "de tre basta batarna")
	text = strings.Replace(text, "Ansvarig | har", "Ansvarig", 1)
	dots := bytes.Repeat([]byte{255}, 595*842)
	for x := 50; x < 450; x++ {
		for _, y := range []int{690, 670, 655, 635, 715} {
			dots[(842-y)*595+x] = 0
		}
	}
	for y := 635; y <= 715; y++ {
		for _, x := range []int{50, 250, 449} {
			dots[(842-y)*595+x] = 0
		}
	}
	const kind = "/Type/XObject/Subtype/Image/Width 595/Height 842/BitsPerComponent 8/ColorSpace/DeviceGray"
	for _, c := range []struct {
		name, filter string
		damage       string
		ruled        bool
	}{
		{"dots", "", "", true},
		{"fax", "/Filter/CCITTFaxDecode", CodeScan, false},
	} {
		p, err := scanBytes(t, pdftest.Page(text, "/XObject<</Im 7 0 R>>", pdftest.Stream(kind+c.filter, dots)), source.Options{Vocabulary: words})
		if err != nil {
			t.Fatal(err)
		}
		code := ""
		for _, d := range p.Damage {
			code += d.Code
		}
		ruled := len(p.Tables) == 1 && len(p.Tables[0].Rows) == 4 && p.Tables[0].Rows[1][1].Text == "Chefen har"
		if code != c.damage || ruled != c.ruled {
			t.Errorf("%s: damage %q, tables %+v", c.name, code, p.Tables)
		}
	}
}
