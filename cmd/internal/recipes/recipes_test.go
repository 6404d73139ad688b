package recipes

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"riskbok/rules/fulltest"
)

const root = "../../.."

// TestRecipes adds a rule, a heading, a template, an importer, an exporter and a
// language, all in one copy, and runs the program.
func TestRecipes(t *testing.T) {
	fulltest.Only(t) // it builds the program and runs tests
	dir := copied(t)
	added, err := txtar.ParseFile("testdata/added.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range added.Files {
		add(t, dir, f)
	}
	template(t, dir, "english-5x5", "egen-blankett")
	language(t, dir, "nn")
	program := filepath.Join(dir, "riskbok.exe")
	run(t, dir, 0, "go", "generate", "./config")
	run(t, dir, 0, "go", "vet", "./rules", "./importers/lines", "./exporters/listed")
	run(t, dir, 0, "bash", ".ci/golden")
	run(t, dir, 0, "go", "test", "./config", "./rules", "./rules/lang", "./importers", "./exporters/...", "./cmd/internal/shape")
	run(t, dir, 0, "go", "test", "./cmd/riskbok", "-run", "TestScripts|TestReadmeFormats")
	run(t, dir, 0, "go", "build", "-o", program, "./cmd/riskbok")
	input := "importers/testdata/plan.lines"
	for _, tc := range []struct {
		what string
		code int
		args []string
		want string
	}{
		{"a rule is explained", 0, []string{"rules", "short-event"}, "Risken är beskriven med ett ord"},
		{"an importer reads and a heading is known", 0, []string{"inspect", input, "--format", "json"}, `"heading": "Skadebild"`},
		{"a rule finds, an exporter writes", 1, []string{"check", input, "--format", "listed", "--fail-on", "warning"}, "short-event plan.lines Storm"},
		{"a template is listed", 0, []string{"config", "template"}, "egen-blankett: Egen blankett"},
		{"a template is written in", 0, []string{"convert", "samples/skargardsnamnden-2026.xlsx", "--template", "egen-blankett", "-o", "ut"}, "skargardsnamnden-2026-internkontrollplan.xlsx"},
		{"a template begins in a language", 0, []string{"config", "template", "egen-blankett", "--lang", "nn"}, ""},
		{"a language speaks", 0, []string{"version", "--help", "--lang", "nn"}, "Vis versjonen av programmet"},
	} {
		if got := run(t, dir, tc.code, program, tc.args...); !strings.Contains(got, tc.want) {
			t.Errorf("%s: %v does not say %q:\n%s", tc.what, tc.args, tc.want, got)
		}
	}
}

// copied gives a copy of what the program is built from, with the samples.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{".ci", ".gitignore", "README.md", "go.mod", "go.sum", "cmd", "config", "exporters", "importers", "rules", "samples"} {
		from := filepath.Join(root, name)
		err := filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(root, path)
			if err != nil {
				return err
			}
			if d.IsDir() {
				return os.MkdirAll(filepath.Join(dir, rel), 0o777)
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(dir, rel), data, 0o666)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// add puts a file into the copy. One whose name begins with "edit " changes what is
// there: below each line that begins with "after: " stands what follows that text.
func add(t *testing.T, dir string, f txtar.File) {
	t.Helper()
	name, edit := strings.CutPrefix(f.Name, "edit ")
	path := filepath.Join(dir, filepath.FromSlash(name))
	data := f.Data
	if edit {
		old, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		data = old
		for _, part := range bytes.Split(f.Data, []byte("after: "))[1:] {
			anchor, text, _ := bytes.Cut(part, []byte("\n"))
			at := bytes.Index(data, anchor)
			if at < 0 {
				t.Fatalf("%s: %q is not there", name, anchor)
			}
			at += len(anchor)
			data = slices.Concat(data[:at], bytes.TrimSuffix(text, []byte("\n")), data[at:])
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// template copies a template under another name and title, and with a label of its own.
func template(t *testing.T, dir, from, to string) {
	t.Helper()
	folder := filepath.Join(dir, "config", "templates")
	data, err := os.ReadFile(filepath.Join(folder, from+".yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{"name: " + from, "name: " + to}, {"title: English, five by five", "title: Egen blankett"}, {"label: Rare,", "label: Hardly ever,"}} {
		if bytes.Count(data, []byte(change[0])) != 1 {
			t.Fatalf("%s does not have %q once", from, change[0])
		}
		data = bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1)
	}
	if err := os.WriteFile(filepath.Join(folder, to+".yaml"), data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// language makes a folder with the keys of Swedish, a page of each rule and the texts
// that configurations begin with, and translates one of the texts.
func language(t *testing.T, dir, tag string) {
	t.Helper()
	for from, to := range map[string]string{"rules/lang/sv/*.txt": "", "rules/*.sv.md": "." + tag + ".md", "config/starter/*sv.yaml": tag + ".yaml"} {
		names, err := filepath.Glob(filepath.Join(dir, filepath.FromSlash(from)))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %v, %v", from, names, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			target := filepath.Join(dir, "rules", "lang", tag, filepath.Base(name))
			switch {
			case strings.HasSuffix(name, "sv.yaml"):
				target = strings.TrimSuffix(name, "sv.yaml") + to
			case to != "":
				target = strings.TrimSuffix(name, ".sv.md") + to
			}
			data = bytes.Replace(data, []byte("Visa programmets version"), []byte("Vis versjonen av programmet"), 1)
			if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(target, data, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func run(t *testing.T, dir string, code int, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+filepath.Join(dir, ".config"), "GOWORK=off", fulltest.Variable+"=")
	out, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("%s %v: exit code %d, want %d (%v)\n%s", filepath.Base(name), args, got, code, err, out)
	}
	return string(out)
}
