package workbook

import "github.com/xuri/excelize/v2"

// The colours, dark text on light ground so that print in grey stays legible.
const (
	InkDark   = "1F2A37"
	FillBand  = "1F3864"
	FillHead  = "D9E1F2"
	FillHelp  = "F2F2F2"
	FillWarn  = "FCE4D6"
	FillWrite = "FFF9E7" // where people are to write
	lineColor = "A6A6A6"
	inkLink   = "0563C1"
)

// Look is what a cell's style depends on; equal looks share one style.
type Look struct {
	Font   Font
	Fill   string
	Ink    string
	Border bool
	Locked bool
	Center bool
	Right  bool // one step from the border
	Left   bool // likewise, beside numbers
	Middle bool
	NoWrap bool
	Quoted bool // begins as a formula does, but is text
	Link   bool // leads somewhere: blue and underlined
	Format string
}

// The fonts and looks that all workbooks share.
var (
	BodyFont  = Font{Size: 10}
	BoldFont  = Font{Size: 10, Bold: true}
	TitleFont = Font{Size: 16, Bold: true}
	PartFont  = Font{Size: 12, Bold: true}

	LookTitle   = Look{Font: TitleFont, Locked: true, NoWrap: true}
	LookPart    = Look{Font: PartFont, Locked: true, NoWrap: true}
	LookLine    = Look{Font: Font{Size: 11}, NoWrap: true}
	LookNote    = Look{Font: BodyFont, Locked: true}
	LookBand    = Look{Font: BoldFont, Fill: FillBand, Ink: "FFFFFF", Border: true, Locked: true, Middle: true}
	LookHeading = Look{Font: BoldFont, Fill: FillHead, Border: true, Locked: true}
	LookInput   = Look{Font: BodyFont, Border: true}
	LookReply   = Look{Font: BodyFont, Border: true, Fill: FillWrite, Format: "@"} // "4/5" stays what was typed
	LookNumber  = Look{Font: BodyFont, Border: true, Center: true}
	LookAmount  = Look{Font: BodyFont, Border: true, Right: true, Format: "#,##0"}
	LookCents   = Look{Font: BodyFont, Border: true, Right: true, Format: "#,##0.00"}
	LookFormula = Look{Font: BodyFont, Border: true, Locked: true}
	LookValue   = Look{Font: BoldFont, Border: true, Locked: true, Center: true}
	LookOwn     = Look{Font: BodyFont, Border: true, Locked: true}
	LookFree    = Look{Font: BodyFont} // columns, for rows that are added below
)

// Styles hands out the style numbers of a workbook. Start with [NewStyles].
type Styles struct {
	file *excelize.File
	ids  map[Look]int
}

// NewStyles begins the styles of a workbook.
func NewStyles(f *excelize.File) *Styles { return &Styles{file: f, ids: map[Look]int{}} }

// ID gives the number of a look's style, made where it is new.
func (s *Styles) ID(l Look) (int, error) {
	if id, ok := s.ids[l]; ok {
		return id, nil
	}
	id, err := s.file.NewStyle(l.style())
	if err != nil {
		return 0, err
	}
	if l.Quoted {
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

// AsLocked gives the look for a cell that people may not change.
func (l Look) AsLocked() Look {
	l.Locked = true
	return l
}

// Unlocked gives the look for a cell that people may change.
func (l Look) Unlocked() Look {
	l.Locked = false
	return l
}

func (l Look) style() *excelize.Style {
	ink := l.Ink
	if ink == "" {
		ink = InkDark
	}
	st := &excelize.Style{
		Font:       &excelize.Font{Family: "Calibri", Size: l.Font.Size, Bold: l.Font.Bold, Color: ink},
		Alignment:  &excelize.Alignment{WrapText: !l.NoWrap, Vertical: "top"},
		Protection: &excelize.Protection{Locked: l.Locked},
	}
	switch {
	case l.Center:
		st.Alignment.Horizontal = "center"
	case l.Right:
		st.Alignment.Horizontal, st.Alignment.Indent = "right", 1
	case l.Left:
		st.Alignment.Horizontal, st.Alignment.Indent = "left", 1
	}
	if l.Middle {
		st.Alignment.Vertical = "center"
	}
	if l.Fill != "" {
		st.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{l.Fill}}
	}
	if l.Format != "" {
		st.CustomNumFmt = &l.Format
	}
	if l.Border {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			st.Border = append(st.Border, excelize.Border{Type: side, Color: lineColor, Style: 1})
		}
	}
	return st
}
