package archive

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// Why is the reason for which a document leads instead of another.
type Why string

// The reasons, the strongest first. Of those between WhyMade and WhyNumber each is
// asked only where those before it do not tell two documents apart.
const (
	WhyCopy     Why = "copy"     // they are the same to the byte
	WhyMade     Why = "made"     // the other one is riskbok's, and this the board's own
	WhyYear     Why = "year"     // of the other one heading and path tell different years
	WhyDecided  Why = "decided"  // this one is decided
	WhyLater    Why = "later"    // it was decided or established later
	WhyDated    Why = "dated"    // it has a date, and the other one has none
	WhyAnswered Why = "answered" // it is what a board filled in in riskbok's workbook
	WhyBehind   Why = "behind"   // the other one's name says that it is a copy or an old one
	WhyDraft    Why = "draft"    // the other one's name says that it is a draft
	WhyFinal    Why = "final"    // its name says that it is final
	WhyNumber   Why = "number"   // its name has the later version number
	WhySaved    Why = "saved"    // it was saved later
	WhyUnknown  Why = "unknown"  // nothing tells which one is the later
)

// savedApart is how far apart two files must have been saved for this to tell which one
// is the later: files that were copied or unpacked together are of one minute.
const savedApart = time.Minute

// signs are what tells which of two versions of a document leads.
type signs struct {
	made, edited, answer bool // see [model.Maker]; an answer says something else than the board's own
	slipped              bool
	decided, established model.Date
	behind, draft, final bool
	number               []int // of the version, then -1 and that of the revision
	saved                time.Time
}

func (p *planner) signs(i int, c *Claim) signs {
	in := &p.inputs[i]
	s := signs{
		made: in.Head.Maker == model.MakerRiskbok, edited: in.Head.Maker == model.MakerEdited,
		slipped: p.slipped[i], decided: c.Decided, established: c.Established, saved: in.Time,
	}
	p.names.read(in.Rel, &s)
	return s
}

// compare orders two documents, the leading one first, with the reason; 0 where the
// signs are the same.
func (s *signs) compare(o *signs) (int, Why) {
	for _, by := range []struct {
		n   int
		why Why
	}{
		{last(s.made, o.made), WhyMade},
		{last(s.slipped, o.slipped), WhyYear},
		{last(s.decided.IsZero(), o.decided.IsZero()), WhyDecided},
		{dateOrder(o.decided, s.decided), WhyLater},
		{last(s.established.IsZero(), o.established.IsZero()), WhyDated},
		{dateOrder(o.established, s.established), WhyLater},
		{last(!s.answer, !o.answer), WhyAnswered},
		{last(s.behind, o.behind), WhyBehind},
		{last(s.draft, o.draft), WhyDraft},
		{last(!s.final, !o.final), WhyFinal},
		{slices.Compare(o.number, s.number), WhyNumber},
	} {
		if by.n != 0 {
			return by.n, by.why
		}
	}
	return 0, ""
}

// last orders what is true of behind what it is not true of.
func last(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

func dateOrder(a, b model.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}

// savedAfter reports whether one document was clearly saved later than another.
func (s *signs) savedAfter(o *signs) bool {
	return !s.saved.IsZero() && !o.saved.IsZero() && s.saved.Sub(o.saved) >= savedApart
}

func (s *signs) bySaving(o *signs) Why {
	if s.savedAfter(o) {
		return WhySaved
	}
	return ""
}

// nameWords are the words of [model.ArchiveWords] as they are looked for.
type nameWords struct {
	final, draft, behind []string
	version, revision    map[string]bool
}

func newNameWords(w *model.ArchiveWords) *nameWords {
	out := &nameWords{version: map[string]bool{}, revision: map[string]bool{}}
	if w == nil {
		return out
	}
	phrases := func(list []string) (out []string) {
		for _, p := range list {
			out = append(out, phrase(wordsOf(p)))
		}
		return out
	}
	out.final, out.draft, out.behind = phrases(w.Final), phrases(w.Draft), phrases(w.Behind)
	for _, v := range w.Version {
		out.version[model.Key(v)] = true
	}
	for _, v := range w.Revision {
		out.revision[model.Key(v)] = true
	}
	return out
}

// read tells what the names of a file and of its folders say of its version. A number
// is that of the file's name, else of the innermost folder that has one.
func (w *nameWords) read(rel string, s *signs) {
	for _, name := range append([]string{workbook.BaseName(rel)}, folders(rel)...) {
		words := wordsOf(name)
		text := phrase(words)
		within := func(p string) bool { return strings.Contains(text, p) }
		s.behind = s.behind || slices.ContainsFunc(w.behind, within)
		s.draft = s.draft || slices.ContainsFunc(w.draft, within)
		s.final = s.final || slices.ContainsFunc(w.final, within)
		if s.number == nil {
			s.number = w.number(words)
		}
	}
	if s.draft {
		s.final = false
	}
}

// number gives the number of a version, "v1.2 rev 3" as 1, 2, -1, 3, nil for none. A
// revision without a number is the first; a year is none.
func (w *nameWords) number(words []string) []int {
	var version, revision []int
	for i, word := range words {
		switch {
		case w.version[word] && version == nil:
			version = numbers(words[i+1:])
		case w.revision[word] && revision == nil:
			if revision = numbers(words[i+1:]); revision == nil {
				revision = []int{1}
			}
		}
	}
	if revision != nil {
		return append(append(version, -1), revision...)
	}
	return version
}

// highestVersion is the highest number that a version may have: more is a year.
const highestVersion = 999

// numbers gives the whole numbers that a list of words begins with.
func numbers(words []string) (out []int) {
	for _, word := range words {
		n, err := strconv.Atoi(word)
		if err != nil || n > highestVersion {
			break
		}
		out = append(out, n)
	}
	return out
}

// phrase gives words as they are looked for in others.
func phrase(words []string) string { return " " + strings.Join(words, " ") + " " }

// wordsOf gives the words and whole numbers of a name in order: "IKP_v10" is ikp, v, 10.
func wordsOf(name string) []string {
	var out []string
	var before rune
	for _, r := range model.Key(name) {
		digit := unicode.IsDigit(r)
		switch {
		case !digit && !unicode.IsLetter(r):
			r = 0
		case before == 0 || digit != unicode.IsDigit(before):
			out = append(out, string(r))
		default:
			out[len(out)-1] += string(r)
		}
		before = r
	}
	return out
}
