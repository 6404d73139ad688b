package hostile

import (
	"fmt"
	"io"
	"strings"
)

// contents attack what runs the operators of a page.
var contents = []Kind{
	printing("page-words", func(w io.Writer, p int) {
		for i := range part(400_000, p) {
			fmt.Fprintf(w, "BT /F1 1 Tf %d %d Td (is%d) Tj ET\n", 20+i%100*5, 20+i/100%800/2, i%10)
		}
	}),
	printing("page-glyphs", func(w io.Writer, p int) {
		fmt.Fprint(w, "BT /F1 1 Tf 20 400 Td ")
		repeat(w, "(is paa kajen ) Tj 0 -.01 Td ", part(100_000, p))
		fmt.Fprint(w, "ET\n")
	}),
	printing("page-same-place", func(w io.Writer, p int) { repeat(w, "BT /F1 9 Tf 100 300 Td (Risk) Tj ET\n", part(100_000, p)) }),
	printing("page-one-word", func(w io.Writer, p int) {
		fmt.Fprint(w, "BT /F1 .01 Tf 20 300 Td (")
		repeat(w, "h", part(400_000, p))
		fmt.Fprint(w, ") Tj ET\n")
	}),
	printing("page-operators", func(w io.Writer, p int) { repeat(w, "q Q ", part(20_000_000, p)) }),
	printing("page-saved", func(w io.Writer, p int) { repeat(w, "q ", part(5_000_000, p)) }),
	printing("page-restored", func(w io.Writer, p int) { repeat(w, "Q ", part(5_000_000, p)) }),
	printing("page-marks", func(w io.Writer, p int) { repeat(w, "/Span <</ActualText (is)>> BDC ", part(2_000_000, p)) }),
	printing("page-operands", func(w io.Writer, p int) { repeat(w, "1 ", part(30_000_000, p)) }),
	printing("page-array", func(w io.Writer, p int) {
		fmt.Fprint(w, "BT /F1 9 Tf [")
		repeat(w, "(a) 1 ", part(10_000_000, p))
		fmt.Fprint(w, "] TJ ET")
	}),
	printing("page-deep-array", func(w io.Writer, p int) { repeat(w, "[", part(30_000_000, p)) }),
	printing("page-numbers", func(w io.Writer, p int) {
		fmt.Fprintf(w, "q %s 0 0 1 0 0 cm BT /F1 1e99 Tf 1e400 -1e400 Td (x) Tj ET Q q 0 0 0 0 0 0 cm BT /F1 9 Tf (y) Tj ET Q ", strings.Repeat("9", part(1_000_000, p)))
	}),
	printing("page-unknown-operators", func(w io.Writer, p int) { repeat(w, "zz yy ", part(1_000_000, p)) }),
	printing("page-inline-image", func(w io.Writer, p int) {
		fmt.Fprint(w, "BI /W 9 /H 9 ID ")
		repeat(w, "EI", part(20_000_000, p))
	}),
	printing("page-string-open", func(w io.Writer, _ int) { fmt.Fprint(w, "BT (abc") }),
	printing("page-lines", func(w io.Writer, p int) {
		for i := range part(500_000, p) {
			fmt.Fprintf(w, "%d.%d %d m %d.%d %d l S\n", 40+i%500, i%7, i/500%380, 40+i%500, i%7, i/500%380+3)
		}
	}),
	printing("page-grid", func(w io.Writer, p int) {
		n := part(2000, p)
		for i := range n {
			y := 20 + 400*float64(i)/float64(n)
			fmt.Fprintf(w, "40 %.3f m 555 %.3f l S %.3f 20 m %.3f 420 l S\n", y, y, 40+515*float64(i)/float64(n), 40+515*float64(i)/float64(n))
		}
	}),
	printing("page-boxes", func(w io.Writer, p int) {
		for i := range part(200_000, p) {
			fmt.Fprintf(w, "%d %d 4 1 re f\n", 40+i*7%510, 20+i*3%380)
		}
	}),
	printing("page-covers", func(w io.Writer, p int) { repeat(w, "1 g 0 0 595 400 re f 0 g\n", part(300_000, p)) }),
	printing("page-clips", func(w io.Writer, p int) {
		for i := range part(300_000, p) {
			fmt.Fprintf(w, "q 0 0 %d 400 re W n BT /F1 1 Tf 20 %d Td (x) Tj ET Q\n", 100+i%400, i%400)
		}
	}),
	printing("page-curves", func(w io.Writer, p int) {
		fmt.Fprint(w, "0 0 m ")
		repeat(w, "1 1 2 2 3 3 c ", part(5_000_000, p))
		fmt.Fprint(w, "S")
	}),
	printing("page-turned", func(w io.Writer, p int) {
		for i := range part(200_000, p) {
			fmt.Fprintf(w, "BT /F1 5 Tf %.3f %.3f %.3f 1 %d %d Tm (is %d) Tj ET\n", 1-float64(i%100)/50, float64(i%7)/7, float64(i%13)/13, i*31%580, i*17%830, i)
		}
	}),
	printing("page-columns", func(w io.Writer, p int) {
		for i := range part(60_000, p) {
			fmt.Fprintf(w, "BT /F1 2 Tf %d %d Td (%d) Tj ET\n", 40+i%170*3, 20+i/170%400, i%16)
		}
	}),
	printing("page-heads", func(w io.Writer, p int) {
		for i := range part(20_000, p) {
			fmt.Fprintf(w, "BT /F1 2 Tf %d %.2f Td (Sannolikhet) Tj ET\n", 40+i%40*12, 420-float64(i/40)*.8)
		}
	}),
}
