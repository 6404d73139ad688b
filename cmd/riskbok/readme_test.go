package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"riskbok/exporters"
	"riskbok/exporters/compare"
)

// shown is a command of the README and the lines that it shows below it.
type shown struct {
	args  []string
	lines []string
}

// fences gives what stands between the README's fences, without what is said of the
// language.
func fences(readme string) []string {
	var out []string
	for i, part := range strings.Split("\n"+readme, "\n```") {
		if i%2 == 1 {
			_, block, _ := strings.Cut(part, "\n")
			out = append(out, block)
		}
	}
	return out
}

// commands gives the commands of a block that shows some.
func commands(block string) []shown {
	const prompt = "$ riskbok "
	var out []shown
	for line := range strings.Lines(block) {
		line = strings.TrimRight(line, "\n")
		if args, ok := strings.CutPrefix(line, prompt); ok {
			out = append(out, shown{args: strings.Fields(args)})
		} else if len(out) > 0 {
			last := &out[len(out)-1]
			last.lines = append(last.lines, line)
		}
	}
	return out
}

// differs gives the first shown line that is not in the output, or not in its place;
// "…" stands for any lines, and spaces of amounts for those that do not break.
func (s *shown) differs(output string) (string, bool) {
	got := strings.Split(strings.TrimRight(strings.ReplaceAll(output, "\u00a0", " "), "\n"), "\n")
	gap := false
	for _, line := range s.lines {
		if strings.TrimSpace(line) == "…" {
			gap = true
			continue
		}
		if line == "" && gap {
			continue
		}
		at := slices.Index(got, line)
		if at < 0 || at > 0 && !gap {
			return line, true
		}
		got, gap = got[at+1:], false
	}
	if !gap && len(got) > 0 && got[0] != "" {
		return "(the end)", true
	}
	return "", false
}

// readme reads the README and goes to a folder with the samples, as a reader who
// tries its commands has them.
func readme(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "samples"), os.DirFS(filepath.Join("..", "..", "samples"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	return string(data)
}

// TestReadme runs every command of riskbok that the README shows, in its order and in
// one folder, and holds what it shows to what is printed.
func TestReadme(t *testing.T) {
	ran := 0
	for _, block := range fences(readme(t)) {
		for _, c := range commands(block) {
			ran++
			code, got := call(t, c.args...)
			if code > 1 {
				t.Errorf("README: %v: exit code %d\n%s", c.args, code, got)
			}
			if line, differs := c.differs(got); differs {
				t.Errorf("README: %v: this line is not in the output, or not in its place: %q\n%s", c.args, line, got)
			}
		}
	}
	if ran < 12 {
		t.Errorf("README: only %d commands", ran)
	}
}

// TestReadmeDiffers shows that a line that is not as printed is noticed.
func TestReadmeDiffers(t *testing.T) {
	const output = "one\ntwo\nthree\n"
	for _, tt := range []struct {
		block string
		want  string
	}{
		{"one\ntwo\nthree", ""}, {"…\ntwo\n…", ""}, {"one\n…\nthree", ""}, {"…", ""}, {"one\nthree", "three"}, {"two\n…", "two"},
		{"one\n…\ntwo\n", "(the end)"}, {"…\nthree\ntwo", "two"}, {"", "(the end)"},
	} {
		s := commands("$ riskbok x\n" + tt.block)[0]
		s.lines = slices.DeleteFunc(s.lines, func(l string) bool { return l == "" })
		if line, _ := s.differs(output); line != tt.want {
			t.Errorf("%q: %q differs, want %q", tt.block, line, tt.want)
		}
	}
}

// TestReadmeGo: the first command prints findings of the samples, ends with 0 and
// writes workbooks; the second is the one that .ci/run takes.
func TestReadmeGo(t *testing.T) {
	text := readme(t)
	const program = "go run ./cmd/riskbok "
	i := slices.IndexFunc(fences(text), func(b string) bool { return strings.HasPrefix(b, program) })
	if i < 0 {
		t.Fatal("README: no command that runs the program")
	}
	main := strings.TrimSpace(strings.TrimPrefix(fences(text)[i], program))
	if !strings.HasSuffix(main, " -o out") {
		t.Fatalf("README: the command writes to another place than out/: %q", main)
	}
	code, got := call(t, strings.Fields(main)...)
	written, err := filepath.Glob("out/*.xlsx")
	if code != 0 || err != nil || len(written) == 0 || !strings.Contains(got, "fel") {
		t.Errorf("%s: exit code %d, wrote %v (%v)\n%s", main, code, written, err, got)
	}
	if !slices.Contains(fences(text), "go test ./...") {
		t.Error("README: no command for the tests")
	}
}

// TestReadmeModules: each direct module of go.mod, and each tool, is said to be for
// something.
func TestReadmeModules(t *testing.T) {
	mod, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	text := readme(t)
	_, table, _ := strings.Cut(text, "\n## Dependencies\n")
	table, _, _ = strings.Cut(table, "\n## ")
	direct := 0
	for line := range strings.Lines(string(mod)) {
		line = strings.TrimSpace(line)
		if m := regexp.MustCompile(`^(\S+\.\S+/\S+) v\S+$`).FindStringSubmatch(line); m != nil {
			direct++
			if !strings.Contains(table, "`"+m[1]+"`") {
				t.Errorf("README: %s is not said to be for anything", m[1])
			}
		}
	}
	for _, m := range regexp.MustCompile("`([a-z]+\\.[a-z]+/[^`]+)`").FindAllStringSubmatch(table, -1) {
		if !strings.Contains(string(mod), m[1]+" v") {
			t.Errorf("README: %s is no dependency", m[1])
		}
	}
	if direct < 15 {
		t.Errorf("go.mod: only %d direct modules", direct)
	}
}

// TestReadmeFormats: the table of commands names every format, and no other.
func TestReadmeFormats(t *testing.T) {
	text := readme(t)
	for command, known := range map[string][]string{
		"check": exporters.Names(exporters.Findings), "inspect": exporters.Names(exporters.Inspections), "compare": compare.Formats(),
	} {
		_, row, _ := strings.Cut(text, "\n| `riskbok "+command+" ")
		row, _, _ = strings.Cut(row, "\n")
		_, list, _ := strings.Cut(row, "`--format ")
		list, _, _ = strings.Cut(list, ";") // where the formats end
		var named []string
		for _, m := range regexp.MustCompile("(?:^|`)([a-z]+)`").FindAllStringSubmatch(list, -1) {
			named = append(named, m[1])
		}
		if got, want := slices.Sorted(slices.Values(named)), slices.Sorted(slices.Values(known)); !slices.Equal(got, want) {
			t.Errorf("README: the row of %s names the formats %v, the program knows %v", command, got, want)
		}
	}
}

// call runs the program and gives its exit code and standard output.
func call(t *testing.T, args ...string) (int, string) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	var out, errs bytes.Buffer
	code := program(context.Background(), args, streams{strings.NewReader(""), &out, &errs})
	if errs.Len() > 0 {
		t.Errorf("%v: on standard error: %s", args, &errs)
	}
	return code, out.String()
}
