package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// writeRegister writes a sheet of risks with its drop-downs, colours, table and
// print set-up. It is not protected: a table on a protected sheet can neither be
// sorted nor grow.
func (b *builder) writeRegister(s *registerSheet) error {
	if err := s.Sheet.Prepare(b.file); err != nil {
		return err
	}
	frozen := frozenColumns(s.layout.Columns)
	err := s.Stream(b.file, b.styles, workbook.Panes(rowFirst, frozen), func(sw *excelize.StreamWriter) error {
		if err := b.table(sw, &s.Sheet, rowHeading, len(s.layout.Columns), b.name("plan")); err != nil {
			return err
		}
		if err := b.registerChoices(s); err != nil {
			return err
		}
		if err := b.colours(s); err != nil {
			return err
		}
		if err := b.warnings(s); err != nil {
			return err
		}
		return b.printed(&s.Sheet, rowBand, rowHeading)
	})
	b.logTall(&s.Sheet, s.layout.Columns, rowFirst)
	return err
}

// registerChoices puts the drop-downs on a sheet of risks.
func (b *builder) registerChoices(s *registerSheet) error {
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
		if err := b.choose(&s.Sheet, col, rowFirst, c.name, c.message, c.strict); err != nil {
			return err
		}
	}
	return nil
}

// colours gives value and treatment the ground of the treatment. A level that
// is missing or not on the scale, and the value and treatment that stay as they
// were written because of it, get one that calls for a look. The text stays, so
// that nothing rests on colour alone.
func (b *builder) colours(s *registerSheet) error {
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
		if err := b.colour(s.Name, area, rules...); err != nil {
			return err
		}
	}
	for _, axis := range []struct {
		field model.Field
		rule  string
	}{{model.FieldLikelihood, likelihood}, {model.FieldConsequence, consequence}} {
		col := s.layout.Column(axis.field)
		area := workbook.Ref(rowFirst, col) + ":" + workbook.Ref(last, col)
		if err := b.colour(s.Name, area, colourRule{"AND(" + event + `<>"",` + axis.rule + ")", workbook.FillWarn}); err != nil {
			return err
		}
	}
	return nil
}

// offScale is the condition that the level of a row is not on its axis.
func (b *builder) offScale(s *registerSheet, f model.Field, name string) string {
	return "ISNA(MATCH($" + workbook.Ref(rowFirst, s.layout.Column(f)) + "," + b.name(name) + ",0))"
}

// colourRule is a ground and the condition, for the first cell of a range, that
// gives it.
type colourRule struct{ rule, ground string }

// colour gives the cells of a range the ground of the first rule that holds.
func (b *builder) colour(sheet, area string, rules ...colourRule) error {
	var list []excelize.ConditionalFormatOptions
	for _, r := range rules {
		format, err := b.ground(r.ground)
		if err != nil {
			return err
		}
		list = append(list, excelize.ConditionalFormatOptions{Type: "formula", Criteria: r.rule, Format: &format, StopIfTrue: true})
	}
	return b.file.SetConditionalFormat(sheet, area, list)
}

// areas gives one range for two columns side by side, else one for each.
func areas(a, b, first, last int) []string {
	if b == a+1 {
		return []string{workbook.Ref(first, a) + ":" + workbook.Ref(last, b)}
	}
	return []string{workbook.Ref(first, a) + ":" + workbook.Ref(last, a), workbook.Ref(first, b) + ":" + workbook.Ref(last, b)}
}

// ground makes a conditional style.
func (b *builder) ground(colour string) (int, error) {
	return b.file.NewConditionalStyle(&excelize.Style{
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}},
		Font: &excelize.Font{Color: workbook.InkDark},
	})
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
func (b *builder) writeFollowUp(s *workbook.Sheet) error {
	if err := s.Prepare(b.file); err != nil {
		return err
	}
	columns := expand(b.tpl.Layout.FollowUp.Columns, b.plan.follow.periods)
	err := s.Stream(b.file, b.styles, workbook.Panes(rowFollowFirst, frozenColumns(columns)), func(sw *excelize.StreamWriter) error {
		if err := b.table(sw, s, rowFollowHeading, len(columns), b.name("followup")); err != nil {
			return err
		}
		i := slices.IndexFunc(columns, func(c model.LayoutColumn) bool { return c.Field == model.FieldDirection })
		if i >= 0 && b.defs.treatments.count > 0 {
			if err := b.choose(s, i, rowFollowFirst, b.name("treatments"), "controlplan.choose.direction", false); err != nil {
				return err
			}
		}
		if err := b.alarmLacking(s); err != nil {
			return err
		}
		return b.printed(s, rowFollowBand, rowFollowHeading)
	})
	b.logTall(s, columns, rowFollowFirst)
	return err
}

// writeDefinitions writes the scale's sheet: what is typed is open, the range
// texts are locked.
func (b *builder) writeDefinitions(s *workbook.Sheet) error {
	if err := s.Prepare(b.file); err != nil {
		return err
	}
	return s.Stream(b.file, b.styles, workbook.Panes(1, 0), func(*excelize.StreamWriter) error {
		if err := s.Protect(b.file); err != nil {
			return err
		}
		return b.printed(s, 0, -1)
	})
}

// logTall notes the texts that no row is high enough for, for Excel's rows end
// at 409 points, and those that no cell can hold whole.
func (b *builder) logTall(s *workbook.Sheet, columns []model.LayoutColumn, first int) {
	note := func(row, col int, why string) {
		t, _ := s.Rows[row][col].Value.(string)
		b.plan.log = append(b.plan.log, entry{
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
