package formula

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// Pointed gives the references that the formula makes of constant texts:
// INDIRECT("Plan!B2") refers to Plan!B2. Those of the R1C1 style are given in the
// other, for a formula in the cell at row and col, counted from 1. What INDIRECT is
// given for a place only, as in ROW(INDIRECT("1:9")), is left out, and so are texts
// that are reckoned.
func (f Formula) Pointed(row, col int) []string {
	var out []string
	for i := range f {
		if f[i].Kind != Function || FunctionName(f[i].Text) != "INDIRECT" || i+1 >= len(f) || f[i+1].Kind != Other || i >= 2 && f.placing(i-2) {
			continue
		}
		text, rest, ok := constantText(strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(f[i+1].Text), "(")))
		if !ok {
			continue
		}
		switch style := rest; {
		case strings.HasPrefix(style, ")"):
			out = append(out, text)
		case !strings.HasPrefix(style, ","):
		default:
			style = strings.TrimSpace(style[1:])
			if style == "" && i+2 < len(f) {
				style = strings.ToUpper(f[i+2].Text)
			}
			if strings.HasPrefix(style, "TRUE") || strings.HasPrefix(style, "1)") {
				out = append(out, text)
			} else if a1, ok := a1Style(text, row, col); ok && (strings.HasPrefix(style, "FALSE") || strings.HasPrefix(style, "0)") || strings.HasPrefix(style, ")")) {
				out = append(out, a1)
			}
		}
	}
	return out
}

// constantText cuts the text in quotation marks that s begins with.
func constantText(s string) (text, rest string, ok bool) {
	if !strings.HasPrefix(s, `"`) {
		return "", "", false
	}
	for i := 1; i < len(s); i++ {
		if s[i] != '"' {
			continue
		}
		if i+1 < len(s) && s[i+1] == '"' {
			i++
			continue
		}
		return strings.ReplaceAll(s[1:i], `""`, `"`), strings.TrimSpace(s[i+1:]), true
	}
	return "", "", false
}

// rowColumn is a cell of the R1C1 style; a Swedish Excel writes K for C.
var rowColumn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^R(\d+|\[-?\d+\])?[CK](\d+|\[-?\d+\])?$`)
})

// a1Style turns a reference of the R1C1 style, to cells, into one of the other.
func a1Style(text string, row, col int) (string, bool) {
	sheet := ""
	if i := strings.LastIndexByte(text, '!'); i >= 0 {
		sheet, text = text[:i+1], text[i+1:]
	}
	var cells []string
	for part := range strings.SplitSeq(text, ":") {
		m := rowColumn().FindStringSubmatch(strings.TrimSpace(part))
		if m == nil {
			return "", false
		}
		r, c := counted(m[1], row), counted(m[2], col)
		if r < 1 || c < 1 || r > MaxRows || c > MaxCols {
			return "", false
		}
		cells = append(cells, Ref{Row: r, Col: c, AbsRow: true, AbsCol: true}.shifted(0, 0))
	}
	return sheet + strings.Join(cells, ":"), len(cells) <= 2
}

// counted is a row or column of the R1C1 style: from the edge, else from the cell
// itself.
func counted(s string, own int) int {
	n, _ := strconv.Atoi(strings.Trim(s, "[]"))
	if s == "" || s[0] == '[' {
		return own + n
	}
	return n
}
