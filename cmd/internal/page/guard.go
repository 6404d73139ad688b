package page

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"path"
	"strings"
)

// Bounds limit what the page holds at a time.
type Bounds struct {
	Upload   int64 // bytes that are dropped at once
	Held     int64 // bytes of all sessions
	Files    int   // files of one session
	Sessions int
}

// DefaultBounds take a folder of 500 workbooks of a megabyte each with room to
// spare. The reader's own limits bound what a file unpacks to.
var DefaultBounds = Bounds{Upload: 512 << 20, Held: 1 << 30, Files: 2000, Sessions: 64}

// formBytes bounds what a form without files holds: a choice for each of 500,000
// findings.
const formBytes = 8 << 20

// policy lets the page use what comes from itself and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// ServeHTTP lets through who asks for this host by its token; all else gets 403.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if r.Host != s.host {
		refuse(w)
		return
	}
	first, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if first == helloPath {
		s.hello(w, rest)
		return
	}
	if subtle.ConstantTimeCompare([]byte(first), []byte(s.token)) != 1 {
		refuse(w)
		return
	}
	// what another page makes the browser send does not count, whatever it knows
	if err := http.NewCrossOriginProtection().Check(r); err != nil {
		refuse(w)
		return
	}
	if path.Clean("/"+rest) != strings.TrimSuffix("/"+rest, "/") && rest != "" {
		http.NotFound(w, r)
		return
	}
	s.mu.Lock()
	s.idle = 0
	s.mu.Unlock()
	inner := r.Clone(r.Context())
	inner.URL.Path, inner.URL.RawPath = "/"+rest, ""
	s.mux.ServeHTTP(w, inner)
}

func refuse(w http.ResponseWriter) { http.Error(w, "403", http.StatusForbidden) }

// tooLarge reports whether a body was larger than it may be.
func tooLarge(err error) bool {
	var limit *http.MaxBytesError
	return errors.As(err, &limit)
}
