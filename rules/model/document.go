package model

import "slices"

// Kind is the sort of file a document was read from.
type Kind string

// The kinds of documents.
const (
	KindWorkbook Kind = "workbook"
	KindPDF      Kind = "pdf"
)

// Maker is who wrote a workbook, by what its properties say.
type Maker string

// Who may have written a workbook. A program that saves a workbook of another's leaves
// the name of who began it.
const (
	MakerUnknown Maker = ""
	MakerRiskbok Maker = "riskbok"        // as riskbok wrote it
	MakerEdited  Maker = "riskbok-edited" // begun by riskbok, saved by another program since
)

// Document is all that was read from one file. Nothing that was read is
// dropped: what could not be placed stands in Unread, what could not be read
// at all in Damage.
type Document struct {
	ID          int32
	File        string
	Kind        Kind
	Maker       Maker
	Places      []Place
	Scales      []Scale
	Registers   []Register
	FollowUps   []FollowUpTable
	Budgets     []Budget
	Allocations []Allocation
	Meetings    []Meeting
	Unread      []Value[string]
	Aside       []Aside
	Beneath     []Beneath
	Damage      []Damage
	NotChecked  []NotChecked
	PlanFrom    Value[int] // the risk value from which a line of text says that risks must be in the plan
}

// Beneath is what a merged area of a sheet covers: stored in the file and shown
// to nobody. Text is the first that it covers, at At; Area is the area as it is
// written ("A1:C3") and N how many texts it covers.
type Beneath struct {
	Text, Area string
	At         Source
	N          int
}

// Aside is a table of risks or a follow-up that its name sets aside from what
// holds, as one of removed risks or an example. What stands in it is Unread.
// Title is the tab's name or the title above it, At its heading, Last its last
// row and Rows the number of its rows.
type Aside struct {
	Title string
	At    Source
	Last  int32
	Rows  int
}

// Damage is a part of a document that could not be read. Code names the
// reason in the message catalogue, Args fill its placeholders.
type Damage struct {
	Code string
	Args map[string]string
	At   Source
}

// MorePlaces and WherePlaces are the arguments of a damage that stands for many of
// its kind: how many more there are, and the pages or sheets they are on.
const (
	MorePlaces  = "more"
	WherePlaces = "where"
)

// Known reports whether the document holds anything that riskbok knows.
func (d *Document) Known() bool {
	return len(d.Registers)+len(d.FollowUps)+len(d.Scales)+len(d.Budgets)+len(d.Allocations)+len(d.Meetings) > 0
}

// Book is one board's year, gathered from all documents. A table without
// board or year has a Book of its own.
type Book struct {
	Board       string
	Year        int
	Registers   []Entry
	FollowUps   []*FollowUpTable
	Budgets     []*Budget
	Allocations []*Allocation
	Meetings    []*Meeting
	Beside      []*Meeting // those of the documents that the tables stand in
	Unread      []Value[string]
	Aside       []Aside
	Beneath     []Beneath
	Damage      []Damage
	NotChecked  []NotChecked
}

// Entry is a register of a Book with the scale that governs it. Departs is set
// where most of its values come about otherwise than its document states. UnitFile
// numbers, from 1, the units of a board whose files each have an analysis and a plan of
// their own; 0: its files are not of different units.
type Entry struct {
	*Register
	Scale    *Scale
	Departs  *Departure
	UnitFile int
}

// Tables gives the heads of all registers and follow-ups, in that order.
func (b *Book) Tables() []*Table {
	out := make([]*Table, 0, len(b.Registers)+len(b.FollowUps))
	for i := range b.Registers {
		out = append(out, &b.Registers[i].Table)
	}
	for _, f := range b.FollowUps {
		out = append(out, &f.Table)
	}
	return out
}

// Documents gives the IDs of the documents that a book's contents stand in, each
// once.
func (b *Book) Documents() []int32 {
	var out []int32
	add := func(at Source) {
		if !slices.Contains(out, at.Doc) {
			out = append(out, at.Doc)
		}
	}
	for _, t := range b.Tables() {
		add(t.At)
	}
	for _, m := range b.Budgets {
		add(m.At)
	}
	for _, a := range b.Allocations {
		add(a.At)
	}
	for _, m := range b.Meetings {
		add(m.At)
	}
	for _, n := range b.NotChecked {
		add(n.At)
	}
	for _, d := range b.Damage {
		add(d.At)
	}
	return out
}

// Tables gives the heads of all registers and follow-ups, in that order.
func (d *Document) Tables() []*Table {
	out := make([]*Table, 0, len(d.Registers)+len(d.FollowUps))
	for i := range d.Registers {
		out = append(out, &d.Registers[i].Table)
	}
	for i := range d.FollowUps {
		out = append(out, &d.FollowUps[i].Table)
	}
	return out
}
