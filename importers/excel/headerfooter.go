package excel

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// headerFooter reads the <headerFooter> whose Start was just given, the headers and
// footers in it that are printed (CT_HeaderFooter, ECMA-376 part 1, 18.3.1.46).
func (r *sheetReader) headerFooter() {
	depth, cells := r.s.Depth(), false
	first, even := isTrue(r.s.Attr("differentFirst")), isTrue(r.s.Attr("differentOddEven"))
	for open := true; open; {
		switch r.s.Next() {
		case xmlscan.Start:
			printed := r.s.Is("oddHeader") || r.s.Is("oddFooter") ||
				first && (r.s.Is("firstHeader") || r.s.Is("firstFooter")) ||
				even && (r.s.Is("evenHeader") || r.s.Is("evenFooter"))
			cells = cells || r.s.Is("sheetData")
			if !printed {
				continue
			}
			text, read := elementText(r.s, r.buf[:0])
			cells = cells || read == straying // whatever it is, it is lost
			if r.buf = text; len(text) <= longestEdge && len(r.edges) < mostEdges {
				r.edges = append(r.edges, string(unescapeString(text)))
			}
		case xmlscan.End:
			open = r.s.Depth() != depth
		case xmlscan.Done:
			open = false
		}
	}
	if cells {
		r.rowsElsewhere()
	}
}

// longestEdge is the longest header that is read, in bytes, of which Excel takes 255
// characters, and mostEdges how many are: those of odd, even and first pages.
const (
	longestEdge = 4 << 10
	mostEdges   = 6
)

// showEdges gives the table the lines of its headers and footers, each once. They stand
// in no column, and on the first row, for what has neither stands nowhere.
func (r *sheetReader) showEdges() {
	said := map[string]bool{}
	for _, code := range r.edges {
		for _, line := range edgeLines(code) {
			if !said[line] {
				said[line] = true
				r.table.Edges = append(r.table.Edges, grid.Cell{Text: line, Kind: grid.Text, At: model.Source{Doc: r.doc, Place: r.table.Place, Row: 1}})
			}
		}
	}
}

// edgeLines gives the lines of a header or footer that a person wrote. Codes begin
// with an ampersand (18.3.1.46): parts, fonts and sizes are left out, and so are
// fields, as the page's number, the day of printing or the file's name.
func edgeLines(code string) []string {
	var out []string
	var line strings.Builder
	flush := func() {
		if text := model.Clean(line.String()); strings.ContainsFunc(text, unicode.IsLetter) {
			out = append(out, text)
		}
		line.Reset()
	}
	for code != "" {
		c, size := utf8.DecodeRuneInString(code)
		if c != '&' {
			if code = code[size:]; c == '\n' || c == '\r' {
				flush()
			} else {
				line.WriteRune(c)
			}
			continue
		}
		c, size = utf8.DecodeRuneInString(code[1:])
		code = code[1+size:]
		switch {
		case c == '&':
			line.WriteRune(c)
		case c == 'L' || c == 'C' || c == 'R' || c == 'l' || c == 'c' || c == 'r':
			flush()
		case c == '"': // a font
			_, code, _ = strings.Cut(code, `"`)
		case c == 'K' || c == 'k': // a colour: RRGGBB, or TT+SSS of a theme
			code = code[min(6, len(code)):]
		case c == 'P' || c == 'p': // the page's number, or some more or less
			if rest := strings.TrimLeft(code, "+-"); rest != code && rest != "" && '0' <= rest[0] && rest[0] <= '9' {
				code = strings.TrimLeft(rest, "0123456789")
			}
		case '0' <= c && c <= '9': // a size
			code = strings.TrimLeft(code, "0123456789")
		}
	}
	flush()
	return out
}
