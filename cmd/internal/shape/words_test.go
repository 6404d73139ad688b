package shape

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"riskbok/rules/lang"
)

// TestWords looks up every text that the code names: T("key") and N("key") in
// all languages. Keys that are put together while the program runs are tested
// where that is done.
func TestWords(t *testing.T) {
	root := moduleRoot(t)
	var catalogues []*lang.Catalog
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		catalogues = append(catalogues, cat)
	}
	found := 0
	for _, file := range sources(t, root) {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			for _, key := range keysOf(n) {
				found++
				for _, cat := range catalogues {
					if !cat.Has(key) {
						t.Errorf("%s: no text %s in %s", file, key, cat.Tag)
					}
				}
			}
			return true
		})
	}
	if found < 50 {
		t.Errorf("only %d texts were looked up", found)
	}
}

// keysOf gives the keys that a call of T or N asks for.
func keysOf(n ast.Node) []string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	lit, ok := call.Args[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return nil
	}
	key, err := strconv.Unquote(lit.Value)
	if err != nil {
		return nil
	}
	switch sel.Sel.Name {
	case "T":
		return []string{key}
	case "N":
		return []string{key + ".one", key + ".other"}
	}
	return nil
}

// TestLanguages holds the languages equal: the same keys, and in each text the
// same placeholders.
func TestLanguages(t *testing.T) {
	first, err := lang.Get(lang.Default)
	if err != nil {
		t.Fatal(err)
	}
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range cat.Keys() {
			if !first.Has(key) {
				t.Errorf("%s: %s is no text of %s: remove it, or add it to every language", tag, key, first.Tag)
			}
		}
		for _, key := range first.Keys() {
			if !cat.Has(key) {
				t.Errorf("%s: no text %s, which %s has", tag, key, first.Tag)
				continue
			}
			if a, b := lang.Placeholders(cat.T(key)), lang.Placeholders(first.T(key)); !slices.Equal(a, b) {
				t.Errorf("%s: %s has the placeholders %v, in %s %v", tag, key, a, first.Tag, b)
			}
		}
	}
}
