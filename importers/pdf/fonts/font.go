package fonts

import (
	"math"
	"strings"

	"riskbok/importers/pdf/objects"
)

// Font decodes strings of one font.
type Font struct {
	Name            string
	Ascent, Descent float64 // in em; Descent is negative
	Vertical, Bold  bool
	Told            bool // it says itself which characters its codes are: none is guessed by the code
	Damaged         bool // its map to characters could not be read whole
	Steps           int  // what reading it took, in operators of a page

	composite bool
	text      [256]string        // simple fonts
	widths    [256]float64       // simple fonts, in em
	cids      map[uint32]float64 // composite fonts: widths by CID
	missing   float64            // composite fonts: width of other CIDs
	unicode   *cmap              // composite fonts: text by code, or nil
	encoding  *cmap              // composite fonts: an embedded encoding map, or nil
	lengths   [5]bool
	direct    bool // composite fonts whose codes are UTF-16
}

// Char is one character of a string. Text is "" where a code paints nothing,
// and Unknown where nothing says what it paints.
type Char struct {
	Text  string
	Width float64 // in em, without spacing
	Bytes int     // of the code
	Blank bool    // the one-byte code 32, to which word spacing applies
}

// Load reads a font dictionary. It never fails: what the dictionary does not
// say is filled in from the standard fonts.
func Load(v objects.Value) *Font {
	f := &Font{Name: v.Key("BaseFont").Name(), Ascent: 0.75, Descent: -0.25, Steps: fontSteps}
	if i := strings.IndexByte(f.Name, '+'); i == 6 {
		f.Name = f.Name[7:]
	}
	for _, w := range []string{"Bold", "bold", "Black", "Heavy", "Semibold"} {
		f.Bold = f.Bold || strings.Contains(f.Name, w)
	}
	var toUnicode *cmap
	if tu := v.Key("ToUnicode"); tu.IsStream() {
		data, err := tu.Data()
		f.Damaged = err != nil
		toUnicode = f.parse(data)
	} else {
		f.Damaged = v.Lost("ToUnicode")
	}
	f.Told = toUnicode != nil && !f.Damaged || f.latin(v)
	if v.Key("Subtype").Name() == "Type0" {
		f.loadComposite(v, toUnicode)
	} else {
		f.loadSimple(v, toUnicode)
	}
	return f
}

// fontSteps is what any font takes, in operators, a third of a microsecond each: its
// dictionaries are looked up. mapBytes is how many bytes of a map are read in one.
const fontSteps, mapBytes = 1000, 16

// parse reads a map and counts what it takes.
func (f *Font) parse(data []byte) *cmap {
	m := parseCMap(data)
	f.Steps += len(data)/mapBytes + m.count
	return m
}

func (f *Font) describe(d objects.Value) {
	a, b := d.Key("Ascent").Float()/1000, d.Key("Descent").Float()/1000
	if b > 0 {
		b = -b
	}
	if a > 0.3 && a < 1.5 && b > -0.8 {
		f.Ascent, f.Descent = a, b
	}
}

func (f *Font) loadSimple(v objects.Value, toUnicode *cmap) {
	subtype := v.Key("Subtype").Name()
	enc := v.Key("Encoding")
	base := enc.Name()
	if enc.IsDict() {
		base = enc.Key("BaseEncoding").Name()
	}
	named := !enc.IsNull()
	if base == "" && subtype == "TrueType" {
		base = "WinAnsiEncoding"
	}
	if base == "" && f.symbolic() {
		base = "symbol"
	}
	f.text = baseEncoding(base)
	if base == "symbol" && strings.Contains(f.Name, "ZapfDingbats") {
		f.text = dingbatEncoding()
	}
	if base == "" {
		if own, ok := builtIn(v.Key("FontDescriptor").Key("FontFile")); ok {
			f.text = own
		}
	}
	f.differ(enc.Key("Differences"))
	if !f.loadWidths(v, subtype) {
		f.widths = standardWidths(f.Name, &f.text)
		for i := range f.widths {
			f.widths[i] /= 1000
		}
	}
	var said [256]bool
	if toUnicode != nil {
		for c := range f.text {
			s, ok := toUnicode.lookup(uint32(c))
			said[c] = ok
			if ok && s != "" {
				f.text[c] = s
			}
		}
	}
	f.admit(v, !named && subtype == "TrueType" && toUnicode == nil, &said)
	for i, s := range f.text {
		f.text[i] = fold(s)
	}
	f.describe(v.Key("FontDescriptor"))
}

// differ takes the glyphs by which an encoding differs from the one it is based on:
// their names, behind the code of the first.
func (f *Font) differ(diff objects.Value) {
	for i, at := 0, 0; i < diff.Len() && i < maxDifferences; i++ {
		if x := diff.Index(i); x.IsNumber() {
			at = x.Int()
		} else {
			if at >= 0 && at < len(f.text) {
				f.text[at] = glyphText(x.Name())
			}
			at++
		}
	}
}

// latin reports whether a font without a map shows letters by an encoding that has a
// name: that of the standard fonts, or one that it states.
func (f *Font) latin(v objects.Value) bool {
	const symbolic = 4 // a flag
	d, kind := v.Key("FontDescriptor"), v.Key("Subtype").Name()
	return kind != "Type0" && kind != "Type3" && !f.symbolic() && d.Key("Flags").Int()&symbolic == 0 && (v.Key("Encoding").IsName() || d.IsNull() && v.Key("Encoding").IsNull())
}

func (f *Font) symbolic() bool {
	return strings.Contains(f.Name, "Symbol") || strings.Contains(f.Name, "Dingbats")
}

func (f *Font) loadWidths(v objects.Value, subtype string) bool {
	w := v.Key("Widths")
	if w.Len() == 0 {
		return false
	}
	scale := 0.001
	if subtype == "Type3" {
		if m, ok := v.Key("FontMatrix").Numbers(6); ok && m[0] != 0 {
			scale = math.Abs(m[0])
		}
	}
	missing := v.Key("FontDescriptor").Key("MissingWidth").Float() * scale
	for i := range f.widths {
		f.widths[i] = missing
	}
	first := v.Key("FirstChar").Int()
	for i := 0; i < w.Len() && i < 256; i++ {
		if at := first + i; at >= 0 && at < 256 {
			f.widths[at] = w.Index(i).Float() * scale
		}
	}
	return true
}

func (f *Font) loadComposite(v objects.Value, toUnicode *cmap) {
	f.composite = true
	f.missing = 1
	d := v.Key("DescendantFonts").Index(0)
	if x := d.Key("DW"); x.IsNumber() {
		f.missing = x.Float() / 1000
	}
	f.cids = cidWidths(d.Key("W"))
	f.Steps += len(f.cids)
	enc := v.Key("Encoding")
	name := enc.Name()
	if enc.IsStream() {
		data, err := enc.Data()
		f.Damaged = f.Damaged || err != nil
		f.encoding = f.parse(data)
		f.lengths = f.encoding.lengths
		name = enc.Key("CMapName").Name()
	}
	f.Vertical = strings.HasSuffix(name, "-V")
	f.direct = strings.Contains(name, "UCS2") || strings.Contains(name, "UTF16")
	if toUnicode != nil {
		f.unicode = toUnicode
		for c, s := range toUnicode.text {
			toUnicode.text[c] = fold(s)
		}
	}
	if f.lengths == [5]bool{} {
		f.lengths[2] = true
	}
	f.describe(d.Key("FontDescriptor"))
}

func cidWidths(w objects.Value) map[uint32]float64 {
	out := map[uint32]float64{}
	n, set := w.Len(), 0 // one code may be set again and again
	for i := 0; i+1 < n && set < maxMappings; {
		c := uint32(w.Index(i).Int())
		if a := w.Index(i + 1); a.IsArray() {
			for j := range min(a.Len(), 65536) {
				out[c+uint32(j)] = a.Index(j).Float() / 1000
				set++
			}
			i += 2
			continue
		} else if last := uint32(a.Int()); last < 65536 {
			width := w.Index(i+2).Float() / 1000
			for ; c <= last; c++ {
				out[c] = width
				set++
			}
		}
		set++ // a range of no codes costs a look, too
		i += 3
	}
	return out
}

func (f *Font) cidWidth(c uint32) float64 {
	if f.encoding != nil {
		if cid, ok := f.encoding.cid.at(c); ok {
			c = cid
		}
	}
	if w, ok := f.cids[c]; ok {
		return w
	}
	return f.missing
}

// Next takes the first character from a string that is not empty.
func (f *Font) Next(s []byte) Char {
	if !f.composite {
		c := s[0]
		return Char{f.text[c], f.widths[c], 1, c == ' '}
	}
	n, c := f.takeCode(s)
	text, ok := "", false
	if f.unicode != nil {
		text, ok = f.unicode.lookup(c)
	}
	switch {
	case ok:
	case f.direct:
		text = fold(string(rune(c)))
	case f.symbolic():
		text = "•"
	default:
		text = Unknown
	}
	return Char{text, f.cidWidth(c), n, n == 1 && c == ' '}
}

func (f *Font) takeCode(s []byte) (int, uint32) {
	var c uint32
	if f.encoding != nil {
		for n := 1; n <= 4 && n <= len(s); n++ {
			c = c<<8 | uint32(s[n-1])
			for _, r := range f.encoding.spaces {
				if r.bytes == n && c >= r.lo && c <= r.hi {
					return n, c
				}
			}
		}
	}
	c = 0
	for n := 1; n <= 4 && n <= len(s); n++ {
		c = c<<8 | uint32(s[n-1])
		if f.lengths[n] {
			return n, c
		}
	}
	return min(len(s), 2), c
}
