package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestGroupRows: rows that name a group, that list levels or that show how to
// fill in the table are no risks, and what looks like them is one.
func TestGroupRows(t *testing.T) {
	const numbered = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde\n"
	const bare = "Risk | Sannolikhet | Konsekvens | Riskvärde\n"
	const first = "1 | Kajen rasar när isen lägger sig | 2 | 4 | 8\n2 | Bojarna driver ut på djupt vatten | 3 | 3 | 9\n3 | Pumpen lånas ut och kommer bort | 1 | 2 | 2"
	const second = "4 | Nycklarna till magasinet kommer bort | 4 | 3 | 12\n5 | Båtarna stjäls från upplagsplatsen | 2 | 2 | 4"
	unnumbered := func(rows string) string {
		var out []string
		for _, row := range strings.Split(rows, "\n") {
			_, rest, _ := strings.Cut(row, " | ")
			out = append(out, rest)
		}
		return strings.Join(out, "\n")
	}
	const five, six = 5, 6
	for name, tt := range map[string]struct {
		text  string
		risks int
	}{
		"a mean over each group":            {numbered + " | Hamnen | | | 6.3\n" + first + "\n | Upplaget | | | 8\n" + second, five},
		"the greatest over each group":      {numbered + " | Hamnen | | | 9\n" + first + "\n | Upplaget | | | 12\n" + second, five},
		"another value":                     {numbered + first + "\n | Isen bryter upp för tidigt | | | 7\n" + second, six},
		"a value over one risk":             {numbered + first + "\n4 | Båtarna stjäls från upplagsplatsen | 2 | 2 | 4\n | Isen bryter upp för tidigt | | | 12\n5 | Nycklarna kommer bort igen | 4 | 3 | 12", six},
		"capitals without numbers":          {bare + "HAMNEN\n" + unnumbered(first) + "\nUPPLAGET\n" + unnumbered(second), five},
		"one group in capitals":             {bare + unnumbered(first) + "\nUPPLAGET\n" + unnumbered(second), five},
		"all in capitals":                   {bare + strings.ToUpper(unnumbered(first)+"\nIsen bryter upp för tidigt\n"+unnumbered(second)), six},
		"short names without numbers":       {bare + "Hamnen\n" + unnumbered(first) + "\nUpplaget\n" + unnumbered(second), five},
		"a risk that is not valued":         {bare + unnumbered(first) + "\nIsen bryter upp för tidigt\n" + unnumbered(second), six},
		"figures below a sum":               {bare + unnumbered(first) + "\n" + unnumbered(second) + "\nTotalt | | | 35\nVarav höga | | | 2", five},
		"a risk behind a sum":               {bare + unnumbered(first) + "\nTotalt | | | 19\nIsen bryter upp för tidigt | | | 2\n" + unnumbered(second), six},
		"levels among the risks":            {numbered + first + "\n | Så läses siffrorna | | | \n1 | Låg / Liten | | | \n2 | Medel / Måttlig | | | \n3 | Hög / Stor | | | \n" + second, five},
		"risks numbered anew":               {numbered + first + "\n1 | Isen bryter upp för tidigt | | | \n2 | Bryggan lossnar i storm | | | \n3 | Slussen fryser | | | \n" + second, five + 3},
		"an example":                        {numbered + "Ex. | Hunden biter brevbäraren | 2 | 2 | 5\n" + first, 3},
		"an example by its text":            {numbered + "0 | (Exempel: hunden biter brevbäraren) | 2 | 2 | 5\n" + first, 3},
		"a risk that begins so":             {numbered + "1 | Exempel på god sed saknas i hamnen | 2 | 2 | 4\n" + strings.ReplaceAll(first, "1 | K", "7 | K"), 4},
		"before and after below each other": {"Nr | Risk | Läge | Sannolikhet | Konsekvens | Riskvärde\n1 | Kajen rasar när isen lägger sig | Nu | 2 | 4 | 8\n | | Sedan | 1 | 4 | 4\n2 | Bojarna driver ut på djupt vatten | Nu | 3 | 3 | 9\n | | Sedan | 2 | 3 | 2", 2},
	} {
		doc := read("a.xlsx", sheet("Blad1", tt.text))
		var got []string
		for i := range doc.Registers {
			got = append(got, summary(&doc.Registers[i])...)
		}
		if len(got) != tt.risks {
			t.Errorf("%s: %d risks, want %d: %q", name, len(got), tt.risks, got)
		}
	}
}

// TestValuedAgain: a row that values the risk above once more, and says in another
// column what, is a further valuation of it.
func TestValuedAgain(t *testing.T) {
	doc := read("a.xlsx", sheet("Blad1", "Nr | Risk | Läge | Sannolikhet | Konsekvens | Riskvärde\n1 | Kajen rasar när isen lägger sig | Nu | 2 | 4 | 8\n | | Sedan | 1 | 4 | 5\n2 | Bojarna driver ut | Nu | 3 | 3 | 9\n | | Sedan | 2 | 3 | 6"))
	var got []string
	for _, r := range doc.Registers[0].Risks {
		for _, a := range r.Repeats {
			got = append(got, fmt.Sprint(r.Number.V, " ", a.Likelihood.V.Number, a.Consequence.V.Number, a.Score.V))
		}
	}
	if want := []string{"1 1 4 5", "2 2 3 6"}; !slices.Equal(got, want) {
		t.Errorf("read %q, want %q", got, want)
	}
}
