package minutes

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// vocabulary is the vocabulary made ready for matching.
type vocabulary struct {
	*model.MeetingWords
	forms     index[model.ItemForm]
	sections  index[model.SectionRole]
	labels    index[model.LabelRole]
	cases     *ocr.Matcher            // the labels of case numbers among them
	matters   *ocr.Matcher            // words for a matter, which may stand before its case number
	columns   index[model.AgendaRole] // the heads of an agenda's columns
	signature *ocr.Matcher
	boards    *ocr.Matcher             // by how a name begins
	weekdays  *ocr.Matcher             // ID: index
	chairs    *ocr.Matcher             // ID: 0 year, 1 chair, 2 vice chair
	verbs     *ocr.Matcher             // words for deciding; ID 1: for proposing
	finds     *ocr.Matcher             // what the chair does when the board has decided
	votes     *ocr.Matcher             // words for a vote
	meets     *ocr.Matcher             // what a board does in a summons
	spans     []headingSpan            // headings of which only beginning and end are known
	onward    *ocr.Matcher             // what may stand between these and the clauses
	toBoard   index[model.SectionRole] // headings that end with a board's name, without it
	joints    *ocr.Matcher             // the last words of these
	bodies    *ocr.Matcher             // names of bodies that need no other word
	numbers   numberings
	formal    *ocr.Matcher // titles of formalities; ID 1: that may go on

	suffixes [][]rune // keys of the ends of boards' names

	// What was asked of texts before.
	marks    memory[[]mark]
	withCase memory[bool]
	named    memory[string] // as the name of a board
	headings memory[known[model.SectionRole]]
	labelled memory[string] // as a case number behind its label
	weekday  memory[int]    // as a weekday: its number, 0 for none
	deed     memory[int]    // words for what a body does, verbNone for others
	acted    memory[acts]   // what texts say that a body does
	formally memory[bool]   // whether titles are those of formalities

	counter, trailing, pageWord, clause, signer pattern
}

// index is a matcher whose phrases mean roles. It remembers whole lines, since
// each is asked for several times and letterheads come again on every page.
type index[R ~string] struct {
	*ocr.Matcher
	roles []R
	seen  *memory[known[R]]
	begun *memory[begun[R]]
}

type known[R ~string] struct {
	role    R
	outcome ocr.Outcome
}

func newIndex[R ~string](lists map[R][]string) index[R] {
	roles := slices.Sorted(maps.Keys(lists))
	var phrases []ocr.Phrase
	for id, role := range roles {
		for _, text := range lists[role] {
			rest, tail := strings.CutPrefix(text, "…")
			phrases = append(phrases, ocr.Phrase{Text: strings.TrimSpace(rest), ID: id, Tail: tail})
		}
	}
	return index[R]{ocr.New(phrases), roles, &memory[known[R]]{}, &memory[begun[R]]{}}
}

// begun is what a text begins with, and the rest of it.
type begun[R ~string] struct {
	known[R]
	rest string
}

// begins gives the role of what a text begins with, "" where nothing is found.
func (x index[R]) begins(text string) (role R, rest string, outcome ocr.Outcome) {
	b := x.begun.of(text, func(text string) (b begun[R]) {
		var m ocr.Match
		if m, b.rest, b.outcome = x.Prefix(text); b.outcome == ocr.Found {
			b.role = x.roles[m.ID]
		}
		return b
	})
	return b.role, b.rest, b.outcome
}

// line gives the role of a whole line.
func (x index[R]) line(text string) (role R, outcome ocr.Outcome) {
	k := x.seen.of(text, func(text string) (k known[R]) {
		var m ocr.Match
		if m, k.outcome = x.Line(text); k.outcome == ocr.Found {
			k.role = x.roles[m.ID]
		}
		return k
	})
	return k.role, k.outcome
}

func newWords(w *model.MeetingWords) *vocabulary {
	out := &vocabulary{
		MeetingWords: w,
		forms:        newIndex(w.Forms),
		labels:       newIndex(w.Labels),
		cases:        matcher(w.Labels[model.LabelCaseNumber]),
		matters:      matcher(w.Matter),
		columns:      newIndex(w.Columns),
		signature:    matcher(w.Signature),
		boards:       matcher(w.Board.Prefixes),
		chairs:       matcher(w.Year, w.Chair, w.ViceChair),
		verbs:        matcher(w.Decides, w.Proposes),
		finds:        matcher(w.Finds),
		votes:        matcher(w.Votes),
		meets:        matcher(w.Meets),
		onward:       matcher(w.Onward),
		bodies:       matcher(w.Bodies),
		numbers:      newNumberings(w),
		formal:       formalities(w.Formal),
	}
	whole, spans := headingSpans(w.Sections)
	out.spans = spans
	whole, toBoard := toBoards(whole)
	out.sections, out.toBoard = newIndex(whole), newIndex(toBoard)
	out.joints = matcher(joints(toBoard))
	for _, s := range w.Board.Suffixes {
		out.suffixes = append(out.suffixes, []rune(ocr.Key(s)))
	}
	var days []ocr.Phrase
	for i, d := range w.Weekdays {
		days = append(days, ocr.Phrase{Text: d, ID: i})
	}
	out.weekdays = ocr.New(days)
	page, of := alternatives(w.Page), alternatives(w.Of)
	total := `\s*(?:/|\(|\(?` + of + `)\s*(\d{1,4})\)?`
	pageLetters, clauseLetters := firstLetters(w.Page), firstLetters(w.Clause)
	out.counter = newPattern(`^(?:[-–—]\s*)?(?i:(`+page+`)[\s.:]*)?(\d{1,4})(?:`+total+`)?(?:\s*[-–—])?$`, func(text string) bool {
		first, _, _ := beginnings(text)
		return (figure(first) || strings.ContainsRune("-–—"+pageLetters, first)) && hasDigit(text)
	})
	out.trailing = newPattern(`\s+(?i:`+page+`)[\s.:]*(\d{1,4})(?:`+total+`)?$`, hasDigit)
	out.pageWord = newPattern(`^(?i:`+page+`)[.:]?$`, func(text string) bool {
		first, _, _ := beginnings(text)
		return strings.ContainsRune(pageLetters, first)
	})
	out.clause = newPattern(`^(?i:`+alternatives(w.Clause)+`)\s`, func(text string) bool {
		first, _, _ := beginnings(text)
		return strings.ContainsRune(clauseLetters, first)
	})
	out.signer = newPattern(`(?i:`+alternatives(w.Signers)+`)`, func(string) bool { return true })
	return out
}

// alternatives is a pattern for any of some texts.
func alternatives(list []string) string {
	quoted := make([]string, len(list))
	for i, s := range list {
		quoted[i] = regexp.QuoteMeta(s)
	}
	return strings.Join(quoted, "|")
}

// matcher knows the words of several lists; the ID is the list's number.
func matcher(lists ...[]string) *ocr.Matcher {
	var phrases []ocr.Phrase
	for id, list := range lists {
		for _, text := range list {
			phrases = append(phrases, ocr.Phrase{Text: text, ID: id})
		}
	}
	return ocr.New(phrases)
}

// formalities knows the titles of formalities.
func formalities(list []string) *ocr.Matcher {
	var phrases []ocr.Phrase
	for _, text := range list {
		begun, goesOn := strings.CutSuffix(text, "…")
		end, tail := strings.CutPrefix(begun, "…")
		p := ocr.Phrase{Text: strings.TrimSpace(end), Tail: tail}
		if goesOn {
			p.ID = 1
		}
		phrases = append(phrases, p)
	}
	return ocr.New(phrases)
}

// formality reports whether a title is that of a formality. It remembers.
func (w *vocabulary) formality(title string) bool {
	return w.formally.of(title, w.findFormality)
}

func (w *vocabulary) findFormality(title string) bool {
	if _, outcome := w.formal.Line(title); outcome == ocr.Found {
		return true
	}
	m, rest, outcome := w.formal.Prefix(title)
	return outcome == ocr.Found && (m.ID == 1 || rest == "")
}

// caseLabel gives what stands behind the label of a case number that a text begins
// with. A word for a matter is one where a case number follows that needs no label:
// "Ärende: PN 2032/11", but not "Ärende 4".
func (w *vocabulary) caseLabel(text string) (rest string, ok bool) {
	if w.matters.Begins(text) {
		if _, rest, outcome := w.matters.Prefix(text); outcome == ocr.Found && w.bareCase(strings.TrimLeft(rest, labelEnd)) {
			return rest, true
		}
	}
	if !w.cases.Begins(text) {
		return "", false
	}
	role, rest, outcome := w.labels.begins(text)
	return rest, outcome == ocr.Found && role == model.LabelCaseNumber
}
