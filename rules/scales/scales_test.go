package scales

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/model"
)

// grid gives a scale of numbered levels up to top with the ranges given as
// lower limits; the last ends at high.
func grid(top, high int, lower ...int) *model.Scale {
	s := &model.Scale{Origin: model.OriginDefinitions, At: model.Source{Row: 1}}
	for n := 1; n <= top; n++ {
		l := model.ScaleLevel{Value: n, Label: fmt.Sprint("nivå ", n), Numbered: true}
		s.Likelihood.Levels, s.Consequence.Levels = append(s.Likelihood.Levels, l), append(s.Consequence.Levels, l)
	}
	for i, from := range lower {
		to := high
		if i+1 < len(lower) {
			to = lower[i+1] - 1
		}
		s.Treatments = append(s.Treatments, model.Treatment{Min: from, Max: to, Label: fmt.Sprint("Hantering ", i), InPlan: i > 0})
	}
	return s
}

// rows writes a register in D (likelihood), E (consequence) and F (value) from
// row 2; formula is that of every row, with ~ for its number.
func rows(formula string, value func(l, c int) int, pairs ...[2]int) *model.Register {
	r := &model.Register{Scale: -1}
	r.Name = "Plan"
	for i, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore} {
		r.Columns = append(r.Columns, model.Column{Field: f, Heading: []string{"S", "K", "R"}[i], At: model.Source{Row: 1, Col: int32(4 + i)}})
	}
	for i, p := range pairs {
		row := int32(i + 2)
		level := func(n int, col int32) model.Value[model.Level] {
			return model.Value[model.Level]{V: model.Level{Number: n, HasNumber: true}, OK: true, Raw: fmt.Sprint(n), At: model.Source{Row: row, Col: col}}
		}
		k := model.Risk{
			Event: model.Text(fmt.Sprint("Risk ", i), model.Source{Row: row, Col: 2}),
			Assessment: model.Assessment{
				At: model.Source{Row: row, Col: 1}, Likelihood: level(p[0], 4), Consequence: level(p[1], 5),
				Score: model.Value[int]{V: value(p[0], p[1]), OK: true, Raw: fmt.Sprint(value(p[0], p[1])), At: model.Source{Row: row, Col: 6}},
			},
		}
		k.Score.Formula = strings.ReplaceAll(formula, "~", fmt.Sprint(row))
		r.Risks = append(r.Risks, k)
	}
	return r
}

var eight = [][2]int{{3, 2}, {2, 4}, {4, 3}, {1, 2}, {4, 1}, {3, 3}, {3, 4}, {1, 4}}

func product(l, c int) int { return l * c }
func sums(l, c int) int    { return l + c }
func greater(l, c int) int { return max(l, c) }

// TestValued: what formulas and rows say of how values come about, and when the
// document departs from its own definitions.
func TestValued(t *testing.T) {
	nine := append([][2]int{{2, 3}}, eight...)
	for name, tt := range map[string]struct {
		scale    *model.Scale
		register *model.Register
		rule     model.ValueRule
		origin   model.Origin
		departs  bool
		unsure   bool
	}{
		"products":                         {grid(4, 16, 1, 4, 12), rows("", product, eight...), model.RuleProduct, "", false, false},
		"sums on ranges for products":      {grid(4, 16, 1, 4, 12), rows("", sums, eight...), model.RuleSum, model.OriginInferred, true, true},
		"sums on ranges for sums":          {grid(4, 8, 2, 4, 6), rows("", sums, eight...), model.RuleSum, "", false, false},
		"sums without ranges":              {grid(4, 0), rows("", sums, eight...), model.RuleSum, model.OriginInferred, true, false},
		"few sums on ranges for sums":      {grid(4, 8, 2, 4, 6), rows("", sums, eight[:2]...), model.RuleSum, "", false, false},
		"products on ranges for sums":      {grid(4, 8, 2, 4, 6), rows("", product, eight...), model.RuleProduct, "", false, false},
		"two sums":                         {grid(4, 16, 1, 4, 12), rows("", sums, [2]int{3, 3}, [2]int{4, 4}), model.RuleProduct, "", false, false},
		"three sums":                       {grid(4, 16, 1, 4, 12), rows("", sums, [2]int{3, 3}, [2]int{4, 4}, [2]int{2, 3}), model.RuleOther, model.OriginInferred, true, true},
		"three sums by formula":            {grid(4, 0), rows("D~+E~", sums, eight[:3]...), model.RuleSum, model.OriginFormula, true, false},
		"the greater":                      {grid(4, 16, 1, 4, 12), rows("", greater, nine...), model.RuleMaximum, model.OriginInferred, true, true},
		"the greater, ranges for that":     {grid(4, 4, 1, 3, 4), rows("", greater, eight...), model.RuleMaximum, "", false, false},
		"powers of two":                    {grid(4, 16, 1, 4, 12), rows("", func(l, c int) int { return 1 << (l + c - 2) }, eight...), model.RuleOther, model.OriginInferred, true, true},
		"a formula of its own":             {grid(4, 16, 1, 4, 12), rows("D~*E~+2", func(l, c int) int { return l*c + 2 }, eight...), model.RuleOther, model.OriginFormula, true, true},
		"products by a guarded formula":    {grid(4, 16, 1, 4, 12), rows(`IF(D~="","",D~*E~)`, product, eight...), model.RuleProduct, "", false, false},
		"a sum of cells side by side":      {grid(4, 0), rows("SUM(D~:E~)", sums, eight[:3]...), model.RuleSum, model.OriginFormula, true, false},
		"columns of Excel's own table":     {grid(4, 0), rows("Risker[[#This Row],[S]]+Risker[[#This Row],[K]]", sums, eight[:3]...), model.RuleSum, model.OriginFormula, true, false},
		"products looked up in a matrix":   {grid(4, 16, 1, 4, 12), rows("INDEX(Skala!A1:D4,D~,E~)", product, eight...), model.RuleProduct, "", false, false},
		"a choice among cases":             {grid(4, 16, 1, 4, 12), rows("IF(D~>3,16,4)", product, eight...), model.RuleProduct, "", false, false},
		"a difference where products hold": {grid(4, 16, 1, 4, 12), rows("", func(l, c int) int { return l * c }, eight...), model.RuleProduct, "", false, false},
	} {
		s, d := valued(tt.scale, []*model.Register{tt.register})
		if s.Rule != tt.rule || s.RuleOrigin != tt.origin || (d != nil) != tt.departs || s.TreatmentsUnsure != tt.unsure {
			t.Errorf("%s: rule %q from %q, departure %+v, treatments unsure %v", name, s.Rule, s.RuleOrigin, d, s.TreatmentsUnsure)
		}
		if tt.scale.Rule != model.RuleProduct || tt.scale.TreatmentsUnsure {
			t.Errorf("%s: the scale given was changed", name)
		}
	}
}

// TestRepeatedRisks: what two tables say of one risk counts once.
func TestRepeatedRisks(t *testing.T) {
	same := func(l, c int) int {
		if l == 1 && c == 4 || l == 2 && c == 4 || l == 3 && c == 4 {
			return l * 3
		}
		return l * c
	}
	pairs := [][2]int{{1, 4}, {2, 4}, {3, 4}, {1, 1}, {3, 3}, {4, 4}}
	s, d := valued(grid(4, 16, 1, 4, 12), []*model.Register{rows("", same, pairs...), rows("", same, pairs...)})
	if s.Rule != model.RuleProduct || len(s.Overrides) > 0 || d != nil {
		t.Errorf("three errors that stand on two tables make the rule %q with %v", s.Rule, s.Overrides)
	}
}

// TestOwnValue: three risks that agree on a value of their own for a pair show
// what the matrix has there.
func TestOwnValue(t *testing.T) {
	own := func(l, c int) int {
		if l == 1 && c == 4 {
			return 6
		}
		return l * c
	}
	s, d := valued(grid(4, 16, 1, 4, 12), []*model.Register{rows("", own, append(eight, [2]int{1, 4}, [2]int{1, 4})...)})
	if s.Score(1, 4) != 6 || s.RuleOf(1, 4) != model.RuleMatrix || d != nil {
		t.Errorf("1 and 4 give %d by %q, departure %v", s.Score(1, 4), s.RuleOf(1, 4), d)
	}
}

// TestSettleOrder: rows bear out the order of labels that nothing numbers.
func TestSettleOrder(t *testing.T) {
	list := func(order model.Order, labels ...string) model.Axis {
		a := model.Axis{Order: order}
		for i, l := range labels {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l, At: model.Source{Row: int32(i + 1)}})
		}
		return a
	}
	register := func(rows ...string) []*model.Register {
		r := &model.Register{}
		for _, row := range rows {
			var l, c string
			var v int
			if _, err := fmt.Sscan(row, &l, &c, &v); err != nil {
				t.Fatal(err)
			}
			level := func(label string) model.Value[model.Level] {
				return model.Value[model.Level]{V: model.Level{Label: label}, OK: true}
			}
			r.Risks = append(r.Risks, model.Risk{Assessment: model.Assessment{Likelihood: level(l), Consequence: level(c), Score: model.Value[int]{V: v, OK: v > 0}}})
		}
		return []*model.Register{r}
	}
	falling := register("Stark Rund 4", "Stark Platt 2", "Svag Rund 2", "Svag Platt 1", "Stark Rund 4")
	falling2 := register("Stark Rund 4", "Stark Platt 2")
	unlike := register("Stark Rund 7", "Stark Platt 5", "Svag Rund 9", "Svag Platt 7", "Stark Rund 3")
	rising := register("Stark Rund 1", "Svag Rund 2", "Svag Platt 4", "Stark Platt 2")
	for name, tt := range map[string]struct {
		order    model.Order
		numbered bool
		rows     []*model.Register
		want     string
	}{
		"the rows tell the end first":          {model.OrderListed, false, falling, "2 rows"},
		"on a sheet of choices":                {model.OrderChoices, false, falling, "2 rows"},
		"the rows tell the order as it is":     {model.OrderListed, false, register("Stark Rund 1", "Svag Rund 2", "Svag Platt 4"), "1 rows"},
		"nothing tells":                        {model.OrderListed, false, register("Stark Rund 0"), "1 listed"},
		"nothing tells, choices":               {model.OrderChoices, false, register("Stark Rund 0"), ""},
		"no order fits":                        {model.OrderListed, false, register("Stark Rund 7", "Stark Platt 5", "Svag Rund 9", "Svag Platt 7", "Stark Rund 3"), ""},
		"the usual order, and rows against":    {model.OrderUsual, false, falling, "2 rows"},
		"the usual order, and one row against": {model.OrderUsual, false, register("Stark Rund 4"), "1 usual"},
		"printed numbers":                      {model.OrderStated, true, falling, "1 "},
		"no numbers, the worst first":          {model.OrderStated, false, falling, "2 rows"},
		"no numbers, and rows that agree":      {model.OrderStated, false, rising, "1 "},
		"no numbers, and two rows against":     {model.OrderStated, false, falling2, "1 "},
		"no numbers, and no order fits":        {model.OrderStated, false, unlike, "1 "},
	} {
		s := &model.Scale{Likelihood: list(tt.order, "Stark", "Svag"), Consequence: list(tt.order, "Rund", "Platt")}
		for _, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
			for i := range a.Levels {
				a.Levels[i].Numbered = tt.numbered
			}
		}
		got := ""
		if o := settleOrder(s, tt.rows); o != nil {
			got = fmt.Sprint(o.Likelihood.Levels[0].Value, " ", o.Likelihood.Order)
		}
		if got != tt.want {
			t.Errorf("%s: the first level is %q, want %q", name, got, tt.want)
		}
		if s.Likelihood.Levels[0].Value != 1 || s.Likelihood.Order != tt.order {
			t.Errorf("%s: the scale given was changed", name)
		}
	}
}

// TestComplete: usual treatments take no place of what was stated.
func TestComplete(t *testing.T) {
	for name, tt := range map[string]struct {
		unsure  bool
		unread  []model.NotChecked
		treated bool
	}{
		"none stated":              {false, nil, true},
		"stated, not understood":   {true, nil, false},
		"told of by the importer":  {false, []model.NotChecked{{Why: model.UnreadScale}}, false},
		"something else not known": {false, []model.NotChecked{{Why: model.UnusedCells}}, true},
	} {
		s := grid(4, 0)
		s.TreatmentsUnsure = tt.unsure
		d := &model.Document{Scales: []model.Scale{*s}, NotChecked: tt.unread, Registers: []model.Register{*rows("", product, eight...)}}
		d.Registers[0].Scale = 0
		b := &model.Book{Registers: []model.Entry{{Register: &d.Registers[0]}}}
		Govern([]*model.Book{b}, map[int32]*model.Document{0: d}, Settings{})
		first := &d.Registers[0].Risks[0].Assessment
		v := Judge(b.Registers[0].Scale, first)
		if (v.Treatment != nil) != tt.treated || !v.Valued {
			t.Errorf("%s: judged as %+v", name, v)
		}
	}
}

// TestStatedLevels: usual levels take no place of levels that were stated and
// not understood.
func TestStatedLevels(t *testing.T) {
	for _, unsure := range []bool{false, true} {
		d := &model.Document{Scales: []model.Scale{{Origin: model.OriginDefinitions, LevelsUnsure: unsure}}, Registers: []model.Register{*rows("", product, eight...)}}
		d.Registers[0].Scale = 0
		b := &model.Book{Registers: []model.Entry{{Register: &d.Registers[0]}}}
		Govern([]*model.Book{b}, map[int32]*model.Document{0: d}, Settings{})
		if s := b.Registers[0].Scale; (s == nil) != unsure {
			t.Errorf("levels unsure %v: the scale is %+v", unsure, s)
		}
	}
}

// TestTreatmentOf: of several treatments for one value the written one stands.
func TestTreatmentOf(t *testing.T) {
	s := &model.Scale{Treatments: []model.Treatment{{Min: 1, Max: 4, Label: "Följs upp"}, {Min: 4, Max: 9, Label: "Ses över"}, {Min: 9, Max: 16, Label: "Ses över genast"}}}
	for _, tt := range []struct {
		score         int
		written, want string
	}{
		{3, "Stoppas", "Följs upp"}, {4, "Ses över", "Ses över"}, {4, "Följs upp", "Följs upp"}, {4, "", ""}, {4, "Stoppas", ""}, {12, "", "Ses över genast"}, {20, "Stoppas", ""},
	} {
		got := ""
		if tr := treatmentOf(s, tt.score, tt.written); tr != nil {
			got = tr.Label
		}
		if got != tt.want {
			t.Errorf("%d, %q: %q, want %q", tt.score, tt.written, got, tt.want)
		}
	}
}

// TestUnnamed: axes of numbers alone say nothing of levels that are written in
// words.
func TestUnnamed(t *testing.T) {
	bare := grid(4, 0)
	for i := range bare.Likelihood.Levels {
		bare.Likelihood.Levels[i].Label, bare.Consequence.Levels[i].Label = "", ""
	}
	half := grid(4, 0)
	half.Likelihood = bare.Likelihood
	if !unnamed(bare) || unnamed(half) || unnamed(grid(4, 0)) {
		t.Error("unnamed")
	}
	words := rows("", product, eight...)
	for i := range words.Risks {
		k := &words.Risks[i]
		k.Likelihood.V, k.Consequence.V = model.Level{Label: "Trolig"}, model.Level{Label: "Svår"}
	}
	both := rows("", product, eight...)
	for i := range both.Risks {
		both.Risks[i].Likelihood.V.Label = "Trolig"
	}
	if !inWords([]*model.Register{words}) || inWords([]*model.Register{both}) || inWords([]*model.Register{rows("", product, eight...)}) || inWords(nil) {
		t.Error("in words")
	}
}

// TestShaded: treatments that are concluded must go with the colours of a matrix
// that does not say what they stand for.
func TestShaded(t *testing.T) {
	s := grid(3, 0)
	s.Shades = map[[2]int]int{}
	for l := 1; l <= 3; l++ {
		for c := 1; c <= 3; c++ {
			s.Shades[[2]int{l, c}] = map[int]int{1: 0, 2: 0, 3: 1, 4: 1, 6: 2, 9: 2}[l*c]
		}
	}
	for name, tt := range map[string]struct {
		lower []int
		want  bool
	}{
		"the same":                   {[]int{1, 3, 6}, true},
		"another limit":              {[]int{1, 4, 6}, false},
		"two colours, one treatment": {[]int{1, 6}, false},
		"one colour, two treatments": {[]int{1, 3, 6, 9}, false},
	} {
		if got := shaded(s, grid(3, 9, tt.lower...).Treatments); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
	if !shaded(s, nil) || !shaded(grid(3, 0), grid(3, 9, 1, 4).Treatments) {
		t.Error("nothing speaks against these")
	}
}

// TestRemarks: words beside numbers are labels where each number has its own, and
// remarks where one stands beside two numbers and most numbers stand alone.
func TestRemarks(t *testing.T) {
	for text, want := range map[string]bool{
		"1 2 3 4 3:osäker 2:osäker":           true,
		"1 2 3 4 3:osäker 3:osäker":           false,
		"1:låg 2:medel 3:hög 3:hög 2:hög":     false,
		"1:låg 2:medel 3 4 4:hög 1:låg":       false,
		"2:sänkt 3:sänkt 1:sänkt 4:sänkt 2:?": true,
	} {
		e := &evidence{}
		for _, cell := range strings.Fields(text) {
			number, label, _ := strings.Cut(cell, ":")
			e.cells[0] = append(e.cells[0], model.Level{Number: int(number[0] - '0'), HasNumber: true, Label: label})
		}
		labelled := slices.ContainsFunc(e.numberedAxis(0, 4).Levels, func(l model.ScaleLevel) bool { return l.Label != "" })
		if labelled == want {
			t.Errorf("%s: labels %v", text, labelled)
		}
	}
}
