package controlplan

import "riskbok/exporters/workbook"

// defineNames names the parts of the definitions sheet that drop-downs and
// colours rest on: names work there in every version of Excel, references to
// other sheets do not.
func (b *builder) defineNames() {
	d := b.defs
	for _, n := range []struct {
		key  string
		rows rows
		col  int
	}{
		{"likelihood", d.likelihood, colLabel},
		{"consequence", d.consequence, colLabel},
		{"treatments", d.treatments, colText},
		{"lower", d.treatments, colNumber},
		{"upper", d.treatments, colUpper},
		{"reporting", d.reporting, colLabel},
		{"directions", d.directions, colLabel},
	} {
		if n.rows.count > 0 {
			b.book.Define(workbook.DefinedName{Name: b.name(n.key), RefersTo: d.area(n.rows, n.col, n.col)})
		}
	}
	b.nameFollowed()
}

// name is a defined name as the catalogue has it.
func (b *builder) name(key string) string { return b.cat.T("controlplan.name." + key) }
