package regenerate

import (
	"os"
	"path/filepath"
	"testing"

	"riskbok/cmd/internal/archive"
)

// A manifest that was damaged or that somebody else wrote is read as far as it goes,
// and what is added to it is read again.
func FuzzManifest(f *testing.F) {
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, Manifest), data, 0o666); err != nil {
			t.Fatal(err)
		}
		m, err := remember(dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.open(); err != nil {
			t.Fatal(err)
		}
		key := archive.Key{Board: "Kajnämnden", Year: 2026}
		if err := m.add(line{Read: &read{Rel: "ny.xlsx", Hash: "1"}}); err != nil {
			t.Fatal(err)
		}
		if err := m.add(line{Written: &written{Key: key}}); err != nil {
			t.Fatal(err)
		}
		m.holds("x", key)
		if err := m.close(map[string]bool{"ny.xlsx": true}); err != nil {
			t.Fatal(err)
		}
		again, err := remember(dir)
		if err != nil || again.reads["ny.xlsx"] == nil || again.written[key] == nil {
			t.Errorf("%q: %v", data, err)
		}
	})
}
