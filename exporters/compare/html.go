package compare

import (
	"bytes"
	_ "embed"
	"html/template"

	"riskbok/exporters/look"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/compare"
	"riskbok/rules/model"
)

//go:embed page.html
var pageSource string

// HTML writes a comparison as one web page that needs no other file, no script
// and no network: headings to move by, texts with what was taken out and put
// in marked as such (del and ins), colours that are only an addition.
func HTML(c *compare.Comparison, r *rules.Report, opts output.Options) ([]model.File, error) {
	w := wording{opts.Lang, r}
	t, err := template.New("page").Funcs(template.FuncMap{
		"t":    func(key string) string { return w.cat.T(key) },
		"css":  func() template.CSS { return look.CSS },
		"diff": diffWords,
	}).Parse(pageSource)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, struct {
		view
		Lang string
	}{newView(w, c), w.cat.Tag}); err != nil {
		return nil, err
	}
	return []model.File{{Data: b.Bytes()}}, nil
}
