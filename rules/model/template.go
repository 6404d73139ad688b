package model

// Vocabulary is the words by which an importer knows a table: data, so that no
// code branches on a language. All words are compared by [Key] without
// punctuation.
type Vocabulary struct {
	Headings    map[Field][]string // synonyms of each field's heading
	Periods     []PeriodWords
	Titles      Titles
	Board       BoardWords
	Established []string // labels in front of the date a table was drawn up
	Decided     []string // labels in front of the date the board decided it
	Months      []string // names of the months, January first; may repeat by language
	Definitions DefinitionWords
	Blank       []string // texts that stand for an empty cell, "–"
}

// PeriodWords are the headings of one follow-up period.
type PeriodWords struct {
	Key   string // how riskbok writes it: "T1", "Årsbokslut"
	Words []string
}

// Titles are the words that head each kind of table, above it or on its tab.
type Titles struct {
	Analysis, Plan, FollowUp, Definitions []string
}

// BoardWords tell the name of a board: after a label, or by how it ends or
// begins ("…nämnden", "Styrelsen för …").
type BoardWords struct {
	Labels, Suffixes, Prefixes []string
}

// DefinitionWords are the headings and phrases of the tables that define a
// scale. NotInPlan are phrases that say a treatment needs no place in the
// plan; Accept are leading words of such treatments where nothing is said.
type DefinitionWords struct {
	Likelihood, Consequence, Label, Number, Definition []string
	Range, Treatment, Meaning                          []string
	NotInPlan, Accept                                  []string
}

// Template is one municipality's workbook: its scale and the layout that a
// control plan is written in.
type Template struct {
	Name   string // kebab-case, as in --template
	Title  string
	Scale  Scale
	Layout Layout
}

// Layout is the control plan workbook to write: names of its sheets and the
// columns of the plan and the follow-up, in order. "{year}" and "{board}" in a
// text are filled in.
type Layout struct {
	Sheet       string
	Titles      [2]string // above steg 1–2 and above steg 3
	BoardLabel  string
	Established string
	Decided     string
	Bands       []Band
	Columns     []LayoutColumn
	FollowUp    FollowUpLayout
	Definitions DefinitionsLayout
	Directions  []string // choices offered for the board's direction
	Reporting   []string // choices offered for reporting
}

// Band is a heading over several columns: "Steg 1 - …" over the fields From
// to To.
type Band struct {
	Text     string
	From, To Field
}

// LayoutColumn is a column to write: heading and width in characters.
type LayoutColumn struct {
	Field   Field
	Heading string
	Width   float64
}

// FollowUpLayout is the sheet of steg 4.
type FollowUpLayout struct {
	Sheet   string
	Title   string
	Bands   []Band
	Columns []LayoutColumn // FieldPeriod stands once, for all periods
	Periods []string
}

// DefinitionsLayout is the sheet that states the scale.
type DefinitionsLayout struct {
	Sheet, Title, Subtitle              string
	Likelihood, Consequence             string
	Definition, Number                  string
	Treatments, Range, Treatment, Means string
}
