package formula

import (
	"bytes"
	"strconv"
	"strings"
)

// cellRef reads "A1", "$A$1" and their like, inside the bounds of a sheet.
func cellRef(word string) (Ref, bool) {
	ref, n := column(word)
	if n == 0 || n == len(word) {
		return Ref{}, false
	}
	row, m := rowNumber(word[n:])
	if m == 0 || n+m != len(word) {
		return Ref{}, false
	}
	ref.Row, ref.AbsRow = row.Row, row.AbsRow
	return ref, true
}

func columnRef(word string) (Ref, bool) {
	ref, n := column(word)
	return ref, n > 0 && n == len(word)
}

// column reads the letters of a column at the start of a text and gives how
// many bytes they took, 0 where there are none.
func column(text string) (Ref, int) {
	var ref Ref
	i := 0
	if i < len(text) && text[i] == '$' {
		ref.AbsCol = true
		i++
	}
	from := i
	for i < len(text) && i-from < 4 {
		c := text[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		ref.Col = ref.Col*26 + int(c-'A') + 1
		i++
	}
	if i == from || ref.Col > MaxCols {
		return Ref{}, 0
	}
	return ref, i
}

func rowNumber(text string) (Ref, int) {
	var ref Ref
	i := 0
	if i < len(text) && text[i] == '$' {
		ref.AbsRow = true
		i++
	}
	from := i
	for i < len(text) && i-from < 8 && isDigit(text[i]) {
		ref.Row = ref.Row*10 + int(text[i]-'0')
		i++
	}
	if i == from || ref.Row < 1 || ref.Row > MaxRows || text[from] == '0' {
		return Ref{}, 0
	}
	return ref, i
}

// rowRange reads "1:3" or "$1:$3" at a place of a text.
func rowRange(text string, from int) ([2]Ref, int, bool) {
	a, n := rowNumber(text[from:])
	mid := from + n
	if n == 0 || mid >= len(text) || text[mid] != ':' {
		return [2]Ref{}, 0, false
	}
	b, m := rowNumber(text[mid+1:])
	end := mid + 1 + m
	if m == 0 || end < len(text) && (isWord(text[end]) || text[end] == '!') {
		return [2]Ref{}, 0, false
	}
	return [2]Ref{a, b}, end, true
}

// CellRef reads a plain cell reference ("B7") and gives row and column counted
// from 1.
func CellRef(text string) (row, col int, ok bool) {
	ref, ok := cellRef(text)
	return ref.Row, ref.Col, ok
}

// Area reads "B7" or "A6:C9" and gives its first and last corner, in order.
func Area(text string) (first, last Ref, ok bool) {
	a, b, two := strings.Cut(text, ":")
	first, ok = cellRef(a)
	if !ok {
		return Ref{}, Ref{}, false
	}
	last = first
	if two {
		if last, ok = cellRef(b); !ok {
			return Ref{}, Ref{}, false
		}
	}
	if last.Row < first.Row {
		first.Row, last.Row = last.Row, first.Row
	}
	if last.Col < first.Col {
		first.Col, last.Col = last.Col, first.Col
	}
	return first, last, true
}

// Shift gives the formula's text as it stands rows below and cols to the right
// of where it was written: relative references move, absolute ones stay. One
// that would leave the sheet becomes #REF!.
func (f Formula) Shift(rows, cols int) string {
	var b strings.Builder
	for i := range f {
		t := &f[i]
		switch t.Kind {
		case Cell:
			b.WriteString(t.Refs[0].shifted(rows, cols))
		case Columns, Rows:
			from, to := t.Refs[0].shifted(rows, cols), t.Refs[1].shifted(rows, cols)
			if from == broken || to == broken {
				b.WriteString(broken)
				continue
			}
			b.WriteString(from + ":" + to)
		default:
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

// Stands reports whether a text is the formula as it stands so many rows below
// where it was written, all its references on the sheet: the text is then what
// [Formula.Shift] gives, and moves on as the formula does.
func (f Formula) Stands(text string, rows int) bool {
	var buf [2*maxRef + 1]byte
	for i := range f {
		t := &f[i]
		part := buf[:0]
		switch t.Kind {
		case Cell:
			part = t.Refs[0].appendShifted(part, rows, 0)
		case Columns, Rows:
			part = append(t.Refs[0].appendShifted(part, rows, 0), ':')
			part = t.Refs[1].appendShifted(part, rows, 0)
		default:
			if !strings.HasPrefix(text, t.Text) || strings.Contains(t.Text, broken) {
				return false
			}
			text = text[len(t.Text):]
			continue
		}
		if len(part) > len(text) || string(part) != text[:len(part)] || bytes.Contains(part, []byte(broken)) {
			return false
		}
		text = text[len(part):]
	}
	return text == ""
}

// broken is what a reference outside the sheet becomes.
const broken = "#REF!"

func (r Ref) shifted(rows, cols int) string {
	var buf [maxRef]byte
	return string(r.appendShifted(buf[:0], rows, cols))
}

// maxRef is more than the longest reference to a cell has bytes.
const maxRef = 16

func (r Ref) appendShifted(out []byte, rows, cols int) []byte {
	from := len(out)
	if r.Col > 0 {
		if !r.AbsCol {
			if r.Col += cols; r.Col < 1 || r.Col > MaxCols {
				return append(out[:from], broken...)
			}
		} else {
			out = append(out, '$')
		}
		out = appendColumn(out, r.Col)
	}
	if r.Row > 0 {
		if !r.AbsRow {
			if r.Row += rows; r.Row < 1 || r.Row > MaxRows {
				return append(out[:from], broken...)
			}
		} else {
			out = append(out, '$')
		}
		out = strconv.AppendInt(out, int64(r.Row), 10)
	}
	return out
}

func appendColumn(out []byte, col int) []byte {
	var b [3]byte
	i := len(b)
	for ; col > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return append(out, b[i:]...)
}
