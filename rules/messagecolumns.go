package rules

import (
	"strings"

	"riskbok/rules/model"
)

// maxColumns is how many columns a message lists.
const maxColumns = 12

// column gives the sentence that an argument about columns adds to a message,
// "" for none: "headings" what stands above a table and what it was weighed
// for, "guess" the likeliest column, "map" how to settle it.
func (m messenger) column(name string, v any) string {
	switch v := v.(type) {
	case []string: // as an importer suggests them
		return m.lineToCopy(v)
	case []binding:
		var keys []string
		for _, b := range v {
			if key := m.key(b.At); key != "" {
				keys = append(keys, key+"="+string(b.Field))
			}
		}
		return m.lineToCopy(keys)
	case []model.Column:
		if name == "guess" {
			return m.cat.T("message.guess", "columns", m.columns(v, "or"), "field", m.arg(v[0].Field))
		}
		text := m.cat.T("message.headings", "columns", m.columns(v, "and"))
		var likely []string
		for _, c := range v {
			if c.Field != "" {
				likely = append(likely, m.cat.T("message.likely.column", "column", m.columnName(c), "field", m.arg(c.Field)))
			}
		}
		if len(likely) > 0 {
			text += " " + m.cat.T("message.likely", "columns", m.list(likely, "and"))
		}
		return text
	}
	return ""
}

// key gives a column's key as --map takes it, "" for a column that stands
// nowhere.
func (m messenger) key(at model.Source) string {
	p := m.report.Place(at)
	if p.Page > 0 && at.Col > 0 {
		return model.ColumnKey{Page: p.Page, Column: int(at.Col)}.String()
	}
	if at.Cell() == "" {
		return ""
	}
	return model.ColumnKey{Sheet: p.Sheet, Cell: at.Cell()}.String()
}

// lineToCopy gives the line to copy. Suggestions for one field are alternatives,
// those for several fields belong together.
func (m messenger) lineToCopy(suggestions []string) string {
	if len(suggestions) == 0 {
		return ""
	}
	var fields []string
	byField := map[string][]string{}
	for _, s := range suggestions {
		field := s[strings.LastIndexByte(s, '=')+1:]
		if len(byField[field]) == 0 {
			fields = append(fields, field)
		}
		byField[field] = append(byField[field], "`--map \""+s+"\"`")
	}
	if len(fields) == 1 {
		return m.cat.T("message.map", "map", m.list(byField[fields[0]], "or"))
	}
	line := ""
	for _, field := range fields {
		line += " " + strings.Trim(byField[field][0], "`")
	}
	return m.cat.T("message.map", "map", "`"+line[1:]+"`")
}

func (m messenger) columns(all []model.Column, join string) string {
	var names []string
	for i, c := range all {
		if i == maxColumns {
			names = append(names, m.cat.T("message.columns.more", "n", len(all)-i))
			break
		}
		names = append(names, m.columnName(c))
	}
	return m.list(names, join)
}

// columnName names a column by its heading and its letter, on a page by its
// number.
func (m messenger) columnName(c model.Column) string {
	return ColumnName(m.cat, m.report, c)
}

// list joins names as a sentence does: "a, b and c".
func (m messenger) list(names []string, join string) string {
	n := len(names) - 1
	if n <= 0 {
		return strings.Join(names, "")
	}
	return m.cat.T("message."+join, "list", strings.Join(names[:n], ", "), "last", names[n])
}
