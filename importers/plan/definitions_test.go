package plan

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write what is read to testdata")

// palette are the colours of painted sheets: Excel's standard ones, in the
// order green, light green, yellow, orange, red, blue, a near red.
var palette = grid.Palette{0, 0x00B050, 0x92D050, 0xFFFF00, 0xFFC000, 0xFF0000, 0x4472C4, 0xF80000}

const paletteKeys = "-gGyorbR"

var paint = regexp.MustCompile(`\s*\{(.)\}$`)

// painted makes a grid from text as [sheet] does; "{g}" at the end of a cell
// is its colour.
func painted(name, text string) grid.Table {
	t := sheet(name, text)
	t.Palette = palette
	for r := range t.Rows {
		for i := range t.Rows[r] {
			c := &t.Rows[r][i]
			m := paint.FindStringSubmatch(c.Text)
			if m == nil {
				continue
			}
			c.Fill = uint8(strings.Index(paletteKeys, m[1]))
			c.Text = strings.TrimSuffix(c.Text, m[0])
			switch _, whole := grid.ParseWhole(c.Text); {
			case c.Text == "":
				// A workbook keeps such a cell beside its rows.
				t.Fills = append(t.Fills, grid.Filled{Row: int32(r), Col: int32(i), Fill: c.Fill})
				c.Kind, c.Fill = grid.Empty, 0
			case whole:
				c.Kind = grid.Number
			}
		}
	}
	return t
}

// shown writes what was read of a document's scales, and what was not.
func shown(doc *model.Document) string {
	var b strings.Builder
	for i := range doc.Scales {
		s := &doc.Scales[i]
		for _, a := range []model.Axis{s.Likelihood, s.Consequence} {
			for j, l := range a.Levels {
				if j > 0 {
					b.WriteString(", ")
				}
				fmt.Fprintf(&b, "%d %s", l.Value, l.Label)
				if l.Definition != "" {
					fmt.Fprintf(&b, " [%s]", l.Definition)
				}
			}
			b.WriteString("\n")
		}
		for _, t := range s.Treatments {
			plan := ""
			if t.InPlan {
				plan = "*"
			}
			from := ""
			if t.ReadFrom != "" {
				from = " from " + t.ReadFrom
			}
			if t.Day {
				from = strings.Replace(from, "from", "for", 1)
			}
			fmt.Fprintf(&b, "%d-%d %s%s [%s] %s%s\n", t.Min, t.Max, t.Label, plan, t.Meaning, t.At.Cell(), from)
		}
		if s.TreatmentsUnsure {
			b.WriteString("treatments unsure\n")
		}
		if s.LevelsUnsure {
			b.WriteString("levels unsure\n")
		}
		if o := showOverrides(s); o != "" {
			b.WriteString(o + "\n")
		}
	}
	if len(doc.Scales) == 0 {
		b.WriteString("none\n")
	}
	for _, n := range doc.NotChecked {
		fmt.Fprintf(&b, "not checked %s %s\n", n.At.Cell(), n.Args["text"])
	}
	for _, u := range doc.Unread {
		fmt.Fprintf(&b, "unread %s %s\n", u.At.Cell(), u.Raw)
	}
	return b.String()
}

// register is a sheet of risks, for what only matters beside one.
const register = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\nR1 | Kajen rasar | 1 | 2 | 2\nR2 | Lön betalas fel | 2 | 2 | 4"

// treated is a register that says what is done with each risk.
const treated = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\nR1 | Kajen rasar | 1 | 2 | 2 | Acceptera\nR2 | Lön betalas fel | 2 | 2 | 4 | Reducera\nR3 | Bommen fastnar | 2 | 2 | 4 | Reducera\nR4 | Pumpen stannar | 4 | 4 | 16 | Minimera"

// TestDefinitions reads sheets of definitions as municipalities make them:
// testdata/definitions*.txt has each, and under it what is read.
func TestDefinitions(t *testing.T) {
	for _, file := range []string{"testdata/definitions.txt", "testdata/definitions-colours.txt", "testdata/definitions-thresholds.txt", "testdata/definitions-levels.txt", "testdata/definitions-written.txt"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		cases := strings.Split(string(data), "\n== ")
		out.WriteString(cases[0])
		for _, c := range cases[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			text, want, _ := strings.Cut(rest, "\n--\n")
			risks := register
			if file == "testdata/definitions-written.txt" {
				risks = treated
			}
			doc := read("a.xlsx", sheet("Risker", risks), painted("Definitioner", text))
			if len(doc.Registers) != 1 {
				t.Errorf("%s: read %d registers", name, len(doc.Registers))
			}
			got := shown(doc)
			fmt.Fprintf(&out, "\n== %s\n%s\n--\n%s", name, text, got)
			if !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("%s: %s: read\n%swant\n%s", file, name, got, want)
			}
		}
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestCalled: where a definition leaves two ways to call a level or a
// treatment, the one that the risks use is taken.
func TestCalled(t *testing.T) {
	const axes = "Sannolikhet\n1. Låg: sällan\n2. Hög: ofta\n\nKonsekvens\n1. Liten: inget\n2. Stor: mycket\n\nRisknivå | Riskvärde | Åtgärd\nGrön | 1-2 | Accepteras\nRöd | 4 | Åtgärdas\n\n"
	const head = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\n"
	for _, tt := range []struct{ risks, want string }{
		{"R1 | a | 1. Låg | 2. Stor | 2 | Grön", "1 Låg, 2 Hög / 1 Liten, 2 Stor / 1-2 Grön, 4-4 Röd*"},
		{"R1 | a | 1. Låg: sällan | 2. Stor: mycket | 2 | Accepteras", "1 Låg: sällan, 2 Hög: ofta / 1 Liten: inget, 2 Stor: mycket / 1-2 Accepteras, 4-4 Åtgärdas*"},
	} {
		doc := read("a.xlsx", sheet("Risker", head+tt.risks), sheet("Definitioner", axes))
		if len(doc.Scales) != 1 || showScale(&doc.Scales[0]) != tt.want {
			t.Errorf("read %d scales: %s\nwant %s", len(doc.Scales), shown(doc), tt.want)
		}
	}
}
