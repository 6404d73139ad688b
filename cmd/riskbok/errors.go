package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"riskbok/cmd/internal/files"
	"riskbok/cmd/internal/regenerate"
	"riskbok/config"
	"riskbok/exporters/correction/opc"
	"riskbok/rules/lang"
)

// exit ends the program with a code and no words: they have been said.
type exit int

func (e exit) Error() string { return "exit code " + strconv.Itoa(int(e)) }

// callError is a fault in how the program was called. Key names its text in
// the catalogue, pairs fill it; the hint names the command whose help to read.
type callError struct {
	key     string
	pairs   []any
	command string
}

func (e *callError) Error() string { return e.key + " " + fmt.Sprint(e.pairs...) }

func callFault(cmd *cobra.Command, key string, pairs ...any) error {
	for i, p := range pairs {
		if s, ok := p.(string); ok {
			pairs[i] = lang.Line(s)
		}
	}
	return &callError{"cmd.error." + key, pairs, cmd.CommandPath()}
}

// finish says what went wrong, if anything, and gives the exit code.
func (a *app) finish(err error) int {
	var code exit
	switch {
	case err == nil:
		return 0
	case errors.As(err, &code):
		return int(code)
	}
	text, hint := a.explain(err)
	if a.explorer {
		a.introduce()
		if errors.As(err, new(*callError)) {
			hint = "" // it names a command to type
		}
	}
	a.tell("riskbok: " + text)
	if hint != "" {
		a.tell(hint)
	}
	return 2
}

// explain gives an error, and what to do about it, in the user's words.
func (a *app) explain(err error) (text, hint string) {
	var call *callError
	var cfg *config.Error
	var joined interface{ Unwrap() []error }
	switch {
	case errors.As(err, &call):
		return a.cat.T(call.key, call.pairs...), a.cat.T("cmd.hint.help", "command", call.command)
	case errors.Is(err, context.Canceled):
		return a.cat.T("cmd.error.interrupted"), ""
	case errors.As(err, &joined):
		var all []string
		for _, e := range joined.Unwrap() {
			if t, _ := a.explain(e); !slices.Contains(all, t) {
				all = append(all, t)
			}
		}
		return strings.Join(all, "\nriskbok: "), ""
	case errors.As(err, &cfg):
		return a.explainConfig(cfg)
	}
	if key, pairs := flagFault(err); key != "" {
		return a.cat.T(key, pairs...), a.cat.T("cmd.hint.help", "command", "riskbok")
	}
	return a.system(err), ""
}

func (a *app) explainConfig(e *config.Error) (text, hint string) {
	args := map[string]string{}
	for k, v := range e.Args {
		args[k] = lang.Line(v)
	}
	place := e.Place
	if place == "--"+args["key"] {
		args["key"], place = place, "" // the flag is named once
	}
	text = lang.Fill(a.cat.T("config."+e.Code), args)
	if why, ok := a.inWords(e.Err); ok && !errors.Is(e.Err, os.ErrNotExist) {
		text += " (" + strings.TrimPrefix(why, lang.Line(place)+": ") + ")"
	}
	if place != "" {
		text = lang.Line(place) + ": " + text
	}
	if key := "config." + e.Code + ".hint"; a.cat.Has(key) {
		hint = lang.Fill(a.cat.T(key, "langs", strings.Join(lang.Tags(), ", "), "templates", strings.Join(a.library().Names(), ", ")), args)
		hint = a.cat.T("cmd.hint", "hint", hint)
	}
	return text, hint
}

// flagFault recognizes what the flag library has to say about a call.
func flagFault(err error) (key string, pairs []any) {
	var unknown *pflag.NotExistError
	var needs *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return "cmd.error.flag", []any{"flag", lang.Line(name)}
	case errors.As(err, &needs):
		return "cmd.error.flag-value", []any{"flag", "--" + needs.GetFlag().Name}
	case errors.As(err, &invalid):
		return "cmd.error.flag-invalid", []any{"flag", "--" + invalid.GetFlag().Name, "value", lang.Line(invalid.GetValue())}
	case errors.As(err, &syntax):
		return "cmd.error.flag-syntax", []any{"flag", lang.Line(syntax.GetSpecifiedFlag())}
	}
	return "", nil
}

// nearestFlag gives the flag of a command that an unknown one was probably meant to
// be, "" where none is near.
func nearestFlag(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) || unknown.GetSpecifiedShortnames() != "" {
		return ""
	}
	name, near, least := unknown.GetSpecifiedName(), "", flagSlips+1
	see := func(f *pflag.Flag) {
		if d := levenshtein.ComputeDistance(name, f.Name); !f.Hidden && d < least && d < len(f.Name)/2+1 {
			near, least = "--"+f.Name, d
		}
	}
	cmd.Flags().VisitAll(see)
	cmd.InheritedFlags().VisitAll(see)
	return near
}

// nearestCommand gives the name of a command, in either language, that an unknown one was
// probably meant to be: written in capitals, without its dots or hyphen, or mistyped; ""
// where none is near.
func nearestCommand(root *cobra.Command, name string) string {
	var names []string
	for _, sub := range root.Commands() {
		if sub.IsAvailableCommand() {
			names = append(append(names, sub.Name()), sub.Aliases...)
		}
	}
	if near := config.Nearest(name, names); near != "" {
		return near
	}
	root.SuggestionsMinimumDistance = flagSlips
	if near := root.SuggestionsFor(name); len(near) > 0 { // more slips in a short one, or its beginning
		return near[0]
	}
	return ""
}

// flagSlips is how many letters of a flag or command may be mistyped, as cobra has it
// for commands.
const flagSlips = 2

// system puts the usual errors of the disk into words; others are shown as
// they are.
func (a *app) system(err error) string {
	if text, ok := a.inWords(err); ok {
		return text
	}
	return err.Error()
}

// inWords puts the usual errors of the disk into words. It is not ok for others,
// which only the system's own language has words for, and for none.
func (a *app) inWords(err error) (text string, ok bool) {
	var part *opc.PartError
	if errors.As(err, &part) {
		return lang.Line(part.File) + ": " + a.cat.T("correction.fault."+part.Code, "part", part.Part), true
	}
	var disk *diskError
	var path *os.PathError
	var link *os.LinkError
	name := ""
	switch {
	case errors.As(err, &disk):
		name = disk.path
	case errors.As(err, &path):
		name = path.Path
	case errors.As(err, &link):
		name = link.New
	}
	named := func(key string) (string, bool) {
		text := a.cat.T("cmd.error.disk." + key)
		if name != "" {
			text = lang.Line(name) + ": " + text
		}
		return text, true
	}
	if key := files.Fault(err); key != "" {
		return named(key)
	}
	for _, known := range []struct {
		err error
		key string
	}{
		{files.ErrInput, "input"}, {files.ErrFolder, "folder"}, {files.ErrForeign, "foreign"}, {files.ErrChanged, "changed"}, {files.ErrLink, "link"}, {files.ErrTaken, "taken"}, {files.ErrTwice, "twice"},
		{files.ErrBusy, "busy"}, {regenerate.ErrChanged, "moved"}, {regenerate.ErrGuarded, "guarded"}, {regenerate.ErrNoFile, "no-file"},
		{os.ErrPermission, "permission"}, {os.ErrNotExist, "missing"}, {os.ErrExist, "exists"},
	} {
		if errors.Is(err, known.err) {
			return named(known.key)
		}
	}
	return "", false
}
