package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules"
	"riskbok/rules/model"
)

// merge joins the tables of a book. The first table that is an analysis only
// is followed for risks and levels, the first that holds steg 3 for measures;
// what the other tables say otherwise goes to the log. With convert the levels
// are mapped to the fallback scale, the template's.
func merge(r *rules.Report, b *model.Book, fallback *model.Scale, convert bool) *plan {
	p := &plan{report: r, board: b.Board, year: b.Year}
	p.know(b.Registers)
	analysis, steps := p.leading(b.Registers)
	p.scale = governing(b.Registers, analysis, fallback)
	if convert {
		p.convertTo(fallback)
	}
	followed := p.order(b.Registers, analysis, steps)
	units, turn := p.unitsOf(b.Registers), followed
	p.units = units
	if units != nil {
		turn = p.analysesFirst(turn, b.Registers)
	}
	for _, i := range turn {
		p.addRegister(&b.Registers[i], units != nil)
	}
	units.adopt(p.risks, b.Registers)
	if units != nil {
		p.asListed(turn, b.Registers)
	}
	logs := make([][2]int, len(p.risks))
	for i, risk := range p.risks {
		logs[i][0] = len(p.log)
		p.takeFields(risk, b.Registers, followed, steps)
		risk.unit = units.unitOf(risk, turn, b.Registers)
		p.keepUnit(risk)
		logs[i][1] = len(p.log)
	}
	p.numberRisks(b)
	for i, risk := range p.risks {
		p.renumber(risk, p.log[logs[i][0]:logs[i][1]])
	}
	p.tableHeads(b, analysis, steps)
	p.mergeFollowUps(p.followedUnits(b.FollowUps))
	p.numberFollowed()
	p.inputs = inputs(r, b)
	return p
}

// leading picks the tables that the workbook follows: indices into the
// entries, −1 where the book has none of the kind. Units' own tables go before
// those of the whole board.
func (p *plan) leading(entries []model.Entry) (analysis, steps int) {
	first := func(is func(e *model.Entry) bool) int {
		for _, board := range []bool{false, true} {
			for i := range entries {
				if e := &entries[i]; is(e) && p.ofBoard(e) == board {
					return i
				}
			}
		}
		return -1
	}
	analysis = first(func(e *model.Entry) bool { return e.Analysis && !e.Plan })
	if analysis < 0 {
		analysis = first(func(e *model.Entry) bool { return e.Analysis })
	}
	if analysis < 0 {
		analysis = first(func(*model.Entry) bool { return true })
	}
	return analysis, first(func(e *model.Entry) bool { return e.Plan })
}

func governing(entries []model.Entry, analysis int, fallback *model.Scale) *model.Scale {
	s := fallback
	if analysis >= 0 && entries[analysis].Scale != nil {
		s = entries[analysis].Scale
	} else if i := slices.IndexFunc(entries, func(e model.Entry) bool { return e.Scale != nil }); i >= 0 {
		s = entries[i].Scale
	}
	return described(s, fallback)
}

// described gives a scale that was not read from a document the definitions
// that the template has for the same levels, so that its sheet explains them.
func described(s, template *model.Scale) *model.Scale {
	if s.Origin == model.OriginDefinitions || s == template {
		return s
	}
	c := *s
	c.Likelihood, c.Consequence = describedAxis(s.Likelihood, &template.Likelihood), describedAxis(s.Consequence, &template.Consequence)
	c.Treatments = slices.Clone(s.Treatments)
	for i := range c.Treatments {
		t := &c.Treatments[i]
		for _, o := range template.Treatments {
			if t.Meaning == "" && model.Key(o.Label) == model.Key(t.Label) && o.InPlan == t.InPlan {
				t.Meaning = o.Meaning
			}
		}
	}
	return &c
}

func describedAxis(a model.Axis, template *model.Axis) model.Axis {
	a.Levels = slices.Clone(a.Levels)
	for i := range a.Levels {
		l := &a.Levels[i]
		if o := template.ByValue(l.Value); o != nil && l.Definition == "" && model.Key(o.Label) == model.Key(l.Label) {
			l.Definition = o.Definition
		}
	}
	return a
}

// order lists the entries as their risks are to stand: the followed analysis,
// the followed plan, then the others. What is of the whole board, beside files of its
// units, comes last: what it says is said of risks that are known then.
func (p *plan) order(entries []model.Entry, analysis, steps int) []int {
	var out []int
	for _, first := range []int{analysis, steps} {
		if first >= 0 && !slices.Contains(out, first) {
			out = append(out, first)
		}
	}
	for _, board := range []bool{false, true} {
		for i := range entries {
			if !slices.Contains(out, i) && p.ofBoard(&entries[i]) == board {
				out = append(out, i)
			}
		}
	}
	return out
}

// analysesFirst puts the analyses before the plans, each in their order, so that
// the risks of several units stand unit by unit, and what is of the whole board last.
func (p *plan) analysesFirst(turn []int, entries []model.Entry) []int {
	out := slices.Clone(turn)
	slices.SortStableFunc(out, func(a, b int) int {
		rank := func(i int) int {
			switch {
			case p.ofBoard(&entries[i]):
				return 2
			case entries[i].Analysis:
				return 0
			}
			return 1
		}
		return rank(a) - rank(b)
	})
	return out
}

// asListed puts the risks of units that one table lists in the order in which they
// stand there.
func (p *plan) asListed(turn []int, entries []model.Entry) {
	place := func(r *risk) (table, row model.Source) {
		if i := firstWith(r, entries, turn); i >= 0 && entries[i].Unit != "" {
			return entries[i].At, r.inRegister[entries[i].Register].At
		}
		return
	}
	for from := 0; from < len(p.risks); {
		table, _ := place(p.risks[from])
		to := from + 1
		for ; to < len(p.risks); to++ {
			if t, _ := place(p.risks[to]); t != table {
				break
			}
		}
		if table != (model.Source{}) {
			slices.SortStableFunc(p.risks[from:to], func(a, b *risk) int {
				_, x := place(a)
				_, y := place(b)
				return int(x.Row - y.Row)
			})
		}
		from = to
	}
}

// addRegister matches a table's risks with those there are. A risk that no other
// table has is added, and so is, where units number for themselves, every one
// of another unit.
func (p *plan) addRegister(e *model.Entry, units bool) {
	byNumber, byEvent := map[string][]*risk{}, map[string][]*risk{}
	apart := map[*model.Register]bool{}
	for _, r := range p.risks {
		if units && p.standsApart(r, e, apart) {
			continue
		}
		if n := model.NumberKey(r.number); n != "" {
			byNumber[n] = append(byNumber[n], r)
		}
		if t := model.Key(r.event); t != "" {
			byEvent[t] = append(byEvent[t], r)
		}
	}
	match := p.matchBy(byNumber, byEvent, e)
	for i := range e.Risks {
		at := &e.Risks[i]
		found := match(at)
		if found == nil {
			found = &risk{number: numberOf(at), event: written(at.Event), inRegister: map[*model.Register]*model.Risk{}}
			p.risks = append(p.risks, found)
		}
		found.sources = append(found.sources, at.At)
		if o := found.inRegister[e.Register]; o != nil { // a row for each measure
			both := *o
			both.Measures = append(slices.Clone(o.Measures), at.Measures...)
			at = &both
		}
		found.inRegister[e.Register] = at
		found.listed = found.listed || e.Plan
	}
}

// haveUnits reports whether two analyses or two plans of the book number their
// risks each for itself. An analysis and a plan that do so say nothing: plans
// often describe a risk in other words.
func haveUnits(entries []model.Entry) bool {
	for i := range entries {
		for j := range i {
			a, b := &entries[i], &entries[j]
			if (a.Analysis && b.Analysis || a.Plan && b.Plan) && rules.Apart(a, b) {
				return true
			}
		}
	}
	return false
}

// inputs lists the files of a book's tables, each once.
func inputs(r *rules.Report, b *model.Book) []string {
	var names []string
	add := func(at model.Source) {
		name := ""
		if d := r.Document(at.Doc); d != nil {
			name = d.File
		}
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	for _, e := range b.Registers {
		add(e.At)
	}
	for _, f := range b.FollowUps {
		add(f.At)
	}
	return names
}

// place says where a source is, in the words of a workbook's user: file, and
// sheet and cell or page.
func (p *plan) place(at model.Source) (file, where, cell string) {
	d := p.report.Document(at.Doc)
	if d == nil {
		return "", "", at.Cell()
	}
	pl := p.report.Place(at)
	file = p.report.FileName(d.File)
	switch {
	case pl.Sheet != "":
		return file, pl.Sheet, at.Cell()
	case pl.Page > 0:
		where = strconv.Itoa(pl.Page)
		if pl.Title != "" {
			where += " " + strings.Join(strings.Fields(pl.Title), " ")
		}
	}
	return file, where, ""
}
