package controlplan

import (
	"fmt"
	"testing"

	"riskbok/config"
	"riskbok/exporters/output"
)

// BenchmarkRender writes one workbook of so many risks.
func BenchmarkRender(b *testing.B) {
	for _, n := range []int{25, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			f := newFixture("Nämnden", 2026)
			rows := make([]riskRow, n)
			for i := range rows {
				rows[i] = riskRow{
					number: fmt.Sprintf("R%d", i+1), area: "Drift", event: fmt.Sprintf("Avbrott %d i driften av verksamhetens system", i),
					likelihood: "Möjlig", consequence: "Lindrig", score: 6, treatment: "Reducera risk", direction: "Reducera risk",
					action: "Reservrutiner prövas en gång om året och följs upp av chefen", owner: "Chef", reporting: []string{"T1", "T2"},
				}
			}
			f.register("Plan", true, true, usual(b), rows...)
			r, tpl, cat := f.report(), template(b, config.DefaultTemplate), swedish(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Render(r, output.Options{Lang: cat, Template: tpl}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
