package config

import (
	"errors"
	"reflect"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// placed turns what the YAML library says into an [*Error] with file, line and
// column: a key that is not known, a value of the wrong kind, or a text that is
// no YAML.
func placed(file string, err error) error {
	e := yaml.Error(nil)
	if !errors.As(err, &e) || e.GetToken() == nil {
		return &Error{Place: file, Code: yamlCode(err.Error()), Args: map[string]string{"text": err.Error()}}
	}
	out := &Error{Code: yamlCode(e.GetMessage()), Args: map[string]string{"text": e.GetMessage(), "value": e.GetToken().Value}}
	out.Place = templatePlace(file, e.GetToken().Position.Line, e.GetToken().Position.Column)
	var unknown *yaml.UnknownFieldError
	var kind *yaml.TypeError
	var shape *yaml.UnexpectedNodeTypeError
	switch {
	case errors.As(err, &unknown):
		out.Code = "template.unknown"
		if out.Args["nearest"] = Nearest(out.Args["value"], templateKeys()); out.Args["nearest"] != "" {
			out.Code = "template.unknown-near"
		}
	case errors.As(err, &kind):
		out.Code = "template.kind." + kindName(kind.DstType)
	case errors.As(err, &shape) && shape.Expected == ast.SequenceType:
		out.Code = "template.kind.list"
	case errors.As(err, &shape):
		out.Code = "template.kind.mapping"
	}
	return out
}

// kindName names what a value must be, for the catalogue.
func kindName(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Int, reflect.Float64:
		return "number"
	case reflect.Bool:
		return "bool"
	case reflect.Slice:
		return "list"
	case reflect.Struct:
		return "mapping"
	}
	return "text"
}

// templateKeys lists every key that a template can have.
func templateKeys() []string {
	var keys []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct {
			return
		}
		for i := range t.NumField() {
			keys = append(keys, t.Field(i).Tag.Get("yaml"))
			walk(t.Field(i).Type)
		}
	}
	walk(reflect.TypeFor[templateFile]())
	return keys
}
