package planted

import (
	"math/rand/v2"

	"riskbok/rules/model"
)

// headings are words for each field, as municipalities print them.
var headings = map[model.Field][]string{
	model.FieldNumber:      {"Nr", "Nr.", "Risk-ID", "Risknr", "Löpnr"},
	model.FieldArea:        {"Kontrollområde", "Process", "Rutin", "Verksamhets-\nområde", "Arbetsområde", "Inriktningsmål"},
	model.FieldEvent:       {"Identifierad risk", "Risk", "Riskbeskrivning", "Beskrivning av risk", "Händelse"},
	model.FieldLikelihood:  {"Sannolikhet", "Sannolik-\nhet", "S", "Sannolikhet (hur troligt?)"},
	model.FieldConsequence: {"Konsekvens", "Väsentlighet", "Påverkan", "Effekt", "K"},
	model.FieldScore:       {"Riskvärde", "Risk-\nvärde", "Risktal", "Riskpoäng", "VOR-värde", "S*K", "Riskvärde (S x K)"},
	model.FieldTreatment:   {"Rekommenderad riskhantering", "Hantering", "Risknivå", "Prioritet"},
	model.FieldDirection:   {"Inriktning för riskhantering från nämnd", "Inriktning"},
	model.FieldAction:      {"Åtgärd", "Åtgärder", "Kontrollmoment", "Kontroller", "Direktåtgärder", "Åtgärds-\nstrategi", "Åtgärd (vad ska göras?)"},
	model.FieldOwner:       {"Ansvarig", "Riskägare", "Kontroll-\nansvarig"},
	model.FieldReporting:   {"Återrapporteras", "Rapportering till", "Avrapportering", "Uppföljning"},
}

func worded(r *rand.Rand, fields ...model.Field) []ColumnSpec {
	out := make([]ColumnSpec, len(fields))
	for i, f := range fields {
		out[i] = col(f, pick(r, headings[f]))
		out[i].Hidden = r.IntN(8) == 0
	}
	return out
}

func (ds *DefinitionsSpec) vary(r *rand.Rand) *DefinitionsSpec {
	ds.Form, ds.Ranges, ds.Descending, ds.First = Form(r.IntN(5)), RangeForm(r.IntN(4)), r.IntN(2) == 0, r.IntN(2) == 0
	ds.HideNumbers = ds.Form == NumberColumn && r.IntN(2) == 0
	ds.Row, ds.Col = 1+r.IntN(3), 1+r.IntN(3)
	ds.Matrix = r.IntN(2) == 0
	return ds
}

func anyScale(r *rand.Rand) Scale {
	return pick(r, []func() Scale{scale3, scale4, scale4Other, scale5, scale45})()
}

// shuffled draws everything: scale, words, order of columns, styles.
func shuffled(r *rand.Rand) Layout {
	register := worded(r, model.FieldNumber, model.FieldArea, model.FieldEvent, model.FieldLikelihood, model.FieldConsequence, model.FieldScore,
		model.FieldTreatment, model.FieldDirection, model.FieldAction, model.FieldOwner, model.FieldReporting)
	r.Shuffle(len(register), func(i, j int) { register[i], register[j] = register[j], register[i] })
	follow := worded(r, model.FieldNumber, model.FieldAction, model.FieldOwner)
	r.Shuffle(len(follow), func(i, j int) { follow[i], follow[j] = follow[j], follow[i] })
	form := lines("Internkontrollplan {year}")
	form.Form = pick(r, []HeadForm{HeadLines, HeadCells})
	form.LongDates = r.IntN(2) == 0
	scale := anyScale(r)
	return Layout{Scale: scale, Periods: 3, Numbers: Numbering(r.IntN(4)), Levels: Levels(r.IntN(6)), Values: Values(r.IntN(2)),
		Areas: Areas(r.IntN(2)), Definitions: definitions().vary(r), ShortLabels: scale.distinct() && r.IntN(2) == 0,
		Sheets: []SheetSpec{
			{Name: "Plan", Steps: Steps{Analysis: true, Plan: true}, Row: 6 + r.IntN(5), Col: 1 + r.IntN(4), Heads: []HeadSpec{form},
				Columns: register, Merged: r.IntN(2) == 0, Notes: r.IntN(3)},
			{Name: "Utfall", Steps: Steps{FollowUp: true}, Row: 4 + r.IntN(3), Col: 1 + r.IntN(2), Required: true,
				Heads: []HeadSpec{{Form: HeadBare, Title: "Uppföljning {year}"}}, Columns: join(follow, periods("T1", "T2", "T3"))},
		}}
}

// undefined states no scale: the usual 4×4 holds. Its typing is careless.
func undefined(r *rand.Rand) Layout {
	return Layout{Scale: scale4(), Periods: 3, Numbers: Numbering(r.IntN(2)), Levels: ByLabel, Values: Values(r.IntN(2)), Messy: true,
		Sheets: []SheetSpec{
			{Name: "Riskanalys", Steps: Steps{Analysis: true}, Row: 4, Col: 1,
				Heads: []HeadSpec{{Form: HeadBare, Title: "Riskanalys {year}"}},
				Columns: []ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldArea, "Område"), col(model.FieldEvent, "Risk"),
					col(model.FieldLikelihood, "SANNOLIKHET"), col(model.FieldConsequence, "konsekvens"), col(model.FieldScore, "Risk värde")}},
			{Name: "Internkontrollplan", Steps: Steps{Plan: true}, Row: 6, Col: 1, Required: true,
				Heads: []HeadSpec{lines("Internkontrollplan {year}")},
				Columns: []ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldEvent, "Risk"), col(model.FieldDirection, "Inriktning från nämnd"),
					col(model.FieldAction, "Åtgärd"), col(model.FieldOwner, "Ansvarig"), col(model.FieldReporting, "Återrapporteras")}},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 4, Col: 1, Required: true,
				Heads:   []HeadSpec{{Form: HeadBare, Title: "Uppföljning av internkontrollplan {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr")}, periods("T1", "T2", "T3"))},
		}}
}

func english(r *rand.Rand) Layout {
	ds := &DefinitionsSpec{Sheet: "Definitions", Title: "Definitions", Form: NumberFirst, Likelihood: "Likelihood", Consequence: "Impact",
		Definition: "Description", Number: "Value", RangeHead: "Risk score", TreatmentHead: "Recommended treatment", Means: "Meaning", Ranges: RangeForm(r.IntN(4))}
	return Layout{Scale: scaleEnglish(), English: true, Periods: 3, Numbers: Lettered, Levels: ByLabel, Values: Lookup, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Risk register", Steps: Steps{Analysis: true, Plan: true}, Row: 7, Col: 1,
				Heads: []HeadSpec{{Form: HeadLines, Title: "Internal control plan {year}", Board: "Board", Established: "Prepared", Decided: "Adopted"}},
				Columns: []ColumnSpec{col(model.FieldNumber, "No."), col(model.FieldArea, "Control area"), col(model.FieldEvent, "Identified risk"),
					col(model.FieldLikelihood, "Likelihood"), col(model.FieldConsequence, "Impact"), col(model.FieldScore, "Risk score"),
					col(model.FieldTreatment, "Recommended treatment"), col(model.FieldDirection, "Direction"), col(model.FieldAction, "Action"),
					col(model.FieldOwner, "Owner"), col(model.FieldReporting, "Reporting")}},
			{Name: "Follow-up", Steps: Steps{FollowUp: true}, Row: 4, Col: 1, Required: true,
				Heads:   []HeadSpec{{Form: HeadNone, Title: "Follow-up {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "No."), col(model.FieldEvent, "Identified risk")}, periods("T1", "T2", "Year-end"))},
		}}
}

// grouped numbers its risks "2.1" within areas and keeps real dates.
func grouped(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form, ds.Ranges = NumberInLabel, RangeFrom
	form := HeadSpec{Form: HeadCells, Title: "Riskanalys och internkontrollplan {year}", Board: "Nämnd", Established: "Upprättad", Decided: "Beslutsdatum"}
	return Layout{Scale: scale5(), Periods: 2, Numbers: Grouped, Levels: pick(r, []Levels{ByBoth, ByNumber, ByNumberText}), Values: Typed,
		Areas: AreaMerged, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Plan", Steps: Steps{Analysis: true, Plan: true}, Row: 8, Col: 2, Heads: []HeadSpec{form},
				Columns: []ColumnSpec{col(model.FieldArea, "Verksamhetsområde"), col(model.FieldNumber, "Risk-ID"), col(model.FieldEvent, "Händelse"),
					col(model.FieldLikelihood, "Sannolikhet (1-5)"), col(model.FieldConsequence, "Konsekvens (1-5)"), col(model.FieldScore, "Riskpoäng"),
					col(model.FieldTreatment, "Hantering"), col(model.FieldAction, "Direktåtgärder"), col(model.FieldOwner, "Ansvarig"),
					col(model.FieldReporting, "Avrapportering")}},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 6, Col: 2, Required: true,
				Heads: []HeadSpec{{Form: HeadCells, Title: "Uppföljning {year}", Board: "Nämnd"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Risk-ID"), col(model.FieldAction, "Direktåtgärder"), col(model.FieldOwner, "Ansvarig")},
					periods("Deluppföljning 1", "Deluppföljning 2"))},
		}}
}

// splitHeadings prints the judgement's columns under one heading, the others
// over two rows.
func splitHeadings(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form, ds.Descending = NumberFirst, true
	return Layout{Scale: scale4(), Periods: 3, Numbers: Counted, Levels: pick(r, []Levels{ByNumberText, ByNumber}), Values: Typed, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Internkontrollplan", Steps: Steps{Analysis: true, Plan: true}, Row: 8, Col: 2, SplitTop: true, Merged: r.IntN(2) == 0,
				Heads: []HeadSpec{{Form: HeadLines, Title: "Internkontrollplan {year}", Board: "Nämnd", Established: "Datum", Decided: "Beslutad av nämnden"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldArea, "Kontrollområde"), col(model.FieldEvent, "Identifierad risk")},
					banded("Bedömning", col(model.FieldLikelihood, "Sannolikhet"), col(model.FieldConsequence, "Konsekvens"), col(model.FieldScore, "Risktal")),
					[]ColumnSpec{col(model.FieldTreatment, "Riskhantering")},
					banded("Hantering av risken", col(model.FieldDirection, "Inriktning"), col(model.FieldAction, "Åtgärd"), col(model.FieldOwner, "Ansvarig")),
					[]ColumnSpec{col(model.FieldReporting, "Återrapporteras")})},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 5, Col: 1, SplitTop: true, Required: true,
				Heads: []HeadSpec{{Form: HeadBare, Title: "Uppföljning {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldEvent, "Identifierad risk")},
					banded("Uppföljning", periods("T1", "T2", "T3")...))},
		}}
}

// planOnly has no analysis: a plan of the risks that need one, on a
// rectangular scale, and its follow-up.
func planOnly(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form = Form(r.IntN(4))
	return Layout{Scale: scale45(), Periods: 3, Numbers: Lettered, Levels: Levels(r.IntN(2)), Values: Typed, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "Kontrollplan", Steps: Steps{Analysis: true, Plan: true}, Row: 6, Col: 1, Required: true, Zero: true, Template: r.IntN(2),
				Heads: []HeadSpec{lines("Internkontrollplan {year}")},
				Columns: []ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldEvent, "Risk"), col(model.FieldLikelihood, "Sannolikhet"),
					col(model.FieldConsequence, "Effekt"), col(model.FieldScore, "VOR-värde"), col(model.FieldAction, "Åtgärdsstrategi"),
					col(model.FieldOwner, "Riskägare"), col(model.FieldReporting, "Rapportering till")}},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 6, Col: 1, Required: true, Heads: []HeadSpec{lines("Uppföljning {year}")},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldAction, "Åtgärdsstrategi"), col(model.FieldOwner, "Riskägare")},
					periods("T1", "T2", "T3"))},
		}}
}

// uncached has formulas whose results are not stored.
func uncached(r *rand.Rand) Layout {
	l := process(r)
	l.Values, l.Numbers, l.Areas = Uncached, Counted, AreaRepeated
	l.Sheets[0].Columns = append([]ColumnSpec{col(model.FieldNumber, "Nr")}, l.Sheets[0].Columns...)
	return l
}

// besideScale has the scale on the sheet of the plan, empty columns between
// the steps and sometimes empty rows between the areas.
func besideScale(r *rand.Rand) Layout {
	ds := definitions()
	ds.Form, ds.Beside, ds.Ranges = Form(r.IntN(5)), Beside(1+r.IntN(2)), RangeForm(r.IntN(4))
	spacer := []ColumnSpec{{Width: 2}}
	return Layout{Scale: anyScale(r), Periods: 2, Numbers: Numbering(r.IntN(3)), Levels: Levels(r.IntN(3)), Values: Typed, Definitions: ds,
		Sheets: []SheetSpec{
			{Name: "IKP", Steps: Steps{Analysis: true, Plan: true}, Row: 6, Col: 1, Gaps: r.IntN(2) == 0, Notes: r.IntN(2), Close: r.IntN(2) == 0, Heads: []HeadSpec{lines("Internkontrollplan {year}")},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldArea, "Kontrollområde"), col(model.FieldEvent, "Riskbeskrivning")}, spacer,
					[]ColumnSpec{col(model.FieldLikelihood, "Sannolikhet"), col(model.FieldConsequence, "Konsekvens"), col(model.FieldScore, "Risktal"),
						col(model.FieldTreatment, "Hantering")}, spacer,
					[]ColumnSpec{col(model.FieldPlanNumber, "Nr"), col(model.FieldDirection, "Inriktning"), col(model.FieldAction, "Åtgärder"),
						col(model.FieldOwner, "Ansvarig"), col(model.FieldReporting, "Avrapportering")})},
			{Name: "Uppföljning", Steps: Steps{FollowUp: true}, Row: 4, Col: 1, Required: true, Heads: []HeadSpec{{Form: HeadBare, Title: "Uppföljning {year}"}},
				Columns: join([]ColumnSpec{col(model.FieldNumber, "Nr"), col(model.FieldAction, "Åtgärder")}, periods("T1", "T2"))},
		}}
}

// areaRows has the areas as rows of their own between the risks.
func areaRows(r *rand.Rand) Layout {
	l := threeLevels(r)
	s := &l.Sheets[0]
	s.AreaRows, s.Notes = true, 0
	s.Columns = append(s.Columns[:1], s.Columns[2:]...)
	return l
}

// repeated has the headings again on every printed page.
func repeated(r *rand.Rand) Layout {
	l := planOnly(r)
	for i := range l.Sheets {
		l.Sheets[i].Repeat = 3 + r.IntN(4)
	}
	for i := range l.Sheets[1].Columns {
		if k := &l.Sheets[1].Columns[i]; k.Field == model.FieldPeriod {
			k.Heading = "Uppföljning " + k.Heading
		}
	}
	return l
}

// InferredLayouts state no scale though theirs is not the usual one: the rows
// themselves must tell it.
var InferredLayouts = []Maker{
	{"5x5-siffror", func(r *rand.Rand) Layout {
		l := process(r)
		l.untold(16)
		return l
	}},
	{"5x5-bada", func(r *rand.Rand) Layout {
		l := grouped(r)
		l.Levels = ByBoth
		l.untold(16)
		return l
	}},
	{"5x5-etiketter", func(r *rand.Rand) Layout {
		l := english(r)
		l.Values = Typed
		l.untold(40)
		return l
	}},
	{"4x4-andra-ord", func(r *rand.Rand) Layout {
		l := splitHeadings(r)
		l.Scale, l.Levels = scale4Other(), pick(r, []Levels{ByLabel, ByBothDash})
		l.untold(30)
		return l
	}},
	{"4x5-bada", func(r *rand.Rand) Layout {
		l := grouped(r)
		l.Scale, l.Levels = scale45(), ByBothDash
		l.Sheets[0].Columns[3].Heading, l.Sheets[0].Columns[4].Heading = "Sannolikhet", "Konsekvens"
		l.untold(16)
		return l
	}},
	{"3x3-bokstaver", func(r *rand.Rand) Layout {
		l := threeLevels(r)
		l.Levels = pick(r, []Levels{ByLabel, ByBoth})
		l.untold(10)
		return l
	}},
}

// untold takes the scale out of the workbook; the plan has so many risks more
// that its rows tell it.
func (l *Layout) untold(risks int) { l.Definitions, l.Untold, l.Risks = nil, true, risks }
