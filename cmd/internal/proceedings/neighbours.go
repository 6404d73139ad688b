package proceedings

// Matters of Norwegian and Danish boards, invented.
var (
	norwegian = []matter{
		{title: "Godkjenning av innkalling og saksliste", formal: true, does: []string{"godkjenne innkalling og saksliste"}, states: []string{"Innkalling og saksliste godkjennes."}},
		{title: "Gebyr for gjesteplasser 2032", does: []string{"vedta gebyret"}, states: []string{"Gebyret for gjesteplasser vedtas.", "Gebyret gjelder fra 1. april 2032."},
			background: []string{"Gebyret har vært uendret i seks år. Inntektene dekker ikke lenger kostnadene for brygger, strøm og renovasjon i de fire havnene."},
			documents:  []string{"Forslag til gebyr"}, recipients: []string{"Havnekontoret"}},
		{title: "Budsjettkontroll per 30. april 2031", does: []string{"ta rapporten til orientering"}, states: []string{"Rapporten tas til orientering."},
			background: []string{"Forbruket til og med april er 14,2 millioner kroner mot budsjettert 13,0. Avviket skyldes isbryting og reparasjon av to kraner."},
			documents:  []string{"Rapport"}, recipients: []string{"Økonomiavdelingen", "Revisjonen"}},
		{title: "Plan for internkontroll 2032", does: []string{"vedta planen"}, states: []string{"Planen for internkontroll 2032 vedtas."},
			background: []string{"Planen bygger på årets risikoanalyse. Fire av ti risikoer følges opp i løpet av året."}, recipients: []string{"Styret"}},
	}
	danish = []matter{
		{title: "Godkendelse af dagsorden", formal: true, does: []string{"godkende dagsordenen"}, states: []string{"Dagsordenen blev godkendt."}},
		{title: "Takst for gæstepladser 2032", does: []string{"godkende taksten"}, states: []string{"Taksten for gæstepladser blev godkendt.", "Taksten gælder fra den 1. april 2032."},
			background: []string{"Taksten har været uændret i seks år. Indtægterne dækker ikke længere udgifterne til broer, el og affald i de fire havne."},
			documents:  []string{"Forslag til takst"}, recipients: nil},
		{title: "Budgetopfølgning pr. 30. april 2031", does: []string{"tage rapporten til efterretning"}, states: []string{"Rapporten blev taget til efterretning."},
			background: []string{"Forbruget til og med april er 14,2 mio. kr. mod budgetterede 13,0. Afvigelsen skyldes isbrydning og reparation af to kraner."}, documents: []string{"Rapport"}},
		{title: "Plan for intern kontrol 2032", does: []string{"godkende planen"}, states: []string{"Planen for intern kontrol 2032 blev godkendt."},
			background: []string{"Planen bygger på årets risikoanalyse. Fire af ti risici følges op i løbet af året."}},
	}
)
