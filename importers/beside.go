package importers

import (
	"runtime"

	"riskbok/importers/grid"
	"riskbok/importers/minutes"
	"riskbok/importers/plan/words"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// besidePages is from how many pages on a document's meetings are read while its
// tables are understood.
const besidePages = 8

// besideSteps is up to how many steps they are: a twentieth of what a file may cost,
// and 1,000 pages. What a file may not cost was read for nothing then.
const besideSteps = 15_000

// meetingsBeside begins to read the meetings that pages tell of, and gives how to get
// them when the tables of the document are understood. They are what [minutes.Read]
// gives then: the cost is taken last, so that the same file meets the same limit.
func meetingsBeside(pages []grid.Page, ready func() minutes.Words, opts source.Options, cost *source.Budget) func(*model.Document) []model.Meeting {
	steps := 0
	for i := range pages {
		steps += minutes.Steps(&pages[i])
	}
	if opts.Meeting == nil || len(pages) < besidePages || steps > besideSteps || runtime.GOMAXPROCS(0) == 1 {
		return func(doc *model.Document) []model.Meeting { return minutes.ReadBy(doc, pages, ready, cost) }
	}
	reading := beside(func() *minutes.Reading { return minutes.Of(pages, ready()) })
	return func(doc *model.Document) []model.Meeting {
		read := reading()
		if afforded := minutes.Affordable(pages, cost); len(afforded) < len(pages) {
			return minutes.ReadBy(doc, afforded, ready, nil)
		}
		return read.Tell(doc)
	}
}

// readyBeside begins to make ready the words by which a document will be understood, and
// gives how to get those of meetings. It takes 2 ms, for which the beginning of a PDF
// leaves a core idle.
func readyBeside(opts source.Options) func() minutes.Words {
	if runtime.GOMAXPROCS(0) == 1 {
		return func() minutes.Words { return minutes.Ready(opts.Meeting) }
	}
	return beside(func() minutes.Words {
		if opts.Vocabulary != nil {
			words.Of(opts.Vocabulary)
		}
		if opts.Meeting == nil {
			return minutes.Words{}
		}
		return minutes.Ready(opts.Meeting)
	})
}

// beside begins some work and gives how to wait for what it makes. A panic within is
// that of whoever waits.
func beside[T any](work func() T) (wait func() T) {
	var made T
	var failed any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { failed = recover() }()
		made = work()
	}()
	return func() T {
		<-done
		if failed != nil {
			panic(failed)
		}
		return made
	}
}
