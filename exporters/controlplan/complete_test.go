package controlplan

import (
	"fmt"
	"slices"
	"testing"

	"riskbok/rules/model"
)

// A risk that a wrong value let drop out of the plan and the follow-up has a row
// in both, after the risk before it, and the log says so.
func TestDroppedRisks(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	row := func(number, event, likelihood string, score int, treatment, action string) riskRow {
		return riskRow{number: number, event: event, likelihood: likelihood, consequence: "Allvarlig", score: score, treatment: treatment, action: action}
	}
	one, two := row("R1", "Bojar driver", "Möjlig", 12, "Minimera risk", "Nya kättingar"), row("R2", "Kajen rasar", "Osannolik", 3, "Acceptera risk", "")
	three, four := row("R3", "Larmet tiger", "Möjlig", 12, "Minimera risk", "Provlarm"), riskRow{number: "R4", event: "Isen går tidigt", likelihood: "Osannolik", consequence: "Lindrig", score: 2, treatment: "Acceptera risk"}
	f.register("Riskanalys", true, false, s, one, two, three, four)
	f.register("Plan", true, true, s, one, three)
	f.followUp("Uppföljning", []string{"T1"}, []string{"R1", "Nya kättingar", "Klart"}, []string{"R3", "Provlarm", "Klart"})
	p := merge(f.report(), f.book, s, false)
	p.complete()
	var rows, log []string
	for _, r := range p.follow.rows {
		rows = append(rows, fmt.Sprint(r.number, r.unplanned, r.reports["T1"]))
	}
	if want := []string{"R1falseKlart", "R2true", "R3falseKlart"}; !slices.Equal(rows, want) {
		t.Errorf("follow-up %q, want %q", rows, want)
	}
	for _, e := range p.log {
		if e.kind == added {
			log = append(log, e.risk+" "+e.why)
		}
	}
	if want := []string{"R2 controlplan.why.added-plan", "R2 controlplan.why.added-followup"}; !slices.Equal(log, want) {
		t.Errorf("log %q, want %q", log, want)
	}
	x, _ := rendered(t, f.report(), template(t, "fyra-steg-2024"))
	for cell, want := range map[string]string{"B7": "Bojar driver", "B8": "Kajen rasar", "E8": "4", "B9": "Larmet tiger", "B10": ""} {
		if got := value(t, x, "Internkontrollplan", cell); got != want {
			t.Errorf("plan %s is %q, want %q", cell, got, want)
		}
	}
	if got := value(t, x, "Uppföljning", "C7"); got != "Åtgärd saknas" {
		t.Errorf("the row of a risk without measures says %q", got)
	}
}

// A follow-up that is begun has a row for a risk without measures, if it must
// be in the plan, but none where no measure is planned at all.
func TestFreshFollowUpOfUnplannedRisks(t *testing.T) {
	s := usual(t)
	must := riskRow{number: "R2", event: "Kajen rasar", likelihood: "Möjlig", consequence: "Allvarlig"}
	for want, rows := range map[int][]riskRow{
		2: {{number: "R1", event: "Bojar driver", likelihood: "Möjlig", consequence: "Allvarlig", action: "Nya kättingar"}, must},
		0: {must},
	} {
		f := newFixture("Nämnden", 2026)
		f.register("Plan", true, true, s, rows...)
		p := merge(f.report(), f.book, s, false)
		p.freshFollowUp([]string{"T1"})
		got := 0
		if p.follow != nil {
			got = len(p.follow.rows)
		}
		if got != want {
			t.Errorf("%d rows, want %d", got, want)
		}
	}
}

// A plan that is filled by a limit of its own gets the risks that it lacks by that,
// and one that is filled by none gets no risk.
func TestDroppedByLimit(t *testing.T) {
	for name, tt := range map[string]struct {
		limit model.PlanLimit
		want  []string
	}{
		"its own": {model.PlanLimit{From: 8, Sure: 8}, []string{"R2 controlplan.why.added-plan-limit", "R2 controlplan.why.added-followup-limit"}},
		"unsure":  {model.PlanLimit{From: 8, Sure: 9}, nil},
		"none":    {model.PlanLimit{From: 8, Sure: 8, Unproven: true}, nil},
	} {
		f := newFixture("Nämnden", 2026)
		s := usual(t)
		s.PlanLimit = &tt.limit
		one := riskRow{number: "R1", event: "Bojar driver", likelihood: "Möjlig", consequence: "Allvarlig", action: "Nya kättingar"}
		two := riskRow{number: "R2", event: "Kajen rasar", likelihood: "Mindre sannolik", consequence: "Allvarlig"}
		three := riskRow{number: "R3", event: "Larmet tiger", likelihood: "Möjlig", consequence: "Lindrig"}
		f.register("Riskanalys", true, false, s, one, two, three)
		f.register("Plan", false, true, s, one)
		f.followUp("Uppföljning", []string{"T1"}, []string{"R1", "Nya kättingar", "Klart"})
		p := merge(f.report(), f.book, s, false)
		p.complete()
		var log []string
		for _, e := range p.log {
			if e.kind == added {
				log = append(log, e.risk+" "+e.why)
			}
		}
		if !slices.Equal(log, tt.want) {
			t.Errorf("%s: log %q, want %q", name, log, tt.want)
		}
	}
}
