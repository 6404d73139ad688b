package compare

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/rules/model"
)

var (
	things  = strings.Fields("kajen kranen lotsbåten passagerarterminalen bokningssystemet brandvarnaren isbrytaren bränsledepån fyren slussen pontonen väntsalen avgiftssystemet reservkraften vågbrytaren muddringen farleden isoleringen spårväxeln vattenreningen")
	fates   = []string{"slutar fungera", "går sönder vid sträng kyla", "saknar underhåll", "utsätts för intrång", "översvämmas efter skyfall", "försenas av tillstånd", "blir dyrare än beräknat", "saknar utbildad personal"}
	when    = []string{"under högsäsong", "på natten", "när ordinarie personal är borta", "i samband med ombyggnad", "vid långvarigt elavbrott", "under helger"}
	likely  = []string{"Sällan", "Ibland", "Ofta", "Ständigt"}
	serious = []string{"Liten", "Måttlig", "Stor", "Enorm"}
)

// spec is a risk of the random registers, before it is written as a row.
type spec struct {
	number                  int
	event                   string
	likelihood, consequence int
	wrong                   int // added to the right value
	owner, action           string
}

func (s spec) row() string {
	value := (s.likelihood+1)*(s.consequence+1) + s.wrong
	return fmt.Sprintf("R%d|Drift|%s|%s|%s|%d|Reducera|Reducera|%s|%s|T1", s.number, s.event, likely[s.likelihood], serious[s.consequence], value, s.action, s.owner)
}

func rowsOfSpecs(all []spec) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = s.row()
	}
	return out
}

// randomRegister makes a register whose texts are all different.
func randomRegister(r *rand.Rand, n int) []spec {
	var out []spec
	for _, i := range r.Perm(len(things) * len(fates))[:n] {
		thing, fate := things[i%len(things)], fates[i/len(things)]
		out = append(out, spec{
			number: len(out) + 1, event: "Att " + thing + " " + fate + " " + when[r.IntN(len(when))],
			likelihood: r.IntN(4), consequence: r.IntN(4), owner: "Chef " + strconv.Itoa(r.IntN(3)), action: "Åtgärd för " + thing + " " + strconv.Itoa(i),
		})
	}
	return out
}

// edit changes a register at random and says what it did, in the words of
// tell. Numbers of the new register are handed out anew.
func edit(r *rand.Rand, old []spec) (new []spec, want map[string]bool) {
	want = map[string]bool{}
	type kept struct {
		spec
		was *spec
	}
	var all []kept
	for i := range old {
		if r.IntN(8) == 0 {
			want[fmt.Sprintf("R%d dropped", old[i].number)] = true
			continue
		}
		all = append(all, kept{old[i], &old[i]})
	}
	for i := range r.IntN(4) {
		s := spec{event: "Helt ny fara " + []string{"rånas passagerare", "drunknar badgäst", "strejkar hamnarbetare", "förorenas dricksvatten"}[i], action: "Nytt " + strconv.Itoa(i), owner: "Ny"}
		at := r.IntN(len(all) + 1)
		all = slices.Insert(all, at, kept{spec: s})
	}
	for i := range all {
		s, was := &all[i].spec, all[i].was
		s.number = i + 1
		if was == nil {
			want[fmt.Sprintf("→R%d added", s.number)] = true
			continue
		}
		name := fmt.Sprintf("R%d→R%d ", was.number, s.number)
		if was.number != s.number {
			want[name+"renumbered"] = true
		}
		switch r.IntN(10) {
		case 0:
			if s.likelihood < 3 {
				s.likelihood++
				want[name+"raised"] = true
			}
		case 1:
			if s.consequence > 0 {
				s.consequence--
				want[name+"lowered"] = true
			}
		case 2:
			s.wrong = 1
			want[name+"year-drift"] = true
		case 3:
			s.event += " och länge"
			want[name+"reworded"] = true
		case 4:
			s.owner = "Annan"
			want[name+"changed owner"] = true
		case 5:
			s.action += " igen"
			want[name+"changed action"] = true
		}
		new = append(new, *s)
	}
	new = new[:0]
	for _, k := range all {
		new = append(new, k.spec)
	}
	return new, want
}

// told gives the changes of a comparison in the same words.
func told(items []Item) map[string]bool {
	out := map[string]bool{}
	for _, it := range items {
		for _, c := range it.Changes {
			switch c.Kind {
			case Added:
				out["→"+it.New.Number.V+" added"] = true
			case Dropped:
				out[it.Old.Number.V+" dropped"] = true
			case Changed:
				out[it.Old.Number.V+"→"+it.New.Number.V+" changed "+string(c.Field)] = true
			default:
				out[it.Old.Number.V+"→"+it.New.Number.V+" "+string(c.Kind)] = true
			}
		}
	}
	return out
}

// TestRandomEdits edits registers at random; the comparison finds just what
// was done, and the other way round the opposite.
func TestRandomEdits(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		old := randomRegister(r, 5+r.IntN(50))
		new, want := edit(r, old)
		p := one(book(1, "Hamnen", 2025, rowsOfSpecs(old)...), book(2, "Hamnen", 2026, rowsOfSpecs(new)...))
		got := told(p.Items)
		if !reflect.DeepEqual(got, want) {
			for k := range want {
				if !got[k] {
					t.Errorf("seed %d: not told: %s", seed, k)
				}
			}
			for k := range got {
				if !want[k] {
					t.Errorf("seed %d: told, but not done: %s", seed, k)
				}
			}
		}
		back := Counts(one(book(1, "Hamnen", 2026, rowsOfSpecs(new)...), book(2, "Hamnen", 2025, rowsOfSpecs(old)...)).Items)
		there := Counts(p.Items)
		if back[Added] != there[Dropped] || back[Raised] != there[Lowered] || back[Renumbered] != there[Renumbered] || back[Reworded] != there[Reworded] {
			t.Errorf("seed %d: backwards %v, forwards %v", seed, back, there)
		}
	}
}

// TestSameTwice: a register against itself has no change, and two runs say the
// same.
func TestSameTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	old := randomRegister(r, 60)
	new, _ := edit(r, old)
	if got := tell(one(book(1, "Hamnen", 2025, rowsOfSpecs(old)...), book(2, "Hamnen", 2025, rowsOfSpecs(old)...)).Items); len(got) > 0 {
		t.Errorf("against itself: %q", got)
	}
	run := func() []string {
		p := one(book(1, "Hamnen", 2025, rowsOfSpecs(old)...), book(2, "Hamnen", 2026, rowsOfSpecs(new)...))
		return append(tell(p.Items), matches(p.Items)...)
	}
	if a, b := run(), run(); !slices.Equal(a, b) {
		t.Errorf("two runs differ:\n%q\n%q", a, b)
	}
}

// large makes a register of n risks whose words repeat, of which every tenth
// is reworded by word.
func large(doc int32, n int, word string) *model.Book {
	r := rand.New(rand.NewPCG(3, 4))
	b := &builder{doc: doc}
	rows := make([]string, n)
	for i := range rows {
		text := fmt.Sprintf("Enhet %d: %s %s %s", i, things[r.IntN(len(things))], fates[r.IntN(len(fates))], when[r.IntN(len(when))])
		if i%10 == 0 {
			text += word
		}
		rows[i] = fmt.Sprintf("R%d|Drift|%s|Ibland|Stor|6|Reducera|Reducera|Öva|Chef|T1", i+int(doc), text)
	}
	return &model.Book{Board: "Hamnen", Year: 2024 + int(doc), Registers: []model.Entry{b.register(scale(), rows...)}}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		old, new := large(1, n, ""), large(2, n, " igen")
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p := one(old, new)
				if c := Counts(p.Items); c[Reworded] != (n+9)/10 || c[Renumbered] != n {
					b.Fatalf("%v", c)
				}
			}
		})
	}
}

// BenchmarkReworded is the worst case: every text is another one.
func BenchmarkReworded(b *testing.B) {
	for _, n := range []int{1000, 10000, 100000} {
		old, new := large(1, n, ""), large(2, n, "")
		for i := range new.Registers[0].Risks {
			e := &new.Registers[0].Risks[i].Event
			e.V += " numera"
			e.Raw = e.V
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				one(old, new)
			}
		})
	}
}
