package budgetforms

import (
	"math/rand/v2"
	"strconv"
)

var remainWords = []string{"Kvar", "Saldo", "Disponibelt", "Rest", "Delta", "Kvarvarande medel", "Kvar att förbruka", "Återstående"}

var months = []string{"Jan", "Feb", "Mar", "Apr", "Maj", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dec"}

// parts gives so many given columns and their sum.
func parts(sum string, headings ...string) (columns []column) {
	all := made(sum, "budget-total")
	for i, h := range headings {
		columns = append(columns, given(h, i))
		all.of = append(all.of, term{i, 1})
	}
	return append(columns, all)
}

// sumSchemes are columns that add up, nets across, and what is left.
var sumSchemes = []func(rng *rand.Rand, year int) scheme{
	func(rng *rand.Rand, year int) scheme {
		sign := int64(1)
		if rng.IntN(2) == 0 {
			sign = -1
		}
		return scheme{name: "income, costs, net", columns: []column{
			given("Intäkter", 0), {heading: "Kostnader", given: 1, minus: sign > 0},
			made(pick(rng, "Netto", "Netto "+strconv.Itoa(year), "Nettobudget"), "budget-net", term{0, 1}, term{1, sign})}, given: 2, sides: true, corner: true}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "costs less income", columns: []column{
			given(pick(rng, "Kostnader", "Utgifter"), 0), given(pick(rng, "Intäkter", "Inkomster"), 1),
			made(pick(rng, "Netto", "Nettokostnad"), "budget-net", term{0, 1}, term{1, -1})}, given: 2, sides: true, corner: true}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "budget, adjustment, budget", columns: []column{
			given(pick(rng, "Budget ", "Ursprunglig budget ")+y, 0), given(pick(rng, "Justering", "Omdisponering", "Tilläggsbudget", "Ombudgetering"), 1),
			made(pick(rng, "Budget ", "Ny budget ", "Reviderad budget ", "Justerad budget ")+y, "budget-total", term{0, 1}, term{1, 1})}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "what is left", columns: []column{
			given("Budget "+y, 0), given(pick(rng, "Utfall ", "Förbrukat ", "Redovisat ")+y, 1),
			made(pick(rng, remainWords...), "budget-deviation", term{0, 1}, term{1, -1})}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "part of the year, year and forecast", columns: []column{
			given("Budget ack", 0), given("Utfall ack", 1), made(pick(rng, "Avvikelse ack", "Avv. ack"), "budget-deviation", term{0, 1}, term{1, -1}),
			given("Årsbudget "+y, 2), given("Årsprognos "+y, 3), made(pick(rng, "Prognosavvikelse", "Avvikelse årsprognos"), "budget-forecast", term{3, 1}, term{4, -1})}, given: 4}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "thirds of the year", columns: parts(pick(rng, "Summa", "Helår", "Totalt"), "T1", "T2", "T3"), given: 3, corner: true}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "quarters", columns: parts(pick(rng, "Summa", "Helår", "Totalt "+strconv.Itoa(year)), "Kv 1", "Kv 2", "Kv 3", "Kv 4"), given: 4, corner: true}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "twelve months", columns: parts(pick(rng, "Summa", "Totalt", "Helår"), months...), given: 12, corner: true}
	},
	func(rng *rand.Rand, year int) scheme {
		y := func(n int) string { return strconv.Itoa(year + n) }
		return scheme{name: "outcome, budgets, plans", columns: []column{
			given("Bokslut "+y(-1), 0), given("Budget "+y(0), 1), given("Budget "+y(1), 2), given("Plan "+y(2), 3), given("Plan "+y(3), 4)}, given: 5}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "frame, compensation, savings, frame", columns: []column{
			given("Ram "+strconv.Itoa(year-1), 0), given("Pris- och löneuppräkning", 1), {heading: pick(rng, "Effektivisering", "Besparing"), given: 2, minus: true}, given("Satsningar", 3),
			made("Ram "+strconv.Itoa(year), "budget-total", term{0, 1}, term{1, 1}, term{2, 1}, term{3, 1})}, given: 4}
	},
	func(rng *rand.Rand, year int) scheme {
		y := func(n int) string { return strconv.Itoa(year + n) }
		return scheme{name: "the sum first", columns: []column{
			made(pick(rng, "Totalt", "Summa", "Total budget", "Totalbudget"), "budget-total", term{1, 1}, term{2, 1}, term{3, 1}), given("Plan "+y(0), 0), given("Plan "+y(1), 1), given("Plan "+y(2), 2)}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "outcome in per cent", columns: []column{
			given("Budget "+y, 0), given("Utfall "+y, 1), {heading: pick(rng, "Utfall i %", "Förbrukat %", "%"), given: -1, percent: true}, made("Avvikelse", "budget-deviation", term{0, 1}, term{1, -1})}, given: 2}
	},
}
