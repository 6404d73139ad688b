package calc

import "sort"

// function is one function: how many arguments it takes (most −1: any number)
// and what it does with them.
type function struct {
	least, most int
	run         func(e *eval, args []operand) operand
}

// functions lists what can be computed.
var functions = map[string]function{
	"ABS":         {1, 1, numeric(abs)},
	"AND":         {1, -1, logical(true)},
	"AVERAGE":     {1, -1, aggregate(average)},
	"CHOOSE":      {2, -1, choose},
	"CONCAT":      {1, -1, join},
	"CONCATENATE": {1, -1, join},
	"COUNT":       {1, -1, count},
	"COUNTA":      {1, -1, countAll},
	"COUNTIF":     {2, 2, countIfs},
	"COUNTIFS":    {2, -1, countIfs},
	"EXACT":       {2, 2, exact},
	"FALSE":       {0, 0, constant(boolean(false))},
	"HLOOKUP":     {3, 4, hlookup},
	"IF":          {2, 3, ifThen},
	"IFERROR":     {2, 2, ifError(func(v Value) bool { return v.Kind == Error })},
	"IFNA":        {2, 2, ifError(isNA)},
	"IFS":         {2, -1, ifs},
	"INDEX":       {2, 3, index},
	"INT":         {1, 1, numeric(floor)},
	"ISBLANK":     {1, 1, test(func(v Value) bool { return v.Kind == Empty })},
	"ISERROR":     {1, 1, test(func(v Value) bool { return v.Kind == Error })},
	"ISNA":        {1, 1, test(isNA)},
	"ISNUMBER":    {1, 1, test(func(v Value) bool { return v.Kind == Number })},
	"ISTEXT":      {1, 1, test(func(v Value) bool { return v.Kind == Text })},
	"LEFT":        {1, 2, left},
	"LEN":         {1, 1, length},
	"LOOKUP":      {3, 3, lookup},
	"LOWER":       {1, 1, lower},
	"MATCH":       {2, 3, match},
	"MAX":         {1, -1, aggregate(largest)},
	"MID":         {3, 3, middle},
	"MIN":         {1, -1, aggregate(smallest)},
	"MOD":         {2, 2, modulo},
	"NOT":         {1, 1, not},
	"OR":          {1, -1, logical(false)},
	"PRODUCT":     {1, -1, aggregate(product)},
	"RIGHT":       {1, 2, right},
	"ROUND":       {2, 2, round(nearest)},
	"ROUNDDOWN":   {2, 2, round(towardsZero)},
	"ROUNDUP":     {2, 2, round(awayFromZero)},
	"SUM":         {1, -1, aggregate(sum)},
	"SUMIF":       {2, 3, sumIf},
	"SUMIFS":      {3, -1, sumIfs},
	"SWITCH":      {3, -1, switchOn},
	"TRIM":        {1, 1, trim},
	"TRUE":        {0, 0, constant(boolean(true))},
	"UPPER":       {1, 1, upper},
	"VALUE":       {1, 1, value},
	"VLOOKUP":     {3, 4, vlookup},
	"XLOOKUP":     {3, 4, xlookup},
}

// Known lists the functions that can be computed, sorted.
func Known() []string {
	names := make([]string, 0, len(functions))
	for name := range functions {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func of(v Value) operand { return operand{value: v} }

func constant(v Value) func(*eval, []operand) operand {
	return func(*eval, []operand) operand { return of(v) }
}

func isNA(v Value) bool { return v.Kind == Error && v.Text == "#N/A" }

func test(is func(Value) bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand { return of(boolean(is(e.scalar(args[0])))) }
}

// ifThen gives the operand that was chosen, which may be cells.
func ifThen(e *eval, args []operand) operand {
	yes, bad := e.asBool(e.scalar(args[0]))
	switch {
	case bad.Kind == Error:
		return of(bad)
	case yes:
		return args[1]
	case len(args) == 3:
		return args[2]
	}
	return of(boolean(false))
}

func ifError(is func(Value) bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		if v := e.scalar(args[0]); !is(v) {
			return of(v)
		}
		return args[1]
	}
}

func ifs(e *eval, args []operand) operand {
	for i := 0; i+1 < len(args); i += 2 {
		yes, bad := e.asBool(e.scalar(args[i]))
		if bad.Kind == Error {
			return of(bad)
		}
		if yes {
			return args[i+1]
		}
	}
	return of(fault("#N/A"))
}

func switchOn(e *eval, args []operand) operand {
	on := e.scalar(args[0])
	if on.Kind == Error {
		return of(on)
	}
	i := 1
	for ; i+1 < len(args); i += 2 {
		if e.equal(on, e.scalar(args[i])) {
			return args[i+1]
		}
	}
	if i < len(args) {
		return args[i]
	}
	return of(fault("#N/A"))
}

func choose(e *eval, args []operand) operand {
	n := e.asNumber(e.scalar(args[0]))
	if n.Kind == Error {
		return of(n)
	}
	if n.Num < 1 || n.Num >= float64(len(args)) {
		return of(fault("#VALUE!"))
	}
	return args[int(n.Num)]
}

// logical is AND (all true) and OR. Texts and empty cells in ranges are passed
// over; nothing left is an error.
func logical(all bool) func(*eval, []operand) operand {
	return func(e *eval, args []operand) operand {
		result, seen := all, false
		var bad Value
		for _, a := range args {
			e.each(a, func(v Value, direct bool) bool {
				if !direct && (v.Kind == Text || v.Kind == Empty) {
					return true
				}
				var yes bool
				if yes, bad = e.asBool(v); bad.Kind == Error {
					return false
				}
				seen = true
				if yes != all {
					result = !all
				}
				return true
			})
			if bad.Kind == Error {
				return of(bad)
			}
		}
		if !seen {
			return of(fault("#VALUE!"))
		}
		return of(boolean(result))
	}
}

func not(e *eval, args []operand) operand {
	yes, bad := e.asBool(e.scalar(args[0]))
	if bad.Kind == Error {
		return of(bad)
	}
	return of(boolean(!yes))
}
