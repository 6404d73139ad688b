package minutes

import "testing"

func TestMisreadLeader(t *testing.T) {
	for text, title := range map[string]string{
		"§ 2 Val av protokolljusterare. «.ssooeerrrerrrrrrr rr rr rer rr rss 4":          "§ 2 Val av protokolljusterare",
		"§ 3 Val av ersättare till presidiet.    s.ssooos   rer ser rr rer rr   kr   rs": "§ 3 Val av ersättare till presidiet",
		"8 7 Avtal med grannkommunen om gemensam beredskap. ........sssrce ror r es":     "8 7 Avtal med grannkommunen om gemensam beredskap",
		"§ 4 Taxa för tillsyn ........ 12":                                               "§ 4 Taxa för tillsyn ........ 12",
		"§ 5 En resa om ansökan och resor":                                               "§ 5 En resa om ansökan och resor",
		"§ 6 Kassor och ansökan 4":                                                       "§ 6 Kassor och ansökan 4",
		"Ser en resa som en era...":                                                      "Ser en resa som en era...",
		"":                                                                               "",
	} {
		if got := withoutLeader(text); got != title {
			t.Errorf("the title of %q is %q, want %q", text, got, title)
		}
		if got := contents(&row{text: text}); got != (title != text || text[:max(len(text)-1, 0)] == "§ 4 Taxa för tillsyn ........ 1") {
			t.Errorf("an entry of contents: %v, %q", got, text)
		}
	}
}
