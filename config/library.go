package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// Library is the templates that a user can choose among: those that riskbok
// brings along, and her own, the files *.yaml of one folder. One of her own
// with the name of a shipped one takes its place. A file is read when it is
// first asked for.
type Library struct {
	Dir string // the folder of the user's own templates, be there one or not
	Err error  // what is wrong with the folder: an [*Error]
	own []*OwnTemplate
	all func() []model.Template
}

// OwnTemplate is a file in the user's folder of templates. Name is the file's
// name without ending.
type OwnTemplate struct {
	Name, File string
	read       func() (*model.Template, error)
}

// Read gives the template, or what is wrong with it: [*Error]s, joined.
func (o *OwnTemplate) Read() (*model.Template, error) { return o.read() }

// TemplateDir gives the folder of the user's own templates: the setting
// "templates" as seen from riskbok.yaml, or from the current folder where there
// is no such file or the setting comes from elsewhere. "": there is none.
func (c *Config) TemplateDir() string {
	if c.Templates == "" {
		return ""
	}
	from := c.Origin("templates").Kind
	if c.File != "" && (from == FromFile || from == FromDefault) && !filepath.IsAbs(c.Templates) {
		return filepath.Join(filepath.Dir(c.File), c.Templates)
	}
	return filepath.Clean(c.Templates)
}

// Library lists the templates without reading them.
func (c *Config) Library() *Library {
	l := &Library{Dir: c.TemplateDir()}
	l.all = sync.OnceValue(l.readAll)
	if l.Dir == "" {
		return l
	}
	entries, err := os.ReadDir(l.Dir)
	switch {
	case err == nil:
	case errors.Is(err, fs.ErrNotExist) && c.Origin("templates").Kind == FromDefault:
		return l
	case errors.Is(err, fs.ErrNotExist):
		l.Err = &Error{Place: c.Origin("templates").Place(), Code: "templates", Args: map[string]string{"value": l.Dir}}
		return l
	default:
		l.Err = &Error{Place: c.Origin("templates").Place(), Code: "templates-unreadable", Args: map[string]string{"value": l.Dir}, Err: err}
		return l
	}
	for _, e := range entries {
		name, ok := templateStem(e.Name())
		if !ok || e.IsDir() {
			continue
		}
		o := &OwnTemplate{Name: name, File: filepath.Join(l.Dir, e.Name())}
		first := l.named(name)
		o.read = sync.OnceValues(func() (*model.Template, error) { return readTemplate(o, first) })
		l.own = append(l.own, o)
	}
	return l
}

// templateStem gives the name of a template by that of its file.
func templateStem(file string) (string, bool) {
	ext := filepath.Ext(file)
	if ext != ".yaml" && ext != ".yml" || strings.HasPrefix(file, ".") || file == FileName {
		return "", false
	}
	return strings.TrimSuffix(file, ext), true
}

// readTemplate reads a file of the user's. Its name must be the file's, so that
// a copy that was not renamed is no second template of one name.
func readTemplate(o, first *OwnTemplate) (*model.Template, error) {
	if first != nil {
		return nil, &Error{Place: o.File, Code: "template.same-file", Args: map[string]string{"value": o.Name, "other": first.File}}
	}
	if !TemplateName(o.Name) {
		return nil, &Error{Place: o.File, Code: "template.file"}
	}
	data, err := o.text()
	if err != nil {
		return nil, err
	}
	return parseTemplate(o.File, data, o.Name)
}

func (o *OwnTemplate) text() ([]byte, error) {
	data, err := readFile(o.File, yamltext.Settings)
	switch {
	case err == nil && len(data) > yamltext.Settings.Bytes:
		return nil, &Error{Place: o.File, Code: "template.large"}
	case errors.Is(err, errNotFile):
		return nil, &Error{Place: o.File, Code: "not-file"}
	case err != nil:
		return nil, &Error{Place: o.File, Code: "template.unreadable", Err: err}
	}
	return data, nil
}

// text gives the YAML of a template by its name.
func (l *Library) text(name string) ([]byte, error) {
	if o := l.named(name); o != nil {
		return o.text()
	}
	return templateFiles.ReadFile("templates/" + name + ".yaml")
}

// TemplateName reports whether a template can have a name: small letters,
// digits and hyphens.
func TemplateName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func (l *Library) named(name string) *OwnTemplate {
	i := slices.IndexFunc(l.own, func(o *OwnTemplate) bool { return o.Name == name })
	if i < 0 {
		return nil
	}
	return l.own[i]
}

// Own lists the user's own templates in the order of their files, the broken
// ones too.
func (l *Library) Own() []*OwnTemplate { return l.own }

// Names lists what a user can choose among, sorted.
func (l *Library) Names() []string {
	names := TemplateNames()
	for _, o := range l.own {
		names = append(names, o.Name)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Replaces reports whether one of the user's own templates takes the place of a
// shipped one.
func (l *Library) Replaces(name string) bool {
	return l.named(name) != nil && slices.Contains(TemplateNames(), name)
}

// Template gives a template by its name; it must be among [Library.Names]. The caller
// must not change it. An error says what is wrong in it, with file, line and field; the
// shipped ones have none.
func (l *Library) Template(name string) (*model.Template, error) {
	if o := l.named(name); o != nil {
		return o.Read()
	}
	return Template(name)
}

// Templates gives every template that can be read, the user's own first. They
// are read once; the caller must not change them.
func (l *Library) Templates() []model.Template { return l.all() }

func (l *Library) readAll() []model.Template {
	var all []model.Template
	for _, o := range l.own {
		if t, err := o.Read(); err == nil {
			all = append(all, *t)
		}
	}
	for _, name := range TemplateNames() {
		if l.named(name) != nil {
			continue
		}
		// a shipped template that is broken fails the tests
		if t, err := Template(name); err == nil {
			all = append(all, *t)
		}
	}
	return all
}

// Faults gives what is wrong with the folder and with each template in it.
func (l *Library) Faults() []error {
	var faults []error
	if l.Err != nil {
		faults = append(faults, l.Err)
	}
	for _, o := range l.own {
		if _, err := o.Read(); err != nil {
			faults = append(faults, err)
		}
	}
	return faults
}
