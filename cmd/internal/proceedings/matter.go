package proceedings

// matter is what an item is about.
type matter struct {
	title      string
	formal     bool // opening, roll call: no case, nobody told
	does       []string
	states     []string // the same as sentences
	background []string
	documents  []string
	recipients []string
}

// matters are invented. Their texts cite paragraphs and numbers that begin no
// item.
var matters = []matter{
	{title: "Val av justerare", formal: true, does: []string{"utse Bo Strand (A) att justera protokollet"}, states: []string{"Bo Strand (A) utses att justera protokollet."}},
	{title: "Fastställande av dagordningen", formal: true, does: []string{"fastställa dagordningen"}, states: []string{"Dagordningen fastställs."}},
	{title: "Taxa för gästplatser 2032", does: []string{"anta taxan för gästplatser", "taxan gäller från den 1 april 2032"},
		states: []string{"Taxan för gästplatser antas.", "Taxan gäller från den 1 april 2032."},
		background: []string{"Taxan har varit oförändrad i sex år. Intäkterna täcker inte längre kostnaderna för bryggor, el och sophämtning i de fyra hamnarna.",
			"Enligt § 12 i reglementet ska nämnden höra brukarna innan taxan ändras. Samtliga föreningar har svarat och ingen har haft något att invända."},
		documents: []string{"Skrivelse 2031-04-02", "Förslag till taxa"}, recipients: []string{"Ekonomienheten", "Hamnkontoret"}},
	{title: "Motion om att inrätta avgiftsfria sommarplatser för mindre båtar vid samtliga kommunala bryggor under säsongen 2032", does: []string{"föreslå fullmäktige att avslå motionen"},
		states:     []string{"Fullmäktige föreslås avslå motionen."},
		background: []string{"Motionären vill att båtar under fyra meter ska ligga utan avgift. Förvaltningen räknar med att intäkterna då minskar med 240 000 kronor om året.", "Frågan behandlades senast i maj 2029 och då avslogs ett liknande förslag."},
		documents:  []string{"Skrivelse 2031-04-09", "§ 45 Fullmäktige 2029-05-20"}, recipients: []string{"Fullmäktige"}},
	{title: "Delårsrapport per den 30 april 2031", does: []string{"godkänna delårsrapporten", "överlämna rapporten till ekonomienheten", "ge förvaltningen i uppdrag att senast i september redovisa hur underskottet på 1,2 miljoner kronor kan minskas"},
		states:     []string{"Delårsrapporten godkänns.", "Rapporten överlämnas till ekonomienheten.", "Förvaltningen får i uppdrag att senast i september redovisa hur underskottet på 1,2 miljoner kronor kan minskas."},
		background: []string{"Utfallet till och med april är 14,2 miljoner kronor mot budgeterade 13,0. Avvikelsen beror på isbrytning och på att två kranar har reparerats."},
		documents:  []string{"Delårsrapport"}, recipients: []string{"Ekonomienheten", "Revisorerna", "Hamnchefen"}},
	{title: "Intern kontroll 2032", does: []string{"anta planen för intern kontroll 2032"}, states: []string{"Planen för intern kontroll 2032 antas."},
		background: []string{"Planen har tagits fram av förvaltningens ledningsgrupp och bygger på årets riskanalys. Fyra av tio risker följs upp under året."},
		documents:  []string{"Riskanalys", "Plan för intern kontroll"}, recipients: []string{"Styrelsen"}},
	{title: "Redovisning av delegationsbeslut", does: []string{"lägga redovisningen till handlingarna"}, states: []string{"Redovisningen läggs till handlingarna."},
		background: []string{"Beslut som har fattats på nämndens vägnar under mars och april redovisas."}, documents: nil, recipients: nil},
}
