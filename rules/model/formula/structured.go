package formula

import (
	"strconv"
	"strings"
)

// Table is an Excel table: its place on a sheet, heading and total rows
// included, counted from 1, and the names of its columns.
type Table struct {
	Name, Sheet              string
	Top, Left, Bottom, Right int
	Headings, Totals         int // rows of headings and of totals
	Columns                  []string
}

// Plain writes the structured references of a formula as cells: what
// "Tabell1[[#This Row],[Sannolikhet]]" or "[@Sannolikhet]" means to a cell of a
// sheet is "$D11". References to the cell's own row are relative in their row, all
// others are absolute. ok is false, and the text as it was, where one of them is
// not understood. A formula without structured references stays as it is.
func Plain(text string, tables []Table, sheet string, row, col int) (plain string, ok bool) {
	if !strings.Contains(text, "[") {
		return text, true
	}
	f := Parse(text)
	var out strings.Builder
	for i := 0; i < len(f); i++ {
		t := &f[i]
		structured := t.Kind == External && !strings.HasSuffix(t.Text, "!")
		named := t.Kind == Name && i+1 < len(f) && f[i+1].Kind == External && !strings.HasSuffix(f[i+1].Text, "!")
		if !structured && !named {
			out.WriteString(t.Text)
			continue
		}
		spec := t.Text
		var table *Table
		if named {
			i++
			spec = f[i].Text
			table = tableNamed(tables, t.Text)
		} else {
			table = tableAround(tables, sheet, row, col)
		}
		if table == nil {
			return text, false
		}
		ref, ok := table.reference(spec, sheet, row)
		if !ok {
			return text, false
		}
		out.WriteString(ref)
	}
	return out.String(), true
}

func tableNamed(tables []Table, name string) *Table {
	for i := range tables {
		if strings.EqualFold(tables[i].Name, name) {
			return &tables[i]
		}
	}
	return nil
}

// tableAround gives the table that a cell stands in.
func tableAround(tables []Table, sheet string, row, col int) *Table {
	for i := range tables {
		if t := &tables[i]; strings.EqualFold(t.Sheet, sheet) && t.Top <= row && row <= t.Bottom && t.Left <= col && col <= t.Right {
			return t
		}
	}
	return nil
}

// reference writes what stands in the brackets behind a table's name as cells.
func (t *Table) reference(spec, sheet string, row int) (string, bool) {
	parts, ok := bracketed(spec)
	if !ok {
		return "", false
	}
	top, bottom := t.Top+t.Headings, t.Bottom-t.Totals
	left, right := t.Left, t.Right
	own := false
	var columns []int
	for _, p := range parts {
		switch strings.ToLower(p) {
		case "#this row", "@":
			own = true
		case "#data":
		case "#all":
			top, bottom = t.Top, t.Bottom
		case "#headers":
			top, bottom = t.Top, t.Top+t.Headings-1
		case "#totals":
			top, bottom = t.Bottom-t.Totals+1, t.Bottom
		default:
			at := t.column(p)
			if at < 0 {
				return "", false
			}
			columns = append(columns, t.Left+at)
		}
	}
	switch len(columns) {
	case 0:
	case 1, 2:
		left, right = columns[0], columns[len(columns)-1]
	default:
		return "", false
	}
	rows := [2]string{"$" + strconv.Itoa(top), "$" + strconv.Itoa(bottom)}
	if own {
		if row < top || row > bottom || !strings.EqualFold(sheet, t.Sheet) {
			return "", false
		}
		rows = [2]string{strconv.Itoa(row), strconv.Itoa(row)}
	} else if top > bottom {
		return "", false
	}
	ref := "$" + columnName(left) + rows[0]
	if left != right || rows[0] != rows[1] {
		ref += ":$" + columnName(right) + rows[1]
	}
	if !strings.EqualFold(sheet, t.Sheet) {
		ref = "'" + strings.ReplaceAll(t.Sheet, "'", "''") + "'!" + ref
	}
	return ref, true
}

func (t *Table) column(name string) int {
	for i, c := range t.Columns {
		if strings.EqualFold(c, name) {
			return i
		}
	}
	return -1
}

// bracketed divides "[[#This Row],[A]:[B]]" into its specifiers and columns,
// "[@A]" into "@" and "A". A column's name is without the marks that brackets and
// their like have before them.
func bracketed(spec string) (parts []string, ok bool) {
	if len(spec) < 2 || spec[0] != '[' || spec[len(spec)-1] != ']' {
		return nil, false
	}
	in := strings.TrimSpace(spec[1 : len(spec)-1])
	if rest, own := strings.CutPrefix(in, "@"); own {
		parts, in = append(parts, "@"), strings.TrimSpace(rest)
	}
	if !strings.HasPrefix(in, "[") {
		if in != "" {
			parts = append(parts, unmarked(in))
		}
		return parts, true
	}
	for in != "" {
		switch in[0] {
		case ',', ':', ' ':
			in = in[1:]
			continue
		case '[':
		default:
			return nil, false
		}
		end := 1
		for end < len(in) && in[end] != ']' {
			if in[end] == '\'' {
				end++
			}
			end++
		}
		if end >= len(in) {
			return nil, false
		}
		parts, in = append(parts, unmarked(in[1:end])), in[end+1:]
	}
	return parts, true
}

func unmarked(name string) string {
	var out strings.Builder
	for i := 0; i < len(name); i++ {
		if name[i] == '\'' && i+1 < len(name) {
			i++
		}
		out.WriteByte(name[i])
	}
	return out.String()
}

func columnName(col int) string {
	name := ""
	for ; col > 0; col = (col - 1) / 26 {
		name = string(rune('A'+(col-1)%26)) + name
	}
	return name
}
