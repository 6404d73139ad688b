package shape

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"regexp"
	"testing"
)

// documented is one package as go doc shows it.
type documented struct {
	comments []string        // the package comments, of which there is one
	texts    map[string]bool // all comments of exported names
	names    map[string]bool // what links may mean: "Name", "Type.Method", "Type.Field"
	command  bool
	some     bool // it exports something
}

// docLink is a link to a name of the package; behind a letter or a sign it is something
// else.
var docLink = regexp.MustCompile(`(?:^|[\s(])\[\*?([A-Z]\w*(?:\.[A-Z]\w*)?)\]`)

// TestDocs holds what go doc shows to its form: one comment for each package, which
// links to what is used first; a comment on every exported name; links that lead
// somewhere.
func TestDocs(t *testing.T) {
	root := moduleRoot(t)
	packages := map[string]*documented{}
	for _, file := range sources(t, root) {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, filepath.Join(root, file), nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		dir := path.Dir(file)
		p := packages[dir]
		if p == nil {
			p = &documented{texts: map[string]bool{}, names: map[string]bool{}}
			packages[dir] = p
		}
		p.command = parsed.Name.Name == "main"
		if parsed.Doc.Text() != "" {
			p.comments = append(p.comments, parsed.Doc.Text())
			p.texts[parsed.Doc.Text()] = true
		}
		for _, d := range parsed.Decls {
			if missing := p.take(d); missing != "" && !p.command {
				t.Errorf("%s: %s has no comment", set.Position(d.Pos()), missing)
			}
		}
	}
	for dir, p := range packages {
		if len(p.comments) != 1 {
			t.Errorf("%s: %d package comments, want one", dir, len(p.comments))
			continue
		}
		if p.some && !p.command && !docLink.MatchString(p.comments[0]) {
			t.Errorf("%s: the package comment does not link to what is used first, as [Render] of an exporter", dir)
		}
		for text := range p.texts {
			for _, link := range docLink.FindAllStringSubmatch(text, -1) {
				if !p.names[link[1]] {
					t.Errorf("%s: a comment links to [%s], which is not there", dir, link[1])
				}
			}
		}
	}
}

// take notes what a declaration exports. It gives the first name that lacks a comment;
// String, Error and Unwrap say what they do by their names.
func (p *documented) take(d ast.Decl) (missing string) {
	note := func(name string, comments ...*ast.CommentGroup) {
		if !ast.IsExported(name) {
			return
		}
		p.names[name], p.some = true, true
		some := false
		for _, c := range comments {
			if c.Text() != "" {
				p.texts[c.Text()], some = true, true
			}
		}
		if !some && missing == "" {
			missing = name
		}
	}
	switch d := d.(type) {
	case *ast.FuncDecl:
		switch {
		case d.Recv == nil:
			note(d.Name.Name, d.Doc)
		case d.Name.Name == "String" || d.Name.Name == "Error" || d.Name.Name == "Unwrap":
		case ast.IsExported(d.Name.Name):
			if of := receiver(d.Recv.List[0].Type); ast.IsExported(of) {
				note(of+"."+d.Name.Name, d.Doc)
			}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				note(s.Name.Name, d.Doc, s.Doc)
				if of, ok := s.Type.(*ast.StructType); ok && ast.IsExported(s.Name.Name) {
					for _, f := range of.Fields.List {
						for _, n := range f.Names {
							p.names[s.Name.Name+"."+n.Name] = true
						}
					}
				}
			case *ast.ValueSpec:
				for _, n := range s.Names {
					note(n.Name, d.Doc, s.Doc, s.Comment)
				}
			}
		}
	}
	return missing
}

func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return ""
}
