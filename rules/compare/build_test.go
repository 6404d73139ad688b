package compare

import (
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// scale is a 4×4 one of invented labels.
func scale() *model.Scale {
	axis := func(labels ...string) model.Axis {
		var a model.Axis
		for i, l := range labels {
			a.Levels = append(a.Levels, model.ScaleLevel{Value: i + 1, Label: l})
		}
		return a
	}
	return &model.Scale{
		Likelihood: axis("Sällan", "Ibland", "Ofta", "Ständigt"), Consequence: axis("Liten", "Måttlig", "Stor", "Enorm"),
		Treatments: []model.Treatment{{Min: 1, Max: 3, Label: "Acceptera"}, {Min: 4, Max: 16, Label: "Reducera", InPlan: true}},
	}
}

// builder makes a book of rows. Sources count up, so that no two are alike.
type builder struct {
	doc, row int32
	sheet    int32
}

func (b *builder) at(col int32) model.Source {
	return model.Source{Doc: b.doc, Place: b.sheet, Row: b.row, Col: col}
}

func (b *builder) text(s string, col int32) model.Value[string] { return model.Text(s, b.at(col)) }

// register makes a table of rows "number|area|event|likelihood|consequence|
// value|treatment|direction|action|owner|reporting", of which the last may be
// left out.
func (b *builder) register(s *model.Scale, rows ...string) model.Entry {
	r := &model.Register{Table: model.Table{Name: "Analys", Columns: []model.Column{
		{Field: model.FieldNumber}, {Field: model.FieldLikelihood}, {Field: model.FieldScore},
	}}, Analysis: true}
	b.sheet++
	for _, row := range rows {
		b.row++
		f := strings.Split(row+strings.Repeat("|", 10), "|")
		k := model.Risk{
			Number: b.text(f[0], 1), Area: b.text(f[1], 2), Event: b.text(f[2], 3), Assessment: model.Assessment{Likelihood: b.level(f[3], 4), Consequence: b.level(f[4], 5), Treatment: b.text(f[6], 7), At: b.at(1)},
		}
		if n, err := strconv.Atoi(f[5]); err == nil {
			k.Score = model.Value[int]{V: n, OK: true, Raw: f[5]}
		}
		k.Score.At = b.at(6)
		m := model.Measure{Direction: b.text(f[7], 8), Action: b.text(f[8], 9), Owner: b.text(f[9], 10), At: b.at(8)}
		if f[10] != "" {
			m.Reporting = model.Value[[]string]{V: strings.Fields(f[10]), OK: true, Raw: f[10], At: b.at(11)}
		}
		k.Measures = []model.Measure{m}
		r.Risks = append(r.Risks, k)
	}
	return model.Entry{Register: r, Scale: s}
}

func (b *builder) level(s string, col int32) model.Value[model.Level] {
	return model.Value[model.Level]{V: model.Level{Label: s}, OK: s != "", Raw: s, At: b.at(col)}
}

// followUp makes a follow-up of rows "number|action|owner|T1|T2".
func (b *builder) followUp(rows ...string) *model.FollowUpTable {
	t := &model.FollowUpTable{Periods: []model.Column{{Key: "T1", Heading: "T1"}, {Key: "T2", Heading: "T2"}}}
	b.sheet++
	for _, row := range rows {
		b.row++
		f := strings.Split(row+"||||", "|")
		t.Rows = append(t.Rows, model.FollowUpRow{
			Number: b.text(f[0], 1), Action: b.text(f[1], 2), Owner: b.text(f[2], 3), At: b.at(1),
			Reports: []model.Value[string]{b.text(f[3], 4), b.text(f[4], 5)},
		})
	}
	return t
}

func book(doc int32, board string, year int, rows ...string) *model.Book {
	b := &builder{doc: doc}
	return &model.Book{Board: board, Year: year, Registers: []model.Entry{b.register(scale(), rows...)}}
}

// tell writes changes short: "R1→R2 renumbered number R1>R2".
func tell(items []Item) []string {
	var out []string
	for _, it := range items {
		name := "–"
		if it.Old != nil {
			name = it.Old.Number.V
		}
		name += "→"
		if it.New != nil {
			name += it.New.Number.V
		} else {
			name += "–"
		}
		for _, c := range it.Changes {
			line := name + " " + string(c.Kind) + " " + string(c.Field) + c.Period + " " + c.Old + ">" + c.New
			if c.LevelsOld != c.LevelsNew {
				line += " " + c.LevelsOld + ">" + c.LevelsNew
			}
			out = append(out, line)
		}
	}
	return out
}

func one(old, new *model.Book) *Pair {
	return &Compare([]*model.Book{old}, []*model.Book{new}, nil).Pairs[0]
}
