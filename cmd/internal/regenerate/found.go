package regenerate

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/budget"
	"riskbok/exporters/controlplan"
	"riskbok/exporters/workbook"
)

// found is what stands in the output folder of one board's year, by name: the outputs
// that are remembered, or where nothing is, those that it will have for sure.
type found map[string]standing

// standing is what stands under one name. Remembered is the hash that it should have.
type standing struct {
	is               files.Standing
	hash, remembered string
}

func (r *runner) found(d *due) found {
	out := found{}
	if d.old == nil {
		ending := controlplan.Ending
		if !d.Plan {
			ending = budget.Ending
		}
		name := workbook.Names{}.Take(d.Stem + ending)
		if owner, ok := r.owners[name]; !ok || owner == d.Key {
			is, hash := r.stands(name)
			out[name] = standing{is: is, hash: hash}
		}
		return out
	}
	if d.old.Failed {
		for _, name := range d.old.Row.Outputs.Unwritten {
			is, hash := r.stands(name)
			out[name] = standing{is: is, hash: hash}
		}
	}
	for name, hash := range d.old.Outputs {
		if !filepath.IsLocal(name) {
			continue // riskbok wrote no such line
		}
		s := standing{remembered: hash}
		if s.is, s.hash = r.stands(name); s.is == files.Foreign {
			if info, err := os.Lstat(filepath.Join(r.o.Dir, name)); err == nil && info.IsDir() {
				s.is = files.Nothing
			}
		}
		out[name] = s
	}
	return out
}

// stood is what the output folder held under a name before the run wrote anything.
type stood struct {
	is   files.Standing
	hash string
}

// lookUp looks at all outputs that are remembered, several at a time: where little has
// changed, this is most of what a run does.
func (r *runner) lookUp(ctx context.Context) error {
	names := slices.DeleteFunc(slices.Collect(maps.Keys(r.owners)), func(name string) bool { return !filepath.IsLocal(name) })
	all := make([]stood, len(names))
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(r.workers())
	for i, name := range names {
		group.Go(func() error {
			all[i].is, all[i].hash = r.folder.Stands(name)
			return inner.Err()
		})
	}
	err := group.Wait()
	r.stood = make(map[string]stood, len(names))
	for i, name := range names {
		r.stood[name] = all[i]
	}
	return err
}

// stands says what the output folder holds under a name, and the hash of its content.
func (r *runner) stands(name string) (files.Standing, string) {
	if s, ok := r.stood[name]; ok {
		return s.is, s.hash
	}
	return r.folder.Stands(name)
}

// has reports whether one of some things stands there.
func (f found) has(some ...files.Standing) bool {
	for _, s := range f {
		if slices.Contains(some, s.is) {
			return true
		}
	}
	return false
}

// names gives the names, in order, of which something holds.
func (f found) names(holds func(standing) bool) []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(f)) {
		if holds(f[name]) {
			out = append(out, name)
		}
	}
	return out
}

// foresee says what a run would say of the files that stand where it would write: that
// one is not riskbok's, or that somebody has changed it.
func (r *runner) foresee(d *due) {
	if foreign := d.found.names(func(s standing) bool { return s.is == files.Foreign }); len(foreign) > 0 {
		d.Made.Err = &FileError{Path: filepath.Join(r.o.Dir, foreign[0]), Err: r.folder.Foreign(foreign[0])}
		return
	}
	if !r.o.Force {
		d.Made.Kept = d.found.names(func(s standing) bool { return s.is == files.Changed })
	}
}

// stillKept remembers the outputs of a book that is not due which somebody has
// changed since they were written.
func (r *runner) stillKept(d *due) {
	kept := d.found.names(func(s standing) bool { return s.hash != "" && s.hash != s.remembered })
	d.old.Row.Outputs.Kept = kept
	r.outcome.Kept = append(r.outcome.Kept, kept...)
}
