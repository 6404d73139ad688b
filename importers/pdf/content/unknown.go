package content

import "riskbok/importers/pdf/fonts"

// fontUse is what a page shows of one font.
type fontUse struct {
	glyphs  int
	blanks  bool // a known space is among them
	unknown map[string]*unknownCode
}

// unknownCode is a code that nothing gives a character for.
type unknownCode struct {
	width float64
	at    []int // the glyphs
}

// useFont makes the current font the one that is counted.
func (in *interpreter) useFont() {
	if in.used == in.state.font {
		return
	}
	if in.uses == nil {
		in.uses = map[*fonts.Font]*fontUse{}
	}
	u := in.uses[in.state.font]
	if u == nil {
		u = &fontUse{}
		in.uses[in.state.font] = u
	}
	in.used, in.use = in.state.font, u
}

// unknown notes a code whose glyph is about to be added.
func (in *interpreter) unknown(c fonts.Char, code []byte) {
	in.page.Unmapped++
	if in.use.unknown == nil {
		in.use.unknown = map[string]*unknownCode{}
	}
	u := in.use.unknown[string(code)]
	if u == nil {
		u = &unknownCode{width: c.Width}
		in.use.unknown[string(code)] = u
	}
	u.at = append(u.at, len(in.page.Glyphs))
}

// A code that nothing explains is the space where its font shows no other
// space, it is as wide as one, and it is as common: in running text every
// seventh character is a space, and no narrow letter is every tenth.
const (
	narrowSpace = 0.15 // em
	wideSpace   = 0.4
	spaceShare  = 0.1
)

// settleUnknown turns what can only be spaces into spaces.
func (in *interpreter) settleUnknown() {
	for _, u := range in.uses {
		if u.blanks {
			continue
		}
		var best *unknownCode
		for _, k := range u.unknown {
			if k.width > narrowSpace && k.width < wideSpace && float64(len(k.at)) > spaceShare*float64(u.glyphs) && (best == nil || len(k.at) > len(best.at)) {
				best = k
			}
		}
		if best == nil {
			continue
		}
		for _, i := range best.at {
			if i < len(in.page.Glyphs) && in.page.Glyphs[i].Text == fonts.Unknown {
				in.page.Glyphs[i].Text = " "
				in.page.Unmapped--
			}
		}
	}
}
