// Package budget reads budgets, economy follow-ups and cost shares from grid
// tables and running text, whatever format these came from. Tables are known
// by their headings, through [model.BudgetWords].
//
// Start with [Read].
package budget

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Read gives the budgets and allocations that tables and pages hold, and adds
// to doc.Unread what stands in a budget and could not be placed. doc's Kind
// and Places must be set; rows that its registers and follow-ups already hold
// are passed over, so plans are best read first. Nothing is judged. Pages may
// be nil, as for a workbook. Where cost allows no more the rest is left unread, which
// whoever made it tells; nil allows everything.
func Read(doc *model.Document, tables []grid.Table, pages []grid.Page, v *model.BudgetWords, cost *source.Budget) ([]model.Budget, []model.Allocation) {
	d := &reader{w: newWords(v), doc: doc, pages: pages, taken: taken(doc), cost: cost}
	joined := d.pieces(tables)
	d.captionsBelow(joined)
	for i := range joined {
		if cost.Enter(joined[i].Place); !cost.GoesOn() {
			break
		}
		n := len(d.budgets)
		if d.table(&joined[i]); len(d.budgets) == n {
			d.headless(&joined[i])
		}
	}
	for i := range pages {
		if cost.Enter(pages[i].Place); !cost.GoesOn() {
			break
		}
		texts := pageTexts(&pages[i])
		d.printedLines(texts)
		d.shares(texts)
	}
	if doc.Kind == model.KindWorkbook {
		for i := range tables {
			if cost.Enter(tables[i].Place); !cost.GoesOn() {
				break
			}
			d.shares(sheetTexts(&tables[i]))
		}
	}
	d.alternatives()
	d.years()
	d.settled()
	return d.budgets, d.allocations
}

// settled takes back that a table looks like a register or a follow-up and was not
// read where it is a budget that was.
func (d *reader) settled() {
	rows := map[spot]bool{}
	for i := range d.budgets {
		b := &d.budgets[i]
		rows[spot{b.At.Place, b.At.Row}] = true
		for j := range b.Lines {
			at := b.Lines[j].At
			rows[spot{at.Place, at.Row}] = true
		}
	}
	d.doc.NotChecked = slices.DeleteFunc(d.doc.NotChecked, func(n model.NotChecked) bool {
		return !n.Part && n.Why == model.NotUnderstood && rows[spot{n.At.Place, n.At.Row}]
	})
}

// reader reads one document.
type reader struct {
	w           *documentWords
	doc         *model.Document
	pages       []grid.Page
	taken       map[spot]bool
	cost        *source.Budget
	below       captions
	budgets     []model.Budget
	allocations []model.Allocation
}

// spot is a row of a place.
type spot struct{ place, row int32 }

// taken gives the rows that registers and follow-ups hold.
func taken(doc *model.Document) map[spot]bool {
	out := map[spot]bool{}
	add := func(s model.Source) { out[spot{s.Place, s.Row}] = true }
	for i := range doc.Registers {
		r := &doc.Registers[i]
		add(r.Table.At)
		for j := range r.Risks {
			add(r.Risks[j].At)
			for k := range r.Risks[j].Measures {
				add(r.Risks[j].Measures[k].At)
			}
		}
	}
	for i := range doc.FollowUps {
		f := &doc.FollowUps[i]
		add(f.Table.At)
		for j := range f.Rows {
			add(f.Rows[j].At)
		}
	}
	return out
}

// table reads the budgets of one grid.
func (d *reader) table(t *grid.Table) {
	from, tries, looked := 0, 0, 0
	for r := 0; r < len(t.Rows); r++ {
		if len(t.Rows[r]) == 0 {
			continue
		}
		if d.isTaken(t, r) {
			from = r + 1
			continue
		}
		if tries > tolerances.maxTries || !d.w.hinted(t, r) {
			continue
		}
		if !d.cost.Step(headCost) {
			return
		}
		tries++
		h := d.w.headerAt(t, r)
		if h == nil || d.isTaken(t, h.bottom) || d.isTaken(t, h.bottom+1) {
			continue // the line over a register's headings heads nothing else
		}
		if last, ok := d.block(t, h, from); ok {
			r, from = last, last+1
			tries--
		} else if looked += len(t.Rows) - r; looked > tolerances.mostLooked {
			tries = tolerances.maxTries + 1
		}
	}
}

// headCost is what it costs, in steps, to see whether a row heads a table of amounts.
const headCost = 4

// isTaken reports whether a register or a follow-up holds a row.
func (d *reader) isTaken(t *grid.Table, row int) bool {
	if row >= len(t.Rows) || len(t.Rows[row]) == 0 {
		return false
	}
	at := t.Rows[row][0].At
	return d.taken[spot{at.Place, at.Row}]
}

// block reads the tables under a heading, those beside each other one by one; ok
// tells that one is a budget.
func (d *reader) block(t *grid.Table, h *header, from int) (last int, ok bool) {
	for _, part := range append([]*header{h}, h.beside...) {
		if l, is := d.part(t, part, from); is {
			last, ok = max(last, l), true
		}
	}
	return last, ok
}

// part reads one table; ok tells that it is a budget.
func (d *reader) part(t *grid.Table, h *header, from int) (last int, ok bool) {
	percents(t, h)
	h.thousands = commaThousands(t, h)
	rows := d.w.readLines(t, h)
	c := &setting{w: d.w, over: d.unclaimed(textsOver(t, from, h)), name: t.Name, workbook: d.doc.Kind == model.KindWorkbook}
	if c.workbook && len(t.Boxes) > 0 {
		if c.page = textsOutside(t, from, h); len(c.over) == 0 {
			c.over = c.page
		}
	}
	if !c.workbook {
		c.page = d.pageOver(t.Cell(h.top, h.name).At)
	}
	if d.below.names[model.Key(c.name)] {
		c.name = "" // it is that of the table above
	}
	c.read()
	if below, ok := d.below.of[t]; ok && from == 0 {
		c.over = append(c.over, below)
		c.title, c.caption = below.text, ""
	}
	if !d.isBudget(h, c, rows.lines) {
		return 0, false
	}
	b := model.Budget{
		Title: c.title, Caption: c.caption, Columns: h.columns, Lines: rows.lines,
		Board: c.board(), Year: c.year(h.columns), Period: c.period(), At: t.Cell(h.bottom, h.name).At,
	}
	b.Unit, b.UnitAt = d.unit(t, h, c, &rows)
	rows.inUnit(b.Lines, b.Unit)
	b.Decimals = decimalsOf(&b, rows.shown)
	for _, s := range append([]string{h.corner, c.title, c.caption}, lastTexts(c.over, 3)...) {
		if n := d.w.decimals(s); n >= 0 {
			b.Decimals = max(b.Decimals, n)
			break
		}
	}
	notPercent(&b, rows.shown)
	for _, part := range sideBySide(t, h, &b) {
		fillKinds(part)
		d.budgets = append(d.budgets, *part)
	}
	d.doc.Unread = append(d.doc.Unread, rows.unread...)
	return rows.last, true
}

func lastTexts(list []text, n int) []string {
	var out []string
	for i := len(list) - 1; i >= 0 && n > 0; i, n = i-1, n-1 {
		out = append(out, list[i].text)
	}
	return out
}

// isBudget decides whether a table under such headings is about money. Budget
// and outcome side by side are enough; years alone, or a single column, need a
// word or a unit beside.
func (d *reader) isBudget(h *header, c *setting, lines []model.BudgetLine) bool {
	amounts, total := 0, false
	for i := range lines {
		total = total || lines[i].Total
		for _, v := range lines[i].Amounts {
			if v.OK || v.Uncalculated {
				amounts++
			}
		}
	}
	if amounts == 0 {
		return false
	}
	for _, s := range []string{h.corner, c.title} {
		if says(s, d.w.notMoney) && d.w.unit(s) == model.NoUnit {
			return false
		}
	}
	if d.w.prices(h.corner, c.title) {
		return false
	}
	if h.roles-h.years >= 2 || h.sides() {
		return true
	}
	if h.roles == 0 {
		return len(lines) > 1 && (c.speaksOfBudget(h.corner) || total && d.divides(h, c, lines))
	}
	unit, _ := d.unit(&grid.Table{}, h, c, &reading{})
	return c.money(h.corner) || unit != model.NoUnit && (h.roles > h.years || total)
}

// divides reports whether a table of plain amounts in a unit divides their sum between
// parties: its lines are such, or its corner says that they are.
func (d *reader) divides(h *header, c *setting, lines []model.BudgetLine) bool {
	if unit, _ := d.unit(&grid.Table{}, h, c, &reading{}); unit == model.NoUnit || c.ofElse(h.corner) {
		return false
	}
	parties := 0
	for i := range lines {
		if lines[i].Kind == model.LineParty {
			parties++
		}
	}
	return parties > 1 || says(h.corner, phrasesOf(d.w.v.Kinds[model.LineParty]))
}

// unit gives the unit of a table: as its corner or headings state it, most of its
// amounts, the tab's name, the text over it, or some of its amounts.
func (d *reader) unit(t *grid.Table, h *header, c *setting, rows *reading) (model.Unit, model.Source) {
	if u := d.w.unit(h.corner); u != model.NoUnit {
		return u, t.Cell(h.top, h.name).At
	}
	for _, col := range h.columns {
		if u := d.w.unit(col.Heading); u != model.NoUnit {
			return u, col.At
		}
	}
	named, at, most := rows.namedUnit()
	if most && named != model.NoUnit {
		return named, at
	}
	if c.workbook {
		if u := d.w.unit(c.name); u != model.NoUnit {
			return u, model.Source{}
		}
	}
	if u, at := c.unit(); u != model.NoUnit {
		return u, at
	}
	return named, at
}

// notPercent mends the role of columns that a heading ("Andel") made shares:
// where an amount is beyond a hundred, and none is marked as per cent, they
// are amounts.
func notPercent(b *model.Budget, shown []int) {
	hundred := decimal.New(100, 0)
	for j := range b.Columns {
		if b.Columns[j].Role != model.RolePercent {
			continue
		}
		beyond, marked := false, percentSign(b.Columns[j].Heading)
		for i := range b.Lines {
			v := b.Lines[i].Amounts[j]
			marked = marked || percentSign(v.Raw)
			beyond = beyond || v.OK && v.V.Abs().GreaterThan(hundred)
		}
		if beyond && !marked {
			b.Columns[j].Role = model.RoleOther
			b.Decimals = max(b.Decimals, decimalsOf(b, shown))
		}
	}
}

// percents makes shares of the columns most of whose cells show a per cent sign,
// whatever their heading says.
func percents(t *grid.Table, h *header) {
	for i, col := range h.cols {
		signs, amounts := 0, 0
		for r := h.bottom + 1; r < len(t.Rows) && r <= h.bottom+tolerances.sampleRows; r++ {
			c := t.Cell(r, col)
			if c.Covered || c.Blank() {
				continue
			}
			amounts++
			if percentSign(c.Text) {
				signs++
			}
		}
		if signs > 0 && 2*signs > amounts {
			h.columns[i].Role = model.RolePercent
		}
	}
}

func percentSign(s string) bool { return strings.Contains(s, "%") }
