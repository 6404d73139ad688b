package planted

import (
	"fmt"
	"sort"
	"strings"
)

// Outcome is how the findings of one workbook compare with what was planted.
type Outcome struct {
	Hit            int
	Missed         []Expected
	Invented       []Expected
	Want, Reported int
}

// Failed reports whether anything was missed or invented.
func (o *Outcome) Failed() bool { return len(o.Missed)+len(o.Invented) > 0 }

// String lists what was missed and what was invented, a line each.
func (o *Outcome) String() string {
	var b strings.Builder
	for _, e := range o.Missed {
		fmt.Fprintf(&b, "  missed   %s\n", e)
	}
	for _, e := range o.Invented {
		fmt.Fprintf(&b, "  invented %s\n", e)
	}
	return b.String()
}

// String gives rule, sheet and cell.
func (e Expected) String() string {
	cell := e.Cell
	if cell == "" {
		cell = fmt.Sprintf("row %d", e.Row)
	}
	return e.Rule + " " + e.Sheet + "!" + cell
}

// met reports whether a finding is the expected one.
func (e Expected) met(g Expected) bool {
	return e.Rule == g.Rule && e.Sheet == g.Sheet && (e.Cell == g.Cell || e.Cell == "" && e.Row == g.Row)
}

// Compare holds what was found against what was planted, each finding once. An
// expectation without a cell is met by a finding anywhere in its row.
func Compare(want, got []Expected) Outcome {
	o := Outcome{Want: len(want), Reported: len(got)}
	used := make([]bool, len(got))
	for _, w := range want {
		hit := false
		for i, g := range got {
			if !used[i] && w.met(g) {
				used[i], hit = true, true
				break
			}
		}
		if hit {
			o.Hit++
		} else {
			o.Missed = append(o.Missed, w)
		}
	}
	for i, g := range got {
		if !used[i] {
			o.Invented = append(o.Invented, g)
		}
	}
	for _, list := range [][]Expected{o.Missed, o.Invented} {
		sort.Slice(list, func(i, j int) bool { return list[i].String() < list[j].String() })
	}
	return o
}
