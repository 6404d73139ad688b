package workbook

import "strings"

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// The name spaces of a workbook's parts.
const (
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationType  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
	metadataSpace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
)

var inAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#xA;", "\t", "&#x9;", "\r", "&#xD;")

// escaped gives a text as it stands in an element; it must be one that a cell can
// hold, see [CellText].
func escaped(s string) string {
	if !strings.ContainsAny(s, "&<>\r") {
		return s
	}
	return string(appendEscaped(nil, s))
}

// escaped adds a text as [escaped] gives it, without making it first: formulas are full
// of what must be escaped.
func (p *Part) escaped(s string) { p.buf = appendEscaped(p.buf, s) }

func appendEscaped(to []byte, s string) []byte {
	from := 0
	for i := range len(s) {
		var code string
		switch s[i] {
		case '&':
			code = "&amp;"
		case '<':
			code = "&lt;"
		case '>':
			code = "&gt;"
		case '\r':
			code = "&#xD;"
		default:
			continue
		}
		to = append(append(to, s[from:i]...), code...)
		from = i + 1
	}
	return append(to, s[from:]...)
}

// attribute gives a text as it stands in an attribute.
func attribute(s string) string {
	if !strings.ContainsAny(s, "&<>\"\n\t\r") {
		return s
	}
	return inAttribute.Replace(s)
}
