package excel

import (
	"strings"
	"testing"
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
