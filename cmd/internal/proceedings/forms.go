package proceedings

var (
	protocol = []Strip{{"SAMMANTRÄDESPROTOKOLL", "", "Sida {page} ({pages})"}, {"{board}", "", "{date}"}}
	oneLine  = []Strip{{"PROTOKOLL {board} {date}", "", "{page}"}}
	bare     = []Strip{{"{board}", "", "{date}"}}
	town     = []Strip{{"Vikens kommun", "Protokoll", "{page}({pages})"}, {"", "{board}", "Sammanträdesdatum {date}"}}
	blad     = []Strip{{"Vikens kommun", "SAMMANTRÄDESPROTOKOLL", "Blad {page}"}, {"{board}", "Sammanträdesdatum", ""}, {"", "{date}", ""}}
	summons  = []Strip{{"{board}", "KALLELSE", "{page} ({pages})"}, {"", "{date}", ""}}
	list     = []Strip{{"Vikens kommun", "Föredragningslista", "Sida {page}"}, {"{board}", "", "{date}"}}

	signing = []Strip{{"Justerandes sign", "", "Utdragsbestyrkande"}}
	footer  = []Strip{{"", "", "{page} ({pages})"}}
	address = []Strip{{"Justerarnas signaturer", "", ""}, {"Vikens kommun, Storgatan 1, 100 00 Viken", "", "Sidan {page} av {pages}"}}
)

// Forms are the forms that are printed, each unlike the others in several ways.
var Forms = append([]Form{
	{Name: "plain", Board: "Hamnnämnden", Short: "HN", First: 12, Number: "§ {n}", Case: "HN 2031/{c}", Label: "Dnr",
		Words: Words{"Förslag till beslut", "{bo} beslut", "Sammanfattning av ärendet", "Beslutsunderlag", "Beslutet skickas till", "Yrkanden", ""},
		Head:  protocol, Foot: signing, Layout: Layout{Title: Below, Case: Below}},
	{Name: "own-page-footer-number", Board: "Kultur- och fritidsnämnden", Short: "KFN", First: 81, Number: "§ {n}", Case: "KFN 2031/{c}", Label: "Dnr",
		Words: Words{"", "{bo} beslut", "Bakgrund", "", "Beslutet skickas till", "", ""},
		Head:  bare, Foot: footer, Layout: Layout{Title: Beside, Case: Below, OwnPage: true, DecisionFirst: true}, Clauses: That},
	{Name: "one-line-head", Board: "Kommunstyrelsen", Short: "KS", First: 3, Number: "Ks § {n}", Case: "KS2031/0{c}-1", Label: "Dnr",
		Words: Words{"Arbetsutskottets förslag", "Kommunstyrelsens beslut", "Ärendet", "", "Protokollsutdrag till", "Behandling", ""},
		Head:  oneLine, Foot: signing, Layout: Layout{Title: Below, Case: Right, Tight: true}, Clauses: Dashes},
	{Name: "year-number", Board: "Miljö- och byggnadsnämnden", Short: "MBN", First: 41, Number: "§ {n}/2031", Case: "MBN-2031-{c}", Label: "Diarienummer:",
		Words: Words{"", "Beslut", "Ärendebeskrivning", "Underlag för beslut", "Expedieras till", "", "Barnets bästa"},
		Head:  town, Foot: address, Layout: Layout{Title: Beside, Case: Below, DecisionFirst: true, Heads: Large, Titles: Large}, Clauses: Numbers},
	{Name: "number-before-sign", Board: "Regionstyrelsen", Short: "RS", First: 56, Number: "{n} §", Case: "RS 2031-00{c}", Label: "",
		Words: Words{"", "Regionstyrelsen beslutar", "Sammanfattning", "Handlingar", "Delges", "Yrkanden", ""},
		Head:  blad, Foot: nil, Layout: Layout{Title: Below, Case: Above}, Clauses: That},
	{Name: "board-before-number", Board: "Kommunstyrelsen", Short: "KS", First: 1, Number: "Kommunstyrelsen § {n}", Case: "KS 2031/{c}", Label: "Dnr",
		Words: Words{"Kommunstyrelsens arbetsutskotts förslag", "Kommunstyrelsens beslut", "Sammanfattning", "", "Beslut till", "", ""},
		Head:  town, Foot: signing, Layout: Layout{Title: Below, Case: Right, Rule: true}, Clauses: Sentence},
	{Name: "two-numbers", Board: "Socialnämnden", Short: "Sn", First: 50, Number: "Sn § {n}", Second: "Au § {a}", Case: "SN 2031/{c}", Label: "Dnr",
		Words: Words{"Arbetsutskottets förslag till beslut", "Socialnämndens beslut", "Bakgrund", "", "Beslutet sänds till", "", ""},
		Head:  protocol, Foot: signing, Layout: Layout{Title: Below, Case: Right}, Clauses: That},
	{Name: "committee", Board: "Kommunstyrelsens arbetsutskott", Short: "KS-AU", First: 12, Number: "KS-AU § {n}", Case: "2031/{c} KS", Label: "Ärendenr:",
		Words: Words{"", "Arbetsutskottets beslut", "Beskrivning av ärendet", "Bilagor", "Sändlista", "Votering", ""},
		Head:  blad, Foot: address, Layout: Layout{Title: Below, Case: Below, Heads: Bold}, Clauses: Bullets},
	{Name: "plain-headings", Board: "Tekniska nämnden", Short: "TN", First: 31, Number: "§ {n}", Case: "TN 2031/{c}", Label: "Dnr",
		Words: Words{"Förvaltningens förslag", "Nämndens beslut", "Ärendet", "", "För kännedom", "", ""},
		Head:  town, Foot: signing, Layout: Layout{Title: Below, Case: Below, Heads: Plain, Titles: Bold}, Clauses: That},
	{Name: "capitals", Board: "Räddningsnämnden", Short: "RN", First: 9, Number: "§ {n}", Case: "RN 2031/{c}", Label: "Dnr",
		Words: Words{"", "BESLUT", "BAKGRUND", "BESLUTSUNDERLAG", "PROTOKOLLSUTDRAG", "", ""},
		Head:  oneLine, Foot: nil, Layout: Layout{Title: Beside, Case: Below, Heads: Plain, DecisionFirst: true}, Clauses: Numbers},
	{Name: "case-in-title", Board: "Överförmyndarnämnden", Short: "ÖFN", First: 22, Number: "§ {n}", Case: "ÖFN 2031/{c}", Label: "",
		Words: Words{"", "Överförmyndarnämnden beslutar", "", "", "Beslutet delges", "", ""},
		Head:  protocol, Foot: footer, Layout: Layout{Title: Beside, Case: Paren, OwnPage: false}, Clauses: Sentence},
	{Name: "case-column", Board: "Direktionen", Short: "D", First: 5, Number: "§ {n}", Case: "KF 2031/{c}", Label: "Diarienr",
		Words: Words{"Förslag till beslut", "Direktionens beslut", "Ärendebeskrivning", "", "Kopia till", "", "Ordförandens inledning"},
		Head:  bare, Foot: address, Layout: Layout{Title: Below, Case: Column, OwnPage: true}, Clauses: Bullets},
	{Name: "contents", Board: "Valnämnden", Short: "VN", First: 7, Number: "§ {n}", Case: "VN 2031/{c}", Label: "Dnr",
		Words: Words{"", "Valnämndens beslut", "Sammanfattning", "Beslutsunderlag", "Beslutet skickas till", "Reservation", ""},
		Head:  town, Foot: signing, Front: Contents, Layout: Layout{Title: Beside, Case: Below, Heads: Large, Titles: Large}, Clauses: Numbers},
	{Name: "joined-sign", Board: "Servicenämnden", Short: "SEN", First: 64, Number: "§{n}", Case: "SEN-2031/{c}", Label: "Diarienr:",
		Words: Words{"Förvaltningens förslag till beslut", "Beslut", "Ärendet i korthet", "", "Expediering", "", "Jämställdhet"},
		Head:  bare, Foot: footer, Layout: Layout{Title: Beside, Case: Below, Tight: true}, Clauses: Dashes},
	{Name: "recipients-in-line", Board: "Byggnadsnämnden", Short: "BN", First: 101, Number: "§ {n}", Case: "BN 2031/{c}", Label: "Dnr",
		Words: Words{"", "Byggnadsnämndens beslut", "Bakgrund", "Handlingar i ärendet", "Beslutet expedieras till", "", ""},
		Head:  protocol, Foot: nil, Layout: Layout{Title: Below, Case: Right, DecisionFirst: true}, Clauses: That},
	{Name: "no-front", Board: "Gymnasienämnden", Short: "GN", First: 17, Number: "§ {n}", Case: "GN 2031/{c}", Label: "Dnr",
		Words: Words{"Beslutsförslag", "Gymnasienämndens beslut", "Sammanfattning av ärendet", "", "Beslutet skickas till", "", ""},
		Head:  protocol, Foot: signing, Front: NoFront, Layout: Layout{Title: Below, Case: Above}, Clauses: Sentence},
	{Name: "unheaded-text", Board: "Omsorgsnämnden", Short: "ON", First: 13, Number: "ON § {n}", Case: "ON {c}/31", Label: "Dnr",
		Words: Words{"Förslag till beslut", "Omsorgsnämndens beslut", "", "", "Beslut till:", "", ""},
		Head:  blad, Foot: signing, Layout: Layout{Title: Below, Case: Right, Tight: true, Rule: true}, Clauses: That},
	{Name: "matters-numbered", Board: "Kulturnämnden", Short: "KN", First: 1, Number: "Ärende {n}", Case: "KN 2031/{c}", Label: "Dnr",
		Words: Words{"", "Kulturnämndens beslut", "Ärendet", "", "Skickas till", "", ""},
		Head:  town, Foot: footer, Layout: Layout{Title: Below, Case: Below}, Clauses: Numbers},
	{Name: "summons-dots", Summons: true, Board: "Utbildningsnämnden", Short: "UN", First: 1, Number: "{n}.", Case: "UN 2031/{c}", Label: "Diarienummer",
		Words: Words{"Förslag till beslut", "", "Sammanfattning av ärendet", "Beslutsunderlag", "", "", ""},
		Head:  summons, Foot: nil, Front: Contents, Layout: Layout{Title: Beside, Case: Below, DecisionFirst: true}, Clauses: Numbers},
	{Name: "summons-points", Summons: true, Board: "Direktionen", Short: "D", First: 1, Number: "Punkt {n}", Case: "2031/0{c}", Label: "Dnr",
		Words: Words{"Förslag till beslut", "", "Bakgrund", "Handlingar", "", "", ""},
		Head:  list, Foot: footer, Front: Agenda, Layout: Layout{Title: Below, Case: Right, Heads: Bold}, Clauses: That},
	{Name: "summons-table", Summons: true, Board: "Tekniska nämnden", Short: "TN", First: 1, Number: "{n}", Case: "TN 2031/{c}", Label: "Dnr",
		Words: Words{"Förvaltningens förslag till beslut", "", "Ärendebeskrivning", "", "", "", ""},
		Head:  summons, Foot: nil, Front: Listing, Layout: Layout{Title: Beside, Case: Below, OwnPage: true, Titles: Large}, Clauses: Bullets},
	{Name: "summons-matters", Summons: true, Board: "Vård- och omsorgsnämnden", Short: "VON", First: 1, Number: "Ärende {n}", Case: "VON 2031/{c}", Label: "Dnr:",
		Words: Words{"Förslag till beslut", "", "", "Bilagor", "", "", ""},
		Head:  list, Foot: nil, Front: Agenda, Layout: Layout{Title: Beside, Case: Below, Heads: Plain}, Clauses: Sentence},
	{Name: "summons-bare", Summons: true, Board: "Fritidsnämnden", Short: "FN", First: 1, Number: "{n}", Case: "FN 2031/{c}", Label: "Dnr",
		Words: Words{"{bo} förslag till beslut", "", "Ärendet", "Bilagor", "", "", ""},
		Head:  bare, Foot: footer, Front: Contents, Layout: Layout{Title: Beside, Case: Below, OwnPage: true, DecisionFirst: true}, Clauses: Dashes},
	{Name: "summons-paragraphs", Summons: true, Board: "Kommunfullmäktige", Short: "KF", First: 60, Number: "§ {n}", Case: "KS 2031/{c}", Label: "Dnr",
		Words: Words{"Kommunstyrelsens förslag till beslut", "", "Sammanfattning", "", "", "", ""},
		Head:  summons, Foot: footer, Front: Agenda, Layout: Layout{Title: Below, Case: Right, DecisionFirst: true}, Clauses: That},
}, further...)
