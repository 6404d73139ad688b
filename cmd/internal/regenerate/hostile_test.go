//go:build !windows

package regenerate

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A manifest that somebody else wrote leads nowhere outside the output folder, waits
// for no pipe and fills no memory: what it says of such is passed over.
func TestForeignManifest(t *testing.T) {
	in, want := some(t, 2)
	out := t.TempDir()
	o := options(t, in, out)
	pipe := filepath.Join(out, "rör.xlsx")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Fatal(err)
	}
	outside := filepath.Join(t.TempDir(), "annans.xlsx")
	if err := os.WriteFile(outside, []byte("annans"), 0o666); err != nil {
		t.Fatal(err)
	}
	up, err := filepath.Rel(out, outside)
	if err != nil {
		t.Fatal(err)
	}
	foreign := written{Outputs: map[string]string{"rör.xlsx": "1", up: "1", outside: "1"}}
	foreign.Board, foreign.Year = "Främmande nämnden", 2026
	data, err := json.Marshal(line{Written: &foreign})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(out, Manifest), data, 0o666); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	done := make(chan *Outcome, 1)
	go func() {
		got, err := Run(ctx, o)
		if err != nil {
			t.Error(err)
		}
		done <- got
	}()
	select {
	case got := <-done:
		for _, kept := range got.Kept {
			if !filepath.IsLocal(kept) {
				t.Errorf("%q is said to be kept", kept)
			}
		}
	case <-time.After(time.Minute):
		t.Fatal("waits for the pipe")
	}
	if data, err := os.ReadFile(outside); err != nil || string(data) != "annans" {
		t.Errorf("somebody else's file: %q, %v", data, err)
	}
	for name := range want {
		name, _, _ = strings.Cut(name, " ") // of a workbook its parts are named
		if _, err := os.Stat(filepath.Join(out, name)); err != nil {
			t.Error(err)
		}
	}
}

// A manifest larger than any that riskbok writes counts as none.
func TestHugeManifest(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, Manifest)
	if err := os.WriteFile(name, []byte(`{"read":{"rel":"a.xlsx"}}`+"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if m, err := remember(dir); err != nil || len(m.reads) != 1 {
		t.Errorf("%+v, %v", m, err)
	}
	if err := os.Truncate(name, 10<<30); err != nil {
		t.Skip(err)
	}
	if m, err := remember(dir); err != nil || len(m.reads) != 0 {
		t.Errorf("%+v, %v", m, err)
	}
}
