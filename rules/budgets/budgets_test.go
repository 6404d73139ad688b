package budgets_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// table makes a budget of text: a line of headings with their roles, "Budget 2026=budget",
// then lines of a name and amounts. A name with "+" is called a total, with "=" a net,
// with ">" income, with "<" a cost.
func table(text string) *model.Budget {
	b := &model.Budget{Year: 2026}
	for n, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if n == 0 {
			for _, cell := range cells[1:] {
				b.Columns = append(b.Columns, columnOf(cell))
			}
			continue
		}
		b.Lines = append(b.Lines, lineOf(b, cells))
	}
	return b
}

func columnOf(text string) model.BudgetColumn {
	heading, role, _ := strings.Cut(text, "=")
	c := model.BudgetColumn{Heading: heading, Role: model.ColumnRole(role)}
	switch role {
	case "sum":
		c.Role, c.Total, c.Sum = model.RoleOther, true, true
	case "left":
		c.Role, c.Remains = model.RoleOther, true
	case "income", "cost", "net":
		c.Role, c.Side = model.RoleOther, model.LineKind(role)
	}
	return c
}

func lineOf(b *model.Budget, cells []string) model.BudgetLine {
	l := model.BudgetLine{Name: model.Value[string]{V: strings.TrimLeft(cells[0], "+=<>?"), OK: true}}
	name, total := strings.CutPrefix(cells[0], "+")
	l.Total = total
	switch name[0] {
	case '=':
		l.Kind = model.LineNet
	case '>':
		l.Kind = model.LineIncome
	case '<':
		l.Kind = model.LineCost
	case '?':
		l.ByFigures = true
	}
	for j := range b.Columns {
		v := model.Value[decimal.Decimal]{}
		if j+1 < len(cells) && cells[j+1] != "" {
			v.V, v.OK = decimal.RequireFromString(cells[j+1]), true
		}
		l.Amounts = append(l.Amounts, v)
	}
	return l
}

// concluded shows a structure: what each total adds up, what nets and columns are
// made of.
func concluded(b *model.Budget, s *budgets.Structure) string {
	var out []string
	names := func(lines []int) string {
		var list []string
		for _, i := range lines {
			list = append(list, b.Lines[i].Name.V)
		}
		return strings.Join(list, "+")
	}
	for i := range b.Lines {
		if lines, is := s.Sums[i]; is {
			lines = slices.Clone(lines)
			slices.Sort(lines)
			out = append(out, b.Lines[i].Name.V+"="+names(lines))
		}
		if n, is := s.Nets[i]; is {
			out = append(out, fmt.Sprintf("%s=%d(%s)%+d(%s)", b.Lines[i].Name.V, n.IncomeSign, names(n.Income), n.CostsSign, names(n.Costs)))
		}
	}
	for j := range b.Columns {
		c, is := s.Columns[j]
		switch {
		case s.Plain[j]:
			out = append(out, b.Columns[j].Heading+": plain")
		case is && c.AddsUp():
			out = append(out, fmt.Sprintf("%s: %s %v%v", b.Columns[j].Heading, c.Relation, c.Parts, c.PartSigns))
		case is:
			out = append(out, fmt.Sprintf("%s: %s %d-%d", b.Columns[j].Heading, c.Relation, c.Of, c.Budget))
		}
	}
	return strings.Join(out, "; ")
}

func TestOf(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"totals under their lines", `
			| A=budget | B=outcome
			Kaj | 5214 | 5377
			Kran | 3102 | 3190
			+Summa | 8316 | 8567`, "Summa=Kaj+Kran"},
		{"totals over their lines, without the word", `
			| A=budget | B=outcome
			Hamn | 8316 | 8567
			Kaj | 5214 | 5377
			Kran | 3102 | 3190
			Gata | 7458 | 7616
			Väg | 4420 | 4511
			Ljus | 3038 | 3105
			+Summa | 15774 | 16183`, "Hamn=Kaj+Kran; Gata=Väg+Ljus; Summa=Hamn+Gata"},
		{"the total of all over parts that have theirs under them", `
			| A=budget | B=outcome
			+Nämnden | 15774 | 16183
			Kaj | 5214 | 5377
			Kran | 3102 | 3190
			+Summa hamn | 8316 | 8567
			Väg | 4420 | 4511
			Ljus | 3038 | 3105
			+Summa gata | 7458 | 7616`, "Nämnden=Summa hamn+Summa gata; Summa hamn=Kaj+Kran; Summa gata=Väg+Ljus"},
		{"no total is called one, and one amount is wrong", `
			| A=outcome | B=budget
			Lärare | 5120 | 5300
			Lokaler | 2210 | 2250
			Måltider | 870 | 905
			Grundskola | 8020 | 8455
			Personal | 3100 | 3180
			Material | 240 | 260
			Förskola | 3340 | 3440
			Barn och utbildning | 11540 | 11895`, "Grundskola=Lärare+Lokaler+Måltider; Förskola=Personal+Material; Barn och utbildning=Grundskola+Förskola"},
		{"a name that may be that of a total", `
			| A=budget
			Kaj | 5214
			Kran | 3102
			?Samtliga | 8316`, "Samtliga=Kaj+Kran"},
		{"the same name, and no total", `
			| A=budget
			Kaj | 5214
			Kran | 3102
			?Samtliga | 416`, ""},
		{"a wrong total of one column among others that fit", `
			| A=budget
			Kaj | 5214
			Kran | 3102
			+Summa ett | 8316
			Väg | 4420
			Ljus | 3038
			+Summa två | 7458
			Bad | 1377
			Is | 2240
			+Summa tre | 3671
			+Summa | 19391`, "Summa ett=Kaj+Kran; Summa två=Väg+Ljus; Summa tre=Bad+Is; Summa=Summa ett+Summa två+Summa tre"},
		{"a net that fits no reading of its statement", `
			| A=budget
			>Avgifter | 150
			+>Summa intäkter | 150
			<Löner | -480
			Bidrag | 330
			=Resultat | 10`, "Summa intäkter=Avgifter; Resultat=1(Summa intäkter+Bidrag)+1(Löner)"},
		{"deviation, forecast", `
			| Budget=budget | Utfall=outcome | Avvikelse=deviation
			Kaj | 5214 | 5377 | -163
			Kran | 3102 | 3190 | -88`, "Avvikelse: deviation 1-0"},
		{"what is left", `
			| Budget=budget | Utfall=outcome | Kvar=left
			Kaj | 5214 | 5377 | -163
			Kran | 3102 | 3190 | -80
			Bad | 2410 | 2377 | 33`, "Kvar: deviation 1-0"},
		{"something else is left", `
			| Budget=budget | Utfall=outcome | Saldo=left
			Kaj | 5214 | 5377 | 12
			Kran | 3102 | 3190 | 905`, ""},
		{"sum across", `
			| T1 | T2 | Summa=sum
			Kaj | 5214 | 5377 | 10591
			Kran | 3102 | 3190 | 6292`, "Summa: across [0 1][]"},
		{"net across", `
			| Intäkter=income | Kostnader=cost | Netto=net
			Kaj | 5214 | 5377 | -163
			Kran | 3102 | 3190 | -88`, "Netto: net [0 1][1 -1]"},
		{"a budget built up by an adjustment", `
			| Budget=budget | Justering=change | Ny budget=budget
			Kaj | 5214 | 163 | 5377
			Kran | 3102 | -88 | 3014`, "Ny budget: across [0 1][]"},
		{"and by columns that are called anything", `
			| Ram 2025=budget | Löner | Hyror | Ram 2026=budget
			Kaj | 5214 | 163 | 12 | 5389
			Kran | 3102 | 88 | -40 | 3150
			Bad | 2260 | 71 | 9 | 2340`, "Ram 2026: across [0 1 2][]"},
		{"numbers of notes", `
			| Not | Budget=budget
			Kaj | 1 | 5214
			Kran | 2 | 3102
			Bad | 3 | 977
			+Summa | | 9293`, "Summa=Kaj+Kran+Bad; Not: plain"},
		{"averages", `
			| Index | Budget=budget
			Kaj | 98 | 5214
			Kran | 104 | 3102
			+Summa | 101 | 8316`, "Summa=Kaj+Kran; Index: plain"},
	} {
		b := table(strings.ReplaceAll(tt.text, "\t", ""))
		if got := concluded(b, budgets.Of(b)); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// TestFollows: a wrong deviation and the totals in which it was added up belong
// together, a wrong one beside them does not.
func TestFollows(t *testing.T) {
	b := table(strings.ReplaceAll(`
		| Budget=budget | Utfall=outcome | Avvikelse=deviation
		Kaj | 5214 | 5377 | 163
		Kran | 3102 | 3190 | 188
		+Summa hamn | 8316 | 8567 | 351
		Bad | 2410 | 2377 | -33
		+Summa | 10726 | 10944 | 318`, "\t", ""))
	s := budgets.Of(b)
	for line, want := range map[int]string{0: "0 false", 1: "4 true", 2: "4 true", 3: "3 false", 4: "4 true"} {
		total, ok := s.Follows(line, 2)
		if got := fmt.Sprint(total, ok); got != want {
			t.Errorf("%s follows %s, want %s", b.Lines[line].Name.V, got, want)
		}
	}
}

// A total is asked of each of its lines, and looked at once: each further line costs
// as much as those before it.
func TestFollowsOfManyLines(t *testing.T) {
	cost := func(lines int) float64 {
		var text strings.Builder
		text.WriteString("| Budget=budget | Utfall=outcome | Avvikelse=deviation\n")
		budget, deviation := 0, 0
		for i := range lines {
			d := -i
			if i%2 == 1 {
				d -= 3000 // wrong
			}
			fmt.Fprintf(&text, "Brygga %d | %d | 100 | %d\n", i, 100+i, d)
			budget, deviation = budget+100+i, deviation+d
		}
		fmt.Fprintf(&text, "+Summa | %d | %d | %d", budget, 100*lines, deviation)
		b := table(text.String())
		return testing.AllocsPerRun(1, func() {
			s := budgets.Of(b)
			for i := range b.Lines {
				if total, ok := s.Follows(i, 2); ok != (i%2 == 1 || i == lines) || ok && total != lines {
					t.Fatalf("line %d of %d follows %d %v", i, lines, total, ok)
				}
			}
		})
	}
	if few, many := cost(200), cost(800); many > 1.2*4*few {
		t.Errorf("800 lines cost %.0f allocations, 200 of them %.0f", many, few)
	}
}

// TestExpected: an amount beside a wrong one is judged by what that should be.
func TestExpected(t *testing.T) {
	b := table(strings.ReplaceAll(`
		| Ram 2025=budget | Löner | Hyror | Ram 2026=budget | Volym | Ram 2027=budget
		Kaj | 5214 | 163 | 12 | 5398 | 100 | 5489
		Kran | 3102 | 88 | -40 | 3150 | 200 | 3350
		Bad | 2260 | 71 | 9 | 2340 | -60 | 2280`, "\t", ""))
	s := budgets.Of(b)
	for _, tt := range []struct {
		col  int
		want string
	}{{3, "5389 false true"}, {5, "5498 true true"}} {
		want, agrees, judged := s.Expected(0, tt.col)
		if got := fmt.Sprint(want, agrees, judged); got != tt.want {
			t.Errorf("%s: %s, want %s", b.Columns[tt.col].Heading, got, tt.want)
		}
	}
}
