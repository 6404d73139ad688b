package objects

import "testing"

// Of the entries of a dictionary as the library writes it, those with a reference.
func TestEntryRef(t *testing.T) {
	for _, tc := range []struct{ entry, name, ref string }{
		{"F1 5 0 R ", "F1", "5 0 R"},
		{"XObject 12 3 R>>", "XObject", "12 3 R"},
		{"Count 5 ", "", ""},
		{"Box [0 0 R]", "", ""},
		{"Kids[5 0 R]", "", ""},
		{"Type", "", ""},
		{" 5 0 R", "", ""},
		{"F1 5  0 R", "", ""},
		{"F1 5 0 obj", "", ""},
		{"F1 x 0 R", "", ""},
		{"F1 5  R", "", ""},
	} {
		name, ref, ok := entryRef(tc.entry)
		if name != tc.name || ref != tc.ref || ok != (tc.ref != "") {
			t.Errorf("%q: %q, %q, %v; want %q, %q", tc.entry, name, ref, ok, tc.name, tc.ref)
		}
	}
}
