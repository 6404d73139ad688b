// Package csv writes tables that Excel in Sweden opens rightly: semicolons,
// UTF-8 with a byte order mark, CRLF. Texts that Excel would take for a
// formula are kept from it by a space in front, [output.HarmlessCell]. [Render] writes the findings,
// [Inspect] what was read.
package csv

import (
	"bytes"
	"encoding/csv"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// columns are the keys of the headings of the registers that [Inspect] writes, "csv.KEY"
// in the catalogue.
var columns = []string{
	"file", "place", "cell", "board", "year", "number", "area", "event", "likelihood", "consequence", "value", "treatment",
	"direction", "action", "cost", "owner", "reporting",
}

// Inspect writes what was read of every document: the registers, one row for each
// measure of a risk, as they stand in the documents; below them the amounts of budgets,
// a row each, and the items of meetings, where there are any. What was not found has no
// table, but there is always one.
func Inspect(r *rules.Report, opts output.Options) ([]model.File, error) {
	var tables [][][]string
	add := func(keys []string, rows [][]string) {
		var head []string
		for _, key := range keys {
			head = append(head, opts.Lang.T("csv."+key))
		}
		tables = append(tables, append([][]string{head}, rows...))
	}
	registers, money, meetings := risks(r), amounts(r, opts.Lang), items(r)
	if len(registers) > 0 || len(money)+len(meetings) == 0 {
		add(columns, registers)
	}
	if len(money) > 0 {
		add(amountColumns, money)
	}
	if len(meetings) > 0 {
		add(itemColumns, meetings)
	}
	data, err := Encode(tables)
	return []model.File{{Data: data}}, err
}

func risks(r *rules.Report) [][]string {
	var rows [][]string
	for _, d := range r.Documents {
		for i := range d.Registers {
			reg := &d.Registers[i]
			for j := range reg.Risks {
				rows = append(rows, risk(r, d, reg, &reg.Risks[j])...)
			}
		}
	}
	return rows
}

func risk(r *rules.Report, d *model.Document, reg *model.Register, k *model.Risk) [][]string {
	measures := k.Measures
	if len(measures) == 0 {
		measures = []model.Measure{{At: k.At}}
	}
	var rows [][]string
	for i := range measures {
		m := &measures[i]
		rows = append(rows, append(
			origin(r, d, m.At), reg.Board, yearOf(reg.Year), k.Number.Raw, k.Area.Raw, k.Event.Raw, k.Likelihood.Raw, k.Consequence.Raw,
			k.Score.Raw, k.Treatment.Raw, m.Direction.Raw, m.Action.Raw, m.Cost.Raw, m.Owner.Raw, m.Reporting.Raw,
		))
	}
	return rows
}

func encode(rows [][]string) ([]model.File, error) {
	data, err := Encode([][][]string{rows})
	return []model.File{{Data: data}}, err
}

// Encode writes tables one below the other, an empty line between them. No text
// becomes a formula.
func Encode(tables [][][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	for i, rows := range tables {
		if i > 0 {
			b.WriteString("\r\n")
		}
		if err := encodeRows(&b, rows); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

func encodeRows(b *bytes.Buffer, rows [][]string) error {
	w := csv.NewWriter(b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		for i := range row {
			row[i] = output.HarmlessCell(row[i])
		}
		if err := w.Write(row); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}
