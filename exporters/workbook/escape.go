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

var (
	inText      = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#xD;")
	inAttribute = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#xA;", "\t", "&#x9;", "\r", "&#xD;")
)

// escaped gives a text as it stands in an element; it must be one that a cell can
// hold, see [CellText].
func escaped(s string) string {
	if !strings.ContainsAny(s, "&<>\r") {
		return s
	}
	return inText.Replace(s)
}

// attribute gives a text as it stands in an attribute.
func attribute(s string) string {
	if !strings.ContainsAny(s, "&<>\"\n\t\r") {
		return s
	}
	return inAttribute.Replace(s)
}
