package controlplan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Collection says which reports are to be collected.
type Collection struct {
	Period string // as the follow-up heads it, "T1"
	Year   int    // of the plan; 0: each board's latest

	Aliases map[string][]string // a board's name → its other names
}

// NamelessError is a plan that states no board, or no year: a sheet that was
// filled in could not be told to be a part of it.
type NamelessError struct{ File string }

func (e *NamelessError) Error() string {
	return fmt.Sprintf("%s: no board or no year that a sheet could refer to", e.File)
}

// PeriodError is a period that the follow-up of a board does not have.
type PeriodError struct {
	Board, Period string
	Known         []string
}

func (e *PeriodError) Error() string {
	return fmt.Sprintf("follow-up of %q: no period %q, expected one of %s", e.Board, e.Period, strings.Join(e.Known, ", "))
}

// Collect writes a workbook for each owner of measures that a period is to be
// reported on: "<board>-<year>-<period>-<owner>.xlsx". It lists her measures and
// what was last reported on each, with room for the period's own report. Read
// together with the plan, its reports fill the follow-up. Measures are those of
// the follow-up, or where there is none those of the risks that must be in the
// plan. An error means that there is no such period ([PeriodError]), that the
// plan cannot be referred to ([NamelessError]), or that a workbook could not be
// made.
func Collect(r *rules.Report, opts output.Options, c Collection) ([]output.Pending, error) {
	cat, err := ready(opts)
	if err != nil {
		return nil, err
	}
	var all []output.Pending
	taken := workbook.Names{}
	for _, board := range boards(r.Books, c.Aliases, hasContent) {
		b := ofYear(board, c.Year)
		if b == nil {
			continue
		}
		p := merge(r, b, &opts.Template.Scale, false)
		p.asNumbered()
		p.freshFollowUp(opts.Template.Layout.FollowUp.Periods)
		if p.follow == nil {
			continue
		}
		if b.Board == "" || b.Year == 0 {
			return nil, &NamelessError{strings.Join(p.inputs, ", ")}
		}
		i := p.periodCalled(c.Period, b.FollowUps)
		if i < 0 {
			return nil, &PeriodError{b.Board, c.Period, p.follow.periods}
		}
		w := &collector{plan: p, opts: opts, cat: cat, period: p.follow.periods[i], earlier: p.follow.periods[:i]}
		if before := ofYear(board, b.Year-1); before != nil && b.Year > 1 {
			w.before = merge(r, before, &opts.Template.Scale, false)
			w.before.asNumbered()
		}
		stem := strings.TrimSuffix(fileName(r, b, cat, workbook.Names{}), Ending+".xlsx") + "-" + workbook.Slug(w.period) + "-"
		for _, o := range w.owners() {
			name := workbook.Slug(o.name)
			if name == "" {
				name = cat.T("controlplan.file.nobody")
			}
			sheet, heading := w.sheet(o)
			all = append(all, output.Pending{Name: taken.Take(stem + name), Make: func() ([]byte, []rules.Finding, error) {
				data, err := w.render(o, sheet, heading)
				if err != nil {
					return nil, nil, fmt.Errorf("collection sheet of %q for %q: %w", b.Board, o.name, err)
				}
				return data, nil, nil
			}})
		}
	}
	return all, nil
}

// periodCalled gives the index of the period that is meant by a name, its own or
// that of a follow-up's heading; −1: none.
func (p *plan) periodCalled(name string, tables []*model.FollowUpTable) int {
	called := map[string]bool{model.Key(name): true}
	for _, t := range tables {
		for _, c := range t.Periods {
			if model.Key(c.Heading) == model.Key(name) {
				called[model.Key(c.Key)] = true
			}
		}
	}
	return slices.IndexFunc(p.follow.periods, func(s string) bool { return called[model.Key(s)] })
}

// ofYear gives a board's book of a year, or with 0 its latest.
func ofYear(books []*model.Book, year int) *model.Book {
	var best *model.Book
	for _, b := range books {
		if (year == 0 || b.Year == year) && (best == nil || b.Year > best.Year) {
			best = b
		}
	}
	return best
}

// collector makes the sheets of one board.
type collector struct {
	plan    *plan
	before  *plan // of the year before, nil where it is not among the documents
	opts    output.Options
	cat     *lang.Catalog
	period  string
	earlier []string // the periods before it, of the same year
}

// owner is one owner, as the plan writes it, and her measures.
type owner struct {
	name string
	rows []*followRow
}

// owners gathers the rows by the owner they name, else by the one that the plan
// names for the measure, in the order of their first. Measures that are not to
// be reported in the period are left out.
func (w *collector) owners() []owner {
	var out []owner
	for _, r := range w.plan.follow.rows {
		if r.unplanned || !dueIn(w.plan.follow.periods, w.plan.reportingOf(r))[w.period] {
			continue
		}
		name := cmp.Or(r.owner, w.plan.measureOf(r).owner)
		i := slices.IndexFunc(out, func(o owner) bool { return model.Key(o.name) == model.Key(name) })
		if i < 0 {
			out = append(out, owner{name: name})
			i = len(out) - 1
		}
		out[i].rows = append(out[i].rows, r)
	}
	return out
}

// last gives what was last reported on a measure, with its period: of this
// year, else of the year before.
func (w *collector) last(r *followRow) string {
	for _, period := range slices.Backward(w.earlier) {
		if text := r.reports[period]; text != "" {
			return period + ": " + text
		}
	}
	if w.before == nil || w.before.follow == nil {
		return ""
	}
	o := w.before.sameMeasure(r)
	if o == nil {
		return ""
	}
	for _, period := range slices.Backward(w.before.follow.periods) {
		if text := o.reports[period]; text != "" {
			return period + " " + strconv.Itoa(w.before.year) + ": " + text
		}
	}
	return ""
}

// sameMeasure gives the row of a follow-up for a measure of another year: by
// number and action, by action alone, else by number and the risk's text.
func (p *plan) sameMeasure(r *followRow) *followRow {
	if p.followed == nil {
		p.followed = map[[3]string]*followRow{}
		for _, o := range slices.Backward(p.follow.rows) {
			for _, key := range followKeys(o) {
				p.followed[key] = o
			}
		}
	}
	for _, key := range followKeys(r) {
		if o := p.followed[key]; o != nil {
			return o
		}
	}
	return nil
}

// followKeys are what a row is known by, the surest first.
func followKeys(r *followRow) [][3]string {
	number, action, event := model.NumberKey(r.number), model.Key(r.action), model.Key(r.event)
	out := [][3]string{{"both", number, action}}
	if action != "" {
		out = append(out, [3]string{"action", action})
	}
	if number != "" && event != "" {
		out = append(out, [3]string{"risk", number, event})
	}
	return out
}
