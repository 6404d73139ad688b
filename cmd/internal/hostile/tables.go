package hostile

import (
	"fmt"
	"io"
	"strings"
)

// tabbed makes a workbook with many sheets behind the register's.
func tabbed(name string, n int, title func(i int) string, rows func(i int) string) Kind {
	return xlsx(name, func(b *book, percent int) {
		var tabs, rels strings.Builder
		for i := range part(n, percent) {
			fmt.Fprintf(&tabs, `<sheet name="%s" sheetId="%d" r:id="t%d"/>`, title(i), i+2, i)
			rels.WriteString(relation(fmt.Sprintf("t%d", i), "worksheet", fmt.Sprintf("worksheets/t%d.xml", i)))
			b.set(fmt.Sprintf("xl/worksheets/t%d.xml", i), sheetXML(rows(i), ""))
		}
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`+tabs.String(), ""))
		b.set("xl/_rels/workbook.xml.rels", relations(rels.String()))
	})
}

// headed makes a kind whose second sheet is one table: headings, and a row many times.
func headed(name string, n int, heads []string, row func(i int) []string) Kind {
	return xlsx(name, func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`, rowXML(1, heads))
			for i := range part(n, p) {
				fmt.Fprint(w, rowXML(2+i, row(i)))
			}
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	})
}

// like gives a text of a risk that is like many others.
func like(i int) string {
	return "Isen lägger sig i " + []string{"hamnen", "farleden", "bassängen", "slussen"}[i%4] + " vid kaj " + digit(i) + " så att båtar inte kan lägga till"
}

// crowdedTables are workbooks whose tables are sound, and far more than anyone has.
var crowdedTables = []Kind{
	tabbed("tables-registers", 1_500, func(i int) string { return "Riskanalys " + digit(i) }, func(int) string { return registerRows(1) }),
	tabbed("tables-registers-differ", 1_500, func(i int) string { return "Enhet " + digit(i) }, func(i int) string {
		return rowXML(1, heads) + rowXML(2, []string{"1", like(i), "2", "3", digit(i % 17), "Hamnchefen " + digit(i%9)}) + rowXML(3, []string{"2", like(i + 1), digit(i%4 + 1), "3", "6", "Lotsen"})
	}),
	tabbed("tables-years", 1_500, func(i int) string { return "Riskanalys " + digit(1900+i%200) + " " + digit(i) }, func(i int) string {
		return rowXML(1, []string{"Riskanalys " + digit(2000+i%90) + " Hamn" + digit(i) + "nämnden"}) + registerRows(3)
	}),
	tabbed("tables-scales", 1_500, func(i int) string { return "Definitioner " + digit(i) }, func(i int) string {
		return rowXML(1, []string{"Sannolikhet", "Poäng", "", "Konsekvens", "Poäng"}) +
			rowXML(2, []string{"Osannolik " + digit(i), "1", "", "Lindrig", "1"}) + rowXML(3, []string{"Möjlig", "2", "", "Kännbar", "2"}) +
			rowXML(4, []string{"Sannolik", "3", "", "Allvarlig " + digit(i), "3"}) +
			rowXML(6, []string{"Riskvärde", "Åtgärd"}) + rowXML(7, []string{"1-3", "Acceptera"}) + rowXML(8, []string{"4-" + digit(6+i%3), "Reducera"}) + rowXML(9, []string{digit(7+i%3) + "-9", "Åtgärda"})
	}),
	headed("tables-one-number", 60_000, heads, func(i int) []string { return []string{"1", like(i), "2", "3", "6", "Hamnchefen"} }),
	headed("tables-levels-unknown", 60_000, heads, func(i int) []string {
		return []string{digit(i), like(i), "Sanolikt" + digit(i), "Alvarlig" + digit(i), "6", "Hamnchefen"}
	}),
	headed("tables-measures", 60_000, append(append([]string{}, heads...), "Åtgärd"), func(i int) []string {
		return []string{digit(i), like(i), "3", "3", "9", "Hamnchefen", like(i+7) + " och isen bryts " + digit(i%3) + " gånger om dagen"}
	}),
	headed("tables-follow-up", 60_000, []string{"Nr", "Identifierad risk", "Åtgärd", "Ansvarig", "T1", "T2", "T3"}, func(i int) []string {
		return []string{digit(i), like(i), "Isen bryts " + digit(i), "Lotsen", "Klart " + digit(i), "Pågår", ""}
	}),
	headed("tables-groups", 60_000, heads, func(i int) []string {
		if i%3 == 0 {
			return []string{"Enhet " + digit(i)}
		}
		return []string{digit(i % 3), like(i), "2", "3", "6", "Hamnchefen"}
	}),
	crowd("tables-budgets", 60_000, func(i int) []string {
		switch i % 6 {
		case 0:
			return []string{"Verksamhet, tkr", "Budget 2026", "Utfall 2026", "Avvikelse"}
		case 5:
			return nil
		}
		return []string{[]string{"", "Intäkter", "Kostnader", "Lokaler", "Summa"}[i%6], digit(i % 900), digit(i % 700), digit(i % 200)}
	}),
	crowd("tables-years-of-budgets", 100_000, func(i int) []string {
		if i%2 == 0 {
			return []string{"Verksamhet, tkr", "2024", "2025", "2026", "2027"}
		}
		return []string{"Hamnen", "2024", "2025", "2026", "2027"}
	}),
}
