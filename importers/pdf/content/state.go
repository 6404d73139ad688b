package content

import (
	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/geom"
)

// state is the graphics state, as far as it matters for text and rulings.
type state struct {
	ctm, text, line geom.Matrix // line is the text line matrix
	charSpace       float64
	wordSpace       float64
	stretch         float64 // horizontal scaling, 1 is normal
	leading         float64
	rise            float64
	size            float64
	mode            int
	font            *fonts.Font
	lineWidth       float64
	fill, stroke    float64 // lightness
	clip            int32
}

func newState(base geom.Matrix) state {
	return state{ctm: base, text: geom.Identity, line: geom.Identity, stretch: 1, lineWidth: 1}
}

const maxSaved = 512

func (in *interpreter) save() {
	if len(in.saved) < maxSaved {
		in.saved = append(in.saved, in.state)
	} else {
		in.unsaved++
	}
}

func (in *interpreter) restore() {
	if in.unsaved > 0 {
		in.unsaved--
		return
	}
	if n := len(in.saved); n > in.floor {
		in.state = in.saved[n-1]
		in.saved = in.saved[:n-1]
	}
}

// lightness reads the operands of a colour operator: gray, RGB or CMYK by
// their number. A pattern counts as mid gray.
func lightness(n []Token) float64 {
	v := make([]float64, 0, 4)
	for _, t := range n {
		if t.Kind == Number && len(v) < 4 {
			v = append(v, min(max(t.Num, 0), 1))
		}
	}
	switch len(v) {
	case 1:
		return v[0]
	case 3:
		return 0.3*v[0] + 0.59*v[1] + 0.11*v[2]
	case 4:
		return (1 - v[3]) * (1 - (0.3*v[0] + 0.59*v[1] + 0.11*v[2]))
	}
	return 0.5
}
