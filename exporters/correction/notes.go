package correction

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
)

const (
	noteAuthor   = "riskbok"
	commentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
	drawingType  = "application/vnd.openxmlformats-officedocument.vmlDrawing"
	mainSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// addNotes writes notes into their sheets. A cell that has a note keeps it, and
// a sheet with threaded comments gets none: each of those has a note of its own
// for older programs, and the two must agree.
func (w *workbook) addNotes(notes []note) error {
	bySheet := map[int][]note{}
	for _, n := range notes {
		bySheet[n.sheet] = append(bySheet[n.sheet], n)
	}
	for sheet := range w.sheets {
		if len(bySheet[sheet]) == 0 {
			continue
		}
		if err := w.addSheetNotes(sheet, bySheet[sheet]); err != nil {
			return err
		}
	}
	return nil
}

func (w *workbook) addSheetNotes(sheet int, notes []note) error {
	from := w.sheets[sheet].part
	related, err := w.relations(from)
	if err != nil {
		return err
	}
	comments, byID := "", map[string]string{}
	for _, r := range related {
		switch r.kind {
		case "threadedComment":
			return nil
		case "comments":
			comments = r.target
		}
		byID[r.id] = r.target
	}
	drawing, err := w.noteDrawing(sheet, byID)
	if err != nil {
		return err
	}
	if drawn, err := w.read(drawing); err != nil || !strings.Contains(string(drawn), drawingEnd) {
		return nil // a drawing that cannot be added to: the cells are marked all the same
	}
	if comments == "" {
		comments = w.freeNumbered(path.Join(path.Dir(w.part), "comments%d.xml"))
		if err := w.addRelated(from, comments, commentsType, "comments"); err != nil {
			return err
		}
		w.set(comments, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<comments xmlns="`+mainSpace+`"><authors></authors><commentList></commentList></comments>`))
	}
	written, err := w.writeComments(comments, notes)
	if err != nil || len(written) == 0 {
		return err
	}
	return w.writeShapes(drawing, written)
}

// addRelated adds a part that another one refers to, known by its own type.
func (w *workbook) addRelated(from, part, contentType, kind string) error {
	types, err := w.read(typesPart)
	if err != nil {
		return err
	}
	if types, err = appendChild(types, "Types", fmt.Sprintf(`Override PartName="/%s" ContentType="%s"`, escape(part), contentType)); err != nil {
		return fmt.Errorf("%s: %w", typesPart, err)
	}
	w.set(typesPart, types)
	_, err = w.relate(from, part, kind)
	return err
}

// freeNumbered gives a part name that is not taken, with the lowest number.
func (w *workbook) freeNumbered(pattern string) string {
	for n := 1; ; n++ {
		if part := fmt.Sprintf(pattern, n); !w.has(part) {
			return part
		}
	}
}

// writeComments adds notes to a part of comments, and gives those of cells that
// had none.
func (w *workbook) writeComments(part string, notes []note) ([]note, error) {
	data, err := w.read(part)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	authors := 0
	var authorsEnd, listEnd tag
	for t := range tags(data) {
		switch {
		case t.name == "comment" && !t.close:
			taken[t.attr("ref")] = true
		case t.name == "author" && !t.close:
			authors++
		case t.name == "authors" && (t.close || t.empty):
			authorsEnd = t
		case t.name == "commentList" && (t.close || t.empty):
			listEnd = t
		}
	}
	if authorsEnd.end == 0 || listEnd.end == 0 {
		return nil, nil // not a part that Excel would show either
	}
	var written []note
	var list strings.Builder
	p := listEnd.prefix
	for _, n := range notes {
		if taken[n.at.String()] {
			continue
		}
		written = append(written, n)
		fmt.Fprintf(&list, `<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext><%[1]st xml:space="preserve">%[4]s</%[1]st></%[1]stext></%[1]scomment>`, p, n.at, authors, cellText(n.text))
	}
	if len(written) > 0 {
		w.set(part, splice(data, []cut{inside(authorsEnd, "<"+p+"author>"+noteAuthor+"</"+p+"author>"), inside(listEnd, list.String())}))
	}
	return written, nil
}

// inside puts a text at the end of the element that a tag ends.
func inside(t tag, text string) cut {
	if t.close {
		return cut{span{t.start, t.start}, text}
	}
	return cut{span{t.start, t.end}, opened(string(t.data[t.start:t.end])) + text + "</" + t.prefix + t.name + ">"}
}

// behindDrawing are the elements of a sheet that come after its old drawing
// (ECMA-376 part 1, 18.3.1.99).
var behindDrawing = map[string]bool{"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true, "controls": true,
	"webPublishItems": true, "tableParts": true, "extLst": true, "AlternateContent": true}

// noteDrawing gives the part in which the shapes of a sheet's notes are drawn,
// and makes one where there is none.
func (w *workbook) noteDrawing(sheet int, byID map[string]string) (string, error) {
	from := w.sheets[sheet].part
	data, err := w.read(from)
	if err != nil {
		return "", err
	}
	at, root, depth, rows := -1, tag{}, 0, false
	for t := range tags(data) {
		if t.close {
			depth--
		}
		switch {
		case t.name == "legacyDrawing" && !t.close:
			if part := byID[relationID(t)]; part != "" && w.has(part) {
				return part, nil
			}
		case depth == 0:
			if root = t; t.close && at < 0 {
				at = t.start
			}
		case t.name == "sheetData":
			rows = true
		case depth == 1 && rows && at < 0 && !t.close && behindDrawing[t.name]:
			at = t.start
		}
		if !t.close && !t.empty {
			depth++
		}
	}
	if at < 0 {
		return "", fmt.Errorf("%s: expected the end of the sheet", from)
	}
	part := w.freeNumbered(path.Join(path.Dir(w.part), "drawings/vmlDrawing%d.vml"))
	w.set(part, []byte(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`+
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`))
	if err := w.addDefault("vml", drawingType); err != nil {
		return "", err
	}
	id, err := w.relate(from, part, "vmlDrawing")
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf(`<%slegacyDrawing xmlns:r="%s" r:id="%s"/>`, root.prefix, relationSpace, id)
	w.set(from, splice(data, []cut{{span{at, at}, text}}))
	return part, nil
}

// addDefault makes the parts of an extension known to the content types.
func (w *workbook) addDefault(extension, contentType string) error {
	types, err := w.read(typesPart)
	if err != nil {
		return err
	}
	for t := range tags(types) {
		if t.name == "Default" && strings.EqualFold(t.attr("Extension"), extension) {
			return nil
		}
	}
	if types, err = appendChild(types, "Types", fmt.Sprintf(`Default Extension="%s" ContentType="%s"`, extension, contentType)); err != nil {
		return fmt.Errorf("%s: %w", typesPart, err)
	}
	w.set(typesPart, types)
	return nil
}

// drawingEnd ends a drawing of notes.
const drawingEnd = "</xml>"

const shapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// shapeNumber is the number in the id that programs give a shape.
var shapeNumber = regexp.MustCompile(`_x0000_s(\d+)`)

// writeShapes draws the boxes of notes, which show when the cell is pointed at.
// A drawing in VML need not be well-formed XML: shapes go in before its end.
func (w *workbook) writeShapes(part string, notes []note) error {
	data, err := w.read(part)
	if err != nil {
		return err
	}
	text := string(data)
	end := strings.LastIndex(text, drawingEnd)
	next := 1025 // where the numbers of a sheet's first shapes begin
	for _, m := range shapeNumber.FindAllStringSubmatch(text, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil {
			next = max(next, n+1)
		}
	}
	const spaces = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"`
	var b strings.Builder
	if !strings.Contains(text, `id="_x0000_t202"`) {
		b.WriteString(strings.Replace(shapeType, "<v:shapetype", "<v:shapetype"+spaces, 1))
	}
	for i, n := range notes {
		row, col := n.at.row-1, n.at.col-1
		height := 3 + len([]rune(n.text))/30
		fmt.Fprintf(&b, `<v:shape%s id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:200pt;height:%dpt;z-index:%d;visibility:hidden" fillcolor="#DDEBF7" o:insetmode="auto">`+
			`<v:fill color2="#DDEBF7"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>`+
			`<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 15, %d, 10, %d, 15, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>`,
			spaces, next+i, height*15, i+1, col+1, max(row-1, 0), col+4, max(row-1, 0)+height, row, col)
	}
	w.set(part, []byte(text[:end]+b.String()+text[end:]))
	return nil
}
