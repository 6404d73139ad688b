package correction

import (
	"strings"

	newbook "riskbok/exporters/workbook"
	"riskbok/rules"
)

// The names by which a log is known again. Importers pass over every sheet
// that has the first; the second marks the lines of the changes.
const (
	ownName    = newbook.OwnName
	logName    = "_riskbok_log"
	titlesName = "_xlnm.Print_Titles"
)

// logColumns is how many columns the log has.
const logColumns = 7

// line is one line of the log. Link is what its cell column leads to.
type line struct {
	cells [logColumns]string
	link  string
}

// findLog gives the sheet that an earlier run of riskbok listed its changes
// on, and those changes; −1 where there is none.
func (w *workbook) findLog() (index int, earlier []line) {
	for _, d := range w.names {
		if d.name != logName || d.sheet < 0 || d.sheet >= len(w.sheets) || w.sheets[d.sheet].data == nil {
			continue
		}
		i := strings.LastIndexByte(d.text, '!')
		a, ok := parseArea(d.text[i+1:], d.sheet)
		if !ok || a.r2-a.r1 > maxRow/2 {
			return d.sheet, nil
		}
		return d.sheet, w.logLines(d.sheet, a)
	}
	return -1, nil
}

// logLines reads the changes of an earlier log.
func (w *workbook) logLines(sheet int, a area) []line {
	wanted := map[int]bool{}
	for r := a.r1; r <= a.r2; r++ {
		wanted[r] = true
	}
	l, err := scanSheet(w.sheets[sheet].data, wanted, nil)
	if err != nil {
		return nil
	}
	var lines []line
	for r := a.r1; r <= a.r2; r++ {
		var n line
		for i := range n.cells {
			n.cells[i] = w.value(l.data, l.find(position{i + 1, r})).text
		}
		if n.cells[0] == "" {
			continue
		}
		n.link = location(n.cells[0], n.cells[1])
		lines = append(lines, n)
	}
	return lines
}

// location gives the address of a cell as a link inside the workbook has it.
func location(sheet, cell string) string {
	if sheet == "" || cell == "" {
		return ""
	}
	return newbook.InApostrophes(sheet) + "!" + cell
}

// shown gives a value and the formula it comes from as the log has it.
func shown(text, formula string) string {
	switch {
	case formula == "":
		return text
	case text == "":
		return "=" + formula
	}
	return text + "  (=" + formula + ")"
}

// before and after give the two sides of a change; a formula that stays is not
// worth showing twice.
func (c Change) before() string {
	if c.Kind == rules.Recalculate {
		return c.Before
	}
	return shown(c.Before, c.BeforeFormula)
}

func (c Change) after() string {
	if c.Kind == rules.Recalculate {
		return c.After
	}
	return shown(c.After, c.AfterFormula)
}

// changeLines lists the edits that were made.
func (j *job) changeLines() []line {
	var lines []line
	for _, e := range j.edits {
		c := e.change
		why := c.Why
		if c.Suggested {
			why = j.lang.T("correction.suggested.why") + " " + why
		}
		lines = append(lines, line{[logColumns]string{c.Sheet, c.Cell, c.Risk, c.before(), c.after(), c.Rule, why}, location(c.Sheet, c.Cell)})
	}
	return lines
}

// remainingLines lists the findings about this workbook that the edits do not
// settle, each with the reason where an edit was refused.
func (j *job) remainingLines() []line {
	done := j.settled()
	var lines []line
	for i := range j.findings {
		f := &j.findings[i]
		if done[i] || f.At.Doc != j.doc {
			continue
		}
		sheet, cell := "", f.At.Cell()
		if int(f.At.Place) >= 0 && int(f.At.Place) < len(j.places) {
			sheet = j.places[f.At.Place].Sheet
		}
		why := j.message(f)
		for _, c := range j.result.Refused {
			if c.Finding == i {
				why += "\n" + Reason(j.lang, c)
			}
		}
		lines = append(lines, line{[logColumns]string{sheet, cell, f.Risk, f.Found, f.Expected, j.ruleName(f), why}, location(sheet, cell)})
	}
	return lines
}

func (j *job) ruleName(f *rules.Finding) string {
	if key := "severity." + string(f.Severity); j.lang.Has(key) {
		return f.Rule + " (" + j.lang.T(key) + ")"
	}
	return f.Rule
}
