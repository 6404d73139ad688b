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
	return photographed(light, im.Width, im.Height)
}

// photographed is Photo for dots that have been unpacked.
func photographed(light func(x, y int) uint8, width, height int) bool {
	const across = 100 // dots looked at in each direction
	between := 0
	for i := range across * across {
		if l := light(i%across*width/across, i/across*height/across); l > darkest && l < lightest {
			between++
		}
	}
	return float64(between) > tones*across*across
}
