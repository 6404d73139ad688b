package evidence

import (
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// looks gives what a column looks like, in words.
func (c *Column) looks() string {
	var out []string
	for word, is := range map[string]bool{
		"levels": c.levelish, "degrees": c.degrees, "few": c.few, "running": c.running, "list": c.sorted && c.levelish,
		"constant": c.levelish && c.constant, "value": c.valueLike(),
	} {
		if is {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

func TestProfile(t *testing.T) {
	for name, tt := range map[string]struct {
		cells []string
		want  string
	}{
		"small numbers":                {strings.Fields("3 1 4 2 3 2"), "levels value"},
		"one number throughout":        {strings.Fields("2 2 2 2 2"), "constant levels value"},
		"most cells are levels":        {[]string{"3", "1", "oklart", "2", "4"}, "levels value"},
		"half the cells are levels":    {[]string{"3", "1", "oklart", "ej bedömd", "4", "vet ej"}, ""},
		"a level on few rows":          {[]string{"3", "–", "–", "–", "–", "–", "–", "2"}, "value"},
		"numbers beyond levels":        {strings.Fields("12 25 30 14 22"), "value"},
		"numbers that fall by one":     {strings.Fields("6 5 4 3"), "levels list value"},
		"running numbers":              {strings.Fields("1 2 3 4 5 6"), "running value"},
		"running numbers with letters": {strings.Fields("R-01 R-02 R-03 R-04"), "running"},
		"with a gap":                   {strings.Fields("1 2 4 7 9 12"), "running value"},
		"each for several measures":    {strings.Fields("1 1 2 3 3 3 4 5"), "levels running value"},
		"numbers with two figures":     {strings.Fields("1.1 1.2 1.3 1.10 1.11"), "running"},
		"one that stands twice":        {strings.Fields("R1 R2 R3 R4 R2 R6 R7 R8"), "running"},
		"one out of its order":         {strings.Fields("1.1 1.2 1.3 2.1 3.2 2.2 2.3 3.1"), "running"},
		"one twice among few":          {strings.Fields("R1 R2 R1 R4"), "few value"},
		"two that stand twice":         {strings.Fields("R1 R2 R3 R1 R5 R2 R7 R8"), "value"},
		"two that fall":                {strings.Fields("1 2 3 2 1 4"), "levels value"},
		"degrees":                      {[]string{"Låg", "Hög", "Medel", "Hög", "Låg"}, "degrees few levels"},
		"degrees with an average":      {[]string{"Medel", "Medel", "Låg", "Hög", "Kritisk", "Medel"}, "degrees levels"},
		"words that recur":             {[]string{"Norr", "Söder", "Norr", "Norr", "Söder", "Söder"}, "few"},
		"three rows of words":          {[]string{"Norr", "Söder", "Norr"}, ""},
		"words that all differ":        {[]string{"Norr", "Söder", "Öster", "Väster", "Mitten", "Hamnen"}, ""},
		"long texts that recur":        {[]string{"Bron håller inte för vintertrafiken", "Bron håller inte för sommartrafiken", "Bron håller inte för vintertrafiken", "Bron håller inte för sommartrafiken"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			if got := column(t, lexicon(), tt.cells...).looks(); got != tt.want {
				t.Errorf("%q looks like %q, want %q", tt.cells, got, tt.want)
			}
		})
	}
}

// What looks like a number and is none is no level: a share, a decimal, a sum of
// money, a number beyond all scales.
func TestNoLevels(t *testing.T) {
	for _, cells := range [][]string{{"10%", "20 %", "5%", "10%"}, {"1,5", "2,25", "3,5", "1,5"}, {"1 200", "3 400", "5 000"}, {"11", "25", "13"}, {"-1", "-2", "-1"}} {
		for i, v := range column(t, lexicon(), cells...).levels {
			if v != unread {
				t.Errorf("%q is level %d", cells[i], v)
			}
		}
	}
}

// "1.10" is the number after "1.9", and not 1.1 once more: texts are kept as they
// stand.
func TestNumbersKeepTheirText(t *testing.T) {
	c := column(t, lexicon(), "1.1", "1.9", "1.10", "1.11", "1.12")
	if !c.running || len(c.counts) != 5 {
		t.Errorf("%v, running %v", c.counts, c.running)
	}
}

func TestTrailingNumber(t *testing.T) {
	for key, want := range map[string]int{"12": 12, "r-012": 12, "1.10": 10, "3)": 3, "4.": 4, "risk 7": 7} {
		if n, ok := trailingNumber(key); !ok || n != want {
			t.Errorf("%q ends in %d, %v", key, n, ok)
		}
	}
	for _, key := range []string{"", "r", "12 st", "10%", "1,5", "1234567", "en mycket lång text 7"} {
		if n, ok := trailingNumber(key); ok {
			t.Errorf("%q ends in %d", key, n)
		}
	}
}

// Degrees are ranked among those that stand in the column: levels count from 1.
func TestDegreesAreRanked(t *testing.T) {
	c := column(t, lexicon(), "Hög", "Låg", "Mycket hög", "Låg", "Hög", "x")
	if want := []int{2, 1, 3, 1, 2, unread}; !slices.Equal(c.levels, want) {
		t.Errorf("%v, want %v", c.levels, want)
	}
	// Where most words are of none, the column has no degrees.
	if c := column(t, lexicon(), "Hög", "Norr", "Söder", "Norr"); c.degrees {
		t.Error("one degree among other words makes levels")
	}
}

// The axis is the document's own whose labels the cells are, of two that fit the
// one with the heading; a usual one is taken where the document has none.
func TestAxisOfColumn(t *testing.T) {
	own := NewAxis(levels("Sällan", "Ibland", "Ofta"), model.FieldLikelihood, true, false)
	other := NewAxis(levels("Sällan", "Ibland", "Ofta"), model.FieldConsequence, true, false)
	usual := NewAxis(levels("sällan", "ibland", "ofta"), "", false, true)
	cells := []string{"Sällan", "Ofta", "Ofta", "Ibland", "3"}
	for name, tt := range map[string]struct {
		axes    []Axis
		heading string
		want    int // of the axes, −1 none
		levels  []int
	}{
		"the document's":        {[]Axis{own}, "Rubrik", 0, []int{1, 3, 3, 2, 3}},
		"before a usual one":    {[]Axis{usual, own}, "Rubrik", 1, []int{1, 3, 3, 2, 3}},
		"that of the heading":   {[]Axis{own, other}, "Konsekvens", 1, []int{1, 3, 3, 2, 3}},
		"the other of the two":  {[]Axis{other, own}, "Sannolikhet", 1, []int{1, 3, 3, 2, 3}},
		"a usual one":           {[]Axis{usual}, "Rubrik", 0, []int{1, 3, 3, 2, 3}},
		"none":                  {nil, "Rubrik", -1, []int{unread, unread, unread, unread, 3}},
		"one of no cell's word": {[]Axis{NewAxis(levels("Grå", "Svart"), "", true, false)}, "Rubrik", -1, []int{unread, unread, unread, unread, 3}},
	} {
		t.Run(name, func(t *testing.T) {
			lex := lexicon()
			lex.Axes = tt.axes
			c := bodyOf(lex, 1, tt.heading+"\n"+strings.Join(cells, "\n")).Columns[0]
			at := slices.IndexFunc(lex.Axes, func(a Axis) bool { return c.axis != nil && a.Field == c.axis.Field && a.Usual == c.axis.Usual })
			if at != tt.want || !slices.Equal(c.levels, tt.levels) {
				t.Errorf("axis %d, levels %v; want %d, %v", at, c.levels, tt.want, tt.levels)
			}
		})
	}
}

// A label of a usual axis is known to the letter only, one of the document's
// also where something stands beside it.
func TestUsualLabelsToTheLetter(t *testing.T) {
	for usual, want := range map[bool]int{true: unread, false: 2} {
		lex := lexicon()
		lex.Axes = []Axis{NewAxis(levels("Sällan", "Ofta"), "", true, usual)}
		c := column(t, lex, "Sällan", "Ofta", "Ofta", "Sällan", "Ofta (1 gång/år)")
		if got := c.levels[4]; got != want {
			t.Errorf("usual %v: %d, want %d", usual, got, want)
		}
	}
}

// A column is part of a body where a heading or some cells say something.
func TestBodyColumns(t *testing.T) {
	text := "Risk | Rubrik | Hantering | Annat | " + strings.Repeat("\nText | – | | | ", 19) + "\nText | – | | ett | "
	b := bodyOf(lexicon(), 1, text)
	var got []string
	for _, c := range b.Columns {
		got = append(got, c.Heading.Text)
	}
	if want := []string{"Risk", "Hantering"}; !slices.Equal(got, want) {
		t.Errorf("columns %q, want %q", got, want)
	}
	// What the user has left out is none, and what she has bound is one.
	lex := lexicon()
	tbl := b.t
	b = NewBody(tbl, lex, 1, []int{1, 2, 3}, 0, []Heading{{Text: "Risk", Left: true}, {Mapped: true}})
	if len(b.Columns) != 0 {
		t.Errorf("%d columns of a left one and an empty one that nothing is said of", len(b.Columns))
	}
	lex.Heading = func(h Heading) []Strength {
		if h.Mapped {
			return []Strength{{Field: model.FieldEvent, Kind: model.EvidenceHeading, Share: 10}}
		}
		return nil
	}
	if b = NewBody(tbl, lex, 1, []int{1, 2, 3}, 0, []Heading{{Text: "Risk", Left: true}, {Mapped: true}}); len(b.Columns) != 1 {
		t.Errorf("%d columns, want the one that the user has bound", len(b.Columns))
	}
}

// A cell that is merged down speaks once: one error does not become three.
func TestMergedCellSpeaksOnce(t *testing.T) {
	b := bodyOf(lexicon(), 1, "Rubrik | Annat\n3 | a\n^ | b\n^ | c\n2 | d")
	if c := b.Columns[0]; c.filled != 2 || c.levels[1] != unread || c.cells[1] != nil {
		t.Errorf("%d filled, levels %v", c.filled, c.levels)
	}
}
