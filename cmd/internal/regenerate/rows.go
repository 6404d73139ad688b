package regenerate

import (
	"slices"

	"riskbok/cmd/internal/archive"
	"riskbok/exporters/overview"
	"riskbok/rules/model"
)

// row gives the overview's row of a book as the plan knows it now: a name may have
// changed, and minutes may have come that tell of a decision, without the book being
// made anew.
func (r *runner) row(b *archive.Book, w *written) overview.Row {
	row := w.Row
	row.Board, row.Year, row.OnlyBudget = b.Name, b.Year, !b.Plan
	for _, i := range b.Inputs {
		for j := range r.inputs[i].Head.Claims {
			c := &r.inputs[i].Head.Claims[j]
			if c.Has(archive.ContentMinutes) && !c.Writes() && c.Year == b.Year && row.Decided.Before(c.Decided) && (row.Decided.IsZero() || row.DecidedBy != "") {
				row.Decided, row.DecidedBy = c.Decided, r.inputs[i].Rel
			}
		}
	}
	return row
}

// without gives the rows of boards of which there is nothing to judge: those that are
// missing, and those whose files could not be read. rows are the rows by file, to
// which unread ones are added.
func (r *runner) without(rows map[string][]overview.RowKey) []overview.Row {
	var out []overview.Row
	for _, m := range r.plan.Missing {
		out = append(out, overview.Row{Board: m.Board, Year: r.plan.Year, Missing: true})
	}
	for _, u := range r.plan.Unread {
		rel := r.inputs[u.Input].Rel
		rows[rel] = append(rows[rel], overview.RowKey{Board: u.Board, Year: u.Year})
		if !u.Alone {
			continue
		}
		i := slices.IndexFunc(out, func(o overview.Row) bool { return o.Unread && o.Board == u.Board && o.Year == u.Year })
		if i < 0 {
			i = len(out)
			out = append(out, overview.Row{Board: u.Board, Year: u.Year, Unread: true})
		}
		out[i].Files = append(out[i].Files, rel)
	}
	return out
}

// told puts into a file's line what the plan has found out about it.
func (r *runner) told(i int, f *overview.File) {
	h := r.inputs[i].Head
	if h == nil {
		return
	}
	f.Made = h.Maker == model.MakerRiskbok
	for _, s := range r.plan.Strays {
		if s.Input == i {
			f.PathBoard = s.Path
		}
	}
	f.Far = slices.Contains(r.plan.Far, i)
	for _, s := range r.plan.Repeats {
		if s.Input == i {
			f.Same = r.inputs[s.Same].Rel
		}
	}
	for _, s := range r.plan.Slips {
		if s.Input != i {
			continue
		}
		f.Heading, f.PathYear = s.Heading, s.Path
		if s.Same >= 0 {
			f.Same = r.inputs[s.Same].Rel
		}
	}
	if f.YearBy == "" && slices.ContainsFunc(h.Claims, func(c archive.Claim) bool { return c.YearOfFile }) {
		f.YearBy = string(archive.ByFile)
	}
	if f.YearBy == "" && len(h.Claims) == 1 && h.Claims[0].Has(archive.ContentMinutes) && !h.Claims[0].Writes() {
		f.YearBy = "meeting"
		if !h.Claims[0].Decided.IsZero() {
			f.YearBy = "plan"
		}
	}
}

// titles are the words that head plans.
func (r *runner) titles() model.Titles {
	if v := r.o.Run.Settings.Vocabulary; v != nil {
		return v.Titles
	}
	return model.Titles{}
}
