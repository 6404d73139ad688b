package objects

import (
	"fmt"
	"strings"
	"testing"
)

// twice is a file that defines its content twice; table writes what stands after the
// objects, and knows where they begin.
func twice(table func(at []int, end int) string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range []string{
		"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>", "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>",
		"4 0 obj\n<</Length 3>>\nstream\nold\nendstream", "4 0 obj\n<</Length 3>>\nstream\nnew\nendstream",
	} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%s\nendobj\n", o)
		if i == 3 {
			b.WriteString("% ")
		}
	}
	return []byte(b.String() + table(at, b.Len()))
}

// section writes a table that has the first object, and the content at some place.
func section(first, content int, trailer string, start int) string {
	return fmt.Sprintf("xref\n0 2\n0000000000 65535 f \n%010d 00000 n \n4 1\n%010d 00000 n \ntrailer\n<</Size 5/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", first, content, trailer, start)
}

// TestDefinedTwice: of two definitions of an object the later one counts, unless the
// table at the end of the file names the earlier.
func TestDefinedTwice(t *testing.T) {
	for name, c := range map[string]struct {
		want  string
		table func(at []int, end int) string
	}{
		"later named":     {"new", func(at []int, end int) string { return section(at[0], at[4], "", end) }},
		"earlier named":   {"old", func(at []int, end int) string { return section(at[0], at[3], "", end) }},
		"neither named":   {"new", func(at []int, end int) string { return section(at[0], at[3]+1, "", end) }},
		"no table":        {"new", func([]int, int) string { return "trailer\n<</Root 1 0 R>>" }},
		"table elsewhere": {"new", func(at []int, end int) string { return section(at[0], at[3], "", end+7) }},
		"older than both": {"new", func(at []int, _ int) string { return section(at[0], at[3], "", at[1]) }},
		"table cut":       {"new", func(at []int, end int) string { return "xref\n4 9\n" + fmt.Sprint("startxref\n", end) }},
		"later of two tables": {"new", func(at []int, end int) string {
			older := section(at[0], at[3], "", end)
			return older + section(at[0], at[4], fmt.Sprintf("/Prev %d", end), end+len(older))
		}},
		"named by the older table": {"old", func(at []int, end int) string {
			older := section(at[0], at[3], "", end)
			return older + fmt.Sprintf("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R/Prev %d>>\nstartxref\n%d\n", end, end+len(older))
		}},
		"tables in a circle": {"old", func(at []int, end int) string { return section(at[0], at[3], fmt.Sprintf("/Prev %d", end), end) }},
	} {
		f, err := Open(twice(c.table), DefaultLimits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got, err := f.Pages[0].Content(100); string(got) != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}
