package main

import (
	"runtime"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/notices"
	"riskbok/rules/fulltest"
)

// TestEveryModule: each module that the program is linked with, in the version that
// it is linked with, has its licence among the notices, and Go's library has.
// By default it looks at the system it runs on alone.
func TestEveryModule(t *testing.T) {
	all, err := notices.All()
	if err != nil {
		t.Fatal(err)
	}
	has := map[string]bool{}
	for _, n := range all {
		if low := strings.ToLower(n.Text); !strings.Contains(low, "copyright") && !strings.Contains(low, "public domain") {
			t.Errorf("%s: this is no licence:\n%s", n.Module, n.Text)
		}
		has[n.Module+" "+n.Version] = true
	}
	if !has[notices.Library+" "] {
		t.Errorf("%s has no notice", notices.Library)
	}
	of := []string{runtime.GOOS}
	if fulltest.Wanted() {
		of = systems
	}
	linked, err := modules(of...)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range linked {
		if !has[m.path+" "+m.version] {
			t.Errorf("%s %s has no notice: go generate ./cmd/internal/notices", m.path, m.version)
		}
	}
	if len(linked) < 20 {
		t.Errorf("only %d modules are linked", len(linked))
	}
	if fulltest.Wanted() && len(linked)+1 != len(all) {
		t.Errorf("%d modules, %d notices: go generate ./cmd/internal/notices", len(linked), len(all))
	}
	if !slices.IsSortedFunc(all[1:], func(a, b notices.Notice) int { return strings.Compare(a.Module, b.Module) }) {
		t.Error("the notices are not sorted")
	}
}
