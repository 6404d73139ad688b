package plan

import (
	"slices"
	"sort"
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/plan/evidence"
	"riskbok/rules/model"
)

// candidate is where a table could stand whose headings alone do not tell: its
// header as bound by all evidence, and the verdict.
type candidate struct {
	extent  evidence.Extent
	header  *header
	reading *evidence.Reading
	verdict evidence.Verdict
	rank    float64
	what    model.Subject      // "": a register
	titled  bool               // its title alone calls it so
	unused  []*evidence.Column // levels in a plan without valuation
}

// found are the tables of a grid, in order, and what only looks like one.
type found struct {
	blocks []block
	like   []model.NotChecked
}

// binder gives what binds the headings of the grid, by what is known of the
// document: what its words mean, and the parts of the grid that define a scale.
func (l *layout) binder(means *meanings, labels map[model.Field]map[string]bool, defined []grid.Region) *binder {
	return &binder{layout: l, means: means, labels: labels, defined: defined}
}

// tables gives the tables of the grid by their headings and by what their cells
// prove, and what only looks like one.
func (b *binder) tables(turned bool) found {
	known := b.known()
	for i := range known {
		if !b.cost.OnTime() {
			break
		}
		h := known[i].header
		if first := slices.IndexFunc(known[:i], func(k block) bool { return k.sameHeadings(h) }); first >= 0 {
			h.as(known[first].header)
			continue
		}
		b.review(h, turned)
	}
	out := b.byShape(known, turned)
	out.like = append(out.like, b.told...)
	out.blocks = append(known, out.blocks...)
	sort.SliceStable(out.blocks, func(i, j int) bool { return out.blocks[i].top < out.blocks[j].top })
	for i := range out.blocks {
		k := &out.blocks[i]
		for _, o := range out.blocks[i+1:] {
			if o.top > k.bottom {
				k.to = min(k.to, o.top)
				break
			}
		}
		k.endAt(b)
	}
	return out
}

// sameHeadings reports whether two rows of headings are the same text by text,
// as where a table goes on over a page.
func (h *header) sameHeadings(o *header) bool {
	n := 0
	for col := range max(len(h.texts), len(o.texts)) {
		a, b := "", ""
		if col < len(h.texts) {
			a = grid.HeadingKey(h.texts[col].text)
		}
		if col < len(o.texts) {
			b = grid.HeadingKey(o.texts[col].text)
		}
		if a != b {
			return false
		}
		if a != "" {
			n++
		}
	}
	return n >= tolerances.minRepeated
}

// as binds headings as those above that are the same.
func (h *header) as(o *header) {
	top, bottom, texts := h.top, h.bottom, h.texts
	*h = *o
	h.top, h.bottom, h.texts = top, bottom, texts
	moved := func(list []model.Column) []model.Column {
		out := slices.Clone(list)
		for i := range out {
			if col := slices.IndexFunc(o.texts, func(t headingText) bool { return t.at == out[i].At && t.text != "" }); col >= 0 {
				out[i].At = texts[col].at
			}
		}
		return out
	}
	h.bound, h.periods, h.consequences, h.refused = moved(o.bound), moved(o.periods), moved(o.consequences), moved(o.refused)
	h.unclear, h.further = slices.Clone(o.unclear), slices.Clone(o.further)
	for i := range h.unclear {
		h.unclear[i].Columns = moved(h.unclear[i].Columns)
	}
	for i := range h.further {
		h.further[i].head.Columns, h.further[i].head.Consequences = moved(h.further[i].head.Columns), moved(h.further[i].head.Consequences)
	}
}

// byShape finds the tables of risks that no heading row tells, in the parts of a
// grid that known tables and definitions leave.
func (b *binder) byShape(known []block, turned bool) found {
	taken := make([]bool, len(b.t.Rows))
	for i := range known {
		end := b.endOf(&known[i]) // looks at every row
		for r := known[i].top; r < end; r++ {
			taken[r] = true
		}
	}
	extents := evidence.Extents(b.t, func(r int) bool { return taken[r] }, b.w.Sums)
	var all []candidate
	for _, e := range extents {
		if !b.cost.OnTime() {
			break
		}
		if c := b.candidate(e, turned); c.verdict != evidence.Nothing {
			all = append(all, c)
		}
	}
	b.wholes(all)
	// A table is never given up for what only looks like one.
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].verdict != all[j].verdict {
			return all[i].verdict > all[j].verdict
		}
		return all[i].rank > all[j].rank
	})
	var out found
	used := slices.Clone(taken)
	asked := false
	for _, c := range all {
		if c.verdict == evidence.LooksLike && !asked {
			out.blocks, asked = append(out.blocks, b.again(out.blocks, used)...), true
		}
		last := max(c.extent.Last, c.extent.First()-1)
		if slices.Contains(used[c.extent.Top:last+1], true) {
			continue
		}
		for r := c.extent.Top; r <= last; r++ {
			used[r] = true
		}
		if c.titled && (len(known)+len(out.blocks) > 0 || b.definesAt(&c.extent)) {
			continue // the title is that of another table
		}
		if c.verdict == evidence.LooksLike {
			out.like = append(out.like, b.notUnderstood(&c))
			continue
		}
		b.tellUnused(&c)
		c.header.clear(b.defined, c.extent.Top, last)
		out.blocks = append(out.blocks, block{header: c.header, from: c.header.bottom + 1, to: last + 1})
	}
	if !asked {
		out.blocks = append(out.blocks, b.again(out.blocks, used)...)
	}
	sort.Slice(out.blocks, func(i, j int) bool { return out.blocks[i].top < out.blocks[j].top })
	return out
}

// clear takes definitions of a scale that stand beside a table, between two rows,
// off the columns that its headings span.
func (h *header) clear(defined []grid.Region, from, to int) {
	first, last := 1<<30, -1
	for _, col := range h.columns {
		first, last = min(first, col), max(last, col)
	}
	for _, v := range h.further {
		for _, col := range append([]int{v.likelihood, v.score, v.treatment}, v.consequences...) {
			last = max(last, col)
		}
	}
	if last < 0 {
		return
	}
	for _, g := range defined {
		if g.Top > to || g.Bottom < from {
			continue
		}
		if g.Left > last {
			h.right = min(h.right, g.Left-1)
		}
		if g.Right < first {
			h.left = max(h.left, g.Right+1)
		}
	}
	h.loose = slices.DeleteFunc(h.loose, func(col int) bool { return col < h.left || col > h.right })
}

// definesAt reports whether definitions of a scale stand in a place.
func (b *binder) definesAt(e *evidence.Extent) bool {
	return slices.ContainsFunc(b.defined, func(g grid.Region) bool {
		return g.Top <= e.Last && g.Bottom >= e.Top && g.Left <= e.Right && g.Right >= e.Left
	})
}

// endOf gives the row after the last that belongs to a table for sure: up to
// two blank rows, or one above what looks like other headings.
func (b *binder) endOf(k *block) int {
	gap := 0
	for r := k.from; r < k.to; r++ {
		if b.t.Filled(r) == 0 {
			if gap++; gap > 1 {
				return r
			}
			continue
		}
		if gap > 0 && b.t.Filled(r) >= 3 && headingLike(b.t, r) && r+1 < k.to && !headingLike(b.t, r+1) {
			return r
		}
		gap = 0
	}
	return k.to
}

// candidate weighs one place where a table could stand.
func (b *binder) candidate(e evidence.Extent, turned bool) candidate {
	c := candidate{extent: e}
	headings := b.headingsOf(e.Top, e.First()-1, e.Left, e.Right)
	texts := make([]headingText, e.Right+1)
	for i, h := range headings {
		texts[e.Left+i] = headingText{h.Text, h.At}
	}
	c.header = b.bind(e.Top, e.First()-1, texts)
	c.header.left, c.header.right = e.Left, e.Right
	c.reading = evidence.Weigh(evidence.NewBody(b.t, b.lexicon(), e.First(), e.Rows, e.Left, headings))
	c.verdict = c.reading.Judge(b.means.context(), turned)
	if c.verdict == evidence.Nothing {
		if !turned {
			b.planned(&c)
		}
		if c.verdict == evidence.Nothing && len(c.reading.Factors) > 0 && c.reading.Names[model.FieldEvent] != nil && len(e.Rows) >= tolerances.leastFactored && b.means.context() {
			c.verdict = evidence.LooksLike
		}
		return c
	}
	c.header.keepWeighed(c.reading)
	for _, col := range c.reading.Body.Unheaded() {
		c.header.unheaded = append(c.header.unheaded, col.Index)
		c.header.texts[col.Index].at = col.Heading.At
	}
	switch {
	case len(c.reading.Factors) > 0:
		b.leave(c.header, c.reading, c.reading.Factors)
		c.verdict = evidence.Register
	case c.verdict == evidence.Register:
		b.apply(c.header, c.reading)
		b.leftover(c.header, c.reading)
	}
	c.rank = b.rank(&c)
	return c
}

// notUnderstood tells of what looks like a register and is not sure enough to be
// judged: its headings with the best guess of each.
func (b *binder) notUnderstood(c *candidate) model.NotChecked {
	what := model.SubjectRegister
	if c.what != "" {
		what = c.what
	}
	out := model.NotChecked{What: what, Why: model.NotUnderstood, Table: b.t.Name, At: b.t.Cell(c.extent.Top, c.extent.Left).At}
	if len(c.reading.Factors) > 0 {
		out.Why = model.UnknownForm
	}
	guess := map[model.Source]model.Column{}
	for _, v := range c.reading.Valuations {
		v.Each(func(f model.Field, col *evidence.Column) { guess[col.Heading.At] = columnOf(f, col, v.Evidence[f]) })
	}
	for f, n := range c.reading.Names {
		guess[n.Column.Heading.At] = columnOf(f, n.Column, n.Evidence)
	}
	for _, h := range b.headingsOf(c.extent.Top, c.extent.First()-1, c.extent.Left, c.extent.Right) {
		col, ok := guess[h.At]
		if !ok {
			col = model.Column{Heading: strings.ReplaceAll(model.Clean(h.Text), "\n", " "), At: h.At}
		}
		if col.Heading != "" || ok {
			out.Columns = append(out.Columns, col)
		}
	}
	return out
}
