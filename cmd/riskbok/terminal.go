package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/mattn/go-colorable"
	"github.com/mattn/go-isatty"
	"github.com/rs/zerolog"
	"golang.org/x/term"

	"riskbok/exporters/output"
)

// color reports whether results are coloured: on a terminal, unless the user
// said no (no-color.org). It makes a Windows console understand the codes.
func (a *app) color() bool {
	f, ok := asFile(a.raw.out)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" || !isatty.IsTerminal(f.Fd()) {
		return false
	}
	colorable.EnableColorsStdout(nil)
	return true
}

// widest is the longest line that is easily read, in characters.
const widest = 120

// width gives the characters that a line of the terminal has, [widest] at most; 0
// where results go somewhere else.
func (a *app) width() int { return lineWidth(a.raw.out) }

// lineWidth gives that of one stream.
func lineWidth(w io.Writer) int {
	f, ok := asFile(w)
	if !ok {
		return 0
	}
	wide, _, err := term.GetSize(int(f.Fd())) //nolint:gosec // a descriptor is a small number
	if err != nil {
		return 0
	}
	return min(wide, widest)
}

// fold breaks the lines of a text that are longer than n characters, all others
// and all where n is 0 stay as they are.
func fold(text string, n int) string {
	if n == 0 {
		return text
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if utf8.RuneCountInString(line) > n {
			lines = append(lines, output.Wrap(line, n)...)
		} else {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// tell writes a text for people, which is no result, in lines as the terminal has
// them.
func (a *app) tell(text string) { fmt.Fprintln(a.err, fold(text, lineWidth(a.raw.err))) }

// logger writes to standard error: lines for people on a terminal, JSON
// elsewhere.
func (a *app) logger() zerolog.Logger {
	level, err := zerolog.ParseLevel(a.cfg.LogLevel)
	if err != nil {
		level = zerolog.WarnLevel
	}
	var to = a.err
	if f, ok := asFile(a.raw.err); ok && isatty.IsTerminal(f.Fd()) {
		to = zerolog.ConsoleWriter{Out: output.NewGuard(colorable.NewColorable(f), output.Coloured), TimeFormat: time.TimeOnly, NoColor: os.Getenv("NO_COLOR") != ""}
	}
	return zerolog.New(to).Level(level).With().Timestamp().Logger()
}

// print writes text to standard output.
func (a *app) print(data []byte) error { return a.printAs(output.Coloured, data) }

// printAs writes a result of a form to standard output.
func (a *app) printAs(form output.Form, data []byte) error {
	if !a.color() {
		form = form.Without()
	}
	_, err := a.raw.out.Write(output.Safe(form, data))
	return err
}
