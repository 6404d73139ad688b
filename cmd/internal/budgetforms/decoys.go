package budgetforms

import (
	"fmt"
	"math/rand/v2"
	"strconv"
)

// Decoy draws a table that looks like a budget and is none, or holds amounts that
// add up to nothing.
func Decoy(seed uint64) *Form {
	rng := rand.New(rand.NewPCG(seed, 31))
	f := &Form{}
	kinds := []func(*Form, *rand.Rand){averages, prices, sickLeave, headcount, calendar, staff, keyFigures, visits}
	kinds[int(seed)%len(kinds)](f, rng)
	return f
}

func (f *Form) text(cells ...string) {
	var row []Cell
	for _, s := range cells {
		row = append(row, Cell{Text: s})
	}
	f.Rows = append(f.Rows, row)
}

func (f *Form) amountsRow(name string, amounts ...int64) {
	row := []Cell{{Text: name}}
	for _, a := range amounts {
		row = append(row, Cell{Amount: a, Stored: 10 * a, Is: true})
	}
	f.Rows = append(f.Rows, row)
}

var schools = []string{"Norra skolan", "Ekskolan", "Strandskolan", "Bergskolan", "Lindskolan", "Åskolan"}

// weighted is an average of amounts by weights.
func weighted(rng *rand.Rand, amounts []int64) int64 {
	var sum, weights int64
	for _, a := range amounts {
		w := 50 + rng.Int64N(300)
		sum, weights = sum+a*w, weights+w
	}
	return sum / weights
}

func averages(f *Form, rng *rand.Rand) {
	f.Name = "averages"
	f.text(pick(rng, "Kostnad per elev, kr", "Kostnad per plats och år, kr", "Nettokostnad per barn (kr)"))
	f.text()
	f.text("Skola", "Budget 2025", "Utfall 2025", "Avvikelse")
	var budget, outcome []int64
	for _, s := range schools[:3+rng.IntN(3)] {
		b := 90000 + 100*rng.Int64N(300)
		o := b - 3000 + 100*rng.Int64N(60)
		budget, outcome = append(budget, b), append(outcome, o)
		f.amountsRow(s, b, o, b-o)
	}
	b, o := weighted(rng, budget), weighted(rng, outcome)
	f.amountsRow(pick(rng, "Totalt", "Kommunen totalt", "Genomsnitt", "Snitt"), b, o, b-o)
}

func prices(f *Form, rng *rand.Rand) {
	f.Name = "prices"
	f.text(pick(rng, "Taxor och avgifter, kr", "Prislista 2026 (kr)"))
	f.text()
	f.text("Tjänst", "Avgift 2025", "Avgift 2026", "Ändring")
	for _, s := range []string{"Bygglov, enkelt", "Bygglov, stort", "Båtplats", "Kajplats per dygn", "Kranlyft"}[:3+rng.IntN(3)] {
		a := 100 + 50*rng.Int64N(60)
		b := a + 10*rng.Int64N(20)
		f.amountsRow(s, a, b, b-a)
	}
}

func sickLeave(f *Form, rng *rand.Rand) {
	f.Name = "sick leave"
	f.Decimals = 1
	f.text(pick(rng, "Sjukfrånvaro i procent", "Sjukfrånvaro %", "Sjukfrånvaro"))
	f.text()
	f.text("Enhet", "Mål 2025", "Utfall 2025", "Avvikelse")
	var goal, outcome []int64
	for _, s := range branches[:3+rng.IntN(4)] {
		g, o := 40+rng.Int64N(20), 30+rng.Int64N(60)
		goal, outcome = append(goal, g), append(outcome, o)
		f.amountsRow(s, g, o, o-g)
	}
	g, o := weighted(rng, goal), weighted(rng, outcome)
	f.amountsRow("Totalt", g, o, o-g)
}

func headcount(f *Form, rng *rand.Rand) {
	f.Name = "headcount"
	f.text(pick(rng, "Antal årsarbetare", "Personal, antal anställda", "Årsarbetare per enhet"))
	f.text()
	f.text("Enhet", "2024", "2025", "Budget 2026")
	for _, s := range branches[:3+rng.IntN(4)] {
		f.amountsRow(s, 5+rng.Int64N(40), 5+rng.Int64N(40), 5+rng.Int64N(40))
	}
	f.amountsRow("Totalt", 20+rng.Int64N(40), 20+rng.Int64N(40), 20+rng.Int64N(40))
}

func calendar(f *Form, rng *rand.Rand) {
	f.Name = "calendar"
	f.text("Årshjul för budget och uppföljning 2026")
	f.text()
	f.text("Aktivitet", "Jan", "Feb", "Mar", "Apr", "Ansvarig")
	for _, s := range []string{"Bokslut", "Budget", "Delårsrapport", "Internkontroll", "Prognos"} {
		row := []string{s}
		for range 4 {
			row = append(row, pick(rng, "", "x", strconv.Itoa(1+rng.IntN(28))))
		}
		f.text(append(row, pick(rng, "Ekonom", "Nämnd", "Chef"))...)
	}
}

func staff(f *Form, rng *rand.Rand) {
	f.Name = "staff list"
	f.text("Telefonlista ekonomi")
	f.text()
	f.text("Namn", "Titel", "Telefon", "Rum")
	for i := range 4 + rng.IntN(5) {
		f.text(fmt.Sprintf("Person %c", 'A'+rune(i)), pick(rng, "Ekonom", "Controller", "Budgetchef"), fmt.Sprintf("0900-%d %d", 10+rng.IntN(80), 10+rng.IntN(80)), strconv.Itoa(100+rng.IntN(300)))
	}
}

func keyFigures(f *Form, rng *rand.Rand) {
	f.Name = "key figures"
	f.text("Nyckeltal 2025")
	f.text()
	f.text("Nyckeltal", "Bokslut 2024", "Budget 2025", "Utfall 2025")
	for _, s := range []string{"Besökare", "Lån per invånare", "Nöjda brukare", "Platser", "Andel behöriga"} {
		f.amountsRow(s, 10+rng.Int64N(900), 10+rng.Int64N(900), 10+rng.Int64N(900))
	}
}

func visits(f *Form, rng *rand.Rand) {
	f.Name = "visits"
	f.text("Antal besök")
	f.text()
	f.text("Badhus", "2023", "2024", "2025")
	for _, s := range branches[:3] {
		f.amountsRow(s, 1000+rng.Int64N(9000), 1000+rng.Int64N(9000), 1000+rng.Int64N(9000))
	}
	f.amountsRow("Summa", 9000+rng.Int64N(9000), 9000+rng.Int64N(9000), 9000+rng.Int64N(9000))
}
