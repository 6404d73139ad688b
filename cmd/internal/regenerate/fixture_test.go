package regenerate

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rs/zerolog"
	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/proceedings"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// risk is a row of a plan. Value is written as it is given, 0 for the right one.
type risk struct {
	event      string
	likelihood int
	consequent int
	value      int
}

var likelihoods = []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}
var consequences = []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}

// plan writes a board's plan of a year as a workbook.
func plan(t *testing.T, board string, year int, risks ...risk) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{
		{fmt.Sprintf("Riskanalys och internkontrollplan %d", year)}, {"Nämnd:", board}, {"Beslutad:", fmt.Sprintf("%d-11-20", year-1)}, nil,
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Riskhantering", "Inriktning", "Åtgärd", "Ansvarig", "Återrapporteras"},
	}
	for i, r := range risks {
		value := r.value
		if value == 0 {
			value = r.likelihood * r.consequent
		}
		treatment := "Acceptera risk"
		switch v := r.likelihood * r.consequent; {
		case v >= 12:
			treatment = "Minimera risk"
		case v >= 4:
			treatment = "Reducera risk"
		}
		rows = append(rows, []any{fmt.Sprintf("R%d", i+1), r.event, likelihoods[r.likelihood-1], consequences[r.consequent-1], value, treatment, treatment,
			"Vi ser över rutinen och provar den", "Enhetschefen", "T1, T2"})
	}
	for i, row := range rows {
		if row != nil {
			if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetSheetName("Sheet1", "Riskanalys"); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var events = []string{
	"Kajen rasar vid högt vatten", "Bränsle läcker ut i hamnen", "Båtplatser hyrs ut två gånger", "Nycklar till boden kommer bort", "Larmet i lagret är ur funktion",
	"Avtal löper ut utan att någon ser det", "Fakturor betalas två gånger", "Loggar gås inte igenom",
}

// usual gives a few risks that differ from board to board, without an error.
func usual(n int) []risk {
	var out []risk
	for i := range 4 {
		out = append(out, risk{event: fmt.Sprintf("%s vid enhet %d", events[(n+i)%len(events)], n), likelihood: 1 + (n+i)%4, consequent: 2 + i%3})
	}
	return out
}

// minutes writes the minutes of a meeting that decided nothing about plans.
func minutes() []byte {
	paper, _ := proceedings.Compose(proceedings.Random(7))
	return proceedings.PDF(paper)
}

// put writes a file below a folder.
func put(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// options regenerates an archive into a folder.
func options(t *testing.T, in, out string) Options {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	lib := (&config.Config{}).Library()
	template, err := lib.Template(config.DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	words := lib.Vocabulary()
	return Options{
		Paths: []string{in}, Dir: out, Progress: func(Progress) {},
		Run: run.Options{
			Source:   source.Options{Vocabulary: words, Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
			Settings: rules.Settings{Vocabulary: words}, Log: zerolog.Nop(),
		},
		Output:  output.Options{Lang: cat, Template: template, Version: "prov"},
		Archive: archive.Settings{Words: config.MeetingWords().Board, Joins: config.MeetingWords().Join, Leaning: config.MeetingWords().Leaning, Names: config.ArchiveWords(), NoName: "plan"},
		Program: "prov", Settings: "s", Template: "m",
	}
}

func regenerated(t *testing.T, o Options) *Outcome {
	t.Helper()
	out, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range out.Made {
		if m.Err != nil {
			t.Errorf("%s %d: %v", m.Board, m.Year, m.Err)
		}
	}
	return out
}

// tree gives the contents of a folder by name: of workbooks their parts, of the
// rest of files their bytes.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil || strings.HasPrefix(name, ".riskbok-out") || name == Manifest {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, ".xlsx") {
			out[name] = string(data)
			return nil
		}
		parts := booktest.Parts(t, data)
		for part, text := range parts {
			out[name+" "+part] = text
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// names gives the files of a folder, hidden ones too.
func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	slices.Sort(out)
	return out
}

// saved gives a workbook as another program saves it, with texts changed.
func saved(t *testing.T, data []byte, texts map[string]string) []byte {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		for was, is := range texts {
			cells, err := f.SearchSheet(sheet, was)
			if err != nil {
				t.Fatal(err)
			}
			for _, cell := range cells {
				if err := f.SetCellStr(sheet, cell, is); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.SetAppProps(&excelize.AppProperties{Application: "Microsoft Excel"}); err != nil {
		t.Fatal(err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
