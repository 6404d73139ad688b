package sarif

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"riskbok/rules"
	"riskbok/rules/lang"
)

// descriptors tells of every rule what its page says.
func descriptors(cat *lang.Catalog) []descriptor {
	out := make([]descriptor, 0, len(rules.All))
	for _, r := range rules.All {
		d := descriptor{ID: r.Name, Configuration: configuration{Level: levels[r.Severity]}}
		if page, err := rules.PageOf(r.Name, cat.Tag); err == nil {
			d.Short = &message{Text: page.Title}
			// the first section holds the message templates
			if len(page.Sections) > 1 {
				d.Full = &message{Text: page.Sections[1].Text}
			}
			d.Help = help(page)
		}
		out = append(out, d)
	}
	return out
}

// help is the sections that tell why a rule matters and what to do.
func help(p *rules.Page) *markdownMessage {
	var b strings.Builder
	for _, s := range p.Sections[1:] {
		b.WriteString("## " + s.Heading + "\n\n" + s.Text + "\n\n")
	}
	text := strings.TrimSpace(b.String())
	if text == "" {
		return nil
	}
	return &markdownMessage{Text: text, Markdown: text}
}

// ruleIndex gives the place of a rule in the list, nil for one that is not
// there.
func ruleIndex(name string) *int {
	i := slices.IndexFunc(rules.All, func(r rules.Rule) bool { return r.Name == name })
	if i < 0 {
		return nil
	}
	return &i
}

// uriOf gives a file's name as a URI reference (RFC 3986): relative names stay
// relative, drives and network folders of Windows become file URIs.
func uriOf(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	switch {
	case strings.HasPrefix(name, "//"):
		host, rest, _ := strings.Cut(strings.TrimPrefix(name, "//"), "/")
		return (&url.URL{Scheme: "file", Host: host, Path: "/" + rest}).String()
	case len(name) > 1 && name[1] == ':':
		return (&url.URL{Scheme: "file", Path: "/" + name}).String()
	case strings.HasPrefix(name, "/"):
		return (&url.URL{Scheme: "file", Path: name}).String()
	}
	return (&url.URL{Path: path.Clean(name)}).String()
}
