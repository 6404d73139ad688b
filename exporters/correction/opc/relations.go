package opc

import (
	"fmt"
	"path"
	"strings"
)

// RelationSpace is the namespace of a relation's id, and the beginning of its type.
const RelationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

// Relation is one entry of a part's relations.
type Relation struct{ ID, Kind, Target string }

// RelationsOf gives the path of the relations of a part.
func RelationsOf(part string) string {
	dir, file := path.Split(part)
	return dir + "_rels/" + file + ".rels"
}

// Relations lists a part's relations to other parts of the archive, targets as full
// names. A part without relations gives none. It fails where the part of the relations
// cannot be read.
func (a *Package) Relations(part string) ([]Relation, error) {
	name := RelationsOf(part)
	if !a.Has(name) {
		return nil, nil
	}
	data, err := a.Read(name)
	if err != nil {
		return nil, err
	}
	var all []Relation
	for t := range Tags(data) {
		if t.Name != "Relationship" || t.Close {
			continue
		}
		if t.Attr("TargetMode") == "External" {
			continue
		}
		kind := t.Attr("Type")
		target := t.Attr("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(path.Dir(part), target)
		}
		all = append(all, Relation{t.Attr("Id"), kind[strings.LastIndexByte(kind, '/')+1:], strings.TrimPrefix(target, "/")})
	}
	return all, nil
}

// Relate gives a part a relation to another one, and gives its id. It fails where its
// relations cannot be read.
func (a *Package) Relate(from, part, kind string) (id string, err error) {
	name := RelationsOf(from)
	if !a.Has(name) {
		a.Set(name, []byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`+"\n"+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`))
	}
	related, err := a.Read(name)
	if err != nil {
		return "", err
	}
	for n := 1; id == ""; n++ {
		if try := fmt.Sprintf("rIdRiskbok%d", n); !strings.Contains(string(related), `"`+try+`"`) {
			id = try
		}
	}
	target := relative(path.Dir(from), part)
	if related, err = appendChild(related, "Relationships", fmt.Sprintf(`Relationship Id="%s" Type="%s/%s" Target="%s"`, id, RelationSpace, kind, Escape(target))); err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	a.Set(name, related)
	return id, nil
}

// relative gives the way from a folder of the package to a part, as Excel writes
// it: exceljs finds notes by "../comments1.xml" alone (measured with 4.4.0).
func relative(dir, part string) string {
	up := ""
	for dir != "." && !strings.HasPrefix(part, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	return up + strings.TrimPrefix(part, dir+"/")
}
