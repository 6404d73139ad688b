package run

import (
	"context"
	"crypto/sha256"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"riskbok/cmd/internal/files"
	"riskbok/importers"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Result is what became of one input: a document, and the number and hash of the
// bytes that it was read from, or why there is none.
type Result struct {
	Document *model.Document
	Failure  *rules.Unreadable
	Bytes    int
	Sum      [sha256.Size]byte
}

// Each reads inputs, several at a time, and hands on each result as it comes:
// one call at a time, in no order, with the input's index. The documents' IDs are
// the indices and one. Inputs that skip names, if it is not nil, are passed over.
// An error means that the run was broken off.
func Each(ctx context.Context, inputs []files.Input, skip func(i int) bool, o Options, done func(i int, r Result)) error {
	if o.Workers == 0 {
		o.Workers = 2 * runtime.GOMAXPROCS(0)
	}
	var mu sync.Mutex
	finished := 0
	space := newRoom(o.Memory)
	group, inner := errgroup.WithContext(ctx)
	group.SetLimit(o.Workers)
	for _, i := range largestFirst(inputs) {
		if inner.Err() != nil {
			break
		}
		in := inputs[i]
		if skip != nil && skip(i) {
			mu.Lock()
			finished++
			mu.Unlock()
			continue
		}
		group.Go(func() error {
			leave, err := space.enter(inner, in)
			if err != nil {
				return err
			}
			r := One(inner, int32(i+1), in, o)
			leave()
			if err := inner.Err(); err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			done(i, r)
			finished++
			if o.Progress != nil {
				o.Progress(finished, len(inputs), in.Name)
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	return ctx.Err()
}

// One reads one input; id becomes the document's. Nothing that an importer does
// may end the run.
func One(ctx context.Context, id int32, in files.Input, o Options) (res Result) {
	if o.Import == nil {
		o.Import = importers.Read
	}
	log := o.Log.With().Str("file", in.Name).Logger()
	defer func() {
		if p := recover(); p != nil {
			log.Error().Str("panic", fmt.Sprint(p)).Str("stack", string(debug.Stack())).Msg("an importer failed")
			res = Result{Failure: &rules.Unreadable{File: in.Name, Code: "panic", Args: map[string]string{"text": fmt.Sprint(p)}}}
		}
	}()
	start := time.Now()
	data, err := files.Read(in, o.Stdin, limits(o.Source).FileBytes)
	if err != nil {
		log.Info().Err(err).Msg("not read")
		return Result{Failure: failure(in, err, o.Source)}
	}
	doc, err := o.Import(ctx, model.File{ID: id, Name: in.Name, Data: data}, o.Source)
	if err != nil {
		log.Info().Err(err).Msg("not read")
		return Result{Failure: failure(in, err, o.Source), Bytes: len(data), Sum: sha256.Sum256(data)}
	}
	log.Info().Int("bytes", len(data)).Dur("took", time.Since(start)).Int("registers", len(doc.Registers)).
		Int("followups", len(doc.FollowUps)).Int("scales", len(doc.Scales)).Msg("read")
	return Result{Document: doc, Bytes: len(data), Sum: sha256.Sum256(data)}
}
