package calc

// function is one function: how many arguments it takes (most −1: any number),
// what it does with them, and which of them are one value each.
type function struct {
	least, most int
	run         func(e *eval, args []operand) operand
	ones        ones
	arrays      bool // it takes arrays also outside array formulas
	choice      bool // it gives one of its arguments
	reaches     bool // it reads cells that no argument names
}

// ones tells which arguments of a function are one value, so that an array in
// their place gives an array of results.
type ones uint8

const (
	noOnes    ones = iota
	allOnes        // all of them
	firstOne       // the first
	butSecond      // all but the second, which is a table or list
	evenOnes       // the second of each pair: COUNTIFS
	oddOnes        // the same behind a list to take from: SUMIFS
	midOne         // the second only: SUMIF
	butFirst       // all but the first
)

func (f function) takesOne(i int) bool {
	switch f.ones {
	case allOnes:
		return true
	case firstOne:
		return i == 0
	case butSecond:
		return i != 1
	case evenOnes:
		return i%2 == 1
	case oddOnes:
		return i > 0 && i%2 == 0
	case midOne:
		return i == 1
	case butFirst:
		return i > 0
	}
	return false
}

// modeInside is how several cells are taken in the arguments of a function.
// What takes lists of values, as SUM does, is not sure to take the array that
// an operator makes of them outside array formulas.
func (f function) modeInside(outer mode) mode {
	switch {
	case outer == inArray:
		return inArray
	case f.arrays:
		return native
	case f.ones == noOnes:
		return single
	}
	return outer
}

// functions lists what can be computed.
var functions = map[string]function{
	"ABS":            {least: 1, most: 1, run: numeric(abs), ones: allOnes},
	"AND":            {least: 1, most: -1, run: logical(true)},
	"AVERAGE":        {least: 1, most: -1, run: aggregate(average)},
	"AVERAGEIF":      {least: 2, most: 3, run: averageIf, ones: midOne},
	"AVERAGEIFS":     {least: 3, most: -1, run: averageIfs, ones: oddOnes},
	"CHOOSE":         {least: 2, most: -1, run: choose, ones: firstOne, choice: true},
	"COLUMN":         {least: 0, most: 1, run: place(false)},
	"COLUMNS":        {least: 1, most: 1, run: extent(false)},
	"CONCAT":         {least: 1, most: -1, run: join},
	"CONCATENATE":    {least: 1, most: -1, run: join, ones: allOnes},
	"COUNT":          {least: 1, most: -1, run: count},
	"COUNTA":         {least: 1, most: -1, run: countAll},
	"COUNTBLANK":     {least: 1, most: 1, run: countBlank},
	"COUNTIF":        {least: 2, most: 2, run: countIfs, ones: evenOnes},
	"COUNTIFS":       {least: 2, most: -1, run: countIfs, ones: evenOnes},
	"EXACT":          {least: 2, most: 2, run: exact, ones: allOnes},
	"FALSE":          {least: 0, most: 0, run: constant(boolean(false))},
	"FILTER":         {least: 2, most: 3, run: filter, arrays: true},
	"HLOOKUP":        {least: 3, most: 4, run: hlookup, ones: butSecond},
	"IF":             {least: 2, most: 3, run: ifThen, ones: firstOne, choice: true},
	"IFERROR":        {least: 2, most: 2, run: ifError(func(v Value) bool { return v.Kind == Error }), ones: firstOne, choice: true},
	"IFNA":           {least: 2, most: 2, run: ifError(isNA), ones: firstOne, choice: true},
	"IFS":            {least: 2, most: -1, run: ifs, ones: allOnes, choice: true},
	"INDEX":          {least: 2, most: 3, run: index, ones: butFirst},
	"INDIRECT":       {least: 1, most: 2, run: indirect, reaches: true},
	"INT":            {least: 1, most: 1, run: numeric(floor), ones: allOnes},
	"ISBLANK":        {least: 1, most: 1, run: test(func(v Value) bool { return v.Kind == Empty }), ones: allOnes},
	"ISERROR":        {least: 1, most: 1, run: test(func(v Value) bool { return v.Kind == Error }), ones: allOnes},
	"ISNA":           {least: 1, most: 1, run: test(isNA), ones: allOnes},
	"ISNUMBER":       {least: 1, most: 1, run: test(func(v Value) bool { return v.Kind == Number }), ones: allOnes},
	"ISTEXT":         {least: 1, most: 1, run: test(func(v Value) bool { return v.Kind == Text }), ones: allOnes},
	"LARGE":          {least: 2, most: 2, run: ranked(false), ones: butFirst},
	"LEFT":           {least: 1, most: 2, run: left, ones: allOnes},
	"LEN":            {least: 1, most: 1, run: length, ones: allOnes},
	"LOOKUP":         {least: 3, most: 3, run: lookup, ones: firstOne, arrays: true},
	"LOWER":          {least: 1, most: 1, run: lower, ones: allOnes},
	"MATCH":          {least: 2, most: 3, run: match, ones: butSecond},
	"MAX":            {least: 1, most: -1, run: aggregate(largest)},
	"MAXIFS":         {least: 3, most: -1, run: extremeIfs(largest), ones: oddOnes},
	"MEDIAN":         {least: 1, most: -1, run: aggregate(median)},
	"MID":            {least: 3, most: 3, run: middle, ones: allOnes},
	"MIN":            {least: 1, most: -1, run: aggregate(smallest)},
	"MINIFS":         {least: 3, most: -1, run: extremeIfs(smallest), ones: oddOnes},
	"MOD":            {least: 2, most: 2, run: modulo, ones: allOnes},
	"NOT":            {least: 1, most: 1, run: not, ones: allOnes},
	"OFFSET":         {least: 3, most: 5, run: offset, reaches: true},
	"OR":             {least: 1, most: -1, run: logical(false)},
	"PERCENTILE":     {least: 2, most: 2, run: percentile(1), ones: butFirst},
	"PERCENTILE.INC": {least: 2, most: 2, run: percentile(1), ones: butFirst},
	"POWER":          {least: 2, most: 2, run: power, ones: allOnes},
	"PRODUCT":        {least: 1, most: -1, run: aggregate(product)},
	"QUARTILE":       {least: 2, most: 2, run: percentile(4), ones: butFirst},
	"QUARTILE.INC":   {least: 2, most: 2, run: percentile(4), ones: butFirst},
	"RANK":           {least: 2, most: 3, run: rank, ones: butSecond},
	"RANK.EQ":        {least: 2, most: 3, run: rank, ones: butSecond},
	"RIGHT":          {least: 1, most: 2, run: right, ones: allOnes},
	"ROUND":          {least: 2, most: 2, run: round(nearest), ones: allOnes},
	"ROUNDDOWN":      {least: 2, most: 2, run: round(towardsZero), ones: allOnes},
	"ROUNDUP":        {least: 2, most: 2, run: round(awayFromZero), ones: allOnes},
	"ROW":            {least: 0, most: 1, run: place(true)},
	"ROWS":           {least: 1, most: 1, run: extent(true)},
	"SMALL":          {least: 2, most: 2, run: ranked(true), ones: butFirst},
	"SORT":           {least: 1, most: 3, run: sortRows, arrays: true},
	"STDEV":          {least: 1, most: -1, run: spread(true)},
	"STDEV.P":        {least: 1, most: -1, run: spread(false)},
	"STDEV.S":        {least: 1, most: -1, run: spread(true)},
	"STDEVP":         {least: 1, most: -1, run: spread(false)},
	"SUBTOTAL":       {least: 2, most: -1, run: subtotal},
	"SUM":            {least: 1, most: -1, run: aggregate(sum)},
	"SUMIF":          {least: 2, most: 3, run: sumIf, ones: midOne},
	"SUMIFS":         {least: 3, most: -1, run: sumIfs, ones: oddOnes},
	"SUMPRODUCT":     {least: 1, most: -1, run: sumProduct, arrays: true},
	"SWITCH":         {least: 3, most: -1, run: switchOn, ones: firstOne, choice: true},
	"TEXT":           {least: 2, most: 2, run: format, ones: allOnes},
	"TRIM":           {least: 1, most: 1, run: trim, ones: allOnes},
	"TRUE":           {least: 0, most: 0, run: constant(boolean(true))},
	"UNIQUE":         {least: 1, most: 3, run: unique, arrays: true},
	"UPPER":          {least: 1, most: 1, run: upper, ones: allOnes},
	"VALUE":          {least: 1, most: 1, run: value, ones: allOnes},
	"VAR":            {least: 1, most: -1, run: variance(true)},
	"VAR.P":          {least: 1, most: -1, run: variance(false)},
	"VAR.S":          {least: 1, most: -1, run: variance(true)},
	"VARP":           {least: 1, most: -1, run: variance(false)},
	"VLOOKUP":        {least: 3, most: 4, run: vlookup, ones: butSecond},
	"XLOOKUP":        {least: 3, most: 4, run: xlookup, ones: firstOne},
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
