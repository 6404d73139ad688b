package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestReadme runs what the README shows: its block of output is real, and its
// command does the main job on the samples.
func TestReadme(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	_, block, found := strings.Cut(readme, "$ riskbok ")
	block, _, closed := strings.Cut(block, "\n```")
	args, shown, _ := strings.Cut(block, "\n")
	if !found || !closed {
		t.Fatal("the README shows no output of riskbok")
	}
	_, got := call(t, strings.Fields(args)...)
	rest := got
	for line := range strings.Lines(shown) {
		line = strings.TrimRight(line, "\n")
		if strings.TrimSpace(line) == "…" {
			continue
		}
		at := strings.Index(rest, line+"\n")
		if at < 0 {
			t.Fatalf("README: this line is not in the output, or not in its place: %q\n%s", line, got)
		}
		rest = rest[at+len(line):]
	}

	const command = "go run ./cmd/riskbok "
	_, main, found := strings.Cut(readme, "\n    "+command)
	main, _, _ = strings.Cut(main, "\n")
	if !found || !strings.HasSuffix(main, " -o out") {
		t.Fatalf("README: no command that writes to out/: %q", main)
	}
	out := t.TempDir()
	code, got := call(t, append(strings.Fields(strings.TrimSuffix(main, " -o out")), "-o", out)...)
	written, err := filepath.Glob(filepath.Join(out, "*.xlsx"))
	if code != 0 || err != nil || len(written) == 0 || !strings.Contains(got, "fel") {
		t.Errorf("%s: exit code %d, wrote %v (%v)\n%s", command+main, code, written, err, got)
	}
}

// call runs the program and gives its exit code and standard output.
func call(t *testing.T, args ...string) (int, string) {
	t.Helper()
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	var out, errs bytes.Buffer
	code := program(context.Background(), args, streams{strings.NewReader(""), &out, &errs})
	if errs.Len() > 0 {
		t.Errorf("%v: on standard error: %s", args, errs.String())
	}
	return code, out.String()
}
