package correction

import (
	"strings"

	"riskbok/exporters/correction/opc"
)

// styleGroups are the lists of a style sheet in their order (ECMA-376 part 1,
// 18.8.39). Those that marked cells refer to have the items that a workbook
// without styles has: the references to number 0, which a cell format makes
// where it makes none, must lead somewhere.
var styleGroups = []struct{ name, items string }{
	{"numFmts", ""},
	{"fonts", `<{p}font><{p}sz val="11"/><{p}name val="Calibri"/><{p}family val="2"/></{p}font>`},
	{"fills", `<{p}fill><{p}patternFill patternType="none"/></{p}fill><{p}fill><{p}patternFill patternType="gray125"/></{p}fill>`},
	{"borders", `<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>`},
	{"cellStyleXfs", `<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`},
	{"cellXfs", `<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`},
	{"cellStyles", ""}, {"dxfs", ""}, {"tableStyles", ""}, {"colors", ""}, {"extLst", ""},
}

// styleGroup is where a list of a style sheet stands, and how many items it has.
type styleGroup struct {
	open  opc.Tag
	end   int
	count int
}

// completed gives a style sheet with the lists that a cell format needs.
// Programs write "<styleSheet/>", or lists without items, where nothing is
// formatted. The error is [opc.ErrOverlap].
func completed(data []byte) ([]byte, error) {
	root, rootEnd, found := styleOutline(data)
	if root.End == 0 {
		return data, nil
	}
	at := root.End // where a missing list belongs
	var cuts []opc.Cut
	for _, g := range styleGroups {
		items := strings.ReplaceAll(g.items, "{p}", root.Prefix)
		have, exists := found[g.name]
		element := root.Prefix + g.name
		switch {
		case exists && have.count == 0 && items != "" && have.open.Empty:
			cuts = append(cuts, opc.Cut{At: opc.Span{Start: have.open.Start, End: have.open.End}, Text: opc.Opened(have.open.With("count", "")) + items + "</" + element + ">"})
		case exists && have.count == 0 && items != "":
			cuts = append(cuts, opc.Cut{At: opc.Span{Start: have.open.Start, End: have.open.End}, Text: have.open.With("count", "") + items})
		case !exists && items != "":
			cuts = append(cuts, opc.Cut{At: opc.Span{Start: at, End: at}, Text: "<" + element + ">" + items + "</" + element + ">"})
		}
		if exists {
			at = have.end
		}
	}
	if len(cuts) == 0 || !root.Empty {
		return opc.Splice(data, cuts)
	}
	var all strings.Builder
	for _, c := range cuts {
		all.WriteString(c.Text)
	}
	name := root.Prefix + root.Name
	whole := opc.Cut{At: opc.Span{Start: root.Start, End: rootEnd}, Text: opc.Opened(string(data[root.Start:root.End])) + all.String() + "</" + name + ">"}
	return opc.Splice(data, []opc.Cut{whole})
}

// styleOutline finds the lists of a style sheet.
func styleOutline(data []byte) (root opc.Tag, rootEnd int, found map[string]styleGroup) {
	found = map[string]styleGroup{}
	depth := 0
	var in styleGroup
	for t := range opc.Tags(data) {
		if t.Close {
			depth--
		}
		switch {
		case depth == 0 && !t.Close:
			root = t
		case depth == 1 && !t.Close:
			in = styleGroup{open: t, end: t.End}
			found[t.Name] = in
		case depth == 1:
			in.end = t.End
			found[t.Name] = in
		case depth == 2 && !t.Close:
			in.count++
		}
		if depth == 0 {
			rootEnd = t.End
		}
		if !t.Close && !t.Empty {
			depth++
		}
	}
	return root, rootEnd, found
}
