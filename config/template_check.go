package config

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"riskbok/rules/model"
)

// ParseTemplate reads a template from YAML. name is the file's, for errors,
// which say "file:line:column: field: what is wrong" and name every fault of
// the template, not only the first. A key that no template has is a fault.
func ParseTemplate(name string, data []byte) (*model.Template, error) {
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil, placed(name, err)
	}
	var f templateFile
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return nil, placed(name, err)
	}
	c := &templateChecker{file: name, tree: tree}
	c.template(&f)
	if len(c.faults) > 0 {
		return nil, errors.Join(c.faults...)
	}
	return f.model(), nil
}

// placed puts file, line and column in front of what the YAML library says.
func placed(file string, err error) error {
	var e yaml.Error
	if !errors.As(err, &e) || e.GetToken() == nil {
		return fmt.Errorf("%s: %s", file, yaml.FormatError(err, false, false))
	}
	at := e.GetToken().Position
	return fmt.Errorf("%s:%d:%d: %s: %s", file, at.Line, at.Column, e.GetToken().Value, e.GetMessage())
}

// templateChecker gathers what is wrong with a template that is well-formed.
type templateChecker struct {
	file   string
	tree   *ast.File
	faults []error
}

// fault notes what is wrong with the field at a path ("layout.followUp.sheet").
// A field that is not there is placed at the nearest one around it.
func (c *templateChecker) fault(field, format string, args ...any) {
	line, column := 1, 1
	for p := field; p != ""; p = p[:max(strings.LastIndexAny(p, ".["), 0)] {
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
	c.faults = append(c.faults, fmt.Errorf("%s:%d:%d: %s: %s", c.file, line, column, field, fmt.Sprintf(format, args...)))
}

func (c *templateChecker) text(field, value string) {
	if strings.TrimSpace(value) == "" {
		c.fault(field, "is missing")
	}
}

func (c *templateChecker) template(f *templateFile) {
	c.text("name", f.Name)
	if f.Name != "" && strings.Trim(f.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		c.fault("name", "%q: expected small letters a–z, digits and hyphens", f.Name)
	}
	c.text("title", f.Title)
	c.scale(&f.Scale)
	c.layout(&f.Layout)
}

func (c *templateChecker) scale(s *templateScale) {
	c.axis("scale.likelihood", s.Likelihood)
	c.axis("scale.consequence", s.Consequence)
	if len(s.Treatments) == 0 {
		c.fault("scale.treatments", "is missing: expected at least one")
	}
	for i, t := range s.Treatments {
		field := fmt.Sprintf("scale.treatments[%d]", i)
		c.text(field+".label", t.Label)
		if t.Min > t.Max {
			c.fault(field+".max", "%d: expected at least min, %d", t.Max, t.Min)
		}
		for j, o := range s.Treatments[:i] {
			if t.Min <= o.Max && o.Min <= t.Max {
				c.fault(field+".min", "%d–%d overlaps scale.treatments[%d]", t.Min, t.Max, j)
			}
		}
	}
	for i, o := range s.Overrides {
		field := fmt.Sprintf("scale.overrides[%d]", i)
		if !hasLevel(s.Likelihood, o.Likelihood) {
			c.fault(field+".likelihood", "%d: no such level", o.Likelihood)
		}
		if !hasLevel(s.Consequence, o.Consequence) {
			c.fault(field+".consequence", "%d: no such level", o.Consequence)
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
				c.fault("scale.treatments", "risk value %d has none", score)
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
		c.fault(field, "expected at least two levels")
	}
	for i, l := range levels {
		at := fmt.Sprintf("%s[%d]", field, i)
		c.text(at+".label", l.Label)
		for _, o := range levels[:i] {
			if o.Value == l.Value {
				c.fault(at+".value", "%d stands twice", l.Value)
			}
			if model.Key(o.Label) == model.Key(l.Label) {
				c.fault(at+".label", "%q stands twice", l.Label)
			}
		}
	}
}
