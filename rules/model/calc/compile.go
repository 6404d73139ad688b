package calc

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model/formula"
)

// Cells is the workbook that formulas are in. Sheets are told by index, rows
// and columns count from 1.
type Cells interface {
	Sheet(name string) int                       // −1 for an unknown one
	Used(sheet int) (rows, cols int)             // size of the used rectangle
	Cell(sheet, row, col int) (Value, bool)      // false where the result is not known
	Name(name string) (refersTo string, ok bool) // a defined name of the whole workbook
}

// Area is a rectangle of cells, corners included.
type Area struct{ Sheet, Top, Left, Bottom, Right int }

// Program is a formula that can be run.
type Program struct {
	Areas     []Area   // what it may read; see [CompileReaching] for what more
	Functions []string // what it calls, sorted
	Kind      string   // functions and operators: formulas alike in them are alike
	tokens    []token
	home      int
}

type tokenKind uint8

const (
	tokConst tokenKind = iota
	tokArea
	tokFunction
	tokOperator // op is the operator, parenthesis or comma
)

type token struct {
	kind  tokenKind
	op    string
	value Value
	array *array         // an array constant
	sheet int            // of an area
	refs  [2]formula.Ref // its corners
}

// Bounds of a formula (Excel's published limits).
const (
	maxFormula   = 8192 // characters
	maxText      = 32767
	maxNesting   = 256
	maxNameDepth = 4
)

// Compile prepares a formula, without equals sign, of a cell on a sheet. It
// gives false for a formula that this package cannot compute with certainty.
func Compile(text string, sheet int, cells Cells) (*Program, bool) {
	p, ok := CompileReaching(text, sheet, cells)
	if !ok || slices.ContainsFunc(p.Functions, Reaches) {
		return nil, false
	}
	return p, true
}

// Reaches reports whether a function reads cells that its arguments do not
// name: OFFSET and INDIRECT do.
func Reaches(name string) bool { return functions[name].reaches }

// CompileReaching is [Compile] for formulas that may read other cells than their
// text names. What those are is known when the program has run.
func CompileReaching(text string, sheet int, cells Cells) (*Program, bool) {
	if len(text) > maxFormula {
		return nil, false
	}
	c := &compiler{cells: cells, home: sheet, table: functions}
	if !c.add(formula.Parse(text), 0) {
		return nil, false
	}
	p := &Program{tokens: c.out, Areas: c.areas, home: sheet}
	slices.Sort(c.functions)
	p.Functions = slices.Compact(c.functions)
	slices.Sort(c.operators)
	p.Kind = strings.Join(p.Functions, ",") + " " + strings.Join(slices.Compact(c.operators), "")
	return p, true
}

// AreasBelow gives what the same formula may read as it stands so many rows further
// down, as [Program.RunBelow] runs it.
func (p *Program) AreasBelow(rows int) []Area {
	if rows == 0 {
		return p.Areas
	}
	areas := make([]Area, 0, len(p.Areas))
	for i := range p.tokens {
		if p.tokens[i].kind == tokArea {
			areas = append(areas, p.tokens[i].area(rows))
		}
	}
	return areas
}

type compiler struct {
	cells     Cells
	table     map[string]function
	home      int
	out       []token
	areas     []Area
	functions []string
	operators []string
}

func (c *compiler) add(f formula.Formula, depth int) bool {
	at := c.home
	for i := 0; i < len(f); i++ {
		t := f[i]
		named := i > 0 && f[i-1].Kind == formula.Sheet
		if !named {
			at = c.home
		}
		switch t.Kind {
		case formula.Sheet:
			name, last := t.Sheets()
			if at = c.cells.Sheet(name); at < 0 || last != "" {
				return false
			}
		case formula.Cell:
			first, last := t.Refs[0], t.Refs[0]
			if i+2 < len(f) && f[i+1].Text == ":" && f[i+2].Kind == formula.Cell {
				last = f[i+2].Refs[0]
				i += 2
			}
			c.area(at, first, last)
		case formula.Columns:
			last := t.Refs[1]
			last.Row, last.AbsRow = formula.MaxRows, true
			first := t.Refs[0]
			first.Row, first.AbsRow = 1, true
			c.area(at, first, last)
		case formula.Rows:
			first, last := t.Refs[0], t.Refs[1]
			first.Col, last.Col = 1, formula.MaxCols
			c.area(at, first, last)
		case formula.Function:
			name := formula.FunctionName(t.Text)
			if c.table[name].run == nil {
				return false
			}
			c.functions = append(c.functions, name)
			c.out = append(c.out, token{kind: tokFunction, op: name})
		case formula.Name:
			if named || !c.name(t.Text, depth) {
				return false
			}
		case formula.Other:
			if !c.other(t.Text) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func (c *compiler) area(sheet int, a, b formula.Ref) {
	t := token{kind: tokArea, sheet: sheet, refs: [2]formula.Ref{a, b}}
	c.areas = append(c.areas, t.area(0))
	c.out = append(c.out, t)
}

// area gives the cells that a token refers to in a formula that stands so many
// rows below the one that was compiled.
func (t *token) area(down int) Area {
	a, b := t.refs[0], t.refs[1]
	if !a.AbsRow {
		a.Row += down
	}
	if !b.AbsRow {
		b.Row += down
	}
	return Area{t.sheet, min(a.Row, b.Row), min(a.Col, b.Col), max(a.Row, b.Row), max(a.Col, b.Col)}
}

// name puts in what a defined name refers to: references only, and only those
// that are the same wherever the name is used.
func (c *compiler) name(name string, depth int) bool {
	switch strings.ToUpper(name) {
	case "TRUE":
		c.out = append(c.out, token{value: boolean(true)})
		return true
	case "FALSE":
		c.out = append(c.out, token{value: boolean(false)})
		return true
	}
	refersTo, ok := c.cells.Name(name)
	if !ok || depth >= maxNameDepth {
		return false
	}
	f := formula.Parse(refersTo)
	if len(f) > 0 && f[0].Kind == formula.Function && c.table[formula.FunctionName(f[0].Text)].reaches {
		return c.moving(f, depth)
	}
	if len(f) < 2 || len(f) > 4 || f[0].Kind != formula.Sheet {
		return false
	}
	for _, r := range f.Reads().Ranges {
		if r.Relative {
			return false
		}
	}
	return c.add(f, depth+1)
}

// moving puts in a name that OFFSET or INDIRECT makes, where it is the same
// wherever it is used.
func (c *compiler) moving(f formula.Formula, depth int) bool {
	for _, r := range f.Reads().Ranges {
		if r.Relative || r.Sheet == "" {
			return false
		}
	}
	c.out = append(c.out, token{kind: tokOperator, op: "("})
	ok := c.add(f, depth+1)
	c.out = append(c.out, token{kind: tokOperator, op: ")"})
	return ok
}

// other cuts operators and constants.
func (c *compiler) other(s string) bool {
	for i := 0; i < len(s); {
		switch ch := s[i]; {
		case ch == ' ' || ch == '\n' || ch == '\r' || ch == '\t':
			i++
		case ch == '"':
			end := textEnd(s, i)
			if end >= len(s) {
				return false
			}
			c.out = append(c.out, token{value: text(strings.ReplaceAll(s[i+1:end], `""`, `"`))})
			i = end + 1
		case '0' <= ch && ch <= '9' || ch == '.':
			end := numberEnd(s, i)
			f, err := strconv.ParseFloat(s[i:end], 64)
			if err != nil {
				return false
			}
			c.out = append(c.out, token{value: number(f)})
			i = end
		case ch == '{':
			end := strings.IndexByte(s[i:], '}')
			a, ok := constantArray(s[i+1 : i+max(end, 1)])
			if end < 0 || !ok {
				return false
			}
			c.out = append(c.out, token{array: a})
			i += end + 1
		case ch == '(' || ch == ')' || ch == ',':
			c.out = append(c.out, token{kind: tokOperator, op: s[i : i+1]})
			i++
		case strings.IndexByte("+-*/^&=<>%", ch) >= 0:
			end := i + 1
			if two := s[i:min(i+2, len(s))]; two == "<=" || two == ">=" || two == "<>" {
				end++
			}
			c.out = append(c.out, token{kind: tokOperator, op: s[i:end]})
			c.operators = append(c.operators, s[i:end])
			i = end
		default:
			return false // spilled ranges, error values, ranges made by operators
		}
	}
	return true
}

// constantArray reads what stands within the braces of an array of numbers and
// texts: "1,2;3,4".
func constantArray(s string) (*array, bool) {
	rows := strings.Split(s, ";")
	a := &array{rows: len(rows)}
	for _, row := range rows {
		items := strings.Split(row, ",")
		if a.cols > 0 && len(items) != a.cols {
			return nil, false
		}
		a.cols = len(items)
		for _, item := range items {
			item = strings.TrimSpace(item)
			inner, quoted := strings.CutPrefix(item, `"`)
			if inner, ok := strings.CutSuffix(inner, `"`); quoted && ok && !strings.Contains(inner, `"`) {
				a.values = append(a.values, text(inner))
				continue
			}
			f, err := strconv.ParseFloat(item, 64)
			if err != nil || strings.Trim(item, "+-.0123456789Ee") != "" {
				return nil, false
			}
			a.values = append(a.values, number(f))
		}
	}
	a.h, a.w = a.rows, a.cols
	return a, true
}

// textEnd gives where the quote stands that ends the text that begins at i, behind the
// formula where none does. Two quotes are one of the text.
func textEnd(s string, i int) int {
	end := i + 1
	for end < len(s) && (s[end] != '"' || end+1 < len(s) && s[end+1] == '"') {
		if s[end] == '"' {
			end++
		}
		end++
	}
	return end
}

func numberEnd(s string, i int) int {
	for i < len(s) && ('0' <= s[i] && s[i] <= '9' || s[i] == '.') {
		i++
	}
	if i < len(s) && (s[i] == 'E' || s[i] == 'e') {
		j := i + 1
		if j < len(s) && (s[j] == '+' || s[j] == '-') {
			j++
		}
		if j < len(s) && '0' <= s[j] && s[j] <= '9' {
			for j < len(s) && '0' <= s[j] && s[j] <= '9' {
				j++
			}
			return j
		}
	}
	return i
}
