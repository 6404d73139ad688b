package rules_test

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// honestValues are ways in which municipalities come to a value, of levels from
// 1 to top.
var honestValues = map[string]func(l, c, top int) string{
	"product":              func(l, c, _ int) string { return strconv.Itoa(l * c) },
	"sum":                  func(l, c, _ int) string { return strconv.Itoa(l + c) },
	"maximum":              func(l, c, _ int) string { return strconv.Itoa(max(l, c)) },
	"powers of two":        func(l, c, _ int) string { return strconv.Itoa(1 << (l + c - 2)) },
	"consequence weighted": func(l, c, _ int) string { return strconv.Itoa(l * c * c) },
	"a place in the grid":  func(l, c, top int) string { return strconv.Itoa((l-1)*top + c) },
	"classes":              func(l, c, top int) string { return strconv.Itoa(1 + (l+c-1)*2/top) },
	"halves":               func(l, c, _ int) string { return strconv.FormatFloat(float64(l*c)/2, 'f', -1, 64) },
	"average":              func(l, c, _ int) string { return strconv.FormatFloat(float64(l+c)/2, 'f', -1, 64) },
}

// definedBy states the levels of an honest scale in its document.
func definedBy(h *honest) model.Scale {
	s := model.Scale{Name: "Definitioner", Origin: model.OriginDefinitions}
	for axis, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		for i, label := range h.labels[axis] {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: label, Numbered: true, At: model.Source{Place: 1, Row: int32(i + 2), Col: int32(axis*2 + 1)}})
		}
		a.At = a.Levels[0].At
	}
	s.At = s.Likelihood.At
	return s
}

// telling reports whether rows can show that their values are no products: four
// different pairs of levels without a factor 1 have others, or none has.
func telling(pairs [][2]int, way func(l, c, top int) string, top int) bool {
	seen, all := map[[2]int]bool{}, 0
	for _, p := range pairs {
		if way(p[0], p[1], top) != strconv.Itoa(p[0]*p[1]) {
			all++
			if min(p[0], p[1]) > 1 && p[0]+p[1] > 4 {
				seen[p] = true
			}
		}
	}
	return all == 0 || len(seen) >= 4
}

// TestHonestValues: a register without faults has no error, however its values
// come about, whether its document states the levels or not, if its rows can
// tell.
func TestHonestValues(t *testing.T) {
	for name, way := range honestValues {
		for _, scale := range []string{"5x5", "usual", "3x3", "4x5"} {
			h := honestScales[scale]
			for _, stated := range []bool{true, false} {
				invented, registers := 0, 0
				first := ""
				rng := rand.New(rand.NewPCG(uint64(len(name)), 11))
				for n := 3; n <= 40; n += 1 + n/12 {
					for _, style := range []string{"label", "number", "both"} {
						pairs := drawn(rng, &h, n)
						if !telling(pairs, way, len(h.labels[1])) {
							continue
						}
						d := h.document(style, "", pairs, product, false)
						d.Places = append(d.Places, model.Place{File: "plan.xlsx", Sheet: "Definitioner"})
						for i := range d.Registers[0].Risks {
							k := &d.Registers[0].Risks[i]
							raw := way(k.Likelihood.V.Number, k.Consequence.V.Number, len(h.labels[1]))
							v, err := strconv.Atoi(raw)
							k.Score.V, k.Score.Raw, k.Score.OK = v, raw, err == nil
						}
						if stated {
							d.Scales, d.Registers[0].Scale = []model.Scale{definedBy(&h)}, 0
						}
						_, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
						registers++
						for _, f := range findings {
							if f.Severity == rules.Error {
								invented++
								if first == "" {
									first = fmt.Sprintf("%s, %d rows: %s at %s: %q, expected %q", style, n, f.Rule, f.At.Cell(), f.Found, f.Expected)
								}
								break
							}
						}
					}
				}
				// Numbers that are solved for behind words may by chance explain
				// what is no product.
				if stated && invented > 0 || invented*20 > registers {
					t.Errorf("%s on %s, levels stated %v: errors in %d of %d registers, first %s", name, scale, stated, invented, registers, first)
				}
			}
		}
	}
}
