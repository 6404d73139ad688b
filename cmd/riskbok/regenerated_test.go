package main

import (
	"strings"
	"testing"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/regenerate"
	"riskbok/rules/lang"
)

// A run that is broken off before anything is done does not say that there was nothing
// to do.
func TestBrokenFirst(t *testing.T) {
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		a := &app{cat: cat}
		broken := string(a.regenerated(regenerate.Options{}, &regenerate.Outcome{Plan: &archive.Plan{}}, true))
		if !strings.Contains(broken, cat.T("regenerate.broken-first")) || strings.Contains(broken, cat.T("regenerate.none")) {
			t.Errorf("%s: broken off %q", tag, broken)
		}
	}
}
