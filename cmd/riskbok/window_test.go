package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// window runs the program as Explorer starts it, with a browser that takes all or
// none, and gives what stood in the window, whether it waited for Enter, and what
// was opened.
func window(t *testing.T, browser error, args ...string) (said string, waited bool, opened []string) {
	t.Helper()
	t.Setenv("RISKBOK_CONFIG", "")
	var out bytes.Buffer
	in, answer := io.Pipe()
	asked := make(chan struct{})
	a := newApp(streams{in: reader(func(p []byte) (int, error) {
		close(asked)
		return in.Read(p)
	}), out: &out, err: &out}, args)
	a.inWindow()
	a.open = func(target string) error {
		opened = append(opened, target)
		return browser
	}
	ended := make(chan struct{})
	go func() {
		a.execute(context.Background(), args)
		close(ended)
	}()
	select {
	case <-asked:
		waited = true
		_, _ = answer.Write([]byte("\n"))
		<-ended
	case <-ended:
	case <-time.After(time.Minute):
		t.Fatal("neither ended nor asked")
	}
	return out.String(), waited, opened
}

type reader func([]byte) (int, error)

func (r reader) Read(p []byte) (int, error) { return r(p) }

// TestWindow: who drops a file sees a report, and a window in which something is
// left to read waits.
func TestWindow(t *testing.T) {
	dir := t.TempDir()
	data, err := inputOf("wrong")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "plan.xlsx")
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		args    []string
		browser error
		wait    bool
		opened  int
		says    string
	}{
		"a file":                {[]string{file}, nil, false, 1, "Inget lämnar datorn"},
		"no browser":            {[]string{file}, errors.New("none"), true, 1, "Tryck på Enter"},
		"a wrong word":          {[]string{"chek"}, nil, true, 0, "okänt kommando"},
		"a file that is gone":   {[]string{filepath.Join(dir, "borta.xlsx")}, nil, true, 0, "hittar inte"},
		"one of two is gone":    {[]string{filepath.Join(dir, "borta.xlsx"), file}, nil, false, 1, "fel"},
		"a folder in quotes":    {[]string{dir + `"`}, nil, false, 1, "fel"},
		"a command in a window": {[]string{"check", file}, nil, true, 0, "plan.xlsx"},
	} {
		t.Run(name, func(t *testing.T) {
			said, waited, opened := window(t, tc.browser, tc.args...)
			if waited != tc.wait || len(opened) != tc.opened || !strings.Contains(said, tc.says) {
				t.Errorf("waited %v, opened %q, said:\n%s", waited, opened, said)
			}
			if strings.Count(said, "Inget lämnar datorn") != 1 && tc.args[0] != "check" || strings.Contains(said, "--help") {
				t.Errorf("it does not say what it is, once, without words to type:\n%s", said)
			}
		})
	}
}

// TestNoMousetrap: cobra's own text, which ends the program after five seconds of
// English, is off.
func TestNoMousetrap(t *testing.T) {
	newApp(streams{}, nil).root()
	if cobra.MousetrapHelpText != "" {
		t.Errorf("a double-click shows %q", cobra.MousetrapHelpText)
	}
}

// TestBeside: where no report can lie beside the file it goes to a folder of its
// own among the temporary files, and the window says so and waits.
func TestBeside(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	dir := t.TempDir()
	file := filepath.Join(dir, "plan.xlsx")
	data, err := inputOf("right")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o666); err != nil {
		t.Fatal(err)
	}
	// folders stand where the report and all its numbered names would
	a := newApp(streams{}, nil)
	name := strings.TrimSuffix(a.cat.T("cmd.dropped.name", "name", "plan"), ".html")
	for i := range 100 {
		taken := name
		if i > 0 {
			taken += " (" + strconv.Itoa(i+1) + ")"
		}
		if err := os.Mkdir(filepath.Join(dir, taken+".html"), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	said, waited, opened := window(t, nil, file)
	if len(opened) != 1 || !strings.HasPrefix(opened[0], os.TempDir()) || !waited || !strings.Contains(said, "tillfällig mapp") {
		t.Errorf("opened %q, waited %v:\n%s", opened, waited, said)
	}
}

// TestDoubleClick: who starts the program without a file gets the page, and who
// starts it again while it runs the same one.
func TestDoubleClick(t *testing.T) {
	t.Setenv("RISKBOK_CONFIG", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	start := func(opened func(string), args ...string) (code int, said string) {
		var out bytes.Buffer
		a := newApp(streams{in: strings.NewReader("\n"), out: &out, err: &out}, args)
		a.inWindow()
		a.open = func(target string) error { opened(target); return nil }
		return a.execute(ctx, args), out.String()
	}
	first := ""
	code, said := start(func(target string) {
		first = target
		reply, err := http.Get(target)
		if err != nil || reply.StatusCode != http.StatusOK {
			t.Errorf("%s: %v, %v", target, reply, err)
		}
		again := ""
		if code, said := start(func(target string) { again = target }); code != 0 || again != first || !strings.Contains(said, "redan igång") {
			t.Errorf("the second start opens %q, exit code %d:\n%s", again, code, said)
		}
		port := strings.Split(strings.TrimPrefix(target, "http://127.0.0.1:"), "/")[0]
		if code, said := start(func(string) { t.Error("opened") }, "serve", "--port", port); code != 2 || !strings.Contains(said, "upptagen av ett annat program") {
			t.Errorf("a port in use: exit code %d:\n%s", code, said)
		}
		stop()
	})
	if code != 0 || first == "" || !strings.Contains(said, "Stäng det här fönstret") || strings.Contains(said, "Enter") {
		t.Errorf("opened %q, exit code %d:\n%s", first, code, said)
	}
	if code, said := start(func(string) { t.Error("opened") }, "serve", "--port", "70000"); code != 2 || !strings.Contains(said, "mellan 1 och 65535") {
		t.Errorf("no port: exit code %d:\n%s", code, said)
	}
}

// TestServedBeside: who starts the program again gets the page that runs, also while
// another runs beside it that is not shown in the browser, and when that has ended.
func TestServedBeside(t *testing.T) {
	t.Setenv("RISKBOK_CONFIG", "")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("LocalAppData", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	start := func(ctx context.Context, out io.Writer, opened func(string), args ...string) int {
		a := newApp(streams{in: strings.NewReader("\n"), out: out, err: out}, args)
		a.open = func(target string) error { opened(target); return nil }
		return a.execute(ctx, args)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	start(ctx, io.Discard, func(first string) {
		defer stop()
		serves := func(address string) {
			if reply, err := http.Get(address); err != nil || reply.StatusCode != http.StatusOK {
				t.Fatalf("%q: %v, %v", address, reply, err)
			}
		}
		serves(first)
		again := func(when string) {
			got := ""
			own, over := context.WithCancel(ctx)
			start(own, io.Discard, func(target string) { got = target; over() }, "serve")
			if got != first {
				t.Errorf("%s a second start opens %q, want %q", when, got, first)
			}
		}
		inner, end := context.WithCancel(ctx)
		said, out := io.Pipe()
		ended := make(chan int)
		go func() {
			ended <- start(inner, out, func(string) { t.Error("opened") }, "serve", "--no-browser")
		}()
		lines := bufio.NewScanner(said)
		address := ""
		for address == "" && lines.Scan() {
			address = regexp.MustCompile(`http://\S+`).FindString(lines.Text())
			if address != "" && !strings.Contains(lines.Text(), "Skriv in adressen") {
				t.Errorf("of a page that is not shown it says %q", lines.Text())
			}
		}
		go func() { _, _ = io.Copy(io.Discard, said) }()
		serves(address)
		again("beside another")
		end()
		if code := <-ended; code != 0 {
			t.Errorf("exit code %d", code)
		}
		again("after another")
	}, "serve")
}

// TestFold: long lines break between words, all others and an address stay.
func TestFold(t *testing.T) {
	for _, tc := range []struct {
		text string
		n    int
		want string
	}{
		{"kort\n\n  så här står det i en indragen rad", 0, "kort\n\n  så här står det i en indragen rad"},
		{"\nTryck på Enter", 80, "\nTryck på Enter"},
		{"  indragen\nGranskningen öppnas i webbläsaren.", 20, "  indragen\nGranskningen öppnas\ni webbläsaren."},
		{"Sidan: http://127.0.0.1:43059/LKT46YCLTRR/", 12, "Sidan:\nhttp://127.0.0.1:43059/LKT46YCLTRR/"},
	} {
		if got := fold(tc.text, tc.n); got != tc.want {
			t.Errorf("%q in %d: %q, want %q", tc.text, tc.n, got, tc.want)
		}
	}
}
