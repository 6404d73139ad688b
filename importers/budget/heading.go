package budget

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var headingPatterns = sync.OnceValue(func() (p struct{ year, span, month *regexp.Regexp }) {
	p.year = grid.Expression(`^(?:\pL{2,3}\s)?(20\d\d)$`)
	p.span = grid.Expression(`(\pL{3,9})\.?\s?[-–−—‑]\s?(\pL{3,9})`)
	p.month = grid.Expression(`(\d{1,2}(?::e|:a)?\s)?(\pL{3,9})`)
	return p
})

// hyphens makes every dash a hyphen, by which a span of years is known.
var hyphens = strings.NewReplacer("–", "-", "—", "-", "−", "-", "‑", "-")

// heading reads what a column's heading says. Known tells that it is one that
// money stands under: a role, a year or a word for amounts.
func (w *documentWords) heading(text string) (col model.BudgetColumn, known bool) {
	h := w.headings.Of(text, func(text string) (h headed) {
		h.column, h.known = w.readHeading(text)
		return h
	})
	return h.column, h.known
}

// headed is what a heading was read as.
type headed struct {
	column model.BudgetColumn
	known  bool
}

func (w *vocabulary) readHeading(text string) (col model.BudgetColumn, known bool) {
	col.Heading = w.oneLine(text)
	if col.Heading == "" || len(text) > tolerances.maxHeading {
		return col, false
	}
	col.Year, _ = grid.FindYear(hyphens.Replace(col.Heading))
	col.Period = w.period(col.Heading)
	if d, ok := grid.FindDate(col.Heading, w.v.Months); ok {
		col.Year, col.Period = d.Year, model.Period{From: 1, To: d.Month}
	}
	have := fields(col.Heading)
	if col.Year == 0 && col.Period.IsZero() {
		for _, word := range have {
			if m, ok := monthOf(word); ok && len(have) > 1 {
				col.Year, col.Period = m.Year, model.Period{From: 1, To: m.Month}
			}
		}
	}
	run := strings.Join(have, "")
	col.Total = beginAny(have, w.totals)
	col.Sum = col.Total && w.onlySum(have)
	col.Side, col.Remains = w.side(have), sayAny(have, w.remains)
	if sayAny(have, w.rates) {
		col.Role, col.Total = model.RolePlain, false
		return col, false
	}
	if role := w.difference(col.Heading); role != model.RoleOther {
		col.Role = role
		return col, true
	}
	for i, role := range w.v.RoleOrder {
		if holdAny(col.Heading, have, run, w.roles[i]) {
			col.Role = role
			return col, true
		}
	}
	bare := strings.TrimSpace(withoutParenthesis(col.Heading))
	if headingPatterns().year.MatchString(bare) || w.amountOfYear(bare) {
		col.Role = model.RoleYear
		return col, true
	}
	if col.Side != model.LineOther && len(have) <= tolerances.maxSide || col.Remains && len(have) == 1 {
		return col, true
	}
	return col, w.barePeriod(bare) || w.bareUpTo(bare) || w.amounts[squeeze(bare)] || w.unit(bare) != model.NoUnit && utf8.RuneCountInString(bare) < 12
}

// onlySum reports whether a heading is nothing but the word for a sum, perhaps with
// years or a unit: "Summa 2026–2028".
func (w *vocabulary) onlySum(have []string) bool {
	return slices.ContainsFunc(w.sums, func(p phrase) bool {
		return at(have, p.words) == 0 && !slices.ContainsFunc(have[len(p.words):], func(word string) bool {
			return yearOf(word) == 0 && w.unit(word) == model.NoUnit
		})
	})
}

// side tells whether a heading names income, costs or the net of both, in a word
// of its own or at the end of one: "Driftkostnader", but not "Kostnadsställe".
func (w *vocabulary) side(have []string) model.LineKind {
	for i, side := range w.v.SideOrder {
		for _, p := range w.sides[i] {
			if at(have, p.words) >= 0 || utf8.RuneCountInString(p.run) >= 5 && slices.ContainsFunc(have, func(word string) bool { return strings.HasSuffix(word, p.run) }) {
				return side
			}
		}
	}
	return model.LineOther
}

// difference reads a heading that is a calculation, "Budget - utfall": the role
// of a deviation, or of a forecast's.
func (w *vocabulary) difference(heading string) model.ColumnRole {
	left, right, ok := strings.Cut(hyphens.Replace(heading), "-")
	if !ok {
		return model.RoleOther
	}
	a, b := w.operand(left), w.operand(right)
	switch {
	case a == model.RoleOther || b == model.RoleOther || (a == model.RoleBudget) == (b == model.RoleBudget):
		return model.RoleOther
	case a == model.RoleForecast || b == model.RoleForecast:
		return model.RoleForecastDeviation
	}
	return model.RoleDeviation
}

// operand gives the role that a part of a heading names, if it is one of amounts.
func (w *vocabulary) operand(part string) model.ColumnRole {
	have := fields(part)
	run := strings.Join(have, "")
	for i, role := range w.v.RoleOrder {
		if !holdAny(part, have, run, w.roles[i]) {
			continue
		}
		if role == model.RoleBudget || role == model.RoleOutcome || role == model.RoleForecast {
			return role
		}
		break
	}
	return model.RoleOther
}

func withoutParenthesis(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 && strings.HasSuffix(s, ")") {
		return s[:i]
	}
	return s
}

// oneLine gives a text on one line. A word that a hyphen divides at a line's
// end is joined, but for the months of a span: "Budget-\navvikelse jan-\naug"
// is "Budgetavvikelse jan-aug".
func (w *vocabulary) oneLine(text string) string {
	lines := strings.Split(model.Clean(text), "\n")
	out := strings.TrimSpace(lines[0])
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case strings.HasSuffix(out, "-") && w.month(lastWord(strings.TrimSuffix(out, "-"))) > 0:
			out += line
		case strings.HasSuffix(out, "-") && startsLower(line) && endsLetter(out):
			out = strings.TrimSuffix(out, "-") + line
		default:
			out += " " + line
		}
	}
	return strings.TrimSpace(out)
}

func lastWord(s string) string {
	f := strings.Fields(s)
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func endsLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, "-"))
	return unicode.IsLetter(r)
}

// month gives the number of a month by its name or the beginning of it, at
// least three letters, or 0.
func (w *vocabulary) month(name string) int {
	name = strings.ToLower(name)
	if utf8.RuneCountInString(name) < tolerances.leastMonth {
		return 0
	}
	for i, m := range w.v.Months {
		if strings.HasPrefix(m, name) {
			return i%12 + 1
		}
	}
	return 0
}

// period gives the part of the year that a text states: a span of months, a
// name ("helår"), or a month that something goes on to ("31 aug", "t.o.m.
// augusti"). A month alone is that month.
func (w *vocabulary) period(text string) model.Period {
	if p := w.span(text); !p.IsZero() {
		return p
	}
	have := fields(text)
	for _, name := range w.periods {
		if name.To != 0 && periodAt(have, name.words) {
			return name.Period
		}
	}
	if p := w.oneMonth(text, have); !p.IsZero() {
		return p
	}
	for _, name := range w.periods {
		if name.To == 0 && periodAt(have, name.words) {
			return name.Period
		}
	}
	return model.Period{}
}

// oneMonth gives the first month that a text names, or what goes on to it.
func (w *vocabulary) oneMonth(text string, have []string) model.Period {
	if !w.mayNameMonth(text) {
		return model.Period{}
	}
	for _, m := range headingPatterns().month.FindAllStringSubmatch(text, -1) {
		month := w.month(m[2])
		switch {
		case month == 0:
		case m[1] != "" || slices.ContainsFunc(w.upTo, func(p phrase) bool { return at(have, p.words) >= 0 }):
			return model.Period{From: 1, To: month}
		default:
			return model.Period{From: month, To: month}
		}
	}
	return model.Period{}
}

// mayNameMonth is a cheap look that passes over most texts.
func (w *vocabulary) mayNameMonth(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(w.months, func(first string) bool { return strings.Contains(text, first) })
}

// amountOfYear reports whether a text is a word for amounts and a year,
// "Kostnad 2026": it says no more than the year.
func (w *vocabulary) amountOfYear(text string) bool {
	have := fields(text)
	n := len(have)
	return n > 1 && yearOf(have[n-1]) != 0 && w.amounts[strings.Join(have[:n-1], "")]
}

// barePeriod reports whether a text is nothing but the name of a month or of
// another part of the year, as over the columns of a budget by month.
func (w *vocabulary) barePeriod(text string) bool {
	text = strings.Trim(text, " .")
	if text == "" || len(text) > tolerances.maxPeriod {
		return false
	}
	if w.month(text) > 0 {
		return true
	}
	have := fields(text)
	for _, name := range w.periods {
		if name.To != 0 && sameFields(have, name.words) {
			return true
		}
	}
	return false
}

// bareUpTo reports whether a text is nothing but the word for accumulated, "Ack.".
func (w *vocabulary) bareUpTo(text string) bool {
	have := fields(text)
	return slices.ContainsFunc(w.periods, func(p periodWord) bool { return p.To == 0 && sameFields(have, p.words) })
}

// span gives the months that a text names as a span, "januari–augusti".
func (w *vocabulary) span(text string) model.Period {
	if !strings.ContainsAny(text, "-–−—‑") || !w.mayNameMonth(text) {
		return model.Period{}
	}
	for _, m := range headingPatterns().span.FindAllStringSubmatch(text, -1) {
		if from, to := w.month(m[1]), w.month(m[2]); from > 0 && to > 0 {
			return model.Period{From: from, To: to}
		}
	}
	return model.Period{}
}

// periodAt reports whether a period's name stands in a list of words; a long
// one may begin a word ("årsprognosens").
func periodAt(have, name []string) bool {
	if at(have, name) >= 0 {
		return true
	}
	if len(name) > 1 || utf8.RuneCountInString(name[0]) < 5 {
		return false
	}
	for _, word := range have {
		if strings.HasPrefix(word, name[0]) {
			return true
		}
	}
	return false
}

// yearOf reads a cell that holds nothing but a year.
func yearOf(text string) int {
	text = model.Clean(text)
	if !strings.Contains(text, "20") {
		return 0
	}
	if m := headingPatterns().year.FindStringSubmatch(text); m != nil {
		y, _ := strconv.Atoi(m[1])
		return y
	}
	return 0
}
