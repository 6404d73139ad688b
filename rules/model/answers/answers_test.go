package answers

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

// What is asked twice is found out twice and no more; each text has its own answer,
// also where more are asked about than there is room for.
func TestByText(t *testing.T) {
	var b ByText[string]
	found := 0
	find := func(text string) string {
		found++
		return "about " + text
	}
	for range 5 {
		if got := b.Of("Sannolikhet", find); got != "about Sannolikhet" {
			t.Fatal(got)
		}
	}
	if found != 2 {
		t.Errorf("found out %d times", found)
	}
	for round := range 3 {
		for i := range 4 * mostPlaces {
			text := strconv.Itoa(i)
			if got := b.Of(text, find); got != "about "+text {
				t.Fatalf("round %d, %s: %s", round, text, got)
			}
		}
	}
}

// A text that stands in many documents stays though thousands stand in one.
func TestOnceAskedPushesNothingOut(t *testing.T) {
	var b ByText[int]
	find := func(text string) int { return len(text) }
	b.Of("Konsekvens", find)
	b.Of("Konsekvens", find)
	for i := range 100 * mostPlaces {
		b.Of("Risk nummer "+strconv.Itoa(i), find)
	}
	b.Of("Konsekvens", func(string) int {
		t.Error("asked again")
		return 0
	})
}

// Long texts are not kept.
func TestLong(t *testing.T) {
	var b ByText[int]
	found := 0
	long := strings.Repeat("a", mostText+1)
	for range 4 {
		b.Of(long, func(string) int { found++; return 0 })
	}
	if found != 4 {
		t.Errorf("found out %d times", found)
	}
}

func TestAtOnce(t *testing.T) {
	var b ByText[string]
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 20_000 {
				text := strconv.Itoa(i % 3000)
				if got := b.Of(text, func(s string) string { return s + "!" }); got != text+"!" {
					t.Errorf("%s: %s", text, got)
				}
			}
		})
	}
	all.Wait()
}
