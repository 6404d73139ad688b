package budget

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// alternatives numbers tables that follow each other with the same lines and
// columns and other captions or amounts. A later one without a title or a unit
// of its own has those of the first.
func (d *reader) alternatives() {
	for i := 0; i < len(d.budgets); {
		first := &d.budgets[i]
		n := 1
		for i+n < len(d.budgets) && alternative(first, &d.budgets[i+n]) {
			b := &d.budgets[i+n]
			if b.Title == "" {
				b.Title = first.Title
			}
			if b.Unit == model.NoUnit {
				b.Unit, b.UnitAt = first.Unit, first.UnitAt
			}
			if b.Board == "" {
				b.Board = first.Board
			}
			if b.Year == 0 {
				b.Year = first.Year
			}
			n++
		}
		for k := 0; n > 1 && k < n; k++ {
			d.budgets[i+k].Alternative = k + 1
		}
		i += n
	}
	for i := range d.budgets {
		if b := &d.budgets[i]; b.Title == "" {
			b.Title = b.Caption
		}
	}
}

// sideBySide divides a table in which the same headings stand two times or
// more, as where alternatives lie beside each other: into one table for each,
// captioned by what stands over its columns.
func sideBySide(t *grid.Table, h *header, b *model.Budget) []*model.Budget {
	n := len(b.Columns)
	width := 1
	for ; width < n; width++ {
		if n%width == 0 && sameHeadings(b.Columns, width) {
			break
		}
	}
	if width >= n || n == 1 {
		return []*model.Budget{b}
	}
	var out []*model.Budget
	for from := 0; from < n; from += width {
		part := *b
		part.Columns = b.Columns[from : from+width]
		part.Lines = slices.Clone(b.Lines)
		for i := range part.Lines {
			part.Lines[i].Amounts = b.Lines[i].Amounts[from : from+width]
		}
		if over := t.Resolved(h.top-1, h.cols[from]); h.top > 0 && !over.Blank() && over.Kind == grid.Text {
			part.Caption = model.Clean(over.Text)
		}
		out = append(out, &part)
	}
	return out
}

// sameHeadings reports whether every so many columns the headings begin anew.
func sameHeadings(columns []model.BudgetColumn, width int) bool {
	for i := width; i < len(columns); i++ {
		if model.Key(columns[i].Heading) != model.Key(columns[i-width].Heading) {
			return false
		}
	}
	return true
}

// alternative reports whether b is another version of a: tables of parties or
// posts, not follow-ups, alike in all but caption and amounts.
func alternative(a, b *model.Budget) bool {
	if a.FollowsUp() || b.FollowsUp() || len(a.Columns) != len(b.Columns) || len(a.Lines) != len(b.Lines) {
		return false
	}
	if b.Title != "" && model.Key(a.Title) == model.Key(b.Title) && model.Key(a.Caption) == model.Key(b.Caption) && a.Caption != "" {
		return false
	}
	for i := range a.Columns {
		if model.Key(a.Columns[i].Heading) != model.Key(b.Columns[i].Heading) {
			return false
		}
	}
	same := true
	for i := range a.Lines {
		if model.Key(a.Lines[i].Name.V) != model.Key(b.Lines[i].Name.V) {
			return false
		}
		for j := range a.Lines[i].Amounts {
			same = same && a.Lines[i].Amounts[j].V.Equal(b.Lines[i].Amounts[j].V)
		}
	}
	return !same
}

// years gives tables without a year that of their own columns, that of a table
// on the same page or sheet, the only one of the document, or the file's.
func (d *reader) years() {
	for i := range d.budgets {
		if b := &d.budgets[i]; b.Year == 0 {
			b.Year = columnYear(b)
		}
	}
	d.neighbours()
	only, ofFile := d.onlyYear()
	for i := range d.budgets {
		if b := &d.budgets[i]; b.Year == 0 {
			b.Year, b.YearOfFile = only, ofFile
		}
	}
	for i := range d.allocations {
		a := &d.allocations[i]
		for j := range d.budgets {
			if b := &d.budgets[j]; d.page(b.At) == d.page(a.At) && a.Year == 0 {
				a.Year = b.Year
				if a.Board == "" {
					a.Board = b.Board
				}
			}
		}
		if a.Year == 0 {
			a.Year = only
		}
	}
}

// onlyYear gives the year of all tables that have one, where it is the same, else that
// of the file's name, and whether it is that.
func (d *reader) onlyYear() (int, bool) {
	only := 0
	for i := range d.budgets {
		if y := d.budgets[i].Year; y != 0 && only != 0 && y != only {
			only = -1
		} else if y != 0 && only == 0 {
			only = y
		}
	}
	if only > 0 {
		return only, false
	}
	return grid.FileYear(d.doc.File)
}

// neighbours gives tables without a board, a year or a period those of the
// table before them on the same page or sheet.
func (d *reader) neighbours() {
	for i := 1; i < len(d.budgets); i++ {
		a, b := &d.budgets[i-1], &d.budgets[i]
		if d.page(a.At) != d.page(b.At) {
			continue
		}
		if b.Board == "" {
			b.Board = a.Board
		}
		if b.Year == 0 {
			b.Year = a.Year
		}
		if b.Period.IsZero() && a.Year == b.Year {
			b.Period = a.Period
		}
	}
}

// page gives the page or, in a workbook, the sheet of a source.
func (d *reader) page(s model.Source) model.Place {
	if int(s.Place) >= len(d.doc.Places) || s.Place < 0 {
		return model.Place{}
	}
	p := d.doc.Places[s.Place]
	return model.Place{Sheet: p.Sheet, Page: p.Page}
}

// columnYear gives the latest year of a budget or outcome, else of a column
// headed by a year alone.
func columnYear(b *model.Budget) int {
	budgets, years := 0, 0
	for _, c := range b.Columns {
		switch c.Role {
		case model.RoleBudget, model.RoleOutcome:
			budgets = max(budgets, c.Year)
		case model.RoleYear:
			years = max(years, c.Year)
		}
	}
	if budgets != 0 {
		return budgets
	}
	return years
}
