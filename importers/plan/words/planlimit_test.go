package words_test

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/plan/words"
)

// TestPlanLimit: what says from which value risks are in the plan, and what says
// something else.
func TestPlanLimit(t *testing.T) {
	x := words.Of(config.Vocabulary())
	for text, want := range map[string]int{
		"Risker med värde 9 eller högre ska ingå i internkontrollplanen":                                  9,
		"Alla risker med ett riskvärde på 8 eller högre tas med i internkontrollplanen.":                  8,
		"Skalan har fyra steg. Risker med riskvärde 6 och uppåt ska finnas med i planen.":                 6,
		"Riskvärde 9 eller mer: tas med i planen":                                                         9,
		"Riskvärde 12 eller högre kräver en handlingsplan":                                                0,
		"Riskvärde 12 eller högre: åtgärder planeras genast":                                              0,
		"Riskvärde 12 eller högre: upprätta en plan":                                                      0,
		"Risker med riskvärde 4-8 behöver inte finnas i planen":                                           0,
		"Risker som har riskvärde under 8 tas inte med i planen.":                                         0,
		"Risker med riskvärde 8 eller högre tas inte med i planen.":                                       0,
		"Risk att 3 eller fler avtal löper ut":                                                            0,
		"Avtal över 3 år eller mer ska stå i planen":                                                      0,
		"Risker med riskvärde 9 eller högre ska ingå i nämndens internkontrollplan":                       9,
		"Riskvärde 9 eller mer: i planen":                                                                 9,
		"Risker med riskvärde 9 eller högre ska ingå i internkontrollplanen och märkas med rött":          9,
		"Risker med riskvärde 12 eller högre ska rapporteras till nämnden varje kvartal enligt planen":    0,
		"Risker med riskvärde 12 eller högre i planen ska tas upp med torgchefen varje månad":             0,
		"Risker med riskvärde 12 eller högre ska ingå i styrelsens kommunövergripande internkontrollplan": 0,
		"Kommungemensamma risker med riskvärde 12 eller högre ska ingå i internkontrollplanen":            0,
		"I bolagen ska risker med riskvärde 9 eller högre ingå i internkontrollplanen":                    0,
		"Tidigare ingick risker med riskvärde 9 eller högre i internkontrollplanen":                       0,
		"Exempel: risker med riskvärde 9 eller högre ska ingå i internkontrollplanen":                     0,
		"Risker med riskvärde 9 eller högre hanteras direkt och ingår inte i planen":                      0,
		"Risker med riskvärde 6 eller högre bör övervägas för internkontrollplanen":                       0,
		"Risker med riskvärde 6 eller högre kan tas med i planen":                                         0,
		"För risker med riskvärde 6 eller högre bedöms om risken ska tas med i planen":                    0,
		"Förra året gällde att risker med riskvärde 6 eller högre ingick i planen":                        0,
		"Det finns inget krav på att risker med riskvärde 6 eller högre ska ingå i planen":                0,
		"Av risker med riskvärde 6 eller högre väljs de viktigaste till planen":                           0,
		"Nya risker med riskvärde 6 eller högre ska ingå i planen":                                        0,
		"Risker med riskvärde 6 eller högre ska ingå i planen, dock högst fem":                            0,
		"Risker med riskvärde 6 eller högre ska ingå i planen om det inte finns kontroller":               0,
		"Risker med riskvärde 12 eller högre ska inte bara ingå i planen utan även hanteras genast":       0,
		"Samtliga risker som har bedömts till riskvärde 9 eller högre förs in i årets internkontrollplan": 9,
		"Alle risikoer med risikoverdi 9 eller høyere skal inngå i internkontrollplanen":                  9,
		"Risker som får riskvärdet 6 eller högre ska hanteras i internkontrollplanen":                     6,
		"Risker med riskvärde 6 eller högre ska finnas med i hamnnämndens internkontrollplan":             6,
		"Risker med riskvärde 6 eller högre ska finnas med i torgnämndens internkontrollplan":             0,
		"I internkontrollplanen ingår risker med riskvärde 6 eller högre":                                 6,
		"Internkontrollplanen omfattar alla risker med riskvärde 6 och högre":                             6,
		"I planen ska risker med riskvärde 6 eller högre följas upp varje månad":                          0,
		"I planen kan risker med riskvärde 6 eller högre ingå":                                            0,
		"Risker med riskvärde över 5 ska ingå i planen":                                                   6,
		"Risker med ett riskvärde på minst 6 ska ingå i planen":                                           6,
		"Risker i internkontrollplanen med riskvärde 12 eller högre":                                      0,
		"Internkontrollplan, risker med riskvärde 12 eller högre":                                         0,
		"Risker med värde från 6 och uppåt förs till planen":                                              6,
		"Risker med riskvärde ≥ 6 ska ingå i planen":                                                      6,
		"Risker med riskvärde >= 6 ska ingå i internkontrollplanen":                                       6,
		"Risker med riskvärde > 5 ska ingå i planen":                                                      6,
		"Risker med riskvärde < 6 ska ingå i planen":                                                      0,
		"Risker från och med riskvärde 6 ska ingå i planen":                                               6,
		"Risker fr.o.m. riskvärde 6 tas med i planen":                                                     6,
		"Risker med riskvärde fr.o.m. 6 tas med i planen":                                                 6,
		"Risker med riskvärde från och med 6 ska ingå i planen":                                           6,
		"Risker med riskvärde lika med eller högre än 6 ska ingå i planen":                                6,
		"Risker med riskvärde större än eller lika med 6 ska ingå i planen":                               6,
		"Risker med riskvärde högre än 5 ska ingå i planen":                                               6,
		"Risker med riskvärde som överstiger 5 ska ingå i planen":                                         6,
		"Risker med ett riskvärde på 6 eller däröver ska ingå i planen":                                   6,
		"Risker med minst riskvärde 6 ska ingå i planen":                                                  6,
		"Endast risker med riskvärde 6 eller högre ingår i planen":                                        6,
		"Risker vars riskvärde uppgår till 6 eller mer ska tas med i planen":                              6,
		"Risker som värderas till 6 eller högre ska ingå i planen":                                        6,
		"Risker vars restrisk värderas till 9 eller högre ska ingå i planen":                              0,
		"Risker med ett nettoriskvärde på 9 eller högre ska ingå i planen":                                0,
		"Risker vars bruttorisk bedöms till minst 9 ska ingå i planen":                                    9,
		"Risker med högst riskvärde 6 ska ingå i planen":                                                  0,
		"Risker med riskvärde 6 ska ingå i planen":                                                        0,
		"Risker över riskvärde 6 kan ingå i planen":                                                       0,
		"I internkontrollplanen ingår risker med riskvärde ≥ 6":                                           6,
		"Internkontrollplanen omfattar risker från och med riskvärde 6":                                   6,
		"Internkontrollplan 2026": 0,
	} {
		if got, ok := x.PlanLimit(text, "Hamnnämnden"); got != want || ok != (want > 0) {
			t.Errorf("%q: %d, %v", text, got, ok)
		}
	}
}
