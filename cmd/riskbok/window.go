package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
)

// notice passes on what is written for people and remembers that something was.
type notice struct {
	io.Writer
	unread *bool
}

func (n notice) Write(p []byte) (int, error) {
	*n.unread = *n.unread || len(p) > 0
	return n.Writer.Write(p)
}

// inWindow makes the app remember that something was written into a window that
// closes when the program ends.
func (a *app) inWindow() {
	a.explorer = true
	for _, w := range []*io.Writer{&a.out, &a.err, &a.raw.out, &a.raw.err} {
		*w = notice{*w, &a.said}
	}
}

// beneath gives the stream that a notice passes on to.
func beneath(w io.Writer) io.Writer {
	if n, ok := w.(notice); ok {
		return n.Writer
	}
	return w
}

// asFile gives the file that a stream of the program is, if it is one.
func asFile(w io.Writer) (*os.File, bool) {
	f, ok := beneath(w).(*os.File)
	return f, ok
}

// mention writes a text that nobody needs to have read: the window may close
// after it.
func (a *app) mention(text string) {
	// a window that takes no text is no reason to stop
	_, _ = fmt.Fprintln(beneath(a.out), fold(text, lineWidth(a.raw.out)))
}

// introduce says what the window is, once.
func (a *app) introduce() {
	if !a.introduced {
		a.introduced = true
		a.mention(a.cat.T("cmd.window.what"))
	}
}

// holdWindow keeps the window that Explorer opened until somebody has read what
// was said in it.
func (a *app) holdWindow(ctx context.Context) {
	if !a.explorer || !a.said {
		return
	}
	a.mention(a.cat.T("cmd.window.enter"))
	read := make(chan struct{})
	go func() {
		_, _ = bufio.NewReader(a.in).ReadString('\n') // the end of input is an answer too
		close(read)
	}()
	select {
	case <-read:
	case <-ctx.Done():
	}
}
