package samplegen

import (
	"fmt"
	"strconv"
	"strings"
)

// planned is a risk of the newer layouts: levels by place, measure and owner.
type planned struct {
	area, event             string
	likelihood, consequence int
	direction, action, cost string
	owner, reporting        string
	report                  string // for the first period
}

var besideRisks = []planned{
	{"Trygga lekplatser", "Brister i fallskydd under gungor upptäcks inte i tid", 3, 4, "Minimera risk",
		"Alla lekplatser besiktigas i mars och september. Fallskydd som inte klarar kravet spärras av samma dag och byts inom två veckor.", "", "Parkchef", "T1, T2, Årsbokslut", ""},
	{"Trygga lekplatser", "Belysningen längs gångvägen till Kvarnparken är ur bruk under vintern", 2, 3, "Reducera risk",
		"Felanmälningar följs upp varje vecka, jour avtalas med entreprenören", "", "Parkchef", "T1, Årsbokslut", ""},
	{"Levande kultur", "Bidrag betalas ut till förening som saknar giltig årsredovisning", 2, 2, "Reducera risk",
		"Checklista före utbetalning; två handläggare signerar", "", "Kultursekreterare", "T1, T2, Årsbokslut", ""},
	{"Levande kultur", "Utlånad konst försvinner ur kommunens hus", 1, 3, "Acceptera risk",
		"Inventering vart tredje år", "", "Konstansvarig", "Årsbokslut", ""},
	{"Ekonomi i balans", "Intäkter från sommarscenen blir lägre än budgeterat", 3, 2, "Reducera risk",
		"Prognos varje månad maj–augusti, programmet anpassas i två steg", "", "Ekonom", "T2", ""},
	{"Ekonomi i balans", "Inköp görs utanför ramavtal", 2, 3, "Reducera risk",
		"Stickprov på 40 fakturor per tertial mot avtalskatalogen; avvikelser gås igenom med beställaren", "", "Ekonom", "T1, T2, Årsbokslut", ""},
	{"God service", "Bokningssystemet för idrottshallar ligger nere i mer än ett dygn", 1, 2, "Acceptera risk",
		"Pappersrutin finns i receptionen", "", "Fritidschef", "Vid behov", ""},
	{"God service", "Synpunkter från invånare besvaras inte inom tio dagar", 3, 2, "Reducera risk",
		"Veckovis lista över obesvarade synpunkter till enhetscheferna", "", "Registrator", "T1, T2, Årsbokslut", ""},
	{"Lagar och regler", "Träd fälls utan att artskyddet har prövats", 1, 4, "Reducera risk",
		"Ekolog tillfrågas före fällning av träd som är grövre än 80 cm", "", "Parkchef", "Årsbokslut", ""},
}

const (
	lookupLevel = "IFERROR(VLOOKUP(%s,Definitioner!$A$5:$C$8,3,FALSE)*VLOOKUP(%s,Definitioner!$A$11:$C$14,3,FALSE),0)"
	pickAction  = `IF(%[1]s=0,"",IF(%[1]s>=12,Definitioner!$B$18,IF(%[1]s>=4,Definitioner!$B$19,Definitioner!$B$20)))`
)

// besideHead is what stands above a plan whose steps lie side by side.
type besideHead struct {
	board, established, decided string
	year                        int
}

// besideBook is the plan of Kultur- och parknämnden for 2026: steg 1–3 side by
// side, values by formula, six rows left over, and nothing wrong.
func besideBook() ([]byte, error) {
	h := besideHead{board: "Kultur- och parknämnden", established: "2025-10-14", year: 2026}
	return build("Internkontrollplan 2026", h.board, besidePlan(h, besideRisks, 15), besideFollowUp(h, besideRisks), definitions4(true))
}

// besidePlan lays out the plan with so many numbered rows.
func besidePlan(h besideHead, risks []planned, rows int) *sheet {
	s := newSheet(fmt.Sprintf("Riskanalys IKP %d", h.year), 18, 36, 6, 14, 12, 8, 16, 6, 16, 44, 10, 16, 18)
	s.set(1, 1, "title", "Riskanalys")
	s.set(2, 1, "line", "Nämnd: "+h.board)
	s.set(3, 1, "line", "Upprättad: "+h.established)
	s.set(1, 8, "title", fmt.Sprintf("Internkontrollplan %d", h.year))
	s.set(2, 8, "line", h.board)
	s.set(3, 8, "line", h.established)
	if h.decided != "" {
		s.set(4, 1, "line", "Beslutad: "+h.decided)
		s.set(4, 8, "line", "Beslutad: "+h.decided)
	}
	s.band(5, 1, 3, "band1", "Steg 1 - Riskinventering, nämnden deltar")
	s.band(5, 4, 7, "band2", "Steg 2 - Riskvärdering, nämnden deltar")
	s.band(5, 8, 13, "band3", "Steg 3 - Förvaltningen föreslår, nämnden beslutar")
	s.row(6, 1, "head", "Kontrollområde", "Identifierad risk", "Nr", "Sannolikhet", "Konsekvens", "Risk-\nvärde", "Rekommenderad riskhantering")
	s.row(6, 8, "head3", "Nr.", "Inriktning för riskhantering från nämnd", "Åtgärd", "Kostnad", "Ansvarig", "Återrapporteras")
	s.heading = 6
	for i := range rows {
		row := 7 + i
		number := fmt.Sprintf("R%d", i+1)
		value, treatment := 0, ""
		s.row(row, 1, "text", "", "", "", "", "", "", "")
		s.row(row, 8, "text", "", "", "", "", "", "")
		if i < len(risks) {
			k := risks[i]
			value = k.likelihood * k.consequence
			treatment = treatment4(value)
			s.row(row, 1, "text", k.area, k.event)
			s.row(row, 4, "text", likelihood4[k.likelihood-1].label, consequence4[k.consequence-1].label)
			s.row(row, 9, "text", k.direction, k.action, "", k.owner, k.reporting)
			if n, err := strconv.Atoi(k.cost); err == nil {
				s.set(row, 11, "money", n)
			}
		}
		s.set(row, 3, "number", number)
		s.calc(row, 6, "strong", fmt.Sprintf(lookupLevel, ref(row, 4), ref(row, 5)), value)
		s.calc(row, 7, "text", fmt.Sprintf(pickAction, ref(row, 6)), treatment)
		s.calc(row, 8, "number", ref(row, 3), number)
	}
	s.fit(6)
	last := itoa(6 + rows)
	s.lists = []list{{"D7:D" + last, "Definitioner!$A$5:$A$8"}, {"E7:E" + last, "Definitioner!$A$11:$A$14"}, {"I7:I" + last, "Definitioner!$B$18:$B$20"}}
	s.colours = []colour{
		{"F7:G" + last, "$G7", "Minimera", "F8CBAD"}, {"F7:G" + last, "$G7", "Reducera", "FFE699"}, {"F7:G" + last, "$G7", "Acceptera", "C6E0B4"},
	}
	return s
}

// besideFollowUp lists the measures of the risks that are not accepted, with
// what was reported for the first period.
func besideFollowUp(h besideHead, risks []planned) *sheet {
	s := newSheet("Uppföljning", 6, 46, 18, 34, 34, 34)
	s.set(1, 1, "title", fmt.Sprintf("Uppföljning av internkontrollplan %d", h.year))
	s.set(2, 1, "line", h.board)
	s.band(4, 1, 3, "band3", "Steg 3 - Förvaltningen föreslår, nämnden beslutar")
	s.band(4, 4, 6, "band4", "Steg 4 - Uppföljning")
	s.row(5, 1, "head3", "Nr.", "Åtgärd", "Ansvarig")
	s.row(5, 4, "head4", "T1", "T2", "Årsbokslut")
	s.heading = 5
	row := 6
	for i, k := range risks {
		if strings.HasPrefix(treatment4(k.likelihood*k.consequence), "Acceptera") {
			continue
		}
		s.set(row, 1, "number", fmt.Sprintf("R%d", i+1))
		s.row(row, 2, "text", k.action, k.owner, k.report, "", "")
		row++
	}
	s.fit(5)
	return s
}
