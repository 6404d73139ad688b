package samplegen

import "slices"

// archived is a board's plans over three years: two in the older layout, the last
// in the newer.
type archived struct {
	folder, board        string
	established, decided [3]string
	risks                []yearly
}

// yearly is a risk over the years: its levels in each, none in a year in which it
// is not in the plan.
type yearly struct {
	area, event, action, owner string
	levels                     [3][2]int
}

const firstYear = 2024

// archive makes what two boards have sent in over three years.
func archive() []maker {
	var all []maker
	for i := range archiveBoards {
		a := &archiveBoards[i]
		for year := range 3 {
			all = append(all, maker{"arkiv/" + a.folder + "/" + a.folder + "-" + itoa(firstYear+year) + ".xlsx", func() ([]byte, error) { return a.plan(year) }})
		}
	}
	return append(all,
		maker{"arkiv/lokalnamnden/moteshandlingar-2025-11-20.pdf", meetingBook},
		maker{"arkiv/torgnamnden/budget-2026.pdf", budgetPaper},
		maker{"arkiv/torgnamnden/protokoll-2025-12-04-skannat.pdf", scannedMinutes})
}

func (a *archived) plan(year int) ([]byte, error) {
	h := besideHead{board: a.board, established: a.established[year], decided: a.decided[year], year: firstYear + year}
	if year == 2 {
		var risks []planned
		for _, k := range a.in(year) {
			l := k.levels[year]
			risks = append(risks, planned{area: k.area, event: k.event, likelihood: l[0], consequence: l[1], direction: treatment4(l[0] * l[1]),
				action: k.action, owner: k.owner, reporting: "T1, T2, Årsbokslut"})
		}
		return build("Internkontrollplan "+itoa(h.year), h.board, besidePlan(h, risks, len(risks)), besideFollowUp(h, risks), definitions4(true))
	}
	o := older{besideHead: h}
	for i, k := range a.in(year) {
		l := k.levels[year]
		e := olderRisk{area: k.area, event: k.event, number: "R" + itoa(i+1), likelihood: l[0], consequence: l[1], action: k.action, owner: k.owner,
			reporting: "T1, T2, T3", reports: [3]string{"Enligt plan.", "Enligt plan, en avvikelse är åtgärdad.", "Klart."}}
		if mend := archiveFaults[a.folder+" "+itoa(h.year)+" "+e.number]; mend != nil {
			mend(&e)
		}
		o.risks = append(o.risks, e)
	}
	return o.book()
}

func (a *archived) in(year int) []yearly {
	return slices.DeleteFunc(slices.Clone(a.risks), func(k yearly) bool { return k.levels[year] == [2]int{} })
}

// archiveFaults are what is wrong in the plans, by board, year and risk.
var archiveFaults = map[string]func(*olderRisk){
	"lokalnamnden 2025 R2": func(e *olderRisk) { e.value, e.treatment, e.unfollowed = 3, "Acceptera risk", true },
	"torgnamnden 2024 R3":  func(e *olderRisk) { e.owner = "" },
	"torgnamnden 2025 R1":  func(e *olderRisk) { e.label = "Möjligt" },
}

var archiveBoards = []archived{
	{folder: "lokalnamnden", board: "Lokalnämnden", established: [3]string{"2023-10-02", "2024-09-30", "2025-10-06"}, decided: [3]string{"2023-11-23", "2024-11-21", "2025-11-20"},
		risks: []yearly{
			{"Trygga lokaler", "Brandlarmet i Granskolan provas inte, och ett fel upptäcks först vid brand", "Larmet provas varje månad och provet förs i larmboken", "Driftchef", [3][2]int{{2, 4}, {2, 4}, {1, 4}}},
			{"Trygga lokaler", "Nycklar lämnas inte tillbaka när uthyrningen upphör", "Nyckellistan stäms av varje kvartal, cylindern byts när en nyckel saknas", "Uthyrare", [3][2]int{{3, 2}, {2, 2}, {2, 2}}},
			{"Rätt hyra", "Hyran för föreningslokaler räknas inte upp med index", "Avtalslistan gås igenom i oktober av två personer", "Ekonom", [3][2]int{{3, 3}, {2, 3}, {2, 3}}},
			{"Rätt hyra", "Tomma lokaler annonseras för sent", "Lediga lokaler redovisas för nämnden varje tertial", "Uthyrare", [3][2]int{{1, 2}, {1, 2}, {}}},
			{"Sunda hus", "Fukt i grunden på Ängens förskola ger dålig luft", "Fukten mäts vår och höst, åtgärd beslutas vid mer än 75 procent", "Byggingenjör", [3][2]int{{}, {3, 4}, {3, 4}}},
			{"Sunda hus", "Radon mäts inte i lokaler som har byggts om", "Mätning beställs med slutbesiktningen", "Byggingenjör", [3][2]int{{}, {}, {2, 3}}},
		}},
	{folder: "torgnamnden", board: "Torgnämnden", established: [3]string{"2023-09-18", "2024-09-16", "2025-09-15"}, decided: [3]string{"2023-12-07", "2024-12-05", "2025-12-04"},
		risks: []yearly{
			{"Levande torg", "Torgplatser hyrs ut två gånger samma dag", "Bokningarna förs i ett gemensamt schema, ändringar kvitteras", "Torgvakt", [3][2]int{{3, 2}, {3, 2}, {2, 2}}},
			{"Levande torg", "Elcentralen vid fontänen överbelastas under marknaden", "Uttagen märks med största effekt, elektriker har jour under marknadsdagarna", "Driftledare", [3][2]int{{2, 4}, {2, 4}, {2, 4}}},
			{"Rätt avgift", "Torgavgift betalas kontant och redovisas inte samma dag", "Kassan räknas av två personer varje dag, kvittona numreras", "Ekonom", [3][2]int{{3, 3}, {2, 3}, {1, 3}}},
			{"Säker vinter", "Isiga gångar saltas för sent och besökare faller", "Entreprenören larmas vid minusgrader, tiden för åtgärd följs upp", "Driftledare", [3][2]int{{3, 3}, {3, 3}, {3, 4}}},
			{"Säker vinter", "Snö från taken på saluhallen faller på gående", "Taken skottas när lagret är tjockare än 20 centimeter", "Driftledare", [3][2]int{{}, {2, 3}, {2, 3}}},
		}},
}
