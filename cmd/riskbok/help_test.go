package main

import (
	"bytes"
	"regexp"
	"slices"
	"testing"

	"github.com/spf13/cobra"

	"riskbok/rules/lang"
)

// TestHelp: the help of every command, in every language, says what it does, and no
// text of it has a place that was left open.
func TestHelp(t *testing.T) {
	open := regexp.MustCompile(`\{[a-zA-Z-]+\}`)
	for _, tag := range lang.Tags() {
		var out bytes.Buffer
		a := newApp(streams{out: &out, err: &out}, []string{"--lang", tag})
		root, helped := a.root(), 0
		root.InitDefaultHelpCmd() // as when it runs
		for all := []*cobra.Command{root}; len(all) > 0; all = all[1:] {
			cmd := all[0]
			all = slices.Concat(all, cmd.Commands())
			out.Reset()
			a.help(cmd)
			if cmd.Short == "" {
				t.Errorf("%s: %s has no text", tag, cmd.CommandPath())
			}
			if at := open.Find(out.Bytes()); at != nil {
				t.Errorf("%s: %s stands open in the help of %s:\n%s", tag, at, cmd.CommandPath(), &out)
			}
			helped++
		}
		if helped < 15 {
			t.Errorf("%s: only %d commands were looked at", tag, helped)
		}
	}
}
