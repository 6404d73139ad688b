package model

// Vocabulary is the words by which an importer knows a table: data, so that no
// code branches on a language. All words are compared by [Key] without
// punctuation.
type Vocabulary struct {
	Headings    map[Field][]string // synonyms of each field's heading
	Weak        []string           // headings that do not make a table of risks alone
	Periods     []PeriodWords
	Titles      Titles
	Board       BoardWords
	Established []string // labels in front of the date a table was drawn up
	Decided     []string // labels in front of the date the board decided it
	Months      []string // names of the months, January first; may repeat by language
	Definitions DefinitionWords
	Ranges      RangeWords
	Calculation CalculationWords
	Levels      [][]string // labels of levels in their usual order, the lowest first
	LevelWords  LevelWords
	Colours     ColourWords
	Blank       []string // texts that stand for an empty cell, "–"

	AmountUnits map[Unit][]string // words for units of money, "tkr"

	// Degrees are words of degree over all languages, the lowest first: a
	// word's index is its degree. They order labels that no list of Levels has;
	// words of one degree are not told apart. The longest entry that fits wins.
	Degrees         [][]string
	DegreeModifiers DegreeModifiers
	Sums            []string // leading words of rows that add up or count the rows above
	Examples        []string // words in front of a row that shows how to fill in a table
	Second, First   []string // words that tell of a valuation after the measures, or before them
	Context         []string // whole words that tell that a workbook speaks of risk

	Roles     []string // what the names of those who answer for something end in
	Occasions []string // words that tell when something is reported

	Unnamed    []string // what a program heads a column with, before its number
	Units      []string // headings of a column of the board's units
	Quantities []string // words in a heading that tells of a quantity

	// HeadNouns are nouns by which a field's heading is known though it is none
	// of Headings: as its last word, or those of four letters or more as the
	// end of a compound. They say less than Headings, and one may stand for
	// several fields.
	HeadNouns map[Field][]string
}

// DegreeModifiers are words in front of a word of degree. Stronger push it away
// from the middle, Weaker draw it towards the middle, Less turn it to the other
// side of the middle ("mindre sannolik").
type DegreeModifiers struct {
	Stronger, Weaker, Less []string
}

// PeriodWords are the headings of one follow-up period.
type PeriodWords struct {
	Key   string // how riskbok writes it: "T1", "Årsbokslut"
	Month int    // the month at whose end it is due
	Words []string
}

// Titles are the words that head each kind of table, above it or on its tab.
// Aside are those of tables that are not of the plan that holds, as of removed
// risks or examples; Lists are the names of tabs that hold the choices of
// drop-down lists.
type Titles struct {
	Analysis, Plan, FollowUp, Definitions, Aside, Lists []string
}

// BoardWords tell the name of a board: after a label, or by how it ends or
// begins ("…nämnden", "Styrelsen för …"). Joins are words that a name goes on after
// ("och"), Links those that bind a title, a name and a year ("inför"), and Genitive
// the endings of a name in front of what it owns ("…nämndens riskanalys").
type BoardWords struct {
	Labels, Suffixes, Prefixes, Joins, Links, Genitive []string
}

// DefinitionWords are the headings and phrases of the tables that define a
// scale. NotInPlan are phrases that say a treatment needs no place in the
// plan, InPlan words of those that need one; PlanLimit are the words in which a
// sentence says from which value risks need one; Accept are leading words of
// treatments that need none where nothing is said.
type DefinitionWords struct {
	Likelihood, Consequence, Label, Number, Definition []string
	Range, Treatment, Meaning                          []string
	NotInPlan, InPlan, PlanLimit, Accept               []string
}

// RangeWords are the words in which ranges of risk values are written. To
// stands between two numbers, And in a list of them, Or before the last of several
// names; AtLeast, Over, AtMost and
// Under stand before one number, OrMore and OrLess after it, Between before two
// that And divides. Unit is what they count ("4-8 poäng"), Is stands between a
// range and what it stands for ("1–3 är grönt"). A word with full stops may be
// written without, or with spaces ("t.o.m.").
type RangeWords struct {
	To, And, Or, AtLeast, Over, OrMore, AtMost, Under, OrLess, Between, Unit, Is []string
}

// CalculationWords are the words in which a printed rule says how a risk value
// comes about: Times and Plus between the two levels ("S × K"), ProductOf, SumOf
// and GreaterOf before both ("summan av sannolikhet och konsekvens").
type CalculationWords struct {
	Times, Plus, ProductOf, SumOf, GreaterOf []string
}

// LevelWords are the words in which a level is written beside its label or
// number: Names in front of it ("Nivå 3", "Sannolikhet: Möjlig"), the Letters of
// axes ("S3"), Points behind it ("3 p"), Of between it and the greatest ("3 av
// 4"), Or between two ("3 eller 4"), About in front of it ("ca 3"). A number before one of the Units counts
// something and is no level ("3 månader").
type LevelWords struct {
	Names, Letters, Points, Of, Or, About, Units []string

	Numbers [][]string // whole numbers as words: the first list is one
	Short   [][]string // words in front of a label, each followed by the ways to shorten it
}

// ColourWords are the names of the colours of a risk matrix.
type ColourWords struct {
	Red, Orange, Yellow, Green []string
}

// Template is one municipality's workbook: its scale and the layout that a
// control plan is written in.
type Template struct {
	Name   string // kebab-case, as in --template
	Title  string
	Scale  Scale
	Layout Layout
}

// Layout is the control plan workbook to write: the names of its sheets and
// their columns, in order. "{year}" and "{board}" in a title are filled in; a
// title that asks for a year where none is known is cut off there.
type Layout struct {
	BoardLabel  string // stands in front of the board's name, "Nämnd:"
	Established string // stands in front of the date a table was drawn up
	Decided     string // stands in front of the date the board decided it
	Previous    string // heads the value of the year before; "": as the program's language has it
	Change      string // heads the change since then, likewise
	Earlier     string // heads what was last reported, likewise
	Registers   []RegisterLayout
	FollowUp    FollowUpLayout
	Definitions DefinitionsLayout
	Directions  []string // choices for the board's direction; none: the scale's treatments
	Reporting   []string // choices offered for reporting
}

// RegisterLayout is one sheet of risks. A layout has one, with all steps side
// by side, or one for the analysis and one for the plan. Where Plan is set the
// sheet has a row for each measure, else a row for each risk. Titles stand
// above the columns they begin at, the first one above the first column.
type RegisterLayout struct {
	Sheet          string
	Analysis, Plan bool
	Titles         []LayoutTitle
	Bands          []Band
	Columns        []LayoutColumn
}

// LayoutTitle is the title of a table, or of the part of it that begins at the
// column From. Board and dates stand below it.
type LayoutTitle struct {
	Text string
	From Field
	Plan bool // the dates below are those of the plan, not of the analysis
}

// Band is a heading over several columns: "Steg 1 - …" over the fields From
// to To.
type Band struct {
	Text     string
	From, To Field
}

// LayoutColumn is a column to write: heading and width in characters. A column
// without a field is left for its users to fill in.
type LayoutColumn struct {
	Field   Field
	Heading string
	Width   float64
}

// FollowUpLayout is the sheet of steg 4. FieldPeriod stands once among the
// columns, for all periods; Periods are those of a plan that has no follow-up
// yet.
type FollowUpLayout struct {
	Sheet   string
	Title   string
	Bands   []Band
	Columns []LayoutColumn
	Periods []string
}

// DefinitionsLayout is the sheet that states the scale: its name, titles and
// the headings of its tables. From and To head the limits that the treatment
// formulas compare with.
type DefinitionsLayout struct {
	Sheet, Title, Subtitle              string
	Likelihood, Consequence             string
	Definition, Number                  string
	Treatments, Range, Treatment, Means string
	From, To                            string
	Grid                                string // heads the values of a scale with a grid of its own
}

// Column gives the place of a field among the columns, or −1.
func (r *RegisterLayout) Column(f Field) int { return columnOf(r.Columns, f) }

// Column gives the place of a field among the columns, or −1.
func (l *FollowUpLayout) Column(f Field) int { return columnOf(l.Columns, f) }

func columnOf(columns []LayoutColumn, f Field) int {
	for i := range columns {
		if columns[i].Field == f {
			return i
		}
	}
	return -1
}
