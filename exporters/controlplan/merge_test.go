package controlplan

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

func merged(t *testing.T, f *fixture) *plan {
	t.Helper()
	return merge(f.report(), f.book, usual(t), false)
}

func numbers(p *plan) []string {
	var out []string
	for _, r := range p.risks {
		out = append(out, r.number+" "+r.event)
	}
	return out
}

func TestMatching(t *testing.T) {
	row := func(number, event string) riskRow {
		return riskRow{number: number, event: event, likelihood: "Möjlig", consequence: "Lindrig", action: "Åtgärd för " + event}
	}
	for _, tt := range []struct {
		name           string
		analysis, plan []riskRow
		want           []string
	}{
		{"by number, odd forms", []riskRow{row("R1", "a"), row("R2", "b")}, []riskRow{row("r 2.", "b"), row("R1", "a")}, []string{"R1 a", "R2 b"}},
		{"by number, other text", []riskRow{row("R1", "a")}, []riskRow{row("R1", "A, men längre")}, []string{"R1 a"}},
		{"by text without numbers", []riskRow{row("", "a"), row("", "b")}, []riskRow{row("", "b"), row("", "a")}, []string{"1 a", "2 b"}},
		{"by text where only one is numbered", []riskRow{row("", "a")}, []riskRow{row("R9", " A ")}, []string{"R9 a"}},
		{"by text where numbers differ", []riskRow{row("R1", "a")}, []riskRow{row("R7", "a")}, []string{"R1 a"}},
		{"one number twice stays two", []riskRow{row("R1", "a"), row("R1", "b")}, []riskRow{row("R1", "b"), row("R1", "a")}, []string{"R1 a", "R1 b"}},
		{"one number twice, in other words", []riskRow{row("R1", "a"), row("R1", "b")}, []riskRow{row("R1", "c"), row("R1", "d")}, []string{"R1 a", "R1 b"}},
		{"one text twice stays two", []riskRow{row("R1", "a"), row("R2", "a")}, []riskRow{row("R2", "a"), row("R1", "a")}, []string{"R1 a", "R2 a"}},
		{"only in the plan", []riskRow{row("R1", "a")}, []riskRow{row("R2", "b")}, []string{"R1 a", "R2 b"}},
		{"without number and text", []riskRow{row("", "")}, []riskRow{row("", "")}, []string{"1 ", "2 "}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFixture("Nämnden", 2026)
			s := usual(t)
			f.register("Analys", true, false, s, tt.analysis...)
			f.register("Plan", true, true, s, tt.plan...)
			p := merged(t, f)
			if got := numbers(p); !slices.Equal(got, tt.want) {
				t.Fatalf("risks are %q, want %q", got, tt.want)
			}
			for _, r := range p.risks {
				if want := "Åtgärd för " + r.event; r.number != "R1" && r.event != "" && len(r.measures) == 1 && model.Key(r.measures[0].action) != model.Key(want) {
					t.Errorf("%s has %q", r.number, r.measures[0].action)
				}
			}
		})
	}
}

// A number that stands twice takes one row of the other table each time.
func TestOneNumberTwice(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	row := func(event string) riskRow {
		return riskRow{number: "R1", event: event, likelihood: "Möjlig", consequence: "Lindrig", action: event}
	}
	f.register("Analys", true, false, s, row("a"), row("b"))
	f.register("Plan", true, true, s, row("c"), row("d"))
	var got []string
	for _, r := range merged(t, f).risks {
		for _, m := range r.measures {
			got = append(got, r.event+" "+m.action)
		}
	}
	if want := []string{"a c", "b d"}; !slices.Equal(got, want) {
		t.Errorf("measures are %q, want %q", got, want)
	}
}

// Analysis speaks for risk and levels, the plan for measures; what the others
// say otherwise is in the log.
func TestFollowed(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	s := usual(t)
	plan := riskRow{number: "R1", area: "Drift", event: "Avbrott", likelihood: "Sannolik", consequence: "Lindrig", score: 4, treatment: "Reducera", direction: "Reducera risk", action: "Plan", owner: "Chef", cost: "10"}
	analysis := plan
	analysis.area, analysis.likelihood, analysis.treatment, analysis.score = "Driften", "Möjlig", "Acceptera risk", 7
	second := plan
	second.likelihood, second.action, second.owner, second.area = "Möjlig", "Annan plan", "Annan chef", "Driften"
	second.treatment, second.score = "Reducera risk", 6
	f.register("Plan", true, true, s, plan)
	f.register("Analys", true, false, s, analysis)
	f.register("Bilaga", true, true, s, second)
	p := merged(t, f)
	if len(p.risks) != 1 {
		t.Fatalf("%d risks", len(p.risks))
	}
	r := p.risks[0]
	if r.area != "Driften" || r.likelihood.text != "Möjlig" || r.score.value != 6 || r.treatment != "Reducera risk" {
		t.Errorf("risk is %+v", r)
	}
	if len(r.measures) != 1 || r.measures[0].action != "Plan" || r.measures[0].owner != "Chef" {
		t.Errorf("measures are %+v", r.measures)
	}
	type told struct {
		kind          kind
		field         model.Field
		before, after string
	}
	var got []told
	for _, e := range p.log {
		got = append(got, told{e.kind, e.field, e.before, e.after})
	}
	want := []told{
		{disagreed, model.FieldAction, "Annan plan", "Plan"},
		{disagreed, model.FieldOwner, "Annan chef", "Chef"},
		{changed, model.FieldScore, "7", "6"},
		{changed, model.FieldTreatment, "Acceptera risk", "Reducera risk"},
		{disagreed, model.FieldArea, "Drift", "Driften"},
		{disagreed, model.FieldLikelihood, "Sannolik", "Möjlig"},
		{changed, model.FieldScore, "4", "6"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("log is\n%v\nwant\n%v", got, want)
	}
}

// An empty level stays empty even where another table has it: what it should
// be is for people to say. A table without columns for levels is another
// matter.
func TestLevelsStayEmpty(t *testing.T) {
	s := usual(t)
	f := newFixture("Nämnden", 2026)
	f.register("Analys", true, false, s, riskRow{number: "R1", event: "a", consequence: "Lindrig"})
	f.register("Plan", true, true, s, riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig"})
	if r := merged(t, f).risks[0]; r.likelihood.text != "" || r.score.calculated {
		t.Errorf("likelihood became %q", r.likelihood.text)
	}
	g := newFixture("Nämnden", 2026)
	list := g.register("Analys", true, false, s, riskRow{number: "R1", event: "a"})
	list.Columns = slices.DeleteFunc(list.Columns, func(c model.Column) bool {
		return c.Field == model.FieldLikelihood || c.Field == model.FieldConsequence
	})
	g.register("Plan", true, true, s, riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig"})
	if r := merged(t, g).risks[0]; r.score.value != 6 {
		t.Errorf("value is %+v, want that of the plan's levels", r.score)
	}
}

func TestFollowUps(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, usual(t), riskRow{number: "R1", event: "Avbrott", likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk", action: "a"})
	f.followUp("Höst", []string{"T1", "T2"}, []string{"R1", "a", "ny text", "höst"}, []string{"R1", "a2", "", "två"}, []string{"R2", "b", "x", ""})
	f.followUp("Vår", []string{"T1"}, []string{"R1", "a", "gammal text"}, []string{"R3", "c", "bara på våren"})
	p := merged(t, f)
	var got [][]string
	for _, r := range p.follow.rows {
		got = append(got, []string{r.number, r.event, r.action, r.reports["T1"], r.reports["T2"]})
	}
	want := [][]string{
		{"R1", "Avbrott", "a", "ny text", "höst"},
		{"R1", "Avbrott", "a2", "", "två"},
		{"R2", "", "b", "x", ""},
		{"R3", "", "c", "bara på våren", ""},
	}
	if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
		t.Errorf("rows are %q\nwant %q", got, want)
	}
	if len(p.log) != 2 || p.log[1].kind != entered || p.log[1].risk != "R3" || p.log[0].before != "gammal text" || p.log[0].after != "ny text" || p.log[0].field != model.FieldPeriod {
		t.Errorf("log is %+v", p.log)
	}
}

// A book without a follow-up gets an empty one for the risks of the plan.
func TestFreshFollowUp(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	f.register("Plan", true, true, usual(t),
		riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig", action: "a", more: []string{"b"}},
		riskRow{number: "R2", event: "b", likelihood: "Osannolik", consequence: "Lindrig", action: "godtas"},
		riskRow{number: "R3", event: "c", likelihood: "Troligen", consequence: "Lindrig", treatment: "Acceptera", action: "skriven"},
		riskRow{number: "R4", event: "d", likelihood: "Troligen", consequence: "Lindrig", action: "okänd"},
	)
	p := merged(t, f)
	p.freshFollowUp([]string{"T1"})
	var got []string
	for _, r := range p.follow.rows {
		got = append(got, r.number+" "+r.action)
	}
	if want := []string{"R1 a", "R1 b", "R4 okänd"}; !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
}

// Of two follow-ups with as many reports the later one is followed.
func TestLaterFollowUp(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	f.followUp("Första", []string{"T1"}, []string{"R1", "a", "förr"})
	f.followUp("Andra", []string{"T1"}, []string{"R1", "a", "nu"})
	if p := merged(t, f); p.follow.rows[0].reports["T1"] != "nu" {
		t.Errorf("report is %q", p.follow.rows[0].reports["T1"])
	}
}

// Steps side by side may have dates of their own; each part keeps its.
func TestDates(t *testing.T) {
	date := func(day int) model.Value[model.Date] {
		return model.Value[model.Date]{V: model.Date{Year: 2025, Month: 10, Day: day}, OK: true}
	}
	f := newFixture("Nämnden", 2026)
	one := riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig"}
	reg := f.register("Plan", true, true, usual(t), one)
	reg.Heads = []model.Head{
		{Established: date(1), Board: model.Text("IT-nämnden", model.Source{Doc: 1, Row: 2, Col: 1})},
		{Established: date(2), Decided: model.Value[model.Date]{Raw: "i höst"}},
	}
	p := merged(t, f)
	if want := [2]head{{established: "2025-10-01"}, {established: "2025-10-02", decided: "i höst"}}; p.heads != want {
		t.Errorf("dates are %+v, want %+v", p.heads, want)
	}
	if n := slices.IndexFunc(p.log, func(e logEntry) bool { return e.before == "IT-nämnden" && e.after == "Nämnden" }); n < 0 {
		t.Errorf("the log does not tell of the other name: %+v", p.log)
	}
	x, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	for cell, want := range map[string]string{"A2": "Nämnd: Nämnden", "A3": "Upprättad: 2025-10-01", "A4": "Beslutad:", "H2": "Nämnd: Nämnden", "H3": "Upprättad: 2025-10-02", "H4": "Beslutad: i höst"} {
		if got := value(t, x, "Riskanalys IKP 2026", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
}

// A plan without dates of its own has been decided when its analysis was, and the
// other way round.
func TestDatesOfTheOther(t *testing.T) {
	date := func(day int) model.Value[model.Date] {
		return model.Value[model.Date]{V: model.Date{Year: 2025, Month: 12, Day: day}, OK: true}
	}
	one := riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig"}
	for name, tt := range map[string]struct {
		analysis, plan model.Head
		want           [2]head
	}{
		"the analysis alone": {model.Head{Established: date(1), Decided: date(10)}, model.Head{}, [2]head{{"2025-12-01", "2025-12-10"}, {"2025-12-01", "2025-12-10"}}},
		"the plan alone":     {model.Head{}, model.Head{Decided: date(10)}, [2]head{{"", "2025-12-10"}, {"", "2025-12-10"}}},
		"each its own":       {model.Head{Decided: date(1)}, model.Head{Decided: date(10)}, [2]head{{"", "2025-12-01"}, {"", "2025-12-10"}}},
		"the plan lacks one": {model.Head{Established: date(1), Decided: date(5)}, model.Head{Established: date(2)}, [2]head{{"2025-12-01", "2025-12-05"}, {"2025-12-02", "2025-12-05"}}},
	} {
		f := newFixture("Nämnden", 2026)
		f.register("Riskanalys", true, false, usual(t), one).Heads = []model.Head{tt.analysis}
		f.register("Plan", false, true, usual(t), one).Heads = []model.Head{tt.plan}
		if p := merged(t, f); p.heads != tt.want {
			t.Errorf("%s: dates are %+v, want %+v", name, p.heads, tt.want)
		}
	}
}

// Further rows of a risk with a number repeat it; those of one without leave
// it out, for two rows with one text could be two risks.
func TestFurtherMeasures(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	row := func(n string) riskRow {
		return riskRow{number: n, area: "Drift", event: "Avbrott", likelihood: "Möjlig", consequence: "Lindrig", action: "ett", more: []string{"två"}}
	}
	f.register("Plan", true, true, usual(t), row("R1"), row(""), row(""))
	x, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	sheet := x.GetSheetList()[0]
	checkFormulas(t, x)
	for i, want := range []string{"R1 Avbrott 6 ett", "R1 Avbrott 6 två", " Avbrott 6 ett", "   två", " Avbrott 6 ett", "   två"} {
		n := strconv.Itoa(rowFirst + 1 + i)
		got := strings.Join([]string{value(t, x, sheet, "C"+n), value(t, x, sheet, "B"+n), value(t, x, sheet, "F"+n), value(t, x, sheet, "J"+n)}, " ")
		if got != want {
			t.Errorf("row %s is %q, want %q", n, got, want)
		}
	}
	if got := value(t, x, "Riskmatris", "C8"); got != "R1, –, –" {
		t.Errorf("the matrix lists %q", got)
	}
}

// A whole number is one, other numbers are texts; the number of steg 3 follows
// that of steg 1 by a formula, unless another one was written there.
func TestNumbers(t *testing.T) {
	f := newFixture("Nämnden", 2026)
	row := func(n string) riskRow {
		return riskRow{number: n, event: "a" + n, likelihood: "Möjlig", consequence: "Lindrig", action: "x"}
	}
	reg := f.register("Plan", true, true, usual(t), row("7"), row("1.10"), row("07"), row("R4"), row(""))
	reg.Risks[3].PlanNumber = model.Text("R9", model.Source{})
	reg.Risks[3].Measures[0].Number = model.Text("R9", model.Source{})
	x, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	sheet := x.GetSheetList()[0]
	for i, want := range []struct {
		number, plan string
		typ          excelize.CellType
		formula      string
	}{
		{"7", "7", excelize.CellTypeUnset, `IF(C7="","",C7)`},
		{"1.10", "1.10", excelize.CellTypeInlineString, `IF(C8="","",C8)`},
		{"07", "07", excelize.CellTypeInlineString, `IF(C9="","",C9)`},
		{"R4", "R9", excelize.CellTypeInlineString, ""},
		{"", "", excelize.CellTypeUnset, `IF(C11="","",C11)`},
	} {
		at, plan := workbook.Ref(rowFirst+i, 2), workbook.Ref(rowFirst+i, 7)
		typ, err := x.GetCellType(sheet, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := value(t, x, sheet, at); got != want.number || typ != want.typ {
			t.Errorf("%s is %q of type %d, want %q of type %d", at, got, typ, want.number, want.typ)
		}
		if got := value(t, x, sheet, plan); got != want.plan || formula(t, x, sheet, plan) != want.formula {
			t.Errorf("%s is %q by %q, want %q by %q", plan, got, formula(t, x, sheet, plan), want.plan, want.formula)
		}
	}
}
