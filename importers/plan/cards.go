package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Risks may stand on cards, one below the other, each with its headings in one
// column and what they say beside them. They are not read, and told.

// leastCards is how many cards make a sheet one of cards: a form of one risk is
// no register, and a legend names each axis once.
const leastCards = 2

// cards tells of a grid whose risks stand on cards: both levels are headed again
// and again in one column, with a level beside each.
func (l *layout) cards() (model.NotChecked, bool) {
	type card struct{ likelihood, consequence, first int }
	columns := map[int]*card{}
	for r := range l.t.Rows {
		for col := range l.t.Rows[r] {
			c := &l.t.Rows[r][col]
			if c.Covered || c.Blank() || len(c.Text) > words.MaxHeading || !l.level(l.t.Resolved(r, col+1)) {
				continue
			}
			name, _ := l.w.AxisNamed(c.Text)
			if name == words.NoAxis {
				continue
			}
			k := columns[col]
			if k == nil {
				k = &card{first: r}
				columns[col] = k
			}
			if name == words.LikelihoodAxis {
				k.likelihood++
			} else {
				k.consequence++
			}
		}
	}
	for col := range columns {
		if k := columns[col]; k.likelihood < leastCards || k.consequence < leastCards {
			delete(columns, col)
		}
	}
	if len(columns) != 1 {
		return model.NotChecked{}, false
	}
	for col, k := range columns {
		return model.NotChecked{What: model.SubjectRegister, Why: model.NotUnderstood, Table: l.t.Name, At: l.t.Cell(k.first, col).At}, true
	}
	return model.NotChecked{}, false
}

// level reports whether a cell holds a level by itself: a number, or a usual label.
func (l *layout) level(c *grid.Cell) bool {
	if c.Blank() {
		return false
	}
	v := l.w.LevelWords().Level(c.Clean())
	return v.HasNumber && !v.Loose || l.w.Ranks([]string{v.Label}) != nil
}
