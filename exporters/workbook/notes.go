package workbook

import (
	"strconv"
	"strings"
)

// noteFont is that of notes, and noteWide how many pixels their boxes are wide.
var noteFont = Font{Size: 9}

const noteWide = 320

// noteHead begins the part with the boxes of a sheet's notes (VML, as Excel has
// written it since 2000).
const noteHead = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">` +
	`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="`

const noteShape = `"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">` +
	`<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

const noteBox = `" type="#_x0000_t202" style="position:absolute;z-index:1;visibility:hidden" fillcolor="#FBF6D6" strokecolor="#EDEAA1">` +
	`<v:fill color2="#FBFE82" angle="-180" type="gradient"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>` +
	`<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>` +
	`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>`

// addNotes writes the notes of a sheet and their boxes, which are as high as their
// text; tab is counted from 1, heights are those of the rows, in points. It gives
// the id of the boxes.
func (b *Book) addNotes(s *Sheet, tab int, heights []float64, r *relations) (id string) {
	b.notes++
	n := strconv.Itoa(b.notes)
	texts, boxes := NewPart(numbered("xl/comments", b.notes)), NewPart("xl/drawings/vmlDrawing"+n+".vml")
	texts.Text(xmlHead + `<comments xmlns="` + mainSpace + `"><authors><author>riskbok</author></authors><commentList>`)
	boxes.Text(noteHead, strconv.Itoa(tab), noteShape)
	for i, note := range s.Notes {
		text, _ := CellText(note.Text)
		texts.Text(`<comment ref="`, Ref(note.Row, note.Col), `" authorId="0"><text><r><rPr><sz val="9"/><rFont val="Calibri"/><family val="2"/></rPr><t xml:space="preserve">`,
			escaped(Coded(text)), `</t></r></text></comment>`)
		lines := noteFont.Lines(text, noteWide/7)
		boxes.Text(`<v:shape id="_x0000_s`, strconv.Itoa(tab*1024+1+i), noteBox, s.anchor(note, float64(24+17*lines), heights),
			`</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>`, strconv.Itoa(note.Row), `</x:Row><x:Column>`, strconv.Itoa(note.Col), `</x:Column></x:ClientData></v:shape>`)
	}
	texts.Text(`</commentList></comments>`)
	boxes.Text(`</xml>`)
	b.parts = append(b.parts, texts, boxes)
	id = r.add("vmlDrawing", "../drawings/vmlDrawing"+n+".vml")
	r.add("comments", "../"+strings.TrimPrefix(texts.name, "xl/"))
	return id
}

// anchor gives where the box of a note stands: the cells of its corners, each with
// so many pixels into them, to the right of the note's own cell.
func (s *Sheet) anchor(n Note, high float64, heights []float64) string {
	const aside = 15
	width := func(i int) float64 {
		if i < len(s.Widths) {
			return 7*s.Widths[i] + 5
		}
		return 64 // Excel's standard column
	}
	height := func(i int) float64 {
		if i < len(heights) && heights[i] > 0 {
			return heights[i] * 96 / 72
		}
		return 20 // Excel's standard row
	}
	right, in := reached(n.Col+1, aside+noteWide, width)
	bottom, down := reached(n.Row, high, height)
	var out strings.Builder
	for i, v := range []int{n.Col + 1, aside, n.Row, 0, right, in, bottom, down} {
		if i > 0 {
			out.WriteString(", ")
		}
		out.WriteString(strconv.Itoa(v))
	}
	return out.String()
}

// reached gives the column or row in which a length ends that begins with from, and
// how far into it.
func reached(from int, length float64, size func(int) float64) (at, into int) {
	for at = from; length > size(at); at++ {
		length -= size(at)
	}
	return at, int(length)
}
