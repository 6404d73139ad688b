package plan

import (
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// leftOut keeps as unread the rows of tables that a title calls a follow-up
// and whose headings speak of risks and measures, but name no period that is
// known: what was done must not be lost without a word.
func (d *reader) leftOut(blocks []block, defined []grid.Region) {
	for r := 0; r < len(d.t.Rows); r++ {
		if b := slices.IndexFunc(blocks, func(b block) bool { return r >= b.top && r < b.to }); b >= 0 {
			r = blocks[b].to - 1
			continue
		}
		if !followsUpUnknown(d.layout, r) || slices.ContainsFunc(defined, func(g grid.Region) bool { return r >= g.Top && r <= g.Bottom }) {
			continue
		}
		for r++; r < len(d.t.Rows) && d.t.Filled(r) > 1; r++ {
			for col := range d.t.Rows[r] {
				if c := &d.t.Rows[r][col]; !c.Covered {
					d.unread(c)
				}
			}
		}
	}
}

// maybePeriods gives the columns of a follow-up that no field was found for and
// that may be of a period: between those of two, or right beside them where there
// are fewer than a year of tertials has.
func (h *header) maybePeriods() []int {
	if !h.followUp() || h.analysis() {
		return nil
	}
	first, last := slices.Min(h.periodCols), slices.Max(h.periodCols)
	var out []int
	for _, col := range h.loose {
		between := col > first && col < last
		beside := len(h.periodCols) < tertials && (col == first-1 || col == last+1)
		if between || beside {
			out = append(out, col)
		}
	}
	return out
}

// behindReporting gives the columns behind that of the reporting in a plan of which
// no heading is known: of a plan with known ones they are something else.
func (h *header) behindReporting() []int {
	at, ok := h.columns[model.FieldReporting]
	if !ok || !h.evidenced || len(h.periods) > 0 || slices.ContainsFunc(h.bound, func(c model.Column) bool { return c.Reason != model.ReasonContent }) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(h.loose), func(col int) bool { return col < at })
}

// tertials is how many periods of reporting a year has.
const tertials = 3

// unknownPeriods tells of such columns that hold texts: what was done must not
// pass for what nobody has reported.
func (h *header) unknownPeriods(t *grid.Table) (model.NotChecked, bool) {
	out := model.NotChecked{What: model.SubjectFollowUp, Why: model.UnknownPeriod, Part: true, Table: t.Name}
	for _, col := range append(h.maybePeriods(), h.behindReporting()...) {
		if x := h.texts[col]; fullColumn(t, h.bottom+1, col) {
			out.Columns = append(out.Columns, model.Column{Heading: strings.ReplaceAll(model.Clean(x.text), "\n", " "), At: x.at})
		}
	}
	if len(out.Columns) == 0 {
		return out, false
	}
	out.At = out.Columns[0].At
	return out, true
}

// followsUpUnknown reports whether a row heads a follow-up by what its
// headings say to the letter and what stands above it.
func followsUpUnknown(l *layout, row int) bool {
	if l.hit(row) < tolerances.pairHits || !titledAs(l.w, l.t, row, words.FollowUpTitle) {
		return false
	}
	speaks := map[model.Field]bool{}
	for i := range l.t.Rows[row] {
		for _, m := range l.w.Exact(l.t.Rows[row][i].Text) {
			speaks[m.Field] = true
		}
	}
	return speaks[model.FieldAction] && (speaks[model.FieldNumber] || speaks[model.FieldEvent])
}
