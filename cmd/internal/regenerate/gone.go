package regenerate

import (
	"maps"
	"slices"
	"strings"

	"riskbok/cmd/internal/archive"
)

// superseded removes the outputs of a board's year that another now takes the place
// of, as when two names were joined into one: the archive holds all that they were made
// of, unchanged, and it is part of other board's years. Those that others have
// written too, or that somebody has changed, stay.
func (r *runner) superseded() {
	if r.o.DryRun {
		return
	}
	leads := r.leads()
	for _, key := range r.memory.years() {
		w := r.memory.written[key]
		if leads.books[key] || len(w.Outputs) == 0 || !r.elsewhere(w, leads) {
			continue
		}
		var removed, kept []string
		for _, name := range slices.Sorted(maps.Keys(w.Outputs)) {
			if r.memory.holds(name, key) {
				continue
			}
			switch gone, err := r.writer.Remove(name); {
			case err != nil:
				r.outcome.Gone = append(r.outcome.Gone, name)
			case gone:
				removed = append(removed, name)
			default:
				kept = append(kept, name)
			}
		}
		r.outcome.Removed, r.outcome.Kept = append(r.outcome.Removed, removed...), append(r.outcome.Kept, kept...)
		if err := r.memory.add(line{Written: &written{Key: key}}); err != nil {
			r.outcome.Gone = append(r.outcome.Gone, kept...)
		}
	}
}

// last gives what is remembered of a board's year, nil for nothing: of one that others
// took the place of nothing is.
func (m *memory) last(key archive.Key) *written {
	if w := m.written[key]; w != nil && w.Made.Program+w.Made.Stem != "" {
		return w
	}
	return nil
}

// leading are the board's years of the plan that have been written, and the hashes of
// the inputs that they are made of, earlier versions too.
type leading struct {
	books  map[archive.Key]bool
	hashes map[string]string // by path
}

func (r *runner) leads() leading {
	out := leading{map[archive.Key]bool{}, map[string]string{}}
	for i := range r.plan.Chains {
		for _, b := range r.plan.Chains[i].Books {
			if !b.Writes {
				continue
			}
			out.books[b.Key] = true
			if r.memory.written[b.Key] == nil {
				continue
			}
			for _, in := range b.Inputs {
				rel := r.inputs[in].Rel
				out.hashes[rel] = r.memory.reads[rel].Hash
			}
		}
	}
	for i, o := range r.plan.Older {
		if _, leads := out.hashes[r.inputs[o.Lead].Rel]; leads {
			out.hashes[r.inputs[i].Rel] = r.memory.reads[r.inputs[i].Rel].Hash
		}
	}
	return out
}

// elsewhere reports whether all that outputs were made of is part of other board's
// years, as it was.
func (r *runner) elsewhere(w *written, l leading) bool {
	for rel, was := range w.Made.Inputs {
		hash, _, _ := strings.Cut(was, " ") // what it counted as stands behind
		if l.hashes[rel] != hash {
			return false
		}
	}
	return len(w.Made.Inputs) > 0
}

// gone finds the outputs of board's years that the archive no longer holds. They
// are left: what has been written may be all that there is of it. Those that another
// board's year has written since are its, and those of a file that is there and could
// not be read are told with it.
func (r *runner) gone() {
	leads := r.leads()
	unread := map[archive.Key]bool{}
	for _, u := range r.plan.Unread {
		unread[archive.Key{Board: r.key(u.Board), Year: u.Year}] = true
	}
	for _, key := range r.memory.years() {
		w := r.memory.written[key]
		if leads.books[key] || unread[archive.Key{Board: r.key(key.Board), Year: key.Year}] || r.unreadable(w) {
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(w.Outputs)) {
			if !r.heldByBook(name, leads) {
				r.outcome.Gone = append(r.outcome.Gone, name)
			}
		}
	}
	slices.Sort(r.outcome.Gone)
	r.outcome.Gone = slices.Compact(r.outcome.Gone)
}

func (r *runner) heldByBook(name string, l leading) bool {
	for key := range l.books {
		if w := r.memory.written[key]; w != nil {
			if _, ok := w.Outputs[name]; ok {
				return true
			}
		}
	}
	return false
}

// unreadable reports whether a file that outputs were made of is there and could not be
// read, or lies in a folder that could not be opened.
func (r *runner) unreadable(w *written) bool {
	for rel := range w.Made.Inputs {
		if r.shut(rel) {
			return true
		}
	}
	for i := range r.inputs {
		if _, ok := w.Made.Inputs[r.inputs[i].Rel]; ok && r.inputs[i].Unread {
			return true
		}
	}
	return false
}
