package rewrite

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// plain are texts as people write them.
var plain = []string{
	"Avgifter faktureras fel", "Bemanning saknas på natten", "Attestlistan ses över", "Stickprov på tio ärenden",
	"Ekonomichefen", "Förvaltningsledningen", "Kajen stängs vid storm", "Nycklar lämnas inte åter", "Rutinen är okänd för vikarier",
	"Avtal förlängs utan upphandling", "Åtgärden följs upp varje månad", "Handläggare får utbildning i registret",
}

// awkward are texts that break careless writers and readers.
var awkward = []string{
	`"citat" och 'apostrof' & <tecken> ]]>`, "rad ett\nrad två\n\nrad fyra", "rad ett\r\nrad två\r\n\r\nrad tre", "tabb\there", "vagn\rretur",
	"=1+1", "+46 90 123", "-- inget --", "@SUMMA(A1)", "'apostrof först", "=", "=cmd|'/c calc'!A0", "{=1}",
	"emoji 🚢⚓ 👩‍🚒 och 漢字", "a\u0308 är ä i två delar, e\u0301 och n\u0303 med", "hårt\u00a0blanksteg\u202foch smalt", "\u00a0först och sist\u00a0",
	"_x000D_", "_x0041_ är inte A", "_x005F_x000D_", "styr\x01tecken\x0boch\x1fmer", "mjukt\u00adbinde\u00adstreck", "\ufeffmärke",
	"שלום עולם", "مرحبا \u200fvärlden", "blanksteg  inuti", "  \t ", "\u00a0", "\x02", "-", "–", "\ufffe",
	strings.Repeat("ordutanslut", 40), strings.Repeat("mycket lång text ", 60),
	"12", "007", "1.10", "1,5", "1e5", "0", "½", "100 %", "2026-01-01", "2026", "1/2", "TRUE", "SANT", "#N/A", "#REF!", "12:30",
	"Möjlig", "Allvarlig", "2 - Mindre sannolik", "Reducera risk", "R1", "T1, T2",
	"Summa", "Totalt", "Riskanalys", "Ändringslogg", "Steg 1 - Riskinventering",
	"Nämnd: Hamnnämnden", "Upprättad: 2024-01-01", "http://exempel.se/?a=1&b=2", "&P&N", "A:1", "Definitioner",
}

// headings are texts that head columns and axes. In a row with a number they
// are text like any other; one without could be a heading row, and the first
// one under the headings the lower half of them.
var headings = []string{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Uppföljning", "Åtgärd", "Riskvärde", "T1", "T2", "Årsbokslut", "Process"}

// limit is the most UTF-16 units that a cell holds.
const limit = 32767

// longest are as long as a cell can hold, and longer.
var longest = []string{
	strings.Repeat("åäö ", limit/4) + "slu", strings.Repeat("åäö ", limit/4) + "slut", strings.Repeat("🚢", limit/2) + "🚢",
	strings.Repeat("x", limit+1), strings.Repeat("a\n", 600),
}

// numberText gives the number of a risk.
func numberText(rng *rand.Rand, i int) string {
	switch rng.IntN(24) {
	case 0:
		return ""
	case 1:
		return pick(rng, []string{"1.10", "1.1", "007", "R 1", "R1.", "r1", "0", "12", "+3", "A-1", "1)", "§ 4", "-", "2026-01-01", "½", " 7 "})
	case 2:
		return awkward[rng.IntN(len(awkward))]
	case 3:
		return "R" + strconv.Itoa(1+rng.IntN(i+1))
	}
	return "R" + strconv.Itoa(i+1)
}

func pick(rng *rand.Rand, list []string) string { return list[rng.IntN(len(list))] }

// words gives a text: mostly plain, often awkward, seldom empty or too long.
func (v *inventor) words() string {
	rng := v.rng
	switch n := rng.IntN(1000); {
	case n < 50 && n >= 30 && v.row:
		return pick(rng, headings)
	case n < 3:
		return pick(rng, longest)
	case n < 60:
		return ""
	case n < 300:
		return pick(rng, awkward)
	case n < 400:
		return pick(rng, awkward) + " " + pick(rng, plain)
	}
	return pick(rng, plain) + ", fall " + strconv.Itoa(rng.IntN(1000))
}
