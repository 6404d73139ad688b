package registers

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Cell is one cell of a sheet: a text, a number, or a formula with the value
// that is stored beside it.
type Cell struct {
	Value   any    // string or float64; nil where the cell is empty
	Formula string // without the equals sign
	Date    bool   // the number is shown as a day
	Fill    string // RRGGBB, "" for none
	Left    bool   // merged with the cell to the left
	Up      bool   // merged with the cell above
}

var (
	fillMark = regexp.MustCompile(`\s*\{(green|yellow|orange|red)\}$`)
	formula  = regexp.MustCompile(`^=(.+)\{(.*)\}$`)
	number   = regexp.MustCompile(`^-?\d+(?:[.,]\d+)?$`)
	dayMark  = regexp.MustCompile(`^@(\d{4}-\d{2}-\d{2})$`)

	// fills are Excel's standard colours.
	fills = map[string]string{"green": "00B050", "yellow": "FFFF00", "orange": "FFC000", "red": "FF0000"}
)

// parseCell reads a cell: digits are a number, "'3" is the text 3, "⏎" a line
// break, "=C2*D2{12}" a formula and its stored value, "@2025-03-01" a day in a
// cell of dates, "<" and "^" go on with the cell to the left or above, and
// "{red}" at the end paints it.
func parseCell(text string) (Cell, error) {
	var c Cell
	if m := fillMark.FindStringSubmatch(text); m != nil {
		c.Fill, text = fills[m[1]], strings.TrimSuffix(text, m[0])
	}
	switch {
	case text == "<":
		c.Left = true
	case text == "^":
		c.Up = true
	case strings.HasPrefix(text, "="):
		m := formula.FindStringSubmatch(text)
		if m == nil {
			return c, fmt.Errorf("expected a formula with its value, =C2*D2{12}, got %q", text)
		}
		c.Formula, c.Value = m[1], plainValue(m[2])
	case strings.HasPrefix(text, "@"):
		m := dayMark.FindStringSubmatch(text)
		if m == nil {
			return c, fmt.Errorf("expected a day, @2025-03-01, got %q", text)
		}
		day, err := time.Parse(time.DateOnly, m[1])
		if err != nil {
			return c, err
		}
		c.Date, c.Value = true, day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours()/24
	case text != "":
		c.Value = plainValue(text)
	}
	return c, nil
}

// plainValue gives digits as a number and all else as text.
func plainValue(text string) any {
	if quoted, ok := strings.CutPrefix(text, "'"); ok {
		return quoted
	}
	if number.MatchString(text) {
		if f, err := strconv.ParseFloat(strings.Replace(text, ",", ".", 1), 64); err == nil {
			return f
		}
	}
	return strings.ReplaceAll(text, "⏎", "\n")
}
