package pdf

import (
	"math"
	"strconv"
	"strings"
	"testing"
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
