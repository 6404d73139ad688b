package listbook

import (
	"bytes"
	"encoding/xml"
	"path"
	"strings"

	"riskbok/exporters/workbook"
)

// cellText gives the XML of a text that a cell can hold.
func cellText(s string) string { return escape(workbook.Coded(s)) }

func escape(s string) string {
	if !strings.ContainsFunc(s, escapes) {
		return s
	}
	var b bytes.Buffer
	// a buffer does not fail
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// escapes reports whether [xml.EscapeText] writes a rune as something else, as it does
// with what XML cannot hold; most texts have none such.
func escapes(r rune) bool {
	return r < ' ' || strings.ContainsRune(`"&'<>`, r) || r >= '\uFFFD' && r <= '\uFFFF'
}

// target gives a file's name as the address of a link: with forward slashes
// and the few characters coded that an address keeps for itself. Other letters
// stand as they are, which is how Excel writes them.
func target(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	switch {
	case strings.HasPrefix(name, "//"):
		return "file:" + addressed.Replace(name)
	case len(name) > 1 && name[1] == ':':
		return "file:///" + addressed.Replace(name)
	case strings.HasPrefix(name, "/"):
		return "file://" + addressed.Replace(name)
	}
	name = path.Clean(name)
	if first, _, _ := strings.Cut(name, "/"); strings.Contains(first, ":") {
		name = "./" + name
	}
	return addressed.Replace(name)
}

// textHeight estimates how high a row must be for a wrapped text, in points, at
// most what a row can be. Excel fits rows to their text when they have no
// height, LibreOffice does not when it only prints.
func textHeight(f workbook.Font, text string, width float64) float64 {
	points, _ := f.Height(f.Lines(text, width))
	return points
}

// addressed codes what an address keeps for itself.
var addressed = strings.NewReplacer("%", "%25", " ", "%20", "#", "%23", "?", "%3F", `"`, "%22", "<", "%3C", ">", "%3E", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")
