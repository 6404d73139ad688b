package archive

import (
	"testing"

	"riskbok/rules/model"
)

// TestUnits: schools with one list of risks that value it each in its own way are no
// versions of each other, and the whole board's plan beside them is none of theirs.
func TestUnits(t *testing.T) {
	const school = "|Skolnämnden|2026|analysis plan|a b c d|"
	checkTold(t, []told{
		{
			"two units and the board's plan",
			Settings{},
			[]string{"ek.xlsx" + school + "|valued=a11 b22 c33 d44", "al.xlsx" + school + "|valued=a44 b22 c11 d44", "plan.xlsx|Skolnämnden|2026|plan|a b"},
			[]string{"skolnamnden-2026: ek.xlsx al.xlsx plan.xlsx", "Skolnämnden 2026 is made of ek.xlsx and al.xlsx and plan.xlsx"},
		},
		{
			"a unit's draft beside, and versions in the units' names",
			Settings{},
			[]string{"ek v2.xlsx" + school + "|valued=a11 b22 c33 d44", "ek v1.xlsx" + school + "|valued=a11 b22 c33 d43", "al v1.xlsx" + school + "|valued=a44 b23 c11 d43"},
			[]string{"skolnamnden-2026: ek v2.xlsx al v1.xlsx", "ek v1.xlsx gives way to ek v2.xlsx: number", "Skolnämnden 2026 is made of ek v2.xlsx and al v1.xlsx"},
		},
		{
			"a plan that was worked over throughout",
			Settings{},
			[]string{"plan v1.xlsx" + school + "|valued=a11 b22 c33 d44", "plan v2.xlsx" + school + "|valued=a44 b11 c11 d11"},
			[]string{"skolnamnden-2026: plan v2.xlsx", "plan v1.xlsx gives way to plan v2.xlsx: number"},
		},
		{
			"a plan of which a level was changed",
			Settings{},
			[]string{"ek.xlsx" + school + "|valued=a11 b22 c33 d44", "al.xlsx" + school + "|valued=a12 b22 c33 d44"},
			[]string{"skolnamnden-2026: ek.xlsx", "al.xlsx gives way to ek.xlsx: unknown"},
		},
		{
			"analyses without plans",
			Settings{},
			[]string{"ek.xlsx|Skolnämnden|2026|analysis|a b c d||valued=a11 b22 c33 d44", "al.xlsx|Skolnämnden|2026|analysis|a b c d||valued=a44 b11 c11 d11"},
			[]string{"skolnamnden-2026: ek.xlsx", "al.xlsx gives way to ek.xlsx: unknown"},
		},
	})
}

// TestSameLevel: a level is known by its number, else by its label.
func TestSameLevel(t *testing.T) {
	of := func(label string, number int) string {
		return levelKey(model.Level{Label: label, Number: number, HasNumber: number > 0})
	}
	for _, tc := range []struct {
		a, b string
		want bool
	}{
		{of("", 3), of("", 3), true}, {of("", 3), of("", 2), false}, {of("Möjlig", 0), of("möjlig", 0), true},
		{of("Möjlig", 0), of("Sannolik", 0), false}, {of("Möjlig", 0), of("", 3), true}, {of("Möjlig", 3), of("Möjligen", 3), true},
	} {
		if got := sameLevel(tc.a, tc.b); got != tc.want {
			t.Errorf("%q and %q: %v", tc.a, tc.b, got)
		}
	}
}
