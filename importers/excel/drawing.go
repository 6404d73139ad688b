package excel

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// readBoxes reads the texts that are drawn over the cells of a sheet: those of text
// boxes, other shapes and WordArt, also within groups.
func (r *sheetReader) readBoxes() {
	if r.drawing == "" || r.full {
		return
	}
	rels, err := r.pack.relations(r.part)
	if err != nil && err != errMissing {
		r.partDamaged(relsPart(r.part), err)
	}
	for _, rel := range rels {
		if rel.id != r.drawing || rel.kind != "drawing" || !r.pack.has(rel.target) || r.pack.seen[partName(rel.target)] {
			continue // no two sheets share a drawing
		}
		r.pack.scan(r.s, rel.target)
		d := drawing{sheetReader: r, at: model.Source{Doc: r.doc, Place: r.table.Place, Row: 1, Col: 1}}
		for k := r.s.Next(); k != xmlscan.Done; k = r.s.Next() {
			if k == xmlscan.Start && r.s.Depth() == 1 {
				d.shapes(false)
			}
		}
		switch err := r.s.Err(); {
		case err == errLimit:
			r.limitOfBytes()
		case err != nil:
			r.partDamaged(rel.target, err)
		}
		slices.SortStableFunc(r.table.Boxes, func(a, b grid.Box) int {
			switch {
			case a.At.Less(b.At):
				return -1
			case b.At.Less(a.At):
				return 1
			}
			return 0
		})
	}
}

// drawing reads what is drawn over one sheet (ECMA-376 part 1, 20.5).
type drawing struct {
	*sheetReader
	at model.Source // the cell that the shape at hand is moved with
}

// children goes through the elements in the one whose Start was just given. The loop is
// to read each to its end, or to skip it.
func (d *drawing) children() func(yield func() bool) {
	return func(yield func() bool) {
		for depth := d.s.Depth(); ; {
			switch d.s.Next() {
			case xmlscan.Start:
				if !yield() {
					return
				}
			case xmlscan.End:
				if d.s.Depth() == depth {
					return
				}
			case xmlscan.Done:
				return
			}
		}
	}
}

// shapes reads the shapes in the element whose Start was just given: an anchor or a
// group, or what says which of several forms a program is to show. Those of a hidden
// group are hidden.
func (d *drawing) shapes(hidden bool) {
	for range d.children() {
		switch {
		case d.s.Is("from"):
			d.from()
		case d.s.Is("nvGrpSpPr"):
			hidden = d.hidden() || hidden
		case d.s.Is("sp") && !hidden:
			d.shape()
		case d.s.Is("twoCellAnchor"), d.s.Is("oneCellAnchor"), d.s.Is("absoluteAnchor"):
			d.at.Row, d.at.Col = 1, 1
			d.shapes(hidden)
		case d.s.Is("grpSp"), d.s.Is("AlternateContent"), d.s.Is("Choice"):
			d.shapes(hidden)
		default: // pictures, charts, and the form for programs that know no better
			d.s.Skip()
		}
	}
}

// from reads the cell in which an anchor begins.
func (d *drawing) from() {
	var buf [16]byte
	for range d.children() {
		row, col := d.s.Is("row"), d.s.Is("col")
		text, _ := elementText(d.s, buf[:0])
		n := smallInt(trimSpace(text)) + 1
		switch {
		case row && n >= 1 && n <= formula.MaxRows:
			d.at.Row = int32(n)
		case col && n >= 1 && n <= formula.MaxCols:
			d.at.Col = int32(n)
		}
	}
}

// hidden reads the properties of a shape, and reports whether it is not shown.
func (d *drawing) hidden() (yes bool) {
	for range d.children() {
		yes = yes || d.s.Is("cNvPr") && isTrue(d.s.Attr("hidden"))
		d.s.Skip()
	}
	return yes
}

// shape reads the <sp> whose Start was just given. One that shows the text of a cell
// has none of its own.
func (d *drawing) shape() {
	linked := len(trimSpace(d.s.Attr("textlink"))) > 0
	hidden := false
	for range d.children() {
		switch {
		case d.s.Is("nvSpPr"):
			hidden = d.hidden()
		case d.s.Is("txBody") && !linked && !hidden:
			d.box()
		default:
			d.s.Skip()
		}
	}
}

// space is what shows nothing at the end of a line.
const space = " \t\u00a0"

// box reads the <txBody> whose Start was just given and keeps its lines, blank ones
// only between others, and of those one at a time.
func (d *drawing) box() {
	var lines []string
	var list numbering
	for range d.children() {
		if !d.s.Is("p") {
			d.s.Skip()
			continue
		}
		text, more := d.paragraph(&list), true
		for line := ""; more; {
			line, text, more = strings.Cut(text, "\n")
			line = strings.TrimRight(line, space)
			if blank := strings.Trim(line, space) == ""; !blank {
				lines = append(lines, strings.Clone(line[:min(len(line), longestText+1)]))
			} else if len(lines) > 0 && lines[len(lines)-1] != "" {
				lines = append(lines, "")
			}
		}
	}
	if n := len(lines); n > 0 && lines[n-1] == "" {
		lines = lines[:n-1]
	}
	if len(lines) > 0 && d.affords(lines) {
		d.table.Boxes = append(d.table.Boxes, grid.Box{Lines: lines, At: d.at})
	}
}

// affords takes what the lines of a box cost, as much as cells with their texts, and
// reports whether the limits allow it.
func (d *drawing) affords(lines []string) bool {
	if d.full {
		return false
	}
	text, columns := int64(0), 0
	for i, line := range lines {
		lines[i] = d.shortened(line)
		text += source.TextCost(len(lines[i]))
		columns += grid.BoxColumns(lines[i])
	}
	if d.cells -= filledCell * columns; d.cells < 0 {
		d.limit()
		return false
	}
	if !d.cost.Take(source.CostText, text) {
		d.reached(source.CostText)
		return false
	}
	return true
}

// numbering counts the paragraphs that a program numbers by itself: "1.", which
// stands in no text.
type numbering struct {
	kind string
	last int
}

// next gives what a program shows before a paragraph numbered in such a way, from
// a number on where one is stated.
func (n *numbering) next(kind, from string) string {
	before, after, known := "", "", true
	switch kind {
	case "arabicPeriod":
		after = "."
	case "arabicParenR":
		after = ")"
	case "arabicParenBoth":
		before, after = "(", ")"
	case "arabicPlain":
	default:
		known = false
	}
	if !known {
		*n = numbering{}
		return ""
	}
	if n.kind != kind {
		n.kind, n.last = kind, max(smallInt([]byte(from)), 1)-1
	}
	n.last++
	return before + strconv.Itoa(n.last) + after + " "
}

// paragraph reads the <p> whose Start was just given (CT_TextParagraph, 21.1.2.2.6).
// What is struck through is not said, and a field is what the program shows.
func (d *drawing) paragraph(list *numbering) string {
	kind, from := "", ""
	out := d.buf[:0]
	for range d.children() {
		switch {
		case d.s.Is("pPr"):
			kind, from = d.numbered()
		case d.s.Is("r"):
			out = d.run(out)
		case d.s.Is("br"):
			out = append(out, '\n')
			d.s.Skip()
		default:
			d.s.Skip()
		}
	}
	d.buf = out
	if len(trimSpace(out)) == 0 {
		return "" // and has no number
	}
	return list.next(kind, from) + string(out)
}

// numbered reads the <pPr> whose Start was just given.
func (d *drawing) numbered() (kind, from string) {
	for range d.children() {
		if d.s.Is("buAutoNum") {
			kind, from = string(d.s.Attr("type")), string(d.s.Attr("startAt"))
		}
		d.s.Skip()
	}
	return kind, from
}

// run appends the text of the <r> whose Start was just given.
func (d *drawing) run(out []byte) []byte {
	struck := false
	for range d.children() {
		switch {
		case d.s.Is("rPr"):
			strike := d.s.Attr("strike")
			struck = len(strike) > 0 && string(strike) != "noStrike"
			d.s.Skip()
		case d.s.Is("t") && !struck:
			out, _ = elementText(d.s, out)
		default:
			d.s.Skip()
		}
	}
	return out
}
