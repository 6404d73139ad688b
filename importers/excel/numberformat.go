package excel

import "riskbok/rules/model/numberformat"

// builtInFormats are the formats of numbers that need no definition (ECMA-376
// part 1, 18.8.30).
var builtInFormats = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
	37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)",
}

// formats gives the number format of each cell style, read when it is first
// asked for.
type formats struct {
	of    []int // the format's number, by cell style
	codes map[int]string
	read  map[int]*numberformat.Format
}

// style gives the format of a cell style; −1 is a cell without one. It is nil
// where numbers are shown as they are stored.
func (f *formats) style(i int) *numberformat.Format {
	i = max(i, 0)
	if i >= len(f.of) || f.of[i] == 0 {
		return nil
	}
	id := f.of[i]
	if n, ok := f.read[id]; ok {
		return n
	}
	code, ok := f.codes[id]
	if !ok {
		code = builtInFormats[id]
	}
	if f.read == nil {
		f.read = map[int]*numberformat.Format{}
	}
	f.read[id] = numberformat.Read(code)
	return f.read[id]
}
