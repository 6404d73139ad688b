package config

import (
	"os"
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/pflag"
)

// OriginKind says which layer a value came from.
type OriginKind string

// The layers, lowest first: each one outranks those before it.
const (
	FromDefault OriginKind = "default"
	FromFile    OriginKind = "file"
	FromEnv     OriginKind = "env"
	FromFlag    OriginKind = "flag"
)

// Origin says where a value came from: Name is the file, the variable or the
// flag, Line the line in the file.
type Origin struct {
	Kind OriginKind
	Name string
	Line int
}

// Place gives the origin as errors name it: "riskbok.yaml:3",
// "RISKBOK_FAIL_ON", "--fail-on"; "" for a default.
func (o Origin) Place() string {
	if o.Line > 0 {
		return o.Name + ":" + strconv.Itoa(o.Line)
	}
	return o.Name
}

// Shown is one value of the configuration as `config show` prints it.
type Shown struct {
	Key, Value string
	Origin     Origin
}

// Origin tells where the value of a key came from. Keys inside a section are
// written with a slash: "rules/direction".
func (c *Config) Origin(key string) Origin {
	if o, ok := c.origins[key]; ok {
		return o
	}
	return Origin{Kind: FromDefault}
}

// Show lists every value: the plain settings first, then boards, rules and the
// scale in the order of their names.
func (c *Config) Show() []Shown {
	date := ""
	if c.AsOf.Year != 0 {
		date = c.AsOf.String()
	}
	values := map[string]string{
		"lang": c.Lang, "fail-on": string(c.FailOn), "as-of": date, "log-level": c.LogLevel, "template": c.Template, "templates": c.Templates,
	}
	var out []Shown
	for _, s := range settings {
		out = append(out, Shown{s.key, values[s.key], c.Origin(s.key)})
	}
	for _, name := range sortedKeys(c.Boards) {
		out = append(out, Shown{"boards/" + name, strings.Join(c.Boards[name], ", "), c.Origin("boards/" + name)})
	}
	for _, name := range sortedKeys(c.Map) {
		value := string(c.Map[name])
		if value == "" {
			value = noField
		}
		out = append(out, Shown{"map/" + name, value, c.Origin("map/" + name)})
	}
	for _, name := range sortedKeys(c.Rules) {
		out = append(out, Shown{"rules/" + name, string(c.Rules[name]), c.Origin("rules/" + name)})
	}
	if c.Scale != nil {
		size := strconv.Itoa(len(c.Scale.Likelihood.Levels)) + "×" + strconv.Itoa(len(c.Scale.Consequence.Levels))
		out = append(out, Shown{"scale", size, c.Origin("scale")})
	}
	for _, name := range sortedKeys(c.Limits) {
		out = append(out, Shown{"limits/" + name, strconv.FormatInt(c.Limits[name], 10), c.Origin("limits/" + name)})
	}
	return out
}

func origins(name string, file *document, flags *pflag.FlagSet) map[string]Origin {
	all := map[string]Origin{}
	for key, line := range file.lines {
		all[key] = Origin{Kind: FromFile, Name: name, Line: line}
	}
	for _, s := range settings {
		// viper counts an empty variable as unset
		if os.Getenv(envName(s.key)) != "" {
			all[s.key] = Origin{Kind: FromEnv, Name: envName(s.key)}
		}
		if f := flag(flags, s.key); f != nil && f.Changed {
			all[s.key] = Origin{Kind: FromFlag, Name: "--" + s.key}
		}
	}
	return all
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
