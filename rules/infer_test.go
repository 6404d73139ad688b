package rules_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// honest is a scale of some municipality and how its levels are written.
type honest struct {
	labels    [2][]string
	treatment func(value int) string
}

var honestScales = map[string]honest{
	"5x5": {
		[2][]string{{"Nästan osannolik", "Osannolik", "Kan inträffa", "Trolig", "Nästan säker"}, {"Ingen", "Liten", "Märkbar", "Svår", "Mycket svår"}},
		limits(5, "Acceptera", 10, "Kontrollera", 15, "Reducera", 26, "Eliminera"),
	},
	"5x5 with usual words": {
		[2][]string{{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik", "Mycket sannolik"}, {"Försumbar", "Lindrig", "Kännbar", "Allvarlig", "Katastrofal"}},
		limits(4, "Acceptera", 12, "Reducera", 26, "Minimera"),
	},
	"4x4 with other limits": {
		[2][]string{{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}, {"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}},
		limits(3, "Låg", 9, "Medel", 17, "Hög"),
	},
	"3x3":    {[2][]string{{"Låg", "Medel", "Hög"}, {"Låg", "Medel", "Hög"}}, limits(3, "Grön", 6, "Gul", 10, "Röd")},
	"4x5":    {[2][]string{{"Sällsynt", "Ovanlig", "Vanlig", "Ständig"}, {"Marginell", "Liten", "Påtaglig", "Stor", "Förödande"}}, limits(4, "Godta", 21, "Åtgärda")},
	"usual":  {[2][]string{{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"}, {"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}}, limits(4, "Acceptera risk", 12, "Reducera risk", 17, "Minimera risk")},
	"no bar": {[2][]string{{"A", "B", "C", "D", "E", "F"}, {"a1", "b1", "c1", "d1", "e1", "f1"}}, nil},
}

// limits gives the treatment below each limit.
func limits(steps ...any) func(int) string {
	return func(v int) string {
		for i := 0; i < len(steps); i += 2 {
			if v < steps[i].(int) {
				return steps[i+1].(string)
			}
		}
		return ""
	}
}

// document writes rows of two levels, each as label, number or both.
func (h *honest) document(style, heading string, pairs [][2]int, score func(l, c int) int, treated bool) *model.Document {
	d := &model.Document{File: "plan.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "plan.xlsx", Sheet: "Plan"}}}
	r := model.Register{Analysis: true, Scale: -1}
	r.Name, r.Board, r.Year, r.At = "Plan", "Nämnden", 2026, model.Source{Row: 1, Col: 1}
	r.Heads = []model.Head{{}}
	fields := []model.Field{model.FieldNumber, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore}
	if treated {
		fields = append(fields, model.FieldTreatment)
	}
	for i, f := range fields {
		r.Columns = append(r.Columns, model.Column{Field: f, Heading: string(f) + heading, At: model.Source{Row: 1, Col: int32(i + 1)}})
	}
	for i, p := range pairs {
		at := func(col int32) model.Source { return model.Source{Row: int32(i + 2), Col: col} }
		level := func(axis int, col int32) model.Value[model.Level] {
			l := model.Level{Number: p[axis], HasNumber: style != "label"}
			if style != "number" {
				l.Label = h.labels[axis][p[axis]-1]
			}
			return model.Value[model.Level]{V: l, OK: true, Raw: fmt.Sprint(l.Number, l.Label), At: at(col)}
		}
		n := score(p[0], p[1])
		k := model.Risk{
			Number: model.Text("R"+strconv.Itoa(i+1), at(1)), Event: model.Text("Risk nummer "+strconv.Itoa(i+1), at(2)),
			Assessment: model.Assessment{Likelihood: level(0, 3), Consequence: level(1, 4), At: at(1), Score: model.Value[int]{V: n, OK: true, Raw: strconv.Itoa(n), At: at(5)}},
		}
		if treated {
			k.Treatment = model.Text(h.treatment(p[0]*p[1]), at(6))
		}
		r.Risks = append(r.Risks, k)
	}
	d.Registers = []model.Register{r}
	return d
}

func product(l, c int) int { return l * c }

// drawn gives pairs of levels; higher levels are rarer, as in practice.
func drawn(rng *rand.Rand, h *honest, n int) [][2]int {
	out := make([][2]int, n)
	for i := range out {
		for axis := range out[i] {
			top := len(h.labels[axis])
			out[i][axis] = 1 + min(rng.IntN(top), rng.IntN(top+1))
		}
	}
	return out
}

// TestHonestScales: a register without faults on any scale, however it writes
// its levels and however few its rows are, has no error where no scale is
// stated.
func TestHonestScales(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	inferred := 0
	for _, name := range slices.Sorted(maps.Keys(honestScales)) {
		h := honestScales[name]
		for _, style := range []string{"label", "number", "both"} {
			for n := 5; n <= 40; n++ {
				treated := h.treatment != nil && n%2 == 0
				heading := ""
				if top := len(h.labels[0]); n%3 == 0 && top == len(h.labels[1]) {
					heading = fmt.Sprintf(" (1-%d)", top)
				}
				d := h.document(style, heading, drawn(rng, &h, n), product, treated)
				books, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
				for _, f := range findings {
					if f.Severity == rules.Error {
						t.Errorf("%s, %s, %d rows: %s at %s: %q, expected %q", name, style, n, f.Rule, f.At.Cell(), f.Found, f.Expected)
						break
					}
				}
				if s := books[0].Registers[0].Scale; s != nil && s.Origin == model.OriginInferred {
					inferred++
				}
			}
		}
	}
	t.Logf("a scale was inferred %d times of %d", inferred, 36*3*len(honestScales))
	if inferred < 400 {
		t.Errorf("a scale was inferred %d times of %d", inferred, 36*3*len(honestScales))
	}
}

// TestHonestFew: of a few rows with words of their own nothing is said.
func TestHonestFew(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for _, name := range []string{"3x3", "4x5"} {
		h := honestScales[name]
		for n := range 40 {
			d := h.document([]string{"label", "both"}[n%2], "", drawn(rng, &h, 1+n%4), product, n%3 == 0)
			_, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
			for _, f := range findings {
				if f.Severity == rules.Error {
					t.Errorf("%s, %d rows: %s at %s: %q, expected %q", name, 1+n%4, f.Rule, f.At.Cell(), f.Found, f.Expected)
				}
			}
		}
	}
	h := honestScales["5x5"]
	d := h.document("number", "", [][2]int{{5, 2}, {3, 4}}, product, false)
	if _, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()}); len(findings) > 1 {
		t.Errorf("a row of 5 × 2 = 10 shows that the scale is longer than the usual: %v", findings)
	}
}

// TestUntold: where values are no products nothing is said of them, unless the
// words are the usual ones.
func TestUntold(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	h := honestScales["5x5"]
	for _, style := range []string{"label", "number", "both"} {
		for n := 1; n <= 40; n += 3 {
			d := h.document(style, "", drawn(rng, &h, n), func(l, c int) int { return 3*l + c }, false)
			books, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
			for _, f := range findings {
				if f.Severity == rules.Error && n > 6 {
					t.Errorf("%s, %d rows: %s at %s: %q, expected %q; scale %+v", style, n, f.Rule, f.At.Cell(), f.Found, f.Expected, books[0].Registers[0].Scale)
					break
				}
			}
		}
	}
}

// TestInferredErrors: what no other row bears out is no part of the scale.
func TestInferredErrors(t *testing.T) {
	all := func(n, m int) (out [][2]int) {
		for l := 1; l <= n; l++ {
			for c := 1; c <= m; c++ {
				out = append(out, [2]int{l, c})
			}
		}
		return append(out, out...)
	}
	relabel := func(r *model.Register, axis, row int, label string) {
		k := &r.Risks[row]
		v := []*model.Value[model.Level]{&k.Likelihood, &k.Consequence}[axis]
		v.V.Label, v.Raw = label, label
	}
	for name, tt := range map[string]struct {
		scale, style string
		pairs        [][2]int
		spoil        func(r *model.Register)
		want         []string
	}{
		"an own word twice": {"4x5", "label", all(4, 5), func(r *model.Register) {
			relabel(r, 1, 3, "Vet ej")
			relabel(r, 1, 14, "Vet ej")
		}, []string{"unknown-level D5", "unknown-level D16"}},
		"another word for a usual level that stands elsewhere": {"usual", "label", all(4, 4), func(r *model.Register) {
			relabel(r, 1, 1, "Liten")
			relabel(r, 1, 5, "Liten")
			relabel(r, 1, 9, "Vet ej")
		}, []string{"unknown-level D3", "unknown-level D7", "unknown-level D11"}},
		"another word for a usual level": {"usual", "label", all(4, 4), func(r *model.Register) {
			for i := range r.Risks {
				if r.Risks[i].Consequence.V.Label == "Lindrig" {
					relabel(r, 1, i, "Liten")
				}
			}
		}, nil},
		"a number that stands alone": {"5x5", "number", all(5, 5), func(r *model.Register) {
			k := &r.Risks[2]
			k.Likelihood.V.Number, k.Likelihood.Raw = 8, "8"
		}, []string{"unknown-level C4"}},
		"a treatment that no row bears out": {"5x5", "number", [][2]int{{1, 2}, {1, 3}, {1, 4}, {2, 2}, {1, 5}, {2, 4}, {3, 3}, {3, 4}, {4, 4}, {4, 5}, {5, 5}}, func(r *model.Register) {
			r.Risks[5].Treatment = model.Text("Eliminera", r.Risks[5].Treatment.At) // 8, between 5 and 9
			r.Risks[7].Treatment = model.Text("Acceptera", r.Risks[7].Treatment.At) // 12, which could be either
		}, []string{"treatment F7"}},
		"a treatment that as many rows deny": {"5x5", "number", [][2]int{{1, 2}, {1, 3}, {1, 4}, {2, 2}, {4, 4}, {4, 4}, {4, 5}, {5, 5}, {5, 4}, {5, 5}}, func(r *model.Register) {
			r.Risks[4].Treatment = model.Text("Acceptera", r.Risks[4].Treatment.At)
		}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			h := honestScales[tt.scale]
			d := h.document(tt.style, "", tt.pairs, product, true)
			tt.spoil(&d.Registers[0])
			_, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
			var got []string
			for _, f := range findings {
				if f.Severity == rules.Error {
					got = append(got, f.Rule+" "+f.At.Cell())
					if f.Args["scale"] == nil {
						t.Errorf("%s at %s does not say where the scale came from", f.Rule, f.At.Cell())
					}
				}
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if !slices.Equal(got, tt.want) {
				t.Errorf("found %v, want %v", got, tt.want)
			}
		})
	}
}
