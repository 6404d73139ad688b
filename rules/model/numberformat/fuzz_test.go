package numberformat

import (
	"testing"
	"unicode/utf8"
)

// Whatever a format says, what a cell shows is not endless.
func FuzzRead(f *testing.F) {
	f.Fuzz(func(t *testing.T, code, stored string) {
		if len(code)+len(stored) > 4<<10 {
			return
		}
		format := Read(code)
		if format == nil {
			return
		}
		shown, _ := format.Shown(stored)
		if len(shown) > 8*(maxFormat+len(stored)) {
			t.Errorf("%q shows %q as %d bytes", code, stored, len(shown))
		}
		if utf8.ValidString(code) && utf8.ValidString(stored) && !utf8.ValidString(shown) {
			t.Errorf("%q shows %q as %q", code, stored, shown)
		}
		format.ShownYear(stored)
		format.Thousandths()
	})
}
