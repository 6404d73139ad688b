package rules_test

// formCases are tables in the forms of many municipalities: totals known by
// their figures, on several levels, above their lines; sums and changes across.
var formCases = []budgetCase{
	{"units above their parts, without the word", "budget-total", `| tkr | Bokslut 2025 | Budget 2026 |
| Hamnenheten | 5 214 | 5 377 |
| Kajer | 3 102 | 3 190 |
| Kranar | 2 112 | 2 187 |
| Gatuenheten | 9 871 | 10 046 |
| Vinterväg | 4 420 | 4 511 |
| Belysning | 3 038 | 3 105 |
| Skyltar | 2 413 | 2 430 |
| Summa verksamheter | 15 085 | 15 423 |`, ""},
	{"one of them wrong", "budget-total", `| tkr | Bokslut 2025 | Budget 2026 |
| Hamnenheten | 5 214 | 5 377 |
| Kajer | 3 102 | 3 190 |
| Kranar | 2 112 | 2 187 |
| Gatuenheten | 9 871 | 10 064 |
| Vinterväg | 4 420 | 4 511 |
| Belysning | 3 038 | 3 105 |
| Skyltar | 2 413 | 2 430 |
| Summa verksamheter | 15 085 | 15 423 |`, "C5"},
	{"subtotals without the word, in one column of small amounts", "budget-total", `| tkr | Budget 2026 |
| Kaj | 178 |
| Kran | 199 |
| Hamnen | 377 |
| Väg | 156 |
| Ljus | 235 |
| Gatan | 391 |
| Summa | 768 |`, ""},
	{"three levels", "budget-total", `| tkr | Budget 2026 | Utfall 2026 |
| Kaj | 1 914 | 1 933 |
| Kran | 1 425 | 1 422 |
| Summa hamn | 3 339 | 3 355 |
| Väg | 2 473 | 2 459 |
| Ljus | 866 | 860 |
| Summa gata | 3 339 | 3 319 |
| Summa yttre | 6 678 | 6 674 |
| Bad | 2 228 | 2 198 |
| Summa inre | 2 228 | 2 198 |
| Summa nämnden | 8 906 | 8 827 |`, "C11"},
	{"a total that leaves out a part", "budget-total", `| tkr | Budget 2026 | Utfall 2026 |
| Kaj | 1 914 | 1 933 |
| Hyra | 425 | 422 |
| Väg | 866 | 860 |
| Summa | 3 205 | 3 215 |
| Summa exkl. hyra | 2 780 | 2 739 |`, "C6"},
	{"the net of investments", "budget-total", `| tkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Ny kaj | -42,0 | -38,5 | 3,5 |
| Ny kran | -12,5 | -13,1 | -0,6 |
| Bidrag | 20,0 | 18,0 | -2,0 |
| Nettoinvestering | -34,5 | -36,6 | 0,9 |`, "C5"},
	{"a total above its lines, wrong in one column", "budget-total", `| tkr | Budget 2025 | Budget 2026 |
| Totalt | 15 225 | 15 760 |
| Kaj | 4 300 | 4 420 |
| Kran | 1 325 | 1 350 |
| Väg | 9 600 | 9 900 |`, "C2"},
	{"lines that are all called totals", "budget-total", `| tkr | Budget 2025 | Utfall 2025 |
| Hamnen totalt | 300 | 310 |
| Gatan totalt | 150 | 90 |
| Summa totalt | 450 | 500 |`, "C4"},
	{"averages add up to nothing", "budget-total", `| kr | Budget 2026 | Utfall 2026 |
| Norra skolan | 98 000 | 101 000 |
| Södra skolan | 110 000 | 108 000 |
| Totalt | 103 000 | 104 000 |`, ""},
	{"a total that leaves out a line in every column", "budget-total", `| tkr | Budget 2026 | Utfall 2026 |
| Kaj | 1 914 | 1 933 |
| Kran | 1 425 | 1 422 |
| Ljus | 866 | 860 |
| Summa | 3 339 | 3 355 |`, "B5 C5"},
	{"a deviation beside a wrong total is judged by what that should be", "budget-deviation", `| tkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Kaj | 1 914 | 1 933 | -19 |
| Kran | 1 425 | 1 422 | 3 |
| Summa | 3 339 | 3 535 | -16 |`, ""},
	{"a sum across", "budget-total", `| mnkr | Plan 2026 | Plan 2027 | Plan 2028 | Summa 2026-2028 |
| Kaj | 10,5 | 12,0 | 4,0 | 26,5 |
| Kran | 2,0 | 2,5 | 3,5 | 8,0 |
| Väg | 7,5 | 7,0 | 6,5 | 12,0 |
| Ljus | 1,0 | 1,5 | 0,5 | 3,0 |`, "E4"},
	{"a change from year to year", "budget-deviation", `| tkr | Budget 2025 | Budget 2026 | Förändring |
| Kaj | 1 914 | 1 933 | 19 |
| Kran | 1 425 | 1 422 | -3 |
| Väg | 2 473 | 2 459 | 14 |
| Ljus | 866 | 960 | 94 |`, "D4"},
	{"what each party answers for", "allocation-total", `Kostnaden är totalt 900 tkr, varav Norrvik svarar för 400 tkr, Österås för 300 tkr och Sunnanå för 100 tkr.`, "A1"},
	{"and in order", "allocation-total", `Av totalt 1 200 tkr svarar Norrvik för 700 tkr, Österås för 300 tkr och Sunnanå för 200 tkr.`, ""},
	{"what something is financed with", "allocation-total", `Kajen kostar totalt 2 500 tkr och finansieras med 1 500 tkr från kommunen, 600 tkr från regionen och 300 tkr från staten.`, "A1"},
	{"costs under a heading, no name tells it", "budget-deviation", `| tkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | | | |
| Avgifter | 900 | 950 | 50 |
| Bidrag | 100 | 90 | -10 |
| Kostnader | | | |
| Personal | 700 | 720 | -20 |
| Hyror | 250 | 240 | 10 |`, ""},
}
