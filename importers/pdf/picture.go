package pdf

import (
	"strconv"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/raster"
)

// A page whose images cover this share of it, and whose text covers less than
// textShare of what they do, is a picture with a page number, a stamp or a
// heading. Computed for A4 and 11 points: a page of running text with a picture
// over half of it has 0.2, one with a page number or "Signerat dokument" at most
// 0.01, a heading over a picture of a table 0.02.
const (
	pictureShare = 0.25
	textShare    = 0.03
)

// titleSize is how large the title on a cover is set at least, points. A cover
// may well be a picture.
const titleSize = 20

// picture is what is weighed of a page that may be a picture.
type picture struct {
	page   int
	width  float64
	height float64
	text   float64 // the area of its letters
	cover  bool    // the first page, with a large title
	images []content.Image
}

// A page with more images than this is not looked through for images that
// stand on other pages too: it is a scan in tiles.
const fewImages = 64

// weigh notes a page that has images.
func (s *scan) weigh(i int, c *content.Page) {
	if len(c.Images) == 0 {
		return
	}
	seen := map[string]bool{}
	for k := range c.Images {
		if ref := c.Images[k].Ref; !seen[ref] {
			seen[ref] = true
			s.imagePages[ref]++
		}
	}
	p := picture{page: i, width: c.Width, height: c.Height, images: c.Images}
	large := 0.0
	for k := range c.Glyphs {
		g := &c.Glyphs[k]
		const wide = 0.5 // of an em, a letter
		if g.Text != " " {
			p.text += wide * g.Size * g.Size
			large = max(large, g.Size)
		}
	}
	p.cover = i == 0 && large >= titleSize
	if len(p.images) > fewImages {
		area := covered(c.Images, c.Width, c.Height)
		p.images = []content.Image{{Rect: geom.Rect{X1: c.Width, Y1: area * c.Height}}}
	}
	s.pictures = append(s.pictures, p)
}

// judgePictures says which pages are pictures: one finding for pages that
// follow each other. An image that stands on several pages is paper: a
// letterhead, a pattern, a logo. A photograph holds nothing to read. A page with
// text may still have a picture of more text in it.
func (s *scan) judgePictures() {
	from, to := -1, -1
	for k := range s.pictures {
		p := &s.pictures[k]
		s.dropPaper(p)
		switch s.look(p) {
		case photographs:
			continue
		case withText:
			s.pasted(p)
			continue
		}
		if p.page != to+1 || from < 0 {
			s.pictureRun(from, to)
			from = p.page
		}
		to = p.page
	}
	s.pictureRun(from, to)
}

// dropPaper leaves the images of a page that stand on it alone.
func (s *scan) dropPaper(p *picture) {
	var own []content.Image
	for _, im := range p.images {
		if im.Ref == "" || s.imagePages[im.Ref] < 2 {
			own = append(own, im)
		}
	}
	p.images = own
}

// pictured is what a page with images is.
type pictured uint8

const (
	withText    pictured = iota // its images may still show text
	photographs                 // nothing but photographs, which need not be looked at again
	aPicture
)

func (s *scan) look(p *picture) pictured {
	if p.cover || p.text > textShare*p.width*p.height {
		return withText
	}
	area := covered(p.images, p.width, p.height)
	if area < pictureShare || p.text >= textShare*area*p.width*p.height {
		return withText
	}
	photos := 0
	for _, im := range p.images[:min(fewPhotos, len(p.images))] {
		if data, err := s.pages[p.page].Image(im.Ref, im.Dict); err == nil && raster.Photo(data) {
			photos++
		}
	}
	if photos < len(p.images) {
		return aPicture
	}
	return photographs
}

// fewPhotos is how many images of a page are looked at.
const fewPhotos = 4

// pictureRun notes pages, counted from 0, that are pictures.
func (s *scan) pictureRun(from, to int) {
	switch {
	case from < 0:
	case from == to:
		s.damage(from, CodePicture, "")
	default:
		s.damage(from, CodePictures, "")
		d := &s.out.Damage[len(s.out.Damage)-1]
		d.Args["from"], d.Args["to"] = strconv.Itoa(from+1), strconv.Itoa(to+1)
	}
}

// covered gives the share of a page that boxes cover together, to a
// two-thousandth.
func covered(boxes []content.Image, w, h float64) float64 {
	const across, down = 40, 50
	var taken [across * down]bool
	n := 0
	for _, b := range boxes {
		x0, x1 := cell(b.X0, w, across), cell(b.X1, w, across)
		y0, y1 := cell(b.Y0, h, down), cell(b.Y1, h, down)
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				if !taken[y*across+x] {
					taken[y*across+x] = true
					n++
				}
			}
		}
	}
	return float64(n) / (across * down)
}

// cell gives the nearest of n divisions of a length.
func cell(x, length float64, n int) int {
	share := x / length
	if !(share > 0) { // or no number
		return 0
	}
	return int(min(share, 1)*float64(n) + 0.5)
}
