//go:build !windows

package hostile

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"
)

// goodFiles is how many sound files stand among the hostile ones, mostFolder the most
// memory that reading them all may take.
const (
	goodFiles  = 50
	mostFolder = 2 << 30
)

// TestFolder reads a folder that holds every kind in full size among sound files: these
// are all read, each with its result, and together it takes no more memory than is
// promised. A quarter of an hour on two processors.
//
//	go build -o /somewhere/riskbok ./cmd/riskbok
//	go test ./cmd/internal/hostile -run TestFolder -v -timeout 60m -hostile.program /somewhere/riskbok
func TestFolder(t *testing.T) {
	if *program == "" {
		t.Skip("-hostile.program names none")
	}
	which, dir := regexp.MustCompile(*only), t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	hostile := 0
	for _, k := range All {
		if which.MatchString(k.Name) {
			write(k.Name+k.Ext, k.Make(*percent))
			hostile++
		}
	}
	for i := range goodFiles {
		name, data := sound(i)
		write(name, data)
	}
	c := measure(t, time.Hour, "check", "-f", "json", dir)
	t.Logf("%d hostile files among %d: %v, %d MB", hostile, goodFiles, c.time.Round(time.Second), c.memory>>20)
	if c.memory > mostFolder {
		t.Error("takes too much")
	}
	var report struct {
		Findings []struct {
			Rule     string
			Location struct{ File string }
		}
	}
	if err := json.Unmarshal(c.out, &report); err != nil {
		t.Fatalf("no report: %v\n%s", err, c.err)
	}
	wrong := map[string]int{}
	for _, f := range report.Findings {
		if f.Rule == "risk-value" {
			wrong[filepath.Base(f.Location.File)]++
		}
	}
	for i := range goodFiles {
		if name, _ := sound(i); wrong[name] != Wrong {
			t.Errorf("%s: %d wrong values of %d", name, wrong[name], Wrong)
		}
	}
}

// sound gives a sound file: the register, of a board of its own, as a workbook or on
// paper. Their names stand at the beginning, in the middle and at the end of a folder.
func sound(i int) (name string, data []byte) {
	name, title := []string{"a", "m", "zz"}[i%3]+"-sound-"+digit(i), "Riskanalys 2026, Kaj"+digit(i)+"nämnden"
	if i%2 == 0 {
		return name + ".xlsx", newBook().sheet(rowXML(1, []string{title})+registerRows(3), "").zip()
	}
	p := newPaper()
	p.objects[contentObject] = stream("", []byte("BT /F1 14 Tf 40 800 Td ("+latin(title)+") Tj ET\n"+registerContent()))
	return name + ".pdf", p.bytes()
}
