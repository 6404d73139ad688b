package excel

import (
	"path"
	"slices"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/rules/model"
)

// otherSheet says that a tab that should hold no table has cells with something in
// them: what Excel shows there is not read.
func (r *reader) otherSheet(sheet sheetEntry, part string) {
	if r.pack.seen[partName(part)] || !r.pack.has(part) {
		return // told of by the tab whose it is, or shows nothing
	}
	r.pack.scan(&r.scanner, part)
	if holdsCells(&r.scanner) {
		r.wb.Damage = append(r.wb.Damage, model.Damage{Code: "other-sheet", Args: map[string]string{"sheet": sheet.name, "part": part}, At: model.Source{Doc: r.doc}})
	}
}

// otherSheets are the kinds of tabs that hold no table (the last two are Excel
// 4's macro sheets). Any other kind is read, and is damage unless it is a
// worksheet.
var otherSheets = map[string]bool{
	"chartsheet": true, "dialogsheet": true, "xlMacrosheet": true, "xlIntlMacrosheet": true,
}

// otherPartBytes bounds the parts that are only checked for being well-formed:
// larger ones are caches of pivot tables and the like.
const otherPartBytes = 4 << 20

// sheetsWithoutTab reports worksheets in the package that no tab names, and
// that hold something: Excel shows them to nobody.
func (r *reader) sheetsWithoutTab(main string, rels []relation) {
	if slices.ContainsFunc(r.book.sheets, func(s sheetEntry) bool {
		return !slices.ContainsFunc(rels, func(rel relation) bool { return rel.id == s.rel })
	}) {
		return // the tab whose sheet this may be is told of
	}
	var parts []string
	for _, rel := range rels {
		if rel.kind == "worksheet" {
			parts = append(parts, partName(rel.target))
		}
	}
	folder := partName(path.Join(path.Dir(main), "worksheets")) + "/"
	for _, name := range r.pack.names {
		if rest, ok := strings.CutPrefix(name, folder); ok && strings.HasSuffix(name, ".xml") && !strings.Contains(rest, "/") {
			parts = append(parts, name)
		}
	}
	for _, name := range parts {
		if r.pack.seen[name] || !r.pack.has(name) {
			continue
		}
		r.pack.scan(&r.scanner, name)
		if holdsCells(&r.scanner) {
			r.wb.Damage = append(r.wb.Damage, model.Damage{Code: "sheet-without-tab", Args: map[string]string{"part": name}, At: model.Source{Doc: r.doc}})
		}
	}
}

// holdsCells reports whether a worksheet part has a cell with a value.
func holdsCells(s *xmlscan.Scanner) bool {
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k == xmlscan.Start && s.Depth() == 5 && (s.Is("v") || s.Is("is") || s.Is("f")) {
			return true
		}
	}
	return false
}

// otherParts checks the XML parts that nothing was read from.
func (r *reader) otherParts() {
	for _, name := range r.pack.names {
		f := r.pack.parts[name]
		if r.pack.seen[name] || !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
			continue
		}
		if f.UncompressedSize64 > otherPartBytes || int64(f.UncompressedSize64) > r.pack.left/2 {
			continue
		}
		r.pack.scan(&r.scanner, name)
		for r.scanner.Next() != xmlscan.Done {
			continue
		}
		if err := r.scanner.Err(); err != nil {
			r.partDamaged(name, err)
		}
	}
	for _, name := range r.pack.twice {
		r.wb.Damage = append(r.wb.Damage, model.Damage{Code: "part-twice", Args: map[string]string{"part": name}, At: model.Source{Doc: r.doc}})
	}
}

func (r *reader) partDamaged(part string, err error) {
	args := map[string]string{"part": part}
	if err != nil {
		args["detail"] = err.Error()
	}
	r.wb.Damage = append(r.wb.Damage, model.Damage{Code: "part-damaged", Args: args, At: model.Source{Doc: r.doc}})
}
