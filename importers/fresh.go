package importers

import "riskbok/rules/model"

// freshen notes what the formulas of risk values and treatments give now,
// where that is not what the file has stored.
func freshen(doc *model.Document, calculate func(model.Source) (string, bool)) {
	eachAssessment(doc, func(a *model.Assessment) {
		a.Fresh.Score, a.Fresh.Treatment = fresh(&a.Score, calculate), fresh(&a.Treatment, calculate)
	})
}

// encircle notes which risk values depend on a cell that depends on itself.
func encircle(doc *model.Document, circle func(model.Source) (model.Source, bool)) {
	eachAssessment(doc, func(a *model.Assessment) {
		if a.Score.Formula == "" {
			return
		}
		if cell, ok := circle(a.Score.At); ok {
			a.Circle = &cell
		}
	})
}

func eachAssessment(doc *model.Document, do func(*model.Assessment)) {
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			r := &doc.Registers[i].Risks[j]
			do(&r.Assessment)
			for _, more := range [][]model.Assessment{r.Repeats, r.Valuations} {
				for k := range more {
					do(&more[k])
				}
			}
		}
	}
}

// fresh gives what the formula of a value gives now, "" where that is what is
// stored.
func fresh[T any](v *model.Value[T], calculate func(model.Source) (string, bool)) string {
	if v.Formula == "" || v.Uncalculated {
		return ""
	}
	if text, ok := calculate(v.At); ok && model.Clean(text) != model.Clean(v.Raw) {
		return text
	}
	return ""
}
