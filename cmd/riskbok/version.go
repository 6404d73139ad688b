package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (a *app) version() *cobra.Command {
	cmd := a.command("version", "version", func(*cobra.Command, []string) error { return a.printVersion() })
	cmd.Args = atMost(0)
	return cmd
}

func (a *app) printVersion() error {
	return a.print(fmt.Appendf(nil, "riskbok %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
}

// version is what the Go tool knows of the build: the module's version, else
// the commit, else "devel".
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "devel"
}
