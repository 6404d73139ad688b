package main

import (
	"bytes"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/notices"
)

func (a *app) version() *cobra.Command {
	licenses := false
	cmd := a.command("version", "version", func(*cobra.Command, []string) error {
		if licenses {
			return a.printNotices()
		}
		return a.printVersion()
	})
	cmd.Args = atMost(0)
	cmd.Flags().BoolVar(&licenses, "licenses", false, a.cat.T("cmd.flag.licenses"))
	return cmd
}

// printNotices prints the licence of each module that is linked.
func (a *app) printNotices() error {
	all, err := notices.All()
	if err != nil {
		return err
	}
	var b bytes.Buffer
	rule := strings.Repeat("=", 80)
	for _, n := range all {
		fmt.Fprintf(&b, "%s\n%s\n%s\n\n%s\n", rule, strings.TrimSpace(n.Module+" "+n.Version), rule, n.Text)
	}
	return a.print(b.Bytes())
}

func (a *app) printVersion() error {
	return a.print(fmt.Appendf(nil, "riskbok %s (%s, %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
}

// released is the version that .ci/release builds, set by the linker.
var released string

// version is that of the release, else what the Go tool knows of the build: the
// module's version, else the commit, else "devel".
func version() string {
	if released != "" {
		return released
	}
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
