package rules_test

import "strings"

// layoutCases are tables of other shapes: headings of three rows or none, lines that
// are years, accounts, frames that are built up, cash flows.
var layoutCases = []budgetCase{
	{"headings of three rows", "budget-deviation", threeRows, ""},
	{"one amount under them wrong", "budget-deviation", strings.Replace(threeRows, "| 20 |", "| 26 |", 1), "E5"},
	{"a title, and no headings", "budget-total", `Budget 2026 och plan 2027, tkr
| Gata | 4 000 | 4 100 |
| Park | 1 500 | 1 600 |
| Summa | 5 500 | 5 900 |`, "C4"},
	{"years are the lines", "budget-net", yearLines, ""},
	{"one of them wrong", "budget-net", strings.Replace(yearLines, "2,4", "4,2", 1), "D4"},
	{"classes of accounts above their accounts", "budget-total", accounts, ""},
	{"one class wrong, beside its deviation", "budget-total", strings.Replace(accounts, "1 875 420", "1 875 240", 1), "D5"},
	{"its deviation is judged by what that should be", "budget-deviation", strings.Replace(accounts, "1 875 420", "1 875 240", 1), ""},
	{"frames built up twice", "budget-total", frames, ""},
	{"the first wrong, the second right", "budget-total", strings.Replace(frames, "12 631", "12 613", 1), "E2"},
	{"what stands between two frames is no difference", "budget-deviation", strings.Replace(frames, "34 037", "34 073", 1), ""},
	{"but the frame is a sum", "budget-total", strings.Replace(frames, "34 037", "34 073", 1), "G3"},
	{"cash flows are sums of their parts", "budget-total", strings.Replace(cashFlow, "4 512", "4 562", 1), "C4"},
	{"and in order", "budget-total", cashFlow, ""},
	{"a sum that leaves one line out, under the total of all", "budget-total", `| tkr | Budget 2026 | Utfall 2026 |
| Hela nämnden | 27 034 | 26 985 |
| Förskola | 8 811 | 8 902 |
| Skola | 15 107 | 15 055 |
| Gemensamt | 3 116 | 3 028 |
| Summa exkl. gemensamt | 23 918 | 23 597 |`, "C6"},
	{"an adjustment between two budgets", "budget-total", `| tkr | Budget 2026 | Omdisponering | Ny budget 2026 |
| Skola | 15 107 | -412 | 14 695 |
| Bad | 3 116 | 212 | 3 382 |
| Park | 1 940 | 200 | 2 140 |
| Summa | 20 163 | 0 | 20 163 |`, "D3"},
	{"net columns of two years", "budget-net", `| Nämnd, tkr | Intäkter 2025 | Kostnader 2025 | Netto 2025 | Intäkter 2026 | Kostnader 2026 | Netto 2026 |
| Hamnnämnden | 3 100 | -9 900 | -6 800 | 3 200 | -10 400 | -7 200 |
| Gatunämnden | 8 200 | -64 100 | -55 900 | 8 400 | -66 200 | -58 700 |
| Parknämnden | 1 050 | -8 800 | -7 750 | 1 100 | -9 000 | -7 900 |`, "G3"},
	{"what is left", "budget-deviation", `| tkr | Budget 2026 | Förbrukat | Saldo |
| Skola | 15 107 | 14 612 | 495 |
| Bad | 3 116 | 2 904 | 221 |
| Park | 1 940 | 1 981 | -41 |`, "D3"},
	{"names that may be those of totals", "budget-total", `| tkr | Budget 2026 |
| Skola | 15 107 |
| Bad | 3 116 |
| Samtliga | 18 223 |`, ""},
	{"a bound is no total", "budget-total", `| tkr | Budget 2026 | Budget 2027 |
| Skola | 15 107 | 15 205 |
| Bad | 3 116 | 3 140 |
| Totalt högst | 20 000 | 20 000 |`, ""},
}

const threeRows = `| | Budget | Utfall | Prognos- | Avvikelse |
| | jan–aug | jan–aug | underlag | jan–aug |
| Verksamhet, tkr | 2026 | 2026 | 2026 | 2026 |
| Teknik | 433 | 420 | 640 | 13 |
| Fritid | 810 | 790 | 1 190 | 20 |
| Kultur | 241 | 230 | 365 | 11 |`

const yearLines = `| År, mnkr | Intäkter | Kostnader | Resultat |
| 2024 | 218,0 | -214,9 | 3,1 |
| 2025 | 210,5 | -205,1 | 5,4 |
| 2026 | 225,4 | -223,0 | 2,4 |`

const accounts = `| Konto | | Budget 2026 | Utfall 2026 | Budgetavv |
| 3 | Intäkter | 520 140 | 498 350 | -21 790 |
| 30 | Försäljning | 120 100 | 113 200 | -6 900 |
| 31 | Avgifter | 400 040 | 385 150 | -14 890 |
| 5 | Personal | 1 860 330 | 1 875 420 | 15 090 |
| 50 | Löner | 1 340 210 | 1 351 080 | 10 870 |
| 56 | Arbetsgivaravgifter | 520 120 | 524 340 | 4 220 |
| 6 | Övrigt | 331 090 | 338 905 | 7 815 |
| 60 | Lokaler | 255 040 | 257 250 | 2 210 |
| 64 | Material | 76 050 | 81 655 | 5 605 |`

const frames = `| tkr | Ram 2025 | Löner | Hyror | Ram 2026 | Volym | Ram 2027 |
| Hamnnämnden | 12 400 | 310 | -79 | 12 631 | 200 | 12 831 |
| Gatunämnden | 33 800 | 845 | -458 | 34 187 | -150 | 34 037 |
| Parknämnden | 8 050 | 201 | -81 | 8 170 | 0 | 8 170 |`

const cashFlow = `| tkr | Budget 2025 | Budget 2026 |
| Resultat före avskrivningar | 1 213 | 912 |
| Avskrivningar | 3 411 | 3 600 |
| Kassaflöde från driften | 4 624 | 4 512 |
| Investering | -5 207 | -8 031 |
| Försäljning | 233 | 107 |
| Kassaflöde från investeringar | -4 974 | -7 924 |`
