package formula

import "strings"

// Range is a place that a formula reads: a rectangle of cells of a sheet, or of
// the sheets from one to another. Whole columns and rows go to the edges.
type Range struct {
	Sheet, Last              string // "" is the formula's own sheet; Last ends a span of sheets
	Top, Left, Bottom, Right int
	Relative                 bool // it is another one where the formula stands elsewhere
}

// Reads is what a formula reads, as far as its text tells. Opaque is set where
// the text does not tell: ranges that functions make, spilled ranges, the
// formula's own Excel table, and what is no formula.
type Reads struct {
	Ranges    []Range
	Names     []string // defined names, "Sheet!Name" where a sheet is written
	Tables    []string // Excel tables of structured references
	Functions []string // as [FunctionName] has them, each time they are called
	Opaque    bool
	External  bool // reads another workbook
}

// Reads gives what a formula reads.
func (f Formula) Reads() Reads {
	r := reading{f: f}
	for r.pos < len(f) {
		r.step()
	}
	return r.out
}

type reading struct {
	f   Formula
	pos int
	out Reads
}

func (r *reading) kind(i int) Kind {
	if i < len(r.f) {
		return r.f[i].Kind
	}
	return Other
}

func (r *reading) step() {
	t := &r.f[r.pos]
	r.pos++
	switch t.Kind {
	case Sheet:
		r.qualified(t)
	case Cell, Columns, Rows:
		r.reference("", "", t)
	case Function:
		r.out.Functions = append(r.out.Functions, FunctionName(t.Text))
	case Name:
		r.name("", t.Text)
	case External:
		r.external(t)
	case Other:
		r.other(t.Text)
	}
}

// qualified reads what stands behind a sheet's name.
func (r *reading) qualified(t *Token) {
	sheet, last := t.Sheets()
	kind := r.kind(r.pos)
	switch {
	case strings.ContainsAny(sheet, "[]"):
		r.out.External = true
		r.pass()
	case kind == Cell || kind == Columns || kind == Rows:
		r.pos++
		r.reference(sheet, last, &r.f[r.pos-1])
	case kind == Name:
		r.pos++
		r.name(sheet, r.f[r.pos-1].Text)
	case r.pos >= len(r.f) || !strings.HasPrefix(r.f[r.pos].Text, "#"):
		r.out.Opaque = true
	}
}

// pass passes over a reference to another workbook.
func (r *reading) pass() {
	if r.kind(r.pos) == Sheet {
		r.pos++
	}
	if k := r.kind(r.pos); k == Cell || k == Columns || k == Rows || k == Name {
		r.pos++
	}
	if _, ok := r.second(""); ok {
		r.pos += 2
	}
}

// external reads a reference in brackets that does not follow a name.
func (r *reading) external(t *Token) {
	if strings.HasSuffix(t.Text, "!") || r.kind(r.pos) == Sheet {
		r.out.External = true
		r.pass()
		return
	}
	r.out.Opaque = true
}

func (r *reading) name(sheet, name string) {
	if r.kind(r.pos) == External && r.pos < len(r.f) && !strings.HasSuffix(r.f[r.pos].Text, "!") {
		r.pos++
		r.out.Tables = append(r.out.Tables, name)
		return
	}
	if strings.EqualFold(name, "TRUE") || strings.EqualFold(name, "FALSE") {
		return
	}
	if sheet != "" {
		name = sheet + "!" + name
	}
	r.out.Names = append(r.out.Names, name)
}

// reference adds the range that begins with a token.
func (r *reading) reference(sheet, last string, t *Token) {
	from, to := t.Refs[0], t.Refs[0]
	if t.Kind != Cell {
		to = t.Refs[1]
	} else if end, ok := r.second(sheet); ok {
		for r.f[r.pos].Kind != Cell {
			r.pos++
		}
		r.pos++
		to = end
	}
	a := Range{Sheet: sheet, Last: last, Relative: from.relative() || to.relative(),
		Top: min(from.Row, to.Row), Left: min(from.Col, to.Col), Bottom: max(from.Row, to.Row), Right: max(from.Col, to.Col)}
	if t.Kind == Columns {
		a.Top, a.Bottom = 1, MaxRows
	}
	if t.Kind == Rows {
		a.Left, a.Right = 1, MaxCols
	}
	r.out.Ranges = append(r.out.Ranges, a)
}

// second gives the other corner of a range whose first one has been read:
// ":B2", or ":Blad1!B2" with the sheet that was written before the first.
func (r *reading) second(sheet string) (Ref, bool) {
	i := r.pos
	if i >= len(r.f) || r.f[i].Kind != Other || strings.TrimSpace(r.f[i].Text) != ":" {
		return Ref{}, false
	}
	if i++; r.kind(i) == Sheet {
		again, last := r.f[i].Sheets()
		if sheet == "" || last != "" || !strings.EqualFold(again, sheet) {
			return Ref{}, false
		}
		i++
	}
	if r.kind(i) != Cell {
		return Ref{}, false
	}
	return r.f[i].Refs[0], true
}

func (r Ref) relative() bool { return r.Col > 0 && !r.AbsCol || r.Row > 0 && !r.AbsRow }

// other looks for what makes a formula opaque among operators and constants: a
// colon that makes a range, a text without an end, and "A1#".
func (r *reading) other(text string) {
	parts := strings.Split(text, `"`) // every second one is quoted
	if len(parts)%2 == 0 {
		r.out.Opaque = true
	}
	for i := 0; i < len(parts); i += 2 {
		if strings.ContainsAny(parts[i], ":'") {
			r.out.Opaque = true
		}
	}
	if before := r.pos - 2; before >= 0 && text[0] == '#' && r.f[before].Kind != Sheet {
		r.out.Opaque = true
	}
}

// Sheets gives the name of the sheet that a Sheet token means, without quotes,
// and of the last one where the token spans several.
func (t *Token) Sheets() (first, last string) {
	name := strings.TrimSuffix(t.Text, "!")
	if len(name) > 1 && name[0] == '\'' {
		name = strings.ReplaceAll(name[1:len(name)-1], "''", "'")
	}
	if strings.Contains(name, "]") { // a path may have a colon
		return name, ""
	}
	first, last, _ = strings.Cut(name, ":")
	return first, last
}

// FunctionName gives a function's name in capitals, without the marks that
// newer functions have in files.
func FunctionName(word string) string {
	name := strings.ToUpper(word)
	for _, mark := range []string{"_XLFN.", "_XLWS.", "_XLL."} {
		name = strings.TrimPrefix(name, mark)
	}
	return name
}

// placed are the functions whose first argument tells a place: they do not read
// what stands there.
var placed = map[string]bool{"AREAS": true, "COLUMN": true, "COLUMNS": true, "ISREF": true, "OFFSET": true, "ROW": true, "ROWS": true, "SHEET": true, "SHEETS": true}

// Valued gives a formula without the references that it takes for places only:
// "OFFSET(A1,1,0)" reads what is below A1 and not A1 itself. What is left is no
// formula any more, but has its [Reads].
func (f Formula) Valued() Formula {
	out := make(Formula, 0, len(f))
	for i := 0; i < len(f); i++ {
		out = append(out, f[i])
		if i+1 >= len(f) || !f.placing(i) {
			continue
		}
		if end := f.place(i + 2); end > 0 {
			out = append(out, f[i+1])
			i = end - 1
		}
	}
	return out
}

// placing reports whether the argument behind a token, or in CELL the second
// one, tells a place.
func (f Formula) placing(i int) bool {
	if f[i].Kind != Function {
		return false
	}
	name, open := FunctionName(f[i].Text), strings.ToLower(strings.TrimSpace(f[i+1].Text))
	if name == "CELL" {
		return openCell[strings.ReplaceAll(open, " ", "")]
	}
	return placed[name] && open == "("
}

// openCell are the beginnings of CELL that do not ask for what a cell holds.
var openCell = map[string]bool{`("row",`: true, `("col",`: true, `("address",`: true, `("filename",`: true, `("width",`: true, `("protect",`: true}

// place gives where a reference that is a whole argument ends, 0 where none
// begins there.
func (f Formula) place(i int) int {
	sheet := func() {
		if i < len(f) && f[i].Kind == Sheet {
			i++
		}
	}
	sheet()
	if i >= len(f) || f[i].Kind != Cell && f[i].Kind != Columns && f[i].Kind != Rows {
		return 0
	}
	if i++; i+1 < len(f) && f[i].Kind == Other && strings.TrimSpace(f[i].Text) == ":" {
		i++
		sheet()
		if i >= len(f) || f[i].Kind != Cell {
			return 0
		}
		i++
	}
	if i >= len(f) || f[i].Kind != Other {
		return 0
	}
	if next := strings.TrimSpace(f[i].Text); next == "" || next[0] != ',' && next[0] != ')' {
		return 0
	}
	return i
}

// Same reports whether two formulas read the same to a spreadsheet: the equals
// sign, blanks outside quotes, case and the marks of newer functions do not
// matter.
func Same(a, b string) bool { return plain(a) == plain(b) }

// plain writes a formula as all formulas that are the same as it are written.
func plain(text string) string {
	var b strings.Builder
	for _, t := range Parse(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "="))) {
		switch t.Kind {
		case Function:
			b.WriteString(FunctionName(t.Text))
		case Other:
			for i, part := range strings.Split(t.Text, `"`) {
				if i > 0 {
					b.WriteByte('"')
				}
				if i%2 == 0 {
					part = strings.ToUpper(strings.Join(strings.Fields(part), ""))
				}
				b.WriteString(part)
			}
		default:
			b.WriteString(strings.ToUpper(t.Text))
		}
		b.WriteByte(0) // "A1 B2" is not "A1B2"
	}
	return b.String()
}
