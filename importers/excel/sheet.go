package excel

import (
	"bytes"
	"slices"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// sheetReader reads one worksheet part into its table.
type sheetReader struct {
	*reader
	s      *xmlscan.Scanner
	table  *grid.Table
	part   string
	row    int // current row from 1
	cols   int // width of the used rectangle
	line   []grid.Cell
	merges []area
	shared map[int]*master
	waits  []waiting
	said   map[string]bool
	unseen unseen
	dated  map[int]bool // columns with a date of the year that counting begins in
	full   bool         // a limit was reached: no more cells
	aside  []formula.Range

	drawing string   // the relation of the part with what is drawn over the cells
	edges   []string // the codes of the page headers and footers
}

type area struct{ first, last formula.Ref }

// read fills the table. It returns only the context's error; what is wrong with
// the part becomes damage.
func (r *sheetReader) read() error {
	if r.part == "" {
		r.damage("sheet-damaged", model.Source{}, "detail", errMissing.Error())
		return nil
	}
	r.pack.scan(r.s, r.part)
	sheet, rows := false, false
	for k := r.s.Next(); k != xmlscan.Done; k = r.s.Next() {
		if k != xmlscan.Start {
			continue
		}
		switch {
		case r.s.Depth() == 1:
			sheet = r.s.Is("worksheet")
			if isStrict(r.s) {
				return problem("strict-ooxml")
			}
		case !sheet:
			r.s.Skip()
		case r.s.Depth() == 2 && r.s.Is("sheetData"):
			rows = true
			if err := r.rows(); err != nil {
				return err
			}
		case r.s.Depth() == 3 && r.s.Is("mergeCell"):
			r.merge()
		case r.s.Depth() == 3 && r.s.Is("col"):
			r.unseen.column(r.s)
		case r.s.Depth() == 2 && r.s.Is("autoFilter"):
			r.filter()
		case r.s.Depth() == 2 && r.s.Is("drawing"):
			r.drawing = string(r.s.PrefixedAttr("id"))
			r.outside()
		case r.s.Depth() == 2 && r.s.Is("headerFooter"):
			r.headerFooter()
		case r.s.Depth() == 2 && !r.s.Is("mergeCells") && !r.s.Is("cols"):
			r.outside()
		}
	}
	switch err := r.s.Err(); {
	case err == errLimit:
		r.limitOfBytes()
	case err != nil:
		r.damage("sheet-damaged", model.Source{}, "detail", err.Error())
	case !sheet:
		r.damage("sheet-damaged", model.Source{}, "detail", "not a worksheet")
	case !rows:
		r.damage("sheet-damaged", model.Source{}, "detail", "no rows where every worksheet has them")
	}
	r.writeOutShared()
	r.cover()
	r.undate()
	return nil
}

// outside passes over an element beside <sheetData>, and says so where it holds
// cells: no program writes them there, and what is in them would be lost.
func (r *sheetReader) outside() {
	depth, cells := r.s.Depth(), r.s.Is("row") || r.s.Is("c")
	for k := xmlscan.Start; k != xmlscan.Done; k = r.s.Next() {
		cells = cells || k == xmlscan.Start && r.s.Is("sheetData")
		if k == xmlscan.End && r.s.Depth() == depth {
			break
		}
	}
	if cells {
		r.rowsElsewhere()
	}
}

// rowsElsewhere tells of rows that stand outside <sheetData>.
func (r *sheetReader) rowsElsewhere() {
	r.damage("sheet-damaged", model.Source{Row: int32(r.row)}, "detail", "rows where no worksheet has them")
}

// rows reads <sheetData>.
func (r *sheetReader) rows() error {
	for n := 0; ; n++ {
		switch r.s.Next() {
		case xmlscan.Done:
			return nil
		case xmlscan.End:
			return nil
		case xmlscan.Text:
			r.strayText()
			n--
			continue
		}
		if n%1024 == 1023 {
			if err := r.ctx.Err(); err != nil {
				return err
			}
		}
		if !r.s.Is("row") {
			r.unknownElement()
			continue
		}
		at := r.row + 1
		if v := r.s.Attr("r"); v != nil {
			if at = smallInt(v); !isDigits(v) {
				r.damage("sheet-damaged", model.Source{Row: int32(r.row + 1)}, "detail", "no number of a row: "+string(v))
				r.s.Skip()
				continue
			}
		}
		if at < 1 || at > formula.MaxRows {
			r.damage("row-bounds", model.Source{})
			r.s.Skip()
			continue
		}
		if at <= r.row {
			r.damage("sheet-damaged", model.Source{Row: int32(at)}, "detail", "rows out of order")
		}
		r.row = at
		r.unseen.row(r.s, at)
		if r.full {
			r.s.Skip()
			continue
		}
		r.cellsOfRow()
		r.store()
	}
}

// cellsOfRow reads the cells of a row into r.line, in file order.
func (r *sheetReader) cellsOfRow() {
	r.line = r.line[:0]
	col := 0
	for {
		switch r.s.Next() {
		case xmlscan.Done:
			return
		case xmlscan.End:
			return
		case xmlscan.Text:
			r.strayText()
			continue
		}
		if !r.s.Is("c") {
			r.unknownElement()
			continue
		}
		var raw rawCell
		raw.style = -1
		at := col + 1
		for i := range r.s.Attrs() {
			switch name, v := r.s.AttrAt(i); string(name) {
			case "r":
				at = r.column(v)
			case "t":
				raw.kind = cellType(v)
			case "s":
				raw.style = smallInt(v)
			case "cm", "vm", "ph":
			default:
				raw.stray = raw.stray || isOwnAttr(name)
			}
		}
		if at == noColumn {
			r.damage("sheet-damaged", model.Source{Row: int32(r.row)}, "detail", "no reference of a cell")
			r.s.Skip()
			continue
		}
		if at < 1 || at > formula.MaxCols {
			r.damage("row-bounds", model.Source{Row: int32(r.row)})
			r.s.Skip()
			continue
		}
		if at <= col {
			r.damage("sheet-damaged", r.at(at), "detail", "cells out of order")
			if len(r.line) >= formula.MaxCols {
				r.s.Skip()
				continue
			}
		}
		col = at
		cell, whole := r.cell(&raw, at)
		fill := r.fillOf(raw.style)
		switch {
		case !whole, r.beside(at):
		case cell.Text != "" || cell.Formula != "" || cell.Kind != grid.Empty || raw.shared:
			cell.At, cell.Fill = r.at(at), fill
			r.line = append(r.line, cell)
			if cell.Text != "" {
				if r.isStruck(raw.style) {
					raw.struck = strike{out: true}
				}
				r.unseen.cell(r.row, at, raw.struck)
			}
		case fill != 0 && len(r.table.Fills) < maxFilled:
			r.table.Fills = append(r.table.Fills, grid.Filled{Row: int32(r.row - 1), Col: int32(at - 1), Fill: fill})
		}
	}
}

// beside reports whether riskbok added the cell beside the matter of the sheet.
func (r *sheetReader) beside(col int) bool {
	return slices.ContainsFunc(r.aside, func(a formula.Range) bool {
		return a.Top <= r.row && r.row <= a.Bottom && a.Left <= col && col <= a.Right
	})
}

// noColumn is the column of a reference that is none.
const noColumn = -1

// column reads the column of a cell reference and holds it to the row that the
// cell stands in; 0 for a reference outside a sheet.
func (r *sheetReader) column(ref []byte) int {
	col, i := 0, 0
	for ; i < len(ref); i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = min(col*26+int(c-'A')+1, formula.MaxCols+1)
	}
	if i == 0 || !isDigits(ref[i:]) {
		return noColumn
	}
	row := smallInt(ref[i:])
	if col < 1 || col > formula.MaxCols || row < 1 || row > formula.MaxRows {
		return 0
	}
	if row != r.row {
		r.damage("sheet-damaged", r.at(col), "detail", "cell "+string(ref)+" in another row")
	}
	return col
}

// unknownElement passes over an element that has no place among rows and
// cells, and says so unless it is an extension of another vocabulary that holds no
// text.
func (r *sheetReader) unknownElement() {
	name, extension := string(r.s.Name()), len(r.s.Prefix()) > 0
	switch {
	case r.s.Is("extLst"):
		r.s.Skip()
	case extension && r.s.Is("AlternateContent"):
		r.damage("alternate-content", model.Source{Row: int32(r.row + 1)})
		r.s.Skip()
	case skipHolding(r.s) || !extension:
		r.damage("sheet-damaged", model.Source{Row: int32(r.row)}, "detail", "unknown element "+name)
	}
}

// strayText says that a text stands where rows and cells do.
func (r *sheetReader) strayText() {
	if isText(r.s) {
		r.damage("sheet-damaged", model.Source{Row: int32(r.row)}, "detail", errStray.Error())
	}
}

// isOwnAttr reports whether an attribute is of the vocabulary of spreadsheets: it has
// no prefix.
func isOwnAttr(name []byte) bool {
	return string(name) != "xmlns" && !bytes.ContainsRune(name, ':')
}

// isStruck reports whether a cell style strikes its text through.
func (r *reader) isStruck(style int) bool {
	style = max(style, 0)
	return style < len(r.struckStyles) && r.struckStyles[style]
}

func (r *sheetReader) at(col int) model.Source {
	return model.Source{Doc: r.doc, Place: r.table.Place, Row: int32(r.row), Col: int32(col)}
}

// damage reports a fault once per sheet and code; the first place is told.
func (r *sheetReader) damage(code string, at model.Source, pairs ...string) {
	if r.said[code] {
		return
	}
	if r.said == nil {
		r.said = map[string]bool{}
	}
	r.said[code] = true
	args := map[string]string{"sheet": r.table.Name, "part": r.part, "cell": at.Cell()}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	at.Doc, at.Place = r.doc, r.table.Place
	r.wb.Damage = append(r.wb.Damage, model.Damage{Code: code, Args: args, At: at})
}
