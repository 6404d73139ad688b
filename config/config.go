// Package config gathers what the user may decide: settings from riskbok.yaml,
// RISKBOK_* variables and flags, and the templates and words that riskbok
// ships with.
//
// Start with [Load]. Each value remembers where it came from, so that
// `riskbok config show` and every error can say so. The package and cmd are
// the only ones that touch the disk.
package config

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// FileName is the name of the configuration file that riskbok looks for.
const FileName = "riskbok.yaml"

// EnvPrefix begins the name of every environment variable that riskbok reads.
const EnvPrefix = "RISKBOK_"

// Config is what the user decided, checked and ready for use. File is the
// configuration file it was read from, "" where there was none.
type Config struct {
	Lang      string // a language tag; which there are is for the catalogue to say
	FailOn    rules.Severity
	AsOf      model.Date // zero: no day given
	LogLevel  string     // a zerolog level
	Template  string     // the template that convert writes, "" for the default one
	Templates string     // the folder of the user's own templates, see [Config.TemplateDir]
	Boards    map[string][]string
	Map       map[string]model.Field // headings or cells → the field of their column, "" for none
	Rules     map[string]rules.Severity
	Scale     *model.Scale
	Limits    map[string]int64 // by [LimitNames], where one is set
	File      string
	origins   map[string]Origin
}

// Options say where [Load] looks. The zero value reads the defaults and the
// environment only.
type Options struct {
	File      string         // the file the user named; it must exist
	Dirs      []string       // folders to look in for [FileName]; the first that has it wins
	Flags     *pflag.FlagSet // flags named as settings count where they were given
	RuleNames []string       // the names that `rules:` may use; nil: any
}

// settings are the plain values, in the order that they are shown, with their
// defaults. They are the same words as flags, as keys of the file and, in
// capitals with the prefix, as environment variables.
var settings = []struct{ key, value string }{
	{"lang", "sv"},
	{"fail-on", string(rules.Error)},
	{"as-of", ""},
	{"log-level", "warn"},
	{"template", ""},
	{"templates", "templates"},
}

// sections are the parts of the file that hold more than one value.
var sections = []string{"boards", "map", "rules", "scale", "limits"}

// Load reads the configuration: flags before environment before file before
// defaults. Errors are [*Error] and name the place of the value at fault.
func Load(o Options) (*Config, error) {
	name, data, err := find(o)
	if err != nil {
		return nil, err
	}
	file := &document{}
	if name != "" {
		if file, err = parse(name, data, o.RuleNames); err != nil {
			return nil, err
		}
	}
	v := viper.New()
	for _, s := range settings {
		v.SetDefault(s.key, s.value)
		if err := v.BindEnv(s.key, envName(s.key)); err != nil {
			return nil, &Error{Place: envName(s.key), Code: "value", Args: map[string]string{"value": err.Error()}}
		}
		if f := flag(o.Flags, s.key); f != nil {
			if err := v.BindPFlag(s.key, f); err != nil {
				return nil, &Error{Place: "--" + s.key, Code: "value", Args: map[string]string{"value": err.Error()}}
			}
		}
	}
	plain := map[string]any{}
	for key, at := range file.plain {
		plain[key] = at.text
	}
	if err := v.MergeConfigMap(plain); err != nil {
		return nil, &Error{Place: name, Code: "value", Args: map[string]string{"value": err.Error()}}
	}
	c := &Config{
		Lang: v.GetString("lang"), LogLevel: v.GetString("log-level"), Template: v.GetString("template"), Templates: v.GetString("templates"),
		Boards: file.boards, Map: file.fields, Rules: file.rules, Scale: file.scale, Limits: file.limits, File: name,
		origins: origins(name, file, o.Flags),
	}
	return c, c.judge(v.GetString("fail-on"), v.GetString("as-of"))
}

// judge checks the values that must be one of a few, wherever they came from.
func (c *Config) judge(failOn, asOf string) error {
	sev, ok := severity(failOn)
	if !ok {
		return c.wrong("fail-on", failOn, "severity")
	}
	c.FailOn = sev
	if asOf != "" {
		if c.AsOf, ok = day(asOf); !ok {
			return c.wrong("as-of", asOf, "date")
		}
	}
	if !oneOf(c.LogLevel, "trace", "debug", "info", "warn", "error", "disabled") {
		return c.wrong("log-level", c.LogLevel, "log-level")
	}
	return nil
}

// Settings gives the part of the configuration that rules need.
func (c *Config) Settings(words *model.Vocabulary) rules.Settings {
	return rules.Settings{AsOf: c.AsOf, Scale: c.Scale, Aliases: c.Boards, Severities: c.Rules, Vocabulary: words}
}

// Wrong makes the error for a setting whose value a caller cannot use; code
// names its text ("config.CODE").
func (c *Config) Wrong(key, value, code string) error { return c.wrong(key, value, code) }

func (c *Config) wrong(key, value, code string) error {
	return &Error{Place: c.Origin(key).Place(), Code: code, Args: map[string]string{"key": key, "value": value}}
}

// find gives the configuration file and its content, "" where there is none.
func find(o Options) (string, []byte, error) {
	if o.File != "" {
		data, err := readFile(o.File, yamltext.Settings)
		if err != nil {
			return "", nil, unreadable(o.File, err)
		}
		return o.File, data, nil
	}
	for _, dir := range o.Dirs {
		name := filepath.Join(dir, FileName)
		data, err := readFile(name, yamltext.Settings)
		switch {
		case err == nil:
			return name, data, nil
		case !errors.Is(err, fs.ErrNotExist):
			return "", nil, unreadable(name, err)
		}
	}
	return "", nil, nil
}

func unreadable(name string, err error) error {
	code := "unreadable"
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "missing"
	case errors.Is(err, errNotFile):
		return &Error{Place: name, Code: "not-file"}
	}
	return &Error{Place: name, Code: code, Err: err}
}

func flag(set *pflag.FlagSet, key string) *pflag.Flag {
	if set == nil {
		return nil
	}
	return set.Lookup(key)
}

func envName(key string) string {
	return EnvPrefix + strings.ToUpper(strings.ReplaceAll(key, "-", "_"))
}

func oneOf(s string, of ...string) bool {
	for _, o := range of {
		if s == o {
			return true
		}
	}
	return false
}
