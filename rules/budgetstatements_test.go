package rules_test

import "strings"

// statementCases are income statements and follow-ups as municipalities print
// them: nets of nets, posts that no name tells to be costs, costs without minus.
var statementCases = []budgetCase{
	{"an income statement in order", "budget-net", incomeStatement, ""},
	{"its first net wrong in one column, the one after it right", "budget-net", strings.Replace(incomeStatement, "-5920,0", "-5902,0", 1), "C5"},
	{"its last net wrong", "budget-net", strings.Replace(incomeStatement, "| 97,0 | 85,0 |", "| 97,0 | 58,0 |", 1), "C11"},
	{"costs without that name", "budget-net", `| tkr | Budget 2025 | Budget 2026 | Plan 2027 |
| Intäkter | 13 100 | 13 300 | 13 500 |
| Personal | -51 200 | -52 700 | -54 100 |
| Lokaler | -10 300 | -10 500 | -10 800 |
| Summa kostnader | -61 500 | -63 200 | -64 900 |
| Nettokostnad | -48 400 | -49 900 | -51 900 |
| Kommunbidrag | 48 400 | 49 900 | 51 400 |
| Resultat | 0 | 0 | 0 |`, "D6"},
	{"income is no part of the sum of costs", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 13 100 | 13 300 |
| Personal | -51 200 | -52 700 |
| Lokaler | -10 300 | -10 500 |
| Summa kostnader | -61 500 | -63 000 |
| Nettokostnad | -48 400 | -49 900 |`, "C5"},
	{"that sum wrong, the net right", "budget-net", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 13 100 | 13 300 |
| Personal | -51 200 | -52 700 |
| Lokaler | -10 300 | -10 500 |
| Summa kostnader | -61 500 | -63 000 |
| Nettokostnad | -48 400 | -49 900 |`, ""},
	{"posts without a minus, no sum of them", "budget-net", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 2 500 | 2 650 |
| Personal | 8 100 | 8 300 |
| Lokaler | 1 900 | 1 850 |
| Nettokostnad | 7 500 | 7 600 |`, "C5"},
	{"a net that nothing explains is not judged", "budget-net", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 2 500 | 2 650 |
| Kostnader | 8 100 | 8 300 |
| Fördelat från gemensamt | 1 900 | 1 850 |
| Nettokostnad | 6 100 | 6 200 |`, ""},
	{"nets of parts and their total", "budget-net", `| tkr | 2025 | 2026 |
| Simhallen | | |
| Intäkter | 800 | 850 |
| Kostnader | 2 400 | 2 500 |
| Netto | -1 600 | -1 650 |
| Ishallen | | |
| Intäkter | 500 | 520 |
| Kostnader | 1 500 | 1 540 |
| Netto | -1 000 | -1 120 |
| Totalt netto | -2 600 | -2 870 |`, "C10 C9"},
	{"a total of income and costs without a minus is their net", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 100 | 110 |
| Kostnader | 90 | 95 |
| Totalt | 10 | 15 |`, ""},
	{"and is judged as one", "budget-net", `| tkr | Budget 2025 | Budget 2026 |
| Intäkter | 100 | 110 |
| Kostnader | 90 | 95 |
| Totalt | 10 | 51 |`, "C4"},
	{"deviations of costs and net cost without a minus", "budget-deviation", `| tkr | Budget 2025 | Utfall 2025 | Avvikelse |
| Intäkter | 2 500 | 2 650 | 150 |
| Personalkostnader | 8 100 | 8 300 | -200 |
| Lokalkostnader | 1 900 | 1 850 | -50 |
| Övriga kostnader | 1 900 | 1 950 | -50 |
| Nettokostnad | 9 400 | 9 450 | -50 |`, "D4"},
	{"deviations of posts that no name tells to be costs", "budget-deviation", `| tkr | Budget 2025 | Utfall 2025 | Avvikelse |
| Intäkter | 2 500 | 2 650 | 150 |
| Personal | 8 100 | 8 300 | -200 |
| Lokaler | 1 900 | 1 850 | 50 |
| Nettokostnad | 7 500 | 7 500 | 0 |`, ""},
	{"one deviation wrong where the others count the other way", "budget-deviation", `| tkr | Budget 2025 | Utfall 2025 | Avvikelse |
| Förskola | 8 100 | 8 300 | -200 |
| Skola | 9 000 | 9 100 | 100 |
| Fritids | 1 900 | 1 850 | 50 |`, "D3"},
	{"the full year's deviation beside its forecast", "budget-forecast", `| tkr | Budget jan-aug 2025 | Utfall jan-aug 2025 | Avvikelse jan-aug 2025 | Budget helår 2025 | Prognos helår 2025 | Avvikelse helår 2025 |
| Intäkter | 800 | 820 | 20 | 1 200 | 1 230 | 30 |
| Kostnader | -2 400 | -2 500 | -100 | -3 600 | -3 700 | 100 |`, "G3"},
}

const incomeStatement = `| mnkr | Bokslut 2024 | Budget 2025 | Prognos 2025 |
| Verksamhetens intäkter | 1234,5 | 1250,0 | 1262,4 |
| Verksamhetens kostnader | -6789,1 | -6910,0 | -6955,3 |
| Avskrivningar | -251,9 | -260,0 | -258,0 |
| Verksamhetens nettokostnader | -5806,5 | -5920,0 | -5950,9 |
| Skatteintäkter | 4700,0 | 4790,0 | 4801,5 |
| Generella statsbidrag | 1210,0 | 1230,0 | 1228,8 |
| Verksamhetens resultat | 103,5 | 100,0 | 79,4 |
| Finansiella intäkter | 25,0 | 20,0 | 24,0 |
| Finansiella kostnader | -31,5 | -35,0 | -33,1 |
| Årets resultat | 97,0 | 85,0 | 70,3 |`
