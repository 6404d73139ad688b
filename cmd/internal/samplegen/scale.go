package samplegen

// level is one step of an axis as printed.
type level struct{ label, meaning string }

var (
	likelihood4 = []level{
		{"Osannolik", "Har inte inträffat och väntas inte göra det under överskådlig tid"},
		{"Mindre sannolik", "Har inträffat någon enstaka gång, kan hända igen inom några år"},
		{"Möjlig", "Inträffar då och då, kan väntas under året"},
		{"Sannolik", "Inträffar ofta, väntas flera gånger under året"},
	}
	consequence4 = []level{
		{"Försumbar", "Märks knappt, rättas i det dagliga arbetet"},
		{"Lindrig", "Ger merarbete för enstaka medarbetare eller invånare"},
		{"Kännbar", "Påverkar verksamheten, ekonomin eller förtroendet under en tid"},
		{"Allvarlig", "Skadar människor, miljö, ekonomi eller förtroende på ett sätt som inte kan godtas"},
	}
	likelihood5 = []level{
		{"Mycket sällan", "Mer sällan än vart tionde år"},
		{"Sällan", "Vart femte till vart tionde år"},
		{"Ibland", "Vart eller vartannat år"},
		{"Ofta", "Flera gånger om året"},
		{"Mycket ofta", "Varje månad eller oftare"},
	}
	consequence5 = []level{
		{"Ingen", "Ingen märkbar följd för den enskilde eller för ekonomin"},
		{"Liten", "Olägenhet som rättas samma dag"},
		{"Måttlig", "Kvalitetsbrist som kräver åtgärd, kostnad under 100 tkr"},
		{"Stor", "Skada för enskild eller kostnad på 100–500 tkr"},
		{"Mycket stor", "Allvarlig skada, lagbrott eller kostnad över 500 tkr"},
	}
)

func treatment4(value int) string {
	switch {
	case value >= 12:
		return "Minimera risk"
	case value >= 4:
		return "Reducera risk"
	}
	return "Acceptera risk"
}

func treatment5(value int) string {
	switch {
	case value >= 15:
		return "Minimera"
	case value >= 6:
		return "Reducera"
	}
	return "Acceptera"
}

// definitions4 is the sheet that states the 4×4 scale: labels in A5:A8 and
// A11:A14 with their numbers in C, treatments in B18:B20.
func definitions4(hideNumbers bool) *sheet {
	s := newSheet("Definitioner", 24, 68, 9, 58)
	s.set(1, 1, "title", "Definitioner")
	s.set(2, 1, "line", "Så bedömer vi risker i Storvik-Åby kommun")
	axis := func(row int, heading string, levels []level) {
		s.row(row, 1, "head", heading, "Definition", "Värde")
		for i, l := range levels {
			s.row(row+1+i, 1, "text", l.label, l.meaning)
			s.set(row+1+i, 3, "number", i+1)
		}
	}
	axis(4, "Sannolikhet", likelihood4)
	axis(10, "Konsekvens", consequence4)
	s.set(16, 1, "section", "Riskhantering")
	s.row(17, 1, "head", "Riskvärde", "Rekommendation till hur risken ska hanteras", "", "Innebär")
	for i, r := range [][3]string{
		{"12-16", "Minimera risk", "Omfattande åtgärder tas genast fram och skrivs in i internkontrollplanen"},
		{"4-11", "Reducera risk", "Åtgärder som minskar risken skrivs in i internkontrollplanen"},
		{"1-3", "Acceptera risk", "Ingen åtgärd krävs, risken tas inte med i internkontrollplanen"},
	} {
		s.row(18+i, 1, "text", r[0], r[1], "", r[2])
	}
	s.fit(4)
	if hideNumbers {
		s.hidden = []int{3}
	}
	return s
}
