package plan

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/grid"
)

// TestSetAside: tables that their names say are not of the plan that holds are
// no registers, unless the document has no other.
func TestSetAside(t *testing.T) {
	const risks = "\nNr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\nR1 | Kajen rasar | 1 | 2 | 2\nR2 | Lön betalas fel | 2 | 2 | 4"
	const plan = "Riskanalys 2026" + risks
	for name, tt := range map[string]struct {
		sheets []grid.Table
		want   string
	}{
		"tab":             {[]grid.Table{sheet("Riskanalys", plan), sheet("Borttagna risker", plan)}, "Riskanalys | Borttagna risker 2 A2-4"},
		"tab, first":      {[]grid.Table{sheet("Instruktioner", plan), sheet("Blad1", plan)}, "Blad1 | Instruktioner 2 A2-4"},
		"tab with a year": {[]grid.Table{sheet("Blad1", plan), sheet("Arkiv 2024 (2)", plan)}, "Blad1 | Arkiv 2024 (2) 2 A2-4"},
		"tab of a board":  {[]grid.Table{sheet("Arkiv- och museinämnden", plan), sheet("Arkivering", plan), sheet("Exempelnämnden", plan)}, "Arkiv- och museinämnden, Arkivering, Exempelnämnden |"},
		"title":           {[]grid.Table{sheet("Riskanalys", plan+"\n\nAvslutade risker under året"+risks)}, "Riskanalys | Avslutade risker under året 2 A7-9"},
		"first title":     {[]grid.Table{sheet("Blad1", "Exempel på en ifylld tabell\nSkriv så här\n"+risks), sheet("Blad2", plan)}, "Blad2 | Exempel på en ifylld tabell 2 A4-6"},
		"then the plan":   {[]grid.Table{sheet("Blad1", "Exempel"+risks+"\n\n"+plan)}, "Blad1 | Exempel 2 A2-4"},
		"headings again":  {[]grid.Table{sheet("Blad1", plan), sheet("Arkiv", plan+"\n"+risks)}, "Blad1 | Arkiv 2 A2-4, Arkiv 2 A6-8"},
		"help above":      {[]grid.Table{sheet("Riskanalys", "Så här fyller du i tabellen"+risks), sheet("Blad2", "Internkontrollplan 2026\nSå här fyller du i"+risks), sheet("Blad3", plan)}, "Riskanalys, Blad2, Blad3 |"},
		"sentences":       {[]grid.Table{sheet("Blad1", "Instruktion\nFyll i tabellen.\n"+risks), sheet("Blad2", plan)}, "Blad1, Blad2 |"},
		"later in title":  {[]grid.Table{sheet("Blad1", "Riskanalys, exempel på arkiv"+risks), sheet("Blad2", plan)}, "Blad1, Blad2 |"},
		"tells":           {[]grid.Table{sheet("Blad1", "Exempel på risker: inköp och löner"+risks), sheet("Blad2", plan)}, "Blad1, Blad2 |"},
		"the only one":    {[]grid.Table{sheet("Exempel", plan), sheet("Läs detta", "Exempel på text")}, "Exempel |"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", tt.sheets...)
			var names, set []string
			for _, r := range doc.Registers {
				names = append(names, r.Name)
			}
			texts := 0
			for _, a := range doc.Aside {
				set = append(set, fmt.Sprintf("%s %d %s-%d", a.Title, a.Rows, a.At.Cell(), a.Last))
				texts += a.Rows * 5
			}
			if got := strings.TrimSpace(strings.Join(names, ", ") + " | " + strings.Join(set, ", ")); got != tt.want {
				t.Errorf("read %s\nwant %s", got, tt.want)
			}
			if len(doc.Unread) != texts {
				t.Errorf("unread %d texts, want the %d that are set aside", len(doc.Unread), texts)
			}
		})
	}
}
