package tables

import "testing"

func TestDividedWords(t *testing.T) {
	// Somewhere on the page the words stand whole, and "och" beside another.
	whole := plain(50, 760, "sannolik och reducera kontroll risk f\366rs\344ljning i \345r")
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"hyphen", []string{"Mindre sanno-", "lik"}, "Mindre sannolik"},
		{"hyphen, more words after it", []string{"Redu-", "cera risk"}, "Reducera risk"},
		{"twice", []string{"kon-", "trol-", "l"}, "kon-~trol-~l"},
		{"hyphen of the word", []string{"e-", "post"}, "e-~post"},
		{"two words of one end", []string{"f\366rs\344ljnings-", "och risk"}, "försäljnings-~och risk"},
		{"capital", []string{"IT-", "Risk"}, "IT-~Risk"},
		{"no hyphen", []string{"Reducera ris", "k"}, "Reducera risk"},
		{"no hyphen, other words", []string{"en ris", "kontroll"}, "en ris~kontroll"},
		{"a word that stands by itself", []string{"reducera", "risk"}, "reducera~risk"},
		{"a heading stays as printed", []string{"Rekommende-", "rad riskhantering"}, "Rekommende-~rad riskhantering"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := whole + gridOf([]float64{50, 90, 300}, []float64{700, 680, 640}) + plain(52, 686, "A") + plain(92, 686, "B") + plain(52, 666, "R1")
			for i, l := range c.lines {
				s += plain(92, 666-12*float64(i), l)
			}
			if _, got := find(t, s); got != "A|B / R1|"+c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestHyphenated(t *testing.T) {
	k := NewKnown("sannolik")
	for _, c := range []struct {
		a, b, want string
		whole      bool
	}{
		{"Mindre sanno\u00ad", "lik", "Mindre sanno", true},
		{"Verksamhets\u00ad", "planen", "Verksamhets", true},
		{"fullm\u00e4k\u00ad-", "tige", "fullm\u00e4k", true},
		{"Sanno\u2010", "lik i år", "Sanno", true},
		{"Sanno-", "Lik", "Sanno-", false},
		{"verk-", "lik", "verk-", false},
		{"-", "sannolik", "-", false},
	} {
		if got, whole := k.hyphenated(c.a, c.b); got != c.want || whole != c.whole {
			t.Errorf("%q, %q: got %q, %v", c.a, c.b, got, whole)
		}
	}
}

// TestFree: a line above a word that stands beside others is whole, though it is
// full.
func TestFree(t *testing.T) {
	a, b := printed{text: "Ursprunglig", x1: 50, words: 1, size: 10}, printed{text: "budget", x1: 30, words: 1, size: 10, first: 5}
	room := widths{room: 51, known: true}
	k := NewKnown()
	if !k.broken(a, b, room) {
		t.Error("a full line of one word is not broken")
	}
	if k.Free("budget"); k.broken(a, b, room) {
		t.Error("broken before a word that is free")
	}
}
