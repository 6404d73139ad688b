package main

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/rules"
	"slices"
)

// rules lists the rules, explains one, or gives them all to other programs.
func (a *app) rules() *cobra.Command {
	cmd := a.command("rules", "rules", a.configured(func(cmd *cobra.Command, args []string) error {
		format, err := oneOf(cmd, "format", "text", "json", "markdown")
		if err != nil {
			return err
		}
		pages, err := a.pages(cmd, args)
		if err != nil {
			return err
		}
		switch {
		case format == "json":
			return a.rulesJSON(pages)
		case format == "markdown":
			return a.rulesMarkdown(pages)
		case len(args) > 0:
			return a.print([]byte(explained(pages[0])))
		}
		return a.listRules(pages)
	}))
	cmd.Args = atMost(1)
	cmd.ValidArgs = ruleNames()
	a.format(cmd, "text", "json", "markdown")
	return cmd
}

// pages gives the page of the rule that is named, or of all.
func (a *app) pages(cmd *cobra.Command, args []string) ([]*rules.Page, error) {
	names := args
	if len(names) == 0 {
		names = ruleNames()
	}
	var out []*rules.Page
	for _, name := range names {
		page, err := rules.PageOf(name, a.cat.Tag)
		if err != nil {
			if slices.Contains(ruleNames(), name) {
				return nil, err
			}
			if near := config.Nearest(name, ruleNames()); near != "" {
				return nil, callFault(cmd, "rule-near", "name", name, "nearest", near)
			}
			return nil, callFault(cmd, "rule", "name", name)
		}
		out = append(out, page)
	}
	return out, nil
}

// explained gives a page as a reader wants it: without the list of message
// templates, which is for those who write programs.
func explained(p *rules.Page) string {
	var b strings.Builder
	b.WriteString("# " + p.Title + "\n")
	for _, s := range p.Sections[1:] {
		b.WriteString("\n## " + s.Heading + "\n\n" + s.Text + "\n")
	}
	return b.String()
}

// listRules prints name, severity, fix class and title of every rule, in the
// severity that the settings give it.
func (a *app) listRules(pages []*rules.Page) error {
	rows := make([][]string, 0, len(pages))
	wide := make([]int, 3)
	for i, r := range rules.All {
		row := []string{r.Name, a.severity(a.severityOf(&r)), a.fixClass(r.Fix), pages[i].Title}
		for k := range wide {
			wide[k] = max(wide[k], utf8.RuneCountInString(row[k]))
		}
		rows = append(rows, row)
	}
	var b strings.Builder
	for _, row := range rows {
		for k, n := range wide {
			b.WriteString(row[k] + strings.Repeat(" ", n-utf8.RuneCountInString(row[k])+2))
		}
		b.WriteString(row[3] + "\n")
	}
	return a.print([]byte(b.String()))
}

func (a *app) severityOf(r *rules.Rule) rules.Severity {
	if s, ok := a.cfg.Rules[r.Name]; ok {
		return s
	}
	return r.Severity
}

func (a *app) severity(s rules.Severity) string {
	if s == rules.Off {
		return a.cat.T("cmd.rules.off")
	}
	return a.cat.T("severity." + string(s))
}

func (a *app) fixClass(c rules.FixClass) string {
	if c == rules.NoFix {
		return ""
	}
	return a.cat.T("findings.fix." + string(c))
}

// ruleJSON is a rule as `rules --format json` gives it.
type ruleJSON struct {
	Name     string            `json:"name"`
	Severity string            `json:"severity"`
	Fix      string            `json:"fix"`
	Title    string            `json:"title"`
	Messages map[string]string `json:"messages"`
	Sections []sectionJSON     `json:"sections"`
}

type sectionJSON struct {
	Heading string `json:"heading"`
	Text    string `json:"text"`
}

func (a *app) rulesJSON(pages []*rules.Page) error {
	out := struct {
		Version int        `json:"version"`
		Lang    string     `json:"lang"`
		Rules   []ruleJSON `json:"rules"`
	}{Version: 1, Lang: a.cat.Tag}
	for _, p := range pages {
		for i := range rules.All {
			if r := &rules.All[i]; r.Name == p.Rule {
				one := ruleJSON{Name: r.Name, Severity: string(a.severityOf(r)), Fix: string(r.Fix), Title: p.Title, Messages: p.Messages}
				for _, s := range p.Sections[1:] {
					one.Sections = append(one.Sections, sectionJSON(s))
				}
				out.Rules = append(out.Rules, one)
			}
		}
	}
	data, err := json.MarshalIndent(out, "", "  ")
	if err != nil {
		return err
	}
	return a.printAs(output.JSON, append(data, '\n'))
}

func (a *app) rulesMarkdown(pages []*rules.Page) error {
	var b strings.Builder
	for i, p := range pages {
		if i > 0 {
			b.WriteString("\n---\n\n")
		}
		b.WriteString(strings.TrimSpace(p.Markdown) + "\n")
	}
	return a.print([]byte(b.String()))
}
