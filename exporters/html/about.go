package html

import (
	"strings"

	"riskbok/rules"
)

// ruleText is what a rule's page says of why it matters and how to settle it.
type ruleText struct {
	Name, Title string
	Sections    []ruleSection
}

type ruleSection struct {
	Heading    string
	Paragraphs []string
}

// The sections of a rule's page that a report tells, by their place: see
// [rules.Page].
const (
	whyItMatters = 2
	howToSettle  = 3
)

// ruleTexts tells of each rule that has a finding, in the rules' order.
func (w *writer) ruleTexts() []ruleText {
	found := map[string]bool{}
	for i := range w.r.Findings {
		found[w.r.Findings[i].Rule] = true
	}
	var out []ruleText
	for _, rule := range rules.All {
		if !found[rule.Name] {
			continue
		}
		p, err := rules.PageOf(rule.Name, w.cat.Tag)
		if err != nil || len(p.Sections) <= howToSettle {
			continue
		}
		text := ruleText{Name: rule.Name, Title: p.Title}
		for _, s := range p.Sections[whyItMatters : howToSettle+1] {
			text.Sections = append(text.Sections, ruleSection{s.Heading, paragraphs(s.Text)})
		}
		out = append(out, text)
	}
	return out
}

// paragraphs divides a text at empty lines, without the marks for words of a
// command.
func paragraphs(s string) []string {
	var out []string
	for _, p := range strings.Split(strings.ReplaceAll(s, "`", ""), "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
