package registers_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/registers"
	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

var dump = flag.String("dump", "", "folder that the workbooks are written to")

// fewestGoldens is how many shapes the goldens must cover at least.
const fewestGoldens = 36

// judge writes a workbook, reads it and finds what is wrong in it.
func judge(t *testing.T, name string, b *registers.Book) (*model.Document, []*model.Book, []rules.Finding) {
	t.Helper()
	data, err := b.Write()
	if err != nil {
		t.Fatal(err)
	}
	if *dump != "" {
		if err := os.WriteFile(filepath.Join(*dump, name+".xlsx"), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	file := model.File{Name: name + ".xlsx", Data: data}
	doc, err := importers.Read(context.Background(), file, source.Options{Vocabulary: config.Vocabulary()})
	if err != nil {
		t.Fatal(err)
	}
	books, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary(), Templates: config.Shipped})
	return doc, books, found
}

// TestGoldens holds the program to every golden register. Those named in
// testdata/pending.txt are known to fail; one that passes must leave the list.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	waiting := pending(t)
	n := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		if name == "pending" {
			continue
		}
		n++
		isPending := slices.Contains(waiting, name)
		waiting = slices.DeleteFunc(waiting, func(s string) bool { return s == name })
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			b, err := registers.Parse(string(text))
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			wrong := b.Want.Compare(judge(t, name, b))
			switch {
			case isPending && len(wrong) == 0:
				t.Errorf("passes: take %s off testdata/pending.txt", name)
			case isPending:
				t.Skipf("pending:\n%s", strings.Join(wrong, "\n"))
			case len(wrong) > 0:
				t.Errorf("%s\n%s", b.Title, strings.Join(wrong, "\n"))
			}
		})
	}
	if n < fewestGoldens {
		t.Errorf("%d goldens, want at least %d", n, fewestGoldens)
	}
	for _, name := range waiting {
		t.Errorf("testdata/pending.txt names %s, which is no golden", name)
	}
}

// pending lists the goldens that are known to fail, with # for remarks.
func pending(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/pending.txt")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(data)) {
		name, _, _ := strings.Cut(line, "#")
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}
