package objects

import (
	"bytes"
	"compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
)

const greeting = "BT /F1 12 Tf 100 700 Td (Hej) Tj ET"

func deflate(s string) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.Bytes()
}

// content opens a file and gives the content of its first page.
func content(t *testing.T, data []byte) (string, *File) {
	t.Helper()
	f, err := Open(data, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	c, err := f.Pages[0].Content(1 << 20)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(c)), f
}

func onePage(stream string) []byte {
	return pdftest.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 300 400]>>", stream)
}

func TestFilters(t *testing.T) {
	var a85, early bytes.Buffer
	w := ascii85.NewEncoder(&a85)
	_, _ = w.Write([]byte(greeting))
	_ = w.Close()
	lw := lzw.NewWriter(&early, lzw.MSB, 8)
	_, _ = lw.Write([]byte(greeting))
	_ = lw.Close()
	// One row of a PNG predictor of type 2 (up) over zeros is the data itself.
	up := "\x02" + greeting
	run := append([]byte{byte(len(greeting) - 1)}, greeting...)
	for name, stream := range map[string]string{
		"none":      pdftest.Stream("", []byte(greeting)),
		"flate":     pdftest.Stream("/Filter/FlateDecode", deflate(greeting)),
		"array":     pdftest.Stream("/Filter[/FlateDecode]", deflate(greeting)),
		"hex":       pdftest.Stream("/Filter/ASCIIHexDecode", []byte(hex.EncodeToString([]byte(greeting))+">")),
		"ascii85":   pdftest.Stream("/Filter/ASCII85Decode", append(a85.Bytes(), "~>"...)),
		"two":       pdftest.Stream("/Filter[/ASCIIHexDecode/FlateDecode]", []byte(hex.EncodeToString(deflate(greeting))+">")),
		"runlength": pdftest.Stream("/Filter/RunLengthDecode", append(run, 128)),
		"lzw late":  pdftest.Stream("/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>", early.Bytes()),
		"predictor": pdftest.Stream(fmt.Sprintf("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>", len(greeting)), deflate(up)),
	} {
		t.Run(name, func(t *testing.T) {
			if got, _ := content(t, onePage(stream)); got != greeting {
				t.Errorf("got %q", got)
			}
		})
	}
}

// endsInCR gives a content whose deflated form ends in 0x0D.
func endsInCR(t *testing.T) (string, []byte) {
	t.Helper()
	// The last byte is that of the sum of all bytes (Adler-32).
	for i := range 3 * 90 {
		n := min(i, 180)
		c := fmt.Sprintf("%s %%%c%c%c", greeting, '!'+min(n, 90), '!'+max(n-90, 0), '!'+i-n)
		if d := deflate(c); d[len(d)-1] == '\r' {
			return c, d
		}
	}
	t.Fatal("no such content")
	return "", nil
}

func TestLastByteIsALineBreak(t *testing.T) {
	want, data := endsInCR(t)
	stream := func(length, filter, end string, data []byte) string {
		return fmt.Sprintf("<<%s/Length %s>>\nstream\n%s%sendstream", filter, length, data, end)
	}
	plain := greeting + " (\r)' %\r"
	for _, c := range []struct{ name, stream, length, want string }{
		{"direct", stream(fmt.Sprint(len(data)), "/Filter/FlateDecode", "\n", data), "0", want},
		{"by reference", stream("5 0 R", "/Filter/FlateDecode", "\n", data), fmt.Sprint(len(data)), want},
		{"by reference, no line break", stream("5 0 R", "/Filter/FlateDecode", "", data), fmt.Sprint(len(data)), want},
		{"by reference, in hexadecimal", stream("5 0 R", "/Filter[/ASCIIHexDecode/FlateDecode]", "\r\n", []byte(hex.EncodeToString(data))), fmt.Sprint(2 * len(data)), want},
		{"wrong length", stream("7", "/Filter/FlateDecode", "\n", data), "0", want},
		{"reference leads nowhere", stream("9 0 R", "/Filter[/FlateDecode]", "\r\n", data), "0", want},
		{"plain", stream("5 0 R", "", "\n", []byte(plain)), fmt.Sprint(len(plain)), strings.TrimSpace(plain)},
		{"holds the word endstream", stream("5 0 R", "", "\n", []byte("% endstream\n"+plain)), fmt.Sprint(len(plain) + 12), "% endstream\n" + strings.TrimSpace(plain)},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, f := content(t, pdftest.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 300 400]>>", c.stream, c.length))
			if got != c.want || f.Damaged {
				t.Errorf("got %q, want %q; damaged %v", got, c.want, f.Damaged)
			}
		})
	}
}

// The example of ISO 32000-1, 7.4.4.2.
func TestLZW(t *testing.T) {
	got, err := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, nil, 100)
	want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
	// Long data makes the codes grow to 12 bits.
	long := strings.Repeat("abcdefghijklmnopqrstuvwxyzåäö 0123456789", 500)
	if got, err := unLZW(packLZW(long), nil, 1<<20); err != nil || string(got) != long {
		t.Errorf("long data: %d of %d bytes, %v", len(got), len(long), err)
	}
}

// packLZW writes codes the early way and clears the table before it is full.
func packLZW(s string) []byte {
	var out []byte
	var acc uint32
	bits := 0
	put := func(code, width int) {
		acc = acc<<width | uint32(code)
		for bits += width; bits >= 8; bits -= 8 {
			out = append(out, byte(acc>>(bits-8)))
		}
	}
	table, next, width := map[string]int{}, 258, 9
	code := func(w string) int {
		if len(w) == 1 {
			return int(w[0])
		}
		return table[w]
	}
	put(256, width)
	w := ""
	for i := range len(s) {
		if wc := w + s[i:i+1]; len(wc) == 1 || table[wc] > 0 {
			w = wc
			continue
		}
		put(code(w), width)
		table[w+s[i:i+1]] = next
		if next++; next == 1<<width && width < 12 {
			width++
		}
		if next == 4094 {
			put(256, width)
			table, next, width = map[string]int{}, 258, 9
		}
		w = s[i : i+1]
	}
	put(code(w), width)
	put(257, width)
	return append(out, byte(acc<<(8-bits)))
}

func TestDamagedFiles(t *testing.T) {
	whole := onePage(pdftest.Stream("/Filter/FlateDecode", deflate(greeting)))
	cut := bytes.LastIndex(whole, []byte("xref\n0"))
	for name, data := range map[string][]byte{
		"lost xref":        append(bytes.Clone(whole[:cut]), "trailer\n<</Root 1 0 R>>"...),
		"lost trailer":     whole[:cut],
		"junk before":      append([]byte("From: someone\r\n\r\n"), whole...),
		"junk after":       append(bytes.Clone(whole), bytes.Repeat([]byte{0}, 2000)...),
		"other version":    bytes.Replace(whole, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1),
		"wrong length":     bytes.Replace(whole, []byte("/Length "), []byte("/Length 9"), 1),
		"kids themselves":  bytes.Replace(whole, []byte("/Kids[3 0 R]"), []byte("/Kids[2 0 R 3 0 R]"), 1),
		"packing's header": bytes.Replace(whole, deflate(greeting)[:2], []byte("??"), 1),
		"lost catalog":     bytes.Replace(whole, []byte("/Catalog"), []byte("/Katalog"), 1),
		"lost pages":       bytes.Replace(whole, []byte("/Kids[3 0 R]"), []byte("/Kids[8 0 R]"), 1),
		"broken neighbour": append([]byte("%PDF-1.4\n9 0 obj\n<</A (never closed\nendobj\n"), whole...),
	} {
		t.Run(name, func(t *testing.T) {
			if got, _ := content(t, data); got != greeting {
				t.Errorf("got %q", got)
			}
		})
	}
}

// What stands in another file is lost, and no such file is read.
func TestStreamElsewhere(t *testing.T) {
	f, err := Open(onePage(pdftest.Stream("/F(/etc/hostname)", nil)), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if data, err := f.Pages[0].Content(1 << 20); err == nil || len(data) > 0 {
		t.Errorf("got %q, %v", data, err)
	}
}

func TestInheritedPage(t *testing.T) {
	_, f := content(t, pdftest.File("<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 300 400]/Rotate 450/Resources<</Here/Yes>>>>",
		"<</Type/Page/Parent 2 0 R/Contents[4 0 R 4 0 R]/CropBox[10 20 900 380]>>", pdftest.Stream("", []byte(greeting))))
	p := f.Pages[0]
	if p.NoMedia {
		t.Error("the sheet's size is inherited")
	}
	if p.Rotate != 90 || p.Box != [4]float64{10, 20, 300, 380} || p.Resources.Key("Here").Name() != "Yes" {
		t.Errorf("got rotate %d, box %v, resources %v", p.Rotate, p.Box, p.Resources)
	}
}

// Each of these ends the process or hangs it where the library reads the file
// by itself.
func TestHostileFiles(t *testing.T) {
	page := "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 300 400]>>endobj 4 0 obj " + pdftest.Stream("", []byte(greeting)) + " endobj "
	tree := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
	deep := strings.Repeat("[", 200000)
	for name, tail := range map[string]string{
		"huge size":          "9 0 obj<</Type/XRef/Size 99999999999/W[1 4 2]/Root 1 0 R/Length 0>>stream\n\nendstream endobj startxref\n9\n%%EOF",
		"huge width":         "9 0 obj<</Type/XRef/Size 3/W[1 99999999999 2]/Root 1 0 R/Length 0>>stream\n\nendstream endobj",
		"huge index":         "9 0 obj<</Type/XRef/Size 3/Index[0 99999999999]/W[1 4 2]/Root 1 0 R/Length 0>>stream\n\nendstream endobj",
		"own object stream":  "9 0 obj<</Type/ObjStm/N 99999999/First 4/Length 12>>stream\n9 0 <</A 9 0 R>>\nendstream endobj",
		"previous loop":      "trailer<</Root 1 0 R/Prev 0>>",
		"huge object number": "4294967295 0 obj<</A 1>>endobj 99999999999999999999 0 obj 5 endobj",
		"deep nesting":       "9 0 obj" + deep + " endobj",
		"unclosed hex":       "9 0 obj<</A <41 endobj",
		"huge predictor":     "9 0 obj<</Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999999>>/Length 3>>stream\nabc\nendstream endobj",
		"unclosed strings":   strings.Repeat("9 0 obj(", 300000),
		"unclosed streams":   strings.Repeat("9 0 obj<<>>stream\n1 endobj ", 100000),
		"unclosed trailers":  strings.Repeat("trailer<<(", 300000),
		"objects in objects": "9 0 obj<</Type/ObjStm/N 40000/First 400000/Length 800020>>stream\n" + strings.Repeat("11 0      ", 40000) + "[" + strings.Repeat("1 ", 200000) + "]\nendstream endobj",
		"reference loop":     "8 0 obj 9 0 R endobj 9 0 obj 8 0 R endobj",
	} {
		t.Run(name, func(t *testing.T) {
			data := []byte("%PDF-1.5\n" + tree + page + tail + " trailer<</Root 1 0 R>>")
			if got, _ := content(t, data); got != greeting {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	bomb := deflate(strings.Repeat("0 ", 1<<20))
	f, err := Open(onePage(pdftest.Stream("/Filter/FlateDecode", bomb)), Limits{StreamBytes: 1 << 16, TotalBytes: 1 << 20, Pages: 10, Objects: 100})
	if err != nil {
		t.Fatal(err)
	}
	data, err := f.Pages[0].Content(1 << 20)
	if !errors.Is(err, errTooLarge) || len(data) != 1<<16 {
		t.Errorf("got %d bytes, %v", len(data), err)
	}
	many := pdftest.Pages(make([]string, 12), "")
	f, err = Open(many, Limits{StreamBytes: 1 << 16, TotalBytes: 1 << 20, Pages: 10, Objects: 100})
	if err != nil || len(f.Pages) != 10 || !f.Truncated {
		t.Errorf("got %v, %v", f, err)
	}
}

// What was saved last counts, packed or not.
func TestSavedAgain(t *testing.T) {
	packed := "9 0 obj<</Type/ObjStm/N 1/First 4/Length 80>>stream\n3 0 <</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 111 222]>>\nendstream endobj "
	plain := "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 300 400]>>endobj "
	rest := "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 4 0 obj " + pdftest.Stream("", []byte(greeting)) + " endobj trailer<</Root 1 0 R>>"
	for data, want := range map[string]float64{packed + plain: 300, plain + packed: 111} {
		if _, f := content(t, []byte("%PDF-1.5\n"+data+rest)); f.Pages[0].Box[2] != want {
			t.Errorf("got %v, want %v", f.Pages[0].Box, want)
		}
	}
}

func TestLostPages(t *testing.T) {
	noCount := bytes.Replace(pdftest.Pages([]string{"0 g", "1 g"}, ""), []byte("/Kids[5 0 R 7 0 R ]/Count 2"), []byte("/Kids[5 0 R 99 0 R ]"), 1)
	if f, err := Open(noCount, DefaultLimits); err != nil || len(f.Pages) != 2 || !f.Lost {
		t.Errorf("got %v, %v: want the page that the tree lost, and a word about it", f, err)
	}
	data := bytes.Replace(pdftest.Pages([]string{"0 g", "1 g"}, ""), []byte("/Kids[5 0 R 7 0 R ]"), []byte("/Kids[5 0 R 99 0 R ]"), 1)
	f, err := Open(data, DefaultLimits)
	if err != nil || len(f.Pages) != 2 || !f.Lost {
		t.Errorf("got %v, %v: want the page that the tree lost, and a word about it", f, err)
	}
}

func TestNotPDF(t *testing.T) {
	for _, data := range []string{"", "%PDF-1.7", "hej", "%PDF-1.7\n1 0 obj<<>>endobj"} {
		_, err := Open([]byte(data), DefaultLimits)
		var e *source.Error
		if !errors.As(err, &e) || e.Code != "pdf-damaged" || e.Args["reason"] == "" {
			t.Errorf("%q: got %v", data, err)
		}
	}
}
