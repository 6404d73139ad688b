package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"riskbok/exporters/output"
	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// money is a budget with its amounts as bars. Zero is where amounts of nothing
// stand, on a scale of 100 from the least to the greatest.
type money struct {
	Title, Unit string
	Caption     text
	Series      []string
	Lines       []moneyLine
	Zero        string
	Height      int // of a line's bars
}

type moneyLine struct {
	Name  text
	Total bool
	Bars  []bar
}

// bar is one amount; Class is that of its series. One that nothing is printed of
// has no Amount.
type bar struct {
	X, Width, Amount, Class string
	Y                       int
}

// mostSeries is how many columns are drawn beside each other.
const mostSeries = 4

// thick is the height of a bar and the gap to the next.
const thick = 9

// money draws the amounts of a budget that are to be held against each other: of
// a follow-up budget against outcome and forecast, of another its years. Nil where
// there is nothing to draw.
func (w *writer) money(title string, b *model.Budget) *money {
	cols := compared(b)
	if len(cols) < 2 {
		return nil
	}
	low, high, any := bounds(b, cols)
	if !any {
		return nil
	}
	span := high - low
	m := &money{
		Title: w.cat.T("html.in-place", "title", title, "place", w.sheetTitle(b.At)), Caption: cut(oneLine(cmp.Or(b.Caption, b.Title))), Unit: string(b.Unit),
		Zero: coordinate(-low * 100 / span), Height: thick*len(cols) + 1,
	}
	if b.Alternative > 0 {
		m.Caption = cut(w.cat.T("budget.alternative.caption", "n", b.Alternative, "caption", oneLine(cmp.Or(b.Caption, b.Title))))
	}
	if slices.Contains(strings.FieldsFunc(m.Caption.Shown, notLetter), m.Unit) { // told once
		m.Unit = ""
	}
	for _, j := range cols {
		m.Series = append(m.Series, shorten(oneLine(b.Columns[j].Heading), mostInName))
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		line := moneyLine{Name: cut(oneLine(l.Name.Raw)), Total: l.Total || l.Kind == model.LineNet}
		some := false
		for n, j := range cols {
			k := bar{Class: "b" + strconv.Itoa(n), Y: 1 + n*thick}
			if j < len(l.Amounts) && l.Amounts[j].OK {
				v := l.Amounts[j].V
				f := v.InexactFloat64()
				k.Amount, some = output.Amount(w.cat, v), true
				k.X, k.Width = coordinate((min(f, 0)-low)*100/span), coordinate(max(f, -f)*100/span)
			}
			line.Bars = append(line.Bars, k)
		}
		if some {
			m.Lines = append(m.Lines, line)
		}
	}
	return m
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// compared gives the columns of a budget that are drawn.
func compared(b *model.Budget) []int {
	var cols []int
	add := func(j int) {
		if j >= 0 && j < len(b.Columns) && !slices.Contains(cols, j) && len(cols) < mostSeries {
			cols = append(cols, j)
		}
	}
	if !b.FollowsUp() {
		for j := range b.Columns {
			if r := b.Columns[j].Role; r == model.RoleYear || r == model.RoleBudget {
				add(j)
			}
		}
		return cols
	}
	of := budgets.Of(b).Columns
	for _, relation := range []budgets.Relation{budgets.Deviation, budgets.Forecast} {
		for j := range b.Columns {
			if c, ok := of[j]; ok && c.Relation == relation {
				add(c.Budget)
				add(c.Of)
			}
		}
	}
	for _, role := range []model.ColumnRole{model.RoleBudget, model.RoleOutcome, model.RoleForecast} {
		has := func(j int) bool { return b.Columns[j].Role == role }
		if slices.ContainsFunc(cols, has) {
			continue // the one that a deviation is held against
		}
		for j := range b.Columns {
			if has(j) {
				add(j)
				break
			}
		}
	}
	return cols
}

// bounds gives the least and the greatest amount that is drawn, nought between
// them; any is false where there is none but nought.
func bounds(b *model.Budget, cols []int) (low, high float64, any bool) {
	for i := range b.Lines {
		for _, j := range cols {
			if j >= len(b.Lines[i].Amounts) || !b.Lines[i].Amounts[j].OK {
				continue
			}
			f := b.Lines[i].Amounts[j].V.InexactFloat64()
			low, high = min(low, f), max(high, f)
		}
	}
	return low, high, high > low
}

// key is the same for two tables that say the same.
func (m *money) key() string {
	parts := []string{m.Caption.Shown, m.Unit, strings.Join(m.Series, "|")}
	for _, l := range m.Lines {
		parts = append(parts, l.Name.Shown)
		for _, k := range l.Bars {
			parts = append(parts, k.Amount)
		}
	}
	return strings.Join(parts, "\n")
}
