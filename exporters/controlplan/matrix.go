package controlplan

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// The matrix sheet: title, explanation, heading of the consequences, then two
// rows for each likelihood, the value above and the risk numbers below it. The
// helper columns lie hidden to the right, a row for each row of the plan.
const (
	rowMatrixHead  = 3
	rowMatrixFirst = 4
	colMatrixFirst = 1
)

// mostListed is the most risks whose numbers the matrix lists; above it, it
// counts them. A list's formula rests on the one below it, and a cell can have
// 32,767 characters.
const mostListed = 400

// matrix is what the formulas of the heat map need to know.
type matrix struct {
	workbook.Sheet
	from              *registerSheet
	helper, key, list int // the hidden columns
	last              int // last row of the plan that is looked at
	counting          bool
	levels            *model.Scale
	highest           int // count of likelihoods
	lines             []helperLine
}

// helperLine is what the hidden columns give for a row of the plan: the places
// of its levels, from 1, its cell of the matrix, and the list that begins there.
type helperLine struct {
	likelihood, consequence, key int
	list                         string
}

// writeMatrix writes the heat map: every cell lists the numbers of its risks.
func (b *builder) writeMatrix() {
	m := b.buildMatrix()
	m.Hidden = []int{m.helper, m.helper + 1, m.key, m.list}
	b.heat(m)
	m.Protected = true
	m.Own()
	m.PrintArea(m.legendLast(), len(m.levels.Consequence.Levels))
	m.Footer = b.footer(&m.Sheet)
	b.book.Add(&m.Sheet)
}

func (m *matrix) legendLast() int {
	return rowMatrixFirst + 2*m.highest + 1 + len(m.levels.Treatments)
}

func (b *builder) buildMatrix() *matrix {
	sc := b.plan.scale
	nk := len(sc.Consequence.Levels)
	m := &matrix{
		from: b.registers[0], levels: sc, highest: len(sc.Likelihood.Levels),
		helper: nk + 2, key: nk + 4, list: nk + 5,
		Sheet: workbook.Sheet{Name: b.cat.T("controlplan.matrix"), Heights: map[int]float64{}},
	}
	m.last = len(m.from.Rows) - 1 + beyond
	m.Widths = append(m.Widths, 20)
	for range nk {
		m.Widths = append(m.Widths, max(18, 90/float64(nk)))
	}
	m.Widths = append(m.Widths, 3, 8, 8, 8, 20)
	m.place()
	m.Set(0, 0, workbook.Cell{Value: m.Name, Look: workbook.LookTitle})
	m.Set(1, 0, workbook.Cell{Value: b.cat.T("controlplan.matrix.explain"), Look: workbook.LookNote})
	m.Merge(1, 0, nk)
	m.Set(rowMatrixHead, 0, workbook.Cell{Value: b.cat.T("controlplan.matrix.corner", "likelihood", b.tpl.Layout.Definitions.Likelihood, "consequence", b.tpl.Layout.Definitions.Consequence), Look: workbook.LookHeading})
	for j := range nk {
		m.Set(rowMatrixHead, colMatrixFirst+j, workbook.Cell{
			Formula: b.defs.at(b.defs.consequence.first+j, colLabel),
			Value:   levelValue(&sc.Consequence.Levels[j]), Look: workbook.LookHeading,
		})
	}
	for i := range m.highest {
		b.matrixRows(m, i)
	}
	b.legend(m)
	b.helpers(m)
	return m
}

// matrixRows writes one likelihood, the highest on top.
func (b *builder) matrixRows(m *matrix, i int) {
	sc := m.levels
	row := rowMatrixFirst + 2*i
	at := m.highest - 1 - i
	label := b.defs.at(b.defs.likelihood.first+at, colLabel)
	head := workbook.LookHeading
	head.Middle = true
	m.Set(row, 0, workbook.Cell{Formula: label, Value: levelValue(&sc.Likelihood.Levels[at]), Look: head})
	m.Set(row+1, 0, workbook.Cell{Look: head})
	m.Spans = append(m.Spans, workbook.Span{Row: row, Last: row + 1})
	m.Heights[row+1] = 44
	value := workbook.LookOwn
	value.Font, value.Center = workbook.Font{Size: 9}, true
	list := workbook.LookOwn
	list.Font, list.Center, list.Middle = workbook.Font{Size: 11, Bold: true}, true, true
	for j := range sc.Consequence.Levels {
		col := colMatrixFirst + j
		m.Set(row, col, workbook.Cell{
			Formula: b.defs.value(label, b.defs.at(b.defs.consequence.first+j, colLabel)),
			Value:   sc.Score(sc.Likelihood.Levels[at].Value, sc.Consequence.Levels[j].Value), Look: value,
		})
		m.Set(row+1, col, m.listing((at+1)*100+j+1, list))
	}
}

// listing is the cell that lists, or counts, the risks of one pair of levels.
func (m *matrix) listing(key int, l workbook.Look) workbook.Cell {
	area := workbook.Absolute(rowFirst, m.key) + ":" + workbook.Absolute(m.last, m.list)
	if m.counting {
		keys := workbook.Absolute(rowFirst, m.key) + ":" + workbook.Absolute(m.last, m.key)
		n := 0
		for _, ln := range m.lines {
			if ln.key == key {
				n++
			}
		}
		return workbook.Cell{Formula: "COUNTIF(" + keys + "," + strconv.Itoa(key) + ")", Value: n, Look: l}
	}
	found := ""
	if i := slices.IndexFunc(m.lines, func(ln helperLine) bool { return ln.key == key }); i >= 0 {
		found = m.lines[i].list
	}
	return workbook.Cell{Formula: "IFERROR(VLOOKUP(" + strconv.Itoa(key) + "," + area + `,2,FALSE),"")`, Value: found, Look: l}
}

// place works out the results of the helper columns.
func (m *matrix) place() {
	lines := m.from.lines
	m.lines = make([]helperLine, len(lines))
	text := 0
	for i, ln := range lines {
		text += len(ln.risk.number) + 2
		at, r := &m.lines[i], ln.shown()
		at.likelihood = placeOf(r.likelihood, &m.levels.Likelihood)
		at.consequence = placeOf(r.consequence, &m.levels.Consequence)
		if at.likelihood > 0 && at.consequence > 0 && (i == 0 || !sameRisk(lines[i-1].shown(), r)) {
			at.key = at.likelihood*100 + at.consequence
		}
	}
	m.counting = len(lines) > mostListed || text > workbook.CellLimit
	if m.counting {
		return
	}
	below := map[int]string{}
	for i := len(lines) - 1; i >= 0; i-- {
		key := m.lines[i].key
		if key == 0 {
			continue
		}
		list := cmp.Or(numberText(lines[i].risk.number), "–")
		if rest, ok := below[key]; ok {
			list += ", " + rest
		}
		m.lines[i].list, below[key] = list, list
	}
}

// sameRisk reports what the formula sees: number and text as in the row above.
func sameRisk(a, b *risk) bool {
	return numberText(a.number) == numberText(b.number) && numberText(a.event) == numberText(b.event)
}

func numberText(s string) string {
	s, _ = workbook.CellText(s)
	return s
}

// placeOf gives the place of a level on its axis, from 1, or 0. It looks at
// what the cell says, as the formula does.
func placeOf(l level, a *model.Axis) int {
	if l.on == nil {
		return 0
	}
	return 1 + slices.IndexFunc(a.Levels, func(o model.ScaleLevel) bool {
		return strings.EqualFold(levelLabel(&o), levelLabel(l.on))
	})
}
