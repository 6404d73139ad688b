package excel

import (
	"slices"
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
)

// maxStyles is far above the 65,490 cell formats that Excel allows.
const maxStyles = 1 << 20

// styles is what is read of a workbook's cell styles.
type styles struct {
	custom  map[int]bool   // number formats that show a date or time
	codes   map[int]string // the codes of the number formats that are defined
	formats []int          // number format of each cell style
	fonts   []bool         // struck through, of each font
	fontOf  []int          // font of each cell style
	fillOf  []int          // fill of each cell style
	fills   []colourRef    // solid ones; others are the zero value
	indexed []grid.Colour  // the workbook's own indexed colours
}

// readStyles reads a styles part. A fault ends the lists early and is
// returned.
func readStyles(s *xmlscan.Scanner) (*styles, error) {
	st := &styles{custom: map[int]bool{}, codes: map[int]string{}}
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		if k != xmlscan.Start {
			continue
		}
		switch {
		case s.Depth() == 2 && !s.Is("numFmts") && !s.Is("cellXfs") && !s.Is("fills") && !s.Is("colors") && !s.Is("fonts"):
			s.Skip()
		case s.Depth() == 3 && s.Is("numFmt"):
			if id := smallInt(s.Attr("numFmtId")); id >= 0 {
				st.codes[id] = string(s.Attr("formatCode"))
				st.custom[id] = isDateFormat(st.codes[id])
			}
		case s.Depth() == 3 && s.Is("xf") && len(st.formats) < maxStyles:
			st.formats = append(st.formats, smallInt(s.Attr("numFmtId")))
			st.fontOf = append(st.fontOf, smallInt(s.Attr("fontId")))
			st.fillOf = append(st.fillOf, smallInt(s.Attr("fillId")))
		case s.Depth() == 3 && s.Is("font") && len(st.fonts) < maxStyles:
			run, _ := readRunStyle(s)
			st.fonts = append(st.fonts, run.struck)
		case s.Depth() == 3 && s.Is("fill") && len(st.fills) < maxStyles:
			st.fills = append(st.fills, solidFill(s))
		case s.Depth() == 4 && s.Is("rgbColor") && len(st.indexed) < maxIndexed:
			c, _ := parseRGB(s.Attr("rgb"))
			st.indexed = append(st.indexed, c)
		}
	}
	return st, s.Err()
}

// dates gives, for each cell style, whether its number format shows a date or
// time.
func (st *styles) dates() []bool {
	dates := make([]bool, len(st.formats))
	for i, id := range st.formats {
		date, ok := st.custom[id]
		dates[i] = ok && date || !ok && isBuiltInDate(id)
	}
	return dates
}

// struck gives, for each cell style, whether its font is struck through; nil
// where none is.
func (st *styles) struck() []bool {
	if !slices.Contains(st.fonts, true) {
		return nil
	}
	out := make([]bool, len(st.fontOf))
	for i, font := range st.fontOf {
		out[i] = font >= 0 && font < len(st.fonts) && st.fonts[font]
	}
	return out
}

// isBuiltInDate knows the formats that need no definition (ECMA-376 part 1,
// 18.8.30): 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian Excel.
func isBuiltInDate(id int) bool {
	return 14 <= id && id <= 22 || 27 <= id && id <= 36 || 45 <= id && id <= 47 || 50 <= id && id <= 58
}

// isDateFormat reports whether a format code shows a date or time: y, m, d, h
// or s outside quotes, escapes and brackets, or an elapsed time in brackets,
// in the section for positive numbers.
func isDateFormat(code string) bool {
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return false
			}
			i += end + 1
		case '\\', '_', '*':
			i++
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return false
			}
			inside := strings.ToLower(code[i+1 : i+end])
			if inside != "" && strings.Trim(inside, inside[:1]) == "" && strings.Contains("hms", inside[:1]) {
				return true
			}
			i += end
		case ';':
			return false
		case 'G', 'g':
			if i+7 <= len(code) && strings.EqualFold(code[i:i+7], "General") {
				i += 6
			}
		case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
			return true
		}
	}
	return false
}
