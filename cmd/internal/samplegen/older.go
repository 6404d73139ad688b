package samplegen

// olderRisk is a risk of the older layout with what stands on each sheet. value
// and treatment are as written; "" and 0 mean as they follow from the levels.
type olderRisk struct {
	area, planArea, event, number string
	likelihood, consequence       int
	label                         string // written instead of the likelihood's label
	value                         int
	treatment                     string
	action, owner, reporting      string
	followOwner                   string
	reports                       [3]string
	unfollowed                    bool
}

func (e *olderRisk) likelihoodLabel() string {
	if e.label != "" {
		return e.label
	}
	return likelihood4[e.likelihood-1].label
}

func (e *olderRisk) writtenValue() int {
	if e.value != 0 {
		return e.value
	}
	return e.likelihood * e.consequence
}

func (e *olderRisk) writtenTreatment() string {
	if e.treatment != "" {
		return e.treatment
	}
	return treatment4(e.likelihood * e.consequence)
}

// olderBook is the plan of Miljö- och hamnnämnden for 2025 on four sheets,
// typed by hand over the years, with the faults that samples/README.md lists.
func olderBook() ([]byte, error) {
	o := older{besideHead: besideHead{board: "Miljö- och hamnnämnden", established: "2024-09-16", year: 2025}, risks: olderRisks, leftover: true}
	return o.book()
}

// older is a plan in the older layout; leftover leaves a row with a bare 0 below
// the analysis.
type older struct {
	besideHead
	risks    []olderRisk
	leftover bool
}

func (o *older) book() ([]byte, error) {
	return build(o.titled("Internkontrollplan"), o.board, o.analysis(), o.plan(), o.followUp(), definitions4(false))
}

func (o *older) titled(what string) string { return what + " " + itoa(o.year) }

func (o *older) head(s *sheet, title string) {
	s.set(1, 1, "title", title)
	s.set(2, 1, "line", "Nämnd: "+o.board)
	s.set(3, 1, "line", "Upprättad: "+o.established)
	s.set(4, 1, "line", "Beslutad")
	if o.decided != "" {
		s.set(4, 1, "line", "Beslutad: "+o.decided)
	}
	s.heading = 7
}

func (o *older) analysis() *sheet {
	s := newSheet("Riskanalys", 24, 52, 6, 15, 13, 9, 20)
	o.head(s, "Riskanalys")
	s.band(6, 1, 3, "band1", "Steg 1 - Riskinventering, nämnden deltar")
	s.band(6, 4, 7, "band2", "Steg 2 - Riskvärdering, nämnden deltar")
	s.row(7, 1, "head", "Kontrollområde", "Identifierad risk", "Nr", "Sannolikhet", "Konsekvens", "Risk-värde", "Rekommenderad riskhantering")
	for i, e := range o.risks {
		row := 8 + i
		s.row(row, 1, "text", e.area, e.event)
		s.set(row, 3, "number", e.number)
		s.row(row, 4, "text", e.likelihoodLabel(), consequence4[e.consequence-1].label)
		s.set(row, 6, "strong", e.writtenValue())
		s.set(row, 7, "text", e.writtenTreatment())
	}
	if o.leftover {
		s.set(8+len(o.risks), 6, "strong", 0)
	}
	s.fit(7)
	return s
}

func (o *older) plan() *sheet {
	s := newSheet("Internkontrollplan", 19, 38, 13, 12, 8, 16, 6, 17, 46, 19, 15)
	o.head(s, o.titled("Internkontrollplan"))
	s.band(6, 1, 2, "band1", "Steg 1 - Riskinventering, nämnden deltar")
	s.band(6, 3, 6, "band2", "Steg 2 - Riskvärdering, nämnden deltar")
	s.band(6, 7, 11, "band3", "Steg 3 - Förvaltningen föreslår, nämnden beslutar")
	s.row(7, 1, "head", "Kontrollområde", "Identifierad risk", "Sannolikhet", "Konsekvens", "Risk-värde", "Rekommenderad riskhantering")
	s.row(7, 7, "head3", "Nr.", "Inriktning för riskhantering från nämnd", "Åtgärd", "Ansvarig", "Återrapporteras")
	for i, e := range o.risks {
		row := 8 + i
		area := e.area
		if e.planArea != "" {
			area = e.planArea
		}
		s.row(row, 1, "text", area, e.event, e.likelihoodLabel(), consequence4[e.consequence-1].label)
		s.set(row, 5, "strong", e.writtenValue())
		s.set(row, 6, "text", e.writtenTreatment())
		s.set(row, 7, "number", e.number)
		s.row(row, 8, "text", e.writtenTreatment(), e.action, e.owner, e.reporting)
	}
	s.fit(7)
	return s
}

func (o *older) followUp() *sheet {
	s := newSheet("Uppföljning", 6, 16, 44, 20, 15, 34, 34, 34)
	s.set(1, 1, "title", o.titled("Uppföljning av internkontrollplan"))
	s.set(2, 1, "line", o.board)
	s.band(4, 1, 5, "band3", "Steg 3 - Förvaltningen föreslår, nämnden beslutar")
	s.band(4, 6, 8, "band4", "Steg 4 - Uppföljning")
	s.row(5, 1, "head3", "Nr.", "Inriktning för riskhantering från nämnd", "Åtgärd", "Ansvarig", "Återrapporteras")
	s.row(5, 6, "head4", "T1", "T2", "T3")
	s.heading = 5
	row := 6
	for _, e := range o.risks {
		if e.unfollowed || e.likelihood*e.consequence < 4 {
			continue
		}
		owner := e.owner
		if e.followOwner != "" {
			owner = e.followOwner
		}
		s.set(row, 1, "number", e.number)
		s.row(row, 2, "text", e.writtenTreatment(), e.action, owner, e.reporting)
		for p, text := range e.reports {
			s.set(row, 6+p, "text", text)
		}
		row++
	}
	s.fit(5)
	return s
}
