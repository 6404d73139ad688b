package archive

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"riskbok/exporters/workbook"
	"riskbok/rules/books"
	"riskbok/rules/model"
)

// Input is a file of an archive. Rel is its path below the archive, with forward
// slashes, by which it is known from run to run. Head is nil for a file that
// could not be read or holds nothing that riskbok knows; Unread says that it is
// one in which a plan may stand that could not be read. Hash is that of its content, ""
// where it is not known, Time when it was saved, zero likewise.
type Input struct {
	Rel    string
	Hash   string
	Head   *Head
	Unread bool
	Time   time.Time
}

// Copies reports whether two inputs are the same to the byte.
func (in *Input) Copies(o *Input) bool { return in.Hash != "" && in.Hash == o.Hash }

// Settings are what a user may say about an archive. Year 0 is the newest that
// any document tells of. Boards are the boards that are expected, each with its
// other names. Words tell names of boards, Names which of several versions holds,
// Joins are words that join others ("och"), Leaning those that need another behind
// them ("till"). Today is this year, 0 where that is not
// known: a year far ahead of it is taken for a slip.
type Settings struct {
	Year   int
	Today  int
	Boards map[string][]string
	Words  model.BoardWords
	Joins  []string

	Leaning []string
	Names   *model.ArchiveWords
	NoName  string // the name of a workbook whose board and file tell none
}

// Key names a board's year, the same from run to run.
type Key struct {
	Board string `json:"board"` // the key of the board's name, or the file where there is none
	Year  int    `json:"year"`
}

// Placed says whose year a document counts as, where it does not say so itself
// or where it seems not to have been changed since last year.
type Placed struct {
	Board   string `json:"board,omitempty"`
	BoardBy By     `json:"boardBy,omitempty"`
	Year    int    `json:"year,omitempty"`
	YearBy  By     `json:"yearBy,omitempty"`
	Instead int    `json:"instead,omitempty"` // the year in the heading that Year takes the place of
}

// Book is one board's year in an archive. Inputs are indices of the documents
// that it is made of. Stem is what the names of its outputs begin with, told
// apart from those of all other books.
type Book struct {
	Key
	Name   string // the board's name: the configured one, else as it was written last, "" where nobody says it
	Stem   string
	Inputs []int
	Writes bool // holds more than minutes
	Plan   bool // holds something of a plan, and not only a budget
}

// Chain is what must be read together: the documents of one board over the
// years, and of the boards that share a document with it. Inputs and Books are in
// order.
type Chain struct {
	Inputs []int
	Books  []*Book
}

// Plan is what becomes of an archive. Year is the one that boards are expected to
// have sent a plan for; Later is a newer one that only LaterBoards boards have sent
// one for, 0 for none.
type Plan struct {
	Year        int
	Later       int
	LaterBoards int
	Placed      []Placed      // for each input
	Older       map[int]Older // by input
	Chains      []Chain
	Slips       []Slip
	Far         []int // inputs of a year that is too far ahead to be meant
	Strays      []Stray
	Repeats     []Repeat
	Doubles     []Double
	Unread      []Unread
	Missing     []Missing
	Proposals   []Proposal
}

// Missing is a board without a plan, budget or unread file of the year. Expected says why there
// should be one: boards that are configured, else that there was one the year
// before.
type Missing struct {
	Board      string
	Configured bool
}

// New plans an archive. Inputs are in the order of their paths.
func New(inputs []Input, s Settings) *Plan {
	p := &planner{
		inputs: inputs, s: s, key: books.BoardKey(s.Boards), names: newNameWords(s.Names), slipped: map[int]bool{},
		plan: &Plan{Placed: make([]Placed, len(inputs)), Older: map[int]Older{}},
	}
	p.place()
	p.slips()
	p.ahead()
	p.strays()
	p.versions()
	p.repeats()
	p.books()
	p.unread()
	p.year()
	p.name()
	p.doubles()
	p.chains()
	p.missing()
	p.proposals()
	return p.plan
}

type planner struct {
	inputs []Input
	s      Settings
	key    func(string) string
	names  *nameWords
	boards *boardNames
	plan   *Plan
	all    []*Book

	slipped map[int]bool // inputs whose heading is of another year than their path, and no date says which
}

// claims gives the claims of an input as they count.
func (p *planner) claims(i int) []Claim {
	h := p.inputs[i].Head
	if h == nil {
		return nil
	}
	placed := p.plan.Placed[i]
	out := slices.Clone(h.Claims)
	for j := range out {
		placed.fillIn(&out[j].Board, &out[j].Year)
	}
	return out
}

// Settle gives the tables of a document the board and year as which they count.
func (p Placed) Settle(d *model.Document) {
	for _, t := range d.Tables() {
		p.fillIn(&t.Board, &t.Year)
	}
	for i := range d.Budgets {
		p.fillIn(&d.Budgets[i].Board, &d.Budgets[i].Year)
	}
	for i := range d.Allocations {
		p.fillIn(&d.Allocations[i].Board, &d.Allocations[i].Year)
	}
}

// String tells two placings apart.
func (p Placed) String() string {
	return p.Board + "/" + strconv.Itoa(p.Year) + "/" + strconv.Itoa(p.Instead)
}

// fillIn gives a table's board and year as they count.
func (p Placed) fillIn(board *string, year *int) {
	if *board == "" && p.Board != "" {
		*board = p.Board
	}
	if p.Year != 0 && *year == p.Instead {
		*year = p.Year
	}
}

// place gives documents without board or year those of their path. One that
// names some board, or some year, is left as it is.
func (p *planner) place() {
	p.boards = p.known()
	years := p.years()
	for i := range p.inputs {
		h := p.inputs[i].Head
		if h == nil {
			continue
		}
		placed := &p.plan.Placed[i]
		board, year, writes := false, false, false
		for j := range h.Claims {
			board = board || h.Claims[j].Board != ""
			year = year || h.Claims[j].Year != 0
			writes = writes || h.Claims[j].Writes()
		}
		if !writes {
			continue
		}
		if !board {
			placed.Board, placed.BoardBy = p.boards.of(p.inputs[i].Rel)
		}
		if !year {
			placed.Year, placed.YearBy = looseYearOf(p.inputs[i].Rel, years)
		}
	}
}

// years gives the years that documents tell.
func (p *planner) years() map[int]bool {
	years := map[int]bool{}
	for i := range p.inputs {
		if h := p.inputs[i].Head; h != nil {
			for j := range h.Claims {
				if h.Claims[j].Writes() {
					years[h.Claims[j].Year] = true
				}
			}
		}
	}
	return years
}

// known gives the boards that the settings and the documents name.
func (p *planner) known() *boardNames {
	var names []string
	for name, others := range p.s.Boards {
		names = append(append(names, name), others...)
	}
	slices.Sort(names)
	for i := range p.inputs {
		if h := p.inputs[i].Head; h != nil {
			for j := range h.Claims {
				names = append(names, h.Claims[j].Board)
			}
		}
	}
	return newBoardNames(names, &p.s)
}

func (p *planner) id(i int, c *Claim) Key { return KeyOf(c.Board, c.Year, p.inputs[i].Rel, p.key) }

// KeyOf gives the key of a board's year that a file tells of: key gives that of a
// board's name, see [books.BoardKey]. What names no board, or no year, is alone.
func KeyOf(board string, year int, rel string, key func(string) string) Key {
	switch {
	case board == "":
		return Key{"file " + rel, year}
	case year == 0:
		return Key{key(board) + " file " + rel, 0}
	}
	return Key{key(board), year}
}

// books gathers the claims of the inputs that lead into books.
func (p *planner) books() {
	byKey := map[Key]*Book{}
	for i := range p.inputs {
		if p.older(i) {
			continue
		}
		claims := p.claims(i)
		for j := range claims {
			c := &claims[j]
			key := p.id(i, c)
			b := byKey[key]
			if b == nil {
				b = &Book{Key: key, Name: c.Board}
				byKey[key] = b
				p.all = append(p.all, b)
			}
			if !slices.Contains(b.Inputs, i) {
				b.Inputs = append(b.Inputs, i)
			}
			b.Writes = b.Writes || c.Writes()
			b.Plan = b.Plan || c.plans()
		}
	}
	slices.SortFunc(p.all, func(a, b *Book) int { return cmp.Or(cmp.Compare(a.Board, b.Board), cmp.Compare(a.Year, b.Year)) })
}

// name gives each board one name in all years, and each book the beginning of its
// outputs' names.
func (p *planner) name() {
	names := map[string]string{}
	for _, b := range p.all {
		if b.Name != "" && b.Writes && (names[b.Board] == "" || !capitals(b.Name)) {
			names[b.Board] = b.Name // they are in order: as it is written last
		}
	}
	for name := range p.s.Boards {
		names[p.key(name)] = name
	}
	called := func(name string) string { return cmp.Or(names[p.key(name)], name) }
	taken := workbook.Names{}
	for _, b := range p.all {
		if b.Name != "" {
			b.Name = called(b.Name)
		}
		if b.Writes {
			b.Stem = workbook.BaseName(taken.Take(workbook.Stem(b.Name, path.Base(p.inputs[b.Inputs[0]].Rel), p.s.NoName, b.Year)))
		}
	}
	for i := range p.plan.Unread {
		u := &p.plan.Unread[i]
		u.Board = called(u.Board)
	}
}

// capitals reports whether a name is written in capitals alone.
func capitals(name string) bool { return strings.ToUpper(name) == name }

// chains joins the books that share a board or a document.
func (p *planner) chains() {
	parent := make([]int, len(p.inputs)+len(p.all))
	for i := range parent {
		parent[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	first := map[string]int{}
	for k, b := range p.all {
		node := len(p.inputs) + k
		if o, ok := first[b.Board]; ok {
			parent[root(node)] = root(o)
		} else {
			first[b.Board] = node
		}
		for _, i := range b.Inputs {
			parent[root(i)] = root(node)
		}
	}
	index := map[int]int{}
	for k, b := range p.all {
		r := root(len(p.inputs) + k)
		n, ok := index[r]
		if !ok {
			n = len(p.plan.Chains)
			index[r] = n
			p.plan.Chains = append(p.plan.Chains, Chain{})
		}
		c := &p.plan.Chains[n]
		c.Books = append(c.Books, b)
		c.Inputs = append(c.Inputs, b.Inputs...)
	}
	for n := range p.plan.Chains {
		c := &p.plan.Chains[n]
		slices.Sort(c.Inputs)
		c.Inputs = slices.Compact(c.Inputs)
	}
}

// Before gives the book of the year before, which a book is judged against, or
// nil.
func (c *Chain) Before(b *Book) *Book {
	for _, o := range c.Books {
		if o.Board == b.Board && o.Year == b.Year-1 && b.Year != 0 {
			return o
		}
	}
	return nil
}
