package budgetforms

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// layout writes title, headings and lines.
func (f *Form) layout(rng *rand.Rand, s scheme, size int64, year int) {
	f.names = 1
	if f.codes {
		f.names = 2
	}
	corner := pick(rng, "Verksamhet", "Enhet", "", "Nämnd")
	if s.corner {
		corner = pick(rng, "Projekt", "Verksamhet", "Enhet") // columns that say little are those of a budget by title and corner
	}
	corner = f.titles(rng, corner, s, year)
	f.Rows = append(f.Rows, nil)
	f.headings(s, corner, year)
	f.body = len(f.Rows)
	if f.loose == 0 {
		f.Rows = append(f.Rows, nil)
	}
	if f.net {
		statements[f.choices.statement](f, rng, s.given, size)
		return
	}
	names := &names{map[string]int{}}
	root := grow(rng, f.levels, s.given, size, names)
	if !f.rounded && !f.stored {
		root.exact()
	}
	if f.negative {
		root.negate()
	}
	f.branch(rng, root, f.levels, true)
	if part := root.parts[0]; f.except && f.levels == 1 && len(root.parts) > 2 {
		rest := &node{name: "Summa exkl. " + strings.ToLower(part.name), parts: root.parts[1:]}
		rest.sum(s.given)
		rest.minus = f.negative
		f.line(rng, rest, rest.name, true)
	}
	if f.counts {
		f.visitors(rng, s)
	}
}

// visitors writes a line that counts what is no money.
func (f *Form) visitors(rng *rand.Rand, s scheme) {
	derived := len(f.Totals)
	f.line(rng, &node{base: make([]int64, s.given)}, "Antal besökare", false)
	f.Totals = f.Totals[:derived]
	row := f.Rows[len(f.Rows)-1]
	for j := range f.columns {
		if c := &row[f.names+j]; c.Is && f.columns[j].given >= 0 {
			c.Amount = 100 + rng.Int64N(900)
			c.Stored = 10 * c.Amount
		}
	}
	for j := range f.columns {
		if c := &row[f.names+j]; c.Is && f.columns[j].of != nil {
			c.Amount = 0
			for _, t := range f.columns[j].of {
				c.Amount += t.sign * row[f.names+t.col].Amount
			}
			c.Stored = 10 * c.Amount
		}
	}
}

// titles writes what stands over the table, and gives what stands in its corner.
func (f *Form) titles(rng *rand.Rand, corner string, s scheme, year int) string {
	title := pick(rng, "Driftbudget ", "Ekonomisk uppföljning ", "Bokslut ", "Drift ", "Budget ") + strconv.Itoa(year)
	if s.corner {
		title = pick(rng, "Driftbudget ", "Ekonomisk uppföljning ", "Budget ") + strconv.Itoa(year)
	} else if f.title == 0 {
		title = strconv.Itoa(year)
	}
	unit := ""
	if f.unit >= 0 {
		unit = unitWords[f.unit].text
	}
	above := []string{title}
	switch place := rng.IntN(3); {
	case unit == "":
	case place == 0 && !strings.HasPrefix(unit, "("):
		above = []string{title + ", " + unit}
	case place == 1 && corner != "":
		corner += " (" + strings.Trim(unit, "()") + ")"
	default:
		above = append(above, unit)
	}
	if rng.IntN(3) == 0 {
		above = append([]string{"Hamn- och gatunämnden"}, above...)
	}
	for _, text := range above {
		f.Rows = append(f.Rows, []Cell{{Text: text}})
	}
	return corner
}

func (f *Form) headings(s scheme, corner string, year int) {
	if s.merged {
		row := make([]Cell, f.names)
		row = append(row, Cell{Text: strconv.Itoa(year), Merge: len(f.columns)})
		f.Rows = append(f.Rows, row)
	}
	row := make([]Cell, f.names)
	row[f.names-1] = Cell{Text: corner}
	if f.codes {
		row[0] = Cell{Text: "Kod"}
	}
	for _, c := range f.columns {
		row = append(row, Cell{Text: c.heading})
	}
	if f.comments {
		row = append(row, Cell{Text: "Kommentar"})
	}
	f.Rows = append(f.Rows, row)
}

var lastWords = []string{"Summa", "Totalt", "Summa nämnden", "Hela nämnden", "Summering", "Summa totalt", "Nämnden totalt", "Tot", "S:a", "Totalsumma", "Summa verksamhet", "Sammanlagt", "TOTALT", "Summa:"}

// wordings are the names of totals of parts; beyond them stands the part's own
// name, and the total is known by its figures alone.
var wordings = []func(name string) string{
	func(s string) string { return "Summa " + strings.ToLower(s) },
	func(s string) string { return s + " totalt" },
	func(s string) string { return "Delsumma " + strings.ToLower(s) },
	func(s string) string { return "S:a " + strings.ToLower(s) },
	func(s string) string { return "Tot " + strings.ToLower(s) },
	func(s string) string { return s + " summa" },
	func(s string) string { return "Totalt " + strings.ToLower(s) },
	func(s string) string { return s + ", totalt" },
	func(string) string { return "Delsumma" },
	func(string) string { return "Summa" },
}

// total gives the name of a total: of the whole table, or of a part. Without a
// word it is known by its figures alone.
func (f *Form) total(n *node, top bool) string {
	if top {
		return lastWords[f.last]
	}
	if f.wording < len(wordings) {
		return wordings[f.wording](n.name)
	}
	return n.name
}

// branch writes a node: its parts, and its total below or above them.
func (f *Form) branch(rng *rand.Rand, n *node, level int, top bool) {
	if len(n.parts) == 0 {
		f.line(rng, n, n.name, false)
		return
	}
	if f.first && top {
		f.line(rng, n, f.total(n, true), true)
	} else if f.above && !top {
		f.line(rng, n, f.headline(n), true)
	} else if f.headed && !top {
		f.Rows = append(f.Rows, f.named(n.name))
	}
	for _, p := range n.parts {
		f.branch(rng, p, level-1, false)
	}
	if top && f.first {
		return
	}
	if top && f.loose == 1 {
		f.Rows = append(f.Rows, nil)
	}
	if !f.above || top {
		f.line(rng, n, f.total(n, top), true)
		if f.blank && !top {
			for range 1 + rng.IntN(2) {
				f.Rows = append(f.Rows, nil)
			}
		}
	}
}

// headline gives the name of a total above its lines: the word of a total may stand
// there, too, where it names the part.
func (f *Form) headline(n *node) string {
	if f.wording < 2 {
		return wordings[f.wording](n.name)
	}
	return n.name
}

func (f *Form) named(name string) []Cell {
	row := make([]Cell, f.names)
	row[f.names-1] = Cell{Text: name}
	return row
}

// line writes the amounts of a node.
func (f *Form) line(rng *rand.Rand, n *node, name string, total bool) {
	row := f.named(name)
	at := len(f.Rows)
	f.Lines++
	if f.codes && !total {
		row[0] = Cell{Text: strconv.Itoa(400 + f.Lines)}
	}
	for j, v := range f.amounts(n) {
		c := f.columns[j]
		switch {
		case c.percent:
			row = append(row, Cell{Text: strconv.Itoa(rng.IntN(9)) + "," + strconv.Itoa(1+rng.IntN(9)) + " %"})
			continue
		case c.plain && c.heading == "Index":
			row = append(row, Cell{Text: strconv.Itoa(98 + rng.IntN(7))})
			continue
		case c.plain:
			row = append(row, Cell{Text: strconv.Itoa(f.Lines)})
			continue
		}
		row = append(row, Cell{Amount: rounded(v), Stored: v, Is: true})
		switch {
		case len(c.of) > 0:
			f.Totals = append(f.Totals, derived{spot{at, f.names + j}, c.rule})
		case n.net:
			f.Totals = append(f.Totals, derived{spot{at, f.names + j}, "budget-net"})
		case total:
			f.Totals = append(f.Totals, derived{spot{at, f.names + j}, "budget-total"})
		}
	}
	if f.comments && rng.IntN(3) == 0 {
		row = append(row, Cell{Text: pick(rng, "Vakans under våren", "Fler besök än väntat", "Ny upphandling från mars")})
	}
	f.Rows = append(f.Rows, row)
	if f.varav && !total && !strings.HasPrefix(name, "varav") && n.name != "" && rng.IntN(3) == 0 {
		part := &node{minus: n.minus}
		for _, v := range n.base {
			part.base = append(part.base, v/30*10)
		}
		f.line(rng, part, "varav hyror", false)
	}
}
