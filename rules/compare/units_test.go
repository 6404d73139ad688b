package compare

import (
	"slices"
	"testing"

	"riskbok/rules/model"
)

// ofFiles puts registers into files of units of their own, the first of unit 1.
func ofFiles(entries ...model.Entry) []model.Entry {
	for i := range entries {
		entries[i].UnitFile = i + 1
	}
	return entries
}

// Units with one list of risks are compared each with itself, whether they hand in files or
// stand in one table that names them; riskbok's names in front of numbers, and numbers where
// there were none, are no news.
func TestUnits(t *testing.T) {
	b := &builder{}
	north := b.register(scale(), "1||Kajen rasar|Ofta|Stor|9|||Besiktning", "2||Bojar driver|Sällan|Liten|1||")
	south := b.register(scale(), "1||Kajen rasar|Sällan|Stor|3|||Nya pålar", "2||Bojar driver|Ofta|Liten|3||")
	first := &model.Book{Board: "Hamnnämnden", Year: 2025, Registers: ofFiles(north, south)}

	moved := func(number func(unit, n string) string) *model.Book {
		row := func(unit, n, rest string) string { return number(unit, n) + "||" + rest }
		e := b.register(scale(),
			row("Södra", "1", "Kajen rasar|Ibland|Stor|6|||Nya pålar"), row("Södra", "2", "Bojar driver|Ofta|Liten|3||"),
			row("Norra", "1", "Kajen rasar|Ofta|Stor|9|||Besiktning"), row("Norra", "2", "Bojar driver|Sällan|Liten|1||"))
		for i := range e.Risks {
			e.Risks[i].Unit = model.Text([]string{"Södra", "Södra", "Norra", "Norra"}[i], e.Risks[i].At)
		}
		return &model.Book{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{e}}
	}
	for name, number := range map[string]func(unit, n string) string{
		"their own":  func(_, n string) string { return n },
		"with names": func(unit, n string) string { return unit + " " + n },
		"none":       func(_, _ string) string { return "" },
	} {
		c := Compare([]*model.Book{first}, []*model.Book{moved(number)}, nil)
		counts := Counts(c.Pairs[0].Items)
		if len(c.Pairs[0].Items) != 4 || counts[Raised] != 1 || len(counts) != 1 {
			t.Errorf("%s: %d risks, changes %v, want one of four raised", name, len(c.Pairs[0].Items), counts)
		}
	}
}

// A plan of the whole board beside the units' files numbers in a way of its own: its rows are
// about their risks.
func TestUnitsAndBoard(t *testing.T) {
	b := &builder{}
	files := func() []model.Entry {
		return ofFiles(
			b.register(scale(), "1||Kajen rasar|Ofta|Stor|9|||Besiktning", "2||Bojar driver|Sällan|Liten|1||"),
			b.register(scale(), "1||Kajen rasar|Sällan|Stor|3|||Nya pålar", "2||Bojar driver|Ofta|Liten|3||"))
	}
	board := b.register(scale(), "7||Kajen rasar||||||Nya pålar", "8||Kajen rasar||||||Besiktning")
	all := append([]model.Entry{board}, files()...)
	var got []string
	for _, r := range risksOf(Edition{Books: []*model.Book{{Registers: all}}}) {
		got = append(got, r.Number.V+" "+r.Event.V+" "+r.Score.Raw)
	}
	if want := []string{"1 Kajen rasar 9", "2 Bojar driver 1", "1 Kajen rasar 3", "2 Bojar driver 3"}; !slices.Equal(got, want) {
		t.Errorf("risks are %q, want %q", got, want)
	}
}

// Where a year has no numbers, the next year's are no news; where some were, they are.
func TestNumbersGiven(t *testing.T) {
	for first, want := range map[string]int{"": 0, "4": 2} {
		b := &builder{}
		old := &model.Book{Board: "Hamnnämnden", Year: 2025, Registers: []model.Entry{b.register(scale(), first+"||Kajen rasar", "||Bojar driver")}}
		new := &model.Book{Board: "Hamnnämnden", Year: 2026, Registers: []model.Entry{b.register(scale(), "1||Kajen rasar", "2||Bojar driver")}}
		if got := Counts(Compare([]*model.Book{old}, []*model.Book{new}, nil).Pairs[0].Items)[Renumbered]; got != want {
			t.Errorf("first number %q: %d renumbered, want %d", first, got, want)
		}
	}
}
