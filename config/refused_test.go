package config

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// refused tells why nothing is generated of the words that people edit: of words is what
// stands in the files of those names, read is vocabulary.yaml as it was read.
func refused(words map[string][]byte, read *model.Vocabulary, usual *model.Template) ([]string, error) {
	var out []string
	for _, file := range slices.Sorted(maps.Keys(words)) {
		twice, err := repeated(file, words[file])
		if err != nil {
			return nil, err
		}
		out = append(out, twice...)
	}
	return slices.Concat(out, ambiguous(read), unusual(read, usual)), nil
}

// placedLists are told by their place: April is the fourth month in several languages.
var placedLists = []string{"$.months", "$.weekdays"}

// repeated tells of the words that stand twice in one list of a file, and where.
func repeated(file string, data []byte) ([]string, error) {
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var out []string
	for _, doc := range tree.Docs {
		for _, n := range ast.Filter(ast.SequenceType, doc.Body) {
			list := n.(*ast.SequenceNode)
			path := list.GetPath()
			if slices.Contains(placedLists, path) {
				continue
			}
			met := map[string]*ast.StringNode{}
			for _, v := range list.Values {
				word, ok := v.(*ast.StringNode)
				if !ok {
					continue
				}
				key := model.Key(word.Value)
				if strings.HasPrefix(path, "$.head") { // headings and headNouns
					key = cmp.Or(bareKey(word.Value), key)
				}
				if first := met[key]; first != nil {
					at, before := word.GetToken().Position, first.GetToken().Position
					out = append(out, fmt.Sprintf("%s:%d:%d: %q is the same as %q (%d:%d) in the list %s: take one of them away",
						file, at.Line, at.Column, word.Value, first.Value, before.Line, before.Column, strings.TrimPrefix(path, "$.")))
					continue
				}
				met[key] = word
			}
		}
	}
	return out, nil
}

// ambiguous tells of headings that stand under two fields.
func ambiguous(v *model.Vocabulary) []string {
	type heading struct {
		field model.Field
		word  string
	}
	var out []string
	met := map[string]heading{}
	for _, f := range slices.Sorted(maps.Keys(v.Headings)) {
		for _, w := range v.Headings[f] {
			key := grid.HeadingKey(w)
			if o, ok := met[key]; ok && o.field != f {
				out = append(out, fmt.Sprintf("headings: %q of %s and %q of %s are the same to a reader: let it stand under one of them in vocabulary.yaml", o.word, o.field, w, f))
			}
			met[key] = heading{f, w}
		}
	}
	return out
}

// unusual tells of fields whose first heading, which counts as the usual one, is not the
// one that a template has.
func unusual(v *model.Vocabulary, t *model.Template) []string {
	var out []string
	columns := []model.LayoutColumn{
		{Field: model.FieldPrevious, Heading: t.Layout.Previous},
		{Field: model.FieldChange, Heading: t.Layout.Change},
		{Field: model.FieldEarlier, Heading: t.Layout.Earlier},
	}
	for i := range t.Layout.Registers {
		columns = append(columns, t.Layout.Registers[i].Columns...)
	}
	for _, c := range columns {
		if list := v.Headings[c.Field]; len(list) > 0 && grid.HeadingKey(list[0]) != grid.HeadingKey(c.Heading) {
			out = append(out, fmt.Sprintf("headings.%s: %q stands first, as the usual heading, which is %q: let it stand behind that in vocabulary.yaml", c.Field, list[0], c.Heading))
		}
	}
	return out
}

func TestRefused(t *testing.T) {
	usual, err := Template(DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		text string
		want []string
	}{
		"as it is to be":   {"headings:\n  event: [Identifierad risk, Skadebild]\n", nil},
		"a heading twice":  {"headings:\n  event: [Identifierad risk, Skadebild,\n    skade-bild]\n", []string{`ord.yaml:3:5: "skade-bild" is the same as "Skadebild" (2:30) in the list headings.event`}},
		"a word twice":     {"ranges:\n  over: [över, mer än, ÖVER]\n", []string{`ord.yaml:2:24: "ÖVER" is the same as "över" (2:10) in the list ranges.over`}},
		"in a list within": {"levels:\n  - [Liten, Stor]\n  - [Svår, Svår]\n", []string{`ord.yaml:3:12: "Svår" is the same as "Svår" (3:6) in the list levels[1]`}},
		"in two lists":     {"levels:\n  - [Liten, Stor]\n  - [Liten, Svår]\n", nil},
		"months":           {"months: [april, april]\n", nil},
		"two fields":       {"headings:\n  event: [Identifierad risk, Skadebild]\n  area: [Kontrollområde, skade-bild (kort)]\n", []string{`headings: "skade-bild (kort)" of area and "Skadebild" of event`}},
		"first":            {"headings:\n  event: [Skadebild, Identifierad risk]\n", []string{`headings.event: "Skadebild" stands first, as the usual heading, which is "Identifierad risk"`}},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := parseVocabulary([]byte(tc.text))
			if err != nil {
				t.Fatal(err)
			}
			got, err := refused(map[string][]byte{"ord.yaml": []byte(tc.text)}, v, usual)
			if err != nil || !slices.EqualFunc(got, tc.want, strings.HasPrefix) {
				t.Errorf("got %q, %v, want %q", got, err, tc.want)
			}
		})
	}
}
