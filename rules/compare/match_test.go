package compare

import (
	"fmt"
	"slices"
	"testing"

	"riskbok/rules/model"
)

// matches writes each match short, with what else it might have been.
func matches(items []Item) []string {
	var out []string
	for _, it := range items {
		if it.Match == nil {
			continue
		}
		line := it.Old.Number.V + "→" + it.New.Number.V + " " + string(it.Match.By)
		for _, o := range it.Match.OtherOld {
			line += " or from " + o.Number.V
		}
		for _, n := range it.Match.OtherNew {
			line += " or to " + n.Number.V
		}
		out = append(out, line)
	}
	return out
}

func TestMatch(t *testing.T) {
	for name, tc := range map[string]struct{ old, new, want []string }{
		"text wins over number": {
			[]string{"R1||Kajen rasar", "R2||Olja läcker"}, []string{"R1||Olja läcker", "R2||Kajen rasar"},
			[]string{"R2→R1 text", "R1→R2 text"}},
		"equal texts by number": {
			[]string{"R1||Elavbrott", "R2||Elavbrott"}, []string{"R2||Elavbrott", "R1||Elavbrott"},
			[]string{"R2→R2 text", "R1→R1 text"}},
		"equal texts by area": {
			[]string{"|Kajer|Elavbrott", "|Kontor|Elavbrott"}, []string{"R9|Kontor|Elavbrott", "R8|Kajer|Elavbrott"},
			[]string{"→R9 text", "→R8 text"}},
		"equal texts, one dropped": {
			[]string{"R1||Elavbrott", "R2||Elavbrott"}, []string{"R2||Elavbrott"},
			[]string{"R2→R2 text"}},
		"equal texts and nothing else": {
			[]string{"R1||Elavbrott", "R2||Elavbrott"}, []string{"R7||Elavbrott"},
			[]string{"R1→R7 text or from R2"}},
		"inflected": {
			[]string{"R1||Brandskyddet i magasinen är bristfälligt"}, []string{"R1||Bristfälligt brandskydd i magasin"},
			[]string{"R1→R1 number-text"}},
		"numbers moved and wording drifted": {
			[]string{"R1||Bokningssystemet för gästhamnen slutar fungera", "R2||Isläggning hindrar trafiken på älven"},
			[]string{"R1||Is hindrar trafiken på älven", "R2||Gästhamnens bokningssystem slutar att fungera"},
			[]string{"R2→R1 alike", "R1→R2 alike"}},
		"two that fit": {
			[]string{"R1||Obehöriga tar sig in i norra magasinet", "R2||Obehöriga tar sig in i södra magasinet"},
			[]string{"R5||Obehöriga tar sig in i ett magasin"},
			[]string{"R1→R5 alike or from R2"}},
		"two that fit, one in the same area": {
			[]string{"R1|Kontor|Obehöriga tar sig in i norra magasinet", "R2|Magasin|Obehöriga tar sig in i södra magasinet"},
			[]string{"R5|Magasin|Obehöriga tar sig in i ett magasin"},
			[]string{"R2→R5 alike or from R1"}},
		"the same number, another action": {
			[]string{"R1||Kajen rasar vid storm||||||Dykbesiktning varje vår"}, []string{"R1||Fundamentens bärighet sviktar||||||Dykbesiktning av slussportar"}, nil},
		"a number in the text": {
			[]string{"R1||Kran 1 på kajen går sönder", "R2||Kran 2 på kajen går sönder"},
			[]string{"R4||Kran 2 på kajen slutar gå", "R5||Kran 1 på kajen slutar gå"},
			[]string{"R2→R4 alike", "R1→R5 alike"}},
		"a year in the text": {
			[]string{"R1||Mål 2025"}, []string{"R8||Mål 2026"},
			[]string{"R1→R8 alike"}},
		"nothing in common": {
			[]string{"R1||Kajen rasar vid storm"}, []string{"R1||Avgifter faktureras fel"}, nil},
		"a similar one is taken": {
			[]string{"R2||Splittrad och därför dyr drift", "R6||Splittrad och dyr drift"}, []string{"R5||Splittrad och dyr drift"},
			[]string{"R6→R5 text"}},
		"without texts": {
			[]string{"1", "2"}, []string{"2", "3"}, []string{"2→2 number"}},
	} {
		p := one(book(1, "Hamnen", 2025, tc.old...), book(2, "Hamnen", 2026, tc.new...))
		if got := matches(p.Items); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\n got  %q\n want %q", name, got, tc.want)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, tc := range []struct {
		a, b        string
		least, most float64
	}{
		{"kajen rasar", "kajen rasar", 1, 1},
		{"kajen rasar vid storm", "vid storm rasar kajen", 1, 1},
		{"kajen rasar vid storm", "kajerna rasar vid storm", 0.75, 0.95},
		{"kajen rasar", "avgifter faktureras", 0, 0.3},
		{"", "kajen", 0, 0},
		{"", "", 0, 0},
	} {
		if s := alike(gramsOf(tc.a), gramsOf(tc.b)); s < tc.least || s > tc.most {
			t.Errorf("%q and %q are alike by %.2f, want %.2f–%.2f", tc.a, tc.b, s, tc.least, tc.most)
		}
	}
}

func TestPairs(t *testing.T) {
	rows := []string{"R1||Kajen rasar", "R2||Olja läcker", "R3||Is på kajen"}
	other := []string{"R1||Elever saknar lokaler", "R2||Skolskjuts uteblir"}
	b := func(name string, year int, rows []string) *model.Book { return book(1, name, year, rows...) }
	for name, tc := range map[string]struct {
		old, new []*model.Book
		want     []string
	}{
		"one year each":        {[]*model.Book{b("A", 2025, rows)}, []*model.Book{b("a ", 2026, rows)}, []string{"A 2025 a  2026 name"}},
		"the newest of each":   {[]*model.Book{b("A", 2024, rows), b("A", 2025, rows)}, []*model.Book{b("A", 2026, rows), b("A", 2025, rows)}, []string{"A 2025 A 2026 name", "old A 2024", "new A 2025"}},
		"two versions":         {[]*model.Book{b("A", 2024, rows), b("A", 2025, rows)}, []*model.Book{b("A", 2025, rows), b("A", 2024, rows)}, []string{"A 2024 A 2024 name", "A 2025 A 2025 name"}},
		"several boards":       {[]*model.Book{b("A", 2025, rows), b("B", 2025, other)}, []*model.Book{b("B", 2026, other), b("A", 2026, rows)}, []string{"B 2025 B 2026 name", "A 2025 A 2026 name"}},
		"renamed, by alias":    {[]*model.Book{b("Hamnen", 2025, rows), b("B", 2025, other)}, []*model.Book{b("Kajen", 2026, other), b("C", 2026, rows)}, []string{"Hamnen 2025 Kajen 2026 name", "B 2025 C 2026 only"}},
		"renamed, by content":  {[]*model.Book{b("X", 2025, rows), b("Y", 2025, other)}, []*model.Book{b("V", 2026, other), b("W", 2026, rows)}, []string{"X 2025 W 2026 content", "Y 2025 V 2026 content"}},
		"nothing but the last": {[]*model.Book{b("X", 2025, rows)}, []*model.Book{b("Y", 2026, other)}, []string{"X 2025 Y 2026 only"}},
		"no names":             {[]*model.Book{b("", 0, rows), b("", 0, other)}, []*model.Book{b("", 0, other)}, []string{" 0  0 content", "old  0"}},
		"too many":             {[]*model.Book{b("X", 2025, rows)}, []*model.Book{b("Y", 2026, other), b("Z", 2026, other[:1])}, []string{"old X 2025", "new Y 2026", "new Z 2026"}},
		"nothing":              {nil, []*model.Book{{Board: "A", Year: 2026}}, nil},
	} {
		c := Compare(tc.old, tc.new, map[string][]string{"Hamnen": {"Kajen"}})
		var got []string
		for _, p := range c.Pairs {
			got = append(got, fmt.Sprintf("%s %d %s %d %s", p.Old.Board, p.Old.Year, p.New.Board, p.New.Year, p.By))
		}
		for _, a := range c.Alone {
			side := "new"
			if a.Old {
				side = "old"
			}
			got = append(got, fmt.Sprintf("%s %s %d", side, a.Board, a.Year))
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
}
