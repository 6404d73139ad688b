package excel

import (
	"riskbok/importers/excel/xmlscan"
	"riskbok/rules/model"
)

// elementText appends the text of the element whose Start was just given, up
// to its End. Texts of elements inside it are left out.
func elementText(s *xmlscan.Scanner, out []byte) ([]byte, extent) {
	depth, read := s.Depth(), whole
	for {
		switch s.Next() {
		case xmlscan.Start:
			read = straying
		case xmlscan.Text:
			if s.Depth() == depth {
				out = append(out, s.Text()...)
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return out, read
			}
		case xmlscan.Done:
			return out, cut
		}
	}
}

// extent tells how much of an element was read: not to its end, to its end but for
// something that has no place in it, or all.
type extent uint8

const (
	cut extent = iota
	straying
	whole
)

// isText reports whether the text at hand is more than space.
func isText(s *xmlscan.Scanner) bool { return len(trimSpace(s.Text())) > 0 }

// skipHolding passes over the element whose Start was just given, and reports whether
// a text stands in it.
func skipHolding(s *xmlscan.Scanner) bool {
	depth, holds := s.Depth(), false
	for {
		switch s.Next() {
		case xmlscan.Text:
			holds = holds || isText(s)
		case xmlscan.End:
			if s.Depth() == depth {
				return holds
			}
		case xmlscan.Done:
			return holds
		}
	}
}

// stringItem appends the text of a shared or inline string: its own, or that
// of its rich text runs, raised marks of notes as [model.Raised] writes them.
// Phonetic readings (rPh) are left out. struck tells what of it is struck through.
func stringItem(s *xmlscan.Scanner, out []byte) (text []byte, struck strike, read extent) {
	depth := s.Depth()
	var run runStyle
	from := len(out)
	var runs runSpans
	read = whole
	for {
		switch s.Next() {
		case xmlscan.Start:
			inner := whole
			switch {
			case s.Is("t"):
				out, inner = elementText(s, out)
			case s.Is("r") && s.Depth() == depth+1:
				run, from = runStyle{}, len(out)
			case s.Is("rPr") && s.Depth() == depth+2:
				run, inner = readRunStyle(s)
			default:
				if !s.Is("rPh") && !s.Is("phoneticPr") && !s.Is("extLst") {
					read = straying
				}
				if !s.Skip() {
					inner = cut
				}
			}
			if inner == cut {
				return out, struck, cut
			}
			read = min(read, inner)
		case xmlscan.Text:
			if isText(s) {
				read = straying
			}
		case xmlscan.End:
			switch s.Depth() {
			case depth:
				return out, runs.strike(out), read
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
			return out, struck, cut
		}
	}
}

// runStyle is what the style of a rich text run says of what is shown.
type runStyle struct{ raised, struck bool }

// readRunStyle reads the <rPr> whose Start was just given.
func readRunStyle(s *xmlscan.Scanner) (st runStyle, read extent) {
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
				return st, cut
			}
		case xmlscan.End:
			if s.Depth() == depth {
				return st, whole
			}
		case xmlscan.Done:
			return st, cut
		}
	}
}

// isStray reports whether a token cannot stand in a list of elements of one
// name that is open at some depth: a text, or another element, of whatever
// vocabulary. A sound part has none; where an element's name is damaged, its
// content would be lost, and where one is wrapped in another, those after it would
// be counted wrong.
func isStray(s *xmlscan.Scanner, k xmlscan.Kind, depth int, name string) bool {
	switch {
	case k == xmlscan.Text && s.Depth() == depth:
		return isText(s)
	case k == xmlscan.Start && s.Depth() == depth+1:
		return !s.Is(name) && !s.Is("extLst")
	}
	return false
}

// isTrue reads an xsd:boolean.
func isTrue(v []byte) bool { return string(v) == "1" || string(v) == "true" }

// isFalse reads an xsd:boolean.
func isFalse(v []byte) bool { return string(v) == "0" || string(v) == "false" }

// isDigits reports whether a number is written, however large.
func isDigits(v []byte) bool {
	for _, c := range v {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(v) > 0
}

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
