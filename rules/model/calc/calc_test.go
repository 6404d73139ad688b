package calc

import (
	"strings"
	"testing"

	"riskbok/rules/model/formula"
)

// fakeCells is a workbook of two sheets: Plan (0) and Skala (1).
type fakeCells map[string]Value

var names = []string{"Plan", "Skala"}

func (fakeCells) Sheet(name string) int {
	for i, n := range names {
		if strings.EqualFold(n, name) {
			return i
		}
	}
	return -1
}

func (fakeCells) Used(int) (int, int) { return 20, 10 }

func (f fakeCells) Cell(sheet, row, col int) (Value, bool) {
	key := names[sheet] + "!" + string(rune('A'+col-1)) + Shown(float64(row))
	v := f[key]
	return v, v.Text != "unknown"
}

func (fakeCells) Name(name string) (string, bool) {
	m := map[string]string{"nivåer": "Skala!$A$1:$B$4", "rundgång": "Plan!rundgång", "tal": "4", "ovanför": "Plan!A1048576", "ruta": "Plan!$A$1:B$2"}
	s, ok := m[strings.ToLower(name)]
	return s, ok
}

var book = func() fakeCells {
	f := fakeCells{
		"Plan!A1": text("Sannolik"), "Plan!A2": text("Osannolik"), "Plan!A3": text("mindre SANNOLIK"), "Plan!A4": text("4"), "Plan!A5": text("1,5"),
		"Plan!B1": number(4), "Plan!B2": number(8), "Plan!B3": number(12), "Plan!B4": number(2.5), "Plan!B5": number(-3),
		"Plan!C1": boolean(true), "Plan!C2": fault("#N/A"), "Plan!C3": {Kind: Error, Text: "unknown"}, "Plan!C4": text(""),
		"Skala!D1": number(1), "Skala!D2": number(4), "Skala!D3": number(12), "Skala!F1": number(3), "Skala!F2": number(1),
		"Skala!E1": text("Acceptera"), "Skala!E2": text("Reducera"), "Skala!E3": text("Minimera"),
	}
	for i, l := range []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"} {
		row := Shown(float64(i + 1))
		f["Skala!A"+row], f["Skala!B"+row] = text(l), number(float64(i+1))
	}
	return f
}()

// evaluated gives a result as text: numbers and truth values as they are,
// texts in quotes, "?" for a refusal.
func evaluated(t *testing.T, formula string, down int) string {
	t.Helper()
	p, ok := Compile(formula, 0, book)
	if !ok {
		return "?"
	}
	reads := 100_000
	v, ok := p.RunBelow(down, book, &reads)
	switch {
	case !ok:
		return "?"
	case v.Kind == Number:
		return Shown(v.Num)
	case v.Kind == Bool && v.Num != 0:
		return "TRUE"
	case v.Kind == Bool:
		return "FALSE"
	case v.Kind == Text:
		return `"` + v.Text + `"`
	}
	return v.Text
}

func TestFormulas(t *testing.T) {
	tests := map[string]string{
		// Lookups, as risk analyses have them.
		"VLOOKUP(A1,Skala!$A$1:$B$4,2,FALSE)": "4", "VLOOKUP(A2,Skala!$A$1:$B$4,2,FALSE)": "1", "VLOOKUP(A3,Skala!A:B,2,0)": "2",
		"VLOOKUP(\"Möj*\",nivåer,2,0)": "3", "VLOOKUP(\"Möj\",nivåer,2,0)": "#N/A", "VLOOKUP(A1,Skala!$A$1:$B$4,3,FALSE)": "#REF!",
		"VLOOKUP(Z9,Skala!A1:B4,2,FALSE)": "#N/A", "VLOOKUP(B2,Skala!D1:E3,2,TRUE)": `"Reducera"`, "VLOOKUP(B3,Skala!D1:E3,2)": `"Minimera"`,
		"VLOOKUP(0,Skala!D1:E3,2)": "#N/A", "VLOOKUP(2,Skala!F1:F2,1)": "?", "VLOOKUP(A1,Skala!A1:B4,2)": "?", "VLOOKUP(A1,Skala!A1:B4,2,)": "4",
		"HLOOKUP(\"Osannolik\",Skala!A1:B4,2,FALSE)": `"Mindre sannolik"`, "LOOKUP(B2,Skala!D1:D3,Skala!E1:E3)": `"Reducera"`,
		"INDEX(Skala!B1:B4,MATCH(A1,Skala!A1:A4,0))": "4", "INDEX(Skala!A1:B4,3,1)": `"Möjlig"`, "INDEX(Skala!A1:B4,9,1)": "#REF!", "INDEX(Skala!A1:B4,0,1)": "?",
		"INDEX(Skala!E1:E3,MATCH(11,Skala!D1:D3,1))": `"Reducera"`, "INDEX(Skala!E1:E3,MATCH(12,Skala!D1:D3))": `"Minimera"`, "MATCH(1,Skala!D1:D3,-1)": "?",
		"MATCH(\"x\",Skala!A1:A4,0)": "#N/A", "MATCH(A1,Skala!A1:B4,0)": "?", "XLOOKUP(A1,Skala!A1:A4,Skala!B1:B4)": "4", "_xlfn.XLOOKUP(\"x\",Skala!A1:A4,Skala!B1:B4,\"-\")": `"-"`,
		"XLOOKUP(\"x\",Skala!A1:A4,Skala!B1:B4)": "#N/A", "VLOOKUP(\"sann*\",Skala!A1:B4,2,FALSE)": "4", "VLOOKUP(\"?sannolik\",Skala!A1:B4,2,FALSE)": "1",
		// Choices.
		"IF(B1,\"ja\",\"nej\")": `"ja"`, "IF(B1>=12,1,IF(B1>=4,2,3))": "2", "IF(A1=\"SANNOLIK\",1,0)": "1", "IF(FALSE,1)": "FALSE", "IF(TRUE,,1)": "0",
		"IF(A1,1,2)": "?", "IF(C2,1,2)": "#N/A", "IFERROR(1/0,\"fel\")": `"fel"`, "IFERROR(B1,0)": "4", "IFNA(C2,0)": "0", "IFNA(1/0,0)": "#DIV/0!",
		"IFS(B1>9,1,B1>3,2)": "2", "IFS(B1>9,1)": "#N/A", "SWITCH(B1,1,\"a\",4,\"b\")": `"b"`, "SWITCH(B1,1,\"a\",\"c\")": `"c"`, "CHOOSE(2,\"a\",\"b\")": `"b"`, "CHOOSE(3,1,2)": "#VALUE!",
		"AND(B1>1,B2>1)": "TRUE", "AND(B1:B3)": "TRUE", "OR(FALSE,0)": "FALSE", "AND(A1:A2)": "#VALUE!", "AND(TRUE,C2)": "#N/A", "NOT(0)": "TRUE", "TRUE()": "TRUE",
		"ISBLANK(H1)": "TRUE", "ISBLANK(C4)": "FALSE", "ISERROR(C2)": "TRUE", "ISNA(C2)": "TRUE", "ISNUMBER(A4)": "FALSE", "ISTEXT(A4)": "TRUE",
		// Numbers.
		"1+2*3^2": "19", "-2^2": "4", "2^3^2": "64", "2^-1": "0.5", "(1+2)*3": "9", "10-4-3": "3", "50%": "0.5", "200*5%": "10", "-5%": "-0.05", "+B1": "4",
		"0.1+0.2": "0.3", "1.1-1-0.1": "0", "1/3": "0.333333333333333", "1/0": "#DIV/0!", "0^0": "#NUM!", "0^-1": "#DIV/0!", "(-8)^0.5": "#NUM!", "1E3": "1000",
		"A4*2": "8", "A5*2": "?", "A1*2": "#VALUE!", "C4+1": "#VALUE!", "H1+1": "1", "C1+1": "2", "H1": "0", "B5": "-3", "-A4": "-4",
		"SUM(B1:B5)": "23.5", "SUM(B:B)": "23.5", "SUM(A1:B5)": "23.5", "SUM(B1,\"3\",TRUE)": "8", "SUM(C1:C1)": "0", "SUM(C2,1)": "#N/A", "SUM()": "?",
		"AVERAGE(B1:B3)": "8", "AVERAGE(H1:H2)": "#DIV/0!", "MAX(B1:B5)": "12", "MIN(B1:B5)": "-3", "MAX(H1)": "0", "PRODUCT(B1:B2)": "32",
		"ROUND(2.675,2)": "2.68", "ROUND(-2.5,0)": "-3", "ROUND(1234,-2)": "1200", "ROUNDUP(2.01,1)": "2.1", "ROUNDDOWN(-2.09,1)": "-2", "INT(-2.5)": "-3", "MOD(-1,3)": "2",
		"MOD(1,0)": "#DIV/0!", "ABS(B5)": "3", "COUNT(A1:B5)": "5", "COUNTA(A1:A9)": "5", "COUNT(\"3\")": "?",
		"COUNTIF(B1:B5,\">=4\")": "3", "COUNTIF(A1:A3,\"sannolik\")": "1", "COUNTIF(A1:A3,\"*sannolik\")": "3", "COUNTIF(A1:A3,\"<>Sannolik\")": "2",
		"COUNTIF(B1:B5,8)": "1", "COUNTIF(A1:A4,4)": "?", "COUNTIF(A1:A3,\"\")": "?", "COUNTIF(H1:H1048576,\"<>x\")": "1048576", "COUNTIF(A1:A3,\">a\")": "?",
		"COUNTIFS(A1:A3,\"*nolik\",B1:B3,\">4\")": "2", "COUNTIFS(A1:A3,\"x\",B1:B2,1)": "#VALUE!", "SUMIF(A1:A3,\"*nolik\",B1:B3)": "24", "SUMIF(B1:B3,\">4\")": "20",
		"SUMIFS(B1:B3,A1:A3,\"Osannolik\",B1:B3,\">4\")": "8", "SUMIF(A1:A3,\"x\",B1:B2)": "?",
		// Comparisons.
		"A1=\"sannolik\"": "TRUE", "A1<>A2": "TRUE", "H1=0": "TRUE", "H1=\"\"": "TRUE", "B1=\"4\"": "FALSE", "A1<B1": "FALSE", "A1>B1": "TRUE", "A1<A2": "?", "C1>A1": "TRUE", "0.1+0.2=0.3": "TRUE", "C2=1": "#N/A",
		// Texts.
		"A1&\" × \"&B1": `"Sannolik × 4"`, "A1&B4": "?", "A1&C1": "?", "H1&\"x\"": `"x"`, "LEFT(A1,4)": `"Sann"`, "LEFT(A1)": `"S"`, "RIGHT(A1,3)": `"lik"`, "MID(A1,3,2)": `"nn"`, "MID(A1,99,2)": `""`,
		"LEFT(A1,-1)": "#VALUE!", "LEN(\"åäö\")": "3", "LEN(\"😀\")": "?", "UPPER(\"åsa\")": `"ÅSA"`, "LOWER(A1)": `"sannolik"`, "TRIM(\"  a  b \")": `"a b"`, "EXACT(A1,\"sannolik\")": "FALSE",
		"CONCATENATE(\"R\",B1)": `"R4"`, "CONCAT(A1:A2)": "?", "VALUE(\"12\")": "12", "VALUE(\"x\")": "#VALUE!", `"a""b"`: `"a""b"`[:2] + `"b"`, "VALUE(\"1,5\")": "?",
		// What is not known is refused, never guessed.
		"TODAY()": "?", "SUMPRODUCT(B1:B2)": "12", "B1:B2": "?", "A1:A2=1": "?", "C3": "?", "C3+1": "?", "IF(TRUE,1,C3+1)": "?", "{1,2}": "?", "#REF!+1": "?", "B1 B2": "?",
		"Okänt!A1": "?", "[1]Plan!A1": "?", "okänt": "?", "tal": "?", "rundgång": "?", "ovanför": "?", "COUNTA(ruta)": "?", "SUM(Plan:Skala!B1)": "?", "'Plan'!B1": "4", "SUM(": "?", "(1": "?", "1)": "?", "1+": "?", "": "?", "IF(1,2,3,4)": "?", "SUM(1,)": "1", "\"a": "?",
		"B1#": "?", "@B1": "?", "Plan:Skala!A1": "?", strings.Repeat("(", 300) + "1" + strings.Repeat(")", 300): "?", strings.Repeat("1+", 5000) + "1": "?",
	}
	for text, want := range tests {
		if got := evaluated(t, text, 0); got != want {
			t.Errorf("%.60s = %s, want %s", text, got, want)
		}
		// The same formula, compiled where it stands three rows further down.
		f := formula.Parse(text)
		if below := f.Shift(3, 0); f.Stands(below, 3) {
			if got := evaluated(t, below, -3); got != want {
				t.Errorf("%.60s, three rows below, = %s, want %s", text, got, want)
			}
		}
	}
}

func TestReadsAreBounded(t *testing.T) {
	p, ok := Compile("SUM(A1:J20)", 0, fakeCells{})
	if !ok {
		t.Fatal("not compiled")
	}
	for _, tt := range []struct {
		reads int
		want  bool
	}{{200, true}, {199, false}} {
		left := tt.reads
		if _, ok := p.Run(fakeCells{}, &left); ok != tt.want {
			t.Errorf("%d reads: %v", tt.reads, ok)
		}
	}
}

func TestProgramSaysWhatItIs(t *testing.T) {
	p, ok := Compile("IF(A1>2,sum(B:B)+SUM(nivåer),-1)", 0, book)
	if !ok || strings.Join(p.Functions, " ") != "IF SUM" || p.Kind != "IF,SUM +->" {
		t.Fatalf("%+v", p)
	}
	want := []Area{{0, 1, 1, 1, 1}, {0, 1, 2, 1 << 20, 2}, {1, 1, 1, 4, 2}}
	for i := range want {
		if p.Areas[i] != want[i] {
			t.Errorf("area %d: %+v, want %+v", i, p.Areas[i], want[i])
		}
	}
}

func TestShown(t *testing.T) {
	for f, want := range map[float64]string{0: "0", 4: "4", 0.1 + 0.2: "0.3", -2.5: "-2.5", 1e20: "100000000000000000000", 1e21: "1E+21", 1e-16: "1E-16", 1.7976931348623157e308: "1.79769313486232E+308"} {
		if got := Shown(f); got != want && f < 1e300 {
			t.Errorf("%g: %s, want %s", f, got, want)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"IF(A1=\"x\",VLOOKUP(A1,Skala!A:B,2,0),1)", "SUM(A1:B9)*-2^.5%", "COUNTIF(A:A,\"<>*~?\")", "INDEX(A1:B2,2,1)&MID(A1,2,3)", "LEFT(A1,1E9)", "ROUND(1E15,-15)", "CHOOSE(1E300,1)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, ok := Compile(s, 0, book)
		if !ok {
			return
		}
		reads := 20_000
		if v, ok := p.Run(book, &reads); ok && v.Kind == Empty {
			t.Errorf("%q is empty", s)
		}
	})
}
