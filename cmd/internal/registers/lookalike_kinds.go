package registers

var (
	rolesSv = []string{"Hamnmästare", "Enhetschef", "Controller", "Rektor", "Arkivarie", "Kostchef"}
	rolesEn = []string{"Harbour Master", "Team Lead", "Controller", "Head Teacher", "Archivist", "Cook"}
	levels3 = []string{"Låg", "Medel", "Hög"}
	levelsE = []string{"Low", "Medium", "High"}
	goodsSv = []string{"Bord", "Stol", "Lampa", "Hylla", "Skärm", "Kabel", "Penna", "Pärm", "Matta", "Krok"}
	goodsEn = []string{"Table", "Chair", "Lamp", "Shelf", "Screen", "Cable", "Pen", "Binder", "Rug", "Hook"}
	goodsNb = []string{"Bord", "Stol", "Lampe", "Hylle", "Skjerm", "Kabel", "Penn", "Perm", "Teppe", "Knagg"}
	goodsDa = []string{"Bord", "Stol", "Lampe", "Hylde", "Skærm", "Kabel", "Pen", "Mappe", "Tæppe", "Knage"}
	yesSv   = []string{"Ja", "Nej", "Delvis"}
	yesEn   = []string{"Yes", "No", "Partly"}
)

// lookAlikeKinds are two dozen kinds of tables that offices keep.
var lookAlikeKinds = append([]kind{
	{"price-list", []look{
		{"Beställning", []string{"Nr", "Artikel", "Antal", "Pris", "Belopp", "Ansvarig"}, [][]string{goodsSv, rolesSv}},
		{"Order", []string{"No", "Item", "Quantity", "Unit price", "Amount", "Responsible"}, [][]string{goodsEn, rolesEn}},
		{"Bestilling", []string{"Nr", "Vare", "Antall", "Pris", "Beløp", "Ansvarlig"}, [][]string{goodsNb, rolesSv}},
		{"Bestilling", []string{"Nr", "Vare", "Antal", "Pris", "Beløb", "Ansvarlig"}, [][]string{goodsDa, rolesSv}},
	}, []column{running, name(0), whole(1, 5), whole(1, 5), product(2, 3), word(1)}},
	{"working-time", []look{
		{"Tidrapport", []string{"Namn", "Dagar", "Timmar per dag", "Timmar", "Beskrivning"}, [][]string{rolesSv, {"Hamnrundan", "Skolbespisningen", "Vårstädningen på torget"}}},
		{"Time sheet", []string{"Name", "Days", "Hours a day", "Hours", "Description"}, [][]string{rolesEn, {"Harbour round", "School kitchen", "Spring cleaning of the square"}}},
	}, []column{name(0), whole(1, 5), whole(2, 8), product(1, 2), word(1)}},
	{"staff", []look{
		{"Personallista", []string{"ID", "Befattning", "Enhet", "Nivå", "Anställd", "Chef"}, [][]string{rolesSv, {"Hamn", "Kök", "Skola"}, {"Junior", "Senior", "Expert"}}},
		{"Staff list", []string{"ID", "Position", "Unit", "Level", "Start date", "Manager"}, [][]string{rolesEn, {"Harbour", "Kitchen", "School"}, {"Junior", "Senior", "Expert"}}},
	}, []column{coded, name(0), word(1), word(2), day, word(0)}},
	{"calendar", []look{
		{"Sammanträden", []string{"Datum", "Möte", "Plats", "Beskrivning", "Ansvarig"}, [][]string{{"Beredning", "Utskott", "Nämnd"}, {"Rådhuset", "Hamnkontoret"}, {"Budget och bokslut", "Studiebesök vid kajen", "Ordinarie ärenden"}, rolesSv}},
		{"Meetings", []string{"Date", "Meeting", "Place", "Description", "Owner"}, [][]string{{"Briefing", "Panel", "Board"}, {"Town hall", "Harbour office"}, {"Budget and accounts", "Visit to the quay", "Ordinary business"}, rolesEn}},
	}, []column{day, word(0), word(1), word(2), word(3)}},
	{"timetable", []look{
		{"Tidtabell", []string{"Linje", "Från", "Till", "Avgång", "Turer", "Prioritet"}, [][]string{{"Strandlinjen", "Skolbussen", "Färjan"}, {"Torget", "Kajen", "Lasarettet"}, {"06.10", "07.25", "15.40"}}},
		{"Timetable", []string{"Line", "From", "To", "Departs", "Trips", "Priority"}, [][]string{{"Shore line", "School bus", "Ferry"}, {"Square", "Quay", "Hospital"}, {"06.10", "07.25", "15.40"}}},
	}, []column{word(0), word(1), word(1), word(2), whole(1, 6), whole(1, 3)}},
	{"inventory", []look{
		{"Inventering", []string{"Nr", "Benämning", "Antal", "Värde", "Summa värde", "Skick", "Ansvarig"}, [][]string{goodsSv, {"Gott", "Slitet", "Kasseras"}, rolesSv}},
		{"Inventory", []string{"No", "Description", "Count", "Value", "Total value", "Condition", "Owner"}, [][]string{goodsEn, {"Good", "Worn", "Scrap"}, rolesEn}},
		{"Inventarliste", []string{"Nr", "Betegnelse", "Antall", "Verdi", "Samlet verdi", "Tilstand", "Ansvarlig"}, [][]string{goodsNb, {"God", "Slitt", "Kasseres"}, rolesSv}},
	}, []column{running, name(0), whole(1, 4), whole(1, 4), product(2, 3), word(1), word(2)}},
	{"issue-log", []look{
		{"Felanmälningar", []string{"Nr", "Fel", "Prioritet", "Allvarlighetsgrad", "Ordning", "Åtgärd", "Ansvarig"}, [][]string{{"Dörren går inte igen", "Skrivaren är trasig", "Skylt saknas vid bryggan", "Kallt i hallen", "Kärlen är fulla", "Lampa är slocknad vid rampen"}, {"Beställ reservdel", "Ring vaktmästaren", "Byt ut"}, rolesSv}},
		{"Issue log", []string{"ID", "Issue", "Priority", "Severity", "Rank", "Action", "Owner"}, [][]string{{"Door does not close", "Printer is broken", "Sign is missing at the pier", "Hall is cold", "Bins are full", "Lamp is out at the slipway"}, {"Order a part", "Call the caretaker", "Replace"}, rolesEn}},
	}, []column{running, name(0), whole(1, 3), whole(1, 3), product(2, 3), word(1), word(2)}},
	{"survey", []look{
		{"Medarbetarenkät", []string{"Fråga", "Enhet 1", "Enhet 2", "Kommentar"}, [][]string{{"Jag trivs på arbetet", "Jag vet vad som förväntas", "Mötena är till nytta", "Lokalerna är bra", "Jag får hjälp när jag ber om det"}, {"Bättre än i fjol", "Samma som i fjol", ""}}},
		{"Staff survey", []string{"Question", "Unit 1", "Unit 2", "Comment"}, [][]string{{"I like my work", "I know what is expected", "Meetings are useful", "The rooms are good", "I get help when I ask"}, {"Better than last year", "As last year", ""}}},
	}, []column{name(0), whole(1, 5), whole(1, 5), word(1)}},
	{"budget", []look{
		{"Inköpsbudget", []string{"Konto", "Benämning", "Budget", "Utfall", "Kommentar"}, [][]string{goodsSv, {"Enligt plan", "Senareläggs", ""}}},
		{"Purchases", []string{"Account", "Name", "Planned", "Spent", "Comment"}, [][]string{goodsEn, {"As planned", "Postponed", ""}}},
	}, []column{whole(4000, 6999), name(0), whole(10, 90), whole(10, 90), word(1)}},
	{"grades", []look{
		{"Kursresultat", []string{"Nr", "Moment", "Poäng", "Vikt", "Resultat", "Nivå"}, [][]string{{"Knopar", "Navigation", "Väder", "Första hjälpen", "Segling", "Underhåll"}, {"Underkänd", "Godkänd", "Väl godkänd"}}},
		{"Course results", []string{"No", "Part", "Points", "Weight", "Result", "Level"}, [][]string{{"Knots", "Navigation", "Weather", "First aid", "Sailing", "Upkeep"}, {"Fail", "Pass", "Distinction"}}},
	}, []column{running, name(0), whole(1, 5), whole(1, 3), product(2, 3), steps(4, 1, 5, 10)}},
	{"league", []look{
		{"Korpserien", []string{"Nr", "Lag", "S", "V", "O", "F", "P"}, [][]string{{"Kajens IF", "Rådhuset BK", "Lärarna", "Kökets kamrater", "Arkivet", "Parken"}}},
		{"Works league", []string{"No", "Team", "P", "W", "D", "L", "Points"}, [][]string{{"Quay FC", "Town Hall", "Teachers", "Kitchen", "Archive", "Park"}}},
	}, []column{running, name(0), whole(6, 9), whole(1, 5), whole(0, 3), whole(0, 3), whole(3, 15)}},
	{"checklist", []look{
		{"Checklista ny medarbetare", []string{"Nr", "Kontroll", "Klart", "Ansvarig", "Uppföljning"}, [][]string{{"Nyckel kvitterad", "Dator beställd", "Brandgenomgång hållen", "Visning av köket", "Genomgång av schemat"}, yesSv, rolesSv}},
		{"New starter checklist", []string{"No", "Control", "Done", "Responsible", "Follow-up"}, [][]string{{"Key signed for", "Computer ordered", "Fire tour held", "Kitchen shown", "Rota explained"}, yesEn, rolesEn}},
	}, []column{running, name(0), word(1), word(2), day}},
}, moreLookAlikes...)
