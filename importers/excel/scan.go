package excel

import (
	"riskbok/importers/excel/xmlscan"
	"riskbok/rules/model"
)

// elementText appends the text of the element whose Start was just given, up
// to its End. Texts of elements inside it are left out.
func elementText(s *xmlscan.Scanner, out []byte) ([]byte, bool) {
	depth := s.Depth()
	for {
		switch s.Next() {
		case xmlscan.Text:
			if s.Depth() == depth {
				out = append(out, s.Text()...)
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return out, true
			}
		case xmlscan.Done:
			return out, false
		}
	}
}

// stringItem appends the text of a shared or inline string: its own, or that
// of its rich text runs, raised marks of notes as [model.Raised] writes them.
// Phonetic readings (rPh) are left out. struck tells what of it is struck through.
func stringItem(s *xmlscan.Scanner, out []byte) (text []byte, struck strike, ok bool) {
	depth := s.Depth()
	var run runStyle
	from := len(out)
	var runs runSpans
	for {
		switch s.Next() {
		case xmlscan.Start:
			ok := true
			switch {
			case s.Is("t"):
				out, ok = elementText(s, out)
			case s.Is("r") && s.Depth() == depth+1:
				run, from = runStyle{}, len(out)
			case s.Is("rPr") && s.Depth() == depth+2:
				run, ok = readRunStyle(s)
			default:
				ok = s.Skip()
			}
			if !ok {
				return out, struck, false
			}
		case xmlscan.End:
			switch s.Depth() {
			case depth:
				return out, runs.strike(out), true
			case depth + 1:
				if run.raised {
					out = append(out[:from], model.Raised(string(out[from:]))...)
				}
				if run.struck && len(trimSpace(out[from:])) > 0 {
					runs = append(runs, [2]int{from, len(out)})
				}
				run, from = runStyle{}, len(out)
			}
		case xmlscan.Done:
			return out, struck, false
		}
	}
}

// runStyle is what the style of a rich text run says of what is shown.
type runStyle struct{ raised, struck bool }

// readRunStyle reads the <rPr> whose Start was just given.
func readRunStyle(s *xmlscan.Scanner) (st runStyle, ok bool) {
	depth := s.Depth()
	for {
		switch s.Next() {
		case xmlscan.Start:
			switch {
			case s.Is("vertAlign"):
				st.raised = string(s.Attr("val")) == "superscript"
			case s.Is("strike"):
				st.struck = s.Attr("val") == nil || isTrue(s.Attr("val"))
			}
			if !s.Skip() {
				return st, false
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return st, true
			}
		case xmlscan.Done:
			return st, false
		}
	}
}

// isStray reports whether a token cannot stand in a list of elements of one
// name that is open at some depth: a text, or another element of the same
// vocabulary. A sound part has none; where an element's name is damaged, its
// content would be lost.
func isStray(s *xmlscan.Scanner, k xmlscan.Kind, depth int, name string) bool {
	switch {
	case k == xmlscan.Text && s.Depth() == depth:
		return len(trimSpace(s.Text())) > 0
	case k == xmlscan.Start && s.Depth() == depth+1:
		return !s.Is(name) && !s.Is("extLst") && len(s.Prefix()) == 0
	}
	return false
}

// isTrue reads an xsd:boolean.
func isTrue(v []byte) bool { return string(v) == "1" || string(v) == "true" }

// smallInt reads a count or index that is written in digits; −1 for anything
// else, and for what no part of a workbook can need.
func smallInt(v []byte) int {
	if len(v) == 0 || len(v) > 9 {
		return -1
	}
	n := 0
	for _, c := range v {
		if c < '0' || c > '9' {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// trimSpace cuts XML white space from both ends.
func trimSpace(v []byte) []byte {
	for len(v) > 0 && isSpace(v[0]) {
		v = v[1:]
	}
	for len(v) > 0 && isSpace(v[len(v)-1]) {
		v = v[:len(v)-1]
	}
	return v
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// unescapeString resolves the "_x000D_" escapes by which workbooks write
// characters that XML forbids (ST_Xstring, ECMA-376 part 1, 22.9.2.19).
func unescapeString(text []byte) []byte {
	at := escapeAt(text, 0)
	if at < 0 {
		return text
	}
	out := append(make([]byte, 0, len(text)), text[:at]...)
	for {
		out = appendUnit(out, text, &at)
		next := escapeAt(text, at)
		if next < 0 {
			return append(out, text[at:]...)
		}
		out = append(out, text[at:next]...)
		at = next
	}
}
