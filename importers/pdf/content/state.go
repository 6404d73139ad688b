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
	white           bool    // the fill is white, whatever it is called
	plain           bool    // the fill's colour space has no tints: its numbers are lightness
	clear           bool    // the fill is transparent
	veil            bool    // what lies below shines through the fill
	clip            int32
}

func newState(base geom.Matrix) state {
	return state{ctm: base, text: geom.Identity, line: geom.Identity, stretch: 1, lineWidth: 1, plain: true}
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
