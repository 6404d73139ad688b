// Package lang is the catalogue of everything riskbok says. A text is a
// message template and its arguments, kept apart so that it can be localized;
// no other code knows a language. Start with [Get]; [Catalog.T] gives a text with its
// arguments filled in. [Line] and [Steers] keep what came with a document from steering
// what shows it.
package lang

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
)

//go:embed sv en
var files embed.FS

// Catalog is one language's texts.
type Catalog struct {
	Tag   string // "sv"
	texts map[string]string
}

// Default is the language of riskbok's users.
const Default = "sv"

// catalogs are those of all languages, each parsed when it is first asked for.
var catalogs = sync.OnceValue(func() map[string]func() *Catalog {
	all := map[string]func() *Catalog{}
	dirs, _ := fs.ReadDir(files, ".")
	for _, d := range dirs {
		all[d.Name()] = sync.OnceValue(func() *Catalog { return load(d.Name()) })
	}
	return all
})

func load(tag string) *Catalog {
	c := &Catalog{Tag: tag, texts: make(map[string]string, usualTexts)}
	names, _ := fs.Glob(files, path.Join(tag, "*.txt"))
	room := make([]byte, 16<<10)
	for _, name := range names {
		parse(read(name, room), c.texts)
	}
	return c
}

// read gives an embedded file through some room: what [embed.FS.ReadFile] gives would be
// copied whole once more, and each page of memory that is first written to takes as long
// as parsing it.
func read(name string, room []byte) string {
	f, err := files.Open(name)
	if err != nil {
		return ""
	}
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	// what is embedded does not fail
	_, _ = io.CopyBuffer(&text, f, room)
	return text.String()
}

// usualTexts is about how many texts a catalogue has.
const usualTexts = 1400

// Get gives the catalogue of a language tag ("sv", "en", also "sv_SE.UTF-8"),
// or an error that names those there are.
func Get(tag string) (*Catalog, error) {
	short, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(tag, "-", "_")), "_")
	if c, ok := catalogs()[short]; ok {
		return c(), nil
	}
	return nil, fmt.Errorf("language %q: expected one of %s", tag, strings.Join(Tags(), ", "))
}

// Tags lists the languages, sorted.
func Tags() []string {
	tags := make([]string, 0, len(catalogs()))
	for t := range catalogs() {
		tags = append(tags, t)
	}
	sort.Strings(tags)
	return tags
}

// Keys lists the catalogue's keys, sorted.
func (c *Catalog) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// Has reports whether the catalogue has a text for the key.
func (c *Catalog) Has(key string) bool { _, ok := c.texts[key]; return ok }

// T gives the text of a key with its placeholders filled from pairs of name
// and value. An unknown key gives the key itself, which a test makes
// impossible for the keys the program uses.
func (c *Catalog) T(key string, pairs ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return key
	}
	if len(pairs) == 0 {
		return text
	}
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return Fill(text, args)
}

// N gives the text of key ".one" or ".other" by the count, which fills {n}; pairs fill
// what else there is, as in [Catalog.T].
func (c *Catalog) N(key string, n int, pairs ...any) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return c.T(key+form, append([]any{"n", n}, pairs...)...)
}

// Fill replaces each {name} in a template by its argument. A placeholder
// without an argument stays as it is.
func Fill(template string, args map[string]string) string {
	var b strings.Builder
	for {
		start, end := placeholder(template)
		if end == 0 {
			b.WriteString(template)
			return b.String()
		}
		b.WriteString(template[:start])
		if v, ok := args[template[start+1:end-1]]; ok {
			b.WriteString(v)
		} else {
			b.WriteString(template[start:end])
		}
		template = template[end:]
	}
}

// placeholder gives where the first {name} of a template begins and ends, 0 and 0 where
// there is none.
func placeholder(template string) (start, end int) {
	start = strings.IndexByte(template, '{')
	if start < 0 {
		return 0, 0
	}
	n := strings.IndexByte(template[start:], '}')
	if n < 0 {
		return 0, 0
	}
	return start, start + n + 1
}

// Placeholders lists the names a template uses, sorted, each once.
func Placeholders(template string) []string {
	seen := map[string]bool{}
	for start, end := placeholder(template); end > 0; start, end = placeholder(template) {
		seen[template[start+1:end-1]] = true
		template = template[end:]
	}
	names := make([]string, 0, len(seen))
	for n := range seen {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// parse reads "key = text" lines; "#" begins a comment, and "\n" in a text is
// a line break.
func parse(data string, texts map[string]string) {
	for line := range strings.Lines(data) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if key, text, ok := strings.Cut(line, " = "); ok {
			texts[strings.TrimSpace(key)] = strings.ReplaceAll(text, `\n`, "\n")
		}
	}
}
