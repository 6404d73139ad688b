package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/files"
	"riskbok/exporters/html"
	"riskbok/exporters/workbook"
)

// alone is what the program does without a command: it checks files and folders
// that are named, as those are that somebody drops on it, starts the page for
// who double-clicks it, tells its version where that is asked for, and else helps.
func (a *app) alone(cmd *cobra.Command, args []string) error {
	asked, err := cmd.Flags().GetBool("version")
	switch {
	case asked || err != nil:
		return errors.Join(err, a.printVersion())
	case len(args) > 0:
		return a.configured(a.dropped)(cmd, args)
	case a.explorer:
		return a.configured(a.servePage)(cmd, args)
	}
	return cmd.Help()
}

// dropped checks files and folders, writes the report beside the first and shows
// it in the browser.
func (a *app) dropped(cmd *cobra.Command, paths []string) error {
	a.introduce()
	_, out, err := a.read(cmd, paths)
	if err != nil {
		return err
	}
	opts := a.options(out)
	if opts.Rules, err = a.run(cmd); err != nil {
		return err
	}
	rendered, err := html.Render(out.Report, opts)
	if err != nil {
		return err
	}
	path, err := a.beside(paths[max(0, slices.IndexFunc(paths, exists))], rendered[0].Data)
	if err != nil {
		return writeError(path, err)
	}
	// the browser may be slow to come, or not come at all
	a.mention(html.Verdict(out.Report, a.cat))
	a.mention(a.cat.T("cmd.dropped.report", "path", path))
	if err := a.open(path); err != nil {
		a.log.Info().Err(err).Msg("no browser")
		a.tell(a.cat.T("cmd.dropped.not-opened"))
	}
	if err := judged(out); err != nil {
		return err
	}
	return verdict(out.Report, a.cfg.FailOn)
}

// beside writes the report of a file or folder beside it, and where that is not
// allowed among the temporary files, which it tells.
func (a *app) beside(first string, data []byte) (string, error) {
	dir, stem := filepath.Split(filepath.Clean(first))
	if info, err := os.Stat(first); err == nil && info.IsDir() {
		if full, err := filepath.Abs(first); err == nil {
			dir, stem = filepath.Split(full)
		}
		if stem == "" { // the top of a disk
			dir, stem = first, filepath.VolumeName(first)
		}
	} else {
		stem = strings.TrimSuffix(stem, filepath.Ext(stem))
	}
	name := a.cat.T("cmd.dropped.name", "name", stem)
	path, err := files.Beside(dir, name, data, ownReport)
	if err == nil {
		return path, nil
	}
	a.log.Info().Err(err).Msg("report not written beside the file")
	a.tell(a.cat.T("cmd.dropped.elsewhere", "file", workbook.FileName(first)))
	return files.Temporary(name, data)
}

// ownReport reports whether a file is a report of riskbok's that nobody has
// changed.
func ownReport(content []byte) bool {
	ours, changed := html.Ours(content)
	return ours && !changed
}
