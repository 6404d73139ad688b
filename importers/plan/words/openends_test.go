package words

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"riskbok/config"
)

// TestCloseEnds: ranges of which only one end is stated have the other from those
// beside them.
func TestCloseEnds(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string]string{
		"≤ 3 | ≤ 11 | ≤ 16":              "0-3 4-11 12-16",
		"max 3 | max 11 | max 16":        "0-3 4-11 12-16",
		"upp till 4 | upp till 9":        "0-4 5-9",
		"t.o.m. 3 | t.o.m. 11 | över 11": "0-3 4-11 12-∞",
		"< 4 | < 12 | < 17":              "0-3 4-11 12-16",
		"≤ 16 | ≤ 11 | ≤ 3":              "12-16 4-11 0-3",
		"≥ 1 | ≥ 4 | ≥ 12":               "1-3 4-11 12-∞",
		"minst 12 | minst 4 | minst 1":   "12-∞ 4-11 1-3",
		"≤ 3 | > 3 | > 11":               "0-3 4-11 12-∞",
		"1-3 | ≤ 11 | ≤ 16":              "1-3 4-11 12-16",
		"1 | ≤ 4 | ≤ 9":                  "1-1 2-4 5-9",
		"0-3 | 4-11 | ≥ 12":              "0-3 4-11 12-∞",
		"≥ 0 | 4-11 | 12-16":             "0-3 4-11 12-16",
		"0+ | 4+ | 12+":                  "0-3 4-11 12-∞",
		// Errors stay what they are.
		"≤ 4 | 4-11 | ≥ 12":  "0-4 4-11 12-∞",
		"1-4 | 4-11 | 11-16": "1-4 4-11 11-16",
		"≤ 3 | ≤ 16 | ≤ 11":  "0-3 0-16 0-11",
		"≤ 3 | ≤ 3 | ≤ 11":   "0-3 0-3 0-11",
		"≤ 11 | ≥ 9":         "0-11 9-∞",
	} {
		var bands []Band
		for part := range strings.SplitSeq(text, " | ") {
			b, ok := x.Band(part)
			if !ok {
				t.Fatalf("%q is no range", part)
			}
			bands = append(bands, b)
		}
		CloseEnds(len(bands), func(i int) (low, high *int) { return &bands[i].Low, &bands[i].High })
		got := ""
		for _, b := range bands {
			got += fmt.Sprintf(" %d-%s", b.Low, strings.ReplaceAll(fmt.Sprint(b.High), fmt.Sprint(math.MaxInt), "∞"))
		}
		if got = strings.TrimSpace(got); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

// TestDayBand: days and fractions are the numbers that they may have been made of.
func TestDayBand(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string]string{
		"2025-01-03": "1-3 day", "2025-03-01": "1-3 day", "2025-11-04": "4-11 day", "3-jan": "1-3 day", "03-mar": "3-3 day", "4 nov": "4-11 day",
		"jan-03": "1-3 day", "nov.": "", "1/3": "1-3", "12/16": "12-16", "3 / 8": "3-8", "1/3/5": "", "1-3": "", "100/3": "", "a/3": "", "0/3": "", "Rutin 3 mars 2025 gäller": "",
	} {
		got := ""
		if b, day, ok := x.DayBand(text); ok {
			got = fmt.Sprintf("%d-%d", b.Low, b.High)
			if day {
				got += " day"
			}
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
