package pdf

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// TestRunning: what stands near the edges of all pages, but for its numbers, is no
// row of the table that ends and begins close to it, and stays text of the page.
func TestRunning(t *testing.T) {
	at := func(x, y float64, s string) string {
		return fmt.Sprintf("BT /F1 9 Tf %g %g Td (%s) Tj ET\n", x, 842-y, s)
	}
	page := func(nr int, top float64, rows ...string) string {
		s := at(50, 30, "Hamnen - Dnr 2025/17") + at(450, 815, fmt.Sprintf("Sida %d", nr))
		for i, r := range rows {
			for k, cell := range strings.Split(r, "|") {
				s += at([]float64{50, 90, 300, 450}[k], top+20*float64(i), cell)
			}
		}
		return s
	}
	data := pdftest.Pages([]string{
		page(1, 717, "Nr|Risk|Niva|Ansvarig", "R1|Brand|Liten|Chefen", "R2|Stold|Stor|Vakten", "R3|Fukt|Stor|Chefen", "R4|Drag|Liten|Chefen"),
		page(2, 45, "R5|Damm|Liten|Chefen", "R6|Buller|Stor|Vakten", "R7|Rost|Stor|Chefen"),
	}, "")
	pages, err := Scan(t.Context(), model.File{Name: "a.pdf", Data: data}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages.Tables) != 1 || len(pages.Tables[0].Rows) != 8 {
		t.Fatalf("%d tables: %+v", len(pages.Tables), pages.Tables)
	}
	for i, r := range pages.Tables[0].Rows {
		if len(r) != 4 || i > 0 && r[0].Text != fmt.Sprintf("R%d", i) {
			t.Errorf("row %d: %+v", i, r)
		}
		for _, c := range r {
			if strings.Contains(c.Text, "Sida") || strings.Contains(c.Text, "Dnr") {
				t.Errorf("row %d: %q", i, c.Text)
			}
		}
	}
	for _, p := range pages.Pages {
		if s := fmt.Sprint(p.Words); !strings.Contains(s, "2025/17") || !strings.Contains(s, "Sida") {
			t.Errorf("page %d lost its header or footer: %s", p.Number, s)
		}
	}
}

// TestTallFooter: a footer that reaches further up the page does not part the rows of
// a table that goes on without headings, but other text below the table does.
func TestTallFooter(t *testing.T) {
	at := func(x, y float64, s string) string {
		return fmt.Sprintf("BT /F1 9 Tf %g %g Td (%s) Tj ET\n", x, 842-y, s)
	}
	page := func(foot string, rows ...string) string {
		s := at(50, 755, foot) + at(50, 767, "Hamnen - Dnr 2025/17")
		for i, r := range rows {
			for k, cell := range strings.Split(r, "|") {
				s += at([]float64{50, 90, 300, 450}[k], 60+20*float64(i), cell)
			}
		}
		return s
	}
	for _, c := range []struct {
		feet [2]string
		want int
	}{
		{[2]string{"Faststalld 2025-01-17, sida 1", "Faststalld 2025-01-17, sida 2"}, 1},
		{[2]string{"Riskerna ovan ska granskas i maj", "Faststalld 2025-01-17, sida 2"}, 2},
	} {
		data := pdftest.Pages([]string{
			page(c.feet[0], "Nr|Risk|Niva|Ansvarig", "R1|Brand|Liten|Chefen", "R2|Stold|Stor|Vakten", "R3|Fukt|Stor|Chefen", "R4|Drag|Liten|Chefen"),
			page(c.feet[1], "R5|Damm|Liten|Chefen", "R6|Buller|Stor|Vakten", "R7|Rost|Stor|Chefen"),
		}, "")
		pages, err := Scan(t.Context(), model.File{Name: "a.pdf", Data: data}, source.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(pages.Tables) != c.want {
			t.Errorf("%q: %d tables, expected %d", c.feet[0], len(pages.Tables), c.want)
		}
	}
}
