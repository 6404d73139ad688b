package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"

	"riskbok/importers/pdf/objects"
)

// page is a white page of 842 by 600 dots.
func page(draw func(g *image.Gray)) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, 842, 600))
	for i := range g.Pix {
		g.Pix[i] = 255
	}
	draw(g)
	return g
}

func fill(g *image.Gray, x0, y0, x1, y1 int, light uint8) {
	for y := y0; y < y1; y++ {
		for x := x0; x < x1; x++ {
			g.SetGray(x, y, color.Gray{Y: light})
		}
	}
}

// table draws two rows of two cells, with letters, a dark block and a gray one.
func table(g *image.Gray) {
	for _, y := range []int{100, 150, 200} {
		fill(g, 50, y, 450, y+2, 0)
	}
	for _, x := range []int{50, 250, 449} {
		fill(g, x, 100, x+2, 202, 0)
	}
	fill(g, 60, 110, 62, 122, 0)    // a letter
	fill(g, 500, 100, 800, 200, 20) // a block
	fill(g, 50, 300, 450, 320, 220) // the shade of a row
}

func TestLines(t *testing.T) {
	g := page(table)
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, g, &jpeg.Options{Quality: 80}); err != nil {
		t.Fatal(err)
	}
	bits, colours := make([]byte, (842+7)/8*600), make([]byte, 0, 3*842*600)
	for i, v := range g.Pix {
		if v >= 128 {
			x := i % 842
			bits[i/842*((842+7)/8)+x/8] |= 128 >> (x % 8)
		}
		colours = append(colours, v, v, v)
	}
	nibbles, indexed := make([]byte, 421*600), bytes.Clone(g.Pix)
	for i, v := range g.Pix {
		nibbles[i/2] |= v >> 4 << (4 - i%2*4)
		indexed[i] = v / 128
	}
	inverted := bytes.Clone(bits)
	for i := range inverted {
		inverted[i] = ^inverted[i]
	}
	for name, im := range map[string]objects.Image{
		"gray":     {Width: 842, Height: 600, Bits: 8, Data: g.Pix},
		"coloured": {Width: 842, Height: 600, Bits: 8, Data: colours},
		"jpeg":     {Width: 842, Height: 600, Bits: 8, JPEG: true, Data: photo.Bytes()},
		"bits":     {Width: 842, Height: 600, Bits: 1, Data: bits},
		"nibbles":  {Width: 842, Height: 600, Bits: 4, Data: nibbles},
		"indexed":  {Width: 842, Height: 600, Bits: 8, Data: indexed, Palette: []uint8{255, 20}},
		"inverted": {Width: 842, Height: 600, Bits: 1, Data: inverted},
	} {
		found, err := Lines(im)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		across, down := map[int]bool{}, map[int]bool{}
		for _, l := range found {
			if l.Y0 == l.Y1 {
				across[int(math.Round(l.Y0*600/50))*50] = true
			} else {
				down[int(math.Round(l.X0*842/50))*50] = true
			}
		}
		if len(across) != 3 || len(down) != 3 || !across[150] || !down[250] {
			t.Errorf("%s: lines across at %v, down at %v", name, across, down)
		}
	}
}

func TestNoPicture(t *testing.T) {
	for name, im := range map[string]objects.Image{
		"too short":  {Width: 842, Height: 600, Bits: 8, Data: make([]byte, 500)},
		"three bits": {Width: 842, Height: 600, Bits: 3, Data: make([]byte, 316*600)},
		"no jpeg":    {Width: 842, Height: 600, Bits: 8, JPEG: true, Data: []byte("no")},
		"too large":  {Width: 30_000, Height: 30_000, Bits: 1},
	} {
		if _, err := Lines(im); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A ruling that others cross at even steps, where the places that are looked at
// lie too, is one all the same; the edge of a block is none.
func TestCrossedAtEvenSteps(t *testing.T) {
	g := page(func(g *image.Gray) {
		for y := 50; y <= 550; y += 50 {
			fill(g, 100, y, 400, y+2, 0)
		}
		fill(g, 100, 50, 101, 551, 0)
		fill(g, 250, 50, 252, 551, 0)
		fill(g, 500, 50, 700, 551, 0)
	})
	found, err := Lines(objects.Image{Width: 842, Height: 600, Bits: 8, Data: g.Pix})
	if err != nil {
		t.Fatal(err)
	}
	down := map[int]bool{}
	for _, l := range found {
		if l.X0 == l.X1 {
			down[int(math.Round(l.X0*842/50))*50] = true
		}
	}
	if !down[100] || !down[250] || len(down) != 2 {
		t.Errorf("lines down at %v", down)
	}
}
