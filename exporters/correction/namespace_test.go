package correction

import (
	"encoding/xml"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"riskbok/rules"
)

// openpyxl declares the namespace of the relations on each sheet element and
// not on the workbook, so an added one needs its own.
func TestAddedSheetDeclaresItsNamespace(t *testing.T) {
	const declared = ` xmlns:r="` + opc.RelationSpace + `"`
	data := sheetXML(t, `<sheetData><row r="1"><c r="A1"><v>3</v></c></row></sheetData>`)
	before := booktest.Parts(t, data)["xl/workbook.xml"]
	book := strings.Replace(strings.Replace(before, declared, "", 1), "<sheet ", "<sheet"+declared+" ", 1)
	if strings.Count(before, declared) != 1 || strings.Index(book, declared) < strings.Index(book, "<sheets>") {
		t.Fatalf("the workbook declares the namespace elsewhere:\n%s", book)
	}
	for name, main := range map[string]string{"once": before, "on the sheet": book, "by another prefix": strings.NewReplacer("xmlns:r=", "xmlns:rel=", "r:id=", "rel:id=").Replace(book)} {
		_, p := applied(t, repack(t, data, "xl/workbook.xml", main), change{"Plan", "A1", rules.SetNumber, "3", "4", ""})
		if ids := relationIDs(t, p["xl/workbook.xml"]); len(ids) != 2 || ids[1] != "rIdRiskbok1" {
			t.Errorf("%s: relations of the sheets: %q in\n%s", name, ids, p["xl/workbook.xml"])
		}
	}
}

// relationIDs gives the relation of every sheet that a reader which knows
// namespaces finds.
func relationIDs(t *testing.T, workbook string) []string {
	t.Helper()
	var book struct {
		Sheets []struct {
			ID string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
		} `xml:"sheets>sheet"`
	}
	must(t, xml.Unmarshal([]byte(workbook), &book))
	var ids []string
	for _, s := range book.Sheets {
		ids = append(ids, s.ID)
	}
	return ids
}
