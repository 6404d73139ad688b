package content

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
)

// Glyph is one character as painted. It runs from (X, Y) to (EndX, EndY) on
// its baseline. Clip is an index into the page's Clips.
type Glyph struct {
	Text            string
	X, Y            float64
	EndX, EndY      float64
	Size            float64 // height of an em
	Ascent, Descent float32 // in em; Descent is negative
	Clip            int32
	Run             int32 // counts up where text begins anew: a new text object, or elsewhere
	Dir             Dir
	Angle           int16 // in degrees, clockwise from Right, of slanted text; 0 where Dir says all
	Bold            bool
	Hidden          bool // painted invisibly, as the text of a recognized scan is
	White           bool // painted in white
	Struck          bool // a line goes through it
}

// Dir is the direction of reading.
type Dir uint8

// The directions of reading, clockwise.
const (
	Right Dir = iota
	Down
	Left
	Up
)

// Line is a straight stroke or a thin filled box, axis-parallel.
type Line struct {
	X0, Y0, X1, Y1 float64
	Width          float64
}

// Fill is a filled box. Gray is its lightness from 0 to 1.
type Fill struct {
	geom.Rect
	Gray float64
}

// Page is what the operators of one page painted.
type Page struct {
	Width, Height float64
	Glyphs        []Glyph
	Lines         []Line
	Fills         []Fill
	Images        []Image
	Clips         []geom.Rect // Clips[0] is everything
	Operators     int
	Unmapped      int  // glyphs whose character nothing in the file tells
	NoMedia       bool // the page does not say how large its sheet is
	Outside       int  // glyphs beyond the edges of the sheet, which are not kept; what is only cropped away is meant to be
	Scan          Scan
	BadFont       bool // a font that text is set in is lost or damaged
	LostForm      bool // something to paint is not in the file
	Faults        Faults

	ground []ground // fills and images in the order they were painted
	covers []cover  // white boxes painted after glyphs
}

// Limits bound one page.
type Limits struct {
	Operators   int
	Glyphs      int
	ContentSize int64 // bytes of content, forms included each time they are painted
}

// DefaultLimits are far beyond what a printed page needs.
var DefaultLimits = Limits{Operators: 5_000_000, Glyphs: 500_000, ContentSize: 96 << 20}

// ErrLimit says that a page was left half read because it is too large.
var ErrLimit = errors.New("page: larger than its limit")

// Fonts caches the fonts of a file by their reference, and the room in which its pages
// were painted. Several goroutines may share it: a font does not change once loaded.
type Fonts struct {
	loaded sync.Map
	rooms  sync.Pool
	most   atomic.Int64 // glyphs of a page so far
}

// shared is a font that is loaded by whoever needs it first.
type shared struct {
	once sync.Once
	font *fonts.Font
}

// font gives the font of a reference; load is called where nobody has loaded it.
func (c *Fonts) font(ref string, load func() *fonts.Font) *fonts.Font {
	made, ok := c.loaded.Load(ref)
	if !ok {
		made, _ = c.loaded.LoadOrStore(ref, &shared{})
	}
	s := made.(*shared)
	s.once.Do(func() { s.font = load() })
	if s.font == nil {
		return load() // lost or damaged, which each page says for itself
	}
	return s.font
}

// Run interprets a page and gives what a reader sees of it, or of a recognized
// scan what was recognized. What was painted before an error is given together
// with the error: a damaged stream, [ErrLimit], or the context's error.
func Run(ctx context.Context, p objects.Page, cache *Fonts, lim Limits) (*Page, error) {
	base, w, h := display(p)
	in := &interpreter{
		ctx: ctx, lim: lim, fonts: cache,
		page:  &Page{Width: w, Height: h, NoMedia: p.NoMedia, Clips: []geom.Rect{geom.Everything}},
		state: newState(base), layers: p.Layers, media: boundsIn(base, p.Media[0], p.Media[1], p.Media[2], p.Media[3]),
	}
	in.enter(p.Resources)
	data, err := p.Content(lim.ContentSize)
	in.left = lim.ContentSize
	in.page.Glyphs = cache.room(len(data))
	in.run(data)
	in.annotations(p, base)
	cache.needed(len(in.page.Glyphs))
	in.settleUnknown()
	in.dropCovered()
	in.page.dropUnseen()
	in.strikeOut()
	in.scanned(p)
	if in.failed != nil {
		err = in.failed
	}
	return in.page, err
}

// display gives the transform from the page's own space to display space, and
// the size of the page as displayed.
func display(p objects.Page) (m geom.Matrix, w, h float64) {
	b := p.Box
	w, h = b[2]-b[0], b[3]-b[1]
	switch p.Rotate {
	case 90:
		return geom.Matrix{0, 1, 1, 0, -b[1], -b[0]}, h, w
	case 180:
		return geom.Matrix{-1, 0, 0, 1, b[2], -b[1]}, w, h
	case 270:
		return geom.Matrix{0, -1, -1, 0, b[3], b[2]}, h, w
	}
	return geom.Matrix{1, 0, 0, -1, -b[0], b[3]}, w, h
}
