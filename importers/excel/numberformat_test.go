package excel

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/importers/grid"
	"riskbok/rules/model/numberformat"
)

// What is shown of a number: the text, the number as stored beside it.
func TestNumbersAsShown(t *testing.T) {
	for _, c := range []struct{ code, stored, want string }{
		{`"R"0`, "1", "R1"},
		{`"R"00`, "7", "R07"},
		{`00`, "3", "03"},
		{`0.00`, "1.1", "1.10"},
		{`0.0`, "1.1", "1.1"},
		{`0.0`, "12", "12.0"},
		{`0.##`, "12.5", "12.5"},
		{`0`, "2.5", "3"},
		{`0`, "-2.5", "-3"},
		{`#,##0`, "1250000", "1 250 000"},
		{`#,##0,`, "1250000", "1 250"},
		{`#,##0.0,`, "1250400", "1 250.4"},
		{`0.0,,`, "12500000", "12.5"},
		{`# ##0`, "1250", "1 250"},
		{`000 00`, "21115", "211 15"},
		{`0\-00`, "112", "1-12"},
		{`0 %`, "0.25", "25 %"},
		{`0.0%`, "0.125", "12.5%"},
		{`#,##0\ "tkr"`, "1250", "1 250 tkr"},
		{`#,##0 [$kr-41D]`, "1250", "1 250 kr"},
		{`0;(0)`, "-4", "(4)"},
		{`0.0;[Red]-0.0`, "-4", "-4.0"},
		{`_-* #,##0_-;\-* #,##0_-;_-* "-"??_-;_-@_-`, "-1250", "-1 250"},
		// What shows no digit, or what is not known for certain, stands as stored.
		{`0;;`, "0", ""},
		{`_-* #,##0_-;\-* #,##0_-;_-* "-"??_-;_-@_-`, "0", ""},
		{`"Ja";"Nej"`, "1", ""},
		{`;;;`, "6", ""},
		{`@`, "6", ""},
		{`General`, "6", ""},
		{`# ?/?`, "0.5", ""},
		{`0.00E+00`, "1250", ""},
		{`[>=100]0;0.0`, "7", ""},
	} {
		got := ""
		if f := numberformat.Read(c.code); f != nil {
			if text, ok := f.Shown(c.stored); ok {
				got = text
			}
		}
		if got != c.want {
			t.Errorf("%s of %s: %q, not %q", c.code, c.stored, got, c.want)
		}
	}
}

// Where excelize knows a format too, it shows the same; it sets thousands
// apart with a comma.
func TestShownAsExcelizeShows(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	codes := []string{`"R"0`, `00`, `0.00`, `0.0`, `0.##`, `#,##0`, `#,##0.00`, `0%`, `0.0%`, `0" kr"`, `0;(0)`, `#,##0;-#,##0`}
	numbers := []float64{0, 1, 1.1, 12, 12.25, 0.25, 1250, 1250000, -4, -1250.75, 99.5}
	for r, code := range codes {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			t.Fatal(err)
		}
		for c, n := range numbers {
			cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if err := f.SetCellValue("Sheet1", cell, n); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
				t.Fatal(err)
			}
		}
	}
	var buf bytes.Buffer
	if err := f.Write(&buf); err != nil {
		t.Fatal(err)
	}
	wb, err := read(t, buf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for r, code := range codes {
		for c := range numbers {
			cell := wb.Tables[0].Cell(r, c)
			want, err := f.GetCellValue("Sheet1", cell.At.Cell())
			if err != nil {
				t.Fatal(err)
			}
			if want = strings.ReplaceAll(want, ",", " "); cell.Text != want {
				t.Errorf("%s of %v: %q, excelize %q", code, numbers[c], cell.Text, want)
			}
		}
	}
}

// A day of which only the year is shown is that year.
func TestYearShown(t *testing.T) {
	f := numberformat.Read(`"Budget "yyyy`)
	if f == nil || numberformat.Read("yyyy-mm-dd") != nil || numberformat.Read("mmm yyyy") != nil {
		t.Fatal("formats of dates")
	}
	if got, ok := f.ShownYear("2025-01-01"); !ok || got != "Budget 2025" {
		t.Errorf("%q %v", got, ok)
	}
}

func TestStoredBesideShown(t *testing.T) {
	c := grid.Cell{Kind: grid.Number, Text: "1250000"}
	c.Show("1 250", -3)
	if c.Stored() != "1250000" || c.Clean() != "1 250" || c.Scale() != -3 {
		t.Errorf("%q %q %d", c.Stored(), c.Clean(), c.Scale())
	}
	if v := grid.DecimalValue(&c); v.V.String() != "1250" || v.Raw != "1250000" {
		t.Errorf("%v", v)
	}
	score := grid.Cell{Kind: grid.Number, Text: "12"}
	score.Show("12 p", 0)
	if v := grid.ScoreValue(&score); !v.OK || v.V != 12 {
		t.Errorf("%v", v)
	}
}
