package calc

import (
	"fmt"
	"strings"
	"testing"
)

// seenCells are fakeCells of which no row is hidden and no cell a subtotal.
type seenCells struct{ fakeCells }

func (seenCells) Row(int, int) Visibility { return Visible }

func (seenCells) Subtotal(int, int, int) (is, ok bool) { return false, true }

// ranAs gives the result of a formula in I30: numbers and truth values as they
// are, texts bare, a table's cells by "," and rows by ";", "?" for a refusal.
func ranAs(t *testing.T, formula string, how How, cells Cells) string {
	t.Helper()
	p, ok := CompileReaching(formula, 0, cells)
	if !ok {
		return "?"
	}
	how.Row, how.Col = 30, 9
	reads := 10_000_000
	out, ok := p.RunAs(how, cells, &reads)
	if !ok {
		return "?"
	}
	if !how.Array {
		out.Values = [][]Value{{out.Value}}
	}
	var rows []string
	for _, line := range out.Values {
		var row []string
		for _, v := range line {
			switch v.Kind {
			case Number:
				row = append(row, Shown(v.Num))
			case Bool:
				row = append(row, fmt.Sprint(v.Num != 0))
			default:
				row = append(row, v.Text)
			}
		}
		rows = append(rows, strings.Join(row, ","))
	}
	return strings.Join(rows, ";")
}

// The values are those that LibreOffice gives, but where Excel's documentation
// has another: SUMPRODUCT counts truth values as 0, RANK of a number that is not
// there is #N/A, LARGE beyond the numbers and MEDIAN of none are #NUM!.
func TestArraysInOrdinaryFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"SUMPRODUCT(B1:B3)":                                    "24",
		"SUMPRODUCT(B1:B3,Skala!B1:B3)":                        "56",
		"SUMPRODUCT((B1:B5>2)*B1:B5)":                          "26.5",
		"SUMPRODUCT((B1:B5>2)*1)":                              "4",
		"SUMPRODUCT(--(A1:A3=\"sannolik\"),B1:B3)":             "4",
		"SUMPRODUCT((A1:A3=\"sannolik\")*(B1:B3>2)*B1:B3)":     "4",
		"SUMPRODUCT(B1:B3>2)":                                  "0",
		"SUMPRODUCT(A1:A3,B1:B3)":                              "0",
		"SUMPRODUCT(A1:A3*B1:B3)":                              "#VALUE!",
		"SUMPRODUCT(B1:B3,B1:B2)":                              "#VALUE!",
		"SUMPRODUCT(B1:B3*C1:C3)":                              "?",
		"SUMPRODUCT(B:B)":                                      "23.5",
		"SUMPRODUCT((B:B>2)*(A:A=\"Osannolik\"))":              "1",
		"SUMPRODUCT(1/COUNTIF(Skala!A1:A4,Skala!A1:A4))":       "4",
		"SUMPRODUCT(LEN(A1:A3))":                               "32",
		"SUMPRODUCT(ROUND(B1:B4/3,1))":                         "8.8",
		"SUMPRODUCT(--ISNUMBER(B1:B9))":                        "5",
		"SUMPRODUCT(ROW(B1:B3)*B1:B3)":                         "56",
		"SUMPRODUCT(COLUMN(A1:C1))":                            "6",
		"SUMPRODUCT((Skala!D1:D3>=Skala!B1:B3)*{1;10;100})":    "111",
		"SUM(COUNTIF(Skala!A1:A4,{\"Osannolik\",\"Möjlig\"}))": "2",
		"SUM(B1:B3*{1;1;1})":                                   "?",
		"MEDIAN(B1:B5)":                                        "4",
		"MEDIAN(B1:B4)":                                        "6",
		"MEDIAN(A1:A3)":                                        "#NUM!",
		"MEDIAN(1,9,4)":                                        "4",
		"LARGE(B1:B5,1)":                                       "12",
		"LARGE(B1:B5,5)":                                       "-3",
		"LARGE(B1:B5,6)":                                       "#NUM!",
		"LARGE(B1:B5,0)":                                       "#NUM!",
		"SMALL(B1:B5,2)":                                       "2.5",
		"RANK(B1,B1:B5)":                                       "3",
		"RANK(B1,B1:B5,1)":                                     "3",
		"RANK(5,B1:B5)":                                        "#N/A",
		"RANK(Skala!D2,Skala!D1:D3,0)":                         "2",
		"AVERAGEIF(B1:B5,\">2\")":                              "6.625",
		"AVERAGEIF(A1:A3,\"*nolik\",B1:B3)":                    "8",
		"AVERAGEIF(A1:A3,\"x\",B1:B3)":                         "#DIV/0!",
		"AVERAGEIFS(B1:B3,A1:A3,\"*nolik\",B1:B3,\">4\")":      "10",
		"MAXIFS(B1:B3,A1:A3,\"*nolik\")":                       "12",
		"MINIFS(B1:B3,A1:A3,\"*nolik\")":                       "4",
		"MAXIFS(B1:B3,A1:A3,\"x\")":                            "0",
		"COUNTBLANK(A1:A9)":                                    "4",
		"COUNTBLANK(B1:B5)":                                    "0",
		"ROW(B3)":                                              "3",
		"COLUMN(C7)":                                           "3",
		"ROWS(B1:C5)":                                          "5",
		"COLUMNS(B1:C5)":                                       "2",
		"TEXT(B1,\"0\")":                                       "4",
		"TEXT(B4,\"0\")":                                       "3",
		"TEXT(B1,\"00\")":                                      "04",
		"TEXT(B1,\"000\")":                                     "004",
		"TEXT(B5,\"0\")":                                       "-3",
		"TEXT(0.25,\"0%\")":                                    "25%",
		"TEXT(B1,\"\"\"R\"\"0\")":                              "R4",
		"TEXT(B1,\"0\"\" p\"\"\")":                             "4 p",
		"TEXT(A1,\"0\")":                                       "Sannolik",
		"TEXT(0,\"#\")":                                        "",
		"TEXT(0.4,\"0\")":                                      "0",
		"TEXT(-0.4,\"0\")":                                     "0",
		"SUBTOTAL(9,B1:B5)":                                    "23.5",
		"SUBTOTAL(1,B1:B3)":                                    "8",
		"SUBTOTAL(2,A1:B5)":                                    "5",
		"SUBTOTAL(3,A1:A5)":                                    "5",
		"SUBTOTAL(4,B1:B5)":                                    "12",
		"SUBTOTAL(5,B1:B5)":                                    "-3",
		"SUBTOTAL(6,B1:B3)":                                    "384",
		"SUBTOTAL(7,B1:B3)":                                    "4",
		"SUBTOTAL(8,B1:B3)":                                    "3.2659863237109",
		"SUBTOTAL(10,B1:B3)":                                   "16",
		"SUBTOTAL(11,B1:B3)":                                   "10.6666666666667",
		"SUBTOTAL(109,B1:B5)":                                  "23.5",
		"SUBTOTAL(9,C1:C3)":                                    "?",
		"OFFSET(B1,1,0)":                                       "8",
		"SUM(OFFSET(B1,0,0,3,1))":                              "24",
		"SUM(OFFSET(B1,1,0,COUNT(B1:B5)-1))":                   "19.5",
		"OFFSET(B1,-1,0)":                                      "#REF!",
		"INDIRECT(\"B2\")":                                     "8",
		"SUM(INDIRECT(\"B1:B3\"))":                             "24",
		"SUM(INDIRECT(\"Skala!B\"&1&\":B4\"))":                 "10",
		"INDEX(B1:B3,2)":                                       "8",
		"SUM(INDEX(Skala!A1:B4,0,2))":                          "10",
		"LOOKUP(2,1/(A1:A3=\"Osannolik\"),B1:B3)":              "8",
		"LOOKUP(B2,Skala!D1:D3,Skala!E1:E3)":                   "Reducera",
		"POWER(B1,2)":                                          "16",
		"SUM({1,2,3})":                                         "6",
		"MAX({1,5;9,2})":                                       "9",
		"TEXT(A4,\"00\")":                                      "?",
		"TEXT(B4,\"0.0\")":                                     "?",
		"TEXT(B1,\"yyyy\")":                                    "?",
		"IF(B1:B3>2,1,0)":                                      "#VALUE!",
		"SUMPRODUCT(IF(B1:B3>2,1,0))":                          "?",
		"SUM(B1:B3*2)":                                         "#VALUE!",
		"{1,2}":                                                "?",
		"SUM({1,\"2\"})":                                       "1",
		"LARGE(B1:B5,1.5)":                                     "?",
		"INDIRECT(\"R1C1\",FALSE)":                             "?",
		"INDIRECT(\"Okänt!A1\")":                               "?",
		"INDIRECT(\"nivåer\")":                                 "?",
		"COUNTA(INDIRECT(\"nivåer\"))":                         "8",
		"OFFSET(B1,0.5,0)":                                     "?",
		"ROW()":                                                "30",
		"COLUMN()":                                             "9",
		"ROW(B1:B3)":                                           "?",
		"B1:B60*2":                                             "0",
		"B1:B5+1":                                              "#VALUE!",
		"SUBTOTAL(12,B1:B5)":                                   "?",
		"RANK(\"x\",B1:B5)":                                    "#VALUE!",
		"COUNTBLANK(1)":                                        "?",
		"UNIQUE(B1:B3)":                                        "?",
	} {
		if got := ranAs(t, text, How{}, seenCells{book}); got != want {
			t.Errorf("%s = %s, want %s", text, got, want)
		}
	}
}

func TestArrayFormulas(t *testing.T) {
	for text, want := range map[string]string{
		"SUM(B1:B3*2)":                                            "48",
		"SUM(IF(B1:B5>2,B1:B5))":                                  "26.5",
		"SUM(IF(B1:B5>2,B1:B5,0))":                                "26.5",
		"MAX(IF(A1:A3=\"Osannolik\",B1:B3))":                      "8",
		"AVERAGE(IF(B1:B5>2,B1:B5))":                              "6.625",
		"COUNT(IF(B1:B5>2,B1:B5))":                                "4",
		"MIN(IF(B1:B9>-9,B1:B9))":                                 "-3",
		"SUM(IFERROR(B1:B3/(B1:B3-8),0))":                         "2",
		"SUM((A1:A3=\"Osannolik\")*(B1:B3))":                      "8",
		"INDEX(B1:B3,MATCH(1,(A1:A3=\"Osannolik\")*(B1:B3>2),0))": "8",
		"SUM(B1:B3*Skala!B1:B3)":                                  "56",
		"SUM(B1:B3*Skala!B1:B2)":                                  "#N/A",
		"SUM(LEN(A1:A3))":                                         "32",
		"MEDIAN(IF(B1:B5>0,B1:B5))":                               "6",
		"SUM(LARGE(B1:B5,{1,2}))":                                 "20",
		"SUM(LARGE(B1:B5,ROW(A1:A2)))":                            "20",
		"SUM(--(B1:B3>Skala!D1:D3))":                              "2",
		"SUM(SMALL(Skala!D1:D3,{1;2;3}))":                         "17",
		"B1:B3*2":                                                 "8;16;24", "B1:C1*2": "8,2", "B1:B3*{1,10}": "4,40;8,80;12,120", "H1:H2": "0;0", "-B1:B2": "-4;-8", "B1:B2%": "0.04;0.08",
		`IF(B1:B3>4,"hög","låg")`: "låg;hög;hög", "IF(B1:B3>4,B2:B4)": "false;12;2.5", `Skala!A1:A2&"!"`: "Osannolik!;Mindre sannolik!",
		"SORT(B1:B5)": "-3;2.5;4;8;12", "SORT(B1:B3,1,-1)": "12;8;4", "SORT(Skala!A1:B4,2,-1)": "Sannolik,4;Möjlig,3;Mindre sannolik,2;Osannolik,1",
		"SORT(A1:A3)": "?", "SORT(B1:B9)": "?", "UNIQUE(Skala!A1:A4)": "Osannolik;Mindre sannolik;Möjlig;Sannolik", "UNIQUE({1;2;1})": "1;2", "UNIQUE(B1:B3,TRUE)": "?",
		"FILTER(B1:B3,B1:B3>4)": "8;12", "FILTER(Skala!A1:B4,Skala!B1:B4>=3)": "Möjlig,3;Sannolik,4", "FILTER(B1:B3,B1:B3>99)": "#CALC!", `FILTER(B1:B3,B1:B3>99,"inga")`: "inga",
		"ROW(B1:B3)": "1;2;3", "COLUMN(A1:C1)": "1,2,3", "ROW()": "?", "B1:B3*B1:B2": "16;64;#N/A", `SUM(SUMIF(A1:A3,{"Sannolik","Osannolik"},B1:B3))`: "12",
		"VLOOKUP(A1:A2,Skala!A1:B4,2,FALSE)": "4;1", "MATCH(A1:A2,Skala!A1:A4,0)": "4;1", "INDEX(Skala!B1:B4,{2;4})": "2;4", "A1:A5<A2": "?",
	} {
		if got := ranAs(t, text, How{Array: true}, seenCells{book}); got != want {
			t.Errorf("{%s} = %s, want %s", text, got, want)
		}
	}
}

func TestDecimalSign(t *testing.T) {
	for _, tt := range []struct{ formula, comma, point string }{
		{"A5*2", "3", "?"}, {"A1&B4", "Sannolik2,5", "Sannolik2.5"}, {`TEXT(B4,"0,00")`, "2,50", "?"}, {`TEXT(B4,"0.00")`, "?", "2.50"},
		{`TEXT(1234567,"#,##0.0")`, "?", "?"}, {"A4*2", "8", "8"}, {`VALUE("1.5")`, "?", "1.5"}, {"B1&A1", "4Sannolik", "4Sannolik"},
	} {
		for sign, want := range map[byte]string{',': tt.comma, '.': tt.point} {
			if got := ranAs(t, tt.formula, How{Decimal: sign}, seenCells{book}); got != want {
				t.Errorf("%s with %c = %s, want %s", tt.formula, sign, got, want)
			}
		}
	}
}

func TestSubtotalsNeedToKnowTheRows(t *testing.T) {
	if got := ranAs(t, "SUBTOTAL(9,B1:B5)", How{}, book); got != "?" {
		t.Errorf("without: %s", got)
	}
}

func TestReached(t *testing.T) {
	p, ok := CompileReaching(`SUM(OFFSET(B1,1,0,2,1))+INDIRECT("Skala!B"&B4+0.5)`, 0, book)
	if _, plain := Compile("OFFSET(B1,1,0)", 0, book); !ok || plain {
		t.Fatal("Compile takes what it cannot say the cells of")
	}
	reads := 100
	out, ok := p.RunAs(How{}, book, &reads)
	if want := []Area{{0, 2, 2, 3, 2}, {1, 3, 2, 3, 2}}; !ok || out.Value.Num != 23 || len(out.Reached) != 2 || out.Reached[0] != want[0] || out.Reached[1] != want[1] {
		t.Errorf("%v %+v", ok, out)
	}
}
