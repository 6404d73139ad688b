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
		l.Step("läser", i, 40, "x")
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
			l.Step("läser", i, 40, "x")
		}
		l.End()
		if out.Len() > 0 {
			t.Errorf("quick work shows %q", out.String())
		}
	}
	var none *Line
	none.Step("x", 1, 2, "")
	none.End()
}

// TestTerminal: on a terminal the line is redrawn, and gone at the end.
func TestTerminal(t *testing.T) {
	var out bytes.Buffer
	l := New(&out, true, at(time.Second), line)
	for i := 1; i <= 3; i++ {
		l.Step("läser", i, 3, "x")
		time.Sleep(300 * time.Millisecond) // twice what the library redraws by
	}
	l.End()
	text := out.String()
	if !strings.Contains(text, "3 av 3, x") || strings.Count(text, "\n") > 12 {
		t.Errorf("the line was %q", text)
	}
}

// TestStages: on a terminal the line that is shown of one stage stays through the next
// ones, however short they are; nothing is written between them that takes it away.
func TestStages(t *testing.T) {
	var out bytes.Buffer
	words := func(s State) string { return s.Stage + " " + line(s) }
	now := time.Unix(0, 0)
	l := New(&out, true, func() time.Time { return now }, words)
	for i, stage := range []string{"läser", "skriver", "översikt"} {
		if i == 0 {
			now = now.Add(Patience)
		}
		l.Step(stage, 1, 2, "x")
		bar := l.bar
		if bar == nil {
			t.Fatalf("nothing is shown of the stage %q", stage)
		}
		now = now.Add(Patience / 100)
		l.Step(stage, 2, 2, "x")
		if l.bar != bar {
			t.Errorf("the stage %q has a line of its own", stage)
		}
		time.Sleep(300 * time.Millisecond) // twice what the library redraws by
	}
	l.End()
	for _, want := range []string{"läser 2 av 2, x", "skriver 2 av 2, x", "översikt 2 av 2, x"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q was not shown: %q", want, out.String())
		}
	}
}

// TestStagesTogether: the clock of a terminal's line goes from the beginning of the work.
func TestStagesTogether(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	l := New(&out, true, func() time.Time { return now }, line)
	defer l.End()
	for _, stage := range []string{"läser", "skriver"} {
		now = now.Add(Patience * 6 / 10)
		l.Step(stage, 1, 2, "x")
	}
	if l.bar == nil {
		t.Error("nothing is shown of two stages that took longer than a second together")
	}
}

// TestLinesOfStages: where nothing can be redrawn a stage that is soon done writes
// nothing, and the time that is left is that of the stage.
func TestLinesOfStages(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(0, 0)
	l := New(&out, false, func() time.Time { return now }, func(s State) string { return s.Stage + " " + line(s) })
	for _, stage := range []struct {
		name string
		step time.Duration
	}{{"läser", 10 * time.Second}, {"räknar", time.Millisecond}, {"skriver", Patience}} {
		for i := 1; i <= 4; i++ {
			now = now.Add(stage.step)
			l.Step(stage.name, i, 4, "x")
		}
	}
	l.End()
	want := "läser 1 av 4, x, 30s\nläser 2 av 4, x, 20s\nläser 3 av 4, x, 10s\nläser 4 av 4, x, 0s\n" +
		"skriver 2 av 4, x, 2s\nskriver 3 av 4, x, 1s\nskriver 4 av 4, x, 0s\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
