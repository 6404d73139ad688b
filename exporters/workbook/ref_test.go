package workbook

import "testing"

func TestRef(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{Ref(4, 27), "AB5"},
		{FixedRow(4, 27), "AB$5"},
		{Absolute(4, 27), "$AB$5"},
		{Quoted("Riskanalys"), "Riskanalys"},
		{Quoted("Plan 2026"), "'Plan 2026'"},
		{Quoted("ABC"), "'ABC'"}, // could be a column
		{Quoted("Bo's blad"), "'Bo''s blad'"},
		{InApostrophes("Riskanalys"), "'Riskanalys'"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %s, want %s", tt.got, tt.want)
		}
	}
}

func TestNames(t *testing.T) {
	for _, tt := range []struct {
		board, file string
		year        int
		want        string
	}{
		{"Miljö- och hamnnämnden", "a.pdf", 2027, "miljo-och-hamnnamnden-2027"},
		{"", `handlingar\Kallelse 3.pdf`, 2027, "kallelse-3-2027"},
		{"", "handlingar/möte.v2.pdf", 0, "mote-v2"},
		{"../../etc/passwd", "", 2026, "etc-passwd-2026"},
		{"¤", "", 2026, "namnd-2026"},
		{"", "IKP 2026 hamn.xlsx", 2026, "ikp-2026-hamn"},
		{"", "IKP 2026 hamn.xlsx", 2027, "ikp-2026-hamn-2027"},
		{"", "IKP 120260.xlsx", 2026, "ikp-120260-2026"},
	} {
		if got := Stem(tt.board, tt.file, "namnd", tt.year); got != tt.want {
			t.Errorf("%q in %q: %s, want %s", tt.board, tt.file, got, tt.want)
		}
	}
	n := Names{}
	for _, want := range []string{"a.xlsx", "a-2.xlsx", "a-3.xlsx"} {
		if got := n.Take("a"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
