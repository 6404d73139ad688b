package config

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"riskbok/rules/model"
)

//go:embed templates/*.yaml
var templateFiles embed.FS

// DefaultTemplate is the layout that control plans are written in where the
// user names no other.
const DefaultTemplate = "fyra-steg-2026"

// Templates gives the templates that riskbok brings along, by name. Each call
// reads them anew, so that a caller may change what it is given.
func Templates() ([]model.Template, error) {
	names := TemplateNames()
	all := make([]model.Template, 0, len(names))
	for _, name := range names {
		t, err := Template(name)
		if err != nil {
			return nil, err
		}
		all = append(all, *t)
	}
	return all, nil
}

// Shipped gives the templates that riskbok brings along, read once; they must
// not be changed.
var Shipped = sync.OnceValue(func() []model.Template {
	all, err := Templates()
	if err != nil {
		panic(err) // the program was built with a faulty template of its own
	}
	return all
})

// Template gives one of riskbok's own templates by its name. Where there is
// none of that name the error lists those there are.
func Template(name string) (*model.Template, error) {
	if !slices.Contains(TemplateNames(), name) {
		return nil, fmt.Errorf("template %q: expected one of %s", name, strings.Join(TemplateNames(), ", "))
	}
	file := "templates/" + name + ".yaml"
	data, err := templateFiles.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return ParseTemplate(file, data)
}

// TemplateNames lists riskbok's own templates, sorted, without reading them.
func TemplateNames() []string {
	entries, err := templateFiles.ReadDir("templates")
	if err != nil {
		return nil
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), path.Ext(e.Name())))
	}
	return names
}
