package correction

import (
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"riskbok/exporters/correction/opc"
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
	related, err := w.Relations(from)
	if err != nil {
		return err
	}
	comments, byID := "", map[string]string{}
	for _, r := range related {
		switch r.Kind {
		case "threadedComment":
			return nil
		case "comments":
			comments = r.Target
		}
		byID[r.ID] = r.Target
	}
	drawing, err := w.noteDrawing(sheet, byID)
	if err != nil {
		return err
	}
	if drawn, err := w.Read(drawing); err != nil || !strings.Contains(string(drawn), drawingEnd) {
		return nil // a drawing that cannot be added to: the cells are marked all the same
	}
	if comments == "" {
		comments = w.FreePart(path.Join(path.Dir(w.part), "comments%d.xml"))
		if err := w.addRelated(from, comments, commentsType, "comments"); err != nil {
			return err
		}
		w.Set(comments, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<comments xmlns="`+mainSpace+`"><authors></authors><commentList></commentList></comments>`))
	}
	written, err := w.writeComments(comments, notes)
	if err != nil || len(written) == 0 {
		return err
	}
	return w.writeShapes(drawing, written)
}

// addRelated adds a part that another one refers to, known by its own type.
func (w *workbook) addRelated(from, part, contentType, kind string) error {
	if err := w.AddType(part, contentType); err != nil {
		return err
	}
	_, err := w.Relate(from, part, kind)
	return err
}

// writeComments adds notes to a part of comments, and gives those of cells that
// had none.
func (w *workbook) writeComments(part string, notes []note) ([]note, error) {
	data, err := w.Read(part)
	if err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	authors := 0
	var authorsEnd, listEnd opc.Tag
	for t := range opc.Tags(data) {
		switch {
		case t.Name == "comment" && !t.Close:
			taken[t.Attr("ref")] = true
		case t.Name == "author" && !t.Close:
			authors++
		case t.Name == "authors" && (t.Close || t.Empty):
			authorsEnd = t
		case t.Name == "commentList" && (t.Close || t.Empty):
			listEnd = t
		}
	}
	if authorsEnd.End == 0 || listEnd.End == 0 {
		return nil, nil // not a part that Excel would show either
	}
	var written []note
	var list strings.Builder
	p := listEnd.Prefix
	for _, n := range notes {
		if taken[n.at.String()] {
			continue
		}
		written = append(written, n)
		fmt.Fprintf(&list, `<%[1]scomment ref="%[2]s" authorId="%[3]d"><%[1]stext><%[1]st xml:space="preserve">%[4]s</%[1]st></%[1]stext></%[1]scomment>`, p, n.at, authors, cellText(n.text))
	}
	if len(written) > 0 {
		err = w.Splice(part, data, []opc.Cut{inside(authorsEnd, "<"+p+"author>"+noteAuthor+"</"+p+"author>"), inside(listEnd, list.String())})
	}
	return written, err
}

// inside puts a text at the end of the element that a tag ends.
func inside(t opc.Tag, text string) opc.Cut {
	if t.Close {
		return opc.Cut{At: opc.Span{Start: t.Start, End: t.Start}, Text: text}
	}
	return opc.Cut{At: opc.Span{Start: t.Start, End: t.End}, Text: opc.Opened(string(t.Data[t.Start:t.End])) + text + "</" + t.Prefix + t.Name + ">"}
}

// behindDrawing are the elements of a sheet that come after its old drawing
// (ECMA-376 part 1, 18.3.1.99).
var behindDrawing = map[string]bool{"legacyDrawingHF": true, "drawingHF": true, "picture": true, "oleObjects": true, "controls": true,
	"webPublishItems": true, "tableParts": true, "extLst": true, "AlternateContent": true}

// noteDrawing gives the part in which the shapes of a sheet's notes are drawn,
// and makes one where there is none.
func (w *workbook) noteDrawing(sheet int, byID map[string]string) (string, error) {
	from := w.sheets[sheet].part
	data, err := w.Read(from)
	if err != nil {
		return "", err
	}
	at, root, depth, rows := -1, opc.Tag{}, 0, false
	for t := range opc.Tags(data) {
		if t.Close {
			depth--
		}
		switch {
		case t.Name == "legacyDrawing" && !t.Close:
			if part := byID[relationID(t)]; part != "" && w.Has(part) {
				return part, nil
			}
		case depth == 0:
			if root = t; t.Close && at < 0 {
				at = t.Start
			}
		case t.Name == "sheetData":
			rows = true
		case depth == 1 && rows && at < 0 && !t.Close && behindDrawing[t.Name]:
			at = t.Start
		}
		if !t.Close && !t.Empty {
			depth++
		}
	}
	if at < 0 {
		return "", fmt.Errorf("%s: expected the end of the sheet", from)
	}
	part := w.FreePart(path.Join(path.Dir(w.part), "drawings/vmlDrawing%d.vml"))
	w.Set(part, []byte(`<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`+
		`<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>`))
	if err := w.AddDefaultType("vml", drawingType); err != nil {
		return "", err
	}
	id, err := w.Relate(from, part, "vmlDrawing")
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf(`<%slegacyDrawing xmlns:r="%s" r:id="%s"/>`, root.Prefix, opc.RelationSpace, id)
	return part, w.Splice(from, data, []opc.Cut{{At: opc.Span{Start: at, End: at}, Text: text}})
}

// drawingEnd ends a drawing of notes.
const drawingEnd = "</xml>"

const shapeType = `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`

// shapeNumber is the number in the id that programs give a shape.
var shapeNumber = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`_x0000_s(\d+)`)
})

// writeShapes draws the boxes of notes, which show when the cell is pointed at.
// A drawing in VML need not be well-formed XML: shapes go in before its end.
func (w *workbook) writeShapes(part string, notes []note) error {
	data, err := w.Read(part)
	if err != nil {
		return err
	}
	text := string(data)
	end := strings.LastIndex(text, drawingEnd)
	next := 1025 // where the numbers of a sheet's first shapes begin
	for _, m := range shapeNumber().FindAllStringSubmatch(text, -1) {
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
	w.Set(part, []byte(text[:end]+b.String()+text[end:]))
	return nil
}
