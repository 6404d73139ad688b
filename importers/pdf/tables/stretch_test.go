package tables

import (
	"fmt"
	"testing"
)

// across draws horizontal lines alone.
func across(x0, x1 float64, ys ...float64) (s string) {
	for _, y := range ys {
		s += fmt.Sprintf("%g %g m %g %g l S\n", x0, 800-y, x1, 800-y)
	}
	return s
}

// TestLinesOverSums: what is drawn over each sum does not make one row of the
// amounts between two sums; two values of one risk below each other stay in
// their row.
func TestLinesOverSums(t *testing.T) {
	xs := []float64{50, 200, 270, 340}
	for _, c := range []struct{ name, content, want string }{
		{"a line over each sum", rowsAt(100, 16, xs, []string{"Tkr", "Budget", "Utfall", "Rest"},
			[]string{"Kajer", "1 200", "1 180", "20"}, []string{"Bojar", "400", "441", "-41"}, []string{"Summa hamn", "1 600", "1 621", "-21"},
			[]string{"Larare", "2 300", "2 290", "10"}, []string{"Luncher", "610", "600", "10"}, []string{"Summa skola", "2 910", "2 890", "20"},
			[]string{"Summa", "4 510", "4 511", "-1"}) + across(50, 380, 137, 185, 201),
			"Tkr|Budget|Utfall|Rest / Kajer|1 200|1 180|20 / Bojar|400|441|-41 / Summa hamn|1 600|1 621|-21 / Larare|2 300|2 290|10 / Luncher|610|600|10 / Summa skola|2 910|2 890|20 / Summa|4 510|4 511|-1"},
		{"names of two lines set in the middle", rowsAt(100, 20, xs, []string{"Tkr", "Budget", "Utfall", "Rest"},
			[]string{"Kajer", "1 200", "1 180", "20"}) + rowsAt(148, 12, xs[:1], []string{"Summa"}, []string{"hamn"}) + rowsAt(154, 0, xs[1:], []string{"1 200", "1 180", "20"}) +
			rowsAt(176, 12, xs[:1], []string{"Larare och"}, []string{"elever"}) + rowsAt(182, 0, xs[1:], []string{"2 300", "2 290", "10"}) +
			rowsAt(208, 0, xs, []string{"Summa skola", "2 300", "2 290", "10"}) + rowsAt(232, 0, xs, []string{"Summa", "3 500", "3 470", "30"}) + across(50, 380, 134, 197, 221),
			"Tkr|Budget|Utfall|Rest / Kajer|1 200|1 180|20 / Summa~hamn|1 200|1 180|20 / Larare och~elever|2 300|2 290|10 / Summa skola|2 300|2 290|10 / Summa|3 500|3 470|30"},
		{"two values of one risk", rowsAt(100, 16, xs, []string{"Risk", "Troligt", "Skada", "Varde"}) +
			rowsAt(120, 12, xs, []string{"Brand i", "2", "3", "6"}, []string{"hamnens kok", "2", "3", "6"}) +
			rowsAt(150, 12, xs, []string{"Stold i", "3", "2", "6"}, []string{"forradet", "2", "2", "4"}) +
			rowsAt(180, 12, xs, []string{"Fukt i", "3", "3", "9"}, []string{"alla vaggar", "2", "3", "6"}) + across(50, 380, 106, 137, 167, 200),
			"Risk|Troligt|Skada|Varde / Brand i~hamnens kok|2~2|3~3|6~6 / Stold i~forradet|3~2|2~2|6~4 / Fukt i~alla vaggar|3~2|3~3|9~6"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
