package objects

import (
	"bytes"
	"errors"
)

// Image is an image of a page as it was packed: JPEG data as it stands, or rows
// of dots from the top, each of Bits bits and one or more components, padded to
// whole bytes.
type Image struct {
	Width, Height, Bits int
	JPEG                bool
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

// errNoImage says that an image is not in the file or packed in a way that
// nothing here unpacks.
var errNoImage = errors.New("image: not in the file, or packed as fax or otherwise")

// Image unpacks an image that the page paints, by its reference ("12 0 R").
func (p Page) Image(ref string) (Image, error) {
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
	if n := len(steps) - 1; n >= 0 && (steps[n].name == "DCTDecode" || steps[n].name == "DCT") {
		im.JPEG = true
		steps = steps[:n]
	}
	var err error
	im.Data, err = decode(bytes.Clone(data), steps, p.images.limit)
	return im, err
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
