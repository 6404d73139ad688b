package objects

import (
	"bytes"
	"errors"
	"io"

	"golang.org/x/image/ccitt"
)

// Image is an image of a page as it was packed: JPEG data as it stands, or rows
// of dots from the top, each of Bits bits and one or more components, padded to
// whole bytes. Palette, where there is one, gives the lightness of the colour
// that a dot's number stands for.
type Image struct {
	Width, Height, Bits int
	JPEG                bool
	Palette             []uint8
	Data                []byte
}

// images are the images of a file by their reference. Their data is left in the
// file and unpacked when somebody asks for it.
type images struct {
	objects map[string]*object
	dec     *decrypter
	limit   int64
}

// maxSide bounds images: A0 at 600 dots per inch is smaller.
const maxSide = 32_000

// errNoImage says that an image is not in the file.
var errNoImage = errors.New("image: not in the file")

// ErrPacked says that an image is packed in a way that nothing here unpacks:
// JBIG2, which holds scanned pages, JPEG 2000, or a fax of group 3 in two
// dimensions.
var ErrPacked = errors.New("image: packed in a way that is not unpacked here")

// Image unpacks an image that the page paints, by its reference ("12 0 R") and its
// dictionary. It fails where there is none, or it is damaged, too large or packed in a
// way that is not read.
func (p Page) Image(ref string, dict Value) (Image, error) {
	if p.images == nil || p.images.objects[ref] == nil {
		return Image{}, errNoImage
	}
	o := p.images.objects[ref]
	number := func(long, short string) int {
		n, ok := rawInt(o.get(long))
		if !ok {
			n, _ = rawInt(o.get(short))
		}
		return n
	}
	im := Image{Width: number("Width", "W"), Height: number("Height", "H"), Bits: max(1, number("BitsPerComponent", "BPC"))}
	if im.Width < 1 || im.Height < 1 || im.Width > maxSide || im.Height > maxSide || o.cut {
		return Image{}, errNoImage
	}
	data := o.data
	if p.images.dec != nil && !exempt(o) {
		data = p.images.dec.stream(data, o.num, o.gen)
	}
	steps := filterSteps(o.src, o.shape.entries)
	last := filterStep{}
	if n := len(steps) - 1; n >= 0 {
		last = steps[n]
	}
	switch last.name {
	case "DCTDecode", "DCT":
		im.JPEG, steps = true, steps[:len(steps)-1]
	case "CCITTFaxDecode", "CCF":
		steps = steps[:len(steps)-1]
	case "JBIG2Decode", "JPXDecode":
		return Image{}, ErrPacked
	}
	if !im.JPEG {
		im.Palette = palette(dict.Key("ColorSpace"))
	}
	var err error
	im.Data, err = decode(bytes.Clone(data), steps, p.images.limit)
	if err == nil && (last.name == "CCITTFaxDecode" || last.name == "CCF") {
		im.Bits, im.Palette = 1, nil
		im.Data, err = unFax(im.Data, last.parms, im.Height)
	}
	return im, err
}

// faxColumns is the width of a fax that states none (ISO 32000-1, table 11).
const faxColumns = 1728

// unFax unpacks the dots of a fax of groups 3 (one dimension) and 4. What was
// unpacked before an error is followed by white rows.
func unFax(data, parms []byte, height int) ([]byte, error) {
	var entries []dictEntry
	if s, ok := skipValue(parms, 0); ok && s.dict {
		entries = s.entries
	}
	yes := func(key string) bool { return string(find(parms, entries, key)) == "true" }
	k, _ := rawInt(find(parms, entries, "K"))
	width, ok := rawInt(find(parms, entries, "Columns"))
	if !ok {
		width = faxColumns
	}
	if k > 0 || width < 1 || width > maxSide {
		return nil, ErrPacked
	}
	form := ccitt.Group4
	if k == 0 {
		form = ccitt.Group3
	}
	row := (width + 7) / 8
	r := ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, form, width, height, &ccitt.Options{Align: yes("EncodedByteAlign"), Invert: yes("BlackIs1")})
	out := bytes.Repeat([]byte{0xff}, row*height)
	n, err := io.ReadFull(r, out)
	if n == 0 {
		return nil, err
	}
	return out, nil
}

// palette gives the lightness of each colour of an indexed colour space, nil of
// another one.
func palette(space Value) []uint8 {
	if !space.IsArray() || space.Len() < 4 || space.Index(0).Name() != "Indexed" && space.Index(0).Name() != "I" {
		return nil
	}
	table := []byte(space.Index(3).v.RawString())
	if s := space.Index(3); s.IsStream() {
		table, _ = s.Data()
	}
	colours := space.Index(2).Int() + 1
	if colours < 1 || colours > 256 || len(table) < colours {
		return nil
	}
	n := len(table) / colours
	out := make([]uint8, colours)
	for i := range out {
		sum := 0
		for _, v := range table[i*n : (i+1)*n] {
			sum += int(v)
		}
		out[i] = uint8(sum / n)
		if n == 4 { // ink
			out[i] = ^out[i]
		}
	}
	return out
}

// images gives the images among the objects.
func (s *scanned) images(dec *decrypter, lim Limits) *images {
	out := &images{objects: map[string]*object{}, dec: dec, limit: lim.StreamBytes}
	for _, o := range s.objects {
		if o.stream && rawName(o.get("Subtype")) == "Image" {
			out.objects[o.ref()] = o
		}
	}
	return out
}
