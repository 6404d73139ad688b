package content

import (
	"context"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
)

// interpreter runs content streams. Forms are run by the same interpreter
// with their own resources.
type interpreter struct {
	ctx    context.Context
	lim    Limits
	page   *Page
	media  geom.Rect // the whole sheet in display space, of which the page shows a part
	fonts  *Fonts
	state  state
	saved  []state
	floor  int // saved states below it belong to the stream outside the form
	path   path
	marks  []mark
	failed error
	left   int64
	runs   int32
	endX   float64 // where the last glyph ended
	endY   float64

	resources objects.Value
	fontRefs  map[string]string
	formRefs  map[string]string
	local     map[string]*fonts.Font // fonts of these resources by name
	spaces    map[string]bool        // colour spaces of these resources by name; see plainSpace
	alphas    map[string]float64     // graphics states of these resources by name
	uses      map[*fonts.Font]*fontUse
	used      *fonts.Font // the font that use belongs to
	use       *fontUse
	patterns  map[string]bool // patterns of these resources that were looked at
	offNames  map[string]bool // layers of these resources by name
	layers    *objects.Layers
	off       int           // marks around that belong to layers that are off
	replaced  int           // marks around whose text stands for their glyphs
	guessed   int           // glyphs within such marks whose character the font does not tell
	defaults  objects.Value // resources of form fields, where their own lack a font
	active    map[string]bool
	depth     int
	unsaved   int
}

// enter makes a resource dictionary the current one.
func (in *interpreter) enter(res objects.Value) {
	in.resources = res
	in.fontRefs = nil
	in.formRefs = nil
	in.local = map[string]*fonts.Font{}
	in.spaces, in.alphas, in.patterns, in.offNames = nil, nil, nil, nil
}

func (in *interpreter) run(data []byte) {
	if in.left -= int64(len(data)); in.left < 0 {
		in.failed = ErrLimit
		return
	}
	lex := NewLexer(data)
	var args []Token
	var audit audit
	count := 0
	for in.failed == nil {
		t := lex.Next()
		switch t.Kind {
		case EOF:
			in.page.Faults.end(&audit, count, lex.zeros)
			in.page.Faults.Unfinished += lex.unfinished
			return
		case Operator:
		default:
			if count++; len(args) < 64 {
				args = append(args, t)
			}
			continue
		}
		in.page.Faults.check(&audit, t.Bytes, args, count)
		count = 0
		in.page.Operators++
		if in.page.Operators > in.lim.Operators || len(in.page.Glyphs) > in.lim.Glyphs {
			in.failed = ErrLimit
			return
		}
		if in.page.Operators&0xfff == 0 && in.ctx.Err() != nil {
			in.failed = in.ctx.Err()
			return
		}
		if string(t.Bytes) == "ID" {
			lex.skipInline()
			in.image("", objects.Value{})
		} else {
			in.operate(string(t.Bytes), args, lex)
		}
		args = args[:0]
		lex.Reset()
	}
}

func num(a []Token, i int) float64 {
	if i < len(a) && a[i].Kind == Number {
		return a[i].Num
	}
	return 0
}

func matrix(a []Token) (m geom.Matrix, ok bool) {
	if len(a) < 6 {
		return m, false
	}
	for i := range m {
		m[i] = a[len(a)-6+i].Num
	}
	return m, true
}

func (in *interpreter) operate(op string, a []Token, lex *Lexer) {
	s := &in.state
	switch op {
	case "q":
		in.save()
	case "Q":
		in.restore()
	case "cm":
		if m, ok := matrix(a); ok {
			s.ctm = m.Then(s.ctm)
		}
	case "w":
		s.lineWidth = num(a, 0)
	case "g", "rg", "k":
		s.fill = lightness(a)
		s.white, s.plain = s.fill >= whitest, true
	case "sc", "scn":
		s.fill = lightness(a)
		s.white = s.plain && s.fill >= whitest
		in.pattern(a)
	case "G", "RG", "K", "SC", "SCN":
		s.stroke = lightness(a)
		in.pattern(a)
	case "cs":
		s.fill, s.white = 0, false
		s.plain = len(a) > 0 && in.plainSpace(string(a[0].Bytes))
	case "CS":
		s.stroke = 0
	case "gs":
		if len(a) > 0 && a[0].Kind == Name {
			in.graphicsState(string(a[0].Bytes))
		}
	case "sh":
		in.addGround(in.page.Clips[s.clip], false)
	case "Do":
		if len(a) > 0 && a[0].Kind == Name {
			in.paintObject(string(a[0].Bytes))
		}
	case "BDC":
		in.beginMark(a, lex)
	case "BMC":
		in.beginMark(nil, lex)
	case "EMC":
		in.endMark()
	default:
		if !in.operateText(op, a, lex) {
			in.operatePath(op, a)
		}
	}
}

// lookUp counts a look into the file's objects, which takes as long as many
// operators.
func (in *interpreter) lookUp() {
	in.page.Operators += 50
	if in.failed == nil && in.ctx.Err() != nil {
		in.failed = in.ctx.Err()
	}
}

// paintObject runs a form, or notes an image.
func (in *interpreter) paintObject(name string) {
	in.lookUp()
	x := in.resources.Key("XObject").Key(name)
	if !x.IsStream() {
		in.page.LostForm = true
		return
	}
	if in.layers.Off(x, "OC") {
		return
	}
	if in.formRefs == nil {
		in.formRefs = in.refs("XObject")
	}
	switch x.Key("Subtype").Name() {
	case "Image":
		in.image(in.formRefs[name], x)
	case "Form":
		in.paintForm(x, in.formRefs[name])
	default:
		in.page.LostForm = true
	}
}

// paintForm runs a form where the current transform puts it.
func (in *interpreter) paintForm(x objects.Value, ref string) {
	const maxForms = 12
	if in.active[ref] {
		return
	}
	if in.depth >= maxForms {
		in.page.LostForm = true
		return
	}
	data, err := x.Data()
	outer := *in
	if in.active == nil {
		in.active = map[string]bool{}
		outer.active = in.active
	}
	in.active[ref] = true
	in.depth++
	in.floor = len(in.saved)
	in.path = path{}
	in.marks = nil
	if m, ok := x.Key("Matrix").Numbers(6); ok {
		in.state.ctm = geom.Matrix(m).Then(in.state.ctm)
	}
	if b, ok := x.Key("BBox").Numbers(4); ok {
		in.clipTo(in.bounds(b[0], b[1], b[2], b[3]))
	}
	if r := x.Key("Resources"); r.IsDict() {
		in.enter(r)
	}
	in.run(data)
	failed := in.failed
	in.page.LostForm = in.page.LostForm || err != nil
	left, runs, uses := in.left, in.runs, in.uses
	delete(in.active, ref)
	*in = outer
	in.failed, in.left, in.runs, in.uses = failed, left, runs, uses
}

// bounds gives the display box around a box of user space.
func (in *interpreter) bounds(x0, y0, x1, y1 float64) geom.Rect {
	return boundsIn(in.state.ctm, x0, y0, x1, y1)
}

func boundsIn(m geom.Matrix, x0, y0, x1, y1 float64) geom.Rect {
	r := geom.Nothing
	for _, c := range [4][2]float64{{x0, y0}, {x1, y0}, {x0, y1}, {x1, y1}} {
		x, y := m.Apply(c[0], c[1])
		r = r.Union(geom.Rect{X0: x, Y0: y, X1: x, Y1: y})
	}
	return r
}

func (in *interpreter) clipTo(r geom.Rect) {
	r = r.Intersect(in.page.Clips[in.state.clip])
	if r == in.page.Clips[in.state.clip] {
		return
	}
	if n := len(in.page.Clips); in.page.Clips[n-1] == r {
		in.state.clip = int32(n - 1)
		return
	}
	in.page.Clips = append(in.page.Clips, r)
	in.state.clip = int32(len(in.page.Clips) - 1)
}
