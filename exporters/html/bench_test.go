package html

import (
	"io"
	"strconv"
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// BenchmarkWrite: time and memory are linear in findings.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000} {
		d := &model.Document{ID: 1, File: "a.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "a.xlsx", Sheet: "Riskanalys"}, {File: "a.xlsx", Sheet: "Skala"}}}
		d.Scales = []model.Scale{usual(1, 1)}
		var rows []string
		for i := range n {
			rows = append(rows, "R"+strconv.Itoa(i)+"|Risk om sak "+strconv.Itoa(i)+"|Ofta|Stor|6|Minimera|Minimera|Gör|Chef|T1")
		}
		d.Registers = []model.Register{register(1, 0, "Hamnnämnden", 2026, rows...)}
		r := &rules.Report{Documents: []*model.Document{d}}
		r.Books, r.Findings = rules.Check(r.Documents, rules.Settings{})
		in := input(b, r, "sv")
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(io.Discard, in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
