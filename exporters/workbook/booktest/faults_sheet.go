package booktest

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
)

// sheetOrder is the order of a sheet's elements (ISO/IEC 29500-1, 18.3.1.99).
var sheetOrder = []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
	"scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations",
	"hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors",
	"smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"}

// Excel's limits ("Excel specifications and limits").
const (
	longestText    = 32767 // characters of a cell, as UTF-16 counts them
	longestFormula = 8192
	highestRow     = 409.5 // points
	widestColumn   = 255
	longestPrompt  = 255
	longestTitle   = 32
)

// area is a rectangle of cells, from 1.
type area struct{ left, top, right, bottom int }

func (a area) meets(o area) bool {
	return a.left <= o.right && o.left <= a.right && a.top <= o.bottom && o.top <= a.bottom
}

// areaOf reads "A1:B2" or "A1"; ok is false for what is no area.
func areaOf(ref string) (a area, ok bool) {
	from, to, two := strings.Cut(strings.ReplaceAll(ref, "$", ""), ":")
	if !two {
		to = from
	}
	var err1, err2 error
	a.left, a.top, err1 = excelize.CellNameToCoordinates(from)
	a.right, a.bottom, err2 = excelize.CellNameToCoordinates(to)
	return a, err1 == nil && err2 == nil && a.left <= a.right && a.top <= a.bottom
}

func (b *book) checkSheet(s *sheetPart) {
	what := "the sheet " + s.name
	b.inOrder(what, s.root, sheetOrder)
	b.checkColumns(what, s.root.child("cols"))
	texts := b.checkCells(what, s.root.child("sheetData"))
	merged := b.checkMerged(what, s.root.child("mergeCells"))
	for _, v := range s.root.child("dataValidations").kids {
		b.checkValidation(what, v)
	}
	for _, f := range s.root.all("cfRule") {
		b.checkCondition(what, f)
	}
	for _, name := range []string{"drawing", "legacyDrawing", "legacyDrawingHF", "picture", "tablePart", "hyperlink", "pageSetup"} {
		for _, n := range s.root.all(name) {
			if id := n.attr["r:id"]; id != "" {
				if _, ok := b.relations[s.part][id]; !ok {
					b.fault("%s: %s has no relation %s", what, name, id)
				}
			}
		}
	}
	for _, n := range s.root.all("tablePart") {
		if t := b.parts[b.relations[s.part][n.attr["r:id"]]]; t != nil {
			b.checkTable(what, t, merged, texts)
		}
	}
}

// checkMerged holds that merged areas do not meet, and gives them.
func (b *book) checkMerged(what string, cells *node) []area {
	var merged []area
	for _, m := range cells.kids {
		a, ok := areaOf(m.attr["ref"])
		if !ok || a.left == a.right && a.top == a.bottom {
			b.fault("%s: no area to merge: %s", what, m.attr["ref"])
		}
		for _, o := range merged {
			if a.meets(o) {
				b.fault("%s: merged areas meet at %s", what, m.attr["ref"])
			}
		}
		merged = append(merged, a)
	}
	if count := cells.attr["count"]; count != "" && count != strconv.Itoa(len(merged)) {
		b.fault("%s: says %s merged areas and has %d", what, count, len(merged))
	}
	return merged
}

// checkCondition holds that a conditional format has its style and sound formulas.
func (b *book) checkCondition(what string, f *node) {
	if id := f.attr["dxfId"]; id != "" {
		if n, err := strconv.Atoi(id); err != nil || n >= b.formats {
			b.fault("%s: a conditional format has no style %s", what, id)
		}
	}
	for _, k := range f.kids {
		if k.name == "formula" {
			b.checkFormula(what+", a conditional format", k.text)
		}
	}
}

func (b *book) checkColumns(what string, cols *node) {
	last := 0
	for _, c := range cols.kids {
		from, _ := strconv.Atoi(c.attr["min"])
		to, _ := strconv.Atoi(c.attr["max"])
		if from <= last || to < from {
			b.fault("%s: column %d after %d", what, from, last)
		}
		if w, _ := strconv.ParseFloat(c.attr["width"], 64); w > widestColumn {
			b.fault("%s: column %d is %g wide", what, from, w)
		}
		last = to
	}
}

var spaced = regexp.MustCompile(`^\s|\s$`)

// checkCells holds rows and cells and gives the texts that stand in them.
func (b *book) checkCells(what string, data *node) map[string]string {
	texts := map[string]string{}
	lastRow := 0
	for _, row := range data.kids {
		r, _ := strconv.Atoi(row.attr["r"])
		if r <= lastRow {
			b.fault("%s: row %d after %d", what, r, lastRow)
		}
		lastRow = r
		if h, _ := strconv.ParseFloat(row.attr["ht"], 64); h > highestRow {
			b.fault("%s: row %d is %g high", what, r, h)
		}
		lastColumn := 0
		for _, c := range row.kids {
			at := c.attr["r"]
			x, y, err := excelize.CellNameToCoordinates(at)
			if err != nil || y != r || x <= lastColumn {
				b.fault("%s: the cell %s in row %d after column %d", what, at, r, lastColumn)
			}
			lastColumn = x
			b.checkCell(what+", "+at, c)
			if is := c.child("is"); len(is.kids) > 0 {
				texts[at] = is.kids[0].text
			}
		}
	}
	return texts
}

func (b *book) checkCell(what string, c *node) {
	if n, _ := strconv.Atoi(c.attr["s"]); n < 0 || b.styles > 0 && n >= b.styles {
		b.fault("%s: no style %d", what, n)
	}
	value := c.child("v")
	switch c.attr["t"] {
	case "", "n":
		if _, err := strconv.ParseFloat(value.text, 64); value.text != "" && err != nil {
			b.fault("%s: %q is no number", what, value.text)
		}
	case "s":
		if n, err := strconv.Atoi(value.text); err != nil || n >= b.shared {
			b.fault("%s: no text %s", what, value.text)
		}
	case "str":
		if value.name == "" {
			b.fault("%s: a formula that gives a text has no result", what)
		}
	case "inlineStr":
		for _, t := range c.all("t") {
			if len(utf16.Encode([]rune(t.text))) > longestText {
				b.fault("%s: the text is too long", what)
			}
			if spaced.MatchString(t.text) && t.attr["space"] != "preserve" {
				b.fault("%s: spaces at the end of %q are lost", what, t.text)
			}
		}
	case "b", "e", "d":
	default:
		b.fault("%s: no type %q", what, c.attr["t"])
	}
	if f := c.child("f"); f.name != "" && f.text != "" {
		b.checkFormula(what, f.text)
	}
}

func (b *book) checkValidation(what string, v *node) {
	for _, ref := range strings.Fields(v.attr["sqref"]) {
		if _, ok := areaOf(ref); !ok {
			b.fault("%s: no area to validate: %s", what, ref)
		}
	}
	for attr, most := range map[string]int{"promptTitle": longestTitle, "errorTitle": longestTitle, "prompt": longestPrompt, "error": longestPrompt} {
		if n := len(utf16.Encode([]rune(v.attr[attr]))); n > most {
			b.fault("%s: the %s of a validation has %d characters", what, attr, n)
		}
	}
	for _, k := range v.kids {
		if n := len(utf16.Encode([]rune(k.text))); n > longestPrompt && strings.HasPrefix(k.text, `"`) {
			b.fault("%s: a list of choices has %d characters", what, n)
		}
		if !strings.HasPrefix(k.text, `"`) {
			b.checkFormula(what+", a validation", k.text)
		}
	}
}

// checkTable holds that a table lies free and has the headings that its columns
// name.
func (b *book) checkTable(what string, t *node, merged []area, texts map[string]string) {
	name := t.attr["displayName"]
	a, ok := areaOf(t.attr["ref"])
	if !ok || a.top == a.bottom {
		b.fault("%s: the table %s has no area: %s", what, name, t.attr["ref"])
		return
	}
	for _, m := range merged {
		if a.meets(m) {
			b.fault("%s: the table %s has merged cells", what, name)
		}
	}
	columns := t.child("tableColumns").kids
	if len(columns) != a.right-a.left+1 {
		b.fault("%s: the table %s has %d columns in %s", what, name, len(columns), t.attr["ref"])
	}
	seen := map[string]bool{}
	for i, c := range columns {
		heading := c.attr["name"]
		if key := strings.ToLower(heading); seen[key] || key == "" {
			b.fault("%s: the table %s has the heading %q twice", what, name, heading)
		} else {
			seen[key] = true
		}
		at, _ := excelize.CoordinatesToCellName(a.left+i, a.top)
		if text, ok := texts[at]; ok && strings.ReplaceAll(heading, "_x000a_", "\n") != text {
			b.fault("%s: the table %s names %q what stands as %q in %s", what, name, heading, text, at)
		}
	}
}
