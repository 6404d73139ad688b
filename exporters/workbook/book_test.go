package workbook

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook/booktest"
)

// written makes a workbook of some sheets, printed and marked as riskbok's own,
// and reads it anew.
func written(t *testing.T, sheets ...*Sheet) *excelize.File {
	t.Helper()
	f := excelize.NewFile().SetZipWriter(NewOrdered)
	t.Cleanup(func() { f.Close() })
	var names []string
	for _, s := range sheets {
		names = append(names, s.Name)
	}
	must(t, Tabs(f, names...))
	st := NewStyles(f)
	for _, s := range sheets {
		must(t, s.Prepare(f))
		must(t, s.Stream(f, st, Panes(1, 1), func(*excelize.StreamWriter) error {
			return s.Print(f, Footer("Hamn & kaj", s.Name, "Sida &P"), 0, -1)
		}))
		must(t, hidden(f, s.Name, OwnName, `"riskbok"`))
	}
	must(t, Describe(f, About{Title: "Plan\x00", Subject: "Hamn", Description: "Prov", Language: "sv-SE"}))
	var b bytes.Buffer
	must(t, f.Write(&b))
	return booktest.Open(t, b.Bytes())
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// sheet is a small one with every kind of cell.
func sheet(name string) *Sheet {
	s := NewSheet(name, 10, 20, 30)
	s.Set(0, 0, Cell{Value: "Rubrik", Look: LookTitle})
	s.Set(3, 0, Cell{Value: "a\nb\nc", Look: LookInput})
	s.Set(3, 1, Cell{Value: 7.5, Formula: "1+6.5", Look: Look{Font: BodyFont, Right: true, NoWrap: true, Locked: true, Format: "0.00"}})
	s.Set(3, 2, Cell{Value: "=1+1", Look: LookOwn})
	s.Set(4, 0, Cell{Value: strings.Repeat("ord ", 20), Look: LookInput})
	s.Merge(4, 0, 2)
	s.Heights[1] = 33
	return s
}

func TestBook(t *testing.T) {
	f := written(t, sheet("Ett"), sheet("Två"))
	if got := strings.Join(f.GetSheetList(), "|"); got != "Ett|Två" || f.GetActiveSheetIndex() != 0 {
		t.Errorf("tabs are %s, opened on %d", got, f.GetActiveSheetIndex())
	}
	p, err := f.GetDocProps()
	must(t, err)
	if p.Title != "Plan" || p.Subject != "Hamn" || p.Creator != "riskbok" || p.Language != "sv-SE" || p.Created != created || p.Modified != created {
		t.Errorf("properties are %+v", p)
	}
	own := map[string]bool{}
	for _, d := range f.WorkBook.DefinedNames.DefinedName {
		own[d.Name] = d.Hidden
	}
	if n := len(f.GetDefinedName()); n != 2 || !own[OwnName] {
		t.Errorf("%d names, %v", n, own)
	}
}

// TestLooks: alignment, formats and the mark of a text that begins as a
// formula reach the styles.
func TestLooks(t *testing.T) {
	f := written(t, sheet("Ett"))
	style := func(at string) (*excelize.Style, bool) {
		id, err := f.GetCellStyle("Ett", at)
		must(t, err)
		st, err := f.GetStyle(id)
		must(t, err)
		q := f.Styles.CellXfs.Xf[id].QuotePrefix
		return st, q != nil && *q
	}
	number, _ := style("B4")
	if a := number.Alignment; a.Horizontal != "right" || a.Indent != 1 || a.WrapText || a.Vertical != "top" {
		t.Errorf("a number stands %+v", a)
	}
	if number.CustomNumFmt == nil || *number.CustomNumFmt != "0.00" {
		t.Error("a number has no format")
	}
	if text, quoted := style("C4"); !quoted || !text.Alignment.WrapText || len(text.Border) != 4 {
		t.Errorf("a text is quoted %v, %+v", quoted, text)
	}
	if _, quoted := style("A4"); quoted {
		t.Error("a plain text is quoted")
	}
	formula, err := f.GetCellFormula("Ett", "B4")
	must(t, err)
	if value, _ := f.GetCellValue("Ett", "B4", excelize.Options{RawCellValue: true}); formula != "1+6.5" || value != "7.5" {
		t.Errorf("formula %s, stored %s", formula, value)
	}
}

// TestRows: rows are as high as their highest text in the room it has, and at
// least as high as was asked for, also where they are empty.
func TestRows(t *testing.T) {
	f := written(t, sheet("Ett"))
	three, _ := BodyFont.Height(3)
	two, _ := BodyFont.Height(2)
	for row, want := range map[int]float64{2: 33, 4: three, 5: two} {
		if got, err := f.GetRowHeight("Ett", row); err != nil || math.Abs(got-want) > 0.01 {
			t.Errorf("row %d is %v points high, want %v (%v)", row, got, want, err)
		}
	}
}

// TestPrint: a sheet fits the paper's width, A3 where it is wide, or has a
// scale, and then page breaks.
func TestPrint(t *testing.T) {
	fit, wide, scaled := sheet("Ett"), sheet("Två"), sheet("Tre")
	fit.Widths, wide.Widths = []float64{80, 80, 45}, []float64{80, 80, 60}
	scaled.Widths = wide.Widths
	scaled.ScaleTo(scaled.Pixels(3))
	scaled.Breaks = []int{3}
	f := written(t, fit, wide, scaled)
	for _, tt := range []struct {
		name  string
		fit   bool
		size  int
		scale uint
	}{{"Ett", true, paperA4, 100}, {"Två", true, paperA3, 100}, {"Tre", false, paperA4, 63}} {
		props, err := f.GetSheetProps(tt.name)
		must(t, err)
		if got := props.FitToPage != nil && *props.FitToPage; got != tt.fit {
			t.Errorf("%s: fitted %v", tt.name, got)
		}
		l, err := f.GetPageLayout(tt.name)
		must(t, err)
		scale := uint(100)
		if l.AdjustTo != nil && *l.AdjustTo != 0 {
			scale = *l.AdjustTo
		}
		if *l.Size != tt.size || *l.Orientation != "landscape" || scale != tt.scale {
			t.Errorf("%s: paper %d, %s, %d %%", tt.name, *l.Size, *l.Orientation, scale)
		}
		h, err := f.GetHeaderFooter(tt.name)
		must(t, err)
		if want := "&LHamn && kaj – " + tt.name + "&RSida &P"; h.OddFooter != want {
			t.Errorf("footer is %s, want %s", h.OddFooter, want)
		}
	}
	for part, want := range map[string]bool{"xl/worksheets/sheet1.xml": false, "xl/worksheets/sheet3.xml": true} {
		data, _ := f.Pkg.Load(part)
		text, _ := data.([]byte)
		if got := bytes.Contains(text, []byte(`<brk id="3"`)); len(text) == 0 || got != want {
			t.Errorf("%s breaks pages after row 3: %v, want %v", part, got, want)
		}
	}
	if s := NewSheet("", 10); s.Pixels(3) != 225 {
		t.Errorf("three columns are %v pixels", s.Pixels(3))
	}
	for pixels, want := range map[float64]uint{1: 100, 1e6: 25} {
		s := NewSheet("", 10)
		if s.ScaleTo(pixels); s.Scale != want {
			t.Errorf("%v pixels are printed at %d %%", pixels, s.Scale)
		}
	}
}
