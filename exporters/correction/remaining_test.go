package correction

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/model"
)

// openFinding is a finding that no fix settles.
func openFinding(place int32, cell, found string) rules.Finding {
	p, _ := parsePosition(cell)
	return rules.Finding{Rule: "unknown-level", Severity: rules.Error, Found: found, Path: "p/" + cell,
		At: model.Source{Doc: 3, Place: place, Row: int32(p.row), Col: int32(p.col)}}
}

// noted gives the notes of a workbook as "Sheet!Cell text".
func noted(t *testing.T, data []byte) []string {
	t.Helper()
	f := booktest.Open(t, data)
	var all []string
	for _, sheet := range f.GetSheetList() {
		comments, err := f.GetComments(sheet)
		must(t, err)
		for _, c := range comments {
			text := c.Text
			for _, run := range c.Paragraph {
				text += run.Text
			}
			all = append(all, sheet+"!"+c.Cell+" "+text)
		}
	}
	slices.Sort(all)
	return all
}

func TestWhatRemainsIsMarkedAndNoted(t *testing.T) {
	plain := func() []byte {
		return build(t, func(f *excelize.File) {
			_, err := f.NewSheet("Bilaga")
			must(t, err, f.SetSheetRow("Plan", "A1", &[]any{"Nr", "Sannolikhet", "Värde"}), f.SetSheetRow("Plan", "A2", &[]any{"R1", "Ganska ofta", 4}),
				f.SetSheetRow("Bilaga", "A1", &[]any{"Nr", "Nivå"}), f.SetSheetRow("Bilaga", "A2", &[]any{"R1", "Ibland"}),
				f.AddTable("Plan", &excelize.Table{Range: "A1:C2", Name: "Risker"}))
		})
	}
	withNote := func() []byte {
		f := booktest.Open(t, plain())
		must(t, f.AddComment("Plan", excelize.Comment{Cell: "A2", Author: "Ada", Paragraph: []excelize.RichTextRun{{Text: "egen"}}}))
		b, err := f.WriteToBuffer()
		must(t, err)
		return b.Bytes()
	}
	threaded := func() []byte {
		data := withNote()
		rels := booktest.Parts(t, data)["xl/worksheets/_rels/sheet1.xml.rels"]
		return repack(t, data, "xl/threadedComments/threadedComment1.xml", `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"/>`,
			"xl/worksheets/_rels/sheet1.xml.rels", strings.Replace(rels, "</Relationships>", `<Relationship Id="rIdT" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`, 1))
	}
	broken := func() []byte { return repack(t, withNote(), "xl/drawings/vmlDrawing1.vml", "<xml>") }
	for _, tt := range []struct {
		name string
		data []byte
		want []string
	}{
		{"a drawing that does not end", broken(), []string{"Bilaga!B2", "Plan!A2 egen"}},
		{"without notes", plain(), []string{"Bilaga!B2", "Plan!B2"}},
		{"beside a note", withNote(), []string{"Bilaga!B2", "Plan!A2 egen", "Plan!B2"}},
		{"threaded", threaded(), []string{"Bilaga!B2", "Plan!A2 egen"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			places, all := findings(t, change{"Plan", "C2", rules.SetNumber, "4", "8", ""})
			places = append(places, model.Place{Sheet: "Bilaga"})
			all = append(all, openFinding(0, "B2", "Ganska ofta"), openFinding(1, "B2", "Ibland"), openFinding(0, "A2", "R1"))
			all[3].Accepted = &rules.Acceptance{} // somebody has decided about it
			res, err := correctBook(tt.data, places, all, swedish(t))
			must(t, err)
			got := noted(t, res.Data)
			if len(got) != len(tt.want) {
				t.Fatalf("notes %q", got)
			}
			for i := range got {
				if !strings.HasPrefix(got[i], tt.want[i]) {
					t.Errorf("note %q, want %q", got[i], tt.want[i])
				}
			}
			f := booktest.Open(t, res.Data)
			for _, at := range []string{"Plan", "Bilaga"} {
				if st := styleOf(t, f, at, "B2"); len(st.Fill.Color) == 0 || !strings.HasSuffix(st.Fill.Color[0], "DDEBF7") {
					t.Errorf("%s!B2 is filled with %v", at, st.Fill.Color)
				}
			}
			if res.Marked != 2 || !res.Settled[0] || res.Settled[1] {
				t.Errorf("%d marked, settled %v", res.Marked, res.Settled)
			}
			for _, fault := range booktest.Faults(t, res.Data) {
				if tt.name != "threaded" && tt.name[0] != 'a' { // its parts are a test's
					t.Error(fault)
				}
			}
		})
	}
}

func TestSuggestedFixesAreMadeWhenAskedFor(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		must(t, f.SetSheetRow("Plan", "A1", &[]any{"Möjlgi", 4}))
	})
	places, all := findings(t, change{"Plan", "A1", rules.SetText, "Möjlgi", "Möjlig", ""}, change{"Plan", "B1", rules.SetNumber, "4", "8", ""},
		change{"Plan", "B1", rules.SetNumber, "4", "9", ""})
	all[0].Fix.Class, all[2].Fix.Class = rules.Suggested, rules.Suggested
	opts := swedish(t)
	for _, suggested := range []bool{false, true} {
		opts.Suggested = suggested
		res, err := correctBook(data, places, all, opts)
		must(t, err)
		f := booktest.Open(t, res.Data)
		want, colour := "Möjlgi 8", "DDEBF7"
		if suggested {
			want, colour = "Möjlig 8", "E2EFDA" // a safe fix comes before a suggestion for the same cell
		}
		if got := raw(t, f, "Plan", "A1") + " " + raw(t, f, "Plan", "B1"); got != want {
			t.Errorf("suggested %v: %s, want %s", suggested, got, want)
		}
		if st := styleOf(t, f, "Plan", "A1"); !strings.HasSuffix(st.Fill.Color[0], colour) {
			t.Errorf("suggested %v: filled with %v", suggested, st.Fill.Color)
		}
		if notes := noted(t, res.Data); suggested == (len(notes) == 1) || !suggested && !strings.Contains(notes[0], "Förslag: ”Möjlig”") {
			t.Errorf("suggested %v: notes %q", suggested, notes)
		}
	}
}

func TestSignaturesAreRemoved(t *testing.T) {
	data := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "A1", 4)) })
	p := booktest.Parts(t, data)
	const package2006 = "http://schemas.openxmlformats.org/package/2006/"
	data = repack(t, data,
		"_xmlsignatures/origin.sigs", "",
		"_xmlsignatures/_rels/origin.sigs.rels", `<Relationships xmlns="`+package2006+`relationships"><Relationship Id="rId1" Type="`+package2006+`relationships/digital-signature/signature" Target="sig1.xml"/></Relationships>`,
		"_xmlsignatures/sig1.xml", `<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>`,
		"_rels/.rels", strings.Replace(p["_rels/.rels"], "</Relationships>", `<Relationship Id="rIdSig" Type="`+package2006+`relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>`, 1),
		opc.TypesPart, strings.Replace(p[opc.TypesPart], "</Types>", `<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/><Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"/></Types>`, 1))
	res, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "4", "8", ""})
	for name, text := range after {
		if strings.Contains(name, "signature") || strings.Contains(strings.ToLower(text), "signature") && name != "xl/worksheets/sheet2.xml" {
			t.Errorf("%s still speaks of signatures: %s", name, text)
		}
	}
	if !res.Unsigned || !strings.Contains(after["xl/worksheets/sheet2.xml"], "digitala signaturen") {
		t.Error("it is not said")
	}
	for _, fault := range booktest.Faults(t, res.Data) {
		t.Error(fault)
	}
}
