package main

import (
	"context"
	"os"
	"os/signal"
	"time"
)

// listenAfter is from when on the program ends by itself what it was asked to stop.
// Before, the system ends it at once, which leaves no more behind than any other end.
// What waits for the signal has a thread of its own: it would take a twenty-fifth of the
// check of a small workbook, which is done by then.
const listenAfter = 50 * time.Millisecond

// interruptible gives a context that ends when somebody presses Ctrl+C; stop ends it, too.
func interruptible(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancel(parent)
	listening := time.AfterFunc(listenAfter, func() {
		asked := make(chan os.Signal, 1)
		signal.Notify(asked, os.Interrupt)
		select {
		case <-asked:
			cancel()
		case <-ctx.Done():
		}
	})
	return ctx, func() {
		listening.Stop()
		cancel()
	}
}
