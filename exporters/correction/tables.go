package correction

import (
	"strconv"
	"strings"

	"riskbok/exporters/correction/opc"
	"riskbok/rules/model/formula"
)

// findTables reads where the workbook's Excel tables lie.
func (fs *formulas) findTables() error {
	if fs.tables != nil {
		return nil
	}
	fs.tables, fs.columns = map[string]area{}, map[string][]string{}
	for i := range fs.w.sheets {
		if fs.w.sheets[i].data == nil {
			continue
		}
		related, err := fs.w.Relations(fs.w.sheets[i].part)
		if err != nil {
			return err
		}
		for _, r := range related {
			if r.Kind != "table" || !fs.w.Has(r.Target) {
				continue
			}
			data, err := fs.w.Read(r.Target)
			if err != nil {
				return err
			}
			if list, columns, ok := readList(data, i); ok {
				fs.columns[strings.ToUpper(list.Name)] = columns
				list.Sheet = fs.w.sheets[i].name
				fs.lists = append(fs.lists, list)
				fs.tables[strings.ToUpper(list.Name)] = area{i, list.Left, list.Top, list.Right, list.Bottom}
			}
		}
	}
	return nil
}

// columnFormula gives the formula that an Excel table states for the column of a
// cell, "" where it states none or one that differs from row to row by more than
// structured references do.
func (fs *formulas) columnFormula(key cellKey) string {
	p := key.position()
	for _, l := range fs.lists {
		a := fs.tables[strings.ToUpper(l.Name)]
		if !a.has(key.sheet(), p) || p.row < a.r1+l.Headings || p.row > a.r2-l.Totals {
			continue
		}
		text := fs.columns[strings.ToUpper(l.Name)][p.col-a.c1]
		for _, r := range formula.Parse(text).Reads().Ranges {
			if r.Relative {
				return ""
			}
		}
		return text
	}
	return ""
}

// readList reads a table part, with the formulas of its columns.
func readList(data []byte, sheet int) (list formula.Table, columns []string, ok bool) {
	from := -1
	for t := range opc.Tags(data) {
		switch {
		case t.Name == "calculatedColumnFormula" && !t.Close && !t.Empty && t.Attr("array") == "" && len(columns) > 0:
			from = t.End
		case t.Name == "calculatedColumnFormula" && t.Close && from >= 0:
			columns[len(columns)-1], from = decode(plainText(data[from:t.Start])), -1
		case t.Close:
		case t.Name == "table":
			a, whole := parseArea(t.Attr("ref"), sheet)
			list = formula.Table{Name: t.Attr("displayName"), Top: a.r1, Left: a.c1, Bottom: a.r2, Right: a.c2, Headings: 1}
			ok = whole
			if n, err := strconv.Atoi(t.Attr("headerRowCount")); err == nil && n >= 0 {
				list.Headings = n
			}
			if n, err := strconv.Atoi(t.Attr("totalsRowCount")); err == nil && n >= 0 {
				list.Totals = n
			}
		case t.Name == "tableColumn":
			list.Columns = append(list.Columns, decode(t.Attr("name")))
			columns = append(columns, "")
		}
	}
	return list, columns, ok && len(columns) == list.Right-list.Left+1
}
