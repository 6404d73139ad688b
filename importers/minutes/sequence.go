package minutes

import (
	"slices"
	"strings"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// What speaks for a mark and against it, in points. They were set on the forms
// of cmd/internal/proceedings and hold for all of them with room on both
// sides; what decides is mostly the sequence.
const (
	pointCase     = 2.0  // a case number stands in its head
	pointHeading  = 2.0  // a heading follows its title
	pointWeight   = 1.5  // it is printed heavier than the text
	pointApart    = 1.0  // it stands apart from what is above
	pointTop      = 1.0  // it is first on its page
	pointRunning  = -3.0 // it goes on from a line above that is full
	pointListed   = -3.0 // the next number follows at once, as in a list
	pointTable    = -1.5 // it stands in a table
	pointClause   = -3.0 // it stands below a heading as its first clause
	pointGuessed  = -1.0 // the sign was not recognized
	pointAside    = -0.5 // it does not begin its row
	pointNext     = 2.0  // the number before it has gone before
	pointGap      = -1.0 // a number is lacking between
	pointRestart  = -2.0 // the numbers begin anew
	pointNever    = -100 // a sign that was not recognized must be settled by its neighbours
	leastSequence = 2.0  // what a sequence has at least
)

// headReach is within how many rows of its number the head of an item ends.
const headReach = 7

// marks weighs all marks of the document by what stands about them.
func (r *reader) marks() []mark {
	var out []mark
	memos := false
	for i := range r.sheets {
		s := &r.sheets[i]
		memos = memos || r.memo(i)
		for j := range s.rows {
			row := &s.rows[j]
			if row.repeated || contents(row) {
				continue
			}
			for _, m := range r.marksOf(row) {
				if memos && m.kind == model.ItemMatter {
					continue // lists in memos
				}
				m.sheet, m.row, m.paper = i, j, s.paper
				m.weight = r.weigh(s, j, &m)
				out = append(out, m)
			}
		}
	}
	return r.withoutStacked(out)
}

// weigh says how much a mark looks like the beginning of an item.
func (r *reader) weigh(s *sheet, i int, m *mark) float64 {
	row := &s.rows[i]
	w := 0.0
	if m.guessed {
		w += pointGuessed
	}
	if m.unlikely {
		w += pointGuessed
	}
	if m.seg > 0 {
		w += pointAside
	}
	if row.table && len(row.segs) > 2 {
		w += pointTable
	}
	if r.body.heavy(row.segs[m.seg]) {
		w += pointWeight
	}
	above := s.above(i)
	switch {
	case above < 0:
		w += pointTop
	case row.step > setOff:
		w += pointApart
	default:
		w += r.joined(&s.rows[above], row, m)
	}
	if r.w.hasCase(row) || above >= 0 && i-above == 1 && r.w.caseAlone(&s.rows[above]) {
		w += pointCase
	}
	return w + r.below(m, 0)
}

// joined weighs a mark that stands close below a row.
func (r *reader) joined(above, row *row, m *mark) float64 {
	if h := r.heading(above); h.outcome == ocr.Found && h.role != model.SectionAgenda {
		if m.kind == model.ItemMatter {
			return pointClause
		}
		return 0
	}
	if r.body.right > 0 && float64(above.x1) > 0.9*float64(r.body.right) && !ended(above.text) {
		return pointRunning
	}
	return 0
}

// below weighs what follows a mark: a case number, or a heading after a title.
// The next page goes on with the head.
func (r *reader) below(m *mark, w float64) float64 {
	at := position{m.sheet, m.row}
	seen := false
	for n := 1; n <= headReach; n++ {
		if at = r.next(at); at.sheet < 0 {
			break
		}
		row := r.rowAt(at)
		if next := r.marksOf(row); len(next) > 0 && slices.ContainsFunc(next, func(o mark) bool { return o.style == m.style && o.number > m.number }) {
			if n <= m.titleRows() && !seen && !r.w.formality(m.rest) {
				w += pointListed
			}
			break
		}
		if h := r.heading(row); h.outcome == ocr.Found {
			switch h.role {
			case model.SectionRecipients, model.SectionDocuments, model.SectionPreparers, model.SectionAgenda:
				return w - 1
			}
			return w + pointHeading
		}
		if r.w.decidesText(row.text) {
			return w + pointHeading
		}
		if !seen && n <= 4 && r.w.hasCase(row) {
			seen = true
			w += pointCase
		}
	}
	return w
}

// titleRows is over how many rows below its number the title of an item may go,
// where the next number makes it an entry of a list. One behind a word, as "Punkt
// 1", with its title below it, is no entry.
func (m *mark) titleRows() int {
	if m.rest == "" && m.kind == model.ItemMatter && !bareStyle(m.style) {
		return 1
	}
	return 2
}

// caseAlone reports whether a row is nothing but a case number.
func (w *vocabulary) caseAlone(row *row) bool {
	text := row.text
	return w.wholeCase(text, false) != "" || w.labelledCase(text) != "" && len(strings.Fields(text)) <= 5
}

// position is a row of the document.
type position struct{ sheet, row int }

func (r *reader) rowAt(p position) *row { return &r.sheets[p.sheet].rows[p.row] }

// next gives the row of text after another, over a page break; sheet is -1 at
// the end.
func (r *reader) next(p position) position {
	for p.row++; p.sheet < len(r.sheets); p.sheet, p.row = p.sheet+1, 0 {
		for ; p.row < len(r.sheets[p.sheet].rows); p.row++ {
			if !r.rowAt(p).repeated {
				return p
			}
		}
	}
	return position{-1, 0}
}

// above gives the last row of text above a row, -1 for none.
func (s *sheet) above(i int) int {
	for i--; i >= 0; i-- {
		if !s.rows[i].repeated {
			return i
		}
	}
	return -1
}

// reach is how far back, in marks, a sequence goes on.
const reach = 80

// sequences finds the sequences of rising numbers among marks of one series: the
// heaviest, and those before and after it.
func sequences(marks []mark) [][]mark {
	chain := sequence(marks)
	if chain == nil {
		return nil
	}
	first, last := place(&chain[0][0]), place(&chain[len(chain)-1][len(chain[len(chain)-1])-1])
	from := slices.IndexFunc(marks, func(m mark) bool { return !before(place(&m), first) })
	to := slices.IndexFunc(marks, func(m mark) bool { return before(last, place(&m)) })
	out := sequences(marks[:from])
	out = append(out, chain...)
	if to >= 0 {
		out = append(out, sequences(marks[to:])...)
	}
	return out
}

// sequence finds the heaviest sequence of rising numbers among marks of one
// series, and gives it divided where the numbers begin anew, or another paper.
func sequence(marks []mark) [][]mark {
	type step struct {
		total float64
		from  int // -1 for the first
	}
	best := make([]step, len(marks))
	end := -1
	for i := range marks {
		m := &marks[i]
		best[i] = step{m.weight, -1}
		if m.number == 1 {
			best[i].total += pointNext / 2
		}
		for j := max(0, i-reach); j < i; j++ {
			o := &marks[j]
			if position(place(o)) == position(place(m)) {
				continue
			}
			total := best[j].total + m.weight + follows(o, m)
			if total >= best[i].total {
				best[i] = step{total, j}
			}
		}
		if end < 0 || best[i].total > best[end].total {
			end = i
		}
	}
	if end < 0 || best[end].total < leastSequence {
		return nil
	}
	var chain []mark
	for i := end; i >= 0; i = best[i].from {
		chain = append(chain, marks[i])
	}
	slices.Reverse(chain)
	var out [][]mark
	for i := range chain {
		if i == 0 || chain[i].number <= chain[i-1].number || chain[i].paper != chain[i-1].paper {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], chain[i])
	}
	return out
}

func place(m *mark) position { return position{m.sheet, m.row} }

// doubtful reports whether a sign was not recognized and little else says that an
// item begins there, so that only its neighbours can settle it.
func (m *mark) doubtful() bool { return m.guessed && m.weight < pointCase+pointHeading }

// widestGap is how many numbers may be lacking in a sequence; over a wider gap
// another begins.
const widestGap = 12

// follows weighs that one number stands after another. Those of another paper
// are its own.
func follows(o, m *mark) float64 {
	if o.paper != m.paper {
		return 0
	}
	switch gap := m.number - o.last; {
	case gap == 1:
		return pointNext
	case gap <= 0 && m.guessed, gap > 2 && (m.doubtful() || o.doubtful()), gap > widestGap:
		return pointNever
	case gap <= 0:
		return pointRestart
	case gap <= 4:
		return pointGap * float64(gap-1)
	default:
		return 4 * pointGap
	}
}
