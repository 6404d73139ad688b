package rewrite_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/cmd/internal/rewrite"
	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var (
	seeds = flag.Int("seeds", fulltest.Cases(1, 4), "how many plans to invent for each template")
	first = flag.Int("first", 0, "the first seed")
)

// size gives most plans a few risks and every third up to 200.
func size(rng *rand.Rand, seed int) int {
	if seed%3 == 0 {
		return 1 + rng.IntN(200)
	}
	return 1 + rng.IntN(25)
}

// TestConvert writes invented plans in every shipped template and reads them
// back: the workbook says what the plan says after its safe fixes, every text
// but for what [rewrite.Kept] tells, and nothing in it is left to fix.
func TestConvert(t *testing.T) {
	templates, err := config.Templates()
	if err != nil {
		t.Fatal(err)
	}
	for i := range templates {
		tpl := &templates[i]
		t.Run(tpl.Name, func(t *testing.T) {
			t.Parallel()
			for seed := *first; seed < *first+*seeds; seed++ {
				rng := rand.New(rand.NewPCG(uint64(seed), uint64(i)))
				report := rewrite.Invent(rng, &tpl.Scale, size(rng, seed))
				got := converted(t, report, tpl)
				for _, d := range compareBooks(newTeller(true), numbered(report), got) {
					t.Errorf("seed %d: %s", seed, d)
				}
				for _, d := range append(leftToFix(got), dropped(got)...) {
					t.Errorf("seed %d: %s", seed, d)
				}
			}
		})
	}
}

// numbered gives what is expected of a plan that numbers nothing: its risks count from 1,
// and a row of its follow-up has the number of the one risk that it can be about.
func numbered(r *rules.Report) *rules.Report {
	b := r.Books[0]
	numbers := func(v model.Value[string]) bool { return model.NumberKey(rewrite.Kept(v, config.Vocabulary())) != "" }
	if slices.ContainsFunc(b.Registers[0].Risks, func(k model.Risk) bool { return numbers(k.Number) }) ||
		len(b.FollowUps) > 0 && slices.ContainsFunc(b.FollowUps[0].Rows, func(row model.FollowUpRow) bool { return numbers(row.Number) }) {
		return r
	}
	out, book, register := *r, *b, *b.Registers[0].Register
	register.Risks = slices.Clone(register.Risks)
	for i := range register.Risks {
		k := &register.Risks[i]
		k.Number = model.Text(strconv.Itoa(i+1), k.At)
		k.Measures = slices.Clone(k.Measures)
		for j := range k.Measures {
			k.Measures[j].Number = k.Number
		}
	}
	book.Registers = []model.Entry{{Register: &register, Scale: b.Registers[0].Scale}}
	if len(b.FollowUps) > 0 {
		follow := *b.FollowUps[0]
		follow.Rows = slices.Clone(follow.Rows)
		for i := range follow.Rows {
			row := &follow.Rows[i]
			row.Number = model.Text(theOne(register.Risks, row), row.At)
		}
		book.FollowUps = []*model.FollowUpTable{&follow}
	}
	out.Books = []*model.Book{&book}
	return &out
}

// theOne gives the number of the risk with a row's text, without one that has its action,
// among several the one that has both; "" where it is not one.
func theOne(risks []model.Risk, row *model.FollowUpRow) string {
	key := func(v model.Value[string]) string {
		if rewrite.Kept(v, config.Vocabulary()) == "" {
			return ""
		}
		return model.Key(v.V)
	}
	var byText, byAction, byBoth []string
	for i := range risks {
		k := &risks[i]
		text := key(k.Event) != "" && key(k.Event) == key(row.Event)
		action := key(row.Action) != "" && slices.ContainsFunc(k.Measures, func(m model.Measure) bool { return key(m.Action) == key(row.Action) })
		if text {
			byText = append(byText, k.Number.V)
		}
		if action {
			byAction = append(byAction, k.Number.V)
		}
		if text && action {
			byBoth = append(byBoth, k.Number.V)
		}
	}
	if len(byText) == 0 {
		byText = byAction
	} else if len(byText) > 1 {
		byText = byBoth
	}
	if len(byText) != 1 {
		return ""
	}
	return byText[0]
}

// dropped lists the risks that the plan or the follow-up lacks.
func dropped(r *rules.Report) (out []string) {
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule == "plan-membership" && f.Variant != "accepted-followed" {
			out = append(out, fmt.Sprintf("%s: %q %.60q", f.Variant, f.Risk, f.Event))
		}
	}
	return out
}

func converted(t *testing.T, r *rules.Report, tpl *model.Template) *rules.Report {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	files, lost, err := controlplan.Convert(r, output.Options{Template: tpl, Lang: cat, Version: "1"})
	if err != nil || len(files) != 1 || len(lost) > 0 {
		t.Fatalf("%d workbooks, %d levels lost, %v", len(files), len(lost), err)
	}
	for _, fault := range booktest.Faults(t, files[0].Data) {
		t.Error(fault)
	}
	got, err := rewrite.Read(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// compareBooks compares the only register and follow-up of an invented book
// with every table of what was read. The teller says what is expected.
func compareBooks(tell *teller, want, got *rules.Report) (out []string) {
	if len(got.Books) != 1 {
		return []string{fmt.Sprintf("%d books", len(got.Books))}
	}
	w, g := want.Books[0], got.Books[0]
	if g.Board != w.Board || g.Year != w.Year {
		out = append(out, fmt.Sprintf("board %q %d, want %q %d", g.Board, g.Year, w.Board, w.Year))
	}
	out = append(out, unread(got)...)
	if len(g.Registers) == 0 {
		out = append(out, "no register")
	}
	for _, e := range g.Registers {
		tw, tg := *tell, newTeller(false)
		tw.register(w.Registers[0].Register, w.Registers[0].Scale)
		tg.register(e.Register, e.Scale)
		has := func(f model.Field) bool {
			return e.Has(f) || f == model.FieldNumber && e.Has(model.FieldPlanNumber) && len(e.Risks) > 0 && e.Risks[0].Number.Raw != ""
		}
		out = append(out, named(e.Name, differences(tw.out, tg.out, has))...)
		out = append(out, named(e.Name, heads(w.Registers[0].Heads[0], e.Heads))...)
	}
	if len(w.FollowUps) > 0 {
		if len(g.FollowUps) != 1 {
			return append(out, fmt.Sprintf("%d follow-ups", len(g.FollowUps)))
		}
		tw, tg := *tell, newTeller(false)
		tw.followUp(w.FollowUps[0])
		tg.followUp(written(w.FollowUps[0], g.FollowUps[0]))
		has := func(f model.Field) bool { return f == model.FieldPeriod || g.FollowUps[0].Has(f) }
		out = append(out, named("follow-up", differences(tw.out, tg.out, has))...)
	}
	return out
}

// written gives what was read of a follow-up without the rows that the workbook
// has for risks that had dropped out: they say nothing that was reported, and
// the follow-up that it is made of has neither their number nor their text nor
// their action.
func written(want, got *model.FollowUpTable) *model.FollowUpTable {
	numbers, events, actions := map[string]bool{}, map[string]bool{"": false}, map[string]bool{}
	key := func(v model.Value[string]) string { return model.NumberKey(rewrite.Kept(v, config.Vocabulary())) }
	for i := range want.Rows {
		row := &want.Rows[i]
		numbers[key(row.Number)], events[key(row.Event)] = true, key(row.Event) != ""
		if key(row.Number) == "" {
			actions[key(row.Action)+key(row.Owner)] = true
		}
	}
	out := *got
	out.Rows = nil
	for i := range got.Rows {
		row := got.Rows[i]
		told := slices.ContainsFunc(row.Reports, func(v model.Value[string]) bool { return v.Raw != "" })
		fresh := !events[key(row.Event)] && !numbers[key(row.Number)]
		if key(row.Number) == "" {
			fresh = !events[key(row.Event)] && !actions[key(row.Action)+key(row.Owner)]
		}
		if told || !fresh {
			out.Rows = append(out.Rows, row)
		}
	}
	return &out
}

func named(name string, list []string) []string {
	for i := range list {
		list[i] = name + ": " + list[i]
	}
	return list
}

func heads(want model.Head, got []model.Head) (out []string) {
	for _, h := range got {
		if h.Established.OK != want.Established.OK || h.Established.OK && h.Established.V != want.Established.V ||
			h.Decided.OK != want.Decided.OK || h.Decided.OK && h.Decided.V != want.Decided.V {
			out = append(out, fmt.Sprintf("dates %v %v, want %v %v", h.Established.V, h.Decided.V, want.Established.V, want.Decided.V))
		}
	}
	return out
}

// unread lists what was read but not placed, and what could not be read.
func unread(r *rules.Report) (out []string) {
	for _, d := range r.Documents {
		for _, v := range d.Unread {
			if len(out) > 4 {
				break
			}
			out = append(out, fmt.Sprintf("unread: %s %s %.60q", r.Place(v.At).Sheet, v.At.Cell(), v.Raw))
		}
		for _, v := range d.Damage {
			out = append(out, fmt.Sprintf("damage: %s at %s", v.Code, v.At.Cell()))
		}
		for _, k := range d.Tables() {
			for _, u := range k.Unclear {
				out = append(out, fmt.Sprintf("%s: unclear %s", k.Name, u.Field))
			}
		}
		if n := len(d.Budgets) + len(d.Allocations) + len(d.Meetings); n > 0 {
			out = append(out, fmt.Sprintf("%d budgets, allocations and meetings in a plan", n))
		}
	}
	return out
}

// leftToFix lists the findings that the program could still fix.
func leftToFix(r *rules.Report) (out []string) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.FixClass() == rules.Safe || f.Rule == "formula-broken" || f.Rule == "unread" || f.Rule == "template-rows" {
			out = append(out, fmt.Sprintf("%s %s at %s %s: %.60q, expected %.60q", f.Rule, f.Variant, r.Place(f.At).Sheet, f.At.Cell(), f.Found, f.Expected))
		}
	}
	if len(out) > 6 {
		out = append(out[:6], "… "+strings.Repeat(".", len(out)-6))
	}
	return out
}
