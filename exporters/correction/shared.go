package correction

import (
	"strconv"

	"riskbok/exporters/correction/opc"
	"riskbok/rules/model/formula"
)

// readTag reads how a formula is written (ECMA-376 part 1, 18.3.1.40).
func (n *node) readTag(t opc.Tag, sheet int) {
	n.cover, _ = parseArea(t.Attr("ref"), sheet)
	switch t.Attr("t") {
	case "shared":
		if si, err := strconv.Atoi(t.Attr("si")); err == nil {
			n.shared = si
		}
	case "array":
		n.array = true
	case "dataTable":
		n.opaque, n.table = true, readDataTable(t, n.cover)
	}
}

// master is the cell that holds the text of a shared formula.
type master struct {
	at   position
	text formula.Formula
}

// sharing are the shared formulas of a sheet.
type sharing map[int]master

// take makes the cell that names its area the master of its group, or the
// first one that has a text. What the other cells of the group repeat does not
// count, as in LibreOffice: it is left out.
func (s sharing) take(n *node, hasRef bool) {
	if n.shared < 0 || n.text == "" {
		return
	}
	if _, known := s[n.shared]; !known {
		s[n.shared] = master{n.cell.at, formula.Parse(n.text)}
		n.master = true
	} else if !hasRef {
		n.text = ""
	}
}

// text gives the text of a shared formula as a cell of its group reads it, ""
// where no cell of the group has one.
func (s sharing) text(n *node) string {
	m, ok := s[n.shared]
	if !ok {
		return ""
	}
	return m.text.Shift(n.cell.at.row-m.at.row, n.cell.at.col-m.at.col)
}
