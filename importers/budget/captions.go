package budget

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// captions are those that stand below their tables, "Tabell 2. Budget 2026", rather
// than above.
type captions struct {
	of    map[*grid.Table]text
	at    map[onPage]bool
	names map[string]bool
	pages map[int][]*grid.Line // the lines of pages with captions, from the top
}

// onPage is where a text is printed: a table and its page are places of their own.
type onPage struct {
	page int
	box  model.Rect
}

func (d *reader) onPage(at model.Source) onPage { return onPage{d.page(at).Page, at.Box} }

// captionsBelow finds the numbered captions that stand below their tables, so that the
// tables have them for titles and those that follow do not.
func (d *reader) captionsBelow(tables []grid.Table) {
	if d.doc.Kind == model.KindWorkbook {
		return
	}
	d.below = captions{map[*grid.Table]text{}, map[onPage]bool{}, map[string]bool{}, d.captioned()}
	for i := range tables {
		t := &tables[i]
		if n := len(t.Above); n > 0 && d.w.numberedCaption(model.Clean(t.Above[n-1].Text)) && !d.below.at[d.onPage(t.Above[n-1].At)] {
			continue // it has one above
		}
		if l, ok := d.captionUnder(t); ok && !d.below.at[d.onPage(l.at)] {
			d.below.of[t], d.below.at[d.onPage(l.at)], d.below.names[model.Key(l.text)] = l, true, true
		}
	}
}

// captioned gives the lines of the pages that have numbered captions, from the top.
func (d *reader) captioned() map[int][]*grid.Line {
	out := map[int][]*grid.Line{}
	for i := range d.pages {
		p := &d.pages[i]
		if !slices.ContainsFunc(p.Lines, func(l grid.Line) bool { return !l.InTable && d.w.numberedCaption(model.Clean(l.Text)) }) {
			continue
		}
		lines := make([]*grid.Line, 0, len(p.Lines))
		for k := range p.Lines {
			if model.Clean(p.Lines[k].Text) != "" {
				lines = append(lines, &p.Lines[k])
			}
		}
		slices.SortStableFunc(lines, func(a, b *grid.Line) int { return cmp.Compare(b.At.Box.Y1, a.At.Box.Y1) })
		out[p.Number] = lines
	}
	return out
}

// captionUnder gives the caption that is the first text below a table: close to it, and
// no other table close below, which it could be the caption of.
func (d *reader) captionUnder(t *grid.Table) (text, bool) {
	at, ok := lowest(t)
	if !ok {
		return text{}, false
	}
	lines := d.below.pages[d.page(at).Page]
	first := nextBelow(lines, at.Box.Y0)
	if first == nil || first.InTable {
		return text{}, false
	}
	height := first.At.Box.Y1 - first.At.Box.Y0
	gap := at.Box.Y0 - first.At.Box.Y1
	s := model.Clean(first.Text)
	if gap > tolerances.captionGap*height || !d.w.numberedCaption(s) {
		return text{}, false
	}
	if then := nextBelow(lines, first.At.Box.Y0); then != nil && then.InTable && first.At.Box.Y0-then.At.Box.Y1 <= gap {
		return text{}, false
	}
	return text{s, first.At}, true
}

// lowest gives the lowest cell of a table's last row.
func lowest(t *grid.Table) (at model.Source, ok bool) {
	for r := len(t.Rows) - 1; r >= 0 && !ok; r-- {
		for c := range t.Rows[r] {
			if cell := &t.Rows[r][c]; !cell.Blank() && (!ok || cell.At.Box.Y0 < at.Box.Y0) {
				at, ok = cell.At, true
			}
		}
	}
	return at, ok
}

// nextBelow gives the highest of some lines, from the top, below a height.
func nextBelow(lines []*grid.Line, y float32) *grid.Line {
	i, _ := slices.BinarySearchFunc(lines, y+touching, func(l *grid.Line, y float32) int { return cmp.Compare(y, l.At.Box.Y1) })
	if i == len(lines) {
		return nil
	}
	return lines[i]
}

// touching is by how many points a line may reach over what stands above it.
const touching = 1

// numberedCaption reports whether a text is the caption of a table that is numbered.
func (w *documentWords) numberedCaption(s string) bool {
	return wordAndNumber(s) && begins(s, w.captions)
}

// wordAndNumber reports whether a text begins with a word and a number, which few do:
// "Tabell 2", "Tab. 2:".
func wordAndNumber(s string) bool {
	rest := strings.TrimLeftFunc(s, unicode.IsLetter)
	if len(rest) == len(s) {
		return false
	}
	number := strings.TrimPrefix(strings.TrimPrefix(rest, "."), " ")
	rest = strings.TrimLeft(number, "0123456789")
	if len(rest) == len(number) {
		return false
	}
	if rest != "" && (rest[0] == '.' || rest[0] == ':') {
		rest = rest[1:]
	}
	return rest == "" || rest[0] == ' '
}

// unclaimed leaves out the texts over a table down to the last that is the caption of a
// table above.
func (d *reader) unclaimed(over []text) []text {
	if len(d.below.at) == 0 {
		return over
	}
	for i := len(over) - 1; i >= 0; i-- {
		if d.below.at[d.onPage(over[i].at)] {
			return over[i+1:]
		}
	}
	return over
}
