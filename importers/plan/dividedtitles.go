package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// dividedTitles gives the cells with those divided whose title also says when it was
// decided, and the texts of these by place.
func dividedTitles(w *words.Index, cells []*grid.Cell) (parts []*grid.Cell, whole map[model.Source]string) {
	for i, c := range cells {
		title, dated := w.TitleParts(c.Text)
		if dated == "" && title == model.Clean(c.Text) {
			if whole != nil {
				parts = append(parts, c)
			}
			continue
		}
		if whole == nil {
			parts, whole = append(parts, cells[:i]...), map[model.Source]string{}
		}
		whole[c.At] = c.Text
		for _, text := range []string{title, dated} {
			if text != "" {
				part := *c
				part.Text = text
				parts = append(parts, &part)
			}
		}
	}
	if whole == nil {
		return cells, nil
	}
	return parts, whole
}

// restore gives a value that stands in a part of a cell the whole cell's text as what
// is written.
func restore[T any](v *model.Value[T], whole map[model.Source]string) {
	if text, ok := whole[v.At]; ok && v.Raw != "" {
		v.Raw = text
	}
}
