package controlplan

import (
	"bytes"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// fixture builds a report by hand, as importers and rules would give it.
type fixture struct {
	doc  *model.Document
	book *model.Book
	rows map[int32]int32 // place → last row used
}

func newFixture(board string, year int) *fixture {
	return &fixture{
		doc:  &model.Document{ID: 1, File: "hamnen.xlsx", Kind: model.KindWorkbook},
		book: &model.Book{Board: board, Year: year},
		rows: map[int32]int32{},
	}
}

func (f *fixture) report() *rules.Report {
	return &rules.Report{Documents: []*model.Document{f.doc}, Books: []*model.Book{f.book}}
}

// place adds a sheet to the document.
func (f *fixture) place(sheet string) int32 {
	f.doc.Places = append(f.doc.Places, model.Place{File: f.doc.File, Sheet: sheet})
	return int32(len(f.doc.Places) - 1)
}

// row gives the source of a place's next row.
func (f *fixture) row(place int32) model.Source {
	f.rows[place]++
	return model.Source{Doc: 1, Place: place, Row: f.rows[place] + 7, Col: 1}
}

func at(s model.Source, col int32) model.Source { s.Col = col; return s }

var analysisFields = []model.Field{
	model.FieldArea, model.FieldEvent, model.FieldNumber, model.FieldLikelihood,
	model.FieldConsequence, model.FieldScore, model.FieldTreatment,
}

var planFields = []model.Field{
	model.FieldPlanNumber, model.FieldDirection, model.FieldAction, model.FieldCost, model.FieldOwner, model.FieldReporting,
}

// register adds a table; risks is what each of its rows says.
func (f *fixture) register(sheet string, analysis, plan bool, scale *model.Scale, risks ...riskRow) *model.Register {
	p := f.place(sheet)
	r := &model.Register{Analysis: analysis, Plan: plan}
	r.Name, r.Board, r.Year = sheet, f.book.Board, f.book.Year
	r.At = model.Source{Doc: 1, Place: p, Row: 7, Col: 1}
	r.Heads = []model.Head{{
		Title: sheet, Board: model.Text(f.book.Board, model.Source{Doc: 1, Place: p, Row: 2, Col: 1}),
		Established: model.Value[model.Date]{V: model.Date{Year: 2025, Month: 10, Day: 31}, OK: true, Raw: "2025-10-31"},
	}}
	fields := analysisFields
	if plan {
		fields = append(fields[:len(fields):len(fields)], planFields...)
	}
	for i, field := range fields {
		r.Columns = append(r.Columns, model.Column{Field: field, At: model.Source{Doc: 1, Place: p, Row: 7, Col: int32(i + 1)}})
	}
	for _, row := range risks {
		r.Risks = append(r.Risks, row.risk(f.row(p), plan))
	}
	f.book.Registers = append(f.book.Registers, model.Entry{Register: r, Scale: scale})
	return r
}

// riskRow is a risk in short.
type riskRow struct {
	number, area, event      string
	likelihood, consequence  string
	score                    any // int, or the text that stood there
	treatment                string
	direction, action, owner string
	reporting                []string
	cost                     string
	more                     []string // actions of further rows
}

func (r riskRow) risk(src model.Source, plan bool) model.Risk {
	out := model.Risk{
		Number: model.Text(r.number, at(src, 3)), Area: model.Text(r.area, at(src, 1)), Event: model.Text(r.event, at(src, 2)),
		Assessment: model.Assessment{Likelihood: levelValueOf(r.likelihood, at(src, 4)), Consequence: levelValueOf(r.consequence, at(src, 5)), Treatment: model.Text(r.treatment, at(src, 7)), At: src},
	}
	switch s := r.score.(type) {
	case int:
		out.Score = model.Value[int]{V: s, OK: true, Raw: decimal.NewFromInt(int64(s)).String(), At: at(src, 6)}
	case string:
		out.Score = model.Value[int]{Raw: s, At: at(src, 6)}
	default:
		out.Score = model.Value[int]{At: at(src, 6)}
	}
	if !plan || r.action == "" && r.direction == "" {
		return out
	}
	for _, action := range append([]string{r.action}, r.more...) {
		m := model.Measure{
			Number: model.Text(r.number, at(src, 8)), Direction: model.Text(r.direction, at(src, 9)), Action: model.Text(action, at(src, 10)),
			Owner: model.Text(r.owner, at(src, 12)), Reporting: model.Value[[]string]{V: r.reporting, OK: len(r.reporting) > 0, At: at(src, 13)}, At: src,
		}
		if r.cost != "" {
			m.Cost = model.Value[decimal.Decimal]{V: decimal.RequireFromString(r.cost), OK: true, Raw: r.cost, At: at(src, 11)}
		}
		out.Measures = append(out.Measures, m)
	}
	return out
}

func levelValueOf(label string, at model.Source) model.Value[model.Level] {
	if label == "" {
		return model.Value[model.Level]{At: at}
	}
	l := model.Level{Label: label}
	if len(label) == 1 && label[0] >= '0' && label[0] <= '9' {
		l = model.Level{Number: int(label[0] - '0'), HasNumber: true}
	}
	return model.Value[model.Level]{V: l, OK: true, Raw: label, At: at}
}

// followUp adds a follow-up; each row is number, action and the reports.
func (f *fixture) followUp(sheet string, periods []string, rows ...[]string) *model.FollowUpTable {
	p := f.place(sheet)
	t := &model.FollowUpTable{}
	t.Name, t.Board, t.Year = sheet, f.book.Board, f.book.Year
	t.At = model.Source{Doc: 1, Place: p, Row: 5, Col: 1}
	for i, key := range periods {
		t.Periods = append(t.Periods, model.Column{Field: model.FieldPeriod, Key: key, Heading: key, At: model.Source{Doc: 1, Place: p, Row: 5, Col: int32(6 + i)}})
	}
	for _, row := range rows {
		src := f.row(p)
		out := model.FollowUpRow{Number: model.Text(row[0], src), Action: model.Text(row[1], at(src, 3)), At: src}
		for i, text := range row[2:] {
			out.Reports = append(out.Reports, model.Text(text, at(src, int32(6+i))))
		}
		t.Rows = append(t.Rows, out)
	}
	f.book.FollowUps = append(f.book.FollowUps, t)
	return t
}

// template gives one of the shipped templates.
func template(t testing.TB, name string) *model.Template {
	t.Helper()
	tpl, err := config.Template(name)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

// usual is the four by four scale of the default template, as though read from
// the document.
func usual(t testing.TB) *model.Scale {
	s := template(t, config.DefaultTemplate).Scale
	s.Origin = model.OriginDefinitions
	return &s
}

func swedish(t testing.TB) *lang.Catalog {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	return cat
}

// rendered writes the report and opens the workbook, which must be the only one.
func rendered(t testing.TB, r *rules.Report, tpl *model.Template) (*excelize.File, []byte) {
	t.Helper()
	files, err := Render(r, output.Options{Lang: swedish(t), Template: tpl, Version: "1.0"})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 {
		t.Fatalf("%d workbooks, want 1", len(files))
	}
	return opened(t, files[0].Data), files[0].Data
}

func opened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// value gives a cell as it is stored, without its number format.
func value(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, cell, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func formula(t testing.TB, f *excelize.File, sheet, cell string) string {
	t.Helper()
	v, err := f.GetCellFormula(sheet, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
