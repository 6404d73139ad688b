package importers_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// inputs are the files that every importer is tried on: what it knows and what
// it does not.
func inputs(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"../samples/*.xlsx", "../samples/*.xlsm", "../samples/*.pdf", "pdf/testdata/*.pdf"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	if len(files) < 3 {
		t.Fatalf("only %d inputs", len(files))
	}
	return files
}

func load(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(data []byte, name string) (*model.Document, error) {
	return importers.Read(context.Background(), model.File{ID: 7, Name: name, Data: data}, source.Options{Vocabulary: config.Vocabulary()})
}

// TestConformance holds every importer to the contract of [importers.Importer].
func TestConformance(t *testing.T) {
	for _, name := range inputs(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data := load(t, name)
			before := bytes.Clone(data)
			knows := 0
			for _, imp := range importers.All {
				if imp.Sniff(data) {
					knows++
				}
			}
			if knows != 1 {
				t.Errorf("%d importers know the content, expected one", knows)
			}
			doc, err := read(data, name)
			if err != nil {
				checkError(t, err)
				return
			}
			if !bytes.Equal(before, data) {
				t.Error("the input was changed")
			}
			if again, err := read(data, name); err != nil || !reflect.DeepEqual(doc, again) {
				t.Errorf("a second reading differs: %v", err)
			}
			checkSources(t, doc)
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			if _, err := importers.Read(ctx, model.File{Name: name, Data: data}, source.Options{Vocabulary: config.Vocabulary()}); !errors.Is(err, context.Canceled) {
				t.Errorf("a cancelled reading gave %v", err)
			}
		})
	}
}

// checkSources checks that every value says where it stood.
func checkSources(t *testing.T, doc *model.Document) {
	t.Helper()
	if doc.ID != 7 {
		t.Errorf("document ID %d", doc.ID)
	}
	doc.Sources(func(s *model.Source) {
		if s.IsZero() {
			return // not in the document
		}
		if s.Doc != 7 || s.Place < 0 || int(s.Place) >= len(doc.Places) {
			t.Errorf("source %+v: no such place among %d", *s, len(doc.Places))
			return
		}
		if p := doc.Places[s.Place]; p.File != doc.File || (p.Sheet == "") == (p.Page == 0) {
			t.Errorf("source %+v: place %+v names no sheet or page of %s", *s, p, doc.File)
		}
	})
	for _, table := range doc.Tables() {
		if table.At.IsZero() || len(table.Heads) == 0 || len(table.Columns) == 0 {
			t.Errorf("table %q: without place, head or columns", table.Name)
		}
	}
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			if r := &doc.Registers[i].Risks[j]; r.At.IsZero() || r.Event.OK && (r.Event.Raw == "" || r.Event.At.IsZero()) {
				t.Errorf("risk %q: without place or raw text", r.Number.V)
			}
		}
	}
}

func checkError(t *testing.T, err error) {
	t.Helper()
	var known *source.Error
	if !errors.As(err, &known) || known.Code == "" {
		t.Errorf("error without a code: %v", err)
	}
}

// TestTruncated cuts inputs short: that is an error with a code, or damage, but
// never a panic and never a document that lost tables without a word.
func TestTruncated(t *testing.T) {
	for _, name := range fulltest.Part(inputs(t), 4) {
		data := load(t, name)
		whole, err := read(data, name)
		if err != nil {
			continue
		}
		for _, share := range []int{0, 1, 10, 50, 90, 99} {
			doc, err := read(data[:len(data)*share/100], name)
			if err != nil {
				checkError(t, err)
				continue
			}
			if len(doc.Tables()) < len(whole.Tables()) && len(doc.Damage) == 0 {
				t.Errorf("%s cut to %d %%: %d of %d tables and no word about it", filepath.Base(name), share, len(doc.Tables()), len(whole.Tables()))
			}
		}
	}
}

// TestForeign: what is no document of ours is an error that says so.
func TestForeign(t *testing.T) {
	for name, data := range map[string]string{"text": "Nr;Risk\nR1;Driftstopp\n", "empty": "", "picture": "\x89PNG\r\n\x1a\n" + strings.Repeat("x", 100)} {
		if _, err := read([]byte(data), name); err == nil {
			t.Errorf("%s was read", name)
		} else {
			checkError(t, err)
		}
	}
}
