// Package rawtable prints grid tables as `inspect --tables` does: what stood
// in the cells, before anything was understood. [Render] is all there is.
package rawtable

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"riskbok/cmd/internal/run"
	"riskbok/exporters/csv"
	"riskbok/importers/grid"
	"riskbok/rules/lang"
)

// Render prints tables in a format: "json", "csv" or "text". The heading row
// is a row like any other; line breaks inside a cell become one space.
func Render(format string, tables []run.Raw) ([]byte, error) {
	switch format {
	case "json":
		return asJSON(tables)
	case "csv":
		return asCSV(tables)
	case "text":
		return asText(tables), nil
	}
	return nil, fmt.Errorf("format %q: expected json, csv or text", format)
}

// rows gives the texts of a table, every row as wide as the widest, but no
// wider than it is where that would multiply a sparse sheet.
func rows(t *grid.Table) [][]string {
	wide, cells := 0, 0
	for _, r := range t.Rows {
		wide = max(wide, len(r))
		cells += len(r)
	}
	full := wide*len(t.Rows) <= 4*cells+10_000
	out := make([][]string, 0, len(t.Rows))
	for _, r := range t.Rows {
		n := len(r)
		if full {
			n = wide
		}
		row := make([]string, n)
		for i := range r {
			row[i] = strings.Join(strings.Fields(r[i].Text), " ")
		}
		out = append(out, row)
	}
	return out
}

func asJSON(tables []run.Raw) ([]byte, error) {
	type table struct {
		File       string      `json:"file"`
		Name       string      `json:"name"`
		Page       int         `json:"page"`
		Box        *[4]float32 `json:"box"` // points, from the lower left corner; null in workbooks
		Confidence float64     `json:"confidence"`
		Rows       [][]string  `json:"rows"`
	}
	out := struct {
		Version int     `json:"version"`
		Tables  []table `json:"tables"`
	}{1, []table{}}
	for i := range tables {
		t := &tables[i]
		out.Tables = append(out.Tables, table{t.File, t.Table.Name, t.Page, box(&t.Table), t.Table.Confidence, rows(&t.Table)})
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(out)
	return b.Bytes(), err
}

// box gives the box around the cells of a table that are on its first page.
func box(t *grid.Table) *[4]float32 {
	var out *[4]float32
	for _, r := range t.Rows {
		for i := range r {
			b := r[i].At.Box
			if r[i].At.Place != t.Place || b.X0 == b.X1 {
				continue
			}
			if out == nil {
				out = &[4]float32{b.X0, b.Y0, b.X1, b.Y1}
				continue
			}
			out[0], out[1], out[2], out[3] = min(out[0], b.X0), min(out[1], b.Y0), max(out[2], b.X1), max(out[3], b.Y1)
		}
	}
	return out
}

// asCSV writes what [csv.Encode] does. Where there are several tables each is
// headed by a line with file, name and page.
func asCSV(tables []run.Raw) ([]byte, error) {
	var all [][][]string
	for i := range tables {
		t := &tables[i]
		var one [][]string
		if len(tables) > 1 {
			head := []string{t.File, t.Table.Name}
			if t.Page > 0 {
				head = append(head, fmt.Sprint(t.Page))
			}
			one = append(one, head)
		}
		all = append(all, append(one, rows(&t.Table)...))
	}
	return csv.Encode(all)
}

// asText writes one cell a line with its reference, which stays readable
// however long the texts are. Empty cells are left out.
func asText(tables []run.Raw) []byte {
	var b strings.Builder
	for i := range tables {
		t := &tables[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(lang.Line(t.File))
		if t.Page > 0 {
			fmt.Fprintf(&b, " (%d)", t.Page)
		}
		fmt.Fprintf(&b, " %s\n", t.Table.Name)
		for r := range t.Table.Rows {
			for c := range t.Table.Rows[r] {
				cell := &t.Table.Rows[r][c]
				text := strings.Join(strings.Fields(cell.Text), " ")
				if cell.Formula != "" {
					text = strings.TrimSpace(text + "  [=" + cell.Formula + "]")
				}
				if text != "" {
					fmt.Fprintf(&b, "  %-5s %s\n", cell.At.Cell(), text)
				}
			}
		}
	}
	return []byte(b.String())
}
