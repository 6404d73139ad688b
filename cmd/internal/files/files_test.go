package files

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// tree makes files below a new folder and makes that the working folder.
func tree(t *testing.T, names ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for _, name := range names {
		put(t, name, name)
	}
}

func put(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// got gives "name>rel" of each input, "!" in front of named ones.
func got(set *Set) []string {
	out := []string{}
	for _, in := range set.Inputs {
		s := filepath.ToSlash(in.Name) + ">" + in.Rel
		if in.Named {
			s = "!" + s
		}
		out = append(out, s)
	}
	return out
}

func TestExpand(t *testing.T) {
	all := []string{"b/2.xlsx", "b/10.xlsx", "b/sub/1.xlsx", "b/~$2.xlsx", "b/.hidden.xlsx", "b/.git/x.xlsx", "a.xlsx", "c [1].xlsx", "d/a.xlsx"}
	for _, tc := range []struct {
		name  string
		paths []string
		want  []string
	}{
		{"file", []string{"a.xlsx"}, []string{"!a.xlsx>a.xlsx"}},
		{"folder", []string{"b"}, []string{"b/10.xlsx>10.xlsx", "b/2.xlsx>2.xlsx", "b/sub/1.xlsx>sub/1.xlsx"}},
		{"folder with slash", []string{"b/"}, []string{"b/10.xlsx>10.xlsx", "b/2.xlsx>2.xlsx", "b/sub/1.xlsx>sub/1.xlsx"}},
		{"glob", []string{"b/*.xlsx"}, []string{"!b/10.xlsx>10.xlsx", "!b/2.xlsx>2.xlsx"}},
		{"name that looks like a glob", []string{"c [1].xlsx"}, []string{"!c [1].xlsx>c [1].xlsx"}},
		{"named and found", []string{"b", "b/2.xlsx"}, []string{"b/10.xlsx>10.xlsx", "!b/2.xlsx>2.xlsx", "b/sub/1.xlsx>sub/1.xlsx"}},
		{"named twice", []string{"a.xlsx", "./a.xlsx"}, []string{"!a.xlsx>a.xlsx"}},
		{"same name in two folders", []string{"a.xlsx", "d/a.xlsx"}, []string{"!a.xlsx>a.xlsx", "!d/a.xlsx>d/a.xlsx"}},
		{"standard input", []string{"-"}, []string{"!->stdin.xlsx"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tree(t, all...)
			set := Expand(tc.paths)
			if g := got(set); !reflect.DeepEqual(g, tc.want) {
				t.Errorf("got %v\nwant %v", g, tc.want)
			}
			if len(set.Problems) > 0 {
				t.Errorf("problems %v", set.Problems)
			}
		})
	}
}

func TestExpandProblems(t *testing.T) {
	tree(t, "a/x.xlsx", "a/~$x.xlsx")
	set := Expand([]string{"missing.xlsx", "*.pdf", "a/~$x.xlsx"})
	want := []Problem{{Name: "missing.xlsx", Code: "not-found", Named: true}, {Name: "*.pdf", Code: "not-found", Named: true}}
	if !reflect.DeepEqual(set.Problems, want) || len(set.Inputs) != 0 {
		t.Errorf("got %v and %v", set.Problems, set.Inputs)
	}
	if want := []string{"a/~$x.xlsx"}; !reflect.DeepEqual(set.Locks, want) {
		t.Errorf("locks %v", set.Locks)
	}
}

func TestLinks(t *testing.T) {
	tree(t, "a/x.xlsx", "other/y.xlsx", "z.xlsx")
	for link, to := range map[string]string{"a/loop": "../a", "a/other": "../other", "a/z.xlsx": "../z.xlsx", "a/gone.xlsx": "nowhere"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	set := Expand([]string{"a", "z.xlsx"})
	want := []string{"a/other/y.xlsx>other/y.xlsx", "a/x.xlsx>x.xlsx", "!a/z.xlsx>z.xlsx"}
	if g := got(set); !reflect.DeepEqual(g, want) {
		t.Errorf("got %v\nwant %v", g, want)
	}
	if want := []Problem{{Name: "a/gone.xlsx", Code: "not-found"}}; !reflect.DeepEqual(set.Problems, want) {
		t.Errorf("problems %v", set.Problems)
	}
}

func TestOwnOutputs(t *testing.T) {
	tree(t, "in/x.xlsx")
	w, err := NewWriter("in/out", Expand([]string{"in"}).Inputs, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"x.xlsx", "sub/y.xlsx"} {
		if _, err := w.Write(name, []byte("out")); err != nil {
			t.Fatal(err)
		}
	}
	if g, want := got(Expand([]string{"in"})), []string{"in/x.xlsx>x.xlsx"}; !reflect.DeepEqual(g, want) {
		t.Errorf("walking above the outputs: got %v, want %v", g, want)
	}
	if g, want := got(Expand([]string{"in/out"})), []string{"in/out/sub/y.xlsx>sub/y.xlsx", "in/out/x.xlsx>x.xlsx"}; !reflect.DeepEqual(g, want) {
		t.Errorf("a folder of outputs alone: got %v, want %v", g, want)
	}
	put(t, "in/out/mine.xlsx", "mine")
	set := Expand([]string{"in/out"})
	if g, want := got(set), []string{"in/out/mine.xlsx>mine.xlsx"}; !reflect.DeepEqual(g, want) || len(set.Own) != 2 {
		t.Errorf("outputs beside others: got %v, own %v", g, set.Own)
	}
}

func TestWriter(t *testing.T) {
	tree(t, "in.xlsx", "out/users.xlsx")
	if err := os.Link("in.xlsx", "out/alias.xlsx"); err != nil {
		t.Skip(err)
	}
	inputs := []Input{{Name: "in.xlsx"}}
	w, err := NewWriter("out", inputs, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		want error
	}{
		{"new.xlsx", nil}, {"NEW.xlsx", ErrTwice}, {"alias.xlsx", ErrInput}, {"users.xlsx", ErrForeign},
		{"a/b/deep.xlsx", nil}, {"../escape.xlsx", nil}, {"aux.xlsx", nil},
	} {
		path, err := w.Write(tc.name, []byte("data"))
		if !errors.Is(err, tc.want) {
			t.Errorf("%s: got %v, want %v", tc.name, err, tc.want)
		}
		if rel, err := filepath.Rel("out", path); err != nil || strings.HasPrefix(rel, "..") {
			t.Errorf("%s went to %s", tc.name, path)
		}
	}
	for name, want := range map[string]string{"in.xlsx": "in.xlsx", "out/users.xlsx": "out/users.xlsx", "out/new.xlsx": "data", "out/escape.xlsx": "data", "out/_aux.xlsx": "data"} {
		if data, err := os.ReadFile(name); err != nil || string(data) != want {
			t.Errorf("%s holds %q (%v), want %q", name, data, err, want)
		}
	}
	if w, err = NewWriter("out", inputs, false); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write("new.xlsx", []byte("again")); err != nil {
		t.Errorf("riskbok's own output could not be replaced: %v", err)
	}
	entries, _ := os.ReadDir("out")
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".tmp") {
			t.Errorf("temporary file %s was left", e.Name())
		}
	}
	marker, _ := os.ReadFile("out/" + Marker)
	if n := strings.Count(string(marker), "new.xlsx\n"); n != 2 {
		t.Errorf("the marker lists new.xlsx %d times, want once for each content:\n%s", n, marker)
	}
	if _, err := NewWriter("in.xlsx", nil, false); err == nil {
		t.Error("a file was accepted as an output folder")
	}
}

func TestWriterInPlace(t *testing.T) {
	tree(t, "a.xlsx")
	inputs := Expand([]string{"."}).Inputs
	w, err := NewWriter(".", inputs, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(inputs[0].Rel, nil); !errors.Is(err, ErrInput) {
		t.Errorf("got %v, want ErrInput", err)
	}
}

func TestRead(t *testing.T) {
	tree(t, "a.xlsx")
	if data, err := Read(Input{Name: "a.xlsx"}, nil, 6); err != nil || string(data) != "a.xlsx" {
		t.Errorf("got %q, %v", data, err)
	}
	if _, err := Read(Input{Name: "a.xlsx"}, nil, 5); Code(err) != "too-large" {
		t.Errorf("over the limit: %v", err)
	}
	long := strings.Repeat("x", 100_000)
	if data, err := Read(Input{Name: Stdin}, strings.NewReader(long), 200_000); err != nil || string(data) != long {
		t.Errorf("standard input: %d bytes, %v", len(data), err)
	}
	if _, err := Read(Input{Name: Stdin}, strings.NewReader(long), 99_999); Code(err) != "too-large" {
		t.Errorf("standard input over the limit: %v", err)
	}
	if _, err := Read(Input{Name: "gone"}, nil, 9); Code(err) != "not-found" {
		t.Errorf("missing: %v", err)
	}
	if runtime.GOOS != "windows" && os.Getuid() != 0 {
		if err := os.Chmod("a.xlsx", 0); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(Input{Name: "a.xlsx"}, nil, 9); Code(err) != "no-access" {
			t.Errorf("forbidden: %v", err)
		}
	}
}

func TestSafeName(t *testing.T) {
	for in, want := range map[string]string{
		"plan.xlsx": "plan.xlsx", `a<b>:"c|?*.xlsx`: "a-b---c---.xlsx", "CON": "_CON", "nul.xlsx": "_nul.xlsx", "console.xlsx": "console.xlsx",
		"name. ": "name", "": "_", "...": "_", "Hamn- och kajnämnden.xlsx": "Hamn- och kajnämnden.xlsx", "com¹.txt": "_com¹.txt", "a\x00\n.x": "a--.x",
	} {
		if got := SafeName(in); got != want {
			t.Errorf("SafeName(%q) = %q, want %q", in, got, want)
		}
	}
	if got := SafeName(strings.Repeat("ö", 300) + ".xlsx"); len(got) > 200 || !strings.HasSuffix(got, "ö.xlsx") {
		t.Errorf("a long name became %q (%d bytes)", got, len(got))
	}
}

// Names in one folder that differ in case alone keep their paths: a folder above would
// not tell them apart.
func TestOneFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"2026/Hamn.xlsx", "2026/hamn.xlsx", "2025/a.xlsx"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	set := Expand([]string{dir})
	if len(set.Inputs) < 3 {
		t.Skip("this disk knows no case")
	}
	for _, in := range set.Inputs {
		if rel, err := filepath.Rel(dir, in.Name); err != nil || in.Rel != filepath.ToSlash(rel) {
			t.Errorf("%s is called %s", in.Name, in.Rel)
		}
	}
}
