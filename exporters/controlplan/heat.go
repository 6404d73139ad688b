package controlplan

import (
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// heat colours the matrix: each cell by the treatment of its value, as the
// definitions sheet has it now.
func (b *builder) heat(m *matrix) {
	last := len(m.levels.Consequence.Levels)
	for l := range m.highest {
		row := rowMatrixFirst + 2*l
		at := workbook.Ref(row, colMatrixFirst)
		value := at[:1] + "$" + at[1:]
		var rules []colourRule
		for i, ground := range b.shades() {
			nth := "," + strconv.Itoa(i+1) + ")"
			rules = append(rules, colourRule{
				"AND(" + value + ">=INDEX(" + b.name("lower") + nth + "," + value + "<=INDEX(" + b.name("upper") + nth + ")", ground,
			})
		}
		if len(rules) == 0 {
			continue
		}
		colour(&m.Sheet, at+":"+workbook.Ref(row+1, last), rules...)
	}
}

// legend says what the colours mean, in words.
func (b *builder) legend(m *matrix) {
	row := rowMatrixFirst + 2*m.highest + 1
	grounds := b.shades()
	for i := range m.levels.Treatments {
		t := &m.levels.Treatments[i]
		lower, upper := b.defs.limits(t)
		l := workbook.LookOwn
		l.Fill = grounds[i]
		at := b.defs.treatments.first + i
		span := l
		span.Center = true
		m.Set(row+i, 0, workbook.Cell{Formula: b.defs.at(at, colLabel), Value: rangeText(lower, upper), Look: span})
		m.Set(row+i, 1, workbook.Cell{Formula: b.defs.at(at, colText), Value: t.Label, Look: l})
	}
}

// helpers writes the hidden columns that the lists rest on. Each row looks at
// the row of its own number on the plan sheet, so that rows which are put in
// or taken out there change nothing here.
//
// The first two say which level of each axis the risk has, the key which cell
// of the matrix it belongs to, nothing for a further row of the same risk. The
// list has the risk's number and then the list of the next row with that key.
// One formula for all of it would do in Excel, but not in excelize, which
// loses its place in functions within functions.
func (b *builder) helpers(m *matrix) {
	number, event := m.column(model.FieldNumber), m.column(model.FieldEvent)
	here := func(area string) string { return "INDEX(" + area + ",ROW())" }
	above := func(area string) string { return "INDEX(" + area + ",ROW()-1)" }
	again := "AND(EXACT(" + here(number) + "," + above(number) + "),EXACT(" + here(event) + "," + above(event) + "))"
	likelihood := b.defs.position(here(m.column(model.FieldLikelihood)), &m.levels.Likelihood, b.defs.likelihood, "0")
	consequence := b.defs.position(here(m.column(model.FieldConsequence)), &m.levels.Consequence, b.defs.consequence, "0")
	h := &helper{m: m, likelihood: likelihood, consequence: consequence, again: again, number: here(number), look: workbook.LookOwn}
	h.look.NoWrap = true
	first := max(rowFirst+len(m.lines), len(m.Rows)) // of the rows for risks that are added later
	for row := rowFirst; row < first; row++ {
		var line helperLine
		if i := row - rowFirst; i < len(m.lines) {
			line = m.lines[i]
		}
		for i, c := range h.cells(row, line) {
			m.Set(row, m.helper+i, c)
		}
	}
	m.Tail = &workbook.Tail{
		First: first, Last: m.last, Key: strings.Join([]string{likelihood, consequence, again, h.number, strconv.Itoa(m.helper), strconv.FormatBool(m.counting)}, "\x00"),
		Row: func(row int) []workbook.Cell {
			return append(make([]workbook.Cell, m.helper), h.cells(row, helperLine{})...)
		},
	}
}

// helper has what the formulas of the hidden columns share.
type helper struct {
	m                                      *matrix
	likelihood, consequence, again, number string
	look                                   workbook.Look
}

// cells gives the hidden cells of a row.
func (h *helper) cells(row int, line helperLine) []workbook.Cell {
	m := h.m
	x, y := workbook.Ref(row, m.helper), workbook.Ref(row, m.helper+1)
	pair := "IF(" + x + "*" + y + ">0," + x + "*100+" + y + `,"")`
	key := workbook.Cell{Formula: "IFERROR(IF(" + h.again + `,"",` + pair + `),"")`, Value: "", Look: h.look}
	if line.key != 0 {
		key.Value = line.key
	}
	cells := []workbook.Cell{
		{Formula: h.likelihood, Value: line.likelihood, Look: h.look},
		{Formula: h.consequence, Value: line.consequence, Look: h.look},
		key,
	}
	if m.counting {
		return cells
	}
	at := workbook.Ref(row, m.key)
	rest := workbook.Ref(row+1, m.key) + ":" + workbook.Absolute(m.last+1, m.list)
	return append(cells, workbook.Cell{
		Formula: "IF(" + at + `="","",IF(` + h.number + `="","–",` + h.number + `)&IFERROR(", "&VLOOKUP(` + at + "," + rest + `,2,FALSE),""))`,
		Value:   line.list, Look: h.look,
	})
}

// column gives the fixed reference to a column of the plan sheet, from its
// first row to as far as the matrix looks.
func (m *matrix) column(f model.Field) string {
	col := m.from.layout.Column(f)
	return workbook.Quoted(m.from.Name) + "!" + workbook.Absolute(0, col) + ":" + workbook.Absolute(m.last, col)
}
