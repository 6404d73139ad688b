package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
	"riskbok/rules/fulltest"
)

// TestForPeople: what people read names rules by their titles, the name that
// commands know them by only in brackets after that, and no folder of an input.
func TestForPeople(t *testing.T) {
	fulltest.Only(t) // it runs every command
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	const folder = "annas-mapp" // whose name nobody is to read
	if err := os.CopyFS(folder, os.DirFS(filepath.Join(root, "samples"))); err != nil {
		t.Fatal(err)
	}
	plan := filepath.Join(folder, "miljo-och-hamnnamnden-2025.xlsx")
	other := filepath.Join(folder, "kultur-och-parknamnden-2026.xlsx")
	for _, tag := range []string{"sv", "en"} {
		out := filepath.Join("ut", tag)
		var texts []byte
		all := [][]string{
			{"check", folder, "--format", "xlsx", "-o", filepath.Join(out, "lista.xlsx")},
			{"check", folder, "--format", "html", "-o", filepath.Join(out, "granskning.html")}, {"fix", folder, "--diff"}, {"fix", folder, "-o", filepath.Join(out, "fix")},
			{"convert", folder, "-o", filepath.Join(out, "convert")},
			{"rollover", plan, "-o", filepath.Join(out, "rollover")}, {"rollover", plan, "-o", filepath.Join(out, "collect"), "--collect", "T1"},
			{"compare", plan, other}, {"compare", plan, other, "--format", "xlsx", "-o", filepath.Join(out, "jfr.xlsx")},
			{"compare", plan, other, "--format", "html", "-o", filepath.Join(out, "jfr.html")},
		}
		files := 13
		if tag != "sv" {
			all, files = all[:4], 4
		}
		for _, args := range all {
			var shown, errs bytes.Buffer
			t.Setenv("XDG_CONFIG_HOME", t.TempDir())
			if err := os.MkdirAll(out, 0o777); err != nil {
				t.Fatal(err)
			}
			program(context.Background(), append(args, "--lang", tag), streams{strings.NewReader(""), &shown, &errs})
			if shown.Len()+errs.Len() == 0 {
				t.Errorf("%v says nothing", args)
			}
			readable(t, strings.Join(args, " "), tag, shown.String()+errs.String())
			texts = append(texts, shown.Bytes()...)
		}
		if !bytes.Contains(texts, []byte("(risk-value)")) {
			t.Errorf("%s: no output has a rule", tag)
		}
		if n := outputsFor(t, out, tag, folder); n < files {
			t.Errorf("%s: %d files were written", tag, n)
		}
	}
}

// outputsFor looks through every file below a folder, and counts them.
func outputsFor(t *testing.T, dir, tag, folder string) int {
	t.Helper()
	n := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		n++
		if filepath.Ext(path) != ".xlsx" {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if filepath.Ext(path) == ".json" { // for programs, which know the rules' names
				if bytes.Contains(data, []byte(folder+"/")) {
					t.Errorf("%s names the folder", path)
				}
				return nil
			}
			readable(t, path, tag, string(data))
			return nil
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			return err
		}
		defer f.Close()
		for _, sheet := range f.GetSheetList() {
			rows, err := f.GetRows(sheet)
			if err != nil {
				return err
			}
			for _, row := range rows {
				readable(t, path+" "+sheet, tag, strings.Join(row, "\n"))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// readable reports what people should not read.
func readable(t *testing.T, where, tag, text string) {
	t.Helper()
	if fault := unfit(tag, text); fault != "" {
		t.Errorf("%s: %s in\n%s", where, fault, text)
	}
}

var folderName = regexp.MustCompile(`annas-mapp[/\\]`)

// unfit tells of a rule's name that stands alone, and of a path.
func unfit(tag, text string) string {
	if folderName.MatchString(text) {
		return "a folder is told"
	}
	for _, r := range rules.All {
		if tag != "sv" && !strings.Contains(r.Name, "-") || !strings.Contains(text, r.Name) {
			continue // an English word
		}
		if regexp.MustCompile(`(^|[^\pL-])` + r.Name + `($|[^\pL-])`).MatchString(strings.ReplaceAll(text, "("+r.Name+")", "")) {
			return r.Name + " stands alone"
		}
	}
	return ""
}

func TestUnfit(t *testing.T) {
	for text, want := range map[string]string{
		"Riskvärdet stämmer inte (risk-value) · kan rättas": "", "risk-value · kan rättas": "risk-value stands alone", "F7 treatment": "treatment stands alone",
		"annas-mapp/a.xlsx": "a folder is told", "annas-mapp": "", "(undecided) undecided": "undecided stands alone",
	} {
		if got := unfit("sv", text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
