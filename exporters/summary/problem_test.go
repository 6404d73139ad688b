package summary

import (
	"strings"
	"testing"

	"riskbok/rules/lang"
)

func TestProblem(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		code   string
		args   map[string]string
		reason string
	}{
		{"xls", map[string]string{"format": "SpreadsheetML 2003"}, "(SpreadsheetML 2003)"},
		{"xls", nil, "(?)"},
		{"page-unreadable", map[string]string{"more": "38", "where": "2–20"}, "38 ställen till: 2–20"},
		{"no-such-code", nil, "(no-such-code)"},
	} {
		reason, hint := Problem(cat, tc.code, tc.args)
		if !strings.Contains(reason, tc.reason) || hint == "" || strings.ContainsAny(reason+hint, "{}") {
			t.Errorf("%s: %q, %q", tc.code, reason, hint)
		}
	}
}

// Every code that an importer or the disk can give has both texts, in both
// languages.
func TestProblemTexts(t *testing.T) {
	codes := strings.Fields(`not-found no-access not-a-workbook unknown-format encrypted xls xlsb ods odt docx pptx html-as-xls
		strict-ooxml empty-file damaged-zip damaged-workbook too-large no-table pdf-encrypted pdf-damaged panic
		sheet-damaged part-damaged part-twice strings-missing strings-damaged alternate-content sheet-without-tab other-sheet not-file limit row-bounds text-cut too-wide page-image page-picture page-pictures page-pasted page-pastedtext page-packed page-scan page-letters page-unreadable
		pages-missing pdf-attached other`)
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range codes {
			for _, part := range []string{"reason", "hint"} {
				if !cat.Has("problem." + code + "." + part) {
					t.Errorf("%s: no problem.%s.%s", tag, code, part)
				}
			}
		}
	}
}
