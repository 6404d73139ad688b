package shape

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "riskbok"

// layer says what the packages at or below a path may import. Of several that
// fit, the longest path decides. Uses are packages of the module, with all
// below them where the name ends in "/…"; only names what else may be imported
// ("": the standard library, "*": anything).
type layer struct {
	path   string
	uses   []string
	others []string
	disk   bool // may use the packages that reach outside the program
}

var layers = []layer{
	{"rules/model", []string{"rules/model/…"}, []string{"github.com/shopspring/decimal"}, false},
	{"rules/model/answers", nil, nil, false},
	{"rules/model/numberformat", nil, []string{"github.com/shopspring/decimal", "github.com/xuri/nfp"}, false},
	{"rules/lang", nil, nil, false},
	{"rules/books", []string{"rules/model"}, nil, false},
	{"rules/permute", nil, nil, false},
	{"rules/scales", []string{"rules/model", "rules/model/…", "rules/permute"}, []string{"github.com/agnivade/levenshtein"}, false},
	{"rules/budgets", []string{"rules/model", "rules/model/…"}, []string{"github.com/shopspring/decimal"}, false},
	{"rules/fulltest", nil, nil, true}, // an environment variable, for tests
	{"rules", []string{"rules", "rules/…"}, []string{"*"}, false},
	{"importers", []string{"importers/…", "rules/model", "rules/model/…"}, []string{"*"}, false},
	{"importers/boards", []string{"importers/grid", "rules/model"}, nil, false},
	{"importers/plan/words", []string{"importers/boards", "importers/grid", "rules/model", "rules/model/answers"}, nil, false},
	{"importers/plan/scale", []string{"importers/grid", "importers/plan/words", "rules/model"}, nil, false},
	{"exporters/correction/opc", []string{"rules/model/xmltext"}, []string{"golang.org/x/text/encoding/unicode"}, false},
	{"exporters", []string{"exporters/…", "rules", "rules/…"}, []string{"*"}, false},
	{"config", []string{"config/…", "rules", "rules/model", "rules/yamltext"}, []string{"*"}, true},
	{"cmd", []string{"cmd/…", "config/…", "exporters/…", "importers/…", "rules/…"}, []string{"*"}, true},
}

// outside are the packages by which a program reaches disk, network or other
// programs.
var outside = []string{"os", "os/exec", "os/signal", "os/user", "io/ioutil", "net", "net/http", "syscall", "plugin"}

// TestImports holds every package to its layer: importers → model ← rules ←
// exporters, wired by cmd alone.
func TestImports(t *testing.T) {
	root := moduleRoot(t)
	checked := 0
	for _, file := range sources(t, root) {
		dir := path.Dir(file)
		l := layerOf(dir)
		if l == nil {
			t.Errorf("%s: no layer for this folder", file)
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.ImportsOnly)
		if err != nil {
			t.Error(err)
			continue
		}
		checked++
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if !l.allows(name) {
				t.Errorf("%s: %s may not import %s", file, l.path, name)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d files were looked at", checked)
	}
}

func (l *layer) allows(name string) bool {
	inner, own := strings.CutPrefix(name, module+"/")
	switch {
	case own:
		return slices.ContainsFunc(l.uses, func(use string) bool {
			below, all := strings.CutSuffix(use, "/…")
			return inner == below || all && strings.HasPrefix(inner, below+"/")
		})
	case !l.disk && slices.Contains(outside, name):
		return false
	case !strings.Contains(strings.Split(name, "/")[0], "."):
		return true
	}
	return slices.Contains(l.others, "*") || slices.Contains(l.others, name)
}

func layerOf(dir string) *layer {
	var best *layer
	for i := range layers {
		l := &layers[i]
		if (dir == l.path || strings.HasPrefix(dir, l.path+"/")) && (best == nil || len(l.path) > len(best.path)) {
			best = l
		}
	}
	return best
}

// TestLayers shows that the test would see what it is there to see.
func TestLayers(t *testing.T) {
	for _, tc := range []struct {
		dir, name string
		want      bool
	}{
		{"importers/excel", "riskbok/rules/model", true},
		{"importers/excel", "riskbok/importers/grid", true},
		{"importers/excel", "riskbok/rules", false},
		{"importers", "riskbok/rules/lang", false},
		{"importers/plan", "riskbok/exporters/output", false},
		{"importers/plan", "os", false},
		{"importers/plan/scale", "riskbok/importers/plan/words", true},
		{"importers/plan/scale", "riskbok/importers/plan", false},
		{"importers/plan/words", "riskbok/importers/plan/scale", false},
		{"importers/pdf", "github.com/ledongthuc/pdf", true},
		{"exporters/json", "riskbok/importers/grid", false},
		{"exporters/json", "riskbok/config", false},
		{"exporters", "riskbok/cmd/internal/files", false},
		{"rules", "riskbok/importers", false},
		{"rules", "net/http", false},
		{"rules/model", "github.com/shopspring/decimal", true},
		{"rules/model", "github.com/xuri/excelize/v2", false},
		{"rules/model", "riskbok/rules", false},
		{"rules/model/calc", "riskbok/rules/model/formula", true},
		{"importers/excel", "riskbok/rules/model/calc", true},
		{"importers/excel", "riskbok/rules/compare", false},
		{"rules/lang", "embed", true},
		{"config", "riskbok/exporters", false},
		{"config", "os", true},
		{"cmd/riskbok", "riskbok/importers", true},
	} {
		if got := layerOf(tc.dir).allows(tc.name); got != tc.want {
			t.Errorf("%s importing %s: allowed %v, want %v", tc.dir, tc.name, got, tc.want)
		}
	}
}

// TestNoInit keeps registration explicit: the lists are the table of contents. One
// package registers nothing, but has to do its work before others are made ready.
func TestNoInit(t *testing.T) {
	const before = "cmd/internal/largepages/largepages.go"
	root := moduleRoot(t)
	for _, file := range sources(t, root) {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, file), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, d := range parsed.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" && file != before {
				t.Errorf("%s: a func init", file)
			}
		}
	}
}

// TestTop keeps the top of the tree as it was decided.
func TestTop(t *testing.T) {
	root := moduleRoot(t)
	fixed := []string{"cmd", "config", "exporters", "importers", "rules", "samples", "go.mod", "go.sum", "README.md"}
	ignored := ignoredNames(t, root)
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(fixed, name) && !slices.Contains(ignored, name) {
			t.Errorf("%s stands at the top of the tree", name)
		}
	}
}

// ignoredNames gives the plain names of .gitignore.
func ignoredNames(t *testing.T, root string) []string {
	data, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		names = append(names, strings.Trim(strings.TrimSpace(line), "/"))
	}
	return names
}

// sources lists the module's Go files but tests, with forward slashes.
func sources(t *testing.T, root string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && name != root && (strings.HasPrefix(base, ".") || base == "testdata") {
			return filepath.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(base, ".go") && !strings.HasSuffix(base, "_test.go") {
			rel, err := filepath.Rel(root, name)
			if err != nil {
				return err
			}
			files = append(files, filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			t.Fatal("no go.mod above this test")
		}
		dir = parent
	}
}
