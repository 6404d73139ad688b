package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/scale"
	"riskbok/rules/model"
)

// addScales gives a document the scales that it states, and names what it states
// and was not understood: ranges of treatments as not checked, so that nothing
// takes their place, and names of axes as unread. It matters only beside a
// register. That a text box says how a value usually comes about states no scale: it
// explains.
func addScales(doc *model.Document, defs *scale.Definitions, headings []model.Source, layouts []*layout, boxes *boxPlaces) {
	scales := defs.Scales(doc.Places)
	unclear := besideNoRisk(doc, remains(doc, defs.Unclear, headings), layouts)
	doc.Scales = append(doc.Scales, slices.DeleteFunc(scales, func(s model.Scale) bool {
		return !s.HasAxes() && (len(doc.Registers) == 0 || len(s.Treatments) == 0 && s.Disputed[0].IsZero() && len(unclear) == 0 && (!tellsRule(doc, &s, headings) || s.Rule == model.RuleProduct && boxes.has(s.RuleAt)))
	})...)
	for i := range doc.Scales {
		s := &doc.Scales[i]
		s.TreatmentsUnsure = s.TreatmentsUnsure && (len(unclear) > 0 || !s.Disputed[0].IsZero())
		s.LevelsUnsure = s.LevelsUnsure && len(unclear) > 0
	}
	for _, c := range unclear {
		doc.NotChecked = append(doc.NotChecked, model.NotChecked{
			What: model.SubjectScale, Why: model.UnreadScale, Part: true, At: c.At, Args: map[string]string{"text": model.Clean(c.Text)},
		})
	}
	for _, c := range remains(doc, defs.Unread, headings) {
		if slices.Contains(unclear, c) || boxes.explains(c) {
			continue // told already, or nothing to tell
		}
		doc.Unread = append(doc.Unread, model.Value[string]{V: model.Clean(c.Text), OK: true, Raw: c.Text, At: c.At})
	}
}

// besideNoRisk leaves out the cells with the text of a risk of the registers on
// their row: a list of the greatest risks has values there, and no ranges.
func besideNoRisk(doc *model.Document, cells []*grid.Cell, layouts []*layout) []*grid.Cell {
	if len(cells) == 0 {
		return cells
	}
	texts := registerTexts(doc)
	return slices.DeleteFunc(cells, func(c *grid.Cell) bool {
		return slices.ContainsFunc(layouts, func(l *layout) bool {
			r := int(c.At.Row) - 1
			if l.t.Place != c.At.Place || r < 0 || r >= len(l.t.Rows) || l.taken(r) || !slices.ContainsFunc(l.t.Rows[r], func(o grid.Cell) bool { return o.At == c.At }) {
				return false
			}
			return slices.ContainsFunc(l.t.Rows[r], func(o grid.Cell) bool { return texts[o.Key()] })
		})
	})
}

// tellsRule reports whether a scale without levels says how values come about: a
// rule other than the usual one, or one outside the headings of tables.
func tellsRule(doc *model.Document, s *model.Scale, headings []model.Source) bool {
	return !s.RuleAt.IsZero() && (s.Rule != model.RuleProduct || len(remains(doc, []*grid.Cell{{At: s.RuleAt}}, headings)) > 0)
}

// remains gives those cells, each once, that stand for a definition and were not
// understood: the headings of tables, and what stands right above or below them,
// are none. It gives nothing where the document has no register.
func remains(doc *model.Document, left []*grid.Cell, headings []model.Source) []*grid.Cell {
	if len(doc.Registers) == 0 || len(left) == 0 {
		return nil
	}
	row := func(s model.Source) model.Source { return model.Source{Doc: s.Doc, Place: s.Place, Row: s.Row} }
	seen := map[model.Source]bool{} // cells, and rows of headings or beside them
	for _, s := range headings {
		seen[row(s)] = true
	}
	for _, t := range doc.Tables() {
		for _, c := range t.Columns {
			for _, by := range []int32{-1, 0, 1} {
				at := row(c.At)
				at.Row += by
				seen[at] = true
			}
		}
	}
	var out []*grid.Cell
	for _, c := range left {
		if !seen[c.At] && (c.At.Row == 0 || !seen[row(c.At)]) { // running text stands on no row
			seen[c.At] = true
			out = append(out, c)
		}
	}
	return out
}
