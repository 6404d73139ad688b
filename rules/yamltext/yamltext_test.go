package yamltext

import (
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16of(s string, big, mark bool) []byte {
	var out []byte
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xfeff}, units...)
	}
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestDecode(t *testing.T) {
	const text = "lang: sv\nboards:\n  Hamn- och kajnämnden: [Hamnnämnden]\n"
	for name, data := range map[string][]byte{
		"UTF-8": []byte(text), "marked UTF-8": []byte("\ufeff" + text),
		"UTF-16LE": utf16of(text, false, true), "UTF-16BE": utf16of(text, true, true),
		"bare UTF-16LE": utf16of(text, false, false), "bare UTF-16BE": utf16of(text, true, false),
	} {
		if got, fault := Decode(data, Settings); fault != nil || string(got) != text {
			t.Errorf("%s: %q, %v", name, got, fault)
		}
	}
}

func TestRefused(t *testing.T) {
	deep := ""
	for i := range 40 {
		deep += strings.Repeat(" ", i) + "a:\n"
	}
	for _, tt := range []struct {
		name, text, code string
		line             int
	}{
		{"brackets", strings.Repeat("[", 40_000), "too-deep", 1},
		{"brackets below each other", "a:\n" + strings.Repeat("[\n", 40), "too-deep", 33},
		{"braces", "boards: " + strings.Repeat("{a: ", 10_000), "too-deep", 1},
		{"dashes", strings.Repeat("- ", 20_000) + "x", "too-deep", 1},
		{"questions", strings.Repeat("? ", 20_000) + "x", "too-deep", 1},
		{"indents", deep, "too-deep", 33},
		{"anchors", "boards: " + strings.Repeat("&a ", 20_000) + "x", "too-deep", 1},
		{"tags", "lang: " + strings.Repeat("!!str ", 20_000) + "x", "too-deep", 1},
		{"quotes", strings.Repeat(`"`, 100_000), "too-deep", 1},
		{"documents", strings.Repeat("lang: x\n---\n", 3000), "too-deep", 66},
		{"large", "lang: " + strings.Repeat("x", 300<<10), "too-large", 1},
		{"lines", strings.Repeat("#\n", 20_000), "too-large", 10_001},
		{"Latin-1", "lang: sv\nboards:\n  N\xe4mnden: []\n", "encoding", 3},
	} {
		_, fault := Decode([]byte(tt.text), Settings)
		if fault == nil || fault.Code != tt.code || fault.Line != tt.line {
			t.Errorf("%s: %+v", tt.name, fault)
		}
	}
}

func TestParse(t *testing.T) {
	if err := Parse(func() error { panic("broken") }); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("got %v", err)
	}
	if err := Parse(func() error { return nil }); err != nil {
		t.Error(err)
	}
}

// Dashes between words, lists of lists and emphasis are what people write.
func TestPlain(t *testing.T) {
	for _, text := range []string{
		"reason: " + strings.Repeat("a - b ", 100), "boards:\n" + strings.Repeat("  Nämnden & Co!: [Ett, \"Två\"]\n", 2000), "- - a\n  - b\n",
		"a: 'it''s'\n" + strings.Repeat("b: \"x\"\n", 500),
	} {
		if _, fault := Decode([]byte(text), Settings); fault != nil {
			t.Errorf("%.40q: %v at %d", text, fault, fault.Line)
		}
	}
}
