package samplegen

// islandsBook is the plan of Skärgårdsnämnden for 2026: 25 risks with long
// texts, all three treatments, decided, reported on for the first period, and
// nothing wrong in it. It is large enough to be printed on several pages.
func islandsBook() ([]byte, error) {
	h := besideHead{board: "Skärgårdsnämnden", established: "2025-09-22", decided: "2025-11-12", year: 2026}
	risks := append(append([]planned{}, ferryRisks...), islandRisks...)
	return build("Internkontrollplan 2026", h.board, besidePlan(h, risks, len(risks)), besideFollowUp(h, risks), definitions4(true))
}

var ferryRisks = []planned{
	{"Säkra resor", "Färjan till Yttre Åholmen tar ombord fler passagerare än den är godkänd för under midsommarhelgen, eftersom räkningen görs för hand", 3, 4, "Minimera risk",
		"Räknare sätts upp vid båda landgångarna före 1 juni. Befälhavaren stoppar påstigningen när gränsen är nådd och ropar in den extra turbåten, som ligger i beredskap torsdag–måndag.", "185000", "Trafikchef", "T1, T2, Årsbokslut",
		"Räknarna är beställda och levereras vecka 20. Avtal om extra turbåt är klart."},
	{"Säkra resor", "Livvästar för barn saknas eller är utslitna på de mindre turbåtarna", 2, 4, "Reducera risk",
		"Alla västar kontrolleras och märks med årtal i april. Entreprenören lämnar protokoll innan säsongens första tur.", "", "Trafikchef", "T1, Årsbokslut",
		"412 västar kontrollerade, 37 utbytta. Protokoll finns från alla sex båtarna."},
	{"Säkra resor", "Bryggan vid Lotsudden rör sig vid hög sjö så att resenärer faller mellan brygga och båt", 3, 4, "Minimera risk",
		"Dykare undersöker förankringen i mars. Till dess att den är åtgärdad angörs bryggan bara när det blåser mindre än tio meter per sekund.", "640000", "Hamningenjör", "T1, T2, Årsbokslut",
		"Undersökningen är gjord. Två av åtta kättingar behöver bytas, upphandling pågår."},
	{"Säkra resor", "Isrännan till Storön bryts för sent, och ambulansbåten kommer inte fram", 2, 4, "Reducera risk",
		"Isläget rapporteras varje morgon från 1 december. Jour med isgående båt avtalas så att rännan bryts inom fyra timmar.", "310000", "Trafikchef", "Årsbokslut",
		"Ingen is under perioden. Jouravtalet gäller till och med 15 april."},
	{"Säkra resor", "Tidtabellen ändras utan att invånarna på öarna får veta det i tid", 3, 2, "Reducera risk",
		"Ändringar meddelas minst tio dagar i förväg på anslagstavlor, webbplats och som sms till dem som anmält sig.", "", "Kommunikatör", "T1, T2",
		"Två ändringar har gjorts, båda meddelade i tid. 640 personer får sms."},
	{"Vatten och avlopp", "Saltvatten tränger in i de kommunala brunnarna på Storön när uttaget är stort i juli", 4, 3, "Minimera risk",
		"Kloridhalten mäts varje dygn från 15 juni. Vid 250 milligram per liter begränsas uttaget, och vatten körs ut från fastlandet med tankpråm enligt den plan som nämnden antagit.", "420000", "VA-chef", "T1, T2, Årsbokslut",
		"Mätarna är kalibrerade. Övning med tankpråm är planerad till 9 juni."},
	{"Vatten och avlopp", "Strömavbrott stannar avloppspumparna, och orenat vatten rinner ut i Kyrkviken", 2, 3, "Reducera risk",
		"Reservkraft provkörs varje månad. Larm går till vakthavande tekniker och prövas den första vardagen i kvartalet.", "", "VA-chef", "T1, T2, Årsbokslut",
		"Fyra provkörningar utan anmärkning. Larmet prövat i januari och april."},
	{"Vatten och avlopp", "Provtagningen av badvatten ställs in när båten behövs till annat", 2, 2, "Reducera risk",
		"Provtagningsdagarna bokas i båtschemat före säsongen och får bara flyttas av miljöinspektören.", "", "Miljöinspektör", "T2",
		"Alla dagar är bokade."},
	{"Vatten och avlopp", "Latrinstationen på Gråskär töms för sällan under högsommaren", 3, 1, "Acceptera risk",
		"Hamnvärden ringer entreprenören vid behov", "", "Hamnvärd", "Vid behov", ""},
	{"Omsorg på öarna", "Hemtjänsten når inte fram till brukare på öar utan reguljär trafik när vädret är hårt", 3, 4, "Minimera risk",
		"För varje brukare finns en väderplan med granne eller anhörig som kan nås, matlåda och läkemedel för tre dygn. Planen gås igenom i oktober och efter varje inställd resa.", "95000", "Enhetschef hemtjänst", "T1, T2, Årsbokslut",
		"Väderplan finns för 21 av 23 brukare. Två resor har ställts in, planen fungerade båda gångerna."},
	{"Omsorg på öarna", "Läkemedel som kräver kyla blir för varma under transporten", 2, 4, "Reducera risk",
		"Kylväskor med temperaturlogg används vid alla transporter. Loggen läses av vid leveransen och sparas i två år.", "28000", "Medicinskt ansvarig sjuksköterska", "T1, T2, Årsbokslut",
		"Loggar avlästa för 58 transporter, en för hög temperatur. Läkemedlet kasserades."},
	{"Omsorg på öarna", "Trygghetslarmen tappar kontakten när mobilmasten på Storön är strömlös", 2, 4, "Reducera risk",
		"Batteritid på minst tolv timmar avtalas med mastens ägare. Larmen provas varje vecka och fel anmäls samma dag.", "", "Enhetschef hemtjänst", "T1, T2, Årsbokslut",
		"Avtalet är skrivet. Veckoproven visar tre larm med dåligt batteri, alla bytta."},
	{"Omsorg på öarna", "Vikarier i hemtjänsten saknar båtvana och hamnar i fara vid angöring", 2, 3, "Reducera risk",
		"Halv dags utbildning i båtvett före första arbetspasset, med prov. Ingen åker ensam under den första veckan.", "", "Enhetschef hemtjänst", "T2, Årsbokslut",
		"Utbildningen hålls i maj för de 14 som är anställda."},
}
