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
that 1 is the time of reading alone, and "at most" is what we set out to stay below.
Only the ratios compare machines.

`

// ratio is how many times the other's time was taken, or by how many milliseconds
// more; 0 where there is no other.
func (f *figure) ratio() float64 {
	own, other := f.took(f.own), f.took(f.other)
	switch {
	case f.peer.args == nil:
		return 0
	case f.difference:
		return float64(own-other) / float64(time.Millisecond)
	}
	return float64(own) / float64(max(other, 1))
}

// over reports whether a row takes more than it is to.
func (f *figure) over() bool { return f.limit.most > 0 && f.ratio() > f.limit.most }

// line is a row of the table.
func (f *figure) line() string {
	other, ratio, most, against := "–", "–", "–", f.against
	if f.peer.args != nil {
		other, ratio = duration(f.took(f.other)), fmt.Sprintf("%.2f", f.ratio())
	}
	if f.limit.most > 0 {
		most = fmt.Sprintf("%.1f", f.limit.most)
	}
	if f.difference {
		ratio, most = fmt.Sprintf("%+.1f ms", f.ratio()), fmt.Sprintf("+%.0f ms", f.limit.most)
	}
	if against == "" {
		against = "–"
	}
	return fmt.Sprintf("| %s | %s | %s | %s | %s | %s | %s |", f.work, against, duration(f.took(f.own)), other, ratio, most, memory(f.own.peak))
}

// report is the whole page.
func report(figures []figure) string {
	var b strings.Builder
	b.WriteString(heading)
	fmt.Fprintf(&b, "Machine: %s, %d cores, %s/%s, %s.\n\n", processor(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	b.WriteString("| work | against | riskbok | the other | ratio | at most | memory |\n|---|---|---:|---:|---:|---:|---:|\n")
	for i := range figures {
		b.WriteString(figures[i].line() + "\n")
	}
	b.WriteString(excess(figures))
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

// excess names what takes more than it is to, and what stands in the way.
func excess(figures []figure) string {
	var b strings.Builder
	for i := range figures {
		if f := &figures[i]; f.over() {
			fmt.Fprintf(&b, "- %s: %s.\n", f.work, f.limit.why)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "\n## More than it is to be\n\n" + b.String()
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
