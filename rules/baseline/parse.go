package baseline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// Parse reads a baseline file. doc is the ID of the document that stands for
// it, which the acceptances point to. An empty file has no acceptances; a
// fault is an [*Error] that names the line.
func Parse(data []byte, doc int32) ([]rules.Acceptance, error) {
	data, refused := yamltext.Decode(data, yamltext.Lists)
	if refused != nil {
		return nil, fault(refused.Line, refused.Code, "limit", strconv.Itoa(refused.Limit))
	}
	var file *ast.File
	if err := yamltext.Parse(func() (err error) {
		file, err = parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
		return err
	}); err != nil {
		return nil, syntax(err)
	}
	var bodies []ast.Node
	for _, d := range file.Docs {
		if d.Body != nil {
			bodies = append(bodies, d.Body)
		}
	}
	switch {
	case len(bodies) == 0:
		return nil, nil
	case len(bodies) > 1:
		return nil, fault(line(bodies[1]), "documents")
	}
	top, err := mapping(bodies[0], topKeys)
	if err != nil {
		return nil, err
	}
	var out []rules.Acceptance
	for _, e := range top {
		switch e.key {
		case "version":
			if v := scalar(e.value); v != version {
				return nil, fault(e.line, "version", "value", v, "expected", version)
			}
		case "accepted":
			if out, err = acceptances(e.value, doc); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

func acceptances(n ast.Node, doc int32) ([]rules.Acceptance, error) {
	if _, empty := n.(*ast.NullNode); empty {
		return nil, nil
	}
	list, ok := n.(*ast.SequenceNode)
	if !ok {
		return nil, fault(line(n), "list")
	}
	var out []rules.Acceptance
	for _, v := range list.Values {
		a, err := acceptance(v, doc)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
	}
	return out, nil
}

func acceptance(n ast.Node, doc int32) (rules.Acceptance, error) {
	entries, err := mapping(n, keys)
	if err != nil {
		return rules.Acceptance{}, err
	}
	a := rules.Acceptance{At: model.Source{Doc: doc, Row: int32(line(n))}}
	for _, e := range entries {
		if e.key == "finding" {
			a.At.Row = int32(e.line)
		}
		text, err := plain(e)
		if err != nil {
			return a, err
		}
		switch e.key {
		case "finding":
			a.Path = text
		case "risk":
			a.Event = text
		case "found":
			a.Found = text
		case "expected":
			a.Expected = text
		case "reason":
			a.Reason = text
		case "by":
			a.By = text
		case "decision":
			a.Decision = text
		case "date":
			if a.Date, err = date(text); err != nil {
				return a, fault(e.line, "date", "value", text)
			}
		}
	}
	if a.Path == "" {
		return a, fault(line(n), "no-finding")
	}
	return a, nil
}

// keyValue is a key of a mapping with its value.
type keyValue struct {
	key   string
	line  int
	value ast.Node
}

// mapping gives the entries of a mapping; keys must be known and stand once
// each.
func mapping(n ast.Node, known []string) ([]keyValue, error) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		return nil, fault(line(n), "mapping", "known", strings.Join(known, ", "))
	}
	seen := map[string]bool{}
	var out []keyValue
	for _, v := range values {
		e := keyValue{scalar(v.Key), line(v.Key), v.Value}
		switch {
		case seen[e.key]:
			return nil, fault(e.line, "twice", "key", e.key)
		case !slices.Contains(known, e.key):
			return nil, fault(e.line, "unknown", "key", e.key, "known", strings.Join(known, ", "))
		}
		seen[e.key] = true
		out = append(out, e)
	}
	return out, nil
}

// plain gives the text of a value, "" for none. Anchors, aliases and tags have
// no use here and are refused.
func plain(e keyValue) (string, error) {
	switch e.value.(type) {
	case *ast.NullNode:
		return "", nil
	case *ast.StringNode, *ast.LiteralNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return scalar(e.value), nil
	}
	return "", fault(line(e.value), "plain", "key", e.key)
}

func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	}
	if n == nil || n.GetToken() == nil {
		return ""
	}
	return strings.TrimSpace(n.GetToken().Value)
}

func line(n ast.Node) int {
	if n == nil || n.GetToken() == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

// date reads an ISO date; no date is none.
func date(text string) (model.Date, error) {
	var d model.Date
	if text == "" {
		return d, nil
	}
	n, err := fmt.Sscanf(text, "%4d-%2d-%2d", &d.Year, &d.Month, &d.Day)
	if err != nil || n != 3 || d.String() != text || d.Month < 1 || d.Month > 12 || d.Day < 1 || d.Day > 31 {
		return model.Date{}, fmt.Errorf("%q: expected a date like 2026-02-17", text)
	}
	return d, nil
}

// syntax gives the place and the reason of a fault in the YAML.
func syntax(err error) error {
	type placed interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if p, ok := err.(placed); ok && p.GetToken() != nil {
		return fault(p.GetToken().Position.Line, "syntax", "text", p.GetMessage())
	}
	return fault(1, "syntax", "text", err.Error())
}
