package planted

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

var (
	boardStems = []string{"Hamn", "Skärgårds", "Fjärd", "Kvarn", "Miljö- och hamn", "Park- och lekplats", "Fyr", "Bygde", "Brunns", "Väg- och bro"}
	boardSince = []string{"hamn och farleder", "lek och lärande", "broar och färjor", "vatten, avlopp och återbruk"}
	areas      = []string{"Säker drift", "Ekonomi i balans", "Lagar och regler", "Kompetens och bemanning", "Upphandling och inköp",
		"Informationssäkerhet", "Arbetsmiljö", "Ärendehandläggning", "Fastigheter & lokaler", "Dokument- och arkivhantering",
		"Kris, beredskap och trygghet", "Barn, unga och äldre", "Bidrag till föreningar", "Avtal (uppföljning)", "God service åt invånare"}
	causes = []string{"Otydlig ansvarsfördelning", "Sjukfrånvaro i nyckelroller", "Föråldrade rutiner", "Bristande kontroll av fakturor",
		"Felaktiga behörigheter", "Uteblivna avstämningar", "Långa ledtider", "Avsaknad av reservkraft", "Hög personalomsättning",
		"Missade tidsfrister", "Okända jävsförhållanden", "Otillräcklig utbildning", "Svag avtalstrohet", "Strömavbrott längre än 4 timmar",
		"En \"tyst\" kunskap hos få medarbetare", "Bluffakturor", "Felregistrerade timmar", "Brister i e-arkivet", "Översvämning av källarplan",
		"Direktupphandling över beloppsgränsen", "Glömda återkallelser av passerkort", "Ofullständiga delegationsbeslut"}
	effects = []string{"leder till att beslut fattas på fel underlag", "gör att avgifter inte tas ut enligt taxan", "orsakar avbrott i hamnens drift",
		"medför att sekretess röjs", "ger skada för tredje man", "innebär att bidrag betalas ut två gånger", "försenar handläggningen med 3-6 veckor",
		"skapar merkostnader på minst 2 % av budgeten", "gör att lagkrav inte uppfylls", "drabbar barn och unga i skolskjutsen",
		"leder till att vite på 150 000 kr döms ut", "gör att förtroendet för nämnden minskar", "medför att avtal löper ut utan att någon märker det"}
	riskTails = []string{"", "", "", "", ", t.ex. under semestertider", " (jfr revisionens granskning)", " – särskilt vid årsskiften",
		".\nSenast inträffat för två år sedan", ", vilket i sin tur påverkar de samverkande kommunerna, deras bolag och de som bor längs farleden",
		"; gäller även \"Lilla bryggan\""}
	measures = []string{"Stickprov på 25 ärenden görs av controller", "Rutinen ses över och beslutas av förvaltningschef", "Två personer attesterar alla utbetalningar",
		"Behörigheter rensas varje halvår", "Avtalsregistret stäms av mot leverantörsreskontran", "Reservkraften provkörs varje månad",
		"Checklista införs:\n- före beslut\n- efter beslut", "Utbildning för samtliga handläggare", "Avvikelser rapporteras i systemet \"Lotsen\"",
		"Ny ersättare utses för varje nyckelroll", "Larmkedjan övas tillsammans med räddningstjänsten", "Kontroll mot bolagsregister inför varje ny leverantör",
		"Månadsvis avstämning av timmar mot schema"}
	measureTails = []string{"", "", "", " under våren", " och resultatet redovisas skriftligt", ", dock senast den 30 september",
		". Resultatet sammanställs, jämförs med föregående år och gås igenom med ledningsgruppen; brister åtgärdas utan dröjsmål och följs upp vid nästa möte"}
	owners     = []string{"Förvaltningschef", "Hamnkapten", "Enhetschef drift", "Ekonomichef", "Administrativ chef", "IT-samordnare", "Verksamhetscontroller", "HR-chef", "Arkivansvarig", "Chef för lek- och parkenheten"}
	reportings = []string{"Vid behov", "T1, T2, Årsbokslut", "Tertial 1 och 2", "Nämndens möte i maj", "Årsbokslut", "Kvartalsvis", "Två gånger om året"}
	reports    = []string{"Genomfört utan anmärkning.", "Pågår enligt plan.", "N/A", "Stickprov gjorda, 2 av 25 med brister.", "Försenat; tas upp igen efter sommaren.",
		"Ja - inga förändringar sedan förra gången", "Rutinen är beslutad och känd av alla.\nNästa genomgång i höst.", "Utbildning hölls den 12 mars med 31 deltagare",
		"Inte påbörjat på grund av vakans", "Kontrollen visar att \"dubbelattest\" nu fungerar"}
	notes = []string{"Planen har tagits fram av förvaltningens ledningsgrupp.", "Vid frågor: kontakta förvaltningens controller.", "Dokumentet revideras årligen."}
)

// boardName invents the name of a board.
func boardName(r *rand.Rand) string {
	if r.IntN(4) == 0 {
		return "Styrelsen för " + pick(r, boardSince)
	}
	return pick(r, boardStems) + "nämnden"
}

// texts gives a function that draws texts no two of which are the same to a
// reader.
func texts(r *rand.Rand, make func() string) func() string {
	seen := map[string]bool{}
	return func() string {
		for n := 2; ; n++ {
			s := make()
			if n > 50 {
				s = fmt.Sprintf("%s, del %d", s, n)
			}
			if key := strings.ToLower(s); !seen[key] {
				seen[key] = true
				return s
			}
		}
	}
}

func eventText(r *rand.Rand) string {
	return pick(r, causes) + " " + pick(r, effects) + pick(r, riskTails)
}

func measureText(r *rand.Rand) string { return pick(r, measures) + pick(r, measureTails) }
