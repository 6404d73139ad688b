package rich_test

import (
	"archive/zip"
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/rewrite"
	"riskbok/cmd/internal/rich"
	"riskbok/exporters/correction"
	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var (
	workbooks = flag.Int("workbooks", fulltest.Cases(20, 60), "how many workbooks are made")
	dump      = flag.String("dump", "", "a folder to write the workbooks and their corrected copies to")
)

// TestRich: of every rich workbook exactly the planted errors are told, fix
// corrects them, every stored result is kept or is the new right one, and what
// a correction need not touch is there byte for byte.
func TestRich(t *testing.T) {
	for seed := range *workbooks {
		w := rich.Make(seed)
		t.Run(w.Name+" "+strings.Join(w.Features, ","), func(t *testing.T) {
			t.Parallel()
			for _, fault := range booktest.Faults(t, w.Data) {
				t.Errorf("as it was made: %s", fault)
			}
			report, fixed := fix(t, w)
			told(t, w, report)
			if *dump != "" {
				write(t, filepath.Join(*dump, "before", w.Name), w.Data)
				write(t, filepath.Join(*dump, "after", w.Name), fixed.Output.Data)
			}
			if len(fixed.Refused) > 0 || fixed.Cleared > 0 {
				t.Errorf("refused %v, cleared %d results", fixed.Refused, fixed.Cleared)
			}
			if fixed.Unsigned != w.Signed {
				t.Errorf("it says that a signature went: %v", fixed.Unsigned)
			}
			for _, fault := range booktest.Faults(t, fixed.Output.Data) {
				t.Errorf("corrected: %s", fault)
			}
			compareParts(t, w, parts(t, w.Data), parts(t, fixed.Output.Data))
		})
	}
}

// fix reads a workbook and corrects it.
func fix(t *testing.T, w *rich.Workbook) (*rules.Report, *correction.Corrected) {
	t.Helper()
	in := model.File{ID: 1, Name: w.Name, Data: w.Data}
	report, err := rewrite.Read(in)
	if err != nil {
		t.Fatal(err)
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	fixed, err := correction.Correct(report, output.Options{Lang: cat, Version: "1", Input: func(int32) (model.File, error) { return in, nil }})
	if err != nil {
		t.Fatal(err)
	}
	if len(fixed) != 1 || fixed[0].Output.Data == nil {
		t.Fatalf("%d workbooks corrected", len(fixed))
	}
	return report, &fixed[0]
}

// told compares the errors of a report with those that were planted.
func told(t *testing.T, w *rich.Workbook, report *rules.Report) {
	t.Helper()
	var got, want []string
	for i := range report.Findings {
		if f := &report.Findings[i]; f.Severity == rules.Error {
			got = append(got, f.Rule+" "+report.Place(f.At).Sheet+" "+f.At.Cell()+" "+f.Expected)
		}
	}
	for _, e := range w.Planted {
		want = append(want, e.Rule+" "+rich.Register+" "+e.Cell+" "+e.Right)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("errors are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// touched are the parts that a correction may change or add: the sheets with an
// edit or a new result, styles, notes and their drawing, relations, content types
// and the workbook with the added sheet.
var touched = regexp.MustCompile(`^(\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/styles\.xml|xl/_rels/workbook\.xml\.rels|xl/worksheets/_rels/sheet1\.xml\.rels|xl/worksheets/sheet[12]\.xml)$`)

func compareParts(t *testing.T, w *rich.Workbook, before, after map[string]string) {
	t.Helper()
	for name, data := range before {
		got, there := after[name]
		switch {
		case w.Signed && strings.HasPrefix(name, "_xmlsignatures/"):
			if there {
				t.Errorf("%s is still there", name)
			}
		case !there:
			t.Errorf("%s is gone", name)
		case got != data && !touched.MatchString(name):
			t.Errorf("%s is not as it was", name)
		}
	}
	for i, sheet := range []string{rich.Register, "Översikt"} {
		name := []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"}[i]
		compareCells(t, w, sheet, before[name], after[name])
		around := func(data string) string {
			from, rest, _ := strings.Cut(data, "<sheetData>")
			_, to, _ := strings.Cut(rest, "</sheetData>")
			return from + to
		}
		if got := noteDrawing.ReplaceAllString(around(after[name]), ""); got != noteDrawing.ReplaceAllString(around(before[name]), "") {
			t.Errorf("%s: what stands around the cells is not as it was:\n%s\nwant\n%s", sheet, got, around(before[name]))
		}
	}
}

var (
	noteDrawing = regexp.MustCompile(`<legacyDrawing [^>]*>`)
	cells       = regexp.MustCompile(`<c r="([A-Z]+[0-9]+)"[^>]*>.*?</c>`)
	style       = regexp.MustCompile(` s="[0-9]+"`)
	result      = regexp.MustCompile(`<v[^>]*>([^<]*)</v>|<t[^>]*>([^<]*)</t>`)
)

// compareCells: the planted errors are corrected, results that follow from them
// are the new ones, and every other cell is as it was, but for its style where it
// is marked.
func compareCells(t *testing.T, w *rich.Workbook, sheet, before, after string) {
	t.Helper()
	right := map[string]string{}
	for _, e := range w.Planted {
		right[rich.Register+"!"+e.Cell] = e.Right
	}
	now := map[string]string{}
	for _, m := range cells.FindAllStringSubmatch(after, -1) {
		now[m[1]] = m[0]
	}
	for _, m := range cells.FindAllStringSubmatch(before, -1) {
		was, is, at := m[0], now[m[1]], sheet+"!"+m[1]
		delete(now, m[1])
		want, planted := right[at]
		if !planted {
			want = w.Results[at]
		}
		if want == "" {
			if is != was {
				t.Errorf("%s is %s, was %s", at, is, was)
			}
			continue
		}
		got := ""
		if v := result.FindStringSubmatch(is); v != nil {
			got = v[1] + v[2]
		}
		if got != want {
			t.Errorf("%s is %q, want %q (was %s)", at, got, want, was)
		}
		if !planted && result.ReplaceAllString(style.ReplaceAllString(is, ""), "") != result.ReplaceAllString(style.ReplaceAllString(was, ""), "") {
			t.Errorf("%s: the formula is %s, was %s", at, is, was)
		}
	}
	for at, cell := range now {
		if result.MatchString(cell) {
			t.Errorf("%s!%s was added: %s", sheet, at, cell)
		}
	}
}

// parts unpacks a workbook.
func parts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[f.Name] = string(part)
	}
	return out
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
