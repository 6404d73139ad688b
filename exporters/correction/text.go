package correction

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"riskbok/exporters/correction/opc"
	newbook "riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// coded is how a cell's text holds a character that XML cannot (ECMA-376 part
// 1, 22.9.2.19).
var coded = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`) })

func decode(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return coded().ReplaceAllStringFunc(s, func(m string) string {
		n, _ := strconv.ParseUint(m[2:6], 16, 16)
		return string(rune(n))
	})
}

// cellText writes a text for a cell.
func cellText(s string) string { return opc.Escape(newbook.Coded(s)) }

// plainText reads the text of an element without child elements.
func plainText(raw []byte) string {
	if bytes.Contains(raw, []byte("<![CDATA[")) {
		raw = bytes.ReplaceAll(raw, []byte("<![CDATA["), nil)
		return string(bytes.ReplaceAll(raw, []byte("]]>"), nil))
	}
	return opc.Unescape(raw)
}

// richText reads a string item or an inline text: the runs one after another,
// without the phonetic ones, raised marks of notes as [model.Raised] writes
// them. Formulas see all of it; seen is without struck runs where anything else
// stands there, as the importer reads it.
func richText(data []byte) (text, seen string) {
	var b, kept strings.Builder
	phonetic, raised, struck, from := false, false, false, -1
	for t := range opc.Tags(data) {
		switch {
		case t.Name == "r" && !t.Close:
			raised, struck = false, false
		case t.Name == "strike" && !t.Close:
			val := t.Attr("val")
			struck = val == "" || val == "1" || val == "true"
		case t.Name == "vertAlign" && !t.Close:
			raised = t.Attr("val") == "superscript"
		case t.Name == "rPh":
			phonetic = !t.Close && !t.Empty
		case t.Name == "t" && !t.Close && !t.Empty:
			from = t.End
		case t.Name == "t" && t.Close && from >= 0:
			text := plainText(data[from:t.Start])
			if raised {
				text = model.Raised(text)
			}
			if !phonetic {
				b.WriteString(text)
			}
			if !phonetic && !struck {
				kept.WriteString(text)
			}
			from = -1
		}
	}
	text, seen = decode(b.String()), decode(kept.String())
	if strings.TrimSpace(seen) == "" {
		seen = text
	}
	return text, seen
}

// sharedStrings reads the workbook's table of texts, and of those of which some
// is struck through what is seen, by their number.
func sharedStrings(data []byte) (all []string, seen map[int]string) {
	seen = map[int]string{}
	from := -1
	for t := range opc.Tags(data) {
		if t.Name != "si" {
			continue
		}
		switch {
		case t.Empty:
			all = append(all, "")
		case !t.Close:
			from = t.End
		case from >= 0:
			text, kept := richText(data[from:t.Start])
			if kept != text {
				seen[len(all)] = kept
			}
			all = append(all, text)
			from = -1
		}
	}
	return all, seen
}
