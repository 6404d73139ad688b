package content

import "fmt"

// operands is how many operands each operator takes (ISO 32000-1, annex A); varies
// is for colours, which take as many as their space has components.
const varies = -1

var operands = map[string]int{
	"b": 0, "B": 0, "b*": 0, "B*": 0, "f": 0, "F": 0, "f*": 0, "h": 0, "n": 0, "s": 0, "S": 0, "W": 0, "W*": 0,
	"q": 0, "Q": 0, "BT": 0, "ET": 0, "T*": 0, "EMC": 0, "BX": 0, "EX": 0, "BI": 0, "ID": varies, "EI": varies,
	"BMC": 1, "MP": 1, "BDC": 2, "DP": 2, "Do": 1, "gs": 1, "sh": 1, "cs": 1, "CS": 1, "ri": 1, "i": 1, "j": 1, "J": 1, "M": 1, "w": 1,
	"d": 2, "d0": 2, "d1": 6, "g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4, "sc": varies, "SC": varies, "scn": varies, "SCN": varies,
	"cm": 6, "m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4,
	"Tc": 1, "Td": 2, "TD": 2, "Tf": 2, "Tj": 1, "TJ": 1, "TL": 1, "Tm": 6, "Tr": 1, "Ts": 1, "Tw": 1, "Tz": 1, "'": 1, "\"": 3,
}

// known is operands by a hash of the operator's letters, so that the look-up costs
// little beside the operator's own work; checked by a test.
var known = func() (table [1 << hashBits]struct {
	letters uint32
	count   int8
}) {
	for op, n := range operands {
		letters := lettersOf([]byte(op))
		at := hashOf(letters)
		for table[at].letters != 0 {
			at = (at + 1) % uint32(len(table))
		}
		table[at].letters, table[at].count = letters, int8(n)
	}
	return table
}()

const hashBits = 8

func lettersOf(op []byte) uint32 {
	switch len(op) {
	case 1:
		return uint32(op[0])
	case 2:
		return uint32(op[0])<<8 | uint32(op[1])
	case 3:
		return uint32(op[0])<<16 | uint32(op[1])<<8 | uint32(op[2])
	}
	return 0
}

func hashOf(letters uint32) uint32 { return letters * 2654435761 >> (32 - hashBits) }

// takes gives how many operands an operator takes; false for one that there is
// not.
func takes(op []byte) (int, bool) {
	letters := lettersOf(op)
	if letters == 0 {
		return 0, false
	}
	for at := hashOf(letters); known[at].letters != 0; at = (at + 1) % uint32(len(known)) {
		if known[at].letters == letters {
			return int(known[at].count), true
		}
	}
	return 0, false
}

// Faults counts what a whole page has none of: damage to its operators may lose or
// change what stands there without a trace in what is read.
type Faults struct {
	Unknown    int // words that are no operator
	Operands   int // operators with too few, too many or wrong operands
	Saved      int // graphics states saved and not restored, or the other way
	Text       int // text objects not ended, ended twice or begun within another
	Marked     int // marked content not ended, or ended twice
	Unfinished int // strings, arrays and operands that the content ends within
	Zeros      int // zero bytes between operators, as a disk gives for what it has lost
}

// Any reports whether there are faults. Of 5,000 pages that nothing had happened to,
// by LibreOffice, Chromium, ReportLab, Ghostscript, TeX, FOP and scanners, none has one.
func (f Faults) Any() bool { return f != Faults{} }

// String gives the faults for logs.
func (f Faults) String() string {
	return fmt.Sprintf("content: %d unknown operators, %d wrong operands, %d unbalanced states, %d text objects, %d marks, %d unfinished, %d zeros",
		f.Unknown, f.Operands, f.Saved, f.Text, f.Marked, f.Unfinished, f.Zeros)
}

// audit follows one content stream.
type audit struct {
	lenient int // depth of BX, within which unknown operators are allowed
	text    bool
	marks   int
	saved   int
}

// check audits one operator. Count is how many operands stand before it.
func (f *Faults) check(a *audit, op []byte, args []Token, count int) {
	n, ok := takes(op)
	switch {
	case !ok && (a.lenient > 0 || isConstant(op)):
	case !ok:
		f.Unknown++
		return
	case n >= 0 && n != count:
		f.Operands++
	case len(args) > 0 && !suits(op, args):
		f.Operands++
	}
	f.nest(a, op)
}

// suits reports whether the operands are of the kind that the operator takes.
func suits(op []byte, args []Token) bool {
	switch string(op) {
	case "Tj", "'":
		return args[0].Kind == String
	case "\"":
		return len(args) < 3 || args[2].Kind == String
	case "TJ":
		return args[0].Kind == Array
	case "Tf", "Do", "gs", "sh", "cs", "CS", "BMC", "BDC", "MP", "DP", "ri":
		return args[0].Kind == Name
	case "Td", "TD", "Tm", "cm", "m", "l", "c", "re", "v", "y", "Tc", "Tw", "TL", "Tz", "Ts", "Tr", "g", "rg", "k":
		for i := range args {
			if args[i].Kind != Number {
				return false
			}
		}
	}
	return true
}

// nest follows what must come in pairs.
func (f *Faults) nest(a *audit, op []byte) {
	switch string(op) {
	case "q":
		a.saved++
	case "Q":
		if a.saved--; a.saved < 0 {
			f.Saved, a.saved = f.Saved+1, 0
		}
	case "BT":
		if a.text {
			f.Text++
		}
		a.text = true
	case "ET":
		if !a.text {
			f.Text++
		}
		a.text = false
	case "BMC", "BDC":
		a.marks++
	case "EMC":
		if a.marks--; a.marks < 0 {
			f.Marked, a.marks = f.Marked+1, 0
		}
	case "BX":
		a.lenient++
	case "EX":
		a.lenient = max(a.lenient-1, 0)
	}
}

// mostZeros is how many zero bytes a stream may have between its operators. They count
// as white space, but of 2,961 pages that nothing had happened to none has one.
const mostZeros = 3

// end closes the audit of a stream; count is how many operands stand at its end, zeros
// how many zero bytes there were.
func (f *Faults) end(a *audit, count, zeros int) {
	if zeros > mostZeros {
		f.Zeros += zeros
	}
	f.Saved += a.saved
	f.Marked += a.marks
	if a.text {
		f.Text++
	}
	if count > 0 {
		f.Unfinished++
	}
}
