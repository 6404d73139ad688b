package objects

import (
	"testing"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = Limits{StreamBytes: 1 << 20, TotalBytes: 4 << 20, Pages: 100, Objects: 1000}

// Whatever the objects, cross-references and trailers say, pages have a place to be
// drawn on, and what they hold is within the limits.
func FuzzOpen(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 64<<10 {
			return
		}
		file, err := Open(data, fuzzLimits)
		if err != nil {
			return
		}
		if len(file.Pages) > fuzzLimits.Pages {
			t.Errorf("%d pages", len(file.Pages))
		}
		for _, p := range file.Pages {
			if p.Box[0] >= p.Box[2] || p.Box[1] >= p.Box[3] || p.Rotate%90 != 0 {
				t.Errorf("box %v, turned %d", p.Box, p.Rotate)
			}
			content, _ := p.Dict.Key("Contents").Data()
			if int64(len(content)) > fuzzLimits.TotalBytes {
				t.Errorf("%d bytes of content", len(content))
			}
			for _, ref := range p.Resources.Key("XObject").Refs() {
				_, _ = p.Image(ref, p.Resources.Key("XObject"))
			}
		}
	})
}

// No filter gives more than it may.
func FuzzFilters(f *testing.F) {
	f.Fuzz(func(t *testing.T, data []byte, dict string) {
		sh, ok := skipDict([]byte(dict), 0, 0)
		if !ok {
			return
		}
		const limit = 1 << 16
		out, _ := decode(data, filterSteps([]byte(dict), sh.entries), limit)
		if len(out) > max(limit, len(data)) {
			t.Errorf("%d bytes of %d", len(out), len(data))
		}
	})
}
