package excel

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// drawnOver gives a workbook with a drawing over its only sheet.
func drawnOver(body string) parts {
	p := workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`) + `<drawing ` + nsRel + ` r:id="rId4"/>`)
	p["xl/worksheets/_rels/sheet1.xml.rels"] = relsOf(`<Relationship Id="rId4" Type="` + relURI + `drawing" Target="../drawings/drawing1.xml"/>`)
	p["xl/drawings/drawing1.xml"] = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">` + body + `</xdr:wsDr>`
	return p
}

// anchored puts shapes at a cell, counted from 0.
func anchored(row, col int, shapes ...string) string {
	return fmt.Sprintf(`<xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:colOff>5</xdr:colOff><xdr:row>%d</xdr:row><xdr:rowOff>7</xdr:rowOff></xdr:from>`+
		`<xdr:to><xdr:col>90</xdr:col><xdr:row>90</xdr:row></xdr:to>%s<xdr:clientData/></xdr:twoCellAnchor>`, col, row, strings.Join(shapes, ""))
}

// shaped is a shape with these paragraphs as XML.
func shaped(paragraphs ...string) string {
	return `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/>` +
		`<xdr:txBody><a:bodyPr/><a:lstStyle/><a:p>` + strings.Join(paragraphs, "</a:p><a:p>") + `</a:p></xdr:txBody></xdr:sp>`
}

func said(text string) string { return `<a:r><a:rPr lang="sv-SE"/><a:t>` + text + `</a:t></a:r>` }

// shown writes boxes as "cell: line / line".
func shown(boxes []grid.Box) string {
	var out []string
	for _, b := range boxes {
		out = append(out, b.At.Cell()+": "+strings.Join(b.Lines, " / "))
	}
	return strings.Join(out, " | ")
}

func TestBoxes(t *testing.T) {
	grouped := func(props string, shapes ...string) string {
		return `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="9" name="Grupp"` + props + `/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr/>` + strings.Join(shapes, "") + `</xdr:grpSp>`
	}
	numbered := func(kind, text string) string {
		return `<a:pPr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="` + kind + `"/></a:pPr>` + said(text)
	}
	for _, c := range []struct{ name, drawing, want string }{
		{"none", "", ""},
		{"one", anchored(2, 1, shaped(said("Riskanalys 2026"))), "B3: Riskanalys 2026"},
		{"in order of the sheet", anchored(9, 0, shaped(said("b"))) + anchored(0, 4, shaped(said("a"))), "E1: a | A10: b"},
		{"runs", anchored(0, 0, shaped(said("Risk")+said("analys ")+said("2026"))), "A1: Riskanalys 2026"},
		{"paragraphs and breaks", anchored(0, 0, shaped(said("a")+"<a:br/>"+said("b"), said("c"))), "A1: a / b / c"},
		{"blank lines", anchored(0, 0, shaped("", said(" "), said("a"), "", "", said("b"), "")), "A1: a /  / b"},
		{"only blank", anchored(0, 0, shaped("", said(" "))), ""},
		{"struck out", anchored(0, 0, shaped(`<a:r><a:rPr strike="sngStrike"/><a:t>2025</a:t></a:r>`+said("2026")+`<a:r><a:rPr strike="noStrike"/><a:t>!</a:t></a:r>`)), "A1: 2026!"},
		{"a field", anchored(0, 0, shaped(said("Blad ")+`<a:fld id="{1}" type="slidenum"><a:rPr/><a:t>7</a:t></a:fld>`)), "A1: Blad"},
		{"the text of a cell", anchored(0, 0, strings.Replace(shaped(said("Plan 2025")), `textlink=""`, `textlink="Blad1!$A$1"`, 1)), ""},
		{"hidden", anchored(0, 0, strings.Replace(shaped(said("Plan 2025")), `name="TextBox 1"`, `name="TextBox 1" hidden="1"`, 1)), ""},
		{"groups", anchored(3, 3, grouped("", shaped(said("a")), grouped("", shaped(said("b"))))), "D4: a | D4: b"},
		{"a hidden group", anchored(3, 3, grouped(` hidden="1"`, shaped(said("a")), grouped("", shaped(said("b"))))), ""},
		{"of several forms the first", anchored(0, 0, `<mc:AlternateContent><mc:Choice Requires="a14">`+shaped(said("a"))+`</mc:Choice><mc:Fallback>`+shaped(said("b"))+`</mc:Fallback></mc:AlternateContent>`), "A1: a"},
		{"an anchor in several forms", `<mc:AlternateContent><mc:Choice Requires="a14">` + anchored(4, 1, shaped(said("a"))) + `</mc:Choice><mc:Fallback/></mc:AlternateContent>`, "B5: a"},
		{"a chart that is not shown", anchored(0, 0, `<mc:AlternateContent><mc:Choice Requires="cx1"><xdr:graphicFrame><a:t>x</a:t></xdr:graphicFrame></mc:Choice><mc:Fallback>`+shaped(said("Diagrammet visas inte"))+`</mc:Fallback></mc:AlternateContent>`), ""},
		{"charts and pictures", anchored(0, 0, `<xdr:graphicFrame><a:graphic><a:p>`+said("x")+`</a:p></a:graphic></xdr:graphicFrame><xdr:pic><xdr:txBody><a:p>`+said("y")+`</a:p></xdr:txBody></xdr:pic>`), ""},
		{"numbers that the program writes", anchored(0, 0, shaped(said("Sannolikhet"), numbered("arabicPeriod", "Sällan"), numbered("arabicPeriod", "Ofta"), said("Konsekvens"), numbered("arabicParenR", "Liten"), "", numbered("arabicParenR", "Stor"), numbered("alphaLcPeriod", "Annat"))),
			"A1: Sannolikhet / 1. Sällan / 2. Ofta / Konsekvens / 1) Liten /  / 2) Stor / Annat"},
		{"one cell", `<xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>6</xdr:row></xdr:from>` + shaped(said("a")) + `</xdr:oneCellAnchor>`, "C7: a"},
		{"no cell", `<xdr:absoluteAnchor><xdr:pos x="1" y="1"/>` + shaped(said("a")) + `</xdr:absoluteAnchor>`, "A1: a"},
		{"a cell that no sheet has", `<xdr:oneCellAnchor><xdr:from><xdr:col>99999</xdr:col><xdr:row>-4</xdr:row></xdr:from>` + shaped(said("a")) + `</xdr:oneCellAnchor>`, "A1: a"},
	} {
		wb := sound(t, mustRead(t, drawnOver(c.drawing)))
		if got := shown(wb.Tables[0].Boxes); got != c.want {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}

// Damage within a drawing is told, and what stood before it is kept; so is a limit.
func TestDamagedBoxes(t *testing.T) {
	p := drawnOver(anchored(0, 0, shaped(said("a"))))
	p["xl/drawings/drawing1.xml"] = strings.Replace(p["xl/drawings/drawing1.xml"], "</xdr:wsDr>", "<xdr:sp>", 1)
	wb := mustRead(t, p)
	if shown(wb.Tables[0].Boxes) != "A1: a" || len(wb.Damage) != 1 || wb.Damage[0].Code != "part-damaged" || wb.Damage[0].Args["part"] != "xl/drawings/drawing1.xml" {
		t.Errorf("%s, %v", shown(wb.Tables[0].Boxes), wb.Damage)
	}
	full := drawnOver(strings.Repeat(anchored(0, 0, shaped(said("a"), said("b"))), 50))
	wb, err := Sheets(context.Background(), model.File{Data: full.zipped(t)}, source.Options{Limits: source.Limits{Cells: 40}})
	if err != nil || len(wb.Tables[0].Boxes) == 0 || len(wb.Tables[0].Boxes) == 50 || len(wb.Damage) != 1 || wb.Damage[0].Code != "limit" {
		t.Errorf("%d boxes, %v, %v", len(wb.Tables[0].Boxes), wb.Damage, err)
	}
}

func TestEdges(t *testing.T) {
	for _, c := range []struct{ codes, want string }{
		{"", ""},
		{"&amp;P", ""},
		{"&amp;L&amp;D &amp;T&amp;C&amp;A&amp;R&amp;P(&amp;N)", ""},
		{`&amp;L&amp;"Arial,Fet"&amp;14Riskanalys 2026&amp;C&amp;KFF0000Hamnnämnden&amp;R&amp;8Beslutad 2025-12-03`, "Riskanalys 2026 | Hamnnämnden | Beslutad 2025-12-03"},
		{"&amp;CPlan&#10;Hamn &amp;&amp; torg&amp;K01+000 &amp;Bnu", "Plan | Hamn & torg nu"},
		{"&amp;CPlan&amp;P+1&amp;LPlan", "Plan"},
		{"&amp;", ""},
		{`&amp;"Arial`, ""},
		{"&amp;K0", ""},
	} {
		wb := sound(t, mustRead(t, workbookOf(rowsOf("")+`<headerFooter><oddHeader>`+c.codes+`</oddHeader><evenHeader>&amp;LUdda</evenHeader><firstFooter>Först</firstFooter></headerFooter>`)))
		var got []string
		for _, e := range wb.Tables[0].Edges {
			got = append(got, e.Text)
			if e.At.Cell() != "" || e.At.IsZero() {
				t.Errorf("a header at %v", e.At)
			}
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%q: %q, not %q", c.codes, got, c.want)
		}
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf("")+`<headerFooter differentFirst="1" differentOddEven="1"><oddHeader>a</oddHeader><evenHeader>b</evenHeader><firstFooter>c</firstFooter><oddFooter>a</oddFooter></headerFooter>`)))
	if n := len(wb.Tables[0].Edges); n != 3 {
		t.Errorf("%d lines, not 3", n)
	}
	wb = mustRead(t, workbookOf(rowsOf("")+`<headerFooter><oddHeader>a<sheetData/></oddHeader></headerFooter>`))
	if len(wb.Damage) != 1 || wb.Damage[0].Code != "sheet-damaged" {
		t.Errorf("rows in a header: %v", wb.Damage)
	}
}
