package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"riskbok/cmd/internal/notices"
)

// program is what is built and given to others.
const program = "riskbok/cmd/riskbok"

// systems are those that .ci/release builds for.
var systems = []string{"windows", "linux", "darwin"}

// linked is a module of which packages are linked, and their folders.
type linked struct {
	path, version, dir string
	packages           []string
}

// modules lists what is linked on some systems, by name.
func modules(systems ...string) ([]*linked, error) {
	all := map[string]*linked{}
	for _, system := range systems {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}\t{{$.Dir}}{{end}}{{end}}", program)
		list.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		list.Stderr = os.Stderr
		out, err := list.Output()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", system, err)
		}
		for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
			f := strings.Split(lines.Text(), "\t")
			if len(f) != 4 {
				continue
			}
			m := all[f[0]]
			if m == nil {
				m = &linked{path: f[0], version: f[1], dir: f[2]}
				all[f[0]] = m
			}
			m.packages = append(m.packages, f[3])
		}
	}
	var out []*linked
	for _, m := range all {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b *linked) int { return strings.Compare(a.path, b.path) })
	return out, nil
}

// told are names of files that a licence asks to be passed on.
var told = regexp.MustCompile(`(?i)^((un)?licen[cs]e|copying|notice|patents|copyright)([-.].*)?$`)

// notice gathers what stands beside a module's packages and in the folders above
// them, up to the module's own.
func (m *linked) notice() (notices.Notice, error) {
	folders := map[string]bool{}
	for _, dir := range m.packages {
		for ; strings.HasPrefix(dir, m.dir); dir = filepath.Dir(dir) {
			folders[dir] = true
		}
	}
	return noticeOf(m.path, m.version, m.dir, folders)
}

func noticeOf(path, version, root string, folders map[string]bool) (notices.Notice, error) {
	var names []string
	for dir := range folders {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return notices.Notice{}, err
		}
		for _, e := range entries {
			if e.Type().IsRegular() && told.MatchString(e.Name()) && filepath.Ext(e.Name()) != ".go" {
				names = append(names, filepath.Join(dir, e.Name()))
			}
		}
	}
	slices.Sort(names)
	var texts []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return notices.Notice{}, err
		}
		text := strings.TrimSpace(strings.ReplaceAll(string(data), "\r\n", "\n")) + "\n"
		if rel, err := filepath.Rel(root, name); err == nil && len(names) > 1 {
			text = filepath.ToSlash(rel) + "\n\n" + text
		}
		texts = append(texts, text)
	}
	if len(texts) == 0 {
		return notices.Notice{}, fmt.Errorf("%s: no licence in %s", path, root)
	}
	return notices.Notice{Module: path, Version: version, Text: strings.Join(texts, "\n")}, nil
}
