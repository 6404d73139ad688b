package importers_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// tab is a sheet of a workbook that is made for a test: its cells, what is drawn over
// them and the codes of its page header.
type tab struct {
	name   string
	rows   [][]string
	drawn  string
	header string
	hidden bool
}

// drawnBook makes a workbook.
func drawnBook(t *testing.T, tabs ...tab) []byte {
	t.Helper()
	const (
		main = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
		rel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
		rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
		draw = `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`
	)
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	put := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var sheets, of strings.Builder
	for i, s := range tabs {
		state := ""
		if s.hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d"%s r:id="r%d"/>`, s.name, i+1, state, i)
		fmt.Fprintf(&of, `<Relationship Id="r%d" Type="%sworksheet" Target="worksheets/s%d.xml"/>`, i, rel, i)
		var rows strings.Builder
		for r, row := range s.rows {
			fmt.Fprintf(&rows, `<row r="%d">`, r+1)
			for c, text := range row {
				if text != "" {
					fmt.Fprintf(&rows, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, model.ColumnName(c+1), r+1, html.EscapeString(text))
				}
			}
			rows.WriteString(`</row>`)
		}
		drawing := ""
		if s.drawn != "" {
			drawing = `<drawing r:id="d"/>`
			put(fmt.Sprintf("xl/worksheets/_rels/s%d.xml.rels", i), rels+fmt.Sprintf(`<Relationship Id="d" Type="%sdrawing" Target="../drawings/d%d.xml"/></Relationships>`, rel, i))
			put(fmt.Sprintf("xl/drawings/d%d.xml", i), draw+s.drawn+`</xdr:wsDr>`)
		}
		put(fmt.Sprintf("xl/worksheets/s%d.xml", i), `<worksheet `+main+`><sheetData>`+rows.String()+`</sheetData><headerFooter><oddHeader>`+html.EscapeString(s.header)+`</oddHeader></headerFooter>`+drawing+`</worksheet>`)
	}
	put("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`)
	put("_rels/.rels", rels+`<Relationship Id="m" Type="`+rel+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	put("xl/_rels/workbook.xml.rels", rels+of.String()+`</Relationships>`)
	put("xl/workbook.xml", `<workbook `+main+`><sheets>`+sheets.String()+`</sheets></workbook>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// placed puts shapes at a cell counted from 0.
func placed(row, col int, shapes ...string) string {
	return fmt.Sprintf(`<xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:row>%d</xdr:row></xdr:from>%s</xdr:twoCellAnchor>`, col, row, strings.Join(shapes, ""))
}

// shape is a text box with these paragraphs, the words of each in runs of their own.
func shape(paragraphs ...string) string {
	var b strings.Builder
	for _, p := range paragraphs {
		b.WriteString(`<a:p>`)
		for i, line := range strings.Split(p, "\n") {
			if i > 0 {
				b.WriteString(`<a:br/>`)
			}
			for _, word := range strings.SplitAfter(line, " ") {
				b.WriteString(`<a:r><a:rPr/><a:t>` + html.EscapeString(word) + `</a:t></a:r>`)
			}
		}
		b.WriteString(`</a:p>`)
	}
	return `<xdr:sp textlink=""><xdr:txBody><a:bodyPr/>` + b.String() + `</xdr:txBody></xdr:sp>`
}

func group(shapes ...string) string { return `<xdr:grpSp>` + strings.Join(shapes, "") + `</xdr:grpSp>` }

// The register of these tests, its own levels and treatments, and what defines them.
var (
	quayHeads = []string{"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Riskhantering"}
	quayRows  = [][]string{
		{"1", "Bryggan rasar under en vinterstorm", "Tänkbar", "Kännbar", "4", "Acceptera"},
		{"2", "Avgifter för båtplatser tas inte ut", "Trolig", "Svår", "9", "Åtgärda"},
		{"3", "Nycklar till kontoret lämnas inte åter", "Väntad", "Kännbar", "8", "Bevaka"},
		{"4", "Provtagning av badvatten uteblir", "Väntad", "Mycket svår", "16", "Åtgärda"},
		{"5", "Fakturor för drivmedel betalas två gånger", "Sällsynt", "Obetydlig", "1", "Acceptera"},
	}
	quayTitle = []string{"Riskanalys 2026 – Hamnnämnden", "Beslutad 2025-12-03"}
	likely    = []string{"Sannolikhet", "1 = Sällsynt", "2 = Tänkbar", "3 = Trolig", "4 = Väntad"}
	grave     = []string{"Konsekvens", "1 = Obetydlig", "2 = Kännbar", "3 = Svår", "4 = Mycket svår"}
	handled   = []string{"Riskvärde", "1-4 Acceptera", "5-8 Bevaka", "9-16 Åtgärda"}
)

// quay gives the register below some blank rows or these rows.
func quay(above ...[]string) [][]string {
	return append(append(slices.Clone(above), quayHeads), quayRows...)
}

// lists gives texts as cells in one column, a blank one after each list.
func lists(of ...[]string) (rows [][]string) {
	for _, l := range of {
		for _, text := range l {
			rows = append(rows, []string{text})
		}
		rows = append(rows, nil)
	}
	return rows
}

// told sums up what a workbook says: board, year, day of decision, levels and
// treatments of the scale, and what was not understood.
func told(t *testing.T, data []byte) string {
	t.Helper()
	doc, err := read(data, "plan.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Damage) > 0 {
		t.Errorf("damage: %v", doc.Damage)
	}
	doc.Sources(func(s *model.Source) {
		if int(s.Place) >= len(doc.Places) {
			t.Fatalf("a source at %v, of %d places", s, len(doc.Places))
		}
	})
	var out []string
	for i := range doc.Registers {
		r := &doc.Registers[i]
		decided := ""
		for _, h := range r.Heads {
			if h.Decided.OK {
				decided = h.Decided.V.String()
			}
		}
		out = append(out, fmt.Sprintf("%s %d %s", r.Board, r.Year, decided))
		if r.Scale < 0 {
			continue
		}
		s := &doc.Scales[r.Scale]
		for _, a := range []model.Axis{s.Likelihood, s.Consequence} {
			var labels []string
			for _, l := range a.Levels {
				labels = append(labels, fmt.Sprintf("%d %s", l.Value, strings.ToLower(l.Label)))
			}
			out = append(out, strings.Join(labels, ", "))
		}
		var bands []string
		for _, b := range s.Treatments {
			bands = append(bands, fmt.Sprintf("%d-%d %s", b.Min, b.Max, b.Label))
		}
		out = append(out, strings.Join(bands, ", "))
	}
	if doc.PlanFrom.OK {
		out = append(out, fmt.Sprintf("from %d at %s", doc.PlanFrom.V, doc.PlanFrom.At.Cell()))
	}
	for i := range doc.NotChecked {
		out = append(out, fmt.Sprintf("%s at %s %s", doc.NotChecked[i].Why, doc.Places[doc.NotChecked[i].At.Place].Sheet, doc.NotChecked[i].At.Cell()))
	}
	for i := range doc.Unread {
		out = append(out, "unread "+doc.Unread[i].Raw)
	}
	return strings.Join(out, "; ")
}

// What stands in text boxes and page headers is read as it is in cells, the cells
// first; instructions, fields and what nobody sees say nothing.
func TestBoxes(t *testing.T) {
	const (
		scale = "; 1 sällsynt, 2 tänkbar, 3 trolig, 4 väntad; 1 obetydlig, 2 kännbar, 3 svår, 4 mycket svår; 1-4 Acceptera, 5-8 Bevaka, 9-16 Åtgärda"
		whole = "Hamnnämnden 2026 2025-12-03" + scale
	)
	title := lists(quayTitle)
	defs := tab{name: "Definitioner", rows: lists(likely, grave, handled)}
	three := placed(20, 0, shape(likely...)) + placed(20, 4, shape(grave...)) + placed(20, 8, shape(handled...))
	one := slices.Concat(likely, []string{""}, grave, []string{""}, handled)
	for _, c := range []struct {
		name string
		tabs []tab
		want string
	}{
		{"in cells", []tab{{name: "Plan", rows: quay(title...)}, defs}, whole},
		{"three boxes", []tab{{name: "Plan", rows: quay(title...), drawn: three}}, whole},
		{"one box", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, shape(one...))}}, whole},
		{"one paragraph of lines", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, shape(strings.Join(one, "\n")))}}, whole},
		{"a group", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, group(shape(likely...), group(shape(grave...), shape(handled...))))}}, whole},
		{"another sheet", []tab{{name: "Plan", rows: quay(title...)}, {name: "Instruktion", drawn: placed(0, 0, shape("Så här gör du", "Fyll i ett värde för varje risk.")) + three}}, whole},
		{"a hidden sheet", []tab{{name: "Plan", rows: quay(title...)}, {name: "Stöd", drawn: three, hidden: true}}, whole},
		{"columns by tabs", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, shape("Nivå\tSannolikhet\tKonsekvens", "1\tSällsynt\tObetydlig", "2\tTänkbar\tKännbar", "3\tTrolig\tSvår", "4\tVäntad\tMycket svår")) + placed(20, 8, shape(handled...))}}, whole},
		{"columns by spaces", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, shape("Nivå      Sannolikhet      Konsekvens", "1      Sällsynt      Obetydlig", "2      Tänkbar      Kännbar", "3      Trolig      Svår", "4      Väntad      Mycket svår")) + placed(20, 8, shape(handled...))}}, whole},
		{"sentences", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 0, shape("Sannolikhet: 1 = sällsynt, 2 = tänkbar, 3 = trolig, 4 = väntad.", "Konsekvens: 1 = obetydlig, 2 = kännbar, 3 = svår, 4 = mycket svår.")) + placed(20, 8, shape(handled...))}}, whole},
		{"the treatments alone", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 8, shape(handled...))}, {name: "Nivåer", rows: lists(likely, grave)}}, whole},
		{"the levels alone", []tab{{name: "Plan", rows: quay(title...)}, {name: "Nivåer", rows: lists(handled), drawn: placed(20, 0, shape(likely...), shape(grave...))}}, whole},
		{"another year's scale beside that of the cells", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 8, shape("Sannolikhet", "1 = Sällsynt", "2 = Trolig", "3 = Tänkbar", "4 = Väntad")) + placed(0, 12, shape("Riskvärde", "1-5 Acceptera", "6-9 Bevaka", "10-16 Åtgärda"))}, defs}, whole},
		{"a scale of something else beside that of the cells", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 8, shape("Konsekvens", "1 = Liten", "2 = Stor", "3 = Total")) + placed(0, 12, shape("Riskvärde", "1-4 Grön", "5-8 Gul", "9-16 Röd"))}, defs}, whole},
		{"a scale of something else beside that of boxes", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 8, shape("Konsekvens", "1 = Liten", "2 = Stor", "3 = Total")) + three}}, whole},
		{"a scale that the table writes beside another of the cells", []tab{{name: "Plan", rows: quay(title...), drawn: three}, {name: "Barn", rows: lists([]string{"Konsekvens", "1 = Liten", "2 = Stor", "3 = Total"}, []string{"Riskvärde", "1-4 Grön", "5-8 Gul", "9-16 Röd"})}}, whole},
		{"a title", []tab{{name: "Plan", rows: quay(nil, nil, nil, nil), drawn: placed(0, 0, shape(quayTitle...))}, defs}, whole},
		{"a title of two boxes", []tab{{name: "Plan", rows: quay(nil, nil, nil, nil), drawn: placed(0, 5, shape(quayTitle[1])) + placed(1, 0, shape(quayTitle[0]))}, defs}, whole},
		{"a title below the table", []tab{{name: "Plan", rows: quay(nil), drawn: placed(20, 0, shape(quayTitle...))}, defs}, " 0 " + scale},
		{"a title on the cover", []tab{{name: "Framsida", drawn: placed(4, 2, shape(quayTitle...))}, {name: "Plan", rows: quay(nil)}, defs}, "Hamnnämnden 2026 " + scale},
		{"a title that the cells contradict", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 5, shape("Riskanalys 2025 – Torgnämnden", "Beslutad 2024-12-01"))}, defs}, whole},
		{"the day of a template", []tab{{name: "Plan", rows: quay(quayTitle[:1], nil), drawn: placed(0, 5, shape("Mallen gäller tills vidare", "Fastställd 2019-04-01", "Beslutad 2019-05-06"))}, defs}, "Hamnnämnden 2026 " + scale},
		{"a page header", []tab{{name: "Plan", rows: quay(nil), header: `&L&"Arial,Fet"&14Riskanalys 2026&CHamnnämnden&RBeslutad 2025-12-03`}, defs}, whole},
		{"a board and its year", []tab{{name: "Plan", rows: quay(nil), drawn: placed(0, 0, shape("Hamnnämnden, 2026"))}, defs}, "Hamnnämnden 2026 " + scale},
		{"a board of several words", []tab{{name: "Plan", rows: quay(nil), drawn: placed(0, 0, shape("Kultur- och hamnnämnden 2026", "Skickas till torgnämnden 2024"))}, defs}, "Kultur- och hamnnämnden 2026 " + scale},
		{"what must be in the plan", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 3, shape("Risker med riskvärde 9 eller högre ska in i internkontrollplanen."))}, defs}, whole + "; from 9 at D21"},
		{"last year's page header", []tab{{name: "Plan", rows: quay(title[:1]...), header: "&LRiskanalys 2025&CTorgnämnden&RBeslutad 2024-12-01"}, defs}, "Hamnnämnden 2026 " + scale},
		{"a page header of fields", []tab{{name: "Plan", rows: quay(title...), header: "&L&D&C&A&RSida &P av &N"}, defs}, whole},
		{"instructions", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 6, shape("Så här fyller du i mallen", "Bedöm sannolikhet och konsekvens på en skala 1-4.", "Kommunstyrelsen sammanställer i november 2024.", "Riskvärde = Sannolikhet × Konsekvens", "Exempel: Sannolikhet 3 x Konsekvens 4 = Riskvärde 12", "Version 2023"))}, defs}, whole},
		{"instructions without a title", []tab{{name: "Plan", rows: quay(nil), drawn: placed(0, 6, shape("Mall fastställd av Kommunstyrelsen 2022", "Version 2023", "Nämnd: skriv nämndens namn"))}, defs}, " 0 " + scale},
		{"headings of explanations", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 6, shape("Sannolikhet", "Bedöm hur troligt det är.", "Konsekvens", "Bedöm hur svår följden blir."))}}, "Hamnnämnden 2026 2025-12-03"},
		{"how a value usually comes about", []tab{{name: "Plan", rows: quay(title...), drawn: placed(0, 6, shape("Riskvärde = Sannolikhet × Konsekvens"))}}, "Hamnnämnden 2026 2025-12-03"},
		{"ranges that cannot be understood", []tab{{name: "Plan", rows: quay(title...), drawn: placed(20, 8, shape("Riskvärde", "Bevaka: 5-8 och ibland 9", "Åtgärda 9-7"))}, {name: "Nivåer", rows: lists(likely, grave)}},
			strings.Replace(whole, "; 1-4 Acceptera, 5-8 Bevaka, 9-16 Åtgärda", "; ; unread-scale at Plan I21", 1)},
		{"a register in a box", []tab{{name: "Plan", rows: quay(title...)}, defs, {name: "Övrigt", drawn: placed(1, 1, shape(strings.Join(quayHeads, "\t"), strings.Join(quayRows[0], "\t"), strings.Join(quayRows[1], "\t"), strings.Join(quayRows[2], "\t")))}}, whole + "; not-understood at Övrigt B2"},
		{"an example in a box", []tab{{name: "Plan", rows: quay(title...)}, defs, {name: "Övrigt", drawn: placed(1, 1, shape("Exempel", strings.Join(quayHeads[:4], "\t"), strings.Join(quayRows[0][:4], "\t"), strings.Join(quayRows[1][:4], "\t")))}}, whole},
		{"registers with scales of their own", []tab{
			{name: "Hamn", rows: quay([]string{quayTitle[0]}, nil), drawn: three},
			{name: "Torg", rows: quay([]string{"Riskanalys 2026 – Torgnämnden"}, nil), drawn: strings.Replace(strings.Replace(three, "5-8 ", "5-11 ", 1), "9-16 ", "12-16 ", 1)}},
			"Hamnnämnden 2026 " + scale + "; Torgnämnden 2026 " + strings.Replace(strings.Replace(scale, "5-8", "5-11", 1), "9-16", "12-16", 1)},
	} {
		if got := told(t, drawnBook(t, c.tabs...)); got != c.want {
			t.Errorf("%s:\n%s, not\n%s", c.name, got, c.want)
		}
	}
}

// A definition in a box stands at the cell of its box.
func TestPlaceOfBoxes(t *testing.T) {
	doc, err := read(drawnBook(t, tab{name: "Plan", rows: quay(nil)}, tab{name: "Stöd", drawn: placed(6, 3, shape(likely...)) + placed(6, 8, shape(grave...)) + placed(16, 8, shape(handled...))}), "plan.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	s := &doc.Scales[0]
	for want, at := range map[string]model.Source{"D7": s.Likelihood.Levels[3].At, "I7": s.Consequence.At, "I17": s.Treatments[2].At} {
		if at.Cell() != want || doc.Places[at.Place].Sheet != "Stöd" || len(doc.Places) != 2 {
			t.Errorf("%s of %v, not %s", at.Cell(), doc.Places, want)
		}
	}
}
