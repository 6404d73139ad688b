package correction

import (
	"strings"

	"riskbok/exporters/causes"
	"riskbok/exporters/findinglist"
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

// changeLines lists the edits that were made. Edits of one cause that write the
// same are one line, at the first of their cells.
func (j *job) changeLines() []line {
	type key struct{ cause, rule, before, after string }
	var lines []line
	for _, g := range causes.Group(j.edits, func(e *edit) (key, bool) {
		c := e.change
		k := key{j.findings[c.Finding].Cause, c.Rule, c.before(), c.after()}
		return k, k.cause != ""
	}) {
		c := g[0].change
		why := rules.MessageBeside(j.lang, j.report, &j.findings[c.Finding], j.findings[c.Finding].At)
		if c.Suggested {
			why = j.lang.T("correction.suggested.why") + " " + why
		}
		if also := j.teller().AlsoAt(j.about(g)); also != "" {
			why += "\n" + also
		}
		lines = append(lines, line{[logColumns]string{c.Sheet, c.Cell, c.Risk, c.before(), c.after(), rules.Title(j.lang, c.Rule), why}, location(c.Sheet, c.Cell)})
	}
	return lines
}

func (j *job) teller() *causes.Teller { return causes.New(j.report, j.lang) }

// about gives the findings that edits settle, at the edited cells.
func (j *job) about(edits []*edit) []*rules.Finding {
	var out []*rules.Finding
	for _, e := range edits {
		f := j.findings[e.change.Finding]
		f.At = e.At
		out = append(out, &f)
	}
	return out
}

// remainingLines lists what the edits do not settle, a cause each with its
// places, and the reason where an edit was refused.
func (j *job) remainingLines() []line {
	done := j.settled()
	var found []*rules.Finding
	index := map[*rules.Finding]int{}
	for i := range j.findings {
		f := &j.findings[i]
		if !done[i] && f.At.Doc == j.doc {
			index[f] = i
			found = append(found, f)
		}
	}
	teller := j.teller()
	var lines []line
	for _, c := range teller.Of(found) {
		f := c.Head()
		sheet, cell := j.report.Place(f.At).Sheet, f.At.Cell()
		why := teller.Text(&c)
		for _, other := range c.Findings() {
			if reason := j.refusal(index[other]); reason != "" && !strings.Contains(why, reason) {
				why += "\n" + reason
			}
		}
		rule := j.lang.T("cause.rule", "title", rules.Title(j.lang, f.Rule), "rule", j.lang.T("severity."+string(c.Severity())))
		lines = append(lines, line{[logColumns]string{sheet, cell, f.Risk, f.Found, findinglist.Expected(j.lang, f), rule, why}, location(sheet, cell)})
	}
	return lines
}

// refusal says why the edits of a finding were refused, "" where none was.
func (j *job) refusal(finding int) string {
	for _, c := range j.result.Refused {
		if c.Finding == finding {
			return Reason(j.lang, c)
		}
	}
	return ""
}
