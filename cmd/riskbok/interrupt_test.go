package main

import (
	"context"
	"os"
	"os/signal"
	"runtime"
	"testing"
	"time"
)

// Who presses Ctrl+C ends the work, also twice: what is being written is written whole.
func TestInterruptible(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a program cannot send itself an interrupt there")
	}
	t.Cleanup(func() { signal.Reset(os.Interrupt) })
	ctx, stop := interruptible(context.Background())
	defer stop()
	held := make(chan os.Signal, 1) // until it listens itself the test must not be ended
	signal.Notify(held, os.Interrupt)
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	for ended, tries := false, 0; !ended; tries++ {
		if tries == 200 {
			t.Fatal("the work goes on")
		}
		if err := self.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		select {
		case <-ctx.Done():
			ended = true
		case <-time.After(listenAfter):
		}
	}
	signal.Stop(held)
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	time.Sleep(listenAfter) // the second would have ended the test by now
}

// What is done sooner never listens.
func TestInterruptibleStops(t *testing.T) {
	ctx, stop := interruptible(context.Background())
	stop()
	if ctx.Err() == nil {
		t.Error("the context goes on")
	}
}
