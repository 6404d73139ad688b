package overview

import (
	"bytes"
	"encoding/xml"
	"errors"
	escaped "html"
	"html/template"
	"io"
	"regexp"
	"strings"
	"testing"

	"riskbok/exporters/html"
	"riskbok/exporters/output"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func sample() *Overview {
	return &Overview{
		Year: 2026,
		Rows: []Row{
			{Board: "Hamnnämnden", Year: 2026, Errors: 2, Warnings: 1, NotChecked: 3, Risks: 9, Decided: model.Date{Year: 2025, Month: 11, Day: 20}, Highest: &Risk{"R3", "Kajen <b>rasar</b>", 16},
				Treatments: []Treatment{{"Minimera risk", 1}, {"Reducera risk", 8}}, Change: &Change{Added: 2},
				Outputs: Outputs{Plans: []string{"hamnnamnden-2026-internkontrollplan.xlsx"}, Lists: []string{"hamnnamnden-2026-fynd.xlsx"}}},
			{Board: "Hamnnämnden", Year: 2025, Risks: 7, Outputs: Outputs{Plans: []string{"hamnnamnden-2025-internkontrollplan.xlsx"}}},
			{Board: "<script>alert(1)</script>", Year: 2026, Missing: true},
			{Board: "Hög\u202eer", Risks: 1},
			{Board: "Kulturnämnden", Year: 2026, Unread: true, Files: []string{"2026/kultur <1>.xls"}},
			{Board: "Valnämnden", Year: 2026, OnlyBudget: true},
			{Year: 2026, Risks: 2, Errors: 1},
		},
		Files: []File{
			{Name: "2026/hamn & kaj.xlsx", State: Used, Rows: []RowKey{{"Hamnnämnden", 2026}}, Beside: []string{"b.xlsx"}},
			{Name: "trasig.xlsx", State: NotRead, Problem: &Problem{Code: "damaged-zip"}},
			{Name: "bild.jpg", State: Passed},
		},
		Spellings: []Spelling{{"Hamnnämnden", "Hamnämnden"}},
	}
}

func written(t *testing.T, o *Overview, tag string) string {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	data, err := HTML(o, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	again, err := HTML(o, output.Options{Lang: cat})
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("two runs differ (%v)", err)
	}
	return string(data)
}

// The page has a row for each board and year, links to what lies beside it, who has
// sent nothing and which files are no part of it, in every language.
func TestHTML(t *testing.T) {
	for _, tag := range lang.Tags() {
		page := written(t, sample(), tag)
		body := page[strings.Index(page, "<body>"):]
		for _, want := range []string{
			`<html lang="` + tag + `">`, `<h2 id="year-2026">2026</h2>`, `<h2 id="year-2025">2025</h2>`, `<h2 id="year-0">`, `id="missing"`, `id="unread"`, `id="files"`, `id="spellings"`,
			`href="hamnnamnden-2026-internkontrollplan.xlsx"`, `href="hamnnamnden-2026-fynd.xlsx"`, `href="hamnnamnden-2025-internkontrollplan.xlsx"`, "2025-11-20",
			"Kajen &lt;b&gt;rasar&lt;/b&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;", "hamn &amp; kaj.xlsx", `class="verdict bad"`, `<td class="amount bad">2</td>`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %s", tag, want)
			}
		}
		if strings.Index(body, "year-2026\">2026</h2>") > strings.Index(body, "year-2025\">2025</h2>") {
			t.Errorf("%s: the newest year does not stand first", tag)
		}
		for _, bad := range []string{"<script", "http:", "https:", "src=", "\u202e", "url(", "%!", "ZgotmplZ"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: the page has %s", tag, bad)
			}
		}
		if strings.Count(body, "trasig.xlsx") != 2 || strings.Count(body, "bild.jpg") != 1 {
			t.Errorf("%s: files that are no part of it: %d and %d times", tag, strings.Count(body, "trasig.xlsx"), strings.Count(body, "bild.jpg"))
		}
	}
}

// The page is made for all readers: its marks nest, places that are led to are there,
// and only its own style sheet may be used.
func TestPageIsSound(t *testing.T) {
	for _, o := range []*Overview{sample(), {}, {Year: 2026, Rows: []Row{{Board: "A", Year: 2026}}}} {
		page := written(t, o, "sv")
		ids := map[string]bool{}
		for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if ids[m[1]] {
				t.Errorf("the id %s stands twice", m[1])
			}
			ids[m[1]] = true
		}
		for _, m := range regexp.MustCompile(`(?:href="#|aria-labelledby=")([^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !ids[m[1]] {
				t.Errorf("nothing is called %s", m[1])
			}
		}
		css := regexp.MustCompile(`(?s)<style>\n(.*)</style>`).FindStringSubmatch(page)
		policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
		if css == nil || policy == nil || escaped.UnescapeString(policy[1]) != html.Policy(template.CSS(css[1])) {
			t.Error("the page has no policy that lets it use its style sheet")
		}
		d := xml.NewDecoder(strings.NewReader(page[strings.Index(page, "<body>"):strings.Index(page, "</html>")]))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("the marks do not nest: %v", err)
				break
			}
		}
	}
}
