package model

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

func TestClean(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Kajen rasar", "Kajen rasar"},
		{"två\nrader", "två\nrader"},
		{"två\r\nrader", "två\nrader"},
		{"två\rrader", "två\nrader"},
		{"tre \r\r\n rader\r", "tre\n\nrader"},
		{"ett\r\n\rtvå", "ett\n\ntvå"},
		{"\u00a0hårt\u00a0 blanksteg\u202f", "hårt blanksteg"},
		{"a\u030a a\u0308 o\u0308", "å ä ö"},
		{"mjukt\u00adbinde\u200bstreck\ufeff", "mjuktbindestreck"},
		{"rad\u2028två\vtre", "rad\ntvå\ntre"},
		{"\r", ""},
	} {
		if got := Clean(tt.in); got != tt.want {
			t.Errorf("Clean(%q) is %q, want %q", tt.in, got, tt.want)
		}
		if again := Clean(tt.want); again != tt.want {
			t.Errorf("Clean(%q), of a clean text, is %q", tt.want, again)
		}
	}
	if got := Key("TVÅ\rrader"); got != "två rader" {
		t.Errorf("Key is %q", got)
	}
}

// The short ways give what the long ones do, whatever a text is made of.
func TestShortWays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{
		"a", "B", "z", "Z", "å", "Ä", "ö", "É", "×", "÷", "ß", "ÿ", "Þ", "µ", "§", "Ω", "İ", "–", "”", "•", "…", "\u2028", "\u2009", "\u202f", "\u200b",
		"\u00a0", "\u00ad", "\u0085", "\u030a", "\u0308", "\u0301", "o", "A", " ", " ", "\n", "\r", "\t", "\v", "\x7f", "\x01", "1", "(",
	}
	for range 200000 {
		var b strings.Builder
		for range r.IntN(7) {
			b.WriteString(alphabet[r.IntN(len(alphabet))])
		}
		s := b.String()
		if got, want := Clean(s), cleaned(s); got != want {
			t.Fatalf("Clean(%q) is %q, want %q", s, got, want)
		}
		if got, want := Lower(s), strings.ToLower(s); got != want {
			t.Fatalf("Lower(%q) is %q, want %q", s, got, want)
		}
		if got, want := Key(s), strings.Join(strings.FieldsFunc(strings.ToLower(cleaned(s)), func(r rune) bool { return r == '\n' || r == ' ' }), " "); got != want {
			t.Fatalf("Key(%q) is %q, want %q", s, got, want)
		}
	}
}

func BenchmarkKey(b *testing.B) {
	texts := []string{"Möjlig", "Upphandling görs utanför avtal", "Återrapporteras till\nnämnden", "Risk – värde", "12"}
	for b.Loop() {
		for _, s := range texts {
			Key(s)
		}
	}
}

func TestLowerLetter(t *testing.T) {
	for r := rune(0); r < 0x500; r++ {
		if got, want := LowerLetter(r), unicode.ToLower(r); got != want {
			t.Errorf("LowerLetter(%q) = %q, want %q", r, got, want)
		}
	}
}
