package regenerate

import (
	"slices"

	"riskbok/cmd/internal/archive"
)

// known notes which board's years the archive holds, and which boards that the run was
// limited to it does not.
func (r *runner) known() {
	r.holds = map[archive.Key]bool{}
	boards := map[string]bool{}
	for i := range r.plan.Chains {
		for _, b := range r.plan.Chains[i].Books {
			r.holds[b.Key], boards[b.Board] = b.Writes, true
		}
	}
	for _, m := range r.plan.Missing {
		boards[r.key(m.Board)] = true
	}
	for _, name := range r.o.Boards {
		if !boards[r.key(name)] && !slices.Contains(r.outcome.Strange, name) {
			r.outcome.Strange = append(r.outcome.Strange, name)
		}
	}
}

// owners gives the board's year of every output that is remembered.
func (m *memory) owners() map[string]archive.Key {
	out := map[string]archive.Key{}
	for key, w := range m.written {
		for name := range w.Outputs {
			out[name] = key
		}
	}
	return out
}
