package pdf

import (
	"html"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// TestWords compares the words of some samples with those that pdftotext
// finds in them (testdata/words.tsv).
func TestWords(t *testing.T) {
	type place struct {
		page int
		text string
	}
	want := map[string]map[place][][2]float64{}
	total := map[string]int{}
	for line := range strings.Lines(string(readSample(t, "words.tsv"))) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		page, _ := strconv.Atoi(f[1])
		x0, _ := strconv.ParseFloat(f[2], 64)
		x1, _ := strconv.ParseFloat(f[3], 64)
		if want[f[0]] == nil {
			want[f[0]] = map[place][][2]float64{}
		}
		at := place{page, f[4]}
		want[f[0]][at] = append(want[f[0]][at], [2]float64{x0, x1})
		total[f[0]]++
	}
	if len(want) < 4 {
		t.Fatalf("words of only %d samples", len(want))
	}
	for name, words := range want {
		got, hits := 0, 0
		for _, p := range scanSample(t, name).Pages {
			for _, w := range p.Words {
				got++
				at := place{p.Number, w.Text}
				for i, x := range words[at] {
					if math.Abs(x[0]-float64(w.Box.X0)) < 0.05 && math.Abs(x[1]-float64(w.Box.X1)) < 0.05 {
						words[at] = append(words[at][:i], words[at][i+1:]...)
						hits++
						break
					}
				}
			}
		}
		if recall, precision := float64(hits)/float64(total[name]), float64(hits)/float64(got); recall < 0.995 || precision < 0.995 {
			t.Errorf("%s: recall %.4f, precision %.4f", name, recall, precision)
		}
	}
}

// TestEveryWord: no file of the project's own loses a word that pdftotext finds in
// it. It needs that program and is left out without it.
func TestEveryWord(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed")
	}
	var files []string
	for _, pattern := range []string{"testdata/*.pdf", "testdata/prints/*.pdf", "../../samples/*.pdf", "../../samples/*/*.pdf"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for _, file := range fulltest.Part(files, 4) {
		out, err := exec.Command("pdftotext", "-bbox", file, "-").Output() //nolint:gosec // files of the project
		if err != nil {
			continue // it asks for a password
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		pages, err := Scan(t.Context(), model.File{Name: file, Data: data}, source.Options{})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for i, page := range strings.Split(string(out), "<page ")[1:] {
			var all strings.Builder
			for _, w := range pages.Pages[i].Words {
				all.WriteString(w.Text)
			}
			letters := onlyLetters(all.String())
			for _, m := range regexp.MustCompile(`>([^<]*)</word>`).FindAllStringSubmatch(page, -1) {
				if word := onlyLetters(html.UnescapeString(m[1])); !strings.Contains(letters, word) {
					t.Errorf("%s, page %d: lost %q", file, i+1, word)
				}
			}
		}
	}
}

func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
