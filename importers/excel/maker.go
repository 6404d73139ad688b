package excel

import (
	"maps"
	"regexp"
	"sync"

	"riskbok/rules/model"
)

// What riskbok writes into the properties of its workbooks. Exporters write the same
// literals. Other programs keep who began a workbook, if with prefixes of their own, and
// name themselves as the application.
var (
	madeBy      = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<(?:\w+:)?creator[^>]*>riskbok</`) })
	application = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`<(?:\w+:)?Application[^>]*>riskbok</`) })
)

// maker says who wrote a workbook. Its properties may lack or be damaged, which is no
// fault of what stands in its sheets.
func (p *pack) maker() model.Maker {
	seen, left := maps.Clone(p.seen), p.left
	defer func() { p.seen, p.left = seen, left }() // nothing of it is part of the sheets
	core, _ := p.read("docProps/core.xml")
	if !madeBy().Match(core) {
		return model.MakerUnknown
	}
	if app, _ := p.read("docProps/app.xml"); application().Match(app) {
		return model.MakerRiskbok
	}
	return model.MakerEdited
}
