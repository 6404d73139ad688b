package registers_test

import (
	"strings"
	"testing"

	"riskbok/cmd/internal/registers"
	"riskbok/rules"
	"riskbok/rules/model"
)

const small = `A small register.

== Plan
1 | Nr | Risk | Sannolikhet | Konsekvens | Riskvärde | Åtgärd |
2 | 1 | Kajens belysning släcks | 2 | 3 | =C2*D2{6} | Reservkraft |
3 | 2 | Nycklar kommer bort | 3 | 4 | 10 | Skåp |
5 | 3 | Prov uteblir | 1 | 4 | 4 | Schema |

-- want
`

// TestCompareFails: every kind of expectation fails where it is not met.
func TestCompareFails(t *testing.T) {
	const right = "register Plan: 3 risks\nnumber A; event B; likelihood C; consequence D; value E; action F\nerror risk-value Plan!E3\nmay warning formula-broken"
	for _, test := range []struct{ name, want, wrong string }{
		{"right", right, ""},
		{"either column", strings.Replace(right, "value E", "value D|E", 1), ""},
		{"no register", "error risk-value Plan!E3", "1 registers, want 0"},
		{"other sheet", strings.Replace(right, "register Plan", "register Analys", 1), "want Analys"},
		{"other count", strings.Replace(right, "3 risks", "4 risks", 1), "3 risks, want 4"},
		{"total", right + "\nrisks 5", "3 risks, want 5"},
		{"other column", strings.Replace(right, "value E", "value D", 1), "value is E1, want D"},
		{"missing column", strings.Replace(right, "value E", "value E; cost G", 1), "no column for cost"},
		{"valuation", strings.Replace(right, "\nerror", "\nalso value G\nerror", 1), "0 further valuations, want 1"},
		{"consequences", strings.Replace(right, "\nerror", "\nconsequences D, E\nerror", 1), "consequences"},
		{"scale", right + "\nscale definitions", "want [definitions]"},
		{"other cell", strings.Replace(right, "Plan!E3", "Plan!E2", 1), "missed error risk-value at Plan!E2"},
		{"invented", strings.Replace(right, "error risk-value Plan!E3", "", 1), "invented error risk-value at Plan!E3"},
		{"not said", right + "\nnot-checked", "not said"},
		{"says", right + "\nsays weekday|undecided", ""},
		{"says nothing", right + "\nsays weekday", "nothing is said by weekday"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, err := registers.Parse(small + test.want)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(b.Want.Compare(judge(t, test.name, b)), "\n")
			if test.wrong == "" && got != "" || !strings.Contains(got, test.wrong) {
				t.Errorf("got %q, want %q", got, test.wrong)
			}
		})
	}
}

// TestExcused: saying that something was not checked excuses what was missed
// where it may, and never what was invented.
func TestExcused(t *testing.T) {
	said := rules.Finding{Rule: "not-checked", Severity: rules.Error}
	invented := rules.Finding{Rule: "treatment", Severity: rules.Error}
	for _, test := range []struct {
		name, want string
		found      []rules.Finding
		wrong      string
	}{
		{"may and said", "register Plan: 3 risks\nerror risk-value Plan!E3\nmay not-checked", []rules.Finding{said}, ""},
		{"may and not said", "register Plan: 3 risks\nerror risk-value Plan!E3\nmay not-checked", nil, "missed"},
		{"must and said", "register Plan: 3 risks\nnot-checked", []rules.Finding{said}, ""},
		{"said of what can be read", "", []rules.Finding{said}, "though all can be read"},
		{"invented all the same", "may not-checked", []rules.Finding{said, invented}, "invented error treatment"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b, err := registers.Parse(small + test.want)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(b.Want.Compare(&model.Document{}, nil, test.found), "\n")
			if test.wrong == "" && got != "" || !strings.Contains(got, test.wrong) {
				t.Errorf("got %q, want %q", got, test.wrong)
			}
		})
	}
}

// TestParse: cells in all their forms, and files that are no goldens.
func TestParse(t *testing.T) {
	b, err := registers.Parse("T\n\n== S\n| a | < | '3 | 3 | 0,5 |\n4 | ^ | =A1&\"\"{x} | @2026-03-01 | 12 {red} | b⏎c |\n-- want\n")
	if err != nil {
		t.Fatal(err)
	}
	rows := b.Sheets[0].Rows
	if len(rows) != 4 || rows[1] != nil {
		t.Fatalf("rows %v", rows)
	}
	want := [][]registers.Cell{
		{{Value: "a"}, {Left: true}, {Value: "3"}, {Value: 3.0}, {Value: 0.5}},
		{{Up: true}, {Formula: `A1&""`, Value: "x"}, {Date: true, Value: 46082.0}, {Value: 12.0, Fill: "FF0000"}, {Value: "b\nc"}},
	}
	for i, row := range [][]registers.Cell{rows[0], rows[3]} {
		for j := range want[i] {
			if row[j] != want[i][j] {
				t.Errorf("cell %d,%d is %+v, want %+v", i, j, row[j], want[i][j])
			}
		}
	}
	for _, text := range []string{
		"no sheet\n-- want\n", "T\n== S\n| a |\n", "T\n== S\na\n-- want\n", "T\n== S\n1 | a |\n1 | b |\n-- want\n",
		"T\n== S\n| =A1 |\n-- want\n", "T\n== S\n| @2026-02-30 |\n-- want\n", "T\n== S\n| a |\n-- want\nregister S\n",
		"T\n== S\n| a |\n-- want\nregister S: 1 risks\nprice A\n", "T\n== S\n| a |\n-- want\nmay hope\n",
	} {
		if _, err := registers.Parse(text); err == nil {
			t.Errorf("%q was accepted", text)
		}
	}
}
