package plan

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"riskbok/importers/plan/evidence"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// apply binds the columns of a reading. What the user has bound stands, for
// nothing weighs as much.
func (b *binder) apply(h *header, r *evidence.Reading) {
	b.applyFirst(h, r)
	first := r.Valuations[0]
	for i, v := range r.Valuations[1:] {
		b.applyFurther(h, v, first, i+1)
	}
	for _, f := range slices.Sorted(maps.Keys(r.Unclear)) {
		h.doubt(f, r.Unclear[f])
	}
	b.applyNames(h, r)
	h.settleColumns()
	h.evidenced = true
}

// applyFirst binds the columns of the first valuation, all but those of fields
// that are unclear.
func (b *binder) applyFirst(h *header, r *evidence.Reading) {
	v := r.Valuations[0]
	bind := func(f model.Field, c *evidence.Column) {
		if c != nil && len(r.Unclear[f]) == 0 {
			h.release(c.Index)
			h.take(f, c, v.Evidence[f])
		}
	}
	bind(model.FieldLikelihood, v.Likelihood)
	bind(model.FieldScore, v.Value)
	if v.Rating != nil && v.TellsRating() {
		bind(model.FieldTreatment, v.Rating)
	}
	bind(model.FieldConsequence, v.Consequences[0])
	h.consequences, h.weighed = nil, nil
	if len(v.Consequences) == 1 {
		return
	}
	h.consequences = consequencesOf(v)
	for i, c := range v.Consequences {
		if i > 0 {
			h.release(c.Index)
		}
		h.weighed = append(h.weighed, c.Index)
	}
}

// applyFurther binds the columns of a valuation beside the first, with which it
// may share the consequences.
func (b *binder) applyFurther(h *header, v, first *evidence.Valuation, i int) {
	x := valuation{likelihood: -1, score: -1, treatment: -1}
	shared := func(c *evidence.Column) bool { return slices.Contains(first.Consequences, c) || c == first.Likelihood }
	bind := func(f model.Field, c *evidence.Column) int {
		if c == nil {
			return -1
		}
		if !shared(c) {
			h.release(c.Index)
			x.head.Columns = append(x.head.Columns, columnOf(f, c, v.Evidence[f]))
		}
		return c.Index
	}
	x.likelihood = bind(model.FieldLikelihood, v.Likelihood)
	x.score = bind(model.FieldScore, v.Value)
	if v.Rating != nil && v.TellsRating() {
		x.treatment = bind(model.FieldTreatment, v.Rating)
	}
	for k, c := range v.Consequences {
		switch {
		case shared(c):
		case k == 0:
			bind(model.FieldConsequence, c)
		default:
			h.release(c.Index)
		}
		x.consequences = append(x.consequences, c.Index)
	}
	slices.SortStableFunc(x.head.Columns, byPlace)
	if len(v.Consequences) > 1 {
		x.head.Consequences = consequencesOf(v)
	}
	x.head.Name, x.head.Key = b.nameOf(v, i)
	if v.Likelihood == first.Likelihood {
		x.head.Name = strings.ReplaceAll(model.Clean(v.Consequences[0].Heading.Text), "\n", " ")
	}
	h.further = append(h.further, x)
}

// consequencesOf gives the columns of a valuation's consequences.
func consequencesOf(v *evidence.Valuation) []model.Column {
	var out []model.Column
	for _, c := range v.Consequences {
		out = append(out, columnOf(model.FieldConsequence, c, v.Evidence[model.FieldConsequence]))
	}
	return out
}

// applyNames binds the other fields that the cells tell, where no heading has.
func (b *binder) applyNames(h *header, r *evidence.Reading) {
	for _, f := range []model.Field{model.FieldEvent, model.FieldNumber, model.FieldArea, model.FieldAction, model.FieldOwner} {
		n := r.Names[f]
		if n == nil || h.speaks(f) || h.boundAt(n.Column.Index) {
			continue
		}
		h.take(f, n.Column, n.Evidence)
	}
}

func (h *header) boundAt(col int) bool {
	for _, c := range h.columns {
		if c == col {
			return true
		}
	}
	return slices.Contains(h.periodCols, col)
}

// release frees a column of the field that its heading bound it to.
func (h *header) release(col int) {
	for f, c := range h.columns {
		if c == col {
			delete(h.columns, f)
			h.bound = slices.DeleteFunc(h.bound, func(o model.Column) bool { return o.Field == f })
		}
	}
}

// take binds a field to a column. The column that had the field is loose.
func (h *header) take(f model.Field, c *evidence.Column, why []model.Evidence) {
	h.columns[f] = c.Index
	column := columnOf(f, c, why)
	h.bound = slices.DeleteFunc(h.bound, func(o model.Column) bool { return o.At == column.At || o.Field == f && f != model.FieldPeriod })
	h.bound = append(h.bound, column)
	h.unclear = slices.DeleteFunc(h.unclear, func(u model.Unclear) bool { return u.Field == f })
}

// doubt notes the columns that could all be one field, which none of them is.
func (h *header) doubt(f model.Field, list []*evidence.Column) {
	delete(h.columns, f)
	h.bound = slices.DeleteFunc(h.bound, func(o model.Column) bool { return o.Field == f })
	u := model.Unclear{Field: f}
	for _, c := range list {
		u.Columns = append(u.Columns, columnOf(f, c, nil))
	}
	slices.SortFunc(u.Columns, func(a, b model.Column) int { return int(a.At.Col - b.At.Col) })
	h.unclear = append(slices.DeleteFunc(h.unclear, func(o model.Unclear) bool { return o.Field == f }), u)
}

// byPlace orders columns as they stand in the table, be it turned on its side.
func byPlace(a, b model.Column) int {
	return cmp.Or(cmp.Compare(a.At.Col, b.At.Col), cmp.Compare(a.At.Row, b.At.Row))
}

// settleColumns puts the bound columns in order and finds those that nothing
// was found for.
func (h *header) settleColumns() {
	slices.SortStableFunc(h.bound, byPlace)
	used := func(at model.Source) bool {
		in := func(list []model.Column) bool {
			return slices.ContainsFunc(list, func(c model.Column) bool { return c.At == at })
		}
		if in(h.bound) || in(h.consequences) || slices.ContainsFunc(h.unclear, func(u model.Unclear) bool { return in(u.Columns) }) {
			return true
		}
		return slices.ContainsFunc(h.further, func(v valuation) bool { return in(v.head.Columns) || in(v.head.Consequences) })
	}
	h.loose = nil
	for col := h.left; col <= h.right && col < len(h.texts); col++ {
		if x := h.texts[col]; (model.Clean(x.text) != "" || slices.Contains(h.unheaded, col)) && !used(x.at) && !h.uses(col) {
			h.loose = append(h.loose, col)
		}
	}
}

// uses reports whether a column is bound, be it by a heading below the one that its
// text was taken from.
func (h *header) uses(col int) bool {
	return h.boundAt(col) || slices.Contains(h.weighed, col) || slices.ContainsFunc(h.further, func(v valuation) bool {
		return v.likelihood == col || v.score == col || v.treatment == col || slices.Contains(v.consequences, col)
	})
}

// columnOf gives the model's column for one that evidence has bound. How sure it
// is and why follow from the strongest evidence.
func columnOf(f model.Field, c *evidence.Column, why []model.Evidence) model.Column {
	out := model.Column{Field: f, Heading: model.Clean(c.Heading.Text), Reason: model.ReasonContent, Evidence: slices.Clone(why), At: c.Heading.At}
	total := 0.0
	for _, e := range why {
		total += e.Weight
		switch {
		case e.Kind == model.EvidenceHeading && e.Weight > tolerances.mappedShare:
			out.Reason = model.ReasonMapped
		case e.Kind == model.EvidenceHeading:
			out.Reason = model.ReasonHeading
		case e.Kind == model.EvidenceBegins && out.Reason != model.ReasonHeading:
			out.Reason = model.ReasonBegins
		case e.Kind == model.EvidenceNear && out.Reason == model.ReasonContent:
			out.Reason = model.ReasonNear
		}
	}
	out.Score = max(1, min(100, int(total*tolerances.fullScore)))
	return out
}

// keepWeighed keeps for inspect what was weighed for each column, of what the headings
// bound and of what came next.
func (h *header) keepWeighed(r *evidence.Reading) {
	said := map[model.Source]map[model.Field][]model.Evidence{}
	keep := func(f model.Field, c *evidence.Column, why []model.Evidence) {
		if c == nil {
			return
		}
		if said[c.Heading.At] == nil {
			said[c.Heading.At] = map[model.Field][]model.Evidence{}
		}
		said[c.Heading.At][f] = why
	}
	for _, v := range r.Valuations {
		v.Each(func(f model.Field, c *evidence.Column) { keep(f, c, v.Evidence[f]) })
	}
	for f, n := range r.Names {
		keep(f, n.Column, n.Evidence)
	}
	for i := range h.bound {
		h.bound[i].Evidence = said[h.bound[i].At][h.bound[i].Field]
	}
	for _, v := range r.Refused {
		v.Each(func(f model.Field, c *evidence.Column) {
			if said[c.Heading.At][f] == nil {
				h.refused = append(h.refused, columnOf(f, c, v.Evidence[f]))
				keep(f, c, v.Evidence[f])
			}
		})
	}
}

// nameOf gives the name and the key of a further valuation, by its place among
// them: what the headings say of it, else the text over them.
func (b *binder) nameOf(v *evidence.Valuation, i int) (name, key string) {
	key = "valuation-" + strconv.Itoa(i+1)
	band := strings.ReplaceAll(model.Clean(v.Likelihood.Heading.Band), "\n", " ")
	if v.After() {
		key = "after"
		if name = b.w.Second(v.Likelihood.Heading.Text); name == "" && v.Value != nil {
			name = b.w.Second(v.Value.Heading.Text)
		}
	}
	switch {
	case name != "":
	case band != "" && len(band) <= words.MaxHeading:
		name = band
	default:
		name = strings.ReplaceAll(model.Clean(v.Likelihood.Heading.Text), "\n", " ")
	}
	return name, key
}
