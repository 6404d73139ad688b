package regenerate

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/exporters/overview"
	"riskbok/rules"
	"riskbok/rules/model"
)

// account makes the overview of what is remembered now.
func (r *runner) account() {
	slices.SortFunc(r.outcome.Made, func(a, b Made) int { return compareKeys(a.RowKey, b.RowKey) })
	o := &overview.Overview{Year: r.plan.Year}
	rows := map[string][]overview.RowKey{}
	r.outside = map[string]bool{}
	for i := range r.plan.Chains {
		for _, b := range r.plan.Chains[i].Books {
			if !b.Writes {
				continue
			}
			key := overview.RowKey{Board: b.Name, Year: b.Year}
			w := r.memory.last(b.Key)
			for _, in := range b.Inputs {
				rel := r.inputs[in].Rel
				if w == nil && !r.wanted(b) {
					r.outside[rel] = true
					continue
				}
				rows[rel] = append(rows[rel], key)
			}
			if w != nil {
				o.Rows = append(o.Rows, r.row(b, w))
			}
		}
	}
	o.Rows = append(o.Rows, r.without(rows)...)
	slices.SortStableFunc(o.Rows, func(a, b overview.Row) int {
		return compareKeys(overview.RowKey{Board: a.Board, Year: a.Year}, overview.RowKey{Board: b.Board, Year: b.Year})
	})
	for _, p := range r.plan.Proposals {
		o.Spellings = append(o.Spellings, overview.Spelling(p))
	}
	o.Files = r.files(rows)
	r.outcome.Overview = o
	r.gone()
}

func compareKeys(a, b overview.RowKey) int {
	return cmp.Or(strings.Compare(model.Key(a.Board), model.Key(b.Board)), cmp.Compare(b.Year, a.Year))
}

// files says what became of every input; rows are the rows by file.
func (r *runner) files(rows map[string][]overview.RowKey) []overview.File {
	beside := map[int][]string{}
	for _, d := range r.plan.Doubles {
		for _, i := range d.Inputs {
			for _, j := range d.Inputs {
				if j != i {
					beside[i] = append(beside[i], r.inputs[j].Rel)
				}
			}
		}
	}
	out := make([]overview.File, len(r.inputs))
	for i, in := range r.inputs {
		k := r.memory.reads[in.Rel]
		f := overview.File{Name: in.Rel, Rows: rows[in.Rel], Beside: beside[i], BoardBy: string(r.plan.Placed[i].BoardBy), YearBy: string(r.plan.Placed[i].YearBy)}
		r.told(i, &f)
		o, older := r.plan.Older[i]
		switch {
		case older:
			f.State, f.Lead, f.Why, f.Copy = overview.Older, r.inputs[o.Lead].Rel, string(o.Why), in.Copies(&r.inputs[o.Lead])
		case len(f.Rows) > 0 && in.Head != nil:
			f.State = overview.Used
		case k.foreign():
			f.State, f.Problem = overview.NotRead, problem(k.PassedOver)
		case k.Unreadable != nil:
			f.State, f.Problem = overview.NotRead, problem(k.Unreadable)
		case k.PassedOver != nil:
			f.State, f.Problem = overview.NoTable, problem(k.PassedOver)
		case k.Skipped:
			f.State = overview.Passed
		case r.outside[in.Rel]:
			f.State = overview.Outside
		default:
			f.State = overview.NoWorkbook
		}
		out[i] = f
	}
	for _, s := range r.set.Same {
		if i := slices.IndexFunc(r.set.Inputs, func(in files.Input) bool { return in.Name == s.Of }); i >= 0 {
			out = append(out, overview.File{Name: s.Rel, State: overview.Older, Lead: r.set.Inputs[i].Rel, Why: string(archive.WhyCopy), Copy: true})
		}
	}
	for _, p := range r.set.Problems {
		out = append(out, overview.File{Name: r.below(p), State: overview.NotRead, Problem: &overview.Problem{Code: p.Code}})
	}
	slices.SortStableFunc(out, func(a, b overview.File) int { return strings.Compare(a.Name, b.Name) })
	return out
}

func problem(u *rules.Unreadable) *overview.Problem {
	return &overview.Problem{Code: u.Code, Args: u.Args}
}
