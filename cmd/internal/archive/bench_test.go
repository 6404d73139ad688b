package archive

import (
	"fmt"
	"strconv"
	"testing"

	"riskbok/rules/model"
)

// An archive of five years, of which every place has the same fifteen boards.
func BenchmarkNew(b *testing.B) {
	kinds := []string{"Barn- och ungdoms", "Bygg", "Fritids", "Hamn", "Jävs", "Kultur", "Miljö", "Omsorgs", "Park", "Skol", "Social", "Teknik", "Trafik", "Utbildnings", "Val"}
	for _, n := range []int{1000, 4000, 16000} {
		var in []Input
		for i := 0; len(in) < n; i++ {
			name := fmt.Sprintf("%snämnden i %s", kinds[i%len(kinds)], place(i/len(kinds)))
			for year := 2022; year < 2027; year++ {
				h := Head{Kind: model.KindWorkbook, Claims: []Claim{{Board: name, Year: year, Contents: []Content{ContentPlan}, Risks: []string{strconv.Itoa(i)}, Digest: strconv.Itoa(i*10 + year)}}}
				in = append(in, Input{Rel: fmt.Sprintf("%d/%s %d.xlsx", year, name, year), Hash: strconv.Itoa(len(in)), Head: &h})
			}
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				New(in, Settings{Year: 2026, Words: words, Joins: []string{"och", "samt"}, Leaning: []string{"till"}, Names: versionNames})
			}
		})
	}
}

// place gives a name that no other number has.
func place(n int) string {
	first := []string{"Ek", "Björk", "Lind", "Alm", "Tall", "Gran", "Al", "Ask", "Hassel", "Rönn", "Sälg", "Hägg"}
	last := []string{"torp", "sund", "ås", "köping", "by", "hult", "vik", "näs", "berga", "holm"}
	name := first[n%len(first)] + last[n/len(first)%len(last)]
	if n /= len(first) * len(last); n > 0 {
		name += " " + last[n%len(last)] + "en"
	}
	return name
}
