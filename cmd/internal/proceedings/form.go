package proceedings

// Form is one way of printing minutes or a summons. In its patterns stand
// {n} for the item's number, {m} for the one after it, {a} for a number of
// another body, {case} for the case number, {board} and {short} for the body,
// {bo} for the body's name in the genitive.
type Form struct {
	Name         string
	Board, Short string
	Summons      bool
	First        int    // the first number
	Number       string // "§ {n}"
	Second       string // a second number below the first: "Au § {a}"
	Case         string // the case number: "HN 2031/{c}"
	Label        string // in front of it
	Words        Words
	Layout       Layout
	Clauses      Clauses
	Commas       bool   // those who are told stand on one line
	Title        string // the paper's title; "" where the head of the page has it
	Opening      string // the line below it
	Head, Foot   []Strip
	Front        Front
	Matters      []matter // nil for the Swedish ones
	Decides      string   // what leads on to a decision; "" for "{board} beslutar"
	Unheaded     bool     // the decision has no heading but what leads on to it
	Then         *Form    // a second paper in the same file
}

// Words heads the parts of an item; "" leaves the part out.
type Words struct{ Proposal, Decision, Background, Documents, Recipients, Debate, Unknown string }

// Place says where a title or case number stands.
type Place int

// The places, seen from the number.
const (
	Below   Place = iota // on the next line
	Beside               // on the same line
	Above                // above the number, at the right margin
	Right                // on the number's line, at the right margin
	Paren                // in parentheses behind the title
	Column               // under a label in a column, above the number
	Header               // in the header of the page, each item on its own
	AtTitle              // on the title's line, at the right margin
	Boxed                // in a ruled row with the number
	None
	Labels // below the number's row of labels, with the date
	Dash   // behind the title and a dash
	Around // at the left margin, the number at the right one
)

// Weight is how headings and titles are set off.
type Weight int

// The weights.
const (
	Bold Weight = iota
	Large
	Plain
	Capitals
)

// Layout is how an item is printed.
type Layout struct {
	Title, Case   Place
	Heads, Titles Weight
	OwnPage       bool // each item begins a page
	Tight         bool // no space above headings
	Spread        bool // two columns of parts: heading left, text right
	Rule          bool // a rule of underscores ends the decision
	DecisionFirst bool
	Joined        string // what stands between a heading and its text on one line
}

// Clauses is how a decision is divided.
type Clauses int

// The ways.
const (
	Sentence Clauses = iota // sentences, each a paragraph of its own
	That                    // "att …", below what leads on to them
	Numbers                 // "1. …"
	Bullets                 // "• …"
	Dashes                  // "- att …", below what leads on to them
)

// Front is the page before the first item.
type Front int

// The fronts.
const (
	Roll     Front = iota // place, those present, paragraphs, signatures
	Contents              // that, and a list of the items with dots and pages
	Agenda                // a list of the items
	Listing               // the items in a table with case number and speaker
	NoFront
	Short // nothing but title and opening, on the page of the first item
)

// Answer is what stands in a paper.
type Answer struct {
	Board string `json:"board"`
	Date  string `json:"date"`
	Items []Item `json:"items"`
}

// Item is one matter. Lead may stand before the parts of the decision.
type Item struct {
	Number     string   `json:"number"`
	Title      string   `json:"title"`
	Case       string   `json:"caseNumber"`
	Lead       string   `json:"lead"`
	Decision   []string `json:"decision"`
	Proposal   []string `json:"proposal"`
	Recipients []string `json:"recipients"`
}
