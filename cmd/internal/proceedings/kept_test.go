package proceedings

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/minutes"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// TestKept reads the forms as a word processor and a browser printed them, and
// as scans of them, 200 dots an inch, were recognized in Swedish and in English.
// testdata says how they were made.
func TestKept(t *testing.T) {
	for _, tc := range []struct {
		name                    string
		exact                   bool
		least                   int // forms
		items, heads, decisions int
	}{
		{"writer", true, 63, 95, 92, 90},
		{"browser", true, 63, 95, 92, 90},
		{"scan-swedish", false, 34, 85, 85, 85},
		{"scan-english", false, 34, 85, 85, 85},
	} {
		t.Run(tc.name, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", tc.name+".txt.gz"))
			if err != nil {
				t.Fatal(err)
			}
			all, err := Load(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			var sum Figures
			for _, k := range all {
				i := slices.IndexFunc(Forms, func(f Form) bool { return f.Name == k.Form })
				if i < 0 {
					t.Fatalf("no form %q", k.Form)
				}
				_, want := Compose(&Forms[i])
				got, short := Compare(want, minutes.Read(&model.Document{}, k.Pages, config.MeetingWords(), nil), tc.exact)
				sum.Add(got)
				for _, s := range short {
					t.Logf("%s: %s", k.Form, s)
				}
			}
			t.Log(sum)
			if len(all) < tc.least {
				t.Errorf("%d forms, expected %d", len(all), tc.least)
			}
			demand(t, sum, tc.items, tc.heads, tc.decisions)
		})
	}
}

// keep writes the lines of the PDFs of a folder to testdata.
func keep(t *testing.T, folder, name string) {
	var all []Kept
	for i := range Forms {
		file := filepath.Join(folder, Forms[i].Name+".pdf")
		data, err := os.ReadFile(file)
		if err != nil {
			continue
		}
		s, err := importers.Scan(context.Background(), model.File{Name: file, Data: data}, source.Options{Vocabulary: config.Vocabulary(), Meeting: config.MeetingWords()})
		if err != nil {
			t.Log(err)
			continue
		}
		all = append(all, Kept{Forms[i].Name, s.Pages})
	}
	var b bytes.Buffer
	if err := Keep(&b, all); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join("testdata", name+".txt.gz"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestKeep: what is kept comes back.
func TestKeep(t *testing.T) {
	paper, _ := Compose(&Forms[0])
	s, err := importers.Scan(context.Background(), model.File{Name: "a.pdf", Data: PDF(paper)}, source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Keep(&b, []Kept{{"plain", s.Pages}}); err != nil {
		t.Fatal(err)
	}
	back, err := Load(&b)
	if err != nil || len(back) != 1 || len(back[0].Pages) != len(s.Pages) {
		t.Fatalf("%v: %d", err, len(back))
	}
	for i, p := range back[0].Pages {
		var got, want []string
		for _, l := range p.Lines {
			got = append(got, l.Text)
		}
		for _, l := range s.Pages[i].Lines {
			want = append(want, l.Text)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("page %d: %s\nexpected %s", i+1, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}
