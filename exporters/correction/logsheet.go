package correction

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/correction/opc"
	newbook "riskbok/exporters/workbook"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// The looks of the log: their style numbers in the workbook.
type logStyles struct{ title, note, heading, body, quoted, link int }

const logBorder = `<{p}border><{p}left style="thin"><{p}color rgb="FFBFBFBF"/></{p}left><{p}right style="thin"><{p}color rgb="FFBFBFBF"/></{p}right>` +
	`<{p}top style="thin"><{p}color rgb="FFBFBFBF"/></{p}top><{p}bottom style="thin"><{p}color rgb="FFBFBFBF"/></{p}bottom><{p}diagonal/></{p}border>`

// logStyles adds the styles of the log to the style sheet.
func (st *styles) logStyles() logStyles {
	font := func(look string) int {
		return st.fonts.add(st.text("<{p}font>" + look + `<{p}name val="` + opc.Escape(st.fontName) + `"/></{p}font>`))
	}
	plain := font(`<{p}sz val="11"/><{p}color rgb="FF000000"/>`)
	title := font(`<{p}b/><{p}sz val="14"/><{p}color rgb="FF000000"/>`)
	white := font(`<{p}b/><{p}sz val="11"/><{p}color rgb="FFFFFFFF"/>`)
	blue := font(`<{p}u/><{p}sz val="11"/><{p}color rgb="FF0563C1"/>`)
	dark := st.fills.add(st.text(`<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF` + newbook.FillBand + `"/><{p}bgColor indexed="64"/></{p}patternFill></{p}fill>`))
	frame := st.borders.add(st.text(logBorder))
	none := st.borders.add(st.text(`<{p}border><{p}left/><{p}right/><{p}top/><{p}bottom/><{p}diagonal/></{p}border>`))
	xf := func(font, fill, border int, vertical, more string) int {
		return st.xfs.add(st.text(fmt.Sprintf(`<{p}xf numFmtId="49" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"%s><{p}alignment horizontal="left" vertical="%s" wrapText="1"/></{p}xf>`, font, fill, border, more, vertical)))
	}
	return logStyles{
		title: xf(title, 0, none, "center", ""), note: xf(plain, 0, none, "top", ""), heading: xf(white, dark, frame, "center", ""),
		body: xf(plain, 0, frame, "top", ""), quoted: xf(plain, 0, frame, "top", ` quotePrefix="1"`), link: xf(blue, 0, frame, "top", ""),
	}
}

// logSheet writes the sheet that lists the changes.
type logSheet struct {
	name               string
	job                *job
	lang               *lang.Catalog
	styles             logStyles
	earlier            []line
	rows               strings.Builder
	links, merged      []string
	row                int
	firstLine, lastRow int // the lines of the changes
}

func newLog(j *job, st *styles) *logSheet {
	return &logSheet{job: j, lang: j.lang, styles: st.logStyles()}
}

// logWidths are the widths of the columns, in characters.
var logWidths = [logColumns]int{20, 7, 7, 27, 30, 27, 64}

// The rows above the first change.
const (
	titleRow   = 1
	noteRow    = 2
	headingRow = 3
)

// sheet writes the sheet part.
func (l *logSheet) sheet() []byte {
	l.wide(l.lang.T("correction.title"), l.styles.title, 28)
	l.wide(l.note(), l.styles.note, 18)
	l.heading("changes")
	l.firstLine = l.row + 1
	for _, n := range append(l.earlier, l.job.changeLines()...) {
		l.line(n)
	}
	l.lastRow = l.row
	l.wide(l.lang.T("correction.remaining.title"), l.styles.title, 28)
	if remaining := l.job.remainingLines(); len(remaining) > 0 {
		l.heading("remaining")
		for _, n := range remaining {
			l.line(n)
		}
	} else {
		l.wide(l.lang.T("correction.remaining.none"), l.styles.note, 18)
	}
	return l.assemble()
}

func (l *logSheet) assemble() []byte {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
		`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	fmt.Fprintf(&b, `<dimension ref="A1:%s%d"/>`, model.ColumnName(logColumns), l.row)
	fmt.Fprintf(&b, `<sheetViews><sheetView showGridLines="0" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A%d" sqref="A%d"/></sheetView></sheetViews>`,
		headingRow, headingRow+1, headingRow+1, headingRow+1)
	b.WriteString(`<sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, width := range logWidths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	b.WriteString(`</cols><sheetData>` + l.rows.String() + `</sheetData>`)
	fmt.Fprintf(&b, `<mergeCells count="%d">%s</mergeCells>`, len(l.merged), strings.Join(l.merged, ""))
	if len(l.links) > 0 {
		b.WriteString("<hyperlinks>" + strings.Join(l.links, "") + "</hyperlinks>")
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>&amp;L&amp;A&amp;R` + opc.Escape(l.lang.T("correction.page", "page", "&P", "pages", "&N")) + `</oddFooter></headerFooter>`)
	fmt.Fprintf(&b, `<ignoredErrors><ignoredError sqref="A1:G%d" numberStoredAsText="1"/></ignoredErrors></worksheet>`, l.row)
	return []byte(b.String())
}

// note says how to read the log, and what became of the formulas.
func (l *logSheet) note() string {
	parts := []string{l.lang.T("correction.note")}
	if slices.ContainsFunc(l.job.edits, func(e *edit) bool { return e.change.Suggested }) {
		parts = append(parts, l.lang.T("correction.note.suggested"))
	}
	if l.job.result.Marked > 0 {
		parts = append(parts, l.lang.T("correction.note.marked"))
	}
	if l.job.result.Unsigned {
		parts = append(parts, l.lang.T("correction.unsigned"))
	}
	if n := l.job.result.Recalculated; n > 0 {
		parts = append(parts, l.lang.N("correction.recalculated", n))
	}
	if n := l.job.result.Cleared; n > 0 {
		parts = append(parts, l.lang.N("correction.cleared", n))
	}
	return strings.Join(parts, " ")
}

// wide writes a text across all columns. A merged area does not grow with its
// text, so its height is given.
func (l *logSheet) wide(text string, style, height int) {
	l.row++
	total := 0
	for _, width := range logWidths {
		total += width
	}
	height = max(height, textHeight(text, total)+4)
	fmt.Fprintf(&l.rows, `<row r="%d" ht="%d" customHeight="1">`, l.row, height)
	l.cell(1, text, style)
	l.rows.WriteString("</row>")
	l.merged = append(l.merged, fmt.Sprintf(`<mergeCell ref="A%d:%s%d"/>`, l.row, model.ColumnName(logColumns), l.row))
}

var columnKeys = [logColumns]string{"sheet", "cell", "risk", "before", "after", "rule", "why"}

func (l *logSheet) heading(block string) {
	l.row++
	fmt.Fprintf(&l.rows, `<row r="%d" ht="18">`, l.row)
	for i, key := range columnKeys {
		l.cell(i+1, l.lang.T("correction."+block+"."+key), l.styles.heading)
	}
	l.rows.WriteString("</row>")
}

func (l *logSheet) line(n line) {
	l.row++
	height := 0
	for i, text := range n.cells {
		height = max(height, textHeight(text, logWidths[i]))
	}
	fmt.Fprintf(&l.rows, `<row r="%d" ht="%d">`, l.row, height)
	for i, text := range n.cells {
		style := l.styles.body
		if asText(text) == asQuotedText {
			style = l.styles.quoted
		}
		if i == 1 && n.link != "" {
			style = l.styles.link
			l.links = append(l.links, fmt.Sprintf(`<hyperlink ref="%s" location="%s" display="%s"/>`, position{i + 1, l.row}, opc.Escape(n.link), opc.Escape(text)))
		}
		l.cell(i+1, text, style)
	}
	l.rows.WriteString("</row>")
}

// cell writes a text, never a formula, cut to what a cell can hold.
func (l *logSheet) cell(col int, text string, style int) {
	text = newbook.Shortened(text)
	at := position{col, l.row}.String()
	if text == "" {
		l.rows.WriteString(`<c r="` + at + `" s="` + strconv.Itoa(style) + `"/>`)
		return
	}
	fmt.Fprintf(&l.rows, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, cellText(text))
}

// names gives the log's defined names.
func (l *logSheet) names(prefix string, index int) string {
	sheet := newbook.InApostrophes(l.name)
	name := func(name, more, text string) string {
		return fmt.Sprintf(`<%sdefinedName name="%s" localSheetId="%d"%s>%s</%sdefinedName>`, prefix, name, index, more, opc.Escape(text), prefix)
	}
	hidden := ` hidden="1"`
	return name(titlesName, "", fmt.Sprintf("%s!$%d:$%d", sheet, headingRow, headingRow)) +
		name(logName, hidden, fmt.Sprintf("%s!$A$%d:$%s$%d", sheet, l.firstLine, model.ColumnName(logColumns), l.lastRow)) +
		name(ownName, hidden, sheet+"!$A$1")
}
