package pdf

import (
	"cmp"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/tables"
	"riskbok/importers/pdf/text"
	"riskbok/rules/model"
)

// finish sets the cells' texts, joins tables over page breaks and turns them
// into grid tables.
func (s *scan) finish() {
	sheets := make([]tables.Sheet, len(s.sheets))
	for i := range s.sheets {
		for _, t := range s.sheets[i].tables {
			s.known.Count(t)
		}
	}
	for i := range s.sheets {
		sh := &s.sheets[i]
		for _, t := range sh.tables {
			t.FillText(s.known)
		}
		sheets[i] = tables.Sheet{Tables: sh.tables, Above: sh.bodyText(true), Below: sh.bodyText(false), Width: sh.width, Text: sh.body()}
	}
	joined := tables.Join(sheets)
	for _, j := range joined {
		s.table(j)
	}
	s.prose(joined)
}

// prose gives the lines of the pages that stand in no table to the first table
// that begins on or after the page, else to the last one.
func (s *scan) prose(joined []*tables.Joined) {
	at, from := 0, 0
	for page := range s.sheets {
		before := at
		for at+1 < len(joined) && joined[at].Parts[0].Page < page {
			at++
		}
		if at > before {
			s.proseOf(before, from, page)
			from = page
		}
	}
	if at < len(joined) {
		s.proseOf(at, from, len(s.sheets))
	}
}

// proseOf gives a table the lines of some pages. Cells are large: room for them is made
// once.
func (s *scan) proseOf(table, from, to int) {
	n := 0
	for page := from; page < to; page++ {
		n += len(s.sheets[page].chunks)
	}
	if n == 0 {
		return
	}
	prose := make([]grid.Cell, 0, n)
	for page := from; page < to; page++ {
		for _, c := range s.sheets[page].chunks {
			prose = append(prose, grid.Cell{Text: c.Text, Kind: grid.Text,
				At: model.Source{Doc: s.file.ID, Place: int32(page), Box: box(c.Box, s.sheets[page].height)}})
		}
	}
	s.out.Tables[table].Prose = prose
}

// Lines this near to the edge of a page, as a share of its height, are page
// headers and footers, which may stand between the parts of a table.
const margin = 0.07

// bodyText reports whether text stands above the first or below the last
// table of a page.
func (sh *sheet) bodyText(above bool) bool {
	if len(sh.tables) == 0 {
		return len(sh.chunks) > 0
	}
	first, last := sh.tables[0].Box, sh.tables[0].Box
	for _, t := range sh.tables {
		first.Y0, last.Y1 = min(first.Y0, t.Box.Y0), max(last.Y1, t.Box.Y1)
	}
	for _, b := range sh.body() {
		if _, y := b.Mid(); above && y < first.Y0 || !above && y > last.Y1 {
			return true
		}
	}
	return false
}

// body gives the boxes of the lines that stand in no table and are no page
// header or footer.
func (sh *sheet) body() []geom.Rect {
	var out []geom.Rect
	for _, c := range sh.chunks {
		x, y := c.Box.Mid()
		foot := slices.ContainsFunc(sh.feet, func(b geom.Rect) bool { return b.Has(x, y) })
		if y >= margin*sh.height && y <= (1-margin)*sh.height && !foot {
			out = append(out, c.Box)
		}
	}
	return out
}

// table adds one joined table.
func (s *scan) table(j *tables.Joined) {
	doc := s.file.ID
	first := j.Parts[0]
	above := s.above(first)
	name := title(above)
	places := map[int]int32{}
	for _, p := range j.Parts {
		for _, page := range append([]int{p.Page}, p.Wider...) {
			places[page] = int32(len(s.out.Places))
			s.out.Places = append(s.out.Places, model.Place{File: s.file.Name, Page: page + 1, Title: name, Recognized: s.out.Places[page].Recognized})
			pg := &s.out.Pages[page]
			pg.Tables = append(pg.Tables, len(s.out.Tables))
		}
	}
	t := grid.Table{Name: name, Doc: doc, Place: places[first.Page], Confidence: j.Confidence}
	for _, c := range above {
		t.Above = append(t.Above, grid.Cell{Text: c.Text, Kind: grid.Text,
			At: model.Source{Doc: doc, Place: t.Place, Box: box(c.Box, s.sheets[first.Page].height)}})
	}
	t.Rows = s.rowsOf(j, places)
	s.out.Tables = append(s.out.Tables, t)
}

// rowsOf gives the cells of a joined table, those that others cover too.
func (s *scan) rowsOf(j *tables.Joined, places map[int]int32) [][]grid.Cell {
	rows := make([][]grid.Cell, j.NumRows)
	cells := make([]grid.Cell, j.NumRows*j.NumCols)
	for r := range rows {
		rows[r] = cells[r*j.NumCols : (r+1)*j.NumCols : (r+1)*j.NumCols]
	}
	for i := range j.Cells {
		c := &j.Cells[i]
		at := model.Source{Doc: s.file.ID, Place: places[c.Page], Box: box(c.Box, s.sheets[c.Page].height)}
		for r := c.Row; r < c.Row+c.Rows && r < j.NumRows; r++ {
			for k := c.Col; k < c.Col+c.Cols && k < j.NumCols; k++ {
				g := &rows[r][k]
				g.At = at
				g.At.Row, g.At.Col = int32(r+1), int32(k+1)
				if c.Struck {
					s.strike(at.Place, int32(r+1), int32(k+1))
				}
				if r == c.Row && k == c.Col {
					show(g, c)
					continue
				}
				g.Covered, g.OriginRow, g.OriginCol = true, int32(c.Row), int32(c.Col)
			}
		}
	}
	return rows
}

// show puts the text of a cell, and how far it reaches, where it begins.
func show(g *grid.Cell, c *tables.Cell) {
	g.Text = c.Text
	if c.Text != "" {
		g.Kind = grid.Text
	}
	if c.Rows > 1 || c.Cols > 1 {
		g.RowSpan, g.ColSpan = int32(c.Rows), int32(c.Cols)
	}
}

// above gives the lines over a table on its page, down from the table before
// it.
func (s *scan) above(p tables.Part) []text.Line {
	sh := &s.sheets[p.Page]
	top := 0.0
	for _, t := range sh.tables {
		if t != p.Table && t.Box.Y1 <= p.Table.Box.Y0+1 {
			top = max(top, t.Box.Y1)
		}
	}
	var out []text.Line
	for _, c := range sh.chunks {
		if _, y := c.Box.Mid(); y > top && y < p.Table.Box.Y0 {
			out = append(out, c)
		}
	}
	return out
}

// title picks the title among the lines above a table: the nearest one that
// is printed larger or bolder than the others; where all are alike, the first of the
// block of lines next to the table.
func title(above []text.Line) string {
	if len(above) == 0 {
		return ""
	}
	sizes := make([]float64, len(above))
	bold := 0
	for i, l := range above {
		sizes[i] = l.Size
		if l.Bold {
			bold++
		}
	}
	slices.SortFunc(sizes, cmp.Compare)
	usual := sizes[(len(sizes)-1)/2]
	for i := len(above) - 1; i >= 0; i-- {
		if above[i].Size > 1.1*usual || above[i].Bold && bold < len(above) {
			for i > 0 && above[i-1].Base == above[i].Base {
				i--
			}
			return above[i].Text
		}
	}
	i := len(above) - 1
	for i > 0 && above[i].Box.Y0-above[i-1].Box.Y1 < above[i].Size {
		i--
	}
	if len(above)-i > 4 {
		i = len(above) - 1
	}
	return above[i].Text
}

// strike notes a cell whose text is struck through.
func (s *scan) strike(place, row, col int32) {
	p := &s.out.Places[place]
	if p.Unseen == nil {
		p.Unseen = &model.Unseen{Struck: map[[2]int32]bool{}}
	}
	p.Unseen.Struck[[2]int32{row, col}] = true
}
