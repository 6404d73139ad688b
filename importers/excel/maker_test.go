package excel

import (
	"testing"

	"riskbok/rules/model"
)

// TestMaker: a workbook that riskbok wrote is known, also after another program has
// saved it with prefixes of its own, and properties that are damaged are no fault.
func TestMaker(t *testing.T) {
	const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`
	own, excel := `<Properties><Application>riskbok</Application></Properties>`, `<Properties><Application>Microsoft Excel</Application></Properties>`
	for _, tc := range []struct {
		name, core, app string
		want            model.Maker
	}{
		{"as written", core + `<dc:creator>riskbok</dc:creator></cp:coreProperties>`, own, model.MakerRiskbok},
		{"saved by Excel", core + `<dc:creator>riskbok</dc:creator><cp:lastModifiedBy>Anna</cp:lastModifiedBy></cp:coreProperties>`, excel, model.MakerEdited},
		{"saved with another prefix", `<coreProperties><creator xmlns="http://purl.org/dc/elements/1.1/">riskbok</creator></coreProperties>`, excel, model.MakerEdited},
		{"somebody's own", core + `<dc:creator>Anna</dc:creator></cp:coreProperties>`, excel, model.MakerUnknown},
		{"cut short", core + `<dc:creator>riskb`, own, model.MakerUnknown},
		{"without properties", "", "", model.MakerUnknown},
	} {
		wb := mustRead(t, workbookOf(rowsOf("")).with("docProps/core.xml", tc.core).with("docProps/app.xml", tc.app))
		if wb.Maker != tc.want {
			t.Errorf("%s: made by %q, want %q", tc.name, wb.Maker, tc.want)
		}
	}
}
