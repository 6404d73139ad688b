package planted_test

import (
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"testing"

	"riskbok/cmd/internal/planted"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

var (
	update  = flag.Bool("update", false, "write testdata/properties.txt anew")
	times   = flag.Int("times", 1, "so many times the workbooks of each property; other than 1 is not held against testdata/properties.txt")
	details = flag.Bool("details", false, "name what each varied workbook loses, invents, excuses or passes in silence")
)

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

// propertiesPart is of how many properties one is tried by default.
const propertiesPart = 30

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
		if *details && (len(v.Lost)+len(v.Invented)+len(v.Excused) > 0 || v.Silent) {
			t.Logf("%s, planted %v: lost %v, invented %v, silent %v, excused %v", name, c.Planted, v.Lost, v.Invented, v.Silent, v.Excused)
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

// ranked gives findings with their severity, and the columns that they name.
func ranked(docs []*model.Document, findings []rules.Finding) []planted.Found {
	out := make([]planted.Found, len(findings))
	for i, e := range found(docs, findings) {
		f := &findings[i]
		out[i] = planted.Found{Expected: e, Cols: []int{int(f.At.Col)}, Rank: f.Severity.Rank(), Scale: strings.HasPrefix(f.Variant, "unread-scale")}
		if f.Rule == rules.NotChecked {
			for _, at := range f.Related {
				if at.Place == f.At.Place {
					out[i].Cols = append(out[i].Cols, int(at.Col))
				}
			}
		}
		headings, _ := f.Args["headings"].([]model.Column)
		for _, c := range headings {
			out[i].Cols = append(out[i].Cols, int(c.At.Col))
		}
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
				if i%propertiesPart != 0 && !*update && !fulltest.Wanted() {
					t.Skip("not of the part that is tried by default")
				}
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
