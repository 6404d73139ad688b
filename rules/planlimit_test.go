package rules

import (
	"strconv"
	"strings"
	"testing"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// TestPlanLimit: risks are written as their values, with "+" where the plan has
// them. What is wanted is the limit, "?" behind it where it is unproven, and the
// value below which a risk more or less would move it; "" where the treatments
// stand.
func TestPlanLimit(t *testing.T) {
	usual, none := scales.Default(), &model.Scale{Likelihood: scales.Default().Likelihood, Consequence: scales.Default().Consequence}
	for name, tt := range map[string]struct {
		scale  *model.Scale
		worded bool
		short  bool
		risks  string
		want   string
	}{
		"from eight":                         {usual, false, false, "16+ 12+ 9+ 8+ 6 6 4 4 3 2 1", "8 8"},
		"one was lost":                       {usual, false, false, "16+ 12 9+ 8+ 6 6 4 4 3 2 1", "8 8"},
		"one of two at the limit":            {usual, false, false, "16+ 12+ 9+ 8+ 8 6 6 4 4 3 2 1", "8 9"},
		"one was put in":                     {usual, false, false, "16+ 12+ 9+ 6+ 6 6 4 4 3 2 1", "9 9"},
		"the usual limit, three were lost":   {usual, false, false, "16+ 12 9+ 9+ 8+ 8 6+ 6 4+ 4+ 3 2 1", ""},
		"the usual limit, two lowest lost":   {usual, false, false, "16+ 12+ 9+ 8+ 6+ 6+ 4 4 3 2 1", ""},
		"too few":                            {usual, false, false, "16+ 12+ 6 4 4", ""},
		"all":                                {usual, false, false, "16+ 12+ 6+ 4+ 4+ 3+ 2+ 1+", ""},
		"none":                               {usual, false, false, "16 12 9 8 6 6 4 4 3", ""},
		"chosen":                             {usual, false, false, "16 12+ 9 8 6+ 6 4+ 4 4 3 2+ 1", "12?"},
		"written, and half of one treatment": {usual, true, false, "16+ 12+ 9+ 8+ 6 6 4 4 4 3 2 1", "8 8"},
		"written, and the lowest are lost":   {usual, true, false, "16+ 12+ 9+ 8+ 6+ 4 4 4 3 2 1", ""},
		"written, and the highest treatment": {usual, true, false, "16+ 12+ 12+ 9 8 6 3 2 1", "12 12"},
		"written, and most are in":           {usual, true, false, "16+ 12+ 9 9+ 8 6+ 6 4+ 4 4+ 3", ""},
		"the levels end at three":            {usual, false, true, "9+ 6+ 6+ 4 4 3 2 1 1", "6 6"},
		"they do, and one four":              {usual, false, true, "9+ 6+ 6+ 4 3 3 2 1 1", ""},
		"no treatments":                      {none, false, false, "16+ 12+ 9+ 8 6 6 4 4 3", "9 9"},
		"no treatments, and one was lost":    {none, false, false, "16+ 12+ 12 9+ 8 6 6 4 4 3", "9 9"},
		"no treatments, and too few":         {none, false, false, "16+ 12+ 12 9+ 6 4 3", ""},
		"no treatments, chosen":              {none, false, false, "16 12+ 9 8 6+ 6 4+ 4 4 3 2+ 1", ""},
	} {
		tally := &tally{scale: tt.scale, worded: tt.worded, short: tt.short}
		for _, r := range strings.Fields(tt.risks) {
			n, _ := strconv.Atoi(strings.TrimSuffix(r, "+"))
			treatment := tt.scale.Treatment(n)
			tally.risks = append(tally.risks, placed{n, strings.HasSuffix(r, "+"), treatment != nil && treatment.InPlan})
		}
		got := ""
		if l := tally.limit(); l != nil {
			if got = strconv.Itoa(l.From) + " " + strconv.Itoa(l.Sure); l.Unproven {
				got = strconv.Itoa(l.From) + "?"
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
