package plan

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// showOverrides lists the values that are no products, "2×3=7".
func showOverrides(s *model.Scale) string {
	var out []string
	for at, v := range s.Overrides {
		out = append(out, fmt.Sprintf("%d×%d=%d", at[0], at[1], v))
	}
	sort.Strings(out)
	return strings.Join(out, " ")
}

const (
	axes23   = "Sannolikhet | Värde\nLåg | 1\nHög | 2\n\nKonsekvens | Värde\nLiten | 1\nStor | 2\nSvår | 3\n\n"
	bands    = "Risktal | Hantering\n1-3 | Acceptera\n4-9 | Åtgärda\n\n"
	numbers3 = "Sannolikhet | Värde\n1 - A | 1\n2 - B | 2\n3 - C | 3\n\nKonsekvens | Värde\n1 - a | 1\n2 - b | 2\n3 - c | 3\n\n"
)

// TestMatrices reads matrices in every position of their levels.
func TestMatrices(t *testing.T) {
	const scale23 = "1 Låg, 2 Hög / 1 Liten, 2 Stor, 3 Svår / "
	for name, tt := range map[string]struct{ text, scale, overrides string }{
		"products":                  {axes23 + " | Liten | Stor | Svår\nLåg | 1 | 2 | 3\nHög | 2 | 4 | 6", scale23, ""},
		"an override":               {axes23 + " | Liten | Stor | Svår\nLåg | 1 | 2 | 5\nHög | 2 | 4 | 9", scale23, "1×3=5 2×3=9"},
		"falling":                   {axes23 + "Riskmatris\n | Svår | Stor | Liten\nHög | 9 | 4 | 2\nLåg | 5 | 2 | 1", scale23, "1×3=5 2×3=9"},
		"turned":                    {axes23 + " | Låg | Hög\nLiten | 1 | 2\nStor | 2 | 4\nSvår | 5 | 9", scale23, "1×3=5 2×3=9"},
		"head below":                {axes23 + "Hög | 2 | 4 | 9\nLåg | 1 | 2 | 5\n | Liten | Stor | Svår", scale23, "1×3=5 2×3=9"},
		"levels to the right":       {axes23 + "Liten | Stor | Svår | \n2 | 4 | 9 | Hög\n1 | 2 | 5 | Låg", scale23, "1×3=5 2×3=9"},
		"corner":                    {axes23 + "Sannolikhet ↓ / Konsekvens → | Liten | Stor | Svår\nLåg | 1 | 2 | 5\nHög | 2 | 4 | 9", scale23, "1×3=5 2×3=9"},
		"numbers beside labels":     {axes23 + " | | Liten | Stor | Svår\n | | 1 | 2 | 3\nLåg | 1 | 1 | 2 | 5\nHög | 2 | 2 | 4 | 9", scale23, "1×3=5 2×3=9"},
		"numbers alone":             {axes23 + "Sannolikhet ↓ / Konsekvens → | 1 | 2 | 3\n1 | 1 | 2 | 5\n2 | 2 | 4 | 9", scale23, "1×3=5 2×3=9"},
		"numbers alone, head below": {axes23 + "2 | 2 | 4 | 9\n1 | 1 | 2 | 5\n | 1 | 2 | 3", scale23, "1×3=5 2×3=9"},
		"bands": {axes23 + " | | Konsekvens | < | <\n | | Liten | Stor | Svår\nSannolikhet | Låg | 1 | 2 | 5\n^ | Hög | 2 | 4 | 9",
			scale23, "1×3=5 2×3=9"},
		"values that fall under a heading": {axes23 + "Riskvärde för varje par | Liten | Stor | Svår\nLåg | 1 | 2 | 5\nHög | 0 | 4 | 9", scale23, "1×3=5 2×1=0 2×3=9"},
		"counts of risks":                  {axes23 + "Antal risker | Liten | Stor | Svår\nLåg | 1 | 0 | 5\nHög | 2 | 4 | 1", scale23, ""},
		"with words in the cells":          {axes23 + " | Liten | Stor | Svår\nLåg | 1 Acceptera | 2 Acceptera | 5 Åtgärda\nHög | 2 Acceptera | 4 Åtgärda | 9 Åtgärda", scale23, "1×3=5 2×3=9"},
		"treatments": {axes23 + " | Liten | Stor | Svår\nLåg | Acceptera | Acceptera | Acceptera\nHög | Acceptera | Åtgärda | Åtgärda",
			scale23 + "1-3 Acceptera, 4-6 Åtgärda*", ""},
		"treatments and values": {axes23 + " | Liten | Stor | Svår\nLåg | Acceptera | Acceptera | Åtgärda\nHög | Acceptera | Åtgärda | Åtgärda\n\n | Liten | Stor | Svår\nLåg | 1 | 2 | 5\nHög | 2 | 4 | 9",
			scale23 + "1-2 Acceptera, 4-9 Åtgärda*", "1×3=5 2×3=9"},
		"treatments that ranges state": {axes23 + bands + " | Liten | Stor | Svår\nLåg | Grön | Grön | Grön\nHög | Grön | Röd | Röd",
			scale23 + "1-3 Acceptera, 4-9 Åtgärda*", ""},
		"treatments that mix": {axes23 + " | Liten | Stor | Svår\nLåg | Acceptera | Åtgärda | Acceptera\nHög | Acceptera | Åtgärda | Åtgärda", scale23, ""},
		"which side is unclear": {numbers3 + " | 1 | 2 | 3\n1 | 1 | 2 | 3\n2 | 2 | 4 | 6\n3 | 4 | 7 | 9",
			"1 A, 2 B, 3 C / 1 a, 2 b, 3 c / ", ""},
		"not all levels": {axes23 + " | Liten | Stor\nLåg | 1 | 5\nHög | 2 | 9", scale23, ""},
		"axes nowhere else": {"Sannolikhet / Konsekvens | Liten | Stor | Svår\nHög | 2 | 4 | 9\nLåg | 1 | 2 | 5",
			"2 Hög, 1 Låg / 1 Liten, 2 Stor, 3 Svår / ", "1×3=5 2×3=9"},
		"axes nowhere else, bands": {"Riskmatris\n | | Konsekvens | < | <\n | | Svår | Stor | Liten\nSannolikhet | Låg | 5 | 2 | 1\n^ | Hög | 9 | 4 | 2\n\n" + bands,
			"1 Låg, 2 Hög / 3 Svår, 2 Stor, 1 Liten / 1-3 Acceptera, 4-9 Åtgärda*", "1×3=5 2×3=9"},
		"axes nowhere else, names at the levels": {"Sannolikhet | | | \nHög | 2 | 4 | 9\nLåg | 1 | 2 | 5\nKonsekvens → | Liten | Stor | Svår",
			"2 Hög, 1 Låg / 1 Liten, 2 Stor, 3 Svår / ", "1×3=5 2×3=9"},
		"one axis nowhere else": {"Sannolikhet | Värde\nLåg | 1\nHög | 2\n\n | Liten | Stor | Svår\nHög | 2 | 4 | 9\nLåg | 1 | 2 | 5",
			scale23, "1×3=5 2×3=9"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Definitioner", tt.text))
			if len(doc.Scales) != 1 || len(doc.Registers) != 0 || len(doc.Unread) != 0 {
				t.Fatalf("read %d scales, %d registers, %d unread", len(doc.Scales), len(doc.Registers), len(doc.Unread))
			}
			if got := showScale(&doc.Scales[0]); got != tt.scale {
				t.Errorf("read %s\nwant %s", got, tt.scale)
			}
			if got := showOverrides(&doc.Scales[0]); got != tt.overrides {
				t.Errorf("overrides %q, want %q", got, tt.overrides)
			}
		})
	}
}

// TestMatrixElsewhere: a matrix on a sheet of its own belongs to the scale
// that has its levels; one beside a register is no part of it.
func TestMatrixElsewhere(t *testing.T) {
	const matrix = "Riskmatris\n | Liten | Stor | Svår\nLåg | 1 | 2 | 5\nHög | 2 | 4 | 9"
	doc := read("a.xlsx", sheet("Definitioner", axes23+bands), sheet("Matris", matrix))
	if len(doc.Scales) != 1 || showOverrides(&doc.Scales[0]) != "1×3=5 2×3=9" {
		t.Errorf("read %+v", doc.Scales)
	}
	const risks = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\nR1 | a | Hög | Svår | 9\nR2 | b | Låg | Svår | 5\n\n"
	doc = read("a.xlsx", sheet("Plan", risks+axes23+matrix))
	if len(doc.Scales) != 1 || showOverrides(&doc.Scales[0]) != "1×3=5 2×3=9" || len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 2 || len(doc.Unread) != 0 {
		t.Errorf("read %+v, %+v, unread %v", doc.Scales, doc.Registers, doc.Unread)
	}
}
