package progress

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"
)

// at is a clock that goes a step at each look.
func at(step time.Duration) func() time.Time {
	now := time.Unix(0, 0)
	return func() time.Time {
		now = now.Add(step)
		return now
	}
}

func line(s State) string { return fmt.Sprintf("%d av %d, %s, %v", s.Done, s.Total, s.What, s.Left) }

// TestLines: where nothing can be redrawn there is a line for every tenth part,
// from the first second on.
func TestLines(t *testing.T) {
	var out bytes.Buffer
	l := New(&out, false, at(100*time.Millisecond), line)
	for i := 1; i <= 40; i++ {
		l.Step(i, 40, "x")
	}
	l.End()
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(got) != 8 || got[0] != "12 av 40, x, 2.8s" || got[7] != "40 av 40, x, 0s" {
		t.Errorf("%d lines: %q", len(got), got)
	}
}

// TestQuick: what takes less than a second shows nothing, nor does a nil line.
func TestQuick(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		var out bytes.Buffer
		l := New(&out, terminal, at(time.Millisecond), line)
		for i := 1; i <= 40; i++ {
			l.Step(i, 40, "x")
		}
		l.End()
		if out.Len() > 0 {
			t.Errorf("quick work shows %q", out.String())
		}
	}
	var none *Line
	none.Step(1, 2, "")
	none.End()
}

// TestTerminal: on a terminal the line is redrawn, and gone at the end.
func TestTerminal(t *testing.T) {
	var out bytes.Buffer
	l := New(&out, true, at(time.Second), line)
	for i := 1; i <= 3; i++ {
		l.Step(i, 3, "x")
		time.Sleep(300 * time.Millisecond) // twice what the library redraws by
	}
	l.End()
	text := out.String()
	if !strings.Contains(text, "3 av 3, x") || strings.Count(text, "\n") > 12 {
		t.Errorf("the line was %q", text)
	}
}
