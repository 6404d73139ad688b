package excel

import (
	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
)

// valueType is a cell's stored type (ST_CellType, ECMA-376 part 1, 18.18.11).
type valueType uint8

const (
	typeNumber valueType = iota
	typeShared
	typeString
	typeInline
	typeBool
	typeError
	typeDate
	typeUnknown
)

func cellType(v []byte) valueType {
	switch string(v) {
	case "n":
		return typeNumber
	case "s":
		return typeShared
	case "str":
		return typeString
	case "inlineStr":
		return typeInline
	case "b":
		return typeBool
	case "e":
		return typeError
	case "d":
		return typeDate
	}
	return typeUnknown
}

// rawCell is what stands in a cell's element.
type rawCell struct {
	kind       valueType
	style      int
	hasFormula bool
	shared     bool // a shared formula to be written out when its master is known
	formula    string
	hasValue   bool // <v> or <is> is there
	value      []byte
	struck     strike // of the text, by its own runs
	stray      bool   // it has an attribute that no cell has
}

// cell reads the content of a <c> whose Start was just given. ok is false where the
// part ended before it did. Of two values, and beside something that has no place in
// a cell, nobody knows what was meant: it is said.
func (r *sheetReader) cell(raw *rawCell, col int) (cell grid.Cell, ok bool) {
	depth := r.s.Depth()
	r.buf = r.buf[:0]
	stray := raw.stray
	for {
		read := whole
		switch r.s.Next() {
		case xmlscan.Done:
			return cell, false
		case xmlscan.Text:
			stray = stray || isText(r.s)
		case xmlscan.End:
			if r.s.Depth() == depth {
				if stray {
					r.damage("sheet-damaged", r.at(col), "detail", errStray.Error())
				}
				return r.result(raw, col), true
			}
		case xmlscan.Start:
			stray = stray || len(raw.value) > 0 && (r.s.Is("v") || r.s.Is("is")) || raw.hasFormula && r.s.Is("f")
			switch {
			case r.s.Is("v"):
				raw.hasValue = true
				r.buf, read = elementText(r.s, r.buf[:0])
				raw.value = r.buf
			case r.s.Is("f"):
				read = r.formulaOf(raw, col)
			case r.s.Is("is"):
				raw.hasValue = true
				r.buf, raw.struck, read = stringItem(r.s, r.buf[:0])
				raw.value = r.buf
			default:
				r.unknownElement()
			}
			if read == cut {
				return cell, false
			}
			stray = stray || read == straying
		}
	}
}

// result makes the grid cell of a stored one.
func (r *sheetReader) result(raw *rawCell, col int) grid.Cell {
	cell := grid.Cell{Formula: raw.formula}
	// An empty text is a result: Excel and LibreOffice store it as t="str" with
	// an empty <v>. Without a <v> there is none, whatever the type: excelize
	// writes t="str" for a formula that it has no result for. An empty number
	// is what openpyxl writes.
	if raw.hasFormula && len(raw.value) == 0 && (raw.kind == typeNumber || !raw.hasValue) {
		cell.Uncalculated = true
		r.pending = append(r.pending, pending{r.table.Place, int32(r.row - 1), int32(col - 1), int32(raw.style)})
		return cell
	}
	switch raw.kind {
	case typeShared:
		i := smallInt(trimSpace(raw.value))
		if !raw.hasValue {
			return cell
		}
		if i < 0 || i >= len(r.strings) {
			r.stringMissing(col)
			return cell
		}
		cell.Kind, cell.Text = grid.Text, r.strings[i]
		raw.struck = r.struckStrings[i]
	case typeString, typeInline:
		cell.Kind, cell.Text = grid.Text, r.shortened(r.text(unescapeString(raw.value)))
	case typeBool:
		switch v := trimSpace(raw.value); {
		case isTrue(v):
			cell.Kind, cell.Text = grid.Bool, "TRUE"
		case isFalse(v):
			cell.Kind, cell.Text = grid.Bool, "FALSE"
		case len(v) > 0:
			cell.Kind, cell.Text = grid.Text, r.text(v)
			r.damage("sheet-damaged", r.at(col), "detail", "neither true nor false")
		}
	case typeError:
		cell.Kind, cell.Text = grid.Error, r.text(raw.value)
	case typeDate:
		cell.Kind, cell.Text = grid.Text, r.text(raw.value)
		if text, ok := isoDate(cell.Text); ok {
			cell.Kind, cell.Text = grid.Date, text
		}
	case typeUnknown:
		cell.Kind, cell.Text = grid.Text, r.text(raw.value)
		r.damage("sheet-damaged", r.at(col), "detail", "unknown type of cell")
	default:
		r.fillNumber(&cell, raw, col)
	}
	if raw.struck.seen != "" && cell.Kind == grid.Text {
		cell.Show(raw.struck.seen, 0)
	}
	if cell.Text == "" && cell.Kind != grid.Error {
		cell.Kind = grid.Empty
	}
	return cell
}

// fillNumber fills in a number, or the date that the cell's style makes of it.
func (r *sheetReader) fillNumber(cell *grid.Cell, raw *rawCell, col int) {
	if len(raw.value) == 0 {
		return
	}
	v := trimSpace(raw.value)
	if r.isDate(raw.style) {
		if f, ok := parseFloat(v); ok {
			if text, ok := dateText(f, r.book.date1904); ok {
				cell.Kind, cell.Text = grid.Date, r.text([]byte(text))
				if r.early(cell) {
					if r.dated == nil {
						r.dated = map[int]bool{}
					}
					r.dated[col] = true
				}
				r.show(cell, raw.style)
				return
			}
		}
	}
	cell.Kind = grid.Number
	if canonical(v) {
		cell.Text = r.text(v)
		r.show(cell, raw.style)
		return
	}
	text, ok := shortNumber(v)
	if !ok {
		cell.Kind, text = grid.Text, string(raw.value)
		r.damage("sheet-damaged", r.at(col), "detail", "a number that is none")
	}
	cell.Text = text
	r.show(cell, raw.style)
}

// show makes the text of a number or date what its cell's format shows.
func (r *reader) show(cell *grid.Cell, style int) {
	f := r.formats.style(style)
	if f == nil {
		return
	}
	text, ok := "", false
	switch cell.Kind {
	case grid.Number:
		text, ok = f.Shown(cell.Text)
	case grid.Date:
		text, ok = f.ShownYear(cell.Text)
	}
	if ok && text != cell.Text {
		cell.Show(r.text([]byte(text)), f.Thousandths())
	}
}

func (r *reader) isDate(style int) bool {
	return style >= 0 && style < len(r.dates) && r.dates[style] || style < 0 && len(r.dates) > 0 && r.dates[0]
}

// stringMissing reports a shared string that is not there: the table of
// strings is missing, damaged or over the limit, or the index is wrong.
func (r *sheetReader) stringMissing(col int) {
	if r.noStrings == errLimit {
		r.limit()
		return
	}
	detail := "index outside the shared strings"
	if r.noStrings != nil {
		detail = r.noStrings.Error()
	}
	r.damage("strings-missing", r.at(col), "detail", detail)
}

// interned bounds the texts that are kept to be used again.
const interned = 4096

// text makes a string, and gives the same one for the same short text: levels,
// numbers and labels stand in every row.
func (r *reader) text(b []byte) string {
	if len(b) > 24 {
		return string(b)
	}
	if t, ok := r.intern[string(b)]; ok {
		return t
	}
	t := string(b)
	if r.intern == nil {
		r.intern = make(map[string]string, 256)
	}
	if len(r.intern) < interned {
		r.intern[t] = t
	}
	return t
}
