package excel

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// A formula that depends on its own cell, at once or through others, is told with the
// cell, and one that reads such a cell with that one; what only seems to do so is not.
func TestCircle(t *testing.T) {
	const rows = `<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1*3</f><v>6</v></c></row>` + // none
		`<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*3+B2</f><v>6</v></c></row>` + // its own
		`<row r="3"><c r="A3"><v>2</v></c><c r="B3"><f>A3*C3</f><v>6</v></c><c r="C3"><f>D3</f><v>3</v></c><c r="D3"><f>B3/A3</f><v>3</v></c></row>` + // through two others
		`<row r="4"><c r="A4"><v>2</v></c><c r="B4"><f>A4*C4</f><v>6</v></c><c r="C4"><f>C4+1</f><v>3</v></c></row>` + // another's
		`<row r="5"><c r="A5"><v>2</v></c><c r="B5"><f>IF(A5&gt;4,B5+1,A5*3)</f><v>6</v></c></row>` + // a branch that is not taken
		`<row r="6"><c r="A6"><v>9</v></c><c r="B6"><f>IF(A6&gt;4,B6+1,A6*3)</f><v>6</v></c></row>` + // one that is
		`<row r="7"><c r="A7"><v>2</v></c><c r="B7"><f>A7*3+ROWS(B$1:B7)-7</f><v>6</v></c></row>` + // only where it stands
		`<row r="8"><c r="A8"><v>2</v></c><c r="B8"><f>MAX(A8*3,B8)</f><v>6</v></c></row>` + // a largest
		`<row r="9"><c r="A9"><v>2</v></c><c r="B9"><f>A9*C9</f></c><c r="C9"><f>B9/2</f></c></row>` + // nothing is stored
		`<row r="10"><c r="A10"><v>2</v></c><c r="B10"><f>A10*C10</f><v>6</v></c><c r="C10"><f>WEBSERVICE(B10)</f><v>3</v></c></row>` + // not certain
		`<row r="11"><c r="A11"><v>2</v></c><c r="B11"><f>A11*C11</f><v>6</v></c><c r="C11"><f>C1+3</f><v>3</v></c></row>` + // a chain
		`<row r="12"><c r="A12"><v>2</v></c><c r="B12"><f>A12*Blad2!A1</f><v>0</v></c></row>` // through another sheet
	const other = `<row r="1"><c r="A1"><f>MAX(Blad1!B12:B13)</f><v>4</v></c></row>`
	want := map[string]string{"B2": "B2", "B3": "B3", "C3": "C3", "B4": "C4", "C4": "C4", "B6": "B6", "B8": "B8", "B9": "B9", "B12": "B12"}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows), rowsOf(other))))
	for range 2 { // what was followed is known the second time
		for r := 1; r <= 12; r++ {
			for _, cell := range []string{fmt.Sprintf("B%d", r), fmt.Sprintf("C%d", r)} {
				if r != 3 && r != 4 && cell[0] == 'C' {
					continue
				}
				got, ok := wb.Circle(wb.at(t, cell).At)
				if got.Cell() != want[cell] || ok != (want[cell] != "") {
					t.Errorf("%s: %q, %v; want %q", cell, got.Cell(), ok, want[cell])
				}
			}
		}
	}
}

// A workbook that Excel calculates until its circles settle means them.
func TestCircleIterates(t *testing.T) {
	wb := sound(t, mustRead(t, workbookOf(rowsOf(`<row r="1"><c r="A1"><f>A1+1</f><v>6</v></c></row>`))))
	at := wb.at(t, "A1").At
	if _, ok := wb.Circle(at); !ok {
		t.Error("the circle is not told")
	}
	wb.fresh.cells.book.iterates = true
	if got, ok := wb.Circle(at); ok {
		t.Errorf("%s is told", got.Cell())
	}
}

// A long circle, and many formulas that all read one column, cost no more than a look.
func TestCircleCost(t *testing.T) {
	const length = 5_000
	var rows strings.Builder
	for r := 1; r <= length; r++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><f>A%d+1</f><v>1</v></c><c r="B%d"><v>3</v></c><c r="C%d"><f>B%d*SUM(B$1:B$20)</f><v>1</v></c></row>`, r, r, r%length+1, r, r, r)
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows.String()))))
	for r := range length {
		for col := range int32(3) {
			at := model.Source{Row: int32(r + 1), Col: col + 1}
			if got, ok := wb.Circle(at); ok {
				t.Fatalf("%s: %s", at.Cell(), got.Cell())
			}
		}
	}
	if wb.fresh.reads < 0 {
		t.Error("all reads are used")
	}
}

// Long formulas of which no two that follow each other are alike are not compiled again
// for each of those that read them.
func TestCircleOfLongFormulas(t *testing.T) {
	const length, long = 600, 7000
	var rows strings.Builder
	for r := 1; r <= length; r++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><f>A%d%s</f><v>1</v></c></row>`, r, r, r+1, strings.Repeat([]string{"+1", "-1"}[r%2], long/2))
	}
	wb := sound(t, mustRead(t, workbookOf(rowsOf(rows.String()))))
	for r := range length {
		wb.Circle(model.Source{Row: int32(r + 1), Col: 1})
	}
	if got := wb.fresh.text; got > circleText+2*length*long { // what was begun is followed to its end, each once
		t.Errorf("%d bytes were compiled", got)
	}
}
