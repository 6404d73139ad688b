package files

import (
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
)

// Expand turns paths into inputs. A path is a file, a folder, a glob (also
// where the shell leaves it alone, as on Windows) or "-" for standard input.
// A file that is named twice, or named and found, is read once.
func Expand(paths []string) *Set {
	x := &expander{set: &Set{}, seen: map[string]int{}}
	for _, path := range paths {
		x.path(path)
	}
	x.dropOwn()
	distinct(x.set.Inputs)
	return x.set
}

type expander struct {
	set  *Set
	own  []bool         // parallel to set.Inputs: written by riskbok
	seen map[string]int // resolved path → index into set.Inputs
}

func (x *expander) path(path string) {
	if path == Stdin {
		x.add(Input{Name: Stdin, Rel: "stdin.xlsx", Named: true}, Stdin, false)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		if names := glob(path); len(names) > 0 {
			for _, name := range names {
				x.path(name)
			}
			return
		}
		x.set.Problems = append(x.set.Problems, Problem{Name: path, Code: Code(err), Named: true})
	case info.IsDir():
		x.walk(path)
	case isLock(filepath.Base(path)):
		x.set.Locks = append(x.set.Locks, path)
	case !readable(info.Mode()):
		x.set.Problems = append(x.set.Problems, Problem{Name: path, Code: notFile, Named: true})
	default:
		x.add(Input{Name: path, Rel: slash(filepath.Base(path)), Named: true, Size: info.Size(), Saved: info.ModTime()}, resolve(path), false)
	}
}

// glob gives the matches of a pattern, sorted; hidden files only where the
// pattern asks for them, as a shell does.
func glob(pattern string) []string {
	if !strings.ContainsAny(pattern, "*?[") {
		return nil
	}
	matches, err := filepath.Glob(pattern)
	if err != nil {
		return nil
	}
	var out []string
	for _, m := range matches {
		if isHidden(filepath.Base(m)) && !isHidden(filepath.Base(pattern)) {
			continue
		}
		out = append(out, m)
	}
	sort.Strings(out)
	return out
}

// add appends an input unless the same file is there already.
func (x *expander) add(in Input, key string, own bool) {
	if i, ok := x.seen[key]; ok {
		if in.Named {
			x.set.Inputs[i].Named = true
			x.own[i] = false
		}
		return
	}
	x.seen[key] = len(x.set.Inputs)
	x.set.Inputs = append(x.set.Inputs, in)
	x.own = append(x.own, own)
}

// dropOwn passes over riskbok's own outputs, unless there is nothing else:
// who names a folder that holds only outputs wants them read.
func (x *expander) dropOwn() {
	others := false
	for _, own := range x.own {
		others = others || !own
	}
	if !others {
		return
	}
	kept := x.set.Inputs[:0]
	for i, in := range x.set.Inputs {
		if x.own[i] {
			x.set.Own = append(x.set.Own, in.Name)
		} else {
			kept = append(kept, in)
		}
	}
	x.set.Inputs = kept
}

// distinct makes the outputs' paths differ, also where case does not count:
// those that collide take the name of the folder above, as often as needed. Those that
// stand in one folder keep their names: nothing above tells them apart.
func distinct(inputs []Input) {
	parents := make([][]string, len(inputs))
	for i, in := range inputs {
		dir := "/" + slash(filepath.Dir(filepath.Clean(in.Name)))
		dir = strings.TrimSuffix(dir, strings.TrimSuffix("/"+in.Rel, "/"+filepath.Base(in.Rel)))
		for _, part := range strings.Split(dir, "/") {
			if part != "" && part != "." && part != ".." && !strings.HasSuffix(part, ":") {
				parents[i] = append(parents[i], part)
			}
		}
	}
	for range 64 {
		groups := map[string][]int{}
		for i, in := range inputs {
			key := strings.ToLower(in.Rel)
			groups[key] = append(groups[key], i)
		}
		changed := false
		for _, group := range groups {
			if !slices.ContainsFunc(group, func(i int) bool { return !slices.Equal(parents[i], parents[group[0]]) }) {
				continue
			}
			for _, i := range group {
				if n := len(parents[i]); n > 0 {
					inputs[i].Rel = parents[i][n-1] + "/" + inputs[i].Rel
					parents[i] = parents[i][:n-1]
					changed = true
				}
			}
		}
		if !changed {
			return
		}
	}
}

// resolve gives one path for all names of a file.
func resolve(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real
	}
	return path
}
