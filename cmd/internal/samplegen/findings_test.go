package samplegen_test

import (
	"context"
	"errors"
	"slices"
	"sort"
	"testing"

	"riskbok/cmd/internal/samplegen"
	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// wrong is what samples/README.md says of each sample, by rule, sheet and cell.
var wrong = map[string][]string{
	"arkiv/lokalnamnden/lokalnamnden-2024.xlsx": {},
	"arkiv/lokalnamnden/lokalnamnden-2025.xlsx": {
		"direction Internkontrollplan!H9",
		"plan-membership Uppföljning!A5",
		"risk-value Internkontrollplan!E9",
		"risk-value Riskanalys!F9",
		"treatment Internkontrollplan!F9",
		"treatment Riskanalys!G9",
	},
	"arkiv/lokalnamnden/lokalnamnden-2026.xlsx":          {},
	"arkiv/lokalnamnden/moteshandlingar-2025-11-20.pdf":  {},
	"arkiv/torgnamnden/budget-2026.pdf":                  {"budget-total !D6"},
	"arkiv/torgnamnden/protokoll-2025-12-04-skannat.pdf": {},
	"arkiv/torgnamnden/torgnamnden-2024.xlsx":            {"missing-owner Internkontrollplan!J10"},
	"arkiv/torgnamnden/torgnamnden-2025.xlsx": {
		"unknown-level Internkontrollplan!C8",
		"unknown-level Riskanalys!D8",
	},
	"arkiv/torgnamnden/torgnamnden-2026.xlsx": {},
	"kultur-och-parknamnden-2026.xlsx": {
		"template-rows Riskanalys IKP 2026!C16",
		"undecided Riskanalys IKP 2026!A6",
	},
	"miljo-och-hamnnamnden-2025.xlsx": {
		"direction Internkontrollplan!H13",
		"followup-missing Uppföljning!G10",
		"missing-owner Internkontrollplan!J16",
		"plan-membership Uppföljning!A5",
		"risk-value Internkontrollplan!E13",
		"risk-value Internkontrollplan!E9",
		"risk-value Riskanalys!F13",
		"risk-value Riskanalys!F9",
		"sheet-disagreement Internkontrollplan!A17",
		"sheet-disagreement Internkontrollplan!A18",
		"sheet-disagreement Uppföljning!D8",
		"template-rows Riskanalys!F19",
		"treatment Internkontrollplan!F13",
		"treatment Riskanalys!G13",
		"undecided Internkontrollplan!A4",
		"undecided Riskanalys!A4",
		"unknown-level Internkontrollplan!C15",
		"unknown-level Riskanalys!D15",
	},
	"omsorgsnamnden-2026.xlsx": {
		"missing-owner Plan 2026!J10",
		"risk-value Plan 2026!E8",
		"unread Plan 2026!H7",
		"unread Plan 2026!I7",
	},
	"skargardsnamnden-2026.xlsx": {},
	"taxa-gasthamn-2026.xlsx":    nil,
}

// TestFindings judges each sample and holds the findings to the list above.
func TestFindings(t *testing.T) {
	samples, err := samplegen.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range samples {
		doc, err := importers.Read(context.Background(), model.File{Name: s.Name, Data: s.Data}, source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()})
		want, readable := wrong[s.Name]
		if !readable {
			var refused *source.Error
			if !errors.As(err, &refused) || refused.Code != "ods" {
				t.Errorf("%s: %v, want it refused as an ods", s.Name, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", s.Name, err)
			continue
		}
		if want == nil && doc.Known() {
			t.Errorf("%s: a table was read from it", s.Name)
		}
		_, findings := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary(), Templates: config.Shipped})
		var got []string
		for _, f := range findings {
			got = append(got, f.Rule+" "+doc.Places[f.At.Place].Sheet+"!"+f.At.Cell())
		}
		sort.Strings(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got  %q\n want %q", s.Name, got, want)
		}
	}
}

// TestPapers: the matters of the papers are read, in spite of what recognition made of
// their numbers.
func TestPapers(t *testing.T) {
	samples, err := samplegen.All()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]string{
		"arkiv/lokalnamnden/moteshandlingar-2025-11-20.pdf":  {"Ärende 1 LN 2025/41", "Ärende 2 LN 2024/52", "Ärende 3 LN 2025/38"},
		"arkiv/torgnamnden/protokoll-2025-12-04-skannat.pdf": {"§ 61 TN 2025/30", "§ 62 TN 2025/33", "§ 63 TN 2025/28", "§ 64 TN 2025/19"},
	} {
		i := slices.IndexFunc(samples, func(s samplegen.Sample) bool { return s.Name == name })
		if i < 0 {
			t.Fatalf("%s is not made", name)
		}
		doc, err := importers.Read(context.Background(), model.File{Name: name, Data: samples[i].Data},
			source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range doc.Meetings {
			for j := range m.Items {
				got = append(got, m.Items[j].Number.V+" "+m.Items[j].CaseNumber.V)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}
