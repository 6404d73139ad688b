package compare

import (
	"cmp"
	"strconv"
	"strings"
	"unicode"

	"riskbok/exporters/findinglist"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// wording puts the parts of a comparison into the catalogue's words.
type wording struct {
	cat *lang.Catalog
	r   *rules.Report
}

func (w wording) edition(e compare.Edition) string {
	board, year := e.Board, strconv.Itoa(e.Year)
	if board == "" {
		board = w.cat.T("compare.no-board")
	}
	if e.Year == 0 {
		year = w.cat.T("compare.no-year")
	}
	return w.cat.T("compare.edition", "board", output.OneLine(board), "year", year)
}

// names gives the names of the files of an edition, without folders.
func (w wording) names(e compare.Edition) string {
	files := w.files(e)
	for i, f := range files {
		files[i] = w.r.FileName(f)
	}
	return strings.Join(files, ", ")
}

// files gives the paths of the files of an edition, each once.
func (w wording) files(e compare.Edition) []string {
	var out []string
	seen := map[int32]bool{}
	add := func(at model.Source) {
		if d := w.r.Document(at.Doc); d != nil && !seen[at.Doc] {
			seen[at.Doc] = true
			out = append(out, d.File)
		}
	}
	for _, b := range e.Books {
		for _, r := range b.Registers {
			add(r.At)
		}
		for _, f := range b.FollowUps {
			add(f.At)
		}
	}
	return out
}

// who names the risk of an item: its number, the earlier one too where it was
// another, and its text.
func (w wording) who(it *compare.Item) string {
	r := it.New
	if r == nil {
		r = it.Old
	}
	number := w.numbers(it)
	return strings.TrimSpace(number + " " + rules.Shorten(output.OneLine(r.About()), 120))
}

func (w wording) numbers(it *compare.Item) string {
	switch {
	case it.New == nil:
		return output.OneLine(it.Old.Number.V)
	case !it.Renumbered():
		return output.OneLine(it.New.Number.V)
	}
	return w.cat.T("compare.was", "number", cmp.Or(output.OneLine(it.New.Number.V), "–"), "old", cmp.Or(output.OneLine(it.Old.Number.V), "–"))
}

// title names a risk in a list.
func (w wording) title(r *compare.Risk) string {
	return strings.TrimSpace(output.OneLine(r.Number.V) + " " + rules.Shorten(output.OneLine(r.About()), 60))
}

func (w wording) empty(s string) string {
	if s == "" {
		return w.cat.T("compare.empty")
	}
	return s
}

func (w wording) change(old, new string) string {
	return w.cat.T("compare.change", "old", w.empty(old), "new", w.empty(new))
}

func (w wording) field(c *compare.Change) string {
	if c.Field == model.FieldPeriod && c.Period != "" {
		return output.OneLine(c.Period)
	}
	return w.cat.T("compare.field." + string(c.Field))
}

// valuation tells how levels and value changed.
func (w wording) valuation(c *compare.Change) string {
	text := ""
	switch {
	case c.LevelsOld == c.LevelsNew:
		text = w.cat.T("compare.same-levels", "change", w.change(c.Old, c.New), "levels", w.empty(c.LevelsNew))
	case c.Old == "" && c.New == "":
		text = w.cat.T("compare.levels-only", "old", w.empty(c.LevelsOld), "new", w.empty(c.LevelsNew))
	default:
		text = w.cat.T("compare.levels", "old", w.empty(c.LevelsOld), "new", w.empty(c.LevelsNew), "change", w.change(c.Old, c.New))
	}
	if note := w.gives(c); note != "" {
		text += " (" + note + ")"
	}
	return text
}

// gives says what the levels are worth where a written value is another.
func (w wording) gives(c *compare.Change) string {
	if c.ValueOld == 0 || c.ValueNew == 0 {
		return ""
	}
	old, new := strconv.Itoa(c.ValueOld), strconv.Itoa(c.ValueNew)
	switch {
	case old == c.Old && new == c.New:
		return ""
	case old == new:
		return w.cat.T("compare.gives-one", "value", new)
	}
	return w.cat.T("compare.gives", "change", w.change(old, new))
}

// why explains a match.
func (w wording) why(m *compare.Match) string {
	text := w.cat.T("compare.match."+string(m.By), "score", percent(m.Score))
	if len(m.OtherOld) > 0 {
		text += "; " + w.cat.T("compare.match.other-old", "risks", w.titles(m.OtherOld))
	}
	if len(m.OtherNew) > 0 {
		text += "; " + w.cat.T("compare.match.other-new", "risks", w.titles(m.OtherNew))
	}
	return text
}

func (w wording) titles(risks []*compare.Risk) string {
	var out []string
	for _, r := range risks {
		out = append(out, w.title(r))
	}
	return strings.Join(out, ", ")
}

func percent(score float64) int { return int(score*100 + 0.5) }

// place names where something stands, "Riskanalys F8".
func (w wording) place(at model.Source) string {
	if at.IsZero() {
		return ""
	}
	_, place, cell := findinglist.Where(w.r, w.cat, at)
	if w.r.Place(at).Page > 0 {
		return w.cat.T("findings.at.page", "n", place)
	}
	return strings.TrimSpace(place + " " + cell)
}

// ranges writes numbers that follow each other as one: "R3–R9, R12".
func ranges(numbers []string) string {
	var out []string
	for i := 0; i < len(numbers); {
		j := i
		for j+1 < len(numbers) && follows(numbers[j], numbers[j+1]) {
			j++
		}
		if j > i+1 {
			out = append(out, numbers[i]+"–"+numbers[j])
		} else {
			out = append(out, numbers[i:j+1]...)
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}

// follows reports whether a number is the next one: "R4" follows "R3".
func follows(a, b string) bool {
	x, i, ok := split(a)
	y, j, also := split(b)
	return ok && also && model.Key(x) == model.Key(y) && j == i+1
}

// split cuts a number into what stands before it and its last digits.
func split(s string) (string, int, bool) {
	digits := strings.TrimRightFunc(s, unicode.IsDigit)
	n, err := strconv.Atoi(s[len(digits):])
	return digits, n, err == nil
}
