package rules

import (
	"cmp"
	"slices"
	"strconv"

	"riskbok/rules/books"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// Check groups documents into books and runs every rule that is not off on
// each. Findings are sorted by place and rule, and every one has a Path of its
// own. The documents are not changed.
func Check(docs []*model.Document, s Settings) ([]*model.Book, []Finding) {
	byID := documentsByID(docs)
	grouped := governed(docs, byID, s)
	type boardYear struct {
		board string
		year  int
	}
	byYear := map[boardYear]*model.Book{}
	boardKey := books.BoardKey(s.Aliases)
	for _, b := range grouped {
		if b.Board != "" && b.Year != 0 {
			byYear[boardYear{boardKey(b.Board), b.Year}] = b
		}
	}
	plans := slices.ContainsFunc(grouped, func(b *model.Book) bool {
		return len(b.Registers) > 0 || LeadFollowUp(b.FollowUps) != nil
	})
	var all []Finding
	ready := func(b *model.Book) *Case {
		c := newCase(b, &s)
		c.hidden = func(at model.Source) bool { return placeOf(byID, at).Hidden }
		c.plans = plans
		c.previous = byYear[boardYear{boardKey(b.Board), b.Year - 1}]
		return c
	}
	judge := func(c *Case) {
		for _, rule := range All {
			severity, set := s.Severities[rule.Name]
			if severity == Off {
				continue
			}
			found := rule.Check(c)
			if c.board != nil {
				found = slices.DeleteFunc(found, func(f Finding) bool { return !c.board[f.At.Doc] })
			}
			for i := range found {
				f := &found[i]
				f.Rule = rule.Name
				switch {
				case set:
					f.Severity = severity
				case f.Severity == "":
					f.Severity = rule.Severity
				}
				if !set && rule.Name == NotChecked && f.Severity == Warning && placeOf(byID, f.At).Recognized {
					f.Severity = Error // what was recognized wrongly looks like what is missing
				}
			}
			if found = asLost(found, byID); len(found) > mostAlike {
				// those of many documents at once would take a quarter of the memory
				slices.SortStableFunc(found, compareFindings)
				found = gathered(slices.CompactFunc(found, sameFinding))
			}
			all = append(all, found...)
		}
	}
	// Units are told before the first book is judged beside the year before it. Only what
	// stands in several documents has any, and is kept until its turn.
	divided := map[int]division{}
	for n, b := range grouped {
		if len(b.Documents()) > 1 {
			divided[n] = divide(ready(b), byID)
		}
	}
	for n, b := range grouped {
		start := len(all)
		d, known := divided[n]
		if !known {
			d = divide(ready(b), byID)
		}
		delete(divided, n)
		c, parts, board := d.Case, d.parts, d.board
		for _, part := range parts {
			of := ready(part)
			of.takeFrom(c, board)
			judge(of)
		}
		switch {
		case parts == nil:
			judge(c)
		case len(board) > 0:
			of := ready(c.boardBook(board))
			of.board = board
			of.takeFrom(c, nil)
			judge(of)
		}
		joinCauses(n, all[start:])
	}
	slices.SortStableFunc(all, compareFindings)
	all = gathered(slices.CompactFunc(all, sameFinding))
	numberPaths(all)
	nameCauses(all)
	return grouped, all
}

// division is a book as it is judged: its units' parts, nil where it is one, and the
// documents of the whole board beside them.
type division struct {
	*Case
	parts []*model.Book
	board map[int32]bool
}

// divide finds the units of a book, which its registers then say they are of.
func divide(c *Case, byID map[int32]*model.Document) division {
	c.limitPlans(planFrom(c.Book, byID))
	parts, board := c.unitBooks()
	return division{c, parts, board}
}

// Books is [Check] without its rules: the books, each register with the scale that
// governs it and the unit whose file it stands in.
func Books(docs []*model.Document, s Settings) []*model.Book {
	byID := documentsByID(docs)
	grouped := governed(docs, byID, s)
	for _, b := range grouped {
		if len(b.Documents()) > 1 {
			divide(newCase(b, &s), byID)
		}
	}
	return grouped
}

func documentsByID(docs []*model.Document) map[int32]*model.Document {
	byID := make(map[int32]*model.Document, len(docs))
	for _, d := range docs {
		byID[d.ID] = d
	}
	return byID
}

func governed(docs []*model.Document, byID map[int32]*model.Document, s Settings) []*model.Book {
	grouped := books.Group(docs, s.Aliases)
	how := scales.Settings{Configured: s.Scale, Templates: s.Templates}
	if s.Vocabulary != nil {
		how.Levels = s.Vocabulary.Levels
	}
	scales.Govern(grouped, byID, how)
	return grouped
}

func compareFindings(a, b Finding) int {
	if a.At.Less(b.At) {
		return -1
	}
	if b.At.Less(a.At) {
		return 1
	}
	return cmp.Or(cmp.Compare(Rank(a.Rule), Rank(b.Rule)), cmp.Compare(a.Path, b.Path))
}

// sameFinding reports whether two neighbouring findings are one: a sheet of
// definitions that two books share has its faults once.
func sameFinding(a, b Finding) bool {
	return a.At == b.At && a.Rule == b.Rule && a.Variant == b.Variant && a.Risk == b.Risk &&
		a.Found == b.Found && a.Expected == b.Expected &&
		(a.Board != b.Board || a.Year != b.Year)
}

// Rank gives the place of a rule in [All], −1 for a name that is no rule.
func Rank(name string) int {
	return slices.IndexFunc(All, func(r Rule) bool { return r.Name == name })
}

// numberPaths gives findings that would share a path a number, in the order of
// their places.
func numberPaths(all []Finding) {
	seen := map[string]int{}
	for i := range all {
		f := &all[i]
		f.Path = f.Rule + "/" + f.Path
		seen[f.Path]++
		if n := seen[f.Path]; n > 1 {
			f.Path += "~" + strconv.Itoa(n)
		}
	}
}
