package model

// MeetingWords is the words by which an importer knows the parts of meeting
// books, summonses and minutes: data, so that no code branches on a language.
// They are written as they are spelt; text from a scan is matched against them
// through the letters that recognition confuses.
//
// A heading that begins with "…" is the end of a printed one: "… förslag till
// beslut" is also "Förvaltningens förslag till beslut", "…s beslut" is
// "E-nämndens beslut". One that ends with "{board}" is also what has the name of
// a board in its place: "Förslag till {board}" is "Förslag till Hamnnämnden".
type MeetingWords struct {
	Forms     map[ItemForm][]string    // what heads the first page of each sort of text
	Sections  map[SectionRole][]string // the headings of an item's parts
	Labels    map[LabelRole][]string   // what stands in front of a value
	Columns   map[AgendaRole][]string  // the heads of an agenda's columns
	Signature []string                 // what stands below the line for a signature
	Signers   []string                 // posts that stand below a signer's name
	Page      []string                 // "Sida", in front of a page number
	Of        []string                 // "av", in "Sida 5 av 10"
	Paragraph []string                 // "§"
	Matter    []string                 // "Ärende", in front of the number of a matter
	Formal    []string                 // titles of formalities; those that end with "…" may go on, those that begin with it are the end of a title
	Bodies    []string                 // "Direktionen": bodies whose names need no other word
	Decides   []string                 // "beslutar", behind the name of a board
	Proposes  []string                 // "föreslår", behind the name of a board
	Finds     []string                 // "finner", behind who leads the meeting
	Votes     []string                 // "votering", which takes back what was found before it
	Meets     []string                 // "sammanträder", behind the name of a board in a summons
	Genitive  []string                 // the ending of a name in "Hamnnämndens möte"
	Leaning   []string                 // words with which no title ends: "till"
	Series    []string                 // what laws and reports are numbered in: "SOU"
	Onward    []string                 // what may stand between these and the clauses: "för egen del"
	Clause    []string                 // "att", which begins a clause
	Join      []string                 // words after which a hyphen at a line's end stays: "och"
	Board     BoardWords
	Months    []string // January first; may repeat by language
	Weekdays  []string // Monday first; may repeat by language
	Year      []string // headings of a rotation of chairs
	Chair     []string
	ViceChair []string
}

// ItemForm is the sort of text that begins on a page.
type ItemForm string

// The forms. FormCover begins a meeting book or a summons, FormMinutes heads
// every page of minutes.
const (
	FormCover     ItemForm = "cover"
	FormMemo      ItemForm = "memo"
	FormDelegated ItemForm = "delegated"
	FormMinutes   ItemForm = "minutes"
)

// SectionRole says which part of an item a heading begins.
type SectionRole string

// The parts of an item. SectionOther is any known heading that begins none of
// the others; SectionAgenda begins the agenda of a meeting, SectionProcedure tells how
// the board came to its decision.
const (
	SectionProposal   SectionRole = "proposal"
	SectionDecision   SectionRole = "decision"
	SectionBackground SectionRole = "background"
	SectionDocuments  SectionRole = "documents"
	SectionPreparers  SectionRole = "preparers"
	SectionRecipients SectionRole = "recipients"
	SectionAgenda     SectionRole = "agenda"
	SectionProcedure  SectionRole = "procedure"
	SectionOther      SectionRole = "other"
)

// LabelRole says which value follows a label.
type LabelRole string

// The labels. LabelMeetingDate is the day of the meeting, LabelDate that of
// the text; LabelOther is known and of no use, so that its value is not taken
// for another's; LabelFront is such a one that stands only on the first page of
// minutes.
const (
	LabelCaseNumber  LabelRole = "caseNumber"
	LabelDate        LabelRole = "date"
	LabelMeetingDate LabelRole = "meetingDate"
	LabelPlace       LabelRole = "place"
	LabelBoard       LabelRole = "board"
	LabelFront       LabelRole = "front"
	LabelOther       LabelRole = "other"
)

// AgendaRole says what stands in a column of an agenda.
type AgendaRole string

// The columns. AgendaOther is known and of no use.
const (
	AgendaNumber     AgendaRole = "number"
	AgendaTitle      AgendaRole = "title"
	AgendaCaseNumber AgendaRole = "caseNumber"
	AgendaPage       AgendaRole = "page"
	AgendaOther      AgendaRole = "other"
)
