package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"testing"
)

// The test's program is both run itself and a program that holds some memory.
func TestMain(m *testing.M) {
	switch os.Getenv("BENCH_TEST") {
	case "run":
		os.Setenv("BENCH_TEST", "held")
		main()
		return
	case "held":
		if len(hold(40<<20)) > 0 {
			os.Exit(7)
		}
	}
	os.Exit(m.Run())
}

// hold gives memory that has been written to.
func hold(n int) []byte {
	b := make([]byte, n)
	for i := 0; i < n; i += 512 {
		b[i] = 1
	}
	return b
}

// What is told must be the program's own: not the memory of who measures it.
func TestRun(t *testing.T) {
	own := hold(200 << 20)
	cmd := exec.Command(os.Args[0], os.Args[0])
	cmd.Env = append(os.Environ(), "BENCH_TEST=run")
	out, err := cmd.Output()
	runtime.KeepAlive(own)
	var cpu, wall, peak int64
	var code int
	if _, scan := fmt.Sscan(string(out), &cpu, &wall, &peak, &code); scan != nil || err != nil {
		t.Fatalf("%q: %v, %v", out, scan, err)
	}
	if code != 7 || cpu <= 0 || wall <= 0 {
		t.Errorf("code %d, cpu %d, wall %d", code, cpu, wall)
	}
	// the race detector holds three times as much besides
	if peak != 0 && (peak < 40<<20 || peak >= 200<<20) {
		t.Errorf("a program that holds 40 MB is said to have held %d MB", peak>>20)
	}
}
