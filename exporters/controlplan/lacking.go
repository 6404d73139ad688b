package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// The follow-up's own row for what it lacks, between the board and the bands.
const rowFollowLacks = 2

// lackingOf gives the conditions by which a sheet of risks knows that a risk must
// be followed up and is not: in a row, and as a number of risks over all rows. It
// is not ok where the sheets cannot tell: without numbers, or where rows of the
// follow-up name their risks by text alone.
func (b *builder) lackingOf(s *registerSheet) (row, count string, ok bool) {
	number, treatment := s.layout.Column(model.FieldNumber), s.layout.Column(model.FieldTreatment)
	if number < 0 || treatment < 0 || b.plan.follow == nil || b.followNumbers() < 0 || b.plan.scale.TreatmentsUnsure || b.lacks(s) {
		return "", "", false
	}
	last := len(s.Rows) - 1 + beyond
	whole := func(col int) string {
		return workbook.Quoted(s.Name) + "!" + workbook.Absolute(rowFirst, col) + ":" + workbook.Absolute(last, col)
	}
	numbers, at := whole(number), "$"+workbook.Ref(rowFirst, number)
	var these, one []string
	for i, t := range b.plan.scale.Treatments {
		if t.InPlan {
			label := "=INDEX(" + b.name("treatments") + "," + strconv.Itoa(i+1) + ")"
			these, one = append(these, "("+whole(treatment)+label+")"), append(one, "$"+workbook.Ref(rowFirst, treatment)+label)
		}
	}
	if len(these) == 0 {
		return "", "", false
	}
	followed := b.name("followed")
	row = "AND(" + at + `<>"",COUNTIF(` + followed + "," + at + ")=0,OR(" + strings.Join(one, ",") + "))"
	// Rows of one risk count as one.
	count = "ROUND(SUMPRODUCT((" + numbers + `<>"")*(COUNTIF(` + followed + "," + numbers + ")=0)*((" + strings.Join(these, "+") + ")>0)/COUNTIF(" + numbers + "," + numbers + `&"")),0)`
	return row, count, true
}

// lacks reports whether the follow-up lacks the number of a risk that it must
// have as the workbook is written.
func (b *builder) lacks(s *registerSheet) bool {
	have := map[string]bool{}
	for _, r := range b.plan.follow.rows {
		have[model.Key(r.number)] = true
	}
	for i := range s.lines {
		r := s.lines[i].shown()
		must := slices.ContainsFunc(b.plan.scale.Treatments, func(t model.Treatment) bool { return t.InPlan && strings.EqualFold(t.Label, r.treatment) })
		if must && r.number != "" && !have[model.Key(r.number)] {
			return true
		}
	}
	return false
}

// followNumbers is the follow-up's column of numbers, or −1.
func (b *builder) followNumbers() int {
	columns := expand(b.tpl.Layout.FollowUp.Columns, b.plan.follow.periods)
	return slices.IndexFunc(columns, func(c model.LayoutColumn) bool { return c.Field == model.FieldNumber })
}

// sayLacking has the follow-up say, when a level was changed, that it lacks risks
// which must be in it.
func (b *builder) sayLacking(s *workbook.Sheet) {
	if len(b.registers) == 0 {
		return
	}
	_, count, ok := b.lackingOf(b.registers[0])
	if !ok {
		return
	}
	l := workbook.LookNote
	l.NoWrap = true
	none := b.cat.T("controlplan.lacking.none")
	before, after, _ := strings.Cut(b.cat.T("controlplan.lacking"), "{n}")
	formula := "IF(" + count + `=0,"` + none + `","` + before + `"&` + count + `&"` + after + `")`
	s.Set(rowFollowLacks, 0, workbook.Cell{Value: none, Formula: formula, Look: l})
}

// alarmLacking colours that line where risks are lacking.
func (b *builder) alarmLacking(s *workbook.Sheet) {
	if rowFollowLacks >= len(s.Rows) || len(s.Rows[rowFollowLacks]) == 0 || s.Rows[rowFollowLacks][0].Formula == "" {
		return
	}
	at := workbook.Ref(rowFollowLacks, 0)
	s.Tinted = append(s.Tinted, workbook.Tinted{Area: at, Rules: []workbook.Rule{
		{Formula: at + `<>"` + b.cat.T("controlplan.lacking.none") + `"`, Tint: workbook.Tint{Ink: inkAlarm, Bold: true}},
	}})
}

// inkAlarm is the colour of a text that calls for something to be done.
const inkAlarm = "9C0006"

// nameFollowed names the numbers of the follow-up, with room for rows that are
// added below.
func (b *builder) nameFollowed() {
	if b.follow == nil || b.followNumbers() < 0 {
		return
	}
	col := b.followNumbers()
	b.book.Define(workbook.DefinedName{
		Name:     b.name("followed"),
		RefersTo: workbook.Quoted(b.follow.Name) + "!" + workbook.Absolute(rowFollowFirst, col) + ":" + workbook.Absolute(len(b.follow.Rows)-1+beyond, col),
	})
}

// warnings colours what a reader must look at: the number of a risk that the
// follow-up lacks, and a direction that is another treatment than the recommended
// one.
func (b *builder) warnings(s *registerSheet) {
	column := func(f model.Field) (col int, area string) {
		col = s.layout.Column(f)
		if col < 0 {
			return col, ""
		}
		return col, workbook.Ref(rowFirst, col) + ":" + workbook.Ref(len(s.Rows)-1+beyond, col)
	}
	if rule, _, ok := b.lackingOf(s); ok {
		_, area := column(model.FieldNumber)
		colour(&s.Sheet, area, colourRule{rule, workbook.FillWarn})
	}
	direction, area := column(model.FieldDirection)
	treatment, _ := column(model.FieldTreatment)
	if direction < 0 || treatment < 0 || b.defs.treatments.count == 0 {
		return
	}
	first := func(col int) (cell, word string) {
		cell = "$" + workbook.Ref(rowFirst, col)
		return cell, "LEFT(" + cell + `,FIND(" ",` + cell + `&" ")-1)`
	}
	chosen, word := first(direction)
	recommended, other := first(treatment)
	rule := "AND(" + chosen + `<>"",` + recommended + `<>"",ISNUMBER(MATCH(` + word + `&"*",` + b.name("treatments") + ",0))," + word + "<>" + other + ")"
	colour(&s.Sheet, area, colourRule{rule, workbook.FillWarn})
}
