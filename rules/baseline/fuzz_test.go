package baseline

import (
	"errors"
	"strings"
	"testing"
	"time"

	"riskbok/rules/lang"
)

// A list of accepted findings is read, or the line is named that is at fault, in time
// that its size bounds. What was read stands when more is added.
func FuzzParse(f *testing.F) {
	cat, err := lang.Get("sv")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4<<10 {
			return
		}
		start := time.Now()
		got, err := Parse(data, 1)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		var fault *Error
		if err != nil {
			if !errors.As(err, &fault) || fault.Line < 1 || fault.Line > 2+strings.Count(string(data), "\n")+strings.Count(string(data), "\r") {
				t.Errorf("%q: %v", data, err)
			}
			return
		}
		for _, a := range got {
			if a.Path == "" {
				t.Errorf("%q: %+v", data, a)
			}
		}
		grown, _, err := Append(data, nil, By{}, cat)
		if err != nil {
			return
		}
		if again, err := Parse(grown, 1); err != nil || len(again) != len(got) {
			t.Errorf("%d acceptances, then %d: %v\n%s", len(got), len(again), err, grown)
		}
	})
}
