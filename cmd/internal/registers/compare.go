package registers

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/rules"
	"riskbok/rules/model"
)

// notCheckedRule is the rule that says what was not judged.
const notCheckedRule = "not-checked"

// Compare tells where what was read of the workbook and found in it is not what
// is right, a line each; nothing where all is.
func (w *Want) Compare(doc *model.Document, books []*model.Book, found []rules.Finding) []string {
	c := comparison{want: w, doc: doc}
	for i := range found {
		c.said = c.said || found[i].Rule == notCheckedRule
	}
	c.registers()
	c.scales(books)
	c.findings(found)
	return c.wrong
}

type comparison struct {
	want  *Want
	doc   *model.Document
	said  bool // that something was not checked
	wrong []string
}

func (c *comparison) add(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Sprintf(format, args...))
}

// excused reports whether what is missing may be missing: it is said that it
// was not checked, and that is as right.
func (c *comparison) excused() bool { return c.said && c.want.NotChecked != NotCheckedFree }

func (c *comparison) registers() {
	have := c.doc.Registers
	if c.excused() && len(have) < len(c.want.Registers) {
		return
	}
	if len(have) != len(c.want.Registers) {
		c.add("%d registers, want %d", len(have), len(c.want.Registers))
		return
	}
	total := 0
	for i := range have {
		c.register(&have[i], &c.want.Registers[i])
		total += len(have[i].Risks)
	}
	if c.want.Total >= 0 && total != c.want.Total {
		c.add("%d risks, want %d", total, c.want.Total)
	}
}

func (c *comparison) register(r *model.Register, want *WantRegister) {
	if r.Name != want.Sheet {
		c.add("register on %s, want %s", r.Name, want.Sheet)
	}
	if len(r.Risks) != want.Risks {
		c.add("%s: %d risks, want %d", want.Sheet, len(r.Risks), want.Risks)
	}
	c.columns(want.Sheet, r.Columns, want.Columns, c.excused())
	if len(want.Consequences) > 0 && !c.excused() {
		var letters []string
		for i := range r.Consequences {
			letters = append(letters, model.ColumnName(int(r.Consequences[i].At.Col)))
		}
		if !slices.Equal(letters, want.Consequences) {
			c.add("%s: consequences %v, want %v", want.Sheet, letters, want.Consequences)
		}
	}
	if len(r.Valuations) != len(want.Others) {
		if !c.excused() {
			c.add("%s: %d further valuations, want %d", want.Sheet, len(r.Valuations), len(want.Others))
		}
		return
	}
	for i := range want.Others {
		c.columns(want.Sheet+", "+r.Valuations[i].Name, r.Valuations[i].Columns, want.Others[i], c.excused())
	}
}

// columns compares where fields were found. A field that is bound to another
// column is wrong also where it may be missing.
func (c *comparison) columns(name string, have []model.Column, want map[model.Field][]string, mayMiss bool) {
	for _, f := range model.Bindable() {
		at := want[f]
		if at == nil {
			continue
		}
		i := slices.IndexFunc(have, func(k model.Column) bool { return k.Field == f })
		switch {
		case i < 0 && !mayMiss:
			c.add("%s: no column for %s, want %s", name, f, strings.Join(at, " or "))
		case i >= 0 && !slices.ContainsFunc(at, func(s string) bool { return isAt(have[i].At, s) }):
			c.add("%s: %s is %s, want %s", name, f, have[i].At.Cell(), strings.Join(at, " or "))
		}
	}
}

// isAt reports whether a heading stands in a column, "E", or a row, "5".
func isAt(at model.Source, place string) bool {
	return model.ColumnName(int(at.Col)) == place || strconv.Itoa(int(at.Row)) == place
}

func (c *comparison) scales(books []*model.Book) {
	if len(c.want.Scale) == 0 || c.excused() {
		return
	}
	for _, b := range books {
		for _, e := range b.Registers {
			if e.Scale == nil || !slices.Contains(c.want.Scale, e.Scale.Origin) {
				origin := model.Origin("none")
				if e.Scale != nil {
					origin = e.Scale.Origin
				}
				c.add("%s: scale from %s, want %v", e.Name, origin, c.want.Scale)
			}
		}
	}
}

func (c *comparison) findings(found []rules.Finding) {
	seen := make([]bool, len(c.want.Findings))
	for i := range found {
		f := &found[i]
		if f.Severity.Rank() < rules.Warning.Rank() {
			continue
		}
		if f.Rule == notCheckedRule {
			if f.Severity == rules.Error && c.want.NotChecked == NotCheckedFree {
				c.add("not-checked at %s, though all can be read", c.place(f.At))
			}
			continue
		}
		at := slices.IndexFunc(c.want.Findings, func(w WantFound) bool {
			return w.Severity == string(f.Severity) && w.Rule == f.Rule && (w.At == "" || w.At == c.place(f.At))
		})
		if at < 0 {
			c.add("invented %s %s at %s (%s → %s)", f.Severity, f.Rule, c.place(f.At), f.Found, f.Expected)
			continue
		}
		seen[at] = true
	}
	for i, w := range c.want.Findings {
		if !seen[i] && !w.Optional && !c.excused() {
			c.add("missed %s %s at %s", w.Severity, w.Rule, w.At)
		}
	}
	if c.want.NotChecked == NotCheckedMust && !c.said {
		c.add("it is not said what was not checked")
	}
	if len(c.want.Says) > 0 && !slices.ContainsFunc(found, func(f rules.Finding) bool { return slices.Contains(c.want.Says, f.Rule) }) {
		c.add("nothing is said by %s", strings.Join(c.want.Says, " or "))
	}
}

// place gives "Sheet!E5".
func (c *comparison) place(at model.Source) string {
	if p := int(at.Place); p >= 0 && p < len(c.doc.Places) {
		return c.doc.Places[p].Sheet + "!" + at.Cell()
	}
	return at.Cell()
}
