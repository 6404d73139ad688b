package main

import (
	"maps"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/config"
	"riskbok/rules/model"
)

// mappable adds --map to a command that reads tables.
func (a *app) mappable(cmd *cobra.Command) {
	cmd.Flags().StringArray("map", nil, a.cat.T("cmd.flag.map"))
}

// mapping gives the columns that the user binds: those of the configuration,
// and over them those of --map.
func (a *app) mapping(cmd *cobra.Command) (map[string]model.Field, error) {
	bound := maps.Clone(a.cfg.Map)
	if bound == nil {
		bound = map[string]model.Field{}
	}
	if cmd.Flags().Lookup("map") == nil {
		return bound, nil
	}
	given, err := cmd.Flags().GetStringArray("map")
	if err != nil {
		return nil, err
	}
	for _, one := range given {
		i := strings.LastIndexByte(one, '=') // a heading may hold an equals sign
		if i <= 0 {
			return nil, callFault(cmd, "map", "value", one)
		}
		field, ok := config.ParseField(strings.TrimSpace(one[i+1:]))
		if !ok {
			return nil, callFault(cmd, "flag-among", "flag", "--map", "value", one[i+1:], "known", list(config.FieldNames()))
		}
		key := strings.TrimSpace(one[:i])
		if _, ok := model.ParseColumnKey(key); !ok {
			return nil, callFault(cmd, "map-place", "value", key)
		}
		bound[key] = field
	}
	return bound, nil
}
