package content

import (
	"strconv"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
)

// maxAnnotations is far beyond the fields of a printed form.
const maxAnnotations = 5000

// Flags of annotations (ISO 32000-1, 12.5.3) and of fields (12.7.3.1, 12.7.4.3).
const (
	flagHidden    = 1 << 1
	flagNoView    = 1 << 5
	flagMultiline = 1 << 12
	flagPassword  = 1 << 13
)

// annotations paints what stands on the page as form fields, text boxes and
// stamps: their appearance, or where a file has none the value itself.
func (in *interpreter) annotations(p objects.Page, base geom.Matrix) {
	list := p.Dict.Key("Annots")
	in.defaults = p.Form.Key("DR")
	for i := range min(list.Len(), maxAnnotations) {
		if in.page.Operators > in.lim.Operators || len(in.page.Glyphs) > in.lim.Glyphs {
			in.failed = ErrLimit
		}
		if in.failed != nil {
			return
		}
		in.lookUp()
		a := list.Index(i)
		kind := a.Key("Subtype").Name()
		if kind != "Widget" && kind != "FreeText" && kind != "Stamp" {
			continue
		}
		r, ok := a.Key("Rect").Numbers(4)
		if !ok || a.Key("F").Int()&(flagHidden|flagNoView) != 0 || p.Layers.Off(a, "OC") {
			continue
		}
		in.state, in.saved, in.marks, in.path, in.off, in.replaced = newState(base), in.saved[:0], nil, path{}, 0, 0
		in.runs++
		rect := geom.Rect{X0: min(r[0], r[2]), Y0: min(r[1], r[3]), X1: max(r[0], r[2]), Y1: max(r[1], r[3])}
		f := field{dict: a, form: p.Form}
		look := a.Key("AP").Key("N")
		if look.IsDict() {
			look = look.Key(a.Key("AS").Name())
		}
		if text := f.text(kind); text != "" && (!look.IsStream() || f.stale()) {
			in.page.Operators += len(text) // each letter is placed as by an operator
			in.write(text, rect, f)
			continue
		}
		if look.IsStream() {
			in.appearance(look, "annotation "+strconv.Itoa(i), rect)
		}
	}
}

// appearance paints a form so that its box fills a rectangle (ISO 32000-1,
// 12.5.5).
func (in *interpreter) appearance(x objects.Value, name string, rect geom.Rect) {
	b, ok := x.Key("BBox").Numbers(4)
	if !ok {
		return
	}
	own := geom.Identity
	if m, ok := x.Key("Matrix").Numbers(6); ok {
		own = geom.Matrix(m)
	}
	box := boundsIn(own, b[0], b[1], b[2], b[3])
	if box.Empty() || rect.Empty() {
		return
	}
	sx, sy := rect.W()/box.W(), rect.H()/box.H()
	in.state.ctm = geom.Matrix{sx, 0, 0, sy, rect.X0 - sx*box.X0, rect.Y0 - sy*box.Y0}.Then(in.state.ctm)
	in.paintForm(x, name)
}
