package budgetforms

import (
	"math/rand/v2"
	"slices"
	"strconv"
)

// column is one column of a form: given, or made of others on its line.
type column struct {
	heading string
	rule    string // by which a wrong amount of a made column is found
	given   int    // which of the given amounts it is, −1: made or plain
	of      []term
	plain   bool // no amounts: notes, shares
	percent bool
	minus   bool // given amounts have a minus
}

// term is a column and what its amount is multiplied by.
type term struct {
	col  int
	sign int64
}

func given(heading string, i int) column { return column{heading: heading, given: i} }

func made(heading, rule string, of ...term) column {
	return column{heading: heading, rule: rule, given: -1, of: of}
}

// scheme is the columns of a table; given is how many amounts each line is given.
type scheme struct {
	name    string
	columns []column
	given   int
	merged  bool // the years stand over the columns, in merged cells
	sides   bool // columns are of income and costs
	corner  bool // the headings say little: corner and title must not be empty
}

var deviationWords = []string{"Avvikelse", "Avv.", "Avv", "Budgetavvikelse", "Budgetavv", "+/-", "Över-/underskott", "Kvar av budget", "Återstår", "Skillnad", "Diff", "Budget - utfall", "Budget-\navvikelse"}

func pick(rng *rand.Rand, list ...string) string { return list[rng.IntN(len(list))] }

// schemes are the ways in which a table's columns belong together.
var schemes = slices.Concat(budgetSchemes, sumSchemes)

// budgetSchemes are columns of budget, outcome and forecast.
var budgetSchemes = []func(rng *rand.Rand, year int) scheme{
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "budget, outcome, deviation", columns: []column{
			given("Budget "+y, 0), given(pick(rng, "Utfall ", "Bokslut ", "Redovisat ")+y, 1),
			made(pick(rng, deviationWords...), "budget-deviation", term{0, 1}, term{1, -1})}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "budget, outcome, deviation the other way", columns: []column{
			given("Budget "+y, 0), given(pick(rng, "Utfall ", "Bokslut ")+y, 1),
			made(pick(rng, "Avvikelse", "Avv", "Utfall - budget", "Differens"), "budget-deviation", term{1, 1}, term{0, -1})}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		y, last := strconv.Itoa(year), strconv.Itoa(year-1)
		return scheme{name: "two outcomes and their deviations", columns: []column{
			given("Utfall "+last, 0), given("Budget "+y, 1), given("Utfall "+y, 2), made("Avvikelse "+y, "budget-deviation", term{1, 1}, term{2, -1}),
			made("Förändring "+last+"/"+y, "budget-deviation", term{2, 1}, term{0, -1})}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		s := scheme{name: "months and the year", given: 4, corner: true}
		all := made(pick(rng, "Summa", "Totalt", "Helår"), "budget-total")
		for i, m := range []string{"Jan", "Feb", "Mar", "Apr"} {
			s.columns = append(s.columns, given(m, i))
			all.of = append(all.of, term{i, 1})
		}
		s.columns = append(s.columns, all)
		return s
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "one column", columns: []column{given(pick(rng, "Budget ", "Plan ")+strconv.Itoa(year), 0)}, given: 1}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "year before, budget, forecast, deviation", columns: []column{
			given("Bokslut "+strconv.Itoa(year-1), 0), given("Budget "+y, 1), given(pick(rng, "Prognos ", "Helårsprognos ", "Årsprognos ")+y, 2),
			made(pick(rng, "Avvikelse", "Avv.", "Prognosavvikelse", "Avvikelse prognos", "Budget - prognos"), "budget-forecast", term{1, 1}, term{2, -1})}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "two budgets and their change", columns: []column{
			given("Budget "+strconv.Itoa(year-1), 0), given("Budget "+strconv.Itoa(year), 1),
			made(pick(rng, "Förändring", "Ökning/minskning", "Ändring"), "budget-deviation", term{1, 1}, term{0, -1}),
			{heading: pick(rng, "Förändring %", "%", "Förändring i procent"), given: -1, percent: true}}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		word := pick(rng, "Plan ", "Budget ", "")
		return scheme{name: "years and their sum", columns: []column{
			given(word+strconv.Itoa(year), 0), given(word+strconv.Itoa(year+1), 1), given(word+strconv.Itoa(year+2), 2),
			made(pick(rng, "Summa", "Totalt", "Summa "+strconv.Itoa(year)+"–"+strconv.Itoa(year+2), "Total"), "budget-total", term{0, 1}, term{1, 1}, term{2, 1})}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "two years", columns: []column{given("Budget "+strconv.Itoa(year-1), 0), given("Budget "+strconv.Itoa(year), 1)}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "a part of the year, then the year", columns: []column{
			given("Budget jan–aug "+y, 0), given("Utfall jan–aug "+y, 1), made("Avvikelse jan–aug", "budget-deviation", term{0, 1}, term{1, -1}),
			given("Budget helår "+y, 2), given("Prognos helår "+y, 3), made("Avvikelse helår", "budget-forecast", term{3, 1}, term{4, -1})}, given: 4}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "notes", columns: []column{
			{heading: pick(rng, "Not", "Noter"), given: -1, plain: true}, given("Budget "+strconv.Itoa(year), 0), given("Bokslut "+strconv.Itoa(year-1), 1)}, given: 2}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "a frame that is built up", columns: []column{
			given("Ram "+strconv.Itoa(year-1), 0), given("Löner", 1), given("Uppdrag", 2),
			made("Ram "+strconv.Itoa(year), "budget-total", term{0, 1}, term{1, 1}, term{2, 1})}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "a year over its columns", columns: []column{
			given("Budget", 0), given("Utfall", 1), made(pick(rng, "Avvikelse", "Avv."), "budget-deviation", term{0, 1}, term{1, -1})}, given: 2, merged: true}
	},
	func(rng *rand.Rand, year int) scheme {
		return scheme{name: "accumulated", columns: []column{
			given("Årsbudget", 0), given("Budget ack", 1), given("Utfall ack", 2), made(pick(rng, "Avvikelse ack", "Avv ack"), "budget-deviation", term{1, 1}, term{2, -1})}, given: 3}
	},
	func(rng *rand.Rand, year int) scheme {
		y := strconv.Itoa(year)
		return scheme{name: "headcount beside", columns: []column{
			given("Budget "+y, 0), given("Utfall "+y, 1), made("Avvikelse", "budget-deviation", term{0, 1}, term{1, -1}), {heading: pick(rng, "Årsarbetare", "Antal årsarb.", "Index"), given: -1, plain: true}}, given: 2}
	},
}
