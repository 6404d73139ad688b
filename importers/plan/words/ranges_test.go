package words

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"riskbok/config"
)

// TestBand reads ranges as definitions write them.
func TestBand(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string]string{
		"4-11": "4-11", "12–16": "12-16", "1‑2": "1-2", "1‒2": "1-2", "1—2": "1-2", "1−2": "1-2", "1～2": "1-2", "1 ~ 2": "1-2", "4 . . 8": "",
		"4…8": "4-8", "4..8": "4-8", "16-12": "12-16", "4 to 8": "4-8", "4 till 8": "4-8", "4 t.o.m. 8": "4-8", "4 t o m 8": "4-8", "4 till och med 8": "4-8",
		"från 4 till 8": "4-8", "fr.o.m. 4 t.o.m. 8": "4-8", "mellan 4 och 8": "4-8", "between 4 and 8": "4-8", "mellem 4 og 8": "4-8",
		"≥12": "12-∞", ">= 12": "12-∞", "=>12": "12-∞", "> 12": "13-∞", "12+": "12-∞", "12 -": "12-∞", "över 12": "13-∞", "minst 12": "12-∞",
		"12 och uppåt": "12-∞", "12 uppåt": "12-∞", "12 eller högre": "12-∞", "from 12": "12-∞", "12 and up": "12-∞", "12 og høyere": "12-∞",
		"≤ 3": "0-3", "<4": "0-3", "<= 3": "0-3", "=<3": "0-3", "under 4": "0-3", "högst 3": "0-3", "t.o.m. 3": "0-3", "tom 3": "0-3", "3 eller lägre": "0-3", "max 3": "0-3",
		"4 ≤ x < 8": "4-7", "4 < risk <= 8": "5-8",
		"1, 2 och 3": "1-3", "6, 8, 9": "6-9", "7": "7-7", "(1-3)": "1-3", "[1-3]": "1-3",
		"1-2 (grön)": "1-2 grön", "4–8 poäng": "4-8", "4-8 p": "4-8", "4 p - 8 p": "4-8", "1-2 poäng (grön)": "1-2 grön", "4 poäng eller mer": "4-∞",
		"Röd 15-25": "15-25 Röd", "Röd (15–25)": "15-25 Röd", "Hög över 12": "13-∞ Hög", "Låg (≤ 3)": "0-3 Låg", "Hög, 12 och uppåt": "12-∞ Hög", "Hög: 12+": "12-∞ Hög",
		"Röd 15-25: Åtgärda": "15-25 Åtgärda", "Röd 15-25 = Åtgärda inom 30 dagar": "15-25 Åtgärda inom 30 dagar", "12-16 = Minimera": "12-16 Minimera",
		"1–3 är grönt": "1-3 grönt", "12 och uppåt är röd": "12-∞ röd", "15-25 Åtgärda inom 30 dagar": "15-25 Åtgärda inom 30 dagar", "R1": "1-1 R",
		"1/2": "", "3/8": "", "1.5-3": "", "2026-01-02": "", "2-jan": "", "03-mars": "", "jan 03": "", "6 resp. 9": "", "Inträffar 1–2 gånger per år": "",
		"lika med eller högre än 6": "6-∞", "högre än eller lika med 6": "6-∞", "lika med eller mindre än 3": "0-3", "mindre än eller lika med 3": "0-3", "6 eller däröver": "6-∞", "överstiger 5": "6-∞",
		"Hög (minst 12)": "12-∞ Hög", "Hög [från 12]": "12-∞ Hög", "Medel (högst 6)": "0-6 Medel", "Hög (större än eller lika med 12)": "12-∞ Hög",
		"1-2-3": "", "12345": "", "grön": "", "4 av 8 och 9": "", "2 x 3": "",
	} {
		got := ""
		if b, ok := x.Band(text); ok {
			high := fmt.Sprint(b.High)
			if b.High == math.MaxInt {
				high = "∞"
			}
			got = fmt.Sprintf("%d-%s", b.Low, high)
			if b.Label != "" {
				got += " " + b.Label
			}
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// TestLegend reads legends in one text.
func TestLegend(t *testing.T) {
	x := Of(config.Vocabulary())
	const want = "1-3 a 4-8 b 9-16 c"
	for _, text := range []string{
		"A 1–3, B 4–8, C 9–16", "A: 1-3; B: 4-8; C: 9-16", "A (1-3)\nB (4-8)\nC (9-16)", "1-3 = A, 4-8 = B, 9-16 = C", "1–3 är A, 4–8 B och 9–16 C.",
		"Riskvärde: A 1-3, B 4-8, C 9-16", "A 1-3 B 4-8 C 9-16", "1-3 A 4-8 B 9-16 C", "A 1 till 3. B 4 till 8. C 9 till 16.", "A=1-3 | B=4-8 | C=9-16",
		"A 1-3 / B 4-8 / C 9-16", "A: riskvärde 1-3, B: riskvärde 4-8, C: riskvärde 9-16", "A (risktal 1-3); B (risktal 4-8); C (risktal 9-16)", "A = score 1-3\nB = score 4-8\nC = score 9-16", "1-3 poäng A, 4-8 poäng B, 9-16 poäng C", "A 1-3 poäng, B 4-8 poäng, C 9-16 poäng", "• A 1-3 • B 4-8 • C 9-16",
	} {
		got := ""
		for _, b := range x.Legend(text) {
			got += fmt.Sprintf(" %d-%d %s", b.Low, b.High, strings.ToLower(b.Label))
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%q is %q, want %q", text, strings.TrimSpace(got), want)
		}
	}
	for _, text := range []string{"T1, T2, T3", "2025-10-31", "Stickprov 1–2 gånger per år, 3 gånger annars", "R1 1-3, R1 4-8", "A 1-4, B 4-8", "1, 2 och 3"} {
		if got := x.Legend(text); got != nil {
			t.Errorf("%q is %+v", text, got)
		}
	}
}

func BenchmarkBand(b *testing.B) {
	x := Of(config.Vocabulary())
	for b.Loop() {
		for _, text := range []string{"12", "Fakturor betalas för sent 2025", "Röd 15-25", "R17", "2 - Lindrig", "T1, T2"} {
			x.Band(text)
		}
	}
}
