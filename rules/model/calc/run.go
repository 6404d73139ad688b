package calc

// operand is an intermediate result: a value, an array of them, or cells that
// were referred to. An argument left out is missing.
type operand struct {
	value   Value
	array   *array
	area    Area
	isArea  bool
	missing bool
}

// mode is how several cells are taken where one value is meant (Excel's
// "implicit intersection" and its exceptions).
type mode uint8

const (
	single  mode = iota // the one of them in the formula's own row or column
	native              // element by element: inside a function that takes arrays
	inArray             // element by element: everywhere in an array formula
)

// eval runs one program. What it cannot compute with certainty sets refused.
type eval struct {
	tokens  []token
	down    int // rows that the formula stands below the one that was compiled
	how     How
	mode    mode
	reached []Area
	pos     int
	depth   int
	cells   Cells
	home    int  // the sheet that the formula stands on
	reads   *int // cells that may still be read
	refused bool
	// functions is the table of that name, which the functions in it may not
	// refer to.
	functions map[string]function
}

func (e *eval) refuse() { e.refused = true }

// How tells what of a formula's surroundings its result depends on. The zero
// How knows nothing of them.
type How struct {
	Below    int  // rows that it stands below the cell that it was compiled for
	Row, Col int  // where it stands, from 1; 0: not known
	Array    bool // it is an array formula
	// Decimal is the decimal sign of the program that calculated the workbook,
	// with which texts are read as numbers and numbers become texts; 0: not known.
	Decimal byte
}

// Outcome is what a formula results in. Values has a value for each cell of an
// array formula, row by row: of rows rows and columns columns. Reached are the
// cells that OFFSET and INDIRECT referred to.
type Outcome struct {
	Value   Value
	Values  [][]Value
	Reached []Area
}

// Run computes the program. reads is how many cells may still be read, over
// all programs that share it. It gives false where the result is not certain.
func (p *Program) Run(cells Cells, reads *int) (Value, bool) { return p.RunBelow(0, cells, reads) }

// RunBelow is Run of the same formula as it stands so many rows further down on
// the same sheet: relative references move, absolute ones stay. All of them
// must still be on the sheet; see [formula.Formula.Stands].
func (p *Program) RunBelow(rows int, cells Cells, reads *int) (Value, bool) {
	out, ok := p.RunAs(How{Below: rows}, cells, reads)
	return out.Value, ok
}

// RunAs is Run of a formula of which more is known.
func (p *Program) RunAs(how How, cells Cells, reads *int) (Outcome, bool) {
	e := &eval{tokens: p.tokens, home: p.home, down: how.Below, how: how, cells: cells, reads: reads, functions: functions}
	if how.Array {
		e.mode = inArray
	}
	o := e.expression(0)
	out := Outcome{}
	if how.Array && !e.refused {
		out.Values = e.asTable(o)
		if len(out.Values) > 0 && len(out.Values[0]) > 0 {
			out.Value = out.Values[0][0]
		}
	} else {
		out.Value = e.scalar(o)
	}
	out.Reached = e.reached
	if e.refused || e.pos != len(e.tokens) {
		return Outcome{Reached: e.reached}, false
	}
	var fits bool
	if out.Value, fits = settled(out.Value); !fits {
		return Outcome{Reached: e.reached}, false
	}
	return out, true
}

// settled gives a result as a cell holds it: a reference to an empty cell shows
// 0. It is not ok for a text that no cell can hold.
func settled(v Value) (Value, bool) {
	if v.Kind == Empty {
		return number(0), true
	}
	return v, v.Kind != Text || len(v.Text) <= maxText
}

// strength of the operators between operands (ECMA-376 part 1, 18.17.2.2).
var strength = map[string]int{
	"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1,
	"&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}

const signs = 6 // a sign binds stronger than any of them: -2^2 is 4

func (e *eval) peek() string {
	if e.pos < len(e.tokens) && e.tokens[e.pos].kind == tokOperator {
		return e.tokens[e.pos].op
	}
	return ""
}

// expression reads operands joined by operators at least as strong as min.
func (e *eval) expression(min int) operand {
	if e.depth++; e.depth > maxNesting {
		e.refuse()
	}
	defer func() { e.depth-- }()
	if e.refused {
		return operand{}
	}
	left := e.unary()
	for !e.refused {
		op := e.peek()
		s := strength[op]
		if s == 0 || s < min {
			break
		}
		e.pos++
		right := e.expression(s + 1)
		left = e.combine([]operand{left, right}, func(v []Value) Value { return e.binary(op, v[0], v[1]) })
	}
	return left
}

func (e *eval) unary() operand {
	switch e.peek() {
	case "-":
		e.pos++
		return e.percent(e.combine([]operand{e.expression(signs)}, func(v []Value) Value { return e.negative(v[0]) }))
	case "+":
		e.pos++
		return e.percent(e.expression(signs))
	}
	return e.percent(e.primary())
}

func (e *eval) percent(o operand) operand {
	for e.peek() == "%" {
		e.pos++
		o = e.combine([]operand{o}, func(v []Value) Value { return e.hundredth(v[0]) })
	}
	return o
}

func (e *eval) negative(v Value) Value {
	if v = e.asNumber(v); v.Kind == Number {
		v.Num = -v.Num
	}
	return v
}

func (e *eval) hundredth(v Value) Value {
	if v = e.asNumber(v); v.Kind == Number {
		v = number(v.Num / 100)
	}
	return v
}

func (e *eval) primary() operand {
	if e.pos >= len(e.tokens) {
		e.refuse()
		return operand{}
	}
	t := &e.tokens[e.pos]
	e.pos++
	switch t.kind {
	case tokConst:
		return operand{value: t.value, array: t.array}
	case tokArea:
		return operand{area: t.area(e.down), isArea: true}
	case tokFunction:
		return e.call(t.op)
	}
	if t.op != "(" {
		e.refuse()
		return operand{}
	}
	o := e.expression(0)
	if e.peek() != ")" {
		e.refuse()
	}
	e.pos++
	return o
}

// call reads the arguments of a function and runs it.
func (e *eval) call(name string) operand {
	f := e.functions[name]
	if e.peek() != "(" {
		e.refuse()
		return operand{}
	}
	e.pos++
	outer := e.mode
	e.mode = f.modeInside(outer)
	args := e.arguments()
	if len(args) < f.least || f.most >= 0 && len(args) > f.most {
		e.refuse()
	}
	if e.refused {
		return operand{}
	}
	o := e.apply(f, args)
	e.mode = outer
	return o
}

// arguments reads the arguments of a function, behind its parenthesis.
func (e *eval) arguments() []operand {
	var args []operand
	if e.peek() == ")" {
		e.pos++
	} else {
		for !e.refused {
			if op := e.peek(); op == "," || op == ")" {
				args = append(args, operand{missing: true})
			} else {
				args = append(args, e.expression(0))
			}
			op := e.peek()
			e.pos++
			if op == ")" {
				break
			}
			if op != "," {
				e.refuse()
			}
		}
	}
	return args
}

// scalar gives the value of an operand. Of several cells where one value is
// meant it is the one in the formula's own row or column; where that is not
// known, they are refused, as arrays are.
func (e *eval) scalar(o operand) Value {
	if o.array != nil {
		if o.array.rows == 1 && o.array.cols == 1 {
			return o.array.at(0, 0)
		}
		e.refuse()
		return Value{}
	}
	if !o.isArea {
		return o.value
	}
	if a, ok := e.own(o.area); ok {
		return e.read(a.Sheet, a.Top, a.Left)
	}
	return fault("#VALUE!")
}

// own gives the cell that an area means to a formula where one is meant. It is
// not ok where none of them is in the formula's row or column.
func (e *eval) own(a Area) (Area, bool) {
	if a.Top == a.Bottom && a.Left == a.Right {
		return a, true
	}
	row, col := e.how.Row, e.how.Col
	if e.mode != single || row == 0 || a.Top != a.Bottom && a.Left != a.Right {
		e.refuse()
		return a, true
	}
	if a.Left == a.Right {
		return Area{a.Sheet, row, a.Left, row, a.Left}, a.Top <= row && row <= a.Bottom
	}
	return Area{a.Sheet, a.Top, col, a.Top, col}, a.Left <= col && col <= a.Right
}

func (e *eval) read(sheet, row, col int) Value {
	if *e.reads--; *e.reads < 0 {
		e.refuse()
		return Value{}
	}
	v, ok := e.cells.Cell(sheet, row, col)
	if !ok {
		e.refuse()
	}
	return v
}

// used cuts an area down to the rectangle that its sheet uses.
func (e *eval) used(a Area) Area {
	rows, cols := e.cells.Used(a.Sheet)
	a.Bottom, a.Right = min(a.Bottom, rows), min(a.Right, cols)
	return a
}

// each visits the used cells of an operand, row by row, until visit says stop.
// direct tells a value that stands in the formula itself.
func (e *eval) each(o operand, visit func(v Value, direct bool) bool) {
	if o.array != nil {
		e.eachOf(o.array, visit)
		return
	}
	if !o.isArea {
		if !o.missing {
			visit(o.value, true)
		}
		return
	}
	a := e.used(o.area)
	for row := a.Top; row <= a.Bottom; row++ {
		for col := a.Left; col <= a.Right; col++ {
			v := e.read(a.Sheet, row, col)
			if e.refused || !visit(v, false) {
				return
			}
		}
	}
}
