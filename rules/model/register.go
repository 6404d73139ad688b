package model

import (
	"iter"

	"github.com/shopspring/decimal"
)

// Field names a column of a register or follow-up, the same in templates,
// findings and mappings.
type Field string

// The fields a column can be bound to.
const (
	FieldNumber      Field = "number"
	FieldArea        Field = "area"
	FieldEvent       Field = "event"
	FieldLikelihood  Field = "likelihood"
	FieldConsequence Field = "consequence"
	FieldScore       Field = "value"
	FieldPrevious    Field = "previous" // the risk value of the year before
	FieldChange      Field = "change"   // of the risk value since then
	FieldTreatment   Field = "treatment"
	FieldDirection   Field = "direction"
	FieldAction      Field = "action"
	FieldCost        Field = "cost"
	FieldOwner       Field = "owner"
	FieldReporting   Field = "reporting"
	FieldPlanNumber  Field = "planNumber" // the number repeated in front of steg 3
	FieldEarlier     Field = "earlier"    // what was reported before, beside the periods of a follow-up
	FieldPeriod      Field = "period"     // one column for each period of a follow-up
	FieldBoard       Field = "board"      // whose risk it is, in one table of several boards
	FieldUnit        Field = "unit"       // which of the board's units it is of
)

// Bindable lists the fields that a user may bind a column to by its heading.
func Bindable() []Field {
	return []Field{
		FieldNumber, FieldArea, FieldEvent, FieldLikelihood, FieldConsequence, FieldScore, FieldPrevious, FieldChange,
		FieldTreatment, FieldDirection, FieldAction, FieldCost, FieldOwner, FieldReporting, FieldEarlier, FieldPlanNumber, FieldUnit,
	}
}

// MeasureFields are what a table says of measures: they have no place in an
// analysis without a column of actions.
var MeasureFields = []Field{FieldDirection, FieldAction, FieldCost, FieldOwner, FieldReporting, FieldPlanNumber}

// Column is a column of a table and the field it was bound to. Key is the
// period ("T1") of a FieldPeriod column. Score and Reason say how sure the
// binding is and what it rests on; Evidence is all that spoke for it and
// against it.
type Column struct {
	Field    Field
	Key      string
	Heading  string
	Score    int // 0–100; 100 is the usual heading to the letter
	Reason   Reason
	Evidence []Evidence
	At       Source
}

// Evidence is one thing that speaks for (or, with a negative weight, against)
// reading a column as a field. Kind names its message in the catalogue
// ("evidence.KIND"); of Of rows or cells that could show it Hits do. With are
// the headings or letters of the other columns that it involves.
type Evidence struct {
	Kind     EvidenceKind
	Weight   float64
	Hits, Of int
	With     []string
}

// EvidenceKind is a kind of [Evidence].
type EvidenceKind string

// The kinds of evidence.
const (
	EvidenceHeading  EvidenceKind = "heading"   // the heading is a known one, to the letter
	EvidenceBegins   EvidenceKind = "begins"    // it begins with a known one
	EvidenceNear     EvidenceKind = "near"      // a word of it is one of the field's
	EvidenceLabels   EvidenceKind = "labels"    // cells are labels of a known axis, or of printed treatments
	EvidenceDegrees  EvidenceKind = "degrees"   // cells are words of degree
	EvidenceNumbers  EvidenceKind = "numbers"   // cells are small whole numbers
	EvidenceRunning  EvidenceKind = "running"   // cells count up, or are short and all differ
	EvidenceTexts    EvidenceKind = "texts"     // cells are long texts
	EvidenceFewWords EvidenceKind = "few-words" // cells are few short words that recur
	EvidenceProduct  EvidenceKind = "product"   // the value is the product of two columns
	EvidenceSum      EvidenceKind = "sum"       // the value is their sum
	EvidenceMaximum  EvidenceKind = "maximum"   // the value is the greater of the two
	EvidenceMatrix   EvidenceKind = "matrix"    // the value is what a printed matrix says
	EvidenceRises    EvidenceKind = "rises"     // the value never falls where a level rises
	EvidenceFormula  EvidenceKind = "formula"   // formulas of a known form
	EvidenceSteps    EvidenceKind = "steps"     // the cells step with the value
	EvidencePlace    EvidenceKind = "place"     // it stands where the field usually does
	EvidenceAgainst  EvidenceKind = "against"   // the cells cannot be the field
)

// Reason says what the binding of a column rests on.
type Reason string

// The reasons, surest first.
const (
	ReasonMapped  Reason = "mapped"  // the user said so
	ReasonHeading Reason = "heading" // the heading is a known one
	ReasonBegins  Reason = "begins"  // the heading begins with a known one
	ReasonNear    Reason = "near"    // a word of the heading is one of the field's
	ReasonContent Reason = "content" // the cells prove it: levels of the scale, a product, long texts
)

// Unclear is a field that several columns of a table could hold, so that none
// was chosen.
type Unclear struct {
	Field   Field
	Columns []Column
}

// Head is what stands above a table, or above one part of a table whose steps
// lie side by side: its title and the board, year and dates it states.
type Head struct {
	Title       string
	Board       Value[string]
	Year        Value[int]
	Established Value[Date]
	Decided     Value[Date]
	NoDays      []Value[string] // dates among these that the calendar does not have, as written
	At          Source
}

// Table is what registers and follow-ups have in common. One that lists the
// risks of several boards, with a column that names them, is one Table for each
// board. Heads has at least
// one entry; Board and Year are the table's own, "" and 0 where it does not
// state them. At is the heading row.
type Table struct {
	Name    string // the sheet's name, or in a PDF the title above the table
	Unit    string // of the board, where a table of several numbers the risks of each from the beginning
	Board   string
	Year    int
	Heads   []Head
	Columns []Column
	Unclear []Unclear
	Refused []Column // what other columns were weighed for and not bound to, with the evidence
	Unknown []Column // headed columns that no field was found for; mapped where the user leaves them out
	At      Source

	// Dated are the columns, at their headings, whose numbers a format shows as
	// dates.
	Dated []Source
	// YearOfFile says that Year is that of the file's name: the document tells none.
	YearOfFile bool
	// Confidence is how sure it is which text stands in which cell: 1 where
	// the format or printed lines say so, less where the alignment does.
	Confidence float64
}

// Column gives the first column bound to a field, or nil.
func (t *Table) Column(f Field) *Column { return columnWith(t.Columns, f) }

func columnWith(columns []Column, f Field) *Column {
	for i := range columns {
		if columns[i].Field == f {
			return &columns[i]
		}
	}
	return nil
}

// Has reports whether the table has a column for the field.
func (t *Table) Has(f Field) bool { return t.Column(f) != nil }

// Register is one table of risks: a risk analysis, a control plan, or both
// side by side. Analysis and Plan say which steps it holds. Scale is an index
// into the document's Scales, −1 where the document defines none. Leftover
// are the numbered or zeroed rows without a risk. Consequences are the columns
// of consequences where several are weighed (economy, health, trust), none
// where there is one; Valuations are the further valuations that stand beside
// the first, as of what risk remains after the measures.
type Register struct {
	Table
	Analysis, Plan bool
	Scale          int
	Risks          []Risk
	Leftover       []Source
	Consequences   []Column
	Valuations     []Valuation
}

// Valuation heads a further valuation of a register's risks. Name is how the
// document calls it ("efter åtgärd"), Key the same for programs: "after", or
// "valuation-2" where nothing tells what it is.
type Valuation struct {
	Key, Name    string
	Columns      []Column
	Consequences []Column
}

// Column gives the valuation's column of a field, or nil.
func (v *Valuation) Column(f Field) *Column { return columnWith(v.Columns, f) }

// Has reports whether the valuation has a column for the field.
func (v *Valuation) Has(f Field) bool { return v.Column(f) != nil }

// Risk is one risk as written, with the measures of its rows. PlanNumber is
// the number that stands again in front of steg 3. Where several consequences
// are weighed, Consequences lie parallel to the register's and Consequence is
// the greatest of them by its written number, else the first that is written.
// Valuations lie parallel to the register's.
type Risk struct {
	Number     Value[string]
	PlanNumber Value[string]
	Area       Value[string]
	Event      Value[string]
	Unit       Value[string] // of the board, that it is a risk of; a blank one is that above
	Assessment               // the first valuation, on the risk's first row
	Previous   Value[int]    // the value of the year before, as stated beside this year's
	Change     Value[string] // since then, as stated
	Measures   []Measure
	Repeats    []Assessment // on further rows of the same risk that value it again
	Valuations []Assessment
}

// Assessment is the valuation of a risk on one row: its levels, value and
// treatment as written there. Consequences are all that are weighed, where they
// are several; Consequence is one of them. Fresh is what the formulas of value and
// treatment give now, where that is certain and is not what is stored: it stands here
// because every value of a document would be larger for it. Circle is the cell on which
// the formula of the value depends and that depends on itself, the value's own or
// another; nil: none.
type Assessment struct {
	Likelihood   Value[Level]
	Consequence  Value[Level]
	Consequences []Value[Level]
	Score        Value[int]
	Treatment    Value[string]
	Fresh        struct{ Score, Treatment string }
	Circle       *Source
	At           Source
}

// Weighed gives the consequences that are weighed: all where they are several,
// else the one.
func (a *Assessment) Weighed() []Value[Level] {
	if len(a.Consequences) > 0 {
		return a.Consequences
	}
	return []Value[Level]{a.Consequence}
}

// Assessments gives the first valuation of the risk on every row that values
// it, that of its first row first. What is yielded holds until the next is.
func (r *Risk) Assessments() iter.Seq[*Assessment] {
	return func(yield func(*Assessment) bool) {
		if !yield(&r.Assessment) {
			return
		}
		for i := range r.Repeats {
			if !yield(&r.Repeats[i]) {
				return
			}
		}
	}
}

// Measure is one action of the plan. Direction is the board's own choice of
// treatment.
type Measure struct {
	Number    Value[string]
	Direction Value[string]
	Action    Value[string]
	Cost      Value[decimal.Decimal]
	Owner     Value[string]
	Reporting Value[[]string]
	At        Source
}

// FollowUpTable is one follow-up of a plan (steg 4), a row for each measure.
// Collected says that it is a sheet which riskbok gave one owner to fill in: it
// holds only her measures, and fills the follow-up of its board and year.
type FollowUpTable struct {
	Table
	Periods  []Column // the FieldPeriod columns, left to right
	Rows     []FollowUpRow
	Leftover []Source

	Collected bool
}

// FollowUpRow is what was reported on one measure. Reports lies parallel to
// the table's Periods.
type FollowUpRow struct {
	Number    Value[string]
	Event     Value[string]
	Unit      Value[string]
	Direction Value[string]
	Action    Value[string]
	Owner     Value[string]
	Reporting Value[[]string]
	Earlier   Value[string] // what was reported before, as stated beside the periods
	Reports   []Value[string]
	At        Source
}
