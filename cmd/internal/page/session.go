package page

import (
	"context"
	"errors"
	"maps"
	"slices"
	"sync"
	"time"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/run"
	"riskbok/exporters/output"
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
	bound    map[string]model.Field
	work     *work   // being read; nil: nothing is
	done     *result // what was read; nil: nothing yet
	version  int     // counts results, so that a form of an older page is known
	notice   string  // said once, on the next page
}

// work is a set of files that is being read.
type work struct {
	cancel      context.CancelFunc
	ended       chan struct{}
	done, total int
	file        string
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
	one.parts, one.baseline, one.bound, one.work, one.done, one.notice = nil, files.Part{}, nil, nil, nil, ""
	one.version++
}

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
	one.notice = text
	one.mu.Unlock()
}

// take adds files that were dropped, or with add false puts them in the place of
// those before. Of two with one name the later stays.
func (one *session) take(parts []files.Part, add bool) {
	one.mu.Lock()
	defer one.mu.Unlock()
	if !add {
		one.parts, one.baseline, one.bound = nil, files.Part{}, nil
	}
	for _, p := range parts {
		if isBaseline(p) {
			one.baseline = p
			continue
		}
		i := slices.IndexFunc(one.parts, func(o files.Part) bool { return o.Name == p.Name })
		if i < 0 {
			one.parts = append(one.parts, p)
		} else {
			one.parts[i] = p
		}
	}
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
	w := &work{cancel: cancel, ended: make(chan struct{}), total: len(one.parts)}
	one.work = w
	how := s.how(one.bound)
	how.Progress = func(done, total int, file string) {
		one.mu.Lock()
		w.done, w.total, w.file = done, total, file
		one.mu.Unlock()
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

// how says how files are read, with the columns that were bound on the page.
func (s *Server) how(bound map[string]model.Field) run.Options {
	o := s.o.Run
	all := maps.Clone(o.Source.Map)
	if all == nil {
		all = map[string]model.Field{}
	}
	s.mu.Lock()
	maps.Copy(all, s.kept)
	s.mu.Unlock()
	maps.Copy(all, bound)
	o.Source.Map = all
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
			one.notice = err.Error()
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
			one.notice = s.fault(b.Name, err, s.o.Lang)
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
