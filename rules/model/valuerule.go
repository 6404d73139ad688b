package model

// ValueRule says how the risk value of two levels comes about.
type ValueRule string

// The ways in which a value comes about.
const (
	RuleProduct ValueRule = ""        // likelihood × consequence, the usual one
	RuleSum     ValueRule = "sum"     // likelihood + consequence
	RuleMaximum ValueRule = "maximum" // the greater of the two
	RuleMatrix  ValueRule = "matrix"  // what a matrix says of just these two levels
	RuleOther   ValueRule = "other"   // in a way that is not known: values are not judged
)

// Of gives the value of two level values. [RuleMatrix] and [RuleOther] tell
// none and give the product.
func (r ValueRule) Of(likelihood, consequence int) int {
	switch r {
	case RuleSum:
		return likelihood + consequence
	case RuleMaximum:
		return max(likelihood, consequence)
	}
	return likelihood * consequence
}

// RuleOf says how the value of two level values comes about on the scale:
// [RuleMatrix] where the scale has a value of its own for them that its rule
// does not give.
func (s *Scale) RuleOf(likelihood, consequence int) ValueRule {
	if v, ok := s.Overrides[[2]int{likelihood, consequence}]; ok && v != s.Rule.Of(likelihood, consequence) {
		return RuleMatrix
	}
	return s.Rule
}

// Products reports whether every value of the scale is the product of its two
// levels.
func (s *Scale) Products() bool { return s.Rule == RuleProduct && len(s.Overrides) == 0 }

// Order says what the numbers of an axis's levels rest on.
type Order string

// The orders of levels. The zero Order is stated: by printed numbers, or by
// definitions that stand in order.
const (
	OrderStated  Order = ""
	OrderUsual   Order = "usual"   // a bare list of labels, numbered in their usual order
	OrderListed  Order = "listed"  // a bare list of labels, numbered as it stands
	OrderChoices Order = "choices" // likewise, on a sheet of choices for drop-down lists
	OrderRows    Order = "rows"    // concluded from the rows of registers
)

// Known reports whether the order is more than an assumption about a list.
func (o Order) Known() bool { return o == OrderStated || o == OrderUsual }

// Departure says that most values of a register come about otherwise than the
// scale that its document states, or where that says nothing of it than as a
// product: Hits of Of values that can tell are as Rule has them, or, where that
// is [RuleOther], are not as Stated has them.
type Departure struct {
	Stated, Rule ValueRule
	Hits, Of     int
}
