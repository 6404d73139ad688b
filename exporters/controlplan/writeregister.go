package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// writeRegister writes a sheet of risks with its drop-downs, colours, table and
// print set-up. It is not protected: a table on a protected sheet can neither be
// sorted nor grow.
func (b *builder) writeRegister(s *registerSheet) {
	s.Frozen = workbook.Place{Row: rowFirst, Col: frozenColumns(s.layout.Columns)}
	b.table(&s.Sheet, rowHeading, len(s.layout.Columns), b.name("plan"))
	b.registerChoices(s)
	b.colours(s)
	b.warnings(s)
	s.Footer = b.footer(&s.Sheet)
	s.Repeat(rowBand, rowHeading)
	b.book.Add(&s.Sheet)
	b.logTall(&s.Sheet, s.layout.Columns, rowFirst)
}

// registerChoices puts the drop-downs on a sheet of risks.
func (b *builder) registerChoices(s *registerSheet) {
	directions := b.name("treatments")
	if b.defs.directions.count > 0 {
		directions = b.name("directions")
	}
	for _, c := range []struct {
		field   model.Field
		name    string
		message string
		strict  bool
		count   int
	}{
		{model.FieldLikelihood, b.name("likelihood"), "controlplan.choose.level", true, b.defs.likelihood.count},
		{model.FieldConsequence, b.name("consequence"), "controlplan.choose.level", true, b.defs.consequence.count},
		{model.FieldDirection, directions, "controlplan.choose.direction", false, b.defs.treatments.count + b.defs.directions.count},
		{model.FieldReporting, b.name("reporting"), "controlplan.choose.reporting", false, b.defs.reporting.count},
	} {
		col := s.layout.Column(c.field)
		if col < 0 || c.count == 0 {
			continue
		}
		b.choose(&s.Sheet, col, rowFirst, c.name, c.message, c.strict)
	}
}

// colours gives value and treatment the ground of the treatment. A level that
// is missing or not on the scale, and the value and treatment that stay as they
// were written because of it, get one that calls for a look. The text stays, so
// that nothing rests on colour alone.
func (b *builder) colours(s *registerSheet) {
	value, treatment := s.layout.Column(model.FieldScore), s.layout.Column(model.FieldTreatment)
	last := len(s.Rows) - 1 + beyond
	likelihood := b.offScale(s, model.FieldLikelihood, "likelihood")
	consequence := b.offScale(s, model.FieldConsequence, "consequence")
	event := "$" + workbook.Ref(rowFirst, s.layout.Column(model.FieldEvent))
	at := "$" + workbook.Ref(rowFirst, treatment)
	rules := []colourRule{{"AND(" + event + `<>"",OR(` + likelihood + "," + consequence + "))", workbook.FillWarn}}
	for i, ground := range b.shades() {
		rule := "AND(" + at + `<>"",` + at + "=INDEX(" + b.name("treatments") + "," + strconv.Itoa(i+1) + "))"
		rules = append(rules, colourRule{rule, ground})
	}
	for _, area := range areas(value, treatment, rowFirst, last) {
		colour(&s.Sheet, area, rules...)
	}
	for _, axis := range []struct {
		field model.Field
		rule  string
	}{{model.FieldLikelihood, likelihood}, {model.FieldConsequence, consequence}} {
		col := s.layout.Column(axis.field)
		area := workbook.Ref(rowFirst, col) + ":" + workbook.Ref(last, col)
		colour(&s.Sheet, area, colourRule{"AND(" + event + `<>"",` + axis.rule + ")", workbook.FillWarn})
	}
}

// offScale is the condition that the level of a row is not on its axis.
func (b *builder) offScale(s *registerSheet, f model.Field, name string) string {
	return "ISNA(MATCH($" + workbook.Ref(rowFirst, s.layout.Column(f)) + "," + b.name(name) + ",0))"
}

// colourRule is a ground and the condition, for the first cell of a range, that
// gives it.
type colourRule struct{ rule, ground string }

// colour gives the cells of a range the ground of the first rule that holds.
func colour(s *workbook.Sheet, area string, rules ...colourRule) {
	list := make([]workbook.Rule, len(rules))
	for i, r := range rules {
		list[i] = workbook.Rule{Formula: r.rule, Tint: workbook.Tint{Ground: r.ground, Ink: workbook.InkDark}}
	}
	s.Tinted = append(s.Tinted, workbook.Tinted{Area: area, Rules: list})
}

// areas gives one range for two columns side by side, else one for each.
func areas(a, b, first, last int) []string {
	if b == a+1 {
		return []string{workbook.Ref(first, a) + ":" + workbook.Ref(last, b)}
	}
	return []string{workbook.Ref(first, a) + ":" + workbook.Ref(last, a), workbook.Ref(first, b) + ":" + workbook.Ref(last, b)}
}

// shades gives each treatment its ground, in the scale's own order: the
// treatment of the lowest values is the mildest.
func (b *builder) shades() []string {
	t := b.plan.scale.Treatments
	out := make([]string, len(t))
	for i := range t {
		milder := 0
		for j := range t {
			if t[j].Min < t[i].Min || t[j].Min == t[i].Min && j < i {
				milder++
			}
		}
		out[i] = shade(milder, len(t))
	}
	return out
}

// writeFollowUp writes the sheet of steg 4.
func (b *builder) writeFollowUp(s *workbook.Sheet) {
	columns := expand(b.tpl.Layout.FollowUp.Columns, b.plan.follow.periods)
	s.Frozen = workbook.Place{Row: rowFollowFirst, Col: frozenColumns(columns)}
	b.table(s, rowFollowHeading, len(columns), b.name("followup"))
	i := slices.IndexFunc(columns, func(c model.LayoutColumn) bool { return c.Field == model.FieldDirection })
	if i >= 0 && b.defs.treatments.count > 0 {
		b.choose(s, i, rowFollowFirst, b.name("treatments"), "controlplan.choose.direction", false)
	}
	b.alarmLacking(s)
	s.Footer = b.footer(s)
	s.Repeat(rowFollowBand, rowFollowHeading)
	b.book.Add(s)
	b.logTall(s, columns, rowFollowFirst)
}

// writeDefinitions writes the scale's sheet: what is typed is open, the range
// texts are locked.
func (b *builder) writeDefinitions(s *workbook.Sheet) {
	s.Frozen, s.Protected = workbook.Place{Row: 1}, true
	s.Footer = b.footer(s)
	b.book.Add(s)
}

// logTall notes the texts that no row is high enough for, for Excel's rows end
// at 409 points, and those that no cell can hold whole.
func (b *builder) logTall(s *workbook.Sheet, columns []model.LayoutColumn, first int) {
	note := func(row, col int, why string) {
		t, _ := s.Rows[row][col].Value.(string)
		b.plan.log = append(b.plan.log, logEntry{
			kind: shortened, field: columns[col].Field, before: abridged(t),
			why: why, args: []any{"sheet", s.Name, "cell", workbook.Ref(row, col)},
		})
	}
	for _, at := range s.Cut {
		if at.Row >= first && at.Col < len(columns) {
			note(at.Row, at.Col, "controlplan.why.cut")
		}
	}
	for _, row := range s.Tall {
		for col := 0; row >= first && col < min(len(s.Rows[row]), len(columns)); col++ {
			c := &s.Rows[row][col]
			t, _ := c.Value.(string)
			if _, fits := c.Look.Font.Height(c.Look.Font.Lines(t, s.Widths[col])); !fits {
				note(row, col, "controlplan.why.tall")
			}
		}
	}
}

// abridged cuts a long text for the change log; the whole stands in its cell.
func abridged(s string) string {
	const most = 300
	r := []rune(strings.TrimSpace(s))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most]) + " …"
}
