// Package books puts the tables of documents into books: what one board has for one
// year. [Group] does it, [BoardKey] tells under which name a board's names are one.
package books

import (
	"cmp"
	"slices"

	"riskbok/rules/model"
)

// BoardKey gives the key under which the names of one board are one, by the
// configured aliases (a name → its other names).
func BoardKey(aliases map[string][]string) func(name string) string {
	first := map[string]string{} // every name's key → the first name's
	for name, others := range aliases {
		key := model.Key(name)
		first[key] = key
		for _, o := range others {
			first[model.Key(o)] = key
		}
	}
	return func(name string) string {
		k := model.Key(name)
		if canonical, ok := first[k]; ok {
			return canonical
		}
		return k
	}
}

// Group puts the tables of all documents into books. Within one document the
// tables of one year are one board's, whatever each calls it, unless two
// tables of the same kind name different boards: then each name has its own
// book. Across documents only equal names or aliases of one year join; what
// has no board or year stays alone. What could not be read of a document goes
// with its first book.
func Group(docs []*model.Document, aliases map[string][]string) []*model.Book {
	g := grouper{key: BoardKey(aliases), joined: map[bookKey]*model.Book{}}
	for _, d := range docs {
		g.document(d)
	}
	return g.books
}

type bookKey struct {
	board string
	year  int
}

type grouper struct {
	key    func(name string) string // of a board
	joined map[bookKey]*model.Book
	books  []*model.Book
}

// tableRef is a table of a document before it has a book.
type tableRef struct {
	table    *model.Table
	kind     string
	register *model.Register
	followUp *model.FollowUpTable
}

func tablesOf(d *model.Document) []tableRef {
	var out []tableRef
	for i := range d.Registers {
		r := &d.Registers[i]
		kind := "analysis"
		switch {
		case r.Analysis && r.Plan && r.Table.Has(model.FieldPlanNumber):
			kind = "both"
		case r.Plan:
			kind = "plan"
		}
		out = append(out, tableRef{table: &r.Table, kind: kind, register: r})
	}
	for i := range d.FollowUps {
		f := &d.FollowUps[i]
		out = append(out, tableRef{table: &f.Table, kind: "follow-up", followUp: f})
	}
	return out
}

func (g *grouper) document(d *model.Document) {
	var first *model.Book
	years := map[int][]*model.Book{}
	for _, b := range g.tables(tablesOf(d)) {
		first = or(first, b)
		years[b.Year] = append(years[b.Year], b)
		for i := range d.Meetings {
			b.Beside = append(b.Beside, &d.Meetings[i])
		}
	}
	for i := range d.Budgets {
		b := g.money(years, d.Budgets[i].Board, d.Budgets[i].Year)
		b.Budgets = append(b.Budgets, &d.Budgets[i])
		first = or(first, b)
	}
	for i := range d.Allocations {
		b := g.money(years, d.Allocations[i].Board, d.Allocations[i].Year)
		b.Allocations = append(b.Allocations, &d.Allocations[i])
		first = or(first, b)
	}
	for i := range d.Meetings {
		m := &d.Meetings[i]
		b := g.book(m.Board.V, cmp.Or(m.PlanYear, m.Date.V.Year))
		b.Meetings = append(b.Meetings, m)
		first = or(first, b)
	}
	if len(d.Unread)+len(d.Aside)+len(d.Beneath)+len(d.Damage)+len(d.NotChecked) == 0 {
		return
	}
	if first == nil {
		first = g.book("", 0)
	}
	if len(first.Unread) == 0 {
		first.Unread = slices.Clip(d.Unread) // of 100,000 risks there may be a million
	} else {
		first.Unread = append(first.Unread, d.Unread...)
	}
	first.Aside = append(first.Aside, d.Aside...)
	first.Beneath = append(first.Beneath, d.Beneath...)
	first.Damage = append(first.Damage, d.Damage...)
	first.NotChecked = append(first.NotChecked, d.NotChecked...)
}

// money gives the book of a document's budget: the one that its tables of that
// year have, if they have one.
func (g *grouper) money(years map[int][]*model.Book, board string, year int) *model.Book {
	if books := years[year]; len(books) == 1 && year != 0 {
		return books[0]
	}
	return g.book(board, year)
}

func or(a, b *model.Book) *model.Book {
	if a != nil {
		return a
	}
	return b
}

// tables puts the registers and follow-ups of one document into books, and
// gives these.
func (g *grouper) tables(tables []tableRef) []*model.Book {
	var years []int
	byYear := map[int][]tableRef{}
	for _, t := range tables {
		if _, ok := byYear[t.table.Year]; !ok {
			years = append(years, t.table.Year)
		}
		byYear[t.table.Year] = append(byYear[t.table.Year], t)
	}
	var books []*model.Book
	for _, year := range years {
		for _, part := range g.split(byYear[year]) {
			b := g.book(part.name, year)
			books = append(books, b)
			for _, t := range part.tables {
				if t.register != nil {
					b.Registers = append(b.Registers, model.Entry{Register: t.register})
				} else {
					b.FollowUps = append(b.FollowUps, t.followUp)
				}
			}
		}
	}
	return books
}

type namedTables struct {
	name   string
	tables []tableRef
}

// split divides the tables of one document and year by board, if two of the
// same kind name different ones.
func (g *grouper) split(tables []tableRef) []namedTables {
	whole := namedTables{tables: tables}
	byKind := map[string]string{}
	several := false
	for _, t := range tables {
		if t.table.Board == "" {
			continue
		}
		if whole.name == "" {
			whole.name = t.table.Board
		}
		key := g.key(t.table.Board)
		if other, ok := byKind[t.kind]; ok && other != key {
			several = true
		}
		byKind[t.kind] = key
	}
	if !several {
		return []namedTables{whole}
	}
	var parts []namedTables
	index := map[string]int{}
	for _, t := range tables {
		key := g.key(t.table.Board)
		i, ok := index[key]
		if !ok {
			i = len(parts)
			index[key] = i
			parts = append(parts, namedTables{name: t.table.Board})
		}
		parts[i].tables = append(parts[i].tables, t)
	}
	return parts
}

// book gives the book of a board and year, a new one where either is unknown.
func (g *grouper) book(name string, year int) *model.Book {
	key := bookKey{g.key(name), year}
	if b, ok := g.joined[key]; ok {
		return b
	}
	b := &model.Book{Board: name, Year: year}
	g.books = append(g.books, b)
	if name != "" && year != 0 {
		g.joined[key] = b
	}
	return b
}
