package files

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestInMemory: files without a disk are chosen as a walk chooses, and read.
func TestInMemory(t *testing.T) {
	set := InMemory([]Part{
		{"plan.xlsx", []byte("a")}, {"Möte/plan.xlsx", []byte("b")}, {"Möte/~$plan.xlsx", nil}, {"~$plan.xlsx", nil},
		{"Möte/.dold/x.xlsx", nil}, {".synlig.xlsx", nil}, {"plan.xlsx", []byte("c")},
	})
	var names []string
	for _, in := range set.Inputs {
		data, err := Read(in, nil, 1)
		if err != nil {
			t.Errorf("%s: %v", in.Name, err)
		}
		names = append(names, in.Name+" "+string(data))
		if named := filepath.Dir(in.Name) == "."; in.Named != named || in.Rel != in.Name {
			t.Errorf("%+v", in)
		}
	}
	if want := []string{"plan.xlsx c", "Möte/plan.xlsx b", ".synlig.xlsx "}; !slices.Equal(names, want) || len(set.Locks) != 2 {
		t.Errorf("got %q and locks %q, want %q", names, set.Locks, want)
	}
	if _, err := Read(Input{Content: []byte("ab")}, nil, 1); !errors.Is(err, ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	for name, want := range map[string]string{"../../plan.xlsx": "plan.xlsx", "a/../../b.xlsx": "b.xlsx", `a\b.xlsx`: "a/b.xlsx", "a/con/b:c.xlsx": "a/_con/b-c.xlsx"} {
		if got := PartName(name); got != want {
			t.Errorf("PartName(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestBeside: an own file is replaced, another is left and the next name taken.
func TestBeside(t *testing.T) {
	dir := t.TempDir()
	own := func(content []byte) bool { return string(content[:1]) == "r" }
	write := func(data string) string {
		path, err := Beside(dir, "plan.html", []byte(data), own)
		if err != nil {
			t.Fatal(err)
		}
		return filepath.Base(path)
	}
	if first, again := write("r1"), write("r2"); first != "plan.html" || again != "plan.html" {
		t.Errorf("wrote %q and %q", first, again)
	}
	if err := os.WriteFile(filepath.Join(dir, "plan.html"), []byte("min"), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := write("r3"); got != "plan (2).html" {
		t.Errorf("wrote %q beside a changed file", got)
	}
	if data, _ := os.ReadFile(filepath.Join(dir, "plan.html")); string(data) != "min" {
		t.Errorf("the changed file holds %q", data)
	}
	if err := os.Symlink(filepath.Join(dir, "plan (2).html"), filepath.Join(dir, "länk.html")); err == nil {
		if path, err := Beside(dir, "länk.html", []byte("r"), own); err != nil || filepath.Base(path) != "länk (2).html" {
			t.Errorf("a link: %q, %v", path, err)
		}
	}
	if _, err := Beside(filepath.Join(dir, "finns inte"), "a.html", nil, own); err == nil {
		t.Error("a folder that is not there: no error")
	}
}
