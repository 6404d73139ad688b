package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

const heading = `# What riskbok's work costs

Measured by ` + "`.ci/bench`" + `, which anyone can run: it builds the program, makes the inputs,
and runs each program in turn with the one that it is compared to. The figures are
processor time of the whole process, user and system, in the middle of the runs;
memory is the most that the process held. A ratio says how many times the other's
time riskbok took: it reads, judges and finds what the others do not look for, so
that 1 is the time of reading alone. Only the ratios compare machines.

`

// line is a row of the table.
func (f *figure) line() string {
	own, other, ratio := duration(f.took(f.own)), "–", "–"
	if f.peer.args != nil {
		other = duration(f.took(f.other))
		ratio = fmt.Sprintf("%.2f", float64(f.took(f.own))/float64(max(f.took(f.other), 1)))
		if f.difference {
			ratio = fmt.Sprintf("%+.1f ms", float64(f.took(f.own)-f.took(f.other))/1e6)
		}
	}
	against := f.against
	if against == "" {
		against = "–"
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s |", f.work, against, own, other, ratio, memory(f.own.peak))
}

// report is the whole page.
func report(figures []figure) string {
	var b strings.Builder
	b.WriteString(heading)
	fmt.Fprintf(&b, "Machine: %s, %d cores, %s/%s, %s.\n\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	b.WriteString("| work | against | riskbok | the other | ratio | memory |\n|---|---|---:|---:|---:|---:|\n")
	for i := range figures {
		b.WriteString(figures[i].line() + "\n")
	}
	b.WriteString("\n## Growth\n\nTime for each, in microseconds: where it stays, ten times as much takes ten times as long.\n\n")
	for _, of := range []string{"risks", "pages", "documents"} {
		var sizes, times []string
		for i := range figures {
			if f := &figures[i]; f.growth == of {
				sizes = append(sizes, fmt.Sprint(f.size))
				times = append(times, fmt.Sprintf("%.0f", float64(f.own.cpu.Microseconds())/float64(f.size)))
			}
		}
		if len(sizes) > 0 {
			fmt.Fprintf(&b, "| %s | %s |\n|---|%s\n| µs for each | %s |\n\n", of, strings.Join(sizes, " | "), strings.Repeat("---:|", len(sizes)), strings.Join(times, " | "))
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

func duration(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000)
	}
	return fmt.Sprintf("%.2f s", d.Seconds())
}

func memory(bytes int64) string {
	if bytes == 0 {
		return "–"
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}

// processor names the machine's processor where the system tells.
func processor() string {
	data, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "unknown processor"
	}
	for _, l := range strings.Split(string(data), "\n") {
		if name, value, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}
