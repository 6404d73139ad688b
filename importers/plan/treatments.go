package plan

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// treatmentTable is the definition of the treatments as found in a grid.
type treatmentTable struct {
	region
	treatments []model.Treatment
}

var rangePatterns = sync.OnceValue(func() (p struct{ span, atLeast, atMost, single *regexp.Regexp }) {
	p.span = regexp.MustCompile(`^(\d{1,4})\s*(?:[-–—−]|till|to|\.\.\.?|…)\s*(\d{1,4})$`)
	p.atLeast = regexp.MustCompile(`^(?:(≥|>=|>|över|från|minst|over|from)\s*(\d{1,4})|(\d{1,4})\s*(?:\+|[-–—]|eller mer|eller högre|och uppåt|or more))$`)
	p.atMost = regexp.MustCompile(`^(?:(≤|<=|<|under|högst|upp till|up to|below)\s*(\d{1,4})|(\d{1,4})\s*(?:eller mindre|eller lägre|or less))$`)
	p.single = regexp.MustCompile(`^(\d{1,4})$`)
	return p
})

// parseRange reads a range of risk values: "4-11", "12–16", "≥12", "<4", "4
// till 11", "9". An open end is math.MaxInt or 0.
func parseRange(text string) (low, high int, ok bool) {
	text = strings.ToLower(strings.ReplaceAll(model.Clean(text), "\n", " "))
	p := rangePatterns()
	if m := p.span.FindStringSubmatch(text); m != nil {
		low, high = number(m[1]), number(m[2])
		if low > high {
			low, high = high, low
		}
		return low, high, true
	}
	if m := p.atLeast.FindStringSubmatch(text); m != nil {
		low = number(m[2] + m[3])
		if strings.HasPrefix(m[1], ">") && !strings.HasSuffix(m[1], "=") || m[1] == "över" || m[1] == "over" {
			low++
		}
		return low, math.MaxInt, true
	}
	if m := p.atMost.FindStringSubmatch(text); m != nil {
		high = number(m[2] + m[3])
		if m[1] == "<" || m[1] == "under" || m[1] == "below" {
			high--
		}
		return 0, high, true
	}
	if m := p.single.FindStringSubmatch(text); m != nil {
		return number(m[1]), number(m[1]), true
	}
	return 0, 0, false
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// findTreatments finds the tables that say which treatment a risk value calls
// for: ranges of values beside short texts, under a heading that says so.
func (w *words) findTreatments(t *grid.Table) []treatmentTable {
	var found []treatmentTable
	for r := 0; r < len(t.Rows); r++ {
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || !w.is(roleRange, c.Text) && !w.is(roleTreatment, c.Text) {
				continue
			}
			if tt, ok := w.treatmentsAt(t, r, col); ok {
				found = append(found, tt)
				r = tt.bottom
				break
			}
		}
	}
	return found
}

// treatmentsAt reads the ranges in the column under a heading, or in the one
// next to it.
func (w *words) treatmentsAt(t *grid.Table, r, col int) (treatmentTable, bool) {
	for _, ranges := range []int{col, col - 1, col + 1} {
		if ranges < 0 {
			continue
		}
		if tt, ok := w.treatmentRows(t, r, ranges); ok {
			return tt, true
		}
	}
	return treatmentTable{}, false
}

func (w *words) treatmentRows(t *grid.Table, r, ranges int) (treatmentTable, bool) {
	label, meaning := w.treatmentColumns(t, r, ranges)
	if label < 0 {
		return treatmentTable{}, false
	}
	tt := treatmentTable{region: region{top: r, bottom: r, left: min(ranges, label), right: max(ranges, label)}}
	spans := 0
	for row := r + 1; row < len(t.Rows) && len(tt.treatments) <= maxLevels; row++ {
		low, high, ok := parseRange(t.Cell(row, ranges).Text)
		if !ok {
			break
		}
		if low != high {
			spans++
		}
		c := t.Resolved(row, label)
		text := model.Clean(c.Text)
		if text == "" || utf8.RuneCountInString(text) > 80 {
			break
		}
		tr := model.Treatment{Min: low, Max: high, Label: text, At: t.Cell(row, ranges).At}
		if meaning >= 0 {
			tr.Meaning = model.Clean(t.Cell(row, meaning).Text)
			tt.right = max(tt.right, meaning)
		}
		tr.InPlan = w.inPlan(tr)
		tt.treatments = append(tt.treatments, tr)
		tt.bottom = row
	}
	return tt, len(tt.treatments) >= 2 && spans > 0
}

// treatmentColumns finds the columns of treatments and of what they mean: by
// heading, else the first two columns of text after the ranges.
func (w *words) treatmentColumns(t *grid.Table, r, ranges int) (label, meaning int) {
	label, meaning = -1, -1
	last := max(len(t.Rows[r]), width(t, r+1, r+1))
	for c := 0; c < last; c++ {
		text := t.Resolved(r, c).Text
		switch {
		case c == ranges || t.Cell(r, c).Covered:
		case label < 0 && w.is(roleTreatment, text) && t.Cell(r+1, c).Kind == grid.Text:
			label = c
		case meaning < 0 && w.is(roleMeaning, text):
			meaning = c
		}
	}
	if label < 0 {
		label = w.textColumn(t, r+1, ranges, last)
		if label > ranges+2 {
			label = -1
		}
	}
	if meaning == label {
		meaning = -1
	}
	if meaning < 0 && label >= 0 {
		if c := w.textColumn(t, r+1, label, label+2); c >= 0 && c != ranges {
			meaning = c
		}
	}
	return label, meaning
}

// inPlan tells whether a treatment requires a place in the plan: its meaning
// says that it does not, or where nothing is said its name does.
func (w *words) inPlan(t model.Treatment) bool {
	meaning := model.Key(t.Label + " " + t.Meaning)
	for _, phrase := range w.v.Definitions.NotInPlan {
		if strings.Contains(meaning, model.Key(phrase)) {
			return false
		}
	}
	if t.Meaning != "" && strings.Contains(model.Key(t.Meaning), "plan") {
		return true
	}
	first := model.LeadingWord(t.Label)
	for _, word := range w.v.Definitions.Accept {
		if first == model.Key(word) {
			return false
		}
	}
	return true
}
