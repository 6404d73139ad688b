package booktest

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// longestSheetName is Excel's limit of a sheet's name, in characters.
const longestSheetName = 31

var (
	sheetNameChars = regexp.MustCompile(`[\[\]:*?/\\]`)
	nameChars      = regexp.MustCompile(`^[\p{L}_\\][\p{L}\p{N}_.\\?]*$`)
	likeCell       = regexp.MustCompile(`^(?i:[A-Z]{1,3}[0-9]{1,7}|R[0-9]*C[0-9]*|[RC])$`)
)

// checkWorkbook holds sheets and names.
func (b *book) checkWorkbook() {
	root := b.parts[workbookPart]
	b.inOrder("the workbook", root, []string{"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
		"externalReferences", "definedNames", "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "extLst"})
	ids, lower := map[string]bool{}, map[string]bool{}
	visible := map[int]bool{}
	for i, s := range root.child("sheets").kids {
		name := s.attr["name"]
		if n := utf8.RuneCountInString(name); n == 0 || n > longestSheetName || sheetNameChars.MatchString(name) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
			b.fault("no name for a sheet: %q", name)
		}
		if lower[strings.ToLower(name)] || ids[s.attr["sheetId"]] {
			b.fault("the sheet %q or its id is there twice", name)
		}
		lower[strings.ToLower(name)], ids[s.attr["sheetId"]] = true, true
		visible[i] = s.attr["state"] == "" || s.attr["state"] == "visible"
		part := b.relations[workbookPart][s.attr["r:id"]]
		if b.parts[part] == nil {
			b.fault("the sheet %q has no part", name)
			continue
		}
		b.sheets = append(b.sheets, sheetPart{name, part, b.parts[part]})
	}
	for _, v := range root.child("bookViews").kids {
		if active, _ := strconv.Atoi(v.attr["activeTab"]); !visible[active] {
			b.fault("the active sheet, %d, is hidden or not there", active)
		}
	}
	b.checkNames(root.child("definedNames"))
	for _, part := range sortedNames(b.parts) {
		if t := b.parts[part]; t.name == "table" {
			b.checkTableName(t)
		}
	}
	for _, n := range root.child("definedNames").kids {
		b.checkFormula("the name "+n.attr["name"], n.text)
	}
	for _, part := range b.relations[workbookPart] {
		if n := b.parts[part]; n != nil && n.name == "sst" {
			b.shared = len(n.kids)
		}
	}
}

// checkNames holds that defined names are names, and there once each.
func (b *book) checkNames(defined *node) {
	b.names = map[string]bool{}
	local := map[string]bool{}
	for _, n := range defined.kids {
		name := n.attr["name"]
		key := strings.ToLower(name) + "\x00" + n.attr["localSheetId"]
		if local[key] {
			b.fault("the name %s is there twice", name)
		}
		local[key] = true
		if !strings.HasPrefix(name, "_xlnm.") && (!nameChars.MatchString(name) || likeCell.MatchString(name)) {
			b.fault("no name: %s", name)
		}
		b.names[strings.ToLower(name)] = true
	}
}

func (b *book) checkTableName(t *node) {
	name := t.attr["displayName"]
	if !nameChars.MatchString(name) || likeCell.MatchString(name) || b.names[strings.ToLower(name)] {
		b.fault("no name for a table, or one that is there twice: %s", name)
	}
	b.names[strings.ToLower(name)] = true
}

// checkStyles holds that counts are true and that formats refer to what is there.
func (b *book) checkStyles() {
	var root *node
	for _, part := range b.relations[workbookPart] {
		if n := b.parts[part]; n != nil && n.name == "styleSheet" {
			root = n
		}
	}
	if root == nil {
		b.fault("no styles")
		return
	}
	b.inOrder("the styles", root, []string{"numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"})
	size := map[string]int{}
	for _, list := range root.kids {
		size[list.name] = len(list.kids)
		if count := list.attr["count"]; count != "" && count != strconv.Itoa(len(list.kids)) && list.name != "tableStyles" {
			b.fault("styles: %s says %s and has %d", list.name, count, len(list.kids))
		}
	}
	b.styles, b.formats = size["cellXfs"], size["dxfs"]
	own := map[string]bool{}
	for _, f := range root.child("numFmts").kids {
		own[f.attr["numFmtId"]] = true
	}
	for _, list := range []string{"cellStyleXfs", "cellXfs"} {
		for i, x := range root.child(list).kids {
			for attr, of := range map[string]string{"fontId": "fonts", "fillId": "fills", "borderId": "borders", "xfId": "cellStyleXfs"} {
				if n, _ := strconv.Atoi(x.attr[attr]); n < 0 || n >= size[of] {
					b.fault("styles: %s %d refers to %s %d", list, i, of, n)
				}
			}
			// From 164 on a number format is the workbook's own (18.8.30).
			if n, _ := strconv.Atoi(x.attr["numFmtId"]); n >= 164 && !own[x.attr["numFmtId"]] {
				b.fault("styles: %s %d has no number format %d", list, i, n)
			}
		}
	}
	if size["fills"] < 2 {
		b.fault("styles: fewer than the two fills that Excel keeps for itself")
	}
}

// inOrder holds that the elements in another stand in an order, and that there
// are no others.
func (b *book) inOrder(what string, n *node, order []string) {
	at := map[string]int{}
	for i, name := range order {
		at[name] = i + 1
	}
	last, lastName := 0, ""
	for _, k := range n.kids {
		switch i := at[k.name]; {
		case i == 0:
			if k.name != "AlternateContent" && k.name != "revisionPtr" && k.name != "absPath" {
				b.fault("%s: no place for %s", what, k.name)
			}
		case i < last:
			b.fault("%s: %s after %s", what, k.name, lastName)
		default:
			last, lastName = i, k.name
		}
	}
}
