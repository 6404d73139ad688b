package main

import (
	"github.com/spf13/cobra"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// library gives the templates, riskbok's and the user's. Where the settings
// could not be read there are only riskbok's.
func (a *app) library() *config.Library {
	if a.lib == nil {
		cfg := a.cfg
		if cfg == nil {
			cfg = &config.Config{}
		}
		a.lib = cfg.Library()
	}
	return a.lib
}

// words gives the words that tables are known by, those of the user's own
// templates among them. A template that cannot be read is told and left out:
// only a command that writes in it must stop.
func (a *app) words() (*model.Vocabulary, error) {
	lib := a.library()
	if lib.Err != nil {
		return nil, lib.Err
	}
	if faults := lib.Faults(); len(faults) > 0 {
		a.tell(a.cat.T("cmd.templates.told"))
		for _, fault := range faults {
			text, _ := a.explain(fault)
			a.tell("riskbok: " + text)
		}
	}
	return lib.Vocabulary(), nil
}

// settings gives what the rules need.
func (a *app) settings() rules.Settings {
	s := a.cfg.Settings(a.library().Vocabulary())
	s.Templates = a.library().Templates
	return s
}

// completeTemplates offers the templates for a flag to the shell, the user's
// own too.
func (a *app) completeTemplates(cmd *cobra.Command, flag string) {
	// it fails only for a flag that the command does not have
	_ = cmd.RegisterFlagCompletionFunc(flag, func(cmd *cobra.Command, _ []string, _ string) ([]string, cobra.ShellCompDirective) {
		// with faulty settings riskbok's own are still offered
		_ = a.configured(func(*cobra.Command, []string) error { return nil })(cmd, nil)
		return a.library().Names(), cobra.ShellCompDirectiveNoFileComp
	})
}
