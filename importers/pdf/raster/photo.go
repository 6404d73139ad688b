package raster

import "riskbok/importers/pdf/objects"

// Text, tables and drawings are dark on light; a photograph has tones between
// for the greater part.
const (
	darkest  = 48
	lightest = 200
	tones    = 0.5 // share of the dots
)

// Photo reports whether a picture is a photograph, false where it cannot be
// unpacked.
func Photo(im objects.Image) bool {
	light, err := lightness(im)
	if err != nil || im.Width*im.Height > mostDots {
		return false
	}
	const across = 100 // dots looked at in each direction
	between := 0
	for i := range across * across {
		if l := light(i%across*im.Width/across, i/across*im.Height/across); l > darkest && l < lightest {
			between++
		}
	}
	return float64(between) > tones*across*across
}
