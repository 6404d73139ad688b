package page

import (
	"bytes"
	"context"
	"errors"
	"maps"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/output"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// session is what one page holds. Its idle ticks are the server's to count.
type session struct {
	id   string
	idle int

	mu       sync.Mutex // of what follows
	parts    []files.Part
	baseline files.Part // the acceptances, none: no data
	bound    bindings
	unsaved  int     // acceptances made on the page that were not downloaded
	work     *work   // being read; nil: nothing is
	done     *result // what was read; nil: nothing yet
	version  int     // counts results, so that a form of an older page is known
	notice   string  // said once, on the next page
	copies   int     // times that corrected copies were asked for and made, or not
}

// work is a set of files that is being read.
type work struct {
	cancel      context.CancelFunc
	ended       chan struct{}
	done, total int
	file        string // the one that was begun last
	begun       time.Time
}

// result is what was read and found. It is not changed: who accepts a finding
// makes another.
type result struct {
	out     *run.Outcome
	report  *rules.Report // with what is accepted
	version int
	when    time.Time

	baseline files.Part // what is accepted, as it was then; none: no data
}

// hash gives the SHA-256 in hex of a file of the report, "" for one that is
// unknown.
func (r *result) hash(name string) string {
	if r.baseline.Data != nil && name == r.baseline.Name {
		return files.Hash(r.baseline.Data)
	}
	return r.out.Hash(name)
}

// options are what exporters are given.
func (r *result) options(o *Options) output.Options {
	return output.Options{Lang: o.Lang, Input: r.out.Input, Version: o.Version, Template: o.Template}
}

// forget lets go of everything.
func (one *session) forget() {
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.work != nil {
		one.work.cancel()
	}
	large := sizeOf(one.parts) > largeHold
	one.parts, one.baseline, one.bound, one.work, one.done, one.notice, one.unsaved = nil, files.Part{}, nil, nil, nil, "", 0
	one.version++
	if large {
		go debug.FreeOSMemory() // what is forgotten is not kept from other programs
	}
}

// largeHold is how many bytes of files a session holds before giving them back to
// the machine is worth the tenth of a second it takes.
const largeHold = 32 << 20

// size is how many bytes a session holds of files.
func (one *session) size() int64 {
	one.mu.Lock()
	defer one.mu.Unlock()
	return sizeOf(one.parts)
}

func sizeOf(parts []files.Part) int64 {
	n := int64(0)
	for _, p := range parts {
		n += int64(len(p.Data))
	}
	return n
}

func (one *session) say(text string) {
	one.mu.Lock()
	one.tell(text)
	one.mu.Unlock()
}

// tell adds to what is said on the next page. The session is locked.
func (one *session) tell(text string) {
	one.notice = strings.TrimSpace(one.notice + " " + text)
}

// mended counts that corrected copies were asked for, once all is said of them.
func (one *session) mended() {
	one.mu.Lock()
	one.copies++
	one.mu.Unlock()
}

// taken is what became of files that were dropped. Replaced are those that took
// the place of another with the same name; Unbound says that columns had been
// settled in files that are gone, Lost how many acceptances a dropped file
// replaced that nobody had saved.
type taken struct {
	Replaced []string
	Unbound  bool
	Lost     int
}

// take adds files that were dropped, or with add false puts them in the place of
// those before. Of two with one name the later stays. What is accepted holds for
// later files, too: it names board, year and what stood in the cell.
func (one *session) take(parts []files.Part, add bool) taken {
	one.mu.Lock()
	defer one.mu.Unlock()
	var out taken
	if !add {
		out.Unbound = len(one.bound) > 0
		one.parts, one.bound = nil, nil
	}
	for _, p := range parts {
		if isBaseline(p) {
			if !bytes.Equal(one.baseline.Data, p.Data) {
				out.Lost += one.unsaved
			}
			one.baseline, one.unsaved = p, 0
			continue
		}
		i := slices.IndexFunc(one.parts, func(o files.Part) bool { return o.Name == p.Name })
		if i < 0 {
			one.parts = append(one.parts, p)
			continue
		}
		if !bytes.Equal(one.parts[i].Data, p.Data) {
			out.Replaced = append(out.Replaced, p.Name)
		}
		one.parts[i] = p
	}
	return out
}

// read begins to read and judge what the session holds, in the place of what is
// being read.
func (s *Server) read(ctx context.Context, one *session) *work {
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.work != nil {
		one.work.cancel()
	}
	inner, cancel := context.WithCancel(ctx)
	w := &work{cancel: cancel, ended: make(chan struct{}), total: len(one.parts), begun: time.Now()}
	one.work = w
	how := s.how(one.bound)
	how.Progress = func(done, total int, _ string) {
		one.mu.Lock()
		w.done, w.total = done, total
		one.mu.Unlock()
	}
	reading := how.Import
	how.Import = func(ctx context.Context, f model.File, so source.Options) (*model.Document, error) {
		one.mu.Lock()
		w.file = f.Name
		one.mu.Unlock()
		return reading(ctx, f, so)
	}
	set := files.InMemory(one.parts)
	go func() {
		defer close(w.ended)
		defer cancel()
		out, err := run.Read(inner, set, how)
		s.finish(one, w, out, err)
	}()
	return w
}

// how says how files are read, each with the columns that were bound in it on the
// page.
func (s *Server) how(bound bindings) run.Options {
	o := s.o.Run
	all := maps.Clone(o.Source.Map)
	if all == nil {
		all = map[string]model.Field{}
	}
	s.mu.Lock()
	maps.Copy(all, s.kept)
	s.mu.Unlock()
	o.Source.Map = all
	read := o.Import
	if read == nil {
		read = importers.Read
	}
	bound = maps.Clone(bound)
	o.Import = func(ctx context.Context, f model.File, so source.Options) (*model.Document, error) {
		if own := bound[f.Name]; len(own) > 0 {
			so.Map = maps.Clone(so.Map)
			maps.Copy(so.Map, own)
		}
		return read(ctx, f, so)
	}
	return o
}

// finish puts what was read in its place, unless it has been overtaken.
func (s *Server) finish(one *session, w *work, out *run.Outcome, err error) {
	one.mu.Lock()
	defer one.mu.Unlock()
	if one.work != w {
		return
	}
	one.work = nil
	if err != nil {
		if !errors.Is(err, context.Canceled) {
			one.tell(s.inWords(err))
		}
		return
	}
	s.show(one, out)
}

// show makes the result of what was read, with what is accepted. The session is
// locked.
func (s *Server) show(one *session, out *run.Outcome) {
	report := *out.Report
	report.Documents = slices.Clone(report.Documents)
	accepted, ok := s.acceptances(one)
	if b := accepted; ok {
		if err := run.Accept(&report, b.Name, b.Data, s.o.Run.Settings); err != nil {
			one.tell(s.fault(b.Name, err, s.o.Lang))
		}
	}
	one.version++
	one.done = &result{out: out, report: &report, version: one.version, when: time.Now(), baseline: accepted}
}

// fault says what is wrong with a file of acceptances.
func (s *Server) fault(name string, err error, cat *lang.Catalog) string {
	var at *baseline.Error
	if errors.As(err, &at) {
		return cat.T("page.baseline.fault", "file", name, "text", at.Text(cat))
	}
	return cat.T("page.failed", "text", err.Error())
}
