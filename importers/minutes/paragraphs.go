package minutes

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// setter sets the rows of a part into paragraphs. Right is where full lines
// end, pitch the distance from line to line in points.
type setter struct {
	w     *vocabulary
	rows  []row
	right float32
	pitch float32

	clauses bool // the rows are those of a resolution
}

// forced reports whether the line before row i ends where it need not: the
// first word of row i would have had room there.
func (t *setter) forced(i int) bool {
	prev, cur := &t.rows[i-1], &t.rows[i]
	letters := utf8.RuneCountInString(prev.text)
	first, _, _ := strings.Cut(cur.text, " ")
	width := (prev.x1 - prev.x0) / float32(max(letters, 1))
	return prev.x1+width*float32(utf8.RuneCountInString(first)+1) < t.right-places.lineEnd
}

// apart reports whether row i is set off from the one before: by a gap, or on
// another page.
func (t *setter) apart(i int) bool {
	prev, cur := &t.rows[i-1], &t.rows[i]
	if prev.sheet != cur.sheet {
		return ended(prev.text) || unicode.IsUpper(initial(cur.text)) && t.forced(i)
	}
	if t.pitch == 0 {
		return cur.step > places.wideStep
	}
	return prev.mid-cur.mid > places.wideShare*t.pitch
}

// ended reports whether a text ends like a sentence or a clause.
func ended(text string) bool { return strings.HasSuffix(text, ".") || endsOpen(text) }

// endsOpen reports whether a text ends like what leads on to clauses.
func endsOpen(text string) bool { return strings.ContainsAny(text[max(0, len(text)-1):], ":;,!?") }

var listMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:([-–—•▪·*]{1,2})\s+|(\d{1,2})[.)]\s+|([a-zåäö])\)\s+)`)
})

// mark gives what kind of list entry a row begins: 'b' for a bullet, 'n' for a
// number, 'l' for a letter, 'c' for a word like "att"; 0 for none.
func (t *setter) mark(text string) (kind byte, number int) {
	if m := listMark().FindStringSubmatch(text); m != nil {
		switch {
		case m[1] != "":
			return 'b', 0
		case m[2] != "":
			number, _ = strconv.Atoi(m[2])
			return 'n', number
		}
		return 'l', 0
	}
	if t.w.clause.MatchString(text) {
		return 'c', 0
	}
	return 0, 0
}

// paragraphRows is a paragraph under construction: its rows and what kind of list
// entry it is.
type paragraphRows struct {
	rows []row
	mark byte
}

// entries divides the rows into paragraphs; with list, every line that need
// not have ended where it does ends one.
func (t *setter) entries(list bool) []paragraphRows {
	var out []paragraphRows
	number := 0
	for i := range t.rows {
		row := t.rows[i]
		kind, n := t.mark(row.text)
		begins := i == 0 || t.apart(i) || list && row.table && len(row.segs) > 1 || i == 1 && t.clauses && t.w.leadsIn(t.rows[0].text)
		if !begins {
			prev := t.rows[i-1].text
			forced := t.forced(i)
			switch kind {
			case 'c':
				begins = forced || ended(prev)
			case 'n':
				begins = n == number+1 && (forced || ended(prev) || t.clauses && number > 0 && t.ends(prev))
			case 'b', 'l':
				begins = forced || ended(prev)
			default:
				begins = forced && (list || strings.HasSuffix(prev, ".") || t.clauses && t.ends(prev))
			}
		}
		if begins {
			out = append(out, paragraphRows{mark: kind})
			if kind == 'n' {
				number = n
			}
		}
		out[len(out)-1].rows = append(out[len(out)-1].rows, row)
	}
	return out
}

// ends reports whether a line ends as a clause of several does: with a mark, or
// with a word that joins the last one.
func (t *setter) ends(line string) bool {
	fields := strings.Fields(line)
	return endsOpen(line) || t.leads(line) || len(fields) > 0 && slices.Contains(t.w.Join, strings.ToLower(fields[len(fields)-1]))
}

// leads reports whether a line leads on to clauses: "Nämnden beslutar att".
func (t *setter) leads(line string) bool {
	fields := strings.Fields(line)
	return strings.HasSuffix(line, ":") || len(fields) > 0 && t.w.clause.MatchString(fields[len(fields)-1]+" ")
}

// value joins the rows of a paragraph.
func (t *setter) value(e *paragraphRows) model.Value[string] {
	v := model.Value[string]{OK: true, At: e.rows[0].at()}
	for i := range e.rows {
		r := &e.rows[i]
		if i == 0 {
			v.V, v.Raw = r.text, r.text
			continue
		}
		v.V, v.Raw = joinLines(v.V, r.text, t.w), v.Raw+"\n"+r.text
		if r.sheet == e.rows[0].sheet {
			v.At.Box = union(v.At.Box, r.at().Box)
		}
	}
	if e.mark == 'b' {
		v.V = listMark().ReplaceAllString(v.V, "")
	}
	return v
}

func (t *setter) values(entries []paragraphRows) []model.Value[string] {
	var out []model.Value[string]
	for i := range entries {
		out = append(out, t.value(&entries[i]))
	}
	return out
}

// paragraphs gives running text.
func (t *setter) paragraphs() []model.Value[string] { return t.values(t.entries(false)) }

// resolution divides what is proposed or decided into its clauses. What stands
// before the first of several is their lead, unless it is a sentence of its
// own.
//
// Bullets may be drawn rather than printed: a line that ends with a comma, or
// leads on, where the next word would have had room, ends a clause.
func (t *setter) resolution() model.Resolution {
	t.clauses = true
	t.rows = t.rows[:t.signature()]
	entries := t.entries(false)
	var out model.Resolution
	first := slices.IndexFunc(entries, func(e paragraphRows) bool { return e.mark != 0 })
	if first < 0 && len(entries) > 1 {
		if rows := entries[0].rows; t.leads(rows[len(rows)-1].text) || t.w.leadsIn(rows[0].text) {
			first = 1
		}
	}
	if first > 0 {
		last := entries[first-1].rows
		if !strings.HasSuffix(last[len(last)-1].text, ".") {
			lead := t.value(&entries[first-1])
			out.Lead = lead
			out.Parts = t.values(entries[:first-1])
			entries = entries[first:]
		}
	}
	out.Parts = append(out.Parts, t.values(entries)...)
	return out
}

// list gives the entries of a list, one on each line, without the signature
// that may stand below it.
func (t *setter) list() []model.Value[string] {
	t.rows = t.rows[:t.signature()]
	return t.values(t.entries(true))
}

// recipients gives the entries of a list of those who are told. Several on one
// line have commas between them.
func (t *setter) recipients() []model.Value[string] {
	list := t.list()
	if len(list) != 1 {
		return list
	}
	var out []model.Value[string]
	for _, name := range t.w.apart(list[0].V) {
		one := list[0]
		one.V = name
		out = append(out, one)
	}
	return out
}

// apart divides names with commas between them. The last may stand behind a word
// like "och", if it begins as the one before it does: "Kansliet, Kultur och
// fritid" are two.
func (w *vocabulary) apart(text string) []string {
	text = strings.TrimRight(text, ".")
	if strings.ContainsAny(text, ".():") {
		return []string{text}
	}
	names := strings.Split(text, ", ")
	if len(names) == 1 {
		return names
	}
	last := names[len(names)-1]
	for _, join := range w.Join {
		before, after, ok := strings.Cut(last, " "+join+" ")
		if ok && after != "" && !strings.HasSuffix(before, "-") && unicode.IsUpper(initial(after)) == unicode.IsUpper(initial(before)) {
			return append(names[:len(names)-1], before, after)
		}
	}
	return names
}

// signature gives the row at which names and posts of signers begin: a name
// well below the list with a post under it, or behind it.
func (t *setter) signature() int {
	for i := 1; i < len(t.rows); i++ {
		if t.rows[i].step <= places.signStep {
			continue
		}
		name, post, beside := strings.Cut(t.rows[i].text, ", ")
		under := i+1 < len(t.rows) && t.rows[i+1].step < places.nameStep && t.w.signer.MatchString(t.rows[i+1].text)
		if names(name) && (beside && t.w.signer.MatchString(post) && len(strings.Fields(post)) <= 2 || !beside && under) {
			return i
		}
	}
	return len(t.rows)
}

// names reports whether a text is nothing but names: words with a capital.
func names(text string) bool {
	fields := strings.Fields(text)
	for _, f := range fields {
		if letters := []rune(f); !unicode.IsUpper(letters[0]) || strings.ContainsAny(f, "0123456789,.:") {
			return false
		}
	}
	return len(fields) >= 2 && len(fields) <= places.personWords
}

// joinLines joins two lines of one paragraph. A hyphen at the end of the first
// goes where a word was divided, and stays before a capital, a digit or a word
// like "och".
func joinLines(a, b string, w *vocabulary) string {
	head, hyphen := strings.CutSuffix(a, "-")
	if !hyphen || head == "" || b == "" || strings.HasSuffix(head, " ") {
		return a + " " + b
	}
	next := initial(b)
	word, _, _ := strings.Cut(b, " ")
	switch {
	case slices.Contains(w.Join, strings.ToLower(word)):
		return a + " " + b
	case unicode.IsLower(next) && unicode.IsLetter([]rune(head)[len([]rune(head))-1]):
		return head + b
	}
	return a + b
}
