package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"riskbok/cmd/internal/regenerate"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// counted gives the counts of a run in words, for a message.
func (a *app) counted(out *regenerate.Outcome, made []regenerate.Made) []any {
	fresh := 0
	for _, m := range made {
		if m.New {
			fresh++
		}
	}
	unchanged := a.cat.N("regenerate.unchanged", out.Unchanged)
	if n := len(out.Made) - len(made); n > 0 {
		unchanged += ", " + a.cat.N("regenerate.unwritten", n)
	}
	return []any{"books", a.cat.N("regenerate.books", len(out.Made)+out.Unchanged), "new", a.cat.N("regenerate.new", fresh),
		"changed", a.cat.N("regenerate.changed", len(made)-fresh), "unchanged", unchanged, "done", len(made)}
}

// outputs tells what became of outputs that were there: those that somebody has
// changed, those among them whose documents have changed since, those that were
// removed and those that nothing is behind any more.
func (a *app) outputs(b *strings.Builder, out *regenerate.Outcome) {
	kept, removed := slices.Clone(out.Kept), slices.Clone(out.Removed)
	var behind []string
	for _, m := range out.Made {
		kept, removed = append(kept, m.Kept...), append(removed, m.Removed...)
		if slices.ContainsFunc(m.Why, func(w regenerate.Why) bool { return w.Code == "inputs" || w.Code == "before" }) {
			behind = append(behind, m.Kept...)
		}
	}
	for _, list := range []struct {
		key   string
		names []string
	}{{"kept", kept}, {"behind", behind}, {"removed", removed}, {"gone", out.Gone}} {
		slices.Sort(list.names)
		names := slices.Compact(list.names)
		if n := len(names); n > 0 {
			fmt.Fprintln(b, a.cat.N("regenerate."+list.key, n, "names", a.few(names)))
		}
	}
}

// boardSlips is how many letters of a board's name may be mistyped for the right one
// to be told: two, as of a flag.
const boardSlips = flagSlips

// strange says that the archive knows no board of a name, and which one is near.
func (a *app) strange(name string, out *regenerate.Outcome) string {
	near, least := "", boardSlips+1
	for i := range out.Plan.Chains {
		for _, book := range out.Plan.Chains[i].Books {
			if d := levenshtein.ComputeDistance(model.Key(name), model.Key(book.Name)); d < least {
				near, least = book.Name, d
			}
		}
	}
	if near == "" {
		return a.cat.T("regenerate.strange", "name", lang.Line(name))
	}
	return a.cat.T("regenerate.strange-near", "name", lang.Line(name), "near", lang.Line(near))
}
