package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/largepages"
	"riskbok/cmd/internal/page"
	"riskbok/config"
	"riskbok/rules/model"
)

// runningFile is the name, among the user's cached data, of the file by which a
// second start finds the page.
const runningFile = "page.json"

// serve shows the page on which files are dropped, until nobody has it open.
func (a *app) serve() *cobra.Command {
	cmd := a.command("serve", "serve", a.configured(a.servePage))
	cmd.Args = atMost(0)
	a.text(cmd.Flags(), "port", "")
	a.text(cmd.Flags(), "baseline", "")
	a.text(cmd.Flags(), "as-of", "")
	a.text(cmd.Flags(), "template", "t")
	cmd.Flags().Bool("no-browser", false, a.cat.T("cmd.flag.no-browser"))
	a.mappable(cmd)
	a.completeTemplates(cmd, "template")
	return cmd
}

func (a *app) servePage(cmd *cobra.Command, _ []string) error {
	o, err := a.pageOptions(cmd)
	if err != nil {
		return err
	}
	quiet := cmd.Flags().Lookup("no-browser") != nil && cmd.Flags().Lookup("no-browser").Value.String() == "true"
	o.Aside = quiet || o.Port != 0 || o.Baseline != ""
	a.introduce()
	if !o.Aside {
		if address := page.Find(o.Running, o.Version); address != "" {
			a.mention(a.cat.T("cmd.serve.running", "address", address))
			a.show(address)
			return nil
		}
	}
	largepages.Take() // what will be dropped is not known yet
	s, err := page.Open(o)
	var taken *page.PortError
	if errors.As(err, &taken) {
		return callFault(cmd, "port", "port", taken.Port)
	}
	if err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(cmd.Context()) }()
	if quiet {
		a.mention(a.cat.T("cmd.serve.quiet", "address", s.Address()))
	} else {
		a.mention(a.cat.T("cmd.serve.open", "address", s.Address()))
	}
	a.mention(a.cat.T("cmd.serve.end"))
	if !quiet {
		a.show(s.Address())
	}
	return <-ended
}

// show opens an address in the browser, or says that it must be typed.
func (a *app) show(address string) {
	if err := a.open(address); err != nil {
		a.log.Info().Err(err).Msg("no browser")
		a.tell(a.cat.T("cmd.serve.not-opened", "address", address))
	}
}

// pageOptions say how the page reads, judges and writes: as the commands do.
func (a *app) pageOptions(cmd *cobra.Command) (page.Options, error) {
	how, err := a.reading(cmd)
	if err != nil {
		return page.Options{}, err
	}
	template, err := a.template()
	if err != nil {
		return page.Options{}, err
	}
	o := page.Options{
		Lang: a.cat, Version: version(), Run: how, Template: template, Convert: a.cfg.Template != "", Log: a.log, Keep: a.keepMap,
	}
	if o.Rules, err = a.run(cmd); err != nil {
		return o, err
	}
	if dir, err := os.UserCacheDir(); err == nil {
		o.Running = filepath.Join(dir, "riskbok", runningFile)
	}
	if cmd.Flags().Lookup("port") == nil { // double-clicked
		return o, nil
	}
	if o.Baseline, err = cmd.Flags().GetString("baseline"); err != nil {
		return o, err
	}
	port, err := cmd.Flags().GetString("port")
	if err != nil || port == "" {
		return o, err
	}
	if o.Port, err = strconv.Atoi(port); err != nil || o.Port < 1 || o.Port > 65535 {
		return o, callFault(cmd, "port-number", "value", port)
	}
	return o, nil
}

// keepMap adds bindings of columns to the user's configuration: to the file that
// was read, else to one in the user's own folder, which every later run finds.
func (a *app) keepMap(bound map[string]model.Field) (string, error) {
	name, err := a.keepMapIn(a.cfg.File, bound)
	if err != nil {
		text, _ := a.explain(err)
		// the page shows no folders
		err = errors.New(strings.ReplaceAll(text, filepath.Dir(name)+string(filepath.Separator), ""))
	}
	return filepath.Base(name), err
}

func (a *app) keepMapIn(name string, bound map[string]model.Field) (string, error) {
	if name == "" {
		dir, err := os.UserConfigDir()
		if err != nil {
			return "", err
		}
		name = filepath.Join(dir, "riskbok", config.FileName)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return name, err
		}
	}
	data, err := config.ReadList(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return name, err
	}
	if data, err = config.KeepMap(name, data, bound); err != nil {
		return name, err
	}
	return name, files.Replace(name, data)
}
