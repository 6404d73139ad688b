package importers

import "riskbok/rules/model"

// freshen notes what the formulas of risk values and treatments give now,
// where that is not what the file has stored.
func freshen(doc *model.Document, calculate func(model.Source) (string, bool)) {
	for i := range doc.Registers {
		for j := range doc.Registers[i].Risks {
			r := &doc.Registers[i].Risks[j]
			freshenValue(&r.Score, calculate)
			freshenValue(&r.Treatment, calculate)
			for _, more := range [][]model.Assessment{r.Repeats, r.Valuations} {
				for k := range more {
					freshenValue(&more[k].Score, calculate)
					freshenValue(&more[k].Treatment, calculate)
				}
			}
		}
	}
}

func freshenValue[T any](v *model.Value[T], calculate func(model.Source) (string, bool)) {
	if v.Formula == "" || v.Uncalculated {
		return
	}
	if text, ok := calculate(v.At); ok && model.Clean(text) != model.Clean(v.Raw) {
		v.Fresh = text
	}
}
