// Package html writes the report of a check as one web page that needs no other
// file, no script and no network: the verdict and what was not checked, the risk
// matrix, what to do, the year's follow-up, what was read, and a receipt. Start
// with [Write]; [Fragment] gives the same without a page around it, [Controls]
// puts the controls of a local page into it, and [Ours] knows such a page again.
//
// Every text of a document is escaped by html/template, and what would steer the
// reader's eye (control characters, marks that turn the direction of writing) is
// shown as a mark.
package html

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"time"

	"riskbok/exporters/causes"
	"riskbok/exporters/look"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Input is what a report is made of. Hash gives the SHA-256 in hex of the bytes
// that a file of the report was read from, "" where that is not known; Rules are
// the names of the rules that were run, nil for all; Time is when, zero where
// that is not to be told. Aliases are other names of boards.
type Input struct {
	Report   *rules.Report
	Lang     *lang.Catalog
	Version  string
	Time     time.Time
	Hash     func(file string) string
	Rules    []string
	Aliases  map[string][]string
	Controls *Controls
}

// Controls are what a local page puts into the report. What they give stands in
// the page as it is: it must come from html/template. Any of them may be nil or
// empty.
type Controls struct {
	Head   template.HTML                     // in the page's head, after the style sheet
	Top    template.HTML                     // in front of the verdict
	Cause  func(*causes.Cause) template.HTML // at the end of a cause
	File   func(file string) template.HTML   // beside a file that was read, by its name in the report
	Column func(*model.Column) template.HTML // beside a column in the account of what was read
	Bottom template.HTML                     // after the receipt
}

//go:embed *.html style.css
var sources embed.FS

// CSS is the whole style sheet of the report, as it stands in the page.
var CSS = look.CSS + template.CSS(mustRead("style.css"))

func mustRead(name string) string {
	data, err := sources.ReadFile(name)
	if err != nil {
		panic(err) // embedded when the program was built
	}
	return string(data)
}

// Write writes the report as a whole page. One without controls is marked as
// riskbok's own, see [Ours].
func Write(w io.Writer, in Input) error {
	page, err := in.execute("page")
	if err != nil {
		return err
	}
	if in.Controls == nil {
		page = sign(page)
	}
	_, err = w.Write(page)
	return err
}

// Fragment writes what stands in the page's main part, for a page that has the
// style sheet [CSS] already.
func Fragment(w io.Writer, in Input) error {
	part, err := in.execute("main")
	if err != nil {
		return err
	}
	_, err = w.Write(part)
	return err
}

// Render writes the report of a check, as `check --format html` does.
func Render(r *rules.Report, opts output.Options) ([]model.File, error) {
	var b bytes.Buffer
	err := Write(&b, Input{
		Report: r, Lang: opts.Lang, Version: opts.Version, Time: opts.Time, Hash: opts.Hash, Rules: opts.Rules, Aliases: opts.Aliases,
	})
	if err != nil {
		return nil, err
	}
	return []model.File{{Data: b.Bytes()}}, nil
}

// execute fills a template and shows what steers in what it gives.
func (in Input) execute(name string) ([]byte, error) {
	if in.Lang == nil {
		var err error
		if in.Lang, err = lang.Get(lang.Default); err != nil {
			return nil, err
		}
	}
	t, err := template.New("").Funcs(in.functions()).ParseFS(sources, "*.html")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, newView(in)); err != nil {
		return nil, err
	}
	return visible(b.Bytes()), nil
}

func (in Input) functions() template.FuncMap {
	return template.FuncMap{
		"t":     func(key string, pairs ...any) string { return in.Lang.T(key, pairs...) },
		"n":     func(key string, n int) string { return in.Lang.N(key, n) },
		"css":   func() template.CSS { return CSS },
		"long":  cut,
		"rules": func() string { return policy },
	}
}
