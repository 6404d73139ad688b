package fonts

import (
	"strings"
	"testing"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

// load makes a file with a font and loads it.
func load(t *testing.T, font string, more ...string) *Font {
	t.Helper()
	data := pdftest.Page("", "/XObject<</Font 7 0 R>>", append([]string{font}, more...)...)
	f, err := objects.Open(data, objects.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return Load(f.Pages[0].Resources.Key("XObject").Key("Font"))
}

func decode(f *Font, s string) (string, float64) {
	var b strings.Builder
	width := 0.0
	for rest := []byte(s); len(rest) > 0; {
		c := f.Next(rest)
		b.WriteString(c.Text)
		width += c.Width
		rest = rest[c.Bytes:]
	}
	return b.String(), width
}

func TestSimpleFonts(t *testing.T) {
	for _, c := range []struct {
		name, font, in, want string
		width                float64
	}{
		{"win", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", "\xc5r \x80", "År €", 0.667 + 0.333 + 0.278 + 0.556},
		{"mac", "<</Type/Font/Subtype/Type1/BaseFont/Times-Bold/Encoding/MacRomanEncoding>>", "\x8a\x8c\x9a", "äåö", 1.5},
		{"standard", "<</Type/Font/Subtype/Type1/BaseFont/Courier>>", "it's \xae", "it’s fi", 3.6},
		{"differences", "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/aring/uni00E4 90/f_i.alt]>>/FirstChar 65/LastChar 66/Widths[500 600]>>", "ABZ", "åäfi", 1.1},
		{"bold name", "<</Type/Font/Subtype/TrueType/BaseFont/Arial,Bold>>", "a", "a", 0.556},
		{"dingbats", "<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>", "4 8ln", "✔ ✘•■", 2.296},
		{"symbol bullet", "<</Type/Font/Subtype/TrueType/BaseFont/Wingdings/Encoding<</Differences[1/uniF0B7]>>>>", "\x01", "•", 0.556},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, width := decode(load(t, c.font), c.in)
			if got != c.want || width < c.width-0.0005 || width > c.width+0.0005 {
				t.Errorf("got %q, %v em; want %q, %v em", got, width, c.want, c.width)
			}
		})
	}
}

func TestBuiltInEncoding(t *testing.T) {
	program := func(encoding string) string {
		return pdftest.Stream("/Length1 200/Length2 4/Length3 0", []byte("%!PS-AdobeFont-1.1: CMR10\n/FontName /CMR10 def\n/Encoding "+encoding+"\n/FontBBox{0 0 9 9}readonly def dup 66 /Z put currentfile eexec \x01\x02/Encoding dup 65 /B put"))
	}
	const own = "256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 11 /ff put\ndup 12/fi put\ndup 65 /A put\ndup 16 /dotlessi put\nreadonly def"
	const font = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+CMR10/FontDescriptor<</FontFile 8 0 R/Flags 4>>/FirstChar 11/LastChar 12/Widths[500 600]"
	for _, c := range []struct{ name, font, program, in, want string }{
		{"own", font + ">>", program(own), "\x0b\x0cA\x10B", "fffiAı"},
		{"differences on it", font + "/Encoding<</Differences[66/aring]>>>>", program(own), "\x0bAB", "ffAå"},
		{"named", font + "/Encoding/WinAnsiEncoding>>", program(own), "\x0bAB", "AB"},
		{"standard", font + ">>", program("StandardEncoding def dup 65 /B put"), "AB", "AB"},
		{"none", font + ">>", "null", "AB", "AB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := decode(load(t, c.font, c.program), c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestUnknownCodes(t *testing.T) {
	const embedded = "<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Own/FontDescriptor<</Flags 4/FontFile2 8 0 R>>"
	const plain = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own"
	program := pdftest.Stream("/Length1 3", []byte("abc"))
	toUnicode := pdftest.Stream("", []byte("beginbfchar <01> <00E5> <02> <0009> endbfchar"))
	for _, c := range []struct{ name, font, more, in, want string }{
		{"own order", embedded + "/FirstChar 65/LastChar 130/Widths[" + strings.Repeat("500 ", 66) + "]>>", program, "A\x80\x82", "A\uFFFD\uFFFD"},
		{"own order, one letter", embedded + "/FirstChar 65/LastChar 128/Widths[" + strings.Repeat("500 ", 64) + "]>>", program, "A\x80", "A\uFFFD"},
		{"order of Windows", embedded + "/FirstChar 228/LastChar 229/Widths[500 500]>>", program, "A\xe4\xe5", "Aäå"},
		{"its encoding named", embedded + "/Encoding/WinAnsiEncoding/FirstChar 65/LastChar 130/Widths[" + strings.Repeat("500 ", 66) + "]>>", program, "A\x80", "A€"},
		{"below the letters", plain + "/FirstChar 1/LastChar 3/Widths[500 500 0]/ToUnicode 8 0 R>>", toUnicode, "\x01\x02\x03", "å"},
		{"not in the map", plain + "/FirstChar 1/LastChar 3/Widths[500 500 300]/ToUnicode 8 0 R>>", toUnicode, "\x01\x02\x03", "å\uFFFD"},
		{"odd name in a standard font", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[52/g17/.notdef/five]>>>>", "null", "34567", "3\uFFFD57"},
		{"odd name", plain + "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/g17/.notdef]>>/FirstChar 1/LastChar 3/Widths[500 500 300]>>", "null", "\x01\x02\x03", "\uFFFD"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := decode(load(t, c.font, c.more), c.in); strings.ReplaceAll(got, " ", "") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

const cmapText = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <ffff> endcodespacerange
99999999 beginbfchar <0001> <00C5> <0002> <D83DDE00> <0003> <FB01> <0004> <6600 6C00> endbfchar
3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<00E4> <00F600E5>] <0100> <0fff> <0100> endbfrange
endcmap`

func TestCompositeFont(t *testing.T) {
	f := load(t, "<</Type/Font/Subtype/Type0/BaseFont/X-Bold/Encoding/Identity-H/ToUnicode 8 0 R/DescendantFonts[9 0 R]>>",
		pdftest.Stream("", []byte(cmapText)),
		"<</Type/Font/Subtype/CIDFontType2/DW 700/W[1[100 200] 16 18 300]>>")
	got, width := decode(f, "\x00\x01\x00\x02\x00\x03\x00\x04\x00\x10\x00\x12\x00\x20\x00\x21\x01\x61\x7f\x7f")
	if want := "Å😀fiflacäöåš\uFFFD"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := 0.1 + 0.2 + 0.7 + 0.7 + 0.3 + 0.3 + 4*0.7; width < want-0.001 || width > want+0.001 {
		t.Errorf("got %v em, want %v", width, want)
	}
	if !f.Bold || f.Vertical {
		t.Errorf("bold %v, vertical %v", f.Bold, f.Vertical)
	}
}

func TestEmbeddedEncoding(t *testing.T) {
	f := load(t, "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 8 0 R/ToUnicode 10 0 R/DescendantFonts[9 0 R]>>",
		pdftest.Stream("", []byte("begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange begincidrange <00> <7f> 100 <8000> <80ff> 300 endcidrange")),
		"<</Type/Font/Subtype/CIDFontType2/W[165[250] 301[750]]>>",
		pdftest.Stream("", []byte("beginbfchar <41> <0041> <8001> <00D6> endbfchar")))
	if got, width := decode(f, "A\x80\x01"); got != "AÖ" || width != 1 {
		t.Errorf("got %q, %v em", got, width)
	}
}

func FuzzCMap(f *testing.F) {
	f.Add([]byte(cmapText))
	f.Add([]byte("beginbfrange <00000000> <ffffffff> <0041> endbfrange"))
	f.Add([]byte("1 begincidrange <00> [ <"))
	f.Fuzz(func(t *testing.T, data []byte) {
		m := parseCMap(data)
		if len(m.text) > maxMappings {
			t.Errorf("%d mappings", len(m.text))
		}
		m.lookup(65)
	})
}
