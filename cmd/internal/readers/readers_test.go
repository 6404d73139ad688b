//go:build readers

package readers_test

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"riskbok/cmd/internal/rewrite"
)

var (
	python   = flag.String("python", "python3", "the Python that has openpyxl")
	modules  = flag.String("modules", "", "the node_modules folder that has exceljs")
	office   = flag.String("office", "soffice", "LibreOffice; empty: leave it out")
	invented = flag.Int("invented", 1, "how many plans to invent beside the samples")
	batch    = flag.Int("batch", 60, "how many workbooks LibreOffice is given at a time")
)

// TestReaders writes every kind of workbook and reads each with excelize,
// openpyxl, exceljs and, calculated anew, LibreOffice: sheets, values,
// formulas, merged ranges, names and drop-downs are the same in all. A warning
// of a reader is a failure.
func TestReaders(t *testing.T) {
	folder := t.TempDir()
	books := write(t, folder)
	t.Logf("%d workbooks", len(books))
	script, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("openpyxl %s", run(t, nil, *python, filepath.Join(script, "read.py"), folder))
	t.Logf("exceljs %s", run(t, []string{"NODE_PATH=" + *modules}, "node", filepath.Join(script, "read.js"), folder))
	calculated := ""
	if path, err := exec.LookPath(*office); *office != "" && err == nil {
		calculated = calculate(t, path, folder, books)
	} else {
		t.Log("LibreOffice is not here: nothing was calculated anew")
	}
	for _, name := range books {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := stored(data)
		if err != nil {
			t.Errorf("%s: excelize: %v", name, err)
			continue
		}
		report(t, name+": openpyxl", differences(want, load(t, filepath.Join(folder, name+".openpyxl.json")), true))
		report(t, name+": exceljs", differences(want, load(t, filepath.Join(folder, name+".exceljs.json")), true))
		if calculated == "" {
			continue
		}
		data, err = os.ReadFile(filepath.Join(calculated, name))
		if err != nil {
			t.Errorf("%s: LibreOffice: %v", name, err)
			continue
		}
		got, err := stored(data)
		if err != nil {
			t.Errorf("%s: LibreOffice: %v", name, err)
			continue
		}
		report(t, name+": LibreOffice", differences(want, got, false))
	}
}

// report tells the first differences of a reader.
func report(t *testing.T, who string, list []string) {
	t.Helper()
	for i, d := range list {
		if i == 4 {
			t.Errorf("%s: and %d more", who, len(list)-i)
			return
		}
		t.Errorf("%s: %s", who, d)
	}
}

// write writes every kind of workbook of the samples and of invented plans,
// and gives their names.
func write(t *testing.T, folder string) []string {
	t.Helper()
	cases, err := rewrite.Cases("../../../samples", *invented)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	kinds := map[string]bool{}
	for i, c := range cases {
		for _, tag := range []string{"sv", "en"}[:1+i%2] {
			files, err := rewrite.Every(c.Report, c.Inputs, tag)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			for _, f := range files {
				kind, _, _ := strings.Cut(f.Name, "-")
				kinds[strings.TrimSuffix(kind, ".xlsx")] = true
				name := fmt.Sprintf("%d-%s-%s", i, tag, f.Name)
				if err := os.WriteFile(filepath.Join(folder, name), f.Data, 0o666); err != nil {
					t.Fatal(err)
				}
				names = append(names, name)
			}
		}
	}
	for _, kind := range []string{"plan", "converted", "next", "collect", "budget", "findings", "compared", "fixed"} {
		if !kinds[kind] {
			t.Errorf("no workbook of the kind %q", kind)
		}
	}
	return names
}

// run runs a reader and gives what it prints: its version.
func run(t *testing.T, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	var failed strings.Builder
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil || failed.Len() > 0 {
		t.Fatalf("%s: %v\n%s", name, err, failed.String())
	}
	return strings.TrimSpace(string(out))
}

// recalculate is a profile by which LibreOffice calculates every workbook that
// it opens; without it, it shows the stored results.
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// calculate has LibreOffice calculate the workbooks and gives the folder of
// the results.
func calculate(t *testing.T, office, folder string, books []string) string {
	t.Helper()
	profile, out := t.TempDir(), t.TempDir()
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculate), 0o666); err != nil {
		t.Fatal(err)
	}
	for from := 0; from < len(books); from += *batch {
		args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out}
		for _, name := range books[from:min(from+*batch, len(books))] {
			args = append(args, filepath.Join(folder, name))
		}
		if text, err := exec.Command(office, args...).CombinedOutput(); err != nil {
			t.Fatalf("LibreOffice: %v\n%s", err, text)
		}
	}
	return out
}
