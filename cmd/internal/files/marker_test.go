package files

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// writer gives a writer for the folder "out".
func writer(t *testing.T, force bool) *Writer {
	t.Helper()
	w, err := NewWriter("out", nil, force)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// TestChanged: what somebody has changed since it was written stays, and so does
// what cannot be known to be unchanged; force replaces both, but never a file
// that riskbok did not write.
func TestChanged(t *testing.T) {
	for _, tc := range []struct {
		name   string
		after  func(t *testing.T) // what happens after plan.xlsx was written
		want   error
		forced error
	}{
		{"unchanged", func(*testing.T) {}, nil, nil},
		{"changed", func(t *testing.T) { put(t, "out/plan.xlsx", "mine") }, ErrChanged, nil},
		{"removed", func(t *testing.T) { remove(t, "out/plan.xlsx") }, nil, nil},
		{"listed without a hash", func(t *testing.T) { put(t, "out/"+Marker, "plan.xlsx\n") }, ErrChanged, nil},
		{"listed by another case", func(t *testing.T) {
			put(t, "out/"+Marker, Hash([]byte("one"))+"  PLAN.xlsx\r\n")
		}, nil, nil},
		{"marker removed", func(t *testing.T) { remove(t, "out/"+Marker) }, ErrForeign, ErrForeign},
		{"cut short before the second was in place", func(t *testing.T) {
			if err := (&marker{}).append("out", markOutput, Hash([]byte("two")), "plan.xlsx"); err != nil {
				t.Fatal(err)
			}
		}, nil, nil},
		{"a link in its place", func(t *testing.T) {
			put(t, "elsewhere.xlsx", "one")
			remove(t, "out/plan.xlsx")
			link(t, "../elsewhere.xlsx", "out/plan.xlsx")
		}, ErrForeign, ErrForeign},
	} {
		for _, force := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, force %v", tc.name, force), func(t *testing.T) {
				tree(t, "in.xlsx")
				if _, err := writer(t, false).Write("plan.xlsx", []byte("one")); err != nil {
					t.Fatal(err)
				}
				tc.after(t)
				before, _ := os.ReadFile("out/plan.xlsx")
				want := tc.want
				if force {
					want = tc.forced
				}
				_, err := writer(t, force).Write("plan.xlsx", []byte("two"))
				if !errors.Is(err, want) {
					t.Fatalf("got %v, want %v", err, want)
				}
				after, _ := os.ReadFile("out/plan.xlsx")
				if want := map[bool]string{true: "two", false: string(before)}[err == nil]; string(after) != want {
					t.Errorf("the file holds %q, want %q", after, want)
				}
			})
		}
	}
}

// TestForcedCreate: force replaces what riskbok created, and nothing else.
func TestForcedCreate(t *testing.T) {
	tree(t, "out/foreign.xlsx")
	if _, err := writer(t, false).Create("blad.xlsx", []byte("one")); err != nil {
		t.Fatal(err)
	}
	put(t, "out/blad.xlsx", "filled in")
	if _, err := writer(t, false).Create("blad.xlsx", []byte("two")); !errors.Is(err, os.ErrExist) {
		t.Errorf("without force: %v", err)
	}
	if _, err := writer(t, true).Create("foreign.xlsx", []byte("two")); !errors.Is(err, ErrForeign) {
		t.Errorf("a foreign file: %v", err)
	}
	if _, err := writer(t, true).Create("blad.xlsx", []byte("two")); err != nil {
		t.Errorf("with force: %v", err)
	}
	if data, _ := os.ReadFile("out/blad.xlsx"); string(data) != "two" {
		t.Errorf("the file holds %q", data)
	}
}

// TestLinksInOutput: no link leads an output out of its folder.
func TestLinksInOutput(t *testing.T) {
	tree(t, "elsewhere/x", "out/real/x")
	link(t, "../elsewhere", "out/away")
	link(t, "real", "out/near")
	link(t, "../nowhere", "out/gone")
	for name, want := range map[string]error{"away/a.xlsx": ErrLink, "away/b/c.xlsx": ErrLink, "gone/a.xlsx": ErrLink, "near/a.xlsx": nil, "new/b/a.xlsx": nil} {
		if _, err := writer(t, true).Write(name, []byte("data")); !errors.Is(err, want) {
			t.Errorf("%s: got %v, want %v", name, err, want)
		}
		if _, err := writer(t, true).Create(strings.Replace(name, "a.", "d.", 1), nil); !errors.Is(err, want) {
			t.Errorf("creating beside %s: got %v, want %v", name, err, want)
		}
	}
	if entries, _ := os.ReadDir("elsewhere"); len(entries) != 1 {
		t.Errorf("written elsewhere: %v", entries)
	}
	if _, err := os.Stat("nowhere"); err == nil {
		t.Error("a folder was made elsewhere")
	}
}

// TestLinkedMarker: a marker that is a link speaks for nothing.
func TestLinkedMarker(t *testing.T) {
	tree(t, "list", "out/x")
	link(t, "../list", "out/"+Marker)
	if _, err := NewWriter("out", nil, true); !errors.Is(err, ErrLink) {
		t.Errorf("got %v, want ErrLink", err)
	}
	// The folder itself may be one: that is what the user named.
	remove(t, "out/"+Marker)
	link(t, "out", "other")
	w, err := NewWriter("other", nil, false)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write("a/b.xlsx", []byte("data")); err != nil {
		t.Error(err)
	}
}

// TestMarkerStaysShort: a folder that is written to every week keeps a marker of
// a few lines for each output, and still knows them all.
func TestMarkerStaysShort(t *testing.T) {
	tree(t, "in.xlsx")
	for week := range 52 {
		for _, name := range []string{"a.xlsx", "b.xlsx"} {
			if _, err := writer(t, false).Write(name, fmt.Append(nil, name, week)); err != nil {
				t.Fatal(err)
			}
		}
	}
	data, err := os.ReadFile("out/" + Marker)
	if lines := strings.Count(string(data), "\n"); err != nil || lines > 2*2*keptHashes+2 {
		t.Errorf("%d lines for two outputs (%v)", lines, err)
	}
}

func remove(t *testing.T, name string) {
	t.Helper()
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, name string) {
	t.Helper()
	if err := os.Symlink(to, name); err != nil {
		t.Skip(err)
	}
}
