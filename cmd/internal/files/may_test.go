package files

import (
	"errors"
	"os"
	"testing"
)

// TestMay: what is told before the work is what writing says afterwards, and
// asking leaves the disk as it was.
func TestMay(t *testing.T) {
	tree(t, "in.xlsx")
	w := writer(t, false)
	for _, name := range []string{"plan.xlsx", "mine.xlsx"} {
		if _, err := w.Write(name, []byte("one")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := w.Create("next.xlsx", []byte("one")); err != nil {
		t.Fatal(err)
	}
	put(t, "out/mine.xlsx", "mine")
	put(t, "out/foreign.xlsx", "foreign")
	put(t, "out/folder.xlsx/foreign.txt", "foreign")
	type answers struct{ write, create error }
	for _, force := range []bool{false, true} {
		want := map[string]answers{
			"plan.xlsx": {nil, ErrTaken}, "mine.xlsx": {ErrChanged, ErrTaken}, "next.xlsx": {ErrChanged, ErrTaken},
			"foreign.xlsx": {ErrForeign, ErrTaken}, "sub/new.xlsx": {nil, nil}, "folder.xlsx": {ErrFolder, ErrFolder},
		}
		if force {
			want = map[string]answers{"plan.xlsx": {}, "mine.xlsx": {}, "next.xlsx": {}, "foreign.xlsx": {ErrForeign, ErrForeign}, "sub/new.xlsx": {}, "folder.xlsx": {ErrFolder, ErrFolder}}
		}
		for name, tc := range want {
			w := writer(t, force)
			if _, err := w.MayWrite(name); !errors.Is(err, tc.write) {
				t.Errorf("force %v: may %s be written: %v, want %v", force, name, err, tc.write)
			}
			if _, err := w.MayCreate(name); !errors.Is(err, tc.create) {
				t.Errorf("force %v: may %s be created: %v, want %v", force, name, err, tc.create)
			}
		}
	}
	for _, force := range []bool{false, true} {
		w := writer(t, force)
		if _, err := w.Write("folder.xlsx", nil); !errors.Is(err, ErrFolder) {
			t.Errorf("force %v: a folder is written over: %v", force, err)
		}
		if _, err := w.Create("folder.xlsx", nil); !errors.Is(err, ErrFolder) {
			t.Errorf("force %v: a folder is created over: %v", force, err)
		}
	}
	if _, err := os.Stat("out/sub"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("asking made a folder: %v", err)
	}
}
