package main

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"riskbok/cmd/internal/hostile"
	"riskbok/cmd/internal/page"
	"riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/importers/source"
	"riskbok/rules/yamltext"
)

// TestReadmeLimits holds the limits that the README states to those that count.
func TestReadmeLimits(t *testing.T) {
	_, text, found := strings.Cut(readme(t), "## Security")
	if !found {
		t.Fatal("README: no section Security")
	}
	text, _, _ = strings.Cut(text, "\n## ")
	stated := map[string]string{}
	for _, row := range regexp.MustCompile(`(?m)^\| (`+"`[^|]*`"+`) \| ([\d, ]+) \|`).FindAllStringSubmatch(text, -1) {
		defaults := strings.Split(row[2], ", ")
		for i, name := range strings.Split(row[1], ", ") {
			stated[strings.Trim(name, "`")] = defaults[i]
		}
	}
	want := map[string]string{config.MemoryLimit: strconv.Itoa(run.DefaultMemory >> 20)}
	for _, c := range source.Costs {
		want[string(c)] = c.Shown(source.DefaultLimits.Of(c))
	}
	for name, limit := range want {
		if stated[name] != limit {
			t.Errorf("README: %s is stated as %q, and is %s", name, stated[name], limit)
		}
	}
	if len(stated) != len(want) {
		t.Errorf("README: %d limits are stated, %d there are", len(stated), len(want))
	}
	text = strings.Join(strings.Fields(text), " ")
	bounds, own := page.DefaultBounds, yamltext.Settings
	for _, says := range []string{
		fmt.Sprintf("(%d kB, %d,%03d lines and %d levels; %d MB for the list)", own.Bytes>>10, own.Lines/1000, own.Lines%1000, own.Depth, yamltext.Lists.Bytes>>20),
		fmt.Sprintf("holds %d,%03d files and %d GB", bounds.Files/1000, bounds.Files%1000, bounds.Held>>30),
	} {
		if !strings.Contains(text, says) {
			t.Errorf("README: does not say %q", says)
		}
	}
	kinds := regexp.MustCompile(`makes (\d+) kinds`).FindStringSubmatch(text)
	if kinds == nil {
		t.Fatal("README: no number of kinds")
	}
	if n, _ := strconv.Atoi(kinds[1]); n > len(hostile.All) {
		t.Errorf("README: %d kinds of hostile files, there are %d", n, len(hostile.All))
	}
}
