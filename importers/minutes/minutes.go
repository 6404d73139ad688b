// Package minutes reads meeting books, summonses and minutes from pages of
// running text: meetings with their agenda and, for each matter, title, case
// number, date, what is proposed or decided and who is told.
//
// Start with [Read]. Headings and labels are data ([model.MeetingWords]),
// matched through the letters that recognition confuses; the text itself is
// kept as it was read. Nothing is judged.
package minutes

import (
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Read gives the meetings that the pages of a document tell of, and adds to
// doc as unread the headings that could mean two things. Lines may be whole
// printed lines or the parts of one; label blocks in several columns are
// understood only where each column is a [grid.Line] of its own. A document
// without any item, agenda, rotation or weekday gives none. Where cost allows no more
// the rest is left unread, which whoever made it tells; nil allows everything.
func Read(doc *model.Document, pages []grid.Page, w *model.MeetingWords, cost *source.Budget) []model.Meeting {
	return ReadBy(doc, pages, func() Words { return Ready(w) }, cost)
}

// ReadBy is [Read] by words that somebody makes ready, who is not asked for them where
// there is no page.
func ReadBy(doc *model.Document, pages []grid.Page, ready func() Words, cost *source.Budget) []model.Meeting {
	pages = Affordable(pages, cost)
	if len(pages) == 0 {
		return nil // a workbook
	}
	return Of(pages, ready()).Tell(doc)
}

// Reading is what the pages of a document tell of, before the document was told.
type Reading struct{ r *reader }

// Words are those of meetings made ready for one document, about whose texts they
// remember what was found out.
type Words struct{ w *vocabulary }

// Ready makes words ready, which may be done before there are pages.
func Ready(w *model.MeetingWords) Words { return Words{newWords(w)} }

// Of is the part of [Read] that asks nothing of the document, so that it may be done
// while others fill it: [Reading.Tell] does the rest. There must be a page.
func Of(pages []grid.Page, w Words) *Reading {
	r := &reader{w: w.w, headers: map[string]bool{}, several: workersFor(len(pages)) > 1}
	r.sheets, r.body = layout(pages, r.w)
	r.texts = textsOf(r.sheets)
	r.weighHeadings()
	r.findItems()
	for i := range r.sheets {
		r.sheet(&r.sheets[i])
		r.before = &r.sheets[i]
	}
	r.finish()
	return &Reading{r}
}

// Tell gives the meetings and adds to doc what was not read. The tables of doc must
// have been understood.
func (x *Reading) Tell(doc *model.Document) []model.Meeting {
	doc.Unread = append(doc.Unread, x.r.unread...)
	x.r.tellEmpty(doc)
	x.r.tellUndecided(doc)
	return x.r.meetings
}

// linesOfStep is how many lines of a page cost a step: to understand one takes 5
// microseconds.
const linesOfStep = 3

// Steps is what it costs to understand a page, see [source.Budget.Step].
func Steps(p *grid.Page) int { return 1 + len(p.Lines)/linesOfStep }

// Affordable gives the pages that the file may cost, and takes their cost.
func Affordable(pages []grid.Page, cost *source.Budget) []grid.Page {
	for i := range pages {
		if cost.Enter(pages[i].Place); !cost.Step(Steps(&pages[i])) {
			return pages[:i]
		}
	}
	return pages
}

// reader goes through a document's pages.
type reader struct {
	unread     []model.Value[string] // headings that could mean two things
	undecided  []undecided           // items of which no decision was read
	w          *vocabulary
	sheets     []sheet
	body       body
	before     *sheet // the page before
	meetings   []model.Meeting
	item       *draft // under construction; nil between items
	agenda     *agenda
	minutes    bool                  // the last form met was minutes
	forms      []start               // what heads each page
	spans      []span                // the pages on which the items of each series begin
	cased      model.Value[string]   // the case number in the header of the page
	largeHeads bool                  // or large
	runIn      bool                  // the headings of the document stand on the line of their text
	boldHeads  bool                  // the headings of the document are bold
	headCased  []model.Value[string] // the case numbers that stood in headers of pages
	texts      map[string]int        // how often the document has each row
	headers    map[string]bool       // rows of the page headers of minutes so far
	several    bool                  // the pages are so many that several cores read them
	later      laters                // what is found out when it suits
}

// sheet reads one page by what it begins with.
func (r *reader) sheet(s *sheet) {
	start := r.start(s)
	switch start.form {
	case model.FormCover:
		r.closeItem()
		r.minutes = false
		r.cover(s, start)
	case model.FormMemo, model.FormDelegated:
		r.closeItem()
		r.minutes, r.agenda = false, nil
		r.open(s, start)
	case model.FormMinutes:
		r.agenda = nil
		r.minutesPage(s, start)
	default:
		r.further(s)
	}
	if r.item == nil {
		r.days(s.rows)
	}
	r.rotation(s)
}

// further reads a page that begins nothing: it goes on with the item, the
// agenda or the minutes before it, or is none of ours.
func (r *reader) further(s *sheet) {
	switch {
	case r.minutes && r.goesOn(s):
		r.paragraphs(s, r.pageHead(s, start{row: -1}))
	case r.item != nil && r.goesOn(s):
		r.item.add(s, s.text())
	case r.agenda != nil && r.item == nil:
		r.agendaRows(s.text())
	default:
		r.closeItem()
	}
}

// meeting gives the meeting that is being read, a new one where none is.
func (r *reader) meeting(at model.Source) *model.Meeting {
	if len(r.meetings) == 0 {
		r.meetings = append(r.meetings, model.Meeting{At: at})
	}
	return &r.meetings[len(r.meetings)-1]
}

// finish closes what is open, keeps of items that came twice the first, and
// numbers items by the agenda.
func (r *reader) finish() {
	r.closeItem()
	r.gatherLater()
	kept := r.meetings[:0]
	for i := range r.meetings {
		m := &r.meetings[i]
		headed(m.Items, r.headCased)
		m.Items = once(m.Items)
		numberMemos(m)
		dropRepeated(m)
		if len(m.Items)+len(m.Agenda)+len(m.Chairs)+len(m.Days) > 0 {
			kept = append(kept, *m)
		}
	}
	r.meetings = kept
}
