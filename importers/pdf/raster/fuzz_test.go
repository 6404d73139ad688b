package raster

import (
	"testing"

	"riskbok/importers/pdf/objects"
)

// Whatever a picture says of itself, its lines lie on it.
func FuzzLines(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte, width, height uint16, bits uint8, photo, palette bool) {
		w, h := 1+int(width%512), 1+int(height%512)
		im := objects.Image{Width: w, Height: h, Bits: int(bits), JPEG: photo, Data: data}
		if palette {
			im.Palette = data[:min(len(data), 16)]
		}
		lines, err := Lines(im)
		if err != nil {
			return
		}
		for _, l := range lines {
			for _, v := range []float64{l.X0, l.Y0, l.X1, l.Y1} {
				if v < -1 || v > 2*float64(max(w, h)) {
					t.Fatalf("%+v on %d × %d", l, w, h)
				}
			}
		}
		_, _ = Look(im, 1, 1, false)
		Photo(im)
	})
}
