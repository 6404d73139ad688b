package minutes

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestRead reads the typed documents of testdata. Those whose name begins with
// "scan" are set with the wavering sizes of recognized text.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no test data", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc := &model.Document{}
			got := printed(Read(doc, pagesOf(t, string(text), strings.HasPrefix(name, "scan")), config.MeetingWords(), nil), doc)
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("read:\n%s\nexpected:\n%s", got, want)
			}
		})
	}
}

// TestReadNothing: pages without meetings give none, and nothing is unread.
func TestReadNothing(t *testing.T) {
	for _, text := range []string{
		"",
		"=== 595x842\n",
		"=== 595x842\n# Hamnens vinterförvaring\n\nBåtarna står på land från oktober till april.\n",
		"=== 842x595\n# Riskanalys\nNämnd: Hamnnämnden\nUpprättad: 2031-10-12\n| Nr   Risk   Sannolikhet   Konsekvens\n",
	} {
		doc := &model.Document{}
		if got := Read(doc, pagesOf(t, text, false), config.MeetingWords(), nil); len(got) != 0 || len(doc.Unread) != 0 {
			t.Errorf("%q: %s", text, printed(got, doc))
		}
	}
}

// FuzzRead: no text on a page, in whatever order, makes reading fail, and the
// case numbers and texts that come out stood on the pages.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), true)
	}
	f.Fuzz(func(t *testing.T, text string, noise bool) {
		if len(text) > 20000 {
			return
		}
		pages := fuzzPages(text, noise)
		var all strings.Builder
		for _, p := range pages {
			for _, l := range p.Lines {
				all.WriteString(model.Clean(l.Text) + "\n")
			}
		}
		for _, m := range Read(&model.Document{}, pages, config.MeetingWords(), nil) {
			for _, it := range m.Items {
				if it.CaseNumber.OK && !strings.Contains(all.String(), it.CaseNumber.V) {
					t.Errorf("case number %q does not stand there", it.CaseNumber.V)
				}
			}
		}
	})
}

// fuzzPages sets any text on pages, without the marks of the test format.
func fuzzPages(text string, noise bool) []grid.Page {
	var pages []grid.Page
	y := 0.0
	for _, line := range strings.Split(text, "\n") {
		if len(pages) == 0 || strings.HasPrefix(line, "===") || y < 20 {
			pages = append(pages, grid.Page{Number: len(pages) + 1, Place: int32(len(pages)), Width: 595, Height: 842})
			y = 780
			continue
		}
		if line == "" {
			y -= 10
			continue
		}
		y = addLine(&pages[len(pages)-1], line, y, noise)
	}
	return pages
}

func BenchmarkRead(b *testing.B) {
	text, err := os.ReadFile("testdata/book.txt")
	if err != nil {
		b.Fatal(err)
	}
	pages := pagesOf(b, strings.Repeat(string(text), 10), false)
	words := config.MeetingWords()
	for b.Loop() {
		Read(&model.Document{}, pages, words, nil)
	}
	b.ReportMetric(float64(len(pages))*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
}

// TestPapers: minutes of several boards in one file are a meeting each, whether
// their numbers go on or begin anew; a board that is only told, or cited, in a
// paper begins none.
func TestPapers(t *testing.T) {
	paper := func(head, number string) string {
		return "=== 595x842\n" + head + "\n" + number + " Bryggor i viken\nDnr HN 2031/" + number[len("§ "):] + "\n** Beslut\n" + number + " byggs.\n** Beslutet skickas till\nKansliet\n"
	}
	for name, tc := range map[string]struct {
		text string
		want string
	}{
		"numbers that go on":     {paper("Protokoll\nHamnnämnden\n2031-02-11", "§ 5") + paper("Protokoll\nKajnämnden\n2031-02-12", "§ 6"), "Hamnnämnden § 5; Kajnämnden § 6"},
		"anew":                   {paper("Protokoll\nHamnnämnden\n2031-02-11", "§ 5") + paper("Protokoll\nKajnämnden\n2031-02-11", "§ 1"), "Hamnnämnden § 5; Kajnämnden § 1"},
		"three, headed alike":    {paper("Protokoll\nHamnnämnden\n2031-02-11", "§ 5") + paper("Protokoll\nKajnämnden\n2031-02-12", "§ 9") + paper("Protokoll\nFyrnämnden\n2031-02-13", "§ 14"), "Hamnnämnden § 5; Kajnämnden § 9; Fyrnämnden § 14"},
		"board before the form":  {paper("# Hamnnämnden protokoll\n2031-02-11", "§ 5") + paper("# Kajnämnden protokoll\n2031-02-12", "§ 8"), "Hamnnämnden § 5; Kajnämnden § 8"},
		"numbers far apart":      {paper("Protokoll\nHamnnämnden\n2031-02-11", "§ 5") + paper("Protokoll\nKajnämnden\n2031-02-12", "§ 88"), "Hamnnämnden § 5; Kajnämnden § 88"},
		"told over a page break": {paper("Protokoll\nHamnnämnden\n2031-02-11", "§ 5") + paper("Protokoll\nHamnnämnden\n2031-02-11\n\nKajnämnden", "§ 6"), "Hamnnämnden § 5; Hamnnämnden § 6"},
		"cited on the next page": {paper("Protokoll   2031-02-11", "§ 5") + paper("Protokoll   2031-02-11\n\n** Tidigare beslut\nKajnämnden 2030-11-02", "§ 6"), " § 5;  § 6"},
	} {
		doc := &model.Document{}
		var got []string
		for _, m := range Read(doc, pagesOf(t, tc.text, false), config.MeetingWords(), nil) {
			for _, it := range m.Items {
				got = append(got, m.Board.V+" "+it.Number.V)
			}
		}
		if s := strings.Join(got, "; "); s != tc.want {
			t.Errorf("%s: %q, expected %q", name, s, tc.want)
		}
	}
}
