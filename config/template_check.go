package config

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// ParseTemplate reads a template from YAML. name is the file's, for errors:
// [*Error]s that name file, line, column and field, joined, one for every fault
// of the template and not only the first. A key that no template has is a fault.
func ParseTemplate(name string, data []byte) (*model.Template, error) {
	return parseTemplate(name, data, "")
}

// parseTemplate demands that the template is called by a name, unless that is
// "".
func parseTemplate(name string, data []byte, called string) (*model.Template, error) {
	data, err := decoded(name, data)
	if err != nil {
		return nil, err
	}
	var f templateFile
	if err := yamltext.Parse(func() error { return yaml.UnmarshalWithOptions(data, &f, yaml.Strict()) }); err != nil {
		return nil, placed(name, data, err)
	}
	c := &templateChecker{file: name, data: data}
	c.template(&f)
	if called != "" && f.Name != "" && f.Name != called {
		c.fault("name", "file-name", "value", f.Name, "file", called)
	}
	if len(c.faults) > 0 {
		return nil, errors.Join(c.faults...)
	}
	return f.model(), nil
}

// templateChecker gathers what is wrong with a template that is well-formed.
type templateChecker struct {
	file   string
	data   []byte
	tree   *ast.File // made at the first fault: most templates have none
	faults []error
}

// fault notes what is wrong with the field at a path ("layout.followUp.sheet").
// A field that is not there is placed at the nearest one around it. Code names
// the text ("config.template.CODE"), pairs fill it.
func (c *templateChecker) fault(field, code string, pairs ...any) {
	if c.tree == nil {
		// the text has been read once: it parses
		c.tree, _ = parser.ParseBytes(c.data, 0)
	}
	line, column := 1, 1
	for p := field; p != "" && c.tree != nil; p = p[:max(strings.LastIndexAny(p, ".["), 0)] {
		path, err := yaml.PathString("$." + p)
		if err != nil {
			continue
		}
		node, err := path.FilterFile(c.tree)
		if err != nil || node == nil || node.GetToken() == nil {
			continue
		}
		line, column = node.GetToken().Position.Line, node.GetToken().Position.Column
		break
	}
	args := map[string]string{"field": field}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	c.faults = append(c.faults, &Error{Place: templatePlace(c.file, line, column), Code: "template." + code, Args: args})
}

func templatePlace(file string, line, column int) string {
	return file + ":" + strconv.Itoa(line) + ":" + strconv.Itoa(column)
}

func (c *templateChecker) text(field, value string) {
	if strings.TrimSpace(value) == "" {
		c.fault(field, "missing")
	}
}

func (c *templateChecker) template(f *templateFile) {
	c.text("name", f.Name)
	if f.Name != "" && !TemplateName(f.Name) {
		c.fault("name", "name", "value", f.Name)
	}
	c.text("title", f.Title)
	c.scale(&f.Scale)
	c.layout(&f.Layout)
}

func (c *templateChecker) scale(s *templateScale) {
	c.axis("scale.likelihood", s.Likelihood)
	c.axis("scale.consequence", s.Consequence)
	if len(s.Treatments) == 0 {
		c.fault("scale.treatments", "none")
	}
	for i, t := range s.Treatments {
		field := fmt.Sprintf("scale.treatments[%d]", i)
		c.text(field+".label", t.Label)
		if t.Min > t.Max {
			c.fault(field+".max", "max", "value", t.Max, "min", t.Min)
		}
		for j, o := range s.Treatments[:i] {
			if t.Min <= o.Max && o.Min <= t.Max {
				c.fault(field+".min", "overlap", "min", t.Min, "max", t.Max, "other", fmt.Sprintf("scale.treatments[%d]", j))
			}
		}
	}
	for i, o := range s.Overrides {
		field := fmt.Sprintf("scale.overrides[%d]", i)
		if !hasLevel(s.Likelihood, o.Likelihood) {
			c.fault(field+".likelihood", "level", "value", o.Likelihood)
		}
		if !hasLevel(s.Consequence, o.Consequence) {
			c.fault(field+".consequence", "level", "value", o.Consequence)
		}
	}
	if len(c.faults) == 0 {
		c.covered(s)
	}
}

// covered checks that every risk value the scale can give has a treatment.
func (c *templateChecker) covered(s *templateScale) {
	scale := s.model("")
	for _, l := range scale.Likelihood.Levels {
		for _, k := range scale.Consequence.Levels {
			if score := scale.Score(l.Value, k.Value); scale.Treatment(score) == nil {
				c.fault("scale.treatments", "uncovered", "value", score)
				return
			}
		}
	}
}

func hasLevel(levels []templateLevel, value int) bool {
	return slices.ContainsFunc(levels, func(l templateLevel) bool { return l.Value == value })
}

func (c *templateChecker) axis(field string, levels []templateLevel) {
	if len(levels) < 2 {
		c.fault(field, "two")
	}
	for i, l := range levels {
		at := fmt.Sprintf("%s[%d]", field, i)
		c.text(at+".label", l.Label)
		for _, o := range levels[:i] {
			if o.Value == l.Value {
				c.fault(at+".value", "twice", "value", l.Value)
			}
			if model.Key(o.Label) == model.Key(l.Label) {
				c.fault(at+".label", "label-twice", "value", l.Label)
			}
		}
	}
}
