package main

import (
	"errors"
	"fmt"
	"runtime"
	"strings"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
)

// placing is one of the two ways in which files come into an output folder; may
// tells before a file is made whether it can be put there.
type placing struct {
	may func(w *files.Writer, name string) (string, error)
	put func(w *files.Writer, name string, data []byte) (string, error)
}

// The ways: an output is replaced where it still is as it was written, a file for
// people to go on with is not replaced at all.
var (
	asOutput = placing{(*files.Writer).MayWrite, (*files.Writer).Write}
	toGoOn   = placing{(*files.Writer).MayCreate, (*files.Writer).Create}
)

// makeEach makes files at the same time, writes each and lets go of it, and says
// in their order what was written. Nothing is made for a place that cannot be
// written to. One that cannot be made or written does not stop the others. It
// gives what the files left behind.
func (a *app) makeEach(in *reading, all []output.Pending, how placing) ([]rules.Finding, error) {
	w, err := files.NewWriter(in.dir, in.set.Inputs, a.force)
	if err != nil {
		return nil, err
	}
	var failed []error
	var left []rules.Finding
	var lines strings.Builder
	for m := range inOrder(all, func(name string) error {
		path, err := how.may(w, name)
		if err != nil {
			return writeError(path, err)
		}
		return nil
	}) {
		left = append(left, m.left...)
		if m.err != nil {
			failed = append(failed, m.err)
			continue
		}
		path, err := how.put(w, m.name, m.data)
		if err != nil {
			failed = append(failed, writeError(path, err))
			continue
		}
		fmt.Fprintln(&lines, a.cat.T("cmd.wrote", "path", lang.Line(path)))
	}
	return left, errors.Join(append(failed, a.print([]byte(lines.String())))...)
}

// made is what became of a pending file.
type made struct {
	name string
	data []byte
	left []rules.Finding
	err  error
}

// inOrder makes the files that may be made, as many at the same time as there are
// processors, and yields them in their order. A file is begun only when the one
// so many places before it has been dealt with, so that no more are held.
func inOrder(all []output.Pending, may func(name string) error) func(yield func(made) bool) {
	return func(yield func(made) bool) {
		ahead := runtime.GOMAXPROCS(0)
		results := make([]chan made, len(all))
		begin := func(i int) {
			if i >= len(all) {
				return
			}
			results[i] = make(chan made, 1)
			m := made{name: all[i].Name}
			if m.err = may(m.name); m.err != nil {
				results[i] <- m
				return
			}
			go func() {
				m.data, m.left, m.err = all[i].Make()
				results[i] <- m
			}()
		}
		for i := range min(ahead, len(all)) {
			begin(i)
		}
		for i := range all {
			if !yield(<-results[i]) {
				return
			}
			begin(i + ahead)
		}
	}
}
