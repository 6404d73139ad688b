package minutes

import (
	"sync"

	"riskbok/rules/model"
)

// later is something that can be found out when it suits: nothing that is read of
// further pages asks about it. It is what an item makes of which all pages are read, or
// the days or the rotation of chairs that a page tells of.
type later struct {
	meeting int                 // whose it is
	board   model.Value[string] // the board of that meeting, as far as it was read then
	item    *draft              // of an item
	place   int                 // where it stands among the items of the meeting
	rows    []row               // of days
	sheet   *sheet              // of a rotation

	days   []model.MeetingDay
	chairs []model.ChairYear
	open   []undecided
}

// find finds it out.
func (x *later) find(r *reader) {
	switch {
	case x.item != nil:
		x.item.close()
	case x.sheet != nil:
		x.chairs = r.chairsOf(x.sheet)
	default:
		for i := range x.rows {
			x.days = append(x.days, r.daysOf(x.rows, i, 0)...)
		}
	}
}

// laters is all of that, in the order in which it was met. Where the pages are many it is
// found out beside the reading of those that follow.
type laters struct {
	all    []*later
	begun  int // how much of it is found out, or somebody does
	others sync.WaitGroup
	fault  sync.Once
	failed any
}

// laterLot is how much is found out in one go: each takes 10 microseconds, and to begin
// something beside takes up to 50.
const laterLot = 32

// leave leaves something for later.
func (r *reader) leave(x *later) {
	l := &r.later
	l.all = append(l.all, x)
	if !r.several {
		l.begun++
		x.find(r)
	} else if len(l.all)-l.begun >= laterLot {
		l.beside(r)
	}
}

// leavePage leaves for later what a page tells of its meeting. Where there is no meeting
// it is found out now: it makes one.
func (r *reader) leavePage(x *later) {
	if len(r.meetings) > 0 {
		x.meeting = len(r.meetings) - 1
		r.leave(x)
		return
	}
	x.find(r)
	switch {
	case len(x.days) > 0:
		r.meeting(x.days[0].At)
	case len(x.chairs) > 0:
		r.meeting(x.chairs[0].At)
	default:
		return
	}
	m := &r.meetings[0]
	m.Days, m.Chairs = x.days, x.chairs
}

// beside finds out what nobody has begun to. A panic within is that of whoever waits.
func (l *laters) beside(r *reader) {
	lot := l.all[l.begun:len(l.all):len(l.all)]
	l.begun = len(l.all)
	l.others.Go(func() {
		defer func() {
			if x := recover(); x != nil {
				l.fault.Do(func() { l.failed = x })
			}
		}()
		for _, x := range lot {
			x.find(r)
		}
	})
}

// gatherLater puts what was found out where it belongs, in order.
func (r *reader) gatherLater() {
	l := &r.later
	l.beside(r)
	l.others.Wait()
	if l.failed != nil {
		panic(l.failed)
	}
	for _, x := range l.all {
		m := &r.meetings[x.meeting]
		m.Days, m.Chairs = append(m.Days, x.days...), append(m.Chairs, x.chairs...)
		r.undecided = append(r.undecided, x.open...)
		if d := x.item; d != nil {
			m.Items[x.place] = d.item
			r.unread = append(r.unread, d.unread...)
			if d.cased {
				r.headCased = append(r.headCased, d.item.CaseNumber)
			}
		}
	}
}

// closeItem ends the item whose pages are read.
func (r *reader) closeItem() {
	d := r.item
	if d == nil {
		return
	}
	r.item = nil
	m := r.meeting(d.item.At)
	d.closing = &later{meeting: len(r.meetings) - 1, board: m.Board, item: d, place: len(m.Items)}
	m.Items = append(m.Items, model.Item{})
	r.leave(d.closing)
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
