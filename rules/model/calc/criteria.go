package calc

import (
	"strconv"
	"strings"
)

// criterion is a condition of COUNTIF and its kin.
type criterion struct {
	op   string // "=", "<>", "<", "<=", ">", ">="
	num  float64
	text string
	isNo bool // compares numbers
}

// criterionOf reads a condition. Conditions on empty cells, on truth values and
// on texts that may be numbers in some locale are refused.
func (e *eval) criterionOf(o operand) (criterion, Value) {
	v := e.scalar(o)
	switch v.Kind {
	case Error:
		return criterion{}, v
	case Number:
		return criterion{op: "=", num: v.Num, isNo: true}, Value{}
	case Empty, Bool:
		e.refuse()
		return criterion{}, Value{}
	}
	c := criterion{op: "=", text: v.Text}
	for _, op := range []string{"<>", "<=", ">=", "=", "<", ">"} {
		if rest, ok := strings.CutPrefix(v.Text, op); ok {
			c.op, c.text = op, rest
			break
		}
	}
	if f, err := strconv.Atoi(c.text); err == nil {
		c.num, c.isNo = float64(f), true
		return c, Value{}
	}
	if c.text == "" || strings.ContainsAny(c.text[:1], "0123456789+-.,") ||
		c.op != "=" && c.op != "<>" || strings.EqualFold(c.text, "true") || strings.EqualFold(c.text, "false") {
		e.refuse()
	}
	return c, Value{}
}

// meets reports whether a cell meets a condition.
func (e *eval) meets(c *criterion, v Value) bool {
	if c.isNo {
		if v.Kind == Text && strings.ContainsAny(v.Text, "0123456789") {
			if _, err := strconv.ParseFloat(strings.TrimSpace(v.Text), 64); err == nil {
				e.refuse() // a number typed as text: programs differ
			}
		}
		if v.Kind != Number {
			return c.op == "<>"
		}
		same := Same(v.Num, c.num)
		switch c.op {
		case "=":
			return same
		case "<>":
			return !same
		case "<":
			return !same && v.Num < c.num
		case "<=":
			return same || v.Num < c.num
		case ">":
			return !same && v.Num > c.num
		}
		return same || v.Num > c.num
	}
	equal := v.Kind == Text && wildcard(c.text, v.Text)
	return equal == (c.op == "=")
}

// condition is an area and what its cells must meet.
type condition struct {
	area Area
	criterion
}

// conditions reads pairs of area and criterion, all areas of one size.
func (e *eval) conditions(args []operand) ([]condition, Value) {
	var out []condition
	if len(args)%2 != 0 {
		e.refuse()
		return nil, Value{}
	}
	for i := 0; i < len(args); i += 2 {
		if !args[i].isArea {
			e.refuse()
			return nil, Value{}
		}
		c, bad := e.criterionOf(args[i+1])
		if bad.Kind == Error {
			return nil, bad
		}
		out = append(out, condition{args[i].area, c})
		if !sameShape(args[i].area, args[0].area) {
			return nil, fault("#VALUE!")
		}
	}
	return out, Value{}
}

func sameShape(a, b Area) bool {
	return a.Bottom-a.Top == b.Bottom-b.Top && a.Right-a.Left == b.Right-b.Left
}

// meeting visits the offsets at which all conditions hold, and reports how
// many there are. Where empty cells meet them, cells beyond the used rectangle
// count too.
func (e *eval) meeting(conds []condition, visit func(down, right int)) int {
	rows, cols := 0, 0
	empty := true
	for i := range conds {
		u := e.used(conds[i].area)
		rows = max(rows, u.Bottom-u.Top+1)
		cols = max(cols, u.Right-u.Left+1)
		empty = empty && e.meets(&conds[i].criterion, Value{})
	}
	n := 0
	for down := range rows {
		for right := range cols {
			all := true
			for i := range conds {
				c := &conds[i]
				if c.area.Top+down > c.area.Bottom || c.area.Left+right > c.area.Right {
					all = false
					break
				}
				v := e.read(c.area.Sheet, c.area.Top+down, c.area.Left+right)
				if e.refused {
					return 0
				}
				if all = e.meets(&c.criterion, v); !all {
					break
				}
			}
			if all {
				n++
				visit(down, right)
			}
		}
	}
	if empty {
		n += size(conds[0].area) - rows*cols
	}
	return n
}

func countIfs(e *eval, args []operand) operand {
	conds, bad := e.conditions(args)
	if bad.Kind == Error {
		return of(bad)
	}
	if e.refused {
		return operand{}
	}
	return of(number(float64(e.meeting(conds, func(int, int) {}))))
}

// sumIf is SUMIF(area, criterion, from): the cells summed are the area itself
// where from is left out.
func sumIf(e *eval, args []operand) operand {
	from := args[0]
	if len(args) == 3 {
		from = args[2]
	}
	return e.sumOf(from, args[:2])
}

func sumIfs(e *eval, args []operand) operand {
	return e.sumOf(args[0], args[1:])
}

func (e *eval) sumOf(from operand, args []operand) operand { return e.ofMeeting(from, args, sum) }

// averageIf is AVERAGEIF(area, criterion, from), as sumIf.
func averageIf(e *eval, args []operand) operand {
	from := args[0]
	if len(args) == 3 {
		from = args[2]
	}
	return e.ofMeeting(from, args[:2], average)
}

func averageIfs(e *eval, args []operand) operand { return e.ofMeeting(args[0], args[1:], average) }

// extremeIfs is MAXIFS and MINIFS, which are 0 where nothing meets the conditions.
func extremeIfs(pick func([]float64) Value) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand { return e.ofMeeting(args[0], args[1:], pick) }
}

// ofMeeting takes the numbers of the cells at which all conditions hold.
func (e *eval) ofMeeting(from operand, args []operand, f func([]float64) Value) operand {
	conds, bad := e.conditions(args)
	if bad.Kind == Error {
		return of(bad)
	}
	if e.refused || !from.isArea || !sameShape(from.area, conds[0].area) {
		e.refuse()
		return operand{}
	}
	var numbers []float64
	e.meeting(conds, func(down, right int) {
		switch v := e.read(from.area.Sheet, from.area.Top+down, from.area.Left+right); v.Kind {
		case Number:
			numbers = append(numbers, v.Num)
		case Error:
			bad = v
		}
	})
	if bad.Kind == Error {
		return of(bad)
	}
	return of(f(numbers))
}

// countBlank counts empty cells and those that show an empty text.
func countBlank(e *eval, args []operand) operand {
	if !args[0].isArea {
		e.refuse()
		return operand{}
	}
	n := size(args[0].area)
	e.each(args[0], func(v Value, _ bool) bool {
		if v.Kind != Empty && (v.Kind != Text || v.Text != "") {
			n--
		}
		return true
	})
	return of(number(float64(n)))
}
