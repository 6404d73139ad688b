package workbook

import (
	"slices"
	"strconv"
	"strings"
)

// Tint is what a rule makes of the cells it holds for. Colours are "RRGGBB", ""
// leaves them as they are.
type Tint struct {
	Ground, Ink string
	Bold        bool
}

// styleSheet gathers the looks of a workbook in the order of their first use, by
// which they are numbered; style 0 is that of cells without a look.
type styleSheet struct {
	ids   map[Look]int
	looks []Look
	tints []Tint
}

func newStyleSheet() *styleSheet { return &styleSheet{ids: map[Look]int{}} }

// id gives the number of a look's style.
func (s *styleSheet) id(l Look) int {
	id, ok := s.ids[l]
	if !ok {
		s.looks = append(s.looks, l)
		id = len(s.looks)
		s.ids[l] = id
	}
	return id
}

// tint gives the number of a tint.
func (s *styleSheet) tint(t Tint) int {
	i := slices.Index(s.tints, t)
	if i < 0 {
		i = len(s.tints)
		s.tints = append(s.tints, t)
	}
	return i
}

// distinct gathers texts, each once, and numbers them.
type distinct struct {
	first int // number of the first
	texts []string
}

func (d *distinct) of(text string) string {
	i := slices.Index(d.texts, text)
	if i < 0 {
		i = len(d.texts)
		d.texts = append(d.texts, text)
	}
	return strconv.Itoa(d.first + i)
}

// list writes the texts as an element of a style sheet, which counts them.
func (d *distinct) list(name string) string {
	if len(d.texts) == 0 {
		return ""
	}
	return "<" + name + ` count="` + strconv.Itoa(len(d.texts)) + `">` + strings.Join(d.texts, "") + "</" + name + ">"
}

// standardFont is that of cells without a look; the widths of columns are counted
// in its digits.
const standardFont = `<font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/></font>`

// firstFormat is the number of the first format that a workbook may define
// (ECMA-376, part 1, 18.8.30).
const firstFormat = 164

// xml gives the style sheet.
func (s *styleSheet) xml() string {
	fonts := &distinct{texts: []string{standardFont}}
	fills := &distinct{texts: []string{`<fill><patternFill patternType="none"/></fill>`, `<fill><patternFill patternType="gray125"/></fill>`}}
	borders := &distinct{texts: []string{`<border><left/><right/><top/><bottom/><diagonal/></border>`}}
	formats := &distinct{first: firstFormat}
	styles := &distinct{texts: []string{`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`}}
	for i := range s.looks {
		styles.texts = append(styles.texts, s.looks[i].xf(fonts, fills, borders, formats))
	}
	tints := &distinct{}
	for _, t := range s.tints {
		tints.texts = append(tints.texts, t.xml())
	}
	var list []string
	for i, f := range formats.texts {
		list = append(list, `<numFmt numFmtId="`+strconv.Itoa(firstFormat+i)+`" formatCode="`+attribute(f)+`"/>`)
	}
	return xmlHead + `<styleSheet xmlns="` + mainSpace + `">` + (&distinct{texts: list}).list("numFmts") +
		fonts.list("fonts") + fills.list("fills") + borders.list("borders") +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` + styles.list("cellXfs") +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` + tints.list("dxfs") +
		`<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`
}

// xf gives the format of a look, and adds the parts that it refers to.
func (l *Look) xf(fonts, fills, borders, formats *distinct) string {
	var b strings.Builder
	format, fill, border := "0", "0", "0"
	if l.Format != "" {
		format = formats.of(l.Format)
	}
	if l.Fill != "" {
		fill = fills.of(`<fill><patternFill patternType="solid"><fgColor rgb="FF` + l.Fill + `"/><bgColor indexed="64"/></patternFill></fill>`)
	}
	if l.Border {
		side := func(name string) string {
			return "<" + name + ` style="thin"><color rgb="FF` + lineColor + `"/></` + name + ">"
		}
		border = borders.of("<border>" + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border>")
	}
	b.WriteString(`<xf numFmtId="` + format + `" fontId="` + fonts.of(l.font()) + `" fillId="` + fill + `" borderId="` + border + `" xfId="0"`)
	for _, is := range []struct {
		set  bool
		name string
	}{{l.Quoted, "quotePrefix"}, {format != "0", "applyNumberFormat"}, {true, "applyFont"}, {fill != "0", "applyFill"}, {l.Border, "applyBorder"}} {
		if is.set {
			b.WriteString(" " + is.name + `="1"`)
		}
	}
	b.WriteString(` applyAlignment="1" applyProtection="1"><alignment`)
	switch {
	case l.Center:
		b.WriteString(` horizontal="center"`)
	case l.Right:
		b.WriteString(` horizontal="right"`)
	case l.Left:
		b.WriteString(` horizontal="left"`)
	}
	if l.Middle {
		b.WriteString(` vertical="center"`)
	} else {
		b.WriteString(` vertical="top"`)
	}
	if !l.NoWrap {
		b.WriteString(` wrapText="1"`)
	}
	if !l.Center && (l.Right || l.Left) {
		b.WriteString(` indent="1"`)
	}
	b.WriteString(`/><protection locked="` + flag(l.Locked) + `"/></xf>`)
	return b.String()
}

func (l *Look) font() string {
	ink, bold, under := l.Ink, "", ""
	switch {
	case ink != "":
	case l.Link:
		ink = inkLink
	default:
		ink = InkDark
	}
	if l.Font.Bold {
		bold = "<b/>"
	}
	if l.Link {
		under = "<u/>"
	}
	return "<font>" + bold + under + `<sz val="` + decimal(l.Font.Size) + `"/><color rgb="FF` + ink + `"/><name val="Calibri"/><family val="2"/></font>`
}

func (t Tint) xml() string {
	var b strings.Builder
	b.WriteString("<dxf>")
	if t.Bold || t.Ink != "" {
		b.WriteString("<font>")
		if t.Bold {
			b.WriteString("<b/>")
		}
		if t.Ink != "" {
			b.WriteString(`<color rgb="FF` + t.Ink + `"/>`)
		}
		b.WriteString("</font>")
	}
	if t.Ground != "" {
		b.WriteString(`<fill><patternFill patternType="solid"><bgColor rgb="FF` + t.Ground + `"/></patternFill></fill>`)
	}
	b.WriteString("</dxf>")
	return b.String()
}

func flag(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
