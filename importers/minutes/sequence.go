package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// marks weighs all marks of the document by what stands about them.
func (r *reader) marks() []mark {
	memos := 0 // the first page of any
	for memos < len(r.sheets) && !r.memo(memos) {
		memos++
	}
	found := make([][]mark, len(r.sheets))
	atOnce(len(r.sheets), func(i int) {
		s := &r.sheets[i]
		for j := range s.rows {
			row := &s.rows[j]
			if row.repeated || contents(row) {
				continue
			}
			for _, m := range r.marksOf(row) {
				if i >= memos && m.kind == model.ItemMatter {
					continue // lists in memos
				}
				m.sheet, m.row, m.paper = i, j, s.paper
				m.weight = r.weigh(s, j, &m)
				found[i] = append(found[i], m)
			}
		}
	})
	return r.withoutStacked(withoutContinued(slices.Concat(found...)))
}

// withoutContinued leaves out the numbers that only say that their item goes on, on a
// page after its own: "§ 4 (forts.)".
func withoutContinued(marks []mark) []mark {
	type numbered struct {
		style  string
		number int
	}
	first := map[numbered]int{} // the page on which each number first stands
	kept := marks[:0]
	for i := range marks {
		m := &marks[i]
		key := numbered{m.style, m.number}
		page, before := first[key]
		if inner, ok := strings.CutPrefix(m.rest, "("); ok && before && page < m.sheet && strings.HasSuffix(inner, ")") && unicode.IsLower(initial(inner)) {
			continue
		}
		if !before {
			first[key] = m.sheet
		}
		kept = append(kept, *m)
	}
	return kept
}

// weigh says how much a mark looks like the beginning of an item.
func (r *reader) weigh(s *sheet, i int, m *mark) float64 {
	row := &s.rows[i]
	w := 0.0
	if m.guessed {
		w += points.guessed
	}
	if m.unlikely {
		w += points.guessed
	}
	if m.seg > 0 {
		w += points.aside
	}
	if row.table && len(row.segs) > 2 {
		w += points.table
	}
	if r.body.heavy(row.segs[m.seg]) {
		w += points.weight
	}
	above := s.above(i)
	switch {
	case above < 0:
		w += points.top
	case row.step > places.setOff:
		w += points.apart
	default:
		w += r.joined(&s.rows[above], row, m)
	}
	if r.w.hasCase(row) || above >= 0 && i-above == 1 && r.w.caseAlone(&s.rows[above]) {
		w += points.caseNumber
	}
	return w + r.below(m, 0)
}

// joined weighs a mark that stands close below a row.
func (r *reader) joined(above, row *row, m *mark) float64 {
	if h := r.heading(above); h.outcome == ocr.Found && h.role != model.SectionAgenda {
		if m.kind == model.ItemMatter {
			return points.clause
		}
		return 0
	}
	if r.body.right > 0 && float64(above.x1) > tolerances.fullLine*float64(r.body.right) && !ended(above.text) {
		return points.running
	}
	return 0
}

// below weighs what follows a mark: a case number, or a heading after a title.
// The next page goes on with the head.
func (r *reader) below(m *mark, w float64) float64 {
	at := position{m.sheet, m.row}
	seen := false
	for n := 1; n <= tolerances.headReach; n++ {
		if at = r.next(at); at.sheet < 0 {
			break
		}
		row := r.rowAt(at)
		if next := r.marksOf(row); len(next) > 0 && slices.ContainsFunc(next, func(o mark) bool { return o.style == m.style && o.number > m.number }) {
			if n <= m.titleRows() && !seen && !r.w.formality(m.rest) {
				w += points.listed
			}
			break
		}
		if h := r.heading(row); h.outcome == ocr.Found {
			switch h.role {
			case model.SectionRecipients, model.SectionDocuments, model.SectionPreparers, model.SectionAgenda:
				return w + points.part
			}
			return w + points.heading
		}
		if r.w.decidesText(row.text) {
			return w + points.heading
		}
		if !seen && n <= tolerances.caseRows && r.w.hasCase(row) {
			seen = true
			w += points.caseNumber
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
	return w.wholeCase(text, false) != "" || w.labelledCase(text) != "" && len(strings.Fields(text)) <= tolerances.caseWords
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
			best[i].total += points.next / 2
		}
		for j := max(0, i-points.reach); j < i; j++ {
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
	if end < 0 || best[end].total < points.leastSequence {
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
func (m *mark) doubtful() bool {
	return m.guessed && m.weight < points.caseNumber+points.heading
}

// follows weighs that one number stands after another. Those of another paper
// are its own.
func follows(o, m *mark) float64 {
	if o.paper != m.paper {
		return 0
	}
	switch gap := m.number - o.last; {
	case gap == 1:
		return points.next
	case gap <= 0 && m.guessed, gap > 2 && (m.doubtful() || o.doubtful()), gap > points.widestGap:
		return points.never
	case gap <= 0:
		return points.restart
	case gap <= points.mostGaps:
		return points.gap * float64(gap-1)
	default:
		return float64(points.mostGaps) * points.gap
	}
}
