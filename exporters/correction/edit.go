package correction

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// Why an edit is refused; "correction.refused.CODE" is the text for users.
const (
	reasonNoSheet       = "no-sheet"       // the sheet is not in the workbook
	reasonChanged       = "changed"        // the cell does not hold what the edit says it does
	reasonFormula       = "formula"        // a typed value must not replace a formula
	reasonNoFormula     = "no-formula"     // there is no formula to recalculate
	reasonArray         = "array"          // the cell is filled by an array formula
	reasonMerged        = "merged"         // a merged area hides the cell
	reasonConflict      = "conflict"       // another edit gives the cell something else
	reasonValue         = "value"          // not a number, or longer than a cell can hold
	reasonNotCalculated = "not-calculated" // the formula's result could not be calculated
	reasonOtherResult   = "other-result"   // the formula does not give what it should
)

// textLimit is how many UTF-16 units a cell holds.
const textLimit = 32767

// edit is one edit on its way into a workbook.
type edit struct {
	rules.Edit
	change Change
	key    cellKey
	found  value  // what the cell held
	seen   string // what of its text is not struck through

	ofColumn   bool // its formula is the one that a table states
	ownFormula bool // that one does not give what it should
}

// calculated reports whether the edit's result comes from a formula.
func (e *edit) calculated() bool {
	return e.Kind == rules.SetFormula || e.Kind == rules.Recalculate
}

// value is what a typed edit writes.
func (e *edit) value() value {
	if e.Kind == rules.SetNumber {
		return value{"", e.newNumber()}
	}
	return value{"str", e.New}
}

// newNumber gives the edit's new number as a file writes it, "" where it is none.
func (e *edit) newNumber() string {
	n, err := strconv.ParseFloat(strings.Replace(model.Clean(e.New), ",", ".", 1), 64)
	if err != nil || n-n != 0 {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// collect gives the edits of a document, each cell once: the safe ones, and then
// those that are suggested. A second edit of a cell that wants the same is taken
// as done with the first; one that wants something else is refused.
func (j *job) collect(w *workbook) {
	taken := map[cellKey]*edit{}
	j.collectClass(w, taken, rules.Safe)
	if j.suggested || j.chosen != nil {
		j.collectClass(w, taken, rules.Suggested)
	}
}

func (j *job) collectClass(w *workbook, taken map[cellKey]*edit, class rules.FixClass) {
	for i := range j.findings {
		f := &j.findings[i]
		if f.FixClass() != class || !takes(f, j.suggested, j.chosen) {
			continue
		}
		for _, re := range f.Fix.Edits {
			if re.At.Doc != j.doc {
				continue
			}
			e := j.newEdit(i, f, re)
			sheet := w.sheetIndex(e.change.Sheet)
			if sheet < 0 || w.sheets[sheet].data == nil || re.At.Row < 1 || re.At.Col < 1 || re.At.Row > maxRow || re.At.Col > maxCol {
				j.refuse(e, reasonNoSheet, "")
				continue
			}
			e.key = keyOf(sheet, position{int(re.At.Col), int(re.At.Row)})
			if first := taken[e.key]; first == nil {
				taken[e.key] = e
				j.edits = append(j.edits, e)
			} else if first.Kind != re.Kind || first.New != re.New || first.Result != re.Result {
				j.refuse(e, reasonConflict, first.change.After)
			} else {
				j.same = append(j.same, duplicate{finding: i, of: first})
			}
		}
	}
}

// duplicate is a finding whose edit another finding's edit does as well.
type duplicate struct {
	finding int
	of      *edit
}

func (j *job) newEdit(index int, f *rules.Finding, re rules.Edit) *edit {
	e := &edit{Edit: re}
	sheet := ""
	if int(re.At.Place) >= 0 && int(re.At.Place) < len(j.places) {
		sheet = j.places[re.At.Place].Sheet
	}
	e.change = Change{Sheet: sheet, Cell: re.At.Cell(), Kind: re.Kind, Before: re.Old, After: re.New,
		Rule: f.Rule, Risk: f.Risk, Path: f.Path, Why: j.message(f), Finding: index, Suggested: f.FixClass() == rules.Suggested}
	if e.calculated() {
		e.change.After = re.Result
	}
	if re.Kind == rules.SetFormula {
		e.change.AfterFormula = strings.TrimPrefix(strings.TrimSpace(re.New), "=")
	}
	return e
}

// check compares a cell with what the edit expects of it, and gives the reason
// to refuse the edit or "".
func (j *job) check(e *edit, fs *formulas, l *layout) (reason, found string) {
	p := e.key.position()
	c := l.find(p)
	e.found = fs.w.value(l.data, c)
	e.seen = fs.w.seen(l.data, c)
	e.change.Before = e.seen
	if e.found.kind == "b" {
		e.change.Before = e.Old
	}
	var n *node
	if i, ok := fs.at[e.key]; ok {
		n = &fs.nodes[i]
		e.change.BeforeFormula = n.text
	}
	switch {
	case fs.inArray(e.key.sheet(), p) != nil:
		return reasonArray, ""
	case l.covered(p):
		return reasonMerged, ""
	case n != nil && !e.calculated():
		return reasonFormula, "=" + n.text
	case n == nil && e.Kind == rules.Recalculate:
		return reasonNoFormula, e.found.text
	case !e.holds(n):
		if n != nil && e.Kind == rules.SetFormula {
			return reasonChanged, "=" + n.text
		}
		return reasonChanged, e.found.text
	case e.Kind == rules.SetNumber && e.newNumber() == "",
		e.Kind == rules.SetText && len(utf16.Encode([]rune(e.New))) > textLimit,
		e.Kind == rules.SetFormula && e.change.AfterFormula == "":
		return reasonValue, e.New
	}
	if e.Kind == rules.Recalculate {
		e.change.AfterFormula = n.text
	}
	return "", ""
}

// holds reports whether the cell holds what the edit says. A formula is known
// by its text, and one that is only to be recalculated by what it shows, too;
// where a typed value is to become a formula, both the value and "no formula"
// will do.
func (e *edit) holds(n *node) bool {
	switch {
	case n == nil && e.Kind == rules.SetFormula:
		return e.Old == "" || e.found.shows(e.Old) || e.shows()
	case n != nil && e.Kind == rules.SetFormula:
		return formula.Same(n.text, e.Old)
	case n != nil && formula.Same(n.text, e.Old):
		return true
	}
	return e.found.shows(e.Old) || e.found.showsDay(e.Old) || e.shows()
}

// shows reports whether what is seen of the cell's text is what the edit says.
func (e *edit) shows() bool { return value{e.found.kind, e.seen}.shows(e.Old) }

func (j *job) refuse(e *edit, reason, found string) {
	e.change.Reason, e.change.Found = reason, found
	j.result.Refused = append(j.result.Refused, e.change)
}
