package words

import (
	"testing"

	"riskbok/config"
)

// BenchmarkLegend asks texts with numbers, of which one is a legend: a report's
// cells, and a row of them at once.
func BenchmarkLegend(b *testing.B) {
	x := Of(config.Vocabulary())
	texts := []string{
		"R1\nEkonomi\nFakturor betalas för sent, 2 av 10 under 2024\n3\n4\n12\nReducera risk", "Uppföljning 2024-11-18 av 12 kontroller",
		"Stickprov görs 2 gånger varje månad, första gången den 15 mars 2025", "Grön 1–3, Gul 4–8, Röd 9–16",
	}
	b.ReportAllocs()
	for b.Loop() {
		found := 0
		for _, text := range texts {
			if x.Legend(text) != nil {
				found++
			}
		}
		if found != 1 {
			b.Fatalf("%d legends", found)
		}
	}
}
