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
	title := pick(rng, "Driftbudget ", "Ekonomisk uppföljning ", "Bokslut ", "Drift ", "Budget ") + strconv.Itoa(year)
	corner := pick(rng, "Verksamhet", "Enhet", "", "Nämnd")
	unit := unitWords[f.unit].text
	above := []string{title}
	switch place := rng.IntN(3); {
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
	f.Rows = append(f.Rows, nil)
	f.headings(s, corner, year)
	f.first = len(f.Rows)
	if f.net {
		f.statement(rng, s.given, size)
		return
	}
	names := &names{map[string]int{}}
	root := grow(rng, f.levels, s.given, size, names)
	if !f.rounded && !f.stored {
		root.exact()
	}
	f.branch(rng, root, f.levels, true)
	if part := root.parts[0]; f.except && f.levels == 1 && len(root.parts) > 2 {
		rest := &node{name: "Summa exkl. " + strings.ToLower(part.name), parts: root.parts[1:]}
		rest.sum(s.given)
		f.line(rng, rest, rest.name, true)
	}
	if f.counts {
		f.line(rng, &node{base: make([]int64, s.given)}, "Antal besökare", false)
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

var lastWords = []string{"Summa", "Totalt", "Summa nämnden", "Hela nämnden", "Summering", "Summa totalt"}

// total gives the name of a total: of the whole table, or of a part. Without a
// word it is known by its figures alone.
func (f *Form) total(n *node, top bool) string {
	if top {
		return lastWords[f.last]
	}
	switch f.wording {
	case 0, 1:
		return "Summa " + strings.ToLower(n.name)
	case 2:
		return n.name + " totalt"
	case 3:
		return "Delsumma " + strings.ToLower(n.name)
	case 4:
		return "S:a " + strings.ToLower(n.name)
	case 5:
		return "Tot " + strings.ToLower(n.name)
	}
	return n.name
}

// branch writes a node: its parts, and its total below or above them.
func (f *Form) branch(rng *rand.Rand, n *node, level int, top bool) {
	if len(n.parts) == 0 {
		f.line(rng, n, n.name, false)
		return
	}
	if f.above && !top {
		f.line(rng, n, n.name, true)
	} else if f.headed && !top {
		f.Rows = append(f.Rows, f.named(n.name))
	}
	for _, p := range n.parts {
		f.branch(rng, p, level-1, false)
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

func (f *Form) named(name string) []Cell {
	row := make([]Cell, f.names)
	row[f.names-1] = Cell{Text: name}
	return row
}

// line writes the amounts of a node.
func (f *Form) line(rng *rand.Rand, n *node, name string, total bool) {
	row := f.named(name)
	at := len(f.Rows)
	f.rows[n], f.Lines = at, f.Lines+1
	f.nodes = append(f.nodes, n)
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
		if total || len(c.of) > 0 {
			f.Totals = append(f.Totals, spot{at, f.names + j})
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

// statement writes income, costs and their net, costs with a minus or without.
func (f *Form) statement(rng *rand.Rand, columns int, size int64) {
	names := &names{map[string]int{}}
	side := func(name string, n int) *node {
		s := &node{name: name}
		for range n {
			s.parts = append(s.parts, grow(rng, 0, columns, size, names))
		}
		s.sum(columns)
		return s
	}
	income, costs := side("intäkter", 2), side("kostnader", 3+rng.IntN(3))
	if !f.rounded && !f.stored {
		income.exact()
		costs.exact()
	}
	for _, p := range append(costs.parts, costs) {
		p.minus = f.minus
	}
	for _, s := range []*node{income, costs} {
		if f.headed {
			f.Rows = append(f.Rows, f.named(strings.ToUpper(s.name[:1])+s.name[1:]))
		}
		for _, p := range s.parts {
			f.line(rng, p, p.name, false)
		}
		f.line(rng, s, "Summa "+s.name, true)
	}
	net := &node{name: "Netto", base: make([]int64, columns)}
	for j := range net.base {
		net.base[j] = income.base[j] - costs.base[j]
	}
	f.line(rng, net, pick(rng, "Netto", "Resultat", "Nettoresultat"), true)
	f.Name += ", net"
}
