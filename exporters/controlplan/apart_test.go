package controlplan

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// Units that each number their risks from 1 have other risks: none may drop
// out because its number is taken, and each gets its unit's name in front. A rewritten text is still the same risk, and
// a plan of one of the units joins that one.
func TestUnitsThatNumberForThemselves(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	row := func(number, event string) riskRow {
		return riskRow{number: number, event: event, likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk"}
	}
	f.register("Hamnen", true, false, s, row("1", "Bojar driver av sina platser"), row("2", "Bryggan rustas inte i tid"))
	f.register("Vården", true, false, s, row("1", "Läkemedel delas ut för sent"), row("2", "Journaler saknar underskrift"), row("3", "Larm besvaras inte"))
	f.register("Vårdens plan", false, true, s, row("1", "Läkemedel delas ut alltför sent"), row("2", "Journaler saknar underskrift"))
	p := merge(f.report(), f.book, s, false)
	var got []string
	for _, r := range p.risks {
		got = append(got, r.number+" "+r.event)
	}
	slices.Sort(got)
	want := []string{"Hamnen 1 Bojar driver av sina platser", "Hamnen 2 Bryggan rustas inte i tid", "Vården 1 Läkemedel delas ut alltför sent", "Vården 2 Journaler saknar underskrift", "Vården 3 Larm besvaras inte"}
	if !slices.Equal(got, want) {
		t.Errorf("risks %q, want %q", got, want)
	}
}

// A follow-up's rows get the numbers of the risks that they are about, by text,
// by action or by the unit that the table is named after.
func TestFollowedUnits(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	row := func(number, event, action string) riskRow {
		return riskRow{number: number, event: event, likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk", action: action}
	}
	f.register("Hamnen", true, true, s, row("1", "Bojar driver av sina platser", "Nya kättingar"), row("2", "Bryggan rustas inte i tid", "Besiktning"))
	f.register("Vård- och omsorgsenheten", true, true, s, row("1", "Läkemedel delas ut för sent", "Dubbel signering"), row("2", "Journaler saknar underskrift", "Granskning"))
	f.followUp("Uppföljning", []string{"T1"}, []string{"1", "Dubbel signering", "Klart"}, []string{"1", "Nya kättingar", "Väntar"}, []string{"2", "Annat", "Vems?"})
	f.followUp("Hamnen", []string{"T1"}, []string{"2", "Besiktning gjord", "Klart"})
	p := merge(f.report(), f.book, s, false)
	var got []string
	for _, r := range p.follow.rows {
		got = append(got, r.number+" "+r.reports["T1"])
	}
	if want := []string{"Vård 1 Klart", "Hamnen 1 Väntar", "2 Vems?", "Hamnen 2 Klart"}; !slices.Equal(got, want) {
		t.Errorf("follow-up %q, want %q", got, want)
	}
}

func TestUnitNames(t *testing.T) {
	for _, tt := range []struct {
		names []string
		want  string
	}{
		{[]string{"Hamnen", "Vården"}, "Hamnen Vården"},
		{[]string{"Förskoleområde norr", "Förskoleområde söder"}, "norr söder"},
		{[]string{"Plan", "Plan"}, "A B"},
		{[]string{"", "Park & natur"}, "A Park & na"},
		{[]string{"Norra skolan i centrum", "Södra skolan"}, "Norra Södra"},
		{[]string{"Enhet 1", "Enhet 2"}, "Enhet 1 Enhet 2"},
		{[]string{"Barnomsorgsenheten", "Barnomsorg och skola"}, "A B"},
	} {
		got := prefixes(tt.names, 2)
		if g := strings.Join(got, " "); g != tt.want {
			t.Errorf("%q: %q, want %q", tt.names, g, tt.want)
		}
	}
}

// A plan that numbers by itself, without R, has the analysis' risks by their
// texts: steg 3 takes the number of the analysis, and the log says so.
func TestPlanWithNumbersOfItsOwn(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	f.register("Analys", true, false, s, riskRow{number: "R1", event: "Bojar driver", likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk"})
	f.register("Plan", false, true, s, riskRow{number: "1", event: "Bojar driver", action: "Nya kättingar"})
	p := merge(f.report(), f.book, s, false)
	if len(p.risks) != 1 || p.risks[0].number != "R1" || p.risks[0].planNumber != "" || len(p.risks[0].measures) != 1 || p.risks[0].measures[0].number != "" {
		t.Fatalf("risks %+v", p.risks)
	}
	if len(p.log) == 0 || p.log[0].field != model.FieldNumber || p.log[0].before != "1" || p.log[0].after != "R1" {
		t.Errorf("log %+v", p.log)
	}
}

// A table that names the unit of each risk gives its units one name in analysis and
// plan, keeps the order of its rows and the column, and the log tells of each unit
// that was cut.
func TestUnitColumn(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	part := func(name, unit string, analysis bool, at int32, rows ...riskRow) {
		r := f.register(name, analysis, !analysis, s, rows...)
		r.Unit = unit
		r.Columns = append(r.Columns, model.Column{Field: model.FieldUnit, Heading: "Enhet"})
		r.At = model.Source{Doc: 1, Place: 1, Row: 5, Col: 1}
		if !analysis {
			r.At.Place = 2
		}
		for i := range r.Risks {
			r.Risks[i].Unit = model.Text(unit, model.Source{})
			r.Risks[i].At = model.Source{Doc: 1, Place: r.At.Place, Row: at + 2*int32(i), Col: 1}
		}
	}
	row := func(number, event string) riskRow {
		return riskRow{number: number, event: event, likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk", action: "Rutin"}
	}
	part("Plan", "Södra skolområdet", false, 6, row("1", "Bussar är sena"))
	part("Analys", "Norra skolområdet", true, 6, row("1", "Lärare saknas"), row("2", "Tak läcker"))
	part("Analys", "Södra skolområdet", true, 7, row("1", "Bussar är sena"), row("2", "Mat blir kall"))
	p := merge(f.report(), f.book, s, false)
	var got []string
	for _, r := range p.risks {
		got = append(got, r.number+" "+r.event+" "+r.kept[keptUnit])
	}
	want := []string{"Norra 1 Lärare saknas Norra skolområdet", "Södra 1 Bussar är sena Södra skolområdet", "Norra 2 Tak läcker Norra skolområdet", "Södra 2 Mat blir kall Södra skolområdet"}
	if !slices.Equal(got, want) {
		t.Errorf("risks\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	x, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	var log []string
	lines, err := x.GetRows("Ändringslogg")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range lines {
		if len(r) > 6 && r[0] == "Numrerad om" {
			log = append(log, r[1]+"|"+r[6])
		}
	}
	if want := []string{
		"Norra 1, Norra 2|Enheterna numrerar sina risker var för sig. Numren för Norra skolområdet har därför fått Norra framför sig.",
		"Södra 1, Södra 2|Enheterna numrerar sina risker var för sig. Numren för Södra skolområdet har därför fått Södra framför sig.",
	}; !slices.Equal(log, want) {
		t.Errorf("the log tells %q, want %q", log, want)
	}
}
