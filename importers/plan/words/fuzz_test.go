package words

import (
	"math"
	"testing"

	"riskbok/config"
)

// Whatever a text is read as, a range begins before it ends and lies among the values
// that risks can have.
func FuzzRanges(f *testing.F) {
	x := Of(config.Vocabulary())
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4<<10 {
			return
		}
		var bands []Band
		add := func(b Band, ok bool) {
			if ok {
				bands = append(bands, b)
			}
		}
		add(x.Band(text))
		if b, _, ok := x.DayBand(text); ok && b.Low > b.High {
			t.Errorf("%q: days %+v", text, b)
		}
		bands = append(bands, x.Legend(text)...)
		bands = append(bands, x.LegendWithin(text)...)
		for _, b := range bands {
			if b.Low > b.High && b.High != 0 || b.Low < 0 || b.High > tolerances.maxValue && b.High != math.MaxInt {
				t.Errorf("%q: %+v", text, b)
			}
		}
		x.Sentences(text)
		x.Calculation(text)
		x.LimitOf(text)
		x.Degree(text)
		x.Exact(text)
		x.Boards().Beside(text)
		x.AxisNamed(text)
	})
}
