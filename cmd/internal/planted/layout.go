package planted

import (
	"math/rand/v2"

	"riskbok/rules/model"
)

// Column is a field of a table; Period counts the columns of FieldPeriod from 0.
type Column struct {
	Field  model.Field
	Period int
}

// Steps says which steps of the work a sheet holds.
type Steps struct{ Analysis, Plan, FollowUp bool }

// Levels says how a level is written.
type Levels int

// The styles of levels.
const (
	ByLabel Levels = iota
	ByNumber
	ByNumberText
	ByBoth     // "3 - Möjlig"
	ByBothDash // "3 – Möjlig"
	Mixed      // now one, now another
)

// Values says how risk value and treatment are written.
type Values int

// The styles of values. Lookup finds the levels on the definitions sheet,
// Product multiplies two numbered levels, Uncached does so without a stored
// result.
const (
	Typed Values = iota
	TypedText
	Lookup
	Product
	Uncached
)

// Areas says what stands in the area column of rows after the first of an area.
type Areas int

// The styles of areas.
const (
	AreaRepeated Areas = iota
	AreaMerged
	AreaBlank // a blank area means the one above
)

// HeadForm says how board and dates stand above a table.
type HeadForm int

// The forms of heads.
const (
	HeadNone  HeadForm = iota
	HeadLines          // "Nämnd: X" in one cell
	HeadCells          // label and value in two cells, dates as real dates
	HeadBare           // the board's name and the date alone
)

// HeadSpec is what stands above a table, or above the columns from At on.
type HeadSpec struct {
	Form         HeadForm
	Title        string // {year} is the year
	Board        string // label of the board, "Nämnd"
	Established  string // label of the date, "" for none
	Decided      string
	LongDates    bool // "31 oktober 2025"
	Paragraph    bool // the day of the decision with its paragraph, "§ 45"
	At           model.Field
	Municipality bool // a first line with the name of the municipality
}

// ColumnSpec is a column as a layout prints it. Band is the heading over it.
type ColumnSpec struct {
	Column
	Heading, Band string
	Hidden        bool
	Width         float64
}

// SheetSpec is one sheet with one table.
type SheetSpec struct {
	Name     string
	Steps    Steps
	Heads    []HeadSpec
	Columns  []ColumnSpec
	Row, Col int  // of the heading, from 1; the lower row of two
	Required bool // lists only the risks that need a place in the plan
	Merged   bool // rows of one risk share merged cells
	SplitTop bool // a column without band is merged over both heading rows
	Gaps     bool // an empty row before each area
	AreaRows bool // the area stands in a merged row over its risks, not in a column
	Repeat   int  // the headings stand again after so many rows; 0: never
	Template int  // leftover rows at the end
	Zero     bool // the leftover row is a bare 0
	Notes    int  // lines of text below the table
	Close    bool // no empty row between the table and its notes
}

// Layout is one municipality's habits.
type Layout struct {
	Name        string
	Scale       Scale
	Periods     int
	Risks       int  // how many risks a plan has more than usual
	Untold      bool // the scale is stated nowhere: the rows must tell it
	Numbers     Numbering
	Levels      Levels
	Way         Way // goes before Levels
	English     bool
	Values      Values
	Areas       Areas
	Messy       bool // odd case, no-break spaces, decomposed letters
	ShortLabels bool // treatments by their leading word in the direction column
	Definitions *DefinitionsSpec
	Sheets      []SheetSpec
}

// Maker gives a layout, in which what varies from workbook to workbook follows
// the random source.
type Maker struct {
	Name string
	Make func(r *rand.Rand) Layout
}

func (s *SheetSpec) has(f model.Field) bool {
	for _, c := range s.Columns {
		if c.Field == f {
			return true
		}
	}
	return false
}

// col makes a column.
func col(f model.Field, heading string) ColumnSpec {
	return ColumnSpec{Column: Column{Field: f}, Heading: heading}
}

// periods makes the columns of a follow-up.
func periods(headings ...string) []ColumnSpec {
	out := make([]ColumnSpec, len(headings))
	for i, h := range headings {
		out[i] = ColumnSpec{Column: Column{model.FieldPeriod, i}, Heading: h}
	}
	return out
}

// banded puts a heading over columns.
func banded(band string, cols ...ColumnSpec) []ColumnSpec {
	for i := range cols {
		cols[i].Band = band
	}
	return cols
}

func join(groups ...[]ColumnSpec) []ColumnSpec {
	var out []ColumnSpec
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}
