package main

import (
	"fmt"
	"slices"
	"strings"

	"riskbok/cmd/internal/regenerate"
	"riskbok/exporters/overview"
	"riskbok/rules/lang"
)

// boards names the boards that are missing, or that sent something else than a plan that
// can be read, and the files of which no board or year is known: all of them, for it
// is these that somebody must write to.
func (a *app) boards(b *strings.Builder, out *regenerate.Outcome, missing []string) {
	o := out.Overview
	if p := out.Plan; p.Later != 0 {
		fmt.Fprintln(b, a.cat.T("regenerate.later", "boards", a.cat.N("regenerate.boards", p.LaterBoards), "year", p.Later))
	}
	var unread, budgets, nobody, timeless []string
	for i := range o.Rows {
		switch r := &o.Rows[i]; {
		case r.Year != o.Year || r.Board == "":
		case r.Unread:
			unread = append(unread, r.Board+" ("+strings.Join(r.Files, ", ")+")")
		case r.OnlyBudget:
			budgets = append(budgets, r.Board)
		}
	}
	for i := range o.Files {
		for _, row := range o.Files[i].Rows {
			switch {
			case row.Board == "":
				nobody = append(nobody, o.Files[i].Name)
			case row.Year == 0:
				timeless = append(timeless, o.Files[i].Name)
			}
		}
	}
	for _, list := range []struct {
		key   string
		names []string
	}{{"missing", missing}, {"not-read", unread}, {"only-budget", budgets}, {"no-board", slices.Compact(nobody)}, {"no-year", slices.Compact(timeless)}} {
		if n := len(list.names); n > 0 {
			fmt.Fprintln(b, a.cat.N("regenerate."+list.key, n)+": "+lang.Line(strings.Join(list.names, ", ")))
		}
	}
}

// far tells the documents whose year is too far ahead to be meant.
func (a *app) far(b *strings.Builder, out *regenerate.Outcome) {
	var names []string
	for _, i := range out.Plan.Far {
		names = append(names, lang.Line(out.Inputs[i].Rel))
	}
	if n := len(names); n > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.far", n, "names", a.few(names)))
	}
}

// strays tells the documents whose path names another board than they do.
func (a *app) strays(b *strings.Builder, out *regenerate.Outcome) {
	for i, s := range out.Plan.Strays {
		if i == fewLines {
			fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", len(out.Plan.Strays)-fewLines))
			break
		}
		fmt.Fprintln(b, a.cat.T("regenerate.stray", "file", lang.Line(out.Inputs[s.Input].Rel), "board", lang.Line(s.Board), "path", lang.Line(s.Path)))
	}
}

// repeats tells the documents that are the same as one of another board or year.
func (a *app) repeats(b *strings.Builder, out *regenerate.Outcome) {
	for i, s := range out.Plan.Repeats {
		if i == fewLines {
			fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", len(out.Plan.Repeats)-fewLines))
			break
		}
		fmt.Fprintln(b, a.cat.T("regenerate.repeat", "file", lang.Line(out.Inputs[s.Input].Rel), "same", lang.Line(out.Inputs[s.Same].Rel), "counted", lang.Line(boardYear(s.Board, s.Year))))
	}
}

// proposals tells names that are likely one board's, and the lines that join them.
func (a *app) proposals(b *strings.Builder, o regenerate.Options, out *regenerate.Outcome) {
	var told []overview.Spelling
	for i, p := range out.Plan.Proposals {
		if i == fewLines {
			fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", len(out.Plan.Proposals)-fewLines))
			break
		}
		fmt.Fprintln(b, a.cat.T("regenerate.spelling", "name", lang.Line(p.Name), "spelling", lang.Line(p.Spelling)))
		told = append(told, overview.Spelling(p))
	}
	if len(told) > 0 {
		fmt.Fprintln(b, a.cat.T("regenerate.spellings"))
		fmt.Fprintln(b, inset(overview.YAML(told, o.Archive.Boards)))
	}
}
