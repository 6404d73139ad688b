package budget

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// The colours, dark text on light ground so that print in grey stays legible.
const (
	inkDark   = "1F2A37"
	fillBand  = "1F3864"
	fillHead  = "D9E1F2"
	fillTotal = "F2F2F2"
	fillWarn  = "FCE4D6"
	lineColor = "A6A6A6"
)

// palette colours the series and slices of charts: distinct in hue and in
// lightness, so that they are told apart in grey and by the colour-blind.
var palette = []string{"1F3864", "2E75B6", "9DC3E6", "F4B183", "C55A11", "7F7F7F", "A9D18E", "548235"}

// The kinds of numbers. A format gets as many decimals as its look says.
const (
	numberAmount  = "amount"
	numberPercent = "percent"
)

// look is what a cell's style depends on; equal looks share one style.
type look struct {
	size     float64
	bold     bool
	fill     string
	ink      string
	border   bool
	number   string
	decimals int
	center   bool
	right    bool
	middle   bool
	noWrap   bool
}

var (
	lookTitle   = look{size: 16, bold: true, noWrap: true}
	lookPart    = look{size: 12, bold: true, noWrap: true}
	lookLine    = look{size: 11, noWrap: true}
	lookNote    = look{size: 10}
	lookBand    = look{size: 10, bold: true, fill: fillBand, ink: "FFFFFF", border: true, middle: true}
	lookHeading = look{size: 10, bold: true, fill: fillHead, border: true}
	lookText    = look{size: 10, border: true}
)

func (l look) asTotal() look {
	l.bold, l.fill = true, fillTotal
	return l
}

func (l look) warning() look {
	l.fill = fillWarn
	return l
}

// amountLook is the look of an amount with so many decimals.
func amountLook(decimals int) look {
	return look{size: 10, border: true, number: numberAmount, decimals: decimals, right: true}
}

var percentLook = look{size: 10, border: true, number: numberPercent, decimals: 1, right: true}

// styles hands out the style numbers of a workbook. Locale stands in front of
// number formats, so that thousands and decimals are divided as the papers do
// also where the program's own language is another.
type styles struct {
	file   *excelize.File
	ids    map[look]int
	locale string
}

func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style(s.locale))
	if err == nil {
		s.ids[l] = id
	}
	return id, err
}

// format gives the number format of a look, "" where it has none.
func (l look) format(locale string) string {
	decimals := ""
	if l.decimals > 0 {
		decimals = "." + strings.Repeat("0", min(l.decimals, 10))
	}
	switch l.number {
	case numberAmount:
		return locale + "#,##0" + decimals
	case numberPercent:
		return locale + "0" + decimals + " %"
	}
	return ""
}

func (l look) style(locale string) *excelize.Style {
	ink := l.ink
	if ink == "" {
		ink = inkDark
	}
	st := &excelize.Style{
		Font:      &excelize.Font{Family: "Calibri", Size: l.size, Bold: l.bold, Color: ink},
		Alignment: &excelize.Alignment{WrapText: !l.noWrap && l.number == "", Vertical: "top"},
	}
	switch {
	case l.center:
		st.Alignment.Horizontal = "center"
	case l.right:
		st.Alignment.Horizontal, st.Alignment.Indent = "right", 1
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if f := l.format(locale); f != "" {
		st.CustomNumFmt = &f
	}
	if l.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: lineColor, Style: 1})
		}
	}
	return st
}
