package correction

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"riskbok/exporters/correction/opc"
)

// look is how a cell is marked: filled and thinly framed.
type look int

// What marked cells hold: a correction, a suggestion that was taken, or
// something that remains to be decided.
const (
	corrected look = iota
	taken
	undecided
)

// lookColours are the fill and the frame of each look: light yellow in orange,
// light green in green, light blue in blue.
var lookColours = [...][2]string{corrected: {"FFFFF2CC", "FFED7D31"}, taken: {"FFE2EFDA", "FF70AD47"}, undecided: {"FFDDEBF7", "FF5B9BD5"}}

func (l look) fill() string {
	return `<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="` + lookColours[l][0] + `"/><{p}bgColor indexed="64"/></{p}patternFill></{p}fill>`
}

func (l look) border() string {
	side := func(name string) string {
		return `<{p}` + name + ` style="thin"><{p}color rgb="` + lookColours[l][1] + `"/></{p}` + name + `>`
	}
	return `<{p}border>` + side("left") + side("right") + side("top") + side("bottom") + `<{p}diagonal/></{p}border>`
}

// purpose is what a marked cell is to hold, as far as its style must know.
type purpose int

const (
	asFormula    purpose = iota
	asNumber             // a text or date format gives way to the general one
	asPlain              // a text
	asQuotedText         // a text that would be a formula if it were typed
	asIs                 // what it holds
)

// asText gives the purpose of a text.
func asText(s string) purpose {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return asQuotedText
	}
	return asPlain
}

// group is one list of a style sheet (fonts, fills, borders, cell formats):
// its tag, how many there are, and where the next one goes.
type group struct {
	open  opc.Tag
	count int
	end   int
	items []opc.Span
	more  []string

	item, depth int // while it is read: where its present item begins, and how deep within it
}

// take reads a tag within the group and reports whether the group goes on.
func (g *group) take(t opc.Tag) bool {
	switch {
	case t.Close && g.depth == 0:
		g.end = t.Start
		return false
	case t.Close:
		g.depth--
	default:
		if g.depth == 0 {
			g.item = t.Start
		}
		if !t.Empty {
			g.depth++
		}
	}
	if g.depth == 0 {
		g.items = append(g.items, opc.Span{Start: g.item, End: t.End})
		g.count++
	}
	return true
}

// add appends an item and gives its number.
func (g *group) add(text string) int {
	g.more = append(g.more, text)
	return g.count + len(g.more) - 1
}

// styles is a workbook's style sheet and what is added to it.
type styles struct {
	data                       []byte
	prefix                     string
	fonts, fills, borders, xfs group
	textFormats                map[string]bool // number formats that make text of everything
	dateFormats                map[string]bool // and those that show a day
	looks                      map[look][2]int // the fill and border of marked cells
	marks                      map[markKey]int
	fontName                   string // of ordinary cells
}

type markKey struct {
	base    int
	purpose purpose
	look    look
}

// emptyStyles is the style sheet of a workbook that has none.
const emptyStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// readStyles reads a style sheet. What a bare one lacks is put in, see
// [completed].
func readStyles(data []byte) (*styles, error) {
	data, err := completed(data)
	if err != nil {
		return nil, err
	}
	st := &styles{data: data, looks: map[look][2]int{}, marks: map[markKey]int{}, textFormats: map[string]bool{"49": true},
		dateFormats: map[string]bool{"14": true, "15": true, "16": true, "17": true, "22": true}, fontName: "Calibri"}
	var in *group
	for t := range opc.Tags(data) {
		if t.Name == "styleSheet" {
			st.prefix = t.Prefix
			continue
		}
		if in == nil {
			st.outside(t)
			if in = st.group(t); in != nil {
				in.open = t
				if t.Close || t.Empty {
					in.end, in = t.End, nil
				}
			}
			continue
		}
		if in == &st.fonts && len(in.items) == 0 && !t.Close && t.Name == "name" && t.Attr("val") != "" {
			st.fontName = t.Attr("val")
		}
		if !in.take(t) {
			in = nil
		}
	}
	for _, g := range []*group{&st.fonts, &st.fills, &st.borders, &st.xfs} {
		if g.end == 0 {
			return nil, fmt.Errorf("styles: expected fonts, fills, borders and cell formats")
		}
	}
	return st, nil
}

func (st *styles) group(t opc.Tag) *group {
	if t.Close {
		return nil
	}
	switch t.Name {
	case "fonts":
		return &st.fonts
	case "fills":
		return &st.fills
	case "borders":
		return &st.borders
	case "cellXfs":
		return &st.xfs
	}
	return nil
}

func (st *styles) outside(t opc.Tag) {
	if t.Name != "numFmt" {
		return
	}
	code := strings.TrimSpace(t.Attr("formatCode"))
	if code == "@" {
		st.textFormats[t.Attr("numFmtId")] = true
	}
	if strings.ContainsAny(formatTexts().ReplaceAllString(code, ""), "yYdD") {
		st.dateFormats[t.Attr("numFmtId")] = true
	}
}

// formatTexts are the parts of a number format that are no places: texts,
// escaped letters, colours and languages.
var formatTexts = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`"[^"]*"|\\.|_.|\*.|\[[^\]]*\]`) })

func (st *styles) text(s string) string { return strings.ReplaceAll(s, "{p}", st.prefix) }

// mark gives the style of a marked cell: its own, filled and framed.
func (st *styles) mark(base int, use purpose, as look) int {
	key := markKey{base, use, as}
	if id, known := st.marks[key]; known {
		return id
	}
	colours, known := st.looks[as]
	if !known {
		colours = [2]int{st.fills.add(st.text(as.fill())), st.borders.add(st.text(as.border()))}
		st.looks[as] = colours
	}
	whole := []byte(st.text(`<{p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`))
	if base >= 0 && base < len(st.xfs.items) {
		whole = st.xfs.items[base].Of(st.data)
	}
	var open opc.Tag
	for t := range opc.Tags(whole) {
		open = t
		break
	}
	pairs := []string{"fillId", strconv.Itoa(colours[0]), "applyFill", "1", "borderId", strconv.Itoa(colours[1]), "applyBorder", "1"}
	switch use {
	case asIs:
	case asQuotedText:
		pairs = append(pairs, "quotePrefix", "1")
	default:
		pairs = append(pairs, "quotePrefix", "")
	}
	if use != asIs && use != asPlain && use != asQuotedText && st.textFormats[open.Attr("numFmtId")] {
		pairs = append(pairs, "numFmtId", "0")
	}
	if use == asNumber && st.dateFormats[open.Attr("numFmtId")] {
		pairs = append(pairs, "numFmtId", "0")
	}
	id := st.xfs.add(open.With(pairs...) + string(whole[open.End:]))
	st.marks[key] = id
	return id
}

// cuts put into the style sheet what was added.
func (st *styles) cuts() []opc.Cut {
	var cuts []opc.Cut
	for _, g := range []*group{&st.fonts, &st.fills, &st.borders, &st.xfs} {
		if len(g.more) == 0 {
			continue
		}
		head := g.open.With("count", strconv.Itoa(g.count+len(g.more)))
		text := strings.Join(g.more, "")
		if g.open.Empty {
			cuts = append(cuts, opc.Cut{At: opc.Span{Start: g.open.Start, End: g.open.End}, Text: opc.Opened(head) + text + "</" + g.open.Prefix + g.open.Name + ">"})
			continue
		}
		cuts = append(cuts, opc.Cut{At: opc.Span{Start: g.open.Start, End: g.open.End}, Text: head}, opc.Cut{At: opc.Span{Start: g.end, End: g.end}, Text: text})
	}
	return cuts
}
