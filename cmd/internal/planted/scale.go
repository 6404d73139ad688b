package planted

import "strconv"

// Scale is the scale of an invented municipality: two axes, lowest level
// first, and what each range of the product calls for, lowest range first.
type Scale struct {
	Likelihood, Consequence []Step
	Treatments              []Range
}

// Step is one level of an axis; its value is its place, counted from 1.
type Step struct{ Label, Meaning string }

// Range is what the values Min to Max call for. InPlan says whether such a
// risk must stand in the control plan.
type Range struct {
	Min, Max       int
	Label, Meaning string
	InPlan         bool
}

// Range gives the range that holds a value. The ranges of a scale cover every
// product of two levels.
func (s *Scale) Range(value int) Range {
	for _, r := range s.Treatments {
		if r.Min <= value && value <= r.Max {
			return r
		}
	}
	return Range{}
}

// Possible reports whether two levels of the scale have this product.
func (s *Scale) Possible(value int) bool {
	for l := range s.Likelihood {
		if value%(l+1) == 0 && value/(l+1) >= 1 && value/(l+1) <= len(s.Consequence) {
			return true
		}
	}
	return false
}

// distinct reports whether the treatments can be told by their leading words.
func (s *Scale) distinct() bool {
	seen := map[string]bool{}
	for _, r := range s.Treatments {
		if seen[leading(r.Label)] {
			return false
		}
		seen[leading(r.Label)] = true
	}
	return true
}

// Top gives the highest value of the scale.
func (s *Scale) Top() int { return len(s.Likelihood) * len(s.Consequence) }

func steps(labels ...string) []Step {
	out := make([]Step, len(labels))
	for i, l := range labels {
		out[i] = Step{Label: l, Meaning: "- steg " + strconv.Itoa(i+1) + " av " + strconv.Itoa(len(labels)) + ", enligt kommunens anvisning"}
	}
	return out
}

// tiers makes ranges from the lowest value of each; only the first needs no
// place in the plan.
func tiers(top int, notIn, in string, at []int, labels ...string) []Range {
	out := make([]Range, len(labels))
	for i, l := range labels {
		out[i] = Range{Min: at[i], Max: top, Label: l, Meaning: in, InPlan: i > 0}
		if i > 0 {
			out[i-1].Max = at[i] - 1
		}
	}
	out[0].Meaning = notIn
	return out
}

const (
	svNotIn = "Inget agerande krävs, risken tas inte med i internkontrollplanen"
	svIn    = "Åtgärder ska finnas med i internkontrollplanen"
	enNotIn = "No action required, not included in the plan"
	enIn    = "Actions must be stated in the internal control plan"
)

// scale4 is the usual 4×4, the one that holds where nothing else is said.
func scale4() Scale {
	return Scale{
		steps("Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"),
		steps("Försumbar", "Lindrig", "Kännbar", "Allvarlig"),
		tiers(16, svNotIn, svIn, []int{1, 4, 12}, "Acceptera risk", "Reducera risk", "Minimera risk"),
	}
}

func scale4Other() Scale {
	return Scale{
		steps("Mycket liten", "Liten", "Stor", "Mycket stor"),
		steps("Obetydlig", "Måttlig", "Betydande", "Mycket allvarlig"),
		tiers(16, svNotIn, svIn, []int{1, 6, 9}, "Godta", "Åtgärda", "Åtgärda omgående"),
	}
}

func scale3() Scale {
	return Scale{
		steps("Låg", "Medel", "Hög"),
		steps("Låg", "Medel", "Hög"),
		tiers(9, svNotIn, svIn, []int{1, 3, 6}, "Acceptera", "Reducera", "Minimera"),
	}
}

func scale5() Scale {
	return Scale{
		steps("Nästan osannolik", "Osannolik", "Kan inträffa", "Trolig", "Nästan säker"),
		steps("Ingen", "Liten", "Märkbar", "Svår", "Mycket svår"),
		tiers(25, svNotIn, svIn, []int{1, 5, 10, 15}, "Acceptera", "Kontrollera", "Reducera", "Eliminera"),
	}
}

func scale45() Scale {
	return Scale{
		steps("Sällsynt", "Ovanlig", "Vanlig", "Ständig"),
		steps("Marginell", "Liten", "Påtaglig", "Stor", "Förödande"),
		tiers(20, svNotIn, svIn, []int{1, 4, 10}, "Acceptera risken", "Reducera risken", "Minimera risken"),
	}
}

func scaleEnglish() Scale {
	return Scale{
		steps("Rare", "Unlikely", "Possible", "Likely", "Almost certain"),
		steps("Insignificant", "Minor", "Moderate", "Major", "Severe"),
		tiers(25, enNotIn, enIn, []int{1, 5, 15}, "Accept", "Reduce", "Minimise"),
	}
}
