package rules

import (
	"slices"

	"riskbok/rules/model"
)

// Severity says how much a finding matters.
type Severity string

// The severities, and Off for a rule that is not run.
const (
	Off     Severity = "off"
	Info    Severity = "info"
	Warning Severity = "warning"
	Error   Severity = "error"
)

// Rank orders severities: error 3, warning 2, info 1, anything else 0.
func (s Severity) Rank() int {
	switch s {
	case Error:
		return 3
	case Warning:
		return 2
	case Info:
		return 1
	}
	return 0
}

// FixClass says who may change what a finding is about.
type FixClass string

// The classes of fixes. Only safe ones are ever applied by the program.
const (
	NoFix     FixClass = ""
	Safe      FixClass = "safe"      // recomputed from two valid levels
	Suggested FixClass = "suggested" // a misspelt label, a number
	Judgement FixClass = "judgement" // a level, a direction, an action: shown, never changed
)

// EditKind says what an edit writes into its cell.
type EditKind string

// The kinds of edits. A formula cell is only ever given a formula or
// recalculated, never a typed value.
const (
	SetText     EditKind = "text"        // a typed text
	SetNumber   EditKind = "number"      // a typed number
	SetFormula  EditKind = "formula"     // a formula, without the equals sign
	Recalculate EditKind = "recalculate" // the formula stands; its stored result is stale
)

// Edit is one change to one cell. Old is what the cell must hold for the edit
// to apply: its formula where it has one, else its text ("" for an empty cell).
// New is what it is given; Result is what the cell must show afterwards, which
// for a formula is checked by calculating it before the edit is kept.
type Edit struct {
	At               model.Source
	Kind             EditKind
	Old, New, Result string
}

// Fix is what would settle a finding. Edits are independent of each other and
// all against the document as it was read; a judgement has none.
type Fix struct {
	Class FixClass
	Edits []Edit
}

// Finding is one thing that a rule has to say about one cell, row or table.
// Path is its identity across runs and inserted rows
// (rule/board/year/table/risk/field); At is where to look now. Variant names
// the message of the rule's page, Args fill its placeholders: strings, ints,
// [model.Source] for a place and [model.Field] for a column. Cause joins what one
// thing made wrong: the Path of the first finding that shares it.
type Finding struct {
	Rule            string
	Severity        Severity
	Variant         string
	Path            string
	At              model.Source
	Related         []model.Source
	Board           string
	Year            int
	Table           string
	Risk, Event     string
	Valuation       string // the name of the further valuation that it is about; "": the first, or none
	Found, Expected string
	Args            map[string]any
	Fix             *Fix
	Accepted        *Acceptance // nil: nobody has accepted it
	Cause           string      // "": it shares its cause with no other

	cause string           // what joinCauses knows it by
	rests []model.Source   // where what it was reckoned from stands, beside Related
	led   *model.Treatment // what a wrong value or treatment leads to as it stands; nil: nothing known
}

// FixClass gives the class of the finding's fix, [NoFix] where it has none.
func (f *Finding) FixClass() FixClass {
	if f.Fix == nil {
		return NoFix
	}
	return f.Fix.Class
}

// Compared reports whether Expected is what stands elsewhere, or what is
// recommended, to compare with, and not what should stand there.
func (f *Finding) Compared() bool {
	switch f.Rule {
	case sheetDisagreement.Name, direction.Name, numberMismatch.Name, followUpCollected.Name, staleAcceptance.Name:
		return f.Expected != ""
	}
	return false
}

// Unreadable is an input that could not be read. Code names reason and hint in
// the message catalogue ("problem.CODE.reason", "problem.CODE.hint").
type Unreadable struct {
	File string
	Code string
	Args map[string]string
}

// Report is the outcome of a run: what was read, what was found, what could
// not be read, and what was passed over because it holds no table we know.
// Skipped has all that was passed over; of these PassedOver are the workbooks,
// PDFs and text documents, with why: a reader may have expected a plan in them.
// Documents stand in the order of their IDs; an ID whose file could not be
// read is missing.
type Report struct {
	Documents  []*model.Document
	Books      []*model.Book
	Findings   []Finding
	Unreadable []Unreadable
	PassedOver []Unreadable
	Skipped    []string
}

// Fixable reports whether the program itself can settle a finding: its fix is
// safe and it stands in a workbook, of which a corrected copy can be written.
func (r *Report) Fixable(f *Finding) bool {
	d := r.Document(f.At.Doc)
	return f.FixClass() == Safe && d != nil && d.Kind == model.KindWorkbook
}

// Document gives the document that a source was read from, or nil.
func (r *Report) Document(id int32) *model.Document {
	i, ok := slices.BinarySearchFunc(r.Documents, id, func(d *model.Document, id int32) int { return int(d.ID - id) })
	if !ok {
		return nil
	}
	return r.Documents[i]
}

// Place gives the place of a source; the zero Place where there is none.
func (r *Report) Place(s model.Source) model.Place {
	return placeIn(r.Document(s.Doc), s)
}

// placeOf gives the place of a source among documents.
func placeOf(byID map[int32]*model.Document, s model.Source) model.Place {
	return placeIn(byID[s.Doc], s)
}

func placeIn(d *model.Document, s model.Source) model.Place {
	if d == nil || int(s.Place) < 0 || int(s.Place) >= len(d.Places) {
		return model.Place{}
	}
	return d.Places[s.Place]
}
