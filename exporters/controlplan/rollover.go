package controlplan

import (
	"fmt"
	"slices"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/books"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Next says how a year is rolled over.
type Next struct {
	Year    int                 // of the new plan; 0: the year after each board's latest
	Convert bool                // to the template's own scale, as [Convert] does
	Aliases map[string][]string // a board's name → its other names

	// Judge reads and judges a workbook that was written, for the list of what
	// remains to be done in it.
	Judge func(model.File) (*rules.Report, error)
}

// Passed is a board of which no plan was rolled over: its latest year, 0 where
// none is known, is not before the year asked for.
type Passed struct {
	Board string
	Year  int
}

// Rollover writes next year's workbook from the latest plan of each board
// before that year: "<board>-<year>-internkontrollplan.xlsx". Risks, levels,
// measures, costs and owners are carried, numbers kept, values as they are
// after safe fixes; the value of the year before stands beside this year's, and
// the change since. The follow-up and the dates are empty. The first sheet lists
// what remains to be done: every finding of the new workbook, and the measures
// that the follow-up leaves open. The workbooks are made when they are asked for;
// what they leave behind are the findings of [Convert].
func Rollover(r *rules.Report, opts output.Options, next Next) ([]output.Pending, []Passed, error) {
	cat, err := ready(opts)
	if err != nil {
		return nil, nil, err
	}
	var all []output.Pending
	var passed []Passed
	taken := workbook.Names{}
	for _, board := range boards(r.Books, next.Aliases, hasRisks) {
		b := latest(board, next.Year)
		if b == nil {
			passed = append(passed, Passed{board[0].Board, newest(board)})
			continue
		}
		n := roll{report: r, book: b, opts: opts, cat: cat, next: next, year: next.Year}
		if n.year == 0 {
			n.year = b.Year + 1
		}
		named := *b
		named.Year = n.year
		name := fileName(r, &named, cat, taken)
		all = append(all, output.Pending{Name: name, Make: func() ([]byte, []rules.Finding, error) {
			data, found, err := n.workbook(name)
			if err != nil {
				return nil, nil, fmt.Errorf("control plan of %q %d: %w", b.Board, n.year, err)
			}
			return data, found, nil
		}})
	}
	return all, passed, nil
}

// boards gathers the books that will do by their board, whatever name of it they
// have, in the order of their first; a book without a board stays alone.
func boards(all []*model.Book, aliases map[string][]string, will func(*model.Book) bool) [][]*model.Book {
	var out [][]*model.Book
	keyOf := books.BoardKey(aliases)
	at := map[string]int{}
	for _, b := range all {
		if !will(b) {
			continue
		}
		key := keyOf(b.Board)
		if i, ok := at[key]; ok && key != "" {
			out[i] = append(out[i], b)
			continue
		}
		at[key] = len(out)
		out = append(out, []*model.Book{b})
	}
	return out
}

// latest gives the newest book before a year, or nil. A book without a year is
// taken only where a year is asked for.
func latest(books []*model.Book, year int) *model.Book {
	var best *model.Book
	for _, b := range books {
		if year == 0 && b.Year == 0 || year != 0 && b.Year >= year {
			continue
		}
		if best == nil || b.Year > best.Year {
			best = b
		}
	}
	return best
}

func newest(books []*model.Book) int {
	return slices.MaxFunc(books, func(a, b *model.Book) int { return a.Year - b.Year }).Year
}

// roll is one board's step into the next year.
type roll struct {
	report *rules.Report
	book   *model.Book
	opts   output.Options
	cat    *lang.Catalog
	next   Next
	year   int
}

// workbook writes the new workbook, has it judged, and writes it once more with
// what was found on top.
func (n *roll) workbook(name string) ([]byte, []rules.Finding, error) {
	p, _ := n.plan()
	data, err := renderPlan(p, n.opts, n.cat)
	if err != nil {
		return nil, nil, err
	}
	judged, err := n.next.Judge(model.File{Name: name, Data: data})
	if err != nil {
		return nil, nil, err
	}
	p, lost := n.plan()
	p.todo.judged = judged
	data, err = renderPlan(p, n.opts, n.cat)
	return data, lost, err
}

// plan is the book as it goes into the next year, with the levels of this year's
// that the template's scale does not have.
func (n *roll) plan() (*plan, []rules.Finding) {
	p := merge(n.report, n.book, &n.opts.Template.Scale, n.next.Convert)
	p.logFindings(n.book, func(f *rules.Finding) bool { return f.Rule == "unread" || f.Rule == "unreadable-part" })
	p.todo = &todo{from: p.year, open: p.openMeasures(n.cat)}
	lost := p.lost()
	p.year = n.year
	p.heads = [2]head{}
	for _, r := range p.risks {
		r.previous, r.change, r.rescaled = r.score, "", false
	}
	p.showPrevious = true
	if p.follow != nil {
		p.takeFollowed()
		p.periods = p.follow.periods
		p.follow = nil
	}
	return p, lost
}

// takeFollowed gives the risks of a book without a plan, of which only an
// analysis and a follow-up were read, the measures that are followed up.
func (p *plan) takeFollowed() {
	if slices.ContainsFunc(p.risks, func(r *risk) bool { return len(r.measures) > 0 }) {
		return
	}
	byNumber := map[string]*risk{}
	for _, r := range p.risks {
		if k := model.NumberKey(r.number); k != "" && byNumber[k] == nil {
			byNumber[k] = r
		}
	}
	for _, row := range p.follow.rows {
		if r := byNumber[model.NumberKey(row.number)]; r != nil {
			r.measures = append(r.measures, measure{direction: row.direction, action: row.action, owner: row.owner, reporting: row.reporting, source: row.source})
		}
	}
}
