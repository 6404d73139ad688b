package regenerate

import (
	"slices"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/exporters/overview"
)

// task is what is due of one board, and the inputs that must be read for it. A
// document that several boards share is read for each of them, so that no more is
// in memory at a time than one board's years.
type task struct {
	chain  *archive.Chain
	books  []*due
	inputs []int
}

// due is a book that is to be written.
type due struct {
	*archive.Book
	made made
	old  *written // what is remembered of it, nil for nothing
	Made Made

	found found
}

// tasksOf finds what of a chain is due, by board.
func (r *runner) tasksOf(c *archive.Chain) []task {
	var out []task
	for _, b := range c.Books {
		if !b.Writes {
			continue
		}
		d := &due{Book: b, made: r.madeOf(c, b), old: r.memory.last(b.Key)}
		d.Made.RowKey = overview.RowKey{Board: b.Name, Year: b.Year}
		d.found = r.found(d)
		d.Made.Why = r.why(d)
		if !r.wanted(b) {
			if d.old != nil {
				d.old.Row.Stale = len(d.Made.Why) > 0
			}
			continue
		}
		if len(d.Made.Why) == 0 {
			r.outcome.Unchanged++
			r.stillKept(d)
			continue
		}
		d.Made.New = (d.old == nil || len(d.old.Outputs) == 0) && !d.found.has(files.Own, files.Changed)
		if r.o.DryRun {
			r.foresee(d)
		}
		if n := len(out); n == 0 || out[n-1].books[0].Board != b.Board {
			out = append(out, task{chain: c})
		}
		t := &out[len(out)-1]
		t.books = append(t.books, d)
		t.inputs = append(t.inputs, b.Inputs...)
		if before := c.Before(b); before != nil {
			t.inputs = append(t.inputs, before.Inputs...)
		}
	}
	for i := range out {
		slices.Sort(out[i].inputs)
		out[i].inputs = slices.Compact(out[i].inputs)
	}
	return out
}

// wanted reports whether a book lies within the limits of the run.
func (r *runner) wanted(b *archive.Book) bool {
	if r.o.Year != 0 && b.Year != r.o.Year {
		return false
	}
	return len(r.o.Boards) == 0 || slices.ContainsFunc(r.o.Boards, func(name string) bool { return r.key(name) == b.Board })
}

// madeOf gives all that a book's outputs depend on.
func (r *runner) madeOf(c *archive.Chain, b *archive.Book) made {
	m := made{Program: r.o.Program, Settings: r.o.Settings, Template: r.o.Template, Stem: b.Stem, Inputs: r.hashes(b)}
	if before := c.Before(b); before != nil {
		m.Before = r.hashes(before)
	}
	return m
}

func (r *runner) hashes(b *archive.Book) map[string]string {
	out := map[string]string{}
	for _, i := range b.Inputs {
		rel := r.inputs[i].Rel
		p := r.plan.Placed[i]
		hash := r.memory.reads[rel].Hash
		if p != (archive.Placed{}) {
			hash += " " + p.String()
		}
		out[rel] = hash
	}
	return out
}

// why gives all reasons for which a book is due; none where it is not.
func (r *runner) why(d *due) []Why {
	old := d.old
	switch {
	case old == nil && d.found.has(files.Own, files.Changed):
		return []Why{{Code: "forgotten"}}
	case old == nil:
		return []Why{{Code: "new"}}
	case r.o.Force:
		return []Why{{Code: "force"}}
	case old.Failed:
		return []Why{{Code: "unwritten"}}
	}
	var out []Why
	for _, one := range []struct {
		code     string
		old, new string
	}{
		{"program", old.Made.Program, d.made.Program}, {"settings", old.Made.Settings, d.made.Settings}, {"template", old.Made.Template, d.made.Template},
		{"name", old.Made.Stem, d.made.Stem},
	} {
		if one.old != one.new {
			out = append(out, Why{Code: one.code})
		}
	}
	for _, side := range []struct {
		code     string
		old, new map[string]string
	}{{"inputs", old.Made.Inputs, d.made.Inputs}, {"before", old.Made.Before, d.made.Before}} {
		changed := slices.DeleteFunc(differing(side.old, side.new), func(rel string) bool {
			_, there := side.new[rel]
			return !there && r.shut(rel)
		})
		if len(changed) > 0 {
			out = append(out, Why{side.code, changed})
		}
	}
	if missing := d.found.names(func(f standing) bool { return f.is == files.Nothing }); len(missing) > 0 {
		out = append(out, Why{"missing", missing})
	}
	behind := d.found.names(func(f standing) bool { return f.is == files.Own && f.hash != "" && f.hash != f.remembered })
	if len(behind) > 0 {
		out = append(out, Why{"behind", behind})
	}
	return out
}

// differing gives the keys under which two maps do not hold the same.
func differing(a, b map[string]string) []string {
	var out []string
	for k, v := range a {
		if w, ok := b[k]; !ok || v != w {
			out = append(out, k)
		}
	}
	for k := range b {
		if _, ok := a[k]; !ok {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}
