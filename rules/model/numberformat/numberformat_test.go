package numberformat

import "testing"

// What a reader sees is cut of blanks, and is nothing where no digit is seen;
// what is written is neither.
func TestShownAndWritten(t *testing.T) {
	for _, c := range []struct{ code, stored, shown, written string }{
		{`0" p"`, "8", "8 p", "8 p"}, {`0.0`, "1.25", "1.3", "1.3"}, {`00`, "-4", "-04", "-04"}, {`0 %`, "0.5", "50 %", "50 %"}, {`#`, "0", "", ""},
		{`_-0_-`, "3", "3", " 3 "}, {`"hög";"låg"0`, "-2", "", ""},
	} {
		f := Read(c.code)
		if f == nil {
			if c.shown != "" {
				t.Errorf("%s is not read", c.code)
			}
			continue
		}
		shown, seen := f.Shown(c.stored)
		if !seen {
			shown = ""
		}
		if written, _ := f.Written(c.stored); shown != c.shown || written != c.written {
			t.Errorf("%s of %s: shown %q, written %q", c.code, c.stored, shown, written)
		}
	}
	if f := Read("yyyy"); f == nil {
		t.Error("a year is not read")
	} else if _, ok := f.Written("46000"); ok {
		t.Error("a number is written as a year")
	}
}
