package regenerate

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash/fnv"
	"math"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/overview"
	"riskbok/rules"
	"riskbok/rules/books"
	"riskbok/rules/model"
)

// Run regenerates an archive. What could not be made of it is part of the outcome.
// An error means that the run was broken off, or that the output folder cannot be
// written to: then the outcome says how far it came.
func Run(ctx context.Context, o Options) (*Outcome, error) {
	set := files.Expand(o.Paths)
	if o.expand != nil {
		o.expand(set)
	}
	if nothing, err := nothingThere(set, o.Dir); err != nil {
		return nil, err
	} else if nothing {
		return untouched(set), nil
	}
	if !o.DryRun {
		free, err := files.Lock(o.Dir)
		if err != nil {
			return nil, err
		}
		defer free()
	}
	m, err := remember(o.Dir)
	if err != nil {
		return nil, err
	}
	r := &runner{o: o, set: set, memory: m, outcome: &Outcome{Forgotten: m.damaged}, owners: m.owners(), held: map[int]*model.Document{}, key: books.BoardKey(o.Archive.Boards)}
	if r.folder, err = files.Look(o.Dir); err != nil {
		return nil, err
	}
	if !o.DryRun {
		if r.writer, err = files.NewWriter(o.Dir, set.Inputs, o.Force); err != nil {
			return nil, err
		}
		if err := m.open(); err != nil {
			return nil, err
		}
	}
	err = errors.Join(r.run(ctx), m.close(r.rels()))
	out := r.outcome // all else goes before the overview is made
	if err == nil && o.Finish != nil && !o.DryRun {
		o.Finish(out)
	}
	return out, err
}

// nothingThere reports whether an archive is not there: a path that was named is
// wrong, or where there were documents is none any more, as of a disk that is not
// connected.
func nothingThere(set *files.Set, dir string) (bool, error) {
	if slices.ContainsFunc(set.Problems, func(p files.Problem) bool { return p.Named }) {
		return true, nil
	}
	if len(set.Inputs) > 0 {
		return false, nil
	}
	m, err := remember(dir)
	return err == nil && len(m.reads) > 0, err
}

// untouched is the outcome of a run that leaves everything as it is.
func untouched(set *files.Set) *Outcome {
	out := &Outcome{Overview: &overview.Overview{}, Plan: &archive.Plan{}, Untouched: true, Failed: true}
	for _, p := range set.Problems {
		out.Unreadable = append(out.Unreadable, rules.Unreadable{File: p.Name, Code: p.Code})
	}
	return out
}

// runner is one run.
type runner struct {
	o       Options
	set     *files.Set
	memory  *memory
	writer  *files.Writer
	folder  *files.Folder // as it was before the run
	outcome *Outcome
	inputs  []archive.Input
	plan    *archive.Plan
	key     func(board string) string
	owners  map[string]archive.Key // of outputs, by name, before the run
	stood   map[string]stood       // what of these there was then
	holds   map[archive.Key]bool   // the board's years that the archive holds
	outside map[string]bool        // files, by path, that are part of such only as the run was not to write

	mu        sync.Mutex // of what follows, and of outcome
	done      int
	held      map[int]*model.Document // what the first pass read, by input; each is used once
	heldBytes int
	total     int64 // bytes of the inputs that the first pass reads
}

func (r *runner) rels() map[string]bool {
	out := map[string]bool{}
	for _, in := range r.set.Inputs {
		out[in.Rel] = true
	}
	for rel := range r.memory.reads {
		if r.shut(rel) {
			out[rel] = true
		}
	}
	return out
}

// below gives the path of what could not be read as those of the inputs are given: below
// the folder that was named.
func (r *runner) below(p files.Problem) string {
	if p.Folder != "" {
		return p.Folder + "/"
	}
	for _, root := range r.o.Paths {
		if rel, err := filepath.Rel(root, p.Name); !p.Named && err == nil && filepath.IsLocal(rel) && rel != "." {
			return filepath.ToSlash(rel)
		}
	}
	return p.Name
}

// shut reports whether a path lies in a folder that could not be opened: what is in it
// is not gone.
func (r *runner) shut(rel string) bool {
	return slices.ContainsFunc(r.set.Problems, func(p files.Problem) bool { return p.Folder != "" && strings.HasPrefix(rel, p.Folder+"/") })
}

func (r *runner) run(ctx context.Context) error {
	for _, p := range r.set.Problems {
		r.outcome.Unreadable = append(r.outcome.Unreadable, rules.Unreadable{File: r.below(p), Code: p.Code})
		r.outcome.Failed = r.outcome.Failed || run.Fails(p)
	}
	if err := r.readAll(ctx); err != nil {
		return err
	}
	r.tellRead()
	r.plan = archive.New(r.inputs, r.o.Archive)
	r.outcome.Plan, r.outcome.Inputs = r.plan, r.inputs
	r.known()
	err := r.writeAll(ctx)
	r.superseded()
	r.account()
	return err
}

// readAll takes the inputs to heads: remembered ones where nothing has changed
// that decides how they are understood.
func (r *runner) readAll(ctx context.Context) error {
	known, err := r.knownInputs(ctx)
	if err != nil {
		return err
	}
	var failed error
	for i, in := range r.set.Inputs {
		if !known[i] {
			r.total += in.Size
		}
	}
	opts := r.o.Run
	opts.Workers = r.workers()
	opts.Progress = func(done, total int, file string) {
		r.o.Progress(Progress{Stage: Reading, Done: done, Total: total, File: file})
	}
	err = run.Each(ctx, r.set.Inputs, func(i int) bool { return known[i] }, opts, func(i int, res run.Result) {
		k := r.readOf(r.set.Inputs[i], res)
		failed = errors.Join(failed, r.memory.add(line{Read: k}))
		if k.Head != nil {
			r.keep(i, k, &res)
		}
	})
	return errors.Join(err, failed)
}

// knownInputs tells for each input whether it is as it is remembered.
func (r *runner) knownInputs(ctx context.Context) ([]bool, error) {
	known := make([]bool, len(r.set.Inputs))
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(r.workers())
	for i, in := range r.set.Inputs {
		group.Go(func() error {
			known[i] = r.unchanged(in)
			return inner.Err()
		})
	}
	return known, group.Wait()
}

// tellRead takes what was read, or is remembered, to the inputs of the plan, and says
// in the outcome what became of each document.
func (r *runner) tellRead() {
	r.inputs = make([]archive.Input, len(r.set.Inputs))
	for i, in := range r.set.Inputs {
		k := r.memory.reads[in.Rel]
		r.inputs[i] = archive.Input{Rel: in.Rel, Hash: k.Hash, Head: k.Head, Unread: k.Unreadable != nil || k.foreign(), Time: in.Saved}
		named := func(u *rules.Unreadable) rules.Unreadable {
			return rules.Unreadable{File: in.Rel, Code: u.Code, Args: u.Args}
		}
		if k.Unreadable != nil {
			r.outcome.Unreadable = append(r.outcome.Unreadable, named(k.Unreadable))
		}
		switch {
		case k.PassedOver == nil:
		case k.foreign():
			r.outcome.Unreadable = append(r.outcome.Unreadable, named(k.PassedOver))
		default:
			r.outcome.PassedOver = append(r.outcome.PassedOver, named(k.PassedOver))
		}
		if k.Skipped && k.PassedOver == nil {
			r.outcome.Skipped = append(r.outcome.Skipped, in.Name)
		}
		r.outcome.Failed = r.outcome.Failed || k.Failed
	}
}

// HoldBytes is how many bytes of inputs the first pass leaves in memory as
// documents, for the second not to read them again. A thousand workbooks of 10 KB
// took 144 MB at the most with half of it, and 170 MB with none.
const HoldBytes = 12 << 20

// keep holds a document for the second pass.
func (r *runner) keep(i int, k *read, res *run.Result) {
	if r.heldBytes+res.Bytes <= r.hold() && r.holdsBoard(k.Head) {
		r.held[i] = res.Document
		r.heldBytes += res.Bytes
	}
}

func (r *runner) hold() int { return cmp.Or(r.o.Hold, HoldBytes) }

// holdsBoard reports whether a document is of those boards that are held where there is
// no room for all: a board's years are written together, and those that need nothing
// read again come first, so that what is held goes before what was written adds up.
// The first documents of an archive are one year's, and were held half the run: of 4,000
// workbooks 65 MB were alive then, not 45.
func (r *runner) holdsBoard(h *archive.Head) bool {
	if r.total <= int64(r.hold()) || len(h.Claims) == 0 {
		return true
	}
	board := fnv.New32a()
	_, _ = board.Write([]byte(r.key(h.Claims[0].Board))) // it never fails
	return float64(board.Sum32())/math.MaxUint32*float64(r.total) < float64(r.hold())
}

// take gives a document that the first pass has left, once, or nil.
func (r *runner) take(i int) *model.Document {
	r.mu.Lock()
	defer r.mu.Unlock()
	d := r.held[i]
	delete(r.held, i)
	return d
}

// unchanged reports whether an input is as it is remembered.
func (r *runner) unchanged(in files.Input) bool {
	k := r.memory.reads[in.Rel]
	if k == nil || k.Reading != r.reading(in) {
		return false
	}
	hash, err := files.HashOf(in)
	return err == nil && hash == k.Hash
}

// reading is the hash of all that decides how an input is understood.
func (r *runner) reading(in files.Input) string {
	named := ""
	if in.Named {
		named = "named"
	}
	return short(r.o.Program, r.o.Settings, named)
}

func short(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// readOf says what is remembered of an input.
func (r *runner) readOf(in files.Input, res run.Result) *read {
	s := run.Sort(in, res)
	k := &read{
		Rel: in.Rel, Hash: hex.EncodeToString(res.Sum[:]), Reading: r.reading(in),
		Unreadable: s.Unreadable, PassedOver: s.PassedOver, Skipped: s.Skipped, Failed: s.Failed,
	}
	if s.Document != nil {
		archive.Adopt(s.Document, r.titles())
		h := archive.HeadOf(s.Document, r.o.Run.Settings.Aliases)
		k.Head = &h
	}
	if res.Failure != nil && res.Sum == [sha256.Size]byte{} {
		k.Hash, _ = files.HashOf(in) // one that cannot be read at all is tried again
	}
	return k
}

func (r *runner) workers() int {
	if r.o.Workers > 0 {
		return r.o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// writeAll writes what has changed, a chain of books at a time.
func (r *runner) writeAll(ctx context.Context) error {
	if err := r.lookUp(ctx); err != nil {
		return err
	}
	var due []task
	total := 0
	for i := range r.plan.Chains {
		for _, t := range r.tasksOf(&r.plan.Chains[i]) {
			due = append(due, t)
			total += len(t.books)
		}
	}
	if r.o.DryRun {
		for _, t := range due {
			for _, b := range t.books {
				r.outcome.Made = append(r.outcome.Made, b.Made)
			}
		}
		return nil
	}
	r.heldFirst(due)
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(r.workers())
	for _, t := range due {
		group.Go(func() error {
			if err := inner.Err(); err != nil {
				return err
			}
			return r.make(inner, t, total)
		})
	}
	err := group.Wait()
	if ctx.Err() != nil {
		err = ctx.Err()
	}
	return err
}

// heldFirst puts first what can be written without reading anything again.
func (r *runner) heldFirst(due []task) {
	again := func(t task) (n int) {
		for _, i := range t.inputs {
			if r.held[i] == nil {
				n = 1
			}
		}
		return n
	}
	slices.SortStableFunc(due, func(a, b task) int { return cmp.Compare(again(a), again(b)) })
}

// finished puts a board's year into the outcome.
func (r *runner) finished(b *due, total int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done++
	r.outcome.Made = append(r.outcome.Made, b.Made)
	r.o.Progress(Progress{Stage: Writing, Done: r.done, Total: total, Board: b.Made.Board, Year: b.Made.Year})
}
