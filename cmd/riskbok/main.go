// Command riskbok checks the risk analyses and internal control plans of
// Swedish municipal boards, writes corrected copies, and writes control plan
// workbooks in a chosen template. Each subcommand has a file of its own.
package main

import (
	"context"
	"os"

	"github.com/inconshreveable/mousetrap"

	_ "riskbok/cmd/internal/largepages" // before other packages are made ready
)

func main() {
	holdCollector()
	ctx, stop := interruptible(context.Background())
	code := program(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr})
	stop()
	os.Exit(code)
}

// program is the whole program: it gives the exit code, 0 where nothing is at or
// above --fail-on, 1 where something is, 2 where something named could not be
// read or the call was wrong.
func program(ctx context.Context, args []string, std streams) int {
	a := newApp(std, args)
	if mousetrap.StartedByExplorer() {
		a.inWindow()
	}
	return a.execute(ctx, args)
}

func (a *app) execute(ctx context.Context, args []string) int {
	root := a.root()
	root.SetArgs(unquoted(args))
	code := a.finish(root.ExecuteContext(ctx))
	a.holdWindow(ctx)
	return code
}
