// Package hostile makes files that are out to break who reads them: bombs that
// unpack to gigabytes, loops, lies about sizes and counts, depth, entities, paths
// that lead out of a folder, areas that cover everything. Each holds the same
// register of [Risks] risks, of which [Wrong] have a wrong value, so that a loss is
// seen: a file is read whole, or something is said about it.
//
// [All] lists the kinds.
package hostile

// Kind is one way to be hostile. Make gives a file; percent is how much of the full
// size the bombs have, 100 or less. The same kind and percent give the same bytes.
type Kind struct {
	Name string // also the file's name, without its ending
	Ext  string
	Make func(percent int) []byte
}

// All lists the kinds by what they attack.
var All = join(zips, markups, sheets, crowds, crowdedTables, formulas, looks, others, containers, contents, pages, lies, often, lookups, rare, astray, drawn)

func join(lists ...[]Kind) []Kind {
	var out []Kind
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

// part gives so many percent of a number, at least two.
func part(full, percent int) int { return max(full*percent/100, 2) }

// Risks is how many risks each file's register has, and Wrong how many of them have
// a value that does not follow from its levels.
const (
	Risks = 12
	Wrong = 2
)

// heads are the register's headings.
var heads = []string{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Ansvarig"}

// rows gives the register's rows.
func rows() [][]string {
	events := []string{
		"Vågbrytaren ger efter", "Kajens belysning slocknar", "Isläget rapporteras för sent", "Lotsen får fel väder",
		"Avgifter tas inte ut", "Bojar driver iväg", "Badplatsen saknar livboj", "Farleden grundas upp",
		"Kranen stannar vid lossning", "Hamnkontoret är obemannat", "Oljelänsen räcker inte till", "Gästhamnen blir full",
	}
	var out [][]string
	for i, event := range events {
		l, c := i%4+1, (i*3)%4+1
		value := l * c
		if i == 2 || i == 6 {
			value++ // wrong
		}
		out = append(out, []string{digit(i + 1), event, digit(l), digit(c), digit(value), "Hamnchefen"})
	}
	return out
}

func digit(n int) string {
	if n >= 10 {
		return digit(n/10) + digit(n%10)
	}
	return string(rune('0' + n))
}
