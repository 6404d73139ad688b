package listbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/exporters/workbook/booktest"
)

func sample() Book {
	return Book{
		Title: "Lista & prov", Subject: "Prov", Language: "sv", Page: "Sida &P av &N",
		Sheets: []Sheet{
			{
				Name: "Fynd", Title: "Fynd <allt>", Note: "En rad om listan.", Table: "Fynd", Empty: "Inget.",
				Columns: []Column{{"Fil", 20, false}, {"Cell", 8, true}, {"Text", 30, false}},
				Rows: [][]Cell{
					{Text("a.xlsx"), {Text: "F8", Link: Link{"a.xlsx", "Bo's blad", "F8"}}, Text("=1+1")},
					{{Text: "b c.pdf", Link: Link{File: "b c.pdf"}}, {Number: 7, IsNumber: true}, {Text: "två\nrader & _x000D_\x01", Tone: Red}},
				},
			},
			{Name: "Tomt", Title: "Tomt", Table: "Tomt", Empty: "Inget.", Columns: []Column{{"A", 10, false}}},
		},
	}
}

func written(t *testing.T, b Book) ([]byte, map[string]string) {
	t.Helper()
	data, err := Write(b)
	if err != nil {
		t.Fatal(err)
	}
	return data, booktest.Parts(t, data)
}

func TestParts(t *testing.T) {
	data, parts := written(t, sample())
	again, _ := written(t, sample())
	if !bytes.Equal(data, again) {
		t.Error("two runs differ")
	}
	for name, text := range parts {
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
		}
		if strings.HasSuffix(name, ".xml") && name != "[Content_Types].xml" && !strings.Contains(parts["[Content_Types].xml"], `"/`+name+`"`) {
			t.Errorf("%s has no content type", name)
		}
	}
	for name, want := range map[string][]string{
		"xl/worksheets/sheet1.xml": {
			`<pane ySplit="4"`, `orientation="landscape"`, `paperSize="9"`, `fitToHeight="0"`, `&amp;RSida &amp;P av &amp;N`,
			`<hyperlink ref="B5" r:id="rId1" location="&#39;Bo&#39;&#39;s blad&#39;!F8"`, `<hyperlink ref="A6" r:id="rId2" display=`,
		},
		"xl/worksheets/_rels/sheet1.xml.rels": {`Id="rId1"`, `Target="a.xlsx" TargetMode="External"`, `Target="b%20c.pdf"`, `tables/table1.xml`},
		"xl/tables/table1.xml":                {`ref="A4:C6"`, `<autoFilter ref="A4:C6"/>`, `name="Text"`},
		"xl/workbook.xml":                     {`<definedName name="_riskbok_own" localSheetId="0" hidden="1">`, `<definedName name="_riskbok_own" localSheetId="1" hidden="1">`, `&#39;Fynd&#39;!$4:$4`},
		"docProps/core.xml":                   {"<dc:title>Lista &amp; prov</dc:title>", "<dc:language>sv</dc:language>"},
	} {
		for _, w := range want {
			if !strings.Contains(parts[name], w) {
				t.Errorf("%s lacks %s:\n%s", name, w, parts[name])
			}
		}
	}
	if _, ok := parts["xl/tables/table2.xml"]; ok {
		t.Error("a list without rows has a table, which Excel would call damaged")
	}
}

// TestOpen reads the workbook with another program's eyes.
func TestOpen(t *testing.T) {
	data, _ := written(t, sample())
	f := booktest.Open(t, data)
	for cell, want := range map[string]string{
		"A1": "Fynd <allt>", "A2": "En rad om listan.", "A4": "Fil", "C5": "=1+1", "B6": "7", "C6": "två\nrader & _x000D_",
	} {
		if got, err := f.GetCellValue("Fynd", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	if formula, _ := f.GetCellFormula("Fynd", "C5"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if got, _ := f.GetCellValue("Tomt", "A5"); got != "Inget." {
		t.Errorf("an empty list says %q", got)
	}
	if kind, _ := f.GetCellType("Fynd", "B6"); kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
		t.Errorf("a number is written as %v", kind)
	}
	for _, tone := range []Tone{Red, Yellow, Blue, Green, Grey} {
		for _, c := range []Cell{{Tone: tone}, {Tone: tone, Text: "=1"}, {Tone: tone, Link: Link{File: "a"}}} {
			xf := f.Styles.CellXfs.Xf[style(c, false)]
			if got := f.Styles.Fills.Fill[*xf.FillID].PatternFill.FgColor.RGB; got != "FF"+tones[tone] {
				t.Errorf("tone %d has the ground %s", tone, got)
			}
			linked := f.Styles.Fonts.Font[*xf.FontID].U != nil
			if quoted := xf.QuotePrefix != nil && *xf.QuotePrefix; quoted != (c.Text != "") || linked != (c.Link.File != "") || !xf.Alignment.WrapText {
				t.Errorf("%+v: quoted %v, underlined %v, wrapped %v", c, quoted, linked, xf.Alignment.WrapText)
			}
		}
	}
}

func TestTarget(t *testing.T) {
	for name, want := range map[string]string{
		"a.xlsx": "a.xlsx", `möte 1\å#2.xlsx`: "möte%201/å%232.xlsx", "100%.xlsx": "100%25.xlsx", "/srv/a b.xlsx": "file:///srv/a%20b.xlsx",
		`C:\plan\a.xlsx`: "file:///C:/plan/a.xlsx", `\\server\delad\a.xlsx`: "file://server/delad/a.xlsx", "./a.xlsx": "a.xlsx", "../a.xlsx": "../a.xlsx", "kl 9:30.xlsx": "./kl%209:30.xlsx",
	} {
		if got := target(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// TestHeld: every text of a list becomes one that a cell can hold, and one that
// begins as a formula only then is marked all the same.
func TestHeld(t *testing.T) {
	long := strings.Repeat("å", workbook.CellLimit+10)
	book := sample()
	s := &book.Sheets[0]
	s.Title, s.Note = "a\r\nb\x00\xff", long
	s.Rows[0][0], s.Rows[0][2] = Text(long), Text("\x01=1+1")
	data, _ := written(t, book)
	f := booktest.Open(t, data)
	cut := strings.Repeat("å", workbook.CellLimit-1) + "…"
	for cell, want := range map[string]string{"A1": "a\nb�", "A2": cut, "A5": cut, "C5": "=1+1"} {
		if got, err := f.GetCellValue("Fynd", cell); err != nil || got != want {
			t.Errorf("%s is %.20q of %d bytes, want %.20q (%v)", cell, got, len(got), want, err)
		}
	}
	id, _ := f.GetCellStyle("Fynd", "C5")
	if q := f.Styles.CellXfs.Xf[id].QuotePrefix; q == nil || !*q {
		t.Error("a text that begins as a formula is not marked")
	}
}

// TestHeights: rows are as high as their highest text, headings have room for
// the filter's button, and no row is higher than a row can be.
func TestHeights(t *testing.T) {
	lines := func(n int) float64 { points, _ := workbook.BodyFont.Height(n); return points }
	book := sample()
	s := &book.Sheets[0]
	s.Note = strings.Repeat("ord ", 30) // 58 characters wide
	s.Columns = []Column{{"Rubriken", 9, false}, {"Ord", 21, true}}
	s.Rows = [][]Cell{
		{Text(""), Text("kort")},
		{Text("a\nb\nc"), Text("")},
		{Text(""), Text(strings.Repeat("ord ", 20))},
		{Text(strings.Repeat("x", 50)), Text("")},
		{Text(""), Text(strings.Repeat("a\n", 1000))},
	}
	data, _ := written(t, book)
	f := booktest.Open(t, data)
	for row, want := range map[int]float64{
		noteRow: lines(4), headingRow: lines(2), 5: lines(1), 6: lines(3), 7: lines(4), 8: lines(6), 9: workbook.MaxHeight,
	} {
		if got, err := f.GetRowHeight("Fynd", row); err != nil || got != want {
			t.Errorf("row %d is %v points high, want %v (%v)", row, got, want, err)
		}
	}
}
