package main

import (
	"os"
	"time"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"

	"riskbok/cmd/internal/progress"
	"riskbok/exporters/workbook"
	"riskbok/rules/lang"
)

// clock is what progress goes by. In tests it stands still: a machine that has much to
// do would tell how far it has come where another says nothing.
var clock = time.Now

// progress begins a line on standard error that tells how far work has come; the stages
// are the keys of its texts in the catalogue.
func (a *app) progress() *progress.Line {
	out, terminal := a.err, false
	if f, ok := asFile(a.raw.err); ok && isatty.IsTerminal(f.Fd()) && os.Getenv("TERM") != "dumb" {
		out, terminal = colorable.NewColorable(f), true
	}
	return progress.New(out, terminal, clock, func(s progress.State) string {
		text := a.cat.T("progress."+s.Stage, "done", s.Done, "total", s.Total)
		if s.What != "" {
			text += ", " + lang.Line(s.What)
		}
		return text + a.left(s.Left)
	})
}

// left says how long work will yet take, in minutes, and below two in tens of
// seconds: more exact it is not known.
func (a *app) left(d time.Duration) string {
	const step = 10
	switch seconds := int(d.Seconds()); {
	case seconds <= 0:
		return ""
	case seconds < 120:
		return ", " + a.cat.N("progress.seconds", (seconds+step-1)/step*step)
	}
	return ", " + a.cat.N("progress.minutes", int(d.Round(time.Minute).Minutes()))
}

// readingProgress begins a line about reading files.
func (a *app) readingProgress() (line *progress.Line, step func(done, total int, file string)) {
	line = a.progress()
	return line, func(done, total int, file string) { line.Step("reading", done, total, workbook.FileName(file)) }
}
