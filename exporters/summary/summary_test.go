package summary

import (
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

func risk(number, event string) model.Risk {
	return model.Risk{Number: model.Text(number, model.Source{}), Event: model.Text(event, model.Source{})}
}

func book(registers ...[]model.Risk) *model.Book {
	b := &model.Book{}
	for _, r := range registers {
		b.Registers = append(b.Registers, model.Entry{Register: &model.Register{Risks: r}})
	}
	return b
}

func TestOf(t *testing.T) {
	r := &rules.Report{
		Documents: []*model.Document{{ID: 0, Kind: model.KindWorkbook}, {ID: 1, Kind: model.KindPDF}, {ID: 2, Kind: model.KindWorkbook}},
		Books: []*model.Book{
			book([]model.Risk{risk("R1", "Elavbrott"), risk("R2", "Brand"), risk("", "Stöld"), risk("", "Vite")},
				[]model.Risk{risk("r 1.", "Elavbrottet"), risk("", "STÖLD ")}),
			book([]model.Risk{risk("R1", "Elavbrott")}),
		},
		Findings: []rules.Finding{
			{Severity: rules.Error, Fix: &rules.Fix{Class: rules.Safe}}, {Severity: rules.Error, Fix: &rules.Fix{Class: rules.Judgement}},
			{Severity: rules.Warning}, {Severity: rules.Info},
			// What stands in a PDF is not corrected in a copy of it.
			{At: model.Source{Doc: 1}, Severity: rules.Warning, Fix: &rules.Fix{Class: rules.Safe}},
		},
	}
	// The two registers of the first book have no place of their own.
	want := Summary{Documents: 3, Risks: 5, Errors: 2, Warnings: 2, Infos: 1, Safe: 1, Checked: Checked{Tables: 2, Risks: 5}}
	if got := Of(r); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}
