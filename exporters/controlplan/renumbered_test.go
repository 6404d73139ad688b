package controlplan

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// numbersFollowed gives the rows of a plan's follow-up: number, action and reports.
func numbersFollowed(p *plan) []string {
	var out []string
	for _, r := range p.follow.rows {
		out = append(out, strings.Join([]string{r.number, r.action, r.reports["T1"]}, "|"))
	}
	return out
}

// followUpIn adds a follow-up of one period, whose rows are number, text, action and
// report, in a document.
func (f *fixture) followUpIn(doc int32, rows ...[4]string) {
	t := &model.FollowUpTable{Table: model.Table{Name: "Uppföljning", At: model.Source{Doc: doc, Row: 1, Col: 1}}, Periods: []model.Column{{Heading: "T1", Key: "T1", Field: model.FieldPeriod}}}
	at := func(i, col int) model.Source {
		return model.Source{Doc: doc, Place: 9, Row: int32(i + 2), Col: int32(col + 1)}
	}
	for i, r := range rows {
		v := func(col int) model.Value[string] {
			return model.Value[string]{V: r[col], Raw: r[col], OK: r[col] != "", At: at(i, col)}
		}
		t.Rows = append(t.Rows, model.FollowUpRow{Number: v(0), Event: v(1), Action: v(2), Reports: []model.Value[string]{v(3)}, At: at(i, 0)})
	}
	f.book.FollowUps = append(f.book.FollowUps, t)
}

// whysOf gives what the change log says of a kind.
func whysOf(p *plan, k kind) []string {
	var out []string
	for _, e := range p.log {
		if e.kind == k {
			out = append(out, e.why)
		}
	}
	return out
}

// A source that numbers nothing has its risks numbered as they stand, with the rows of its
// follow-up, and the log says so. Where it numbers some, or its follow-up does, that stands.
func TestNumberless(t *testing.T) {
	s := usual(t)
	row := func(n, event, action string) riskRow {
		return riskRow{number: n, event: event, likelihood: "Möjlig", consequence: "Lindrig", action: action}
	}
	for _, tt := range []struct {
		first, follow string
		want, rows    []string
		log           int
	}{
		{"", "", []string{"1 Kajen rasar", "2 Bojar driver"}, []string{"2|Ny rutin|Klar", "1|Nya pålar|"}, 1},
		{"7", "", []string{"7 Kajen rasar", " Bojar driver"}, []string{"|Ny rutin|Klar", "|Nya pålar|"}, 0},
		{"", "4", []string{" Kajen rasar", " Bojar driver"}, []string{"4|Ny rutin|Klar", "|Nya pålar|"}, 0},
	} {
		f := newFixture("Hamnnämnden", 2026)
		f.register("Plan", true, true, s, row(tt.first, "Kajen rasar", "Nya pålar"), row("", "Bojar driver", "Ny rutin"))
		f.followUpIn(1, [4]string{tt.follow, "Bojar driver", "Ny rutin", "Klar"}, [4]string{"", "", "Nya pålar", ""})
		p := merge(f.report(), f.book, s, false)
		if got := numbers(p); !slices.Equal(got, tt.want) {
			t.Errorf("%q, %q: risks are %q, want %q", tt.first, tt.follow, got, tt.want)
		}
		if got := numbersFollowed(p); !slices.Equal(got, tt.rows) {
			t.Errorf("%q, %q: the follow-up is %q, want %q", tt.first, tt.follow, got, tt.rows)
		}
		if got := whysOf(p, numberless); len(got) != tt.log {
			t.Errorf("%q, %q: the log says %q", tt.first, tt.follow, got)
		}
		at := p.risks[1].sources[0]
		if got, want := p.numberIn(&rules.Finding{Event: "Bojar driver", At: at}), strings.Fields(tt.want[1])[0]; tt.log > 0 && got != want {
			t.Errorf("a finding is of %q, want %q", got, want)
		}
		p.asNumbered()
		if got := p.risks[1].number + p.follow.rows[0].number; got != tt.follow {
			t.Errorf("%q, %q: a collection sheet has the number %q", tt.first, tt.follow, got)
		}
	}
}

// The follow-ups of units are of their own risks, also where these have no numbers or
// share texts and numbers; that of the whole board numbers as the board's plan does. A
// finding in a unit's file is of the unit's risk.
func TestUnitsFollowed(t *testing.T) {
	s := usual(t)
	for _, numbered := range []bool{true, false} {
		number := func(n string) string {
			if !numbered {
				return ""
			}
			return n
		}
		row := unitRow(numbered)
		f := newFixture("Hamnnämnden", 2026)
		north := f.register("Riskanalys", true, true, s, row("1", "Kajen rasar", "Möjlig", "Ny rutin"), row("2", "Bojar driver", "Osannolik", ""))
		south := f.register("Riskanalys", true, true, s, row("1", "Kajen rasar", "Sannolik", "Ny rutin"), row("2", "Bojar driver", "Möjlig", "Nya kättingar"))
		board := f.register("Plan", false, true, s, riskRow{number: "1", event: "Bojar driver", action: "Nya kättingar"})
		r := f.report()
		f.unitFile(r, north, "Norra.xlsx", 1)
		f.unitFile(r, south, "Södra.xlsx", 2)
		f.unitFile(r, board, "Plan.xlsx", 0)
		f.followUpIn(north.At.Doc, [4]string{number("1"), "Kajen rasar", "Ny rutin", "Klart i norr"})
		f.followUpIn(south.At.Doc, [4]string{number("1"), "Kajen rasar", "Ny rutin", "Klart i söder"})
		f.followUpIn(99, [4]string{"1", "Bojar driver", "Nya kättingar", "Klart för bojar"})
		p := merge(r, f.book, s, false)
		want := []string{"Norra 1|Ny rutin|Klart i norr", "Södra 1|Ny rutin|Klart i söder", "Södra 2|Nya kättingar|Klart för bojar"}
		got := numbersFollowed(p)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("numbered %v: the follow-up is\n%s\nwant\n%s", numbered, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if got := p.numberIn(&rules.Finding{Risk: number("2"), Event: "Bojar driver", At: model.Source{Doc: south.At.Doc, Row: 77}}); got != "Södra 2" {
			t.Errorf("numbered %v: a finding is of %q", numbered, got)
		}
		p.asNumbered()
		if got := p.risks[0].number; got != "Norra 1" {
			t.Errorf("numbered %v: a collection sheet has the number %q", numbered, got)
		}
	}
}

// A plan of the whole board has a row for each measure of a unit's risk, before or behind a
// row that stands alone; the unit that a row names is its own.
func TestBoardRows(t *testing.T) {
	s := usual(t)
	f := newFixture("Hamnnämnden", 2026)
	several := func(likelihood string, actions ...string) riskRow {
		return riskRow{number: "1", event: "Kajen rasar", likelihood: likelihood, consequence: "Lindrig", action: actions[0], more: actions[1:]}
	}
	north := f.register("Riskanalys", true, true, s, several("Möjlig", "Besiktning", "Nya pålar"))
	south := f.register("Riskanalys", true, true, s, several("Sannolik", "Ny rutin", "Larm"))
	plan := func(n, action string) riskRow { return riskRow{number: n, event: "Kajen rasar", action: action} }
	board := f.register("Plan", false, true, s, plan("1", "Nytt avtal"), plan("2", "Besiktning"), plan("3", "Nya pålar"), plan("4", "Ny rutin"), plan("5", "Larm"))
	r := f.report()
	f.unitFile(r, north, "Norra.xlsx", 1)
	f.unitFile(r, south, "Södra.xlsx", 2)
	f.unitFile(r, board, "Plan.xlsx", 0)
	want := []string{"Norra|Norra 1|Kajen rasar|IIIIII|Besiktning|Nya pålar", "Södra|Södra 1|Kajen rasar|IIIIIIII|Ny rutin|Larm", "|1|Kajen rasar|Nytt avtal"}
	if got := told(merge(r, f.book, s, false)); !slices.Equal(got, want) {
		t.Errorf("risks\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
