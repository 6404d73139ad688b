package minutes

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// A case number that is divided from a title stands at its end, and what is left
// stands before it.
func FuzzCaseNumber(f *testing.F) {
	w := newWords(config.MeetingWords())
	f.Fuzz(func(t *testing.T, title string) {
		if len(title) > 4<<10 {
			return
		}
		title = model.Clean(title)
		text, number := w.caseAtEnd(title)
		if !strings.HasPrefix(title, text) || !strings.HasSuffix(strings.TrimRight(title, ") "), number) {
			t.Errorf("%q was divided into %q and %q", title, text, number)
		}
		if n := caseNumber(title); !strings.HasPrefix(title, n) {
			t.Errorf("%q does not begin with %q", title, n)
		}
	})
}
