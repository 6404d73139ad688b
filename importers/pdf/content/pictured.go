package content

import (
	"math"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
)

// Image is an image as painted: the box of what is shown of it.
type Image struct {
	geom.Rect
	Ref  string        // its object, "" of one within the content
	Dict objects.Value // its dictionary, null of one within the content

	placed geom.Matrix // where its unit square lies
}

// Size gives how large an image is painted along its own sides, in points, and
// whether it is painted turned by a quarter.
func (im *Image) Size() (across, down float64, turned bool) {
	m := im.placed
	return math.Hypot(m[0], m[1]), math.Hypot(m[2], m[3]), math.Abs(m[1]) > math.Abs(m[0])
}

func (in *interpreter) image(ref string, dict objects.Value) {
	box := in.bounds(0, 0, 1, 1).Intersect(in.page.Clips[in.state.clip])
	if !box.Empty() && in.off == 0 && len(in.page.Images) < 10000 {
		in.page.Images = append(in.page.Images, Image{Rect: box, Ref: ref, Dict: dict, placed: in.state.ctm})
		in.addGround(box, false)
	}
}
