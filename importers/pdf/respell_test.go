package pdf

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/pdf/text"
)

// Words of a page without any Swedish letter are spelt alike, as the vocabulary
// does where it has them; with Swedish letters they stay.
func TestRespelt(t *testing.T) {
	read := func(s string) []string {
		var words []text.Word
		for _, w := range strings.Fields(s) {
			words = append(words, text.Word{Text: w})
		}
		var out []string
		for _, w := range newSpeller(config.Vocabulary()).page(words) {
			out = append(out, w.Text)
		}
		return out
	}
	filler := strings.Repeat(" text", fewWords)
	for in, want := range map[string]string{
		"Riskvarde Méjlig Mojlig fér kall" + filler:       "Riskvärde Möjlig Möjlig fér kall",
		"Bryggén bryggon 12 KALL" + filler:                "Bryggén bryggén 12 KALL",
		"Mdjlig Majlig Kannbar mejlig 'Sannolik" + filler: "Möjlig Möjlig Kännbar möjlig Sannolik",
		"Riskvarde kall för" + filler:                     "Riskvarde kall för",
		"'Sannolik upp__ —_ | – _" + filler:               "Sannolik upp –",
	} {
		if got := strings.Join(read(in), " "); got != strings.TrimSuffix(want+filler, " ") {
			t.Errorf("%q: %q", in, got)
		}
	}
	if got := strings.Join(read("Riskvarde Méjlig"), " "); got != "Riskvarde Méjlig" {
		t.Errorf("a page of few words: %q", got)
	}
}
