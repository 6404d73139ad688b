package excel

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/grid"
)

// scaleSheet is a sheet of definitions: labels and numbers of two axes, and
// the thresholds of the treatments.
const scaleSheet = `<row r="1"><c r="A1" t="str"><v>Osannolik</v></c><c r="B1"><v>1</v></c><c r="D1" t="str"><v>Försumbar</v></c><c r="E1"><v>1</v></c></row>` +
	`<row r="2"><c r="A2" t="str"><v>Mindre sannolik</v></c><c r="B2"><v>2</v></c><c r="D2" t="str"><v>Lindrig</v></c><c r="E2"><v>2</v></c></row>` +
	`<row r="3"><c r="A3" t="str"><v>Möjlig</v></c><c r="B3"><v>3</v></c><c r="D3" t="str"><v>Kännbar</v></c><c r="E3"><v>3</v></c></row>` +
	`<row r="4"><c r="A4" t="str"><v>Sannolik</v></c><c r="B4"><v>4</v></c><c r="D4" t="str"><v>Allvarlig</v></c><c r="E4"><v>4</v></c></row>`

func TestEvaluateRiskValues(t *testing.T) {
	const value = `IFERROR(VLOOKUP(A%d,Blad2!$A$1:$B$4,2,FALSE)*VLOOKUP(B%d,Blad2!$D$1:$E$4,2,FALSE),0)`
	const treat = `IF(C%d=0,"",IF(C%d&gt;=12,"Minimera",IF(C%d&gt;=4,"Reducera","Acceptera")))`
	rows := ""
	levels := [][2]string{{"Sannolik", "Allvarlig"}, {"Osannolik", "Kännbar"}, {"Mindre sannolik", "Kännbar"}, {"", ""}}
	for i, l := range levels {
		r := i + 1
		// D stands before C in need, though after it in the file.
		rows += fmt.Sprintf(`<row r="%d"><c r="A%d" t="str"><v>%s</v></c><c r="B%d" t="str"><v>%s</v></c>`+
			`<c r="C%d"><f>`+value+`</f></c><c r="D%d"><f>`+treat+`</f><v></v></c><c r="E%d"><f>D%d</f></c></row>`, r, r, l[0], r, l[1], r, r, r, r, r, r, r, r, r)
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows), rowsOf(scaleSheet))))
	for ref, want := range map[string]string{
		"C1": "16", "D1": "Minimera", "E1": "Minimera", "C2": "3", "D2": "Acceptera",
		"C3": "6", "D3": "Reducera", "C4": "0", "D4": "", "E4": "",
	} {
		if c := wb.at(t, ref); c.Uncalculated || c.Text != want {
			t.Errorf("%s = %q (uncalculated %v), want %q", ref, c.Text, c.Uncalculated, want)
		}
	}
	if c := wb.at(t, "C1"); c.Kind != grid.Number {
		t.Errorf("C1: %+v", c)
	}
}

func TestEvaluateOrRefuse(t *testing.T) {
	tests := []struct {
		name, rows  string
		want        string
		kind        grid.Kind
		uncalculted bool
	}{
		{"stored empty text", `<c r="Z1" t="str"><f>A1&amp;""</f><v></v></c>`, "", grid.Empty, false},
		{"empty text without value", `<c r="Z1" t="str"><f>A1&amp;""</f></c>`, "", grid.Empty, false},
		{"text without value", `<c r="Z1" t="str"><f>"x"&amp;"y"</f></c>`, "xy", grid.Text, false},
		{"unknown text without value", `<c r="Z1" t="str"><f>TODAY()&amp;""</f></c>`, "", grid.Empty, true},
		{"empty value of a number", `<c r="Z1"><f>1+1</f><v/></c>`, "2", grid.Number, false},
		{"stored result is kept", `<c r="Z1"><f>1+1</f><v>3</v></c>`, "3", grid.Number, false},
		{"truth", `<c r="Z1"><f>1&lt;2</f></c>`, "TRUE", grid.Bool, false},
		{"error", `<c r="Z1"><f>1/0</f></c>`, "#DIV/0!", grid.Error, false},
		{"date by style", `<c r="Z1" s="1"><f>45960+1</f></c>`, "2025-10-31", grid.Date, false},
		{"unknown function", `<c r="Z1"><f>WEBSERVICE("x")</f></c>`, "", grid.Empty, true},
		{"function of today", `<c r="Z1"><f>TODAY()</f></c>`, "", grid.Empty, true},
		{"needs itself", `<c r="Y1"><f>Z1</f></c><c r="Z1"><f>Y1+1</f></c>`, "", grid.Empty, true},
		{"needs what is refused", `<c r="Y1"><f>RAND()</f></c><c r="Z1"><f>Y1+1</f></c>`, "", grid.Empty, true},
		{"another workbook", `<c r="Z1"><f>[1]Blad1!A1</f></c>`, "", grid.Empty, true},
		{"unknown sheet", `<c r="Z1"><f>Blad9!A1</f></c>`, "", grid.Empty, true},
		{"defined name", `<c r="A1"><v>4</v></c><c r="Z1"><f>Tal*2</f></c>`, "8", grid.Number, false},
		{"local name", `<c r="A1"><v>4</v></c><c r="Z1"><f>Eget*2</f></c>`, "", grid.Empty, true},
		{"shared formula", `<c r="A1"><f t="shared" si="0" ref="A1:Z1">$A$2+1</f></c><c r="Z1"><f t="shared" si="0"/></c>`, "1", grid.Number, false},
		{"like formulas agree", `<c r="X1"><f>2+2</f><v>4</v></c><c r="Z1"><f>2+3</f></c>`, "5", grid.Number, false},
		{"like formulas differ", `<c r="X1"><f>2+2</f><v>5</v></c><c r="Z1"><f>2+3</f></c>`, "", grid.Empty, true},
		{"others differ", `<c r="X1"><f>2*2</f><v>5</v></c><c r="Z1"><f>2+3</f></c>`, "5", grid.Number, false},
		{"same function differs", `<c r="X1"><f>SUM(2*2)</f><v>5</v></c><c r="Z1"><f>SUM(2+3)</f></c>`, "", grid.Empty, true},
	}
	for _, tt := range tests {
		p := workbookOf(rowsOf(`<row r="1">` + tt.rows + `</row>`))
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</workbook>",
			`<definedNames><definedName name="Tal">Blad1!$A$1</definedName><definedName name="Eget" localSheetId="0">Blad1!$A$1</definedName></definedNames></workbook>`, 1)
		wb := sound(t, mustRead(t, p))
		if c := wb.at(t, "Z1"); c.Text != tt.want || c.Kind != tt.kind || c.Uncalculated != tt.uncalculted || c.Formula == "" {
			t.Errorf("%s: %+v", tt.name, *c)
		}
	}
}

// A chain of formulas as long as the bound is computed without recursion; a
// longer one is left alone.
func TestEvaluateLongChain(t *testing.T) {
	for _, n := range []int{maxComputed, maxComputed + 1} {
		var b strings.Builder
		for r := 1; r <= n; r++ {
			// Written against the order of need, each cell reading the next.
			fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><f>A%d+1</f></c></row>`, r, r, r+1)
		}
		c := sound(t, mustRead(t, workbookOf(rowsOf(b.String())))).at(t, "A1")
		if want := fmt.Sprint(n); n <= maxComputed && c.Text != want || n > maxComputed && !c.Uncalculated {
			t.Errorf("chain of %d: %+v", n, *c)
		}
	}
}

// Formulas that read whole columns of each other cost their product: the bound
// holds, and what is beyond it stays uncalculated.
func TestEvaluateBoundsReads(t *testing.T) {
	var b strings.Builder
	for r := 1; r <= 5000; r++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><f>SUM(A:A)</f></c></row>`, r, r, r)
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(b.String()))))
	if c := wb.at(t, "B1"); c.Text != "5000" {
		t.Errorf("first: %+v", *c)
	}
	if c := wb.at(t, "B5000"); !c.Uncalculated {
		t.Errorf("last: %+v", *c)
	}
}
