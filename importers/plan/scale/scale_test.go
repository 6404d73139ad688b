package scale

import (
	"fmt"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/grid/gridtest"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// sheet makes a grid of a place from text.
func sheet(place int32, text string) grid.Table {
	t := gridtest.Sheet("Blad", text)
	t.Place = place
	for r := range t.Rows {
		for c := range t.Rows[r] {
			t.Rows[r][c].At.Place = place
		}
	}
	return t
}

// risky are the rows that stand in tables of risks, and those that head them.
type risky struct{ tells, heads map[int]bool }

func (k risky) Tells(row, _ int) bool { return k.tells[row] }
func (k risky) Heads(row, _ int) bool { return k.heads[row] }
func (k risky) Deep(int) bool         { return false }
func (k risky) Look(int) bool         { return true }

func (k risky) Told() (map[string]bool, int) { return nil, len(k.tells) }

func find(k risky, tables ...grid.Table) *Definitions {
	return Find(words.Of(config.Vocabulary()), tables, func(int) Risks { return k })
}

const (
	twoAxes    = "Sannolikhet | Värde | | Konsekvens | Värde\nLåg | 1 | | Liten | 1\nHög | 2 | | Stor | 2"
	treatments = "Riskvärde | Riskhantering\n1-2 | Acceptera\n3-4 | Reducera"
)

func count(d *Definitions) string {
	return fmt.Sprintf("%d %d %d", len(d.Axes), len(d.Treatments), len(d.Matrices))
}

func TestFind(t *testing.T) {
	whole := twoAxes + "\n\n" + treatments
	for name, tt := range map[string]struct {
		text  string
		risks risky
		want  string // axes, treatments, matrices
	}{
		"definitions":                  {text: whole, want: "2 1 0"},
		"in a row that tells of risks": {text: whole, risks: risky{tells: map[int]bool{0: true}}, want: "0 1 0"},
		"ranges that head risks":       {text: whole, risks: risky{heads: map[int]bool{4: true}}, want: "2 0 0"},
		"ranges in a row of risks":     {text: whole, risks: risky{tells: map[int]bool{4: true}}, want: "2 0 0"},
		"a matrix gives its axes":      {text: "Sannolikhet \\ Konsekvens | 1 Liten | 2 Stor\n1 Låg | 1 | 2\n2 Hög | 2 | 4", want: "2 0 1"},
		"nothing":                      {text: "Kontakt | Telefon\nAnna | 123", want: "0 0 0"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := count(find(tt.risks, sheet(0, tt.text))); got != tt.want {
				t.Errorf("found %s, want %s", got, tt.want)
			}
		})
	}
}

// TestRegions: the parts of a grid that definitions take are told of that grid.
func TestRegions(t *testing.T) {
	d := find(risky{}, sheet(0, treatments), sheet(1, "Anteckningar\nInga"), sheet(2, twoAxes))
	for i, want := range []int{1, 0, 2} {
		if got := len(d.Regions[i]); got != want {
			t.Errorf("grid %d has %d regions, want %d", i, got, want)
		}
	}
	if !grid.Within(d.Regions[0], 2, 1) || grid.Within(d.Regions[0], 3, 0) || !grid.Within(d.Regions[2], 2, 4) {
		t.Errorf("regions %v", d.Regions)
	}
}

// TestScales: parts that stand alone on several tabs are one scale; labels are
// those of both axes.
func TestScales(t *testing.T) {
	d := find(risky{}, sheet(0, treatments), sheet(1, twoAxes))
	labels := d.Labels()
	if !labels[model.FieldLikelihood]["låg"] || !labels[model.FieldConsequence]["stor"] || labels[model.FieldLikelihood]["stor"] {
		t.Errorf("labels %v", labels)
	}
	scales := d.Scales([]model.Place{{Sheet: "A"}, {Sheet: "B"}})
	if len(scales) != 1 || scales[0].Treatment(3) == nil || scales[0].Treatment(3).Label != "Reducera" || len(d.Unread) != 0 {
		t.Errorf("scales %+v, unread %d", scales, len(d.Unread))
	}
}

// TestUnread: the name of an axis without levels, and a range that is none, are
// kept for a reader to hear of.
func TestUnread(t *testing.T) {
	d := find(risky{}, sheet(0, "Konsekvens\nfinns i bilagan"))
	if scales := d.Scales(nil); len(scales) != 0 || len(d.Unread) != 1 || d.Unread[0].Text != "Konsekvens" {
		t.Errorf("scales %+v, unread %v", scales, d.Unread)
	}
	d = find(risky{}, sheet(0, twoAxes+"\n\nRiskvärde | Riskhantering\n2025-01-03 | Acceptera\n3-4 | Reducera"))
	if scales := d.Scales(nil); len(scales) != 1 || !scales[0].TreatmentsUnsure || len(d.Unclear) == 0 || d.Unclear[0].Text != "2025-01-03" {
		t.Errorf("scales %+v, unread %v", scales, d.Unread)
	}
}

// TestOrderLists: bare lists say no more than that they are lists, in their
// labels' usual order where they have one.
func TestOrderLists(t *testing.T) {
	for text, want := range map[string]struct {
		order  model.Order
		values [2]int
	}{
		"Sannolikhet | | Konsekvens\nStark | | Rund\nSvag | | Platt":                          {model.OrderListed, [2]int{1, 2}},
		"Sannolikhet | | Konsekvens\nSannolik | | Allvarlig\nOsannolik | | Försumbar":         {model.OrderUsual, [2]int{2, 1}},
		"Sannolikhet | Värde\nStark | 2\nSvag | 1\n\nKonsekvens | Värde\nRund | 2\nPlatt | 1": {model.OrderStated, [2]int{2, 1}},
	} {
		d := find(risky{}, sheet(0, text))
		d.OrderLists([]model.Register{{}})
		if len(d.Axes) != 2 {
			t.Errorf("%d axes", len(d.Axes))
		}
		for _, a := range d.Axes {
			if l := a.Axis.Levels; a.Axis.Order != want.order || l[0].Value != want.values[0] || l[1].Value != want.values[1] {
				t.Errorf("%q: order %q, levels %+v", text, a.Axis.Order, l)
			}
		}
	}
}

// TestBeside: levels with numbers beside the headings of risks are definitions
// where they go level by level; the risks' own columns are none.
func TestBeside(t *testing.T) {
	const head = "ID | Risk | Likelihood | Impact | Risk score | "
	for name, tt := range map[string]struct {
		text string
		want int // axes
	}{
		"after an empty column": {head + "| Likelihood | Score\n1 | Kajen rasar | 2 | 3 | 6 | | Låg | 1\n2 | Lön uteblir | 1 | 2 | 2 | | Medel | 2\n3 | Pumpen stannar | 3 | 3 | 9 | | Hög | 3", 1},
		"the worst first":       {head + "| Impact | Score\n1 | Kajen rasar | 2 | 3 | 6 | | Svår | 3\n2 | Lön uteblir | 1 | 2 | 2 | | Märkbar | 2\n3 | Pumpen stannar | 3 | 3 | 9 | | Ringa | 1", 1},
		"not level by level":    {head + "| Likelihood | Score\n1 | Kajen rasar | 2 | 3 | 6 | | Låg | 1\n2 | Lön uteblir | 1 | 2 | 2 | | Hög | 3\n3 | Pumpen stannar | 3 | 3 | 9 | | Medel | 2", 0},
		"the risks' own column": {"ID | Risk | Likelihood | Score\n1 | Kajen rasar | Låg | 1\n2 | Lön uteblir | Medel | 2\n3 | Pumpen stannar | Hög | 3", 0},
	} {
		if got := len(find(risky{}, sheet(0, tt.text)).Axes); got != tt.want {
			t.Errorf("%s: %d axes, want %d", name, got, tt.want)
		}
	}
}

// TestHeadsAxis: the heading of the next axis right below the levels of one ends
// these, whichever column has its name; a label that names no axis does not.
func TestHeadsAxis(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want [2]int // levels of each axis
	}{
		"the name over the numbers":     {"Sannolikhet | Benämning\n1 | Udda\n2 | Ibland\n3 | Jämt\nKonsekvens | Benämning\n1 | Ringa\n2 | Svår", [2]int{3, 2}},
		"numbers on the right":          {"Benämning | Sannolikhet\nUdda | 1\nIbland | 2\nJämt | 3\nBenämning | Konsekvens\nRinga | 1\nSvår | 2", [2]int{3, 2}},
		"with definitions":              {"Sannolikhet | Benämning | Beskrivning\n1 | Udda | vart tionde år\n2 | Jämt | varje vecka\nKonsekvens | Benämning | Beskrivning\n1 | Ringa | ingen märker\n2 | Svår | alla märker", [2]int{2, 2}},
		"and treatments right below it": {"Sannolikhet | Benämning\n1 | Udda\n2 | Jämt\nKonsekvens | Benämning\n1 | Ringa\n2 | Svår\nRiskvärde | Riskhantering\n1-2 | Acceptera\n3-4 | Reducera", [2]int{2, 2}},
	} {
		d := find(risky{}, sheet(0, tt.text))
		if len(d.Axes) != 2 {
			t.Errorf("%s: %d axes", name, len(d.Axes))
			continue
		}
		for i, a := range d.Axes {
			if len(a.Axis.Levels) != tt.want[i] || a.Consequence != (i == 1) || a.Axis.Levels[0].Label != [2]string{"Udda", "Ringa"}[i] {
				t.Errorf("%s: axis %d has levels %+v", name, i, a.Axis.Levels)
			}
		}
	}
}
