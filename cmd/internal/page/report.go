package page

import (
	"bytes"
	"html/template"

	"riskbok/exporters/text"
)

// reportCSS is the style sheet of the report.
const reportCSS = ""

// fragment gives the report with the page's controls in it.
func (s *Server) fragment(done *result, v *homeView) (template.HTML, error) {
	rendered, err := text.Check(done.report, done.options(&s.o))
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	b.WriteString("<pre>")
	template.HTMLEscape(&b, rendered[0].Data)
	b.WriteString("</pre>")
	beside := s.beside(done)
	for _, c := range newTeller(done, s.o.Lang).All() {
		b.WriteString(string(beside(&c)))
	}
	return template.HTML(b.String()), nil
}

// wholeReport gives the report as a page of its own.
func (s *Server) wholeReport(done *result) ([]byte, error) {
	part, err := s.fragment(done, nil)
	return []byte("<!DOCTYPE html><meta charset=utf-8><title>riskbok</title>" + string(part)), err
}
