package minutes

import "slices"

// withoutContents leaves out the series that are nothing but lists of contents:
// another comes behind them with all their numbers, and only there something is
// decided or proposed.
func (r *reader) withoutContents(runs []run) []run {
	var kept []run
	for i := range runs {
		if !slices.ContainsFunc(runs, func(b run) bool { return r.lists(&runs[i], &b) }) {
			kept = append(kept, runs[i])
		}
	}
	return kept
}

// lists reports whether a series is a list of the contents of another.
func (r *reader) lists(a, b *run) bool {
	from := place(&b.marks[0])
	if !before(place(&a.marks[len(a.marks)-1]), from) {
		return false
	}
	for i := range a.marks {
		m := &a.marks[i]
		if !slices.ContainsFunc(b.marks, func(o mark) bool { return o.number == m.number }) || r.resolves(place(m), following(a.marks, i, from), true) {
			return false
		}
	}
	for i := range b.marks {
		if r.resolves(place(&b.marks[i]), following(b.marks, i, position{len(r.sheets), 0}), true) {
			return true
		}
	}
	return false
}

// following gives where the mark after one of a series stands, else the end.
func following(marks []mark, i int, end position) position {
	if i+1 < len(marks) {
		return place(&marks[i+1])
	}
	return end
}
