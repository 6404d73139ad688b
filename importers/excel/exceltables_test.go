package excel

import (
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Structured references are computed where no result is stored, and give what
// is fresh where one is.
func TestStructuredReferences(t *testing.T) {
	row := func(n, f string) string {
		return `<row r="` + n + `"><c r="A` + n + `"><v>3</v></c><c r="B` + n + `"><v>` + n + `</v></c><c r="C` + n + `"><f>` + f + `</f></c></row>`
	}
	p := workbookOf(rowsOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>S</t></is></c><c r="B1" t="inlineStr"><is><t>K</t></is></c><c r="C1" t="inlineStr"><is><t>Värde</t></is></c></row>` +
		row("2", "Risker[[#This Row],[S]]*Risker[[#This Row],[K]]") + row("3", "[@S]*[@K]") + row("4", "SUM(Risker[K])") + row("5", "Annan[K]") +
		`<row r="6"><c r="A6"><v>2</v></c><c r="B6"><v>2</v></c><c r="C6"><f>Risker[[#This Row],[S]]+Risker[[#This Row],[K]]</f><v>5</v></c></row>`))
	p["xl/worksheets/_rels/sheet1.xml.rels"] = relsOf(`<Relationship Id="rId1" Type="` + relURI + `table" Target="../tables/table1.xml"/>`)
	p["xl/tables/table1.xml"] = `<table ` + nsMain + ` displayName="Risker" ref="A1:C6"><tableColumns count="3"><tableColumn id="1" name="S"/><tableColumn id="2" name="K"/><tableColumn id="3" name="Värde"/></tableColumns></table>`
	wb := sound(t, mustRead(t, p))
	if got := wb.Tables[0].Areas; len(got) != 1 || got[0].Top != 0 || got[0].Bottom != 5 || got[0].Right != 2 || got[0].HeadRows != 1 {
		t.Errorf("areas: %+v", got)
	}
	for ref, want := range map[string]string{"C2": "6", "C3": "9", "C4": "16"} {
		if c := wb.at(t, ref); c.Kind != grid.Number || c.Text != want || c.Uncalculated {
			t.Errorf("%s is %q, not %s", ref, c.Text, want)
		}
	}
	if c := wb.at(t, "C5"); !c.Uncalculated {
		t.Errorf("an unknown table: %+v", c)
	}
	if got, ok := wb.Fresh(model.Source{Row: 6, Col: 3}); !ok || got != "4" {
		t.Errorf("fresh: %q %v", got, ok)
	}
}
