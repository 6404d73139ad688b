package page

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"mime"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"riskbok/cmd/internal/run"
	"riskbok/exporters/correction"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// current gives the result that a form is about. Of a page that has another by now
// it leads back.
func (s *Server) current(w http.ResponseWriter, r *http.Request, one *session) *result {
	r.Body = http.MaxBytesReader(w, r.Body, formBytes)
	if err := r.ParseForm(); err != nil {
		s.answer(w, r, one, http.StatusBadRequest, s.o.Lang.T("page.upload-broken"))
		return nil
	}
	one.mu.Lock()
	done := one.done
	one.mu.Unlock()
	if done == nil || r.PostForm.Get("version") != strconv.Itoa(done.version) {
		s.answer(w, r, one, http.StatusConflict, s.o.Lang.T("page.changed"))
		return nil
	}
	return done
}

// ticked gives the findings that a form names: numbers in the report's order from
// 1, several in one value where one cause has several.
func ticked(values []string, report *rules.Report) map[*rules.Finding]bool {
	out := map[*rules.Finding]bool{}
	for _, v := range values {
		for _, number := range strings.Fields(v) {
			if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(report.Findings) {
				out[&report.Findings[n-1]] = true
			}
		}
	}
	return out
}

// mend gives the corrected copies with the fixes that were ticked. What is to be said
// of them the page asks for, see [Server.told].
func (s *Server) mend(w http.ResponseWriter, r *http.Request, one *session) {
	defer one.mended()
	done := s.current(w, r, one)
	if done == nil {
		return
	}
	chosen := ticked(r.PostForm["fix"], done.report)
	opts := done.options(&s.o)
	opts.Chosen = func(f *rules.Finding) bool { return chosen[f] }
	corrected, err := correction.Correct(done.report, opts)
	var out []model.File
	var written []correction.Corrected
	var uncovered []string
	for _, c := range corrected {
		if c.Output.Data == nil {
			continue
		}
		text, wrong := s.uncovered(r.Context(), one, done, &c)
		if text != "" {
			uncovered = append(uncovered, text)
		}
		err = errors.Join(err, wrong)
		c.Output.Name = s.mendedName(c.Output.Name)
		out, written = append(out, c.Output), append(written, c)
	}
	switch {
	case err != nil && len(out) == 0:
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.inWords(err))
		return
	case len(out) == 0:
		s.answer(w, r, one, http.StatusUnprocessableEntity, s.o.Lang.T("page.nothing-ticked"))
		return
	case err != nil:
		uncovered = append(uncovered, s.inWords(err))
	}
	one.say(strings.Join(uncovered, " "))
	if len(out) > 1 {
		receipt, err := correction.Receipt(done.report, written, opts)
		if err != nil {
			s.answer(w, r, one, http.StatusInternalServerError, s.inWords(err))
			return
		}
		out = append(out, model.File{Name: receiptName, Data: receipt})
	}
	s.send(w, r, one, s.o.Lang.T("page.file.mended"), out)
}

// placesTold is how many places of errors that have come to light are named: as many
// as a message lists of columns. All are told when the copy is dropped on the page.
const placesTold = 12

// uncovered says which errors can be seen only now that suggestions were made in a
// copy; "" where none can.
func (s *Server) uncovered(ctx context.Context, one *session, done *result, c *correction.Corrected) (string, error) {
	if !c.Suggested() {
		return "", nil
	}
	one.mu.Lock()
	bound := one.bound
	one.mu.Unlock()
	seen, err := run.Uncovered(ctx, c.Input, model.File{Name: c.Input.Name, Data: c.Output.Data}, done.report, s.how(bound))
	if err != nil || len(seen.Findings) == 0 {
		return "", err
	}
	var places []string
	sheet := ""
	for i := range seen.Findings {
		at := seen.Findings[i].At
		place := at.Cell()
		if on := seen.Place(at).Sheet; on != sheet {
			sheet, place = on, lang.Line(on)+" "+place
		}
		if !slices.Contains(places, place) {
			places = append(places, place)
		}
	}
	if more := len(places) - placesTold; more > 0 {
		places = append(places[:placesTold], s.o.Lang.T("message.columns.more", "n", more))
	}
	return s.o.Lang.N("page.uncovered", len(seen.Findings), "file", s.mendedName(done.report.FileName(c.Input.Name)), "places", strings.Join(places, ", ")), nil
}

// told gives what there is to be said of copies that were asked for: a download leaves
// the page as it is, with nothing new in it. The page asks until as many have been made
// as it has asked for.
func (s *Server) told(w http.ResponseWriter, r *http.Request, one *session) {
	asked, err := strconv.Atoi(r.URL.Query().Get("mended"))
	if err != nil {
		refuse(w)
		return
	}
	one.mu.Lock()
	ready, text := one.copies >= asked, ""
	if ready {
		text, one.notice = one.notice, ""
	}
	one.mu.Unlock()
	s.json(w, http.StatusOK, map[string]any{"ready": ready, "notice": text})
}

// receiptName is the name of the file that says what was changed, as `riskbok fix`
// writes it.
const receiptName = "riskbok-receipt.json"

// mendedName gives the name of a corrected copy: "plan - rättad.xlsx".
func (s *Server) mendedName(name string) string {
	ext := path.Ext(name)
	return s.o.Lang.T("page.file.mended-copy", "name", strings.TrimSuffix(name, ext)) + ext
}

// send sends one file, or several in an archive of the given name.
func (s *Server) send(w http.ResponseWriter, r *http.Request, one *session, archive string, all []model.File) {
	f := all[0]
	if len(all) > 1 {
		data, err := zipped(all)
		if err != nil {
			s.answer(w, r, one, http.StatusInternalServerError, s.inWords(err))
			return
		}
		f = model.File{Name: archive + ".zip", Data: data}
	}
	kind := mime.TypeByExtension(path.Ext(f.Name))
	if kind == "" || strings.HasPrefix(kind, "text/") {
		kind = "application/octet-stream"
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": workbook.FileName(f.Name)}))
	h.Set("Content-Length", strconv.Itoa(len(f.Data)))
	_, _ = w.Write(f.Data) // who has gone needs no file
}

func zipped(all []model.File) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range all {
		part, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: time.Now()})
		if err != nil {
			return nil, err
		}
		if _, err := part.Write(f.Data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
