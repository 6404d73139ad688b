package correction

import (
	"bytes"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// trusted are the functions whose results the evaluator gets right. It is
// silently wrong for others (SUMPRODUCT over comparisons, LOOKUP in array
// constants, COUNTBLANK, TRIM) and has none of LET, LAMBDA, OFFSET.
var trusted = func() map[string]bool {
	m := map[string]bool{}
	for _, f := range strings.Fields(`IF IFS IFERROR IFNA SWITCH AND OR NOT TRUE FALSE
		SUM SUMIF SUMIFS COUNT COUNTA COUNTIF COUNTIFS MAX MIN AVERAGE PRODUCT
		ROUND ROUNDUP ROUNDDOWN INT ABS INDEX MATCH VLOOKUP HLOOKUP XLOOKUP CHOOSE
		CONCATENATE CONCAT LEFT RIGHT MID LEN UPPER LOWER VALUE
		ISNUMBER ISTEXT ISBLANK ISERROR ISNA N`) {
		m[f] = true
	}
	return m
}()

// calculator holds a copy of the workbook in which every formula is replaced
// by its stored result. One formula at a time is put into its cell and
// calculated, so that no chain of formulas is ever followed: the evaluator
// follows them by recursion, which a long one overflows.
type calculator struct{ file *excelize.File }

// newCalculator opens the copy.
func newCalculator(data []byte, fs *formulas) (c *calculator, err error) {
	defer recovered(&err)
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	cuts := map[int][]cut{}
	for i := range fs.nodes {
		n := &fs.nodes[i]
		cuts[n.key.sheet()] = append(cuts[n.key.sheet()], cut{n.cell.formula, ""})
	}
	for sheet, list := range cuts {
		s := fs.w.sheets[sheet]
		a.set(s.part, splice(s.data, list))
	}
	plain, err := a.bytes()
	if err != nil {
		return nil, err
	}
	// With the default limits, large sheets would be unpacked to the disk.
	f, err := excelize.OpenReader(bytes.NewReader(plain), excelize.Options{
		UnzipSizeLimit: 16 << 30, UnzipXMLSizeLimit: 16 << 30, MaxCalcIterations: 1,
	})
	if err != nil {
		return nil, err
	}
	return &calculator{f}, nil
}

func (c *calculator) close() { _ = c.file.Close() }

func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("calculation: %v", p)
	}
}

// result calculates a formula in a cell. It is not ok for an error value and
// for what the evaluator cannot do.
func (c *calculator) result(sheet string, at position, formula string) (v value, ok bool) {
	var err error
	defer func() { ok = ok && err == nil }()
	defer recovered(&err)
	text, err := c.text(sheet, at, formula)
	if err != nil {
		return value{}, false
	}
	if _, err := strconv.ParseFloat(text, 64); err != nil && text != "" && text != "TRUE" && text != "FALSE" {
		return value{"str", text}, true
	}
	kind, err := c.text(sheet, at, "TYPE("+formula+")")
	if err != nil {
		return value{}, false
	}
	if kind == "64" { // an array of which the first value is shown
		number, err := c.text(sheet, at, "ISNUMBER("+formula+")")
		if err != nil {
			return value{}, false
		}
		if kind = "2"; number == "TRUE" {
			kind = "1"
		}
	}
	switch kind {
	case "1":
		if text == "" { // a reference to an empty cell shows 0
			text = "0"
		}
		_, err := strconv.ParseFloat(text, 64)
		return value{"", text}, err == nil
	case "2":
		return value{"str", text}, true
	case "4":
		return value{"b", map[bool]string{true: "1", false: "0"}[text == "TRUE"]}, true
	}
	return value{}, false
}

func (c *calculator) text(sheet string, at position, formula string) (string, error) {
	formula = constants(formula)
	if err := c.file.SetCellFormula(sheet, at.String(), formula); err != nil {
		return "", err
	}
	return c.file.CalcCellValue(sheet, at.String(), excelize.Options{RawCellValue: true})
}

// constants writes TRUE() and FALSE() as TRUE and FALSE. LibreOffice stores
// them as calls, and inside two other calls the evaluator then gives a wrong
// result without an error: IFERROR(VLOOKUP(A1,B1:C4,2,FALSE())*1,0) is 0.
func constants(formula string) string {
	parts := strings.Split(formula, `"`)
	for i := 0; i < len(parts); i += 2 { // the others are quoted
		parts[i] = emptyCall.ReplaceAllString(parts[i], "$1")
	}
	return strings.Join(parts, `"`)
}

var emptyCall = regexp.MustCompile(`(?i)\b(TRUE|FALSE)\(\s*\)`)

// put writes a value into a cell, in place of what it holds.
func (c *calculator) put(sheet string, at position, v value) (err error) {
	defer recovered(&err)
	cell := at.String()
	switch v.kind {
	case "":
		if v.text == "" {
			return c.file.SetCellValue(sheet, cell, nil)
		}
		n, err := strconv.ParseFloat(v.text, 64)
		if err != nil {
			return err
		}
		return c.file.SetCellFloat(sheet, cell, n, -1, 64)
	case "b":
		return c.file.SetCellBool(sheet, cell, v.text == "1")
	case "str":
		return c.file.SetCellStr(sheet, cell, v.text)
	}
	return fmt.Errorf("%s: value of kind %q", cell, v.kind)
}

// same reports whether two results show the same. Numbers may differ in the
// last of the fifteen digits that spreadsheets keep.
func (v value) same(o value) bool {
	if v.kind != o.kind {
		return false
	}
	if v.kind == "" {
		return sameNumber(v.text, o.text)
	}
	return v.text == o.text
}

func sameNumber(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 != nil || err2 != nil {
		return false
	}
	return x == y || math.Abs(x-y) <= 1e-13*math.Max(math.Abs(x), math.Abs(y))
}

// shows reports whether a cell's value is what a text says: numbers
// numerically, texts as a reader sees them.
func (v value) shows(text string) bool {
	text = model.Clean(text)
	if v.kind == "b" {
		return strings.EqualFold(text, map[bool]string{true: "true", false: "false"}[v.text == "1"]) || text == v.text
	}
	own := model.Clean(v.text)
	if own == text {
		return true
	}
	return sameNumber(strings.Replace(own, ",", ".", 1), strings.Replace(text, ",", ".", 1))
}

// cut replaces a stretch of a text.
type cut struct {
	at   span
	text string
}

// splice makes all cuts in a text. They do not overlap; where several insert
// at one place they stand in their order.
func splice(data []byte, cuts []cut) []byte {
	cuts = slices.Clone(cuts)
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.at.start - b.at.start })
	var b bytes.Buffer
	b.Grow(len(data))
	pos := 0
	for _, c := range cuts {
		b.Write(data[pos:c.at.start])
		b.WriteString(c.text)
		pos = c.at.end
	}
	b.Write(data[pos:])
	return b.Bytes()
}
