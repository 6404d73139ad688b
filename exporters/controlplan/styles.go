package controlplan

import "github.com/xuri/excelize/v2"

// The colours, dark text on light ground so that print in grey stays legible.
const (
	inkDark   = "1F2A37"
	fillBand  = "1F3864"
	fillHead  = "D9E1F2"
	fillHelp  = "F2F2F2"
	fillWarn  = "FCE4D6"
	lineColor = "A6A6A6"
)

// look is what a cell's style depends on; equal looks share one style.
type look struct {
	font   font
	fill   string
	ink    string
	border bool
	locked bool
	center bool
	middle bool
	noWrap bool
	quoted bool // begins as a formula does, but is text
	format string
}

var (
	bodyFont  = font{size: 10}
	boldFont  = font{size: 10, bold: true}
	titleFont = font{size: 16, bold: true}
	partFont  = font{size: 12, bold: true}

	lookTitle   = look{font: titleFont, locked: true, noWrap: true}
	lookPart    = look{font: partFont, locked: true, noWrap: true}
	lookLine    = look{font: font{size: 11}, noWrap: true}
	lookNote    = look{font: bodyFont, locked: true}
	lookBand    = look{font: boldFont, fill: fillBand, ink: "FFFFFF", border: true, locked: true, middle: true}
	lookHeading = look{font: boldFont, fill: fillHead, border: true, locked: true}
	lookInput   = look{font: bodyFont, border: true}
	lookNumber  = look{font: bodyFont, border: true, center: true}
	lookAmount  = look{font: bodyFont, border: true, format: "#,##0"}
	lookCents   = look{font: bodyFont, border: true, format: "#,##0.00"}
	lookFormula = look{font: bodyFont, border: true, locked: true}
	lookValue   = look{font: boldFont, border: true, locked: true, center: true}
	lookOwn     = look{font: bodyFont, border: true, locked: true}
	lookFree    = look{font: bodyFont} // columns, for rows that are added below
)

// styles hands out the style numbers of a workbook.
type styles struct {
	file *excelize.File
	ids  map[look]int
}

func (s *styles) id(l look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	if l.quoted {
		// NewStyle shares numbers between styles that differ only in this mark,
		// which it does not know; so the mark goes on a style of its own.
		xfs := s.file.Styles.CellXfs
		xf := xfs.Xf[id]
		yes := true
		xf.QuotePrefix = &yes
		xfs.Xf = append(xfs.Xf, xf)
		xfs.Count = len(xfs.Xf)
		id = len(xfs.Xf) - 1
	}
	s.ids[l] = id
	return id, nil
}

func (l look) style() *excelize.Style {
	ink := l.ink
	if ink == "" {
		ink = inkDark
	}
	st := &excelize.Style{
		Font:       &excelize.Font{Family: "Calibri", Size: l.font.size, Bold: l.font.bold, Color: ink},
		Alignment:  &excelize.Alignment{WrapText: !l.noWrap, Vertical: "top"},
		Protection: &excelize.Protection{Locked: l.locked},
	}
	if l.center {
		st.Alignment.Horizontal = "center"
	}
	if l.middle {
		st.Alignment.Vertical = "center"
	}
	if l.fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.fill}}
	}
	if l.format != "" {
		st.CustomNumFmt = &l.format
	}
	if l.border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: lineColor, Style: 1})
		}
	}
	return st
}

// shades are the grounds of the treatments, mildest first.
var shades = []string{"C6E0B4", "FFE699", "F8CBAD", "F4A6A0", "E58B88"}

// shade gives the ground of the nth mildest of so many treatments: green to
// red over however many there are.
func shade(nth, of int) string {
	switch {
	case of <= 1:
		return shades[0]
	case of == 3:
		return []string{shades[0], shades[1], shades[3]}[nth]
	case of == 2:
		return []string{shades[0], shades[3]}[nth]
	}
	return shades[min(nth*len(shades)/of, len(shades)-1)]
}
