package controlplan

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// unitFile moves a register of the fixture into a file of its own, of a unit; 0: of the
// whole board.
func (f *fixture) unitFile(r *rules.Report, reg *model.Register, file string, unit int) {
	d := &model.Document{ID: int32(len(r.Documents) + 1), File: file, Kind: model.KindWorkbook, Places: f.doc.Places}
	r.Documents = append(r.Documents, d)
	reg.At.Doc = d.ID
	for i := range reg.Risks {
		reg.Risks[i].At.Doc = d.ID
	}
	for i := range f.book.Registers {
		if e := &f.book.Registers[i]; e.Register == reg {
			e.UnitFile = unit
		}
	}
}

// told gives the risks of a plan as they are to stand: unit, number, text, value and
// action.
func told(p *plan) []string {
	var out []string
	for _, r := range p.risks {
		line := []string{r.kept[keptUnit], r.number, r.event}
		if r.score.calculated {
			line = append(line, strings.Repeat("I", r.score.value))
		}
		for _, m := range r.measures {
			line = append(line, m.action)
		}
		out = append(out, strings.Join(line, "|"))
	}
	return out
}

// unitRow gives how a risk of a unit is written, whose number is left out unless risks are
// numbered.
func unitRow(numbered bool) func(number, event, likelihood, action string) riskRow {
	return func(number, event, likelihood, action string) riskRow {
		if !numbered {
			number = ""
		}
		return riskRow{number: number, event: event, likelihood: likelihood, consequence: "Lindrig", action: action}
	}
}

// Units that each hand in a file have one list of risks and value it each in its own way:
// all of it is in the plan, called after the unit. The board's plan beside them numbers for
// itself: its rows are about the risks whose actions they have, or stand alone.
func TestUnitFiles(t *testing.T) {
	for _, numbered := range []bool{true, false} {
		f := newFixture("Hamnnämnden", 2026)
		s := usual(t)
		row := unitRow(numbered)
		board := f.register("Plan", false, true, s, row("1", "Kajen rasar", "", "Nya pålar"), row("2", "Bojar driver", "", "Ny rutin"))
		north := f.register("Riskanalys", true, true, s, row("1", "Kajen rasar", "Möjlig", "Besiktning"), row("2", "Bojar driver", "Osannolik", ""))
		south := f.register("Riskanalys", true, true, s, row("1", "Kajen rasar", "Sannolik", "Nya pålar"), row("2", "Bojar driver", "Möjlig", ""))
		r := f.report()
		f.unitFile(r, board, "Plan 2026.xlsx", 0)
		f.unitFile(r, north, `hamnar\Riskanalys_Norra-hamnen 2026.xlsx`, 1)
		f.unitFile(r, south, `hamnar\Riskanalys Södra hamnen 2026.xlsx`, 2)
		want := []string{
			"Norra|Norra 1|Kajen rasar|IIIIII|Besiktning", "Norra|Norra 2|Bojar driver|II|",
			"Södra|Södra 1|Kajen rasar|IIIIIIII|Nya pålar", "Södra|Södra 2|Bojar driver|IIIIII|", "|2|Bojar driver|Ny rutin",
		}
		if !numbered {
			want[4] = "|1|Bojar driver|Ny rutin" // numbered, as the units' are, each for itself
		}
		got := told(merge(r, f.book, s, false))
		for i := range got {
			got[i] = strings.TrimSuffix(got[i], "|")
		}
		for i := range want {
			want[i] = strings.TrimSuffix(want[i], "|")
		}
		if !slices.Equal(got, want) {
			t.Errorf("numbered %v: risks\n%s\nwant\n%s", numbered, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestUnitFileNames(t *testing.T) {
	for files, want := range map[string]string{
		"Ekskolan.xlsx, Björkskolan.xlsx":                             "Ekskolan, Björkskolan",
		"2026 IKP Ekskolan.xlsx, 2026 IKP Björkskolan.xlsx":           "Ekskolan, Björkskolan",
		"ek/risker_v2.xlsx, al/risker_v3.xlsx":                        "v2, v3",
		"Norra skolan.xlsx, Norra skolan 2.xlsx, Södra skolan 2.xlsx": "Norra, Norra 2, Södra 2",
		"2026/ek/risker.xlsx, 2026/al/risker.xlsx":                    "ek, al",
		"IKP Ekskolan v2 2026-01-10.xlsx, IKP Alskolan v1.xlsx":       "Ekskolan, Alskolan",
	} {
		f := newFixture("Nämnden", 2026)
		r := f.report()
		for i, file := range strings.Split(files, ", ") {
			f.unitFile(r, f.register("Riskanalys", true, true, usual(t)), file, i+1)
		}
		p := &plan{report: r}
		p.know(f.book.Registers)
		names := p.unitFileNames(f.book.Registers)
		var got []string
		for i := 1; i <= len(names); i++ {
			got = append(got, names[i])
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%s: %q, want %q", files, got, want)
		}
	}
}

// A unit that has handed in its file twice is called what both files are.
func TestUnitOfSeveralFiles(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	r := f.report()
	for file, unit := range map[string]int{"Ekskolan 2026.xlsx": 1, "Ekskolan 2026 utkast.xlsx": 1, "Alskolan 2026.xlsx": 2} {
		f.unitFile(r, f.register("Riskanalys", true, true, usual(t)), file, unit)
	}
	p := &plan{report: r}
	p.know(f.book.Registers)
	if names := p.unitFileNames(f.book.Registers); names[1] != "Ekskolan" || names[2] != "Alskolan" {
		t.Errorf("units are called %v", names)
	}
}
