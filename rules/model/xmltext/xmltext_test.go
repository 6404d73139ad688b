package xmltext

import "testing"

func TestReference(t *testing.T) {
	for name, want := range map[string]struct {
		r  rune
		ok bool
	}{
		"amp": {'&', true}, "lt": {'<', true}, "gt": {'>', true}, "quot": {'"', true}, "apos": {'\'', true},
		"#229": {'å', true}, "#xE5": {'å', true}, "#xe5": {'å', true}, "#10": {'\n', true}, "#x1F600": {0x1F600, true},
		// No reference, or to what no document may hold.
		"": {}, "#": {}, "#x": {}, "nbsp": {}, "#65abc": {}, "#x65z": {}, "#x110000": {},
		"#1": {1, false}, "#xD800": {0xD800, false}, "#xFFFF": {0xFFFF, false},
	} {
		if r, ok := Reference([]byte(name)); r != want.r || ok != want.ok {
			t.Errorf("Reference(%q) = %U %v, want %U %v", name, r, ok, want.r, want.ok)
		}
	}
}
