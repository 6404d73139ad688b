package plan

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/scale"
	"riskbok/rules/model"
)

// unclaimed are the conditions under which rows that no table took are told.
// Measured on planted workbooks with meaningless headings, and on look-alikes,
// of which none is told.
var unclaimed = struct {
	rows    int // that show it, at least
	letters int // of a text that is known again, at least
	cells   int // filled in such a row, at least
	figures int // levels beside its number, where it goes on with the numbers of a register
}{rows: 3, letters: 10, cells: 3, figures: 2}

// claim notes the rows of the grid that a table took.
func (l *layout) claim(from, to int) {
	if l.claimed == nil {
		l.claimed = make([]bool, len(l.t.Rows))
	}
	for r := max(from, 0); r <= to && r < len(l.claimed); r++ {
		l.claimed[r] = true
	}
}

func (l *layout) taken(row int) bool { return row < len(l.claimed) && l.claimed[row] }

// tellUnclaimed tells of rows that no table took and that belong to what is
// judged: they have levels of both axes, or say again what the document's
// registers say.
func tellUnclaimed(doc *model.Document, layouts []*layout, defs *scale.Definitions, told []model.NotChecked) []model.NotChecked {
	if len(doc.Registers) == 0 && len(defs.Axes) == 0 {
		return nil
	}
	labels, numbers := defs.Labels(), lastNumbers(doc)
	texts := sync.OnceValue(func() map[string]bool { return registerTexts(doc) })
	var out []model.NotChecked
	for i, l := range layouts {
		if slices.ContainsFunc(told, func(n model.NotChecked) bool { return n.At.Place == l.t.Place && !n.Part }) {
			continue
		}
		if n, ok := l.unclaimedRows(labels, texts, numbers, defs.Regions[i]); ok {
			out = append(out, n)
		}
	}
	return out
}

// registerTexts gives the keys of what the registers say of risks and actions.
func registerTexts(doc *model.Document) map[string]bool {
	out := map[string]bool{}
	add := func(v model.Value[string]) {
		if key := model.Key(v.V); v.OK && utf8.RuneCountInString(key) >= unclaimed.letters {
			out[key] = true
		}
	}
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			r := &doc.Registers[i].Risks[j]
			add(r.Event)
			for k := range r.Measures {
				add(r.Measures[k].Action)
			}
		}
	}
	return out
}

// lastNumbers gives the whole numbers that follow the last of each register whose
// risks are numbered.
func lastNumbers(doc *model.Document) map[int]bool {
	out := map[int]bool{}
	for i := range doc.Registers {
		last := 0
		for j := range doc.Registers[i].Risks {
			if n, ok := grid.ParseWhole(doc.Registers[i].Risks[j].Number.V); ok {
				last = max(last, n)
			}
		}
		if last > 0 {
			out[last+1] = true
		}
	}
	return out
}

// countsOn reports whether a row goes on with the numbers of a register and tells
// of a risk: two levels at least beside its number, and a text.
func (l *layout) countsOn(row int, numbers map[int]bool) bool {
	figures, text, first := 0, false, 0
	for i := range l.t.Rows[row] {
		c := &l.t.Rows[row][i]
		switch n, whole := c.Whole(); {
		case c.Covered || c.Blank():
		case !whole:
			text = text || utf8.RuneCountInString(c.Text) >= unclaimed.letters
		default:
			if figures++; figures == 1 {
				first = n
			}
		}
	}
	return text && figures > unclaimed.figures && numbers[first]
}

func (l *layout) unclaimedRows(labels map[model.Field]map[string]bool, texts func() map[string]bool, numbers map[int]bool, defined []grid.Region) (model.NotChecked, bool) {
	valued, related := -1, -1
	valuedRows, relatedRows := 0, 0
	for r := range l.t.Rows {
		if l.taken(r) || l.t.Filled(r) < unclaimed.cells || slices.ContainsFunc(defined, func(g grid.Region) bool { return r >= g.Top && r <= g.Bottom }) {
			continue
		}
		if l.countsOn(r, numbers) {
			return l.notTaken(model.SubjectRegister, model.Unjoined, r), true
		}
		levels, known := l.says(r, labels, texts)
		if levels {
			if valuedRows++; valued < 0 {
				valued = r
			}
		}
		if known {
			if relatedRows++; related < 0 {
				related = r
			}
		}
	}
	switch {
	case valuedRows >= unclaimed.rows:
		return l.notTaken(model.SubjectRegister, model.Unjoined, valued), true
	case relatedRows >= unclaimed.rows:
		return l.notTaken(model.SubjectFollowUp, model.NotUnderstood, related), true
	}
	return model.NotChecked{}, false
}

// says reports whether a row has labels of both axes, and whether it has one of
// the texts and more than a list of the first few risks has.
func (l *layout) says(r int, labels map[model.Field]map[string]bool, texts func() map[string]bool) (levels, known bool) {
	likelihood, consequence, more := false, false, false
	for i := range l.t.Rows[r] {
		c := &l.t.Rows[r][i]
		if c.Covered || c.Kind != grid.Text {
			continue
		}
		key := c.Key()
		likelihood = likelihood || labels[model.FieldLikelihood][key]
		consequence = consequence || labels[model.FieldConsequence][key]
		again := texts()[key]
		known, more = known || again, more || !again
	}
	return likelihood && consequence, known && (more || l.t.Filled(r) > tolerances.listed)
}

// notTaken tells of rows from the first on, with the headings right above them.
func (l *layout) notTaken(what model.Subject, why model.NotCheckedReason, first int) model.NotChecked {
	out := model.NotChecked{What: what, Why: why, Table: l.t.Name}
	head := first
	if first > 0 && l.t.Filled(first-1) >= unclaimed.cells && headingLike(l.t, first-1) {
		head = first - 1
		for i := range l.t.Rows[head] {
			if c := &l.t.Rows[head][i]; !c.Covered && !c.Blank() {
				out.Columns = append(out.Columns, model.Column{Heading: strings.ReplaceAll(model.Clean(c.Text), "\n", " "), At: c.At})
			}
		}
	}
	for i := range l.t.Rows[head] {
		if c := &l.t.Rows[head][i]; !c.Covered && !c.Blank() {
			out.At = c.At
			break
		}
	}
	return out
}

// unknownColumns tells of a table that its cells alone made known, and whose
// other columns no heading names: what is done about its risks, by whom and how
// it is reported is not judged then.
func (h *header) unknownColumns(t *grid.Table) (model.NotChecked, bool) {
	out := model.NotChecked{What: model.SubjectRegister, Why: model.UnknownColumns, Part: true, Table: t.Name}
	switch {
	case h.evidenced:
	case h.shaped && h.followUp():
		out.What = model.SubjectFollowUp
	case h.shaped:
		out.What = model.SubjectPlan
	}
	if !h.evidenced && !h.shaped || h.has(model.FieldAction) && h.has(model.FieldOwner) && h.has(model.FieldReporting) {
		return out, false
	}
	known := 0
	for _, c := range h.bound {
		if c.Reason == model.ReasonHeading || c.Reason == model.ReasonBegins || c.Reason == model.ReasonNear || c.Reason == model.ReasonMapped {
			known++
		}
	}
	for _, col := range h.loose {
		if x := h.texts[col]; fullColumn(t, h.bottom+1, col) {
			out.Columns = append(out.Columns, model.Column{Heading: strings.ReplaceAll(model.Clean(x.text), "\n", " "), At: x.at})
		}
	}
	if len(out.Columns) == 0 || known*2 >= len(h.bound)+len(out.Columns) {
		return out, false
	}
	out.At = out.Columns[0].At
	return out, true
}

// fullColumn reports whether several of the first cells below a heading hold
// text.
func fullColumn(t *grid.Table, from, col int) bool {
	n := 0
	for c := range sample(t, from, col) {
		if c.Kind == grid.Text {
			n++
		}
	}
	return n >= unclaimed.rows
}
