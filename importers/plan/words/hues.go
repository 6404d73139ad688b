package words

import "riskbok/rules/model"

// Hue is a colour as people call it.
type Hue int

// The hues of risk matrices.
const (
	NoHue Hue = iota
	Red
	Orange
	Yellow
	Green
)

// hueWords gives the hue that each name of a colour stands for.
func hueWords(c *model.ColourWords) map[string]Hue {
	out := map[string]Hue{}
	for _, n := range []struct {
		hue   Hue
		words []string
	}{{Red, c.Red}, {Orange, c.Orange}, {Yellow, c.Yellow}, {Green, c.Green}} {
		for _, word := range n.words {
			out[model.Key(word)] = n.hue
		}
	}
	return out
}

// Hue gives the hue that a word names.
func (x *Index) Hue(word string) Hue { return x.hues[model.Key(word)] }
