package excel

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// Each cell of a column is calculated from its own row, whether its formula is
// that of the rows before it, moved, or another.
func TestFreshDownAColumn(t *testing.T) {
	var rows strings.Builder
	for _, r := range []string{
		`<row r="1"><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c><c r="C1"><f>A1*B1</f><v>0</v></c></row>`,
		`<row r="2"><c r="A2"><v>4</v></c><c r="B2"><v>5</v></c><c r="C2"><f>A2*B2</f><v>0</v></c></row>`,
		`<row r="3"><c r="A3"><v>6</v></c><c r="B3"><v>7</v></c><c r="C3"><f>A3+B3</f><v>0</v></c></row>`,
		`<row r="4"><c r="A4"><v>8</v></c><c r="B4"><v>9</v></c><c r="C4"><f>A4+B$1</f><v>0</v></c></row>`,
		`<row r="5"><c r="A5"><v>1</v></c><c r="B5"><v>1</v></c><c r="C5"><f>A5+B$1</f><v>0</v></c></row>`,
		`<row r="6"><c r="A6"><v>1</v></c><c r="B6"><v>1</v></c><c r="C6"><f>OKÄND(A6)</f><v>0</v></c></row>`,
		`<row r="7"><c r="A7"><v>1</v></c><c r="B7"><v>1</v></c><c r="C7"><f>OKÄND(A7)</f><v>0</v></c></row>`,
	} {
		rows.WriteString(r)
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows.String()))))
	for cell, want := range map[string]string{"C1": "6", "C2": "20", "C3": "13", "C4": "11", "C5": "4", "C6": "", "C7": ""} {
		if got, ok := wb.Fresh(wb.at(t, cell).At); got != want || ok != (want != "") {
			t.Errorf("%s is %q, %v; want %q", cell, got, ok, want)
		}
	}
	for _, cell := range []string{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C2", "C1"} {
		got, ok := wb.Fresh(wb.at(t, cell).At)
		want := map[string]string{"C1": "6", "C2": "20", "C3": "13", "C4": "11", "C5": "4"}[cell]
		if got != want || ok != (want != "") {
			t.Errorf("in order: %s is %q, %v; want %q", cell, got, ok, want)
		}
	}
}

// What depends on its own cell, at once or through others, has no result that the
// stored ones tell, nor has what reads such a cell.
func TestFreshOfCircles(t *testing.T) {
	const circle = `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*C1</f><v>6</v></c><c r="C1"><f>D1</f><v>4</v></c><c r="D1"><f>B1/A1</f><v>4</v></c><c r="E1"><f>B1+1</f><v>9</v></c></row>` +
		`<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*C2</f><v>6</v></c><c r="C2"><f>D2</f><v>4</v></c><c r="D2"><f>B2/A2</f><v>4</v></c></row>` +
		`<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f>SUM(A3:C3)</f><v>6</v></c></row>` +
		`<row r="4"><c r="A4"><v>2</v></c><c r="B4"><f>A4*C4</f><v>6</v></c><c r="C4"><f>WEBSERVICE(B4)</f><v>4</v></c></row>` +
		`<row r="5"><c r="A5"><v>2</v></c><c r="B5"><f>A5*Blad2!A1</f><v>6</v></c></row>` +
		`<row r="6"><c r="A6"><v>2</v></c><c r="B6"><f>A6*C6+D6</f><v>6</v></c><c r="C6"><f>D6</f><v>4</v></c><c r="D6"><f>A6*2</f><v>4</v></c></row>` +
		`<row r="7"><c r="B7"><f>ABS(A1)</f></c><c r="C7"><f>ABS(D7)</f></c><c r="D7"><f>C7</f><v>4</v></c></row>`
	wb := sound(t, mustRead(t, workbookOf(rowsOf(circle), rowsOf(`<row r="1"><c r="A1"><f>MAX(Blad1!B:B)</f><v>4</v></c></row>`))))
	for range 2 { // what was followed is known the second time
		for cell, want := range map[string]string{"B1": "", "C1": "4", "D1": "", "E1": "", "B2": "", "B3": "", "B4": "", "B5": "", "B6": "12"} {
			if got, ok := wb.Fresh(wb.at(t, cell).At); got != want || ok != (want != "") {
				t.Errorf("%s is %q, %v; want %q", cell, got, ok, want)
			}
		}
	}
	if c := wb.at(t, "B7"); c.Uncalculated || c.Text != "2" {
		t.Errorf("B7: %+v", c)
	}
	if c := wb.at(t, "C7"); !c.Uncalculated {
		t.Errorf("C7 is calculated from a result that depends on it: %+v", c)
	}
}

// A long chain that ends in its beginning is followed once, and without recursion.
func TestFreshOfLongCircle(t *testing.T) {
	const length = 50_000
	var rows strings.Builder
	for r := 1; r <= length; r++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><f>A%d+1</f><v>1</v></c><c r="B%d"><f>B%d+1</f><v>1</v></c></row>`, r, r, r%length+1, r, r+1)
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows.String()))))
	for r := range length - 1 {
		at := model.Source{Row: int32(r + 1), Col: 1}
		if got, ok := wb.Fresh(at); ok {
			t.Fatalf("%s is %q", at.Cell(), got)
		}
		at.Col = 2
		if got, ok := wb.Fresh(at); got != "2" || !ok {
			t.Fatalf("%s is %q, %v", at.Cell(), got, ok)
		}
	}
	if left := freshReads - wb.fresh.reads; left > 10*length {
		t.Errorf("%d reads", left)
	}
}
