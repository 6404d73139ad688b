package plan

import (
	"fmt"
	"strings"
	"testing"
)

// largeRegister is a register of n risks as text.
func largeRegister(n int) string {
	likelihoods := []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
	consequences := []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}
	var b strings.Builder
	b.WriteString("Nr | Kontrollområde | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Rekommenderad riskhantering | Åtgärd | Ansvarig | Återrapporteras\n")
	for i := range n {
		l, k := i%4, i/4%4
		fmt.Fprintf(&b, "R%d | Ekonomi | Fakturor från leverantör %d betalas för sent | %s | %s | %d | Reducera risk | Stickprov 1–2 gånger varje månad | Ekonomichef | T1, T2, Årsbokslut\n",
			i+1, i, likelihoods[l], consequences[k], (l+1)*(k+1))
	}
	return b.String()
}

const largeDefinitions = "Sannolikhet | Värde\nOsannolik | 1\nMindre sannolik | 2\nMöjlig | 3\nSannolik | 4\n\nKonsekvens | Värde\nFörsumbar | 1\nLindrig | 2\nKännbar | 3\nAllvarlig | 4\n\n" +
	"Riskvärde | Riskhantering\n1-3 | Acceptera risk\n4-11 | Reducera risk\n12-16 | Minimera risk"

// BenchmarkRead reads a register of 20,000 risks with its definitions.
func BenchmarkRead(b *testing.B) {
	text := largeRegister(20_000)
	for b.Loop() {
		b.StopTimer()
		risks, definitions := sheet("Risker", text), sheet("Definitioner", largeDefinitions)
		b.StartTimer()
		if doc := read("a.xlsx", risks, definitions); len(doc.Registers) != 1 || len(doc.Scales) != 1 {
			b.Fatal("not read")
		}
	}
}
