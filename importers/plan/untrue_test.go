package plan

import (
	"fmt"
	"strings"
	"testing"
)

// TestLevelsBesideTexts: texts under the name of a level are none where a column
// with a short name holds the numbers that make the value.
func TestLevelsBesideTexts(t *testing.T) {
	text := "Risk | Konsekvens | S | K | R"
	for i, r := range eight {
		text += fmt.Sprintf("\n%s | Hamnen kan stängas i %d dagar | %s | %s | %s", r[0], i+2, r[1], r[2], r[3])
	}
	if got, want := bound(&read("a.xlsx", sheet("Risker", text)).Registers[0]), "event A, likelihood C, consequence D, value E"; got != want {
		t.Errorf("bound %s, want %s", got, want)
	}
}

// TestValueBeside: numbers right of a table of levels, under no heading, are the
// value where they are the product, and nothing else makes them one.
func TestValueBeside(t *testing.T) {
	for name, tt := range map[string]struct {
		value func(row []string, i int) string
		want  string
	}{
		"the product": {func(r []string, _ int) string { return r[3] }, "event A, likelihood B, consequence C, value E"},
		"other ones":  {func(_ []string, i int) string { return fmt.Sprint(7*i%5 + 11) }, "event A, likelihood B, consequence C"},
	} {
		text := "Risk | Sannolikhet | Konsekvens | Dagar till åtgärd | "
		for i, r := range eight {
			text += fmt.Sprintf("\n%s | %s | %s | %d | %s", r[0], r[1], r[2], 10+5*i%7, tt.value(r, i))
		}
		if got := bound(&read("a.xlsx", sheet("Risker", text)).Registers[0]); got != tt.want {
			t.Errorf("%s: bound %s, want %s", name, got, tt.want)
		}
	}
}

// TestNothingUntrue: a list of projects is no table of risks for a remark that
// stands on every row, and a list of the greatest risks says nothing of its own.
func TestNothingUntrue(t *testing.T) {
	projects := func(remark func(i int) string) string {
		text := "Projekt | Nytta | Brådska | Summa poäng | Anmärkning"
		for i, r := range eight {
			text += fmt.Sprintf("\nBrygga nummer %d | %s | %s | %s | %s", i, r[1], r[2], r[3], remark(i))
		}
		return text
	}
	for name, tt := range map[string]struct {
		text string
		want bool
	}{
		"one remark on every row": {projects(func(int) string { return "Liten risk om det får vänta" }), false},
		"remarks of its own":      {projects(func(i int) string { return fmt.Sprintf("Det är risk för ras vid brygga %d", i) }), true},
	} {
		if got := told(read("a.xlsx", sheet("Blad1", tt.text))); (got != "") != tt.want {
			t.Errorf("%s: told %q, want something %v", name, got, tt.want)
		}
	}
	risks := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde"
	for i, r := range eight {
		risks += fmt.Sprintf("\n%d | %s", i+1, strings.Join(r, " | "))
	}
	for name, tt := range map[string]struct{ rest, want string }{
		"the greatest risks": {"", ""},
		"what was done":      {" | Arbetet pågår sedan i våras | Hamnchefen", "follow-up not-understood"},
	} {
		top := "Plats | Vad | Tal | Läge | Vem"
		for i, r := range eight[:3] {
			top += fmt.Sprintf("\n%d | %s | %s%s", i+1, r[0], r[3], tt.rest)
		}
		doc := read("a.xlsx", sheet("Risker", risks), sheet("Topp", top))
		if got := told(doc); got != tt.want {
			t.Errorf("%s: told %q, want %q", name, got, tt.want)
		}
	}
}

// TestSidewaysTwice: a table whose risks stand in columns and that values them
// twice is read, and not also told to be cards that were not.
func TestSidewaysTwice(t *testing.T) {
	lines := []string{"Risk", "Sannolikhet före", "Konsekvens före", "Riskvärde före", "Sannolikhet efter", "Konsekvens efter", "Riskvärde efter"}
	for _, r := range eight {
		for i, cell := range []string{r[0], r[1], r[2], r[3], "1", r[2], r[2]} {
			lines[i] += " | " + cell
		}
	}
	doc := read("a.xlsx", sheet("Risker", strings.Join(lines, "\n")))
	if got := told(doc); got != "" || len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != len(eight) {
		t.Errorf("%d registers, told %q", len(doc.Registers), got)
	}
}

// TestCutHeadings: headings cut short and broken over two lines under a band are
// known.
func TestCutHeadings(t *testing.T) {
	text := "Risk- | Händelse | Bedömning | < | <\nnr | | Sanno-likh. | Konse-kv. | Risk-v."
	for i, r := range eight {
		text += fmt.Sprintf("\n%d | %s", i+1, strings.Join(r, " | "))
	}
	if got, want := bound(&read("a.xlsx", sheet("Risker", text)).Registers[0]), "number A, event B, likelihood C, consequence D, value E"; got != want {
		t.Errorf("bound %s, want %s", got, want)
	}
}
