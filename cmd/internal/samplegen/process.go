package samplegen

// control is a row of the process-oriented plan; value 0 means the product.
type control struct {
	process, event          string
	likelihood, consequence int
	value                   int
	action, method, often   string
	owner, reporting        string
}

var controls = []control{
	{"Läkemedelshantering", "Läkemedel ges till fel person vid delning i hemmet", 3, 5, 0,
		"Signeringslistor granskas mot ordination", "Stickprov, 20 listor", "Varje månad", "Enhetschef hemtjänst", "Omsorgsnämnden"},
	{"", "Narkotikaklassade läkemedel försvinner ur förråd", 2, 5, 12,
		"Saldokontroll av två sjuksköterskor", "Full kontroll", "Varje vecka", "Medicinskt ansvarig sjuksköterska", "Omsorgsnämnden"},
	{"", "Delegeringar har gått ut utan att någon märker det", 4, 3, 0,
		"Lista över delegeringar som går ut inom 60 dagar tas fram", "Full kontroll", "Varje månad", "Medicinskt ansvarig sjuksköterska", "Omsorgsnämnden"},
	{"Biståndshandläggning", "Beslut följs inte upp inom ett år", 3, 3, 0,
		"Ärenden utan uppföljning tas ut ur systemet och fördelas", "Full kontroll", "Varje kvartal", "", "Förvaltningsledningen"},
	{"", "Utredningar saknar den enskildes egen mening", 2, 3, 0,
		"Kollegial granskning av utredningar", "Stickprov, 15 ärenden", "Två gånger om året", "Enhetschef myndighet", "Förvaltningsledningen"},
	{"Avgifter", "Fel hushållsuppgifter ger fel avgift", 3, 2, 0,
		"Jämförelse mot inkomstuppgifter i avgiftssystemet", "Stickprov, 50 beslut", "Två gånger om året", "Avgiftshandläggare", "Förvaltningsledningen"},
	{"", "Avlidnas avgifter faktureras", 2, 2, 0, "", "", "", "", ""},
	{"Privata medel", "Redovisning av den boendes egna pengar saknas", 2, 4, 0,
		"Kassor räknas och stäms av mot kvitton av någon utanför enheten", "Full kontroll", "Varje kvartal", "Verksamhetscontroller", "Omsorgsnämnden"},
}

// processBook is the plan of Omsorgsnämnden for 2026 by process, on a 5×5
// scale with numbers; a blank process is the one above.
func processBook() ([]byte, error) {
	s := newSheet("Plan 2026", 22, 42, 13, 13, 9, 14, 40, 20, 17, 24, 22)
	s.set(1, 1, "title", "Internkontrollplan 2026")
	s.row(2, 1, "line", "Nämnd", "Omsorgsnämnden")
	s.row(3, 1, "line", "Upprättad", "2025-11-05")
	s.row(4, 1, "line", "Beslutad", "2025-12-10")
	s.row(6, 1, "head", "Process", "Riskbeskrivning", "Sannolikhet (1-5)", "Konsekvens (1-5)", "Risktal", "Riskhantering")
	s.row(6, 7, "head3", "Kontrollmoment", "Kontrollmetod", "Frekvens", "Kontrollansvarig", "Rapportering till")
	s.heading = 6
	for i, k := range controls {
		row := 7 + i
		value := k.likelihood * k.consequence
		written := value
		if k.value != 0 {
			written = k.value
		}
		s.row(row, 1, "text", k.process, k.event)
		s.row(row, 3, "number", k.likelihood, k.consequence)
		s.set(row, 5, "strong", written)
		s.set(row, 6, "text", treatment5(value))
		s.row(row, 7, "text", k.action, k.method, k.often, k.owner, k.reporting)
	}
	s.fit(6)
	s.set(8+len(controls), 1, "note", "Risktal = sannolikhet × konsekvens. Se bladet Skala.")
	end := itoa(6 + len(controls))
	s.colours = []colour{{"E7:F" + end, "$F7", "Minimera", "F8CBAD"}, {"E7:F" + end, "$F7", "Reducera", "FFE699"}, {"E7:F" + end, "$F7", "Acceptera", "C6E0B4"}}
	return build("Internkontrollplan 2026", "Omsorgsnämnden", s, processScale())
}

// processScale states the 5×5 scale, the axes beside each other.
func processScale() *sheet {
	s := newSheet("Skala", 8, 20, 44, 4, 8, 20, 50)
	s.set(1, 1, "title", "Bedömningsskala")
	s.row(3, 1, "head", "Värde", "Sannolikhet", "Beskrivning")
	s.row(3, 5, "head", "Värde", "Konsekvens", "Beskrivning")
	for i := range likelihood5 {
		s.set(4+i, 1, "number", i+1)
		s.row(4+i, 2, "text", likelihood5[i].label, likelihood5[i].meaning)
		s.set(4+i, 5, "number", i+1)
		s.row(4+i, 6, "text", consequence5[i].label, consequence5[i].meaning)
	}
	s.row(11, 1, "head", "Risktal", "Riskhantering", "Innebär")
	for i, r := range [][3]string{
		{"≥15", "Minimera", "Kontrollmoment ska finnas i planen och rapporteras till nämnden"},
		{"6–14", "Reducera", "Kontrollmoment ska finnas i planen"},
		{"1–5", "Acceptera", "Ingen åtgärd krävs"},
	} {
		s.row(12+i, 1, "text", r[0], r[1], r[2])
	}
	s.fit(3)
	return s
}
