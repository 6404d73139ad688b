package grid

import (
	"strings"

	"riskbok/rules/model"
)

// Box is a text box or another shape with a text. At is the cell that it is moved
// with: nothing in it is that cell's. Lines are never all blank.
type Box struct {
	Lines []string
	At    model.Source
}

// mostBoxColumns is how many columns a line of a box has at most: what is behind them
// belongs to the last.
const mostBoxColumns = 16

// wideGap are more spaces than anybody writes between words.
const wideGap = "    "

// BoxColumns gives how many columns a line has at most.
func BoxColumns(line string) int {
	return min(1+strings.Count(line, "\t")+strings.Count(line, wideGap), mostBoxColumns)
}

// DivideBoxLine divides a line as a person lines up columns where there are no cells:
// by tabs, or by wide gaps.
func DivideBoxLine(line string) []string {
	var out []string
	for len(out)+1 < mostBoxColumns {
		tab, gap := strings.IndexByte(line, '\t'), strings.Index(line, wideGap)
		switch {
		case gap == 0:
			line = strings.TrimLeft(line, " ")
			continue
		case gap > 0 && (tab < 0 || gap < tab):
			out = append(out, strings.TrimSpace(line[:gap]))
			line = strings.TrimLeft(line[gap:], " ")
			line = strings.TrimPrefix(line, "\t")
			continue
		case tab < 0:
			return append(out, strings.TrimSpace(line))
		}
		out = append(out, strings.TrimSpace(line[:tab]))
		line = line[tab+1:]
	}
	return append(out, strings.TrimSpace(line))
}
