package excel

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"sort"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

const (
	nsMain = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	nsRel  = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relURI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// parts are a package's files by name.
type parts map[string]string

// zipped packs the parts, [Content_Types].xml first.
func (p parts) zipped(t testing.TB) []byte {
	t.Helper()
	names := make([]string, 0, len(p))
	for name := range p {
		names = append(names, name)
	}
	sort.Strings(names)
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, name := range names {
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(p[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// with gives a copy with one part replaced, or left out where text is "".
func (p parts) with(name, text string) parts {
	out := parts{}
	for k, v := range p {
		out[k] = v
	}
	if text == "" {
		delete(out, name)
	} else {
		out[name] = text
	}
	return out
}

// workbookOf makes the parts of a workbook whose sheets Blad1, Blad2 … have
// these contents of <worksheet>.
func workbookOf(sheets ...string) parts {
	var tabs, rels, types strings.Builder
	p := parts{}
	for i, body := range sheets {
		n := i + 1
		fmt.Fprintf(&tabs, `<sheet name="Blad%d" sheetId="%d" r:id="rId%d"/>`, n, n, n)
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%sworksheet" Target="worksheets/sheet%d.xml"/>`, n, relURI, n)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, n)
		p[fmt.Sprintf("xl/worksheets/sheet%d.xml", n)] = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
			"\n<worksheet " + nsMain + ">" + body + "</worksheet>"
	}
	rels.WriteString(`<Relationship Id="rIdS" Type="` + relURI + `sharedStrings" Target="sharedStrings.xml"/>`)
	rels.WriteString(`<Relationship Id="rIdT" Type="` + relURI + `styles" Target="/xl/styles.xml"/>`)
	p["[Content_Types].xml"] = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
		types.String() + `</Types>`
	p["_rels/.rels"] = relsOf(`<Relationship Id="rId1" Type="` + relURI + `officeDocument" Target="xl/workbook.xml"/>`)
	p["xl/_rels/workbook.xml.rels"] = relsOf(rels.String())
	p["xl/workbook.xml"] = "<workbook " + nsMain + " " + nsRel + "><sheets>" + tabs.String() + "</sheets></workbook>"
	p["xl/sharedStrings.xml"] = "<sst " + nsMain + "><si><t>Möjlig</t></si><si><t>Allvarlig</t></si></sst>"
	p["xl/styles.xml"] = "<styleSheet " + nsMain + `><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
	return p
}

func relsOf(body string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + body + `</Relationships>`
}

// rowsOf wraps rows in <sheetData>.
func rowsOf(rows string) string { return "<sheetData>" + rows + "</sheetData>" }

func read(t testing.TB, data []byte) (*Workbook, error) {
	t.Helper()
	return Sheets(context.Background(), model.File{ID: 7, Name: "plan.xlsx", Data: data}, source.Options{})
}

func mustRead(t testing.TB, p parts) *Workbook {
	t.Helper()
	wb, err := read(t, p.zipped(t))
	if err != nil {
		t.Fatal(err)
	}
	return wb
}

// sound fails the test where a workbook has damage.
func sound(t testing.TB, wb *Workbook) *Workbook {
	t.Helper()
	if len(wb.Damage) > 0 {
		t.Fatalf("damage: %v", wb.Damage)
	}
	return wb
}

// at gives a cell by its reference in the first table.
func (wb *Workbook) at(t testing.TB, ref string) *grid.Cell {
	t.Helper()
	for _, row := range wb.Tables[0].Rows {
		for i := range row {
			if row[i].At.Cell() == ref {
				return &row[i]
			}
		}
	}
	return &grid.Cell{}
}

// codes gives the damage as "code@cell" or "code", sorted.
func (wb *Workbook) codes() string {
	var out []string
	for _, d := range wb.Damage {
		c := d.Code
		if d.At.Cell() != "" {
			c += "@" + d.At.Cell()
		}
		out = append(out, c)
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

// filled counts the cells that say something.
func (wb *Workbook) filled() int {
	n := len(wb.Beneath)
	for _, t := range wb.Tables {
		for _, row := range t.Rows {
			for i := range row {
				if row[i].Text != "" || row[i].Formula != "" {
					n++
				}
			}
		}
	}
	return n
}
