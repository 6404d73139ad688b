package model

import "testing"

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
