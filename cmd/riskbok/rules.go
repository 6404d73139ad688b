package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"riskbok/config"
	"riskbok/rules"
)

// rules lists the rules, or prints the page of one.
func (a *app) rules() *cobra.Command {
	cmd := a.command("rules", "rules", a.configured(func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.listRules()
		}
		page, err := rules.PageOf(args[0], a.cat.Tag)
		if err != nil {
			if near := config.Nearest(args[0], ruleNames()); near != "" {
				return callFault(cmd, "rule-near", "name", args[0], "nearest", near)
			}
			return callFault(cmd, "rule", "name", args[0])
		}
		return a.print([]byte(strings.TrimSpace(page.Markdown) + "\n"))
	}))
	cmd.Args = atMost(1)
	cmd.ValidArgs = ruleNames()
	return cmd
}

// listRules prints name, severity and title of every rule, in the severity
// that the settings give it.
func (a *app) listRules() error {
	wide := 0
	for _, r := range rules.All {
		wide = max(wide, len(r.Name))
	}
	severities := 0
	for _, s := range []rules.Severity{rules.Off, rules.Info, rules.Warning, rules.Error} {
		severities = max(severities, utf8.RuneCountInString(a.severity(s)))
	}
	var b strings.Builder
	for _, r := range rules.All {
		page, err := rules.PageOf(r.Name, a.cat.Tag)
		if err != nil {
			return err
		}
		severity := r.Severity
		if s, ok := a.cfg.Rules[r.Name]; ok {
			severity = s
		}
		name := a.severity(severity)
		fmt.Fprintf(&b, "%-*s  %s%s  %s\n", wide, r.Name, name, strings.Repeat(" ", severities-utf8.RuneCountInString(name)), page.Title)
	}
	return a.print([]byte(b.String()))
}

func (a *app) severity(s rules.Severity) string {
	if s == rules.Off {
		return a.cat.T("cmd.rules.off")
	}
	return a.cat.T("severity." + string(s))
}
