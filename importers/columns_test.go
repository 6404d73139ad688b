package importers

import (
	"strings"
	"testing"

	"riskbok/importers/pdf"
	"riskbok/rules/model"
)

// typedLine sets words at places, in points, 6 to a letter at 12 to an em.
func typedLine(table bool, at ...any) printed {
	l := printed{Line: pdf.Line{Size: 12, Table: table}}
	for i := 0; i < len(at); i += 2 {
		x, text := float32(at[i].(int)), at[i+1].(string)
		if n := len(l.words); n > 0 {
			l.Spaces = append(l.Spaces, (x-l.words[n-1].Box.X1)/12)
		}
		l.words = append(l.words, pdf.Word{Text: text, Box: model.Rect{X0: x, X1: x + 6*float32(len([]rune(text)))}})
	}
	l.ends = make([]bool, len(l.words))
	l.divide()
	return l
}

// TestDivideCells: cells that leave little room between them are divided where the
// columns of other lines of their table begin, and words of a text are not.
func TestDivideCells(t *testing.T) {
	for _, c := range []struct {
		name  string
		table bool
		want  string
	}{
		{"table", true, "Ärende|Dnr;Upprop|HN 4;Kajplatser|HN 31;Vinterförvaring|HN 90"},
		{"text", false, "Ärende|Dnr;Upprop|HN 4;Kajplatser|HN 31;Vinterförvaring HN 90"},
	} {
		lines := []printed{
			typedLine(c.table, 0, "Ärende", 102, "Dnr"),
			typedLine(c.table, 0, "Upprop", 102, "HN", 118, "4"),
			typedLine(c.table, 0, "Kajplatser", 102, "HN", 118, "31"),
			typedLine(c.table, 0, "Vinterförvaring", 102, "HN", 118, "90"),
		}
		divideCells(lines)
		var got []string
		for i := range lines {
			var parts []string
			for _, p := range lines[i].columns(nil, 1, 1, i+1) {
				parts = append(parts, p.Text)
			}
			got = append(got, strings.Join(parts, "|"))
		}
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %s, expected %s", c.name, s, c.want)
		}
	}
}

// TestDivideFullCell: a bold title that fills its cell is divided from the lighter
// text of the next where the line stands in a table; in running text a stretched
// space is none between columns.
func TestDivideFullCell(t *testing.T) {
	for _, c := range []struct {
		table bool
		want  string
	}{{true, "Taxa|HN 4"}, {false, "Taxa HN 4"}} {
		l := printed{Line: pdf.Line{Size: 12, Table: c.table, Spaces: []float32{0.95, 0.3}}}
		l.words = []pdf.Word{{Text: "Taxa", Bold: true}, {Text: "HN"}, {Text: "4"}}
		l.ends = make([]bool, len(l.words))
		l.divide()
		var parts []string
		for _, p := range l.columns(nil, 1, 1, 1) {
			parts = append(parts, p.Text)
		}
		if s := strings.Join(parts, "|"); s != c.want {
			t.Errorf("in a table: %v: %s, expected %s", c.table, s, c.want)
		}
	}
}
