// Package raster tells what pictures show, without reading it: the rulings of a
// table in the picture of a page, as a scanner leaves it (long, straight, thin
// runs of dark dots), and lines of letters.
//
// [Lines] finds the rulings of a scanned page, [Look] whether a picture shows
// text, and [Photo] whether it is a photograph.
package raster

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"

	"riskbok/importers/pdf/objects"
)

// Line is a horizontal or vertical line: where it begins and ends, as shares of
// the width and height of the picture, from its upper left corner.
type Line struct{ X0, Y0, X1, Y1 float64 }

// Lengths as shares of the longer side of a page, about 842 points: the shortest
// line, longer than the strokes of letters, the thickest one, and how long a break
// in one may be.
const (
	shortest = 24.0 / 842
	thickest = 4.0 / 842
	longest  = 1.5 / 842 // break
)

// mostDots bounds what is looked through.
const mostDots = 64 << 20

// mostLines bounds what is given; a picture with more is none of a table.
const mostLines = 10_000

var errPicture = errors.New("picture: too large, or not of gray or coloured dots")

// Lines gives the lines of a picture. It fails where the picture has too many dots, or
// dots in a form that is not read; a drawing of very many lines has none.
func Lines(im objects.Image) ([]Line, error) {
	if im.Width*im.Height > mostDots {
		return nil, errPicture
	}
	b, err := bitmapOf(im)
	if err != nil {
		return nil, err
	}
	b.upright()
	side := float64(max(b.w, b.h))
	out := b.runs(side, false)
	out = append(out, b.transposed().runs(side, true)...)
	if len(out) > mostLines {
		return nil, nil
	}
	return out, nil
}

// bitmap says of each dot whether it is dark.
type bitmap struct {
	w, h int
	dark []bool
}

// dim is the lightness below which a dot is dark. Lines a dot wide that were
// turned a little are gray; the shades of rows and headings are lighter.
const dim = 176

func bitmapOf(im objects.Image) (*bitmap, error) {
	light, err := lightness(im)
	if err != nil {
		return nil, err
	}
	b := &bitmap{w: im.Width, h: im.Height, dark: make([]bool, im.Width*im.Height)}
	for y := range b.h {
		for x := range b.w {
			b.dark[y*b.w+x] = light(x, y) < dim
		}
	}
	return b, nil
}

// lightness gives a function that tells the lightness of a dot, 0 to 255.
func lightness(im objects.Image) (func(x, y int) uint8, error) {
	if im.JPEG {
		return photo(im)
	}
	row := len(im.Data) / im.Height
	if im.Bits != 1 && im.Bits != 2 && im.Bits != 4 && im.Bits != 8 {
		return nil, errPicture
	}
	if im.Palette != nil && row == (im.Width*im.Bits+7)/8 {
		return func(x, y int) uint8 {
			n := int(sample(im.Data[y*row:], x, im.Bits))
			return im.Palette[min(n, len(im.Palette)-1)]
		}, nil
	}
	switch {
	case im.Bits < 8 && row == (im.Width*im.Bits+7)/8:
		white := 1<<im.Bits - 1
		return func(x, y int) uint8 { return uint8(255 * int(sample(im.Data[y*row:], x, im.Bits)) / white) }, nil
	case im.Bits == 8 && row >= im.Width && row%im.Width == 0:
		n := row / im.Width
		return func(x, y int) uint8 {
			sum := 0
			for _, v := range im.Data[y*row+x*n : y*row+(x+1)*n] {
				sum += int(v)
			}
			return uint8(sum / n)
		}, nil
	}
	return nil, errPicture
}

// sample gives one of the numbers of a row that have less than a byte each, or
// a whole one.
func sample(row []byte, x, bits int) uint8 {
	at := x * bits
	return row[at/8] >> (8 - bits - at%8) & uint8(1<<bits-1)
}

// photo unpacks a JPEG picture, which may say another size than the file.
func photo(im objects.Image) (func(x, y int) uint8, error) {
	size, err := jpeg.DecodeConfig(bytes.NewReader(im.Data))
	if err != nil {
		return nil, err
	}
	if size.Width != im.Width || size.Height != im.Height {
		return nil, errPicture
	}
	pic, err := jpeg.Decode(bytes.NewReader(im.Data))
	if err != nil {
		return nil, err
	}
	r := pic.Bounds()
	switch p := pic.(type) {
	case *image.Gray:
		return func(x, y int) uint8 { return p.Pix[y*p.Stride+x] }, nil
	case *image.YCbCr:
		return func(x, y int) uint8 { return p.Y[p.YOffset(r.Min.X+x, r.Min.Y+y)] }, nil
	}
	return func(x, y int) uint8 {
		return color.GrayModel.Convert(pic.At(r.Min.X+x, r.Min.Y+y)).(color.Gray).Y
	}, nil
}

// upright turns light and dark about where most is dark: ink covers less than
// paper.
func (b *bitmap) upright() {
	n := 0
	for _, d := range b.dark {
		if d {
			n++
		}
	}
	if 2*n <= len(b.dark) {
		return
	}
	for i, d := range b.dark {
		b.dark[i] = !d
	}
}

func (b *bitmap) transposed() *bitmap {
	t := &bitmap{w: b.h, h: b.w, dark: make([]bool, len(b.dark))}
	for y := range b.h {
		for x, d := range b.dark[y*b.w : (y+1)*b.w] {
			t.dark[x*b.h+y] = d
		}
	}
	return t
}
