package proceedings

import "strings"

// Decoys are papers that are none of a meeting though much in them looks like
// it, typed: "# " before a title, "## " before a heading, an empty line for a
// gap, "===" for a page.
var Decoys = map[string]string{
	"rules of a board": `# Reglemente för hamnnämnden
Antaget av kommunfullmäktige 2029-05-20 § 45
Dnr KS 2029/112

## § 1 Uppgifter
Hamnnämnden ansvarar för kommunens hamnar. Nämnden beslutar om taxor inom den ram som fullmäktige har satt.

## § 2 Beslut
Nämnden beslutar i de frågor som anges nedan. Ordföranden avgör brådskande ärenden.

## § 3 Sammanträden
Nämnden sammanträder på dag och tid som nämnden bestämmer.

## § 4 Kallelse
Ordföranden ansvarar för att kallelse utfärdas till sammanträdena.

## § 5 Justering av protokoll
Protokollet justeras av ordföranden och en ledamot.

## § 6 Reservation
Om en ledamot har reserverat sig mot ett beslut ska det göras skriftligt.`,
	"a law": `# Förordning om hamnar
Beslutad den 4 mars 2029

1 § Denna förordning innehåller bestämmelser om hamnar.

2 § Med hamn avses i denna förordning en plats där fartyg kan ligga.

3 § Beslut enligt denna förordning fattas av hamnmyndigheten.

## Överklagande
4 § Beslut får överklagas hos allmän förvaltningsdomstol.

5 § Prövningstillstånd krävs vid överklagande.`,
	"a contract": `# Avtal om drift av kajer
Mellan Vikens kommun och Kajdrift AB, dnr HN 2031/44

## § 1 Parter
Vikens kommun, nedan kommunen, och Kajdrift AB, nedan bolaget.

## § 2 Bakgrund
Kommunen äger fyra kajer som bolaget ska sköta.

## § 3 Handlingar
Avtalet består av denna handling och två bilagor.

## § 4 Ersättning
Bolaget får 400 000 kronor om året.

## § 5 Uppsägning
Avtalet kan sägas upp av båda parter med sex månaders varsel.`,
	"a report": `# Årsrapport 2031
Hamnnämnden 2032-02-10

## 1 Sammanfattning
Nämnden har under året sammanträtt åtta gånger och behandlat 64 ärenden.

## 2 Bakgrund
Fullmäktige beslutade i maj 2029, § 45, att nämnden skulle ta över driften.

## 3 Ekonomi
Utfallet är 14,2 miljoner kronor.

## 4 Beslutsunderlag
Rapporten bygger på förvaltningens uppföljning.

## 5 Bedömning
Målen har nåtts.

===
## 6 Beslut under året
HN § 12 Taxa för gästplatser
HN § 13 Delårsrapport
HN § 14 Intern kontroll
HN § 15 Budget 2032`,
	"a policy": `# Policy för upphandling
Dokumenttyp: policy
Beslutad av: Kommunfullmäktige, § 71
Datum: 2030-06-14
Diarienummer: KS 2030/211

1. Inledning
Policyn gäller för alla nämnder och bolag i kommunen.

2. Syfte
Policyn ska ge likabehandling.

3. Ansvar
Varje nämnd ansvarar för sina inköp. Kommunstyrelsen beslutar om riktlinjer.

4. Uppföljning
Policyn följs upp varje mandatperiod.`,
	"earlier decisions": `# Uppföljning av beslut
Hamnförvaltningen 2031-10-02

## Tidigare beslut
§ 12 Hamnnämnden 2030-03-04
§ 13 Hamnnämnden 2030-03-04
§ 14 Hamnnämnden 2030-03-04
§ 21 Hamnnämnden 2030-04-15

## Bedömning
Alla beslut är verkställda utom § 21, som väntar på medel.`,
	"a plan of points": `# Verksamhetsplan 2032
Hamnnämnden

Punkt 1 Säkra hamnar
Bryggorna besiktigas varje vår och höst.

Punkt 2 Nöjda besökare
Besökarna får svara på en enkät.

Punkt 3 God ekonomi
Nämnden håller sin budget. Nämnden beslutar om taxor i november.`,
	"questions and answers": `# Frågor och svar om hamnen
Uppdaterad 2031-05-02

1. Vem beslutar om taxan?
Hamnnämnden beslutar om taxan efter förslag från förvaltningen.

2. Vad kostar en plats?
En plats kostar 250 kronor per dygn.

3. Hur överklagar jag?
Beslut överklagas hos förvaltningsrätten.`,
}

// Typed sets a typed paper.
func Typed(s string) *Paper {
	p := &Paper{}
	gap, page := 0.0, false
	for _, line := range strings.Split(s, "\n") {
		switch line {
		case "":
			gap = 10
			continue
		case "===":
			page = true
			continue
		}
		b := text(line)
		if rest, ok := strings.CutPrefix(line, "## "); ok {
			b = text(rest).weigh(Bold)
		} else if rest, ok := strings.CutPrefix(line, "# "); ok {
			b = text(rest).weigh(Large)
		}
		b.Before, b.NewPage = gap, page
		gap, page = 0, false
		p.Blocks = append(p.Blocks, b)
	}
	return p
}
