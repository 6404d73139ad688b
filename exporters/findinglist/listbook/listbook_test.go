package listbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
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
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return data, parts
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
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
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

func TestCellText(t *testing.T) {
	long := strings.Repeat("å", cellLimit+10)
	if got := cellText(long); len([]rune(got)) != cellLimit || !strings.HasSuffix(got, "…") {
		t.Errorf("a long text has %d letters", len([]rune(got)))
	}
	if got := cellText("a\r\nb\x00\xff"); got != "a\nb�" {
		t.Errorf("got %q", got)
	}
}

func TestTextHeight(t *testing.T) {
	for _, tc := range []struct {
		text  string
		width float64
		lines int
	}{
		{"", 10, 1}, {"kort", 10, 1}, {"a\nb\nc", 10, 3}, {strings.Repeat("ord ", 20), 21, 4}, {strings.Repeat("x", 100), 11, 10},
	} {
		if got := textHeight(tc.text, tc.width); got != float64(tc.lines)*lineHeight+3 {
			t.Errorf("%q at %v: %v, want %d lines", tc.text, tc.width, got, tc.lines)
		}
	}
	if got := textHeight(strings.Repeat("a\n", 1000), 10); got != 409 {
		t.Errorf("a row is %v high", got)
	}
}
