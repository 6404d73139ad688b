package controlplan

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

const planSheet = "Riskanalys IKP 2026"

func harbourBook(t *testing.T) (*excelize.File, []byte) {
	return rendered(t, harbour(usual(t)).report(), template(t, config.DefaultTemplate))
}

func TestSheets(t *testing.T) {
	x, _ := harbourBook(t)
	want := []string{planSheet, "Uppföljning", "Riskmatris", "Definitioner", "Ändringslogg"}
	if got := x.GetSheetList(); !slices.Equal(got, want) {
		t.Fatalf("sheets are %q, want %q", got, want)
	}
	var own []string
	for _, n := range x.GetDefinedName() {
		if n.Name == workbook.OwnName {
			own = append(own, n.Scope)
		}
	}
	if want := []string{"Riskmatris", "Ändringslogg"}; !slices.Equal(own, want) {
		t.Errorf("sheets marked as riskbok's own are %q, want %q", own, want)
	}
	for _, n := range x.WorkBook.DefinedNames.DefinedName {
		if n.Name == workbook.OwnName && !n.Hidden {
			t.Error("the mark is not hidden")
		}
	}
	if got := value(t, x, "Ändringslogg", "A1"); got != "Ändringslogg" {
		t.Errorf("the log's title is %q, want its tab's name", got)
	}
}

func TestChoices(t *testing.T) {
	x, _ := harbourBook(t)
	list, err := x.GetDataValidations(planSheet)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, v := range list {
		style := "stop"
		if v.ErrorStyle != nil {
			style = *v.ErrorStyle
		}
		got[v.Sqref] = v.Formula1 + " " + style
	}
	for area, want := range map[string]string{
		"D7:D233": "Sannolikheter stop", "E7:E233": "Konsekvenser stop",
		"I7:I233": "Riskhantering warning", "M7:M233": "Återrapportering warning",
	} {
		if got[area] != want {
			t.Errorf("drop-down of %s is %q, want %q (all: %v)", area, got[area], want, got)
		}
	}
	names := map[string]string{}
	for _, n := range x.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	for name, want := range map[string]string{
		"Sannolikheter": "Definitioner!$A$5:$A$8", "Konsekvenser": "Definitioner!$A$11:$A$14",
		"Riskhantering": "Definitioner!$B$18:$B$20", "Återrapportering": "Definitioner!$A$23:$A$29",
	} {
		if names[name] != want {
			t.Errorf("name %s is %s, want %s", name, names[name], want)
		}
	}
	for cell, want := range map[string]string{"A5": "Osannolik", "A8": "Sannolik", "A11": "Försumbar", "B18": "Minimera risk", "A18": "12-16", "C18": "12", "D18": "16", "A23": "T1, T2, Årsbokslut", "A29": "Vid behov"} {
		if got := value(t, x, "Definitioner", cell); got != want {
			t.Errorf("Definitioner!%s is %q, want %q", cell, got, want)
		}
	}
}

func TestColours(t *testing.T) {
	x, _ := harbourBook(t)
	formats, err := x.GetConditionalFormats(planSheet)
	if err != nil {
		t.Fatal(err)
	}
	rules := formats["F7:G233"]
	if len(rules) != 4 || len(formats["D7:D233"]) != 1 || len(formats["E7:E233"]) != 1 {
		t.Fatalf("conditional formats are %v", formats)
	}
	grounds := map[string]string{}
	for _, r := range rules {
		st, err := x.GetConditionalStyle(*r.Format)
		if err != nil {
			t.Fatal(err)
		}
		grounds[r.Criteria] = strings.Join(st.Fill.Color, " ")
	}
	for rule, want := range map[string]string{
		`AND($G7<>"",$G7=INDEX(Riskhantering,1))`: shades[3], // Minimera
		`AND($G7<>"",$G7=INDEX(Riskhantering,2))`: shades[1],
		`AND($G7<>"",$G7=INDEX(Riskhantering,3))`: shades[0], // Acceptera
	} {
		if !strings.Contains(grounds[rule], want) {
			t.Errorf("%s has ground %q, want %s (all: %v)", rule, grounds[rule], want, grounds)
		}
	}
	matrix, err := x.GetConditionalFormats("Riskmatris")
	if err != nil || len(matrix) != 4 || len(matrix["B5:E6"]) != 3 {
		t.Fatalf("heat map has %v (%v)", matrix, err)
	}
	if got := matrix["B5:E6"][0].Criteria; got != "AND(B$5>=INDEX(Riskvärde_från,1),B$5<=INDEX(Riskvärde_till,1))" {
		t.Errorf("heat map's first rule is %s", got)
	}
}

func TestProtection(t *testing.T) {
	x, _ := harbourBook(t)
	locked := func(sheet, cell string) bool {
		id, err := x.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		st, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return st.Protection == nil || st.Protection.Locked
	}
	for _, tt := range []struct {
		sheet  string
		locked []string
		open   []string
	}{
		{planSheet, []string{"A1", "A5", "A6", "F7", "G7", "H7", "F33"}, []string{"A2", "A3", "A7", "B7", "C7", "D7", "E7", "I7", "J7", "K7", "L7", "M7", "B34", "F40"}},
		{"Definitioner", []string{"A4", "A18"}, []string{"A5", "B5", "C5", "B18", "C18", "D18", "E18", "A23"}},
		{"Riskmatris", []string{"B5", "B6", "A5"}, nil},
	} {
		p, err := x.GetSheetProtection(tt.sheet)
		if tt.sheet == planSheet { // a table on a protected sheet can neither be sorted nor grow
			if err != nil || p.SelectLockedCells || p.AutoFilter {
				t.Errorf("%s: protection is %+v (%v)", tt.sheet, p, err)
			}
		} else if err != nil || p.Password != "" || p.AlgorithmName != "" || !p.AutoFilter || !p.SelectLockedCells {
			t.Errorf("%s: protection is %+v (%v)", tt.sheet, p, err)
		}
		for _, c := range tt.locked {
			if !locked(tt.sheet, c) {
				t.Errorf("%s!%s is open", tt.sheet, c)
			}
		}
		for _, c := range tt.open {
			if locked(tt.sheet, c) {
				t.Errorf("%s!%s is locked", tt.sheet, c)
			}
		}
	}
}

func TestTablesAndPanes(t *testing.T) {
	x, _ := harbourBook(t)
	for sheet, want := range map[string]string{planSheet: "Internkontrollplan A6:M33", "Uppföljning": "Uppföljning A5:H24"} {
		tables, err := x.GetTables(sheet)
		if err != nil || len(tables) != 1 || tables[0].Name+" "+tables[0].Range != want {
			t.Errorf("%s has tables %+v (%v), want %s", sheet, tables, err, want)
		}
	}
	panes, err := x.GetPanes(planSheet)
	if err != nil || !panes.Freeze || panes.XSplit != 3 || panes.YSplit != 6 {
		t.Errorf("panes are %+v (%v)", panes, err)
	}
	tpl := template(t, config.DefaultTemplate)
	tpl.Layout.Registers[0].Columns[0].Heading = "Nr"
	y, _ := rendered(t, harbour(usual(t)).report(), tpl)
	if tables, err := y.GetTables(planSheet); err != nil || len(tables) != 0 {
		t.Errorf("a table with two equal headings: %v (%v)", tables, err)
	}
}

func TestPrinting(t *testing.T) {
	const a3, a4 = 8, 9 // ISO/IEC 29500-1, 18.3.1.63
	x, _ := harbourBook(t)
	for sheet, paper := range map[string]int{planSheet: a3, "Uppföljning": a3, "Riskmatris": a4, "Definitioner": a4} {
		l, err := x.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *l.Size != paper || *l.Orientation != "landscape" || *l.FitToWidth != 1 || *l.FitToHeight != 0 {
			t.Errorf("%s: paper %d %s, %d wide, %d high", sheet, *l.Size, *l.Orientation, *l.FitToWidth, *l.FitToHeight)
		}
		props, err := x.GetSheetProps(sheet)
		if err != nil || props.FitToPage == nil || !*props.FitToPage {
			t.Errorf("%s is not fitted to the page (%v)", sheet, err)
		}
		footer, err := x.GetHeaderFooter(sheet)
		if err != nil || footer.OddFooter != "&LMiljö- och hamnnämnden – "+sheet+"&RSida &P av &N" {
			t.Errorf("%s: footer %+v (%v)", sheet, footer, err)
		}
	}
	repeated := map[string]string{}
	for _, n := range x.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			repeated[n.Scope] = n.RefersTo
		}
	}
	if repeated[planSheet] != "'Riskanalys IKP 2026'!$5:$6" || repeated["Uppföljning"] != "Uppföljning!$4:$5" {
		t.Errorf("rows repeated are %v", repeated)
	}
}

func TestFooterOfAwkwardBoard(t *testing.T) {
	f := newFixture(strings.Repeat("Kultur & fritid\n", 30), 2026)
	f.register("Plan", true, true, usual(t), riskRow{number: "R1", event: "a", likelihood: "Möjlig", consequence: "Lindrig"})
	x, _ := rendered(t, f.report(), template(t, config.DefaultTemplate))
	footer, err := x.GetHeaderFooter(planSheet)
	if err != nil || !strings.HasPrefix(footer.OddFooter, "&LKultur && fritid Kultur") || len(footer.OddFooter) > 255 {
		t.Errorf("footer is %+v (%v)", footer, err)
	}
}

func TestPropertiesAndNotes(t *testing.T) {
	x, _ := harbourBook(t)
	p, err := x.GetDocProps()
	if err != nil || p.Title != "Internkontrollplan 2026 – Miljö- och hamnnämnden" || p.Subject != "Miljö- och hamnnämnden" || p.Language != "sv-SE" {
		t.Errorf("properties are %+v (%v)", p, err)
	}
	notes, err := x.GetComments(planSheet)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, n := range notes {
		for _, run := range n.Paragraph {
			texts[n.Cell] += run.Text
		}
	}
	if want := "Källa:\nhamnen.xlsx, bladet Riskanalys, rad 8\nhamnen.xlsx, bladet Internkontrollplan, rad 8"; texts["C7"] != want {
		t.Errorf("note of C7 is %q, want %q", texts["C7"], want)
	}
	if len(texts) != 25 {
		t.Errorf("%d notes, want one for each of 25 risks", len(texts))
	}
}

// Findings that remain are in the log, those that the workbook settles are not.
func TestRemaining(t *testing.T) {
	f := harbour(usual(t))
	r := f.report()
	for i, rule := range []string{"missing-action", "risk-value", "unknown-level", "sheet-disagreement", "treatment"} {
		fd := rules.Finding{Rule: rule, Severity: rules.Error, Board: f.book.Board, Year: 2026, Risk: "R9", Found: rule, At: model.Source{Doc: 1, Row: int32(90 + i), Col: 1}}
		switch rule {
		case "risk-value":
			fd.Fix = &rules.Fix{Class: rules.Safe}
		case "treatment": // of what is kept as written
			fd.Fix, fd.Valuation = &rules.Fix{Class: rules.Safe}, "efter åtgärd"
		case "sheet-disagreement":
			fd.At = f.book.Registers[1].Risks[5].Area.At // which the log tells of already
		}
		r.Findings = append(r.Findings, fd)
	}
	r.Findings = append(r.Findings, rules.Finding{Rule: "missing-owner", Severity: rules.Error, Board: "En annan", Year: 2026, Found: "annan"})
	x, _ := rendered(t, r, template(t, config.DefaultTemplate))
	rows, err := x.GetRows("Ändringslogg")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows {
		if len(row) > 4 && row[0] == "Återstår: fel" {
			got = append(got, row[4])
		}
	}
	if want := []string{"missing-action", "unknown-level", "treatment"}; !slices.Equal(got, want) {
		t.Errorf("remaining are %q, want %q", got, want)
	}
}

// Every part is well-formed and every relation leads somewhere.
func TestParts(t *testing.T) {
	_, data := harbourBook(t)
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	if z.File[0].Name != "[Content_Types].xml" {
		t.Errorf("first part is %s", z.File[0].Name)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		dec := xml.NewDecoder(r)
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Errorf("%s: %v", part.Name, err)
				break
			}
		}
		r.Close()
	}
}

func TestQuoted(t *testing.T) {
	x, _ := harbourBook(t)
	id, err := x.GetCellStyle(planSheet, "J26")
	if err != nil {
		t.Fatal(err)
	}
	if got := value(t, x, planSheet, "J26"); !strings.HasPrefix(got, "=SUMMA") || formula(t, x, planSheet, "J26") != "" {
		t.Errorf("J26 is %q with formula %q", got, formula(t, x, planSheet, "J26"))
	}
	if q := x.Styles.CellXfs.Xf[id].QuotePrefix; q == nil || !*q {
		t.Error("a text that begins with = is not marked as text: a double click would make it a formula")
	}
	plain, err := x.GetCellStyle(planSheet, "J25")
	if err != nil {
		t.Fatal(err)
	}
	if q := x.Styles.CellXfs.Xf[plain].QuotePrefix; q != nil && *q {
		t.Error("an ordinary text is marked")
	}
}
