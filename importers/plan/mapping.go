package plan

import (
	"strconv"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// mapping is what the user says that columns are, parsed once for a document.
// Keys that [model.ParseColumnKey] does not read are left out: whoever takes
// them from the user refuses them.
type mapping struct {
	places []model.Place
	fields map[string]model.Field // by mappingKey
}

func newMapping(bound map[string]model.Field, places []model.Place) *mapping {
	m := &mapping{places: places, fields: map[string]model.Field{}}
	for text, field := range bound {
		k, ok := model.ParseColumnKey(text)
		switch {
		case !ok:
			continue
		case k.Sheet != "":
			m.fields[sheetCell(k.Sheet, k.Cell)] = field
		case k.Page > 0:
			m.fields[pageColumn(k.Page, k.Column)] = field
		case k.Cell != "":
			m.fields[anyCell(k.Cell)] = field
			m.fields[headed(k.Heading)] = field
		default:
			m.fields[headed(k.Heading)] = field
		}
	}
	return m
}

// The keys of a mapping's fields: a sheet's name has no line break.
func sheetCell(sheet, cell string) string { return model.Key(sheet) + "\n!" + cell }
func pageColumn(page, column int) string {
	return strconv.Itoa(page) + "\n#" + strconv.Itoa(column)
}
func anyCell(cell string) string { return "\n*" + cell }
func headed(text string) string  { return "\n=" + grid.HeadingKey(text) }

// mapped gives the field that the user binds a column to, "" to leave it out,
// and whether she says anything of it. What says most goes first: the cell of
// this sheet, the column of this page, the cell wherever it is, the heading. at
// is the heading's cell, or for a column without one the cell that stands for
// it.
func (m *mapping) mapped(heading string, at model.Source) (model.Field, bool) {
	if m == nil || len(m.fields) == 0 {
		return "", false
	}
	place := model.Place{}
	if i := int(at.Place); i >= 0 && i < len(m.places) {
		place = m.places[i]
	}
	keys := make([]string, 0, 4)
	if cell := at.Cell(); cell != "" {
		keys = append(keys, sheetCell(place.Sheet, cell))
		if place.Page > 0 {
			keys = append(keys, pageColumn(place.Page, int(at.Col)))
		}
		keys = append(keys, anyCell(cell))
	}
	if heading = model.Clean(heading); heading != "" {
		keys = append(keys, headed(heading))
	}
	for _, key := range keys {
		if field, ok := m.fields[key]; ok {
			return field, true
		}
	}
	return "", false
}
