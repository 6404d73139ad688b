package calc

// operand is an intermediate result: a value, or cells that were referred to.
// An argument left out is missing.
type operand struct {
	value   Value
	area    Area
	isArea  bool
	missing bool
}

// eval runs one program. What it cannot compute with certainty sets refused.
type eval struct {
	tokens  []token
	down    int // rows that the formula stands below the one that was compiled
	pos     int
	depth   int
	cells   Cells
	reads   *int // cells that may still be read
	refused bool
	// functions is the table of that name, which the functions in it may not
	// refer to.
	functions map[string]function
}

func (e *eval) refuse() { e.refused = true }

// Run computes the program. reads is how many cells may still be read, over
// all programs that share it. It gives false where the result is not certain.
func (p *Program) Run(cells Cells, reads *int) (Value, bool) { return p.RunBelow(0, cells, reads) }

// RunBelow is Run of the same formula as it stands so many rows further down on
// the same sheet: relative references move, absolute ones stay. All of them
// must still be on the sheet; see [formula.Formula.Stands].
func (p *Program) RunBelow(rows int, cells Cells, reads *int) (Value, bool) {
	e := &eval{tokens: p.tokens, down: rows, cells: cells, reads: reads, functions: functions}
	v := e.scalar(e.expression(0))
	if e.refused || e.pos != len(e.tokens) {
		return Value{}, false
	}
	if v.Kind == Empty { // a reference to an empty cell shows 0
		v = number(0)
	}
	if v.Kind == Text && len(v.Text) > maxText {
		return Value{}, false
	}
	return v, true
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
		left = operand{value: e.binary(op, e.scalar(left), e.scalar(right))}
	}
	return left
}

func (e *eval) unary() operand {
	switch e.peek() {
	case "-":
		e.pos++
		v := e.asNumber(e.scalar(e.expression(signs)))
		if v.Kind == Number {
			v.Num = -v.Num
		}
		return e.percent(operand{value: v})
	case "+":
		e.pos++
		return e.percent(e.expression(signs))
	}
	return e.percent(e.primary())
}

func (e *eval) percent(o operand) operand {
	for e.peek() == "%" {
		e.pos++
		v := e.asNumber(e.scalar(o))
		if v.Kind == Number {
			v = number(v.Num / 100)
		}
		o = operand{value: v}
	}
	return o
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
		return operand{value: t.value}
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
	if len(args) < f.least || f.most >= 0 && len(args) > f.most {
		e.refuse()
	}
	if e.refused {
		return operand{}
	}
	return f.run(e, args)
}

// scalar gives the value of an operand. Several cells where one value is meant
// depend on where the formula stands, and are refused.
func (e *eval) scalar(o operand) Value {
	if !o.isArea {
		return o.value
	}
	if o.area.Top != o.area.Bottom || o.area.Left != o.area.Right {
		e.refuse()
		return Value{}
	}
	return e.read(o.area.Sheet, o.area.Top, o.area.Left)
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
