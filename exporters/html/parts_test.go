package html

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// TestVerdict: the sentence counts causes, and never says that there is no fault
// where nothing, or not all, was checked.
func TestVerdict(t *testing.T) {
	checked := func() *rules.Report {
		d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}}}
		reg := register(1, 0, "Hamnnämnden", 2026, "R1|Kajen|Ofta|Stor|9|Minimera|Minimera|Gör|Chef|T1", "R2|Isen|Sällan|Liten|1|Acceptera|Acceptera|||")
		d.Registers = []model.Register{reg}
		return &rules.Report{Documents: []*model.Document{d}, Books: []*model.Book{{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{{Register: &d.Registers[0]}}}}}
	}
	safe := rules.Finding{Rule: "risk-value", Variant: "wrong", Severity: rules.Error, Path: "a", At: src(1, 0, 5, 5), Cause: "a", Fix: &rules.Fix{Class: rules.Safe}}
	again := safe
	again.Path, again.At = "b", src(1, 0, 6, 5)
	owner := rules.Finding{Rule: "missing-owner", Variant: "missing", Severity: rules.Error, Path: "c", At: src(1, 0, 5, 9), Fix: &rules.Fix{Class: rules.Judgement}}
	note := rules.Finding{Rule: "undecided", Variant: "no-date", Severity: rules.Info, Path: "d", At: src(1, 0, 1, 1), Fix: &rules.Fix{Class: rules.Judgement}}
	gap := rules.Finding{Rule: rules.NotChecked, Variant: "not-understood", Severity: rules.Warning, Path: "e", At: src(1, 0, 9, 1), Args: map[string]any{"subject": model.SubjectBudget}}
	left := gap
	left.Accepted = &rules.Acceptance{Reason: "känt"}
	accepted := owner
	accepted.Accepted = &rules.Acceptance{Reason: "känt"}
	for _, tc := range []struct {
		findings []rules.Finding
		left     []rules.Unreadable
		want     string
		tone     string
	}{
		{nil, nil, "Inget fel i 2 risker i 1 tabell.", "good"},
		{[]rules.Finding{note}, nil, "Inget fel i 2 risker i 1 tabell, men 1 upplysning.", "good"},
		{[]rules.Finding{accepted}, nil, "Inget fel i 2 risker i 1 tabell.", "good"},
		{[]rules.Finding{safe, again, owner}, nil, "2 fel i 2 risker i 1 tabell. 1 kan rättas automatiskt och 1 behöver nämndens bedömning.", "bad"},
		{[]rules.Finding{gap}, nil, "1 varning i 2 risker i 1 tabell. 1 gäller något som inte kunde granskas.", "warn"},
		{[]rules.Finding{left}, nil, "Inget fel i det som kunde granskas: 2 risker i 1 tabell.", "warn"},
		{nil, []rules.Unreadable{{File: "b.xls", Code: "xls"}}, "Inget fel i det som kunde granskas: 2 risker i 1 tabell.", "warn"},
	} {
		r := checked()
		r.Findings, r.Unreadable = tc.findings, tc.left
		in := input(t, r, "sv")
		if got := Verdict(r, in.Lang); got != tc.want {
			t.Errorf("got %s\nwant %s", got, tc.want)
		}
		if v := newView(in).Verdict; v.Tone != tc.tone {
			t.Errorf("%s: tone %s, want %s", tc.want, v.Tone, tc.tone)
		}
	}
	none := &rules.Report{Unreadable: []rules.Unreadable{{File: "b.xls", Code: "xls"}}}
	if got := Verdict(none, input(t, none, "sv").Lang); got != "Ingenting har granskats." {
		t.Errorf("got %s", got)
	}
}

// TestNoTable: a file in which nothing is known is not said to be unreadable.
func TestNoTable(t *testing.T) {
	r := &rules.Report{Unreadable: []rules.Unreadable{{File: "kontakter.xlsx", Code: noTable}}}
	p := page(t, input(t, r, "sv"))
	if _, rest, _ := strings.Cut(p, "</style>"); strings.Contains(rest, "kunde inte läsas<") || strings.Contains(rest, "som inte kunde läsas") {
		t.Error("said to be unreadable")
	}
	for _, want := range []string{"filen kontakter.xlsx, där ingen tabell känns igen", "<td>ingen känd tabell</td>"} {
		if !strings.Contains(p, want) {
			t.Errorf("no %q", want)
		}
	}
}

// TestMatrix: each risk stands in the cell that its levels give; one whose value is
// wrong comes from the nearest cell with what is written.
func TestMatrix(t *testing.T) {
	r := sample()
	v := newView(input(t, r, "sv"))
	if len(v.Matrices) != 3 {
		t.Fatalf("%d matrices", len(v.Matrices))
	}
	var m *matrix
	for i := range v.Matrices {
		if v.Matrices[i].Title == "Hamnnämnden 2026" {
			m = &v.Matrices[i]
		}
	}
	if m == nil {
		t.Fatal("no matrix of Hamnnämnden 2026")
	}
	for i, want := range []struct {
		label  string
		at     [2]int
		from   *[2]int
		placed bool
	}{
		{"R1", [2]int{2, 2}, &[2]int{1, 2}, true},
		{"R2", [2]int{0, 2}, &[2]int{0, 1}, true},
		{"R3", [2]int{}, nil, false},
		{"a", [2]int{1, 0}, nil, true},
		{"R5", [2]int{2, 1}, nil, true},
	} {
		got := m.Risks[i]
		if got.Label != want.label || got.Placed != want.placed || got.at != want.at || (got.from == nil) != (want.from == nil) || got.from != nil && *got.from != *want.from {
			t.Errorf("%s: %+v from %v, want %+v from %v", want.label, got, got.from, want, want.from)
		}
	}
	if len(m.Drawing.Arrows) != 2 || m.Moved != 2 {
		t.Errorf("%d arrows, %d moved", len(m.Drawing.Arrows), m.Moved)
	}
}

// TestMatrixPlan: a value that is wrong in the plan alone moves its risk too, and
// one that no finding is about does not.
func TestMatrixPlan(t *testing.T) {
	d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}, {Sheet: "Skala"}, {Sheet: "Plan"}}}
	d.Scales = []model.Scale{usual(1, 1)}
	d.Registers = []model.Register{
		register(1, 0, "Hamnnämnden", 2026, "R1|Kajen|Ofta|Stor|9|Minimera|Minimera|Gör|Chef|T1", "R2|Isen|Sällan|Liten|2|Acceptera|Acceptera|||"),
		register(1, 2, "Hamnnämnden", 2026, "R1|Kajen|Ofta|Stor|6|Minimera|Minimera|Gör|Chef|T1"),
	}
	r := &rules.Report{Documents: []*model.Document{d}, Findings: []rules.Finding{{Rule: riskValue, Variant: "wrong", Severity: rules.Error, At: src(1, 2, 5, 5)}}}
	r.Books = []*model.Book{{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{{Register: &d.Registers[0], Scale: &d.Scales[0]}, {Register: &d.Registers[1], Scale: &d.Scales[0]}}}}
	m := newView(input(t, r, "sv")).Matrices[0]
	if len(m.Risks) != 2 || !m.Risks[0].Wrong || m.Risks[0].Written != "6" || *m.Risks[0].from != [2]int{1, 2} || m.Risks[1].Wrong {
		t.Errorf("%+v", m.Risks)
	}
}

// TestUnmapped: why there is no matrix is told as it is: a scale that stands in the
// document is not said to be unknown.
func TestUnmapped(t *testing.T) {
	other := usual(1, 1)
	other.Rule = model.RuleOther
	for _, tc := range []struct {
		scale *model.Scale
		want  string
	}{{nil, "skalan är inte känd"}, {&other, "det framgår inte hur riskvärdena räknas"}} {
		reg := register(1, 0, "Hamnnämnden", 2026, "R1|Kajen|Ofta|Stor|7|Minimera|Minimera|Gör|Chef|T1")
		r := &rules.Report{Books: []*model.Book{{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{{Register: &reg, Scale: tc.scale}}}}}
		if got := newView(input(t, r, "sv")).Unmapped; len(got) != 1 || !strings.HasPrefix(got[0], "Hamnnämnden 2026: ") || !strings.Contains(got[0], tc.want) {
			t.Errorf("got %q, want %s", got, tc.want)
		}
	}
}

// TestCrowded: a cell with more numbers than it has room for counts the rest.
func TestCrowded(t *testing.T) {
	w := &writer{}
	var all []number
	for range 40 {
		all = append(all, number{Text: "R100"})
	}
	lines := w.numberLines(all, box{W: 120, H: 75})
	shown := 0
	for _, l := range lines[:len(lines)-1] {
		shown += len(l.Numbers)
	}
	last := lines[len(lines)-1].Numbers
	if len(last) != 1 || last[0].Text != "+ "+strconv.Itoa(40-shown) || shown == 0 {
		t.Errorf("%d shown, then %+v", shown, last)
	}
}

// TestCrowdedMoved: the numbers that arrows lead to are not among those left out.
func TestCrowdedMoved(t *testing.T) {
	w := &writer{}
	all := make([]number, 40)
	for i := range all {
		all[i] = number{Text: "R" + strconv.Itoa(i+1), Moved: i == 30, Gone: i == 39}
	}
	first := w.numberLines(all, box{W: 170, H: 75})[0].Numbers
	if len(first) < 3 || first[0].Text != "R31" || first[1].Text != "R40" || first[2].Text != "R1" {
		t.Errorf("%+v", first)
	}
	if few := w.numberLines(all[28:31], box{W: 170, H: 75}); few[0].Numbers[0].Text != "R29" {
		t.Errorf("with room for all: %+v", few)
	}
}

// TestPageOrder: what is to be done in a PDF stands in the order of its pages, those
// that could not be read among the others.
func TestPageOrder(t *testing.T) {
	d := &model.Document{ID: 1, File: "a.pdf", Kind: model.KindPDF, Places: []model.Place{{Page: 1}, {Page: 2}, {Page: 3}, {Page: 1, Title: "Riskanalys"}, {Page: 3, Title: "Plan"}}}
	r := &rules.Report{Documents: []*model.Document{d}}
	for _, place := range []int32{1, 3, 4} {
		r.Findings = append(r.Findings, rules.Finding{Rule: "undecided", Variant: "no-date", Severity: rules.Info, Path: strconv.Itoa(int(place)), At: src(1, place, 1, 1)})
	}
	var got []string
	for _, s := range newView(input(t, r, "sv")).Boards[0].Sheets {
		got = append(got, s.Title)
	}
	if want := "sida 1: Riskanalys|sida 2|sida 3: Plan"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %s", got, want)
	}
}

// TestDrawnLevels: a scale of too many levels to be read is told as a table.
func TestDrawnLevels(t *testing.T) {
	labels := strings.Fields("a b c d e f g h i j k l m")
	s := usual(1, 0)
	s.Likelihood = axis(1, 0, labels...)
	if d := (&writer{}).draw(&s, newGrid(&s), nil); d != nil {
		t.Error("13 levels were drawn")
	}
	s.Likelihood = axis(1, 0, labels[:12]...)
	if d := (&writer{}).draw(&s, newGrid(&s), nil); d == nil {
		t.Error("12 levels were not drawn")
	}
}

// TestRow: the wrong cell is marked among those around it, and has what it should
// hold.
func TestRow(t *testing.T) {
	v := newView(input(t, sample(), "sv"))
	var found *cause
	for _, b := range v.Boards {
		for _, s := range b.Sheets {
			for i := range s.Causes {
				if c := &s.Causes[i]; c.Rule == "risk-value" && strings.HasPrefix(c.Who, "R2") {
					found = c
				}
			}
		}
	}
	if found == nil || found.Row == nil {
		t.Fatal("the cause has no row")
	}
	var got []string
	for _, c := range found.Row.Cells {
		text := c.Heading + " " + c.Ref + " " + c.Text
		if c.Wrong {
			text += " → " + c.New
		}
		got = append(got, text)
	}
	want := "Nr A6 R2; Identifierad risk B6 Olja läcker ut; Sannolikhet C6 Sällan; Konsekvens D6 Stor; Riskvärde E6 2 → 3; Riskhantering F6 Acceptera → Reducera"
	if text := strings.Join(got, "; "); !strings.HasPrefix(text, want) {
		t.Errorf("got %s\nwant %s", text, want)
	}
}

// TestCompared: budget, outcome and forecast are drawn, whichever of them a deviation
// is told of; of several of a kind the one that it is told of.
func TestCompared(t *testing.T) {
	for _, tc := range []struct{ roles, want string }{
		{"budget outcome deviation", "0 1"},
		{"budget outcome deviation forecast", "0 1 3"},
		{"budget forecast forecastDeviation outcome", "0 1 3"},
		{"budget forecast outcome", "0 2 1"},
		{"outcome budget outcome deviation", "1 2"},
	} {
		b := model.Budget{}
		for i, role := range strings.Fields(tc.roles) {
			b.Columns = append(b.Columns, model.BudgetColumn{Heading: role, Role: model.ColumnRole(role), At: src(1, 0, 1, int32(i+2))})
		}
		if got := strings.Trim(fmt.Sprint(compared(&b)), "[]"); got != tc.want {
			t.Errorf("%s: drew %s, want %s", tc.roles, got, tc.want)
		}
	}
}

// TestRowUnknown: a cell of a column that is not known is shown under its heading.
func TestRowUnknown(t *testing.T) {
	d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}}}
	reg := register(1, 0, "Hamnnämnden", 2026, "R1|Kajen|Ofta|Stor|9|Minimera|Minimera|Gör|Chef|T1")
	reg.Unknown = []model.Column{{Heading: "Vattenstånd", At: src(1, 0, 4, 11)}}
	d.Registers = []model.Register{reg}
	r := &rules.Report{Documents: []*model.Document{d}, Findings: []rules.Finding{{
		Rule: unreadRule, Variant: "column", Severity: rules.Info, Path: "a", Found: "lågt", At: src(1, 0, 5, 11), Args: map[string]any{"column": reg.Unknown[0], "n": 1},
	}}}
	row := newView(input(t, r, "sv")).Boards[0].Sheets[0].Causes[0].Row
	if row == nil {
		t.Fatal("no row")
	}
	if last := row.Cells[len(row.Cells)-1]; last.Heading != "Vattenstånd" || last.Text != "lågt" || !last.Wrong {
		t.Errorf("%+v", last)
	}
}

// TestYear: periods, bars and years.
func TestYear(t *testing.T) {
	y := newView(input(t, sample(), "sv")).Year
	if len(y.FollowUps) != 1 || y.FollowUps[0].Periods[0].Text != "2 av 2 rapporterade" || y.FollowUps[0].Periods[1].Width != "50" {
		t.Errorf("%+v", y.FollowUps)
	}
	if len(y.Money) != 1 || y.Money[0].Lines[0].Bars[0].Amount != "4\u00a0120,5" || y.Money[0].Lines[1].Bars[1].Amount != "−3\u00a0100,0" {
		t.Errorf("%+v", y.Money)
	}
	twice := budgetOf(1, 0, "Hamnnämnden", 2026)
	twice.Caption = "Driftbudget 2026, tkr"
	w := writer{r: &rules.Report{}, cat: input(t, sample(), "sv").Lang}
	if m := w.money("Hamnnämnden", &twice); m.Unit != "" || y.Money[0].Unit != "tkr" {
		t.Errorf("unit %q beside a caption that has it, %q beside one that has not", m.Unit, y.Money[0].Unit)
	}
	if len(y.Money[0].Series) != 2 {
		t.Errorf("series %v", y.Money[0].Series)
	}
	if len(y.Trends) != 1 || len(y.Trends[0].Years) != 2 || y.Trends[0].Years[1].Change == "" || y.Trends[0].Years[1].Highest != "9 (R1)" {
		t.Errorf("%+v", y.Trends)
	}
}

// TestPages: what stands in a PDF is told by page, without cells, and is mended in
// the original.
func TestPages(t *testing.T) {
	v := newView(input(t, sample(), "sv"))
	for _, b := range v.Boards {
		if b.Title != "Parknämnden 2026" {
			continue
		}
		s := b.Sheets[0]
		if !strings.Contains(s.Title, "sida 7: Riskanalys 2026") || s.Causes[0].Place != "" || s.Causes[0].Decider != paper {
			t.Errorf("%+v", s)
		}
		return
	}
	t.Error("Parknämnden has no part")
}

// TestNearest: of several cells with a value the one the fewest steps away.
func TestNearest(t *testing.T) {
	s := usual(1, 0)
	g := newGrid(&s)
	for _, tc := range []struct {
		value int
		from  [2]int
		want  *[2]int
	}{
		{6, [2]int{2, 0}, &[2]int{2, 1}}, {6, [2]int{0, 2}, &[2]int{1, 2}}, {9, [2]int{0, 0}, &[2]int{2, 2}}, {5, [2]int{0, 0}, nil},
	} {
		got := g.nearest(tc.value, tc.from)
		if (got == nil) != (tc.want == nil) || got != nil && *got != *tc.want {
			t.Errorf("%d from %v: got %v, want %v", tc.value, tc.from, got, tc.want)
		}
	}
}
