package planted_test

import (
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/cmd/internal/planted"
	"riskbok/rules"
	"riskbok/rules/model"
)

var (
	update  = flag.Bool("update", false, "write testdata/properties.txt anew")
	times   = flag.Int("times", 1, "so many times the workbooks of each property; other than 1 is not held against testdata/properties.txt")
	details = flag.Bool("details", false, "name what each varied workbook loses, invents or passes in silence")
)

const propertiesFile = "testdata/properties.txt"

// property is a variation that takes nothing from what a good reader finds.
// Want is the share of the planted errors that it must truly find, in percent;
// the rest it must say that it could not judge. Workbooks are of the layouts in
// turn, each property's from another one on and of seeds of its own. Untold
// takes in the layouts that state no scale: there the rows must tell it in
// spite of what is beside them.
type property struct {
	name      string
	want      float64
	workbooks int
	untold    bool
	vary      func(n int) planted.Variation
}

func (p property) layouts() []planted.Maker {
	if p.untold {
		return slices.Concat(planted.Layouts, planted.InferredLayouts)
	}
	return planted.Layouts
}

// start gives the place of a property's first layout and its first seed.
func (p property) start() (layout int, seed uint64) {
	h := fnv.New32a()
	h.Write([]byte(p.name))
	return int(h.Sum32() % uint32(len(p.layouts()))), 2000 + 100*uint64(h.Sum32()%10_000)
}

// What a good reader finds, in percent. A heading is one of many that speak for
// its column; levels and value it can know by how they hang together, from
// enough rows; a column of words, with no heading at all, only by its place
// and its shape. Where nothing that is read has changed, all is found.
const (
	wantAll         = 99
	wantOneHeading  = 99
	wantJudged      = 95 // the heading of a level or of the value
	wantNoHeadings  = 60
	wantUnreadRange = 60 // values and levels; what follows from the ranges cannot be told
	wantDisputed    = 90
)

func always(v planted.Variation) func(int) planted.Variation {
	return func(int) planted.Variation { return v }
}

// properties are all of them, in the order of the file.
func properties() []property {
	out := []property{}
	for _, f := range append(model.Bindable(), model.FieldPeriod) {
		want := float64(wantOneHeading)
		if f == model.FieldLikelihood || f == model.FieldConsequence || f == model.FieldScore {
			want = wantJudged
		}
		out = append(out, property{"heading " + string(f), want, len(planted.Layouts), false, always(planted.HeadingReplaced(f))})
	}
	out = append(out,
		property{"heading unused", wantAll, len(planted.Layouts), false, always(planted.HeadingReplaced(""))},
		property{"headings all", wantNoHeadings, 5 * len(planted.Layouts), false, always(planted.AllHeadingsReplaced())},
		property{"order", wantAll, 100, true, always(planted.Reordered())})
	for _, w := range planted.Ways {
		out = append(out, property{"level " + w.Name(), wantAll, 5, false, always(planted.Written(w))})
	}
	for _, shown := range []planted.Shown{planted.ShownNumbers, planted.ShownMarks, planted.ShownCounts, planted.ShownColours} {
		for _, where := range []planted.Where{planted.Before, planted.Behind, planted.BelowTable} {
			name := fmt.Sprintf("matrix of %s %s", []string{"numbers", "marks", "counts", "colours"}[shown], []string{"before", "behind", "below"}[where])
			out = append(out, property{name, wantAll, 18, true, func(n int) planted.Variation {
				return planted.Matrix(shown, where, n/2%2 == 0)
			}})
		}
	}
	for k := range planted.Damages {
		damage := planted.Damage(k)
		want := float64(wantAll)
		switch damage {
		case planted.BecomeDates, planted.OneEmpty, planted.OneText:
			want = wantUnreadRange
		case planted.Overlapping, planted.WithGap:
			want = wantDisputed
		}
		out = append(out, property{"ranges " + damage.Name(), want, len(planted.Layouts), false, always(planted.Damaged(damage))})
	}
	for _, a := range planted.Aggregates {
		for i, form := range []string{"typed", "formula"} {
			name := "row " + a.Word + " " + form
			if a.Word == "" {
				name = "row without a word " + form
			}
			out = append(out, property{name, wantAll, 14, true, always(planted.Summed(a, i == 1))})
		}
	}
	return append(out,
		property{"rows of groups", wantAll, 18, true, always(planted.Interrupted(planted.GroupHeads))},
		property{"rows of remarks", wantAll, 18, true, always(planted.Interrupted(planted.Remarks))})
}

// informing are the plantings whose findings only inform: no error of a plan.
var informing = []string{"undecided", "leftover-rows"}

// figures are what a property showed over its workbooks.
type figures struct{ workbooks, planted, found, excused, lost, invented, silent int }

func (f *figures) add(v planted.Verdict) {
	f.workbooks++
	f.planted += v.Planted
	f.found += v.Found
	f.excused += len(v.Excused)
	f.lost += len(v.Lost)
	f.invented += len(v.Invented)
	if v.Silent {
		f.silent++
	}
}

func (f figures) share(n int) float64 {
	return math.Round(1000*float64(n)/float64(max(f.planted, 1))) / 10
}

// reached reports whether the property holds as it should.
func (f figures) reached(want float64) bool {
	return f.share(f.found) >= want && f.lost+f.invented+f.silent == 0
}

// worse says in what the figures are worse than those of the file. What was
// found beyond what is wanted may be found no more and said instead: an error
// that was found by chance is better not judged.
func (f figures) worse(old figures, want float64) []string {
	var out []string
	if f.share(f.found) < min(old.share(old.found), want) {
		out = append(out, fmt.Sprintf("found %.1f %%, was %.1f %%", f.share(f.found), old.share(old.found)))
	}
	if f.share(f.lost) > old.share(old.lost) {
		out = append(out, fmt.Sprintf("lost %.1f %%, was %.1f %%", f.share(f.lost), old.share(old.lost)))
	}
	if f.invented > old.invented {
		out = append(out, fmt.Sprintf("invented %d, was %d", f.invented, old.invented))
	}
	if f.silent > old.silent {
		out = append(out, fmt.Sprintf("silent %d, was %d", f.silent, old.silent))
	}
	return out
}

// measure judges the workbooks of a property.
func (p property) measure(t *testing.T) figures {
	var sum figures
	first, seed := p.start()
	layouts := p.layouts()
	for n := range p.workbooks * *times {
		m := layouts[(first+n)%len(layouts)]
		seed := seed + uint64(n/len(layouts))
		c, err := planted.Make(m, seed, planted.Options{Errors: 2, Except: informing, Vary: p.vary(n)})
		if errors.Is(err, planted.ErrNoRoom) {
			continue
		}
		name := fmt.Sprintf("%s-%d", m.Name, seed)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		docs, findings, err := read(name+".xlsx", c.Files)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		v := c.Judge(ranked(docs, findings), tables(docs))
		sum.add(v)
		if *details && (len(v.Lost)+len(v.Invented) > 0 || v.Silent) {
			t.Logf("%s, planted %v: lost %v, invented %v, silent %v", name, c.Planted, v.Lost, v.Invented, v.Silent)
			if *dump != "" {
				keep(t, strings.ReplaceAll(p.name, "/", "_")+"+"+name, c.Files)
			}
		}
	}
	return sum
}

// keep writes workbooks into the folder of the flag dump.
func keep(t *testing.T, name string, files [][]byte) {
	t.Helper()
	for i, data := range files {
		if err := os.WriteFile(fmt.Sprintf("%s/%s-%d.xlsx", *dump, name, i), data, 0o644); err != nil {
			t.Error(err)
		}
	}
}

// ranked gives findings with their severity.
func ranked(docs []*model.Document, findings []rules.Finding) []planted.Found {
	out := make([]planted.Found, len(findings))
	for i, e := range found(docs, findings) {
		out[i] = planted.Found{Expected: e, Col: int(findings[i].At.Col), Rank: findings[i].Severity.Rank()}
	}
	return out
}

// tables gives the sheets on which a register or a follow-up was read.
func tables(docs []*model.Document) map[string]bool {
	out := map[string]bool{}
	for _, d := range docs {
		for _, table := range d.Tables() {
			if p := int(table.At.Place); p >= 0 && p < len(d.Places) {
				out[d.Places[p].Sheet] = true
			}
		}
	}
	return out
}

// TestProperties holds what becomes of planted errors when the tables look
// otherwise against testdata/properties.txt: nothing may get worse.
func TestProperties(t *testing.T) {
	all := properties()
	got := make([]*figures, len(all))
	t.Run("each", func(t *testing.T) {
		for i, p := range all {
			t.Run(p.name, func(t *testing.T) {
				t.Parallel()
				f := p.measure(t)
				if f.planted == 0 {
					return // no layout has such a column
				}
				got[i] = &f
				t.Logf("%d planted, %.1f %% found (want %g %%), %.1f %% excused, %.1f %% lost, %d invented, %d silent",
					f.planted, f.share(f.found), p.want, f.share(f.excused), f.share(f.lost), f.invented, f.silent)
			})
		}
	})
	if *times != 1 {
		return
	}
	old, err := readProperties()
	if err != nil && !*update {
		t.Fatal(err)
	}
	if *update {
		if err := writeProperties(all, got, old); err != nil {
			t.Fatal(err)
		}
		return
	}
	for i, p := range all {
		if got[i] == nil {
			continue
		}
		before, ok := old[p.name]
		if !ok {
			t.Errorf("%s: not in %s; run with -update", p.name, propertiesFile)
			continue
		}
		for _, what := range got[i].worse(before, p.want) {
			t.Errorf("%s: %s", p.name, what)
		}
	}
}

const propertiesHead = `# What becomes of planted errors when the tables look otherwise, as TestProperties measures it. It may not get worse;
# "go test -run TestProperties -update" writes it anew. found, excused and lost are of the planted errors: found truly,
# said that it could not be judged (not-checked), passed in silence. invented counts errors that nobody planted, silent
# the workbooks with an error that got neither an error nor a warning. want is the share that is to be found, in percent;
# where lost, invented and silent are 0 as well, ok says that all is as it should be.
`

// columns of the file; the name comes last, for it may hold anything.
var propertiesColumns = []string{"workbooks", "planted", "found", "excused", "lost", "invented", "silent", "found%", "excused%", "want%", "ok"}

func writeProperties(all []property, got []*figures, old map[string]figures) error {
	var b strings.Builder
	b.WriteString(propertiesHead)
	for _, h := range propertiesColumns {
		fmt.Fprintf(&b, "%9s ", h)
	}
	b.WriteString("property\n")
	var sum figures
	reached, lines := 0, 0
	for i, p := range all {
		f, ok := old[p.name]
		if got[i] != nil {
			f, ok = *got[i], true
		}
		if !ok {
			continue
		}
		mark := "-"
		if f.reached(p.want) {
			mark = "ok"
			reached++
		}
		lines++
		fmt.Fprintf(&b, "%9d %9d %9d %9d %9d %9d %9d %9.1f %9.1f %9g %9s %s\n", f.workbooks, f.planted, f.found, f.excused, f.lost, f.invented,
			f.silent, f.share(f.found), f.share(f.excused), p.want, mark, p.name)
		sum.workbooks += f.workbooks
		sum.planted += f.planted
		sum.found += f.found
		sum.excused += f.excused
		sum.lost += f.lost
		sum.invented += f.invented
		sum.silent += f.silent
	}
	fmt.Fprintf(&b, "# in all: %d workbooks, %d planted, %d found, %d excused, %d lost, %d invented, %d silent; %d of %d properties are ok\n",
		sum.workbooks, sum.planted, sum.found, sum.excused, sum.lost, sum.invented, sum.silent, reached, lines)
	return os.WriteFile(propertiesFile, []byte(b.String()), 0o644)
}

func readProperties() (map[string]figures, error) {
	data, err := os.ReadFile(propertiesFile)
	if err != nil {
		return nil, err
	}
	out := map[string]figures{}
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		fields := strings.Fields(line)
		if strings.HasPrefix(line, "#") || fields[0] == propertiesColumns[0] {
			continue
		}
		if len(fields) <= len(propertiesColumns) {
			return nil, fmt.Errorf("%s:%d: want %d columns and a name", propertiesFile, i+1, len(propertiesColumns))
		}
		var n [7]int
		for j := range n {
			if n[j], err = strconv.Atoi(fields[j]); err != nil {
				return nil, fmt.Errorf("%s:%d: %w", propertiesFile, i+1, err)
			}
		}
		out[strings.Join(fields[len(propertiesColumns):], " ")] = figures{n[0], n[1], n[2], n[3], n[4], n[5], n[6]}
	}
	return out, nil
}
