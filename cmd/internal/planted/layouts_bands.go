package planted

import (
	"math/rand/v2"

	"riskbok/rules/model"
)

// spare is a column that the layout has and nobody fills in.
func spare(heading string) ColumnSpec { return ColumnSpec{Heading: heading} }

// residual values its risks twice, before and after the measures, under the
// same headings; the second valuation is not filled in.
func residual(r *rand.Rand) Layout {
	before, after := pick(r, []string{"Inneboende risk", "Bruttorisk"}), pick(r, []string{"Kvarstående risk", "Nettorisk", "Efter åtgärder"})
	return Layout{Scale: scale4(), Periods: 3, Numbers: Numbering(r.IntN(2)), Levels: Levels(r.IntN(3)), Values: Typed, Definitions: definitions().vary(r),
		Sheets: []SheetSpec{
			{Name: "Riskregister", Steps: Steps{Analysis: true, Plan: true}, Row: 7, Col: 1 + r.IntN(2), SplitTop: r.IntN(2) == 0,
				Heads: []HeadSpec{lines("Internkontrollplan {year}")},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Risk-ID"), col(model.FieldArea, "Process"), col(model.FieldEvent, "Risk")},
					banded(before, col(model.FieldLikelihood, "Sannolikhet"), col(model.FieldConsequence, "Konsekvens"), col(model.FieldScore, "Riskvärde")),
					[]ColumnSpec{col(model.FieldTreatment, "Hantering"), col(model.FieldAction, "Riskreducerande åtgärder"), col(model.FieldOwner, "Riskägare")},
					banded(after, spare("Sannolikhet"), spare("Konsekvens"), spare("Riskvärde")),
					[]ColumnSpec{col(model.FieldReporting, "Rapporteras")})},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 5, Col: 1, Required: true,
				Heads:   []HeadSpec{{Form: HeadBare, Title: "Uppföljning {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Risk-ID"), col(model.FieldAction, "Riskreducerande åtgärder")}, periods("T1 kommentar", "T2 kommentar", "T3 kommentar"))},
		}}
}

// periodBands has each period over two columns, of which one is used, and
// headings that reach down beside them.
func periodBands(r *rand.Rand) Layout {
	l := splitHeadings(r)
	columns := []ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldEvent, "Identifierad risk")}
	used := r.IntN(2)
	for i, band := range []string{"Tertial 1", "Tertial 2", "Tertial 3"} {
		pair := []ColumnSpec{spare("Status"), spare("Kommentar")}
		pair[used].Column = Column{model.FieldPeriod, i}
		columns = append(columns, banded(band, pair...)...)
	}
	l.Sheets[1].Columns = columns
	return l
}

// footnotes has notes, signs and parentheses in its headings, and the risk's
// value under the word for the risk.
func footnotes(r *rand.Rand) Layout {
	return Layout{Scale: scale5(), Periods: 2, Numbers: Counted, Levels: ByNumber, Values: Values(r.IntN(2)), Definitions: definitions().vary(r),
		Sheets: []SheetSpec{
			{Name: "Risker", Steps: Steps{Analysis: true, Plan: true}, Row: 5, Col: 1, Heads: []HeadSpec{lines("Riskanalys {year}")},
				Columns: []ColumnSpec{col(model.FieldNumber, "Nr.:"), col(model.FieldArea, "Område:"), col(model.FieldEvent, "Händelse*"),
					col(model.FieldLikelihood, "Sannolikhet (S)*"), spare("Konsekvens ekonomi"), spare("Konsekvens verksamhet"), col(model.FieldConsequence, "Konsekvens (K)**"),
					col(model.FieldScore, pick(r, []string{"Risk (S*K)", "Riskvärde***", "RV"})), col(model.FieldAction, "Åtgärd/kontroll"), col(model.FieldOwner, "Ansvarig\nfunktion")}},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 4, Col: 2, Required: true,
				Heads:   []HeadSpec{{Form: HeadBare, Title: "Uppföljning {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldEvent, "Händelse"), col(model.FieldAction, "Åtgärd")}, periods("Uppföljning augusti", "Uppföljning december"))},
		}}
}
