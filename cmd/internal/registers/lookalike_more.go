package registers

var moreLookAlikes = []kind{
	{"schedule", []look{
		{"Schema köket", []string{"Vecka", "Pass", "Uppgift", "Ansvarig", "Ersättare"}, [][]string{{"Morgon", "Kväll"}, {"Frukost", "Lunch", "Disk", "Varumottagning"}, rolesSv}},
		{"Kitchen rota", []string{"Week", "Shift", "Task", "Responsible", "Deputy"}, [][]string{{"Morning", "Evening"}, {"Breakfast", "Lunch", "Dishes", "Deliveries"}, rolesEn}},
	}, []column{running, word(0), word(1), word(2), word(2)}},
	{"training-matrix", []look{
		{"Kompetensmatris", []string{"Medarbetare", "Truck", "Lyft", "Brand", "HLR", "Nivå"}, [][]string{rolesSv, {"Grund", "Fortsättning", "Instruktör"}}},
		{"Training matrix", []string{"Employee", "Forklift", "Crane", "Fire", "CPR", "Level"}, [][]string{rolesEn, {"Basic", "Advanced", "Trainer"}}},
		{"Kompetansematrise", []string{"Ansatt", "Truck", "Løft", "Brann", "HLR", "Nivå"}, [][]string{rolesSv, {"Grunn", "Videre", "Instruktør"}}},
	}, []column{name(0), whole(0, 4), whole(0, 4), whole(0, 4), whole(0, 4), word(1)}},
	{"indicators", []look{
		{"Nyckeltal", []string{"Nr", "Nyckeltal", "Mål", "Utfall", "Status", "Ansvarig"}, [][]string{{"Svarstid i växeln", "Andel ekologiskt", "Nöjda gäster", "Frisknärvaro", "Lånade böcker"}, {"Röd", "Gul", "Grön"}, rolesSv}},
		{"Key figures", []string{"No", "Indicator", "Target", "Actual", "RAG status", "Owner"}, [][]string{{"Reply time", "Share of organic food", "Happy guests", "Attendance", "Books lent"}, {"Red", "Amber", "Green"}, rolesEn}},
		{"Nøgletal", []string{"Nr", "Nøgletal", "Mål", "Resultat", "Status", "Ansvarlig"}, [][]string{{"Svartid", "Andel økologi", "Glade gæster", "Fremmøde", "Udlånte bøger"}, {"Rød", "Gul", "Grøn"}, rolesSv}},
	}, []column{running, name(0), whole(60, 95), whole(40, 99), steps(3, 1, 60, 80), word(2)}},
	{"decision-matrix", []look{
		{"Val av leverantör", []string{"Kriterium", "Vikt", "Betyg", "Viktat betyg", "Kommentar"}, [][]string{{"Pris", "Leveranstid", "Garanti", "Miljö", "Service", "Referenser"}, {"Bra", "Kan bli bättre", "Oklart"}}},
		{"Choice of supplier", []string{"Criterion", "Weight", "Score", "Weighted score", "Comment"}, [][]string{{"Price", "Delivery", "Warranty", "Environment", "Service", "References"}, {"Good", "Could be better", "Unclear"}}},
		{"Valg av leverandør", []string{"Kriterium", "Vekt", "Poeng", "Vektet poeng", "Kommentar"}, [][]string{{"Pris", "Levering", "Garanti", "Miljø", "Service", "Referanser"}, {"Bra", "Kan bli bedre", "Uklart"}}},
		{"Valg af leverandør", []string{"Kriterium", "Vægt", "Point", "Vægtet point", "Kommentar"}, [][]string{{"Pris", "Levering", "Garanti", "Miljø", "Service", "Referencer"}, {"God", "Kan blive bedre", "Uklart"}}},
	}, []column{name(0), whole(1, 5), whole(1, 5), product(1, 2), word(1)}},
	{"backlog", []look{
		{"Önskelista verksamhetssystem", []string{"Nr", "Önskemål", "Nytta", "Brådska", "Poäng", "Prioritet", "Beställare"}, [][]string{{"Sök i arkivet", "Påminnelse före sista dag", "Större text", "Utskrift på två sidor", "Koppling till kartan", "Lista per enhet"}, levels3, rolesSv}},
		{"Wish list", []string{"No", "Wish", "Benefit", "Urgency", "Points", "Priority", "Requested by"}, [][]string{{"Search the archive", "Reminder before the last day", "Larger text", "Print on two sides", "Link to the map", "List by unit"}, levelsE, rolesEn}},
	}, []column{running, name(0), whole(1, 5), whole(1, 5), product(2, 3), steps(4, 1, 6, 13), word(2)}},
	{"menu", []look{
		{"Portioner", []string{"Rätt", "Gäster", "Portioner", "Summa", "Kategori"}, [][]string{{"Fiskgryta", "Linssoppa", "Pannkakor", "Potatisbullar", "Kålpudding"}, {"Lunch", "Middag"}}},
		{"Portions", []string{"Dish", "Guests", "Portions", "Total", "Category"}, [][]string{{"Fish stew", "Lentil soup", "Pancakes", "Potato cakes", "Cabbage pie"}, {"Lunch", "Dinner"}}},
	}, []column{name(0), whole(2, 9), whole(1, 3), product(1, 2), word(1)}},
	{"vehicles", []look{
		{"Körjournal", []string{"Datum", "Fordon", "Turer", "Km per tur", "Km", "Förare"}, [][]string{{"Lastbil", "Minibuss", "Elcykel"}, rolesSv}},
		{"Mileage", []string{"Date", "Vehicle", "Trips", "Km a trip", "Km", "Driver"}, [][]string{{"Lorry", "Minibus", "Cargo bike"}, rolesEn}},
	}, []column{day, word(0), whole(1, 5), whole(2, 9), product(2, 3), word(1)}},
	{"bookings", []look{
		{"Lokalbokning", []string{"Nr", "Lokal", "Timmar", "Avgift", "Att betala", "Förening"}, [][]string{{"Gymnastiksal", "Aula", "Klubbrum"}, {"Roddarna", "Kören", "Schackklubben"}}},
		{"Room bookings", []string{"No", "Room", "Hours", "Fee", "To pay", "Club"}, [][]string{{"Gym", "Hall", "Club room"}, {"Rowers", "Choir", "Chess club"}}},
	}, []column{running, word(0), whole(1, 6), whole(2, 6), product(2, 3), word(1)}},
	{"contracts", []look{
		{"Avtalsregister", []string{"ID", "Leverantör", "Område", "Klass", "Löper ut", "Ansvarig"}, [][]string{{"Kajbygg", "Fyrljus Service", "Bryggvakt", "Lekmiljö Norr"}, {"Hamn", "Park", "Skola"}, {"A", "B", "C"}, rolesSv}},
		{"Contract register", []string{"ID", "Supplier", "Area", "Class", "Expires", "Owner"}, [][]string{{"Quay Builders", "Beacon Service", "Pier Watch", "Play North"}, {"Harbour", "Park", "School"}, {"A", "B", "C"}, rolesEn}},
	}, []column{coded, name(0), word(1), word(2), day, word(3)}},
	{"exam", []look{
		{"Skrivning", []string{"Elevnr", "Del 1", "Del 2", "Summa", "Betyg"}, [][]string{{"F", "E", "C", "A"}}},
		{"Exam", []string{"Pupil no", "Part 1", "Part 2", "Total", "Grade"}, [][]string{{"F", "E", "C", "A"}}},
	}, []column{running, whole(0, 10), whole(0, 10), sum(1, 2), steps(3, 0, 6, 10, 16)}},
	{"maintenance", []look{
		{"Underhållsplan", []string{"Nr", "Objekt", "Åtgärd", "Prioritet", "Kostnad", "Ansvarig", "Klart"}, [][]string{{"Taket på förrådet", "Pumpen vid rampen", "Räcket på bron", "Lekplatsens gungor", "Fönster i aulan"}, {"Måla", "Byt ut", "Se över"}, levels3, rolesSv}},
		{"Maintenance plan", []string{"No", "Object", "Action", "Priority", "Cost", "Responsible", "Due"}, [][]string{{"Roof of the store", "Pump at the ramp", "Rail of the bridge", "Swings of the playground", "Windows of the hall"}, {"Paint", "Replace", "Inspect"}, levelsE, rolesEn}},
		{"Vedlikeholdsplan", []string{"Nr", "Objekt", "Tiltak", "Prioritet", "Kostnad", "Ansvarlig", "Frist"}, [][]string{{"Taket på lageret", "Pumpa ved rampen", "Rekkverket på brua", "Huskene på lekeplassen", "Vinduer i salen"}, {"Male", "Bytte", "Se over"}, {"Lav", "Middels", "Høy"}, rolesSv}},
		{"Vedligeholdelsesplan", []string{"Nr", "Objekt", "Tiltag", "Prioritet", "Omkostning", "Ansvarlig", "Frist"}, [][]string{{"Taget på lageret", "Pumpen ved rampen", "Gelænderet på broen", "Gyngerne på legepladsen", "Vinduer i salen"}, {"Male", "Skifte", "Efterse"}, {"Lav", "Middel", "Høj"}, rolesSv}},
	}, []column{running, name(0), word(1), word(2), whole(5, 90), word(3), day}},
	{"votes", []look{
		{"Medborgarbudget", []string{"Nr", "Förslag", "Röster vuxna", "Röster barn", "Summa", "Område"}, [][]string{{"Bänkar vid kajen", "Fler träd på torget", "Skridskobana", "Bokskåp i parken", "Belysning vid gångvägen"}, {"Norr", "Söder", "Centrum"}}},
		{"Public vote", []string{"No", "Proposal", "Adult votes", "Child votes", "Total", "Area"}, [][]string{{"Benches at the quay", "More trees in the square", "Skating rink", "Book case in the park", "Lights along the path"}, {"North", "South", "Centre"}}},
	}, []column{running, name(0), whole(1, 9), whole(1, 9), sum(2, 3), word(1)}},
}
