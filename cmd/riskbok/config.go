package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"riskbok/config"
)

// config writes or shows the settings.
func (a *app) config() *cobra.Command {
	cmd := a.command("config", "config", func(cmd *cobra.Command, _ []string) error { return cmd.Help() })
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return callFault(cmd, "command", "name", args[0])
		}
		return nil
	}
	show := a.command("show", "config.show", a.configured(func(*cobra.Command, []string) error { return a.showConfig() }))
	show.Args = atMost(0)
	for _, name := range []string{"fail-on", "as-of", "template"} {
		a.text(show.Flags(), name, "")
	}
	create := a.command("init", "config.init", a.initConfig)
	create.Args = atMost(0)
	template := a.command("template", "config.template", a.configured(a.templateCommand))
	template.Args = atMost(1)
	a.text(template.Flags(), "from", "")
	a.completeTemplates(template, "from")
	cmd.AddCommand(create, show, template)
	return cmd
}

// initConfig writes a commented riskbok.yaml. It replaces no file.
func (a *app) initConfig(cmd *cobra.Command, _ []string) error {
	name, err := cmd.Flags().GetString("config")
	if err != nil {
		return err
	}
	if name == "" {
		name = config.FileName
	}
	data, err := config.Starter(a.cat.Tag)
	if err != nil {
		return err
	}
	if err := createFile(name, data); err != nil {
		return err
	}
	return a.print([]byte(a.cat.T("cmd.wrote", "path", name) + "\n"))
}

// createFile writes a file that is not there yet.
func createFile(name string, data []byte) error {
	f, err := os.OpenFile(filepath.Clean(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(name)
	}
	return err
}

// showConfig prints each value with where it came from. The lines are those
// of riskbok.yaml, with the origin as a comment.
func (a *app) showConfig() error {
	var b strings.Builder
	file := a.cfg.File
	if file == "" {
		file = a.cat.T("cmd.config.no-file")
	}
	fmt.Fprintf(&b, "# %s\n", a.cat.T("cmd.config.file", "file", file))
	lines, wide := []string{}, 0
	shown := a.cfg.Show()
	for _, s := range shown {
		value := s.Value
		if value == "" {
			value = `""`
		}
		lines = append(lines, s.Key+": "+value)
		wide = max(wide, utf8.RuneCountInString(lines[len(lines)-1]))
	}
	for i, s := range shown {
		origin := s.Origin.Place()
		if origin == "" {
			origin = a.cat.T("cmd.config.default")
		}
		fmt.Fprintf(&b, "%s%s  # %s\n", lines[i], strings.Repeat(" ", wide-utf8.RuneCountInString(lines[i])), origin)
	}
	lib := a.library()
	if lib.Err != nil {
		return lib.Err
	}
	if own := lib.Own(); len(own) > 0 {
		fmt.Fprintf(&b, "#\n# %s\n", a.cat.T("cmd.templates.dir", "dir", lib.Dir))
		for _, o := range own {
			for line := range strings.Lines(a.ownTemplate(lib, o)) {
				b.WriteString("#   " + line)
			}
		}
	}
	return a.print([]byte(b.String()))
}
