package controlplan

import (
	"fmt"
	"strings"

	"riskbok/rules/model"
)

// harbour is an invented board's year: 25 risks with Swedish texts of every
// length, written over two sheets that do not quite agree, wrong values, a
// level that is not on the scale, a measure over several rows, a follow-up.
func harbour(scale *model.Scale) *fixture {
	f := newFixture("Miljö- och hamnnämnden", 2026)
	likelihoods := []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
	consequences := []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}
	areas := []string{"Säkra kajer", "Tillsyn enligt miljöbalken", "Ekonomi och upphandling", "Personal- och kompetensförsörjning", "Informationssäkerhet"}
	events := []string{
		"Fartyg skadas vid tilläggning",
		"Tillsynsbesök uteblir för att ärenden fördelas för sent under våren och sommaren, så att tillsynsplanen inte hinner genomföras före årets slut",
		"Fakturor betalas två gånger",
		"Nyckelpersoner slutar utan att överlämning har skett, vilket gör att kunskap om ledningsnätet, avtalen och arrendena går förlorad",
		"Behörigheter tas inte bort när anställningar upphör",
	}
	actions := []string{
		"Kajkanternas fendrar besiktas varje kvartal; brister åtgärdas inom två veckor.",
		"Ärendena fördelas senast den 15 januari. Enhetschefen följer upp läget varje månad tillsammans med handläggarna och omfördelar vid behov.\nNämnden får en lägesrapport i maj och i september, med antal planerade, genomförda och inställda besök.",
		"Ekonomisystemet spärrar dubbla fakturanummer",
		"Överlämningsplan upprättas för varje nyckelperson. Planen innehåller avtal, kontaktvägar, pågående ärenden och återkommande arbetsuppgifter över året. Rutinen prövas en gång om året och revideras när organisationen ändras, så att den alltid stämmer med hur arbetet faktiskt bedrivs.",
		"Behörighetslistan gås igenom varje månad",
	}
	var analysis, plan []riskRow
	for i := range 25 {
		l, k := (i*7)%4, (i*5+i/4)%4
		score := (l + 1) * (k + 1)
		treatment := "Reducera risk"
		if t := scale.Treatment(score); t != nil {
			treatment = t.Label
		}
		r := riskRow{
			number: fmt.Sprintf("R%d", i+1), area: areas[i%5], event: events[(i*3)%5] + strings.Repeat(" igen", i/5),
			likelihood: likelihoods[l], consequence: consequences[k], score: score, treatment: treatment,
			direction: treatment, action: actions[(i*2)%5], owner: []string{"Hamnchef", "Enhetschef tillsyn och tillstånd", "Ekonomichef"}[i%3],
			reporting: []string{"T1", "T2", "Årsbokslut"},
		}
		switch i {
		case 3:
			r.score = 7 // impossible, and wrong
		case 8:
			r.likelihood, r.score, r.treatment = "Troligen", 6, "Reducera risk"
		case 11:
			r.cost, r.more = "125000.50", []string{"Ny rutin för arkivering", "Utbildning för alla handläggare under hösten"}
		case 14:
			r.likelihood, r.score, r.treatment = "", nil, ""
		case 17:
			r.action = "=SUMMA(A1:A9) är vad kolumnen ska heta"
		}
		analysis = append(analysis, r)
		if i == 5 {
			r.area = "Tillsyn enligt miljöbalken m.m."
		}
		if i != 20 {
			plan = append(plan, r)
		}
	}
	f.register("Riskanalys", true, false, scale, analysis...)
	f.register("Internkontrollplan", true, true, scale, plan...)
	var rows [][]string
	for i, r := range plan {
		if i%3 == 0 {
			rows = append(rows, []string{r.number, r.action, "Klart enligt plan.", "Två besök återstår; de är bokade till oktober.", ""})
		}
	}
	f.followUp("Uppföljning", []string{"T1", "T2", "Årsbokslut"}, rows...)
	return f
}
