package rules

import (
	"testing"

	"riskbok/rules/model"
)

// TestParts: two units' plans in one document are parts of one listing where each
// numbers its risks in a way of its own, even if both have a risk; plans that have
// most risks in common, or share numbers, are not.
func TestParts(t *testing.T) {
	list := func(risks ...[2]string) *listing {
		l := newListing(&model.Table{}, true)
		for _, r := range risks {
			l.note(r[0], model.Value[string]{V: r[1], OK: true})
		}
		return l
	}
	parks := list([2]string{"r1", "Träd faller"}, [2]string{"r2", "Vikarier saknas"}, [2]string{"r3", "Bänkar ruttnar"})
	for name, tt := range map[string]struct {
		other *listing
		want  bool // they overlap
	}{
		"another unit":               {list([2]string{"m1", "Asfalt spricker"}, [2]string{"m2", "Vikarier saknas"}, [2]string{"m3", "Salt tar slut"}), false},
		"the same under new numbers": {list([2]string{"a", "Träd faller"}, [2]string{"b", "Vikarier saknas"}), true},
		"some without numbers":       {list([2]string{"", "Vikarier saknas"}, [2]string{"", "Salt tar slut"}, [2]string{"", "Asfalt spricker"}), true},
		"a number in common":         {list([2]string{"r2", "Vikarier saknas"}, [2]string{"m2", "Salt tar slut"}, [2]string{"m3", "Asfalt spricker"}), true},
	} {
		if got := parks.overlaps(tt.other); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
