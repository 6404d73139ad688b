package controlplan_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// sheetRows gives a sheet's rows as "number|risk|action|owner|last|report".
func sheetRows(t *testing.T, f model.File, period string) []string {
	t.Helper()
	x := open(t, f)
	var out []string
	for _, r := range table(t, x, x.GetSheetName(0), "Senast rapporterat") {
		out = append(out, strings.Join([]string{r["Nr."], r["Identifierad risk"], r["Åtgärd"], r["Ansvarig"], r["Senast rapporterat"], r[period]}, "|"))
	}
	return out
}

// Each owner gets the measures that are due, with what was last told of each.
func TestCollect(t *testing.T) {
	// One owner is spelled with other spaces, one is named in the plan alone.
	plan := shifted(t, "plan.xlsx", "R1|Larmlistan prövas|Driftchefen|||", "R1|Larmlistan prövas||||", "R4|Stickprov varje månad|Ekonomen||N/A|", "R4|Stickprov varje månad| hamn\u00a0chefen ||N/A|", "Ekonomen|T2", "Hamn chefen|T2", "Hamnchefen", "Hamn  chefen")
	before := shifted(t, "förra.xlsx", "2026", "2025", "R1|Larmlistan prövas|Driftchefen|||", "R2|Larmlistan prövas|Driftchefen|Nämnd||Alla svarade")
	for _, tt := range []struct {
		period string
		files  []model.File
		want   map[string][]string
	}{
		{"t2", []model.File{plan}, map[string][]string{
			"hamnnamnden-2026-t2-hamn-chefen.xlsx": {
				"R1|Kajen stängs vid storm|Rutin för storm tas fram|Hamn chefen|T1: Påbörjad|Klar i juni",
				"R4|Avgifter faktureras fel|Stickprov varje månad|Hamn chefen||N/A",
			},
			"hamnnamnden-2026-t2-utan-ansvarig.xlsx": {"R5|Avtal löper ut|Avtalen gås igenom||T1: Två avtal sades upp|N/A"},
		}},
		{"Årsbokslut", []model.File{plan, before}, map[string][]string{
			"hamnnamnden-2026-arsbokslut-hamn-chefen.xlsx":   {"R1|Kajen stängs vid storm|Rutin för storm tas fram|Hamn chefen|T2: Klar i juni|"},
			"hamnnamnden-2026-arsbokslut-driftchefen.xlsx":   {"R1|Kajen stängs vid storm|Larmlistan prövas|Driftchefen|Årsbokslut 2025: Alla svarade|"},
			"hamnnamnden-2026-arsbokslut-utan-ansvarig.xlsx": {"R5|Avtal löper ut|Avtalen gås igenom||T2: N/A|"},
		}},
	} {
		made := collected(t, controlplan.Collection{Period: tt.period, Year: 2026}, tt.files...)
		if got, want := slices.Sorted(maps.Keys(made)), slices.Sorted(maps.Keys(tt.want)); !slices.Equal(got, want) {
			t.Errorf("%s: wrote %v, want %v", tt.period, got, want)
		}
		for name, want := range tt.want {
			heading := strings.ToUpper(tt.period[:1]) + tt.period[1:]
			if got := sheetRows(t, made[name], heading); !slices.Equal(got, want) {
				t.Errorf("%s has\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			report := judged(t, made[name])
			if len(report.Findings) > 0 || len(report.Documents[0].Registers) > 0 || !report.Documents[0].FollowUps[0].Collected {
				t.Errorf("%s alone: findings %v, registers %d", name, said(report.Findings), len(report.Documents[0].Registers))
			}
		}
		again := collected(t, controlplan.Collection{Period: tt.period, Year: 2026}, tt.files...)
		for name := range made {
			if string(again[name].Data) != string(made[name].Data) {
				t.Errorf("two runs gave different bytes of %s", name)
			}
		}
	}
}

// What cannot be collected is said, not left out.
func TestCollectErrors(t *testing.T) {
	for name, tt := range map[string]struct {
		file model.File
		want string
	}{
		"period":                     {book(t, "plan.xlsx", harbour), `follow-up of "Hamnnämnden": no period "T3", expected one of T1, T2, Årsbokslut`},
		"no board":                   {shifted(t, "plan.xlsx", "Nämnd: Hamnnämnden", ""), "plan.xlsx: no board or no year that a sheet could refer to"},
		"no year":                    {shifted(t, "plan.xlsx", " 2026", ""), "plan.xlsx: no board or no year that a sheet could refer to"},
		"a period spelled otherwise": {book(t, "plan.xlsx", harbour), ""},
	} {
		period := "T3"
		if tt.want == "" {
			period = "t1 "
		}
		_, err := controlplan.Collect(judged(t, tt.file), options(t, config.DefaultTemplate), controlplan.Collection{Period: period})
		if got := message(err); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
	half := shifted(t, "plan.xlsx", "|T1|T2|Årsbokslut", "|Halvår|Helår|Anmärkning")
	if _, err := controlplan.Collect(judged(t, half), options(t, config.DefaultTemplate), controlplan.Collection{Period: "halvår"}); err != nil {
		t.Errorf("a period by the follow-up's own heading: %v", err)
	}
	var period *controlplan.PeriodError
	_, err := controlplan.Collect(judged(t, book(t, "plan.xlsx", harbour)), options(t, config.DefaultTemplate), controlplan.Collection{Period: "T3"})
	if !errors.As(err, &period) || len(period.Known) != 3 {
		t.Errorf("got %v, want a PeriodError with the periods", err)
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// The year is in the sheet even where the template's title has none, else it
// would not be known to belong to the plan.
func TestCollectTitle(t *testing.T) {
	opts := options(t, config.DefaultTemplate)
	tpl := *opts.Template
	tpl.Layout.FollowUp.Title = "Så gick det"
	opts.Template = &tpl
	sheets, err := controlplan.Collect(judged(t, book(t, "plan.xlsx", harbour)), opts, controlplan.Collection{Period: "T1"})
	if err != nil || len(sheets) == 0 {
		t.Fatal(err)
	}
	files, _, err := output.Finish(sheets)
	if err != nil {
		t.Fatal(err)
	}
	if fu := judged(t, files[0]).Documents[0].FollowUps[0]; fu.Year != 2026 || fu.Board != "Hamnnämnden" {
		t.Errorf("read back as %q %d", fu.Board, fu.Year)
	}
}

// Only the reports can be typed in, and the sheet says so to other programs.
func TestCollectLocked(t *testing.T) {
	made := collected(t, controlplan.Collection{Period: "T1"}, book(t, "plan.xlsx", harbour))
	x := open(t, made["hamnnamnden-2026-t1-hamnchefen.xlsx"])
	sheet := x.GetSheetName(0)
	for cell, locked := range map[string]bool{"A7": true, "B7": true, "C7": true, "D7": true, "E7": true, "F7": false, "F6": true, "A1": true} {
		id, err := x.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if got := style.Protection == nil || style.Protection.Locked; got != locked {
			t.Errorf("%s locked: %v, want %v", cell, got, locked)
		}
	}
	if p, err := x.GetSheetProtection(sheet); err != nil || !p.FormatRows {
		t.Errorf("the sheet's protection is %+v (%v)", p, err)
	}
}

// Filled sheets and the plan together give a follow-up with just the texts that
// came in, each in its place.
func TestCollectFills(t *testing.T) {
	noFollowUp := strings.Split(harbour, "### Uppföljning")[0] + "### Definitioner" + strings.Split(harbour, "### Definitioner")[1]
	moved := strings.NewReplacer("\nR1|Kajer", "\nR9|Kajer", "\nR1|Rutin", "\nR9|Rutin", "\nR1|Larm", "\nR9|Larm", "\nR3|", "\nR1|").Replace(harbour)
	for name, tt := range map[string]struct {
		plan string
		want []string
	}{
		"into the follow-up":      {harbour, []string{"R1|Rutin för storm tas fram|Påbörjad", "R1|Larmlistan prövas|Ringde alla", "R4|Stickprov varje månad|", "R5|Avtalen gås igenom|Två avtal sades upp"}},
		"into a cell with a dash": {strings.Replace(harbour, "R1|Larmlistan prövas|Driftchefen|||", "R1|Larmlistan prövas|Driftchefen|–||", 1), []string{"R1|Rutin för storm tas fram|Påbörjad", "R1|Larmlistan prövas|Ringde alla", "R4|Stickprov varje månad|", "R5|Avtalen gås igenom|Två avtal sades upp"}},
		"no follow-up yet":        {noFollowUp, []string{"R1|Rutin för storm tas fram|", "R1|Larmlistan prövas|Ringde alla", "R4|Stickprov varje månad|", "R5|Avtalen gås igenom|"}},
		"a number moved":          {moved, []string{"R9|Rutin för storm tas fram|Påbörjad", "R9|Larmlistan prövas|Ringde alla", "R4|Stickprov varje månad|", "R5|Avtalen gås igenom|Två avtal sades upp"}},
	} {
		t.Run(name, func(t *testing.T) {
			sheet := collected(t, controlplan.Collection{Period: "T1"}, book(t, "plan.xlsx", harbour))["hamnnamnden-2026-t1-driftchefen.xlsx"]
			files, err := controlplan.Render(judged(t, book(t, "plan.xlsx", tt.plan), filled(t, sheet, map[string]string{"F7": "Ringde alla"})), options(t, config.DefaultTemplate))
			if err != nil || len(files) != 1 {
				t.Fatalf("%d workbooks (%v)", len(files), err)
			}
			var got []string
			for _, r := range table(t, open(t, files[0]), "Uppföljning", "Åtgärd") {
				got = append(got, r["Nr."]+"|"+r["Åtgärd"]+"|"+r["T1"])
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("the follow-up is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
			if heads := headsOf(t, files[0], "Uppföljning"); !slices.Equal(heads[len(heads)-3:], []string{"T1", "T2", "Årsbokslut"}) {
				t.Errorf("the follow-up's headings are %q", heads)
			}
		})
	}
}

// A report that differs from the one in the plan is told, once, and not taken.
func TestCollectDiffers(t *testing.T) {
	plan := book(t, "plan.xlsx", harbour)
	sheet := collected(t, controlplan.Collection{Period: "T1"}, plan)["hamnnamnden-2026-t1-hamnchefen.xlsx"]
	files, err := controlplan.Render(judged(t, plan, filled(t, sheet, map[string]string{"F7": "Skrevs om"})), options(t, config.DefaultTemplate))
	if err != nil {
		t.Fatal(err)
	}
	x := open(t, files[0])
	if got := table(t, x, "Uppföljning", "Åtgärd")[0]["T1"]; got != "Påbörjad" {
		t.Errorf("the follow-up says %q", got)
	}
	var told []string
	for _, r := range table(t, x, "Ändringslogg", "Stod i källan") {
		if strings.Contains(strings.Join(slices.Collect(maps.Values(r)), "|"), "Skrevs om") {
			told = append(told, r["Vad"]+"|"+r["Plats"]+"|"+r["Stod i källan"]+"|"+r["Står här"])
		}
	}
	if want := []string{"Källorna är oense|" + sheet.Name + ": Insamling T1 F7|Skrevs om|Påbörjad"}; !slices.Equal(told, want) {
		t.Errorf("the change log tells %q, want %q", told, want)
	}
}

// With half of the sheets filled in, no rule speaks of the sheets but the one
// that is about them.
func TestCollectFindings(t *testing.T) {
	plan := book(t, "plan.xlsx", harbour)
	made := collected(t, controlplan.Collection{Period: "Årsbokslut"}, plan)
	files := []model.File{plan}
	for _, name := range slices.Sorted(maps.Keys(made)) {
		f := made[name]
		if strings.Contains(name, "hamnchefen") {
			f = filled(t, f, map[string]string{"F7": "Klart"})
		}
		files = append(files, f)
	}
	before, after := judged(t, plan).Findings, judged(t, files...).Findings
	var extra []rules.Finding
	for _, f := range after {
		if !slices.ContainsFunc(before, func(o rules.Finding) bool { return o.Path == f.Path && o.At == f.At }) {
			extra = append(extra, f)
		}
	}
	if got := said(extra); len(after) != len(before)+1 || !slices.Equal(got, []string{"info followup-collected R1"}) {
		t.Errorf("with the sheets there are also %v (%d before, %d after)", got, len(before), len(after))
	}
}

// What an owner types stays what she typed: the cells to fill are texts.
func TestCollectTexts(t *testing.T) {
	made := collected(t, controlplan.Collection{Period: "T1"}, book(t, "plan.xlsx", harbour))
	for name, f := range made {
		x := open(t, f)
		sheet := x.GetSheetName(0)
		id, err := x.GetCellStyle(sheet, "F7")
		if err != nil {
			t.Fatal(err)
		}
		style, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if style.NumFmt != 49 && (style.CustomNumFmt == nil || *style.CustomNumFmt != "@") {
			t.Errorf("%s: the cells to fill have the format %d, want text", name, style.NumFmt)
		}
		if len(style.Fill.Color) == 0 {
			t.Errorf("%s: the cells to fill are not tinted", name)
		}
	}
}

// A report whose number and text are of two measures is put in for neither, and the
// log tells it with what it says; one that fits is noted with its sheet.
func TestCollectContradicts(t *testing.T) {
	plan := shifted(t, "plan.xlsx", "Avtalen gås igenom", "Stickprov varje månad", "Ekonomen|T2", "Ekonomen|T1", "Två avtal sades upp", "")
	sheet := collected(t, controlplan.Collection{Period: "T1"}, plan)["hamnnamnden-2026-t1-ekonomen.xlsx"]
	for name, tt := range map[string]struct {
		cells   map[string]string
		reports []string
		log     string
	}{
		"fits":        {map[string]string{"F7": "Tre prov"}, []string{"Tre prov", ""}, "Rapport införd|R4"},
		"contradicts": {map[string]string{"F7": "Tre prov", "B7": "Avtal löper ut"}, []string{"", ""}, "Inte införd|R4"},
	} {
		files, err := controlplan.Render(judged(t, plan, filled(t, sheet, tt.cells)), options(t, config.DefaultTemplate))
		if err != nil {
			t.Fatal(err)
		}
		x := open(t, files[0])
		var got []string
		for _, r := range table(t, x, "Uppföljning", "Åtgärd") {
			if r["Åtgärd"] == "Stickprov varje månad" {
				got = append(got, r["T1"])
			}
		}
		if !slices.Equal(got, tt.reports) {
			t.Errorf("%s: the follow-up says %q, want %q", name, got, tt.reports)
		}
		var log []string
		rows, err := x.GetRows("Ändringslogg")
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range rows {
			if len(r) > 6 && strings.Contains(r[3], "Insamling T1 F7") {
				log = append(log, r[0]+"|"+r[1])
			}
		}
		if !slices.Equal(log, []string{tt.log}) {
			t.Errorf("%s: the log tells %q, want %q", name, log, tt.log)
		}
	}
}
