//go:build !windows

package files

import (
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// Devices, pipes and sockets are refused where they are named and told where they
// are met; none is opened, which could wait for ever.
func TestDevices(t *testing.T) {
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "plan.xlsx"), filepath.Join(dir, "ändlös.xlsx")
	if err := syscall.Mkfifo(pipe, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", link); err != nil {
		t.Fatal(err)
	}
	socket, err := net.Listen("unix", filepath.Join(dir, "s.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	if err := os.WriteFile(filepath.Join(dir, "a.xlsx"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	set := Expand([]string{dir})
	if len(set.Inputs) != 1 || len(set.Problems) != 3 {
		t.Fatalf("%+v", set)
	}
	for _, p := range set.Problems {
		if p.Code != notFile || p.Named {
			t.Errorf("%+v", p)
		}
	}
	set = Expand([]string{pipe, link, "/dev/zero"})
	if len(set.Inputs) != 0 || len(set.Problems) != 3 {
		t.Fatalf("%+v", set)
	}
	for _, p := range set.Problems {
		if p.Code != notFile || !p.Named {
			t.Errorf("%+v", p)
		}
	}
}
