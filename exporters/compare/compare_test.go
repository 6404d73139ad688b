package compare

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, f := range All {
		for _, tag := range lang.Tags() {
			c, r := sample()
			files, err := f.Render(c, r, options(t, tag))
			if err != nil {
				t.Fatal(err)
			}
			c, r = sample()
			if again, _ := f.Render(c, r, options(t, tag)); !bytes.Equal(files[0].Data, again[0].Data) {
				t.Errorf("%s: two runs differ", f.Name)
			}
			got := files[0].Data
			if f.Name == "xlsx" {
				got = []byte(booktest.List(t, got))
			}
			golden := "testdata/sample." + tag + "." + f.Name
			if f.Name == "xlsx" || f.Name == "text" {
				golden += ".txt"
			}
			if *update {
				if err := os.WriteFile(golden, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs:\n%s", golden, got)
			}
		}
	}
}

// TestText: no line is too long, and nothing steers the terminal.
func TestText(t *testing.T) {
	c, r := sample()
	opts := options(t, "sv")
	files, err := Text(c, r, opts)
	if err != nil {
		t.Fatal(err)
	}
	plain := string(files[0].Data)
	for l := range strings.Lines(plain) {
		if utf8.RuneCountInString(strings.TrimRight(l, "\n")) > width {
			t.Errorf("%d characters: %s", utf8.RuneCountInString(l), l)
		}
	}
	if strings.ContainsRune(plain, '\x1b') {
		t.Error("a control character is left")
	}
	opts.Color = true
	files, _ = Text(c, r, opts)
	colored := string(files[0].Data)
	if uncolored := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(colored); uncolored != plain || colored == plain {
		t.Error("colours say something else")
	}
}

// TestHTML: the page is well-formed, holds no script and asks for nothing from
// elsewhere; a document's text stays text.
func TestHTML(t *testing.T) {
	c, r := sample()
	files, err := HTML(c, r, options(t, "sv"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(files[0].Data)
	for _, never := range []string{"<script", "http:", "https:", "src=", "url(", "@import", "<faktureras>", "ZgotmplZ", "<link"} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %s", never)
		}
	}
	for _, always := range []string{`<html lang="sv">`, "<main>", "<h1>", "&lt;faktureras&gt;", "<del>", "<ins>", `name="viewport"`} {
		if !strings.Contains(page, always) {
			t.Errorf("the page lacks %s", always)
		}
	}
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(page, "<!DOCTYPE html>")))
	d.AutoClose = []string{"meta"}
	d.Strict = false
	level := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		// headings go down one level at a time
		if e, ok := token.(xml.StartElement); ok && len(e.Name.Local) == 2 && e.Name.Local[0] == 'h' && e.Name.Local[1] >= '1' && e.Name.Local[1] <= '6' {
			n := int(e.Name.Local[1] - '0')
			if n > level+1 {
				t.Errorf("a heading h%d below h%d", n, level)
			}
			level = n
		}
	}
}

// The contract, word for word: field names that other programs rely on.
func TestContract(t *testing.T) {
	c, r := sample()
	files, err := JSON(c, r, options(t, "sv"))
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(files[0].Data, &v); err != nil {
		t.Fatal(err)
	}
	for path, keys := range map[string]string{
		"":                               "comparisons notChecked notCompared version",
		"comparisons":                    "followUp new noFollowUp old pairedBy risks scaleChanged summary",
		"comparisons.old":                "board files year",
		"comparisons.risks":              "changes match new old",
		"comparisons.risks.new":          "event location number",
		"comparisons.risks.match":        "ambiguous by otherNew otherOld score",
		"comparisons.risks.changes":      "field kind levelsNew levelsOld new newLocation old oldLocation valueNew valueOld",
		"comparisons.risks.new.location": "cell file page sheet",
	} {
		if got := keysAt(v, path); got != keys {
			t.Errorf("%s has %q, want %q", path, got, keys)
		}
	}
	if strings.Contains(string(files[0].Data), "null,\n          \"changes\": null") {
		t.Error("a list is null")
	}
}

// keysAt gives the sorted keys of the first object at a path; in lists the
// first item is taken.
func keysAt(v any, path string) string {
	for _, key := range strings.Fields(strings.ReplaceAll(path, ".", " ")) {
		v = first(v).(map[string]any)[key]
	}
	keys := []string{}
	for _, k := range reflect.ValueOf(first(v)).MapKeys() {
		keys = append(keys, k.String())
	}
	return strings.Join(sorted(keys), " ")
}

func first(v any) any {
	if list, ok := v.([]any); ok {
		return list[0]
	}
	return v
}

func sorted(s []string) []string {
	for i := range s {
		for j := i; j > 0 && s[j] < s[j-1]; j-- {
			s[j], s[j-1] = s[j-1], s[j]
		}
	}
	return s
}

// Every kind, field and reason has its words.
func TestWords(t *testing.T) {
	var keys []string
	for _, k := range compare.Kinds {
		keys = append(keys, "compare.kind."+string(k), "compare.section."+string(k))
	}
	for _, f := range []model.Field{model.FieldNumber, model.FieldArea, model.FieldEvent, model.FieldScore, model.FieldTreatment, model.FieldDirection,
		model.FieldAction, model.FieldCost, model.FieldOwner, model.FieldReporting, model.FieldPeriod} {
		keys = append(keys, "compare.field."+string(f))
	}
	for _, m := range []compare.MatchedBy{compare.ByText, compare.ByNumberText, compare.ByAlike, compare.ByNumberAction, compare.ByNumber} {
		keys = append(keys, "compare.match."+string(m))
	}
	keys = append(keys, "compare.by.content", "compare.by.only", "compare.no-followup.old", "compare.no-followup.new", "compare.section.row-added", "compare.section.row-dropped", "compare.column.old", "compare.column.new")
	for _, tag := range lang.Tags() {
		for _, k := range keys {
			if cat := options(t, tag).Lang; !cat.Has(k) {
				t.Errorf("%s: no %s", tag, k)
			}
		}
	}
}

func TestNothing(t *testing.T) {
	for _, f := range All {
		files, err := f.Render(&compare.Comparison{}, &rules.Report{}, options(t, "sv"))
		if err != nil {
			t.Fatal(err)
		}
		got := string(files[0].Data)
		switch f.Name {
		case "xlsx":
			got = booktest.List(t, files[0].Data)
		case "json":
			continue
		}
		if !strings.Contains(got, "ingen riskanalys") {
			t.Errorf("%s: %s", f.Name, got)
		}
	}
}

func TestRanges(t *testing.T) {
	for in, want := range map[string]string{
		"R1 R2 R3 R5": "R1–R3, R5", "R1 R2": "R1, R2", "1 2 3 4": "1–4", "R1 B2 B3 B4": "R1, B2–B4", "a b c": "a, b, c", "": "", "R9 R10 R11": "R9–R11",
	} {
		if got := ranges(strings.Fields(in)); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestDiff(t *testing.T) {
	for _, tc := range []struct{ old, new, want string }{
		{"kajen rasar vid storm", "kajen rasar vid kraftig storm", "kajen rasar vid +kraftig storm"},
		{"kajen rasar", "kajen faller", "kajen -rasar +faller"},
		{"", "nytt", "+nytt"}, {"bort", "", "-bort"}, {"lika", "lika", "lika"},
		{"helt andra ord", "inget är gemensamt här", "-helt andra ord +inget är gemensamt här"},
		{strings.Repeat("x ", 500), "x", "-" + strings.Repeat("x ", 500) + " +x"},
	} {
		var parts []string
		for _, p := range diffWords(tc.old, tc.new) {
			mark := ""
			if p.Deleted {
				mark = "-"
			} else if p.Inserted {
				mark = "+"
			}
			parts = append(parts, mark+p.Text)
		}
		if got := strings.Join(parts, " "); got != tc.want {
			t.Errorf("%q to %q: got %q, want %q", tc.old, tc.new, got, tc.want)
		}
	}
}

// What could not be read of the two sides is said in every format.
func TestNotChecked(t *testing.T) {
	r := &rules.Report{
		Documents:  []*model.Document{{ID: 1, File: "ny.xlsx", Places: []model.Place{{File: "ny.xlsx", Sheet: "Plan"}}}},
		Findings:   []rules.Finding{{Rule: rules.NotChecked, Variant: string(model.UnusedCells), At: model.Source{Doc: 1, Row: 4, Col: 2}}, {Rule: "undecided"}},
		PassedOver: []rules.Unreadable{{File: "brev.docx", Code: "docx"}},
	}
	for _, f := range All {
		files, err := f.Render(&compare.Comparison{}, r, options(t, "sv"))
		if err != nil {
			t.Fatal(err)
		}
		got, wants := string(files[0].Data), []string{"ny.xlsx", "B4", "Här står nivåer", "brev.docx"}
		if f.Name == "xlsx" {
			got, wants = booktest.List(t, files[0].Data), []string{"2 saker är inte lästa fullt ut"}
		}
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", f.Name, want, got)
			}
		}
	}
}

// TestBoardOnce: where two editions are compared the title names them, not every
// row; and files are named without folders.
func TestBoardOnce(t *testing.T) {
	c, r := sample()
	for _, d := range r.Documents {
		d.File = "/home/anna/" + d.File
	}
	c.Pairs = append(c.Pairs[:1:1], c.Pairs[0])
	for _, n := range []int{2, 1} {
		c.Pairs = c.Pairs[:n]
		files, err := Excel(c, r, options(t, "sv"))
		if err != nil {
			t.Fatal(err)
		}
		got := booktest.List(t, files[0].Data)
		if strings.Contains(got, `"Nämnd"`) != (n > 1) {
			t.Errorf("%d pairs:\n%s", n, got)
		}
		page, _ := HTML(c, r, options(t, "sv"))
		if all := got + string(page[0].Data); strings.Contains(all, "anna/") {
			t.Errorf("a folder is told:\n%s", all)
		}
	}
}

// TestFurtherValuation: every format says of which valuation a value changed.
func TestFurtherValuation(t *testing.T) {
	for _, f := range All {
		c, r := sample()
		it := &c.Pairs[0].Items[0]
		it.Changes = append(it.Changes, compare.Change{
			Kind: compare.Changed, Field: model.FieldScore, Old: "12", New: "4", LevelsOld: "Ofta × Enorm", LevelsNew: "Sällan × Enorm", Valuation: "sedan pirarna lagats",
		})
		files, err := f.Render(c, r, options(t, "sv"))
		if err != nil {
			t.Fatal(err)
		}
		got := string(files[0].Data)
		if f.Name == "xlsx" {
			got = booktest.List(t, files[0].Data)
		}
		if !strings.Contains(got, "sedan pirarna lagats") {
			t.Errorf("%s does not name the valuation", f.Name)
		}
	}
}
