package controlplan

import "testing"

func TestShade(t *testing.T) {
	for of := 1; of <= 9; of++ {
		last := -1
		for nth := range of {
			at := -1
			for i, s := range shades {
				if s == shade(nth, of) {
					at = i
				}
			}
			if at < last {
				t.Errorf("%d of %d is milder than the one before", nth, of)
			}
			last = at
		}
	}
}
