package minutes

import (
	"strings"

	"riskbok/importers/ocr"
)

// whose gives the body that a heading begins with the genitive of, "" for none:
// "Arbetsutskottet" of "Arbetsutskottets förslag till kommunstyrelsen".
func (w *vocabulary) whose(heading string) string {
	fields := strings.Fields(heading)
	for n := range min(len(fields), naming.longestName) {
		for _, end := range w.Genitive {
			name, ok := strings.CutSuffix(strings.Join(fields[:n+1], " "), end)
			if ok && name != "" && w.body(name) {
				return name
			}
		}
	}
	return ""
}

// sameBody reports whether a body is the board, but for what recognition does to
// names: by its whole name, or as the sort of it that the name ends with, which may
// have the article, as "Arbetsutskottet" is the board "Kommunstyrelsens arbetsutskott".
func sameBody(board, body string) bool {
	whole, part := ocr.Key(board), ocr.Key(body)
	if ocr.Distance(whole, part) < ocr.Margin {
		return true
	}
	last := whole[strings.LastIndexByte(whole, ' ')+1:]
	return last != whole && (ocr.Near([]rune(last), []rune(part), naming.articleDistance))
}
