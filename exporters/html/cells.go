package html

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// rowKey is a row of a sheet, or of a table on a page.
type rowKey struct{ doc, place, row int32 }

// rowCell is a cell of a row as it was read; Names says that it tells which risk
// the row is about.
type rowCell struct {
	Col           int32
	Heading, Text string
	Names         bool
}

// rowIndex has the cells of every row that was read as part of a table, left to
// right, and the headings above them by column, those of cells too that no value was
// read from.
type rowIndex struct {
	cells    map[rowKey][]rowCell
	headings map[rowKey]map[int32]string
}

// indexer gathers the cells of tables.
type indexer struct {
	cat      *lang.Catalog
	out      rowIndex
	headings map[int32]string // of the table at hand, by column
}

func indexRows(r *rules.Report, cat *lang.Catalog) rowIndex {
	x := &indexer{cat: cat, out: rowIndex{map[rowKey][]rowCell{}, map[rowKey]map[int32]string{}}}
	for _, d := range r.Documents {
		for i := range d.Registers {
			x.register(&d.Registers[i])
		}
		for i := range d.FollowUps {
			x.followUp(&d.FollowUps[i])
		}
		for i := range d.Budgets {
			x.budget(&d.Budgets[i])
		}
	}
	for key, cells := range x.out.cells {
		slices.SortStableFunc(cells, func(a, b rowCell) int { return int(a.Col - b.Col) })
		x.out.cells[key] = slices.CompactFunc(cells, func(a, b rowCell) bool { return a.Col == b.Col })
	}
	return x.out
}

func (x *indexer) heads(lists ...[]model.Column) {
	x.headings = map[int32]string{}
	for _, columns := range lists {
		for i := range columns {
			if c := &columns[i]; x.headings[c.At.Col] == "" {
				x.headings[c.At.Col] = oneLine(c.Heading)
			}
		}
	}
}

// add takes one cell; a column without a heading is called by its field.
func (x *indexer) add(at model.Source, raw string, f model.Field) {
	if at.Row <= 0 || at.Col <= 0 {
		return
	}
	heading := x.headings[at.Col]
	if heading == "" && f != "" {
		heading = capital(x.cat.T("field." + string(f)))
	}
	x.put(at, rowCell{at.Col, heading, raw, f == model.FieldNumber || f == model.FieldEvent})
}

func (x *indexer) put(at model.Source, c rowCell) {
	key := rowKey{at.Doc, at.Place, at.Row}
	x.out.cells[key] = append(x.out.cells[key], c)
	x.out.headings[key] = x.headings
}

func (x *indexer) register(r *model.Register) {
	lists := [][]model.Column{r.Columns, r.Consequences, r.Unknown}
	for i := range r.Valuations {
		lists = append(lists, r.Valuations[i].Columns, r.Valuations[i].Consequences)
	}
	x.heads(lists...)
	for i := range r.Risks {
		k := &r.Risks[i]
		x.add(k.Number.At, k.Number.Raw, model.FieldNumber)
		x.add(k.PlanNumber.At, k.PlanNumber.Raw, model.FieldPlanNumber)
		x.add(k.Area.At, k.Area.Raw, model.FieldArea)
		x.add(k.Event.At, k.Event.Raw, model.FieldEvent)
		x.add(k.Previous.At, k.Previous.Raw, model.FieldPrevious)
		x.add(k.Change.At, k.Change.Raw, model.FieldChange)
		for a := range k.Assessments() {
			x.assessment(a)
		}
		for j := range k.Valuations {
			x.assessment(&k.Valuations[j])
		}
		for j := range k.Measures {
			m := &k.Measures[j]
			x.add(m.Number.At, m.Number.Raw, model.FieldNumber)
			x.add(m.Direction.At, m.Direction.Raw, model.FieldDirection)
			x.add(m.Action.At, m.Action.Raw, model.FieldAction)
			x.add(m.Cost.At, m.Cost.Raw, model.FieldCost)
			x.add(m.Owner.At, m.Owner.Raw, model.FieldOwner)
			x.add(m.Reporting.At, m.Reporting.Raw, model.FieldReporting)
		}
	}
}

func (x *indexer) assessment(a *model.Assessment) {
	x.add(a.Likelihood.At, a.Likelihood.Raw, model.FieldLikelihood)
	for _, c := range a.Weighed() {
		x.add(c.At, c.Raw, model.FieldConsequence)
	}
	x.add(a.Score.At, a.Score.Raw, model.FieldScore)
	x.add(a.Treatment.At, a.Treatment.Raw, model.FieldTreatment)
}

func (x *indexer) followUp(t *model.FollowUpTable) {
	x.heads(t.Columns, t.Periods, t.Unknown)
	for i := range t.Rows {
		w := &t.Rows[i]
		x.add(w.Number.At, w.Number.Raw, model.FieldNumber)
		x.add(w.Event.At, w.Event.Raw, model.FieldEvent)
		x.add(w.Direction.At, w.Direction.Raw, model.FieldDirection)
		x.add(w.Action.At, w.Action.Raw, model.FieldAction)
		x.add(w.Owner.At, w.Owner.Raw, model.FieldOwner)
		x.add(w.Reporting.At, w.Reporting.Raw, model.FieldReporting)
		x.add(w.Earlier.At, w.Earlier.Raw, model.FieldEarlier)
		for _, report := range w.Reports {
			x.add(report.At, report.Raw, model.FieldPeriod)
		}
	}
}

func (x *indexer) budget(b *model.Budget) {
	x.headings = map[int32]string{}
	for i := range b.Columns {
		x.headings[b.Columns[i].At.Col] = oneLine(b.Columns[i].Heading)
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Name.At.Row > 0 && l.Name.At.Col > 0 {
			x.put(l.Name.At, rowCell{l.Name.At.Col, x.cat.T("budget.head.line"), l.Name.Raw, true})
		}
		for j, a := range l.Amounts {
			if x.headings[a.At.Col] == "" && j < len(b.Columns) {
				x.headings[a.At.Col] = oneLine(b.Columns[j].Heading)
			}
			x.add(a.At, amountText(a), "")
		}
	}
}

func amountText(v model.Value[decimal.Decimal]) string { return v.Raw }

// capital gives a text a capital letter at its beginning.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// around is how many cells before a wrong one, and how many after it, are shown
// with it: in the usual layout a value's levels stand before it and its treatment
// after.
const (
	before = 3
	after  = 1
)

// mostCells is how many cells of a row fit across an A4 page.
const mostCells = 8

// mostInCell is how many letters of a cell are shown in its row: the cell that is
// wrong is told in full beside it.
const mostInCell = 90

// row is the cells around what is wrong.
type row struct{ Cells []shownCell }

// shownCell is a cell as it is shown; New is what it should hold, "" for none.
type shownCell struct {
	Heading, Ref, Text, New string
	Wrong, Wide             bool
}

// rowOf gives the row of a cause's head with the cells that the cause is about
// marked, nil where the head stands in no row of a table.
func (w *writer) rowOf(findings []*rules.Finding) *row {
	at := findings[0].At
	key := rowKey{at.Doc, at.Place, at.Row}
	cells := w.rows.cells[key]
	if len(cells) == 0 || at.Col <= 0 {
		return nil
	}
	wrong := map[int32]*rules.Finding{}
	first, last := at.Col, at.Col
	for _, f := range findings {
		if (rowKey{f.At.Doc, f.At.Place, f.At.Row}) != key || f.At.Col <= 0 || wrong[f.At.Col] != nil {
			continue
		}
		wrong[f.At.Col] = f
		first, last = min(first, f.At.Col), max(last, f.At.Col)
	}
	cells = withWrong(cells, wrong, w.rows.headings[key])
	from := slices.IndexFunc(cells, func(c rowCell) bool { return c.Col == first })
	to := slices.IndexFunc(cells, func(c rowCell) bool { return c.Col == last })
	out := &row{}
	for i, c := range cells {
		if !c.Names && wrong[c.Col] == nil && (i < from-before || i > to+after) {
			continue
		}
		if len(out.Cells) >= mostCells && wrong[c.Col] == nil {
			continue
		}
		out.Cells = append(out.Cells, w.shown(at, c, wrong[c.Col]))
	}
	if len(out.Cells) < 2 {
		return nil
	}
	return out
}

// withWrong adds the wrong cells that no value was read from, as those of a column
// that is not known.
func withWrong(cells []rowCell, wrong map[int32]*rules.Finding, headings map[int32]string) []rowCell {
	out := slices.Clone(cells)
	for col, f := range wrong {
		if !slices.ContainsFunc(cells, func(c rowCell) bool { return c.Col == col }) {
			out = append(out, rowCell{Col: col, Heading: headings[col], Text: f.Found})
		}
	}
	slices.SortFunc(out, func(a, b rowCell) int { return int(a.Col - b.Col) })
	return out
}

func (w *writer) shown(at model.Source, c rowCell, f *rules.Finding) shownCell {
	at.Col = c.Col
	out := shownCell{Heading: shorten(c.Heading, 40), Ref: w.cell(at), Text: shorten(strings.TrimSpace(c.Text), mostInCell), Wrong: f != nil}
	if out.Heading == "" && out.Ref == "" {
		out.Heading = w.cat.T("html.column", "n", int(c.Col))
	}
	if out.Text == "" {
		out.Text = w.cat.T("text.empty")
	}
	out.Wide = breaks(out.Heading) || breaks(out.Text)
	if f != nil && !f.Compared() && f.Expected != "" && f.Expected != c.Text {
		out.New = shorten(oneLine(f.Expected), mostInCell)
		out.Wide = out.Wide || breaks(out.New)
	}
	return out
}
