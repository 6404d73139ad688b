package grid

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// The forms of dates as expressions say them: what begins with a run of digits is read as
// the first that these find.
var dateExpressions = []struct {
	form             dateForm
	expression       *regexp.Regexp
	year, month, day int // which group is which
}{
	{isoDate, regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})(?:$|\D)`), 1, 2, 3},
	{wordDate, regexp.MustCompile(`(?:^|\D)(\d{1,2})(?::\pL{1,2}|\.)?\s+(\pL{3,9})\.?,?\s+((?:19|20)\d\d)(?:$|\D)`), 3, 2, 1},
	{shortForm, regexp.MustCompile(`(?:^|\D)(\d{1,2})[/.](\d{1,2})[\s/.-]+((?:19|20)\d\d)(?:$|\D)`), 3, 2, 1},
	{backwardDate, regexp.MustCompile(`(?:^|[^\d-])(\d{1,2})-(\d{1,2})-((?:19|20)\d\d)(?:$|[^\d-])`), 3, 2, 1},
	{compactDate, regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)(\d\d)(\d\d)(?:$|\D)`), 1, 2, 3},
	{spacedDate, regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d) (\d\d) (\d\d)(?:$|\D)`), 1, 2, 3},
}

func FuzzDateForms(f *testing.F) {
	for _, text := range []string{
		"2025-10-31", "x 2025 . 1 / 3y", "2025  10-31", "12025-10-31", "2025-10-311", "2025-1-2-3", "31:a okt., 2025", "31:abc okt 2025", "3. mars\t2025", "3.mars 2025",
		"31 oktober november 2025", "3 ab 2025", "31 10 2025", "31/10 - 2025", "31.10.2025", "1-31/10 2025", "4-12-05-2031", "12-05-2031-7", "12-05-2031 13-05-2031",
		"20251031", "120251031", "2025 10 31", "2025 10 311", "2025 110 20", "1899-01-01", "٣ mars 2025", "3 mars 2025 och 4 mars 2026", "3 mars 2025x", "3\xffmars 2025", "3 åäö. 2025",
	} {
		f.Add(text)
	}
	f.Fuzz(holdForms)
}

// holdForms holds what is read of a text against the expressions.
func holdForms(t *testing.T, text string) {
	d := &dated{text, appendRuns(nil, text)}
	for i, x := range dateExpressions {
		year, month, day, ok := d.first(x.form)
		m := x.expression.FindStringSubmatch(text)
		if ok != (m != nil) || ok && (year != m[x.year] || month != m[x.month] || day != m[x.day]) {
			t.Errorf("form %d of %q: %q %q %q %v, expected %q", i, text, year, month, day, ok, m)
		}
	}
}

// Texts made of the pieces of dates are read as the expressions read them.
func TestDateForms(t *testing.T) {
	pieces := []string{"1", "31", "2025", "1999", "20251031", "311", "1899", " ", " ", "  ", "\t", "-", "/", ".", ",", ":", "a", "okt", "mars", "x", "å", "–"}
	random := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 30_000 {
		var b strings.Builder
		for range 3 + random.IntN(9) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		holdForms(t, b.String())
		if _, ok := findDate(b.String(), months); ok {
			found++
		}
	}
	if found < 300 {
		t.Errorf("%d dates", found)
	}
}
