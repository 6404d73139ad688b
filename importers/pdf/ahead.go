package pdf

import (
	"context"
	"fmt"
	"runtime"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/text"
)

// printed is one page with its glyphs joined to words and lines, and what
// went wrong on the way.
type printed struct {
	page  *content.Page
	words []text.Word
	lines []text.Line
	err   error
}

// Fewer pages than this are not worth a second worker.
const fewPages = 8

// printAll prints the pages of a file, some of them at the same time, and
// gives each to use in their order. It stops when use says so.
func printAll(ctx context.Context, pages []objects.Page, fonts *content.Fonts, lim content.Limits, use func(i int, p printed) bool) {
	workers := min(runtime.GOMAXPROCS(0), 4)
	if len(pages) < fewPages || workers == 1 {
		for i, p := range pages {
			if !use(i, printPage(ctx, p, fonts, lim)) {
				return
			}
		}
		return
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type job struct {
		page objects.Page
		done chan printed
	}
	// The pages in work and those waiting for their turn are few, so that
	// memory does not grow with the file.
	jobs := make(chan job, workers)
	turns := make(chan chan printed, 2*workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.done <- printPage(ctx, j.page, fonts, lim)
			}
		}()
	}
	go func() {
		defer close(jobs)
		defer close(turns)
		for _, p := range pages {
			j := job{p, make(chan printed, 1)}
			select {
			case turns <- j.done:
			case <-ctx.Done():
				return
			}
			jobs <- j
		}
	}()
	i := 0
	for done := range turns {
		if !use(i, <-done) {
			return
		}
		i++
	}
}

// printPage prints one page. A panic below becomes its error.
func printPage(ctx context.Context, p objects.Page, fonts *content.Fonts, lim content.Limits) (out printed) {
	defer func() {
		if x := recover(); x != nil {
			out = printed{page: &content.Page{}, err: fmt.Errorf("page: %v", x)}
		}
	}()
	out.page, out.err = content.Run(ctx, p, fonts, lim)
	out.page.Upright()
	out.words, out.lines = text.Read(out.page)
	return out
}
