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
		doc, err := importers.Read(context.Background(), model.File{Name: s.Name, Data: s.Data}, source.Options{Vocabulary: config.Vocabulary()})
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
