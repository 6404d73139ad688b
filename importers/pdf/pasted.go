package pdf

import (
	"errors"

	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/raster"
)

// The least picture that is looked at, in points: three lines of two short
// columns. Logos and signatures are smaller, or show no columns.
const (
	leastAcross = 90
	leastDown   = 26
)

// fewPasted is how many pictures of a page are looked at.
const fewPasted = 12

// pasted says that a page with text of its own has a picture of a table or of
// running text in it. One that cannot be unpacked is said where it is as large as
// a scan.
func (s *scan) pasted(p *picture) {
	for _, im := range p.images[:min(fewPasted, len(p.images))] {
		across, down, turned := im.Size()
		if im.W() < leastAcross || im.H() < leastDown {
			continue
		}
		data, err := s.pages[p.page].Image(im.Ref, im.Dict)
		if errors.Is(err, objects.ErrPacked) && im.W()*im.H() > pictureShare*p.width*p.height {
			s.damage(p.page, CodePacked, "")
			return
		}
		if err != nil {
			continue
		}
		switch sight, _ := raster.Look(data, across, down, turned); sight {
		case raster.Table:
			s.damage(p.page, CodePasted, "")
			return
		case raster.Text:
			s.damage(p.page, CodePastedText, "")
			return
		}
	}
}
