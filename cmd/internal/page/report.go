package page

import (
	"bytes"
	"html/template"

	"riskbok/exporters/html"
)

// reportCSS is the style sheet of the report.
var reportCSS = html.CSS

// input is what the report of a result is made of.
func (s *Server) input(done *result) html.Input {
	return html.Input{
		Report: done.report, Lang: s.o.Lang, Version: s.o.Version, Time: done.when, Hash: done.hash,
		Rules: s.o.Rules, Aliases: s.o.Run.Settings.Aliases,
	}
}

// fragment gives the report with the page's controls in it.
func (s *Server) fragment(done *result, v *homeView) (template.HTML, error) {
	in := s.input(done)
	in.Controls = &html.Controls{Top: s.views.part("top", v), Cause: s.beside(done, v.Columns.Any()), Bottom: s.views.part("bottom", v)}
	var b bytes.Buffer
	err := html.Fragment(&b, in)
	return template.HTML(b.String()), err // made by html/template
}

// wholeReport gives the report as a page of its own, to keep and to attach.
func (s *Server) wholeReport(done *result) ([]byte, error) {
	var b bytes.Buffer
	err := html.Write(&b, s.input(done))
	return b.Bytes(), err
}
