package page

import (
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"riskbok/cmd/internal/files"
)

// TestGuard: only this host is answered, and only by its token.
func TestGuard(t *testing.T) {
	s := started(t, nil)
	v := visit(t, s)
	inner := strings.TrimPrefix(v.at, "http://"+s.host)
	for name, tc := range map[string]struct {
		host, path string
		header     [2]string
		method     string
		want       int
	}{
		"as the browser asks":     {host: s.host, path: inner, want: 200},
		"a foreign host":          {host: "riskbok.example", path: inner, want: 403},
		"the host's other name":   {host: strings.Replace(s.host, "127.0.0.1", "localhost", 1), path: inner, want: 403},
		"another port":            {host: "127.0.0.1:1", path: inner, want: 403},
		"no token":                {host: s.host, path: "/", want: 403},
		"a session for a token":   {host: s.host, path: inner[strings.Index(inner, "/s/"):], want: 403},
		"half of the token":       {host: s.host, path: "/" + s.token[:16] + "/", want: 403},
		"the token and more":      {host: s.host, path: "/" + s.token + "A/", want: 403},
		"a greeting unproven":     {host: s.host, path: "/hello/a/b", want: 403},
		"a static file, no token": {host: s.host, path: "/static/page.js", want: 403},
		"a static file":           {host: s.host, path: "/" + s.token + "/static/page.js", want: 200},
		"a file outside":          {host: s.host, path: "/" + s.token + "/static/..%2f..%2fgo.mod", want: 404},
		"a form of another site":  {host: s.host, path: inner + "forget", method: "POST", header: [2]string{"Sec-Fetch-Site", "cross-site"}, want: 403},
		"from another origin":     {host: s.host, path: inner + "forget", method: "POST", header: [2]string{"Origin", "http://elak.example"}, want: 403},
	} {
		r := httptest.NewRequest(tc.method, "http://"+s.host+tc.path, nil)
		r.Host = tc.host
		if tc.header[0] != "" {
			r.Header.Set(tc.header[0], tc.header[1])
		}
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != tc.want {
			t.Errorf("%s: got %d, want %d", name, w.Code, tc.want)
		}
		if csp := w.Header().Get("Content-Security-Policy"); !strings.Contains(csp, "default-src 'none'") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: Content-Security-Policy %q", name, csp)
		}
		if w.Code == 403 && strings.Contains(w.Body.String(), s.token) {
			t.Errorf("%s: the refusal shows the token", name)
		}
	}
}

// TestLoopback: nothing but this machine can reach the page.
func TestLoopback(t *testing.T) {
	s := started(t, nil)
	if !strings.HasPrefix(s.net.Addr().String(), "127.0.0.1:") {
		t.Errorf("listens on %s", s.net.Addr())
	}
}

// TestLimits: what is too large or too many is refused in words, and what was
// there stays.
func TestLimits(t *testing.T) {
	s := started(t, func(o *Options) { o.Bounds = Bounds{Upload: 1 << 20, Held: 1500 << 10, Files: 3, Sessions: 2} })
	v := visit(t, s)
	plan := sample(t, "miljo-och-hamnnamnden-2025.xlsx")
	v.drop(false, plan)
	v.shows("F9")
	v.drop(false, files.Part{Name: "stor.xlsx", Data: make([]byte, 1<<20)})
	v.shows("Filerna är för stora", "F9")
	v.drop(true, plan, plan, plan, plan)
	v.shows("fler än 3 filer", "F9")
	v.drop(false)
	v.shows("Inga filer var valda", "F9")
	v.read(http.Post(v.at+"files", "multipart/form-data; boundary=x", strings.NewReader("--x\r\nbroken")))
	v.shows("Filerna kom inte fram", "F9")
	other := visit(t, s)
	other.drop(false, files.Part{Name: "a.txt", Data: make([]byte, 900<<10)})
	v.drop(false, files.Part{Name: "b.txt", Data: make([]byte, 900<<10)})
	v.shows("Filerna är för stora", "F9")

	// of more pages than are held the one that was longest not looked at goes
	s.mu.Lock()
	for _, one := range s.sessions {
		one.idle = 1
	}
	s.mu.Unlock()
	other.get("")
	visit(t, s)
	v.get("")
	if strings.Contains(v.page, "F9") {
		t.Error("the oldest session is still there")
	}
	v.shows("Filerna är glömda")
}

// TestTwoPages: each page has its own files.
func TestTwoPages(t *testing.T) {
	s := started(t, nil)
	a, b := visit(t, s), visit(t, s)
	a.drop(false, sample(t, "miljo-och-hamnnamnden-2025.xlsx"))
	b.get("")
	if strings.Contains(b.page, "hamnn") {
		t.Error("the second page shows the first one's file")
	}
	b.drop(false, sample(t, "omsorgsnamnden-2026.xlsx"))
	a.get("")
	a.shows("F9")
	b.shows("E8")
	a.post("forget")
	a.shows("Filerna är glömda")
	b.get("")
	b.shows("E8")
	for _, one := range s.sessions {
		if s.at(one) == strings.TrimPrefix(a.at, "http://"+s.host) && (one.parts != nil || one.done != nil) {
			t.Error("what was to be forgotten is still held")
		}
	}
}

// TestSecondStart: a second start finds the page that runs; a port of something
// else, or a page of another version, is not taken for it.
func TestSecondStart(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cache", "page.json")
	s := started(t, func(o *Options) { o.Running = file })
	visit(t, s) // it serves
	if got := Find(file, "prov"); got != s.Address() {
		t.Errorf("found %q, want %q", got, s.Address())
	}
	if got := Find(file, "annan"); got != "" {
		t.Errorf("another version: found %q", got)
	}
	if got := Find(filepath.Join(t.TempDir(), "page.json"), "prov"); got != "" {
		t.Errorf("no file: found %q", got)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the file with the token: %v, %v", info.Mode(), err)
	}
	asked := ""
	foreign := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked += r.URL.Path
		_, _ = io.WriteString(w, strings.Repeat("0", 64))
	}))
	defer foreign.Close()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	moved := bytes.Replace(data, []byte(s.host), []byte(strings.TrimPrefix(foreign.URL, "http://")), 1)
	if err := os.WriteFile(file, moved, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := Find(file, "prov"); got != "" || asked == "" || strings.Contains(asked, s.token) {
		t.Errorf("a foreign program on the port: found %q, it was asked %q", got, asked)
	}
}

// TestPortTaken: a port of another program is told as such.
func TestPortTaken(t *testing.T) {
	s := started(t, nil)
	var taken *PortError
	_, err := Open(Options{Port: s.net.Addr().(*net.TCPAddr).Port, Lang: s.o.Lang})
	if !errors.As(err, &taken) {
		t.Errorf("got %v", err)
	}
}

// TestEnds: the page ends a while after the last one was closed, and forgets what
// a closed one held; one that asks stays.
func TestEnds(t *testing.T) {
	s := started(t, func(o *Options) { o.Tick = time.Hour })
	v := visit(t, s)
	v.drop(false, sample(t, "omsorgsnamnden-2026.xlsx"))
	for range idleTicks - 1 {
		if s.tick() {
			t.Fatal("ends too early")
		}
	}
	v.get("state")
	for range idleTicks - 1 {
		if s.tick() {
			t.Fatal("ends although a page is open")
		}
	}
	if !s.tick() || len(s.sessions) > 0 {
		t.Errorf("goes on with %d sessions", len(s.sessions))
	}

	// a page that says that it is closed is forgotten soon, one that was loaded anew is not
	s = started(t, func(o *Options) { o.Tick = time.Hour })
	closed, anew := visit(t, s), visit(t, s)
	closed.post("closed")
	anew.post("closed")
	anew.get("")
	s.tick()
	s.tick()
	if n := len(s.sessions); n != 1 {
		t.Errorf("%d pages are held, want the one that was loaded anew", n)
	}

	quick := started(t, func(o *Options) { o.Tick = time.Millisecond; o.Running = filepath.Join(t.TempDir(), "page.json") })
	for range 200 {
		if _, err := http.Get(quick.Address()); err != nil {
			if _, err := os.Stat(quick.o.Running); err == nil {
				time.Sleep(50 * time.Millisecond)
				continue
			}
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Error("still runs")
}
