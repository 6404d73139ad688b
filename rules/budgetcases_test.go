package rules_test

// budgetCase is a table and where a rule finds faults in it.
type budgetCase struct{ name, rule, text, want string }

var budgetCases = []budgetCase{
	{"a total in order", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | 10,0 | 12,0 |
| Österås | 5,5 | 6,5 |
| Total | 15,5 | 18,5 |`, ""},
	{"half a unit for each line", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | 10,0 | 12,0 |
| Österås | 5,5 | 6,5 |
| Total | 15,6 | 18,7 |`, "C4"},
	{"decimals of the caption", "budget-total", `| mnkr med en decimal | 2025 | 2026 |
| Norrvik | 10 | 12 |
| Österås | 5 | 6 |
| Total | 16 | 18 |`, "B4"},
	{"whole amounts may be off by rounding", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | 10 | 12 |
| Österås | 5 | 6 |
| Total | 16 | 20 |`, "C4"},
	{"subtotals and a grand total", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Avgifter | 100,0 | 110,0 |
| Bidrag | 50,0 | 50,0 |
| Summa intäkter | 150,0 | 160,0 |
| Personal | -90,0 | -95,0 |
| Lokaler | -40,0 | -41,0 |
| Summa kostnader | -130,0 | -137,0 |
| Totalt | 20,0 | 29,0 |`, "C7 C8"},
	{"a wrong subtotal does not taint the grand total", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Avgifter | 100,0 | 110,0 |
| Bidrag | 50,0 | 50,0 |
| Summa intäkter | 150,0 | 160,0 |
| Personal | -90,0 | -95,0 |
| Lokaler | -40,0 | -41,0 |
| Summa kostnader | -130,0 | -137,0 |
| Totalt | 20,0 | 24,0 |`, "C7"},
	{"a wrong subtotal of the second part", "budget-total", `| tkr | Budget 2026 |
| Löner | 90 |
| Resor | 10 |
| Summa personal | 100 |
| Hyror | 40 |
| El | 10 |
| Summa lokaler | 70 |
| Totalt | 150 |`, "B7"},
	{"varav is added only once", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | 10,0 | 12,0 |
| varav drift | 8,0 | 9,0 |
| Österås | 5,5 | 6,5 |
| Total | 15,5 | 18,5 |`, ""},
	{"empty and dashed cells are nothing", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | – | 12,0 |
| Österås | 5,5 | |
| Total | 5,5 | 12,0 |`, ""},
	{"what was not understood silences its column", "budget-total", `| tkr | 2025 | 2026 |
| Norrvik | se not | 12,0 |
| Österås | 5,5 | 6,5 |
| Total | 25,5 | 19,5 |`, "C4"},
	{"a total above its lines", "budget-total", `| tkr | 2025 | 2026 |
| Totalt | 15,5 | 18,5 |
| Norrvik | 10,0 | 12,0 |
| Österås | 5,5 | 6,5 |`, ""},
	{"shares in per cent are not added", "budget-total", `| tkr | 2026 | Andel % |
| Norrvik | 12,0 | 64,9 |
| Österås | 6,5 | 35,1 |
| Total | 18,5 | 99 |`, ""},
	{"sums of income and costs without lines", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Summa intäkter | 150,0 | 160,0 |
| Summa kostnader | -130,0 | -137,0 |
| Totalt | 20,0 | 29,0 |`, "C4"},

	{"net in order", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 |
| Intäkter | 10,0 | 11,0 |
| Kostnader | -10,2 | -11,5 |
| Netto | -0,2 | -0,5 |`, ""},
	{"net wrong", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 |
| Intäkter | 10,0 | 11,0 |
| Kostnader | -10,2 | -11,5 |
| Netto | -0,2 | 0,5 |`, "C4"},
	{"costs without a minus", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 |
| Intäkter | 10,0 | 11,0 |
| Kostnader | 10,2 | 11,5 |
| Resultat | -0,2 | -0,5 |`, ""},
	{"costs without a minus, one net wrong", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 |
| Intäkter | 10,0 | 11,0 |
| Kostnader | 10,2 | 11,5 |
| Resultat | -0,2 | -0,9 |`, "C4"},
	{"net cost counted as positive", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 |
| Intäkter | 10,0 | 11,0 |
| Kostnader | 10,2 | 11,5 |
| Nettokostnad | 0,2 | 0,5 |`, ""},
	{"net of the totals, not of their lines", "budget-net", `| tkr | Budget 2025 | Budget 2026 |
| Avgifter, intäkter | 100 | 110 |
| Bidrag | 50 | 50 |
| Summa intäkter | 150 | 160 |
| Personalkostnader | -90 | -95 |
| Lokaler | -40 | -41 |
| Summa kostnader | -130 | -136 |
| Nettokostnad | 20 | 44 |`, "C8"},
	{"a wrong deviation does not taint the net", "budget-net", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 14,2 | 13,9 | -0,3 |
| Kostnader | -14,2 | -15,1 | -0,5 |
| Netto | 0 | -1,2 | -1,2 |`, ""},
	{"nor a wrong one the total", "budget-total", `| tkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Norrvik | 100 | 110 | 10 |
| Österås | 100 | 130 | 10 |
| Totalt | 200 | 240 | 40 |`, ""},

	{"outcome minus budget", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 5,9 | 6,2 | 0,3 |
| Kostnader | -5,9 | -6,2 | -0,3 |`, ""},
	{"zeros instead", "budget-deviation", `| mnkr | Budget jan-aug 2026 | Utfall jan-aug 2026 | Budgetavvikelse jan-aug 2026 |
| Intäkter | 5,9 | 6,2 | 0 |
| Kostnader | -5,9 | -6,2 | 0 |
| Netto | 0 | 0 | 0 |`, "D2 D3"},
	{"a tenth off is rounding", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 5,9 | 6,2 | 0,4 |
| Kostnader | -5,9 | -6,2 | -0,5 |`, "D3"},
	{"budget minus outcome on every line", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 5,9 | 6,2 | -0,3 |
| Kostnader | -5,9 | -6,4 | 0,5 |`, ""},
	{"the other way round on one line only", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 5,9 | 6,2 | -0,3 |
| Kostnader | -5,9 | -6,4 | -0,5 |`, "D2"},
	{"costs without a minus count the other way", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 5,9 | 6,2 | 0,3 |
| Kostnader | 5,9 | 6,4 | -0,5 |`, ""},
	{"no budget for last year", "budget-deviation", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse 2026 | Utfall 2025 | Avvikelse 2025 |
| Intäkter | 5,9 | 6,2 | 0,3 | 5,0 | 0,9 |`, ""},
	{"outcome of a part, budget of the year", "budget-deviation", `| mnkr | Budget 2026 | Utfall jan-aug 2026 | Avvikelse |
| Intäkter | 8,8 | 6,2 | 0 |`, ""},
	{"accumulated", "budget-deviation", `| mnkr | Budget ack | Utfall ack | Avvikelse ack | Årsbudget | Prognos | Prognosavvikelse |
| Intäkter | 5,9 | 6,2 | 0,8 | 8,8 | 9,4 | 0,6 |`, "D2"},
	{"as of a day", "budget-deviation", `| mnkr | Budget 2026-08-31 | Utfall 2026-08-31 | Avvikelse |
| Intäkter | 5,9 | 6,2 | 0,9 |`, "D2"},

	{"forecast minus budget of the year", "budget-forecast", `| mnkr | Budget jan-apr 2026 | Utfall jan-apr 2026 | Avvikelse jan-apr 2026 | Budget helår 2026 | Prognos helår 2026 | Årsprognos budgetavvikelse 2026 |
| Intäkter | 2,9 | 2,9 | 0 | 8,8 | 9,4 | 0,6 |
| Kostnader | -2,9 | -2,9 | 0 | -8,8 | -9,4 | 0,6 |`, "G3"},
	{"a forecast of the deviation", "budget-forecast", `| mnkr | Budget 2026 | Utfall 2026 | Avvikelse 2026 | Prognos vid rapport jan-aug 2026 | Prognosavvikelse |
| Intäkter | 12,3 | 8,8 | -3,5 | -3,5 | 0 |`, ""},
	{"a bare deviation after the forecast", "budget-forecast", `| tkr | Budget 2026 | Prognos 2026 | Avvikelse |
| Norrvik | 880 | 940 | 6 |`, "D2"},
	{"a forecast of a part of the year", "budget-forecast", `| mnkr | Budget jan-aug 2026 | Prognos jan-aug 2026 | Prognosavvikelse |
| Intäkter | 2,9 | 9,4 | 0,6 |`, ""},
	{"no budget of the year", "budget-forecast", `| mnkr | Budget jan-apr 2026 | Prognos helår 2026 | Prognosavvikelse |
| Intäkter | 2,9 | 9,4 | 0,6 |`, ""},

	{"shares in a list", "allocation-total", `Licensen kostar totalt 569 tkr med följande fördelning
- Norrvik 284 tkr
- Österås 257 tkr
- Sunnanå 28 tkr`, ""},
	{"shares in a sentence", "allocation-total", `Kostnaden är totalt 569 tkr och fördelas på Norrvik 284 tkr, Österås kommun 250 tkr och Sunnanå 28 tkr.`, "A1"},
	{"shares in another unit", "allocation-total", `Kostnaden är totalt 1,2 mnkr och fördelas på Norrvik 700 tkr och Österås 500 tkr.`, ""},
	{"some of the parts only", "allocation-total", `Kostnaden är totalt 569 tkr, varav Norrvik 284 tkr och Österås 250 tkr.`, ""},
	{"thousands with a point", "allocation-total", `Budgeten minskar med totalt 3.427 tkr med följande fördelning:
Norrvik: 2.000
Österås: 1.427`, ""},
}
