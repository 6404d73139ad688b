package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"riskbok/config"
)

// templateCommand lists the templates, or begins one of the user's own.
func (a *app) templateCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return a.listTemplates()
	}
	name := args[0]
	if !config.TemplateName(name) {
		return callFault(cmd, "template-name", "name", name)
	}
	from, err := cmd.Flags().GetString("from")
	if err != nil {
		return err
	}
	lib := a.library()
	switch {
	case from != "" && !slices.Contains(lib.Names(), from):
		return callFault(cmd, "flag-among", "flag", "--from", "value", from, "known", list(lib.Names()))
	case from == "" && slices.Contains(config.TemplateNames(), name):
		from = name
	case from == "":
		from = config.DefaultTemplate
	}
	data, err := lib.TemplateStarter(a.cat.Tag, name, from)
	if err != nil {
		return err
	}
	return a.writeTemplate(lib.Dir, name, data)
}

// writeTemplate writes a new template, and beside it the schema by which an
// editor checks it. It replaces nothing but an older schema of riskbok's.
func (a *app) writeTemplate(dir, name string, data []byte) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	path := filepath.Join(dir, name+".yaml")
	if err := createFile(path, data); err != nil {
		return err
	}
	if err := writeSchema(filepath.Join(dir, config.SchemaName)); err != nil {
		return err
	}
	return a.print([]byte(a.cat.T("cmd.wrote", "path", path) + "\n" + a.cat.T("cmd.config.template.next", "name", name) + "\n"))
}

func writeSchema(path string) error {
	there, err := config.ReadList(path)
	switch {
	case os.IsNotExist(err):
		return createFile(path, config.Schema())
	case err != nil:
		return err
	case bytes.Equal(there, config.Schema()) || !bytes.Contains(there, []byte(`"riskbok template"`)):
		return nil
	}
	return os.WriteFile(path, config.Schema(), 0o666)
}

// listTemplates prints what --template can name, with titles and where each
// comes from.
func (a *app) listTemplates() error {
	lib := a.library()
	if lib.Err != nil {
		return lib.Err
	}
	var b strings.Builder
	for _, o := range lib.Own() {
		b.WriteString(a.ownTemplate(lib, o))
	}
	for _, name := range config.TemplateNames() {
		if lib.Replaces(name) {
			continue
		}
		t, err := lib.Template(name)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s: %s (%s)\n", t.Name, t.Title, a.cat.T("cmd.templates.shipped"))
	}
	return a.print([]byte(b.String()))
}

// ownTemplate describes a template of the user's, or says what is wrong with
// it, a line for each fault.
func (a *app) ownTemplate(lib *config.Library, o *config.OwnTemplate) string {
	t, err := o.Read()
	if err != nil {
		text, _ := a.explain(err)
		return fmt.Sprintf("%s: %s\n  %s\n", o.Name, a.cat.T("cmd.templates.broken"), strings.ReplaceAll(text, "\nriskbok: ", "\n  "))
	}
	from := "cmd.templates.own"
	if lib.Replaces(o.Name) {
		from = "cmd.templates.replaces"
	}
	return fmt.Sprintf("%s: %s (%s)\n", o.Name, t.Title, a.cat.T(from))
}
