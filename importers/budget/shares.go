package budget

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var sharePatterns = sync.OnceValue(func() (p struct{ name, sentence, tail *regexp.Regexp }) {
	p.name = grid.Expression(`(\p{Lu}[\pL-]*(?:\s\p{Lu}[\pL-]*)*(?:\s\pL+)?)(?:\s\pL{2,6})?\s*(?:med|:|–|-|=|\()?\s*$`)
	p.sentence = grid.Expression(`[.!?](?:\s+\p{Lu}|$)`)
	// A dash between spaces divides name and amount, one at the digits is a minus.
	p.tail = grid.Expression(`^(\pL[^\d]*?)\s*(?:[:(=]|\s[-–—]\s)?\s*([-−–]?\d.*)$`)
	return p
})

// shareBytes is how much of a line with a number costs a step.
const shareBytes = 24

// shares reads totals that a text says are shared, with the shares that follow
// as a list or in the same sentence.
func (d *reader) shares(list []text) {
	for i := 0; i < len(list); i++ {
		if strings.ContainsAny(list[i].text, "0123456789") && !d.cost.Step(1+len(list[i].text)/shareBytes) {
			return
		}
		if a, last, ok := d.w.allocation(list, i); ok {
			d.allocations = append(d.allocations, a)
			i = last
		}
	}
}

// allocation reads the shares of a total that stands on line i; last is the
// last line it takes.
func (w *documentWords) allocation(list []text, i int) (a model.Allocation, last int, ok bool) {
	line := list[i].text
	if len(line) > tolerances.maxLine {
		return a, 0, false
	}
	tries := 0
	for m := range amountsIn(line) {
		unit, end := w.unitAfter(line[m[1]:])
		if unit == model.NoUnit {
			continue
		}
		if tries++; tries > tolerances.maxTotals {
			break
		}
		if a, last, ok := w.allocationOf(list, i, m[0], m[1], m[1]+end, unit); ok {
			return a, last, true
		}
	}
	return model.Allocation{}, 0, false
}

// allocationOf reads the shares of the total whose figures stand on line i from one place
// to another, with its unit up to end.
func (w *documentWords) allocationOf(list []text, i, from, to, end int, unit model.Unit) (a model.Allocation, last int, ok bool) {
	line := list[i].text
	before, after := line[:from], line[end:]
	if i > 0 && startsLower(line) && !endsSentence(list[i-1].text) {
		before = list[i-1].text + " " + before
	}
	before = lastSentence(before)
	stated := w.total(before, after)
	if !stated && !w.dividedAt(after) {
		return a, 0, false
	}
	d, ok := ParseAmount(line[from:to])
	if !ok {
		return a, 0, false
	}
	rest, next := w.intro(list, i, after)
	if says(before+" "+rest, w.partial) && !says(before+" "+rest, w.whole) || strings.HasSuffix(strings.TrimSpace(rest), ",") {
		return a, 0, false
	}
	divided := says(before+" "+rest, w.divided) || strings.HasSuffix(strings.TrimSpace(rest), ":")
	total := model.Value[decimal.Decimal]{V: d, OK: true, Raw: line[from:end], At: list[i].at}
	a = model.Allocation{Total: total, Unit: unit, At: list[i].at, Text: strings.TrimSpace(before + total.Raw + firstSentence(rest))}
	if shares, end := w.listed(list, next, unit); stated && len(shares) >= 2 && (divided || bullet(list[next].text)) {
		a.Shares = shares
		return a, end, true
	}
	if !divided || next > i+tolerances.introLines && !endsSentence(rest) {
		return a, 0, false
	}
	for _, read := range []func(string, model.Unit, model.Source) []model.Share{w.inline, w.inlineAfter} {
		if shares := read(firstSentence(rest), unit, list[i].at); len(shares) >= 2 {
			a.Shares = shares
			return a, i, true
		}
	}
	return a, 0, false
}

// total reports whether the words around an amount say that it is a total:
// among the last four before it, or the first after it.
func (w *documentWords) total(before, after string) bool {
	words := fields(before)
	words = words[max(0, len(words)-4):]
	if f := fields(after); len(f) > 0 {
		words = append(words, f[0])
	}
	return says(strings.Join(words, " "), w.shared)
}

// dividedAt reports whether the words right after an amount say that it is
// divided: "1 200 tkr, fördelas på …". In one sentence with the shares that is enough
// to make it their total.
func (w *documentWords) dividedAt(after string) bool {
	f := fields(after)
	for _, p := range w.v.Shares.Divided {
		// More words, as "per kommun", may say what each of several gets.
		if i := at(f, []string{p}); i == 0 || i == 1 {
			return true
		}
	}
	return false
}

// maxUnit is the longest that the name of a unit may be, with what follows it, in bytes.
const maxUnit = 64

// unitAfter gives the unit that a text begins with, and where its word ends.
func (w *documentWords) unitAfter(s string) (model.Unit, int) {
	trimmed := strings.TrimLeft(s, " ")
	start := len(s) - len(trimmed)
	if trimmed == "" {
		return model.NoUnit, 0
	}
	low := strings.ToLower(trimmed[:min(len(trimmed), maxUnit)])
	for i, u := range w.units {
		name := w.names[i]
		if !strings.HasPrefix(low, name) {
			continue
		}
		rest := low[len(name):]
		if rest == "" || strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) != 0 {
			return u.Unit, start + len(name)
		}
	}
	return model.NoUnit, 0
}

// intro gives what follows a total up to the list of shares or the end of the
// sentence, and the line after it.
func (w *documentWords) intro(list []text, i int, after string) (rest string, next int) {
	rest, next = after, i+1
	for next < len(list) && next <= i+tolerances.introLines && len(rest) < tolerances.maxLine && !endsSentence(rest) {
		// After a comma the sentence goes on, however its next line looks.
		if _, ok := w.share(list[next], model.UnitTkr); ok && !strings.HasSuffix(strings.TrimSpace(rest), ",") {
			break
		}
		rest += " " + list[next].text
		next++
	}
	return rest, next
}

func endsSentence(s string) bool {
	s = strings.TrimSpace(s)
	return strings.HasSuffix(s, ":") || sharePatterns().sentence.MatchString(s)
}

func firstSentence(s string) string {
	if m := sharePatterns().sentence.FindStringIndex(s); m != nil {
		return s[:m[0]+1]
	}
	return s
}

func lastSentence(s string) string {
	all := sharePatterns().sentence.FindAllStringIndex(s, -1)
	if len(all) == 0 {
		return s
	}
	return strings.TrimLeft(s[all[len(all)-1][0]+1:], " ")
}

// listed reads the lines of shares from one on; last is the last of them.
func (w *documentWords) listed(list []text, from int, unit model.Unit) (shares []model.Share, last int) {
	for last = from; last < len(list); last++ {
		s, ok := w.share(list[last], unit)
		if !ok {
			break
		}
		if begins(s.Party.V, w.totals) {
			return shares, last
		}
		shares = append(shares, s)
	}
	return shares, last - 1
}

// share reads a line that is a share: a name of few words, an amount and its
// unit. A line of a list, or one with a colon, may leave out the unit.
func (w *documentWords) share(l text, unit model.Unit) (model.Share, bool) {
	s := l.text
	listed := bullet(s)
	if listed {
		s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	}
	m := sharePatterns().tail.FindStringSubmatch(s)
	if m == nil {
		return model.Share{}, false
	}
	name, tail := m[1], m[2]
	colon := strings.HasPrefix(s[len(name):], ":")
	amount, own, ok := w.amountText(strings.TrimRight(tail, " .,;)"))
	if !ok || name == "" || len(strings.Fields(name)) > 5 || !listed && !startsUpper(name) || own == model.NoUnit && !listed && !colon {
		return model.Share{}, false
	}
	if own == model.NoUnit {
		own = unit
	}
	return model.Share{
		Party:  model.Text(name, l.at),
		Amount: model.Value[decimal.Decimal]{V: amount, OK: true, Raw: tail, At: l.at},
		Unit:   own,
	}, true
}
