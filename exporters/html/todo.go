package html

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/causes"
	"riskbok/exporters/findinglist"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

// board is what there is to do for one board's year, by sheet or page.
type board struct {
	ID, Title, Counts string
	Sheets            []sheet
}

type sheet struct {
	Title  string
	Causes []cause
}

// cause is one cause as it is told. Findings are the numbers of the findings of
// its head's statement, in the report's order from 1.
type cause struct {
	ID, Severity, Word, Title, Rule, Place, Who, Message, Also, Related string
	Findings                                                            string
	Row                                                                 *row
	Found, Expected                                                     text
	Compared                                                            string // heads Expected
	Follows                                                             []follow
	Decides                                                             string
	Decider                                                             decider
	Accepted                                                            string
	Control                                                             template.HTML
	Explained                                                           bool // why it matters is told further down
}

// follow is a statement that follows from the head's.
type follow struct{ Text, Findings string }

// todo gives what is open by board and sheet, and what somebody has accepted.
func (w *writer) todo() (boards []board, accepted []cause) {
	type key struct {
		board string
		year  int
	}
	index := map[key]int{}
	place := func(name string, year int) int {
		k := key{model.Key(name), year}
		i, ok := index[k]
		if !ok {
			i = len(boards)
			index[k] = i
			boards = append(boards, board{ID: "b" + strconv.Itoa(i+1), Title: w.boardName(name, year)})
		}
		return i
	}
	for _, b := range w.r.Books {
		place(b.Board, b.Year)
	}
	open := make(map[int][]*causes.Cause)
	for i := range w.all {
		c := &w.all[i]
		if !c.Head().Open() {
			accepted = append(accepted, w.cause(c))
			continue
		}
		n := place(c.Head().Board, c.Head().Year)
		open[n] = append(open[n], c)
	}
	for i := range boards {
		boards[i].Sheets, boards[i].Counts = w.sheets(open[i]), w.counts(open[i])
	}
	return slices.DeleteFunc(boards, func(b board) bool { return len(b.Sheets) == 0 }), accepted
}

// counts says how much there is to do for a board.
func (w *writer) counts(all []*causes.Cause) string {
	n := map[rules.Severity]int{}
	for _, c := range all {
		n[c.Severity()]++
	}
	return w.found(n)
}

// sheets groups causes by sheet or page, in the order of the document, the gravest
// first on each.
func (w *writer) sheets(all []*causes.Cause) []sheet {
	var out []sheet
	slices.SortStableFunc(all, func(a, b *causes.Cause) int {
		x, y := a.Head(), b.Head()
		return cmp.Or(int(x.At.Doc-y.At.Doc), w.r.Place(x.At).Page-w.r.Place(y.At).Page, int(x.At.Place-y.At.Place), y.Severity.Rank()-x.Severity.Rank())
	})
	for i, c := range all {
		at := c.Head().At
		if i == 0 || all[i-1].Head().At.Doc != at.Doc || all[i-1].Head().At.Place != at.Place {
			out = append(out, sheet{Title: w.sheetTitle(at)})
		}
		last := &out[len(out)-1]
		last.Causes = append(last.Causes, w.cause(c))
	}
	return out
}

// sheetTitle names a sheet or page, with its file where there are several.
func (w *writer) sheetTitle(at model.Source) string {
	var parts []string
	if summary.Several(w.r) {
		parts = append(parts, shorten(oneLine(w.r.FileOf(at)), mostInName))
	}
	if name := w.sheetName(at); name != "" {
		parts = append(parts, name)
	}
	if len(parts) == 0 {
		return shorten(oneLine(w.r.FileOf(at)), mostInName)
	}
	return strings.Join(parts, " – ")
}

func (w *writer) cause(c *causes.Cause) cause {
	f := c.Head()
	out := cause{
		ID: w.id[f], Severity: string(c.Severity()), Word: w.cat.T("severity." + string(c.Severity())),
		Title: rules.Title(w.cat, f.Rule), Rule: f.Rule, Place: w.cell(f.At), Who: strings.TrimSpace(oneLine(f.Risk + " " + f.Event)),
		Message: w.readable(w.teller.Message(c)), Also: w.teller.Also(c), Findings: w.numbers(c.Statements[0]),
		Decider: deciderOf(w.r, c), Control: w.control(c), Explained: rules.Rank(f.Rule) >= 0,
	}
	for i, text := range w.teller.Follows(c) {
		out.Follows = append(out.Follows, follow{text, w.numbers(c.Statements[i+1])})
	}
	if f.Rule != rules.NotChecked {
		out.Row = w.rowOf(c.Findings())
	}
	w.values(&out, f)
	switch can := w.teller.Fixable(c); {
	case !f.Open():
		out.Decider, out.Accepted = "", findinglist.Justification(w.cat, f.Accepted)
	case out.Decider == partly:
		out.Decides = capital(can)
	case c.Severity() != rules.Info || out.Decider == automatic || out.Decider == suggested:
		out.Decides = w.cat.T("html.decides." + string(out.Decider))
	}
	return out
}

// readable puts how to settle a column on riskbok's page in front of the flags for
// those who have a terminal. The page itself has the choice beside the text.
func (w *writer) readable(message string) string {
	const mark = "\x00"
	lead, trail, _ := strings.Cut(w.cat.T("message.map", "map", mark), mark)
	head, rest, found := strings.Cut(message, lead)
	end := strings.LastIndexByte(rest, '`') + 1
	if !found || end == 0 {
		return message
	}
	tail := strings.TrimPrefix(rest[end:], trail)
	if w.in.Controls != nil {
		return strings.TrimSpace(strings.TrimSpace(head) + tail)
	}
	return head + w.cat.T("html.map", "map", rest[:end]) + tail
}

// longEnough is when what stands in a cell is told apart from the message, which
// shortens it: longer texts than the message and the row show.
const longEnough = 60

// values tells what stands there and what should, where the row and the message
// do not show it whole.
func (w *writer) values(out *cause, f *rules.Finding) {
	if len(f.Found) <= longEnough && len(f.Expected) <= longEnough && (out.Row != nil || f.Expected == "" || f.Compared()) {
		return
	}
	out.Found, out.Expected = cut(f.Found), cut(f.Expected)
	out.Compared = w.cat.T("findings.expected")
	if f.Compared() {
		out.Compared = w.cat.T("html.compared")
	}
}

// numbers lists findings by their place in the report.
func (w *writer) numbers(s causes.Statement) string {
	var out []string
	for _, f := range s {
		out = append(out, strconv.Itoa(w.number[f]))
	}
	return strings.Join(out, " ")
}
