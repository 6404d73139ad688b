package minutes

import (
	"sync"

	"riskbok/rules/model"
)

// closing is what an item of which all pages are read makes, and where it belongs.
type closing struct {
	meeting int                 // whose item it is
	board   model.Value[string] // the board of that meeting, as far as it was read then
	place   int                 // among the items of the meeting
	after   int                 // how many of the days that pages tell of stand before it
	days    []model.MeetingDay  // those that it tells of itself
	open    []undecided         // whether no decision was read
}

// closings are the items of which all pages are read, in their order. What they make
// asks nothing of each other, nor do the pages that follow ask about it: it is worked
// out beside the reading of these where there are many.
type closings struct {
	all    []*draft
	begun  int // how many are worked out, or somebody does
	others sync.WaitGroup
	fault  sync.Once
	failed any
}

// closedLot is how many items are worked out in one go: they take 10 microseconds each,
// and to begin something beside takes up to 50.
const closedLot = 32

// closeItem ends the item whose pages are read.
func (r *reader) closeItem() {
	d := r.item
	if d == nil {
		return
	}
	r.item = nil
	m := r.meeting(d.item.At)
	d.closing = &closing{meeting: len(r.meetings) - 1, board: m.Board, place: len(m.Items), after: len(m.Days)}
	m.Items = append(m.Items, model.Item{})
	c := &r.closed
	c.all = append(c.all, d)
	if !r.several {
		c.begun++
		d.close()
	} else if len(c.all)-c.begun == closedLot {
		c.beside()
	}
}

// beside works out what nobody has begun to. A panic within is that of whoever waits.
func (c *closings) beside() {
	lot := c.all[c.begun:len(c.all):len(c.all)]
	c.begun = len(c.all)
	c.others.Go(func() {
		defer func() {
			if x := recover(); x != nil {
				c.fault.Do(func() { c.failed = x })
			}
		}()
		for _, d := range lot {
			d.close()
		}
	})
}

// gatherClosed puts what the items made where it belongs, in their order.
func (r *reader) gatherClosed() {
	c := &r.closed
	c.beside()
	c.others.Wait()
	if c.failed != nil {
		panic(c.failed)
	}
	for _, d := range c.all {
		r.meetings[d.closing.meeting].Items[d.closing.place] = d.item
		r.unread = append(r.unread, d.unread...)
		r.undecided = append(r.undecided, d.closing.open...)
		if d.cased {
			r.headCased = append(r.headCased, d.item.CaseNumber)
		}
	}
	r.gatherDays()
}

// gatherDays puts the days that items tell of among those of the pages.
func (r *reader) gatherDays() {
	all := r.closed.all
	for i := range r.meetings {
		m := &r.meetings[i]
		var days []model.MeetingDay
		from := 0
		for len(all) > 0 && all[0].closing.meeting == i {
			c := all[0].closing
			days = append(append(days, m.Days[from:c.after]...), c.days...)
			from, all = c.after, all[1:]
		}
		m.Days = append(days, m.Days[from:]...)
	}
}

// board gives the board of the meeting whose item it is.
func (d *draft) board() model.Value[string] {
	if d.closing != nil {
		return d.closing.board
	}
	return d.r.meeting(d.item.At).Board
}

// close turns the draft's parts into the item's fields. It asks nothing of what other
// items or further pages change.
func (d *draft) close() {
	r := d.r
	if d.pending != nil {
		d.settleHead()
		d.divide()
	}
	if d.item.Kind == model.ItemParagraph {
		d.decideByProposing()
	}
	d.withoutOthers()
	found := d.fields()
	found.decide(&d.item)
	d.closing.open = undecidedOf(&d.item, found.told)
	d.closing.days = r.itemDays(d)
	d.item.Formal = d.item.Title.OK && r.w.formality(d.item.Title.V)
}

// fields sets the fields of the item from its parts, and gives what its course tells that
// the board decided.
func (d *draft) fields() (found finding) {
	r := d.r
	right := d.right()
	if d.gathered() {
		right = max(right, r.body.right)
	}
	pitch := d.pitch(right)
	for i := range d.parts {
		p := &d.parts[i]
		t := setter{w: r.w, rows: p.rows, right: right, pitch: pitch}
		switch it := &d.item; p.role {
		case model.SectionProposal:
			it.Proposal = merge(it.Proposal, t.resolution())
		case model.SectionDecision:
			it.Decision = merge(it.Decision, t.resolution())
		case model.SectionBackground, "":
			it.Background = append(it.Background, t.paragraphs()...)
		case model.SectionDocuments:
			it.Documents = append(it.Documents, t.list()...)
		case model.SectionPreparers:
			it.Preparers = append(it.Preparers, t.list()...)
		case model.SectionRecipients:
			it.Recipients = append(it.Recipients, t.recipients()...)
		default:
			text := t.paragraphs()
			it.More = append(it.More, model.ItemSection{Heading: p.heading, Text: text})
			if p.role == model.SectionProcedure {
				found.goOn(r.w, text)
			}
		}
	}
	return found
}
