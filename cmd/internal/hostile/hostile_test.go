package hostile

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"riskbok/rules/fulltest"
)

var write = flag.String("hostile.write", "", "folder to write a file of each kind to, in full size")

var percent = flag.Int("hostile.percent", 100, "the size of what is written or measured")

var only = flag.String("hostile.only", ".", "the kinds to write, by a pattern")

// TestWrite writes the files in full size, to be measured with the program:
//
//	go test ./cmd/internal/hostile -run TestWrite -hostile.write DIR
func TestWrite(t *testing.T) {
	if *write == "" {
		t.Skip("-hostile.write names no folder")
	}
	which := regexp.MustCompile(*only)
	for _, k := range All {
		if !which.MatchString(k.Name) {
			continue
		}
		if err := os.WriteFile(filepath.Join(*write, k.Name+k.Ext), k.Make(*percent), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestKinds(t *testing.T) {
	names := map[string]bool{}
	for i, k := range All {
		if names[k.Name] {
			t.Errorf("%s: two kinds of one name", k.Name)
		}
		names[k.Name] = true
		if i%fulltest.Cases(8, 1) == 0 && !bytes.Equal(k.Make(1), k.Make(1)) {
			t.Errorf("%s: not the same bytes", k.Name)
		}
	}
	if len(All) < 100 {
		t.Errorf("%d kinds", len(All))
	}
	t.Logf("%d kinds", len(All))
}
