package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// header is a heading row, or two that belong together, with its columns bound
// to fields. Top and bottom are rows of the table, counted from 0.
type header struct {
	top, bottom int
	columns     map[model.Field]int
	periods     []model.Column
	periodCols  []int
	bound       []model.Column // left to right
	loose       []int          // headed columns that no field was found for
	unclear     []model.Unclear
	left, right int  // the columns the headings span
	weak        bool // the risk's heading is one that other tables have too
	titled      bool // a title above or on the tab says that it is a follow-up
	planned     bool // one says that it is a plan
	turned      bool // the risks stand in columns

	texts        []headingText                   // of each column of the grid
	labels       map[model.Field]map[string]bool // of the document's axes
	evidenced    bool                            // the cells prove that it is a table of risks
	shaped       bool                            // a plan or follow-up that its title and its cells made known
	consequences []model.Column
	weighed      []int       // the columns of several consequences
	further      []valuation // beside the first
	refused      []model.Column
	unheaded     []int // filled columns without heading, of a table that its cells made known

	levels *grid.LevelReader // nil: none was read yet
	keys   []string          // of texts, as headings; see scan.headed
}

// unknown gives the headings of the columns that no field was found for.
func (h *header) unknown() []model.Column {
	var out []model.Column
	for _, col := range h.loose {
		if col < len(h.texts) && model.Clean(h.texts[col].text) != "" {
			out = append(out, model.Column{Heading: h.texts[col].text, At: h.texts[col].at})
		}
	}
	return out
}

func (h *header) has(f model.Field) bool { _, ok := h.columns[f]; return ok }

// speaks reports whether the headings name a field, be it that several do and
// none was chosen.
func (h *header) speaks(f model.Field) bool {
	return h.has(f) || slices.ContainsFunc(h.unclear, func(u model.Unclear) bool { return u.Field == f })
}

// register reports whether the headings are those of a table of risks.
func (h *header) register() bool {
	if h.evidenced {
		return true
	}
	if !h.speaks(model.FieldEvent) {
		return h.routines() || h.valuesNumbers()
	}
	return h.analysis() || h.plan()
}

// valuesNumbers reports whether the headings name the number of a risk, both its
// levels and its value to the letter: whatever the column of its text is called.
func (h *header) valuesNumbers() bool {
	for _, f := range []model.Field{model.FieldNumber, model.FieldLikelihood, model.FieldConsequence, model.FieldScore} {
		if !slices.ContainsFunc(h.bound, func(c model.Column) bool { return c.Field == f && c.Reason == model.ReasonHeading }) {
			return false
		}
	}
	return len(h.periods) == 0 && !h.turned
}

// routines reports whether the headings are those of a plan of the older form,
// which lists what is controlled in each routine and names no risks.
func (h *header) routines() bool {
	return h.planned && !h.speaks(model.FieldEvent) && !h.speaks(model.FieldNumber) && len(h.periods) == 0 &&
		h.has(model.FieldArea) && h.has(model.FieldAction) && h.has(model.FieldOwner) && h.has(model.FieldReporting)
}

// analysis: something of steg 2 is there.
func (h *header) analysis() bool {
	return h.evidenced || h.speaks(model.FieldLikelihood) && h.speaks(model.FieldConsequence) ||
		h.speaks(model.FieldScore) && (h.speaks(model.FieldNumber) || h.speaks(model.FieldTreatment) || h.speaks(model.FieldLikelihood))
}

// plan: something of steg 3 is there, and more than a list of things to do has.
func (h *header) plan() bool {
	if !h.speaks(model.FieldAction) {
		return false
	}
	if h.speaks(model.FieldDirection) || h.analysis() {
		return true
	}
	return !h.weak && h.speaks(model.FieldNumber) && (h.speaks(model.FieldOwner) || h.speaks(model.FieldReporting)) ||
		!h.weak && h.speaks(model.FieldOwner) && h.speaks(model.FieldReporting)
}

// followUp reports whether the headings are those of a follow-up.
func (h *header) followUp() bool {
	if len(h.periods) == 0 {
		return false
	}
	if h.titled && h.has(model.FieldNumber) && len(h.periods) > 1 {
		return true
	}
	risk := h.has(model.FieldNumber) || h.has(model.FieldEvent)
	return risk && (h.has(model.FieldAction) || h.has(model.FieldDirection) || h.has(model.FieldEvent))
}

// numbersOnly reports whether the table knows its risks by number alone, as a
// follow-up of numbers and periods does: there a number is all a row can say.
func (h *header) numbersOnly() bool {
	return !h.has(model.FieldEvent) && !h.has(model.FieldAction) && !h.has(model.FieldDirection)
}

func (h *header) hasPeriod(key string) bool {
	for _, p := range h.periods {
		if p.Key == key {
			return true
		}
	}
	return false
}

// binds reports whether the heading of a column was bound to a field, or is one
// of several that claim the same.
func (h *header) binds(t *grid.Table, row, col int) bool {
	at := t.Resolved(row, col).At
	if c := t.Cell(row, col); c.Covered && int(c.OriginCol) != col {
		at = model.Source{}
	}
	return slices.ContainsFunc(h.bound, func(b model.Column) bool { return b.At == at }) ||
		slices.ContainsFunc(h.unclear, func(u model.Unclear) bool {
			return slices.ContainsFunc(u.Columns, func(b model.Column) bool { return b.At == at })
		})
}

func (h *header) span(col int) {
	if h.left < 0 {
		h.left = col
	}
	h.right = max(h.right, col)
}

// useful counts what the headings say about risks, to choose between readings.
func (h *header) useful() int { return len(h.columns) + len(h.periods) }
