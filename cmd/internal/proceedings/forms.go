package proceedings

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/goccy/go-yaml"
)

//go:embed forms.yaml
var formsData []byte

// strips are the heads and feet of pages by name.
var strips = data.strips

// Forms are the forms that are printed, each unlike the others in several ways.
var Forms = data.forms

var data = mustLoad(formsData)

// formData mirrors a form of forms.yaml.
type formData struct {
	Name       string     `yaml:"name"`
	Summons    bool       `yaml:"summons"`
	Board      string     `yaml:"board"`
	Short      string     `yaml:"short"`
	First      int        `yaml:"first"`
	Number     string     `yaml:"number"`
	Second     string     `yaml:"second"`
	Case       string     `yaml:"case"`
	Label      string     `yaml:"label"`
	Words      Words      `yaml:"words"`
	Layout     layoutData `yaml:"layout"`
	Clauses    string     `yaml:"clauses"`
	Commas     bool       `yaml:"commas"`
	PaperTitle string     `yaml:"paperTitle"`
	Opening    string     `yaml:"opening"`
	Head       string     `yaml:"head"`
	Foot       string     `yaml:"foot"`
	Front      string     `yaml:"front"`
	Matters    string     `yaml:"matters"`
	Decides    string     `yaml:"decides"`
	Unheaded   bool       `yaml:"unheaded"`
	Then       *formData  `yaml:"then"`
}

type layoutData struct {
	Title         string `yaml:"title"`
	Case          string `yaml:"case"`
	Heads         string `yaml:"heads"`
	Titles        string `yaml:"titles"`
	OwnPage       bool   `yaml:"ownPage"`
	Tight         bool   `yaml:"tight"`
	Spread        bool   `yaml:"spread"`
	Rule          bool   `yaml:"rule"`
	DecisionFirst bool   `yaml:"decisionFirst"`
	Joined        string `yaml:"joined"`
}

type formsFile struct {
	strips map[string][]Strip
	forms  []Form
}

// mustLoad reads forms.yaml, which is part of the program.
func mustLoad(text []byte) formsFile {
	f, err := load(text)
	if err != nil {
		panic("forms.yaml: " + err.Error())
	}
	return f
}

func load(text []byte) (out formsFile, err error) {
	var file struct {
		Strips map[string][]Strip `yaml:"strips"`
		Forms  []formData         `yaml:"forms"`
	}
	if err := yaml.UnmarshalWithOptions(text, &file, yaml.Strict()); err != nil {
		return out, err
	}
	out.strips = file.Strips
	for i := range file.Forms {
		f, err := file.Forms[i].form(file.Strips)
		if err != nil {
			return out, fmt.Errorf("form %q: %w", file.Forms[i].Name, err)
		}
		if slices.ContainsFunc(out.forms, func(o Form) bool { return o.Name == f.Name }) {
			return out, fmt.Errorf("form %q: expected once", f.Name)
		}
		out.forms = append(out.forms, *f)
	}
	return out, nil
}

// The names of what a form is made of, in the order of their numbers; "" is the
// first.
var (
	placeNames  = []string{"below", "beside", "above", "right", "parentheses", "column", "header", "title", "boxed", "none", "labels", "dash", "around"}
	weightNames = []string{"bold", "large", "plain", "capitals"}
	clauseNames = []string{"sentence", "that", "numbers", "bullets", "dashes"}
	frontNames  = []string{"roll", "contents", "agenda", "listing", "none", "short"}
	matterLists = map[string][]matter{"": nil, "norwegian": norwegian, "danish": danish}
)

func (d *formData) form(strips map[string][]Strip) (*Form, error) {
	f := &Form{
		Name: d.Name, Summons: d.Summons, Board: d.Board, Short: d.Short, First: d.First, Number: d.Number, Second: d.Second, Case: d.Case, Label: d.Label,
		Words: d.Words, Commas: d.Commas, Title: d.PaperTitle, Opening: d.Opening, Decides: d.Decides, Unheaded: d.Unheaded,
		Layout: Layout{OwnPage: d.Layout.OwnPage, Tight: d.Layout.Tight, Spread: d.Layout.Spread, Rule: d.Layout.Rule, DecisionFirst: d.Layout.DecisionFirst, Joined: d.Layout.Joined},
	}
	var problem error
	number := func(name string, names []string) int {
		if name == "" {
			return 0
		}
		n := slices.Index(names, name)
		if n < 0 {
			problem = fmt.Errorf("%q: expected one of %v", name, names)
		}
		return n
	}
	f.Layout.Title, f.Layout.Case = Place(number(d.Layout.Title, placeNames)), Place(number(d.Layout.Case, placeNames))
	f.Layout.Heads, f.Layout.Titles = Weight(number(d.Layout.Heads, weightNames)), Weight(number(d.Layout.Titles, weightNames))
	f.Clauses, f.Front = Clauses(number(d.Clauses, clauseNames)), Front(number(d.Front, frontNames))
	var ok bool
	if f.Matters, ok = matterLists[d.Matters]; !ok {
		problem = fmt.Errorf("no matters %q", d.Matters)
	}
	for _, name := range []string{d.Head, d.Foot} {
		if _, ok := strips[name]; !ok && name != "" {
			problem = fmt.Errorf("no strips %q", name)
		}
	}
	f.Head, f.Foot = strips[d.Head], strips[d.Foot]
	if d.Then != nil && problem == nil {
		f.Then, problem = d.Then.form(strips)
	}
	return f, problem
}
