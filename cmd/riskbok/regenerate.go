package main

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"riskbok/cmd/internal/archive"
	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/regenerate"
	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/exporters/overview"
	"riskbok/exporters/workbook"
	"riskbok/rules/lang"
)

// regenerate writes the workbooks of a whole archive anew, those that something
// has changed of, and an overview.
func (a *app) regenerate() *cobra.Command {
	cmd := a.command("regenerate", "regenerate", a.configured(func(cmd *cobra.Command, args []string) error {
		o, err := a.regeneration(cmd, args)
		if err != nil {
			return err
		}
		line := a.progress()
		o.Progress = func(p regenerate.Progress) { line.Step(string(p.Stage), p.Done, p.Total, told(p)) }
		var failed error
		o.Finish = func(out *regenerate.Outcome) {
			a.withoutSettings(o, out)
			if hasOverview(o, out) {
				line.Step("overview", 0, 1, "")
				failed = a.writeOverview(o, out)
			}
		}
		out, err := regenerate.Run(cmd.Context(), o)
		line.End()
		if out == nil || out.Plan == nil {
			return onDisk(err)
		}
		out.Skipped = slices.DeleteFunc(out.Skipped, a.isSettings)
		if e := a.print(a.regenerated(o, out, err != nil)); e != nil {
			return e
		}
		if err := errors.Join(append(a.unmade(out), onDisk(err), failed)...); err != nil {
			return err
		}
		return regeneratedCode(out)
	}))
	cmd.Args = atLeast(1, "no-path")
	a.text(cmd.Flags(), "output", "o")
	a.forcible(cmd)
	a.text(cmd.Flags(), "template", "t")
	a.mappable(cmd)
	cmd.Flags().String("year", "", a.cat.T("cmd.flag.only-year"))
	// it fails only for a flag that the line above did not add
	_ = cmd.Flags().SetAnnotation("year", wordsOf, []string{"only-year"})
	cmd.Flags().StringSlice("board", nil, a.cat.T("cmd.flag.board"))
	cmd.Flags().Bool("dry-run", false, a.cat.T("cmd.flag.dry-run"))
	cmd.Flags().Int("workers", 0, a.cat.T("cmd.flag.workers"))
	a.completeTemplates(cmd, "template")
	return cmd
}

// hasOverview reports whether a run makes an overview: one that was limited to what is
// not there had a year or a board mistyped, and leaves the last one as it is.
func hasOverview(o regenerate.Options, out *regenerate.Outcome) bool {
	return len(out.Made)+out.Unchanged > 0 || o.Year == 0 && len(o.Boards) == 0
}

// withoutSettings takes the file that settings were read from out of the overview: it is
// no document of the archive.
func (a *app) withoutSettings(o regenerate.Options, out *regenerate.Outcome) {
	out.Overview.Files = slices.DeleteFunc(out.Overview.Files, func(f overview.File) bool {
		return f.State == overview.Passed && slices.ContainsFunc(o.Paths, func(root string) bool { return a.isSettings(filepath.Join(root, filepath.FromSlash(f.Name))) })
	})
}

// isSettings reports whether a file is the one that settings were read from.
func (a *app) isSettings(name string) bool {
	one, err := os.Stat(name)
	if err != nil || a.cfg.File == "" {
		return false
	}
	other, err := os.Stat(a.cfg.File)
	return err == nil && os.SameFile(one, other)
}

// told names what was done last.
func told(p regenerate.Progress) string {
	if p.Stage == regenerate.Reading {
		return workbook.FileName(p.File)
	}
	return boardYear(p.Board, p.Year)
}

func boardYear(board string, year int) string {
	if year == 0 {
		return board
	}
	return board + " " + strconv.Itoa(year)
}

// unmade gives why board's years could not be made, each once, the first of many.
func (a *app) unmade(out *regenerate.Outcome) []error {
	var errs []error
	seen := map[string]bool{}
	for i := range out.Made {
		for _, err := range parts(out.Made[i].Err) {
			if err = onDisk(err); !seen[err.Error()] {
				seen[err.Error()] = true
				errs = append(errs, err)
			}
		}
	}
	if n := len(errs); n > fewLines {
		errs = append(errs[:fewLines], errors.New(a.cat.N("regenerate.more", n-fewLines)))
	}
	return errs
}

// parts gives the errors that were joined to one.
func parts(err error) []error {
	switch joined, ok := err.(interface{ Unwrap() []error }); {
	case err == nil:
		return nil
	case ok:
		var out []error
		for _, e := range joined.Unwrap() {
			out = append(out, parts(e)...)
		}
		return out
	}
	return []error{err}
}

// onDisk words an error that names a file.
func onDisk(err error) error {
	var disk *regenerate.FileError
	if errors.As(err, &disk) {
		return writeError(disk.Path, disk.Err)
	}
	return err
}

// regeneratedCode is 2 where something could not be read, or nothing was there.
func regeneratedCode(out *regenerate.Outcome) error {
	if out.Failed || len(out.Strange) > 0 || len(out.Made)+out.Unchanged == 0 {
		return exit(2)
	}
	return nil
}

// regeneration gathers all that a regeneration is told.
func (a *app) regeneration(cmd *cobra.Command, args []string) (o regenerate.Options, err error) {
	flags := cmd.Flags()
	if o.Dir, _, err = a.target(cmd); err != nil {
		return o, err
	}
	template, err := a.template()
	if err != nil {
		return o, err
	}
	if o.Run, err = a.reading(cmd); err != nil {
		return o, err
	}
	o.Run.Progress = nil
	if o.Year, err = yearFlag(cmd); err != nil {
		return o, err
	}
	o.Boards, _ = flags.GetStringSlice("board") // the three are defined above
	o.DryRun, _ = flags.GetBool("dry-run")
	o.Workers, _ = flags.GetInt("workers")
	o.Paths, o.Force, o.Convert = args, a.force, a.cfg.Template != ""
	o.Output = output.Options{Lang: a.cat, Template: template, Version: version()}
	o.Archive = archive.Settings{Year: o.Year, Today: cmp.Or(a.cfg.AsOf.Year, time.Now().Year()), Boards: a.cfg.Boards, Words: config.MeetingWords().Board, Joins: config.MeetingWords().Join, Leaning: config.MeetingWords().Leaning, Names: config.ArchiveWords(), NoName: a.cat.T("controlplan.file.board")}
	o.Template = fingerprint(template, o.Convert)
	// What files are read by counts too: the words of every template.
	o.Settings = fingerprint(a.cat.Tag, a.cfg.AsOf, a.cfg.Boards, a.cfg.Scale, o.Run.Source.Map, o.Run.Settings.Severities, a.library().Templates())
	o.Program = build()
	return o, nil
}

// build tells one build of the program from another: by its version, and where
// that was built from files that are in no commit, by the program file as well.
func build() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return programFile()
	}
	revision, modified := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value
		case "vcs.modified":
			modified = s.Value
		}
	}
	if modified == "false" || revision == "" && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version + " " + revision
	}
	return revision + " " + programFile()
}

// programFile tells the program's file by size and time.
func programFile() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return strconv.FormatInt(file.Size(), 10) + " " + strconv.FormatInt(file.ModTime().UnixNano(), 10)
}

// writeOverview writes the overview as a workbook, as a web page and for programs. One that has
// not changed is left, and one that somebody has changed stays.
func (a *app) writeOverview(o regenerate.Options, out *regenerate.Outcome) error {
	w, err := files.NewWriter(o.Dir, nil, a.force)
	if err != nil {
		return err
	}
	var errs []error
	for _, kind := range overviewKinds {
		data, err := kind.render(out.Overview, o.Output)
		if err != nil {
			return err
		}
		name := a.cat.T("regenerate.file.overview") + kind.ending
		if w.Holds(name, data) {
			continue
		}
		path, err := w.Write(name, data)
		switch {
		case errors.Is(err, files.ErrChanged):
			out.Kept = append(out.Kept, name)
		case err != nil:
			errs = append(errs, writeError(path, err))
		}
	}
	a.otherLanguages(w, out)
	return errors.Join(errs...)
}

// overviewKinds are the files of the overview, which are written one after the other:
// all of them at once took more memory than making 4,000 workbooks.
var overviewKinds = []struct {
	ending string
	render func(*overview.Overview, output.Options) ([]byte, error)
}{{".xlsx", overview.Excel}, {".html", overview.HTML}, {".json", overview.JSON}}

// otherLanguages removes the overviews that earlier runs wrote in other languages: they
// would stay as they are for ever. One that somebody has changed stays.
func (a *app) otherLanguages(w *files.Writer, out *regenerate.Outcome) {
	own := a.cat.T("regenerate.file.overview")
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			continue
		}
		stem := cat.T("regenerate.file.overview")
		if strings.EqualFold(stem, own) {
			continue // the same word in two languages, and one file on a disk that knows no case
		}
		for _, kind := range overviewKinds {
			name := stem + kind.ending
			if _, err := os.Lstat(filepath.Join(w.Dir(), name)); err != nil {
				continue
			}
			if gone, err := w.Remove(name); err == nil && gone {
				out.Removed = append(out.Removed, name)
			}
		}
	}
}
