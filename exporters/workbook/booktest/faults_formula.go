package booktest

import (
	"regexp"
	"slices"
	"strings"
)

// seriesOrder is the order of the elements of a series by the kind of its chart
// (ISO/IEC 29500-1, 21.2.2).
var seriesOrder = map[string][]string{
	"barChart":  {"idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "shape", "extLst"},
	"pieChart":  {"idx", "order", "tx", "spPr", "explosion", "dPt", "dLbls", "cat", "val", "extLst"},
	"lineChart": {"idx", "order", "tx", "spPr", "marker", "dPt", "dLbls", "trendline", "errBars", "cat", "val", "smooth", "extLst"},
}

func (b *book) checkChart(name string, root *node) {
	for kind, order := range seriesOrder {
		for _, chart := range root.all(kind) {
			for _, series := range chart.kids {
				if series.name == "ser" {
					b.inOrder(name, series, order)
				}
			}
		}
	}
	for _, f := range root.all("f") {
		b.checkFormula(name, f.text)
	}
}

var (
	quotedText  = regexp.MustCompile(`"(?:[^"]|"")*"`)
	sheetName   = regexp.MustCompile(`'((?:[^']|'')+)'!|([\p{L}_][\p{L}\p{N}_.]*)!`)
	inBraces    = regexp.MustCompile(`\{[^}]*\}`)
	inBrackets  = regexp.MustCompile(`[\p{L}_][\p{L}\p{N}_.]*\[(?:[^\[\]]|\[[^\[\]]*\])*\]`)
	bareName    = regexp.MustCompile(`(?:^|[^\p{L}\p{N}_.$:!#])([\p{L}_\\][\p{L}\p{N}_.\\]*)`)
	columnsOnly = regexp.MustCompile(`^(?i:[A-Z]{1,3})$`)
)

// checkFormula holds that a formula is balanced and names only what is there.
func (b *book) checkFormula(what, formula string) {
	if len(formula) > longestFormula || strings.HasPrefix(formula, "=") {
		b.fault("%s: too long, or with its equals sign: %.80s", what, formula)
	}
	bare := quotedText.ReplaceAllString(formula, `""`)
	if strings.Contains(bare, "#REF!") {
		b.fault("%s: a reference is lost: %s", what, formula)
	}
	if strings.Contains(inBraces.ReplaceAllString(bare, ""), ";") {
		b.fault("%s: a semicolon: %s", what, formula)
	}
	for _, m := range sheetName.FindAllStringSubmatch(bare, -1) {
		name := strings.ReplaceAll(m[1]+m[2], "''", "'")
		if !strings.Contains(name, "[") && !slices.ContainsFunc(b.sheets, func(s sheetPart) bool { return strings.EqualFold(s.name, name) }) {
			b.fault("%s: there is no sheet %s: %s", what, name, formula)
		}
	}
	bare = sheetName.ReplaceAllString(bare, "")
	if strings.Count(bare, "(") != strings.Count(bare, ")") {
		b.fault("%s: the brackets do not match: %s", what, formula)
	}
	bare = inBrackets.ReplaceAllStringFunc(bare, func(ref string) string {
		if name, _, _ := strings.Cut(ref, "["); !b.names[strings.ToLower(name)] {
			b.fault("%s: there is no table %s: %s", what, name, formula)
		}
		return "0"
	})
	for _, m := range bareName.FindAllStringSubmatchIndex(bare, -1) {
		name, after := bare[m[2]:m[3]], bare[m[3]:]
		known := strings.HasPrefix(after, "(") || likeCell.MatchString(name) || columnsOnly.MatchString(name) ||
			strings.EqualFold(name, "TRUE") || strings.EqualFold(name, "FALSE") || b.names[strings.ToLower(name)]
		if !known {
			b.fault("%s: there is no name %s: %s", what, name, formula)
		}
	}
}
