package content

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
)

// Glyphs are held against lines and white boxes only as long as the page may have
// operators; a page that takes more says so.
func TestLooksAreBounded(t *testing.T) {
	lim := DefaultLimits
	lim.Operators = 20_000
	for name, mark := range map[string]string{"lines": "%d 400 m %d 400 l S\n", "covers": "1 g %d 401 %d 1 re f 0 g\n"} {
		for _, n := range []int{10, 3000} {
			var b strings.Builder
			fmt.Fprintf(&b, "BT /F1 1 Tf 20 401 Td (%s) Tj ET\n", strings.Repeat("is", n/2))
			for i := range n {
				fmt.Fprintf(&b, mark, i%500, i%500+1)
			}
			_, err := runFile(pdftest.Page(b.String(), ""), lim)
			if got := errors.Is(err, ErrLimit); got != (n > 10) {
				t.Errorf("%d %s: %v", n, name, err)
			}
		}
	}
}
