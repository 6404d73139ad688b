package fonts

import "riskbok/importers/pdf/objects"

// Unknown is the text of what is painted but means nobody knows what.
const Unknown = "\uFFFD"

// unknownWidth is the width of a character of a standard font that nobody knows: a
// digit's in Helvetica.
const unknownWidth = 0.556

// admit gives the codes that paint something, but whose character neither the
// encoding nor the map tells, the text Unknown. Said are the codes that the
// map has, controls among them.
func (f *Font) admit(v objects.Value, unnamed bool, said *[256]bool) {
	first, n := v.Key("FirstChar").Int(), v.Key("Widths").Len()
	if unnamed && f.ownOrder(v) {
		for c := 128; c < 256; c++ {
			f.text[c] = ""
		}
	}
	if f.symbolic() {
		return
	}
	enc := v.Key("Encoding")
	whole := enc.IsName() || enc.Key("BaseEncoding").IsName() // other codes are none
	var names *[256]string
	if n == 0 {
		// A standard font, whose widths every program knows: it paints what it is given a name for.
		names = named(enc)
		for c, name := range names {
			if f.text[c] == "" && !said[c] && name != "" && name != ".notdef" {
				f.text[c], f.widths[c] = Unknown, unknownWidth
			}
		}
	}
	for c := max(first, 0); c < first+n && c < 256; c++ {
		if f.text[c] != "" || said[c] || f.widths[c] <= 0 {
			continue
		}
		if names == nil {
			names = named(enc)
		}
		if name := names[c]; name == "" && !whole || name != "" && name != ".notdef" {
			f.text[c] = Unknown
		}
	}
}

// named gives the names that an encoding's differences have for codes.
func named(enc objects.Value) *[256]string {
	diff := enc.Key("Differences")
	var names [256]string
	for i, at := 0, 0; i < diff.Len() && i < maxDifferences; i++ {
		if x := diff.Index(i); x.IsNumber() {
			at = x.Int()
		} else {
			if at >= 0 && at < len(names) {
				names[at] = x.Name()
			}
			at++
		}
	}
	return &names
}

// ownOrder reports whether an embedded TrueType font that names no encoding
// numbers its letters beyond ASCII in an order of its own: it has letters where
// the encoding of Windows has none, or only the very first code.
func (f *Font) ownOrder(v objects.Value) bool {
	d := v.Key("FontDescriptor")
	const symbolic = 4
	if !d.Key("FontFile2").IsStream() || d.Key("Flags").Int()&symbolic == 0 {
		return false
	}
	for _, c := range []int{0x81, 0x8d, 0x8f, 0x90, 0x9d} {
		if f.widths[c] > d.Key("MissingWidth").Float()/1000 {
			return true
		}
	}
	return v.Key("LastChar").Int() == 0x80
}
