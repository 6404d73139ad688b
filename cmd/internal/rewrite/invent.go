// Package rewrite invents plans with everything awkward that people write, has
// riskbok write them as every kind of workbook it makes, and reads them back.
// It serves tests only. Start with [Invent] and [Every].
package rewrite

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Invent makes one board's year on a scale: so many risks with one to five
// measures, and in two of three cases a follow-up. Every value is what an
// importer would make of its text, so that the book is one that could have been
// read. What no importer gives is left out: a risk without number or text, one
// that says the same as the row before it, an empty area below another. So is
// what cannot be told from a remark: a measure with neither action nor owner,
// and one of a risk without number that lacks either; a follow-up has such rows
// among others.
func Invent(rng *rand.Rand, s *model.Scale, risks int) *rules.Report {
	v := &inventor{rng: rng, scale: s, vocab: config.Vocabulary(), numbered: rng.IntN(8) > 0, few: risks < 4}
	year := 2024 + rng.IntN(4)
	board := pick(rng, []string{"Hamnnämnden", "Hamn- och fyrnämnden", "Nämnden för kaj & kran", "Småbåtsnämnden ”Ö”"})
	r := &model.Register{Analysis: true, Plan: true}
	r.Name, r.Board, r.Year, r.At = "Plan", board, year, at(1, 1)
	date := func() model.Value[model.Date] {
		return model.Value[model.Date]{V: model.Date{Year: year - 1, Month: 1 + rng.IntN(12), Day: 1 + rng.IntN(28)}, OK: rng.IntN(4) > 0}
	}
	head := model.Head{Board: model.Text(board, at(1, 1)), Established: date(), Decided: date()}
	r.Heads = []model.Head{head}
	for i, f := range model.Bindable() {
		r.Columns = append(r.Columns, model.Column{Field: f, At: at(1, i+1)})
	}
	for i := range risks {
		r.Risks = append(r.Risks, v.risk(i))
	}
	b := &model.Book{Board: board, Year: year, Registers: []model.Entry{{Register: r, Scale: s}}}
	if rng.IntN(3) > 0 {
		f := v.followUp(r)
		f.Heads = []model.Head{{Board: head.Board}}
		if len(f.Rows) > 0 {
			b.FollowUps = []*model.FollowUpTable{f}
		}
	}
	return &rules.Report{
		Documents: []*model.Document{{File: "plan.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Plan"}, {Sheet: "Uppföljning"}}}},
		Books:     []*model.Book{b},
	}
}

func at(row, col int) model.Source { return model.Source{Row: int32(row), Col: int32(col)} }

type inventor struct {
	rng      *rand.Rand
	scale    *model.Scale
	vocab    *model.Vocabulary
	numbered bool // the plan's risks have numbers
	few      bool // so few risks that one of them could make a column of levels look like one of texts
	row      bool // the row's risk has one, and is not the first under the headings
	values   int  // numbers among the values, less three for each that is none
	area     model.Value[string]
	before   *model.Risk
}

// blank reports whether a text stands for an empty cell.
func blank(words *model.Vocabulary) func(string) bool {
	return func(s string) bool {
		for _, w := range words.Blank {
			if s == w {
				return true
			}
		}
		return false
	}
}

// numberLike reports whether a reader sees a risk's number in a text.
func numberLike(s string) bool {
	return len(s) < 10 && strings.ContainsAny(s, "123456789") && !strings.HasPrefix(s, "T1")
}

func (v *inventor) text(row, col int, s string) model.Value[string] {
	return grid.TextValue(&grid.Cell{Text: s, At: at(row, col)}, blank(v.vocab))
}

func (v *inventor) level(row, col int, a *model.Axis) model.Value[model.Level] {
	l := a.Levels[v.rng.IntN(len(a.Levels))]
	s := l.Label
	switch v.rng.IntN(16) {
	case 0:
		s = ""
	case 1:
		if text := pick(v.rng, awkward); !v.few || len(text) <= 40 {
			s = text
		}
	case 2:
		s = strings.ToUpper(l.Label)
	case 3:
		s = strconv.Itoa(l.Value) + " - " + l.Label
	case 4:
		s = strconv.Itoa(l.Value)
	case 5:
		s = l.Label + " (" + strconv.Itoa(1+v.rng.IntN(5)) + ")"
	}
	return grid.LevelValue(&grid.Cell{Text: s, At: at(row, col)}, blank(v.vocab), grid.NewLevelWords(v.vocab))
}

// stated reports whether a reader takes a text for more than an empty cell.
func (v *inventor) stated(t model.Value[string]) bool {
	s := Kept(t, v.vocab)
	return s != "" && s != "0"
}

// says is text with something in it that a cell can hold.
func (v *inventor) says(row, col int) model.Value[string] {
	for {
		if t := v.text(row, col, v.words()); v.stated(t) {
			return t
		}
	}
}

func (v *inventor) risk(i int) model.Risk {
	row, rng := 5*i+2, v.rng
	number := ""
	if v.numbered {
		number = numberText(rng, i)
	}
	v.row = i > 0 && numberLike(number)
	k := model.Risk{
		Area: v.text(row, 2, v.words()), Event: v.says(row, 3),
		Assessment: model.Assessment{
			Likelihood: v.level(row, 4, &v.scale.Likelihood), Consequence: v.level(row, 5, &v.scale.Consequence),
			Score:     grid.ScoreValue(&grid.Cell{Text: v.score(), At: at(row, 6)}),
			Treatment: v.text(row, 7, v.treatment()), At: at(row, 1),
		},
	}
	k.Number = v.text(row, 1, number)
	if rng.IntN(2) == 0 {
		k.Event = v.text(row, 3, fmt.Sprintf("%s, risk %d", pick(rng, plain), i))
	}
	if Kept(k.Area, v.vocab) == "" {
		k.Area = v.area
	}
	v.area = k.Area
	if p := v.before; p != nil && model.NumberKey(Kept(p.Number, v.vocab)) == model.NumberKey(Kept(k.Number, v.vocab)) &&
		model.Key(Kept(p.Event, v.vocab)) == model.Key(Kept(k.Event, v.vocab)) {
		k.Event = v.text(row, 3, fmt.Sprintf("%s, risk %d", pick(rng, plain), i))
	}
	v.before = &k
	measures := 1
	if rng.IntN(3) == 0 {
		measures += rng.IntN(5)
	}
	for j := range measures {
		k.Measures = append(k.Measures, v.measure(row+j, &k))
	}
	return k
}

func (v *inventor) measure(row int, k *model.Risk) model.Measure {
	m := model.Measure{
		Number: k.Number, Direction: v.text(row, 8, v.treatment()), Action: v.text(row, 9, v.words()),
		Cost: grid.DecimalValue(&grid.Cell{Text: v.cost(), At: at(row, 10)}), Owner: v.text(row, 11, v.words()),
		Reporting: grid.ListValue(&grid.Cell{Text: v.reporting(), At: at(row, 12)}, blank(v.vocab)), At: at(row, 1),
	}
	unnumbered := model.NumberKey(Kept(k.Number, v.vocab)) == ""
	if unnumbered || !numberLike(Kept(k.Number, v.vocab)) {
		m.Action = v.says(row, 9)
	}
	if unnumbered || !v.stated(m.Action) && !v.stated(m.Owner) {
		m.Owner = v.says(row, 11)
	}
	return m
}

// score gives a risk value as written. Most are numbers, for what a column
// holds tells what it is.
func (v *inventor) score() string {
	switch n := v.rng.IntN(6); {
	case n == 0:
		return ""
	case n < 4 && v.values > 2:
		v.values -= 3
		return pick(v.rng, awkward)
	case n == 5:
		v.values++
		return strconv.Itoa(v.rng.IntN(30)) + " (hög)"
	}
	v.values++
	return strconv.Itoa(v.rng.IntN(30))
}

func (v *inventor) treatment() string {
	switch v.rng.IntN(8) {
	case 0:
		return ""
	case 1:
		return v.words()
	}
	return v.scale.Treatments[v.rng.IntN(len(v.scale.Treatments))].Label
}

func (v *inventor) cost() string {
	switch v.rng.IntN(5) {
	case 0:
		return pick(v.rng, awkward)
	case 1:
		return fmt.Sprintf("%d.%02d", v.rng.IntN(1e9), v.rng.IntN(100))
	case 2:
		return strconv.Itoa(v.rng.IntN(1e6))
	case 3:
		return pick(v.rng, []string{"1 250,50", "0", "-3,5", "0.001", "1e3", "ca 5 tkr", "Ryms inom ram"})
	}
	return ""
}

func (v *inventor) reporting() string {
	return pick(v.rng, []string{"T1", "T1, T2", "T1, T2 och Årsbokslut", "T1/T3", "", "Vid behov.", "mars\njuni", pick(v.rng, awkward)})
}
