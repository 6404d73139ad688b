package booktest

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"
)

// Faults tells what Excel would repair or refuse in a workbook, a line each;
// nothing where it is as ISO/IEC 29500 and Excel's own limits want it. It holds
// the parts and their relations, names, styles, the order of the elements of
// sheets and charts, cells, merges, tables and formulas.
func Faults(t testing.TB, data []byte) []string {
	t.Helper()
	b := &book{parts: map[string]*node{}, relations: map[string]map[string]string{}}
	text := Parts(t, data)
	b.readParts(text)
	b.checkTypes(text)
	b.checkReachable(text)
	if b.parts[workbookPart] == nil {
		return append(b.faults, "no workbook")
	}
	b.checkWorkbook()
	b.checkStyles()
	for i := range b.sheets {
		b.checkSheet(&b.sheets[i])
	}
	for _, name := range sortedNames(b.parts) {
		if strings.HasPrefix(name, "xl/charts/chart") {
			b.checkChart(name, b.parts[name])
		}
	}
	return b.faults
}

const workbookPart = "xl/workbook.xml"

// book is a workbook under check.
type book struct {
	parts     map[string]*node
	relations map[string]map[string]string // part → id → part that it leads to, "" for one outside
	sheets    []sheetPart
	names     map[string]bool // defined names and tables, in lower case
	styles    int
	formats   int // of conditional formats
	shared    int // texts
	faults    []string
}

type sheetPart struct {
	name, part string
	root       *node
}

func (b *book) fault(format string, args ...any) {
	b.faults = append(b.faults, fmt.Sprintf(format, args...))
}

func sortedNames[T any](m map[string]T) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// readParts parses the parts and the relations between them.
func (b *book) readParts(text map[string]string) {
	lower := map[string]bool{}
	for _, name := range sortedNames(text) {
		if lower[strings.ToLower(name)] {
			b.fault("two parts %s", name)
		}
		lower[strings.ToLower(name)] = true
		if ext := path.Ext(name); ext != ".xml" && ext != ".rels" && ext != ".vml" {
			continue
		}
		n, err := parse(text[name])
		if err != nil {
			b.fault("%s: %v", name, err)
			continue
		}
		b.parts[name] = n
	}
	for _, name := range sortedNames(b.parts) {
		if path.Ext(name) != ".rels" {
			continue
		}
		base := path.Dir(path.Dir(name))
		from := path.Join(base, strings.TrimSuffix(path.Base(name), ".rels"))
		if base == "." && from == "" || name == "_rels/.rels" {
			from = ""
		} else if _, ok := text[from]; !ok {
			b.fault("%s: there is no part %s", name, from)
		}
		b.relations[from] = b.readRelations(name, base, text)
	}
}

func (b *book) readRelations(name, base string, text map[string]string) map[string]string {
	out := map[string]string{}
	for _, r := range b.parts[name].kids {
		id, target := r.attr["Id"], r.attr["Target"]
		if _, ok := out[id]; ok || id == "" {
			b.fault("%s: the id %q is not there once", name, id)
		}
		if r.attr["TargetMode"] == "External" || strings.HasPrefix(target, "#") {
			out[id] = ""
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join(base, target)
		}
		target = strings.TrimPrefix(target, "/")
		if _, ok := text[target]; !ok {
			b.fault("%s: %s leads to no part, %s", name, id, target)
		}
		out[id] = target
	}
	return out
}

// checkTypes holds that every part has a content type, and every type a part.
func (b *book) checkTypes(text map[string]string) {
	types := b.parts["[Content_Types].xml"]
	if types == nil {
		b.fault("no content types")
		return
	}
	byEnd, byName := map[string]bool{}, map[string]bool{}
	for _, k := range types.kids {
		switch k.name {
		case "Default":
			byEnd[strings.ToLower(k.attr["Extension"])] = true
		case "Override":
			name := strings.TrimPrefix(k.attr["PartName"], "/")
			if byName[strings.ToLower(name)] {
				b.fault("two content types for %s", name)
			}
			byName[strings.ToLower(name)] = true
			if _, ok := text[name]; !ok {
				b.fault("a content type for %s, which is not there", name)
			}
		}
	}
	for _, name := range sortedNames(text) {
		end := strings.ToLower(strings.TrimPrefix(path.Ext(name), "."))
		if name != "[Content_Types].xml" && !byName[strings.ToLower(name)] && !byEnd[end] {
			b.fault("%s has no content type", name)
		}
	}
}

// checkReachable holds that a relation leads to every part.
func (b *book) checkReachable(text map[string]string) {
	seen := map[string]bool{}
	var visit func(string)
	visit = func(part string) {
		for _, to := range b.relations[part] {
			if to != "" && !seen[to] {
				seen[to] = true
				visit(to)
			}
		}
	}
	visit("")
	for _, name := range sortedNames(text) {
		if !seen[name] && path.Ext(name) != ".rels" && name != "[Content_Types].xml" {
			b.fault("nothing leads to %s", name)
		}
	}
}
