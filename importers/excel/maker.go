package excel

import (
	"bytes"

	"riskbok/rules/model"
)

// What riskbok writes into the properties of its workbooks. Exporters write the same
// literals. Other programs keep who began a workbook and name themselves as the
// application.
var (
	madeBy      = []byte("<dc:creator>riskbok</dc:creator>")
	application = []byte("<Application>riskbok</Application>")
)

// maker says who wrote a workbook. Its properties may lack or be damaged, which is no
// fault of what stands in its sheets.
func (p *pack) maker() model.Maker {
	core, _ := p.read("docProps/core.xml")
	if !bytes.Contains(core, madeBy) {
		return model.MakerUnknown
	}
	if app, _ := p.read("docProps/app.xml"); bytes.Contains(app, application) {
		return model.MakerRiskbok
	}
	return model.MakerEdited
}
