package rich

import (
	"fmt"
	"math/rand/v2"
	"slices"
)

// Error is one planted error: the cell of the register that is wrong, and what
// should stand there.
type Error struct{ Rule, Cell, Right string }

// Workbook is an invented workbook. Results has the cells outside the register
// whose stored results follow from planted errors, with the results after they
// are corrected, as "sheet!cell".
type Workbook struct {
	Name     string
	Data     []byte
	Features []string
	Planted  []Error
	Results  map[string]string
	Signed   bool
}

// The sheets.
const (
	Register = "Riskanalys"
	overview = "Översikt"
	figures  = "Data"
)

// firstRow is the row of the register's first risk.
const firstRow = 7

// risk is one row: its levels, and value and treatment as they are written.
type risk struct {
	likelihood, consequence int
	value, treatment        int // written; treatment counts from 0
}

func (r *risk) right() int { return r.likelihood * r.consequence }

// The usual scale in four times four steps.
var (
	likelihoods  = [...]string{"", "Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
	consequences = [...]string{"", "Försumbar", "Lindrig", "Kännbar", "Allvarlig"}
	treatments   = [...]string{"Acceptera risk", "Reducera risk", "Minimera risk"}
)

func treatmentOf(value int) int {
	switch {
	case value >= 12:
		return 2
	case value >= 4:
		return 1
	}
	return 0
}

var events = [...]string{
	"Bojen driver iväg i storm", "Larmet går inte fram till jouren", "Fakturor attesteras av fel person", "Nycklar lämnas inte tillbaka",
	"Protokoll justeras för sent", "Avgiften tas ut två gånger", "Arkivet vattenskadas", "Kajen saknar räddningsredskap",
	"Behörigheter ligger kvar efter avslut", "Anbud öppnas för tidigt", "Besiktningen glöms bort", "Register förs i två exemplar",
	"Bryggan stängs utan besked", "Tillsynen hinns inte med",
}

var areas = [...]string{"Säkerhet", "Ekonomi", "Personal", "Service"}

// Make gives the workbook of a seed.
func Make(seed int) *Workbook {
	rng := rand.New(rand.NewPCG(uint64(seed), 14))
	b := newBook()
	w := &Workbook{Results: map[string]string{}}
	risks := b.register(rng, w)
	b.overview(risks, w)
	b.figures()
	for i, f := range features {
		// Every feature comes alone first, then in company.
		if i == seed%len(features) || seed >= len(features) && rng.IntN(3) == 0 {
			f.add(b)
			w.Features = append(w.Features, f.name)
		}
	}
	w.Signed = slices.Contains(w.Features, "signature")
	w.Name = fmt.Sprintf("rich-%02d.%s", seed, b.extension)
	w.Data = b.zip()
	return w
}

// register writes the sheet of risks: two to four of them are wrong.
func (b *book) register(rng *rand.Rand, w *Workbook) []risk {
	s := b.sheet(Register)
	s.text("A1", "Riskanalys 2026")
	s.text("A2", "Nämnd: Hamnnämnden")
	s.text("A3", "Upprättad: 2025-10-01")
	s.text("A4", "Beslutad: 2025-11-03")
	for i, heading := range []string{"Nr", "Kontrollområde", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering"} {
		s.styled(ref(i, firstRow-1), heading, styleHead)
	}
	wrong := 2 + rng.IntN(3)
	var risks []risk
	for i := range 9 + rng.IntN(6) {
		r := risk{likelihood: 1 + rng.IntN(4), consequence: 1 + rng.IntN(4)}
		r.value = r.right()
		if i%3 == 1 && wrong > 0 {
			wrong--
			for r.value == r.right() {
				r.value = 1 + rng.IntN(16)
			}
		}
		r.treatment = treatmentOf(r.value)
		risks = append(risks, r)
		row := firstRow + i
		s.text(ref(0, row), fmt.Sprintf("R%d", i+1))
		s.text(ref(1, row), areas[i%len(areas)])
		s.text(ref(2, row), events[i%len(events)])
		s.text(ref(3, row), likelihoods[r.likelihood])
		s.text(ref(4, row), consequences[r.consequence])
		s.setNumber(ref(5, row), float64(r.value))
		s.text(ref(6, row), treatments[r.treatment])
		if r.value != r.right() {
			w.Planted = append(w.Planted, Error{"risk-value", ref(5, row), fmt.Sprint(r.right())})
		}
		if right := treatmentOf(r.right()); r.treatment != right {
			w.Planted = append(w.Planted, Error{"treatment", ref(6, row), treatments[right]})
		}
	}
	return risks
}
