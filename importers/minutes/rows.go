package minutes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// sheet is a page as rows, from the top, without page numbers, repeated
// headers and footers, and signature lines.
type sheet struct {
	page  *grid.Page
	index int
	rows  []row
	n, of int // "Sida 2 av 3"; 0 where not printed

	paper  int  // which of the file's papers the page is of
	begins bool // another meeting's paper begins on it
}

// row is what stands at one height of a page: the parts of a printed line,
// from left to right.
type row struct {
	segs  []*grid.Line
	parts []string // their texts, as a reader sees them
	text  string   // all of it
	size  float64
	x0    float32
	x1    float32
	mid   float32 // height on the page, from its foot
	step  float32 // down from the row above, in em; large for the first
	table bool
	bold  bool // all of it
	top   bool // in the page's upper margin
	foot  bool // in its lower margin

	repeated bool   // a page header or footer
	begins   *mark  // an item begins here
	ahead    bool   // it belongs to the head of the item that begins below it
	other    bool   // nothing but the number of another body, above that of the item
	ends     bool   // what stands above it is ended: by a rule, or by signatures
	sheet    *sheet // set where rows of several pages follow each other
}

// text gives the rows but page headers.
func (s *sheet) text() []row {
	return slices.DeleteFunc(slices.Clone(s.rows), func(r row) bool { return r.repeated })
}

func (s *sheet) landscape() bool { return s.page.Width > s.page.Height }

// body is what the running text of the document looks like. Sizes are to be
// trusted where long lines are all of one size, as they are not in a scan.
type body struct {
	size    float64
	trusted bool
	bold    bool    // most of it is bold, so that weight says nothing
	right   float32 // where its lines end
	pitch   float32 // from line to line of a paragraph, in points; 0 where unknown
}

// large reports whether a size is that of a heading.
func (b body) large(size float64) bool { return b.trusted && size >= places.largeSize*b.size }

// heavy reports whether a line is printed heavier than the text: bold or large.
func (b body) heavy(l *grid.Line) bool { return l.Bold && !b.bold || b.large(l.Size) }

// layout turns pages into sheets.
func layout(pages []grid.Page, w *vocabulary) ([]sheet, body) {
	sheets := make([]sheet, len(pages))
	atOnce(len(pages), func(i int) {
		sheets[i] = sheet{page: &pages[i], index: i, rows: rowsOf(&pages[i])}
	})
	b := bodyOf(sheets)
	repeated := repeatedRows(sheets, w)
	atOnce(len(sheets), func(i int) {
		sheets[i].clear(w, repeated)
		sheets[i].cut(w, b)
		sheets[i].unwrap(w)
	})
	return sheets, b
}

// rowsOf groups the lines of a page that stand side by side.
func rowsOf(p *grid.Page) []row {
	lines := make([]*grid.Line, 0, len(p.Lines))
	for i := range p.Lines {
		if model.Clean(p.Lines[i].Text) != "" {
			lines = append(lines, &p.Lines[i])
		}
	}
	slices.SortStableFunc(lines, func(a, b *grid.Line) int {
		return int(sign(middle(b) - middle(a)))
	})
	rows := make([]row, 0, rowsIn(lines))
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && beside(lines[from], lines[to]) {
			to++
		}
		rows = append(rows, newRow(p, lines[from:to:to]))
		from = to
	}
	steps(rows)
	return rows
}

// rowsIn counts the rows of lines, from the top.
func rowsIn(lines []*grid.Line) int {
	n := 0
	for from, i := 0, 0; i < len(lines); i++ {
		if i == 0 || !beside(lines[from], lines[i]) {
			from, n = i, n+1
		}
	}
	return n
}

func middle(l *grid.Line) float32 { return (l.At.Box.Y0 + l.At.Box.Y1) / 2 }

func sign(f float32) float32 {
	switch {
	case f < 0:
		return -1
	case f > 0:
		return 1
	}
	return 0
}

// beside reports whether two lines stand at one height and not one over the
// other.
func beside(a, b *grid.Line) bool {
	height := min(a.At.Box.Y1-a.At.Box.Y0, b.At.Box.Y1-b.At.Box.Y0)
	apart := a.At.Box.X1 <= b.At.Box.X0+places.besideOver || b.At.Box.X1 <= a.At.Box.X0+places.besideOver
	return apart && middle(a)-middle(b) < height/2
}

func newRow(p *grid.Page, segs []*grid.Line) row {
	slices.SortStableFunc(segs, func(a, b *grid.Line) int { return int(sign(a.At.Box.X0 - b.At.Box.X0)) })
	r := row{segs: segs, mid: middle(segs[0])}
	r.top = float64(r.mid) > (1-places.topMargin)*p.Height
	r.foot = float64(r.mid) < places.footMargin*p.Height
	r.join()
	return r
}

// join sets what follows from a row's parts.
func (r *row) join() {
	texts := make([]string, 0, len(r.segs))
	r.size, r.x1, r.table, r.bold = 0, 0, len(r.segs) > 0, len(r.segs) > 0
	for i, s := range r.segs {
		if i == 0 {
			r.x0 = s.At.Box.X0
		}
		texts = append(texts, model.Clean(s.Text))
		r.size = max(r.size, s.Size)
		r.x1 = max(r.x1, s.At.Box.X1)
		r.table = r.table && s.InTable
		r.bold = r.bold && s.Bold
	}
	r.parts, r.text = texts, strings.Join(texts, " ")
}

// at gives where a row stands.
func (r *row) at() model.Source {
	at := r.segs[0].At
	for _, s := range r.segs[1:] {
		at.Box = union(at.Box, s.At.Box)
	}
	return at
}

func union(a, b model.Rect) model.Rect {
	return model.Rect{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// textsOf counts below how many different rows each row of the document stands.
func textsOf(sheets []sheet) map[string]int {
	out := map[string]int{}
	seen := map[[2]string]bool{}
	for i := range sheets {
		above := ""
		for j := range sheets[i].rows {
			text := sheets[i].rows[j].text
			if pair := [2]string{above, text}; !seen[pair] {
				seen[pair] = true
				out[text]++
			}
			above = text
		}
	}
	return out
}

// firstStep is the step of a page's first row.
const firstStep = 100

// steps measures how far below the row before it each row stands.
func steps(rows []row) {
	for i := range rows {
		rows[i].step = firstStep
		if i > 0 {
			rows[i].step = (rows[i-1].mid - rows[i].mid) / float32(max(rows[i].size, places.leastSize))
		}
	}
}

// bodyOf finds the usual size of long lines.
func bodyOf(sheets []sheet) body {
	var sizes []float64
	var rights []float32
	bold := 0
	for _, s := range sheets {
		for _, r := range s.rows {
			if r.table || utf8.RuneCountInString(r.text) < tolerances.longLine {
				continue
			}
			sizes = append(sizes, r.size)
			if !s.landscape() {
				rights = append(rights, r.x1)
			}
			if r.bold {
				bold++
			}
		}
	}
	if len(sizes) == 0 {
		return body{}
	}
	slices.Sort(sizes)
	b := body{size: sizes[len(sizes)/2], bold: 2*bold > len(sizes)}
	if len(rights) > 0 {
		slices.Sort(rights)
		b.right = rights[places.rightAt.At(len(rights))]
	}
	alike := 0
	for _, s := range sizes {
		if s > places.sizeFrom*b.size && s < places.sizeTo*b.size {
			alike++
		}
	}
	b.trusted = places.trusted.Reached(alike, len(sizes)) && !waver(sheets)
	b.pitch = pitch(sheets)
	return b
}

// waver reports whether lines of one sentence are printed in several sizes, as
// recognition makes them.
func waver(sheets []sheet) bool {
	alike, all := 0, 0
	for i := range sheets {
		rows := sheets[i].rows
		for j := 1; j < len(rows); j++ {
			a, b := &rows[j-1], &rows[j]
			if len(a.segs) > 1 || len(b.segs) > 1 || utf8.RuneCountInString(a.text) < tolerances.longLine || b.step > places.titleStep || !unicode.IsLower(initial(b.text)) {
				continue
			}
			if all++; a.size > places.sizeFrom*b.size && a.size < places.sizeTo*b.size {
				alike++
			}
		}
	}
	return float64(alike) < places.waverShare*float64(all)
}

// pitch gives the distance from line to line within paragraphs, in points: the
// usual one below long lines. 0 where there are none.
func pitch(sheets []sheet) float32 {
	var drops []float32
	var above *row
	for i := range sheets {
		rows := sheets[i].rows
		for j := range rows {
			below := &rows[j]
			if above != nil && !above.table && !below.table && utf8.RuneCountInString(above.text) >= tolerances.longLine {
				if drop := above.mid - below.mid; drop > 0 && drop < places.mostPitch*float32(above.size) {
					drops = append(drops, drop)
				}
			}
			above = below
		}
	}
	if len(drops) == 0 {
		return 0
	}
	slices.Sort(drops)
	// Every paragraph's last line may be long too; the lesser half are not.
	return drops[places.pitchAt.At(len(drops))]
}
