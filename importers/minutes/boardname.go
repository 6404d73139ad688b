package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// boardName gives the name of a board that a text is, or begins with before a
// date, "" where it is none.
func (w *vocabulary) boardName(text string) string {
	return w.named.of(text, w.findBoardName)
}

func (w *vocabulary) findBoardName(text string) string {
	if i := figures(text); i > 0 {
		if _, ok := grid.FindDate(text[i:], w.Months); !ok {
			return ""
		}
		text = w.withoutWeekday(text[:i])
	}
	text = strings.TrimRight(text, " ,.;:(–-")
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > naming.nameWords || strings.Contains(text, ":") || unicode.IsLower(initial(text)) {
		return ""
	}
	if _, rest, outcome := w.boards.Prefix(text); outcome == ocr.Found && rest != "" {
		return text
	}
	if len(fields) <= naming.longestName && w.namesBoard(fields[len(fields)-1]) && connected(fields) {
		return text
	}
	if _, outcome := w.bodies.Line(text); outcome == ocr.Found && len(fields) == 1 {
		return text
	}
	if n := len(fields); n > 1 && n <= naming.sortWords && w.sortOfBoard(fields[n-1]) && connected(fields) && !w.sentence(fields[:n-1]) {
		return text
	}
	// "Räddningsnämnden i Norrvik": a short word and where or for what the board is.
	for i := 0; i+2 < len(fields) && i < naming.beforePlace; i++ {
		if (w.namesBoard(fields[i]) || i > 0 && w.sortOfBoard(fields[i])) && w.leadsToPlace(fields[i+1]) && w.namesPlace(fields[i+2:]) {
			return text
		}
	}
	return ""
}

// sentence reports whether words before the sort of a board are of a sentence rather
// than of its name: "Ordföranden frågar om nämnden", but not "Miljö- och tekniska
// nämnden".
func (w *vocabulary) sentence(fields []string) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return slices.Contains(w.Leaning, f) && !slices.Contains(w.Join, f) })
}

// leadsToPlace reports whether a word may stand between the sort of a board and
// where it is, as "i", or for what, as "för".
func (w *vocabulary) leadsToPlace(word string) bool {
	short := []rune(word)
	return unicode.IsLower(short[0]) && (len(short) <= 2 || slices.ContainsFunc(w.Board.Prefixes, func(p string) bool { return strings.HasSuffix(p, " "+word) }))
}

// namesPlace reports whether words are a name: capitals, and words like "och"
// between them.
func (w *vocabulary) namesPlace(fields []string) bool {
	for i, f := range fields {
		if !unicode.IsUpper(initial(f)) && (i == 0 || i == len(fields)-1 || !slices.Contains(w.Join, f)) {
			return false
		}
	}
	return true
}

// figures gives where a number begins, -1 for nowhere. A figure within a word is
// a letter that was misread.
func figures(text string) int {
	before := ' '
	for i, c := range text {
		if unicode.IsDigit(c) && !unicode.IsLetter(before) {
			return i
		}
		before = c
	}
	return -1
}

// withoutWeekday takes what leads on to a date off a text: "tisdagen den", "den".
func (w *vocabulary) withoutWeekday(text string) string {
	fields := strings.Fields(text)
	for n := 1; n <= 2 && n <= len(fields); n++ {
		if word := strings.Trim(fields[len(fields)-n], ",.()"); len(word) >= tolerances.leastWeekday {
			if w.weekdayOf(word) != 0 {
				return strings.Join(fields[:len(fields)-n], " ")
			}
			return strings.Join(fields[:len(fields)-n+1], " ")
		}
	}
	return text
}

// namesBoard reports whether a word ends as those for boards do.
func (w *vocabulary) namesBoard(word string) bool {
	last := []rune(ocr.Key(word))
	for _, want := range w.suffixes {
		// Recognition may have made two letters of one.
		for n := len(want); n <= len(want)+1; n++ {
			if len(last) > n && ocr.Near(want, last[len(last)-n:], nameDistance(len(want))) {
				return true
			}
		}
	}
	return false
}

// nameDistance is how far recognition may take a word of some letters that boards
// are called: of a long one, a letter may be another besides.
func nameDistance(letters int) float64 {
	if letters >= naming.longWord {
		return naming.longDistance
	}
	return naming.wordDistance
}

// sortOfBoard reports whether a word is what the names of boards end in, as
// "nämnden" in "Tekniska nämnden".
func (w *vocabulary) sortOfBoard(word string) bool {
	key := []rune(ocr.Key(word))
	for _, want := range w.suffixes {
		if ocr.Near(want, key, nameDistance(len(want))) {
			return true
		}
	}
	return false
}

// connected reports whether the words of a name hang together: few, or with
// words like "och" among them.
func connected(fields []string) bool {
	if len(fields) <= naming.longName {
		return true
	}
	return slices.ContainsFunc(fields, func(f string) bool { return strings.HasSuffix(f, "-") || strings.HasSuffix(f, ",") })
}

// board finds the board that a head names. A name that goes on over the next
// rows does so as far as the text below knows it by that name. What is printed
// large is a title rather than a name; titleBoard takes that too.
func (r *reader) board(s *sheet, rows []row, lh *letterhead, to int) model.Value[string] {
	if lh.board.OK {
		return lh.board
	}
	return r.namedBoard(s, rows, lh, to, false)
}

// titleBoard is board for the head of minutes or a summons, whose title may be the
// name of the board.
func (r *reader) titleBoard(s *sheet, rows []row, lh *letterhead, to int) model.Value[string] {
	if v := r.board(s, rows, lh, to); v.OK {
		return v
	}
	return r.namedBoard(s, rows, lh, to, true)
}

func (r *reader) namedBoard(s *sheet, rows []row, lh *letterhead, to int, large bool) model.Value[string] {
	for i := range rows {
		for _, l := range rows[i].segs {
			name := r.w.headName(model.Clean(l.Text))
			if lh.claimed[l] || name == "" || !large && r.body.large(l.Size) && l.Size > naming.nameSize*r.body.size {
				continue
			}
			lh.claimed[l] = true
			v := model.Value[string]{V: name, OK: true, Raw: l.Text, At: l.At}
			return r.longer(s, rows[i+1:], l, v, lh, to)
		}
	}
	return model.Value[string]{}
}

func (r *reader) longer(s *sheet, below []row, first *grid.Line, v model.Value[string], lh *letterhead, to int) model.Value[string] {
	if _, _, outcome := r.w.boards.Prefix(v.V); outcome != ocr.Found {
		return v
	}
	var text strings.Builder
	for i := to; i < len(s.rows); i++ {
		text.WriteString(s.rows[i].text + " ")
	}
	known := ocr.Key(text.String())
	longest := v
	var lines []*grid.Line
	for i := 0; i < len(below) && i < naming.nameRows && below[i].step < places.nameStep; i++ {
		k := slices.IndexFunc(below[i].segs, func(l *grid.Line) bool {
			return aligned(l, first) && !lh.claimed[l]
		})
		if k < 0 {
			break
		}
		l := below[i].segs[k]
		lines = append(lines, l)
		v.V, v.Raw, v.At.Box = joinLines(v.V, model.Clean(l.Text), r.w), v.Raw+"\n"+l.Text, union(v.At.Box, l.At.Box)
		if strings.Contains(known, ocr.Key(v.V)) {
			longest = v
			for _, l := range lines {
				lh.claimed[l] = true
			}
			lines = nil
		}
	}
	return longest
}
