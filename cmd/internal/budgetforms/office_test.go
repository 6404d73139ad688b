//go:build office

package budgetforms_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/budgetforms"
	"riskbok/exporters/budget"
	"riskbok/exporters/output"
	"riskbok/rules/model"
)

var office = flag.String("office", "soffice", "LibreOffice")

// recalculated has LibreOffice compute all formulas when it opens a workbook.
const recalculated = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`

// filesAtOnce is how many files LibreOffice is given in one call.
const filesAtOnce = 60

// through has LibreOffice write files anew in a format, and gives what it wrote by
// name.
func through(t *testing.T, format string, files map[string][]byte) map[string][]byte {
	t.Helper()
	in, out, profile := t.TempDir(), t.TempDir(), t.TempDir()
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculated))
	for some := range slices.Chunk(slices.Sorted(maps.Keys(files)), filesAtOnce) {
		args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", format, "--outdir", out}
		for _, name := range some {
			put(t, filepath.Join(in, name), files[name])
			args = append(args, filepath.Join(in, name))
		}
		if text, err := exec.Command(*office, args...).CombinedOutput(); err != nil {
			t.Fatalf("LibreOffice: %v\n%s", err, text)
		}
	}
	got := map[string][]byte{}
	ext, _, _ := strings.Cut(format, ":")
	for name := range files {
		data, err := os.ReadFile(filepath.Join(out, strings.TrimSuffix(name, ".xlsx")+"."+ext))
		if err != nil {
			t.Fatal(err)
		}
		got[name] = data
	}
	return got
}

func put(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestOfficeConvert: what is written of a form has a formula for every amount that
// follows from others, and LibreOffice computes from it the amount of the source.
func TestOfficeConvert(t *testing.T) {
	type converted struct {
		form    *budgetforms.Form
		budgets []model.Budget
		names   []string
	}
	all, written := map[int]converted{}, map[string][]byte{}
	for seed := range *seeds {
		f := budgetforms.Make(uint64(seed))
		r, _ := judge(t, "form.xlsx", write(t, f))
		files, err := budget.Render(r, output.Options{Version: "1"})
		if err != nil {
			t.Fatal(err)
		}
		c := converted{form: f, budgets: r.Documents[0].Budgets}
		for i := range files {
			name := fmt.Sprintf("form-%d-%d.xlsx", seed, i)
			written[name] = files[i].Data
			c.names = append(c.names, name)
		}
		all[seed] = c
	}
	computed := through(t, "xlsx:Calc MS Excel 2007 XML", written)
	right := 0
	for seed, c := range all {
		var files []model.File
		for _, name := range c.names {
			files = append(files, model.File{Name: name, Data: computed[name]})
		}
		if faults := held(t, c.form, c.budgets, files, true); len(faults) > 0 {
			t.Errorf("seed %d (%s): %s", seed, c.form.Name, strings.Join(faults, "; "))
			continue
		}
		right++
	}
	t.Logf("LibreOffice computes %d of %d written budgets to the source's amounts", right, *seeds)
}

// TestOfficePrints: forms that LibreOffice has printed are judged as their workbooks
// are.
func TestOfficePrints(t *testing.T) {
	sheets, faults := map[string][]byte{}, map[string]string{}
	for seed := range *seeds {
		f := budgetforms.Make(uint64(seed))
		sheets[fmt.Sprintf("right-%d.xlsx", seed)] = write(t, f)
		if f.Plant(uint64(seed)) {
			name := fmt.Sprintf("wrong-%d.xlsx", seed)
			sheets[name], faults[name] = write(t, f), f.Faults[0].Rule
		}
	}
	prints := through(t, "pdf", sheets)
	right, found, more := 0, 0, 0
	for _, name := range slices.Sorted(maps.Keys(prints)) {
		_, list := judge(t, name+".pdf", prints[name])
		got := said(list)
		want, planted := faults[name]
		switch {
		case !planted && len(got) == 0:
			right++
		case !planted:
			t.Logf("%s: %v", name, got)
			keep(t, name+".pdf", prints[name])
		default:
			hit := slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, want+" ") })
			if hit {
				found++
			} else {
				t.Logf("%s: %s not found, said %v", name, want, got)
				keep(t, name+".pdf", prints[name])
			}
			if hit && len(got) > 1 {
				more++
				t.Logf("%s: for %s said %v", name, want, got)
				keep(t, name+".pdf", prints[name])
			}
		}
	}
	t.Logf("prints: %d of %d in order, %d of %d planted errors found, %d with something more", right, *seeds, found, len(faults), more)
}
