package rules

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed *.md
var pageFiles embed.FS

// Page is what a rule's page says, in one language: a title, a message for
// every variant of the finding, and the sections that follow in the file's
// order: what the rule says, why it matters, how to settle it, an example.
type Page struct {
	Rule     string
	Title    string
	Messages map[string]string
	Sections []Section
	Markdown string // the whole page
}

// Section is a headed part of a page.
type Section struct{ Heading, Text string }

var pageCache sync.Map // name.tag → *Page

// PageOf gives a rule's page in a language ("sv"). It is an error to ask for a
// rule or a language that does not exist.
func PageOf(rule, tag string) (*Page, error) {
	name := rule + "." + tag + ".md"
	if p, ok := pageCache.Load(name); ok {
		return p.(*Page), nil
	}
	data, err := pageFiles.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("rules/%s: the rule has no page in this language: %w", name, err)
	}
	p, err := parsePage(rule, string(data))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	pageCache.Store(name, p)
	return p, nil
}

// parsePage reads a page: "# Title", then sections. The first section is the
// list of messages, "- `variant`: text".
func parsePage(rule, data string) (*Page, error) {
	p := &Page{Rule: rule, Markdown: data, Messages: map[string]string{}}
	var current *Section
	begins, at := 0, 0 // of the section's text, and of the line
	for line := range strings.Lines(data) {
		next := at + len(line)
		line = strings.TrimRight(line, "\r\n")
		title, isTitle := strings.CutPrefix(line, "# ")
		heading, isHeading := strings.CutPrefix(line, "## ")
		switch {
		case isTitle && p.Title == "":
			p.Title = title
		case isHeading:
			p.Sections = append(p.Sections, Section{Heading: heading})
			current, begins = &p.Sections[len(p.Sections)-1], next
		case current != nil:
			current.Text = data[begins:next]
		}
		at = next
	}
	if p.Title == "" || len(p.Sections) == 0 {
		return nil, fmt.Errorf("expected a title and sections")
	}
	for line := range strings.Lines(p.Sections[0].Text) {
		variant, text, ok := strings.Cut(strings.TrimSpace(line), "`: ")
		if variant, found := strings.CutPrefix(variant, "- `"); ok && found {
			p.Messages[variant] = text
		}
	}
	for i := range p.Sections {
		p.Sections[i].Text = strings.TrimSpace(p.Sections[i].Text)
	}
	return p, nil
}
