package html

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"flag"
	"html"
	"html/template"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/causes"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, tag := range lang.Tags() {
		for name, r := range map[string]*rules.Report{"report": sample(), "empty": {}} {
			in := input(t, r, tag)
			if first, again := page(t, in), page(t, in); first != again {
				t.Error("two runs differ")
			}
			var b strings.Builder // without the style sheet, so that a difference can be read
			if err := Fragment(&b, in); err != nil {
				t.Fatal(err)
			}
			got := b.String()
			golden := "testdata/" + name + "." + tag + ".html"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; see it with -update and git diff", golden)
			}
		}
	}
}

var dataFindings = regexp.MustCompile(`data-findings="([0-9 ]*)"`)

// once holds that every finding stands in the page, and none twice.
func once(t *testing.T, p string, n int) {
	t.Helper()
	told := make([]int, n)
	for _, m := range dataFindings.FindAllStringSubmatch(p, -1) {
		for _, number := range strings.Fields(m[1]) {
			i, err := strconv.Atoi(number)
			if err != nil || i < 1 || i > n {
				t.Fatalf("finding %q of %d", number, n)
			}
			told[i-1]++
		}
	}
	for i, times := range told {
		if times != 1 {
			t.Errorf("finding %d stands %d times", i+1, times)
		}
	}
}

// TestOnce: every finding, every gap and every file of which nothing was checked
// stands in the page exactly once.
func TestOnce(t *testing.T) {
	r := sample()
	if len(r.Findings) < 8 {
		t.Fatalf("only %d findings", len(r.Findings))
	}
	p := page(t, input(t, r, "sv"))
	once(t, p, len(r.Findings))
	if n := strings.Count(p, "<article "); n != len(causesOf(t, r))+2 {
		t.Errorf("%d articles for %d causes and 2 files", n, len(causesOf(t, r)))
	}
	for _, name := range []string{"gammal.xls", "brev.docx"} {
		if n := strings.Count(p, "<h4>"+name+"</h4>"); n != 1 {
			t.Errorf("%s is told %d times", name, n)
		}
	}
	gaps := p[strings.Index(p, `class="gaps"`):strings.Index(p, `<nav `)]
	if n := strings.Count(gaps, "<li>"); n != 4 { // a table, a damaged sheet, two files
		t.Errorf("%d gaps beside the verdict: %s", n, gaps)
	}
}

func causesOf(t *testing.T, r *rules.Report) []causes.Cause {
	return causes.New(r, input(t, r, "sv").Lang).All()
}

// TestManyBoards: each board has its part, and each finding still stands once.
func TestManyBoards(t *testing.T) {
	var docs []*model.Document
	for i := range 30 {
		id := int32(i + 1)
		d := &model.Document{ID: id, File: "n" + strconv.Itoa(i) + ".xlsx", Kind: model.KindWorkbook}
		d.Places = []model.Place{{File: d.File, Sheet: "Riskanalys"}, {File: d.File, Sheet: "Skala"}}
		d.Scales = []model.Scale{usual(id, 1)}
		d.Registers = []model.Register{register(id, 0, "Nämnd "+strconv.Itoa(i), 2026, "R1|Fel nummer|Ofta|Stor|6|Minimera|Minimera|Gör|Chef|T1", "R2|Annat|Sällan|Liten|1|Acceptera|Acceptera|||")}
		docs = append(docs, d)
	}
	r := &rules.Report{Documents: docs}
	r.Books, r.Findings = rules.Check(docs, rules.Settings{})
	p := page(t, input(t, r, "sv"))
	once(t, p, len(r.Findings))
	if n := strings.Count(p, `<svg class="map"`); n != 30 {
		t.Errorf("%d maps", n)
	}
	sound(t, p)
}

// sound holds that a page is well-formed, that its headings go down one level at
// a time, that every link leads somewhere in it and that nothing leaves it.
func sound(t *testing.T, p string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(p, "<!DOCTYPE html>")))
	d.AutoClose, d.Entity, d.Strict = []string{"meta"}, xml.HTMLEntity, false
	level := 1
	ids, links := map[string]bool{}, map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if name := e.Name.Local; len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' {
			n := int(name[1] - '0')
			if n > level+1 {
				t.Errorf("a heading of level %d follows one of %d", n, level)
			}
			level = n
		}
		if slices.Contains([]string{"script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use"}, e.Name.Local) {
			t.Errorf("the page has an element %s", e.Name.Local)
		}
		for _, a := range e.Attr {
			switch name := strings.ToLower(a.Name.Local); {
			case name == "id":
				if ids[a.Value] {
					t.Errorf("two elements are called %s", a.Value)
				}
				ids[a.Value] = true
			case name == "href":
				links[a.Value] = true
			case strings.HasPrefix(name, "on") || name == "style" || name == "src":
				t.Errorf("the page has an attribute %s", name)
			}
		}
	}
	for l := range links {
		if !strings.HasPrefix(l, "#") || !ids[l[1:]] {
			t.Errorf("a link to %q leads nowhere", l)
		}
	}
	for _, never := range []string{"http:", "https:", "url(", "@import", "ZgotmplZ"} {
		if strings.Contains(p, never) {
			t.Errorf("the page has %s", never)
		}
	}
}

func TestSound(t *testing.T) {
	for _, tag := range lang.Tags() {
		for _, r := range []*rules.Report{sample(), {}} {
			p := page(t, input(t, r, tag))
			sound(t, p)
			for _, always := range []string{`<html lang="` + tag + `">`, "<main id=\"top\">", "<h1>", `name="viewport"`, "Content-Security-Policy"} {
				if !strings.Contains(p, always) {
					t.Errorf("the page lacks %s", always)
				}
			}
		}
	}
}

// TestPolicy: the page's own style sheet is the only thing that its policy lets
// it use.
func TestPolicy(t *testing.T) {
	p := page(t, input(t, sample(), "sv"))
	_, rest, _ := strings.Cut(p, "<style>")
	css, _, _ := strings.Cut(rest, "</style>")
	sum := sha256.Sum256([]byte(css))
	_, rest, _ = strings.Cut(p, `http-equiv="Content-Security-Policy" content="`)
	got, _, _ := strings.Cut(rest, `">`)
	if want := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"; html.UnescapeString(got) != want {
		t.Errorf("got %s, want %s", html.UnescapeString(got), want)
	}
}

func TestOurs(t *testing.T) {
	p := []byte(page(t, input(t, sample(), "sv")))
	for name, tc := range map[string]struct {
		content       string
		ours, changed bool
	}{
		"as written":      {string(p), true, false},
		"a word changed":  {strings.Replace(string(p), "Hamnnämnden", "Xamnnämnden", 1), true, true},
		"something added": {string(p) + "\n", true, true},
		"the hash":        {strings.Replace(string(p), markBegins, markBegins+"0", 1), true, true},
		"without mark":    {strings.Replace(string(p), "riskbok-report", "report", 1), false, false},
		"another page":    {"<!DOCTYPE html><html><body>" + strings.Repeat(" ", markWithin) + string(p), false, false},
		"nothing":         {"", false, false},
		"cut":             {string(p[:markAt(p)+10]), false, false},
	} {
		if ours, changed := Ours([]byte(tc.content)); ours != tc.ours || changed != tc.changed {
			t.Errorf("%s: ours %v, changed %v", name, ours, changed)
		}
	}
}

// TestControls: a local page's own parts stand where they belong, once each, and
// such a page is not marked as a file of ours.
func TestControls(t *testing.T) {
	r := sample()
	in := input(t, r, "sv")
	in.Controls = &Controls{
		Head: `<link rel="icon">`, Top: "<p>TOP</p>", Bottom: "<p>BOTTOM</p>",
		Cause:  func(c *causes.Cause) template.HTML { return template.HTML("<input value=" + c.Head().Rule + ">") },
		File:   func(file string) template.HTML { return "<button>FILE</button>" },
		Column: func(*model.Column) template.HTML { return "<select></select>" },
	}
	p := page(t, in)
	if ours, _ := Ours([]byte(p)); ours || strings.Contains(p, "Content-Security-Policy") {
		t.Error("a page with controls is marked as a file of ours")
	}
	for part, want := range map[string]int{
		`<link rel="icon">`: 1, "<p>TOP</p>": 1, "<p>BOTTOM</p>": 1, "<input value=": len(causesOf(t, r)), "<button>FILE</button>": 3, "<select></select>": 35,
	} {
		if n := strings.Count(p, part); n != want {
			t.Errorf("%s stands %d times, want %d", part, n, want)
		}
	}
	var b strings.Builder
	if err := Fragment(&b, in); err != nil {
		t.Fatal(err)
	}
	if part := b.String(); strings.Contains(part, "<html") || strings.Contains(part, "<style") || !strings.Contains(part, "TOP") || !strings.Contains(p, strings.TrimSpace(part)) {
		t.Error("the fragment is not what stands in the page")
	}
}

// TestTexts: every text that templates and code ask for is there, and none that
// nobody asks for.
func TestTexts(t *testing.T) {
	asked := map[string]bool{}
	var begun []string
	key := regexp.MustCompile(`"(html\.[a-zA-Z.-]+)"`)
	for _, pattern := range []string{"*.go", "*.html"} {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			for _, m := range key.FindAllStringSubmatch(string(data), -1) {
				if strings.HasSuffix(m[1], ".") {
					begun = append(begun, m[1])
				}
				asked[m[1]] = true
			}
		}
	}
	for _, tag := range lang.Tags() {
		cat := input(t, nil, tag).Lang
		for k := range asked {
			if !cat.Has(k) && !cat.Has(k+".one") && !strings.HasSuffix(k, ".") {
				t.Errorf("%s: no text %s", tag, k)
			}
		}
		for _, d := range []decider{automatic, partly, suggested, judgement, paper, unread, byHand} {
			if !cat.Has("html.verdict."+string(d)+".one") || d != partly && !cat.Has("html.decides."+string(d)) {
				t.Errorf("%s: no text for who decides: %s", tag, d)
			}
		}
		for _, k := range cat.Keys() {
			used := asked[strings.TrimSuffix(strings.TrimSuffix(k, ".one"), ".other")] || asked[k] ||
				slices.ContainsFunc(begun, func(b string) bool { return strings.HasPrefix(k, b) })
			if strings.HasPrefix(k, "html.") && !used {
				t.Errorf("%s: nobody asks for %s", tag, k)
			}
		}
	}
}
