package main

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules/fulltest"
)

func TestMain(m *testing.M) {
	clock = func() time.Time { return time.Time{} }
	testscript.Main(m, map[string]func(){"riskbok": main, "xdg-open": recordOpened})
}

// TestScripts runs the program as a user does: testdata/script has a script
// for every command. `workbook` makes the inputs, `sheet` looks into outputs.
// Every workbook that a script leaves in an output folder is held to what Excel
// wants, where all cases are tried.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Files:               scripts(t),
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			if fulltest.Wanted() {
				e.Defer(func() { validOutputs(t, e.WorkDir) })
			}
			return nil
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"workbook": makeInput,
			"sheet":    lookAtCell,
			"same":     sameBytes,
			"type":     typeIn,
			"code":     exitCode,
		},
	})
}

// counted is the script that knows how many formats, flags and languages there are: who
// adds one must hear of it from the usual tests.
const counted = "counted.txtar"

// scripts gives every third script, and [counted], for half a minute of a processor goes
// with all: they are run where TestScripts is asked for by name, where they are written
// anew and where all cases are tried.
func scripts(t *testing.T) []string {
	all, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(all) < 10 {
		t.Fatalf("scripts: %d (%v)", len(all), err)
	}
	if os.Getenv("UPDATE_SCRIPTS") != "" || strings.Contains(flag.Lookup("test.run").Value.String(), "TestScripts") {
		return all
	}
	if at := slices.Index(all, filepath.Join("testdata", "script", counted)); at > 0 {
		return append(fulltest.Part(slices.Concat(all[:at], all[at+1:]), 3), all[at])
	}
	t.Fatalf("%s is not there", counted)
	return nil
}

// validOutputs holds the workbooks that riskbok wrote below a folder to what
// Excel wants. Those that a script has typed in are excelize's.
func validOutputs(t *testing.T, dir string) {
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.Name() != files.Marker {
			return err
		}
		marker, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for line := range bytes.Lines(marker) {
			hash, rest, listed := strings.Cut(strings.TrimSpace(string(line)), " ")
			if !listed {
				continue
			}
			name := filepath.Join(filepath.Dir(path), filepath.FromSlash(rest[1:])) // after the mark
			data, err := os.ReadFile(name)
			if err != nil || filepath.Ext(name) != ".xlsx" || files.Hash(data) != hash {
				continue
			}
			for _, fault := range booktest.Faults(t, data) {
				t.Errorf("%s: %s", name, fault)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
