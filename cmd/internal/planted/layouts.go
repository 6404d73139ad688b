package planted

import (
	"math/rand/v2"

	"riskbok/rules/model"
)

// Layouts are the municipalities whose scale is stated in the workbook, or is
// the usual 4×4.
var Layouts = []Maker{
	{"egna-blad", ownSheets},
	{"sida-vid-sida", sideBySide},
	{"alla-steg", allSteps},
	{"process-5x5", process},
	{"tre-steg", threeLevels},
	{"blandat", shuffled},
	{"utan-definitioner", undefined},
	{"english", english},
	{"omradesnummer", grouped},
	{"delade-rubriker", splitHeadings},
	{"bara-plan", planOnly},
	{"utan-mellanlagring", uncached},
	{"skala-intill", besideScale},
	{"mellanrubriker", areaRows},
	{"upprepade-rubriker", repeated},
	{"brutto-netto", residual},
	{"perioder-i-par", periodBands},
	{"fotnoter", footnotes},
}

const (
	band1 = "Steg 1 - Riskinventering"
	band2 = "Steg 2 - Riskvärdering"
	band3 = "Steg 3 - Förslag som nämnden beslutar om"
	band4 = "Steg 4 - Uppföljning"
)

func definitions() *DefinitionsSpec {
	return &DefinitionsSpec{Sheet: "Definitioner", Title: "Definitioner", Likelihood: "Sannolikhet", Consequence: "Konsekvens",
		Definition: "Definition", Number: "Värde", RangeHead: "Riskvärde", TreatmentHead: "Rekommendation till hur risken ska hanteras",
		Means: "Innebär", Section: "Riskhantering"}
}

func lines(title string) HeadSpec {
	return HeadSpec{Form: HeadLines, Title: title, Board: "Nämnd", Established: "Upprättad", Decided: "Beslutad"}
}

// ownSheets is the older habit: analysis, plan, follow-up and definitions on
// sheets of their own.
func ownSheets(r *rand.Rand) Layout {
	ds := definitions()
	ds.Descending = r.IntN(2) == 0
	inventory := []ColumnSpec{col(model.FieldArea, "Kontrollområde"), col(model.FieldEvent, "Identifierad risk")}
	judged := []ColumnSpec{col(model.FieldLikelihood, "Sannolikhet"), col(model.FieldConsequence, "Konsekvens"),
		col(model.FieldScore, "Risk-värde"), col(model.FieldTreatment, "Rekommenderad riskhantering")}
	decided := []ColumnSpec{col(model.FieldNumber, "Nr."), col(model.FieldDirection, "Inriktning för riskhantering från nämnd"),
		col(model.FieldAction, "Åtgärd"), col(model.FieldOwner, "Ansvarig"), col(model.FieldReporting, "Återrapporteras")}
	return Layout{Scale: scale4(), Periods: 3, Numbers: Lettered, Levels: ByLabel, Values: Values(r.IntN(3)), Definitions: ds,
		Areas: Areas(r.IntN(3)),
		Sheets: []SheetSpec{
			{Name: "Riskanalys", Steps: Steps{Analysis: true}, Row: 7 + r.IntN(2), Col: 1, Heads: []HeadSpec{lines("Riskanalys")},
				Columns: join(banded(band1, append(clone(inventory), col(model.FieldNumber, "Nr"))...), banded(band2, clone(judged)...))},
			{Name: "Internkontrollplan", Steps: Steps{Analysis: true, Plan: true}, Row: 7, Col: 1, Heads: []HeadSpec{lines("Internkontrollplan {year}")},
				Required: r.IntN(2) == 0, Merged: r.IntN(2) == 0,
				Columns: join(banded(band1, clone(inventory)...), banded(band2, clone(judged)...), banded(band3, clone(decided)...))},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 5, Col: 1, Required: true,
				Heads:   []HeadSpec{{Form: HeadBare, Title: "Internkontrollplan {year}"}},
				Columns: join(banded(band3, clone(decided)...), banded(band4, periods("T1", "T2", "T3")...))},
		}}
}

func clone(cols []ColumnSpec) []ColumnSpec { return append([]ColumnSpec(nil), cols...) }

// sideBySide is the newer habit: all steps but the follow-up beside each
// other, numbers twice, values by formula, numbered rows left over.
func sideBySide(r *rand.Rand) Layout {
	ds := definitions()
	ds.HideNumbers, ds.Descending = true, true
	plan := lines("Riskanalys")
	beside := HeadSpec{Form: HeadBare, Title: "Internkontrollplan {year}", Established: "-", At: model.FieldPlanNumber}
	return Layout{Scale: scale4(), Periods: 3, Numbers: Lettered, Levels: ByLabel, Values: Lookup, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Riskanalys IKP", Steps: Steps{Analysis: true, Plan: true}, Row: 7, Col: 1 + r.IntN(2), Heads: []HeadSpec{plan, beside},
				Template: r.IntN(5),
				Columns: join(
					banded(band1, col(model.FieldArea, "Kontrollområde"), col(model.FieldEvent, "Identifierad risk"), col(model.FieldNumber, "Nr")),
					banded(band2, col(model.FieldLikelihood, "Sannolikhet"), col(model.FieldConsequence, "Konsekvens"),
						col(model.FieldScore, "Risk-\nvärde"), col(model.FieldTreatment, "Rekommenderad riskhantering")),
					banded(band3, col(model.FieldPlanNumber, "Nr."), col(model.FieldDirection, "Inriktning för riskhantering från nämnd"),
						col(model.FieldAction, "Åtgärd"), col(model.FieldCost, "Kostnad"), col(model.FieldOwner, "Ansvarig"),
						col(model.FieldReporting, "Återrapporteras")))},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 4, Col: 1, Required: true,
				Heads: []HeadSpec{{Form: HeadBare, Title: "Uppföljning av internkontrollplan {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldAction, "Åtgärd")},
					periods("T1", "T2", "Årsbokslut"))},
		}}
}

// allSteps has steg 1 to 4 in one table, with one merged band for each.
func allSteps(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form, ds.Ranges, ds.Sheet, ds.Title, ds.First = NumberInLabel, RangeDash, "Bedömningsgrunder", "Bedömningsgrunder", true
	return Layout{Scale: scale4Other(), Periods: 3, Numbers: Lettered, Levels: pick(r, []Levels{ByBoth, ByBothDash, ByLabel}), Values: Values(r.IntN(2)),
		Areas: AreaMerged, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "IKP", Steps: Steps{true, true, true}, Row: 8, Col: 2, Merged: true, Notes: r.IntN(3),
				Heads: []HeadSpec{{Form: HeadCells, Title: "Internkontrollplan {year}", Board: "Nämnd", Established: "Upprättad", Decided: "Beslutad"}},
				Columns: join(
					banded(band1, col(model.FieldNumber, "Risknr"), col(model.FieldArea, "Riskområde"), col(model.FieldEvent, "Beskrivning av risk")),
					banded(band2, col(model.FieldLikelihood, "Sannolik-\nhet"), col(model.FieldConsequence, "Konse-\nkvens"),
						col(model.FieldScore, "Riskpoäng"), col(model.FieldTreatment, "Hantering")),
					banded(band3, col(model.FieldDirection, "Inriktning"), col(model.FieldAction, "Åtgärder"), col(model.FieldOwner, "Riskägare"),
						col(model.FieldReporting, "Avrapportering")),
					banded(band4, periods("Tertial 1", "Tertial 2", "Årsbokslut")...))},
		}}
}

// process is the process-oriented 5×5: no numbers, numbered levels, a product
// formula, a blank area for the one above.
func process(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form, ds.Sheet, ds.Title, ds.Ranges = SideBySide, "Skala", "Bedömningsskala", RangeFrom
	ds.Consequence, ds.Definition, ds.RangeHead, ds.TreatmentHead, ds.Means = "Påverkan", "Beskrivning", "Risktal", "Riskhantering", "Betydelse"
	return Layout{Scale: scale5(), Periods: 2, Numbers: Unnumbered, Levels: ByNumber, Values: Product, Areas: AreaBlank, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Riskregister", Steps: Steps{Analysis: true, Plan: true}, Row: 6, Col: 1, Notes: 1,
				Heads: []HeadSpec{{Form: HeadLines, Title: "Plan för intern kontroll {year}", Board: "Nämnd/styrelse", Decided: "Antagen av nämnden", LongDates: true, Paragraph: r.IntN(2) == 0}},
				Columns: []ColumnSpec{col(model.FieldArea, "Process"), col(model.FieldEvent, "Riskbeskrivning"),
					col(model.FieldLikelihood, "Sannolikhet (1-5)"), col(model.FieldConsequence, "Påverkan (1-5)"), col(model.FieldScore, "Risktal"),
					col(model.FieldTreatment, "Risknivå"), col(model.FieldAction, "Kontrollmoment"), col(model.FieldOwner, "Kontrollansvarig"),
					col(model.FieldReporting, "Rapportering till")}},
		}}
}

// threeLevels has three levels, the same words on both axes, headings of one
// letter and values typed as text.
func threeLevels(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form = PrintedOrder
	return Layout{Scale: scale3(), Periods: 2, Numbers: Numbering(1 + r.IntN(2)), Levels: ByLabel, Values: TypedText, Definitions: ds, ShortLabels: true,
		Sheets: []SheetSpec{
			{Name: "Blad1", Steps: Steps{Analysis: true, Plan: true}, Row: 9, Col: 3, Notes: 2,
				Heads: []HeadSpec{{Form: HeadLines, Title: "Internkontrollplan {year}", Board: "Nämnd", Established: "Framtagen", Decided: "Fastställd", Municipality: true}},
				Columns: []ColumnSpec{col(model.FieldNumber, "Löpnr"), col(model.FieldArea, "Rutin"), col(model.FieldEvent, "Risk"),
					col(model.FieldLikelihood, "S"), col(model.FieldConsequence, "K"), col(model.FieldScore, "S*K"),
					col(model.FieldTreatment, "Prioritet"), col(model.FieldAction, "Kontroller"), col(model.FieldOwner, "Ansvarig"),
					col(model.FieldReporting, "Uppföljning")}},
			{Name: "Blad2", Steps: Steps{FollowUp: true}, Row: 3, Col: 2, Required: true,
				Heads: []HeadSpec{{Form: HeadNone, Title: "Uppföljning {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Löpnr"), col(model.FieldEvent, "Risk"), col(model.FieldAction, "Kontroller")},
					periods("Delår", "Årsbokslut"))},
		}}
}
