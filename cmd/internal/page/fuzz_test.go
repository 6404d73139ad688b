package page

import (
	"bytes"
	"errors"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// Whatever a form sends, what is held is within the bounds, and the names of its files
// lead only down and steer nothing that shows them.
func FuzzUpload(f *testing.F) {
	s := &Server{o: Options{Bounds: Bounds{Upload: 16 << 10, Files: 5}}}
	f.Fuzz(func(t *testing.T, body []byte) {
		r := httptest.NewRequest("POST", "/files", bytes.NewReader(body))
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		parts, _, err := s.received(httptest.NewRecorder(), r)
		if errors.Is(err, errTooMany) || err != nil && len(parts) > 0 {
			return
		}
		if len(parts) > s.o.Bounds.Files || sizeOf(parts) > s.o.Bounds.Upload {
			t.Errorf("%d parts of %d bytes", len(parts), sizeOf(parts))
		}
		for _, p := range parts {
			if p.Name == "" || !filepath.IsLocal(filepath.FromSlash(p.Name)) || !utf8.ValidString(p.Name) || strings.ContainsFunc(p.Name, unicode.IsControl) {
				t.Errorf("%q", p.Name)
			}
		}
	})
}
