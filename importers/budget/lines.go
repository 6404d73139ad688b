package budget

import (
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// reading is what the rows under a heading gave.
type reading struct {
	lines  []model.BudgetLine
	shown  []int         // the most decimals that each column shows
	named  []namedAmount // amounts that name their units
	filled int           // amounts, with and without
	unread []model.Value[string]
	last   int // the last row that belongs to the table
}

// readLines reads the rows under a heading up to the end of the table.
func (w *documentWords) readLines(t *grid.Table, h *header) reading {
	out := reading{last: h.bottom, shown: make([]int, len(h.cols))}
	gap := 0
	for r := h.bottom + 1; r < len(t.Rows); r++ {
		if h.blank(t, r) {
			gap++
			continue
		}
		if w.repeats(t, h, r) {
			if n := len(out.lines); gap == 0 && n > 0 && out.filled > 0 && w.namesBoard(&out.lines[n-1]) {
				// Another board's table begins, of which the line is the title.
				out.lines, out.last = out.lines[:n-1], r-2
				return out.trim()
			}
			out.last = r
			continue
		}
		if w.begins(t, h, r, gap) || gap > 0 && !w.goesOn(t, h, r, gap) {
			break
		}
		name, at := nameOf(t, h, r)
		line := model.BudgetLine{Name: model.Value[string]{V: w.oneLine(name), Raw: name, At: at, OK: model.Clean(name) != ""}, At: at}
		filled := w.readAmounts(t, h, r, &line, &out)
		switch {
		case filled == 0 && (len(name) > tolerances.maxName || w.note(t, h, r)):
			if line.Name.OK {
				out.unread = append(out.unread, line.Name)
				out.last = r
			}
			return out.trim()
		case filled == 0:
			line.Kind = model.LineGroup
			line.Heads, _ = w.kind(line.Name.V)
		default:
			own := w.ownName(t, h, r, line.Name.V)
			line.Kind, line.Total = w.kind(own)
			line.Except = line.Total && says(own, w.except)
			line.ByFigures = !line.Total && w.mayTotal(own)
		}
		out.lines, out.last, gap = append(out.lines, line), r, 0
		out.loose(t, h, r)
	}
	return out.trim()
}

// namesBoard reports whether a line without amounts names a board.
func (w *documentWords) namesBoard(l *model.BudgetLine) bool {
	return l.Kind == model.LineGroup && w.boards.Beside(l.Name.V) != ""
}

// blank reports whether nothing stands in a row of the table.
func (h *header) blank(t *grid.Table, r int) bool {
	if h.left == 0 && len(h.beside) == 0 {
		return blankRow(t, r)
	}
	for c := h.left; c < h.right && c < len(t.Rows[r]); c++ {
		if !t.Rows[r][c].Blank() {
			return false
		}
	}
	return true
}

// goesOn reports whether a row after blank ones belongs to the table above them:
// it has a name and amounts under the headings, or is a heading over such a row.
// After several blank rows most of its columns say so.
func (w *documentWords) goesOn(t *grid.Table, h *header, r, gap int) bool {
	if name, _ := nameOf(t, h, r); model.Clean(name) == "" || len(name) > tolerances.maxName {
		return false
	}
	n := w.amountsIn(t, h, r)
	if n > 0 {
		return gap <= tolerances.gapRows || 2*n >= len(h.cols) && (n > 1 || w.totalBelow(t, h, r))
	}
	if w.note(t, h, r) {
		return false
	}
	for next := r + 1; next < len(t.Rows) && next <= r+tolerances.headingRows; next++ {
		if h.blank(t, next) {
			continue
		}
		name, _ := nameOf(t, h, next)
		n := w.amountsIn(t, h, next)
		if model.Clean(name) == "" || len(name) > tolerances.maxName || w.begins(t, h, next, gap) {
			return false
		}
		if n > 0 {
			return 2*n >= len(h.cols)
		}
	}
	return false
}

// amountsIn counts the amounts of a row under the headings.
func (w *documentWords) amountsIn(t *grid.Table, h *header, r int) int {
	n := 0
	for _, col := range h.cols {
		if c := t.Cell(r, col); !c.Covered && (w.amountCell(c) || c.Formula != "" || c.Kind == grid.Error) {
			n++
		}
	}
	return n
}

// totalBelow reports whether a row, or one under it before the next blank row, has
// an amount and the name of a total.
func (w *documentWords) totalBelow(t *grid.Table, h *header, r int) bool {
	for ; r < len(t.Rows) && !h.blank(t, r); r++ {
		name, _ := nameOf(t, h, r)
		if _, total := w.kind(w.ownName(t, h, r, w.oneLine(name))); total && w.amountsIn(t, h, r) > 0 {
			return true
		}
	}
	return false
}

// note reports whether a row without amounts is text over the whole table
// rather than a heading within it.
func (w *documentWords) note(t *grid.Table, h *header, r int) bool {
	text := model.Clean(t.Cell(r, h.name).Text)
	return strings.HasSuffix(text, ".") || len(text) > tolerances.maxHeading
}

// repeats reports whether a row is the heading once more, as on a new page.
func (w *documentWords) repeats(t *grid.Table, h *header, r int) bool {
	for i, col := range h.cols {
		if w.oneLine(t.Resolved(r, col).Text) != h.columns[i].Heading {
			return false
		}
	}
	return true
}

// nameOf gives the text to the left of the amounts.
func nameOf(t *grid.Table, h *header, r int) (string, model.Source) {
	at := t.Cell(r, h.name).At
	var parts []string
	for col := h.left; col < h.cols[0]; col++ {
		c := t.Cell(r, col)
		if c.Blank() || c.Covered {
			continue
		}
		if len(parts) == 0 {
			at = c.At
		}
		parts = append(parts, c.Text)
	}
	return strings.Join(parts, " "), at
}

// ownName gives a line's name without the number of an account that stands in a
// column before it.
func (w *documentWords) ownName(t *grid.Table, h *header, r int, name string) string {
	if c := t.Cell(r, h.name); !c.Blank() && !c.Covered {
		return w.oneLine(c.Text)
	}
	return name
}

// readAmounts reads the amounts of a row into a line and counts the cells that
// say something.
func (w *documentWords) readAmounts(t *grid.Table, h *header, r int, line *model.BudgetLine, out *reading) (filled int) {
	line.Amounts = make([]model.Value[decimal.Decimal], len(h.cols))
	var strange []model.Value[string]
	for i, col := range h.cols {
		c := t.Cell(r, col)
		if c.Covered {
			line.Amounts[i].At = c.At
			continue
		}
		v := w.amount(c)
		if h.columns[i].Role == model.RolePercent {
			v = w.percent(c)
		}
		if h.thousands {
			inThousands(&v, c.Text)
		}
		line.Amounts[i] = v
		if _, unit, ok := w.amountText(c.Text); ok && unit != model.NoUnit && c.Kind == grid.Text {
			out.named = append(out.named, namedAmount{unit: unit, at: c.At, col: i, shown: w.shownDecimals(c, v.V)})
		} else if v.OK {
			out.shown[i] = max(out.shown[i], w.shownDecimals(c, v.V))
		}
		if v.OK {
			out.filled++
		}
		if v.OK || v.Uncalculated || w.blank(v.Raw) {
			filled++
		} else if c.Kind == grid.Error || grid.ErrorText(model.Clean(v.Raw)) {
			filled++ // a rule tells of it
		} else if model.Clean(v.Raw) != "" {
			strange = append(strange, model.Text(model.Clean(v.Raw), v.At))
		}
	}
	if filled > 0 || line.Name.OK && len(strange) > 0 {
		out.unread = append(out.unread, strange...)
		filled += len(strange)
	}
	return filled
}

// loose keeps the text of columns beside the amounts.
func (out *reading) loose(t *grid.Table, h *header, r int) {
	for _, col := range h.loose {
		if c := t.Cell(r, col); !c.Covered && !c.Blank() {
			out.unread = append(out.unread, model.Text(c.Clean(), c.At))
		}
	}
}

// trim takes headings without lines off the end.
func (out reading) trim() reading {
	for n := len(out.lines); n > 0 && out.lines[n-1].Kind == model.LineGroup; n-- {
		out.unread = append(out.unread, out.lines[n-1].Name)
		out.lines = out.lines[:n-1]
	}
	return out
}

// fillKinds gives lines without a kind that of their table: where nothing is said
// of income or costs and something is added up, they are parties.
func fillKinds(b *model.Budget) {
	total := false
	for i := range b.Lines {
		switch b.Lines[i].Kind {
		case model.LineIncome, model.LineCost, model.LineNet, model.LineInvestment:
			return
		}
		total = total || b.Lines[i].Total
	}
	if !total || b.FollowsUp() {
		return
	}
	for i := range b.Lines {
		if l := &b.Lines[i]; l.Kind == model.LineOther && !l.Total && l.Name.OK {
			l.Kind = model.LineParty
		}
	}
}

// decimalsOf gives the most decimals that the columns of a table's amounts show.
func decimalsOf(b *model.Budget, shown []int) int {
	n := 0
	for j := range b.Columns {
		if r := b.Columns[j].Role; r != model.RolePercent && r != model.RolePlain {
			n = max(n, shown[j])
		}
	}
	return n
}
