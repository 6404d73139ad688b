package proceedings

import (
	"fmt"
	"html"
	"slices"
	"strings"
)

// Browser gives the paper as a page for a browser to print: HTML whose margin
// boxes are the head and foot of every page.
func Browser(p *Paper) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html lang=sv><meta charset=utf-8><style>@page{size:A4;margin:38mm 25mm 32mm 25mm;font:10pt 'Liberation Sans'}\n")
	marginBoxes(&b, "top", p.Head)
	marginBoxes(&b, "bottom", p.Foot)
	b.WriteString("body{font:11pt/1.25 'Liberation Sans';margin:0}p,div,table{margin:0}td{border:.5pt solid;padding:2pt 4pt}</style>\n")
	for _, block := range p.Blocks {
		style := fmt.Sprintf("font-size:%.1fpt;padding-left:%.1fpt;padding-top:%.1fpt;", block.Size, block.Indent, block.Before)
		if block.Bold {
			style += "font-weight:bold;"
		}
		if block.Italic {
			style += "font-style:italic;"
		}
		if block.NewPage {
			style += "break-before:page;"
		}
		switch {
		case block.Table:
			browserTable(&b, block.Cells, style)
		case len(block.Cells) == 1 && !block.Cells[0].Right:
			beside := ""
			if block.Room > 0 {
				style += fmt.Sprintf("padding-right:%.1fpt;position:relative;", textWidth-block.Room)
				beside = "<span style=\"position:absolute;right:0;font-weight:normal\">" + html.EscapeString(block.Beside) + "</span>"
			}
			if block.Label != "" {
				style += "position:relative;"
				weight := "normal"
				if block.LabelBold {
					weight = "bold"
				}
				beside += "<span style=\"position:absolute;left:0;font-weight:" + weight + "\">" + html.EscapeString(block.Label) + "</span>"
			}
			fmt.Fprintf(&b, "<p style=\"%s\">%s%s</p>\n", style, beside, html.EscapeString(block.Cells[0].Text))
		default:
			fmt.Fprintf(&b, "<div style=\"position:relative;height:1.25em;%s\">", style)
			for _, c := range block.Cells {
				at := fmt.Sprintf("left:%.1fpt", c.At)
				if c.Right {
					at = "right:0"
				}
				fmt.Fprintf(&b, "<span style=\"position:absolute;bottom:0;white-space:pre;%s\">%s</span>", at, html.EscapeString(c.Text))
			}
			b.WriteString("</div>\n")
		}
	}
	return b.String()
}

// marginBoxes writes the strips at the top or the bottom of every page.
func marginBoxes(b *strings.Builder, place string, strips []Strip) {
	for side, pick := range map[string]func(Strip) string{
		"left":   func(s Strip) string { return s.Left },
		"center": func(s Strip) string { return s.Middle },
		"right":  func(s Strip) string { return s.Right },
	} {
		var lines []string
		for _, s := range strips {
			lines = append(lines, strings.NewReplacer("{page}", `" counter(page) "`, "{pages}", `" counter(pages) "`).Replace(pick(s)))
		}
		if strings.Join(lines, "") != "" {
			fmt.Fprintf(b, "@page{@%s-%s{content:\"%s\";white-space:pre}}\n", place, side, strings.Join(lines, `\A `))
		}
	}
}

// browserTable writes a table of one row; a cell reaches to the next.
func browserTable(b *strings.Builder, cells []Cell, style string) {
	fmt.Fprintf(b, "<table style=\"border-collapse:collapse;width:100%%;%s\"><tr>", style)
	for i, c := range cells {
		end := float64(textWidth)
		if i+1 < len(cells) {
			end = cells[i+1].At
		}
		fmt.Fprintf(b, "<td style=\"width:%.1fpt\">%s", end-c.At, html.EscapeString(c.Text))
	}
	b.WriteString("</table>\n")
}

// Writer gives the paper as a document for a word processor: flat OpenDocument
// text with a header and a footer.
func Writer(p *Paper) string {
	var styles, body strings.Builder
	var known []string
	for _, block := range p.Blocks {
		style := writerStyle(&block)
		n := slices.Index(known, style)
		if n < 0 {
			n = len(known)
			known = append(known, style)
			fmt.Fprintf(&styles, `<style:style style:name="B%d" style:family="paragraph">%s</style:style>`, n, style)
		}
		if block.Table {
			fmt.Fprintf(&body, `<table:table>%s<table:table-row>`, strings.Repeat("<table:table-column/>", len(block.Cells)))
			for _, c := range block.Cells {
				fmt.Fprintf(&body, `<table:table-cell table:style-name="Cell"><text:p text:style-name="B%d">%s</text:p></table:table-cell>`, n, html.EscapeString(c.Text))
			}
			body.WriteString("</table:table-row></table:table>\n")
			continue
		}
		fmt.Fprintf(&body, `<text:p text:style-name="B%d">`, n)
		if block.Label != "" {
			fmt.Fprintf(&body, "<text:span text:style-name=\"Label\">%s</text:span><text:tab/>", html.EscapeString(block.Label))
		}
		for i, c := range block.Cells {
			if i > 0 || c.Right || c.At > 0 {
				body.WriteString("<text:tab/>")
			}
			if block.Beside == "" {
				body.WriteString(html.EscapeString(c.Text))
				continue
			}
			writerLines(&body, c.Text, &block)
		}
		body.WriteString("</text:p>\n")
	}
	return fmt.Sprintf(flatDocument, styles.String(), flatStrips(p.Head), flatStrips(p.Foot), body.String())
}

// writerStyle gives the style of a block, its tab stops and its type.
func writerStyle(block *Block) string {
	tabs := ""
	for _, c := range block.Cells {
		switch {
		case c.Right:
			tabs += fmt.Sprintf(`<style:tab-stop style:position="%dpt" style:type="right"/>`, textWidth)
		case c.At > 0:
			tabs += fmt.Sprintf(`<style:tab-stop style:position="%.1fpt"/>`, c.At)
		}
	}
	hang := 0.0
	if block.Label != "" {
		hang = -block.Indent
	}
	if block.Beside != "" {
		tabs += fmt.Sprintf(`<style:tab-stop style:position="%dpt" style:type="right"/>`, textWidth)
	}
	weight, slant, page := "normal", "normal", "auto"
	if block.Bold {
		weight = "bold"
	}
	if block.Italic {
		slant = "italic"
	}
	if block.NewPage {
		page = "page"
	}
	return fmt.Sprintf(`<style:paragraph-properties fo:margin-left="%.1fpt" fo:text-indent="%.1fpt" fo:margin-top="%.1fpt" fo:margin-bottom="0pt" fo:break-before="%s"><style:tab-stops>%s</style:tab-stops></style:paragraph-properties><style:text-properties style:font-name="L" fo:font-size="%.1fpt" fo:font-weight="%s" fo:font-style="%s"/>`,
		block.Indent, hang, block.Before, page, tabs, block.Size, weight, slant)
}

// writerLines writes a text in the lines that what stands beside the first leaves room for.
func writerLines(body *strings.Builder, text string, block *Block) {
	for k, line := range wrap(text, block.Size, block.Bold, block.Room) {
		if k > 0 {
			body.WriteString("<text:line-break/>")
		}
		body.WriteString(html.EscapeString(line))
		if k == 0 {
			body.WriteString("<text:tab/>" + html.EscapeString(block.Beside))
		}
	}
}

func flatStrips(strips []Strip) string {
	var b strings.Builder
	for _, s := range strips {
		line := html.EscapeString(s.Left) + "<text:tab/>" + html.EscapeString(s.Middle) + "<text:tab/>" + html.EscapeString(s.Right)
		line = strings.ReplaceAll(line, "{page}", `<text:page-number text:select-page="current"/>`)
		line = strings.ReplaceAll(line, "{pages}", `<text:page-count/>`)
		b.WriteString(`<text:p text:style-name="Strip">` + line + "</text:p>")
	}
	return b.String()
}

const flatDocument = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="L" svg:font-family="'Liberation Sans'"/></office:font-face-decls>
<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="595pt" fo:page-height="842pt" fo:margin-top="40pt" fo:margin-bottom="40pt" fo:margin-left="71pt" fo:margin-right="71pt"/><style:header-style><style:header-footer-properties fo:min-height="50pt" fo:margin-bottom="20pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="40pt" fo:margin-top="15pt"/></style:footer-style></style:page-layout>
<style:style style:name="Label" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:style style:name="Strip" style:family="paragraph"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="229pt" style:type="center"/><style:tab-stop style:position="453pt" style:type="right"/></style:tab-stops></style:paragraph-properties><style:text-properties style:font-name="L" fo:font-size="10pt"/></style:style>
%s</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header>%s</style:header><style:footer>%s</style:footer></style:master-page></office:master-styles>
<office:body><office:text>
%s</office:text></office:body></office:document>
`
