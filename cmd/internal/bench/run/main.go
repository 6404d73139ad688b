// Command run runs a program and prints what it took: nanoseconds of processor time,
// nanoseconds that passed, the most bytes of memory that it held, and its exit
// code.
//
// It stands between the program that measures and those that are measured because a
// process is told the memory of the one that started it as its own: Linux counts
// what a process held before it became another program, and until then it shares
// the memory of its parent. This one holds little.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"time"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "run: expected a program and its arguments")
		os.Exit(2)
	}
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	start := time.Now()
	err := cmd.Run()
	s := cmd.ProcessState
	if s == nil {
		fmt.Fprintln(os.Stderr, "run:", err)
		os.Exit(1)
	}
	fmt.Println((s.UserTime() + s.SystemTime()).Nanoseconds(), time.Since(start).Nanoseconds(), peakOf(s), s.ExitCode())
}
