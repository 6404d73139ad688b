package excel

import (
	"strconv"
	"testing"

	"riskbok/rules/model"
)

const struckStyles = "<styleSheet " + nsMain + `><fonts><font><sz val="11"/></font><font><strike/></font><font><strike val="0"/></font></fonts>` +
	`<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>`

// What is hidden or struck through is read, and its place says so.
func TestUnseen(t *testing.T) {
	p := workbookOf(`<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/></cols>`+rowsOf(
		`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="E1"><v>2</v></c><c r="F1" s="2"><v>2</v></c></row>`+
			`<row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" ht="0"><c r="A3"><v>1</v></c></row>`+
			`<row r="4"><c r="A4" s="1"><v>1</v></c><c r="F4"><v>2</v></c><c r="G4" t="inlineStr"><is><r><t>Gäller </t></r><r><rPr><strike/></rPr><t>ej</t></r></is></c><c r="H4"><v>2</v></c></row>`+
			`<row r="5"><c r="A5" s="1"><v>1</v></c><c r="F5" s="1"><v>2</v></c><c r="G5"><v>2</v></c></row>`),
		rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>`), rowsOf(""))
	p = p.with("xl/styles.xml", struckStyles)
	p["xl/workbook.xml"] = "<workbook " + nsMain + " " + nsRel + `><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/>` +
		`<sheet name="Blad2" state="visible" sheetId="2" r:id="rId2"/><sheet name="Blad3" state="veryHidden" sheetId="3" r:id="rId3"/></sheets></workbook>`
	p["xl/sharedStrings.xml"] = "<sst " + nsMain + "><si><r><rPr><strike/></rPr><t>Möjlig</t></r></si></sst>"
	wb := sound(t, mustRead(t, p))
	for _, c := range []struct {
		place, row, col int32
		want            model.Sight
	}{
		{0, 1, 1, model.Seen}, {0, 1, 2, model.HiddenColumn}, {0, 1, 3, model.HiddenColumn}, {0, 1, 5, model.HiddenColumn}, {0, 1, 6, model.Seen},
		{0, 2, 1, model.HiddenRow}, {0, 3, 9, model.HiddenRow},
		{0, 4, 1, model.StruckOut}, {0, 4, 6, model.Seen}, {0, 4, 7, model.StruckPartly},
		{0, 5, 7, model.StruckRow}, {0, 6, 1, model.Seen},
		{1, 1, 1, model.StruckOut}, {1, 1, 2, model.Seen}, {2, 1, 1, model.HiddenSheet},
	} {
		if got := wb.Places[c.place].Sight(model.Source{Row: c.row, Col: c.col}); got != c.want {
			t.Errorf("sheet %d row %d column %d: %q, not %q", c.place, c.row, c.col, got, c.want)
		}
	}
}

// What is struck beside text that holds is not read, but formulas see it; a text
// that is struck whole is read.
func TestStruckRuns(t *testing.T) {
	run := func(style, text string) string {
		return `<r><rPr>` + style + `</rPr><t xml:space="preserve">` + text + `</t></r>`
	}
	for _, c := range []struct{ item, want, stored string }{
		{run("<strike/>", "3 ") + run("", "12"), "12", "3 12"}, {run("<strike/>", "3") + run("<strike val=\"1\"/>", "4"), "34", "34"},
		{run("", "Mindre ") + run("<strike/>", "sanolik ") + run("<b/>", "sannolik"), "Mindre sannolik", "Mindre sanolik sannolik"},
		{run("<strike val=\"0\"/>", "8"), "8", "8"}, {run("<strike/>", "8") + run("", " "), "8 ", "8 "},
	} {
		p := workbookOf(rowsOf(`<row r="1"><c r="A1" t="inlineStr"><is>` + c.item + `</is></c><c r="B1" t="s"><v>0</v></c></row>`))
		p["xl/sharedStrings.xml"] = "<sst " + nsMain + "><si>" + c.item + "</si></sst>"
		wb := mustRead(t, p)
		for _, at := range []string{"A1", "B1"} {
			if got := wb.at(t, at); got.Text != c.want || got.Stored() != c.stored {
				t.Errorf("%s: %q of %q, not %q of %q", at, got.Text, got.Stored(), c.want, c.stored)
			}
		}
	}
}

// Numbers that a format shows as dates are numbers where a column is full of
// them; a few, or real dates, stay dates.
func TestDatedColumn(t *testing.T) {
	rows := ""
	for i, cells := range [][3]string{{"12", "45000", "4"}, {"8", "3", "5"}, {"3", "4", "6"}, {"16", "6", "7"}} {
		n := strconv.Itoa(i + 1)
		style := ""
		if i > 1 {
			style = ` s="1"`
		}
		rows += `<row r="` + n + `"><c r="A` + n + `" s="1"><v>` + cells[0] + `</v></c><c r="B` + n + `" s="1"><v>` + cells[1] + `</v></c><c r="C` + n + `"` + style + `><v>` + cells[2] + `</v></c></row>`
	}
	p := workbookOf(rowsOf(rows)).with("xl/styles.xml", "<styleSheet "+nsMain+`><cellXfs><xf numFmtId="0"/><xf numFmtId="16"/></cellXfs></styleSheet>`)
	wb := mustRead(t, p)
	for at, want := range map[string]string{"A1": "12", "A4": "16", "B1": "2023-03-15", "B2": "1900-01-03", "C1": "4", "C4": "1900-01-07"} {
		if got := wb.at(t, at).Text; got != want {
			t.Errorf("%s: %q, not %q", at, got, want)
		}
	}
	if d := wb.Tables[0].Dated; len(d) != 1 || d[0] != 1 {
		t.Errorf("columns %v", d)
	}
}

// A raised mark of a note is read as one; other raised texts are texts.
func TestRaisedRuns(t *testing.T) {
	raised := func(before, mark string) string {
		return `<is><r><t xml:space="preserve">` + before + `</t></r><r><rPr><b/><vertAlign val="superscript"/></rPr><t xml:space="preserve">` + mark + `</t></r></is>`
	}
	for _, c := range []struct{ item, want string }{
		{raised("6", "1"), "6¹"}, {raised("Mindre sannolik", "2)"), "Mindre sannolik²⁾"}, {raised("R5", "*"), "R5*"}, {raised("Möjlig", "a"), "Möjligᵃ"},
		{raised("2", "nd"), "2nd"},
		{`<is><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r></is>`, "2"},
		{`<is><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r><r><t> Se Sannolik</t></r></is>`, "¹ Se Sannolik"},
	} {
		wb := mustRead(t, workbookOf(rowsOf(`<row r="1"><c r="A1" t="inlineStr">`+c.item+`</c></row>`)))
		if got := wb.at(t, "A1").Text; got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}
