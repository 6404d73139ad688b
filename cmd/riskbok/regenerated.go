package main

import (
	"fmt"
	"slices"
	"strings"

	"riskbok/cmd/internal/regenerate"
	"riskbok/exporters/output"
	"riskbok/exporters/overview"
	"riskbok/exporters/summary"
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
	total := len(out.Made) + out.Unchanged
	pairs := a.counted(out, made)
	for _, name := range out.Strange {
		fmt.Fprintln(&b, a.strange(name, out))
	}
	if n := out.Forgotten; n > 0 {
		say("forgotten", "n", n, "file", regenerate.Manifest)
	}
	switch {
	case out.Untouched:
		say("untouched")
	case total == 0 && broken:
		say("broken-first")
	case total == 0:
		say("none")
	case o.DryRun:
		say("dry", pairs...)
	case broken:
		say("broken", pairs...)
	default:
		say("done", pairs...)
	}
	a.reasons(&b, made, o.DryRun)
	switch {
	case o.DryRun:
		a.missing(&b, missingOf(out))
	case !broken && !out.Untouched && hasOverview(o, out):
		a.standing(&b, out)
	}
	a.outputs(&b, out)
	a.older(&b, out)
	a.slips(&b, out)
	a.far(&b, out)
	a.strays(&b, out)
	a.repeats(&b, out)
	a.doubles(&b, out)
	a.proposals(&b, o, out)
	a.unread(&b, out)
	return []byte(output.Plain(b.String()))
}

func inset(s string) string { return "    " + strings.ReplaceAll(s, "\n", "\n    ") }

// few names the first of many.
func (a *app) few(names []string) string {
	if n := len(names); n > fewLines {
		return strings.Join(names[:fewLines], ", ") + " " + a.cat.N("regenerate.more", n-fewLines)
	}
	return strings.Join(names, ", ")
}

// reasons says why board's years were made anew: those with one reason together, and
// where an input has changed, which. New ones are told only where fresh is set.
func (a *app) reasons(b *strings.Builder, made []regenerate.Made, fresh bool) {
	byCode := map[string][]string{}
	var codes []string
	for _, m := range made {
		for _, why := range m.Why {
			if why.Code == "new" && !fresh {
				continue
			}
			if byCode[why.Code] == nil {
				codes = append(codes, why.Code)
			}
			name := boardYear(a.boardName(m.Board), m.Year)
			if len(why.Files) > 0 {
				name += " (" + a.few(why.Files) + ")"
			}
			byCode[why.Code] = append(byCode[why.Code], name)
		}
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
	nameless, earlier := 0, 0
	wrong := map[string]bool{} // boards: of documents without a year one may have several rows
	var missing, off, stale []string
	for i := range o.Rows {
		r := &o.Rows[i]
		if r.OffScale > 0 {
			off = append(off, boardYear(a.boardName(r.Board), r.Year))
		}
		if r.Stale {
			stale = append(stale, boardYear(a.boardName(r.Board), r.Year))
		}
		switch {
		case r.Missing:
			missing = append(missing, r.Board)
		case r.Errors == 0:
		case r.Year != o.Year: // plans are counted here, also one that names no board
			earlier++
		case r.Board == "":
			nameless++
		default:
			wrong[r.Board] = true
		}
	}
	if len(o.Rows) == 0 {
		return
	}
	see := "regenerate.see"
	if o.Year == 0 {
		see = "regenerate.see-no-year"
	}
	fmt.Fprintln(b, a.cat.N("regenerate.wrong", len(wrong))+" "+a.cat.T(see, "year", o.Year, "file", a.overviewFile(out)))
	if nameless > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.nameless", nameless))
	}
	if earlier > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.earlier", earlier))
	}
	a.boards(b, out, missing)
	if len(off) > 0 {
		fmt.Fprintln(b, a.cat.T("regenerate.off-scale", "names", a.few(off)))
	}
	if len(stale) > 0 {
		fmt.Fprintln(b, a.cat.T("regenerate.stale", "names", a.few(stale)))
	}
}

// missingOf gives the boards that have sent nothing for the year.
func missingOf(out *regenerate.Outcome) []string {
	var names []string
	for _, m := range out.Plan.Missing {
		names = append(names, m.Board)
	}
	slices.Sort(names)
	return names
}

func (a *app) missing(b *strings.Builder, names []string) {
	if n := len(names); n > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.missing", n)+": "+a.few(names))
	}
}

// overviewFile names the first of the overview's files that is as it was written.
func (a *app) overviewFile(out *regenerate.Outcome) string {
	stem := a.cat.T("regenerate.file.overview")
	for _, kind := range overviewKinds {
		if !slices.Contains(out.Kept, stem+kind.ending) {
			return stem + kind.ending
		}
	}
	return stem + overviewKinds[0].ending
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
			line := lang.Line(in.Rel) + ": " + a.cat.T(key, "file", lang.Line(out.Inputs[o.Lead].Rel))
			if overview.Twins(in.Rel, out.Inputs[o.Lead].Rel) {
				line += " " + a.cat.T("overview.remark.twins")
			}
			fmt.Fprintln(b, line)
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
	if n := len(out.Skipped); n > 0 {
		fmt.Fprintln(b, a.cat.N("regenerate.skipped", n))
	}
}
