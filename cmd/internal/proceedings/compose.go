package proceedings

import (
	"strconv"
	"strings"
)

// Compose prints a form and tells what stands in it.
func Compose(f *Form) (*Paper, *Answer) {
	c := &composer{f: f, paper: &Paper{Head: f.Head, Foot: f.Foot}, answer: &Answer{Board: f.Board, Date: "2031-05-19"}}
	c.paper.Head, c.paper.Foot = c.strips(f.Head), c.strips(f.Foot)
	var items []func()
	list := matters
	if f.Matters != nil {
		list = f.Matters
	}
	for i := range list {
		items = append(items, c.item(i, &list[i]))
	}
	c.opening()
	c.front()
	for _, print := range items {
		print()
	}
	if !f.Summons {
		c.add(text("Underskrifter").gap(40), text("Sekreterare ........................").gap(12), text("Ordförande ........................").gap(12))
	}
	if f.Then != nil {
		paper, answer := Compose(f.Then)
		paper.Blocks[0].NewPage = true
		c.add(paper.Blocks...)
		c.answer.Items = append(c.answer.Items, answer.Items...)
	}
	return c.paper, c.answer
}

// opening prints the title of the paper.
func (c *composer) opening() {
	if c.f.Title == "" {
		return
	}
	title := text(c.fill(c.f.Title, 0)).weigh(Bold)
	title.Size, title.NewPage = 16, true
	c.add(title)
	if c.f.Opening != "" {
		c.add(text(c.fill(c.f.Opening, 0)).gap(6))
	}
}

type composer struct {
	f      *Form
	paper  *Paper
	answer *Answer
	joined string // the heading that the next paragraph goes on from
	beside Block  // the heading that the next paragraph stands beside
}

func (c *composer) add(blocks ...Block) { c.paper.Blocks = append(c.paper.Blocks, blocks...) }

// fill puts names and numbers into a pattern.
func (c *composer) fill(pattern string, n int) string {
	genitive := strings.TrimSuffix(c.f.Board, "s") + "s"
	return strings.NewReplacer("{n}", strconv.Itoa(n), "{m}", strconv.Itoa(n+1), "{a}", strconv.Itoa(7*n+30), "{c}", strconv.Itoa(40+3*n),
		"{board}", c.f.Board, "{short}", c.f.Short, "{bo}", genitive, "{date}", "2031-05-19").Replace(pattern)
}

func (c *composer) strips(list []Strip) []Strip {
	var out []Strip
	for _, s := range list {
		out = append(out, Strip{c.fill(s.Left, 0), c.fill(s.Middle, 0), c.fill(s.Right, 0)})
	}
	return out
}

// item answers for an item and gives what prints it.
func (c *composer) item(i int, m *matter) func() {
	f := c.f
	n := f.First + i
	it := Item{Number: c.fill(f.Number, n), Title: m.title}
	if !m.formal {
		if f.Layout.Case != None {
			it.Case = c.fill(f.Case, n)
		}
		if f.Words.Recipients != "" {
			it.Recipients = m.recipients
		}
	}
	parts, lead := c.clauses(m)
	if f.Summons {
		it.Proposal = parts
	} else {
		it.Decision, it.Lead = parts, lead
		if f.Words.Proposal != "" && !m.formal {
			it.Proposal = m.states
		}
	}
	c.answer.Items = append(c.answer.Items, it)
	return func() { c.print(i, m, &it, lead) }
}

// clauses gives what is decided, and what leads on to it.
func (c *composer) clauses(m *matter) (parts []string, lead string) {
	verb := " beslutar"
	if c.f.Summons {
		verb = " föreslås besluta"
	}
	for i := range m.states {
		switch c.f.Clauses {
		case That, Dashes:
			lead = c.f.Board + verb
			if c.f.Decides != "" {
				lead = c.f.Decides
			}
			end := ""
			if c.f.Clauses == That && i+1 == len(m.does) {
				end = "."
			}
			parts = append(parts, "att "+m.does[i]+end)
		case Numbers:
			if len(m.states) > 1 {
				parts = append(parts, strconv.Itoa(i+1)+". "+m.states[i])
				continue
			}
			parts = append(parts, m.states[i])
		default:
			parts = append(parts, m.states[i])
		}
	}
	return parts, lead
}

// print prints an item.
func (c *composer) print(i int, m *matter, it *Item, lead string) {
	c.head(i, it)
	f := c.f
	if m.formal {
		c.resolved(it, lead)
		return
	}
	if f.Layout.DecisionFirst {
		c.resolved(it, lead)
	}
	if len(m.background) > 0 {
		if f.Words.Background != "" {
			c.heading(f.Words.Background)
		}
		for _, p := range m.background {
			c.body(text(p).gap(4))
		}
	}
	if f.Words.Unknown != "" {
		c.heading(f.Words.Unknown)
		c.body(text("Förslaget påverkar inte barn och unga på något annat sätt än andra."))
	}
	if !f.Summons && f.Words.Proposal != "" {
		c.heading(f.Words.Proposal)
		for _, p := range it.Proposal {
			c.body(text(p))
		}
	}
	if !f.Summons && f.Words.Debate != "" && len(m.states) > 1 {
		c.heading(f.Words.Debate)
		c.body(text("Bo Strand (A) yrkar bifall till förslaget. Cia Vik (B) yrkar avslag."))
	}
	if f.Words.Documents != "" && len(m.documents) > 0 {
		c.heading(f.Words.Documents)
		for _, d := range m.documents {
			c.body(text(d))
		}
	}
	if !f.Layout.DecisionFirst {
		c.resolved(it, lead)
	}
	c.recipients(it)
}

// resolved prints what is decided, or in a summons what is proposed.
func (c *composer) resolved(it *Item, lead string) {
	f := c.f
	heading, parts := f.Words.Decision, it.Decision
	if f.Summons {
		heading, parts = f.Words.Proposal, it.Proposal
	}
	if !f.Unheaded {
		c.heading(heading)
	}
	if f.Unheaded && len(parts) == 1 && lead != "" {
		c.body(text(lead + " " + parts[0]).gap(8))
		return
	}
	if lead != "" && (f.Unheaded || heading != f.Board+" beslutar") {
		c.body(text(lead))
	}
	for _, p := range parts {
		c.clause(p)
	}
	if f.Layout.Rule {
		c.add(text("_______").gap(4))
	}
}

// recipients prints who is told.
func (c *composer) recipients(it *Item) {
	if len(it.Recipients) == 0 {
		return
	}
	c.heading(c.f.Words.Recipients)
	told := it.Recipients
	if c.f.Commas {
		told = []string{strings.Join(told, ", ")}
	}
	for _, r := range told {
		c.body(text(r))
	}
}

// head prints number, title and case number.
func (c *composer) head(i int, it *Item) {
	f := c.f
	number := text(it.Number).weigh(f.Layout.Titles)
	number.Before = 26
	number.NewPage = i == 0 && f.Front != NoFront && f.Front != Short || f.Layout.OwnPage
	label := it.Case
	if it.Case != "" && f.Label != "" {
		label = f.Label + " " + it.Case
	}
	var title string
	if f.Layout.Title == Beside {
		number.Cells[0].Text += " " + it.Title
	} else {
		title = it.Title
	}
	if f.Layout.Case == Labels {
		above := text("")
		above.Cells = []Cell{{Text: "Paragraf"}, {Text: strings.TrimSuffix(f.Label, ":"), At: 150}, {Text: "Sammanträdesdatum", At: 300}}
		above.Before, above.NewPage, above.Size = 26, number.NewPage, 8
		number.Before, number.NewPage = 4, false
		number.Cells = append(number.Cells, Cell{Text: it.Case, At: 150}, Cell{Text: c.answer.Date, At: 300})
		c.add(above)
	}
	if it.Case != "" {
		switch f.Layout.Case {
		case Above:
			above := text("")
			above.Cells = []Cell{{Text: label, Right: true}}
			above.Before, above.NewPage = 26, number.NewPage
			number.Before, number.NewPage = 6, false
			c.add(above)
		case Column:
			above := text("")
			above.Cells = []Cell{{Text: "Sammanträdesdatum"}, {Text: strings.TrimSuffix(f.Label, ":"), At: 200}}
			above.Before, above.NewPage, above.Size = 26, number.NewPage, 8
			below := text("")
			below.Cells = []Cell{{Text: "2031-05-19"}, {Text: it.Case, At: 200}}
			number.Before, number.NewPage = 12, false
			c.add(above, below)
		case Header:
			if number.NewPage {
				above := text("")
				above.Cells = []Cell{{Text: label, Right: true}}
				above.NewPage, above.Rise = true, 60
				number.NewPage = false
				c.add(above)
			}
		case Around:
			number.Cells = []Cell{{Text: label}, {Text: it.Number, Right: true}}
		case Dash:
			if title != "" {
				title += " – " + label
			} else {
				number.Cells[0].Text += " – " + label
			}
		case AtTitle:
			// printed with the title
		case Boxed:
			number.Table = true
			number.Cells = append(number.Cells, Cell{Text: label, At: 300})
		case Right:
			if title == "" {
				number.Room, number.Beside = 290, label
				break
			}
			number.Cells = append(number.Cells, Cell{Text: label, Right: true})
		case Paren:
			if title != "" {
				title += " (" + it.Case + ")"
			} else {
				number.Cells[0].Text += " (" + it.Case + ")"
			}
		}
	}
	c.add(number)
	if f.Second != "" {
		c.add(text(c.fill(f.Second, f.First+i)))
	}
	if title != "" {
		b := text(title).weigh(f.Layout.Titles).gap(3)
		if it.Case != "" && f.Layout.Case == AtTitle {
			b.Room = 300
			b.Beside = label
		}
		c.add(b)
	}
	if it.Case != "" && f.Layout.Case == Below {
		c.add(text(label).gap(3))
	}
}

func (b Block) weigh(w Weight) Block {
	switch w {
	case Bold:
		b.Bold = true
	case Large:
		b.Size, b.Bold = 14, true
	case Capitals:
		for i := range b.Cells {
			b.Cells[i].Text = strings.ToUpper(b.Cells[i].Text)
		}
	}
	return b
}

// spreadAt is where the text begins where headings stand beside it.
const spreadAt = 130

func (c *composer) heading(s string) {
	if s == "" {
		return
	}
	if c.f.Layout.Spread {
		c.beside = text(c.fill(s, 0)).weigh(c.f.Layout.Heads)
		c.beside.Before = 10
		return
	}
	b := text(c.fill(s, 0)).weigh(c.f.Layout.Heads)
	if c.f.Layout.Joined != "" {
		c.joined = b.Cells[0].Text + c.f.Layout.Joined
		return
	}
	if c.f.Layout.Heads == Large {
		b.Size = 12.5
	}
	b.Before = 10
	if c.f.Layout.Tight {
		b.Before = 2
	}
	c.add(b)
}

// body prints a paragraph of a part; in two columns, beside the heading.
func (c *composer) body(b Block) {
	if c.joined != "" {
		b.Cells[0].Text, c.joined, b.Before = c.joined+b.Cells[0].Text, "", 8
	}
	if !c.f.Layout.Spread {
		c.add(b)
		return
	}
	b.Indent += spreadAt
	if len(c.beside.Cells) > 0 {
		b.Label, b.LabelBold, b.Before = c.beside.Cells[0].Text, c.beside.Bold, 10
		c.beside = Block{}
	}
	c.add(b)
}

// clause prints a clause of a decision.
func (c *composer) clause(s string) {
	b := text(s).gap(2)
	switch c.f.Clauses {
	case Bullets:
		b.Cells[0].Text, b.Indent = "• "+s, 14
	case Dashes:
		b.Cells[0].Text, b.Indent = "- "+s, 14
	case Numbers:
		b.Indent = 14
	}
	c.body(b)
}
