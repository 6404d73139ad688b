// Package plan reads risk registers, follow-ups and scales from grid tables,
// whatever format these came from. Tables are found by their headings, never
// by fixed addresses.
//
// Start with [Read], which goes this way, each stage knowing only those before
// it:
//
//   - Layout (layout.go, mapping.go, spelled.go): which rows of each grid may head a table,
//     and what a column holds below them (profile.go).
//   - Boxes (boxes.go): what stands over the cells of a sheet, in text boxes, defines
//     as a table of its own, and heads a table where its cells do not.
//   - Definitions: package scale reads what defines a scale, for it is no table of
//     risks. It asks which rows tell of one (told.go, toldrows.go). From what it
//     finds, and from the vocabulary, comes what words may mean in this document
//     (lexicon.go).
//   - Known headings: a row of headings gives its columns fields, by words and by
//     what stands below (bind.go, with headings.go, levelcolumn.go and
//     boardcolumn.go; header.go is what comes of it), and with the rows under it
//     is a block (find.go).
//   - Evidence: package evidence weighs the columns of each block; what cells prove
//     fills what its headings leave open and overrules them (weigh.go, apply.go, factors.go).
//   - By shape: in what blocks and definitions leave of a grid, every place where a
//     table could stand is weighed likewise, whatever its headings (byshape.go); in
//     a grid with no table at all also with rows and columns exchanged (turned.go), or
//     card by card (cards.go).
//   - Heads: what stands above a table (head.go, arealine.go), and whether its name
//     sets it aside (asidetables.go).
//   - Rows: each row below is told to be a risk, a measure, a remark or something
//     else (scan.go, with row.go, asiderows.go, rowsbelow.go, partrow.go and
//     unknownperiods.go)
//     and added to its register or follow-up (tablereader.go).
//   - Settling: what a follow-up tells is known by what the registers say
//     (followupnames.go), rows that no table took are told (unclaimed.go), the scales that the
//     document states are added (statedscales.go), and each table is given its board,
//     year and scale by what the document says as a whole (boardandyear.go).
//
// What a text means is asked of package words.
package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/scale"
	"riskbok/importers/plan/words"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// Read adds to doc what the tables hold: registers, follow-ups, scales, and as
// unread what stands in a table and could not be placed. The document's Places
// must be set. Nothing is judged: levels, values and treatments are kept as
// written.
func Read(doc *model.Document, tables []grid.Table, opts source.Options) {
	w, mapped := words.Of(opts.Vocabulary), newMapping(opts.Map, doc.Places)
	spelled(w, doc, tables)
	sheets := len(tables)
	tables, boxes := withBoxes(doc, tables)
	layouts := make([]*layout, len(tables))
	for i := range tables {
		layouts[i] = newLayout(w, &tables[i], mapped, opts.Cost)
	}
	defs := scale.Find(w, tables, func(i int) scale.Risks { return layouts[i] })
	labels, means := defs.Labels(), newMeanings(w, tables, defs)
	var cover []*grid.Cell // text of grids without tables
	var aside asideTables
	var headings []model.Source // a cell of each row of them
	for i := range tables {
		if i >= sheets {
			doc.NotChecked = append(doc.NotChecked, likeTables(layouts[i].binder(means, labels, defs.Regions[i]))...)
			continue
		}
		d := &reader{layout: layouts[i], doc: doc, aside: &aside, headings: &headings}
		tables := layouts[i].binder(means, labels, defs.Regions[i]).tables(false)
		if len(tables.blocks) == 0 {
			tables.like = d.otherwise(tables.like, means, labels, defs.Regions[i])
		}
		doc.NotChecked = append(doc.NotChecked, tables.like...)
		if !d.read(tables.blocks, defs.Regions[i]) {
			cover = append(cover, d.headCells(0, min(len(d.t.Rows), tolerances.coverRows), 0, 1<<30)...)
		}
	}
	aside.addTo(doc)
	doc.Registers = divideUnits(doc.Registers)
	nameFollowUps(doc)
	doc.NotChecked = append(doc.NotChecked, tellUnclaimed(doc, layouts, defs, doc.NotChecked)...)
	defs.OrderLists(doc.Registers)
	defs.Written(doc.Registers)
	defs.CellsFirst(boxes.over)
	addScales(doc, defs, headings, layouts, boxes)
	tellUnread(doc, layouts)
	tellPlanLimit(doc, w, tables)
	boxes.leave(doc, opts.Cost)
	giveBoardAndYear(doc, w, cover, tables[:sheets])
}

// otherwise reads a grid without a table of risks whose risks stand on cards or in
// columns, and gives what only looks like a table of them: like, where neither is
// so.
func (d *reader) otherwise(like []model.NotChecked, means *meanings, labels map[model.Field]map[string]bool, defined []grid.Region) []model.NotChecked {
	if d.cost.Enter(d.t.Place); !d.cost.GoesOn() {
		return like
	}
	found, told := cardTables(d.layout, means, labels)
	if len(found.blocks)+len(told) == 0 {
		found, _ = turnedTables(d.layout, means, labels, defined)
	}
	if len(found.blocks) > 0 {
		other := &reader{layout: found.layout, doc: d.doc, aside: d.aside, headings: d.headings}
		other.read(found.blocks, nil)
		d.claim(0, len(d.t.Rows))
		return nil
	}
	if len(like) > 0 {
		return like
	}
	return told
}

// reader reads one grid into the document.
type reader struct {
	*layout
	doc *model.Document

	aside *asideTables
	title string // that sets the table aside

	headings *[]model.Source
}

// read reads the grid's tables of risks, blocks, around its definitions, and
// reports whether the grid held anything known.
func (d *reader) read(blocks []block, defined []grid.Region) bool {
	above, last := 0, -1
	var table *tableReader
	for i, b := range blocks {
		if i > 0 && b.top != blocks[i-1].top {
			above = last + 1
		}
		cells := d.headCells(above, b.top, b.left, b.right)
		heads := headsOf(d.w, cells, b.register())
		d.headsOfBoxes(heads, above, b.header)
		title := d.asideTitle(cells, table == nil)
		if table == nil || !table.continues(b, heads) || title != "" && title != d.t.Name {
			if table != nil {
				table.finish()
			}
			table = d.newTable(b, heads)
			table.line = d.areaLine(b)
			if title != "" {
				table.d = d.setAside(title)
			}
		}
		table.nextArea(d.areaLine(b))
		end := table.block(b)
		table.d.keepAside(b, end)
		last = max(last, end)
		d.claim(b.top, end)
		if n, ok := b.unknownColumns(d.t); ok && d.title == "" {
			d.doc.NotChecked = append(d.doc.NotChecked, n)
		}
		if n, ok := b.unknownPeriods(d.t); ok && d.title == "" {
			d.doc.NotChecked = append(d.doc.NotChecked, n)
		}
		for r := b.top; r <= b.bottom; r++ {
			*d.headings = append(*d.headings, d.t.Cell(r, b.left).At)
		}
	}
	if table != nil {
		table.finish()
	}
	d.leftOut(blocks, defined)
	return len(blocks)+len(defined) > 0
}

// headCells gives the cells with text in rows [from, to), and for a table with
// a place of its own on a page the lines above it.
func (d *reader) headCells(from, to, left, right int) []*grid.Cell {
	var out []*grid.Cell
	if from == 0 {
		for i := range d.t.Above {
			if c := &d.t.Above[i]; !c.Blank() {
				out = append(out, c)
			}
		}
	}
	for r := from; r < to; r++ {
		for col := max(0, left-1); col < len(d.t.Rows[r]) && col <= right+2; col++ {
			if c := &d.t.Rows[r][col]; !c.Covered && !c.Blank() {
				out = append(out, c)
			}
		}
	}
	return out
}
