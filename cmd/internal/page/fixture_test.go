package page

import (
	"bytes"
	"context"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// started runs a page as the program does, but for what a test changes.
func started(t testing.TB, change func(*Options)) *Server {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	template, err := (&config.Config{}).Library().Template(config.DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	words := config.Vocabulary()
	o := Options{
		Lang: cat, Version: "prov", Template: template,
		Run: run.Options{
			Source:   source.Options{Vocabulary: words, Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
			Settings: rules.Settings{Vocabulary: words},
		},
	}
	if change != nil {
		change(&o)
	}
	s, err := Open(o)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return s
}

// visitor is a browser without scripts, on one page.
type visitor struct {
	t    testing.TB
	at   string // the page's address
	page string
}

func visit(t testing.TB, s *Server) *visitor {
	t.Helper()
	v := &visitor{t: t, at: s.Address()}
	v.get("")
	return v
}

// read takes a reply: a page is shown, of anything else the content is given.
func (v *visitor) read(reply *http.Response, err error) (*http.Response, []byte) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
	defer reply.Body.Close()
	data, err := io.ReadAll(reply.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	if strings.HasPrefix(reply.Header.Get("Content-Type"), "text/html") && strings.Contains(reply.Request.URL.Path, "/s/") && strings.HasSuffix(reply.Request.URL.Path, "/") {
		v.at, v.page = reply.Request.URL.String(), string(data)
	}
	return reply, data
}

func (v *visitor) get(rel string) (*http.Response, []byte) {
	v.t.Helper()
	return v.read(http.Get(v.at + rel))
}

var versionField = regexp.MustCompile(`name="version" value="(\d+)"`)

// post sends a form of the page.
func (v *visitor) post(rel string, pairs ...string) (*http.Response, []byte) {
	v.t.Helper()
	form := map[string][]string{}
	if m := versionField.FindStringSubmatch(v.page); m != nil {
		form["version"] = []string{m[1]}
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		form[pairs[i]] = append(form[pairs[i]], pairs[i+1])
	}
	return v.read(http.PostForm(v.at+rel, form))
}

// drop sends files and waits for the report.
func (v *visitor) drop(add bool, parts ...files.Part) {
	v.t.Helper()
	v.send(add, parts...)
	v.wait()
}

// send sends files.
func (v *visitor) send(add bool, parts ...files.Part) {
	v.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	if add {
		_ = w.WriteField("add", "1")
	}
	for _, p := range parts {
		f, err := w.CreateFormFile("file", p.Name)
		if err != nil {
			v.t.Fatal(err)
		}
		_, _ = f.Write(p.Data)
	}
	w.Close()
	v.read(http.Post(v.at+"files", w.FormDataContentType(), &b))
}

// wait waits until nothing is being read.
func (v *visitor) wait() {
	v.t.Helper()
	for range 600 {
		if !strings.Contains(v.page, `data-reading="yes"`) {
			return
		}
		time.Sleep(50 * time.Millisecond)
		v.get("")
	}
	v.t.Fatal("still reading after 30 s")
}

// shows demands texts on the page.
func (v *visitor) shows(texts ...string) {
	v.t.Helper()
	for _, text := range texts {
		if !strings.Contains(v.page, text) {
			v.t.Errorf("the page does not show %q:\n%.3000s", text, v.page)
		}
	}
}

// fileName gives the name under which a reply is saved, "" for a page.
func fileName(reply *http.Response) string {
	_, params, _ := mime.ParseMediaType(reply.Header.Get("Content-Disposition"))
	return params["filename"]
}

// sample gives a file of the samples.
func sample(t testing.TB, name string) files.Part {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../../samples", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return files.Part{Name: filepath.Base(name), Data: data}
}

// judged gives the errors and warnings of a workbook: "rule cell".
func judged(t testing.TB, s *Server, data []byte) []string {
	t.Helper()
	r, err := run.Judge(context.Background(), model.File{Name: "plan.xlsx", Data: data}, s.o.Run)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Severity == rules.Error {
			out = append(out, f.Rule+" "+f.At.Cell())
		}
	}
	return out
}
