package excel

import (
	"testing"

	"riskbok/importers/grid"
)

func TestCellValues(t *testing.T) {
	styles := "<styleSheet " + nsMain + `><numFmts>` +
		`<numFmt numFmtId="164" formatCode="yyyy\-mm\-dd;@"/>` +
		`<numFmt numFmtId="165" formatCode="0&quot; dagar&quot;"/>` +
		`<numFmt numFmtId="166" formatCode="[$-41D]d\ mmmm\ yyyy"/>` +
		`<numFmt numFmtId="167" formatCode="[Red]0.00"/>` +
		`<numFmt numFmtId="168" formatCode="[h]:mm"/>` +
		`<numFmt numFmtId="169" formatCode="General"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>` +
		`<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/>` +
		`<xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf numFmtId="28"/></cellXfs></styleSheet>`
	strings := "<sst " + nsMain + `><si><t xml:space="preserve"> Möjlig </t></si>` +
		`<si><r><rPr><b/></rPr><t>Mindre</t></r><r><t xml:space="preserve"> sannolik</t></r><rPh sb="0" eb="1"><t>mi</t></rPh></si>` +
		`<si><t>a_x000D_b_x005F_x000D_ c_x00E5_ _xZZZZ_</t></si><si><t><![CDATA[<&>]]>&amp;&#229;&#xE4;</t></si>` +
		`<si><t>rad 1&#10;rad 2</t></si><si/><si><t>_xD83D__xDE00_</t></si></sst>`
	tests := []struct {
		cell string
		kind grid.Kind
		want string
	}{
		{`<c r="A1" t="s"><v>0</v></c>`, grid.Text, " Möjlig "},
		{`<c r="A1" t="s"><v> 1 </v></c>`, grid.Text, "Mindre sannolik"},
		{`<c r="A1" t="s"><v>2</v></c>`, grid.Text, "a\rb_x000D_ cå _xZZZZ_"},
		{`<c r="A1" t="s"><v>3</v></c>`, grid.Text, "<&>&åä"},
		{`<c r="A1" t="s"><v>4</v></c>`, grid.Text, "rad 1\nrad 2"},
		{`<c r="A1" t="s"><v>5</v></c>`, grid.Empty, ""},
		{`<c r="A1" t="s"><v>6</v></c>`, grid.Text, "😀"},
		{`<c r="A1" t="inlineStr"><is><t>Lind</t><rPh><t>x</t></rPh></is></c>`, grid.Text, "Lind"},
		{`<c r="A1" t="inlineStr"><is><r><t>Lind</t></r><r><t>rig</t></r></is></c>`, grid.Text, "Lindrig"},
		{`<c r="A1" t="str"><v>4 &lt; 5</v></c>`, grid.Text, "4 < 5"},
		{`<c r="A1" t="b"><v>1</v></c>`, grid.Bool, "TRUE"},
		{`<c r="A1" t="b"><v>0</v></c>`, grid.Bool, "FALSE"},
		{`<c r="A1" t="e"><v>#N/A</v></c>`, grid.Error, "#N/A"},
		{`<c r="A1" t="d"><v>2025-10-31T00:00:00Z</v></c>`, grid.Date, "2025-10-31"},
		{`<c r="A1" t="d"><v>2025-10-31T13:05:00</v></c>`, grid.Date, "2025-10-31T13:05"},
		{`<c r="A1"><v>4</v></c>`, grid.Number, "4"},
		{`<c r="A1" t="n"><v>4.0</v></c>`, grid.Number, "4"},
		{`<c r="A1"><v>-0</v></c>`, grid.Number, "0"},
		{`<c r="A1"><v>007</v></c>`, grid.Number, "7"},
		{`<c r="A1"><v>0.30000000000000004</v></c>`, grid.Number, "0.3"},
		{`<c r="A1"><v>1.1000000000000001</v></c>`, grid.Number, "1.1"},
		{`<c r="A1"><v>8814.0000000000018</v></c>`, grid.Number, "8814"},
		{`<c r="A1"><v>1.5E3</v></c>`, grid.Number, "1500"},
		{`<c r="A1"><v>123456789012345678</v></c>`, grid.Number, "123456789012346000"},
		{`<c r="A1"><v>1e-7</v></c>`, grid.Number, "0.0000001"},
		{`<c r="A1"><v>1E+300</v></c>`, grid.Number, "1E+300"},
		{`<c r="A1" s="1"><v>45961</v></c>`, grid.Date, "2025-10-31"},
		{`<c r="A1" s="2"><v>45961.5</v></c>`, grid.Date, "2025-10-31T12:00"},
		{`<c r="A1" s="2"><v>45961.999999</v></c>`, grid.Date, "2025-11-01"},
		{`<c r="A1" s="2"><v>45961.0001</v></c>`, grid.Date, "2025-10-31T00:00:09"},
		{`<c r="A1" s="3"><v>1</v></c>`, grid.Date, "1900-01-01"},
		{`<c r="A1" s="3"><v>59</v></c>`, grid.Date, "1900-02-28"},
		{`<c r="A1" s="3"><v>60</v></c>`, grid.Date, "1900-02-29"},
		{`<c r="A1" s="3"><v>61</v></c>`, grid.Date, "1900-03-01"},
		{`<c r="A1" s="3"><v>0</v></c>`, grid.Number, "0"},
		{`<c r="A1" s="3"><v>-1</v></c>`, grid.Number, "-1"},
		{`<c r="A1" s="3"><v>2958465</v></c>`, grid.Date, "9999-12-31"},
		{`<c r="A1" s="3"><v>2958465.9999999</v></c>`, grid.Number, "2958465.9999999"},
		{`<c r="A1" s="3"><v>2958466</v></c>`, grid.Number, "2958466"},
		{`<c r="A1" s="4"><v>30</v></c>`, grid.Number, "30 dagar"},
		{`<c r="A1" s="5"><v>45961</v></c>`, grid.Date, "2025-10-31"},
		{`<c r="A1" s="6"><v>12</v></c>`, grid.Number, "12.00"},
		{`<c r="A1" s="7"><v>0.5</v></c>`, grid.Date, "1899-12-31T12:00"},
		{`<c r="A1" s="8"><v>45961</v></c>`, grid.Number, "45961"},
		{`<c r="A1" s="9"><v>45961</v></c>`, grid.Date, "2025-10-31"},
		{`<c r="A1" s="99"><v>45961</v></c>`, grid.Number, "45961"},
		{`<c r="A1" s="1"/>`, grid.Empty, ""},
		{`<c r="A1"><v></v></c>`, grid.Empty, ""},
		{`<c><v>4</v></c>`, grid.Number, "4"},
	}
	for _, tt := range tests {
		p := workbookOf(rowsOf(`<row r="1">`+tt.cell+`</row>`)).with("xl/styles.xml", styles).with("xl/sharedStrings.xml", strings)
		c := sound(t, mustRead(t, p)).at(t, "A1")
		if c.Kind != tt.kind || c.Text != tt.want {
			t.Errorf("%s: %d %q, want %d %q", tt.cell, c.Kind, c.Text, tt.kind, tt.want)
		}
	}
}

func TestDate1904(t *testing.T) {
	p := workbookOf(rowsOf(`<row r="1"><c r="A1" s="1"><v>44499</v></c><c r="B1" s="1"><v>0</v></c></row>`))
	p["xl/workbook.xml"] = "<workbook " + nsMain + " " + nsRel + `><workbookPr date1904="1"/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	wb := sound(t, mustRead(t, p))
	if got := wb.at(t, "A1").Text; got != "2025-10-31" {
		t.Errorf("44499 = %q", got)
	}
	if got := wb.at(t, "B1").Text; got != "1904-01-01" {
		t.Errorf("0 = %q", got)
	}
}

// A cell without a style has the first one.
func TestDateByFirstStyle(t *testing.T) {
	p := workbookOf(rowsOf(`<row r="1"><c r="A1"><v>45961</v></c><c r="B1" s="1"><v>45961</v></c></row>`))
	p["xl/styles.xml"] = `<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="0"/></cellXfs></styleSheet>`
	wb := sound(t, mustRead(t, p))
	if a, b := wb.at(t, "A1").Text, wb.at(t, "B1").Text; a != "2025-10-31" || b != "45961" {
		t.Errorf("A1 %q, B1 %q", a, b)
	}
}

func TestDateFormats(t *testing.T) {
	tests := map[string]bool{
		"yyyy-mm-dd": true, "d/m": true, "hh:mm": true, "[hh]:mm": true, "mm:ss.0": true,
		"General": false, "0.00": false, `"dag" 0`: false, `0\d`: false, "[Blue]0": false,
		`_-* # ##0\ "kr"_-`: false, "0.00E+00": false, "@": false, `0;"den" d`: false,
		`[$-41D]mmmm`: true, "": false, `"öppen`: false, "[öppen": false, "GENERAL": false, "# ?/?": false,
	}
	for code, want := range tests {
		if got := isDateFormat(code); got != want {
			t.Errorf("%q: %v", code, got)
		}
	}
}

func TestSerialOfInvertsDateText(t *testing.T) {
	for _, d1904 := range []bool{false, true} {
		for _, serial := range []float64{0.5, 1, 59, 60, 60.5, 61, 62, 45961, 45961.5, 45961.25, 2958465} {
			text, ok := dateText(serial, d1904)
			if !ok {
				if !d1904 || serial != 2958465 {
					t.Errorf("1904 %v: %v is no date", d1904, serial)
				}
				continue
			}
			if back := serialOf(text, d1904); back != serial {
				t.Errorf("1904 %v: %v → %s → %v", d1904, serial, text, back)
			}
		}
	}
}
