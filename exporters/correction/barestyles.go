package correction

import "strings"

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
	open  tag
	end   int
	count int
}

// completed gives a style sheet with the lists that a cell format needs.
// Programs write "<styleSheet/>", or lists without items, where nothing is
// formatted.
func completed(data []byte) []byte {
	root, rootEnd, found := styleOutline(data)
	if root.end == 0 {
		return data
	}
	at := root.end // where a missing list belongs
	var cuts []cut
	for _, g := range styleGroups {
		items := strings.ReplaceAll(g.items, "{p}", root.prefix)
		have, exists := found[g.name]
		element := root.prefix + g.name
		switch {
		case exists && have.count == 0 && items != "" && have.open.empty:
			cuts = append(cuts, cut{span{have.open.start, have.open.end}, opened(have.open.with("count", "")) + items + "</" + element + ">"})
		case exists && have.count == 0 && items != "":
			cuts = append(cuts, cut{span{have.open.start, have.open.end}, have.open.with("count", "") + items})
		case !exists && items != "":
			cuts = append(cuts, cut{span{at, at}, "<" + element + ">" + items + "</" + element + ">"})
		}
		if exists {
			at = have.end
		}
	}
	if len(cuts) == 0 || !root.empty {
		return splice(data, cuts)
	}
	var all strings.Builder
	for _, c := range cuts {
		all.WriteString(c.text)
	}
	name := root.prefix + root.name
	whole := cut{span{root.start, rootEnd}, opened(string(data[root.start:root.end])) + all.String() + "</" + name + ">"}
	return splice(data, []cut{whole})
}

// styleOutline finds the lists of a style sheet.
func styleOutline(data []byte) (root tag, rootEnd int, found map[string]styleGroup) {
	found = map[string]styleGroup{}
	depth := 0
	var in styleGroup
	for t := range tags(data) {
		if t.close {
			depth--
		}
		switch {
		case depth == 0 && !t.close:
			root = t
		case depth == 1 && !t.close:
			in = styleGroup{open: t, end: t.end}
			found[t.name] = in
		case depth == 1:
			in.end = t.end
			found[t.name] = in
		case depth == 2 && !t.close:
			in.count++
		}
		if depth == 0 {
			rootEnd = t.end
		}
		if !t.close && !t.empty {
			depth++
		}
	}
	return root, rootEnd, found
}
