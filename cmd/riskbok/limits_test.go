package main

import (
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/source"
)

// The names that may be set are those that the readers count, and the commented
// settings that `config init` writes show their defaults.
func TestLimitNames(t *testing.T) {
	var names []string
	for _, c := range source.Costs {
		names = append(names, string(c))
	}
	if !slices.Equal(append(names, config.MemoryLimit), config.LimitNames) {
		t.Errorf("costs %v, settings %v", names, config.LimitNames)
	}
	for _, tag := range []string{"sv", "en"} {
		text, err := config.Starter(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range source.Costs {
			if line := "#  " + string(c) + ": " + c.Shown(source.DefaultLimits.Of(c)) + "\n"; !strings.Contains(string(text), line) {
				t.Errorf("%s: the settings lack %q", tag, line)
			}
		}
	}
}

func TestLimits(t *testing.T) {
	set := map[string]int64{config.MemoryLimit: 3}
	for i, c := range source.Costs {
		set[string(c)] = int64(i + 1)
	}
	one, together := limits(&config.Config{Limits: set})
	for i, c := range source.Costs {
		want := int64(i + 1)
		if c.InMB() {
			want <<= 20
		}
		if got := one.Of(c); got != want {
			t.Errorf("%s: %d, want %d", c, got, want)
		}
	}
	if together != 3<<20 {
		t.Errorf("together %d", together)
	}
}
