package page

import (
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/output"
)

// patience is how long a page that dropped files waits for the report before it
// is shown how far work has come. Most are done within it.
const patience = 900 * time.Millisecond

// errTooMany says that more files were dropped than are held.
var errTooMany = errors.New("too many files")

// upload takes files that were dropped, begins to read them and leads to the
// report.
func (s *Server) upload(w http.ResponseWriter, r *http.Request, one *session) {
	parts, add, err := s.received(w, r)
	switch {
	case tooLarge(err):
		s.answer(w, r, one, http.StatusRequestEntityTooLarge, s.o.Lang.T("page.too-large", "limit", megabytes(s.o.Bounds.Upload)))
		return
	case errors.Is(err, errTooMany):
		s.answer(w, r, one, http.StatusRequestEntityTooLarge, s.o.Lang.T("page.too-many", "limit", s.o.Bounds.Files))
		return
	case err != nil:
		s.answer(w, r, one, http.StatusBadRequest, s.o.Lang.T("page.upload-broken"))
		return
	case len(parts) == 0:
		s.answer(w, r, one, http.StatusBadRequest, s.o.Lang.T("page.no-files"))
		return
	}
	if s.held(one, add)+sizeOf(parts) > s.o.Bounds.Held {
		s.answer(w, r, one, http.StatusRequestEntityTooLarge, s.o.Lang.T("page.too-large", "limit", megabytes(s.o.Bounds.Held)))
		return
	}
	s.tellTaken(one, one.take(parts, add))
	s.readAndLead(w, r, one)
}

// tellTaken says what files that were dropped have put an end to.
func (s *Server) tellTaken(one *session, t taken) {
	if len(t.Replaced) > 0 {
		one.say(s.o.Lang.T("page.replaced", "files", strings.Join(t.Replaced, ", ")))
	}
	if t.Unbound {
		one.say(s.o.Lang.T("page.columns.gone"))
	}
	if t.Lost > 0 {
		one.say(s.o.Lang.N("page.accept.lost", t.Lost))
	}
}

// readAndLead reads what a session holds and leads to its page, which shows the
// report, or how far work has come.
func (s *Server) readAndLead(w http.ResponseWriter, r *http.Request, one *session) {
	work := s.read(s.lasting(r), one)
	select {
	case <-work.ended:
	case <-time.After(patience):
	}
	s.answer(w, r, one, http.StatusOK, "")
}

// held is how many bytes stay when a session takes further files.
func (s *Server) held(one *session, add bool) int64 {
	s.mu.Lock()
	all := make([]*session, 0, len(s.sessions))
	for _, o := range s.sessions {
		all = append(all, o)
	}
	s.mu.Unlock()
	n := int64(0)
	for _, o := range all {
		if o != one || add {
			n += o.size()
		}
	}
	return n
}

// otherFields is how many fields a form may have beside its files; the page's has two.
const otherFields = 16

// received reads the files of a form into memory, never onto the disk. Add says
// that those which are there stay.
func (s *Server) received(w http.ResponseWriter, r *http.Request) (parts []files.Part, add bool, err error) {
	r.Body = http.MaxBytesReader(w, r.Body, s.o.Bounds.Upload)
	form, err := r.MultipartReader()
	if err != nil {
		return nil, false, err
	}
	for n := 0; ; n++ {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return parts, add, nil
		}
		if err != nil {
			return nil, false, err
		}
		if n == s.o.Bounds.Files+otherFields {
			return nil, false, errTooMany
		}
		if part.FormName() == "add" {
			add = true
			continue
		}
		name := nameOf(part)
		if name == "" { // a field of a form in which nothing was chosen
			continue
		}
		if len(parts) == s.o.Bounds.Files {
			return nil, false, errTooMany
		}
		data, err := whole(part)
		if err != nil {
			return nil, false, err
		}
		parts = append(parts, files.Part{Name: name, Data: data})
	}
}

// whole reads all there is, and holds at most twice as much meanwhile: a buffer
// that is copied as it grows leaves as much behind, and a file of 300 MB took
// 2.6 GB.
func whole(r io.Reader) ([]byte, error) {
	const least, most = 32 << 10, 4 << 20
	var chunks [][]byte
	size := least
	chunk := make([]byte, 0, size)
	for {
		n, err := r.Read(chunk[len(chunk):cap(chunk)])
		chunk = chunk[:len(chunk)+n]
		if errors.Is(err, io.EOF) {
			return slices.Concat(append(chunks, chunk)...), nil
		}
		if err != nil {
			return nil, err
		}
		if len(chunk) == cap(chunk) {
			chunks = append(chunks, chunk)
			size = min(2*size, most)
			chunk = make([]byte, 0, size)
		}
	}
}

// nameOf gives the name of a file with its path below the folder that was
// dropped, which [multipart.Part.FileName] cuts off; "" for what is no file.
func nameOf(part *multipart.Part) string {
	_, params, err := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	if err != nil || strings.TrimSpace(params["filename"]) == "" {
		return ""
	}
	name := strings.ReplaceAll(params["filename"], `\`, "/")
	if strings.HasPrefix(name, "/") || strings.Contains(name, ":") || !filepath.IsLocal(name) { // where it lies on a disk
		name = path.Base(name)
	}
	return files.PartName(string(output.Safe(output.Text, []byte(name))))
}

func megabytes(n int64) int64 { return n >> 20 }
