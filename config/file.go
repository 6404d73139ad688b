package config

import (
	"errors"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// document is a configuration file as read. viper would lower the case of
// keys and split them at dots, so names of boards are read here, and plain
// settings as the text that stands there: "off" and a date stay what they are.
type document struct {
	plain  map[string]scalar
	boards map[string][]string
	fields map[string]model.Field
	rules  map[string]rules.Severity
	scale  *model.Scale
	limits map[string]int64
	lines  map[string]int
}

type scalar struct {
	text string
	line int
}

// reader walks the nodes of one file and knows its name for errors.
type reader struct{ name string }

// keyValue is one key of a mapping with its value.
type keyValue struct {
	key   string
	line  int
	value ast.Node
}

func parse(name string, data []byte, ruleNames []string) (*document, error) {
	r := reader{name}
	d := &document{plain: map[string]scalar{}, lines: map[string]int{}}
	data, err := decoded(name, data)
	if err != nil {
		return nil, err
	}
	var file *ast.File
	if err := yamltext.Parse(func() (err error) {
		file, err = parser.ParseBytes(data, 0, parser.AllowDuplicateMapKey())
		return err
	}); err != nil {
		line, text := 1, err.Error()
		if e := yaml.Error(nil); errors.As(err, &e) {
			text = e.GetMessage()
			if t := e.GetToken(); t != nil {
				line = t.Position.Line
			}
		}
		return nil, r.fault(line, yamlCode(text), "text", text)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		return d, nil
	}
	if len(file.Docs) > 1 {
		return nil, r.fault(line(file.Docs[1].Body), "documents")
	}
	known := append([]string(nil), sections...)
	for _, s := range settings {
		known = append(known, s.key)
	}
	top, err := r.mapping(file.Docs[0].Body, "", known)
	if err != nil {
		return nil, err
	}
	for _, e := range top {
		d.lines[e.key] = e.line
		if _, empty := e.value.(*ast.NullNode); empty {
			delete(d.lines, e.key)
			continue
		}
		switch e.key {
		case "boards":
			err = r.boards(d, e)
		case "map":
			err = r.fields(d, e)
		case "rules":
			err = r.rules(d, e, ruleNames)
		case "scale":
			d.scale, err = r.scale(e)
		case "limits":
			err = r.limits(d, e)
		default:
			err = r.plain(d, e)
		}
		if err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (r reader) plain(d *document, e keyValue) error {
	text, err := r.text(e)
	d.plain[e.key] = scalar{text, e.line}
	return err
}

func (r reader) boards(d *document, e keyValue) error {
	entries, err := r.mapping(e.value, "boards", nil)
	if err != nil {
		return err
	}
	d.boards = map[string][]string{}
	for _, b := range entries {
		if _, empty := b.value.(*ast.NullNode); empty {
			return r.fault(b.line, "board-names", "key", b.key)
		}
		names, err := r.texts(b)
		if err != nil {
			return err
		}
		d.boards[b.key] = names
		d.lines["boards/"+b.key] = b.line
	}
	return nil
}

func (r reader) fields(d *document, e keyValue) error {
	entries, err := r.mapping(e.value, "map", nil)
	if err != nil {
		return err
	}
	d.fields = map[string]model.Field{}
	for _, m := range entries {
		text, err := r.text(m)
		if err != nil {
			return err
		}
		field, ok := ParseField(text)
		if !ok {
			return r.fault(m.line, "field", "key", m.key, "value", text, "known", strings.Join(FieldNames(), ", "))
		}
		if _, ok := model.ParseColumnKey(m.key); !ok {
			return r.fault(m.line, "map-place", "key", m.key)
		}
		d.fields[m.key] = field
		d.lines["map/"+m.key] = m.line
	}
	return nil
}

func (r reader) rules(d *document, e keyValue, names []string) error {
	entries, err := r.mapping(e.value, "rules", names)
	if err != nil {
		return err
	}
	d.rules = map[string]rules.Severity{}
	for _, rule := range entries {
		text, err := r.text(rule)
		if err != nil {
			return err
		}
		sev, ok := severity(text)
		if !ok {
			return r.fault(rule.line, "severity", "key", "rules/"+rule.key, "value", text)
		}
		d.rules[rule.key] = sev
		d.lines["rules/"+rule.key] = rule.line
	}
	return nil
}

// mapping gives the entries of the mapping of a section, "" of the whole file. Keys must be among known, unless
// known is nil, and stand once each.
func (r reader) mapping(n ast.Node, section string, known []string) ([]keyValue, error) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	default:
		if section == "" {
			return nil, r.fault(line(n), "mapping-file")
		}
		return nil, r.fault(line(n), "mapping", "key", section)
	}
	seen := map[string]bool{}
	out := make([]keyValue, 0, len(values))
	for _, v := range values {
		e := keyValue{key: scalarText(v.Key), line: line(v.Key), value: v.Value}
		if seen[e.key] {
			return nil, r.fault(e.line, "twice", "key", e.key)
		}
		seen[e.key] = true
		if known != nil && !oneOf(e.key, known...) {
			if near := Nearest(e.key, known); near != "" {
				return nil, r.fault(e.line, "unknown-near", "key", e.key, "nearest", near)
			}
			return nil, r.fault(e.line, "unknown", "key", e.key, "known", strings.Join(known, ", "))
		}
		out = append(out, e)
	}
	return out, nil
}

// text gives the text of a plain value as it stands in the file. Anchors,
// aliases and tags have no use here and are refused.
func (r reader) text(e keyValue) (string, error) {
	switch e.value.(type) {
	case *ast.StringNode, *ast.LiteralNode, *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		return scalarText(e.value), nil
	case *ast.NullNode:
		return "", r.fault(e.line, "required", "key", e.key)
	}
	return "", r.fault(line(e.value), "plain", "key", e.key)
}

// texts gives a list of plain values; one alone counts as a list of one.
func (r reader) texts(e keyValue) ([]string, error) {
	seq, ok := e.value.(*ast.SequenceNode)
	if !ok {
		text, err := r.text(e)
		return []string{text}, err
	}
	var out []string
	for _, n := range seq.Values {
		text, err := r.text(keyValue{key: e.key, line: line(n), value: n})
		if err != nil {
			return nil, err
		}
		out = append(out, text)
	}
	return out, nil
}

// wholeNumber gives a whole number.
func (r reader) wholeNumber(e keyValue) (int, error) {
	text, err := r.text(e)
	if err != nil {
		return 0, err
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, r.fault(e.line, "number", "key", e.key, "value", text)
	}
	return n, nil
}

func (r reader) fault(line int, code string, pairs ...string) error {
	args := map[string]string{}
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return &Error{Place: Origin{Name: r.name, Line: line}.Place(), Code: code, Args: args}
}

func line(n ast.Node) int {
	if n == nil || n.GetToken() == nil {
		return 1
	}
	return n.GetToken().Position.Line
}

func scalarText(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	}
	return strings.TrimSpace(n.GetToken().Value)
}
