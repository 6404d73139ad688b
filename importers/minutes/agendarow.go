package minutes

import (
	"regexp"
	"sync"

	"riskbok/rules/model"
)

var clock = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\s*\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s*$`)
})

// afterClock gives a row of an agenda without the clock in front of its number:
// when the matter comes on.
func afterClock(r *row) *row {
	if len(r.segs) < 2 || !clock().MatchString(r.segs[0].Text) {
		return r
	}
	out := *r
	out.segs = r.segs[1:]
	out.join()
	return &out
}

// caseGoesOn takes a row that stands below the column of the case number alone for
// the end of one that had no room: "HN" over "2031/14".
func (e *agendaLine) caseGoesOn(w *vocabulary, r *row) bool {
	taken := 0
	for _, below := range r.segs {
		for _, above := range e.beside {
			if !aligned(above, below) || e.CaseNumber.OK {
				continue
			}
			if number := w.wholeCase(model.Clean(above.Text)+" "+model.Clean(below.Text), false); number != "" {
				e.CaseNumber = model.Value[string]{V: number, OK: true, Raw: above.Text + "\n" + below.Text, At: below.At}
				taken++
			}
		}
	}
	return taken > 0 && taken == len(r.segs)
}
