package plan

import (
	"slices"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Risks may stand on cards, one below the other, each with its headings in one
// column or more and what they say beside them. They are read as a table with a
// row for each card; every cell keeps where it stands.

// deck is the cards of a grid: the columns of their headings, and the first row of
// each card.
type deck struct {
	columns []int
	starts  []int
	first   int // the row of the first level

	counts map[cardPlace]int // how many cells of a column hold a heading
}

// cardTables finds the risks that stand on cards. Where they cannot be read as a
// table they are told.
func cardTables(l *layout, means *meanings, labels map[model.Field]map[string]bool) (turnedGrid, []model.NotChecked) {
	k, ok := l.deck()
	if !ok {
		return turnedGrid{}, nil
	}
	told := []model.NotChecked{{What: model.SubjectRegister, Why: model.NotUnderstood, Table: l.t.Name, At: l.t.Cell(k.first, k.columns[0]).At}}
	if len(k.starts) == 0 {
		return turnedGrid{}, told
	}
	t := k.table(l)
	out := turnedGrid{layout: newLayout(l.w, t, l.mapped, nil)}
	b := out.layout.binder(means, labels, nil)
	for _, found := range b.tables(true).blocks {
		if found.register() {
			out.blocks = append(out.blocks, found)
		}
	}
	if len(out.blocks) != 1 || out.blocks[0].to-out.blocks[0].from < len(k.starts) {
		return turnedGrid{}, told
	}
	return out, nil
}

// deck finds cards: both levels are headed again and again in one column, with a
// level beside each.
func (l *layout) deck() (deck, bool) {
	columns := map[int]*cardAxes{}
	for r := range l.t.Rows {
		for col := range l.t.Rows[r] {
			l.noteAxis(columns, r, col)
		}
	}
	var k deck
	anchor := -1
	some := false
	for col, a := range columns {
		if len(a.likelihood) >= tolerances.leastCards && (anchor < 0 || col < anchor) {
			anchor = col
		}
		some = some || len(a.consequence) >= tolerances.leastCards
	}
	if anchor < 0 || !some {
		return k, false
	}
	levels := columns[anchor].likelihood
	k.first = levels[0]
	if k.columns = l.cardColumns(levels); len(k.columns) == 0 {
		return k, false
	}
	k.counts = l.countHeadings(k.columns)
	if k.starts = l.cardStarts(levels, &k); len(k.starts) != len(levels) || l.headedAbove(&k) {
		k.starts = nil // they differ too much to tell where each begins
	}
	return k, true
}

// cardAxes are the rows of a column on which the two levels are headed, each in
// the same words.
type cardAxes struct{ likelihood, consequence []int }

// noteAxis notes a cell that heads a level, with the level beside it.
func (l *layout) noteAxis(columns map[int]*cardAxes, r, col int) {
	c := l.t.Cell(r, col)
	if c.Covered || c.Blank() || len(c.Text) > words.MaxHeading || !l.level(l.beside(r, col)) {
		return
	}
	name, _ := l.w.AxisNamed(c.Text)
	if name == words.NoAxis {
		return
	}
	if columns[col] == nil {
		columns[col] = &cardAxes{}
	}
	rows := &columns[col].consequence
	if name == words.LikelihoodAxis {
		rows = &columns[col].likelihood
	}
	if len(*rows) == 0 || grid.HeadingKey(l.t.Cell((*rows)[0], col).Text) == grid.HeadingKey(c.Text) {
		*rows = append(*rows, r)
	}
}

// headedAbove reports whether headings of the cards stand above the row with which
// the first was thought to begin.
func (l *layout) headedAbove(k *deck) bool {
	for r := range k.starts[0] {
		for _, col := range k.columns {
			if c := l.t.Cell(r, col); !c.Covered && c.Kind == grid.Text && k.counts[cardPlace{col, grid.HeadingKey(c.Text)}] > 1 {
				return true
			}
		}
	}
	return false
}

// countHeadings counts how many cells of the cards' columns hold each heading.
func (l *layout) countHeadings(columns []int) map[cardPlace]int {
	out := map[cardPlace]int{}
	for _, col := range columns {
		for r := range l.t.Rows {
			if c := l.t.Cell(r, col); !c.Covered && !c.Blank() {
				out[cardPlace{col, grid.HeadingKey(c.Text)}]++
			}
		}
	}
	return out
}

// beside gives the cell that a heading on a card speaks of.
func (l *layout) beside(r, col int) *grid.Cell {
	return l.t.Resolved(r, col+max(1, int(l.t.Cell(r, col).ColSpan)))
}

// cardColumns gives the columns in which headings come again on most cards, with
// a cell beside them. Levels are the rows of one level, a card each.
func (l *layout) cardColumns(levels []int) []int {
	counts := map[int]map[string]int{}
	for r := range l.t.Rows {
		for col := range l.t.Rows[r] {
			if c := &l.t.Rows[r][col]; !c.Covered && c.Kind == grid.Text && !c.Blank() && len(c.Text) <= words.MaxHeading && l.w.Means(c.Text) {
				if counts[col] == nil {
					counts[col] = map[string]int{}
				}
				counts[col][grid.HeadingKey(c.Text)]++
			}
		}
	}
	var out []int
	for col, keys := range counts {
		for _, n := range keys {
			if 2*n > len(levels) {
				out = append(out, col)
				break
			}
		}
	}
	slices.Sort(out)
	return out
}

// cardStarts gives the first row of each card: that of the heading with which the
// first begins.
func (l *layout) cardStarts(levels []int, k *deck) []int {
	again := func(r int) (string, bool) {
		for _, col := range k.columns {
			c := l.t.Cell(r, col)
			if c.Covered || c.Blank() || c.Kind != grid.Text {
				continue
			}
			key := grid.HeadingKey(c.Text)
			return key, k.counts[cardPlace{col, key}] == len(levels)
		}
		return "", false
	}
	top, key := levels[0], ""
	for r := levels[0]; r >= 0; r-- {
		if text, ok := again(r); ok {
			top, key = r, text
		}
	}
	var out []int
	for r := top; r < len(l.t.Rows); r++ {
		if text, ok := again(r); ok && text == key {
			out = append(out, r)
		}
	}
	return out
}

// cardPlace is where a heading stands on a card.
type cardPlace struct {
	col int
	key string
}

// card gives the headings in rows [from, to) of a grid, in their order, each with
// its cell and that beside it. Of one that stands twice the first counts.
func (k *deck) card(l *layout, from, to int) (order []cardPlace, heads, said map[cardPlace]*grid.Cell) {
	heads, said = map[cardPlace]*grid.Cell{}, map[cardPlace]*grid.Cell{}
	for r := from; r < to; r++ {
		for _, col := range k.columns {
			c := l.t.Cell(r, col)
			if c.Covered || c.Blank() || c.Kind != grid.Text || utf8.RuneCountInString(c.Text) > words.MaxHeading {
				continue
			}
			p := cardPlace{col, grid.HeadingKey(c.Text)}
			if heads[p] == nil {
				heads[p], said[p] = c, l.beside(r, col)
				order = append(order, p)
			}
		}
	}
	return order, heads, said
}

// table gives the cards as the rows of a table under the headings that most of
// them have.
func (k *deck) table(l *layout) *grid.Table {
	var order []cardPlace
	heads, counts := map[cardPlace]*grid.Cell{}, map[cardPlace]int{}
	cards := make([]map[cardPlace]*grid.Cell, len(k.starts))
	for i, from := range k.starts {
		to := len(l.t.Rows)
		if i+1 < len(k.starts) {
			to = k.starts[i+1]
		}
		places, headings, said := k.card(l, from, to)
		cards[i] = said
		for _, p := range places {
			if counts[p]++; heads[p] == nil {
				heads[p] = headings[p]
				order = append(order, p)
			}
		}
	}
	order = slices.DeleteFunc(order, func(p cardPlace) bool { return 2*counts[p] <= len(cards) })
	out := *l.t
	out.Fills, out.Areas = nil, nil
	out.Rows = make([][]grid.Cell, len(cards)+1)
	for _, p := range order {
		out.Rows[0] = append(out.Rows[0], single(heads[p]))
		for i := range cards {
			c := cards[i][p]
			if c == nil {
				c = &grid.Cell{At: heads[p].At}
			}
			out.Rows[i+1] = append(out.Rows[i+1], single(c))
		}
	}
	out.Above = slices.Clip(out.Above)
	for _, row := range l.t.Rows[:k.starts[0]] {
		for i := range row {
			if !row[i].Covered && !row[i].Blank() {
				out.Above = append(out.Above, row[i])
			}
		}
	}
	return &out
}

// single gives a cell that is merged with no other.
func single(c *grid.Cell) grid.Cell {
	out := *c
	out.RowSpan, out.ColSpan, out.Covered = 0, 0, false
	return out
}

// level reports whether a cell holds a level by itself: a number, or a usual label.
func (l *layout) level(c *grid.Cell) bool {
	if c.Blank() {
		return false
	}
	v := l.w.LevelWords().Level(c.Clean())
	return v.HasNumber && !v.Loose || l.w.Ranks([]string{v.Label}) != nil
}
