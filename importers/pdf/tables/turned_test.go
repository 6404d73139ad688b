package tables

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// turnedText paints a text that runs at an angle, counterclockwise, from a point.
func turnedText(x, y, degrees float64, s string) string {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return fmt.Sprintf("BT /F1 10 Tf %.5f %.5f %.5f %.5f %g %g Tm (%s) Tj ET\n", cos, sin, -sin, cos, x, y, s)
}

// gridOf rules a grid with these borders.
func gridOf(xs, ys []float64) string {
	var b strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", xs[0], y, xs[len(xs)-1], y)
	}
	return b.String()
}

func plain(x, y float64, s string) string { return turnedText(x, y, 0, s) }

func TestTurned(t *testing.T) {
	xs := []float64{50, 90, 130, 170}
	body := plain(52, 586, "R1") + plain(92, 586, "Brand") + plain(132, 586, "3") + plain(52, 566, "R2") + plain(92, 566, "Fukt") + plain(132, 566, "8")
	rows := []float64{600, 580, 560}
	unruled := ""
	for i := range 8 {
		y := 586 - 16*float64(i)
		unruled += plain(52, y, fmt.Sprintf("R%d", i+1)) + plain(92, y, "Brand") + plain(152, y, fmt.Sprint(3+i)) + plain(212, y, "Sannolik")
	}
	unruledRows := ""
	for i := range 8 {
		unruledRows += fmt.Sprintf(" / R%d|Brand|%d|Sannolik", i+1, 3+i)
	}
	for _, c := range []struct{ name, content, want string }{
		{"up", gridOf(xs, []float64{680, 600, 580, 560}) + turnedText(74, 602, 90, "Nr") + turnedText(114, 602, 90, "Risk") + turnedText(154, 602, 90, "Sannolikhet") + body,
			"Nr|Risk|Sannolikhet / R1|Brand|3 / R2|Fukt|8"},
		{"down", gridOf(xs, []float64{680, 600, 580, 560}) + turnedText(64, 678, 270, "Nr") + turnedText(104, 678, 270, "Risk") + turnedText(144, 678, 270, "Sannolikhet") + body,
			"Nr|Risk|Sannolikhet / R1|Brand|3 / R2|Fukt|8"},
		{"head down", gridOf(xs, []float64{620, 600, 580, 560}) + turnedText(80, 612, 180, "Nr") + turnedText(120, 612, 180, "Risk") + turnedText(160, 612, 180, "Tal") + body,
			"Nr|Risk|Tal / R1|Brand|3 / R2|Fukt|8"},
		{"two lines", gridOf(xs, []float64{680, 600, 580, 560}) + turnedText(74, 602, 90, "Nr") + turnedText(108, 602, 90, "Risk och") + turnedText(120, 602, 90, "bed\366mning") + turnedText(154, 602, 90, "Tal") + body,
			"Nr|Risk och~bedömning|Tal / R1|Brand|3 / R2|Fukt|8"},
		{"a value", gridOf(xs, []float64{620, 600, 580, 560}) + plain(52, 606, "Nr") + plain(92, 606, "Risk") + plain(132, 606, "Tal") +
			plain(52, 586, "R1") + plain(92, 586, "Brand") + turnedText(154, 584, 90, "12") + plain(52, 566, "R2") + plain(92, 566, "Fukt") + turnedText(146, 576, 270, "8"),
			"Nr|Risk|Tal / R1|Brand|12 / R2|Fukt|8"},
		{"row too low", "q 50 560 120 70 re W n " + gridOf(xs, []float64{630, 600, 580, 560}) + turnedText(74, 602, 90, "Nr") + turnedText(114, 602, 90, "Risk") + turnedText(154, 602, 90, "Rekommenderad hantering") + body + "Q",
			"Nr|Risk|Rekommenderad hantering / R1|Brand|3 / R2|Fukt|8"},
		{"slanted up", gridOf(xs, rows) + turnedText(62, 603, 45, "Nr") + turnedText(102, 603, 45, "Risk") + turnedText(142, 603, 45, "Sannolikhet p\345 sikt") + body,
			"Nr|Risk|Sannolikhet på sikt / R1|Brand|3 / R2|Fukt|8"},
		{"slanted down", gridOf(xs, rows) + turnedText(43, 613, 315, "Nr") + turnedText(78, 618, 315, "Risk") + turnedText(97, 640, 315, "Sannolikhet") + body,
			"Nr|Risk|Sannolikhet / R1|Brand|3 / R2|Fukt|8"},
		{"slanted in its cell", gridOf(xs, []float64{640, 600, 580, 560}) + turnedText(62, 603, 45, "Nr") + turnedText(102, 603, 45, "Risk") + turnedText(142, 603, 45, "Sannolikhet") + body,
			"Nr|Risk|Sannolikhet / R1|Brand|3 / R2|Fukt|8"},
		{"slanted in one box over columns without lines", gridOf([]float64{50, 90}, []float64{640, 600}) + "90 640 m 160 640 l S 90 600 m 300 600 l S\n" + plain(52, 603, "Nr") + plain(92, 603, "Risk") +
			turnedText(162, 603, 60, "Tal") + turnedText(202, 603, 60, "Sannolikhet") + unruled,
			"Nr|Risk|Tal|Sannolikhet" + unruledRows},
		{"over unruled columns", turnedText(58, 602, 90, "Nr") + turnedText(104, 602, 90, "Risk") + turnedText(160, 602, 90, "Tal") + turnedText(228, 602, 90, "Sannolikhet") + unruled,
			"Nr|Risk|Tal|Sannolikhet" + unruledRows},
		{"a note beside is none", gridOf(xs, rows) + turnedText(30, 602, 90, "Blad") + turnedText(154, 602, 90, "Utkast") + body,
			"R1|Brand|3 / R2|Fukt|8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}
