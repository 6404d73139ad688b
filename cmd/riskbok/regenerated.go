package main

import (
	"fmt"
	"slices"
	"strings"

	"riskbok/cmd/internal/regenerate"
	"riskbok/exporters/summary"
	"riskbok/exporters/text"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// fewLines is how many board's years, files or names the closing lines tell one by
// one; the overview has them all. With it the end fits on a screen of 40 lines.
const fewLines = 8

// regenerated gives the closing lines of a regeneration: what was made, what must
// be looked at, what was not read.
func (a *app) regenerated(o regenerate.Options, out *regenerate.Outcome, broken bool) []byte {
	var b strings.Builder
	say := func(key string, pairs ...any) { fmt.Fprintln(&b, a.cat.T("regenerate."+key, pairs...)) }
	made := slices.DeleteFunc(slices.Clone(out.Made), func(m regenerate.Made) bool { return m.Err != nil })
	fresh := 0
	for _, m := range made {
		if m.New {
			fresh++
		}
	}
	total := len(out.Made) + out.Unchanged
	pairs := []any{"books", a.cat.N("regenerate.books", total), "new", a.cat.N("regenerate.new", fresh), "changed", a.cat.N("regenerate.changed", len(made)-fresh),
		"unchanged", a.cat.N("regenerate.unchanged", out.Unchanged), "done", len(made)}
	switch {
	case out.Untouched:
		say("untouched")
	case total == 0:
		say("none")
	case o.DryRun:
		say("dry", pairs...)
	case broken:
		say("broken", pairs...)
	default:
		say("done", pairs...)
	}
	a.reasons(&b, made)
	if !o.DryRun && !broken {
		a.standing(&b, out)
	}
	kept, removed := slices.Clone(out.Kept), slices.Clone(out.Removed)
	for _, m := range out.Made {
		kept, removed = append(kept, m.Kept...), append(removed, m.Removed...)
	}
	slices.Sort(kept)
	for _, list := range []struct {
		key   string
		names []string
	}{{"kept", slices.Compact(kept)}, {"removed", removed}, {"gone", out.Gone}} {
		if n := len(list.names); n > 0 {
			say(list.key, "n", n, "names", a.few(list.names))
		}
	}
	a.older(&b, out)
	a.slips(&b, out)
	a.doubles(&b, out)
	a.proposals(&b, o, out)
	a.unread(&b, out)
	return []byte(text.Plain(b.String()))
}

func inset(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") }

// few names the first of many.
func (a *app) few(names []string) string {
	if n := len(names); n > fewLines {
		return strings.Join(names[:fewLines], ", ") + " " + a.cat.N("regenerate.more", n-fewLines)
	}
	return strings.Join(names, ", ")
}

// reasons says why board's years were made anew, new ones aside: those with one
// reason together, and where an input has changed, which.
func (a *app) reasons(b *strings.Builder, made []regenerate.Made) {
	byCode := map[string][]string{}
	var codes []string
	for _, m := range made {
		code := m.Why.Code
		if code == "new" {
			continue
		}
		if byCode[code] == nil {
			codes = append(codes, code)
		}
		name := boardYear(a.boardName(m.Board), m.Year)
		if len(m.Why.Files) > 0 {
			name += " (" + a.few(m.Why.Files) + ")"
		}
		byCode[code] = append(byCode[code], name)
	}
	for _, code := range codes {
		fmt.Fprintln(b, "  "+a.cat.T("regenerate.why."+code)+": "+a.few(byCode[code]))
	}
}

func (a *app) boardName(name string) string {
	if name == "" {
		return a.cat.T("overview.no-board")
	}
	return name
}

// standing says how many boards of the year have errors, and which are missing.
func (a *app) standing(b *strings.Builder, out *regenerate.Outcome) {
	o := out.Overview
	wrong, earlier := 0, 0
	var missing []string
	for i := range o.Rows {
		switch r := &o.Rows[i]; {
		case r.Missing:
			missing = append(missing, r.Board)
		case r.Errors == 0 || r.Board == "":
		case r.Year == o.Year:
			wrong++
		default:
			earlier++
		}
	}
	if len(o.Rows) == 0 {
		return
	}
	fmt.Fprintln(b, a.cat.N("regenerate.wrong", wrong)+" "+a.cat.T("regenerate.see", "year", o.Year, "file", a.cat.T("regenerate.file.overview")+".xlsx"))
	if earlier > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.earlier", earlier))
	}
	a.boards(b, out, missing)
}

// older tells the documents that another of their kind and year leads instead of.
func (a *app) older(b *strings.Builder, out *regenerate.Outcome) {
	told := 0
	for i, in := range out.Inputs {
		o, ok := out.Plan.Older[i]
		if !ok {
			continue
		}
		if told++; told <= fewLines {
			key := "overview.remark.lead." + string(o.Why)
			if in.Copies(&out.Inputs[o.Lead]) {
				key = "overview.remark.copy"
			}
			fmt.Fprintln(b, lang.Line(in.Rel)+": "+a.cat.T(key, "file", lang.Line(out.Inputs[o.Lead].Rel)))
		}
	}
	if told > fewLines {
		fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", told-fewLines))
	}
}

// slips tells the workbooks whose year in the heading is another than their path's.
func (a *app) slips(b *strings.Builder, out *regenerate.Outcome) {
	for i, s := range out.Plan.Slips {
		if i == fewLines {
			fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", len(out.Plan.Slips)-fewLines))
			break
		}
		key := "regenerate.slip"
		same := ""
		switch {
		case s.Same >= 0:
			key, same = "regenerate.slip-same", lang.Line(out.Inputs[s.Same].Rel)
		case s.Heading > s.Path:
			key = "regenerate.slip-ahead"
		}
		fmt.Fprintln(b, a.cat.T(key, "file", lang.Line(out.Inputs[s.Input].Rel), "heading", s.Heading, "path", s.Path, "counted", s.Counted, "same", same))
	}
}

// doubles tells the board's years that several documents of one kind are part of.
func (a *app) doubles(b *strings.Builder, out *regenerate.Outcome) {
	for i, d := range out.Plan.Doubles {
		if i == fewLines {
			fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", len(out.Plan.Doubles)-fewLines))
			break
		}
		var names []string
		for _, in := range d.Inputs {
			names = append(names, lang.Line(out.Inputs[in].Rel))
		}
		key := "regenerate.double"
		if d.Budgets {
			key = "regenerate.double-budget"
		}
		fmt.Fprintln(b, a.cat.T(key, "board", lang.Line(boardYear(d.Board, d.Year)), "files", a.few(names)))
	}
}

// unread names the files that could not be read or hold nothing that riskbok
// knows, with the reason.
func (a *app) unread(b *strings.Builder, out *regenerate.Outcome) {
	for _, list := range []struct {
		key   string
		files []rules.Unreadable
	}{{"unread", out.Unreadable}, {"passed-over", out.PassedOver}} {
		n := len(list.files)
		if n == 0 {
			continue
		}
		fmt.Fprintln(b, a.cat.N("regenerate."+list.key, n)+":")
		for i, u := range list.files {
			if i == fewLines {
				fmt.Fprintln(b, "  "+a.cat.N("regenerate.more", n-fewLines))
				break
			}
			reason, _ := summary.Problem(a.cat, u.Code, u.Args)
			fmt.Fprintln(b, "  "+lang.Line(u.File)+": "+reason)
		}
	}
	if n := len(out.Skipped) - len(out.PassedOver); n > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.skipped", n))
	}
}
