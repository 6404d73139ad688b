package baseline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// By is what all findings that are added are accepted with. All of it may be
// filled in later, in the file.
type By struct {
	Reason, Name, Decision string
	Date                   model.Date
}

// Append gives a baseline file with every open finding of a report added, and
// how many there were. What stands in the file already is kept letter for
// letter, comments too; existing is nil or empty for a new one, which begins
// with an explanation in the catalogue's language. Findings of stale
// acceptances are not added: their entries are to be removed.
func Append(existing []byte, findings []rules.Finding, by By, cat *lang.Catalog) ([]byte, int, error) {
	before, err := Parse(existing, 0)
	if err != nil {
		return nil, 0, err
	}
	out := bytes.Clone(existing)
	if bytes.IndexByte(out, 0) >= 0 { // UTF-16, which nothing can be added to
		out, _ = yamltext.Decode(existing, yamltext.Lists)
	}
	if len(bytes.TrimSpace(bytes.TrimPrefix(out, []byte("\ufeff")))) == 0 {
		out = header(cat)
	}
	if len(out) > 0 && out[len(out)-1] != '\n' {
		out = append(out, '\n')
	}
	n := 0
	for i := range findings {
		f := &findings[i]
		if !f.Open() || f.Rule == "stale-acceptance" {
			continue
		}
		out = append(out, written(f, by)...)
		n++
	}
	// Whoever wrote the list on one line, indented it otherwise or put a key
	// after it must be told; nothing may end up where it does not belong.
	after, err := Parse(out, 0)
	if err != nil || len(after) != len(before)+n {
		return nil, 0, fault(bytes.Count(existing, []byte{'\n'})+1, "append")
	}
	return out, n, nil
}

func header(cat *lang.Catalog) []byte {
	var b strings.Builder
	for l := range strings.Lines(cat.T("findings.baseline.header")) {
		b.WriteString(strings.TrimRight("# "+strings.TrimRight(l, "\n"), " ") + "\n")
	}
	b.WriteString("version: " + version + "\naccepted:\n")
	return []byte(b.String())
}

// written gives the entry of one finding.
func written(f *rules.Finding, by By) string {
	date := ""
	if by.Date != (model.Date{}) {
		date = by.Date.String()
	}
	values := []string{f.Path, f.Event, f.Found, f.Expected, by.Reason, by.Name, date, by.Decision}
	var b strings.Builder
	for i, key := range keys {
		lead := "    "
		if i == 0 {
			lead = "  - "
		}
		line := lead + key + ": " + quoted(values[i])
		if !yamltext.Lists.Fits(line) {
			line = lead + key + ": " + escaped(values[i])
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}

// quoted gives a text in double quotes, in which YAML 1.2 reads whatever JSON
// does.
func quoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	// a string can be written, and a buffer does not fail
	_ = e.Encode(s)
	return strings.TrimRight(b.String(), "\n")
}

// escaped gives a text in double quotes without any of the characters that count towards
// what a list may hold: a risk may be called by more brackets than that.
func escaped(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for s != "" {
		plain := s
		if at := strings.IndexAny(s, yamltext.Counted); at >= 0 {
			plain = s[:at]
		}
		b.WriteString(strings.Trim(quoted(plain), `"`))
		if s = s[len(plain):]; s != "" {
			fmt.Fprintf(&b, `\u%04x`, s[0])
			s = s[1:]
		}
	}
	b.WriteByte('"')
	return b.String()
}
