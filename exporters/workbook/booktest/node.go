package booktest

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// node is an element of a part: its local name, attributes by local name (those
// of the relationships' namespace with "r:" in front), the elements in it and
// the text that stands in it.
type node struct {
	name string
	attr map[string]string
	kids []*node
	text string
}

const relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

func parse(data string) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(data))
	top := &node{}
	open := []*node{top}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(top.kids) != 1 {
				return nil, errors.New("not one element")
			}
			return top.kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				name := a.Name.Local
				if a.Name.Space == relationSpace {
					name = "r:" + name
				}
				n.attr[name] = a.Value
			}
			last.kids = append(last.kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(t)
		}
	}
}

// child gives the first element of a name in another, an empty one where there
// is none.
func (n *node) child(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return &node{}
}

// all gives the elements of a name at any depth.
func (n *node) all(name string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}
