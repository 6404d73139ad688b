package config

import (
	"cmp"
	"errors"
	"reflect"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// firstUnknown gives the key that comes first in a template's text and that no
// template has there, nil where there is none. The library tells any one of several.
func firstUnknown(data []byte) *token.Token {
	tree, err := parser.ParseBytes(data, 0)
	if err != nil {
		return nil
	}
	for _, doc := range tree.Docs {
		if t := unknownIn(doc.Body, reflect.TypeFor[templateFile]()); t != nil {
			return t
		}
	}
	return nil
}

// unknownIn gives the first key in a node that the type which the node is read into
// has no field for.
func unknownIn(n ast.Node, t reflect.Type) *token.Token {
	switch n := n.(type) {
	case *ast.AnchorNode:
		return unknownIn(n.Value, t)
	case *ast.SequenceNode:
		for _, v := range n.Values {
			if t.Kind() != reflect.Slice {
				return nil
			}
			if found := unknownIn(v, t.Elem()); found != nil {
				return found
			}
		}
	case *ast.MappingNode:
		for _, v := range n.Values {
			if found := unknownIn(v, t); found != nil {
				return found
			}
		}
	case *ast.MappingValueNode:
		if t.Kind() != reflect.Struct || n.Key.IsMergeKey() {
			return nil
		}
		for i := range t.NumField() {
			if f := t.Field(i); f.Tag.Get("yaml") == n.Key.GetToken().Value {
				return unknownIn(n.Value, f.Type)
			}
		}
		return n.Key.GetToken()
	}
	return nil
}

// placed turns what the YAML library says into an [*Error] with file, line and
// column: a key that is not known, a value of the wrong kind, or a text that is
// no YAML.
func placed(file string, data []byte, err error) error {
	e := yaml.Error(nil)
	if !errors.As(err, &e) || e.GetToken() == nil {
		return &Error{Place: file, Code: yamlCode(err.Error()), Args: map[string]string{"text": err.Error()}}
	}
	var unknown *yaml.UnknownFieldError
	at := e.GetToken()
	if errors.As(err, &unknown) {
		at = cmp.Or(firstUnknown(data), at)
	}
	out := &Error{Code: yamlCode(e.GetMessage()), Args: map[string]string{"text": e.GetMessage(), "value": at.Value}}
	out.Place = templatePlace(file, at.Position.Line, at.Position.Column)
	var kind *yaml.TypeError
	var shape *yaml.UnexpectedNodeTypeError
	switch {
	case unknown != nil:
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
