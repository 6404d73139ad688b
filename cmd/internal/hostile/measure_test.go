//go:build !windows

package hostile

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

var program = flag.String("hostile.program", "", "the riskbok to measure with each kind in full size")

// The most that one file may cost, as processor time and as memory of the process.
const (
	mostTime   = 10 * time.Second
	mostMemory = 1 << 30
)

// TestProgram measures the whole program with each kind in full size, one process a
// file: what it takes, and whether what it says is true.
//
//	go build -o /somewhere/riskbok ./cmd/riskbok
//	go test ./cmd/internal/hostile -run TestProgram -v -timeout 60m -hostile.program /somewhere/riskbok
func TestProgram(t *testing.T) {
	if *program == "" {
		t.Skip("-hostile.program names none")
	}
	which := regexp.MustCompile(*only)
	for _, k := range All {
		if !which.MatchString(k.Name) {
			continue
		}
		t.Run(k.Name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), k.Name+k.Ext)
			if err := os.WriteFile(name, k.Make(*percent), 0o666); err != nil {
				t.Fatal(err)
			}
			c := measure(t, 10*mostTime, "check", "-f", "json", name)
			v := c.verdict()
			t.Logf("%6.2f s %5d MB  %s", c.time.Seconds(), c.memory>>20, v)
			if c.time > mostTime || c.memory > mostMemory {
				t.Error("takes too much")
			}
			if v.silent {
				t.Error("lost something and says nothing")
			}
		})
	}
}

// cost is what a process took and said.
type cost struct {
	time   time.Duration
	memory int64
	code   int
	out    []byte
	err    string
}

func measure(t *testing.T, most time.Duration, args ...string) cost {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), most)
	defer cancel()
	c := exec.CommandContext(ctx, *program, args...)
	c.Env = append(os.Environ(), "NO_COLOR=1")
	var out, errs strings.Builder
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	peak := make(chan int64)
	go func() { peak <- watch(c.Process.Pid, done) }()
	_ = c.Wait() // what became of it stands in the state
	close(done)
	return cost{
		time: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), memory: <-peak, code: c.ProcessState.ExitCode(),
		out: []byte(out.String()), err: errs.String(),
	}
}

// watch follows the peak of a process's memory. What wait4 gives counts what this
// process had before it became the other.
func watch(pid int, done chan struct{}) (peak int64) {
	for {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
		if err == nil {
			if m := highWater.FindSubmatch(status); m != nil {
				kb, _ := strconv.ParseInt(string(m[1]), 10, 64)
				peak = max(peak, kb<<10)
			}
		}
		select {
		case <-done:
			return peak
		case <-time.After(5 * time.Millisecond):
		}
	}
}

var highWater = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// verdict is what a report says of one file.
type verdict struct {
	risks, wrong int
	said         []string // why it, or a part of it, was not read
	silent       bool
}

func (v verdict) String() string {
	return fmt.Sprintf("%d risks, %d wrong, said %v", v.risks, v.wrong, v.said)
}

func (c cost) verdict() verdict {
	var r struct {
		Summary  struct{ Risks int }
		Findings []struct{ Rule, Message string }

		Unreadable, PassedOver []struct{ Code string }
	}
	var v verdict
	if err := json.Unmarshal(c.out, &r); err != nil {
		v.said = []string{"no report: " + c.err}
		v.silent = true
		return v
	}
	v.risks = r.Summary.Risks
	for _, f := range r.Findings {
		switch f.Rule {
		case "risk-value":
			v.wrong++
		case "unread-part", "unreadable-part", "not-checked":
			v.said = append(v.said, f.Rule)
		}
	}
	for _, u := range append(r.Unreadable, r.PassedOver...) {
		v.said = append(v.said, u.Code)
	}
	if len(v.said) > 4 {
		v.said = append(v.said[:4], "…")
	}
	v.silent = len(v.said) == 0 && (v.risks < Risks || v.wrong < Wrong)
	return v
}
