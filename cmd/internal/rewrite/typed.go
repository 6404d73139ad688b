package rewrite

import (
	"bytes"
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// Typed writes a book as its board would type it, without formulas: a sheet
// with the headings of a template's sheet of plans, one with those of its
// follow-up and one that defines the scale. Texts stand as [Kept] gives them.
func Typed(b *model.Book, t *model.Template, words *model.Vocabulary) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	w := &typist{file: f, words: words}
	lay := &t.Layout.Registers[len(t.Layout.Registers)-1]
	w.sheet("Internkontrollplan")
	r := b.Registers[0].Register
	w.line("Internkontrollplan " + strconv.Itoa(b.Year))
	w.line(t.Layout.BoardLabel + " " + b.Board)
	w.head(lay.Columns)
	for i := range r.Risks {
		for j := range r.Risks[i].Measures {
			w.risk(lay.Columns, &r.Risks[i], &r.Risks[i].Measures[j], j)
		}
	}
	if len(b.FollowUps) > 0 {
		w.followUp(b, &t.Layout.FollowUp)
	}
	w.definitions(b.Registers[0].Scale)
	w.flush()
	var out bytes.Buffer
	if w.err == nil {
		w.err = f.Write(&out)
	}
	return out.Bytes(), w.err
}

type typist struct {
	file  *excelize.File
	words *model.Vocabulary
	name  string
	row   int
	cells map[int][]any // of the sheet so far
	err   error
}

func (w *typist) sheet(name string) {
	w.flush()
	if w.name == "" {
		w.err = w.file.SetSheetName("Sheet1", name)
	} else if _, err := w.file.NewSheet(name); err != nil {
		w.err = err
	}
	w.name, w.row, w.cells = name, 0, map[int][]any{}
}

// flush writes the sheet: as a stream, for only so do the codes of characters
// ("_x000D_") come out as text.
func (w *typist) flush() {
	if w.name == "" || w.err != nil {
		return
	}
	sw, err := w.file.NewStreamWriter(w.name)
	for row := 0; row <= w.row && err == nil; row++ {
		if len(w.cells[row]) > 0 {
			err = sw.SetRow(workbook.Ref(row, 0), w.cells[row])
		}
	}
	if err == nil {
		err = sw.Flush()
	}
	w.err = err
}

func (w *typist) set(col int, v any) {
	for len(w.cells[w.row]) <= col {
		w.cells[w.row] = append(w.cells[w.row], nil)
	}
	if v != "" {
		w.cells[w.row][col] = v
	}
}

func (w *typist) line(text string) {
	w.set(0, text)
	w.row++
}

func (w *typist) head(columns []model.LayoutColumn) {
	for i, c := range columns {
		w.set(i, c.Heading)
	}
	w.row++
}

func (w *typist) text(v model.Value[string]) string { return Kept(v, w.words) }

func (w *typist) risk(columns []model.LayoutColumn, k *model.Risk, m *model.Measure, nth int) {
	// Only a number says that two rows are of one risk.
	told := nth == 0 || model.NumberKey(w.text(k.Number)) != ""
	for col, c := range columns {
		switch c.Field {
		case model.FieldDirection:
			w.set(col, w.text(m.Direction))
		case model.FieldAction:
			w.set(col, w.text(m.Action))
		case model.FieldCost:
			w.set(col, KeptRaw(m.Cost.Raw))
		case model.FieldOwner:
			w.set(col, w.text(m.Owner))
		case model.FieldReporting:
			w.set(col, KeptRaw(m.Reporting.Raw))
		}
		if !told {
			continue
		}
		switch c.Field {
		case model.FieldNumber, model.FieldPlanNumber:
			w.set(col, w.text(k.Number))
		case model.FieldArea:
			w.set(col, w.text(k.Area))
		case model.FieldEvent:
			w.set(col, w.text(k.Event))
		case model.FieldLikelihood:
			w.set(col, KeptRaw(k.Likelihood.Raw))
		case model.FieldConsequence:
			w.set(col, KeptRaw(k.Consequence.Raw))
		case model.FieldScore:
			if k.Score.OK {
				w.set(col, k.Score.V)
			} else {
				w.set(col, KeptRaw(k.Score.Raw))
			}
		case model.FieldTreatment:
			w.set(col, w.text(k.Treatment))
		}
	}
	w.row++
}

func (w *typist) followUp(b *model.Book, l *model.FollowUpLayout) {
	f := b.FollowUps[0]
	w.sheet("Uppföljning")
	w.line("Uppföljning av internkontrollplan " + strconv.Itoa(b.Year))
	w.line(b.Board)
	var columns []model.LayoutColumn
	for _, c := range l.Columns {
		if c.Field != model.FieldPeriod {
			columns = append(columns, c)
			continue
		}
		for _, p := range f.Periods {
			columns = append(columns, model.LayoutColumn{Field: c.Field, Heading: p.Heading})
		}
	}
	w.head(columns)
	for i := range f.Rows {
		r, nth := &f.Rows[i], 0
		for col, c := range columns {
			switch c.Field {
			case model.FieldNumber:
				w.set(col, w.text(r.Number))
			case model.FieldDirection:
				w.set(col, w.text(r.Direction))
			case model.FieldAction:
				w.set(col, w.text(r.Action))
			case model.FieldOwner:
				w.set(col, w.text(r.Owner))
			case model.FieldReporting:
				w.set(col, KeptRaw(r.Reporting.Raw))
			case model.FieldPeriod:
				w.set(col, w.text(r.Reports[nth]))
				nth++
			}
		}
		w.row++
	}
}

func (w *typist) definitions(s *model.Scale) {
	w.sheet("Definitioner")
	w.line("Definitioner")
	for _, a := range []struct {
		name string
		axis *model.Axis
	}{{"Sannolikhet", &s.Likelihood}, {"Konsekvens", &s.Consequence}} {
		w.row++
		w.set(0, a.name)
		w.set(1, "Definition")
		w.set(2, "Värde")
		for _, l := range a.axis.Levels {
			w.row++
			w.set(0, l.Label)
			w.set(1, l.Definition)
			w.set(2, l.Value)
		}
		w.row++
	}
	w.row++
	w.set(0, "Riskvärde")
	w.set(1, "Rekommendation till hur risken ska hanteras")
	w.set(2, "Innebär")
	for _, t := range s.Treatments {
		w.row++
		w.set(0, fmt.Sprintf("%d-%d", t.Min, t.Max))
		w.set(1, t.Label)
		w.set(2, t.Meaning)
	}
}

// Money is a workbook with a board's budget and its economy follow-up.
func Money(board string, year int) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	for i, sheet := range []struct {
		name string
		rows [][]any
	}{
		{"Budget", [][]any{
			{fmt.Sprintf("Budget %d", year)}, {board}, {"Belopp i tkr"}, {},
			{"Kommun", strconv.Itoa(year - 1), strconv.Itoa(year)},
			{"Storvik-Åby kommun", 5120.5, 5400}, {"Norra skärgården", 812, 845.5}, {"=Öarna & +fyren", -12, 0.5}, {"Totalt", 5920.5, 6246},
		}},
		{"Ekonomi", [][]any{
			{fmt.Sprintf("Ekonomisk uppföljning januari–augusti %d, mnkr", year)}, {board}, {},
			{"", "Budget", "Utfall", "Avvikelse"},
			{"Intäkter", 6.2, 5.9, -0.3}, {"Kostnader", -6.2, -5.8, 0.4}, {"Netto", 0, 0.1, 0.1},
		}},
	} {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", sheet.name); err != nil {
				return nil, err
			}
		} else if _, err := f.NewSheet(sheet.name); err != nil {
			return nil, err
		}
		for n, row := range sheet.rows {
			if err := f.SetSheetRow(sheet.name, workbook.Ref(n, 0), &row); err != nil {
				return nil, err
			}
		}
	}
	var out bytes.Buffer
	err := f.Write(&out)
	return out.Bytes(), err
}
