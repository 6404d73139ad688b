package content

// whitest is the lightness from which on a colour is as good as white on paper.
const whitest = 0.98

// plainSpace reports whether a colour space is gray, RGB or CMYK. In others
// (tints of an ink, palettes) the number 1 may well be black.
func (in *interpreter) plainSpace(name string) bool {
	switch name {
	case "DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB":
		return true
	case "Pattern":
		return false
	}
	if plain, ok := in.spaces[name]; ok {
		return plain
	}
	in.lookUp()
	v := in.resources.Key("ColorSpace").Key(name)
	family := v.Name()
	if v.IsArray() {
		family = v.Index(0).Name()
	}
	plain := false
	switch family {
	case "ICCBased", "DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB":
		plain = true
	}
	if in.spaces == nil {
		in.spaces = map[string]bool{}
	}
	in.spaces[name] = plain
	return plain
}

// graphicsState takes over how transparent fills are.
func (in *interpreter) graphicsState(name string) {
	const unset, least, opaque = -1, 0.02, 0.98
	alpha, ok := in.alphas[name]
	if !ok {
		in.lookUp()
		alpha = unset
		if v := in.resources.Key("ExtGState").Key(name).Key("ca"); v.IsNumber() {
			alpha = v.Float()
		}
		if in.alphas == nil {
			in.alphas = map[string]float64{}
		}
		in.alphas[name] = alpha
	}
	if alpha != unset {
		in.state.clear = alpha < least
		in.state.veil = alpha < opaque
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
