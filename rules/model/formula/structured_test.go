package formula_test

import (
	"testing"

	"riskbok/rules/model/formula"
)

func TestPlain(t *testing.T) {
	tables := []formula.Table{
		{Name: "Tabell1", Sheet: "Plan", Top: 6, Left: 1, Bottom: 14, Right: 4, Headings: 1, Columns: []string{"Nr", "Sannolikhet", "Konsekvens [1–4]", "Risk värde"}},
		{Name: "Skala", Sheet: "Mina def", Top: 1, Left: 2, Bottom: 6, Right: 3, Headings: 1, Totals: 1, Columns: []string{"Namn", "Tal"}},
	}
	for text, want := range map[string]string{
		"Tabell1[[#This Row],[Sannolikhet]]*2":         "$B11*2",
		"Tabell1[[#This Row], [sannolikhet]]":          "$B11",
		"[@Sannolikhet]*[@[Risk värde]]":               "$B11*$D11",
		"[@[Konsekvens '[1–4']]]":                      "$C11",
		"Tabell1[@Sannolikhet]":                        "$B11",
		"SUM(Tabell1[Risk värde])":                     "SUM($D$7:$D$14)",
		"SUM(Tabell1[[#This Row],[Nr]:[Sannolikhet]])": "SUM($A11:$B11)",
		"Tabell1[[#Headers],[Nr]]":                     "$A$6",
		"MATCH(Tabell1[@Sannolikhet],Skala[Namn],0)":   "MATCH($B11,'Mina def'!$B$2:$B$5,0)",
		"VLOOKUP(B11,Skala[],2,FALSE)":                 "VLOOKUP(B11,'Mina def'!$B$2:$C$5,2,FALSE)",
		"Skala[[#Totals],[Tal]]":                       "'Mina def'!$C$6",
		"ROWS(Skala[#All])":                            "ROWS('Mina def'!$B$1:$C$6)",
		"B11*C11":                                      "B11*C11",
		`"[@Sannolikhet]"&B11`:                         `"[@Sannolikhet]"&B11`,
		"[1]Blad1!A1":                                  "[1]Blad1!A1",
	} {
		if got, ok := formula.Plain(text, tables, "Plan", 11, 4); got != want || !ok {
			t.Errorf("%s: %s %v, not %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"Annan[Nr]", "Tabell1[Saknas]", "Skala[[#This Row],[Tal]]", "Tabell1[[#Totals],[Nr]]"} {
		if got, ok := formula.Plain(text, tables, "Plan", 11, 4); ok || got != text {
			t.Errorf("%s: %s %v", text, got, ok)
		}
	}
	if _, ok := formula.Plain("[@Nr]", tables, "Plan", 20, 4); ok {
		t.Error("[@Nr] outside every table")
	}
}
