package raster

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/basicfont"
	"golang.org/x/image/math/fixed"

	"riskbok/importers/pdf/objects"
)

// write sets words in letters of 13 dots.
func write(g *image.Gray, x, y int, words string, dark bool) {
	ink := image.Black
	if !dark {
		ink = image.White
	}
	d := font.Drawer{Dst: g, Src: ink, Face: basicfont.Face7x13, Dot: fixed.P(x, y)}
	d.DrawString(words)
}

func TestLook(t *testing.T) {
	risks := []string{"Risk", "Brand i verkstaden", "Stulna verktyg", "Sen leverans"}
	for name, c := range map[string]struct {
		draw func(g *image.Gray)
		want Sight
	}{
		"ruled": {func(g *image.Gray) {
			table(g)
			for i, r := range risks[:2] {
				write(g, 60, 120+50*i, r, true)
				write(g, 260, 120+50*i, "3", true)
				write(g, 60, 135+50*i, "och mer", true)
				write(g, 260, 135+50*i, "se plan", true)
			}
		}, Table},
		"bare, white on dark": {func(g *image.Gray) {
			fill(g, 0, 0, 842, 600, 40)
			for i, r := range risks {
				write(g, 60, 100+20*i, r, false)
				write(g, 300, 100+20*i, fmt.Sprint(i), false)
			}
		}, Table},
		"amounts": {func(g *image.Gray) {
			for i, a := range []string{"90", "1 200", "12 000"} {
				write(g, 60, 100+20*i, risks[i], true)
				write(g, 400-7*len(a), 100+20*i, a, true)
			}
		}, Table},
		"text": {func(g *image.Gray) {
			for i := range 6 {
				write(g, 60, 100+16*i, strings.Repeat("ord och text ", 6+i%3), true)
			}
		}, Text},
		"bars": {func(g *image.Gray) {
			for i := range 5 {
				write(g, 20, 500-80*i, fmt.Sprint(20*i), true)
				fill(g, 100+120*i, 500-70*(i*3%5)-40, 160+120*i, 500, 90)
				write(g, 110+120*i, 520, "Kv "+fmt.Sprint(i), true)
				write(g, 120+120*i, 455-70*(i*3%5), fmt.Sprint(i*37), true)
			}
			fill(g, 60, 60, 62, 500, 0)
		}, Nothing},
		"signature": {func(g *image.Gray) { write(g, 60, 100, "Anna Ek", true); write(g, 400, 100, "Bo Alm", true) }, Nothing},
		"white":     {func(*image.Gray) {}, Nothing},
	} {
		g := page(c.draw)
		im := objects.Image{Width: 842, Height: 600, Bits: 8, Data: g.Pix}
		if got, err := Look(im, 420, 300, false); got != c.want || err != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		turned := objects.Image{Width: 600, Height: 842, Bits: 8, Data: make([]byte, len(g.Pix))}
		for i, v := range g.Pix {
			turned.Data[i%842*600+i/842] = v
		}
		if got, err := Look(turned, 300, 420, true); got != c.want || err != nil {
			t.Errorf("%s, turned: %v, %v", name, got, err)
		}
	}
	if _, err := Look(objects.Image{Width: 9, Height: 9, Bits: 8}, 100, 100, false); err == nil {
		t.Error("no error for a picture without data")
	}
}
