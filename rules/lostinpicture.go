package rules

import (
	"slices"

	"riskbok/rules/model"
)

// Recognition of a picture drops lone digits and short words, and whole lines of a
// scale: what is empty in its text need not be empty on the paper.

// asLost gives the findings with those on what is empty, or a scale that has a
// gap, in text recognized in a picture as one for each place that says so: nothing
// is missing for sure there, and nothing was checked. It takes the place of those given.
func asLost(found []Finding, byID map[int32]*model.Document) []Finding {
	lost := map[model.Source]int{} // of a place, by its index in out
	out := found[:0]
	for _, f := range found {
		variant := lostVariant(&f)
		if variant == "" || !placeOf(byID, f.At).Recognized {
			out = append(out, f)
			continue
		}
		at := model.Source{Doc: f.At.Doc, Place: f.At.Place}
		k, told := lost[at]
		if !told {
			lost[at] = len(out)
			out = append(out, Finding{Rule: NotChecked, Severity: Error, Variant: variant, Path: f.Table + "/" + variant,
				At: f.At, Board: f.Board, Year: f.Year, Table: f.Table, Args: map[string]any{"n": 1}})
			continue
		}
		t := &out[k]
		if !slices.Contains(append(t.Related, t.At), f.At) {
			t.Related = append(t.Related, f.At)
			t.Args["n"] = len(t.Related) + 1
		}
		if t.Variant == "lost-cell" {
			t.Variant = "lost-cells"
		}
	}
	return out
}

// lostVariant gives the name of the message for a finding on what recognition may
// have dropped, "" for any other.
func lostVariant(f *Finding) string {
	switch f.Rule {
	case riskValue.Name, treatment.Name:
		if f.Variant == "empty" {
			return "lost-cell"
		}
	case missingLevel.Name, missingAction.Name, missingOwner.Name, missingReporting.Name:
		if f.Found == "" {
			return "lost-cell"
		}
	case scaleDefinition.Name:
		return "lost-scale"
	}
	return ""
}
