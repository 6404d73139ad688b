package rules_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"riskbok/rules"
)

// TestPagesAndFiles: every rule stands in the file that has its name, and that file
// has no other rule. [TestPages] holds the pages beside them.
func TestPagesAndFiles(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, e := range entries {
		file := e.Name()
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			continue
		}
		for _, name := range rulesIn(t, file) {
			found[name] = true
			if want := strings.ReplaceAll(name, "-", "") + ".go"; file != want {
				t.Errorf("%s: the rule %s belongs into %s", file, name, want)
			}
		}
	}
	for _, r := range rules.All {
		if !found[r.Name] {
			t.Errorf("%s: no file declares the rule", r.Name)
		}
		delete(found, r.Name)
	}
	for name := range found {
		t.Errorf("%s: not in rules.All", name)
	}
}

// rulesIn gives the names of the rules that a file declares.
func rulesIn(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ast.Inspect(parsed, func(n ast.Node) bool {
		literal, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if id, ok := literal.Type.(*ast.Ident); !ok || id.Name != "Rule" {
			return true
		}
		names = append(names, nameIn(t, file, literal))
		return true
	})
	return names
}

// nameIn gives the name in the literal of a rule: a string or a constant of the package.
func nameIn(t *testing.T, file string, rule *ast.CompositeLit) string {
	t.Helper()
	for _, e := range rule.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if key, ok := pair.Key.(*ast.Ident); !ok || key.Name != "Name" {
			continue
		}
		switch v := pair.Value.(type) {
		case *ast.BasicLit:
			if name, err := strconv.Unquote(v.Value); err == nil {
				return name
			}
		case *ast.Ident:
			if v.Name == "NotChecked" {
				return rules.NotChecked
			}
		}
	}
	t.Errorf("%s: a rule without a name that can be read", file)
	return ""
}
