package proceedings

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/minutes"
	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

var dump = flag.String("dump", "", "write the papers, their sources and their answers to this folder")

// read reads a printed paper.
func read(t *testing.T, name string, data []byte) []model.Meeting {
	t.Helper()
	s, err := importers.Scan(context.Background(), model.File{Name: name, Data: data}, source.Options{Vocabulary: config.Vocabulary(), Meeting: config.MeetingWords()})
	if err != nil {
		t.Fatal(err)
	}
	return minutes.Read(s.Document, s.Pages, config.MeetingWords(), nil)
}

// TestForms prints every form and reads it.
func TestForms(t *testing.T) {
	var all Figures
	for i := range Forms {
		f := &Forms[i]
		paper, want := Compose(f)
		data := PDF(paper)
		if *dump != "" {
			write(t, f, paper, want, data)
		}
		got, short := Compare(want, read(t, f.Name+".pdf", data), true)
		all.Add(got)
		t.Logf("%s: %v", f.Name, got)
		for _, s := range short {
			t.Log("   ", s)
		}
	}
	t.Log("all:", all)
	demand(t, all, 95, 92, 90)
}

// demand asks for shares in per cent: of items, of titles and case numbers, of
// decisions. Nothing may be invented.
func demand(t *testing.T, f Figures, items, heads, decisions int) {
	t.Helper()
	for what, share := range map[string][2]int{
		"items": {f.FoundItems, items}, "titles": {f.Titles, heads}, "case numbers": {f.Cases, heads},
		"decisions": {f.Decisions, decisions}, "proposals": {f.Proposals, decisions}, "recipients": {f.Recipients, decisions},
	} {
		if 100*share[0] < share[1]*f.Items {
			t.Errorf("%s: %d of %d, expected %d per cent", what, share[0], f.Items, share[1])
		}
	}
	if f.Invented > 0 {
		t.Errorf("%d items are invented", f.Invented)
	}
}

// write puts a form into the folder that was named: as PDF, as sources for a
// browser and a word processor, and its answer.
func write(t *testing.T, f *Form, paper *Paper, want *Answer, data []byte) {
	answer, err := json.MarshalIndent(want, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	for ending, data := range map[string][]byte{
		".pdf": data, ".html": []byte(Browser(paper)), ".fodt": []byte(Writer(paper)), ".json": answer,
	} {
		if err := os.WriteFile(filepath.Join(*dump, f.Name+ending), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

var (
	printed    = flag.String("printed", "", "read the forms printed to this folder")
	recognized = flag.Bool("recognized", false, "they were scanned: letters may differ")
	keepAs     = flag.String("keep", "", "write their lines to testdata under this name")
)

// TestPrinted reads what was printed of -dump by other programs, or scanned.
func TestPrinted(t *testing.T) {
	if *printed == "" {
		t.Skip("no -printed folder")
	}
	if *keepAs != "" {
		keep(t, *printed, *keepAs)
	}
	var all Figures
	for i := range Forms {
		f := &Forms[i]
		data, err := os.ReadFile(filepath.Join(*printed, f.Name+".pdf"))
		if err != nil {
			t.Log(err)
			continue
		}
		_, want := Compose(f)
		got, short := Compare(want, read(t, f.Name+".pdf", data), !*recognized)
		all.Add(got)
		t.Logf("%s: %v", f.Name, got)
		for _, s := range short {
			t.Log("   ", s)
		}
	}
	t.Log("all:", all)
}

var seeds = flag.Int("seeds", fulltest.Cases(15, 60), "how many random forms")

// TestRandom reads forms that were put together at random.
func TestRandom(t *testing.T) {
	var all Figures
	for seed := range *seeds {
		f := Random(uint64(seed))
		paper, want := Compose(f)
		data := PDF(paper)
		got, short := Compare(want, read(t, "random.pdf", data), true)
		all.Add(got)
		if len(short) > 0 {
			t.Logf("seed %d: %+v", seed, *f)
		}
		for _, s := range short {
			t.Log("   ", s)
		}
		if *dump != "" {
			if err := os.WriteFile(filepath.Join(*dump, fmt.Sprintf("random-%d.pdf", seed)), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Log("all:", all)
	demand(t, all, 95, 92, 90)
}
